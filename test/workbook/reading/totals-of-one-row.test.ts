/** A total that repeats what its only row counts is no unread amount (LEC-03), by its heading and its nature. */
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { workbookOf } from '../../support/ledgers/workbook-of';

const [JANUARY, MARCH] = [44_941, 45_000];

/** The headings of the columns of LEC-03; each column is a heading and its only cell. */
function unusedAmong(
  columns: Readonly<Record<string, CellValue>>,
  ...payments: readonly CellValue[][]
): readonly string[] {
  const own = { 'Axe 2': 'PDE', 'N° EJ': '1405700001', Objet: 'UX', 'Date EJ': JANUARY, ...columns };
  const sheets =
    payments.length === 0 ? [] : [{ name: 'Paiements', rows: [['EJ', 'DP', 'CP', 'Date paiement'], ...payments] }];
  const rows = [Object.keys(own), Object.values(own)];
  const { report } = controlled(workbookOf({ name: 'Suivi', rows }, ...sheets), '2023-12-31', convention2023());
  return report.findings.flatMap(({ details }) =>
    'what' in details && details.what === 'column' ? [details.heading] : [],
  );
}

const MONTHS = { 'janv-23': 10_000, 'févr-23': null, 'mars-23': 15_000 };
const PAID = { CP: 10_000, 'Date paiement': MARCH };

test.each<readonly [string, Readonly<Record<string, CellValue>>, readonly string[]]>([
  ['the total of the months', { AE: 40_000, 'Total CP': 25_000, ...MONTHS }, []],
  ['another total than that of the months', { AE: 40_000, 'Total CP': 26_000, ...MONTHS }, ['Total CP']],
  [
    'initial, amendment and their total',
    { 'Montant initial': 60_000, 'Avenant 1': 15_000, 'Montant total': 75_000, ...PAID },
    [],
  ],
  [
    'a total with a part that is in no column',
    { 'Montant initial': 60_000, 'Avenant 1': 15_000, 'Montant total': 80_000, ...PAID },
    ['Montant total'],
  ],
  ['what is invoiced, equal to the AE', { AE: 40_000, 'Total facturé': 40_000, ...PAID }, ['Total facturé']],
  ['a total that is paid, equal to the AE', { AE: 40_000, 'Total payé': 40_000, ...PAID }, ['Total payé']],
  ['an amount of another name, equal to the AE', { AE: 40_000, 'Montant révisé': 40_000, ...PAID }, ['Montant révisé']],
])('%s', (_, columns, expected) => {
  expect(unusedAmong(columns)).toEqual(expected);
});

test('« Total payé » of an EJ whose payments another sheet details', () => {
  const payments = [
    ['1405700001', '100000001', 10_000, MARCH],
    ['1405700001', '100000002', 5_000, MARCH],
  ];
  expect(unusedAmong({ AE: 60_000, 'Total payé': 15_000 }, ...payments)).toEqual([]);
  expect(unusedAmong({ AE: 60_000, 'Total payé': 17_000 }, ...payments)).toEqual(['Total payé']);
});
