/** A column of amounts whose heading is not known: its amounts are in no line, and are reported with their sum. */
import type { CellValue } from '../../src/workbook/cells';
import { extractOf, sheetInput, textInput } from './reading';

const HEADINGS = ['N° EJ', 'N° poste EJ', 'Axe ministériel 2', 'Montant engagé'];

/** Two lines and their total, with a cell each in a column of that heading. */
function under(heading: string, first: CellValue, second: CellValue, total: CellValue = null) {
  const rows = [
    ['1405000001', '1', 'PDE', 1000, first],
    ['1405000002', '1', 'PDE', 2000, second],
    ['Total', '', '', 3000, total],
  ];
  return extractOf(sheetInput([...HEADINGS, heading], ...rows)).unused;
}

test.each<[string, CellValue, CellValue, number, number]>([
  ['Montant désengagé', 500, 0, 1, 50_000],
  ['Montant payé période complémentaire', 0, 3000, 1, 300_000],
  ['Avoirs', -3000, null, 1, -300_000],
  ['Montant TTC', 1200, 2400, 2, 360_000],
  ['Montant payé 2023', '12,50', '5,00 €', 2, 1750],
  ['Total payé', 10, 20, 2, 3000],
  ['Pénalités', 10, 2023, 2, 203_300],
  ['Rétablissements', 150.25, 10, 2, 16_025],
  ['Intérêts moratoires', '150,25', '', 1, 15_025],
])('« %s » is reported, without its total', (heading, first, second, count, cents) => {
  expect(under(heading, first, second, 9_999.5)).toEqual([{ heading, count, cents }]);
});

test.each<[string, CellValue, CellValue]>([
  ['Montant désengagé', 0, '-'],
  ['Montant désengagé', 500, -500],
  ['Montant TTC', 1000, 2000],
  ['Montant HT', 900, 1800],
  ['Reste à payer', 900, 1800.5],
  ['Solde EJ', 900, 1800.5],
  ['Montant cumulé', 900, 1800.5],
  ['Montant total', 900, 1800.5],
  ['Dotation', 900, 1800.5],
  ['Taux de TVA', 0.2, 0.2],
  ['% payé', 12.5, 150.5],
  ['Quantité', 150.5, 12],
  ['Prix unitaire', 150.5, 12],
  ['Montant réceptionné', 900, 1800],
  ['Code taxe 1', 12_345_678_900_012, 12_345_678_900_013],
  ['Compte budgétaire', 61.5, 62.5],
  ['Groupe de marchandises', '09.02.01', '40.01.02'],
  ['Localisation interministérielle', 'N53', 'N9130'],
  ['Date pièce', 45_000, 45_001],
  ['Période', 3, 12],
  ['Coefficient', 0.5, 1.25],
  ['Tranche', 1, 2],
  ['Numéro de pièce RW', 5_100_012_345, 5_100_012_346],
])('« %s » (%s, %s) is not', (heading, first, second) => {
  expect(under(heading, first, second)).toBeUndefined();
});

test('the amounts of a text are those of its lines', () => {
  const text = 'N° EJ;N° poste EJ;Société;Montant engagé;Avoirs\n1405000001;1;ADCE;10,00;-1 500,00\n';
  expect(extractOf(textInput(text)).unused).toEqual([{ heading: 'Avoirs', count: 1, cents: -150_000 }]);
});
