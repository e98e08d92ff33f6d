/**
 * Charts in a file: a drawing and a part for each, beside those of the team, which keep their bytes; removed when they
 * are deleted.
 */
import { unzipSync, zipSync } from 'fflate';
import type { PlannedCell, WriteStep } from '../../../../src/workbook/plan';
import { chartOn, MONTHS, movedChart, plannedChart, redrawOn } from '../../../support/excel/charts';
import { makeXlsx, type MadeWorkbook } from '../../../support/readers/xlsx-package';
import { opened, sheetNamed, written } from '../../../support/readers/xlsx-read';
import { partNames, partText, rawEntries, withParts } from '../../../support/readers/zip-parts';

const NAME = 'ENV_Graphique_etat_R&D_AE_7';
const SHEET = 'L’état & suite';
const DOCUMENT: readonly WriteStep[] = [
  { kind: 'addSheet', sheet: SHEET },
  {
    kind: 'setCells',
    sheet: SHEET,
    top: 0,
    left: 0,
    cells: MONTHS.map((row) => row.map((value): PlannedCell => ({ value }))),
  },
  chartOn(SHEET, NAME),
];
const XDR = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A sheet with a picture of the team, in prefixes of another program. */
const DRAWN: MadeWorkbook = {
  sheets: [
    {
      name: 'Un',
      rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
      after: `<drawing xmlns:r="${RELATION}" r:id="rId9"/>`,
    },
  ],
  extraParts: {
    'xl/worksheets/_rels/sheet1.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="rId9" Type="${RELATION}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
    'xl/drawings/drawing1.xml':
      `<d:wsDr xmlns:d="${XDR}"><d:oneCellAnchor><d:pic><d:nvPicPr><d:cNvPr id="41" name="Logo"/></d:nvPicPr></d:pic>` +
      '</d:oneCellAnchor></d:wsDr>',
    'xl/charts/chart1.xml': '<c:chart xmlns:c="c"/>',
  },
};

const chartsOf = (bytes: Uint8Array, sheet: string): readonly string[] | undefined =>
  sheetNamed(opened(bytes).read(), sheet).charts;

describe('on a sheet of the same plan', () => {
  const before = makeXlsx({ sheets: [{ name: 'Un', rows: '' }] });
  const after = written(before, ...DOCUMENT);
  const chart = partText(after, 'xl/charts/chart1.xml') ?? '';

  test('is read back by its name', () => expect(chartsOf(after, SHEET)).toEqual([NAME]));

  test('names what it draws and has the amounts before any calculation', () => {
    const drawn = new Set([...chart.matchAll(/<c:f>([^<]*)/g)].map(([, reference]) => reference));
    expect([...drawn].sort()).toEqual(
      ['1', '2', '3', '4', '5'].map((row) => `'L’état &amp; suite'!$B$${row}:$D$${row}`),
    );
  });

  test('columns show monthly amounts, lines cumulated ones', () => {
    const [columns = '', lines = ''] = [/<c:barChart>.*<\/c:barChart>/, /<c:lineChart>.*<\/c:lineChart>/].map(
      (part) => part.exec(chart)?.[0] ?? '',
    );
    expect([...columns.matchAll(/<c:tx><c:v>([^<]*)/g)].map(([, name]) => name)).toEqual(['AE engagées', 'Prévision']);
    expect([...lines.matchAll(/<c:tx><c:v>([^<]*)/g)].map(([, name]) => name)).toEqual(['Cumul', 'Dotation']);
    const caches = [...columns.matchAll(/<c:numCache>.*?<\/c:numCache>/g)].map(([cache]) => cache);
    expect(caches.map((cache) => [...cache.matchAll(/<c:v>([^<]*)/g)].map(([, value]) => Number(value)))).toEqual([
      [10, 20.5, -5],
      [0, 0, 40],
    ]);
    expect(chart).toContain('formatCode="#,##0\\ &quot;€&quot;"');
  });

  test('has an alternative text, escaped as every text', () => {
    const drawing = partText(after, 'xl/drawings/drawing1.xml');
    expect(drawing).toContain(
      'name="ENV_Graphique_etat_R&amp;D_AE_7" descr="AE par mois, leur « cumul » &amp; les dotation."',
    );
    expect(partText(after, 'xl/worksheets/sheet2.xml')).toMatch(/<drawing r:id="rId1"\/>/);
  });

  test('an empty plan leaves the file unchanged', () => {
    expect(rawEntries(written(after))).toEqual(rawEntries(after));
  });
});

