/**
 * A live workbook in memory: plans carried out on pure snapshots, edits notified as by Excel, refusals on demand.
 */
import type {
  AppliedPlan,
  Clock,
  LiveWorkbook,
  OpenWorkbookFile,
  SelectedRange,
  TimeOfDay,
  Timers,
  WorkbookChange,
} from '../../../src/application/ports';
import { isoDate, type CivilDate } from '../../../src/domain/calendar/civil-date';
import { failure, success, type Result } from '../../../src/domain/result';
import type { Failure } from '../../../src/workbook/failure';
import type { CellPlace } from '../../../src/workbook/ledger/ledger-source';
import { findUndoSheet } from '../../../src/workbook/registers/record-sheet';
import { JOURNAL } from '../../../src/workbook/workbook-names';
import type { WritePlan, WriteStep } from '../../../src/workbook/plan';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../apply-plan';

export class MemoryWorkbook implements LiveWorkbook {
  private readonly undone = new Map<string, WorkbookSnapshot>();
  private tell: (change: WorkbookChange) => void = () => undefined;
  private tellSelection: (selected: SelectedRange | null) => void = () => undefined;
  private refusal: { readonly reason: Failure; readonly of: string | null } | null = null;
  /** The calls that it received, in order. */
  readonly calls: string[] = [];
  readonly shown: CellPlace[] = [];
  /** The range that the user has selected. */
  selected: SelectedRange = { sheet: 'Suivi', area: { top: 0, left: 0, rows: 1, columns: 1 } };
  /** The files that were opened as workbooks of their own. */
  readonly opened: Uint8Array[] = [];
  calculatesOnDemand = false;
  /** True when its undos remain after the pane closes. */
  keepsUndo = true;

  constructor(public workbook: WorkbookSnapshot) {}

  /** The next call is refused so; the next one of that name, when one is given. */
  refuseNext(reason: Failure, of: string | null = null): void {
    this.refusal = { reason, of };
  }

  /** Somebody edits the workbook, and Excel does not announce it. */
  editUnannounced(steps: readonly WriteStep[]): void {
    this.workbook = applyPlan(this.workbook, { purpose: 'repair', expected: [], steps });
  }

  /** Somebody edits the workbook. */
  edit(steps: readonly WriteStep[], remote = false): void {
    this.workbook = applyPlan(this.workbook, { purpose: 'repair', expected: [], steps });
    this.tell({ remote });
  }

  read(): Promise<Result<WorkbookSnapshot, Failure>> {
    return this.answer('read', () => success(this.workbook));
  }

  reread(): Promise<Result<WorkbookSnapshot, Failure>> {
    return this.answer('reread', () => success(this.workbook));
  }

  /** The user selects cells. */
  select(selected: SelectedRange): void {
    this.selected = selected;
    this.tellSelection(selected);
  }

  watch(
    onChange: (change: WorkbookChange) => void,
    onSelect: (selected: SelectedRange | null) => void = () => undefined,
  ): Promise<Result<null, Failure>> {
    return this.answer('watch', () => {
      this.tell = onChange;
      this.tellSelection = onSelect;
      return success(null);
    });
  }

  goTo(place: CellPlace): Promise<Result<null, Failure>> {
    return this.answer('goTo', () => {
      this.shown.push(place);
      return success(null);
    });
  }

  selection(): Promise<Result<SelectedRange, Failure>> {
    return this.answer('selection', () => success(this.selected));
  }

  calculated(): Promise<Result<boolean, Failure>> {
    return this.answer('calculated', () => success(true));
  }

  forgetMissingPage(): Promise<Result<null, Failure>> {
    return this.answer('forgetMissingPage', () => success(null));
  }

  openNew(bytes: Uint8Array): Promise<Result<null, Failure>> {
    return this.answer('openNew', () => {
      this.opened.push(bytes);
      return success(null);
    });
  }

  /** An undo plan restores a whole snapshot, except the journal. */
  apply(plan: WritePlan): Promise<Result<AppliedPlan, Failure>> {
    return this.answer('apply', () => {
      const before = this.workbook;
      const name = `undo ${this.undone.size}`;
      const [step] = plan.steps;
      const restored = step?.kind === 'deleteName' ? this.undone.get(step.name) : undefined;
      this.workbook = restored
        ? applyPlan(withJournalOf(before, restored), { ...plan, steps: [] })
        : applyPlan(before, plan.endsRecord ? withoutRecord(before, plan) : plan);
      this.undone.set(name, before);
      return success({
        plan,
        undo: { purpose: 'undo', expected: [], steps: [{ kind: 'deleteName', name }] },
        isUndoKept: this.keepsUndo,
      });
    });
  }

  private answer<T>(call: string, act: () => Result<T, Failure>): Promise<Result<T, Failure>> {
    this.calls.push(call);
    const { refusal } = this;
    if (!refusal || (refusal.of ?? call) !== call) return Promise.resolve(act());
    this.refusal = null;
    return Promise.resolve(failure(refusal.reason));
  }
}

/** The plan, which deletes the sheet of the kept undo. */
function withoutRecord(workbook: WorkbookSnapshot, plan: WritePlan): WritePlan {
  const record = findUndoSheet(workbook);
  return record ? { ...plan, steps: [{ kind: 'deleteSheet', sheet: record.name }] } : plan;
}

/** A snapshot as it was, with the journal of another. */
function withJournalOf({ sheets, tables }: WorkbookSnapshot, restored: WorkbookSnapshot): WorkbookSnapshot {
  const [isOther, isOtherTable] = [
    ({ name }: { name: string }) => name !== JOURNAL.sheet,
    ({ sheet }: { sheet: string }) => sheet !== JOURNAL.sheet,
  ];
  return {
    ...restored,
    sheets: [...restored.sheets.filter(isOther), ...sheets.filter((sheet) => !isOther(sheet))],
    tables: [...restored.tables.filter(isOtherTable), ...tables.filter((table) => !isOtherTable(table))],
  };
}

/** For a session that is given no file. */
export const noFiles: OpenWorkbookFile = () => Promise.resolve(failure({ code: 'notAWorkbook', looksLike: 'unknown' }));

/** Timers that advance only when the test asks. */
export class HandTimers implements Timers {
  private now = 0;
  private waiting: { readonly due: number; readonly action: () => void }[] = [];

  after(milliseconds: number, action: () => void): () => void {
    const entry = { due: this.now + milliseconds, action };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== entry);
    };
  }

  /** Lets so much time pass; what is due happens in order. */
  pass(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (;;) {
      const [next] = this.waiting.filter(({ due }) => due <= end).sort((one, other) => one.due - other.due);
      if (!next) break;
      this.now = next.due;
      this.waiting = this.waiting.filter((entry) => entry !== next);
      next.action();
    }
    this.now = end;
  }
}

/** A clock that shows one day until it is set to another. */
export class HandClock implements Clock {
  private date: CivilDate;

  constructor(iso: string) {
    this.date = isoDate(iso);
  }

  show(iso: string): void {
    this.date = isoDate(iso);
  }

  today(): CivilDate {
    return this.date;
  }

  /** Minutes past noon; a reading takes none. */
  minutes = 0;

  timeOfDay(): TimeOfDay {
    return { hours: 12, minutes: this.minutes };
  }
}
