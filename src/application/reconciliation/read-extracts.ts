/**
 * The Chorus extracts of a file, a workbook or the clipboard. In a workbook, each sheet that is an extract is read; one
 * that looks like an extract and is not read is an extract without lines, with its refusal.
 */
import { isPivot, looksLikeExtract, ROWS_LOOKED_AT } from '../../chorus/extract-looks';
import { gridOfSheet, type GridRow } from '../../chorus/extract-rows';
import { operationsBeside } from '../../chorus/operations-beside';
import { readExtract } from '../../chorus/read-extract';
import { repeats } from '../../chorus/stacked-tables';
import {
  refusedExtract,
  type ChorusExtract,
  type ChorusLine,
  type ExtractRefusal,
} from '../../domain/reconciliation/extract';
import { failure, success, type Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import { textsOf } from '../../workbook/ledger/sheet-rows';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';
import type { Dossier } from '../dossier';

/** The input of an extract; `name` is shown. `sheet` names a sheet of the user's own workbook. */
export type ExtractSource =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly workbook: WorkbookSnapshot; readonly sheet?: string };

/** The ledger to compare with: a sheet with its headings is no extract. */
export type ComparedLedger = Pick<Dossier, 'workbook' | 'blocks'>;

/**
 * Returns at least one extract, or a refusal. Hidden sheets of a workbook are read only when no visible one is an
 * extract.
 */
export function extractsOf(
  source: ExtractSource,
  ledger: ComparedLedger | null = null,
): Result<readonly ChorusExtract[], Failure> {
  if (!('workbook' in source)) {
    const { name } = source;
    const extract = readExtract(
      'text' in source ? { source: name, text: source.text } : { source: name, bytes: source.bytes },
    );
    return extract.ok ? success([extract.value]) : extract;
  }
  const { workbook, sheet } = source;
  return sheet === undefined ? extractsOfSheets(source, ledger) : extractOfSheet(workbook, sheet);
}

function extractOfSheet(workbook: WorkbookSnapshot, name: string): Result<readonly ChorusExtract[], Failure> {
  const sheet = findSheet(workbook, name);
  if (!sheet) return failure({ code: 'sheetMissing', sheet: name });
  const extract = readSheet(sheet, name, gridOfSheet(sheet), workbook);
  return extract.ok ? success([extract.value]) : extract;
}

/** A sheet that was tried. `isLikely`: a table that could merely be an extract is not. */
interface TriedSheet {
  readonly source: string;
  readonly rows: readonly GridRow[];
  readonly isLikely: boolean;
  readonly isLedger: boolean;
  readonly read: Result<ChorusExtract, Failure>;
}

/** The extracts of the visible sheets, else of the hidden ones, else the most precise refusal. */
function extractsOfSheets(
  { name, workbook }: { readonly name: string; readonly workbook: WorkbookSnapshot },
  ledger: ComparedLedger | null,
): Result<readonly ChorusExtract[], Failure> {
  const headings = ledger === null ? [] : headingsOfLedger(ledger);
  const sourceOf = (sheet: SheetSnapshot): string => `${name} · ${sheet.name}`;
  const isOfLedger = (rows: readonly GridRow[]): boolean => headings.some((wanted) => holdHeadings(rows, wanted));
  const tryToRead = (sheet: SheetSnapshot): TriedSheet => {
    const rows = gridOfSheet(sheet);
    const read = readSheet(sheet, sourceOf(sheet), rows, workbook, name);
    const isLikely = (read.ok && read.value.shape !== 'unnamed') || looksLikeExtract(rows);
    return { source: sourceOf(sheet), rows, isLikely, isLedger: isOfLedger(rows), read };
  };
  const isVisible = ({ visibility }: SheetSnapshot): boolean => visibility === 'visible';
  const hiddenSheets = workbook.sheets.filter((sheet) => !isVisible(sheet));
  const visible = workbook.sheets.filter(isVisible).map(tryToRead);
  const ofVisible = extractsAmong(visible);
  if (ofVisible.length > 0) {
    const aside = hiddenSheets.filter((sheet) => {
      const rows = gridOfSheet(sheet);
      return looksLikeExtract(rows) && !isOfLedger(rows);
    });
    const hidden = aside.map((sheet) => refusedExtract({ code: 'extractHidden', source: sourceOf(sheet) }));
    return success([...ofVisible, ...besideThem(visible, ofVisible), ...hidden]);
  }
  const hidden = hiddenSheets.map(tryToRead);
  const ofHidden = extractsAmong(hidden);
  if (ofHidden.length > 0) return success([...ofHidden, ...besideThem([...visible, ...hidden], ofHidden)]);
  const refusals = visible.flatMap(({ read }) => (read.ok ? [] : [read.failure]));
  return failure(
    refusals.find(({ code }) => code !== 'notAnExtract') ??
      refusals.find((one) => one.code === 'notAnExtract' && one.looksLike === 'fewHeadings') ?? {
        code: 'notAnExtract',
        source: name,
        looksLike: 'table',
      },
  );
}

