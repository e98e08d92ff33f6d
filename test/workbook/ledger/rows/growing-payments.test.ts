/** Payments by month or quarter that only grow: a cumulative figure perhaps. They count, and are reported. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const DAY = 44_941;
const QUARTERS = ['CP consommés T1', 'CP consommés T2', 'CP consommés T3', 'CP consommés T4'];
const MONTHS = ['janv-23', 'févr-23', 'mars-23', 'avr-23'];
type Amounts = readonly (number | null)[];

/** The CP that are read in all, in euros, and the column that is reported, with its rows. */
function read(headings: readonly string[], rows: readonly Amounts[]): readonly unknown[] {
  const table = [
    ['Axe ministériel 2', 'N° EJ', 'Date EJ', 'AE engagées', ...headings],
    ...rows.map((amounts, at) => ['PDE', `140570000${at + 1}`, DAY, 20_000, ...amounts]),
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows: table }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const cp = dossier.ledger.rows.reduce((sum, row) => sum + (row.cp.kind === 'amount' ? row.cp.cents / 100 : 0), 0);
  const found = report.findings.flatMap(({ rule, details }) =>
    rule === 'LEC-05' && details.about === 'cpGrows' ? [`${details.heading} ×${details.rows}`] : [],
  );
  return [cp, ...found];
}

test.each<readonly [string, readonly string[], readonly Amounts[], readonly unknown[]]>([
  [
    'four rows that grow by quarter',
    QUARTERS,
    [
      [1000, 2500, 4000, 6000],
      [0, 500, 1500, 3000],
      [1000, 1000, 1000, 1500],
      [null, 700, 900, 900],
    ],
    [25_500, 'CP consommés T4 ×4'],
  ],
  [
    'three rows that grow by month',
    MONTHS,
    [
      [1000, 2500, 4000, 6000],
      [null, 500, 1500, 3000],
      [1000, 1200, 1300, null],
    ],
    [22_000, 'avr-23 ×2'],
  ],
  [
    'quarters that are still to come',
    QUARTERS,
    [
      [1000, 2500, 4000, null],
      [200, 500, 1500, null],
      [100, 200, 1000, null],
    ],
    [11_000, 'CP consommés T3 ×3'],
  ],
  [
    'rents that are indexed once',
    QUARTERS,
    Array.from({ length: 8 }, (_, row) => [1000, 1000, 1000, 1100 + row]),
    [32_828],
  ],
  [
    'payments that add up to the AE of their EJ, 20 000',
    QUARTERS,
    [
      [2000, 4000, 6000, 8000],
      [1000, 3000, 7000, 9000],
      [500, 4500, 5500, 9500],
    ],
    [60_000],
  ],
  [
    'one row that falls',
    QUARTERS,
    [
      [1000, 2500, 4000, 6000],
      [1000, 2500, 4000, 6000],
      [1000, 2500, 4000, 3000],
    ],
    [37_500],
  ],
  [
    'a rent, and payments of a single period',
    MONTHS,
    [
      [1000, 1000, 1000, 1000],
      [null, null, 5000, null],
      [null, 2000, null, null],
    ],
    [11_000],
  ],
  [
    'a period without a payment between two',
    MONTHS,
    [
      [1000, null, 2500, 4000],
      [1000, 2500, 4000, 6000],
      [1000, 2500, 4000, 6000],
    ],
    [34_500],
  ],
  [
    'one row alone that grows, by chance perhaps',
    MONTHS,
    [
      [1000, 2500, 4000, 6000],
      [500, 500, null, null],
    ],
    [14_500],
  ],
])('%s', (_, headings, rows, expected) => {
  expect(read(headings, rows)).toEqual(expected);
});
