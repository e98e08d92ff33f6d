/**
 * The auditor of a simulated day. It knows the workbook by its own model, and the plans that the add-in hands to its
 * adapter; it notes every cell that the add-in changes without a plan for it, every plan that is neither whole nor
 * undone, every edit of people that is lost, and every writing without its row of the journal.
 */
import type { AppliedPlan, LiveWorkbook } from '../../../src/application/ports';
import type { Result } from '../../../src/domain/result';
import type { Failure } from '../../../src/workbook/failure';
import { cellAddress } from '../../../src/workbook/cells';
import { allSteps, type PlannedCell, type WritePlan } from '../../../src/workbook/plan';
import { isUndoSheetName } from '../../../src/workbook/registers/record-sheet';
import { isUndoneState, UNDO_ROWS } from '../../../src/workbook/registers/undo-record';
import { JOURNAL } from '../../../src/workbook/workbook-names';
import type { Grid, GridEdit, GridEvent } from '../../../workbench/host/grid';
import type { Host } from '../../../workbench/host/host';
import { DeletedEntries, lossOf } from './deleted-entries';
import { journalRows, journalTable } from './journal-of-grid';
import { isKeptAsInExcel, missingLines, structureOf } from './structure';
import { contentOf, inItsRow, Shadow, type CellChange } from './shadow';
import {
  forgetEdits,
  forgetOverwritten,
  isExpected,
  isExcused,
  isGivenElsewhere,
  isHalfDone,
  isMoving,
  isNamedIn,
  isNamedUnknown,
  isRowOfPeople,
  isUndoneAs,
  keyOf,
  leaveEntriesOf,
  noteEdit,
  partsOf,
  replacesRows,
  tablesMovedBy,
  withoutRows,
  type Writing,
} from './writing-under-way';

type Outcome = Result<AppliedPlan, Failure>;

export interface AuditCounts {
  plans: number;
  refused: number;
  halfWritten: number;
  undone: number;
  interrupted: number;
}

export class Auditor {
  /** True while the user undoes and asks to keep the sheets that formulas of other sheets use. */
  mayKeepSheets = false;
  readonly violations: string[] = [];
  readonly counts: AuditCounts = { plans: 0, refused: 0, halfWritten: 0, undone: 0, interrupted: 0 };
  private readonly shadow: Shadow;
  private isSorting = false;
  private writing: Writing | null = null;
  /** The writings that an undo may undo, last at the end. */
  private done: Writing[] = [];
  private readonly names = new Map<string, string>();
  private readonly stop: () => void;

  constructor(
    private readonly grid: Grid,
    private readonly host: Host,
  ) {
    this.shadow = new Shadow(grid);
    for (const { id, name } of grid.sheets()) this.names.set(id, name);
    this.stop = grid.subscribe((event) => this.follow(event));
  }

  dispose(): void {
    this.stop();
  }

  /** The session's workbook, with every plan seen. */
  readonly tap = (workbook: LiveWorkbook): LiveWorkbook =>
    new Proxy(workbook, {
      get: (target, member) => {
        const value: unknown = Reflect.get(target, member);
        if (typeof value !== 'function') return value;
        const call = value.bind(target) as (...given: unknown[]) => unknown;
        if (member !== 'apply') return call;
        return async (plan: WritePlan, ...rest: unknown[]) => {
          this.begin(plan);
          const outcome = (await call(plan, ...rest)) as Outcome;
          this.end(outcome);
          return outcome;
        };
      },
    });

  /** The cells that the plan under way is to write, on the sheets that exist. */
  plannedCells(): { readonly sheetId: string; readonly row: number; readonly column: number }[] {
    return [...(this.writing?.planned.keys() ?? [])].flatMap((key) => {
      const [sheetId, row, column] = partsOf(key);
      return this.grid.sheet(sheetId) ? [{ sheetId, row, column }] : [];
    });
  }

  /** The runtime was killed: a plan under way stays as it is, with what the workbook keeps of its undo. */
  runtimeKilled(): void {
    const { writing } = this;
    this.writing = null;
    this.done = this.done.slice(-1);
    this.violations.push(...(writing?.deleted.settle(true) ?? []));
    if (!writing || (this.changesLeft(writing).length === 0 && !this.isRecordKept(writing))) return;
    this.counts.interrupted += 1;
    writing.isInterrupted = true;
    if (writing.plan.purpose === 'undo') this.done = [];
    else this.done = [writing];
  }

