/**
 * A column of the ledger that counts days, hours, people or units holds no amount, whatever it is about (« Délai de
 * paiement », « UO consommées »); nor does one of amounts that are all zero, and a total that repeats what its only row
 * counts is no unread amount. LEC-03 reports any other.
 */
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { workbookOf } from '../../support/ledgers/workbook-of';
import { unusedUnder } from '../../support/ledgers/unused-column';

test.each<[string, readonly CellValue[]]>([
  ['Délai de paiement', [25, null, 119]],
  ['Délai de paiement (j)', [25, null, 19]],
  ['Délai global de paiement', [25, 31, 119]],
  ['Délai de traitement (jours ouvrés)', [250, 31, 19]],
  ['Âge facture (j)', [25, 412, 19]],
  ['Âge de la facture', [125, 112, 119]],
  ['Retard de paiement (jours)', [125, 0, 0]],
  ['Ancienneté', [365, 730, 1_095]],
  ['UO consommées', [3.5, 2, 1]],
  ['Charge (j/h)', [110, 20, 30.5]],
  ['Jours consommés', [110, 20.25, 30.5]],
  ['ETP', [0.5, 1, 2.25]],
  ['PU', [100, 50, 200.5]],
  ['TJM', [650, 650.55, 700]],
  ['Id', [101, 102, 103]],
  ['Compte PCE', [617_100, 611_200, null]],
  ['PCE', [6_171, 6_112, 2_183]],
  ['Groupe de marchandises', [37_010_201, 37_010_202, 41_020_301]],
  ['Compte de dépense', [617_100, 611_200, null]],
  ['Compte gén.', [617_100, 611_200, null]],
  ['Compte2', [617_100, 611_200, null]],
  ['GM', [400_102, 400_201, null]],
  ['AE 2024', [0, 0, 0]],
  ['Acompte versé', [0, 0, null]],
])('right: « %s », %j', (heading, cells) => {
  expect(unusedUnder(heading, cells)).toEqual([]);
});

test.each<[string, readonly CellValue[]]>([
  ['Délai de paiement', [25, 19, 1_250.4]],
  ['Montant (jours)', [650, 650, 700]],
  ['Pénalités de retard', [1_500, 200, 300]],
  ['Délais', [25_000, 200, 300]],
  ['Compte PCE', [617_100, 611_200, 1_250.4]],
  ['Compte 611', [1_500, 7_000, null]],
  ['AE 2024', [0, 0, 500]],
  ['Acompte versé', [0, 0, 1_500]],
  ['Régularisations', [500, -500, null]],
])('wrong: amounts under « %s », %j', (heading, cells) => {
  const sum = cells.reduce<number>((total, cell) => total + Number(cell), 0);
  expect(unusedUnder(heading, cells)).toEqual([Math.round(sum * 100)]);
});

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
  return report.findings.flatMap(({ rule, details }) =>
    rule === 'LEC-03' && details.what === 'column' ? [details.heading] : [],
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
