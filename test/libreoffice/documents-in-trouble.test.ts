/**
 * Documents of odd conventions, ledgers and workbooks, computed again by LibreOffice: every formula gives the result
 * that we stored beside it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formulaKey, type SheetSnapshot } from '../../src/workbook/snapshot';
import { cellAddress, isCellError, type CellValue } from '../../src/workbook/cells';
import { runOn } from '../support/cli-machine';
import {
  describeWithLibreOffice,
  recalculateAll,
  type OfficeSheet,
  type OfficeValue,
} from '../support/readers/libreoffice';
import { fileOf } from '../support/troubles/scene-file';
import { CONTENTS, shareOf } from '../support/troubles/troubles';
import { opened } from '../support/readers/xlsx-read';

const folder = mkdtempSync(join(tmpdir(), 'enveloppe-troubles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Cells where LibreOffice shows another thing than the stored result. */
function differences({ name, used, values, formulas }: SheetSnapshot, office: OfficeSheet | undefined): string[] {
  return values.flatMap((line, r) =>
    line.flatMap((stored, c) => {
      const [row, column] = [(used?.top ?? 0) + r, (used?.left ?? 0) + c];
      const formula = formulas.get(formulaKey(row, column));
      const shown = office?.values[row]?.[column] ?? '';
      if (formula === undefined || isSame(stored, shown)) return [];
      return [`${name}!${cellAddress(row, column)} ${formula}: ${String(stored)}, ${JSON.stringify(shown)}`];
    }),
  );
}

function isSame(stored: CellValue, shown: OfficeValue): boolean {
  if (typeof stored === 'number' && typeof shown === 'number') return Math.abs(stored - shown) < 0.000_001;
  if (stored !== null && isCellError(stored)) return typeof shown === 'object';
  return (stored ?? '') === shown;
}

describeWithLibreOffice('the documents of', () => {
  const copies = new Map<string, Uint8Array>();

  // Sixty envelopes only make LibreOffice slow: their formulas are those of one.
  const cases = CONTENTS.filter(([name]) => name !== 'there are 60 envelopes');

  test.each(shareOf('files', cases))('%s', async (name, _, sceneOf) => {
    const { files, error } = await runOn(
      { files: { 'suivi.xlsx': fileOf(sceneOf()) } },
      'report suivi.xlsx --output copie.xlsx --as-of 2023-12-31',
    );
    expect(error).toBe('');
    copies.set(name, files.get('copie.xlsx') ?? new Uint8Array());
  });

  test('all of them give every result that is stored', async () => {
    const paths = [...copies].map(([, bytes], index) => {
      const path = join(folder, `${index}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const computed = await recalculateAll(paths);
    const wrong = [...copies].flatMap(([name, bytes], index) => {
      const office = new Map((computed[index]?.sheets ?? []).map((sheet) => [sheet.name, sheet]));
      const { sheets } = opened(bytes).read();
      expect(sheets.reduce((sum, { formulas }) => sum + formulas.size, 0)).toBeGreaterThan(50);
      return sheets
        .flatMap((sheet) => differences(sheet, office.get(sheet.name)))
        .map((difference) => `${name}: ${difference}`);
    });
    expect(wrong).toEqual([]);
  });
});
