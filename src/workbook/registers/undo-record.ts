/**
 * The undo of the last writing, kept on a very hidden sheet of the workbook for use after a reload. It is text in
 * cells: written in the same batch as the writing, saved with the workbook, supported by every Excel. People can edit
 * it: it is checked member by member when read, and rejected unless it is exactly an undo.
 */
import { checkedUndo } from './undo-check';
import { UNDO_SHEET } from '../workbook-names';
import { PURPOSES, type WritePlan } from '../plan';
import { findSheet, valueAt, type WorkbookSnapshot } from '../snapshot';

/** An undo found in a workbook. */
export interface UndoRecord {
  /** The purpose of the plan that it undoes. */
  readonly purpose: WritePlan['purpose'];
  /** False when the writing was interrupted: part of it may be missing. */
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
/** A larger undo is not kept; that of all the documents of the sample takes a sixth of this. */
const MOST_CHUNKS = 40;
/** The number of cells of a record, blank ones included, so that it overwrites an earlier and longer one. */
export const UNDO_CELLS = UNDO_ROWS.first + MOST_CHUNKS + 1;

/** The texts of the record, one for each cell of the first column; null when it is too large to be kept. */
export function encodeUndo(purpose: WritePlan['purpose'], undo: WritePlan): readonly string[] | null {
  const { expected, steps } = undo;
  // ASCII only: a surrogate pair could be split between two cells.
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const text = JSON.stringify({ version: 1, purpose, expected, steps }).replace(/[^\x20-\x7e]/g, escaped);
  const chunks = text.match(new RegExp(`.{1,${CHUNK}}`, 'g')) ?? [];
  if (chunks.length > MOST_CHUNKS) return null;
  return [NOTICE, UNDO_STATES.begun, ...chunks, `${text.length} ${checksum(text)}`];
}

/** The undo kept in the workbook; null when there is none, or when a person changed it. */
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
    return null; // changed by a person
  }
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
