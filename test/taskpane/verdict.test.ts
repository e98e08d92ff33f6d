/** « Are we all right? », as tables: the headline, its tone, and every sentence, over small ledgers. */
import { controlledAt } from '../../src/application/control';
import { openDossier } from '../../src/application/open-dossier';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Convention } from '../../src/domain/envelopes/convention';
import { Euros } from '../../src/domain/money/euros';
import { PANE_FR } from '../../src/taskpane/shared/pane-fr';
import { verdictOf, type Verdict } from '../../src/taskpane/situation/verdict';
import { envelopeViews, type EnvelopeView } from '../../src/taskpane/situation/envelope-views';
import { foldedFacts, verdictText, type FactLine } from '../../src/taskpane/situation/verdict-text';
import { applyPlan } from '../support/apply-plan';
import { keptConvention } from '../support/conventions';
import { ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { sampleDossier } from '../support/sample-dossier';

const HEADINGS =
  "Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date d'engagement | Montant AE | Date de service fait | Date de paiement | Montant CP | État";

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

interface Seen {
  readonly tone: Verdict['tone'];
  readonly headline: string;
  readonly text: string;
}

function seen(
  rows: readonly string[],
  {
    headings = HEADINGS,
    asOf = '2023-12-31',
    ...changes
  }: Partial<Convention> & { headings?: string; asOf?: string } = {},
): Seen {
  const convention = { ...keptConvention('activity', 'ministerialAxis2'), ...changes };
  const opened = openDossier(ledgerWorkbook(convention, [headings, ...rows].join('\n')), {});
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate(asOf));
  return wordsOf(dossier, report);
}

function wordsOf(...[dossier, report]: Parameters<typeof verdictOf>): Seen {
  const verdict = verdictOf(dossier, report);
  const { headline, detail, facts } = verdictText(verdict, dossier.convention, report, PANE_FR);
  const sentences = [detail, ...facts.map(({ text }) => text)].filter((text) => text !== '');
  return { tone: verdict.tone, headline: plain(headline), text: plain(sentences.join(' ')) };
}

const row = (axis: string, amount: string, { date = '15/02/2023', ej = '1400000001', rest = '' } = {}): string =>
  `${axis} | ${axis === 'PDE' ? 'Frais annexes' : 'Prestations'} | 010300000104 | ${ej} | ${date} | ${amount} ${rest}`;

