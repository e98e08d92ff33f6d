/** « Type de montant » of Chorus: its codes are no euros, and the rows of some are doubts (LEC-05). */
import type { CellValue } from '../../../../src/workbook/cells';
import { judged } from '../../../support/ledgers/judged';

const DAY = 45_000;

/** The findings of reading of a ledger with a type on each row, and the sum of its AE. */
function read(heading: string, ...types: readonly CellValue[]): string {
  const rows = types.map((type, at) => ['1405512301', type, DAY + at, 'PDE', 100, null, null]);
  const headings = ['N° EJ', heading, 'Date EJ', 'Axe ministériel 2', 'Montant AE', 'Montant CP', 'Date de paiement'];
  const { ae, found } = judged([headings, ...rows]);
  return [`AE ${ae}`, ...found.filter((one) => one.startsWith('LEC'))].join(', ');
}

test.each`
  heading                   | types                                                        | expected
  ${'Type de montant'}      | ${['0100 Original', '0150 Modification', '0500 Ajustement']} | ${'AE 300'}
  ${'Type de montant'}      | ${['0100 Original', '0200 Réduction']}                       | ${'AE 200, LEC-05 E3'}
  ${'Type de montant'}      | ${[100, 150, 200]}                                           | ${'AE 300, LEC-05 E4'}
  ${'TypeMtant'}            | ${['0100', '0350', '0600']}                                  | ${'AE 300, LEC-05 E3, LEC-05 E4'}
  ${'Code type de montant'} | ${['100', '250']}                                            | ${'AE 200, LEC-05 E3'}
  ${'Types de montants'}    | ${['Original', 'Report exercice suivant', 'Réduction']}      | ${'AE 300, LEC-05 E3, LEC-05 E4'}
  ${'Type de montant'}      | ${['TTC', 'TTC']}                                            | ${'AE 200'}
  ${'Type de prestation'}   | ${['Initial', 'Conseil', 'Original']}                        | ${'AE 300'}
`(
  '« $heading » over $types: $expected',
  ({ heading, types, expected }: { heading: string; types: CellValue[]; expected: string }) => {
    expect(read(heading, ...types)).toBe(expected);
  },
);

test('a payment of type 250 is one', () => {
  const headings = ['N° EJ', 'Type de montant', 'Date EJ', 'Axe ministériel 2', 'AE', 'CP', 'Date de paiement'];
  const rows = [
    ['1405512301', 100, DAY, 'PDE', 100, null, null],
    ['1405512301', 250, null, 'PDE', null, 40, DAY + 9],
    ['1405512301', 200, null, 'PDE', null, 40, DAY + 10],
  ];
  const { found, sentencesOf } = judged([headings, ...rows]);
  expect(found.filter((one) => one.startsWith('LEC'))).toEqual(['LEC-05 F4']);
  expect(sentencesOf('LEC-05').join().replace(/\s/g, ' ')).toContain('le type « 200 » n’est ni d’un engagement');
});

test('amounts with cents under the same words are amounts', () => {
  const headings = ['N° EJ', 'Type de montant', 'Date EJ', 'Axe ministériel 2', 'Montant AE'];
  const { found } = judged([headings, ['1405512301', 1_234.56, DAY, 'PDE', 100], ['1405512302', 12.5, DAY, 'PDE', 10]]);
  expect(found).toContain('LEC-03 B2');
});