  /** True when the undo of this writing was written, and not taken away since. */
  private isRecordKept({ hasRecord }: Writing, isState: (state: unknown) => boolean = Boolean): boolean {
    const state = { top: UNDO_ROWS.state, left: 0, rows: 1, columns: 1 };
    const records = this.grid.sheets().filter(({ name }) => isUndoSheetName(name));
    return hasRecord && records.some(({ id }) => isState(this.grid.readValues(id, state)[0]?.[0]));
  }

  /**
   * After a restart: an interrupted plan is whole, or the session can undo it. What it had covered of people was known
   * to the runtime alone.
   */
  checkInterrupted(undoable: string | null): void {
    const last = this.done.at(-1);
    if (!last?.isInterrupted || undoable !== null) return;
    // people may have deleted the journal, which a later writing then begins again
    const missing = this.cellsNotAsPlanned(last, (sheetId) => this.isJournal(sheetId));
    const changed = new Map(
      [...last.changed].filter(([, { before }]) => before.by !== 'people' || before.typed <= last.began),
    );
    if (missing.length > 0 && this.changesLeft({ ...last, changed }).length > 0)
      this.note(`an interrupted ${last.plan.purpose} has no undo: ${missing.slice(0, 3).join(', ')}`);
  }

  /** People changed a table or a column in a way that the grid does not announce. */
  peopleReshaped(sheetId: string): void {
    for (const one of [...this.done, ...(this.writing ? [this.writing] : [])]) {
      one.isOverlaid = true;
      if (this.isJournal(sheetId)) one.moved.add(sheetId);
    }
  }

  /** Follows a change as one that moves rows. */
  whileSorting(change: () => void): void {
    this.isSorting = true;
    change();
    this.isSorting = false;
  }

  private note(text: string): void {
    this.violations.push(text);
  }

  private follow(event: GridEvent): void {
    if (!('origin' in event)) return;
    const { origin } = event;
    if (event.kind === 'sheetRenamed') this.names.set(event.sheetId, event.after);
    if (event.kind === 'sheetAdded') this.names.set(event.sheetId, this.grid.sheet(event.sheetId)?.name ?? '');
    if (origin === 'addin') this.checkDeletion(event);
    const changes = this.shadow.follow(event, origin, this.isSorting);
    if (origin === 'addin') this.followAddin(event, changes);
    else this.followPeople(event, changes);
  }

  private followPeople(event: GridEdit, changes: readonly CellChange[]): void {
    const { writing } = this;
    for (const one of [...this.done, ...(writing ? [writing] : [])]) one.isOverlaid = true;
    if (event.kind === 'cellsChanged' && event.change !== 'RangeEdited') {
      for (const one of [...this.done, ...(writing ? [writing] : [])]) one.moved.add(event.sheetId);
      if (event.change.endsWith('Deleted')) forgetEdits(writing, event.sheetId); // some may be in these rows
      return;
    }
    if (event.kind === 'cellsChanged' && this.isSorting) return void writing?.moved.add(event.sheetId);
    if (event.kind === 'sheetDeleted') {
      for (const one of [...this.done, ...(writing ? [writing] : [])]) one.moved.add(event.sheetId);
      forgetEdits(writing, event.sheetId);
    }
    if (!writing) return;
    if (replacesRows(writing, changes, this.shadow)) writing.moved.add(changes[0]?.sheetId ?? '');
    for (const change of changes) {
      if (writing.moved.has(change.sheetId)) forgetOverwritten(writing, change);
      noteEdit(writing, change, this.host.requests.length);
    }
  }

