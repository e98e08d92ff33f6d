/** Cells of a file that people may not see: white on white, or under a conditional format, in the forms that programs write. */
import { cellAddress } from '../../../../src/workbook/cells';
import { columnOfKey, rowOfKey, type Veil } from '../../../../src/workbook/snapshot';
import { readMade } from '../../../support/readers/xlsx-read';

const FONTS = [
  '<font><sz val="11"/><color theme="1"/></font>',
  '<font><color rgb="FFFFFFFF"/></font>',
  '<font><color theme="0"/></font>',
  '<font><color indexed="9"/></font>',
  '<font><color theme="0" tint="-0.5"/></font>',
];
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FF0000AA"/></patternFill></fill>',
  '<fill><patternFill patternType="solid"><fgColor theme="0"/></patternFill></fill>',
  '<fill><gradientFill><stop position="0"><color rgb="FF0000AA"/></stop></gradientFill></fill>',
];
/** By style: font, fill and format. */
const STYLES: readonly (readonly [font: number, fill: number, format?: number])[] = [
  ...([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
    [4, 0],
  ] as const),
  ...([
    [1, 1],
    [1, 2],
    [1, 3],
    [1, 0, 164],
  ] as const),
];
const DXFS = [
  '<dxf><numFmt numFmtId="170" formatCode=";;;"/></dxf>',
  '<dxf><font><color rgb="FFFFFFFF"/></font></dxf>',
  '<dxf><font><color rgb="FFFFFFFF"/></font><fill><patternFill><bgColor rgb="FF00AA00"/></patternFill></fill></dxf>',
  '<dxf><numFmt numFmtId="171" formatCode="[$$-409]#,##0.00"/></dxf>',
  '<dxf><numFmt numFmtId="172" formatCode="#,##0.00"/></dxf>',
];

/** The veiled cells of a sheet with a row of these styles, or of numbers, and these rules. */
function veiledIn({ cells = '', after = '', tables = [] as readonly string[], prefix = '' }): Record<string, Veil> {
  const xfs = STYLES.map(([font, fill, format = 0]) => `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}"/>`);
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="[Red]0"/></numFmts>' +
    `<fonts>${FONTS.join('')}</fonts><fills>${FILLS.join('')}</fills><cellXfs>${xfs.join('')}</cellXfs>` +
    `<dxfs>${DXFS.join('')}</dxfs>`;
  const made = { sheets: [{ name: 'Feuil1', rows: cells, after, tables }], styles, prefix };
  const [sheet] = readMade(made).sheets;
  return Object.fromEntries(
    [...(sheet?.veiled ?? [])].map(([key, veil]) => [cellAddress(rowOfKey(key), columnOfKey(key)), veil]),
  );
}

const number = (address: string, value: number, style = 0): string =>
  `<c r="${address}" s="${style}"><v>${value}</v></c>`;

test.each([
  ['black', 0, false],
  ['white', 1, true],
  ['the ground of the theme', 2, true],
  ['white of the old palette', 3, true],
  ['grey', 4, false],
  ['white on blue', 5, false],
  ['white on white', 6, true],
  ['white on a gradient', 7, false],
  ['white, in a format with a colour of its own', 8, false],
])('a number in %s', (_, style, isVeiled) => {
  const cells = `<row r="1">${number('A1', 12, style)}<c r="B1" s="${style}"/></row>`;
  expect(veiledIn({ cells })).toEqual(isVeiled ? { A1: 'white' } : {});
  expect(veiledIn({ cells, prefix: 'x:' })).toEqual(isVeiled ? { A1: 'white' } : {});
});

const rule = (type: string, dxf: number | null, formula = '', more = ''): string =>
  `<cfRule type="${type}"${dxf === null ? '' : ` dxfId="${dxf}"`} priority="1"${more}>${formula && `<formula>${formula}</formula>`}</cfRule>`;
const over = (sqref: string, rules: string): string =>
  `<conditionalFormatting sqref="${sqref}">${rules}</conditionalFormatting>`;
/** A1 holds 5, A2 holds 50, A3 holds nothing at all, B1 a text. */
const CELLS = `<row r="1">${number('A1', 5)}<c r="B1" t="str"><v>x</v></c></row><row r="2">${number('A2', 50)}</row><row r="3">${number('A3', 0)}</row>`;

