/**
 * The undo of the last writing, kept in the workbook on a very hidden sheet, so that it outlives the pane. Text in
 * cells: it is written in the batch of the writing itself, saved with the workbook, and needs nothing that an old Excel
 * lacks. Whoever can edit the workbook can edit it: it is checked member by member when read, and what is not exactly
 * an undo is none.
 */
import { checkedUndo } from './undo-check';
import { UNDO_SHEET } from '../workbook-names';
import { PURPOSES, type WritePlan } from '../plan';
import { findSheet, valueAt, type WorkbookSnapshot } from '../snapshot';

/** An undo found in a workbook. */
export interface UndoRecord {
  /** What it takes back. */
  readonly purpose: WritePlan['purpose'];
  /** False when the writing was stopped before its end: some of it may not be there. */
  readonly isComplete: boolean;
  readonly undo: WritePlan;
}

const NOTICE =
  'Enveloppe : de quoi annuler la dernière écriture. Cette feuille disparaît après usage ; ne la modifiez pas.';
/** The rows of the sheet, all in its first column. */
export const UNDO_ROWS = { state: 1, first: 2 } as const;
export const UNDO_STATES = { begun: 'en cours', done: 'complète' } as const;
/** A cell holds 32,767 characters. */
const CHUNK = 30_000;
/** Above this an undo is not kept: all the documents of the sample take a sixth of it. */
const MOST_CHUNKS = 40;
/** The cells that a record takes, blank ones included: an earlier and longer one is covered whole. */
export const UNDO_CELLS = UNDO_ROWS.first + MOST_CHUNKS + 1;

/** The texts of the record, one for each cell of the first column; null when it is too large to be kept. */
export function encodeUndo(purpose: WritePlan['purpose'], undo: WritePlan): readonly string[] | null {
  const { expected, steps } = undo;
  // Without accents: a character of two halves could be cut between two cells.
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const text = JSON.stringify({ version: 1, purpose, expected, steps }).replace(/[^\x20-\x7e]/g, escaped);
  const chunks = text.match(new RegExp(`.{1,${CHUNK}}`, 'g')) ?? [];
  if (chunks.length > MOST_CHUNKS) return null;
  return [NOTICE, UNDO_STATES.begun, ...chunks, `${text.length} ${checksum(text)}`];
}

/** The undo that the workbook keeps; null when there is none, or when somebody changed it. */
export function readUndoRecord(workbook: WorkbookSnapshot): UndoRecord | null {
  const sheet = findSheet(workbook, UNDO_SHEET);
  if (!sheet) return null;
  const texts: string[] = [];
  for (let row = 0; row < UNDO_CELLS; row++) {
    const value = valueAt(sheet, row, 0);
    if (value === null) break;
    if (typeof value !== 'string') return null;
    texts.push(value);
  }
  const state = texts[UNDO_ROWS.state];
  const text = texts.slice(UNDO_ROWS.first, -1).join('');
  if (
    (state !== UNDO_STATES.begun && state !== UNDO_STATES.done) ||
    texts.at(-1) !== `${text.length} ${checksum(text)}`
  )
    return null;
  const read = parsed(text);
  if (typeof read !== 'object' || read === null || !('version' in read) || read.version !== 1 || !('purpose' in read))
    return null;
  const purpose = PURPOSES.find((one) => one === read.purpose);
  const undo = checkedUndo(read);
  return purpose && undo ? { purpose, isComplete: state === UNDO_STATES.done, undo } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // changed by somebody: there is no undo there
  }
}

/** Adler-32: tells a cell that was cut, typed over or put elsewhere. It protects from accidents, not from intent. */
function checksum(text: string): number {
  let [one, two] = [1, 0];
  for (let at = 0; at < text.length; at++) {
    one = (one + text.charCodeAt(at)) % 65_521;
    two = (two + one) % 65_521;
  }
  return two * 65_536 + one;
}
