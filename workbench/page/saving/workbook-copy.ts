/** The bytes of a copy of the opened file with what changed in the grid; an untouched part keeps its bytes. */
import { openXlsx } from '../../../src/adapters/xlsx/open';
import { readAnchored } from '../../../src/adapters/xlsx/read/read-anchored';
import type { MeasureText } from '../row-heights';
import type { CopyState, OpenedState } from './copy-state';
import type { CopyRefusal, Omission } from './omission';
import { planCopy } from './plan-copy';

export type WorkbookCopy =
  | { readonly kind: 'written'; readonly bytes: Uint8Array; readonly omissions: readonly Omission[] }
  | { readonly kind: 'refused'; readonly refusal: CopyRefusal };

/** The file as it was opened, and the workbook then and now. */
export interface CopySources {
  readonly bytes: Uint8Array;
  readonly opened: OpenedState;
  readonly now: CopyState;
  readonly measure: MeasureText;
}

export function workbookCopy({ bytes, opened, now, measure }: CopySources): WorkbookCopy {
  const decision = planCopy(opened.state, now, {
    moved: opened.movedSheets(),
    calculated: opened.calculated,
    measure,
    anchored: () => readAnchored(bytes),
  });
  if (decision.kind === 'refused') return decision;
  if (decision.kind === 'unchanged') return { kind: 'written', bytes, omissions: decision.omissions };
  const file = openXlsx(bytes);
  const written = file.ok ? file.value.apply(decision.plan) : file;
  return written.ok
    ? { kind: 'written', bytes: written.value, omissions: decision.omissions }
    : { kind: 'refused', refusal: { why: 'failure', failure: written.failure } };
}

/** `Suivi 2023 - copie.xlsx` of `Suivi 2023.xlsx`. */
export function copyName(file: string, word: string): string {
  const [, name = file, ending = '.xlsx'] = /^(.*?)(\.xls[xm])$/i.exec(file) ?? [];
  return `${name} - ${word}${ending}`;
}