test.each<[string, string, Record<string, Veil>]>([
  ['beside a constant', over('A1:A9', rule('cellIs', 0, '10', ' operator="greaterThan"')), { A2: 'hiddenByRule' }],
  ['beside a constant, in a formula', over('A1:A9', rule('expression', 0, 'A1&lt;10')), { A1: 'hiddenByRule' }],
  ['that is zero', over('A1:A9', rule('expression', 0, '$A1=0')), {}],
  ['of blank cells', over('A1:A9', rule('containsBlanks', 0, 'LEN(TRIM(A1))=0')), {}],
  [
    'that another cell decides',
    over('A1:B9', rule('expression', 1, '$C1="Payé"')),
    { A1: 'hiddenByRule', A2: 'hiddenByRule' },
  ],
  ['of another row', over('A1:A9', rule('expression', 1, 'A2=0')), { A1: 'hiddenByRule', A2: 'hiddenByRule' }],
  [
    'beside another cell',
    over('A1:A9', rule('cellIs', 1, '$C$1', ' operator="equal"')),
    { A1: 'hiddenByRule', A2: 'hiddenByRule' },
  ],
  ['with a ground of its own', over('A1:A9', rule('expression', 2, '$C1="Payé"')), {}],
  ['in dollars', over('A1:A1 A3:A9', rule('expression', 3, '$C1="USD"')), { A1: 'otherByRule' }],
  ['in euros', over('A1:A9', rule('expression', 4, '$C1="EUR"')), {}],
  [
    'over a whole column',
    over('A1:A1048576', rule('expression', 1, '$C1="Payé"')),
    { A1: 'hiddenByRule', A2: 'hiddenByRule' },
  ],
  ['elsewhere', over('C1:C9', rule('expression', 1, '$C1="Payé"')), {}],
  [
    'with bars alone',
    over('A1:A2', '<cfRule type="dataBar" priority="1"><dataBar showValue="0"/></cfRule>'),
    { A1: 'hiddenByRule', A2: 'hiddenByRule' },
  ],
  ['with bars', over('A1:A2', '<cfRule type="dataBar" priority="1"><dataBar/></cfRule>'), {}],
  ['without a paint', over('A1:A2', rule('expression', null, 'TRUE')), {}],
])('a condition %s', (_, after, expected) => {
  expect(veiledIn({ cells: CELLS, after })).toEqual(expected);
});

test('a rule of Excel 2010, with its own paint and its area inside', () => {
  const x14 =
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';
  const paint = '<x14:dxf><numFmt numFmtId="180" formatCode=";;;"/></x14:dxf>';
  const after =
    `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" ${x14}><x14:conditionalFormattings><x14:conditionalFormatting>` +
    `<x14:cfRule type="expression"><xm:f>Autre!$A1=1</xm:f>${paint}</x14:cfRule><xm:sqref>A2:A9</xm:sqref>` +
    '</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';
  expect(veiledIn({ cells: CELLS, after })).toEqual({ A2: 'hiddenByRule' });
});

test('white is seen where a rule may give a ground, or in a table with a dark style', () => {
  const cells = `<row r="1"><c r="A1" t="str"><v>AE</v></c></row><row r="2">${number('A2', 12, 1)}</row><row r="3">${number('A3', 13, 1)}</row>`;
  const table = (style: string): string =>
    '<table id="1" name="T" displayName="T" ref="A1:A2"><tableColumns count="1"><tableColumn id="1" name="AE"/></tableColumns>' +
    `<tableStyleInfo name="${style}"/></table>`;
  expect(veiledIn({ cells })).toEqual({ A2: 'white', A3: 'white' });
  expect(veiledIn({ cells, after: over('A2:A2', rule('expression', 2, '$C1="Payé"')) })).toEqual({ A3: 'white' });
  expect(veiledIn({ cells, tables: [table('TableStyleDark1')] })).toEqual({ A3: 'white' });
  expect(veiledIn({ cells, tables: [table('TableStyleMedium2')] })).toEqual({ A2: 'white', A3: 'white' });
});
