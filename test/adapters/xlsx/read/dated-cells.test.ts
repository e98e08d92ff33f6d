/** Numbers of a file that are shown as dates or as anything else than euros, in the forms that programs write. */
import { cellAddress } from '../../../../src/workbook/cells';
import { columnOfKey, rowOfKey, shownAt } from '../../../../src/workbook/snapshot';
import type { ShownNumber } from '../../../../src/workbook/number-formats';
import { readMade } from '../../../support/readers/xlsx-read';

const FORMATS =
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="0.00 &quot;€ dus&quot;"/>' +
  "<numFmt formatCode='dd/mm/yyyy' numFmtId='165' /></numFmts>";
/** Styles: General, Excel's own date, its own amount, a currency, a date of the workbook. */
const STYLES =
  `${FORMATS}<cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs>` +
  '<cellXfs><xf numFmtId="0"/><xf fontId="0" numFmtId="14" applyNumberFormat="1"><alignment horizontal="left"/></xf>' +
  '<xf numFmtId="4"/><xf numFmtId="164"/><!-- <xf numFmtId="0"/> --><xf numFmtId="165"/></cellXfs>';

const cell = (address: string, style: number | null, value: string): string =>
  `<c r="${address}"${style === null ? '' : ` s="${style}"`}><v>${value}</v></c>`;

function shownIn(rows: string, styles: string | null = STYLES): readonly (readonly [string, ShownNumber['kind']])[] {
  const [sheet] = readMade({ sheets: [{ name: 'Feuil1', rows }], styles }).sheets;
  return [...(sheet?.shown ?? [])].map(([key, { kind }]) => [cellAddress(rowOfKey(key), columnOfKey(key)), kind]);
}

function datedIn(rows: string, styles: string | null = STYLES): readonly string[] {
  return shownIn(rows, styles).flatMap(([address, kind]) => (kind === 'date' ? [address] : []));
}

test('numbers whose style shows a date; not texts, amounts, empty cells nor numbers without a style', () => {
  const rows =
    `<row r="1">${cell('A1', 1, '45058')}${cell('B1', 2, '45058')}${cell('C1', 3, '12.5')}${cell('D1', 4, '45058')}</row>` +
    `<row r="2">${cell('A2', null, '45058')}<c r="B2" s="1"/><c r="C2" s="1" t="str"><v>PDE</v></c><c r="D2" s="4"><f>1</f><v>45059</v></c></row>` +
    `<row r="3"><c r="A3" t="d"><v>2023-05-12</v></c>${cell('D3', 4, '300')}</row>`;
  expect(datedIn(rows)).toEqual(['A1', 'A3', 'D1', 'D2']);
});

test('a long column of dates alone is known as such; of any other, each date is listed', () => {
  const column = (dates: number, after = ''): string =>
    Array.from({ length: dates }, (_, row) => `<row r="${row + 1}">${cell(`A${row + 1}`, 4, '45058')}</row>`).join('') +
    after;
  const known = (rows: string): readonly [listed: number, columns: readonly number[], amount: unknown] => {
    const [sheet] = readMade({ sheets: [{ name: 'Feuil1', rows }], styles: STYLES }).sheets;
    return [sheet?.shown?.size ?? 0, [...(sheet?.dateColumns ?? [])], shownAt(sheet!, 3, 0)];
  };
  const date = { kind: 'date' };
  expect(known(column(20))).toEqual([20, [], date]);
  expect(known(column(21))).toEqual([0, [0], date]);
  expect(known(column(21, '<row r="30"><c r="A30" s="4" t="str"><v>Total</v></c></row>'))).toEqual([0, [0], date]);
  expect(known(column(21, `<row r="30">${cell('A30', 2, '1500')}</row>`))).toEqual([21, [], date]);
});

test('percentages, times and other currencies, by the formats of Excel and by those of the workbook', () => {
  const own =
    '<numFmts><numFmt numFmtId="170" formatCode="[$$-409]#,##0.00"/>' +
    '<numFmt numFmtId="171" formatCode="0 &quot;k€&quot;"/></numFmts>';
  const styles = `${own}<cellXfs>${[0, 9, 10, 20, 44, 170, 171].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
  const cells = [0, 1, 2, 3, 4, 5, 6].map((style) => cell(`${'ABCDEFG'[style]}1`, style, '0.2')).join('');
  expect(shownIn(`<row r="1">${cells}</row>`, styles)).toEqual([
    ['B1', 'percentage'],
    ['C1', 'percentage'],
    ['D1', 'time'],
    ['F1', 'currency'],
    ['G1', 'scaled'],
  ]);
});

test('a whole column in dollars is listed, unlike one of dates', () => {
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="&quot;$&quot;0"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>';
  const rows = Array.from({ length: 30 }, (_, row) => `<row r="${row + 1}">${cell(`A${row + 1}`, 0, '12')}</row>`);
  expect(shownIn(rows.join(''), styles)).toHaveLength(30);
});

test.each([
  ['the workbook has no styles', null],
  ['no style shows a date', '<cellXfs><xf numFmtId="0"/><xf numFmtId="4"/></cellXfs>'],
  ['the list of styles does not end', '<cellXfs><xf numFmtId="14"/><xf numFmtId="14"/>'],
])('%s: nothing is listed, and the file is read', (_, styles) => {
  expect(datedIn(`<row r="1">${cell('A1', 1, '45058')}</row>`, styles)).toEqual([]);
});

test('amounts that their style hides, and the columns shown in euros with whether most of their numbers are', () => {
  const own =
    '<numFmts><numFmt numFmtId="170" formatCode=";;;"/><numFmt numFmtId="171" formatCode="0;[Red]0"/>' +
    '<numFmt numFmtId="172" formatCode="0&quot; 000&quot;"/><numFmt numFmtId="173" formatCode="#,##0.00\\ &quot;€&quot;"/></numFmts>';
  const styles = `${own}<cellXfs>${[0, 170, 171, 172, 173].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
  const rows =
    `<row r="1">${cell('A1', 1, '12')}${cell('B1', 2, '-12')}${cell('C1', 3, '12')}${cell('D1', 4, '12')}${cell('E1', 4, '1')}</row>` +
    `<row r="2">${cell('A2', 1, '0')}${cell('B2', 2, '12')}<c r="D2" s="4" t="str"><v>s.o.</v></c>${cell('E2', 0, '2')}</row>` +
    `<row r="3">${cell('D3', 4, '13')}${cell('E3', 0, '3')}</row>`;
  expect(shownIn(rows, styles)).toEqual([
    ['A1', 'unseen'],
    ['B1', 'unsigned'],
    ['C1', 'altered'],
  ]);
  const [sheet] = readMade({ sheets: [{ name: 'Feuil1', rows }], styles }).sheets;
  expect([...(sheet?.inEuros ?? [])]).toEqual([
    [3, { rows: [0, 2], areMost: true }],
    [4, { rows: [0, 0], areMost: false }],
  ]);
  expect([shownAt(sheet!, 0, 3), shownAt(sheet!, 0, 4), shownAt(sheet!, 1, 4)]).toEqual([
    undefined,
    { kind: 'scaled', words: '€', exponent: 0, shift: 0 },
    undefined,
  ]);
});
