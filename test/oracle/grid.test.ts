/**
 * Every figure of every document equals the oracle's in the calculation of the workbench's own grid: the sample, and
 * ledgers of every convention.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSample } from '../../scripts/build-sample';
import type { GridPlace } from '../../workbench/host/grid';
import { createHeadlessGrid } from '../../workbench/host/univer/headless';
import { importWorkbook } from '../../workbench/page/import';
import { parseArea } from '../../src/workbook/cells';
import { DocumentReader } from '../support/readers/document-reader';
import { pythonHas } from '../support/readers/python';
import { drawnCases, type Case } from './ledgers';
import { comparedCases, comparedSample, differences, type Compared } from './compared-cases';

/**
 * The first ledgers that LibreOffice computes too, of each convention, clean and invalid. The grid has no dates of
 * 1904.
 */
const LEDGERS = Number(process.env['GRID_LEDGERS'] ?? 2);
const cases = drawnCases(LEDGERS)
  .filter(({ uses1904 }) => !uses1904)
  .map(withoutTilde);
const SIZE_OF_A_DOCUMENT = { rows: 400, columns: 20 };
const SAMPLE_DATE = '2023-06-30';
const names = [`the sample, ${SAMPLE_DATE}`, ...cases.map(({ name }) => name)];
const compared: Compared[] = [];
const hasOracle = pythonHas(['openpyxl']);

beforeAll(async () => {
  if (!hasOracle) return;
  const folder = mkdtempSync(join(tmpdir(), 'enveloppe-oracle-grid-'));
  const file = join(folder, 'sample.xlsx');
  const sample = buildSample();
  writeFileSync(file, sample);
  compared.push(...(await comparedSample(sample, file, [SAMPLE_DATE])), ...(await comparedCases(cases)));
  rmSync(folder, { recursive: true });
});

/** Excel and LibreOffice find « ~ » by the criterion « ~~ », which the grid does not know. */
function withoutTilde(one: Case): Case {
  const ledger = one.ledger.map((table) => table.map((row) => row.map((cell) => (cell === '~' ? 'Tilde' : cell))));
  return { ...one, ledger };
}

/** Cells that differ once the grid has computed every formula of the documents again. */
async function foundByGrid(one: Compared): Promise<readonly string[]> {
  const { bytes, name, workbook, frames } = one.documented;
  const made = importWorkbook(bytes, name, (text) => text.length * 7);
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  const grid = createHeadlessGrid(made.value.contents);
  try {
    const ids = new Map(grid.sheets().map((sheet) => [sheet.name, sheet.id]));
    grid.recalculate(
      frames.flatMap(({ sheet }) =>
        new DocumentReader(workbook, sheet).formulas().flatMap(({ address }): readonly GridPlace[] => {
          const area = parseArea(address);
          return area ? [{ sheetId: ids.get(sheet) ?? '', row: area.top, column: area.left }] : [];
        }),
      ),
    );
    await grid.calculated();
    const shown = new Map(
      frames.map(({ sheet }) => [
        sheet,
        grid.readValues(ids.get(sheet) ?? '', { top: 0, left: 0, ...SIZE_OF_A_DOCUMENT }),
      ]),
    );
    return differences(one, (sheet, row, column) => shown.get(sheet)?.[row]?.[column]);
  } finally {
    grid.dispose();
  }
}

const describeWithOracle = hasOracle ? describe : describe.skip;
describeWithOracle('in the grid’s own calculation (skipped without python3-openpyxl)', () => {
  test.each(names.map((name, index) => [name, index] as const))('%s', async (_, index) => {
    const one = compared[index];
    if (!one) throw new Error('it was not made');
    expect(await foundByGrid(one)).toEqual([]);
  });
});
