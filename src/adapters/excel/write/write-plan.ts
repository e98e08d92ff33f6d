/**
 * Writes a plan to the workbook open in Excel: reads its present state, refuses the plan or sends it in one request, or
 * in several when it is large, and rolls back a writing that fails or is stopped. Separate from the reading code, since
 * the pane opens without it.
 */
import type { AppliedPlan, KeptEntry, WritingFollower } from '../../../application/ports';
import { failure, success, type Result } from '../../../domain/result';
import type { Failure } from '../../../workbook/failure';
import type { WritePlan } from '../../../workbook/plan';
import { keyOfRecord, undoState } from '../../../workbook/registers/undo-record';
import { withoutGoneSheets, withPresentNames } from '../../../workbook/sheet-renames';
import {
  attempt,
  DONE,
  failureOfHost,
  isAnswerLost,
  isNothingDone,
  READING,
  WRITING,
  type ExcelRun,
} from '../host-errors';
import { USUAL_REQUEST_BYTES, type Before, type WritingHost } from './before';
import { joinCells } from './join-cells';
import { withUniformLists } from './lists';
import { typedUnder } from './edits/announced-edits';
import { placeOfEdit, type CoveredEdit } from './edits/covered-edits';
import { keepOrphans } from './edits/keep-orphans';
import { withHalf, withKept, withLost } from './edits/losses';
import { kindsOfThings } from './edits/things-on-sheet';
import type { WritingLog } from '../read/change-log';
import { finishDeletions, lookUp, type LookedUp } from './look-up';
import { movedLooksOf } from './looks/moved-looks';
import { deletionsOf, partsOf } from './parts';
import { refusalOf } from './plan-refusal';
import { readFollowed, type ReadPlan } from './rows/find-moved-rows';
import { withTablesNow } from './rows/resized-tables';
import { readCells, readStructure, sheetsOf } from './read-before';
import { enableEvents, rollBack } from './roll-back';
import { stillPossible } from './still-possible';
import { undoOf } from './undo';
import {
  dropRecord,
  endsOwnRecord,
  endUndo,
  queueAnchors,
  queueDressed,
  queueRecord,
  queueState,
  queueUndoBegun,
  queueUndone,
  recordOf,
  stateAfter,
} from './undo-sheet';
import { addressOfEdit, sendPart, Writing } from './write-part';

/** A failed request: why, and what is known of it. */
interface Refused {
  readonly failure: Failure;
  readonly outcome: 'nothing' | 'unknown' | 'partly';
}

/** Excel may refuse a request once. */
const ATTEMPTS_TO_END = 3;

interface Begun {
  readonly writing: Writing;
  readonly record: readonly string[] | null;
  /** The refusal of the first request; null when it was carried out. */
  readonly refused: Refused | null;
}

/**
 * Carries out a plan that is not empty, completely or not at all; `log` receives the id of each sheet before it is
 * written.
 */
export async function writePlan(
  run: ExcelRun,
  asked: WritePlan,
  log: WritingLog,
  follower: WritingFollower,
  host: WritingHost = { givesNotes: false },
): Promise<Result<AppliedPlan, Failure>> {
  const begun = await attempt(run, WRITING, (context) => begin(context, asked, log, host));
  if (!begun.ok) return begun;
  const { writing, record } = begun.value;
  const stopped = await sendAll(run, begun.value, log, follower);
  if (!stopped && isEndedApart(writing)) await endRecord(run, writing);
  const kept = await keepOrphans(run, writing.orphans, log);
  if (!kept.ok) await enableEvents(run);
  if (!kept.ok) return failure(withLost(withHalf(kept.failure, stopped), writing));
  writing.richLost.push(...(stopped ? kept.value.filter(({ isRich }) => isRich) : []));
  if (stopped) return failure(withLost(withKept(stopped, kept.value.map(placeOfEdit)), writing));
  const { plan, before, cells, highlights, addedIds: sheetIds } = writing;
  const undoesRecord = record && { undoesRecord: keyOfRecord(record) };
  const undo = { ...undoOf(plan, before, { cells, highlights, sheetIds }), ...undoesRecord };
  const edits = kept.value.length === 0 ? {} : { kept: kept.value.map(keptEntry) };
  return success({ plan: asked, undo, isUndoKept: record !== null, ...edits });
}

