/** A sheet for each month: the totals of one that is prepared. A short journal with its total under the dates. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf, type SheetGiven } from '../../../support/ledgers/workbook-of';

const HEADINGS = ['Enveloppe', 'N° EJ', "Date d'engagement", 'Montant AE', 'Date de paiement', 'Montant CP'];
const JANUARY: readonly (readonly CellValue[])[] = [
  HEADINGS,
  ['PDE', '1400000001', 44_940, 10_000, 44_970, 4_000],
  ['PDE', '1400000002', 44_941, 6_000, 44_971, 2_000],
  ['Total', null, null, 16_000, null, 6_000],
];

/** The consumed AE and CP of PDE in euros, null when not calculable, and the severities of DON-05 by sheet. */
function read(...sheets: readonly [SheetGiven, ...SheetGiven[]]): readonly [number | null, number | null, string] {
  const opened = openDossier(workbookOf(...sheets), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const consumed = (nature: 'AE' | 'CP'): number | null => {
    const amount = report.balances.figures({ envelope: 'PDE', line: null }, nature).consumed;
    return amount === null ? null : amount.cents / 100;
  };
  const totals = report.findings.flatMap(({ rule, severity }) => (rule === 'DON-05' ? [severity] : []));
  return [consumed('AE'), consumed('CP'), totals.join(', ')];
}

test.each<[why: string, february: readonly (readonly CellValue[])[], totals: string]>([
  ['prepared, its total is zero', [HEADINGS, ['Total', null, null, 0, null, 0]], 'info, info'],
  ['its total is not zero', [HEADINGS, ['Total', null, null, 500, null, 0]], 'info, error, error'],
  ['the total of all months is zero', [HEADINGS, ['Total général', null, null, 0, null, 0]], 'info, error, error'],
])('a month without rows: %s', (_, february, totals) => {
  expect(read({ name: 'Janvier', rows: JANUARY }, { name: 'Février', rows: february })).toEqual([
    16_000,
    6_000,
    totals,
  ]);
});

test.each<[label: string, amount: number, totals: string]>([
  ['Report du mois précédent', 0, 'info, info'],
  ['Report du mois précédent', 500, 'warning, warning, info'],
])('the first month begins with « %s », %d', (label, amount, totals) => {
  const [headings = [], ...rows] = JANUARY;
  const january = [headings, [label, null, null, amount, null, amount], ...rows];
  expect(read({ name: 'Janvier', rows: january })).toEqual([16_000, 6_000, totals]);
});

const FEBRUARY: readonly (readonly CellValue[])[] = [
  HEADINGS,
  ['Report PDE', null, null, 16_000, null, 6_000],
  ['PDE', '1400000003', 44_972, 5_000, null, null],
  ['SF', '1400000004', 44_973, 800, null, null],
];

test.each<[why: string, sf: number, ae: string]>([
  ['no row before', 0, 'info, info, info'],
  ['no row before, and an amount', 500, 'info, info, error'],
])('a month begins with a line of an envelope that has %s', (_, carried, totals) => {
  const [headings = [], ...rows] = FEBRUARY;
  const february = [headings, ['Report SF', null, null, carried, null, null], ...rows];
  const found = read({ name: 'Janvier', rows: JANUARY }, { name: 'Février', rows: february });
  expect(found).toEqual([21_000, 6_000, expect.stringMatching(/./)]);
  expect(found[2].split(', ').sort()).toEqual(totals.split(', ').sort());
});

test.each<[month: string, amount: number, totals: string]>([
  ['Janvier', 0, 'info, info'],
  ['Janvier', 16_000, 'info, info'],
  ['Février', 0, 'error, info'],
])('%s ends with « Cumul des mois précédents », %d', (month, amount, totals) => {
  const earlier = { name: 'Janvier', rows: JANUARY };
  const cumulated = ['Cumul des mois précédents', null, null, amount, null, null];
  const sheets = {
    Janvier: [{ name: 'Janvier', rows: [...JANUARY, cumulated] }],
    Février: [earlier, { name: 'Février', rows: [HEADINGS, ...FEBRUARY.slice(2), cumulated] }],
  } as const;
  const [first, ...others] = sheets[month as keyof typeof sheets];
  expect(
    read(first, ...others)[2]
      .split(', ')
      .sort(),
  ).toEqual(totals.split(', '));
});

test('one sheet where « Cumul des mois précédents » is below each month: 0 is right below the first one alone', () => {
  const cumulated = ['Cumul des mois précédents', null, null, 0, null, null];
  const [, , found] = read({ name: 'Suivi', rows: [...JANUARY, cumulated, ...FEBRUARY.slice(2), cumulated] });
  expect(found.split(', ').sort()).toEqual(['error', 'info', 'info']);
});

test.each<[amount: number, totals: string]>([
  [16_000, 'info, info, info, info'],
  [21_800, 'info, info, info, info'], // with the month itself
  [0, 'error, info, info, info'],
  [15_000, 'error, info, info, info'],
])('one sheet, after « Total février », « Cumul des mois précédents » %d', (amount, totals) => {
  const months = [...JANUARY, ...FEBRUARY.slice(2), ['Total février', null, null, 5_800, null, null]];
  const [zero, cumulated] = [0, amount].map((ae) => ['Cumul des mois précédents', null, null, ae, null, null]);
  const rows = [...months.slice(0, 4), zero ?? [], ...months.slice(4), cumulated ?? []];
  expect(read({ name: 'Suivi', rows })[2].split(', ').sort().join(', ')).toBe(totals);
});

test.each<[amount: number, totals: string]>([
  [21_800, 'info, info, info'],
  [16_000, 'error, info, info'], // what « Cumul des mois précédents » would have been
])('one sheet, after « Total février », « Cumul » %d is of all the months', (amount, totals) => {
  const months = [...JANUARY, ...FEBRUARY.slice(2), ['Total février', null, null, 5_800, null, null]];
  const rows = [...months, ['Cumul', null, null, amount, null, null]];
  expect(read({ name: 'Suivi', rows })[2].split(', ').sort().join(', ')).toBe(totals);
});

test('a month that begins with 0,00 carried for an envelope that has rows before', () => {
  const carried = (sf: number): SheetGiven => ({
    name: 'Mars',
    rows: [HEADINGS, ['Report SF', null, null, sf, null, null], ['PDE', '1400000009', 45_000, 10, null, null]],
  });
  const [january, february] = [
    { name: 'Janvier', rows: JANUARY },
    { name: 'Février', rows: [HEADINGS, ...FEBRUARY.slice(2)] },
  ];
  expect(read(january, february, carried(800))[2]).toBe('info, info');
  expect(read(january, february, carried(0))[2]).toBe('info, error');
});

test.each(['Total', 'Total du mois', 'Sous-total janvier', 'Reste', 'Dotation initiale'])(
  'a short journal with « %s » under its dates: both natures are calculable',
  (label) => {
    const rows = [
      ['Date', 'Type', 'Enveloppe', 'N° EJ', 'Tiers', 'AE', 'CP'],
      [44_940, 'Engagement', 'PDE', '1400000001', 'Octo', 10_000, null],
      [44_971, 'Paiement', 'PDE', '1400000001', 'Octo', null, 2_500],
      [44_999, 'Engagement', 'PDE', '1400000003', 'Malt', 2_500, null],
      [label, null, null, null, null, 12_500, 2_500],
    ];
    expect(read({ name: 'Suivi', rows }).slice(0, 2)).toEqual([12_500, 2_500]);
  },
);
