/** Addresses parsed and formatted as in Excel. */
import {
  absoluteAddress,
  contains,
  fullAddress,
  intersection,
  localAddress,
  overlap,
  parseLocalAddress,
  splitSheet,
} from '../../../workbench/host/address';
import { area } from '../../support/excel/grid-workbook';

test.each`
  written            | area                                                     | shown
  ${'A1'}            | ${{ top: 0, left: 0, rows: 1, columns: 1 }}              | ${'A1'}
  ${'$B$2:$D$9'}     | ${{ top: 1, left: 1, rows: 8, columns: 3 }}              | ${'B2:D9'}
  ${'d9:b2'}         | ${{ top: 1, left: 1, rows: 8, columns: 3 }}              | ${'B2:D9'}
  ${'AZ10'}          | ${{ top: 9, left: 51, rows: 1, columns: 1 }}             | ${'AZ10'}
  ${'ZZ1:AAA1'}      | ${{ top: 0, left: 701, rows: 1, columns: 2 }}            | ${'ZZ1:AAA1'}
  ${'C:D'}           | ${{ top: 0, left: 2, rows: 1_048_576, columns: 2 }}      | ${'C:D'}
  ${'3:7'}           | ${{ top: 2, left: 0, rows: 5, columns: 16_384 }}         | ${'3:7'}
  ${'XFD1048576'}    | ${{ top: 1_048_575, left: 16_383, rows: 1, columns: 1 }} | ${'XFD1048576'}
  ${'A1:XFD1048576'} | ${{ top: 0, left: 0, rows: 1_048_576, columns: 16_384 }} | ${'A:XFD'}
`('$written', ({ written, area: expected, shown }: { written: string; area: object; shown: string }) => {
  expect(area(written)).toEqual(expected);
  expect(localAddress(area(written))).toBe(shown);
});

test.each(['', 'A', 'A0', 'XFE1', 'A1048577', '1', 'A1:B', 'ABCD1', 'A1:B2:C3', 'T_Suivi', '0:3'])(
  '%s is no address',
  (text) => {
    expect(parseLocalAddress(text)).toBeNull();
  },
);

test.each`
  sheet           | shown
  ${'Suivi'}      | ${'Suivi!A1'}
  ${'Suivi 2023'} | ${"'Suivi 2023'!A1"}
  ${"L'an"}       | ${"'L''an'!A1"}
  ${'2023'}       | ${"'2023'!A1"}
  ${'T2'}         | ${"'T2'!A1"}
  ${'RC'}         | ${"'RC'!A1"}
  ${'Écarts'}     | ${'Écarts!A1'}
`('the sheet $sheet is written $shown, and read back', ({ sheet, shown }: { sheet: string; shown: string }) => {
  expect(fullAddress(sheet, area('A1'))).toBe(shown);
  expect(splitSheet(shown)).toEqual({ sheet, local: 'A1' });
  expect(splitSheet(`=${shown}`)).toEqual({ sheet, local: 'A1' });
});

test('names refer to cells that do not move with them', () => {
  expect(['A1', 'B2:D9', 'C:D', '3:7'].map((text) => absoluteAddress(area(text)))).toEqual([
    '$A$1',
    '$B$2:$D$9',
    '$C:$D',
    '$3:$7',
  ]);
});

test('areas intersect, contain each other, or do neither', () => {
  expect(intersection(area('A1:C3'), area('B2:D4'))).toEqual(area('B2:C3'));
  expect(intersection(area('A1:C3'), area('D4'))).toBeNull();
  expect([overlap(area('A:A'), area('3:3')), overlap(area('A1'), area('A2'))]).toEqual([true, false]);
  const holds = ([outer = '', inner = '']: string[]): boolean => contains(area(outer), area(inner));
  expect(
    [
      ['A1:C3', 'B2'],
      ['A1:C3', 'C3:D3'],
      ['A:A', 'A5:A9'],
    ].map(holds),
  ).toEqual([true, false, true]);
});
