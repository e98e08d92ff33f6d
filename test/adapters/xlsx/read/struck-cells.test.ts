/** Cells crossed out by their style, in the forms that programs write. */
import { cellAddress } from '../../../../src/workbook/cells';
import { columnOfKey, rowOfKey, type SheetSnapshot } from '../../../../src/workbook/snapshot';
import { readMade } from '../../../support/readers/xlsx-read';

const FONTS =
  '<font><sz val="11"/></font><font><strike/></font><font><strike val="0"/></font><font><b/><strike val="true"/></font>' +
  '<font><name val="strike"/></font>';
/** Style n has font n. */
const STYLES = stylesOf([0, 1, 2, 3, 4]);
const ROWS =
  '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>2</v></c><c r="C1" s="2"><v>3</v></c></row>' +
  '<row r="2" s="1" customFormat="1"><c r="A2" s="3" t="str"><v>PDE</v></c><c r="B2" s="1"/><c r="C2" s="4"><v>5</v></c></row>' +
  '<row r="3"><c s="1"><v>6</v></c><c r="B3" s="3"><f>1+1</f><v>2</v></c></row>';

function stylesOf(fonts: readonly number[]): string {
  const formats = fonts.map((font) => `<xf numFmtId="0" fontId="${font}"/>`).join('');
  return `<fonts>${FONTS}</fonts><cellXfs>${formats}</cellXfs>`;
}

function read(styles: string | null): SheetSnapshot {
  return readMade({ sheets: [{ name: 'Feuil1', rows: ROWS }], styles }).sheets[0]!;
}

test('the cells with a value whose font is crossed out; an empty cell and a font named so are not', () => {
  const struck = [...(read(STYLES).struck ?? [])].map((key) => cellAddress(rowOfKey(key), columnOfKey(key)));
  expect(struck).toEqual(['B1', 'A2', 'A3', 'B3']);
});

test.each([
  ['no style is crossed out', stylesOf([0, 2, 0, 4, 0])],
  ['the workbook has no styles', null],
])('%s: nothing is listed', (_, styles) => {
  expect(read(styles).struck).toBeUndefined();
});

test('values, formulas and hidden rows are those of the same file without styles', () => {
  const { struck, ...styled } = read(STYLES);
  expect(styled).toEqual(read(null));
  expect(struck?.size).toBe(4);
});
