/** The Chorus extracts of a file, a workbook or the clipboard. In a workbook, each sheet that is an extract is read. */
import { gridOfSheet } from '../../chorus/extract-rows';
import { readExtract } from '../../chorus/read-extract';
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import { failure, success, type Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';

/** The input of an extract; `name` is shown. `sheet` names a sheet of the user's own workbook. */
export type ExtractSource =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly workbook: WorkbookSnapshot; readonly sheet?: string };

/**
 * Returns at least one extract, or a refusal. Hidden sheets of a workbook are read only when no visible one is an
 * extract.
 */
export function extractsOf(source: ExtractSource): Result<readonly ChorusExtract[], Failure> {
  if (!('workbook' in source)) {
    const { name } = source;
    const extract = readExtract(
      'text' in source ? { source: name, text: source.text } : { source: name, bytes: source.bytes },
    );
    return extract.ok ? success([extract.value]) : extract;
  }
  const { workbook, sheet } = source;
  if (sheet !== undefined) return extractOfSheet(workbook, sheet);
  const ofVisible = extractsOfSheets(source, (one) => one.visibility === 'visible');
  if (ofVisible.ok) return ofVisible;
  const ofHidden = extractsOfSheets(source, (one) => one.visibility !== 'visible');
  return ofHidden.ok ? ofHidden : ofVisible;
}

function extractOfSheet(workbook: WorkbookSnapshot, name: string): Result<readonly ChorusExtract[], Failure> {
  const sheet = findSheet(workbook, name);
  if (!sheet) return failure({ code: 'sheetMissing', sheet: name });
  const extract = readSheet(sheet, name, workbook);
  return extract.ok ? success([extract.value]) : extract;
}

/**
 * The extracts of these sheets: those of known shapes, else any table that could be one, else the most precise refusal.
 */
function extractsOfSheets(
  { name, workbook }: { readonly name: string; readonly workbook: WorkbookSnapshot },
  isLookedAt: (sheet: SheetSnapshot) => boolean,
): Result<readonly ChorusExtract[], Failure> {
  const read = workbook.sheets.filter(isLookedAt).map((sheet) => readSheet(sheet, `${name} · ${sheet.name}`, workbook));
  const extracts = read.flatMap((result) => (result.ok ? [result.value] : []));
  const known = extracts.filter(({ shape }) => shape !== 'unnamed');
  if (known.length > 0) return success(known);
  if (extracts.length > 0) return success(extracts);
  const refusals = read.flatMap((result) => (result.ok ? [] : [result.failure]));
  return failure(
    refusals.find(({ code }) => code !== 'notAnExtract') ?? { code: 'notAnExtract', source: name, looksLike: 'table' },
  );
}

function readSheet(sheet: SheetSnapshot, source: string, workbook: WorkbookSnapshot): Result<ChorusExtract, Failure> {
  return readExtract({ source, sheet: sheet.name, rows: gridOfSheet(sheet), uses1904: workbook.uses1904Dates });
}
