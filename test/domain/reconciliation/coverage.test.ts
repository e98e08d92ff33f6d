/**
 * The coverage of a reconciliation, before any gap: AE and CP apart, in rows and amounts, with what was not compared
 * and why. The ledger has three commitments (1 000, 400 and a retrait of −100) and two payments (600 and 70).
 */
import {
  gapFindings,
  gapsOf,
  isEnough,
  isNatureCompared,
  isNothingCompared,
} from '../../../src/domain/reconciliation/conclusion';
import { describeCoverage } from '../../../src/messages/describe-coverage';
import type { ChorusExtract } from '../../../src/domain/reconciliation/extract';
import { extractOf } from '../../support/ledgers/extract-builder';
import { reconciled } from '../../support/reconciliation';

const LEDGER = `
  imputation | axe 2 | EJ         | date EJ    | AE       | payé le    | CP     | DP         | état
  juste      | PDE   | 1400000001 | 15/02/2023 | 1 000,00 | 10/05/2023 | 600,00 | 0100000001 |
  juste      | PDE   | 1400000002 | 01/03/2023 | 400,00   |            |        |            |
  juste      | SF    | 1400000003 | 02/03/2023 | -100,00  | 11/05/2023 | 70,00  | 0100000003 |`;

const COMMITMENTS = `
  mouvement  | codes | axe 2 | EJ         | date       | montant
  engagement | juste | PDE   | 1400000001 | 15/02/2023 | 1 000,00
  engagement | juste | PDE   | 1400000002 | 01/03/2023 | 400,00
  engagement | juste | SF    | 1400000003 | 02/03/2023 | -100,00`;
const PAYMENTS = `
  mouvement | codes | axe 2 | EJ         | DP         | date       | montant
  paiement  | juste | PDE   | 1400000001 | 0100000001 | 10/05/2023 | 600,00
  paiement  | juste | SF    | 1400000003 | 0100000003 | 11/05/2023 | 70,00`;

const ae = (table: string): ChorusExtract => extractOf(table, { shape: 'infBud53Ae', source: 'ae.csv' });
const cp = (table: string): ChorusExtract => extractOf(table, { shape: 'infBud53Cp', source: 'cp.csv' });
const EMPTY_AE = 'mouvement | codes | axe 2 | EJ | date | montant';
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ').replaceAll('’', "'");

