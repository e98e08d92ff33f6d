/**
 * Reading 100,000 × 15 cells through the real Office.js client, and again after one edit. Budget: answers under 4 MB,
 * at most 30 round trips, our own code never more than 50 ms at a stretch. The time of the simulated Excel is not
 * Excel's, and is left out.
 */
import { performance } from 'node:perf_hooks';
import { ExcelWorkbook } from '../../src/adapters/excel/excel-workbook';
import type { GridCell, GridWorkbook } from '../../workbench/host/grid';
import { sheetContents } from '../support/excel/grid-workbook';
import { startHost } from '../support/excel/office-js';

const ROWS = 100_000;
const TEXTS = [
  'Prestation de développement',
  'Hébergement et exploitation de la plateforme',
  'Campagne',
  'PDE',
  'Signaux Faibles',
];

function cellsOf(row: number): (GridCell & { row: number; column: number })[] {
  const values = [
    'DP',
    `14056${String(row).padStart(5, '0')}`,
    row % 90,
    TEXTS[row % 3] ?? '',
    TEXTS[1] ?? '',
    'Ateliers Brindacode',
    TEXTS[3 + (row % 2)] ?? '',
    '0103-01-01',
    '0103-CEFP-C002',
    '010300000104',
    'EMPEF00075',
    45_000 + (row % 365),
    row / 100,
    row % 7 === 0 ? null : row / 50,
    'à vérifier',
  ];
  return values.flatMap((value, column) => (value === null ? [] : [{ row, column, value }]));
}

function ledger(): GridWorkbook {
  const cells = Array.from({ length: ROWS }, (_, row) => cellsOf(row)).flat();
  return {
    name: 'Suivi.xlsx',
    sheets: [sheetContents({ name: 'Suivi', more: { cells } })],
    tables: [],
    names: [],
    activeSheet: 'Suivi',
    uses1904Dates: false,
    structureProtected: false,
  };
}

async function main(): Promise<void> {
  const excel = startHost(ledger());
  excel.install();
  let longest = 0;
  let ownTime = 0;
  let since = performance.now();
  const own = (): void => {
    const stretch = performance.now() - since;
    ownTime += stretch;
    longest = Math.max(longest, stretch);
  };
  const workbook = new ExcelWorkbook({
    createWorkbook: (base64) => Excel.createWorkbook(base64),
    run: (options, batch) =>
      Excel.run(options, (context) => {
        const sync = context.sync.bind(context) as (passThrough: unknown) => Promise<unknown>;
        context.sync = (async (passThrough: unknown) => {
          own();
          const passed = await sync(passThrough);
          since = performance.now();
          return passed;
        }) as typeof context.sync;
        since = performance.now();
        return batch(context);
      }),
    events: { protection: true, sheetNames: true },
    givesNotes: false,
    whenShown: () => undefined,
    regularly: () => undefined,
    pause: () => {
      own();
      return new Promise((resolve) => {
        setTimeout(() => {
          since = performance.now();
          resolve();
        }, 0);
      });
    },
  });

  await workbook.watch(() => undefined);
  const report = (what: string, from: number): void => {
    const requests = excel.host.requests.slice(from);
    const largest = Math.max(...requests.map(({ responseBytes }) => responseBytes)) / 1e6;
    const total = requests.reduce((sum, { responseBytes }) => sum + responseBytes, 0) / 1e6;
    process.stdout.write(
      `${what}: ${requests.length} round trips, ${total.toFixed(1)} MB, largest answer ${largest.toFixed(2)} MB, ` +
        `our own time ${ownTime.toFixed(0)} ms, longest stretch ${longest.toFixed(0)} ms\n`,
    );
    ownTime = 0;
    longest = 0;
  };

  let from = excel.host.requests.length;
  const read = await workbook.read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  report(`reading ${ROWS.toLocaleString('fr-FR')} × 15`, from);

  from = excel.host.requests.length;
  excel.grid.writeCells(excel.grid.sheets()[0]?.id ?? '', 500, 12, [[{ value: 1 }]]);
  await excel.host.settled();
  const reread = await workbook.reread();
  if (!reread.ok) throw new Error(JSON.stringify(reread.failure));
  report('reading again after one edit', from);
  excel.dispose();
}

void main();