  private followAddin(event: GridEdit, changes: readonly CellChange[]): void {
    const { writing } = this;
    if (event.kind === 'cellsChanged' && event.change === 'RowDeleted') withoutRows(writing, event.sheetId, event.area);
    if (event.kind === 'sheetAdded') {
      if (!writing) this.note(`a sheet ${this.names.get(event.sheetId)} was added without a plan`);
      writing?.sheetsAdded.add(event.sheetId);
    }
    // « Aller à » shows a hidden sheet
    if (event.kind === 'sheetVisibility' && !writing) for (const one of this.done) one.isOverlaid = true;
    if (event.kind === 'sheetRenamed') this.note(`the add-in renamed ${event.before} as ${event.after}`);
    for (const change of changes) this.checkChange(change);
  }

  private checkChange(change: CellChange): void {
    const { writing } = this;
    const { sheetId, row, column, before, after } = change;
    if (isUndoSheetName(this.names.get(sheetId) ?? '')) {
      if (writing && after.content !== '') writing.hasRecord = true;
      return;
    }
    const place = this.placeOf(change);
    if (!writing) return this.note(`${place} was changed without a plan: ${before.content} → ${after.content}`);
    const key = keyOf(sheetId, row, column);
    const known = writing.changed.get(key);
    if (before.by === 'people' || before.typed <= writing.began) writing.formers.add(inItsRow(before.content, row));
    writing.changed.set(key, { ...change, before: known?.before ?? before });
    writing.lastWrite = this.host.requests.length;
    const isPlanned =
      writing.planned.has(key) ||
      isMoving(writing, change) ||
      (writing.growing.has(sheetId) && before.content === '') ||
      known?.before.content === after.content || // rolled back, where its row is now
      writing.sheetsAdded.has(sheetId);
    const { plan } = writing;
    if (before.by === 'addin' || isPlanned || writing.edits.has(key) || writing.moved.has(sheetId)) return;
    if (plan.purpose === 'undo' && isUndoneAs(this.done.at(-1), change)) return;
    this.note(`${place} of people was changed outside the plan ${plan.purpose}: ${before.content} → ${after.content}`);
  }

  private checkDeletion(event: GridEdit): void {
    if (event.kind !== 'sheetDeleted') return;
    const [name, entries] = [this.names.get(event.sheetId) ?? '', this.shadow.ofPeople(event.sheetId)];
    const sent = this.host.requests.length;
    const edits = [...(this.writing?.edits.values() ?? [])];
    const typed = edits.filter(({ requests }) => requests === sent).map(({ change }) => change);
    if (this.writing) this.writing.deleted.add(event.sheetId, name, entries, typed);
    else this.violations.push(...lossOf(name, entries));
  }

  private begin(plan: WritePlan): void {
    if (this.writing) this.note(`a plan ${plan.purpose} began before the end of ${this.writing.plan.purpose}`);
    const sheetIds = new Map(this.grid.sheets().map(({ id, name }) => [name.toLowerCase(), id]));
    const planned = new Map<string, PlannedCell>();
    const growing = new Set<string>();
    for (const step of allSteps(plan)) {
      const sheetId = 'sheet' in step ? (sheetIds.get(step.sheet.toLowerCase()) ?? step.sheet) : '';
      if (step.kind === 'appendRow') growing.add(sheetId);
      if (step.kind === 'setCells')
        step.cells.forEach((line, r) =>
          line.forEach((cell, c) => cell && planned.set(keyOf(sheetId, step.top + r, step.left + c), cell)),
        );
    }
    this.shadow.followReferences();
    const { now: began } = this.shadow;
    const sets = { formers: new Set<string>(), sheetsAdded: new Set<string>(), moved: new Set<string>() };
    const none = { ...sets, changed: new Map(), edits: new Map() };
    const deleted = new DeletedEntries(this.grid, this.shadow);
    this.writing = {
      plan,
      began,
      sheetIds,
      planned,
      growing,
      moving: tablesMovedBy(plan, this.grid, sheetIds),
      journalRows: journalRows(this.grid),
      ...none,
      deleted,
      structure: '',
      lastWrite: 0,
      lostBefore: this.host.answersLost,
      isOverlaid: false,
      hasRecord: false,
      isHalfWritten: false,
      isInterrupted: false,
    };
    Object.assign(this.writing, { structure: structureOf(this.grid, this.plannedCells()) });
    this.counts.plans += 1;
  }

