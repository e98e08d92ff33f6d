/**
 * The rows of a document of a file with what people gave to them as a whole, and with what they drew over them:
 * heights, hidden rows, groups, rich text, shapes, controls, filters, scenarios, page breaks. Each follows its row when
 * the document is generated again, as when rows are inserted in Excel.
 */
import { unzipSync } from 'fflate';
import { buildSample } from '../../../../scripts/build-sample';
import { lookAt, readLook } from '../../../../src/adapters/xlsx/read/read-look';
import type { FileStep } from '../../../../src/adapters/xlsx/write/file-steps';
import { BILAN, rowOf, rowsOf, sheetPath, withLine, withoutLastLine } from '../../../support/attached-rows';
import { runOn, type CommandResult } from '../../../support/cli-machine';
import { describeWithOpenXml, openXmlFaults } from '../../../support/readers/open-xml';
import { opened, written } from '../../../support/readers/xlsx-read';
import { zipOf } from '../../../support/readers/xlsx-package';
import { partText } from '../../../support/readers/zip-parts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWINGS = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const TOTAL = 'Total PDE';

async function reported(bytes: Uint8Array, lang = ''): Promise<CommandResult & { readonly copy: Uint8Array }> {
  const result = await runOn(
    { files: { 'suivi.xlsx': bytes } },
    `report suivi.xlsx --only bilan,etat --output copie.xlsx${lang}`,
  );
  const copy = result.files.get('copie.xlsx');
  if (!copy) throw new Error(result.error);
  return { ...result, copy, out: result.out.replaceAll('\u00a0', ' ') };
}

const first = reported(buildSample()).then(({ copy }) => copy);

/** The file with some of its parts edited. */
function edited(bytes: Uint8Array, edits: Readonly<Record<string, (text: string) => string>>): Uint8Array {
  const parts: Record<string, string | Uint8Array> = unzipSync(bytes);
  for (const [path, edit] of Object.entries(edits)) parts[path] = edit(partText(bytes, path) ?? '');
  return zipOf(parts);
}

const onSheet = (bytes: Uint8Array, edit: (text: string) => string): Uint8Array =>
  edited(bytes, { [sheetPath(bytes)]: edit });

function rowTag(bytes: Uint8Array, row: number): string {
  return new RegExp(`<row r="${row}"[^>]*>`).exec(partText(bytes, sheetPath(bytes))!)![0];
}

/** The file with attributes on a row. */
const withRow = (bytes: Uint8Array, row: number, attributes: string): Uint8Array =>
  onSheet(bytes, (text) => text.replace(`<row r="${row}">`, `<row r="${row}" ${attributes}>`));

const longer = async (bytes: Uint8Array): Promise<Uint8Array> =>
  (await reported(withLine(bytes, 'Frais de mission'))).copy;

describe('a row that has another place', () => {
  test('keeps its height, and no other row takes it', async () => {
    const start = await first;
    const row = rowOf(start, TOTAL);
    const copy = await longer(withRow(start, row, 'ht="40" customHeight="1"'));
    const to = rowOf(copy, TOTAL);
    expect(to).not.toBe(row);
    expect(rowTag(copy, to)).toBe(`<row r="${to}" ht="40" customHeight="1">`);
    expect(rowTag(copy, row)).toBe(`<row r="${row}">`);
  });

  test('stays hidden, and hides no other line of the document', async () => {
    const start = await first;
    const row = rowOf(start, TOTAL);
    const copy = await longer(withRow(start, row, 'hidden="1"'));
    expect(rowTag(copy, rowOf(copy, TOTAL))).toContain('hidden="1"');
    expect(partText(copy, sheetPath(copy))!.match(/hidden="1"/g)).toHaveLength(1);
  });

  test('stays in its group, and a line that comes between two rows of a group joins it', async () => {
    const start = await first;
    const [before = 0] = rowsOf(start, 'Frais annexes');
    const [after = 0] = rowsOf(start, 'Sans poste');
    expect(after).toBe(before + 1);
    const copy = await longer(withRow(withRow(start, before, 'outlineLevel="1"'), after, 'outlineLevel="1"'));
    const [line = 0] = rowsOf(copy, 'Frais de mission');
    expect(line).toBe(after);
    for (const row of [before, line, line + 1]) expect(rowTag(copy, row)).toContain('outlineLevel="1"');
    expect(rowTag(copy, line + 2)).not.toContain('outlineLevel');
  });

  test('keeps the rich text of an observation', async () => {
    const start = await first;
    const row = rowOf(start, TOTAL);
    const runs = '<is><r><t xml:space="preserve">à </t></r><r><rPr><b/></rPr><t>vérifier</t></r></is>';
    const typed = onSheet(start, (text) =>
      text.replace(new RegExp(`<c r="I${row}"( s="\\d+")/>`), `<c r="I${row}"$1 t="inlineStr">${runs}</c>`),
    );
    expect(partText(typed, sheetPath(typed))).toContain(runs);
    const copy = await longer(typed);
    expect(partText(copy, sheetPath(copy))).toMatch(
      new RegExp(`<c r="I${rowOf(copy, TOTAL)}" s="\\d+" t="inlineStr">${runs}</c>`),
    );
  });
});

