/** A scene as an .xlsx file, for the command line: our writer makes most of it, the rest is spliced into its parts. */
import { unzipSync } from 'fflate';
import { blankXlsx } from '../../../src/adapters/xlsx/write/blank';
import { areaAddress } from '../../../src/workbook/cells';
import type { PlannedCell, WriteStep } from '../../../src/workbook/plan';
import { formulaKey, type SheetSnapshot, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { zipOf } from '../readers/xlsx-package';
import { written } from '../readers/xlsx-read';
import type { Scene, SceneLook } from './scene';

/** The bytes of a scene. */
export function fileOf({ workbook, looks }: Scene): Uint8Array {
  const bytes = written(
    blankXlsx(),
    ...workbook.sheets.map(({ name }): WriteStep => ({ kind: 'addSheet', sheet: name })),
    ...stepsOf(workbook, looks),
  );
  const text = new TextDecoder();
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, text.decode(part)]));
  const book = 'xl/workbook.xml';
  workbook.sheets.forEach((sheet, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const part = parts[path];
    if (part === undefined) throw new Error(`${path} is not where it was expected: ${Object.keys(parts).join(', ')}`);
    parts[path] = sheetPart(part, sheet, looks.get(sheet.name) ?? {});
  });
  parts[book] = workbookPart(parts[book] ?? '', workbook);
  return zipOf(parts);
}

function stepsOf({ sheets, tables }: WorkbookSnapshot, looks: Scene['looks']): readonly WriteStep[] {
  return [
    ...sheets.flatMap((sheet) => cellsOf(sheet)),
    ...tables.map(({ name, sheet, area }): WriteStep => ({ kind: 'addTable', sheet, name, area })),
    ...[...looks].flatMap(([sheet, { frozen }]): readonly WriteStep[] =>
      frozen ? [{ kind: 'freezeRows', sheet, ...frozen }] : [],
    ),
  ];
}

function cellsOf({ name, used, values, formulas }: SheetSnapshot): readonly WriteStep[] {
  if (!used) return [];
  const cells = values.map((row, r) =>
    row.map((value, c): PlannedCell | null => {
      const formula = formulas.get(formulaKey(used.top + r, used.left + c));
      return value === null && formula === undefined ? null : { value, ...(formula !== undefined && { formula }) };
    }),
  );
  return [{ kind: 'setCells', sheet: name, top: used.top, left: used.left, cells }];
}

/** Protection, hidden rows and merged cells, in the order that the format requires. */
function sheetPart(part: string, { isProtected, hiddenRows }: SheetSnapshot, { merges = [] }: SceneLook): string {
  const merged = merges.map((area) => `<mergeCell ref="${areaAddress(area)}"/>`).join('');
  const added =
    (isProtected ? '<sheetProtection sheet="1"/>' : '') +
    (merged === '' ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`);
  const shown = [...hiddenRows].reduce(
    (text, row) => text.replace(`<row r="${row + 1}"`, `<row r="${row + 1}" hidden="1"`),
    part,
  );
  if (added === '') return shown;
  return /<sheetData\s*\/>/.test(shown)
    ? shown.replace(/<sheetData\s*\/>/, `<sheetData/>${added}`)
    : shown.replace('</sheetData>', `</sheetData>${added}`);
}

function workbookPart(part: string, { sheets, names, uses1904Dates, structureProtected }: WorkbookSnapshot): string {
  const defined = names.map(({ name, scope, refersTo }) => {
    const local = scope === null ? '' : ` localSheetId="${sheets.findIndex((sheet) => sheet.name === scope)}"`;
    return `<definedName name="${name}"${local}>${escaped(refersTo.slice(1))}</definedName>`;
  });
  let text = part
    .replace(/<definedNames>.*?<\/definedNames>/s, '')
    .replace('</sheets>', `</sheets><definedNames>${defined.join('')}</definedNames>`);
  if (structureProtected) text = text.replace(/<(bookViews|sheets)>/, '<workbookProtection lockStructure="1"/><$1>');
  if (uses1904Dates && /<workbookPr\b/.test(text)) text = text.replace('<workbookPr', '<workbookPr date1904="1"');
  else if (uses1904Dates) text = text.replace(/(<workbook\b[^>]*>)/, '$1<workbookPr date1904="1"/>');
  for (const [index, { visibility }] of sheets.entries()) {
    if (visibility === 'visible') continue;
    let at = -1;
    text = text.replace(/<sheet /g, (open) => ((at += 1) === index ? `<sheet state="${visibility}" ` : open));
  }
  return names.length === 0 ? text.replace('<definedNames></definedNames>', '') : text;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
