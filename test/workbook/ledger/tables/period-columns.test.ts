/** Payments by month or by quarter beside an EJ: each counts on the last day of its period; plans and forecasts never do. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate, toIso } from '../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

interface Drawn {
  readonly months: readonly string[];
  readonly title?: string;
  readonly sheet?: string;
  readonly groups?: readonly (string | null)[];
  readonly cells?: readonly CellValue[];
}

const HEADINGS = ['N° EJ', 'Axe ministériel 2', "Date d'engagement", 'Montant AE'];

function opened({ months, title, sheet = 'Feuil1', groups, cells = [100, null, 30.5] }: Drawn) {
  const rows: CellValue[][] = [
    ...(title === undefined ? [] : [[title]]),
    ...(groups ? [[...HEADINGS.map(() => null), ...groups]] : []),
    [...HEADINGS, ...months],
    ['1405700001', 'PDE', 44_950, 1000, ...cells],
    ['1405700002', 'SF', 44_951, 2000, null, 45, null],
  ];
  const dossier = openDossier(workbookOf({ name: sheet, rows }), { convention: convention2023() });
  return dossier.ok ? dossier.value : null;
}

/** The payments, as `2023-01-31 10000`. */
function payments(drawn: Drawn): readonly string[] {
  return (opened(drawn)?.ledger.rows ?? []).flatMap(({ paymentDate, cp }) =>
    cp.kind === 'amount' && paymentDate.kind === 'date' ? [`${toIso(paymentDate.date)} ${cp.cents}`] : [],
  );
}

const READ = ['2023-01-31 10000', '2023-02-28 4500', '2023-03-31 3050'];

test.each<[string, Drawn]>([
  ['CP and the month', { months: ['CP janvier', 'CP février', 'CP mars'] }],
  ['the month and the year in figures', { months: ['Payé 01/2023', 'Payé 02/2023', 'Payé 03/2023'] }],
  ['short months', { months: ['janv-23', 'févr-23', 'mars-23'] }],
  ['bare months, the year in the title', { months: ['Janvier', 'Février', 'Mars'], title: 'Dépenses 2023' }],
  ['bare months, the year of the credits', { months: ['Janvier', 'Février', 'Mars'] }],
  ['a group of payments', { months: ['Janvier', 'Février', 'Mars'], groups: ['Paiements', null, null] }],
])('read: %s', (_, drawn) => {
  expect(payments(drawn)).toEqual(READ);
});

const MONTHS = ['CP janvier', 'CP février', 'CP mars'];
const SUMS = [100, 150, 180.5];
const QUARTERS = ['2023-03-31 10000', '2023-06-30 4500', '2023-09-30 3050'];

function sideBySide(left: string, right: string): CellValue[][] {
  const headings = ['N° EJ', "Date d'engagement", 'Montant AE', ...MONTHS];
  return [
    [left, ...headings.map(() => null), right],
    [...headings, null, ...headings],
    ['1405700001', 44_950, 1000, 100, null, 30.5, null, '1405700003', 44_950, 500, null, 7, null],
    ['1405700002', 44_951, 2000, null, 45, null, null, '1405700004', 44_951, 600, 8, null, null],
  ];
}

test.each([
  ['PDE', 'SF'],
  ['Place des entreprises (PDE)', 'Enveloppe SF'],
  ['PDE 2023', 'SF 2023'],
  ['Place des entreprises (PDE) – exercice 2023', 'Enveloppe SF 2023'],
])('months in the tables of two envelopes side by side, under « %s » and « %s »', (left, right) => {
  const rows = sideBySide(left, right);
  const dossier = openDossier(workbookOf({ name: 'Feuil1', rows }), { convention: convention2023() });
  if (!dossier.ok) throw new Error(dossier.failure.code);
  const { balances } = controlledAt(dossier.value, isoDate('2023-12-31')).report;
  const paid = ['PDE', 'SF'].map((envelope) => balances.figures({ envelope, line: null }, 'CP').consumed?.cents);
  expect(paid).toEqual([175_50, 15_00]);
});

test.each([
  ['PDE 2022', 'SF 2023', ['2022-01-31', '2022-02-28', '2022-03-31', '2023-01-31', '2023-02-28']],
  ['PDE 2023 par marché', 'SF 2023 par marché', []],
  ['PDE 2022-2023', 'SF 2022-2023', []],
])('months side by side are of the year of their title: « %s » and « %s »', (left, right, days) => {
  const rows = sideBySide(left, right);
  const dossier = openDossier(workbookOf({ name: 'Feuil1', rows }), { convention: convention2023() });
  const read = dossier.ok ? dossier.value.ledger.rows.map(({ paymentDate }) => paymentDate) : [];
  const found = read.flatMap((day) => (day.kind === 'date' ? [toIso(day.date)] : []));
  expect([...new Set(found)].sort()).toEqual(days);
});

test.each<[string, Drawn]>([
  ['short quarters, the year of the credits', { months: ['T1', 'T2', 'T3'] }],
  ['CP and the quarter', { months: ['CP 1er trimestre', 'CP 2e trimestre', 'CP 3e trimestre'] }],
  ['the quarter and its year', { months: ['Payé T1 2023', 'Payé T2 2023', 'Payé T3 2023'] }],
  [
    'a group of payments',
    { months: ['1er trim.', '2ème trim.', '3ème trim.'], groups: ['Paiements 2023', null, null] },
  ],
])('read by quarter: %s', (_, drawn) => {
  expect(payments(drawn)).toEqual(QUARTERS);
});

