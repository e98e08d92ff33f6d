/** The commands on Chorus extracts, which are read and never kept in the workbook. */
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import { failure, success, type Result } from '../../domain/result';
import type { Failure } from '../../workbook/failure';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import type { OpenWorkbookFile } from '../ports';
import type { ExtractSource } from '../reconciliation/read-extracts';
import type { SessionStore } from './session-store';
import type { ShownPreview } from './shown-preview';
import type { TaskQueue } from './task-queue';

/** A file, a pasted text, or a sheet of the open workbook; `name` is shown. */
export type GivenExtract =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly text: string }
  | { readonly sheet: string };

export function extractCommands(
  store: SessionStore,
  queue: TaskQueue,
  preview: ShownPreview,
  openFile: OpenWorkbookFile,
) {
  return {
    /**
     * Reads extracts and adds them; one of the same name replaces the former. Those that can be read are added even
     * when another cannot: the first failure is then shown. The code that reads them is fetched when first needed.
     */
    add(given: readonly GivenExtract[]): Promise<void> {
      return queue.run(async () => {
        store.set({ notice: null });
        const workbook = store.workbook();
        const { extractsOf } = await import(/* webpackChunkName: "chorus" */ '../reconciliation/read-extracts');
        const added: ChorusExtract[] = [];
        let failed: Failure | null = null;
        for (const one of given) {
          const source = await sourceOf(one, workbook, openFile);
          const read = source.ok ? extractsOf(source.value, store.ready()?.dossier ?? null) : source;
          if (read.ok) added.push(...read.value);
          else failed ??= read.failure;
        }
        const names = new Set(added.map(({ source }) => source));
        const others = store.state().extracts.filter(({ source }) => !names.has(source));
        store.set({ extracts: [...others, ...added] });
        preview.overtake();
        if (failed) store.setFailure(failed);
      });
    },

    /** Removes the extract of that name. */
    remove(source: string): void {
      const extracts = store.state().extracts.filter((extract) => extract.source !== source);
      store.set({ extracts });
      preview.overtake();
    },
  };
}

async function sourceOf(
  given: GivenExtract,
  workbook: WorkbookSnapshot | null,
  openFile: OpenWorkbookFile,
): Promise<Result<ExtractSource, Failure>> {
  if ('sheet' in given) {
    if (workbook) return success({ name: given.sheet, workbook, sheet: given.sheet });
    return failure({ code: 'sheetMissing', sheet: given.sheet });
  }
  if ('text' in given || !isArchive(given.bytes)) return success(given);
  const file = await openFile(given.bytes);
  return file.ok ? success({ name: given.name, workbook: file.value }) : file;
}

/** A workbook is recognised by its first bytes, those of an archive, whatever its name. */
function isArchive([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}
