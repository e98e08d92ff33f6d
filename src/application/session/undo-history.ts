/**
 * The writings that « Annuler » can undo, last first: those of this run of the add-in, then the one whose undo the
 * workbook keeps, from an earlier run or from a co-author. One that stopped before its end comes before all others.
 */
import type { WritePlan } from '../../workbook/plan';
import type { UndoRecord } from '../../workbook/registers/undo-record';
import { findUndoSheet } from '../../workbook/registers/record-sheet';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import type { Purpose } from './session-state';

/** Writings of this run that are kept. */
const MOST_UNDO = 20;

/** A writing that stopped before its end; `purpose`: null when the record of its undo cannot be read. */
export interface Stopped {
  readonly purpose: Purpose | null;
}

export class UndoHistory {
  private writings: { readonly purpose: Purpose; readonly undo: WritePlan }[] = [];
  private kept: UndoRecord | null = null;
  private isIllegible = false;
  /** The sheets whose page set-up the last undo stopped before. */
  private undone: readonly string[] | null = null;

  /** The purpose of the writing that the next undo undoes; null when there is none. */
  lastPurpose(): Purpose | null {
    const stopped = this.stopped();
    return stopped ? stopped.purpose : (this.writings.at(-1)?.purpose ?? this.kept?.purpose ?? null);
  }

  /** The writing that stopped before its end, the first to undo; null when the kept one is complete. */
  stopped(): Stopped | null {
    if (this.isIllegible) return { purpose: null };
    return this.kept?.isComplete === false ? { purpose: this.kept.purpose } : null;
  }

  /** The purpose of the kept writing, or an undo, and the sheets whose page set-up it stopped before; null without any. */
  undressed(): { readonly purpose: Purpose; readonly sheets: readonly string[] } | null {
    if (this.undone) return { purpose: 'undo', sheets: this.undone };
    return this.kept?.undressed ? { purpose: this.kept.purpose, sheets: this.kept.undressed } : null;
  }

  /** Adds a writing; one that is itself an undo removes the last one, and one that keeps another changes nothing. */
  add(purpose: Purpose, undo: WritePlan): void {
    if (purpose === 'keep') return;
    if (purpose !== 'undo') this.writings = [...this.writings, { purpose, undo }].slice(-MOST_UNDO);
    else if (!this.stopped()) this.writings = this.writings.slice(0, -1);
  }

  /** A writing may have taken place, or stays half done: its undo, or that of the last one, is what the workbook keeps. */
  forgetRun(): void {
    this.writings = [];
  }

  /**
   * Reads the undo that the workbook keeps: none when somebody changed it. The code that reads and checks it is fetched
   * only when there is one, so that the pane opens sooner.
   */
  async readKept(workbook: WorkbookSnapshot): Promise<void> {
    [this.kept, this.undone, this.isIllegible] = [null, null, false];
    if (!findUndoSheet(workbook)) return;
    const { isIllegible, readUndone, readUndoRecord } = await import(
      /* webpackChunkName: "undo-record" */ '../../workbook/registers/undo-record'
    );
    this.kept = readUndoRecord(workbook);
    this.undone = readUndone(workbook);
    this.isIllegible = isIllegible(workbook);
  }

  /** The plan that leaves all as the writing that stopped left it, and gives up its undo; empty when none stopped. */
  async planKeep(workbook: WorkbookSnapshot | null): Promise<WritePlan> {
    if (!workbook || !this.stopped()) return { purpose: 'keep', expected: [], steps: [] };
    const { keepAsIs } = await import(/* webpackChunkName: "writing" */ '../writing/undo-of-record');
    return keepAsIs(workbook);
  }

  /** The plan that undoes the last writing; null when there is none. */
  async planLast(workbook: WorkbookSnapshot | null): Promise<WritePlan | null> {
    const last = this.writings.at(-1);
    if (last && !this.stopped()) return last.undo;
    const { undoOfRecord } = await import(/* webpackChunkName: "writing" */ '../writing/undo-of-record');
    return workbook && this.kept ? undoOfRecord(workbook, this.kept) : null;
  }
}
