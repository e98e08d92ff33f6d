/**
 * A copy written by `enveloppe report` on the sample, computed again by LibreOffice: the convention's own numbers, and
 * every formula of every document equal to the result that we computed and kept beside it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSample } from '../../scripts/build-sample';
import type { SheetSnapshot } from '../../src/workbook/snapshot';
import { DOCUMENT_WORDS } from '../../src/messages/documents/documents-fr';
import { cellAddress, isCellError, type CellValue } from '../../src/workbook/cells';
import { runOn } from '../support/cli-machine';
import { describeWithLibreOffice, recalculate, type OfficeSheet } from '../support/readers/libreoffice';
import { opened, setCell, written } from '../support/readers/xlsx-read';

const folder = mkdtempSync(join(tmpdir(), 'enveloppe-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DOCUMENTS = ['Annexe 1', 'Annexe 2', 'Répartition AE-CP', 'Bilan financier 2023'];

/** Cells where LibreOffice shows another thing than the stored result. */
function differences(sheet: SheetSnapshot, office: OfficeSheet): string[] {
  return [...sheet.formulas].flatMap(([key, formula]) => {
    const [row, column] = [Math.floor(key / 16_384), key % 16_384];
    const stored = sheet.values[row - sheet.used!.top]?.[column - sheet.used!.left] ?? '';
    const shown = office.values[row]?.[column] ?? '';
    const expected = typeof stored === 'boolean' ? Number(stored) : stored;
    const isSame =
      typeof expected === 'number' && typeof shown === 'number'
        ? Math.abs(expected - shown) < 0.000_001
        : isCellError(expected)
          ? typeof shown === 'object'
          : expected === shown;
    return isSame
      ? []
      : [
          `${sheet.name} ${row + 1}:${column + 1} ${formula} stored ${JSON.stringify(stored)}, computed ${JSON.stringify(shown)}`,
        ];
  });
}

/** The line that counts the texts typed among the amounts: in the Bilan and the État, which read the ledger. */
async function stateOfTexts(bytes: Uint8Array): Promise<readonly unknown[]> {
  const path = join(folder, 'saisie.xlsx');
  writeFileSync(path, bytes);
  const { sheets } = await recalculate(path);
  return sheets!
    .flatMap(({ values }) => values.filter(([label]) => label === DOCUMENT_WORDS.laterTexts))
    .map((line) => [line[1], line[5]]);
}

describeWithLibreOffice('the documents of the sample', () => {
  test('an amount typed as a text after the Bilan and the État were written is counted under each', async () => {
    const { files } = await runOn({ files: { 'suivi.xlsx': buildSample() } }, 'report suivi.xlsx --output copie.xlsx');
    const copy = files.get('copie.xlsx')!;
    const { name, values } = opened(copy)
      .read()
      .sheets.find((sheet) => sheet.values.some((line) => line.includes('Montant AE TTC')))!;
    const amounts = Math.max(...values.map((line) => line.indexOf('Montant AE TTC')));
    const row = values.findIndex((line) => typeof line[amounts] === 'number');
    const typed = (value: CellValue): Uint8Array => written(copy, setCell(name, cellAddress(row, amounts), value));
    const [right, wrong] = [
      [0, 'Conforme'],
      [1, 'À corriger'],
    ];
    expect(await stateOfTexts(copy)).toEqual([right, right]);
    expect(await stateOfTexts(typed('12 000,00 €'))).toEqual([wrong, wrong]);
    expect(await stateOfTexts(typed(null))).toEqual([right, right]);
  });

  test('hold the convention’s own numbers, and every formula gives the result that we stored', async () => {
    const { code, files } = await runOn(
      { files: { 'suivi.xlsx': buildSample() } },
      'report suivi.xlsx --output copie.xlsx',
    );
    expect(code).toBe(1); // the sample has error findings, planted
    const copy = files.get('copie.xlsx')!;
    const path = join(folder, 'copie.xlsx');
    writeFileSync(path, copy);
    const { sheets } = await recalculate(path);
    const office = new Map(sheets!.map((sheet) => [sheet.name, sheet]));
    const ours = opened(copy)
      .read()
      .sheets.filter((sheet) => DOCUMENTS.includes(sheet.name));
    expect(ours.map((sheet) => sheet.name)).toEqual(DOCUMENTS);
    expect(ours.flatMap((sheet) => differences(sheet, office.get(sheet.name)!))).toEqual([]);
    const amounts = (name: string, count: number, ...columns: readonly number[]): unknown =>
      office
        .get(name)!
        .values.slice(10, 10 + count)
        .map((row) => columns.map((column) => row[column]));
    expect(amounts('Annexe 1', 5, 1, 2)).toEqual([
      [424_435, 848_870],
      [23_500, 47_000],
      [50_000, 100_000],
      [2_065, 4_130],
      [500_000, 1_000_000],
    ]);
    expect(amounts('Annexe 2', 3, 1)).toEqual([[90_000], [10_000], [100_000]]);
    expect(amounts('Répartition AE-CP', 4, 1, 2)).toEqual([
      [500_000, 573_032],
      ['', 73_032],
      [100_000, 100_000],
      [600_000, 673_032],
    ]);
    expect(ours.reduce((sum, sheet) => sum + sheet.formulas.size, 0)).toBeGreaterThan(100);
  });
});