describe('a cell of a row that has another place', () => {
  test('keeps a picture that somebody put in it', async () => {
    const start = await first;
    const row = rowOf(start, TOTAL);
    const picture = onSheet(start, (text) =>
      text.replace(new RegExp(`<c r="I${row}"( s="\\d+")/>`), `<c r="I${row}"$1 t="e" vm="1"><v>#VALUE!</v></c>`),
    );
    const copy = await longer(picture);
    expect(partText(copy, sheetPath(copy))).toMatch(
      new RegExp(`<c r="I${rowOf(copy, TOTAL)}" s="\\d+" t="e" vm="1"><v>#VALUE!</v></c>`),
    );
  });

  test('keeps the format that somebody gave to it: an observation that is a date shows a date', async () => {
    const start = await first;
    const row = rowOf(start, TOTAL);
    const date = { row: row - 1, column: 8, numberFormat: 'dd/mm/yyyy', style: { font: 'Arial', size: 14 } };
    const dated = looked(start, row, date, 45_019);
    const copy = await longer(dated);
    const to = rowOf(copy, TOTAL);
    expect(lookOf(copy, to, 8)).toEqual(lookOf(dated, row, 8));
    expect(lookOf(copy, to, 8).numberFormat).toBe('dd/mm/yyyy');
    expect(lookOf(copy, row, 8).numberFormat).toBe('General');
  });

  test('keeps the decimals that somebody took from an amount; the amounts that come to its former row have theirs', async () => {
    const start = await first;
    const row = rowOf(start, TOTAL);
    const rounded = looked(start, row, { row: row - 1, column: 1, numberFormat: '#,##0' });
    const copy = await longer(rounded);
    expect(lookOf(copy, rowOf(copy, TOTAL), 1).numberFormat).toBe('#,##0');
    const formats = rowsOf(copy, TOTAL).map((one) => lookOf(copy, one, 1).numberFormat);
    expect(formats.filter((format) => format === '#,##0')).toHaveLength(1);
  });
});

type Look = Extract<FileStep, { kind: 'setLooks' }>['looks'][number];

