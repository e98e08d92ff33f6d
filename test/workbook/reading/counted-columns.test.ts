/**
 * A column of the ledger that counts days, hours, people or units holds no amount, whatever it is about (« Délai de
 * paiement », « UO consommées »); nor does one of amounts that are all zero. LEC-03 reports any other.
 */
import type { CellValue } from '../../../src/workbook/cells';
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
  ['AE 2024', [0, 0, 500]],
  ['Acompte versé', [0, 0, 1_500]],
  ['Régularisations', [500, -500, null]],
])('wrong: amounts under « %s », %j', (heading, cells) => {
  const sum = cells.reduce<number>((total, cell) => total + Number(cell), 0);
  expect(unusedUnder(heading, cells)).toEqual([Math.round(sum * 100)]);
});