/** Beside an extract of a known shape, those that look like one; else any table that could be one, but the ledger. */
function extractsAmong(tried: readonly TriedSheet[]): readonly ChorusExtract[] {
  const readable = tried.flatMap(({ read, ...sheet }) => (read.ok ? [{ ...sheet, extract: read.value }] : []));
  const others = readable.filter(({ isLedger }) => !isLedger);
  const isAnyKnown = readable.some(({ extract }) => extract.shape !== 'unnamed');
  const kept = isAnyKnown ? readable.filter(({ isLikely }) => isLikely) : others.length > 0 ? others : readable;
  return kept.map(({ extract }) => extract);
}

/**
 * The other sheets: those that look like extracts, each with the reason why it is not read, and those with operations
 * that no extract gives. In the workbook of the ledger, other tables are the team's own.
 */
function besideThem(tried: readonly TriedSheet[], found: readonly ChorusExtract[]): readonly ChorusExtract[] {
  const refused = refusedBeside(tried, found);
  if (tried.some(({ isLedger }) => isLedger)) return refused;
  const named = new Set([...found, ...refused].map(({ source }) => source));
  const read: ChorusExtract[] = [];
  for (const sheet of tried) {
    if (named.has(sheet.source) || isPivot(sheet.rows)) continue;
    const lines = [...found, ...read].flatMap((extract) => extract.lines);
    if (operationsBeside(sheet.rows, lines) === 'others') read.push(...complementIn(sheet, lines));
  }
  return [...read, ...refused];
}

/** A sheet whose operations are not all given elsewhere: read when none is, and when it is of one nature. */
function complementIn({ read, source }: TriedSheet, lines: readonly ChorusLine[]): readonly ChorusExtract[] {
  if (!read.ok) return [refusalOf(read.failure) ?? []].flat().map(refusedExtract);
  const extract = read.value;
  const isOfOne = new Set(extract.lines.map(({ nature }) => nature)).size === 1;
  return [isOfOne && !repeats(extract.lines, lines) ? extract : refusedExtract({ code: 'extractRepeated', source })];
}

/** The other sheets that look like extracts, each with the reason why it is not read. */
function refusedBeside(tried: readonly TriedSheet[], found: readonly ChorusExtract[]): readonly ChorusExtract[] {
  const areLikely = tried.some(({ read, isLikely }) => isLikely && read.ok && found.includes(read.value));
  return tried.flatMap(({ isLikely, isLedger, read }) => {
    const refusal = read.ok || isLedger ? null : refusalOf(read.failure);
    const isMeant = refusal !== null && (isLikely || (!areLikely && isOfAmounts(refusal)));
    return isMeant ? [refusedExtract(refusal)] : [];
  });
}

function refusalOf(failed: Failure): ExtractRefusal | null {
  return failed.code === 'notAnExtract' || failed.code === 'extractIncomplete' || failed.code === 'extractAmbiguous'
    ? failed
    : null;
}

/** True for a table that would be read if its amounts were in euros, or in one column. */
function isOfAmounts(refusal: ExtractRefusal): boolean {
  return refusal.code === 'extractAmbiguous' || (refusal.code === 'extractIncomplete' && refusal.missing === 'euros');
}

function headingsOfLedger({ workbook, blocks }: ComparedLedger): readonly (readonly string[])[] {
  return blocks.flatMap(({ sheet, headingRow }) => {
    const found = findSheet(workbook, sheet);
    const texts = textsOf(found?.values[headingRow - (found.used?.top ?? 0)] ?? []);
    return texts.length === 0 ? [] : [texts];
  });
}

function holdHeadings(rows: readonly GridRow[], wanted: readonly string[]): boolean {
  return rows.slice(0, ROWS_LOOKED_AT).some(({ cells }) => {
    const texts = new Set(textsOf(cells));
    return wanted.every((text) => texts.has(text));
  });
}

function readSheet(
  sheet: SheetSnapshot,
  source: string,
  rows: readonly GridRow[],
  workbook: WorkbookSnapshot,
  file?: string,
): Result<ChorusExtract, Failure> {
  const named = { source, sheet: sheet.name, ...(file !== undefined && { file }) };
  return readExtract({ ...named, rows, uses1904: workbook.uses1904Dates });
}