/** The file with another look on a cell, and with a number in it. */
function looked(bytes: Uint8Array, row: number, look: Look, value?: number): Uint8Array {
  const cells = value === undefined ? [] : [[{ value }]];
  const steps: FileStep[] = [{ kind: 'setLooks', sheet: BILAN, looks: [look] }];
  const result = opened(
    cells.length === 0
      ? bytes
      : written(bytes, { kind: 'setCells', sheet: BILAN, top: row - 1, left: look.column, cells }),
  ).apply({ purpose: 'values', expected: [], steps });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

function lookOf(bytes: Uint8Array, row: number, column: number) {
  const book = readLook(bytes);
  if (!book.ok) throw new Error(JSON.stringify(book.failure));
  const sheet = book.value.sheets.find(({ name }) => name === BILAN)!;
  return lookAt(book.value, sheet, row - 1, column);
}

const shape = (name: string, kind: string, from: number, to: string, link = ''): string =>
  `<xdr:${kind}><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${from}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>${to}` +
  `<xdr:sp macro=""${link}><xdr:nvSpPr><xdr:cNvPr id="90" name="${name}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/></xdr:sp><xdr:clientData/></xdr:${kind.split(' ')[0]}>`;
const lower = (row: number): string =>
  `<xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>`;
const SIZE = '<xdr:ext cx="500000" cy="200000"/>';

/** That of the charts of the document. */
const drawingPath = (bytes: Uint8Array): string =>
  `xl/drawings/${/drawings\/(drawing\d+\.xml)/.exec(partText(bytes, relationsOf(bytes))!)![1]!}`;

function relationsOf(bytes: Uint8Array): string {
  return sheetPath(bytes).replace('worksheets/', 'worksheets/_rels/') + '.rels';
}

const withDrawn = (bytes: Uint8Array, shapes: string): Uint8Array =>
  edited(bytes, { [drawingPath(bytes)]: (text) => text.replace('</xdr:wsDr>', `${shapes}</xdr:wsDr>`) });

/** The rows of the corners of a shape, from 0. */
function cornersOf(bytes: Uint8Array, name: string): readonly number[] {
  const anchors = partText(bytes, drawingPath(bytes))!.split(/(?=<xdr:(?:two|one)CellAnchor)/);
  const anchor = anchors.find((one) => one.includes(`name="${name}"`))!;
  return [...anchor.matchAll(/<xdr:row>(\d+)/g)].map(([, row]) => Number(row));
}

describe('what is drawn over a row that moves', () => {
  test.each([
    ['a shape that moves and is sized with its cells', 'twoCellAnchor', (row: number) => lower(row), 'moved'],
    ['a shape that only moves', 'twoCellAnchor editAs="oneCell"', (row: number) => lower(row), 'moved'],
    ['a picture of its own size', 'oneCellAnchor', () => SIZE, 'moved'],
    ['a shape that does not move with cells', 'twoCellAnchor editAs="absolute"', (row: number) => lower(row), 'fixed'],
  ])('%s: its rows', async (_, kind, to, outcome) => {
    const start = await first;
    const row = rowOf(start, TOTAL);
    const drawn = withDrawn(start, shape('Repère', kind, row - 1, to(row)));
    const copy = await longer(drawn);
    const down = outcome === 'moved' ? rowOf(copy, TOTAL) - row : 0;
    expect(cornersOf(copy, 'Repère')).toEqual(cornersOf(drawn, 'Repère').map((one) => one + down));
  });

  test('a frame around rows between which a line comes is stretched', async () => {
    const start = await first;
    const [line = 0] = rowsOf(start, 'Frais annexes');
    const copy = await longer(withDrawn(start, shape('Cadre', 'twoCellAnchor', line - 1, lower(line + 1))));
    expect(cornersOf(copy, 'Cadre')).toEqual([line - 1, line + 2]);
  });

  test('a control keeps its box in both of its places', async () => {
    const start = await first;
    const row = rowOf(start, TOTAL);
    const copy = await longer(withControl(start, row));
    const to = rowOf(copy, TOTAL);
    const rows = [...partText(copy, sheetPath(copy))!.matchAll(/<xdr:row xmlns[^>]*>(\d+)/g)].map(([, one]) => one);
    expect(rows).toEqual([String(to - 1), String(to)]);
    expect(partText(copy, 'xl/drawings/commandes90.vml')).toContain(
      `<x:Anchor>8, 0,${to - 1}, 0, 9, 0,${to}, 0</x:Anchor>`,
    );
  });

  test('a chart of ours keeps the place that somebody gave to it', async () => {
    const start = await first;
    const row = rowOf(start, TOTAL);
    const placed = edited(start, {
      [drawingPath(start)]: (text) => text.replace(/(<xdr:row>)\d+(.*?<xdr:row>)\d+/, `$1${row}$2${row + 9}`),
    });
    const name = /name="(ENV_Graphique_[^"]+)"/.exec(partText(placed, drawingPath(placed))!)![1]!;
    expect(cornersOf(await longer(placed), name)).toEqual([row, row + 9]);
  });

  test.each([
    ['', `La forme, l’image ou la commande de B`, ', dont la ligne disparaît, reste à son adresse.'],
    [' --lang en', 'The shape, picture or control of B', ', whose row goes away, stays at its address.'],
  ])('a shape whose row goes away is announced%s', async (lang, opening, end) => {
    const start = await longer(await first);
    const row = rowOf(start, 'Frais de mission');
    const drawn = withDrawn(start, shape('Repère', 'twoCellAnchor', row - 1, lower(row)));
    expect((await reported(withoutLastLine(drawn), lang)).out).toContain(`${opening}${row}${end}`);
  });

  test.each([
    ['', 'Une forme, une image ou une commande de la feuille', 'dont le contenu passe en'],
    [' --lang en', 'A shape, a picture or a control of sheet', 'whose content moves to'],
  ])('a shape that shows the text of a cell which moves is announced%s', async (lang, opening, end) => {
    const start = await first;
    const row = rowOf(start, TOTAL);
    const drawn = withDrawn(start, shape('Bandeau', 'twoCellAnchor', 1, lower(2), ` textlink="$B$${row}"`));
    const { out } = await reported(withLine(drawn, 'Frais de mission'), lang);
    expect(out).toMatch(new RegExp(`${opening} .${' ?'}${BILAN}.*B${row}, ${end}`));
  });
});

