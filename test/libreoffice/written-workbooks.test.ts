/**
 * Workbooks of our writer, read by two independent programs: openpyxl, stricter than Excel on some parts, and
 * LibreOffice, which computes every formula again. Neither is needed to build the product; without them these checks
 * are skipped, with the reason in their name.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blankXlsx } from '../../src/adapters/xlsx/write/blank';
import type { PlannedCell, WriteStep } from '../../src/workbook/plan';
import { chartOn, MONTHS } from '../support/excel/charts';
import { describeWithLibreOffice, recalculate, recalculateAll } from '../support/readers/libreoffice';
import { describeWithOpenpyxl, readWithOpenpyxl } from '../support/readers/openpyxl';
import { makeXlsx, tableXmlOf } from '../support/readers/xlsx-package';
import { setCell, written } from '../support/readers/xlsx-read';

const folder = mkdtempSync(join(tmpdir(), 'enveloppe-written-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function save(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Rows of a ledger, in cents so that the sums expected here are integers. */
const ROWS: readonly (readonly [envelope: string, cents: number])[] = Array.from({ length: 300 }, (_, index) => [
  index % 3 === 0 ? 'Signaux Faibles' : 'PDE',
  ((index * 7919) % 1_000_003) - 5_000,
]);
const sumOf = (envelope: string): number =>
  ROWS.filter(([name]) => name === envelope).reduce((sum, [, cents]) => sum + cents, 0) / 100;

/**
 * A ledger as a table, and a document of native formulas on it. The results kept beside the formulas are wrong on
 * purpose.
 */
function ledgerAndDocument(): readonly WriteStep[] {
  const ledger: readonly (readonly PlannedCell[])[] = [
    [
      { value: 'Axe ministériel 2', style: 'heading' },
      { value: 'Montant AE', style: 'heading' },
    ],
    ...ROWS.map(([envelope, cents]): PlannedCell[] => [
      { value: envelope, style: 'text' },
      { value: cents / 100, style: 'amount' },
    ]),
  ];
  const sumifs = (name: string): PlannedCell => ({
    value: 1_000,
    formula: `=SUMIFS(Suivi[Montant AE],Suivi[Axe ministériel 2],"${name}")`,
    style: 'amount',
  });
  return [
    { kind: 'addSheet', sheet: 'Suivi 2023' },
    { kind: 'setCells', sheet: 'Suivi 2023', top: 2, left: 1, cells: ledger },
    {
      kind: 'addTable',
      sheet: 'Suivi 2023',
      name: 'Suivi',
      area: { top: 2, left: 1, rows: ROWS.length + 1, columns: 2 },
    },
    { kind: 'addSheet', sheet: "L'annexe" },
    {
      kind: 'setCells',
      sheet: "L'annexe",
      top: 0,
      left: 0,
      cells: [
        [{ value: '=titre', style: 'title' }],
        [{ value: 'PDE', style: 'label' }, sumifs('PDE'), { value: 0, formula: '=B2/SUM(B2:B3)', style: 'rate' }],
        [{ value: 'Signaux Faibles', style: 'label' }, sumifs('Signaux Faibles')],
        [
          { value: 'Total', style: 'totalLabel' },
          { value: 0, formula: "=SUM(B2:B3)+COUNTA('Suivi 2023'!B4:B303)*0", style: 'totalAmount' },
        ],
        [
          { value: 'au', style: 'note' },
          { value: 45_291, style: 'date' },
        ],
      ],
    },
    { kind: 'setName', name: 'ENV_Doc_Annexe1', sheet: "L'annexe", area: { top: 0, left: 0, rows: 5, columns: 3 } },
    { kind: 'setColumnWidths', sheet: "L'annexe", left: 0, widths: [30, 16] },
    { kind: 'freezeRows', sheet: "L'annexe", rows: 1 },
    { kind: 'setPage', sheet: "L'annexe", landscape: true, titleRows: 1, breaks: [3] },
    { kind: 'highlightWhen', sheet: "L'annexe", area: { top: 1, left: 1, rows: 2, columns: 1 }, formula: '=B2<0' },
  ];
}

