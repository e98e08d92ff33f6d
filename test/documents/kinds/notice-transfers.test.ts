/** The request of transfers: who gives how much to whom, and what no envelope can cover. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Fungibility } from '../../../src/domain/envelopes/allowances/allowances';
import type { Convention, Envelope, Movement } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { convention2023 } from '../../support/conventions';
import { DocumentReader } from '../../support/readers/document-reader';
import { LETTER_HEADINGS, lettersOf, noticed, type Noticed } from '../../support/readers/letter-reader';

const [PDE, SF] = convention2023().envelopes as [Envelope, Envelope];

/** PDE (500 000 € of AE), then SF, TR and QU, which have 10 000 € of AE and of CP each. */
function fourEnvelopes(): Partial<Convention> {
  const small = (like: Envelope, code: string, label: string): Envelope => ({
    ...like,
    code,
    label,
    aliases: [],
    lines: [],
    ceilings: {
      AE: { amount: Euros.fromCents(10_000_00), mode: 'blocking' },
      CP: { amount: Euros.fromCents(10_000_00), mode: 'blocking' },
    },
  });
  const envelopes = [
    PDE,
    small(SF, 'SF', 'Signaux Faibles'),
    small(SF, 'TR', 'Troisième'),
    small(SF, 'QU', 'Quatrième'),
  ];
  const ceilings: Convention['ceilings'] = {
    AE: { amount: Euros.fromCents(530_000_00), mode: 'blocking' },
    CP: { amount: Euros.fromCents(603_032_00), mode: 'blocking' },
  };
  const rule = (value: string) => ({
    field: 'ministerialAxis2' as const,
    label: '',
    value,
    aliases: [],
    envelope: value,
    from: null,
    until: null,
  });
  const imputation = [...convention2023().imputation, rule('TR'), rule('QU')];
  return { envelopes, ceilings, imputation };
}

/** AE committed by envelope. */
function committed(ae: Readonly<Record<string, number>>): string {
  const axis = (code: string): string => (code === 'SF' ? 'Signaux Faibles' : code);
  const rows = Object.entries(ae).map(
    ([code, euros], at) => `${axis(code)} | | 140561019${at} | 03/04/2023 | ${euros} | | |`,
  );
  return [LETTER_HEADINGS, ...rows].join('\n');
}

/** The requests as « amount: giver to receiver ». */
function requests({ text }: Noticed): readonly string[] {
  const asked = /redéployer ([\d ]+),00 € d’AE de l’enveloppe (.+?) vers l’enveloppe (.+?)\./g;
  return [...lettersOf(text).matchAll(asked)].map(([, cents, giver, receiver]) => `${cents}: ${giver} → ${receiver}`);
}

/** Envelope and « Disponible après » of each row. */
function availableAfter({ workbook }: Noticed): readonly string[] {
  const [, ...rows] = new DocumentReader(workbook, 'Demande redéploiement').block('Enveloppe');
  return rows.map((row) => [String(row[0]).replaceAll('\u00a0', ' '), row.at(-1)].join(' '));
}

const ALONE = 'aucune enveloppe ne peut couvrir seule un tel montant, déduction faite des autres redéploiements.';

test('100 000 € of PDE cover one lack of 60 000 €, not two: the second is reported to the writer', () => {
  const letter = noticed('fongibilite', fourEnvelopes(), committed({ PDE: 400_000, SF: 70_000, TR: 70_000 }));
  expect(requests(letter)).toEqual(['60 000: Place des entreprises → Signaux Faibles']);
  expect(availableAfter(letter)).toEqual(['Place des entreprises 40000', 'Signaux Faibles 0']);
  expect(letter.advice).toContain(`Le courrier ne demande pas 60 000,00 € d’AE pour Troisième : ${ALONE}`);
});

test('two lacks that the available amount covers to the cent are both asked for; a third that still fits too', () => {
  const exact = noticed('fongibilite', fourEnvelopes(), committed({ PDE: 380_000, SF: 70_000, TR: 70_000 }));
  expect(requests(exact)).toHaveLength(2);
  expect(availableAfter(exact)).toEqual(['Place des entreprises 0', 'Signaux Faibles 0', 'Troisième 0']);
  expect(exact.advice).not.toContain('Le courrier ne demande pas');
  const third = noticed(
    'fongibilite',
    fourEnvelopes(),
    committed({ PDE: 400_000, SF: 70_000, TR: 70_000, QU: 50_000 }),
  );
  expect(requests(third)).toEqual([
    '60 000: Place des entreprises → Signaux Faibles',
    '40 000: Place des entreprises → Quatrième',
  ]);
  expect(availableAfter(third)[0]).toBe('Place des entreprises 0');
});

test('a lack goes to the next envelope when the first has already promised its credits', () => {
  const letter = noticed('fongibilite', fourEnvelopes(), committed({ PDE: 495_000, SF: 14_000, TR: 14_000 }));
  expect(requests(letter)).toEqual(['4 000: Place des entreprises → Signaux Faibles', '4 000: Quatrième → Troisième']);
});

