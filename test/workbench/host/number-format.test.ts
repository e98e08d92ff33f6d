/** Displayed texts of cells and parsing of typed text, in French and in English. */
import type { GridValue } from '../../../workbench/host/grid';
import { readTyped, shownText } from '../../../workbench/host/number-format';

test.each`
  value                | format                       | locale     | shown
  ${1234.5}            | ${'#,##0.00 €'}              | ${'fr-FR'} | ${'1 234,50 €'}
  ${-1234.5}           | ${'#,##0.00;[Red]-#,##0.00'} | ${'fr-FR'} | ${'-1 234,50'}
  ${1234.5}            | ${'#,##0.00'}                | ${'en-US'} | ${'1,234.50'}
  ${0.1 + 0.2}         | ${'General'}                 | ${'fr-FR'} | ${'0,3'}
  ${44_986}            | ${'dd/mm/yyyy'}              | ${'fr-FR'} | ${'01/03/2023'}
  ${44_986}            | ${'mmmm yyyy'}               | ${'fr-FR'} | ${'mars 2023'}
  ${0.125}             | ${'0.0%'}                    | ${'fr-FR'} | ${'12,5%'}
  ${0}                 | ${'0;-0;"-"'}                | ${'fr-FR'} | ${'-'}
  ${'PDE'}             | ${'#,##0.00'}                | ${'fr-FR'} | ${'PDE'}
  ${true}              | ${'General'}                 | ${'fr-FR'} | ${'VRAI'}
  ${false}             | ${'General'}                 | ${'en-US'} | ${'FALSE'}
  ${null}              | ${'General'}                 | ${'fr-FR'} | ${''}
  ${{ error: '#N/A' }} | ${'0.00'}                    | ${'fr-FR'} | ${'#N/A'}
`(
  '$value as $format in $locale is $shown',
  (row: { value: GridValue; format: string; locale: string; shown: string }) => {
    expect(shownText(row.value, row.format, row.locale).replaceAll(/\s/g, ' ')).toBe(row.shown);
  },
);

test.each`
  text            | locale     | entry
  ${'12'}         | ${'fr-FR'} | ${{ value: 12 }}
  ${'12,5'}       | ${'fr-FR'} | ${{ value: 12.5 }}
  ${'12.5'}       | ${'en-US'} | ${{ value: 12.5 }}
  ${'01/03/2023'} | ${'fr-FR'} | ${{ value: 44_986 }}
  ${'5%'}         | ${'fr-FR'} | ${{ value: 0.05 }}
  ${'PDE'}        | ${'fr-FR'} | ${{ value: 'PDE' }}
  ${"'0012"}      | ${'fr-FR'} | ${{ value: '0012' }}
  ${'#N/A'}       | ${'fr-FR'} | ${{ value: { error: '#N/A' } }}
  ${'TRUE'}       | ${'en-US'} | ${{ value: true }}
  ${'2023-A'}     | ${'fr-FR'} | ${{ value: '2023-A' }}
`(
  'typed in $locale, $text is $entry.value',
  ({ text, locale, entry }: { text: string; locale: string; entry: { value: GridValue } }) => {
    expect(readTyped(text, locale)).toMatchObject(entry);
  },
);