/** Of a data type or an image, only the text could be kept. */
function keptEntry(edit: CoveredEdit): KeptEntry {
  return { ...placeOfEdit(edit), ...(edit.isRich && { isTextOnly: true }) };
}

/** Checks the plan and sends its first request, with nothing awaited between the last reading and the request. */
async function begin(
  context: Excel.RequestContext,
  asked: WritePlan,
  log: WritingLog,
  { givesNotes, requestBytes = USUAL_REQUEST_BYTES }: WritingHost,
): Promise<Result<Begun, Failure>> {
  log.listen();
  const structure = await readStructure(context, { kindsOfThings: kindsOfThings(givesNotes), requestBytes });
  const nameOf = (id: string): string | undefined => structure.sheetNames.get(id);
  const named = withPresentNames(withoutGoneSheets(joinCells(asked), nameOf), nameOf);
  const uniform = await withUniformLists(context, named, structure);
  const { plan: there, before } = await readPlan(context, uniform, structure);
  const plan = asked.purpose === 'undo' ? await possibleNow(context, there, before) : there;
  before.movedLooks = movedLooksOf(plan, before);
  const refusal = refusalOf(plan, before);
  if (refusal) return failure(refusal);
  const record = recordOf(plan, before);
  const parts = partsOf(plan, before, record?.reduce((sum, text) => sum + text.length + 10, 4_000) ?? 0);
  const unsafe = plan.keepsUndo && record === null && parts.length > 1 ? refusalWithoutRecord(before) : null;
  if (unsafe) return failure(unsafe);
  for (const name of sheetsOf(plan, before)) log.noteOwnWrite(before.sheets.get(name) ?? name);
  if (before.undoPlace.id !== null) log.noteOwnWrite(before.undoPlace.id);
  const writing = new Writing(plan, before, parts);
  writing.recordKey = record && keyOfRecord(record);
  writing.heard = () => log.edits;
  return success({ writing, record, refused: await send(context, writing, record) });
}

/** An undo on the workbook as it is now, tables included. */
async function possibleNow(context: Excel.RequestContext, undo: WritePlan, before: Before): Promise<WritePlan> {
  const { plan, held } = await withTablesNow(context, undo, before);
  before.unsure.push(...held);
  return stillPossible(plan, before);
}

/** The plan and the state of its cells; an undo is where its rows are now, when they are all found. */
async function readPlan(context: Excel.RequestContext, plan: WritePlan, structure: Before): Promise<ReadPlan> {
  const before = await readCells(context, plan, structure);
  const followed = plan.purpose === 'undo' ? await readFollowed(context, plan, before) : null;
  return followed ?? { plan, before };
}

/** A writing in several requests could stop in between: without a record, nothing could undo it at the next start. */
function refusalWithoutRecord({ structureProtected }: Writing['before']): Failure {
  return structureProtected ? { code: 'structureProtected' } : { code: 'tooLarge', what: 'annulation', limit: '2 Mo' };
}

/** Sends the requests after the first; returns why the writing was rolled back, or null. */
async function sendAll(
  run: ExcelRun,
  begun: Begun,
  log: WritingLog,
  follower: WritingFollower,
): Promise<Failure | null> {
  const { writing, record, refused: first } = begun;
  let refused = first;
  for (let number = 1; ; number++) {
    if (refused?.outcome === 'nothing' && number === 1) return refused.failure;
    const outcome = refused === null ? 'done' : await outcomeAfterAll(run, begun, refused, log);
    if (typeof outcome !== 'string') return outcome;
    if (outcome === 'nothing') writing.sent = number - 1;
    if (outcome !== 'done') return stop(run, begun, refused?.failure ?? { code: 'busy' });
    writing.done = number;
    follower.progress(number, writing.parts.length);
    const [edit] = [
      ...writing.covered,
      ...writing.rich,
      ...writing.moved,
      ...writing.unread,
      ...writing.heldRows,
      ...writing.typedAhead,
    ];
    const [held] = writing.thingsAhead;
    const [other] = writing.otherwise;
    if (other) return stop(run, begun, { code: 'writtenOtherwise', sheet: other.sheet, cell: addressOfEdit(other) });
    if (edit) return stop(run, begun, { code: 'changedMeanwhile', sheet: edit.sheet, cell: addressOfEdit(edit) });
    if (held) return stop(run, begun, { code: 'sheetHolds', ...held });
    if (writing.isLast(number)) return null;
    if (follower.isStopped()) return stop(run, begun, { code: 'stopped' });
    refused = await sendNext(run, writing, record);
  }
}

