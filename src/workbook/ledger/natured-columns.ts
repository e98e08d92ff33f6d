/**
 * One amount whose nature is beside it, and one date that is the commitment's or the payment's by its row: the column
 * of nature is found by its words, whatever its heading.
 */
import type { LedgerField } from '../../domain/envelopes/ledger';
import { textOf, type CellValue } from '../cells';
import type { ColumnField } from './column-field';
import { namesDueDay, namesOtherAmounts, otherMeaningOf } from './heading-grammar';
import type { ColumnHeading } from './heading-rows';
import { payWhatTheyCommit, rowsOfTable, type RowsOfTable } from './columns/committed-payments';
import { wordsOfHeading } from './heading-words';
import { isNatureCode, natureOfCell, natureOfWords, wordOfMark } from './nature-words';
import { isBlankText, type CellReader } from './read-cells';

/** A column with its values and the choice of the user; undefined without one. */
export interface ValuedHeading {
  readonly heading: ColumnHeading;
  /** The filled cells of the sample. */
  readonly values: readonly CellValue[];
  readonly choice: ColumnField | null | undefined;
}

/** Under a heading such as « Type », half of the words: the others are findings. */
const ENOUGH_WORDS = 0.5;
const ALMOST_ALL = 0.9;
const FEWEST_WORDS = 3;
/** Rows of a journal have one amount; a few have both. */
const FEW = 0.1;
/** Headings that name another kind of words: « Engagé » is a status there. */
const NEVER: readonly LedgerField[] = ['status', 'label', 'supplier', 'budgetLine'];
/** « Engagé », « Payée » alone: the state of an operation, which may be of either nature. */
const STATE = /^\p{L}{1,20}(?:é|ée|és|ées|ed|id)$/iu;
const SERVICE = /^(?:sf|services? faits?)$/i;
const FEWEST_OF_EACH = 2;

/** The position of the column whose words give the nature of each row; null without one. */
export function naturePosition(
  columns: readonly ValuedHeading[],
  rows: RowsOfTable['rows'],
  cells: CellReader,
): number | null {
  const headings = columns.map(({ heading }) => heading);
  const table = rowsOfTable(headings, rows, cells);
  const chosen = columns.find(({ choice }) => choice === 'nature');
  if (chosen) return chosen.heading.position;
  let best: { readonly position: number; readonly score: number } | null = null;
  for (const column of columns) {
    const score = scoreOf(column, table);
    if (score > (best?.score ?? 0)) best = { position: column.heading.position, score };
  }
  return best?.position ?? (hasOneAmount(columns) ? positionOfPieces(columns, table) : null);
}

/** True where one column holds every amount, AE or CP: « Montant ». */
function hasOneAmount(columns: readonly ValuedHeading[]): boolean {
  const isAmount = ({ heading: { words, meaning } }: ValuedHeading): boolean =>
    meaning.has('ae') || meaning.has('cp') || otherMeaningOf(words).has('amount');
  const [amount, ...others] = columns.filter(isAmount);
  return amount !== undefined && others.length === 0 && otherMeaningOf(amount.heading.words).has('amount');
}

/**
 * The column whose every word is of a piece, « EJ », « Paiement », « SF », whatever its heading; null without one. One
 * of each, or letters, have to be of the same EJ.
 */
function positionOfPieces(columns: readonly ValuedHeading[], table: RowsOfTable | null): number | null {
  const found = columns.find(({ values, choice, heading: { position } }) => {
    if (choice !== undefined || values.length === 0) return false;
    const texts = values.flatMap((value) => (typeof value === 'string' ? [value.trim()] : []));
    const pieces = texts.map((text) => (STATE.test(text) ? null : natureOfCell(text)));
    const areKnown = pieces.every((nature, at) => nature !== null || SERVICE.test(texts[at] ?? ''));
    if (texts.length !== values.length || !areKnown || !pieces.includes('AE') || !pieces.includes('CP')) return false;
    const isOften = (one: 'AE' | 'CP'): boolean => pieces.filter((nature) => nature === one).length >= FEWEST_OF_EACH;
    const areSure = isOften('AE') && isOften('CP') && !texts.some((text) => wordOfMark(text) !== null);
    const areMeasures = texts.some((text) => wordsOfHeading(text).concepts.has('amount')); // « Montant payé »
    return areSure || (!areMeasures && table !== null && payWhatTheyCommit(position, table));
  });
  return found?.heading.position ?? null;
}

