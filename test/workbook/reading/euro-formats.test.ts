/**
 * The number format of a column: amounts that its cells show in euros are amounts (LEC-03), whatever their size and
 * their heading. Without it, small whole numbers may be counts, and numbers near 2 000 years.
 */
import type { CellValue } from '../../../src/workbook/cells';
import { unusedUnder } from '../../support/ledgers/unused-column';

test.each`
  heading                    | cells                       | format              | unused
  ${'Forfait au résultat'}   | ${[40, null, 40]}           | ${'#,##0.00 "€"'}   | ${[8_000]}
  ${'Forfait au résultat'}   | ${[40, null, 40]}           | ${'0.00'}           | ${[]}
  ${'Frais de gestion UGAP'} | ${[12, 30, 45]}             | ${'#,##0.00\\ "€"'} | ${[8_700]}
  ${'Complément'}            | ${[2_000]}                  | ${'#,##0 [$€-40C]'} | ${[200_000]}
  ${'Complément'}            | ${[2_000]}                  | ${'0'}              | ${[]}
  ${'Divers'}                | ${[2_000, 2_010, 1_995]}    | ${'0 "€"'}          | ${[600_500]}
  ${'Divers'}                | ${[2_000, 2_010, 1_995]}    | ${'0'}              | ${[]}
  ${'Mensualité'}            | ${[45_000, 45_000, 45_000]} | ${'0 "€"'}          | ${[13_500_000]}
  ${'Part DITP'}             | ${[50, 50, 50]}             | ${'0 "€"'}          | ${[15_000]}
  ${'Part DITP'}             | ${[50, 50, 50]}             | ${'0'}              | ${[]}
  ${'Quantité'}              | ${[2, 3, 4]}                | ${'0 "€"'}          | ${[]}
  ${'% payé'}                | ${[20, 30, 100]}            | ${'0 "€"'}          | ${[]}
  ${'Délai de paiement (j)'} | ${[20, 30, 10]}             | ${'0 "€"'}          | ${[]}
`('« $heading », $cells as « $format »: $unused', ({ heading, cells, format, unused }) => {
  expect(unusedUnder(heading as string, cells as readonly CellValue[], format as string)).toEqual(unused);
});