  private end(outcome: Outcome): void {
    const { writing } = this;
    if (!writing) return;
    this.writing = null;
    this.violations.push(...writing.deleted.settle());
    this.findBeside(writing);
    this.checkEdits(writing, outcome.ok ? null : outcome.failure);
    if (outcome.ok) this.checkDone(writing, outcome.value);
    else this.checkRefused(writing, outcome.failure);
  }

  /** An entry whose row was not known any more is given back on a sheet of its own, in the same cell. */
  private findBeside({ edits, changed, sheetsAdded }: Writing): void {
    for (const [key, { change }] of [...edits]) {
      const { sheetId, row, column, after } = change;
      if (after.content === '' || this.shadow.at(sheetId, row, column).content === after.content) continue;
      const place = [...sheetsAdded].find((added) => this.shadow.giveToPeople(added, row, column, after.content));
      if (place === undefined) continue;
      edits.delete(key);
      for (const one of [key, keyOf(place, row, column)]) changed.delete(one);
    }
    for (const [key, { sheetId, row, column, after }] of [...changed]) {
      if (!sheetsAdded.has(sheetId)) continue;
      const isCovered = ({ before, ...one }: CellChange): boolean =>
        one.row === row && one.column === column && before.by === 'people' && before.content === after.content;
      if (![...changed.values()].some(isCovered)) continue;
      this.shadow.giveToPeople(sheetId, row, column, after.content);
      changed.delete(key);
    }
  }

  /** No edit of somebody else meanwhile may be lost. An emptied cell has one place; an entry that Excel refuses is named. */
  private checkEdits(writing: Writing, failure: Failure | null): void {
    const { plan, edits, moved, deleted, lastWrite, changed } = writing;
    const isThere = this.shadow.lookUp();
    for (const [key, edit] of edits) {
      const { change, requests, original, earlier } = edit;
      if (change.before.content === change.after.content) continue; // emptied again: nobody sees it
      if (moved.has(change.sheetId) || isMoving(writing, change)) {
        const isNowhere = change.after.content !== '' && !isThere(change.after.content);
        if (isNowhere && !isNamedUnknown(writing, failure, change, this.names, this.host.answersLost))
          this.note(`${this.placeOf(change)}, which moved: ${change.after.content} of somebody is nowhere`);
        continue;
      }
      const now = this.shadow.at(deleted.placeOf(change.sheetId), change.row, change.column);
      if (now.by === 'people' || now.content === change.after.content) continue;
      const isBack = isKeptAsInExcel(this.grid, edit, now.content);
      const isTold = failure?.code === 'entriesLost' && isNamedIn(failure.entries, change); // an undo owes it no more
      if (isBack || isTold || isExcused(writing, edit, now.content, { failure, names: this.names, host: this.host })) {
        changed.delete(key); // what the cell holds is people's
        continue;
      }
      if (failure?.code === 'halfWritten' && change.after.content === '') continue;
      if (change.after.by === 'addin' && earlier.length > 0) continue; // an entry over what was written, and taken back
      // changed and changed back, or made as the undone writing had left it: the plan was made for it
      if (change.after.content === original || isExpected(writing, change)) continue;
      const window = lastWrite - requests;
      this.note(
        `${this.placeOf(change)}: what somebody typed during ${plan.purpose} is lost, ${window} requests before the end: ${change.after.content} → ${now.content}`,
      );
    }
  }

  private checkDone(writing: Writing, applied: AppliedPlan): void {
    const { plan } = writing;
    const missing = this.cellsNotAsPlanned(writing);
    if (missing.length > 0 && plan.purpose !== 'undo')
      this.note(
        `${plan.purpose} is said to be written, but not ${missing.slice(0, 3).join(', ')} (${missing.length} cells)`,
      );
    this.checkJournal(writing, 1);
    if (plan.purpose === 'keep') this.done = this.done.filter(({ isInterrupted }) => !isInterrupted);
    else if (plan.purpose === 'undo') {
      this.counts.undone += 1;
      const undone = this.done.pop();
      if (undone) {
        this.checkUndone(undone, writing);
        const isLeft = (state: unknown): boolean => Boolean(state) && !isUndoneState(String(state));
        if (!undone.isHalfWritten && this.isRecordKept(undone, isLeft))
          this.note(`the record of ${undone.plan.purpose} stays after its undo`);
        if (!this.mayKeepSheets) this.checkStructure(undone, 'the undo');
      }
    } else if (applied.plan.steps.length > 0) this.done.push(writing);
  }