function scoreOf(column: ValuedHeading, table: RowsOfTable | null): number {
  const { heading, values, choice } = column;
  const { words, meaning } = heading;
  if (choice === null || (choice !== undefined && choice !== 'operation')) return 0;
  const named = choice === 'operation' ? 1 : (otherMeaningOf(words).get('nature') ?? 0);
  if (named === 0 && NEVER.some((field) => meaning.has(field))) return 0;
  const [first] = values;
  if (typeof first !== 'string') return 0;
  const isMarked = choice === 'operation' || (table !== null && payWhatTheyCommit(heading.position, table));
  const readAs = isMarked ? natureOfCell : natureOfWords; // « E » and « P » may be kinds of expenses
  const natures = values.map((value) =>
    typeof value === 'string' ? natureOf(value, named > 0 ? readAs : null) : null,
  );
  const share = natures.filter((nature) => nature !== null).length / natures.length;
  if (named > 0) return share >= ENOUGH_WORDS ? named + share : 0;
  const hasBoth = natures.includes('AE') && natures.includes('CP');
  return hasBoth && share >= ALMOST_ALL && natures.length >= FEWEST_WORDS ? share / 2 : 0;
}

/** Under a heading that does not name a nature, only « AE », « EJ » and the like do. */
function natureOf(text: string, readAs: typeof natureOfWords | null): 'AE' | 'CP' | null {
  return readAs?.(text) ?? (isNatureCode(text) ? natureOfWords(text) : null);
}

/**
 * True when each row commits or pays, and rarely both: its one date is that of what it does. Where no row does both, a
 * payment without a date is not paid yet; where some do, a dated payment alone shows that the date is not the EJ's.
 * Where no payment has it, and a column that nothing reads (`free`) dates them alone, it is the EJ's.
 */
export function isJournal(
  rows: readonly (readonly CellValue[])[],
  at: { readonly ae: number; readonly cp: number; readonly date: number; readonly free: readonly ColumnHeading[] },
  cells: CellReader,
): boolean {
  if (at.ae === at.cp) return true;
  const datedElsewhere = new Map(at.free.filter(mayDate).map(({ position }) => [position, { ae: 0, cp: 0 }]));
  const isDated = (row: readonly CellValue[]): boolean => !isBlankText(textOf(row[at.date] ?? null));
  let filled = 0;
  let both = 0;
  let paidOn = 0;
  for (const row of rows) {
    const [ae, cp] = [isAmount(row[at.ae] ?? null, cells), isAmount(row[at.cp] ?? null, cells)];
    if (ae || cp) filled++;
    for (const [position, dated] of ae || cp ? datedElsewhere : []) {
      if (cells.date(row[position] ?? null).kind !== 'date') continue;
      if (ae) dated.ae++;
      else dated.cp++;
    }
    if (!isDated(row)) continue; // a total has both amounts
    if (ae && cp) both++;
    else if (cp) paidOn++;
  }
  if (paidOn === 0 && [...datedElsewhere.values()].some((dated) => dated.cp > 0 && dated.ae === 0)) return false;
  return filled > 0 && (both === 0 || (paidOn > 0 && both <= FEW * filled));
}

/** Words that announce a payment, « Date prévue », date none: it is not made yet. */
function mayDate({ words }: ColumnHeading): boolean {
  return !namesOtherAmounts(words) && !namesDueDay(words);
}

function isAmount(value: CellValue, cells: CellReader): boolean {
  const reading = cells.amount(value);
  return reading.kind === 'amount' && reading.cents !== 0;
}