describe('beside the drawing of the team', () => {
  const before = makeXlsx(DRAWN);
  const after = written(before, ...DOCUMENT, chartOn('Un', NAME, SHEET));

  test('the picture is kept, the chart follows with an id of its own', () => {
    const drawing = partText(after, 'xl/drawings/drawing1.xml') ?? '';
    const team = DRAWN.extraParts?.['xl/drawings/drawing1.xml'] ?? '';
    expect(drawing.startsWith(team.replace('</d:wsDr>', '<xdr:twoCellAnchor'))).toBe(true);
    expect(drawing).toContain('<xdr:cNvPr id="42" name="ENV_Graphique_etat_R&amp;D_AE_7"');
    expect(chartsOf(after, 'Un')).toEqual([NAME]);
  });

  test('existing parts keep their bytes, the new parts have free names', () => {
    const [old, now] = [rawEntries(before), rawEntries(after)];
    expect(now.get('xl/charts/chart1.xml')).toBe(old.get('xl/charts/chart1.xml'));
    expect(now.get('xl/worksheets/sheet1.xml')).not.toBe(undefined);
    expect(partNames(after).filter((name) => name.startsWith('xl/charts/'))).toEqual([
      'xl/charts/chart1.xml',
      'xl/charts/chart2.xml',
      'xl/charts/chart3.xml',
    ]);
  });

  test('deleted, it leaves no part, and the picture is kept', () => {
    const back = written(
      after,
      { kind: 'deleteChart', sheet: 'Un', name: NAME },
      { kind: 'deleteSheet', sheet: SHEET },
    );
    expect(partText(back, 'xl/drawings/drawing1.xml')).toBe(partText(before, 'xl/drawings/drawing1.xml'));
    expect(
      partNames(back)
        .filter((name) => /charts|drawings/.test(name))
        .sort(),
    ).toEqual(
      ['xl/charts/chart1.xml', 'xl/drawings/_rels/drawing1.xml.rels', 'xl/drawings/drawing1.xml'].filter((name) =>
        partNames(back).includes(name),
      ),
    );
    expect(chartsOf(back, 'Un')).toBeUndefined();
  });

  test('replaced in one plan, and refused twice under one name', () => {
    const replaced = written(after, { kind: 'deleteChart', sheet: 'Un', name: NAME }, chartOn('Un', NAME, SHEET));
    expect(chartsOf(replaced, 'Un')).toEqual([NAME]);
    const twice = opened(after).apply({ purpose: 'documents', expected: [], steps: [chartOn('Un', NAME, SHEET)] });
    expect(twice).toEqual({ ok: false, failure: { code: 'nameTaken', name: NAME } });
  });
});

test('deleted from a group that somebody made, it goes alone: the text box and the other chart of the group stay', () => {
  const added = written(makeXlsx(DRAWN), ...DOCUMENT, chartOn('Un', NAME, SHEET));
  const box = '<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="90" name="Remarque"/></xdr:nvSpPr></xdr:sp>';
  const other =
    '<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="91" name="Le mien"/></xdr:nvGraphicFramePr>' +
    `<c:chart xmlns:c="c" xmlns:r="${RELATION}" r:id="rIdMine"/></xdr:graphicFrame>`;
  const group = (content: string): string =>
    `<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="92" name="Groupe"/></xdr:nvGrpSpPr>${content}${box}${other}</xdr:grpSp>`;
  const grouped = withParts(added, (xml, path) => {
    if (path === 'xl/drawings/drawing1.xml')
      return xml.replace(/<xdr:graphicFrame.*<\/xdr:graphicFrame>/, (frame) => group(frame));
    if (path !== 'xl/drawings/_rels/drawing1.xml.rels') return xml;
    const mine = `<Relationship Id="rIdMine" Type="${RELATION}/chart" Target="../charts/chart1.xml"/>`;
    return xml.replace('</Relationships>', `${mine}</Relationships>`);
  });
  const after = written(grouped, { kind: 'deleteChart', sheet: 'Un', name: NAME });
  const drawing = partText(after, 'xl/drawings/drawing1.xml')!;
  expect(drawing).toContain(group(''));
  expect(drawing).not.toContain('_AE_7');
  expect(partText(after, 'xl/drawings/_rels/drawing1.xml.rels')).toContain('rIdMine');
  expect(partNames(after)).toContain('xl/charts/chart1.xml');
});

