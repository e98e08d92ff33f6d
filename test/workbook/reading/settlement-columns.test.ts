/**
 * A column of the ledger under a heading that names money which goes back, is kept or comes first (« Avoir »,
 * « Acompte »): one amount is enough for LEC-03, small and round as it may be.
 */
import type { CellValue } from '../../../src/workbook/cells';
import { unusedUnder } from '../../support/ledgers/unused-column';

test.each([
  ...['Avoir', 'Avoirs', 'Avoir reçu', 'Remise', 'Remise commerciale', 'Trop-perçu', 'Reversement', 'Remboursement'],
  ...['Remboursé', 'Solde annulé', 'Escompte', 'Ristourne', 'Rabais', 'Acompte', 'Acompte versé', 'Avance', 'Retenue'],
  ...[
    'Retenue de garantie',
    'Retrait',
    'Dégagement',
    'Restitution',
    'Reversé au délégant',
    'Indu',
    'Intérêts moratoires',
  ],
])('wrong: one amount of 100 under « %s »', (heading) => {
  expect(unusedUnder(heading, [null, 100])).toEqual([100_00]);
});

test.each<[string, readonly CellValue[]]>([
  ['Avoir', [2_000]],
  ['Acompte', [20, 30, 10]],
])('wrong: whole amounts under « %s » that may be a year, or counts: %j', (heading, cells) => {
  const sum = cells.reduce<number>((total, cell) => total + Number(cell), 0);
  expect(unusedUnder(heading, cells)).toEqual([sum * 100]);
});

test.each<[string, readonly CellValue[]]>([
  ['Acompte', [1, 2, 3]],
  ['Avance', [0, 1, 0]],
  ['Avance', [0.3, 0.2, 0.3]],
  ['Avance', ['Oui', 'Non', 'Oui']],
  ['Remboursement', [45_000, 45_010, 45_020]],
  ['Date de remboursement', [45_000]],
  ['Remise', ['12/05/2023']],
  ['Remise du rapport', [100]],
  ["Nombre d'acomptes", [12]],
  ["N° d'acompte", [12]],
  ["Taux d'avance", [30]],
  ['Délai de remboursement (jours)', [30]],
  ['Avancement', [100, 50]],
  ["Type d'avoir", [12]],
  ['Solde', [100]],
  ['Reste à engager', [400]],
  ['Avis', [100]],
])('right: « %s », %j', (heading, cells) => {
  expect(unusedUnder(heading, cells)).toEqual([]);
});
