/** Conversion of cell contents, references and widths between Excel and our model. */
import fc from 'fast-check';
import { frozenBy } from '../../../src/adapters/excel/excel-references';
import { charactersOf, pointsOf } from '../../../src/adapters/excel/write/before';
import { fromExcel, toExcel } from '../../../src/adapters/excel/excel-values';
import { sameContent } from '../../../src/workbook/contents';
import { writtenAreas } from '../../../src/adapters/excel/write/undo';
import { area } from '../../support/excel/grid-workbook';

describe('from Excel', () => {
  test.each`
    raw           | value
    ${''}         | ${null}
    ${'PDE'}      | ${'PDE'}
    ${12.5}       | ${12.5}
    ${false}      | ${false}
    ${'#REF!'}    | ${{ error: '#REF!' }}
    ${'#NOM?'}    | ${{ error: '#NAME?' }}
    ${'#VALEUR!'} | ${{ error: '#VALUE!' }}
    ${'#n/a'}     | ${{ error: '#N/A' }}
    ${'#12'}      | ${'#12'}
    ${undefined}  | ${null}
  `('$raw is $value', ({ raw, value }) => expect(fromExcel(raw)).toEqual(value));
});

test('a text that is written is read back as that text: Excel drops the apostrophe', () => {
  const asExcelKeepsIt = (given: unknown): unknown =>
    typeof given === 'string' && given.startsWith("'") ? given.slice(1) : given;
  const text = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[=+@'0-9-].{0,8}$/),
    fc.constantFrom('VRAI', 'true', 'mars 2023', '1e5'),
  );
  fc.assert(
    fc.property(text, (written) => {
      const given = toExcel(written);
      expect(asExcelKeepsIt(given)).toBe(written);
      if (/^[=+@\d.,-]|\d|^(vrai|faux|true|false)$/i.test(written)) expect(String(given)).toMatch(/^'/);
    }),
  );
});

test.each`
  address            | rows | columns
  ${'Suivi!1:3'}     | ${3} | ${0}
  ${'Suivi!$1:$1'}   | ${1} | ${0}
  ${'Suivi!1'}       | ${1} | ${0}
  ${"'A 1'!A:B"}     | ${0} | ${2}
  ${'Suivi!A1:B3'}   | ${3} | ${2}
  ${'Suivi!A1:XFD3'} | ${3} | ${0}
`('$address freezes $rows rows and $columns columns', ({ address, rows, columns }) =>
  expect(frozenBy(address as string)).toEqual({ rows, columns }),
);

test('a width in characters converts to points and back', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 255, noNaN: true }), (width) =>
      expect(charactersOf(pointsOf(width))).toBeCloseTo(width, 9),
    ),
  );
  expect(pointsOf(8.43)).toBeCloseTo(48, 0);
});

test('an empty cell equals an empty text; an error does not equal its text', () => {
  expect([
    sameContent(null, ''),
    sameContent({ error: '#N/A' }, '#N/A'),
    sameContent({ error: '#N/A' }, { error: '#N/A' }),
    sameContent(0, null),
  ]).toEqual([true, false, true, false]);
});

test('the cells of a step form few rectangles, none of which covers an omitted cell', () => {
  const cell = { value: 1 };
  const step = {
    kind: 'setCells',
    sheet: 'A',
    top: 4,
    left: 1,
    cells: [
      [cell, cell, null],
      [cell, cell, cell],
      [cell, cell, cell],
      [null, null, cell],
    ],
  } as const;
  expect(writtenAreas(step)).toEqual([area('B5:C5'), area('B6:D7'), area('D8')]);
});