  private checkRefused(writing: Writing, failure: Failure): void {
    this.counts.refused += 1;
    const nameOf = (id: string): string | undefined => this.grid.sheet(id)?.name;
    leaveEntriesOf(writing, 'cells' in failure ? failure.cells.map(({ sheet }) => sheet) : [], nameOf);
    const isAboutJournal = failure.code === 'changedMeanwhile' && failure.sheet.startsWith(JOURNAL.sheet);
    // people took its last row out of the table: the new one was written there, and the former one given back
    const left = this.changesLeft(writing, (sheetId) => isAboutJournal && this.isJournal(sheetId));
    if (failure.code === 'halfWritten' || failure.code === 'outcomeUnknown' || isHalfDone(failure)) {
      this.counts.halfWritten += 1;
      writing.isHalfWritten = true;
      leaveEntriesOf(writing, 'sheets' in failure ? (failure.sheets ?? []) : [], nameOf);
      if (this.isRecordKept(writing) && writing.plan.purpose !== 'undo') this.done.push(writing);
      return;
    }
    if (left.length > 0)
      this.note(
        `${writing.plan.purpose} is refused (${failure.code}), but ${left.length} cells stay changed: ${left.slice(0, 3).join(', ')}`,
      );
    for (const id of writing.sheetsAdded) {
      const name = this.grid.sheet(id)?.name;
      if (name !== undefined && !isUndoSheetName(name) && this.shadow.ofPeople(id).length === 0)
        this.note(`${writing.plan.purpose} is refused (${failure.code}), but the sheet ${name} stays`);
    }
    this.checkMoved(writing, failure);
    if (!isAboutJournal) this.checkJournal(writing, 0);
    this.checkStructure(writing, `the refusal (${failure.code})`);
  }

  /** In sheets whose rows moved, no content of the refused plan stays but in as many cells as the failure names. */
  private checkMoved({ plan, began, moved, formers, sheetIds }: Writing, failure: Failure): void {
    for (const sheetId of moved) {
      const name = this.grid.sheet(sheetId)?.name;
      if (name === undefined || this.isJournal(sheetId) || isUndoSheetName(name)) continue;
      const left = this.shadow.ofAddin(sheetId, began).filter((one) => !formers.has(inItsRow(one.content, one.row)));
      const isHere = (sheet: string): boolean => sheet === name || sheetIds.get(sheet.toLowerCase()) === sheetId;
      const named = 'cells' in failure ? failure.cells.filter(({ sheet }) => isHere(sheet)).length : 0;
      if (left[0] && left.length > named)
        this.note(
          `${plan.purpose} is refused (${failure.code}), but in the moved rows of ${name} ${left.length} cells stay, such as ${cellAddress(left[0].row, left[0].column)} ${left[0].content}`,
        );
    }
  }

  private checkJournal(writing: Writing, more: number): void {
    const sheet = journalTable(this.grid)?.sheetId;
    const touched = (id: string): boolean => id === sheet || this.names.get(id)?.startsWith(JOURNAL.sheet) === true;
    if ([...writing.moved].some(touched) || [...writing.edits.values()].some(({ change }) => touched(change.sheetId)))
      return;
    const { journalRows: before, plan } = writing;
    const rows = journalRows(this.grid);
    if (before !== null && rows !== before + more)
      this.note(`the journal has ${rows} rows after ${plan.purpose}, not ${before + more}`);
  }

  /** Without anybody else's change, everything but the journal is as before the writing. */
  private checkStructure({ plan, structure, planned, isOverlaid }: Writing, moment: string): void {
    if (isOverlaid || structure === '') return;
    const cells = [...planned.keys()]
      .map((key) => partsOf(key))
      .map(([sheetId, row, column]) => ({ sheetId, row, column }));
    const now = structureOf(this.grid, cells);
    const lost = [...missingLines(structure, now), ...missingLines(now, structure).map((line) => `now ${line}`)];
    if (lost.length > 0)
      this.note(`${moment} of ${plan.purpose} leaves another workbook: ${lost.slice(0, 4).join('; ')}`);
  }

