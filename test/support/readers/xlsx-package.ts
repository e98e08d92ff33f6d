/**
 * Hand-made .xlsx packages: each knob is a liberty that some program takes with the format. Zipped by fflate, not by
 * our own writer.
 */
import { type ZipOptions, zipSync } from 'fflate';

export interface MadeSheet {
  readonly name: string;
  /** Content of `<sheetData>`, without prefix; null leaves the element out. */
  readonly rows?: string | null;
  /** XML before `<sheetData>` (`<sheetViews>…`), and after it (`<mergeCells>…`). */
  readonly before?: string;
  readonly after?: string;
  readonly attributes?: string;
  /** Table parts of the sheet, as whole `<table>` elements without declaration. */
  readonly tables?: readonly string[];
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  readonly strings?: readonly string[];
  readonly styles?: string | null;
  /** Children of `<workbook>` before and after `<sheets>`. */
  readonly beforeSheets?: string;
  readonly afterSheets?: string;
  /** `x:` writes every element of the main namespace with that prefix. */
  readonly prefix?: string;
  readonly strict?: boolean;
  readonly absoluteTargets?: boolean;
  /** Every part is declared by its name, no extension is. */
  readonly declaredByName?: boolean;
  readonly extraParts?: Readonly<Record<string, string>>;
  readonly extraRelations?: readonly (readonly [kind: string, target: string])[];
}

const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  r: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const CT = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

export const PLAIN_STYLES =
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>';

/** Bytes of a part that is compressed in haste, or not at all: tests make parts of a hundred megabytes. */
const LARGE_PART = 1_000_000;

/** The bytes of a zip of these parts. */
export function zipOf(
  parts: Readonly<Record<string, string | Uint8Array>>,
  largeParts: ZipOptions = { level: 1 },
): Uint8Array {
  const utf8 = new TextEncoder();
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]): [string, [Uint8Array, ZipOptions]] => {
        const bytes = typeof part === 'string' ? utf8.encode(part) : part;
        return [name, [bytes, bytes.length > LARGE_PART ? largeParts : {}]];
      }),
    ),
  );
}

/** Every part of a made workbook, by path. */
export function partsOf(made: MadeWorkbook): Record<string, string> {
  const ns = made.strict ? STRICT : TRANSITIONAL;
  const p = made.prefix ?? '';
  const root = `xmlns${p ? `:${p.slice(0, -1)}` : ''}="${ns.main}" xmlns:r="${ns.r}"`;
  const prefixed = (xml: string): string => (p ? xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${p}`) : xml);
  const target = (path: string): string => (made.absoluteTargets ? `/xl/${path}` : path);
  const relations: (readonly [string, string])[] = [];
  const relate = (kind: string, path: string): number => relations.push([kind, target(path)]);
  const parts: Record<string, string> = {};
  const types: string[] = [`<Override PartName="/xl/workbook.xml" ContentType="${CT}sheet.main+xml"/>`];
  let tables = 0;
  const list = made.sheets.map((sheet, index) => {
    const path = `worksheets/sheet${index + 1}.xml`;
    const tableParts = (sheet.tables ?? []).map((table) => {
      tables += 1;
      parts[`xl/tables/table${tables}.xml`] =
        XML + prefixed(table).replace(/^<[\w:]*table/, (open) => `${open} ${root}`);
      types.push(`<Override PartName="/xl/tables/table${tables}.xml" ContentType="${CT}table+xml"/>`);
      return [
        'table',
        made.absoluteTargets ? `/xl/tables/table${tables}.xml` : `../tables/table${tables}.xml`,
      ] as const;
    });
    if (tableParts.length > 0)
      parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relationships(ns.r, tableParts);
    const tableList = tableParts.map((_, at) => `<tablePart r:id="rId${at + 1}"/>`).join('');
    const tail = tableList ? `<tableParts count="${tableParts.length}">${tableList}</tableParts>` : '';
    const rows = sheet.rows === null ? '' : `<sheetData>${sheet.rows ?? ''}</sheetData>`;
    const inner = prefixed(`${sheet.before ?? ''}${rows}${sheet.after ?? ''}${tail}`);
    parts[`xl/${path}`] = `${XML}<${p}worksheet ${root}>${inner}</${p}worksheet>`;
    types.push(`<Override PartName="/xl/${path}" ContentType="${CT}worksheet+xml"/>`);
    return `<sheet name="${sheet.name}" sheetId="${index + 1}"${sheet.attributes ?? ''} r:id="rId${relate('worksheet', path)}"/>`;
  });
  if (made.strings) {
    const items = made.strings.map((item) => `<si>${item}</si>`).join('');
    parts['xl/sharedStrings.xml'] = `${XML}<${p}sst ${root}>${prefixed(items)}</${p}sst>`;
    types.push(`<Override PartName="/xl/sharedStrings.xml" ContentType="${CT}sharedStrings+xml"/>`);
    relate('sharedStrings', 'sharedStrings.xml');
  }
  if (made.styles !== null) {
    parts['xl/styles.xml'] = `${XML}<${p}styleSheet ${root}>${prefixed(made.styles ?? PLAIN_STYLES)}</${p}styleSheet>`;
    types.push(`<Override PartName="/xl/styles.xml" ContentType="${CT}styles+xml"/>`);
    relate('styles', 'styles.xml');
  }
  for (const [kind, path] of made.extraRelations ?? []) relate(kind, path);
  const body = prefixed(`${made.beforeSheets ?? ''}<sheets>${list.join('')}</sheets>${made.afterSheets ?? ''}`);
  const others: Record<string, string> = {
    '_rels/.rels': relationships(ns.r, [
      ['officeDocument', made.absoluteTargets ? '/xl/workbook.xml' : 'xl/workbook.xml'],
    ]),
    'xl/workbook.xml': `${XML}<${p}workbook ${root}>${body}</${p}workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(ns.r, relations),
    ...parts,
    ...made.extraParts,
  };
  const defaults = `<Default Extension="rels" ContentType="${RELATIONS_TYPE}"/><Default Extension="xml" ContentType="application/xml"/>`;
  const byName = Object.keys(others).filter((path) => path.endsWith('.rels'));
  const declared = made.declaredByName
    ? byName.map((path) => `<Override PartName="/${path}" ContentType="${RELATIONS_TYPE}"/>`).join('')
    : defaults;
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${declared}${types.join('')}</Types>`,
    ...others,
  };
}

/** The bytes of a made workbook; a part of megabytes is stored as it is, since compressing it takes seconds. */
export function makeXlsx(made: MadeWorkbook): Uint8Array {
  return zipOf(partsOf(made), { level: 0 });
}

/** A table part over an area, with these columns. */
export function tableXmlOf(id: number, name: string, ref: string, columns: readonly string[], attributes = ''): string {
  const list = columns.map((column, index) => `<tableColumn id="${index + 1}" name="${column}"/>`).join('');
  const head = `<table id="${id}" name="${name}" displayName="${name}" ref="${ref}"${attributes}>`;
  return `${head}<tableColumns count="${columns.length}">${list}</tableColumns></table>`;
}

function relationships(base: string, list: readonly (readonly [string, string])[]): string {
  const items = list.map(
    ([kind, path], index) => `<Relationship Id="rId${index + 1}" Type="${base}/${kind}" Target="${path}"/>`,
  );
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}