describe('the verdict of', () => {
  test.each`
    ledger                                              | rows                                                                                                                                                 | tone         | headline                                                          | text
    ${'a ledger that conforms'}                         | ${[row('PDE', '1000')]}                                                                                                                              | ${'good'}    | ${'Tout est en ordre'}                                            | ${/^Le suivi est lu en entier : aucun dépassement, aucune erreur, aucun avertissement\.$/}
    ${'an envelope at its threshold'}                   | ${[row('SF', '90000')]}                                                                                                                              | ${'warning'} | ${'Aucune enveloppe n’est dépassée'}                              | ${/^AE consommées à 85 % ou plus : Signaux Faibles\./}
    ${'an envelope exceeded'}                           | ${[row('SF', '90000'), row('SF', '14000', { date: '20/11/2023', ej: '1400000002' })]}                                                                | ${'danger'}  | ${'Signaux Faibles dépasse de 4 000 € d’AE depuis le 20/11/2023'} | ${/^Délégant non informé\.$/}
    ${'an excess, and CP that pending payments exceed'} | ${[row('SF', '104000', { rest: '| 15/03/2023 | 15/04/2023 | 99000' }), row('SF', '0', { ej: '1400000001', rest: '| 20/12/2023 | | 3000' })]}         | ${'danger'}  | ${'Signaux Faibles dépasse de 4 000 € d’AE depuis le 15/02/2023'} | ${/Signaux Faibles : il manque 2 000 € de CP, montants en attente compris\./}
    ${'an excess, and CP pending above the whole'}      | ${[row('SF', '104000', { rest: '| 15/03/2023 | 15/04/2023 | 99000' }), row('PDE', '490000', { ej: '1400000002', rest: '| 20/12/2023 | | 620000' })]} | ${'danger'}  | ${'Signaux Faibles dépasse de 4 000 € d’AE depuis le 15/02/2023'} | ${/La convention : il manque 45 968 € de CP, montants en attente compris\./}
    ${'an excess with cents'}                           | ${[row('SF', '100000,50')]}                                                                                                                          | ${'danger'}  | ${'Signaux Faibles dépasse de 0,50 € d’AE depuis le 15/02/2023'}  | ${/./}
    ${'a draft that does not fit'}                      | ${[row('SF', '99000'), row('SF', '3000', { ej: '', rest: '| | | | Projet' })]}                                                                       | ${'warning'} | ${'Signaux Faibles : il manque 2 000 € d’AE'}                     | ${/^Montants en attente compris\./}
    ${'the whole convention exceeded'}                  | ${[row('PDE', '510000'), row('SF', '104000', { ej: '1400000002' })]}                                                                                 | ${'danger'}  | ${'La convention dépasse de 14 000 € d’AE depuis le 15/02/2023'}  | ${/Place des entreprises dépasse de 10 000 € d’AE depuis le 15\/02\/2023\. Signaux Faibles dépasse de 4 000 € d’AE/}
    ${'a row of no envelope'}                           | ${[row('SF', '1000'), row('Plateforme', '1500', { ej: '1400000002' })]}                                                                              | ${'unknown'} | ${'Aucun dépassement dans ce qui a été lu'}                       | ${/^1 ligne non contrôlée, hors des totaux : 1 500 € d’AE\./}
    ${'an amount that cannot be read'}                  | ${[row('SF', '1000'), row('SF', 'environ 20', { ej: '1400000002' })]}                                                                                | ${'unknown'} | ${'Aucun dépassement dans ce qui a été lu'}                       | ${/^1 ligne non contrôlée, hors des totaux : 1 montant d’AE non lu\./}
    ${'a row of no envelope, without an amount'}        | ${[row('SF', '1000'), row('Plateforme', '', { ej: '1400000002' })]}                                                                                  | ${'warning'} | ${'Aucune enveloppe n’est dépassée'}                              | ${/^1 ligne non contrôlée, sans effet sur les totaux à cette date\./}
    ${'an amount not read, of another year'}            | ${[row('SF', '1000'), row('SF', 'environ 20', { ej: '1400000002', date: '15/02/2024' })]}                                                            | ${'warning'} | ${'Aucune enveloppe n’est dépassée'}                              | ${/^1 ligne non contrôlée, sans effet sur les totaux à cette date\./}
    ${'an amount not read, of a cancelled row'}         | ${[row('SF', '1000'), row('SF', 'environ 20', { ej: '1400000002', rest: '| | | | Annulé' })]}                                                        | ${'good'}    | ${'Tout est en ordre'}                                            | ${/^Le suivi est lu en entier/}
    ${'an amount not read, of a rejected row'}          | ${[row('SF', '1000'), row('SF', 'environ 20', { ej: '1400000002', rest: '| | | | Rejeté' })]}                                                        | ${'good'}    | ${'Tout est en ordre'}                                            | ${/^Le suivi est lu en entier/}
    ${'an excess that lacks amounts'}                   | ${[row('SF', '104000'), row('PDE', 'abc', { ej: '1400000002' }), row('Plateforme', '1500', { ej: '1400000003', rest: '| | 15/03/2023 | 200' })]}     | ${'danger'}  | ${'Signaux Faibles dépasse de 4 000 € d’AE depuis le 15/02/2023'} | ${/^Délégant non informé\. 2 lignes non contrôlées, hors des totaux : 1 montant d’AE non lu, 1 500 € d’AE et 200 € de CP\.$/}
    ${'amounts of both natures not read'}               | ${[row('SF', 'x', { rest: '| | 15/03/2023 | y' }), row('SF', 'z', { ej: '1400000002' })]}                                                            | ${'unknown'} | ${'Rien n’a été contrôlé'}                                        | ${/2 lignes non contrôlées, hors des totaux : 3 montants non lus \(2 d’AE, 1 de CP\)\./}
    ${'no row'}                                         | ${[]}                                                                                                                                                | ${'unknown'} | ${'Rien n’a été contrôlé'}                                        | ${/^Aucune ligne lue/}
    ${'rows without any amount'}                        | ${[row('SF', ''), row('PDE', '', { ej: '1400000002' })]}                                                                                             | ${'unknown'} | ${'Rien n’a été contrôlé'}                                        | ${/^Aucun montant lu : les lignes du suivi n’ont ni AE ni CP\./}
    ${'a finding, and nothing exceeded'}                | ${[row('SF', '1000', { ej: '9400000001' })]}                                                                                                         | ${'warning'} | ${'Aucune enveloppe n’est dépassée'}                              | ${/à traiter\.$/}
  `('$ledger: « $headline »', ({ rows, tone, headline, text }: Seen & { rows: string[]; text: RegExp }) => {
    expect(seen(rows)).toEqual({ tone, headline, text: expect.stringMatching(text) as string });
  });

  test('beside an excess, the part for earlier commitments that is exceeded', () => {
    const rap = [{ ej: '1400000900', amount: Euros.fromCents<'CP'>(8_000_000) }];
    const paid = row('PDE', '', { ej: '1400000900', date: '', rest: '| | 20/01/2023 | 73932' });
    const { headline, text } = seen([row('SF', '104000'), paid], { rap });
    expect(headline).toBe('Signaux Faibles dépasse de 4 000 € d’AE depuis le 15/02/2023');
    expect(text).toContain('Place des entreprises : part destinée aux restes à payer dépassée de 900 € de CP.');
  });

  test('the ceiling of a programme exceeded, below those of its envelopes', () => {
    const AE = { amount: Euros.fromCents<'AE'>(10_000_00), mode: 'blocking' as const };
    const partCeilings = [
      { part: 'programme' as const, value: '0103', year: 2023, ceilings: { AE, CP: null }, article: '' },
    ];
    const { tone, headline, text } = seen([row('PDE', '1500'), row('SF', '9000', { ej: '1400000002' })], {
      partCeilings,
    });
    expect([tone, headline]).toEqual(['danger', 'Le programme 0103 dépasse de 500 € d’AE depuis le 15/02/2023']);
    expect(text).toContain('Délégant non informé.');
  });

  test('an amount of unknown nature is stated once', () => {
    const headings = 'Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date | Montant | AE/CP';
    const rows = ['AE', 'CP', 'autre'].map(
      (nature, index) =>
        `SF | Prestations | 010300000104 | 140000000${index === 1 ? 0 : index} | 15/03/2023 | 500 | ${nature}`,
    );
    expect(seen(rows, { headings }).text).toMatch(
      /^1 ligne non contrôlée, hors des totaux : [^.]*\. (?!.*plage non lue)/,
    );
  });

  test('payments whose date cannot be read are given with their sum, which is reserved', () => {
    const dates = ['20/03/2023', 'avril 2023', 'T2 2023'];
    const rows = dates.map((date, index) =>
      row('SF', '1000', { ej: `140000000${index}`, rest: `| 15/03/2023 | ${date} | 400` }),
    );
    const { tone, headline, text } = seen(rows);
    expect([tone, headline]).toEqual(['unknown', 'Aucun dépassement dans ce qui a été lu']);
    expect(text).toContain('Date de paiement illisible sur 2 lignes : 800 € de CP en attente, peut-être payés.');
  });

  test('a ledger without a column of payments: CP are not calculable, and nothing is green', () => {
    const headings = HEADINGS.split(' | ').slice(0, 6).join(' | ');
    const { tone, headline, text } = seen([row('SF', '1000')], { headings });
    expect([tone, headline]).toEqual(['unknown', 'Aucun dépassement dans ce qui a été lu']);
    expect(text).toMatch(/^CP non calculables : aucune colonne du suivi ne donne « Montant CP/);
  });

  test('a ledger that conforms, beside a list without any known operation, which is given with its sum', () => {
    const convention = keptConvention('activity', 'ministerialAxis2');
    const ledger = ledgerWorkbook(convention, [HEADINGS, row('SF', '1000')].join('\n'));
    const cells = [
      ['Prestation', 'Montant'],
      ['Journée de conseil', 120_000],
      ['Journée de développement', 45_000.5],
    ].map((line) => line.map((value) => ({ value })));
    const workbook = applyPlan(ledger, {
      purpose: 'repair',
      expected: [],
      steps: [
        { kind: 'addSheet', sheet: 'Prestations' },
        { kind: 'setCells', sheet: 'Prestations', top: 0, left: 0, cells },
      ],
    });
    const opened = openDossier(workbook, {});
    if (!opened.ok) throw new Error(opened.failure.code);
    const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
    expect(wordsOf(dossier, report).text).toBe(
      'Le suivi est lu en entier : aucun dépassement, aucune erreur, aucun avertissement. ' +
        '1 plage sans opération reconnue n’entre dans aucun chiffre : 165 000,50 € de nature inconnue. 1 information à lire.',
    );
  });

  test.each`
    texts         | why           | tone         | headline                                    | text
    ${'notes'}    | ${'notGiven'} | ${'good'}    | ${'Tout est en ordre'}                      | ${'Cette version d’Excel ne donne pas les notes des cellules : ce qui y est écrit n’est pas contrôlé.'}
    ${'comments'} | ${'refused'}  | ${'unknown'} | ${'Aucun dépassement dans ce qui a été lu'} | ${'Excel refuse de donner les commentaires des cellules : ce qui y est écrit n’est pas contrôlé.'}
    ${'pages'}    | ${'refused'}  | ${'unknown'} | ${'Aucun dépassement dans ce qui a été lu'} | ${'Excel refuse de donner les en-têtes et pieds de page : ce qui y est écrit n’est pas contrôlé.'}
    ${'shapes'}   | ${'tooMany'}  | ${'unknown'} | ${'Aucun dépassement dans ce qui a été lu'} | ${'Pour les zones de texte, seuls les premiers textes sont lus : il y en a trop.'}
    ${'merges'}   | ${'refused'}  | ${'unknown'} | ${'Aucun dépassement dans ce qui a été lu'} | ${'Excel refuse de donner les cellules fusionnées : ce qui est fusionné sur plusieurs lignes n’est lu que sur la première.'}
    ${'merges'}   | ${'tooMany'}  | ${'unknown'} | ${'Aucun dépassement dans ce qui a été lu'} | ${'Trop de cellules sont fusionnées pour être toutes lues : ce qui l’est sur plusieurs lignes peut n’être lu que sur la première.'}
  `('a ledger that conforms, and $texts beside it that are $why', ({ texts: what, why, tone, headline, text }) => {
    const convention = keptConvention('activity', 'ministerialAxis2');
    const ledger = ledgerWorkbook(convention, [HEADINGS, row('SF', '1000')].join('\n'));
    const opened = openDossier({ ...ledger, besideUnread: [{ what, why }] }, {});
    if (!opened.ok) throw new Error(opened.failure.code);
    const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
    expect(wordsOf(dossier, report)).toEqual({ tone, headline, text: expect.stringContaining(text) as string });
  });

  test('a convention that has ended, and whose ledger conforms', () => {
    expect(seen([row('SF', '1000')], { asOf: '2024-02-01' })).toMatchObject({
      tone: expect.not.stringMatching('good') as string,
    });
  });

  test.each`
    asOf            | headline                      | text
    ${'2023-08-30'} | ${'Tout est en ordre'}        | ${/^Le suivi est lu en entier/}
    ${'2023-08-31'} | ${'La convention a pris fin'} | ${/La convention a pris fin le 30\/08\/2023\.|Le suivi est lu/}
  `(
    'a termination received on 30/05/2023, on $asOf: $headline',
    ({ asOf, headline, text }: Seen & { asOf: string }) => {
      const termination = { sentOn: null, receivedOn: isoDate('2023-05-30') };
      const done = { index: 0, type: 'other', label: 'Une obligation', doneOn: isoDate('2023-01-02') } as const;
      const duties = [{ ...done, delay: null, dueOn: null, addressee: '', approval: null, article: '' }];
      const at = seen([row('SF', '1000')], { asOf, termination, duties });
      expect(at).toEqual({
        tone: expect.any(String) as string,
        headline,
        text: expect.stringMatching(text) as string,
      });
    },
  );

  test('the sample, on its last day and at the half-year', () => {
    const dossier = sampleDossier();
    const at = (day: string): Seen => {
      const controlled = controlledAt(dossier, isoDate(day));
      return wordsOf(controlled.dossier, controlled.report);
    };
    expect(at('2023-12-31')).toEqual({
      tone: 'danger',
      headline: expect.stringMatching(/^La convention dépasse de 2 691 € d’AE depuis le /) as string,
      text: expect.stringMatching(
        /^Avec 1 200 € en attente, il manque 3 891 € d’AE\. .*Signaux Faibles dépasse de 4 000 € d’AE depuis le 20\/11\/2023 et de 1 600 € de CP depuis le 29\/12\/2023\..* Délégant non informé\./,
      ) as string,
    });
    expect(at('2023-06-30')).toEqual({
      tone: 'warning',
      headline: 'Place des entreprises : part destinée aux restes à payer dépassée de 900 € de CP',
      text: expect.stringMatching(
        /^AE consommées à 85 % ou plus : .* 25 erreurs, 6 avertissements et 12 informations à traiter\.$/,
      ) as string,
    });
  });
});