describe('the fungibility that the convention allows without prior consent', () => {
  /** Out of PDE (500 000 € of AE), 2 % to Signaux Faibles: 10 000 €. */
  const TWO_PER_CENT: Fungibility = {
    from: 'PDE',
    to: 'SF',
    nature: 'AE',
    share: 0.02,
    amount: null,
    article: 'art. 1.3',
  };
  const NOT_FUNGIBLE = 'ne sont pas fongibles, sauf autorisation expresse du délégant';
  const done = (euros: number): Movement => ({
    ...{ index: 0, date: isoDate('2023-02-01'), type: 'transfer', from: 'PDE', to: 'SF', nature: 'AE' },
    ...{ amount: Euros.fromCents(euros * 100), reference: '', authorisedBy: '', authorisedOn: null },
  });
  /** The letter where Signaux Faibles, of 10 000 €, lacks an amount of AE. */
  const asking = (lack: number, rules: readonly Fungibility[] = [TWO_PER_CENT], movements: readonly Movement[] = []) =>
    noticed(
      'fongibilite',
      { ...fourEnvelopes(), fungibility: rules, movements },
      committed({ SF: 10_000 + lack + movements.reduce((sum, { amount }) => sum + amount.cents / 100, 0) }),
    );
  const FREE = (euros: string): string =>
    `Redéploiement de ${euros} € d’AE de Place des entreprises vers Signaux Faibles : la convention le permet sans accord préalable (art. 1.3). Inscrivez-le dans ENV_Mouvements.`;

  test('a lack of 5 000 € within the 10 000 € that are allowed is not asked for: the writer enters the transfer', () => {
    const letter = asking(5_000);
    expect(requests(letter)).toEqual([]);
    expect(letter.advice).toBe(FREE('5 000,00'));
    expect(lettersOf(letter.text)).toContain(
      `${NOT_FUNGIBLE}, en dehors des redéploiements que la convention permet sans accord préalable (article 1.3).`,
    );
  });

  test.each`
    lack       | before    | rules                                  | expected                                                                                                      | why
    ${10_000}  | ${0}      | ${[TWO_PER_CENT]}                      | ${'free'}                                                                                                     | ${'exactly 2 %'}
    ${10_001}  | ${0}      | ${[TWO_PER_CENT]}                      | ${'permet encore de redéployer 10 000,00 € d’AE'}                                                             | ${'a euro above 2 %'}
    ${5_000}   | ${8_000}  | ${[TWO_PER_CENT]}                      | ${'permet encore de redéployer 2 000,00 € d’AE'}                                                              | ${'8 000 € are already transferred'}
    ${1}       | ${10_000} | ${[TWO_PER_CENT]}                      | ${'Les AE que la convention permet de redéployer sans accord préalable (article 1.3) sont déjà redéployées.'} | ${'all is'}
    ${5_000}   | ${0}      | ${[{ ...TWO_PER_CENT, nature: 'CP' }]} | ${''}                                                                                                         | ${'a rule on the CP'}
    ${5_000}   | ${0}      | ${[{ ...TWO_PER_CENT, from: 'TR' }]}   | ${''}                                                                                                         | ${'a rule on another envelope'}
    ${400_000} | ${0}      | ${[{ ...TWO_PER_CENT, share: null }]}  | ${'free'}                                                                                                     | ${'without limit'}
  `('$lack € lacking, $why', ({ lack, before, rules, expected }: Asking) => {
    const letter = asking(lack, rules, before > 0 ? [done(before)] : []);
    expect(requests(letter)).toHaveLength(expected === 'free' ? 0 : 1);
    if (expected !== 'free') expect(lettersOf(letter.text)).toContain(expected);
    expect(letter.advice.includes('la convention le permet sans accord préalable')).toBe(expected === 'free');
    expect(/permet encore|déjà redéployées/.test(lettersOf(letter.text))).toBe(!['free', ''].includes(expected));
  });

  test('an envelope that may give without consent is preferred to the first that could give', () => {
    const rules = [{ ...TWO_PER_CENT, from: 'QU', share: null }];
    const letter = asking(5_000, rules);
    expect(requests(letter)).toEqual([]);
    expect(letter.advice).toContain('Redéploiement de 5 000,00 € d’AE de Quatrième vers Signaux Faibles');
  });

  test('two lacks share one limit: the second is asked for', () => {
    const letter = noticed(
      'fongibilite',
      { ...fourEnvelopes(), fungibility: [{ ...TWO_PER_CENT, to: null }] },
      committed({ SF: 16_000, TR: 16_000, QU: 10_000 }),
    );
    expect(letter.advice).toContain(FREE('6 000,00'));
    expect(requests(letter)).toEqual(['6 000: Place des entreprises → Troisième']);
    expect(lettersOf(letter.text)).toContain('permet encore de redéployer 4 000,00 € d’AE');
  });

  test('the letters on the insufficiency and the suspension point to it too', () => {
    const terms = { ...fourEnvelopes(), fungibility: [TWO_PER_CENT] };
    for (const id of ['insuffisance', 'suspension'] as const)
      expect(noticed(id, terms, committed({ SF: 15_000 })).advice).toContain(FREE('5 000,00'));
  });

  test('without any rule, the sentence is that of the convention', () => {
    expect(lettersOf(asking(5_000, []).text)).toContain(`${NOT_FUNGIBLE}. Je sollicite`);
  });
});

interface Asking {
  readonly lack: number;
  readonly before: number;
  readonly rules: readonly Fungibility[];
  readonly expected: string;
}