test('a shape of another sheet that leads to a cell which moves is announced', async () => {
  const start = await first;
  const row = rowOf(start, TOTAL);
  const linked = edited(start, {
    'xl/worksheets/_rels/sheet1.xml.rels': (text) =>
      text.replace(
        '</Relationships>',
        `<Relationship Id="d90" Type="${RELATIONS}/drawing" Target="/xl/drawings/drawing90.xml"/></Relationships>`,
      ),
    'xl/worksheets/sheet1.xml': (text) => text.replace('<tableParts', '<drawing r:id="d90"/><tableParts'),
    'xl/drawings/drawing90.xml': () =>
      `<xdr:wsDr xmlns:xdr="${DRAWINGS}">${shape('Aller au total', 'oneCellAnchor', 1, SIZE)}</xdr:wsDr>`,
    'xl/drawings/_rels/drawing90.xml.rels': () =>
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId1" Type="${RELATIONS}/hyperlink" Target="#'${BILAN}'!B${row}"/></Relationships>`,
    '[Content_Types].xml': (text) =>
      text.replace(
        '</Types>',
        '<Override PartName="/xl/drawings/drawing90.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>',
      ),
  });
  const { out } = await reported(withLine(linked, 'Frais de mission'));
  expect(out).toContain(`Une forme, une image ou une commande de la feuille « Suivi 2023 » utilise B${row}, dont`);
});

/** The position of the sheet of the document. */
const positionIn = (bytes: Uint8Array): number =>
  [...partText(bytes, 'xl/workbook.xml')!.matchAll(/<sheet name="([^"]+)"/g)].findIndex(([, name]) => name === BILAN);

describe('the lists of cells of the sheet', () => {
  test('a scenario changes the cell of its row', async () => {
    const start = await first;
    const row = rowOf(start, TOTAL);
    const scenario = (cell: number): string =>
      `<scenarios><scenario name="Haut" count="1"><inputCells r="B${cell}" val="3"/></scenario></scenarios>`;
    const copy = await longer(onSheet(start, (text) => text.replace('</sheetData>', `</sheetData>${scenario(row)}`)));
    expect(partText(copy, sheetPath(copy))).toContain(scenario(rowOf(copy, TOTAL)));
  });

  test('a filter covers the rows that it covered, in its name too', async () => {
    const start = await first;
    const row = rowOf(start, TOTAL);
    const named = (from: number): string =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${positionIn(start)}" hidden="1">'${BILAN}'!$A$${from - 2}:$I$${from}</definedName>`;
    const filtered = edited(start, {
      [sheetPath(start)]: (text) => text.replace('</sheetData>', `</sheetData><autoFilter ref="A${row - 2}:I${row}"/>`),
      'xl/workbook.xml': (text) => text.replace('<definedName ', `${named(row)}<definedName `),
    });
    const copy = await longer(filtered);
    const to = rowOf(copy, TOTAL);
    expect(partText(copy, sheetPath(copy))).toContain(`<autoFilter ref="A${to - 2}:I${to}"/>`);
    expect(partText(copy, 'xl/workbook.xml')).toContain(named(to));
  });

  test.each([
    ['a printed part', 'Print_Area', (row: number) => `'${BILAN}'!$A$${row - 1}:$K$${row}`],
    ['two printed parts', 'Print_Area', (row: number) => `'${BILAN}'!$A$1:$I$9,'${BILAN}'!$A$${row - 1}:$I$${row}`],
    ['repeated rows', 'Print_Titles', (row: number) => `'${BILAN}'!$${row}:$${row}`],
  ])('%s of the document: the same rows', async (_, name, text) => {
    const start = await first;
    const row = rowOf(start, TOTAL);
    const named = (at: number): string =>
      `<definedName name="_xlnm.${name}" localSheetId="${positionIn(start)}">${text(at)}</definedName>`;
    const former = new RegExp(
      `<definedName name="_xlnm.${name}" localSheetId="${positionIn(start)}">.*?</definedName>`,
    );
    const printed = edited(start, {
      'xl/workbook.xml': (xml) => xml.replace(former, '').replace('<definedName ', `${named(row)}<definedName `),
    });
    const copy = await longer(printed);
    expect(partText(copy, 'xl/workbook.xml')).toContain(named(rowOf(copy, TOTAL)));
  });

  test('a page break of somebody stays before its row, in a saved view too', async () => {
    const start = await first;
    const row = rowOf(start, TOTAL);
    const view = (id: number): string =>
      `<customSheetViews><customSheetView guid="{11111111-2222-3333-4444-555555555555}"><rowBreaks count="1" manualBreakCount="1"><brk id="${id}" max="16383" man="1"/></rowBreaks></customSheetView></customSheetViews>`;
    const own = (id: number): string => `<brk id="${id}" max="16383" man="1"/>`;
    const broken = onSheet(start, (text) =>
      text
        .replace('</rowBreaks>', `${own(row - 1)}</rowBreaks>`)
        .replace('</sheetData>', `</sheetData>${view(row - 1)}`),
    );
    const copy = await longer(broken);
    const sheet = partText(copy, sheetPath(copy))!;
    const to = rowOf(copy, TOTAL) - 1;
    expect(sheet).toContain(view(to));
    expect(sheet.replace(view(to), '')).toContain(own(to));
    expect(sheet).not.toContain(own(row - 1));
  });

  test.each([
    ['', 'La table de données de K5', 'dont le contenu passe en'],
    [' --lang en', 'The data table of K5', 'whose content moves to'],
  ])('a data table whose input cell moves is announced%s', async (lang, opening, end) => {
    const start = await first;
    const row = rowOf(start, TOTAL);
    const table = `<c r="K5"><f t="dataTable" ref="K5:K6" dt2D="0" dtr="0" r1="B${row}"/><v>1</v></c>`;
    const typed = onSheet(start, (text) => text.replace(/(<row r="5".*?)(<\/row>)/, `$1${table}$2`));
    const { out } = await reported(withLine(typed, 'Frais de mission'), lang);
    expect(out).toMatch(new RegExp(`${opening} .*B${row}, ${end}`));
  });
});

