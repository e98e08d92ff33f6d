/**
 * The answers of the ENVELOPE functions, as a finance officer would check them on the convention of 2023 and a ledger
 * of seven rows.
 */
import { stateOfDossier, type FunctionState } from '../../../src/application/functions/function-state';
import { stateOfRefusal } from '../../../src/application/functions/refused-state';
import { fieldOfName } from '../../../src/workbook/ledger/headings';
import {
  evaluateFunction,
  FUNCTION_NAMES,
  type FunctionName,
} from '../../../src/application/functions/function-answers';
import { isoDate, toIso } from '../../../src/domain/calendar/civil-date';
import type { Ceiling, Convention } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { functionWordsIn } from '../../../src/functions/function-sentences';
import { dateOfSerial, serialOfDate } from '../../../src/workbook/serials';
import { convention2023 } from '../../support/conventions';
import { controlled, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import fc from 'fast-check';

const LEDGER = `
  Axe ministériel 2 | Poste de dépense | N° EJ | Statut | Date d'engagement | Montant AE | Date de paiement | Montant CP
  PDE               | Frais annexes    | 1400000001 |        | 15/02/2023        | 1000       | 10/05/2023       | 600
  PDE               | Prestations      | 1400000002 |        | 01/03/2023        | 400000     | 30/11/2023       | 100000.50
  PDE               | Prestations      | 1400000003 | projet | 01/09/2023        | 20000      |                  |
  PDE               | Prestations      | 1400000002 |        |                   |            |                  | 250
  Signaux Faibles   | Prestations      | 1400000004 |        | 10/01/2023        | 90000      | 20/06/2023       | 90000
  Signaux Faibles   | Audit de sécurité | 1400000005 |       | 12/01/2023        | 10000      |                  |
  ???               | Prestations      | 1400000006 |        | 12/01/2023        | 77777      |                  |
`;

const { dossier } = controlled(ledgerWorkbook(convention2023(), LEDGER));
const state = stateOfDossier(dossier, isoDate('2023-12-31'));
const inFrench = functionWordsIn('fr');

function answer(name: FunctionName, ...args: unknown[]): unknown {
  return answerIn(state, name, ...args);
}

function answerIn(given: FunctionState, name: FunctionName, ...args: unknown[]): unknown {
  const result = evaluateFunction(name, args, given, inFrench);
  return result.kind === 'value' ? result.value : `${result.code} ${result.message.replaceAll('\u00a0', ' ')}`;
}

const serial = (iso: string): number => serialOfDate(isoDate(iso), false) ?? NaN;

describe('figures', () => {
  test.each`
    name           | envelope                   | nature  | poste                     | asOf                    | value
    ${'ALLOCATED'} | ${'PDE'}                   | ${'AE'} | ${null}                   | ${null}                 | ${500_000}
    ${'ALLOCATED'} | ${'PDE'}                   | ${'CP'} | ${null}                   | ${null}                 | ${573_032}
    ${'ALLOCATED'} | ${'PDE'}                   | ${'CP'} | ${'Outils de production'} | ${null}                 | ${23_500}
    ${'ALLOCATED'} | ${'*'}                     | ${'CP'} | ${null}                   | ${null}                 | ${673_032}
    ${'CONSUMED'}  | ${'PDE'}                   | ${'AE'} | ${null}                   | ${null}                 | ${401_000}
    ${'CONSUMED'}  | ${'place des entreprises'} | ${'ae'} | ${''}                     | ${''}                   | ${401_000}
    ${'CONSUMED'}  | ${'PDE'}                   | ${'CP'} | ${null}                   | ${null}                 | ${100_600.5}
    ${'CONSUMED'}  | ${'PDE'}                   | ${'CP'} | ${'frais annexes'}        | ${null}                 | ${600}
    ${'CONSUMED'}  | ${'PDE'}                   | ${'CP'} | ${null}                   | ${'30/06/2023'}         | ${600}
    ${'CONSUMED'}  | ${'PDE'}                   | ${'CP'} | ${null}                   | ${'2023-06-30'}         | ${600}
    ${'CONSUMED'}  | ${'PDE'}                   | ${'CP'} | ${null}                   | ${serial('2023-06-30')} | ${600}
    ${'CONSUMED'}  | ${'PDE'}                   | ${'AE'} | ${null}                   | ${'15/02/2023'}         | ${1_000}
    ${'RESERVED'}  | ${'PDE'}                   | ${'AE'} | ${null}                   | ${null}                 | ${20_000}
    ${'RESERVED'}  | ${'PDE'}                   | ${'CP'} | ${null}                   | ${null}                 | ${250}
    ${'REMAINING'} | ${'PDE'}                   | ${'AE'} | ${null}                   | ${null}                 | ${99_000}
    ${'REMAINING'} | ${'pde'}                   | ${'CP'} | ${0}                      | ${0}                    | ${472_431.5}
    ${'REMAINING'} | ${'Signaux Faibles'}       | ${'AE'} | ${null}                   | ${null}                 | ${0}
    ${'REMAINING'} | ${'*'}                     | ${'AE'} | ${null}                   | ${null}                 | ${99_000}
    ${'AVAILABLE'} | ${'PDE'}                   | ${'AE'} | ${null}                   | ${null}                 | ${79_000}
    ${'AVAILABLE'} | ${'PDE'}                   | ${'CP'} | ${null}                   | ${null}                 | ${472_181.5}
    ${'RATE'}      | ${'PDE'}                   | ${'AE'} | ${null}                   | ${null}                 | ${0.802}
    ${'RATE'}      | ${'SF'}                    | ${'AE'} | ${null}                   | ${null}                 | ${1}
    ${'RATE'}      | ${'SF'}                    | ${'CP'} | ${'Audit de sécurité'}    | ${null}                 | ${0}
  `('$name($envelope, $nature, $poste, $asOf) is $value', ({ name, envelope, nature, poste, asOf, value }) => {
    expect(answer(name as FunctionName, envelope, nature, poste, asOf)).toBe(value);
  });

  test.each`
    envelope | asOf            | value
    ${'PDE'} | ${null}         | ${73_032 + 401_000 - 100_600.5}
    ${'PDE'} | ${'31/05/2023'} | ${73_032 + 401_000 - 600}
    ${'SF'}  | ${null}         | ${10_000}
    ${'*'}   | ${null}         | ${73_032 + 501_000 - 190_600.5}
  `('OUTSTANDING($envelope, $asOf) is $value', ({ envelope, asOf, value }) =>
    expect(answer('OUTSTANDING', envelope, asOf)).toBe(value),
  );

  /** SF with another ceiling of CP, in a convention that prints no total. */
  const withCpOfSf = (CP: Ceiling<'CP'> | null): FunctionState => {
    const base = convention2023();
    const envelopes = base.envelopes.map((envelope) =>
      envelope.code === 'SF' ? { ...envelope, ceilings: { ...envelope.ceilings, CP } } : envelope,
    );
    const convention: Convention = { ...base, ceilings: { AE: null, CP: null }, envelopes };
    return stateOfDossier({ ...dossier, convention }, isoDate('2023-12-31'));
  };

  test('the rate of an envelope without credits is « s.o. »', () => {
    expect(answerIn(withCpOfSf({ amount: Euros.zero(), mode: 'blocking' }), 'RATE', 'SF', 'CP')).toBe('s.o.');
  });

  test.each`
    name           | args                   | value
    ${'ALLOCATED'} | ${['SF', 'CP']}        | ${'#N/A La convention ne donne pas de CP à cette enveloppe.'}
    ${'REMAINING'} | ${['SF', 'CP']}        | ${'#N/A La convention ne donne pas de CP à cette enveloppe.'}
    ${'AVAILABLE'} | ${['SF', 'CP']}        | ${'#N/A La convention ne donne pas de CP à cette enveloppe.'}
    ${'RATE'}      | ${['SF', 'CP']}        | ${'#N/A La convention ne donne pas de CP à cette enveloppe.'}
    ${'WHATIF'}    | ${['SF', 'CP', 1_000]} | ${'#N/A La convention ne donne pas de CP à cette enveloppe.'}
    ${'ALLOCATED'} | ${['*', 'CP']}         | ${573_032}
    ${'CONSUMED'}  | ${['SF', 'CP']}        | ${90_000}
    ${'ALLOCATED'} | ${['PDE', 'CP']}       | ${573_032}
    ${'ALLOCATED'} | ${['*', 'AE']}         | ${600_000}
  `('without a ceiling, $name($args) is $value', ({ name, args, value }: Record<string, unknown>) => {
    expect(answerIn(withCpOfSf(null), name as FunctionName, ...(args as readonly unknown[]))).toBe(value);
  });

  test('without a date, the figures are those of today', () => {
    const inMay = stateOfDossier(dossier, isoDate('2023-05-31'));
    expect(answerIn(inMay, 'CONSUMED', 'PDE', 'CP')).toBe(600);
    expect(answerIn(inMay, 'CONSUMED', 'PDE', 'CP', null, '31/12/2023')).toBe(100_600.5);
  });

  test('allocated = consumed + remaining, and remaining = reserved + available, whatever is asked', () => {
    const anyDay = fc.integer({ min: isoDate('2022-01-01'), max: isoDate('2025-01-01') });
    const law = fc.property(
      fc.constantFrom('PDE', 'SF', '*'),
      fc.constantFrom('AE', 'CP'),
      anyDay,
      (envelope, nature, day) => {
        const cents = (name: FunctionName): number =>
          Math.round(Number(answer(name, envelope, nature, null, toIso(day as never))) * 100);
        expect(cents('ALLOCATED')).toBe(cents('CONSUMED') + cents('REMAINING'));
        expect(cents('REMAINING')).toBe(cents('RESERVED') + cents('AVAILABLE'));
      },
    );
    fc.assert(law, { numRuns: 60 });
  });
});

describe('STATUS', () => {
  test.each`
    envelope | today           | status
    ${'PDE'} | ${'2023-12-31'} | ${'Ouverte'}
    ${'SF'}  | ${'2023-12-31'} | ${'Épuisée'}
    ${'*'}   | ${'2023-12-31'} | ${'Épuisée'}
    ${'SF'}  | ${'2023-01-11'} | ${'Alerte'}
    ${'SF'}  | ${'2024-01-01'} | ${'Échue'}
  `('of $envelope on $today is $status', ({ envelope, today, status }) => {
    expect(answerIn(stateOfDossier(dossier, isoDate(today as string)), 'STATUS', envelope)).toBe(status);
  });

  test('of a convention that prints its total alone: « Suspendue » above it, in SUMMARY too', () => {
    const base = convention2023();
    const envelopes = base.envelopes.map((one) => ({ ...one, ceilings: { AE: null, CP: null } }));
    const ceilings = { AE: { amount: Euros.fromCents<'AE'>(500_999_99), mode: 'blocking' as const }, CP: null };
    const above = stateOfDossier({ ...dossier, convention: { ...base, envelopes, ceilings } }, state.today);
    expect(['PDE', 'SF', '*'].map((code) => answerIn(above, 'STATUS', code))).toEqual([
      ...['Ouverte', 'Ouverte', 'Suspendue'],
    ]);
    expect(answerIn(above, 'REMAINING', '*', 'AE')).toBe(-0.01);
    const rows = answerIn(above, 'SUMMARY') as readonly (readonly unknown[])[];
    expect(rows.map((row) => row.at(-1))).toEqual(['État', 'Ouverte', 'Ouverte', 'Suspendue']);
  });
});

describe('CODE', () => {
  test.each`
    field                     | envelope             | code
    ${'activité'}             | ${null}              | ${'010300000104'}
    ${'Domaine fonctionnel'}  | ${''}                | ${'0103-01-01'}
    ${'centre financier'}     | ${'PDE'}             | ${'0103-CEFP-C002'}
    ${'centre de coûts'}      | ${null}              | ${'EMPEF00075'}
    ${'Centre de coût'}       | ${null}              | ${'EMPEF00075'}
    ${'programme'}            | ${null}              | ${'0103'}
    ${'axe ministériel 1'}    | ${null}              | ${'36'}
    ${'axe ministériel 2'}    | ${'PDE'}             | ${'PDE'}
    ${'axe 2'}                | ${'signaux faibles'} | ${'Signaux Faibles'}
    ${'Axe ministeriel'}      | ${null}              | ${'36'}
    ${'Activité(s)'}          | ${null}              | ${'010300000104'}
    ${'ACTIVITES'}            | ${null}              | ${'010300000104'}
    ${'UO'}                   | ${null}              | ${'0103-CEFP-C002'}
    ${'unité opérationnelle'} | ${null}              | ${'0103-CEFP-C002'}
    ${'CC'}                   | ${null}              | ${'EMPEF00075'}
    ${'Dom. fonct.'}          | ${null}              | ${'0103-01-01'}
    ${'AM 1'}                 | ${null}              | ${'36'}
    ${'Cost centre'}          | ${null}              | ${'EMPEF00075'}
    ${'Financial centre'}     | ${null}              | ${'0103-CEFP-C002'}
    ${'Functional domain'}    | ${null}              | ${'0103-01-01'}
    ${'Ministerial axis 2'}   | ${'PDE'}             | ${'PDE'}
  `('($field, $envelope) is $code', ({ field, envelope, code }) => expect(answer('CODE', field, envelope)).toBe(code));

  test('where the code depends on the envelope, the error asks which one', () => {
    expect(answer('CODE', 'axe ministériel 2')).toBe(
      '#VALUE! Le code « Axe ministériel 2 » dépend de l’enveloppe ; précisez-la : PDE, SF.',
    );
  });

  test('a name of several fields for which the convention gives codes: the choices', () => {
    expect(answer('CODE', 'centre')).toBe(
      '#N/A Plusieurs champs s’appellent « centre » ; précisez : Centre financier, Centre de coûts.',
    );
    const imputation = dossier.convention.imputation.filter(({ field }) => field !== 'costCentre');
    const changed = { ...dossier, convention: { ...dossier.convention, imputation } };
    expect(answerIn(stateOfDossier(changed, state.today), 'CODE', 'centre')).toBe('0103-CEFP-C002');
  });

  test('follows the dates of the convention', () => {
    const convention = convention2023();
    const first = convention.imputation.find(({ field }) => field === 'programme');
    const others = convention.imputation.filter((rule) => rule !== first);
    if (!first) throw new Error('no rule');
    const changed = {
      ...dossier,
      convention: {
        ...convention,
        imputation: [
          { ...first, until: isoDate('2023-06-30') },
          { ...first, value: '0134', from: isoDate('2023-07-01') },
          ...others,
        ],
      },
    };
    expect(answerIn(stateOfDossier(changed, isoDate('2023-06-30')), 'CODE', 'programme')).toBe('0103');
    expect(answerIn(stateOfDossier(changed, isoDate('2023-07-01')), 'CODE', 'programme')).toBe('0134');
  });
});

describe('CODE where the convention gives patterns', () => {
  const rule = (value: string, envelope: string | null = null) => {
    return { field: 'costCentre' as const, label: '', value, aliases: [], envelope, from: null, until: null };
  };
  const codeOf = (rules: readonly ReturnType<typeof rule>[], ...args: unknown[]) =>
    answerIn(
      stateOfDossier({ ...dossier, convention: { ...dossier.convention, imputation: rules } }, state.today),
      'CODE',
      'centre de coûts',
      ...args,
    );

  test('a code is returned before any pattern, even one of the envelope', () => {
    expect(codeOf([rule('EMPEF0*'), rule('EMPEF00075')])).toBe('EMPEF00075');
    expect(codeOf([rule('EMPEF0*', 'PDE'), rule('EMPEF00075')], 'PDE')).toBe('EMPEF00075');
  });

  test('a pattern alone is no code to use: the error shows it', () => {
    expect(codeOf([rule('EMPEF0*')])).toBe(
      '#N/A La convention ne fixe pas un seul code pour « Centre de coûts », mais une forme : EMPEF0*.',
    );
  });
});

describe('DEADLINE', () => {
  test.each`
    start                   | days    | deadline        | why
    ${'03/04/2023'}         | ${null} | ${'2023-04-11'} | ${'five jours ouvrés, Easter Monday between'}
    ${serial('2023-04-03')} | ${null} | ${'2023-04-11'} | ${'the same from a cell'}
    ${'2023-12-22'}         | ${2}    | ${'2023-12-27'} | ${'over Christmas'}
    ${'2023-12-22'}         | ${'2'}  | ${'2023-12-27'} | ${'days as text'}
    ${'2023-05-05'}         | ${0}    | ${'2023-05-05'} | ${'no day at all'}
  `('from $start, $days days: $deadline ($why)', ({ start, days, deadline }) => {
    expect(toIso(dateOfSerial(Number(answer('DEADLINE', start, days)), false)!)).toBe(deadline);
  });

  test('counts the holidays of Alsace-Moselle where the convention is in that zone', () => {
    const east = stateOfDossier(
      { ...dossier, convention: { ...dossier.convention, holidayZone: 'alsace-moselle', replyWorkingDays: 1 } },
      state.today,
    );
    // 26 December is a holiday there.
    expect(toIso(dateOfSerial(Number(answerIn(east, 'DEADLINE', '2023-12-25')), false)!)).toBe('2023-12-27');
  });

  test('without a number, the delay of the convention in its own unit; with one, working days', () => {
    const clear = stateOfDossier(
      { ...dossier, convention: { ...dossier.convention, replyUnit: 'clear' } },
      state.today,
    );
    const asked = (...args: unknown[]) => toIso(dateOfSerial(Number(answerIn(clear, 'DEADLINE', ...args)), false)!);
    expect(asked('2022-12-13')).toBe('2022-12-19');
    expect(asked('2022-12-13', 5)).toBe('2022-12-20');
  });

  test('gives a serial of the workbook’s own calendar', () => {
    const from1904 = { ...state, uses1904Dates: true };
    expect(
      Number(answerIn(state, 'DEADLINE', '2023-04-03')) - Number(answerIn(from1904, 'DEADLINE', '2023-04-03')),
    ).toBe(1462);
  });
});

describe('a call without an answer is an error with one sentence', () => {
  test.each`
    name          | args                     | error
    ${'CONSUMED'} | ${['SF', 'AE', 'Audit']} | ${'#N/A Poste inconnu dans l’enveloppe Signaux Faibles : Audit. Elle n’a aucun poste : laissez cet argument vide.'}
    ${'WHATIF'}   | ${['SF', 'AE', 1, 'x']}  | ${'#N/A Poste inconnu dans l’enveloppe Signaux Faibles : x. Elle n’a aucun poste : laissez cet argument vide.'}
    ${'CONSUMED'} | ${['SF', 'AE', '']}      | ${0}
  `('$name$args in an envelope without postes', ({ name, args, error }) => {
    const envelopes = convention2023().envelopes.map((one) => ({ ...one, lines: [] }));
    const given = stateOfDossier({ ...dossier, convention: { ...convention2023(), envelopes } }, isoDate('2023-12-31'));
    const found = answerIn(given, name as FunctionName, ...(args as readonly unknown[]));
    expect(typeof found === 'number' ? 0 : found).toBe(error);
  });

  test.each`
    name             | args                                   | error
    ${'REMAINING'}   | ${['PDX', 'AE']}                       | ${'#N/A Enveloppe inconnue : PDX. Vouliez-vous dire PDE ?'}
    ${'REMAINING'}   | ${['zzzzzz', 'AE']}                    | ${'#N/A Enveloppe inconnue : zzzzzz.'}
    ${'REMAINING'}   | ${[0, 'AE']}                           | ${'#VALUE! Indiquez l’enveloppe, ou "*" pour toute la convention.'}
    ${'REMAINING'}   | ${['PDE', 'XX']}                       | ${'#VALUE! La nature doit être AE ou CP, pas « XX ».'}
    ${'REMAINING'}   | ${['PDE', null]}                       | ${'#VALUE! La nature doit être AE ou CP.'}
    ${'REMAINING'}   | ${['PDE', 'AE', 'Frais annexe']}       | ${99}
    ${'REMAINING'}   | ${['PDE', 'AE', 'Frais d’avocat']}     | ${'#N/A Poste inconnu dans l’enveloppe Place des entreprises : Frais d’avocat.'}
    ${'REMAINING'}   | ${['*', 'AE', 'Prestations']}          | ${'#VALUE! Un poste se demande dans une enveloppe, pas sur toute la convention.'}
    ${'REMAINING'}   | ${['PDE', 'AE', null, '31/02/2023']}   | ${'#VALUE! Ce n’est pas une date : « 31/02/2023 » (exemple : 31/12/2023).'}
    ${'REMAINING'}   | ${['PDE', 'AE', null, -5]}             | ${'#VALUE! Ce n’est pas une date : « -5 » (exemple : 31/12/2023).'}
    ${'CONSUMED'}    | ${['PDE', 'CP', null, 2023]}           | ${'#VALUE! Ce n’est pas une date : « 2023 » (exemple : 31/12/2023).'}
    ${'STATUS'}      | ${['PDE', 2023]}                       | ${'#VALUE! Ce n’est pas une date : « 2023 » (exemple : 31/12/2023).'}
    ${'OUTSTANDING'} | ${['PED']}                             | ${'#N/A Enveloppe inconnue : PED. Vouliez-vous dire PDE ?'}
    ${'OUTSTANDING'} | ${[{ error: '#REF!' }]}                | ${'#VALUE! L’argument 1 est une erreur, #REF! : corrigez la cellule qui la donne.'}
    ${'REMAINING'}   | ${['PDE', 'AE', { error: '#N/A' }]}    | ${'#VALUE! L’argument 3 est une erreur, #N/A : corrigez la cellule qui la donne.'}
    ${'CODE'}        | ${['activite', [[{ error: '#N/A' }]]]} | ${'#VALUE! L’argument 2 est une erreur, #N/A : corrigez la cellule qui la donne.'}
    ${'FINDINGS'}    | ${[{ error: '#N/A' }]}                 | ${'#VALUE! L’argument 1 est une erreur, #N/A : corrigez la cellule qui la donne.'}
    ${'OUTSTANDING'} | ${[[['PDE'], ['SF']]]}                 | ${'#VALUE! L’argument 1 a plusieurs cellules : donnez une seule cellule ou une seule valeur.'}
    ${'OUTSTANDING'} | ${[[['PDE', 'SF']]]}                   | ${'#VALUE! L’argument 1 a plusieurs cellules : donnez une seule cellule ou une seule valeur.'}
    ${'CODE'}        | ${[[['activite']]]}                    | ${'010300000104'}
    ${'CODE'}        | ${['activite']}                        | ${'010300000104'}
    ${'CODE'}        | ${['activté']}                         | ${'#N/A Champ inconnu : activté. Vouliez-vous dire Activité ?'}
    ${'CODE'}        | ${['montant']}                         | ${'#N/A Champ inconnu : montant.'}
    ${'DEADLINE'}    | ${[null]}                              | ${'#VALUE! Indiquez une date.'}
    ${'DEADLINE'}    | ${['demain']}                          | ${'#VALUE! Ce n’est pas une date : « demain » (exemple : 31/12/2023).'}
    ${'DEADLINE'}    | ${['2023-01-01', 1.5]}                 | ${'#VALUE! Le nombre de jours doit être un entier de 0 à 10000.'}
    ${'DEADLINE'}    | ${['2023-01-01', -1]}                  | ${'#VALUE! Le nombre de jours doit être un entier de 0 à 10000.'}
    ${'DEADLINE'}    | ${['2023-01-01', 1e9]}                 | ${'#VALUE! Le nombre de jours doit être un entier de 0 à 10000.'}
  `('$name$args', ({ name, args, error }) => {
    const given = answer(name as FunctionName, ...(args as unknown[]));
    if (typeof error === 'number') expect(typeof given).toBe('number');
    else expect(given).toBe(error);
  });

  test('in English for an English Excel', () => {
    const result = evaluateFunction('REMAINING', ['PDX', 'AE'], state, functionWordsIn('en'));
    expect(result).toEqual({ kind: 'error', code: '#N/A', message: 'Unknown envelope: PDX. Did you mean PDE?' });
  });

  test('codes and deadlines need no ledger', () => {
    const noLedger = stateOfRefusal({ code: 'noLedger' }, convention2023(), false, state.today, fieldOfName);
    expect(answerIn(noLedger, 'REMAINING', 'PDE', 'AE')).toBe(
      '#N/A Aucun tableau de suivi n’a été trouvé dans le classeur.',
    );
    expect(answerIn(noLedger, 'CODE', 'activité')).toBe('010300000104');
    const nothing = stateOfRefusal({ code: 'noConvention' }, null, false, state.today, fieldOfName);
    expect(answerIn(nothing, 'CODE', 'activité')).toBe(
      '#N/A Le classeur ne contient pas les données de la convention.',
    );
    expect(toIso(dateOfSerial(Number(answerIn(nothing, 'DEADLINE', '2023-04-03')), false)!)).toBe('2023-04-11');
  });

  test('whatever Excel passes, there is an answer: a finite number, a text, or an error with its sentence', () => {
    const anyArgument = fc.oneof(
      fc.anything(),
      fc.string(),
      fc.double(),
      fc.constantFrom('PDE', 'AE', 'CP', '*', 'activité', '31/12/2023'),
    );
    const property = fc.property(
      fc.constantFrom(...FUNCTION_NAMES),
      fc.array(anyArgument, { maxLength: 5 }),
      (name, args) => {
        const result = evaluateFunction(name, args, state, inFrench);
        if (result.kind === 'error') return result.message.length > 5 && result.message.length < 400;
        const values =
          typeof result.value === 'object' ? result.value.slice(1).map((row) => row.at(-1)) : [result.value];
        return values.every((value) => (typeof value === 'string' ? value.length > 0 : Number.isFinite(value)));
      },
    );
    fc.assert(property, { numRuns: 2000 });
  });
});
