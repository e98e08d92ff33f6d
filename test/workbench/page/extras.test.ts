/**
 * Contents of a file other than cells: charts go to the host by name, print settings to the sheet, and the page counts
 * what it does not show.
 */
import { planDocuments } from '../../../src/application/documents/documents';
import { readExtras, type LeftOut } from '../../../src/adapters/xlsx/read/read-extras';
import { blankXlsx } from '../../../src/adapters/xlsx/write/blank';
import type { GridPage } from '../../../workbench/host/grid';
import { chartFacts } from '../../../workbench/page/file-charts';
import { importWorkbook, type ImportedWorkbook } from '../../../workbench/page/import';
import { PAGE_WORDS } from '../../../workbench/page/page-words';
import { isEmptyPlan, type PlannedCell, type WriteStep } from '../../../src/workbook/plan';
import { chartOn, MONTHS } from '../../support/excel/charts';
import { convention2023 } from '../../support/conventions';
import { startExcel } from '../../support/excel/excel';
import { area } from '../../support/excel/grid-workbook';
import { controlled, documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { makeXlsx, type MadeSheet, type MadeWorkbook } from '../../support/readers/xlsx-package';
import { written } from '../../support/readers/xlsx-read';

const NAME = 'ENV_Graphique_etat_R&D_AE_7';
const SHEET = 'L’état & suite';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function imported(bytes: Uint8Array): ImportedWorkbook {
  const result = importWorkbook(bytes, 'Suivi.xlsx', () => 40);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

describe('charts', () => {
  const steps: readonly WriteStep[] = [
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

  test('are read with their name, place, title, and what each series draws', () => {
    const { charts, leftOut } = imported(written(blankXlsx(), ...steps));
    const cells = (row: number) => ({ sheet: SHEET, area: area(`B${row}:D${row}`) });
    const series = (name: string, row: number, look: object) => ({
      name,
      values: cells(row),
      categories: cells(1),
      ...look,
    });
    const column = { shape: 'stacked', line: '000091', hasMarkers: false };
    const curve = { shape: 'line', fill: null };
    expect(charts).toEqual([
      {
        sheet: SHEET,
        name: NAME,
        title: 'PDE & SF – AE 2023',
        axisTitles: { categories: 'Mois de 2023', values: 'Euros' },
        numberFormat: '#,##0\\ "€"',
        place: area('A7:E20'),
        series: [
          series('AE engagées', 2, { ...column, fill: '000091', isDashed: false }),
          series('Prévision', 3, { ...column, fill: 'E3E3FD', isDashed: true }),
          series('Cumul', 4, { ...curve, line: 'B34000', isDashed: false, hasMarkers: true }),
          series('Dotation', 5, { ...curve, line: '161616', isDashed: true, hasMarkers: false }),
        ],
      },
    ]);
    expect([...leftOut]).toEqual([]);
  });

  test('are known to the add-in as in Excel: an up-to-date document needs no other chart', async () => {
    const convention = convention2023();
    const ledger = `
      Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
      PDE               | Frais annexes    | 1405610188 | 15/02/2023        | 1000       | 10/05/2023       | 600`;
    const done = documented(ledgerWorkbook(convention, ledger), '2023-06-30');
    const names = done.sheets.flatMap(({ charts = [] }) => charts);
    expect(names).toHaveLength(8);
    const sheets = done.sheets.map(({ name }): WriteStep => ({ kind: 'addSheet', sheet: name }));
    const charts = done.sheets.flatMap(({ name, charts: own = [] }) => own.map((chart) => chartOn(name, chart)));
    const { contents, charts: read } = imported(written(blankXlsx(), ...sheets, ...charts));
    const excel = startExcel(contents, { computes: true });
    excel.host.model.loadCharts(chartFacts(excel.grid, read));
    const found = (await excel.read()).sheets.flatMap(({ charts: own = [] }) => own);
    excel.dispose();
    expect(found.sort()).toEqual([...names].sort());
    const { dossier, report } = controlled(done, '2023-06-30');
    const again = planDocuments(dossier, report);
    expect(again.ok && isEmptyPlan(again.value)).toBe(true);
  });
});

describe('print settings', () => {
  const page = (sheet: Partial<MadeSheet>, afterSheets = ''): GridPage | undefined =>
    imported(makeXlsx({ sheets: [{ name: 'Un', rows: '', ...sheet }], afterSheets })).contents.sheets[0]?.page;

  test('settings are kept: fit, footer, page breaks, repeated rows, print area', () => {
    const names =
      '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">Un!$A:$A,Un!$1:$5</definedName>' +
      '<definedName name="_xlnm.Print_Area" localSheetId="0">Un!$A$1:$F$40</definedName></definedNames>';
    const after =
      '<pageSetup orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P / &amp;N</oddFooter></headerFooter>' +
      '<rowBreaks count="2"><brk id="30" max="16383" man="1"/><brk id="12" max="16383" man="1"/></rowBreaks>';
    expect(page({ before: '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>', after }, names)).toMatchObject({
      orientation: 'landscape',
      scale: null,
      pagesWide: 1,
      pagesTall: null,
      titleRows: '$1:$5',
      printArea: '$A$1:$F$40',
      footer: ['&A', '', 'Page &P / &N'],
      breaks: [12, 30],
    });
  });

  test('an absent setting has Excel’s default; a footer without a side is in the centre', () => {
    expect(page({})).toMatchObject({
      orientation: 'portrait',
      scale: 100,
      pagesWide: null,
      pagesTall: null,
      titleRows: null,
      printArea: null,
    });
    expect(
      page({ after: '<pageSetup scale="80"/><headerFooter><oddFooter>Page &amp;P</oddFooter></headerFooter>' }),
    ).toMatchObject({
      scale: 80,
      footer: ['', 'Page &P', ''],
    });
  });
});

describe('contents that the page does not show', () => {
  const relations = (...targets: readonly (readonly [kind: string, target: string])[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${R}/${kind}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  const XDR = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
  const frame =
    '<graphic><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="' +
    R +
    '" r:id="rId1"/></graphic>';
  const made: MadeWorkbook = {
    sheets: [
      {
        name: 'Un',
        rows: '',
        after:
          '<conditionalFormatting sqref="A1"><cfRule type="dataBar" priority="1"/></conditionalFormatting>' +
          '<dataValidations count="2"><dataValidation type="whole" sqref="A1"/><dataValidation type="list" sqref="B1"><formula1>"a"</formula1>' +
          '</dataValidation></dataValidations><headerFooter><oddHeader>&amp;CConfidentiel</oddHeader></headerFooter>' +
          `<drawing xmlns:r="${R}" r:id="rId1"/>`,
      },
    ],
    extraParts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relations(
        ['drawing', '../drawings/drawing1.xml'],
        ['pivotTable', '../pivotTables/pivotTable1.xml'],
        ['comments', '../comments1.xml'],
      ),
      'xl/drawings/drawing1.xml':
        `<d:wsDr xmlns:d="${XDR}"><d:oneCellAnchor><d:pic><d:cNvPr id="2" name="Logo"/></d:pic></d:oneCellAnchor>` +
        `<d:oneCellAnchor><d:sp><d:cNvPr id="3" name="Bouton"/></d:sp></d:oneCellAnchor><d:oneCellAnchor>${frame}</d:oneCellAnchor></d:wsDr>`,
      'xl/drawings/_rels/drawing1.xml.rels': relations(['chart', '../charts/chart1.xml']),
      'xl/charts/chart1.xml': '<not closed',
      'xl/pivotTables/pivotTable1.xml': '<pivotTableDefinition/>',
      'xl/comments1.xml': '<comments><commentList><comment ref="A1"/><comment ref="A2"/></commentList></comments>',
    },
    extraRelations: [
      ['externalLink', 'externalLinks/externalLink1.xml'],
      ['vbaProject', 'vbaProject.bin'],
    ],
  };

  test('are counted, in any state', () => {
    const extras = readExtras(makeXlsx(made));
    const expected: readonly (readonly [LeftOut, number])[] = [
      ...(['externalLink', 'macros', 'pivotTable'] as const).map((kind) => [kind, 1] as const),
      ['comment', 2],
      ...(['validation', 'conditionalFormat', 'header', 'image', 'shape', 'unreadChart'] as const).map(
        (kind) => [kind, 1] as const,
      ),
    ];
    expect(extras.ok && [...extras.value.leftOut]).toEqual(expected);
  });

  test('are listed in one sentence', () => {
    const { leftOut } = imported(makeXlsx(made));
    expect(PAGE_WORDS['fr-FR'].limits(leftOut, 0)?.sentence.replaceAll('\u00a0', ' ')).toBe(
      'L’atelier ne montre pas tout ce classeur : 1 lien vers un autre classeur, ' +
        '1 projet de macros, 1 tableau croisé dynamique, 2 commentaires de cellules, 1 règle de validation autre qu’une liste, ' +
        '1 mise en forme conditionnelle sans formule, 1 en-tête de page, 1 image, 1 forme ou bouton, 1 graphique d’un genre inconnu.',
    );
    expect(PAGE_WORDS['en-US'].limits(leftOut, 0)?.sentence).toBe(
      'The workbench does not show all of this workbook: 1 link to another workbook, 1 macro project, 1 pivot table, ' +
        '2 cell comments, 1 validation rule other than a list, 1 conditional format without a formula, 1 page header, ' +
        '1 picture, 1 shape or button, 1 chart of an unknown type.',
    );
  });

  test('a workbook that is shown and calculated completely has no message', () => {
    expect(PAGE_WORDS['fr-FR'].limits(new Map(), 0)).toBeNull();
  });
});
