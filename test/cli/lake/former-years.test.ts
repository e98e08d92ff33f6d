/** A convention of several credit years in the lake: an excess of a former year is in `depassements`, with its year. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDuckdb } from '../../../src/cli/node/lake/duckdb';
import { nodeLake } from '../../../src/cli/node/lake/node-lake';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { runOn } from '../../support/cli-machine';
import { conventionFile } from '../../support/convention-file';
import { convention2023 } from '../../support/conventions';
import { ledgerFile, ledgerRow, MARCH_31 } from '../../support/ledgers/ledger-file';
import type { CellValue } from '../../../src/workbook/cells';

const folder = mkdtempSync(join(tmpdir(), 'enveloppe-former-'));
const lake = nodeLake(loadDuckdb, new Set());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OF_2023 = convention2023();
/** 2023 and 2024 with the same credits: 500 000 of AE and 573 032 of CP for PDE. */
const BOTH = {
  ...OF_2023,
  endsOn: isoDate('2024-12-31'),
  otherYears: [{ year: 2024, ceilings: OF_2023.ceilings, envelopes: OF_2023.envelopes, rap: [] }],
};
const MARCH_2024 = MARCH_31 + 366;

/** The envelopes above their credits, in the lake of one workbook. */
async function excesses(asOf: string, rows: readonly CellValue[][]): Promise<readonly string[]> {
  const output = join(folder, `lac-${asOf}-${rows.length}`);
  const [suivi, convention] = [join(folder, 'suivi.xlsx'), join(folder, 'convention.json')];
  const files = {
    [suivi]: ledgerFile(rows, { convention: false }),
    [convention]: JSON.stringify(conventionFile(BOTH)),
  };
  const words = ['export', suivi, '--output', output, '--convention', convention, '--as-of', asOf];
  expect((await runOn({ files, lake }, words)).error).toBe('');
  const { out, error } = await runOn({ files: {}, lake }, ['query', output, 'depassements', '--format', 'json']);
  expect(error).toBe('');
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ scope }) => scope === 'envelope')
    .map(({ year, credit_year: of, envelope, nature, excess }) => [year, of, envelope, nature, excess].join(' '));
}

const order = (day: CellValue, amount: number, number = '1405612345') =>
  ledgerRow({ 'N° EJ': number, "Date d'engagement": day, 'Montant AE': amount });

test('an excess of 2023 is one in the situation of 2023 and in that of 2024, with its year', async () => {
  const rows = [order(MARCH_31, 501_000), order(MARCH_2024, 1_000, '1405612346')];
  expect(await excesses('2023-12-31', rows)).toEqual(['2023 2023 PDE AE 1000.00']);
  expect(await excesses('2024-06-30', rows)).toEqual(['2024 2023 PDE AE 1000.00']);
});

test('one of each year, the largest first', async () => {
  const rows = [order(MARCH_31, 501_000), order(MARCH_2024, 502_000, '1405612346'), order(MARCH_2024, 1, '1405612347')];
  expect(await excesses('2024-06-30', rows)).toEqual(['2024 2024 PDE AE 2001.00', '2024 2023 PDE AE 1000.00']);
});

test('a commitment without a date counts in the year of the situation alone, as in the controls', async () => {
  const rows = [order(MARCH_31, 400_000), order(null, 200_000, '1405612346'), order(MARCH_2024, 1, '1405612347')];
  expect(await excesses('2024-06-30', [...rows, order(MARCH_2024, 1, '1405612348')])).toEqual([]);
});