describe('the facts beside the headline', () => {
  const factsOf = (asOf: string): readonly string[] => {
    const { dossier, report } = controlledAt(sampleDossier(), isoDate(asOf));
    const { facts } = verdictText(verdictOf(dossier, report), dossier.convention, report, PANE_FR);
    const { shown, folded } = foldedFacts(facts);
    const lines = (some: readonly FactLine[], mark: string): readonly string[] =>
      some.map(({ kind, text }) => `${mark}${kind}: ${plain(text).slice(0, 32)}`);
    return [...lines(shown, ''), ...lines(folded, '(folded) ')];
  };

  test('of the sample: what is wrong, then what the figures lack; the rest is folded', () => {
    expect(factsOf('2023-12-31')).toEqual([
      'danger: Signaux Faibles dépasse de 4 000',
      'danger: Délégant non informé.',
      'unknown: 4 lignes non contrôlées, hors de',
      '(folded) warning: La convention : il manque 301 € ',
      '(folded) warning: Place des entreprises : part des',
    ]);
  });

  test.each<readonly [what: string, kinds: string, shown: string, folded: string]>([
    ['three facts', 'warning warning info', 'warning warning info', ''],
    ['a fourth one, which takes the place of its button', 'warning warning info info', 'warning warning info info', ''],
    ['two more', 'warning warning info info info', 'warning warning info', 'info info'],
    ['two more, and what is wrong', 'info info info danger info info', 'info info info danger', 'info info'],
    ['two more, and amounts not counted', 'info info info info info unknown', 'info info info unknown', 'info info'],
  ])('%s', (_, kinds, shown, folded) => {
    const facts = kinds.split(' ').map((kind) => ({ kind: kind as FactLine['kind'], text: '' }));
    const found = foldedFacts(facts);
    const words = (some: readonly FactLine[]): string => some.map(({ kind }) => kind).join(' ');
    expect([words(found.shown), words(found.folded)]).toEqual([shown, folded]);
  });
});

