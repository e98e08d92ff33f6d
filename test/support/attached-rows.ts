/** A file whose document has what a team put on one of its rows, and the same with one more line or one less. */
import { unzipSync } from 'fflate';
import { findTable } from '../../src/workbook/snapshot';
import { zipOf } from './readers/xlsx-package';
import { opened, sheetNamed, written } from './readers/xlsx-read';
import { partText } from './readers/zip-parts';

export const BILAN = 'Bilan financier 2023';

/** The rows of the document that start with a text, from 1. */
export function rowsOf(bytes: Uint8Array, text: string): readonly number[] {
  const { used, values } = sheetNamed(opened(bytes).read(), BILAN);
  return values.flatMap(([first], index) => (first === text ? [used!.top + index + 1] : []));
}

/** The last of them. */
export function rowOf(bytes: Uint8Array, text: string): number {
  const row = rowsOf(bytes, text).at(-1);
  if (row === undefined) throw new Error(text);
  return row;
}

/** The workbook with one more poste of an envelope, at the end of the table. */
export function withLine(bytes: Uint8Array, label: string): Uint8Array {
  const table = findTable(opened(bytes).read(), 'ENV_Postes')!;
  const values = ['PDE', label, 100, null, 'alerte'];
  const cells = table.columns.map((_, index) => ({ value: values[index] ?? null }));
  return written(bytes, { kind: 'appendRow', sheet: table.sheet, table: table.name, cells });
}

export function withoutLastLine(bytes: Uint8Array): Uint8Array {
  const table = findTable(opened(bytes).read(), 'ENV_Postes')!;
  const { area, sheet, name } = table;
  const blank = [Array.from({ length: area.columns }, () => ({ value: null }))];
  return written(
    bytes,
    { kind: 'setCells', sheet, top: area.top + area.rows - 1, left: area.left, cells: blank },
    { kind: 'resizeTable', sheet, name, area: { ...area, rows: area.rows - 1 }, from: area },
  );
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const THREADED = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PERSON = '{11111111-1111-1111-1111-111111111111}';
const ANSWER = '{22222222-2222-2222-2222-222222222222}';

/** The file with what a team put on a row of the document, all of which names it by its address. */
export function withAttached(bytes: Uint8Array, row: number, alone: 'note' | 'all' = 'all'): Uint8Array {
  const parts: Record<string, string | Uint8Array> = unzipSync(bytes);
  const textOf = (path: string): string => partText(bytes, path) ?? '';
  const path = sheetPath(bytes);
  const cell = `C${row}`;
  const rels = path.replace('worksheets/', 'worksheets/_rels/') + '.rels';
  const related =
    `<Relationship Id="n1" Type="${RELATIONS}/comments" Target="/xl/comments90.xml"/>` +
    `<Relationship Id="n2" Type="${RELATIONS}/vmlDrawing" Target="/xl/drawings/notes90.vml"/>` +
    `<Relationship Id="n3" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="/xl/threadedComments/threadedComment90.xml"/>`;
  const known =
    textOf(rels) ||
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  parts[rels] = known.replace('</Relationships>', `${related}</Relationships>`);
  parts['xl/comments90.xml'] =
    `<comments xmlns="${MAIN}"><authors><author>tc=${ANSWER}</author></authors><commentList>` +
    `<comment ref="${cell}" authorId="0" shapeId="0"><text><r><t>À vérifier</t></r></text></comment></commentList></comments>`;
  parts['xl/threadedComments/threadedComment90.xml'] =
    `<ThreadedComments xmlns="${THREADED}"><threadedComment ref="${cell}" dT="2023-05-02T10:00:00.00" personId="${PERSON}" id="${ANSWER}"><text>À vérifier</text></threadedComment></ThreadedComments>`;
  parts['xl/persons/person.xml'] =
    `<personList xmlns="${THREADED}"><person displayName="Zoé" id="${PERSON}" userId="Zoé" providerId="None"/></personList>`;
  parts['xl/drawings/notes90.vml'] =
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    `<v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Anchor>3, 15, ${row - 2}, 10, 5, 15, ${row + 2}, 4</x:Anchor><x:Row>${row - 1}</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>`;
  parts['xl/_rels/workbook.xml.rels'] = textOf('xl/_rels/workbook.xml.rels').replace(
    '</Relationships>',
    '<Relationship Id="p90" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" Target="persons/person.xml"/></Relationships>',
  );
  parts['[Content_Types].xml'] = textOf('[Content_Types].xml').replace(
    '</Types>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
      '<Override PartName="/xl/comments90.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>' +
      '<Override PartName="/xl/threadedComments/threadedComment90.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/>' +
      '<Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/></Types>',
  );
  const rules =
    `<conditionalFormatting sqref="D${row}"><cfRule type="expression" priority="90"><formula>AND(D${row}&gt;$B$1,E${row}=0)</formula></cfRule></conditionalFormatting>` +
    `<conditionalFormatting sqref="F8:F${row}"><cfRule type="expression" priority="91"><formula>F8&lt;0</formula></cfRule></conditionalFormatting>`;
  const lists =
    `<dataValidations count="1"><dataValidation type="custom" allowBlank="1" sqref="C${row}"><formula1>LEN(C${row})&lt;9</formula1></dataValidation></dataValidations>` +
    `<hyperlinks><hyperlink ref="C${row}" location="'Bilan financier 2023'!A1"/></hyperlinks>`;
  const sheet = textOf(path);
  const firstRule = sheet.indexOf('<conditionalFormatting');
  const at = firstRule < 0 ? sheet.indexOf('<pageMargins') : firstRule;
  const withRules = sheet.slice(0, at) + rules + sheet.slice(at);
  const all = withRules.replace('<pageMargins', `${lists}<pageMargins`);
  const tail = (xml: string): string =>
    xml.includes('<drawing ')
      ? xml.replace(/(<drawing [^>]*>)/, `$1<legacyDrawing xmlns:r="${RELATIONS}" r:id="n2"/>`)
      : xml.replace('</worksheet>', `<legacyDrawing xmlns:r="${RELATIONS}" r:id="n2"/></worksheet>`);
  const sparkline =
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}">' +
    '<x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines>' +
    `<x14:sparkline><xm:f>'${BILAN}'!B${row}:D${row}</xm:f><xm:sqref>H${row}</xm:sqref></x14:sparkline>` +
    '</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>';
  const whole = tail(all).replace('</worksheet>', `${sparkline}</worksheet>`);
  parts[path] = alone === 'all' ? whole : tail(sheet);
  return zipOf(parts);
}

export function sheetPath(bytes: Uint8Array): string {
  const id =
    new RegExp(`<sheet name="${BILAN}"[^>]*r:id="([^"]+)"`).exec(partText(bytes, 'xl/workbook.xml')!)?.[1] ?? '';
  const target = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`).exec(
    partText(bytes, 'xl/_rels/workbook.xml.rels')!,
  )![0];
  return `xl/${/Target="\/?(?:xl\/)?([^"]+)"/.exec(target)?.[1] ?? ''}`;
}