test('an unreadable drawing does not prevent a workbook from opening', () => {
  const broken = makeXlsx({
    ...DRAWN,
    extraParts: { ...DRAWN.extraParts, 'xl/drawings/drawing1.xml': '<d:wsDr><not closed' },
  });
  expect(chartsOf(broken, 'Un')).toBeUndefined();
});

test('relationships of the new parts are declared where no extension is, and removed with them', () => {
  const declared = (bytes: Uint8Array): string[] =>
    [...(partText(bytes, '[Content_Types].xml') ?? '').matchAll(/PartName="\/([^"]*\.rels)"/g)]
      .map(([, path]) => path!)
      .sort();
  const before = makeXlsx({ sheets: [{ name: 'Un', rows: '' }], declaredByName: true });
  const after = written(before, ...DOCUMENT);
  expect(declared(after)).toEqual(
    partNames(after)
      .filter((path) => path.endsWith('.rels'))
      .sort(),
  );
  expect(declared(written(after, { kind: 'deleteSheet', sheet: SHEET }))).toEqual(declared(before));
});

test('a workbook of the strict dialect has a chart of that dialect', () => {
  const chart = partText(
    written(makeXlsx({ sheets: [{ name: 'Un', rows: '' }], strict: true }), ...DOCUMENT),
    'xl/charts/chart1.xml',
  );
  expect(chart).toContain('xmlns:c="http://purl.oclc.org/ooxml/drawingml/chart"');
  expect(chart).not.toContain('schemas.openxmlformats.org');
});

