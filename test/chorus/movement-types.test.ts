/** Types de montant and types de valeur: what a line does (restitution JP51 of Chorus). */
import { movementOf, valueTypeOf } from '../../src/chorus/movement-types';
import { amountTypeOf } from '../../src/workbook/ledger/columns/amount-types';
import type { CellValue } from '../../src/workbook/cells';
import { extractOf, sheetInput } from './reading';

test.each`
  type                                  | value                       | euros   | does
  ${'100'}                              | ${'51'}                     | ${100}  | ${'commitment AE'}
  ${'0100'}                             | ${'65'}                     | ${100}  | ${'commitment AE'}
  ${100}                                | ${51}                       | ${-100} | ${'decommitment AE'}
  ${'Original'}                         | ${"Commandes d'achat"}      | ${100}  | ${'commitment AE'}
  ${'150'}                              | ${'51'}                     | ${100}  | ${'modification AE'}
  ${'0150'}                             | ${'Engagement de fonds'}    | ${-100} | ${'decommitment AE'}
  ${'200'}                              | ${'51'}                     | ${-100} | ${'reduction AE'}
  ${'Réduction'}                        | ${'51'}                     | ${-100} | ${'reduction AE'}
  ${'250'}                              | ${'57'}                     | ${100}  | ${'payment CP'}
  ${'0260'}                             | ${'54'}                     | ${100}  | ${'payment CP'}
  ${'Payé'}                             | ${'Paiements'}              | ${100}  | ${'payment CP'}
  ${'0100'}                             | ${'57'}                     | ${100}  | ${'payment CP'}
  ${'0100'}                             | ${'61'}                     | ${100}  | ${'payment CP'}
  ${'0100'}                             | ${'54'}                     | ${100}  | ${'invoiced CP'}
  ${'0100'}                             | ${"Demandes d'acompte"}     | ${100}  | ${'invoiced CP'}
  ${'0100'}                             | ${'Pièces préenregistrées'} | ${100}  | ${'invoiced CP'}
  ${'300'}                              | ${'51'}                     | ${100}  | ${'carryOver AE'}
  ${'0350'}                             | ${'51'}                     | ${100}  | ${'carryOver AE'}
  ${'0352'}                             | ${'65'}                     | ${100}  | ${'carryOver AE'}
  ${'500'}                              | ${'51'}                     | ${-20}  | ${'adjustment AE'}
  ${'600'}                              | ${'51'}                     | ${-100} | ${'reimputation AE'}
  ${'650'}                              | ${'51'}                     | ${100}  | ${'reimputation AE'}
  ${"Changement d'imputation émetteur"} | ${'51'}                     | ${-100} | ${'reimputation AE'}
  ${'0700'}                             | ${'51'}                     | ${-100} | ${'reimputation AE'}
  ${'0100'}                             | ${'64'}                     | ${100}  | ${'reimputation CP'}
  ${'0100'}                             | ${'66'}                     | ${100}  | ${'reimputation CP'}
  ${'0100'}                             | ${'80'}                     | ${100}  | ${'reservation'}
  ${'0100'}                             | ${'81'}                     | ${100}  | ${'reservation'}
  ${'0100'}                             | ${'Pré-engagement'}         | ${100}  | ${'reservation'}
  ${'0100'}                             | ${'50'}                     | ${100}  | ${'reservation'}
  ${'0999'}                             | ${'51'}                     | ${100}  | ${'unknown'}
  ${''}                                 | ${'51'}                     | ${100}  | ${'unknown'}
  ${'0100'}                             | ${'99'}                     | ${100}  | ${'unknown'}
`(
  'type $type of value $value, $euros €: $does',
  ({ type, value, euros, does }: { type: string; value: string; euros: number; does: string }) => {
    const movement = movementOf(amountTypeOf(type), valueTypeOf(value), euros * 100);
    expect(typeof movement === 'string' ? movement : `${movement.movement} ${movement.nature}`).toBe(does);
  },
);

test('the year of a type is not a type', () => {
  expect(['2023', null, true].map(amountTypeOf)).toEqual([null, null, null]);
  expect(['0100 Original', '100.0', 100].map(amountTypeOf)).toEqual([100, 100, 100]);
});

test('types de montant qualify « Montant engagé » and « Montant payé » too', () => {
  const read = (measure: string, ...types: readonly CellValue[]): readonly string[] => {
    const headings = ['N° EJ', 'N° poste EJ', 'Date comptable', 'Type de montant', measure];
    const rows = types.map((type, at) => ['1405000001', '1', '01/05/2023', type, 100 * (at + 1)]);
    return extractOf(sheetInput(headings, ...rows)).lines.map(
      ({ line, movement, nature, cents }) => `${line} ${movement} ${nature} ${cents / 100}`,
    );
  };
  expect(read('Montant engagé', '0100', 'Report', '0200')).toEqual([
    '2 commitment AE 100',
    '3 carryOver AE 200',
    '4 reduction AE 300',
  ]);
  expect(read('Montant payé', '0250')).toEqual(['2 payment CP 100']);
});