describe('the state beside an envelope over its ceiling, 104 000 € of AE being committed on 20/11/2023', () => {
  const statusOf = (informedOn: string | null): EnvelopeView['status'] | undefined => {
    const convention = keptConvention('activity', 'ministerialAxis2');
    const duties = convention.duties.map((duty) =>
      duty.type === 'insufficiency' ? { ...duty, doneOn: informedOn === null ? null : isoDate(informedOn) } : duty,
    );
    const text = [HEADINGS, row('SF', '104000', { date: '20/11/2023' })].join('\n');
    const opened = openDossier(ledgerWorkbook({ ...convention, duties }, text), {});
    if (!opened.ok) throw new Error(opened.failure.code);
    const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
    return envelopeViews(dossier, report).find(({ code }) => code === 'SF')?.status;
  };

  test.each`
    informedOn      | status         | why
    ${null}         | ${'exceeded'}  | ${'nothing is suspended before the délégant is informed (art. 3)'}
    ${'2023-11-19'} | ${'exceeded'}  | ${'informed of something else, before the ceiling was exceeded'}
    ${'2023-11-20'} | ${'suspended'} | ${'informed, and the allocation was not adjusted'}
  `('informed on $informedOn: $status ($why)', ({ informedOn, status }: { informedOn: string; status: string }) => {
    expect(statusOf(informedOn)).toBe(status);
  });
});