  /** After an undo, each cell is as before the writing, or as people changed it since. */
  private checkUndone(undone: Writing, undo: Writing): void {
    for (const change of undone.changed.values()) {
      const { sheetId, row, column, before } = change;
      if (!this.grid.sheet(sheetId) || undone.moved.has(sheetId) || this.isJournal(sheetId)) continue;
      if (this.mayKeepSheets && undone.sheetsAdded.has(sheetId)) continue;
      const now = this.shadow.at(sheetId, row, column);
      if (now.content === before.content || now.typed > undone.began) continue;
      if (undone.isOverlaid && isMoving(undone, change)) continue; // what people changed in it comes back with it
      // typed, or emptied, in the request by which the runtime died: nobody can know it (docs/excel-checklist.md)
      if (undone.isInterrupted && before.typed > undone.began) continue;
      const { content, typed } = undone.edits.get(keyOf(sheetId, row, column))?.change.after ?? before;
      if (undone.isHalfWritten && content === '' && typed > undone.began) continue; // emptied at last: the same
      if (isGivenElsewhere(undo, change)) continue; // rows sorted, and another one with the same content is here
      this.note(`${this.placeOf(change)} is not undone: ${now.content}, it was ${before.content}`);
    }
    for (const id of this.mayKeepSheets ? [] : undone.sheetsAdded) {
      const sheet = this.grid.sheet(id);
      if (sheet && !isUndoSheetName(sheet.name) && !this.isJournal(id) && this.shadow.ofPeople(id).length === 0)
        this.note(`the sheet ${sheet.name} stays after the undo of ${undone.plan.purpose}`);
    }
  }

  /** Planned cells that hold something else, which nobody typed since. */
  private cellsNotAsPlanned(
    { planned, sheetIds, moved, began }: Writing,
    isLeftOut: (sheetId: string) => boolean = () => false,
  ): string[] {
    const present = new Map(this.grid.sheets().map(({ id, name }) => [name.toLowerCase(), id]));
    return [...planned].flatMap(([key, cell]) => {
      const [place, row, column] = partsOf(key);
      const sheetId = this.grid.sheet(place)
        ? place
        : (sheetIds.get(place.toLowerCase()) ?? present.get(place.toLowerCase()) ?? place);
      if (moved.has(sheetId) || !this.grid.sheet(sheetId) || isLeftOut(sheetId)) return [];
      const now = this.shadow.at(sheetId, row, column);
      const isRight = cell.formula ? now.content.startsWith('=') : now.content === contentOf(cell.value, null);
      if (isRight || now.typed > began) return [];
      return [
        `${this.names.get(sheetId)}!${cellAddress(row, column)} ${now.content} instead of ${cell.formula ?? contentOf(cell.value, null)}`,
      ];
    });
  }

  /** Cells that the add-in changed and that hold neither what was there before nor what somebody typed since. */
  private changesLeft(writing: Writing, isLeftOut: (sheetId: string) => boolean = () => false): string[] {
    const { changed, moved, began, isOverlaid, edits } = writing;
    return [...changed.values()].flatMap((change) => {
      const { sheetId, row, column, before } = change;
      if (!this.grid.sheet(sheetId) || moved.has(sheetId) || isLeftOut(sheetId)) return [];
      if (isOverlaid && isMoving(writing, change)) return [];
      const now = this.shadow.at(sheetId, row, column);
      const typed = edits.get(keyOf(sheetId, row, column))?.change.after.content; // meanwhile, perhaps given back
      if (now.by === 'people' || now.typed > began || [before.content, typed].includes(now.content)) return [];
      return isRowOfPeople(writing, change, (at) => this.shadow.at(sheetId, row, at).by === 'people')
        ? []
        : [`${this.placeOf(change)} ${before.content} → ${now.content}`];
    });
  }

  private isJournal(sheetId: string): boolean {
    return this.names.get(sheetId)?.startsWith(JOURNAL.sheet) === true;
  }

  private placeOf({ sheetId, row, column }: CellChange): string {
    return `${this.names.get(sheetId) ?? sheetId}!${cellAddress(row, column)}`;
  }
}
