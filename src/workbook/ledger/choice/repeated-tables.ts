/**
 * Tables that list again the EJ of the others, or their payments: « EJ non soldés », « Restes à payer », « Paiements
 * de juin », a recapitulation by EJ, on a sheet of their own, below the ledger or beside it. Each of their EJ is
 * committed in the others, for the same amount, as one or in items, or for what was left of it after some of its
 * payments. They commit and pay nothing of their own.
 */
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { groupedBy } from '../../../domain/grouped';
import type { WorkbookSnapshot } from '../../snapshot';
import type { LedgerCandidate } from '../find-ledger';
import type { FoundBlock } from '../make-block';
import type { ListedRow } from './candidate-operations';
import {
  entriesOf,
  headingsOfTable,
  nameOwnAct,
  tablesOf,
  titlesOver,
  widthOf,
  type TableParts,
} from './parts-of-tables';

/** A longer table is no list of what another holds. */
const MOST_ROWS = 5_000;
/** Payments without the number of an EJ may be equal by chance. */
const FEWEST_NAMELESS = 3;
/** The columns that decide where a commitment counts. */
const DECIDING: readonly LedgerField[] = ['ae', 'ministerialAxis2', 'commitmentDate'];
/** « Tranche 2 » is an act of its own too. */
const isOwnAct = (words: string): boolean => nameOwnAct(words) || /tranche/i.test(words);

/** The tables of the chosen ones that only list again what the others hold. */
export function repeatedTables(workbook: WorkbookSnapshot, chosen: readonly LedgerCandidate[]): readonly FoundBlock[] {
  const tables = chosen.flatMap(tablesOf);
  if (tables.length < 2) return [];
  const repeated = new Set<TableParts>();
  for (const table of [...tables].sort((one, other) => widthOf(one) - widthOf(other))) {
    const others = tables.filter((other) => other !== table && !repeated.has(other));
    if (mayRepeat(workbook, table, others) && repeats(workbook, table, others)) repeated.add(table);
  }
  return [...repeated].flatMap(({ blocks }) => blocks);
}

function mayRepeat(workbook: WorkbookSnapshot, table: TableParts, others: readonly TableParts[]): boolean {
  const rows = table.blocks.reduce((sum, { block }) => sum + block.lastRow - block.firstRow + 1, 0);
  if (table.candidate.isForced || rows > MOST_ROWS || others.length === 0) return false;
  const headings = headingsOfTable(table);
  const has = (one: TableParts, field: LedgerField): boolean => one.blocks[0].block.columns.has(field);
  const decides = DECIDING.filter((field) => has(table, field));
  if (has(table, 'ae') && !others.some((other) => decides.every((field) => has(other, field)))) return false;
  if (others.some((other) => headingsOfTable(other) === headings)) return false;
  return ![table.candidate.sheet, ...titlesOver(workbook, table)].some((title) => isOwnAct(title));
}

function repeats(workbook: WorkbookSnapshot, table: TableParts, others: readonly TableParts[]): boolean {
  const own = entriesOf(workbook, table);
  const isPlain = ({ ae, cp, words, isFirm }: ListedRow): boolean => isFirm && ae >= 0 && cp >= 0 && !isOwnAct(words);
  if (own.length === 0 || !own.every(isPlain)) return false;
  const held = others.flatMap((other) => entriesOf(workbook, other));
  if (own.every(({ ej }) => ej === null))
    return own.length >= FEWEST_NAMELESS && own.every(({ ae }) => ae === 0) && payAgain(own, held);
  if (own.some(({ ej }) => ej === null)) return false;
  const hasAe = own.some(({ ae }) => ae !== 0);
  if (
    hasAe &&
    !commitAgain(
      own,
      held,
      others.some((other) => widthOf(other) > widthOf(table)),
    )
  )
    return false;
  const dated = own.filter(({ cp, paidOn }) => cp !== 0 && (paidOn !== null || !hasAe));
  const undated = own.filter((one) => one.cp !== 0 && !dated.includes(one));
  return payAgain(dated, held) && sumPayments(undated, held);
}

/** `isPoorer`: it has fewer columns than another, so that of two equal tables it is the list. */
function commitAgain(own: readonly ListedRow[], held: readonly ListedRow[], isPoorer: boolean): boolean {
  const heldOf = groupedBy(held, ({ ej }) => ej);
  let [matches, rows] = [0, 0];
  for (const [ej, listed] of groupedBy(own, (one) => one.ej)) {
    const known = heldOf.get(ej) ?? [];
    const amounts = listed.filter(({ ae }) => ae > 0);
    const committed = known.filter(({ ae }) => ae > 0);
    const total = sumOf(known.map(({ ae }) => ae));
    if (committed.length === 0 || sumOf(amounts.map(({ ae }) => ae)) > total) return false;
    if (!amounts.every(({ poste }) => isOfPostes(poste, committed))) return false;
    const possible = amountsLeft(known, total);
    rows += amounts.length;
    const areItems = sumOf(amounts.map(({ ae }) => ae)) === total;
    matches += areItems ? amounts.length : amounts.filter(({ ae }) => possible.has(ae)).length;
  }
  const isPart = sumOf(own.map(({ ae }) => ae)) < sumOf(held.map(({ ae }) => ae));
  return matches * 2 >= rows && (isPart || isPoorer);
}

/** A poste that no other row of the EJ has is one of its own. */
function isOfPostes(poste: string, committed: readonly ListedRow[]): boolean {
  return poste === '' || committed.some((one) => one.poste === '' || one.poste === poste);
}

/** Each AE of an EJ, their sum, and what is left of it after each payment. */
function amountsLeft(known: readonly ListedRow[], total: number): ReadonlySet<number> {
  const payments = known.map(({ cp }) => cp).filter((cp) => cp !== 0);
  const possible = new Set([total, ...known.map(({ ae }) => ae)]);
  let left = total;
  for (const cp of payments) possible.add((left -= cp));
  return possible;
}

/** True where each is a payment of the others, each of them once. */
function payAgain(own: readonly ListedRow[], held: readonly ListedRow[]): boolean {
  const left = groupedBy(
    held.filter(({ cp }) => cp !== 0),
    ({ cp }) => cp,
  );
  return own.every((one) => {
    const among = left.get(one.cp) ?? [];
    const same = among.find((other) => isSamePayment(one, other));
    left.set(
      one.cp,
      among.filter((other) => other !== same),
    );
    return same !== undefined;
  });
}

function isSamePayment(one: ListedRow, other: ListedRow): boolean {
  const isSame = (field: 'dp' | 'supplier'): boolean =>
    one[field] === '' || other[field] === '' || one[field] === other[field];
  if (one.ej !== null && one.ej !== other.ej) return false;
  return one.paidOn !== null && one.paidOn === other.paidOn && isSame('dp') && isSame('supplier');
}

/** True where the payments of each EJ, beside its commitment, are the first of those of the others, together. */
function sumPayments(own: readonly ListedRow[], held: readonly ListedRow[]): boolean {
  const heldOf = groupedBy(held, ({ ej }) => ej);
  for (const [ej, listed] of groupedBy(own, (one) => one.ej)) {
    let paid = 0;
    const sums = new Set((heldOf.get(ej) ?? []).map(({ cp }) => (paid += cp)));
    if (!sums.has(sumOf(listed.map(({ cp }) => cp)))) return false;
  }
  return true;
}

function sumOf(cents: readonly number[]): number {
  return cents.reduce((sum, one) => sum + one, 0);
}