describe('redrawn when its rows move', () => {
  const TO = 'ENV_Graphique_etat_R&D_AE_17';
  const MOVED: readonly WriteStep[] = [
    {
      kind: 'setCells',
      sheet: SHEET,
      top: 10,
      left: 0,
      cells: MONTHS.map((row) => row.map((value): PlannedCell => ({ value }))),
    },
    redrawOn(SHEET, NAME, TO, 10),
  ];
  const before = written(makeXlsx({ sheets: [{ name: 'Un', rows: '' }] }), ...DOCUMENT);
  const [CHART, DRAWING] = ['xl/charts/chart1.xml', 'xl/drawings/drawing1.xml'];
  const textOf = (bytes: Uint8Array, path: string): string => partText(bytes, path) ?? '';
  /** The file as saved by somebody, with this part changed. */
  const reshaped = (path: string, change: (text: string) => string): Uint8Array => {
    const zip = unzipSync(before);
    return zipSync({ ...zip, [path]: new TextEncoder().encode(change(textOf(before, path))) });
  };
  const references = (bytes: Uint8Array) =>
    [...textOf(bytes, CHART).matchAll(/<c:f>[^<]*!([^<]*)/g)].map(([, area]) => area);

  test('it draws the new rows, with their amounts, under its new name, and moves with them', () => {
    const after = written(before, ...MOVED);
    expect(new Set(references(after))).toEqual(
      new Set(['$B$11:$D$11', '$B$12:$D$12', '$B$13:$D$13', '$B$14:$D$14', '$B$15:$D$15']),
    );
    expect(textOf(after, CHART).replaceAll(/\$(\d\d)/g, (_, row: string) => `$${Number(row) - 10}`)).toBe(
      textOf(before, CHART),
    );
    expect(chartsOf(after, SHEET)).toEqual([TO]);
    expect(textOf(after, DRAWING)).toContain('<xdr:row>16</xdr:row>');
  });

  describe('when its envelope has another name', () => {
    const chart = plannedChart(NAME, SHEET);
    const other = { ...chart, title: 'PDE nationale & SF – AE 2023', description: 'Autre texte.' };
    const renaming: readonly WriteStep[] = [{ kind: 'redrawChart', sheet: SHEET, before: chart, chart: other }];
    const titleIn = (bytes: Uint8Array): string | undefined => /<a:t>([^<]*)/.exec(textOf(bytes, CHART))?.[1];

    test('its title and its alternative text have it', () => {
      const after = written(before, ...renaming);
      expect(titleIn(after)).toBe('PDE nationale &amp; SF – AE 2023');
      expect(textOf(after, DRAWING)).toContain('descr="Autre texte."');
    });

    test('a title that somebody typed stays', () => {
      const typed = reshaped(CHART, (text) => text.replace('PDE &amp; SF – AE 2023', 'Mes AE'));
      expect(titleIn(written(typed, ...renaming))).toBe('Mes AE');
    });
  });

  test('and after undo, each part is identical to the byte', () => {
    const original = plannedChart(NAME, SHEET);
    const back: WriteStep = {
      kind: 'redrawChart',
      sheet: SHEET,
      chart: original,
      before: movedChart(original, TO, 10),
    };
    const after = written(written(before, ...MOVED), back);
    expect([textOf(after, CHART), textOf(after, DRAWING)]).toEqual([textOf(before, CHART), textOf(before, DRAWING)]);
    expect(partNames(after)).toEqual(partNames(before));
  });

  test('somebody’s changes are kept: colours, title, place; a deleted series does not return', () => {
    const recoloured = (xml: string): string =>
      xml.replaceAll('000091', '00AA00').replace('PDE &amp; SF', 'Notre titre');
    const changed = reshaped(CHART, (xml) => recoloured(xml).replace(/<c:ser><c:idx val="1".*?<\/c:ser>/, ''));
    const after = textOf(written(changed, ...MOVED), CHART);
    expect(after.replaceAll(/\$(\d\d)/g, (_, row: string) => `$${Number(row) - 10}`)).toBe(textOf(changed, CHART));
    const moved = reshaped(DRAWING, (xml) => xml.replace('<xdr:col>0</xdr:col>', '<xdr:col>2</xdr:col>'));
    expect(textOf(written(moved, ...MOVED), DRAWING)).toBe(textOf(moved, DRAWING).replace('AE_7"', 'AE_17"'));
  });

  test('a name in a cell, other prefixes, a renamed series: the same series are found', () => {
    const cached = '<d:pt idx="0"><d:v>Cumul</d:v></d:pt>';
    const excel = reshaped(CHART, (xml) =>
      xml
        .replaceAll('<c:', '<d:')
        .replaceAll('</c:', '</d:')
        .replace('xmlns:c=', 'xmlns:d=')
        .replace(
          '<d:tx><d:v>Cumul</d:v></d:tx>',
          `<d:tx><d:strRef><d:f>A!$A$1</d:f><d:strCache>${cached}</d:strCache></d:strRef></d:tx>`,
        )
        .replace('<d:v>Dotation</d:v>', '<d:v>Plafond</d:v>'),
    );
    const after = textOf(written(excel, ...MOVED), CHART);
    expect([...after.matchAll(/<d:f>[^<]*!\$B\$(\d+)/g)].map(([, row]) => Number(row))).toEqual([
      11, 12, 11, 13, 11, 14, 11, 15,
    ]);
    expect(after).toContain('<d:v>Plafond</d:v>');
  });

  test('a deleted chart is no failure', () => {
    const without = written(before, { kind: 'deleteChart', sheet: SHEET, name: NAME });
    expect(chartsOf(written(without, ...MOVED), SHEET)).toBeUndefined();
  });
});
