/** The number formats that show a date, in the invariant form of files and of Excel. */
import { isDateFormat } from '../../src/workbook/date-formats';

test.each`
  format                                         | shows
  ${'dd/mm/yyyy'}                                | ${'a date'}
  ${'m/d/yyyy'}                                  | ${'a date'}
  ${'[$-40C]d mmmm yyyy'}                        | ${'a date'}
  ${'[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy'}     | ${'a date'}
  ${'mmm-yy'}                                    | ${'a date'}
  ${'hh:mm:ss'}                                  | ${'a date'}
  ${'[h]:mm'}                                    | ${'a date'}
  ${'dd/mm/yyyy;@'}                              | ${'a date'}
  ${'General'}                                   | ${'a number'}
  ${'0.00'}                                      | ${'a number'}
  ${'@'}                                         | ${'a number'}
  ${'#,##0.00 "€ dont TVA"'}                     | ${'a number'}
  ${'0 "jours"'}                                 | ${'a number'}
  ${'#,##0.00\\ \\d\\u'}                         | ${'a number'}
  ${'_-* #,##0.00\\ [$€-fr-FR]_-'}               | ${'a number'}
  ${'_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)'} | ${'a number'}
  ${'[Red]-#,##0.00;[$USD] 0'}                   | ${'a number'}
  ${'_d0.00*d'}                                  | ${'a number'}
  ${'0.00E+00'}                                  | ${'a number'}
  ${'0.00%'}                                     | ${'a number'}
  ${'"unfinished 0 days'}                        | ${'a number'}
  ${'0.0[$unfinished days'}                      | ${'a number'}
  ${'yyyy'.repeat(64)}                           | ${'a number'}
`('$format shows $shows', ({ format, shows }: { format: string; shows: string }) => {
  expect(isDateFormat(format) ? 'a date' : 'a number').toBe(shows);
});
