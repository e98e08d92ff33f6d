/** Looks of cells and sheets, from the many ways in which files store them. */
import { lookAt, readLook, type SheetLook, type WorkbookLook } from '../../../../src/adapters/xlsx/read/read-look';
import { makeXlsx, tableXmlOf, type MadeWorkbook } from '../../../support/readers/xlsx-package';

function lookOf(made: MadeWorkbook): { book: WorkbookLook; sheet: SheetLook } {
  const look = readLook(makeXlsx(made));
  if (!look.ok) throw new Error(look.failure.code);
  return { book: look.value, sheet: look.value.sheets[0]! };
}

/** One cell A1 whose format has this font, fill, border and alignment. */
function styled(
  font: string,
  fill = '<patternFill patternType="none"/>',
  more: { border?: string; alignment?: string; format?: string; numFmtId?: number; colors?: string } = {},
): unknown {
  const styles =
    `${more.format ? `<numFmts count="1"><numFmt numFmtId="170" formatCode="${more.format}"/></numFmts>` : ''}` +
    `<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font>${font}</font></fonts>` +
    `<fills count="1"><fill>${fill}</fill></fills><borders count="1"><border>${more.border ?? ''}</border></borders>` +
    `<cellXfs count="2"><xf/><xf numFmtId="${more.numFmtId ?? 0}" fontId="1" fillId="0" borderId="0">` +
    `${more.alignment ?? ''}</xf></cellXfs>${more.colors ?? ''}`;
  const { book, sheet } = lookOf({ styles, sheets: [{ name: 'S', rows: '<row r="1"><c r="A1" s="1"/></row>' }] });
  const { numberFormat, style } = lookAt(book, sheet, 0, 0);
  return numberFormat === 'General' ? style : { numberFormat, ...style };
}

describe('a cell', () => {
  const solid = (color: string): string => `<patternFill patternType="solid"><fgColor ${color}/></patternFill>`;
  const cases: readonly (readonly [string, unknown, unknown])[] = [
    ['says nothing', styled(''), {}],
    [
      'a font',
      styled('<b/><i val="1"/><u/><sz val="14"/><name val="Arial"/>'),
      { bold: true, italic: true, underline: true, size: 14, font: 'Arial' },
    ],
    ['bold said to be off', styled('<b val="0"/><u val="none"/>'), {}],
    ['a plain colour', styled('<color rgb="FF123ABC"/>'), { color: '123ABC' }],
    ['black, which is usual', styled('<color theme="1"/>'), {}],
    ['white of the theme', styled('<color theme="0"/>'), { color: 'FFFFFF' }],
    ['an accent of the theme', styled('<color theme="4"/>'), { color: '4472C4' }],
    [
      'an accent made lighter, as Excel makes it',
      styled('', solid('theme="4" tint="0.7999816888943144"')),
      { fill: 'DAE3F3' },
    ],
    ['an accent made darker', styled('', solid('theme="4" tint="-0.249977111117893"')), { fill: '2F5597' }],
    ['white made darker', styled('', solid('theme="0" tint="-0.14999847407452621"')), { fill: 'D9D9D9' }],
    ['the old palette', styled('', solid('indexed="10"')), { fill: 'FF0000' }],
    [
      'a palette of its own',
      styled('', solid('indexed="2"'), {
        colors:
          '<colors><indexedColors><rgbColor rgb="00000000"/><rgbColor rgb="00FFFFFF"/>' +
          '<rgbColor rgb="00ABCDEF"/></indexedColors></colors>',
      }),
      { fill: 'ABCDEF' },
    ],
    ['the system’s own colour', styled('', solid('indexed="64"')), {}],
    [
      'a gradient',
      styled(
        '',
        '<gradientFill><stop position="0"><color rgb="FF00FF00"/></stop><stop position="1">' +
          '<color rgb="FF0000FF"/></stop></gradientFill>',
      ),
      { fill: '00FF00' },
    ],
    [
      'borders',
      styled('', undefined, {
        border:
          '<left style="medium"><color rgb="FF0000FF"/></left><right/><top style="hair"/>' +
          '<bottom style="double"><color auto="1"/></bottom>',
      }),
      {
        left: { line: 'medium', color: '0000FF' },
        top: { line: 'thin', color: '000000' },
        bottom: { line: 'double', color: '000000' },
      },
    ],
    [
      'alignment',
      styled('', undefined, {
        alignment: '<alignment horizontal="centerContinuous" vertical="top" wrapText="1" indent="2"/>',
      }),
      { horizontal: 'center', vertical: 'top', wrap: true, indent: 2 },
    ],
    [
      'a format of its own',
      styled('', undefined, { format: '#,##0.00\\ &quot;€&quot;', numFmtId: 170 }),
      { numberFormat: '#,##0.00\\ "€"' },
    ],
    ['a date, by number', styled('', undefined, { numFmtId: 14 }), { numberFormat: 'dd/mm/yyyy' }],
    ['a text, by number', styled('', undefined, { numFmtId: 49 }), { numberFormat: '@' }],
  ];
  test.each(cases)('%s', (_, found, expected) => expect(found).toEqual(expected));
});

