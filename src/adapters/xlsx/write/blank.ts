/**
 * An empty workbook to start from. Since a workbook must have a sheet, it has a placeholder, `Feuil1`, which becomes
 * the first sheet that a plan adds.
 */
import { PORTABLE_CODEC } from '../package/codec';
import { XML_DECLARATION } from '../package/package';
import { frameOf } from '../package/sheet-frame';
import { DIALECTS } from '../package/workbook-part';
import { attributeOf, childOf } from '../package/xml-tree';
import { emptySheet } from './sheet-writer';
import { emptyStyles } from './styles-editor';
import { buildZip } from '../package/zip';
import type { OpenedWorkbook, SheetFacts } from '../read/opened-workbook';

/** Marks the placeholder; Excel does not show it. */
const PLACEHOLDER_CODE = 'EnveloppePlaceholder';
const PLACEHOLDER_NAME = 'Feuil1';

/** The bytes of an empty .xlsx in Calibri 11. */
export function blankXlsx(): Uint8Array {
  const dialect = DIALECTS[0]!;
  const utf8 = new TextEncoder();
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
  const override = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}" ContentType="${spreadsheet}${kind}+xml"/>`;
  const relationships = (list: readonly (readonly [string, string])[]): string => {
    const items = list.map(
      ([kind, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${dialect.relation}${kind}" Target="${target}"/>`,
    );
    return `${XML_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
  };
  const parts: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      `${XML_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `${override('workbook.xml', 'sheet.main')}${override('worksheets/sheet1.xml', 'worksheet')}${override('styles.xml', 'styles')}</Types>`,
    ],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `${XML_DECLARATION}<workbook xmlns="${dialect.main}" xmlns:r="${dialect.reference}"><bookViews><workbookView/></bookViews>` +
        `<sheets><sheet name="${PLACEHOLDER_NAME}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/worksheets/sheet1.xml', emptySheet(dialect, PLACEHOLDER_CODE)],
    ['xl/styles.xml', emptyStyles(dialect.main)],
  ];
  return buildZip(
    parts.map(([path, xml]) => [path, utf8.encode(xml)] as const),
    PORTABLE_CODEC,
  );
}

/** True for the empty sheet of `blankXlsx`, as long as nobody renamed it or wrote on it. */
export function isPlaceholder(opened: OpenedWorkbook, facts: SheetFacts, name: string): boolean {
  const { path } = facts.entry;
  if (path === null || name !== PLACEHOLDER_NAME || opened.snapshot.sheets[0]?.used !== null) return false;
  const properties = childOf(frameOf(opened.parts.content(path), path).root, 'sheetPr');
  return properties !== undefined && attributeOf(properties, 'codeName') === PLACEHOLDER_CODE;
}