test.each<[string, Drawn]>([
  [
    'a day in the title is that of the table',
    { months: ['CP janvier', 'CP février', 'CP mars'], title: 'Suivi des CP au 31/03/2023' },
  ],
  [
    '« cumul » in a title, above amounts that are no sums',
    { months: ['CP janvier', 'CP février', 'CP mars'], title: 'Paiements du mois et cumul' },
  ],
])('read: %s', (_, drawn) => {
  expect(payments(drawn)).toEqual(READ);
});

test('quarters beside months are their totals', () => {
  const months = ['CP janvier', 'CP février', 'CP mars', 'CP T1', 'CP T2'];
  expect(payments({ months, cells: [100, null, 30.5, null, null] })).toEqual(READ);
});

test.each<[string, Drawn]>([
  ['a forecast by its title', { months: ['CP janvier', 'CP février', 'CP mars'], title: 'Programmation 2023' }],
  ['a forecast by its sheet', { months: ['CP janvier', 'CP février', 'CP mars'], sheet: 'Prévisionnel' }],
  ['a forecast by its headings', { months: ['CP prévus janvier', 'CP prévus février', 'CP prévus mars'] }],
  ['AE by month', { months: ['Janvier', 'Février', 'Mars'], groups: ['Engagements', null, null] }],
  ['two years in the title', { months: ['CP janvier', 'CP février', 'CP mars'], title: 'Suivi 2022-2023' }],
  ['quarters of a forecast', { months: ['T1', 'T2', 'T3'], title: 'Prévision 2023' }],
  [
    'sums since the beginning, by their group',
    { months: MONTHS, groups: ['Cumul des paiements', null, null], cells: SUMS },
  ],
  [
    'sums since the beginning, by their headings',
    { months: ['Payé au 31/01/2023', 'Payé au 28/02/2023', 'Payé au 31/03/2023'], cells: SUMS },
  ],
  ['the same, with another word', { months: ['CP au 31 janvier', 'CP au 28 février', 'CP au 31 mars'], cells: SUMS }],
  [
    'sums since the beginning, by a title',
    { months: MONTHS, title: 'Paiements cumulés depuis le 1er janvier', cells: SUMS },
  ],
  ['sums since the beginning, by the sheet', { months: MONTHS, sheet: 'Paiements cumulés', cells: SUMS }],
  [
    'days under « au »',
    {
      months: ['31/01/2023', '28/02/2023', '31/03/2023'],
      groups: ['Situation des paiements au', null, null],
      cells: SUMS,
    },
  ],
  ['a quarter in two columns', { months: ['CP T1', 'CP T1 2023', 'CP T2'] }],
  ['a month in two columns', { months: ['CP janvier', 'CP janvier (bis)', 'CP mars'] }],
])('not read, and an error: %s', (_, drawn) => {
  expect(payments(drawn)).toEqual([]);
  const dossier = opened(drawn);
  const errors = dossier && controlledAt(dossier, isoDate('2023-12-31')).report.findings;
  expect(errors?.some(({ severity }) => severity === 'error') ?? true).toBe(true);
});

test('headings repeated from one part to the next are no payment', () => {
  const rows: CellValue[][] = [
    [...HEADINGS, 'CP janvier', 'CP février', 'CP mars'],
    ['1405700001', 'PDE', 44_950, 1000, 100, null, null],
    [...HEADINGS, 'CP janvier', 'CP février', 'CP mars'],
    ['1405700002', 'SF', 44_951, 2000, null, 45, null],
  ];
  const dossier = openDossier(workbookOf({ name: 'Feuil1', rows }), { convention: convention2023() });
  expect(dossier.ok && dossier.value.ledger.rows.length).toBe(4);
});

test('one warning for the table: the day is not known', () => {
  const dossier = opened({ months: ['CP janvier', 'CP février', 'CP mars'], cells: [100, 5, 7] });
  const { findings } = dossier ? controlledAt(dossier, isoDate('2023-12-31')).report : { findings: [] };
  expect(findings.filter(({ details }) => 'paidBy' in details)).toMatchObject([
    { rule: 'DON-08', severity: 'warning' },
  ]);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('a subtotal of each order under months: the month is no day of its row', () => {
  const months = ['janvier 2023', 'février 2023', 'mars 2023'];
  const rows = (...orders: readonly CellValue[][]): CellValue[][] => [
    ['N° EJ', 'Objet', "Date d'engagement", 'Montant AE', ...months],
    ...orders,
  ];
  const cpIn = (sheet: readonly CellValue[][]): number => {
    const dossier = openDossier(workbookOf({ name: 'PDE', rows: sheet }), { convention: convention2023() });
    if (!dossier.ok) throw new Error(dossier.failure.code);
    const { report } = controlledAt(dossier.value, isoDate('2023-12-31'));
    return report.balances.figures({ envelope: 'PDE', line: null }, 'CP').consumed?.cents ?? Number.NaN;
  };
  const LOT_2 = ['1405700001', 'Lot 2', 44_930, 5500, 2500, 1193.29];
  const LOT_3 = ['1405700002', 'Lot 3', 44_931, 9000, null, 4000];

  test.each<[string, CellValue[]]>([
    ['under the EJ', ['Sous-total Lot 2', null, null, 5500, 2500, 1193.29]],
    ['under the subject', [null, 'Total Lot 2', null, 5500, 2500, 1193.29]],
    ['as text', ['Sous-total Lot 2', null, null, '5 500,00 €', '2 500,00 €', '1 193,29 €']],
  ])('%s: each payment counts once', (_, total) => {
    expect(cpIn(rows(LOT_2, total, LOT_3))).toBe(769_329);
  });

  test('without subtotals', () => expect(cpIn(rows(LOT_2, LOT_3))).toBe(769_329));
});