describe('a sheet', () => {
  const { book, sheet } = lookOf({
    styles:
      '<cellXfs count="3"><xf/><xf numFmtId="9"/><xf numFmtId="10"/></cellXfs><dxfs count="1"><dxf><font>' +
      '<color rgb="FFFF0000"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill>' +
      '</dxf></dxfs>',
    sheets: [
      {
        name: 'S',
        before:
          '<sheetPr><tabColor rgb="FF000091"/></sheetPr><sheetViews>' +
          '<sheetView showGridLines="0" workbookViewId="0">' +
          '<pane xSplit="1" ySplit="4" topLeftCell="B5" state="frozen"/></sheetView></sheetViews>' +
          '<cols><col min="1" max="1" width="20.7109375"/><col min="2" max="3" width="8" hidden="1"/>' +
          '<col min="5" max="16384" style="1" width="9"/></cols>',
        rows:
          '<row r="1" ht="30" customHeight="1"/><row r="2" s="2" customFormat="1"><c r="C2" s="1"/></row>' +
          '<row r="3" hidden="1"/><row r="4"><c r="B4"><v>1</v></c></row>',
        after:
          '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="E5:E9"/></mergeCells>' +
          '<conditionalFormatting sqref="A1:A9 C1"><cfRule type="expression" dxfId="0" priority="1">' +
          '<formula>$A1&lt;0</formula></cfRule><cfRule type="dataBar" priority="2"/></conditionalFormatting>' +
          '<dataValidations count="2"><dataValidation type="list" sqref="D2:D9"><formula1>"AE,CP"</formula1>' +
          '</dataValidation><dataValidation type="list" sqref="E2"><formula1>Convention!$A$1:$A$3</formula1>' +
          '</dataValidation></dataValidations>' +
          '<pageSetup orientation="landscape"/>',
        tables: [
          tableXmlOf(1, 'T', 'A1:A2', ['x']).replace('</table>', '<tableStyleInfo name="TableStyleMedium2"/></table>'),
        ],
      },
      { name: 'Deux' },
    ],
    beforeSheets: '<bookViews><workbookView activeTab="1"/></bookViews>',
  });

  test('takes a cell’s look from the cell, else its row, else its column', () => {
    const formats = [
      [1, 2],
      [1, 0],
      [1, 6],
      [3, 1],
      [3, 6],
      [9, 4],
      [9, 0],
    ].map(([row, column]) => lookAt(book, sheet, row!, column!).numberFormat);
    expect(formats).toEqual(['0%', '0.00%', '0.00%', 'General', '0%', '0%', 'General']);
  });

  test('knows widths, heights, merges and what is hidden or frozen', () => {
    expect([sheet.columnWidths.get(0), sheet.columnWidths.get(1), sheet.hiddenColumns]).toEqual([145, 56, [1, 2]]);
    expect([sheet.rows.get(0)?.height, sheet.rows.get(2)?.hidden]).toEqual([40, true]);
    expect(sheet.merges).toEqual([
      { top: 0, left: 0, rows: 1, columns: 3 },
      { top: 4, left: 4, rows: 5, columns: 1 },
    ]);
    expect([sheet.freeze, sheet.showGridlines, sheet.tabColor, book.activeSheet]).toEqual([
      { rows: 4, columns: 1 },
      false,
      '000091',
      'Deux',
    ]);
  });

  test('knows conditional formats and lists', () => {
    expect(sheet.highlights).toEqual([
      {
        areas: [
          { top: 0, left: 0, rows: 9, columns: 1 },
          { top: 0, left: 2, rows: 1, columns: 1 },
        ],
        formula: '=$A1<0',
        style: { color: 'FF0000', fill: 'FFC7CE' },
      },
    ]);
    expect(sheet.choices).toEqual([
      { area: { top: 1, left: 3, rows: 8, columns: 1 }, source: '"AE,CP"' },
      { area: { top: 1, left: 4, rows: 1, columns: 1 }, source: '=Convention!$A$1:$A$3' },
    ]);
    expect([...book.tableStyles]).toEqual([['T', 'TableStyleMedium2']]);
  });
});