/**
 * The outcome of a request that failed; a failure when it cannot be known, or when the request stays half done. Some
 * sheets may be deleted already: the others are then deleted too.
 */
async function outcomeAfterAll(
  run: ExcelRun,
  { writing, record }: Begun,
  refused: Refused,
  log: WritingLog,
): Promise<LookedUp | Failure> {
  const part = writing.parts[writing.done];
  if (part && deletionsOf(part).length > 0) return finishDeletions(run, writing, part);
  if (refused.outcome !== 'unknown') return refused.outcome;
  return (await lookUp(run, writing, record, log)) ?? unknownOutcome(writing);
}

/** With the entries that Excel announced in the cells of the plan: the request whose answer is lost may cover them. */
function unknownOutcome(writing: Writing): Failure {
  const typed = typedUnder(writing.plan, writing);
  writing.richLost.push(...typed.filter(({ isRich }) => isRich));
  const entries = typed
    .filter(({ isRich }) => !isRich)
    .map((edit) => ({ ...placeOfEdit(edit), content: edit.content }));
  return { code: 'outcomeUnknown', ...(entries.length > 0 && { entries }) };
}

/** A request after the first waits for the end of a cell edit: part of the plan is already written. */
function sendNext(run: ExcelRun, writing: Writing, record: readonly string[] | null): Promise<Refused | null> {
  return run(READING, (context) => send(context, writing, record));
}

/** Sends the next request; returns null when it was carried out. */
async function send(
  context: Excel.RequestContext,
  writing: Writing,
  record: readonly string[] | null,
): Promise<Refused | null> {
  const number = writing.done + 1;
  const part = writing.parts[number - 1];
  const { before, plan } = writing;
  const isLast = writing.isLast(number);
  if (!part) return null;
  writing.sent = number;
  try {
    await sendPart(context, writing, part, {
      first: (sheets) => {
        if (number === 1 && record) queueRecord(sheets, before, record);
        // refused where a colleague ended the record: nothing of this request is then written
        else if (record) queueState(sheets, before, undoState(number - 1));
      },
      last: (sheets) => {
        if (record) queueAnchors(sheets, before, plan);
        if (record) queueState(sheets, before, stateAfter(plan, number, isLast));
        else if (isLast && plan.setsPage) queueDressed(sheets, before);
        else if (isLast && plan.purpose === 'undo' && !isEndedApart(writing)) queueUndone(sheets, before, plan);
        else if (isLast && (plan.keepsUndo || plan.endsRecord)) dropRecord(sheets, before);
        else if (plan.purpose === 'undo') queueUndoBegun(sheets, before, plan, number);
      },
    });
    return null;
  } catch (error) {
    const known = failureOfHost(error);
    if (!known) throw error;
    if (isAnswerLost(error)) return { failure: known, outcome: 'unknown' };
    return { failure: known, outcome: isNothingDone(error) && writing.answered < number ? 'nothing' : 'partly' };
  }
}

/** True for an undo whose record goes once all is known to be done; sheets are deleted with it, for good. */
function isEndedApart({ plan, before, parts }: Writing): boolean {
  const last = parts.at(-1);
  return endsOwnRecord(before, plan) && last !== undefined && deletionsOf(last).length === 0;
}

/** Ends the record of such an undo. Where Excel refuses each time, the next start finds an undo to finish. */
async function endRecord(run: ExcelRun, writing: Writing): Promise<void> {
  for (let attempts = 0; attempts < ATTEMPTS_TO_END; attempts++) {
    const ended = await attempt(run, READING, async (context) => {
      await endUndo(context, writing.before, writing.plan);
      return DONE;
    });
    if (ended.ok) return;
  }
}

/** Rolls the writing back; returns what to report: the reason, or what could not be restored. */
async function stop(run: ExcelRun, { writing, record }: Begun, reason: Failure): Promise<Failure> {
  const left = await rollBack(run, writing, record, reason);
  await enableEvents(run);
  return left ?? (writing.isEnded ? { code: 'endedByOther' } : reason);
}
