/**
 * The undo of the last writing, kept on a very hidden sheet of the workbook for use after a reload. It is text in
 * cells: written in the same batch as the writing, saved with the workbook, supported by every Excel. People can edit
 * it: it is checked member by member when read, and rejected unless it is exactly an undo.
 */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { checkedSheets, checkedUndo } from './undo-check';
import { findUndoSheet, UNDO_NOTICE } from './record-sheet';
import { withAnchoredIds } from './sheet-anchors';
import { PURPOSES, type WritePlan } from '../plan';
import { valueAt, type WorkbookSnapshot } from '../snapshot';

/** An undo found in a workbook. */
export interface UndoRecord {
  /** The purpose of the plan that it undoes. */
  readonly purpose: WritePlan['purpose'];
  /** False when the writing was interrupted: part of it may be missing. */
  readonly isComplete: boolean;
  /** Sheets whose cells are written, and whose page set-up the writing stopped before; absent without any. */
  readonly undressed?: readonly string[];
  readonly undo: WritePlan;
}

/** The rows of the sheet, in its first column; `sheet-anchors.ts` has the second one. */
export const UNDO_ROWS = { state: 1, first: 2 } as const;
const BEGUN = 'en cours';
/** The state of a record once its writing is done. */
export const UNDO_DONE = 'complète';
/** The state of a record once all is written but the page set-up. */
export const UNDO_UNDRESSED = 'complète, mise en page à faire';
/** The state left by an undo until the page set-up is restored too, before the names of its sheets. */
const UNDONE_UNDRESSED = 'annulée, mise en page à rétablir : ';
/** Characters. A cell holds 32,767, but Excel takes longer texts than some 8,200 only in some forms. */
const CHUNK = 8_000;
/** A larger undo is not kept; that of all the documents of the sample takes two of these. */
const MOST_CHUNKS = 250;
/** Bytes of the undo before compression: bounds what is read from a workbook that somebody edited. */
const MOST_BYTES = 64_000_000;
/** The number of cells of a record, blank ones included, so that it overwrites an earlier and longer one. */
export const UNDO_CELLS = UNDO_ROWS.first + MOST_CHUNKS + 1;

/** The cell of the key of a record, beside it: the workbook may hold that of another writing by now. */
export const RECORD_KEY = { row: 0, column: 1 } as const;

/** The key of a record with these texts, its last one: two writings have different ones. Blank where no undo is left. */
export function keyOfRecord(texts: readonly string[]): string {
  return texts[UNDO_ROWS.first] === undefined ? '' : (texts.at(-1) ?? '');
}

/** The state of a record once so many requests of its writing are carried out; 0 before the first. */
export function undoState(requests: number): string {
  return requests === 0 ? BEGUN : `${BEGUN} : ${requests}`;
}

/** The texts that take the place of a record whose undo is done but for the page set-up of some sheets. */
export function undoneTexts(sheets: readonly string[]): readonly string[] {
  return [UNDO_NOTICE, UNDONE_UNDRESSED + JSON.stringify(sheets)];
}

/** True for the state in those texts. */
export function isUndoneState(state: string | null): boolean {
  return state?.startsWith(UNDONE_UNDRESSED) === true;
}

/** The sheets whose page set-up the last undo stopped before; null when there is none. */
export function readUndone(workbook: WorkbookSnapshot): readonly string[] | null {
  const sheet = findUndoSheet(workbook);
  const state = sheet ? valueAt(sheet, UNDO_ROWS.state, 0) : null;
  if (typeof state !== 'string' || !isUndoneState(state)) return null;
  return checkedSheets(parsedJson(state.slice(UNDONE_UNDRESSED.length)));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // changed by a person
  }
}

/**
 * The texts of the record, one for each cell of the first column; null when it is too large to be kept. `undressed`:
 * the sheets whose page set-up follows. `journalRows`: the rows of the journal before the writing, so that the record is
 * not equal to that of the same writing done twice.
 */
