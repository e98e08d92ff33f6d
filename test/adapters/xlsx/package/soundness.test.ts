/** The last check before a copy gets its name: a fault of ours, set in a part on purpose, is refused with the part. */
import { PORTABLE_CODEC } from '../../../../src/adapters/xlsx/package/codec';
import { XlsxPackage } from '../../../../src/adapters/xlsx/package/package';
import { guarded } from '../../../../src/adapters/xlsx/package/refusal';
import { assertSound } from '../../../../src/adapters/xlsx/package/soundness';
import { makeXlsx, tableXmlOf } from '../../../support/readers/xlsx-package';

const BYTES = makeXlsx({
  sheets: [{ name: 'Suivi', rows: '<row r="1"/>', tables: [tableXmlOf(1, 'T', 'A1:A2', ['a'])] }],
});
const SHEET = 'xl/worksheets/sheet1.xml';
const RELATIONS = 'xl/worksheets/_rels/sheet1.xml.rels';
const TYPES = '[Content_Types].xml';
const RELATION_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/table';

/** The part that is refused after these changes; null when all is sound. */
function unsoundPart(change: (parts: XlsxPackage) => void): string | null {
  const before = new XlsxPackage(BYTES, PORTABLE_CODEC);
  const parts = new XlsxPackage(BYTES, PORTABLE_CODEC);
  change(parts);
  const checked = guarded(() => assertSound(parts, before));
  if (checked.ok) return null;
  return checked.failure.code === 'unsoundCopy' ? checked.failure.part : checked.failure.code;
}

const textOf = (parts: XlsxPackage, path: string): string => new TextDecoder().decode(parts.content(path));
const edit = (path: string, from: string, to: string) => (parts: XlsxPackage) =>
  parts.set(path, textOf(parts, path).replace(from, to));
/** A sheet too large to be parsed, with this end. */
const large = (end: string) => (parts: XlsxPackage) =>
  parts.set(SHEET, textOf(parts, SHEET).replace('<row r="1"/>', `${'<row r="1"><c/></row>'.repeat(250_000)}${end}`));

test.each<readonly [string, (parts: XlsxPackage) => void, string | null]>([
  ['nothing changed', () => undefined, null],
  ['a part rewritten as it was', edit(SHEET, '', ''), null],
  ['a tag without its end', edit(SHEET, '<row r="1"/>', '<row r="1">'), SHEET],
  ['a character that XML forbids', edit(SHEET, '<row r="1"/>', '<row r="1"/>\u000b'), SHEET],
  ['a large part', large(''), null],
  ['a large part, a tag without its end', large('<row r="2">'), SHEET],
  ['a large part, ends crossed', large('<row r="2"><c></row></c>'), SHEET],
  ['a large part, an end too many', large('</row>'), SHEET],
  ['a relationship that the text names and that is not there', edit(SHEET, 'r:id="rId1"', 'r:id="rId8"'), SHEET],
  [
    'two relationships of one id',
    edit(RELATIONS, '</Relationships>', relationOf('rId1', '/xl/tables/table1.xml')),
    RELATIONS,
  ],
  [
    'a relationship that leads nowhere',
    edit(RELATIONS, '</Relationships>', relationOf('rId2', '/xl/none.xml')),
    RELATIONS,
  ],
  ['a part of no declared type', (parts) => parts.set('xl/media/picture.odd', 'x'), 'xl/media/picture.odd'],
  [
    'a part declared twice',
    edit(TYPES, '</Types>', '<Override PartName="/XL/workbook.xml" ContentType="a/b"/></Types>'),
    TYPES,
  ],
])('%s', (_, change, expected) => expect(unsoundPart(change)).toBe(expected));

function relationOf(id: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATION_TYPE}" Target="${target}"/></Relationships>`;
}

test('what was wrong in the file and was not touched is left as it was', () => {
  const dangling = makeXlsx({ sheets: [{ name: 'Suivi', rows: '', after: '<drawing r:id="rId7"/>' }] });
  const before = new XlsxPackage(dangling, PORTABLE_CODEC);
  const parts = new XlsxPackage(dangling, PORTABLE_CODEC);
  edit(SHEET, '<sheetData>', '<sheetData><row r="3"/>')(parts);
  expect(guarded(() => assertSound(parts, before)).ok).toBe(true);
});
