/**
 * What the user gives to compare the ledger with (files, pasted text, a sheet of the workbook) → extracts of Chorus, or
 * why there is none.
 */
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import { success, type Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import type { OpenWorkbookFile } from '../ports';
import type { ExtractSource } from '../reconciliation/read-extracts';

/** `name` is shown; a sheet is one of the workbook that is open. */
export type GivenExtract =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly text: string }
  | { readonly sheet: string };

/**
 * The extracts that could be read, and why the first of the others could not: one bad file does not take the good ones
 * away.
 */
export interface ReadSources {
  readonly extracts: readonly ChorusExtract[];
  readonly failure: Failure | null;
}

/** Reads them in order. The code that reads extracts is fetched when one is first given: the pane opens sooner. */
export async function readSources(
  given: readonly GivenExtract[],
  workbook: WorkbookSnapshot | null,
  openFile: OpenWorkbookFile,
): Promise<ReadSources> {
  const { extractsOf } = await import(/* webpackChunkName: "chorus" */ '../reconciliation/read-extracts');
  const extracts: ChorusExtract[] = [];
  let failure: Failure | null = null;
  for (const one of given) {
    const source = await sourceOf(one, workbook, openFile);
    const read = source.ok ? extractsOf(source.value) : source;
    if (read.ok) extracts.push(...read.value);
    else failure ??= read.failure;
  }
  return { extracts, failure };
}

async function sourceOf(
  given: GivenExtract,
  workbook: WorkbookSnapshot | null,
  openFile: OpenWorkbookFile,
): Promise<Result<ExtractSource, Failure>> {
  if ('sheet' in given) {
    if (workbook) return success({ name: given.sheet, workbook, sheet: given.sheet });
    return { ok: false, failure: { code: 'sheetMissing', sheet: given.sheet } };
  }
  if ('text' in given || !isArchive(given.bytes)) return success(given);
  const file = await openFile(given.bytes);
  return file.ok ? success({ name: given.name, workbook: file.value }) : file;
}

/** A workbook is told by its first bytes, those of an archive, whatever its name. */
function isArchive([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}