describeWithLibreOffice('LibreOffice computes what was meant', () => {
  test('SUMIFS over a structured reference, whatever result the file keeps', async () => {
    const { sheets } = await recalculate(save('sumifs.xlsx', written(blankXlsx(), ...ledgerAndDocument())));
    expect(sheets?.map((sheet) => sheet.name)).toEqual(['Suivi 2023', "L'annexe"]);
    const values = sheets![1]!.values;
    const [pde, sf] = [sumOf('PDE'), sumOf('Signaux Faibles')];
    expect(values[0]![0]).toBe('=titre');
    expect(values[1]![1]).toBeCloseTo(pde, 6);
    expect(values[2]![1]).toBeCloseTo(sf, 6);
    expect(values[3]![1]).toBeCloseTo(pde + sf, 6);
    expect(values[1]![2]).toBeCloseTo(pde / (pde + sf), 12);
  });

  test('packages of every habit still load, with a document added and a cell replaced', async () => {
    const sheet = {
      name: 'S',
      rows:
        '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row><row r="2"><c r="A2"><v>20</v></c>' + '</row>',
      tables: [tableXmlOf(1, 'T', 'A1:A2', ['x'])],
    };
    const habits = {
      prefixed: { prefix: 'x:' },
      strict: { strict: true },
      absolute: { absoluteTargets: true },
      unstyled: { styles: null },
    };
    const files = Object.entries(habits).map(([name, habit]) =>
      save(
        `${name}.xlsx`,
        written(
          makeXlsx({ sheets: [sheet], ...habit }),
          ...ledgerAndDocument(),
          setCell('S', 'A2', 21),
          setCell('S', 'C2', 0, { formula: '=SUM(T[x])*2' }),
        ),
      ),
    );
    for (const workbook of await recalculateAll(files)) {
      expect(workbook.sheets?.map((one) => one.name)).toEqual(['S', 'Suivi 2023', "L'annexe"]);
      expect([workbook.file, workbook.sheets![0]!.values[1]]).toEqual([workbook.file, [21, '', 42]]);
      expect(workbook.sheets![2]!.values[1]![1]).toBeCloseTo(sumOf('PDE'), 6);
    }
  });
});

describeWithOpenpyxl('openpyxl reads what was meant', () => {
  test('a chart of columns and lines, by the rows that it draws, with its titles, its format and its legend', async () => {
    const cells = MONTHS.map((row) => row.map((value): PlannedCell => ({ value })));
    const steps: WriteStep[] = [
      { kind: 'addSheet', sheet: 'État' },
      { kind: 'setCells', sheet: 'État', top: 0, left: 0, cells },
    ];
    const { sheets } = await readWithOpenpyxl(
      save('chart.xlsx', written(blankXlsx(), ...steps, chartOn('État', 'ENV_Graphique_essai'))),
    );
    const series = [2, 3, 4, 5].map((row) => `État!$B$${row}:$D$${row}`);
    const titles = ['PDE & SF – AE 2023', 'Mois de 2023', 'Euros'];
    expect(sheets[0]?.charts).toEqual([
      { kinds: ['BarChart', 'LineChart'], series, titles, numberFormat: '#,##0\\ "€"', legend: 'b' },
    ]);
  });

  test('values, formulas, looks, tables, names and set-ups', async () => {
    const workbook = await readWithOpenpyxl(save('openpyxl.xlsx', written(blankXlsx(), ...ledgerAndDocument())));
    const [ledger, annex] = workbook.sheets;
    expect(ledger!.tables).toEqual({ Suivi: `B3:C${ROWS.length + 3}` });
    expect(ledger!.cells['C4']).toBe(ROWS[0]![1] / 100);
    expect(annex!.cells).toMatchObject({
      A1: '=titre',
      A2: 'PDE',
      B2: '=SUMIFS(Suivi[Montant AE],Suivi[Axe ministériel 2],"PDE")',
    });
    expect(annex!.bold).toEqual(['A1', 'A4', 'B4']);
    expect(annex!.numberFormats).toMatchObject({
      B2: '#,##0.00\\ "€";"−"#,##0.00\\ "€"',
      C2: '0.00"\u00a0"%;"−"0.00"\u00a0"%',
      B5: 'dd/mm/yyyy',
    });
    expect(annex).toMatchObject({
      freeze: 'A2',
      landscape: true,
      paper: 9,
      fitToPage: true,
      widths: { A: 30.71, B: 16.71 },
    });
    expect(annex).toMatchObject({ titleRows: '$1:$1', breaks: [3], footer: ['&A', 'Page &P / &N'] });
    expect(annex!.highlights).toEqual([{ area: 'B2:B3', formula: 'B2<0' }]);
    expect([workbook.names, workbook.recalculates]).toEqual([{ ENV_Doc_Annexe1: "'L''annexe'!$A$1:$C$5" }, true]);
  });
});