export function encodeUndo(
  purpose: WritePlan['purpose'],
  undo: WritePlan,
  undressed?: readonly string[],
  journalRows?: number,
): readonly string[] | null {
  const { expected, steps, sheetIds = [], witnesses } = undo;
  // ASCII only: half of a surrogate pair, which a cell may hold, has no form in UTF-8.
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const text = JSON.stringify({
    version: 2,
    purpose,
    expected,
    steps,
    sheetIds,
    witnesses,
    undressed,
    journalRows,
  }).replace(/[^\x20-\x7e]/g, escaped);
  const data = strToU8(text, true);
  if (data.length > MOST_BYTES) return null;
  const packed = toBase64(deflateSync(data));
  const chunks = packed.match(new RegExp(`.{1,${CHUNK}}`, 'g')) ?? [];
  if (chunks.length > MOST_CHUNKS) return null;
  return [UNDO_NOTICE, undoState(0), ...chunks, `${packed.length} ${checksum(packed)}`];
}

/** True for the record of a writing that is not done, as far as it can be read: a person changed it, or it is older. */
export function isIllegible(workbook: WorkbookSnapshot): boolean {
  const sheet = findUndoSheet(workbook);
  const state = sheet ? valueAt(sheet, UNDO_ROWS.state, 0) : UNDO_DONE;
  if (typeof state === 'string' && state.startsWith(UNDO_DONE)) return false;
  return readUndoRecord(workbook) === null && readUndone(workbook) === null;
}

/** The undo kept in the workbook; null when there is none, or when a person changed it. */
export function readUndoRecord(workbook: WorkbookSnapshot): UndoRecord | null {
  const sheet = findUndoSheet(workbook);
  if (!sheet) return null;
  const texts: string[] = [];
  for (let row = 0; row < UNDO_CELLS; row++) {
    const value = valueAt(sheet, row, 0);
    if (value === null) break;
    if (typeof value !== 'string') return null;
    texts.push(value);
  }
  const state = texts[UNDO_ROWS.state] ?? '';
  const text = texts.slice(UNDO_ROWS.first, -1).join('');
  const isComplete = state === UNDO_DONE || state === UNDO_UNDRESSED;
  const isKnown = isComplete || /^en cours( : \d{1,6})?$/.test(state);
  if (!isKnown || texts.at(-1) !== `${text.length} ${checksum(text)}`) return null;
  const read = parsed(text);
  if (typeof read !== 'object' || read === null || !('version' in read) || read.version !== 2 || !('purpose' in read))
    return null;
  const purpose = PURPOSES.find((one) => one === read.purpose);
  const undo = checkedUndo(read);
  const sheets = checkedSheets('undressed' in read ? read.undressed : []);
  if (!purpose || !undo || !sheets) return null;
  const undressed = state === UNDO_UNDRESSED && sheets.length > 0 && { undressed: sheets };
  const key = valueAt(sheet, RECORD_KEY.row, RECORD_KEY.column);
  const undoesRecord = typeof key === 'string' ? key : ''; // none beside the record of an earlier version
  return { purpose, isComplete, ...undressed, undo: { ...withAnchoredIds(undo, sheet, workbook), undoesRecord } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(strFromU8(inflated(fromBase64(text)), true));
  } catch {
    return null; // changed by a person
  }
}

/** Throws on data that are not deflate, and on data that inflate to more than an undo may take. */
function inflated(data: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    if (size > MOST_BYTES) throw new RangeError('larger than any undo');
    chunks.push(chunk);
  });
  for (let at = 0; at < data.length; at += SLICE) stream.push(data.subarray(at, at + SLICE), at + SLICE >= data.length);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Bytes per call: a call takes a limited number of arguments, and one slice inflates to a bounded size. */
const SLICE = 8_192;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += SLICE) text += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** Adler-32: detects a cell that was cut, overwritten or moved. It protects from accidents, not from intent. */
function checksum(text: string): number {
  let [one, two] = [1, 0];
  for (let at = 0; at < text.length; at++) {
    one = (one + text.charCodeAt(at)) % 65_521;
    two = (two + one) % 65_521;
  }
  return two * 65_536 + one;
}