describeWithOpenXml('all of them', () => {
  test('make no fault', async () => {
    const start = await first;
    const row = rowOf(start, TOTAL);
    const drawn = withDrawn(withControl(start, row), shape('Repère', 'oneCellAnchor', row - 1, SIZE));
    const before = withRow(drawn, row, 'ht="40" customHeight="1" outlineLevel="1"');
    const known = await openXmlFaults(before);
    expect((await openXmlFaults(await longer(before))).filter((fault) => !known.includes(fault))).toEqual([]);
  });
});

/** The file with a check box on a row, where Excel keeps it: in the sheet and in a drawing of its former language. */
function withControl(bytes: Uint8Array, row: number): Uint8Array {
  const path = sheetPath(bytes);
  const member = (name: string, value: number): string => `<xdr:${name} xmlns:xdr="${DRAWINGS}">${value}</xdr:${name}>`;
  const corner = (name: string, column: number, at: number): string =>
    `<${name}>${member('col', column)}${member('colOff', 0)}${member('row', at)}${member('rowOff', 0)}</${name}>`;
  const control =
    '<legacyDrawing r:id="v90"/><controls><control shapeId="1025" r:id="c90" name="Case 1"><controlPr defaultSize="0">' +
    `<anchor moveWithCells="1">${corner('from', 8, row - 1)}${corner('to', 9, row)}</anchor></controlPr></control></controls>`;
  return edited(bytes, {
    [path]: (text) => text.replace(/(<drawing [^>]*>)/, `$1${control}`),
    [relationsOf(bytes)]: (text) =>
      text.replace(
        '</Relationships>',
        `<Relationship Id="v90" Type="${RELATIONS}/vmlDrawing" Target="/xl/drawings/commandes90.vml"/>` +
          `<Relationship Id="c90" Type="${RELATIONS}/ctrlProp" Target="/xl/ctrlProps/ctrlProp90.xml"/></Relationships>`,
      ),
    'xl/drawings/commandes90.vml': () =>
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
      `<v:shape id="_x0000_s1025"><x:ClientData ObjectType="Checkbox"><x:SizeWithCells/><x:Anchor>8, 0, ${row - 1}, 0, 9, 0, ${row}, 0</x:Anchor></x:ClientData></v:shape></xml>`,
    'xl/ctrlProps/ctrlProp90.xml': () =>
      '<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="CheckBox" lockText="1"/>',
    '[Content_Types].xml': (text) =>
      text.replace(
        '</Types>',
        '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
          '<Override PartName="/xl/ctrlProps/ctrlProp90.xml" ContentType="application/vnd.ms-excel.controlproperties+xml"/></Types>',
      ),
  });
}