test.each<[name: string, extracts: readonly ChorusExtract[], headline: string, tone: string, AE: string, CP: string]>([
  [
    'both natures, all found: the only success',
    [ae(COMMITMENTS), cp(PAYMENTS)],
    'Le suivi et Chorus concordent',
    'success',
    "100 % : 3 lignes sur 3 à comparer : 1 300,00 € sur 1 300,00 € d'AE.",
    '100 % : 2 lignes sur 2 à comparer : 670,00 € sur 670,00 € de CP.',
  ],
  [
    'only CP',
    [cp(PAYMENTS)],
    'AE non comparées, CP comparés',
    'warning',
    "0 % : 0 ligne sur 3 à comparer : 1 300,00 € d'AE sans contrôle. natureNotGiven",
    '100 % : 2 lignes sur 2 à comparer : 670,00 € sur 670,00 € de CP.',
  ],
  [
    "no EJ column, on the convention's own codes: its lines are not « absent from the ledger »",
    [ae('mouvement | codes | axe 2 | date | montant\n engagement | juste | PDE | 15/02/2023 | 1 000,00'), cp(PAYMENTS)],
    'AE non comparées, CP comparés',
    'warning',
    "0 % : 0 ligne sur 3 à comparer : 1 300,00 € d'AE sans contrôle. 1 ligne de l'extrait n'a ni N° EJ ni N° DP (1 000,00 €) : elle n'est pas comparée. keyNotGiven",
    '100 % : 2 lignes sur 2 à comparer : 670,00 € sur 670,00 € de CP.',
  ],
  [
    'lines that are neither engaged nor paid',
    [
      extractOf(
        'mouvement | codes | axe 2 | EJ | date | montant\n facturé | juste | PDE | 1400000001 | 15/02/2023 | 670,00',
        { shape: 'infBud53Measures' },
      ),
    ],
    "Rien n'a pu être comparé",
    'error',
    "0 % : 0 ligne sur 3 à comparer : 1 300,00 € d'AE sans contrôle. natureNotGiven",
    '0 % : 0 ligne sur 2 à comparer : 670,00 € de CP sans contrôle. noCommonRow',
  ],
  [
    'no EJ column, and no line of AE under its headings',
    [ae('mouvement | codes | axe 2 | date | montant'), cp(PAYMENTS)],
    'AE non comparées, CP comparés',
    'warning',
    "0 % : 0 ligne sur 3 à comparer : 1 300,00 € d'AE sans contrôle. keyNotGiven noLine",
    '100 % : 2 lignes sur 2 à comparer : 670,00 € sur 670,00 € de CP.',
  ],
  [
    'the extract of another convention',
    [
      ae(`
      mouvement  | domaine    | centre financier | EJ         | date       | montant
      engagement | 0155-01-01 | 0155-CDGE-C001   | 1400777701 | 15/02/2023 | 52 500,00`),
    ],
    "Rien n'a pu être comparé",
    'error',
    "0 % : 0 ligne sur 3 à comparer : 1 300,00 € d'AE sans contrôle. otherConvention",
    '0 % : 0 ligne sur 2 à comparer : 670,00 € de CP sans contrôle. natureNotGiven',
  ],
  [
    'an extract without a line',
    [ae(EMPTY_AE)],
    "Rien n'a pu être comparé",
    'error',
    "0 % : 0 ligne sur 3 à comparer : 1 300,00 € d'AE sans contrôle. noLine",
    '0 % : 0 ligne sur 2 à comparer : 670,00 € de CP sans contrôle. noLine',
  ],
  [
    "last year's extract",
    [
      ae(`
      mouvement  | codes | axe 2 | EJ         | exercice | date       | montant
      engagement | juste | PDE   | 1400000801 | 2022     | 15/02/2022 | 1 000,00`),
    ],
    "Rien n'a pu être comparé",
    'error',
    "0 % : 0 ligne sur 3 à comparer : 1 300,00 € d'AE sans contrôle. otherYear",
    '0 % : 0 ligne sur 2 à comparer : 670,00 € de CP sans contrôle. natureNotGiven',
  ],
  [
    'our codes, and no EJ in common',
    [
      ae(`
      mouvement  | codes | axe 2 | EJ         | date       | montant
      engagement | juste | PDE   | 1400000801 | 15/02/2023 | 9,00`),
    ],
    "Rien n'a pu être comparé",
    'error',
    "0 % : 0 ligne sur 3 à comparer : 1 300,00 € d'AE sans contrôle. noCommonRow",
    '0 % : 0 ligne sur 2 à comparer : 670,00 € de CP sans contrôle. natureNotGiven',
  ],
  [
    'one small EJ in three: the share is the lower of rows and amounts, and a retrait hides nothing',
    [
      ae(`
      mouvement  | codes | axe 2 | EJ         | date       | montant
      engagement | juste | SF    | 1400000003 | 02/03/2023 | -100,00`),
      cp(PAYMENTS),
    ],
    'AE comparées à 6 %, CP comparés',
    'warning',
    "6 % : 1 ligne sur 3 à comparer : −100,00 € sur 1 300,00 € d'AE. Non comparé : absent de Chorus (2 lignes, 1 400,00 €).",
    '100 % : 2 lignes sur 2 à comparer : 670,00 € sur 670,00 € de CP.',
  ],
])('%s', (_, extracts, headline, tone, AE, CP) => {
  const result = reconciled(LEDGER, extracts);
  const text = describeCoverage(result, 'fr');
  expect([plain(text.headline), text.tone]).toEqual([headline, tone]);
  const lines = text.lines.map(({ share, compared, details }, at) =>
    plain([share, ':', compared, ...details, ...(result.coverage[at]?.causes ?? [])].join(' ')),
  );
  expect(lines).toEqual([AE, CP]);
  expect([isEnough(result.coverage), isNothingCompared(result.coverage)]).toEqual([
    tone === 'success',
    tone === 'error',
  ]);
});

test('what is rightly left out is counted apart, and lowers no share', () => {
  const { coverage } = reconciled(
    `${LEDGER}
  juste      | PDE   | 1400000004 | 02/04/2023 | 30,00   |            |        |            | projet
  juste      | PDE   | 1400000005 | 02/04/2021 | 20,00   |            |        |            |
  juste      | PDE   | 1400000006 | 02/04/2023 | 0       |            |        |            |
  juste      | PDE   | 1400000001 |            |         |            | 15,00  |            |`,
    [ae(COMMITMENTS), cp(PAYMENTS)],
  );
  expect(coverage.map(({ percent, leftOut }) => [percent, leftOut])).toEqual([
    [
      100,
      [
        { why: 'project', count: 1, cents: 3_000 },
        { why: 'outsideCreditYear', count: 1, cents: 2_000 },
      ],
    ],
    [100, [{ why: 'reserved', count: 1, cents: 1_500 }]],
  ]);
});

test('a ledger without payments has nothing to compare in CP, and a line without a number is not nothing', () => {
  const commitments = 'imputation | axe 2 | EJ | date EJ | AE\n juste | PDE | 1400000001 | 15/02/2023 | 1 000,00';
  const nameless = cp('mouvement | codes | axe 2 | date | montant\n paiement | juste | PDE | 20/06/2023 | 33,00');
  const stateOf = (extracts: readonly ChorusExtract[]) =>
    reconciled(commitments, extracts).coverage.map(({ nature, state, percent }) => [nature, state, percent]);
  const AE = ['AE', 'enough', 100];
  const ofPde = COMMITMENTS.split('\n').slice(0, 3).join('\n');
  expect(stateOf([ae(ofPde), cp(PAYMENTS)])).toEqual([AE, ['CP', 'nothing', null]]);
  expect(stateOf([ae(ofPde), nameless])).toEqual([AE, ['CP', 'none', null]]);
  const onlyPayments = reconciled(commitments, [cp(PAYMENTS)]).coverage;
  expect(onlyPayments.map(({ state }) => state)).toEqual(['none', 'nothing']);
  expect([isEnough(onlyPayments), isNothingCompared(onlyPayments)]).toEqual([false, true]);
});

test('where no extract can be compared, the totals show the ledger alone: no amount and no gap of Chorus', () => {
  const { totals } = reconciled(LEDGER, [cp(PAYMENTS)]);
  expect(totals.map(({ envelope, nature, ledger, chorus, gap }) => [envelope, nature, ledger, chorus, gap])).toEqual([
    ['PDE', 'AE', 140_000, null, null],
    ['PDE', 'CP', 60_000, 60_000, 0],
    ['SF', 'AE', -10_000, null, null],
    ['SF', 'CP', 7_000, 7_000, 0],
  ]);
});

test('equal amounts over too little are no success: with a line that has no number, nothing is sure', () => {
  const nameless = cp('mouvement | codes | axe 2 | date | montant\n paiement | juste | PDE | 20/06/2023 | 33,00');
  const text = describeCoverage(reconciled(LEDGER, [ae(COMMITMENTS), cp(PAYMENTS), nameless]), 'fr');
  expect([text.tone, plain(text.headline)]).toEqual(['warning', 'AE comparées, CP comparés à 100 %']);
});

test('a nature of which nothing was compared has no gap and no finding; the other keeps its own', () => {
  const payments = PAYMENTS.replace('600,00', '590,00');
  const { coverage, groups, findings } = reconciled(LEDGER, [
    ae('mouvement | codes | axe 2 | EJ | date | montant\n engagement | juste | PDE | 1400000009 | 15/02/2023 | 5,00'),
    cp(payments),
  ]);
  expect([isNatureCompared(coverage, 'AE'), isNatureCompared(coverage, 'CP')]).toEqual([false, true]);
  expect(gapsOf(groups, coverage).map(({ nature, status }) => [nature, status])).toEqual([['CP', 'amountDiffers']]);
  expect(findings.some(({ details }) => 'nature' in details && details.nature === 'AE')).toBe(true);
  expect(gapFindings(findings, coverage).map(({ rule }) => rule)).toEqual(['CHO-03']);
});

test('the lines that the extracts give of each nature are counted, found in the ledger or not', () => {
  const more = `${PAYMENTS}\n  paiement | juste | SF | 1400000009 | 0100000009 | 12/05/2023 | 5,00`;
  const linesOf = (extracts: readonly ChorusExtract[]): readonly number[] =>
    reconciled(LEDGER, extracts).coverage.map(({ lines }) => lines);
  expect(linesOf([ae(COMMITMENTS), cp(more)])).toEqual([3, 3]);
  expect(linesOf([cp(PAYMENTS)])).toEqual([0, 2]);
});

test.each`
  found | large   | percent | state        | why
  ${20} | ${1}    | ${100}  | ${'enough'}  | ${'every row'}
  ${19} | ${1}    | ${95}   | ${'enough'}  | ${'nineteen rows of twenty'}
  ${18} | ${1}    | ${90}   | ${'partial'} | ${'eighteen'}
  ${19} | ${1.01} | ${94}   | ${'partial'} | ${'nineteen rows, but the one that is missing is a cent larger'}
  ${19} | ${0.99} | ${95}   | ${'enough'}  | ${'nineteen rows, and the one that is missing is a cent smaller: the rows decide'}
  ${1}  | ${1}    | ${5}    | ${'partial'} | ${'one row'}
  ${0}  | ${1}    | ${0}    | ${'none'}    | ${'no row'}
`('twenty commitments, $found of them in Chorus: $percent %, $state, $why', ({ found, large, percent, state }) => {
  const ejs = Array.from({ length: 20 }, (_, at) => String(1_400_000_001 + at));
  const cents = (at: number): string => (at === 19 ? Number(large) : 1).toFixed(2).replace('.', ',');
  const rows = ejs.map((ej, at) => `juste | PDE | ${ej} | 15/02/2023 | ${cents(at)}`);
  const lines = ejs
    .slice(0, found as number)
    .map((ej, at) => `engagement | juste | PDE | ${ej} | 15/02/2023 | ${cents(at)}`);
  const { coverage } = reconciled(['imputation | axe 2 | EJ | date EJ | AE', ...rows].join('\n'), [
    ae([EMPTY_AE, ...lines, 'engagement | juste | PDE | 1400009999 | 15/02/2023 | 7,00'].join('\n')),
  ]);
  expect(coverage[0]).toMatchObject({ percent, state, comparable: { count: 20 }, compared: { count: found } });
});
