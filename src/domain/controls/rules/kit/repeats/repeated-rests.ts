/**
 * The rest of an EJ, entered as another commitment: on each of its payments, « 6 000, 5 500, 5 000 », or in the table
 * of the next year. A doubt, since a further commitment may have that amount: a single such row has to be on the day of
 * the EJ, on none, in a later January, or under words that carry it, « Report … »; on other days, three EJ or more have
 * to be entered again so, or its amount is no round one. Rows whose words announce an earlier EJ are reported so
 * (LEC-05).
 */
import { partsOf } from '../../../../calendar/civil-date';
import type { LedgerRow } from '../../../../envelopes/ledger';
import { marksOf } from '../../../../envelopes/reading-facts';
import { comparable } from '../../../../text';
import { cellOf, findingAt, type Report } from '../../../control-contract';
import { carriedOverIn } from '../../../facts/carried-over';
import type { Inspection } from '../../../facts/inspection';
import { aeOf, cpOf } from '../../../facts/pieces/row-cents';
import { comparableNumber, textOfDate } from '../../../facts/row-digest';

/** « Avenant », « Complément »: an act of its own. */
const RAISES = /\b(?:avenant|compl[eé]m|augment|ajouts?\b|hausse|suppl[eé]ment)/i;
/** « Option 1 », « Tranche 2 », « Bon de commande n° 2 »: acts that may be of the amount that is left. */
const OWN_ACTS =
  /\b(?:extensions?|options?|tranches?|affermi|bons? de commande|bc|phases?|reconductions?|renouvel|prolong|lots?)/i;
/** As many amounts are equal to the rests of their EJ by no chance; nor is one that is no whole number of these cents. */
const FEWEST_BY_AMOUNT = 3;
const ROUND_CENTS = 100_00;

/** « Report Messagerie », « RAP 2022 - Messagerie », « EJ antérieur »: words by which the rest of an EJ is entered. */
const CARRIES =
  /^(?:reports?|bascules?|reprises?|rap|restes?|soldes?|reliquats?|encours|a[- ]nouveaux?|(?:ej )?anterieurs?)\b/;

/** Reports each AE that is the rest of its EJ. */
export function reportRepeatedRests(inspection: Inspection, report: Report<'DON-03'>): void {
  const found = inspection.commitments.committedTwice().map((ej) => {
    const rows = inspection.commitments.rowsOf(ej).filter(({ status }) => status === 'firm');
    return { byWords: restsByWords(rows), byAmount: restsByAmount(rows) };
  });
  const areEnteredAgain = found.filter(({ byAmount }) => byAmount.length > 0).length >= FEWEST_BY_AMOUNT;
  const isCarriedOver = carriedOverIn(inspection);
  for (const { byWords, byAmount } of found) {
    const others = byAmount.filter(
      ({ row }) =>
        (areEnteredAgain || aeOf(row) % ROUND_CENTS !== 0) &&
        byWords.every((one) => one.row !== row) &&
        !isLabelInDoubt(row),
    );
    for (const { first, row } of [...byWords, ...others]) {
      if (isCarriedOver(row)) continue;
      const repeats = { ae: aeOf(row), by: 'rest', isDoubt: true } as const;
      report(findingAt('DON-03', 'warning', cellOf(row, 'ae'), { firstRow: first.key, repeats }));
    }
  }
}

interface Rest {
  readonly first: LedgerRow;
  readonly row: LedgerRow;
}

/** The AE that a row adds to its EJ and the CP that it takes from it, in cents: at once, or each on its day. */
interface Movement {
  readonly row: LedgerRow;
  readonly ae: number;
  readonly cp: number;
}

/** Before a movement: what is left of the AE, what is paid, and the AE that are none of these rests. */
interface Before {
  readonly left: number;
  readonly paid: number;
  readonly amounts: ReadonlySet<number>;
}

/** The rows whose AE is what was left before them; none where the payments are above the other AE. */
function restsAlong(
  movements: readonly Movement[],
  isRest: (row: LedgerRow, first: LedgerRow, before: Before) => boolean,
): readonly Rest[] {
  const found: Rest[] = [];
  const amounts = new Set<number>();
  let first: LedgerRow | null = null;
  let [left, paid] = [0, 0];
  for (const { row, ae, cp } of movements) {
    if (first && ae > 0 && isRest(row, first, { left, paid, amounts })) found.push({ first, row });
    else {
      left += ae;
      amounts.add(ae);
    }
    if (ae > 0) first ??= row;
    left -= cp;
    paid += cp;
  }
  return left < 0 ? [] : found;
}

/** By the words of the rows, in their order. */
function restsByWords(rows: readonly LedgerRow[]): readonly Rest[] {
  const movements = rows.map((row) => ({ row, ae: aeOf(row), cp: cpOf(row) }));
  const found = restsAlong(movements, (row, first, before) => isLikeRest(row, first) && isRest(row, first, before));
  return found.length > 1 ? found : found.filter((one) => isAlike(one));
}

/** By their days: to the cent, payments without a day apart or not, and no earlier AE, as a rent is. */
function restsByAmount(rows: readonly LedgerRow[]): readonly Rest[] {
  const planned = sumOf(rows, cpOf) - sumOf(rows, datedCpOf);
  return restsAlong(movementsByDay(rows), (row, first, { left, paid, amounts }) => {
    const ae = aeOf(row);
    const isLeft = paid > 0 && (ae === left || ae === left - planned) && !amounts.has(ae);
    return isLeft && !isOwnAct(row, first) && isOfItem(row, first);
  });
}

/** On one day, the AE come before the CP, and the higher ones first. */
function movementsByDay(rows: readonly LedgerRow[]): readonly Movement[] {
  const dated = rows.flatMap((row) => [
    { row, day: committedOn(row), ae: aeOf(row), cp: 0 },
    { row, day: paidOn(row), ae: 0, cp: datedCpOf(row) },
  ]);
  const compare = (one: number, other: number): number => (one < other ? -1 : Number(one > other));
  return dated.sort((one, other) => compare(one.day, other.day) || compare(other.ae, one.ae));
}

/** An act of its own by its label, unless that of the EJ has the same words. */
export function isOwnAct(row: LedgerRow, first: LedgerRow): boolean {
  if (raises(row)) return true;
  return OWN_ACTS.test(row.label) && comparable(row.label) !== comparable(first.label);
}

function committedOn({ commitmentDate: date }: LedgerRow): number {
  return date.kind === 'date' ? date.date : Number.POSITIVE_INFINITY;
}

function paidOn({ paymentDate: date }: LedgerRow): number {
  return date.kind === 'date' ? date.date : Number.POSITIVE_INFINITY;
}

function datedCpOf(row: LedgerRow): number {
  return row.paymentDate.kind === 'absent' ? 0 : cpOf(row);
}

function sumOf(rows: readonly LedgerRow[], centsOf: (row: LedgerRow) => number): number {
  return rows.reduce((sum, row) => sum + centsOf(row), 0);
}

/** Left before the payment of the row; or after it, where the first AE is less its own payment too. */
function isRest(row: LedgerRow, first: LedgerRow, { left, paid }: Before): boolean {
  const ae = aeOf(row);
  if (ae === left && (isNewYearAfter(row, first) || isCarried(row))) return true;
  if (paid <= 0 || ae >= aeOf(first)) return false;
  return ae === left || (cpOf(row) > 0 && ae === left + cpOf(first) - cpOf(row));
}

/** The same expense, as far as the row names it. */
function isLikeRest(row: LedgerRow, first: LedgerRow): boolean {
  if (raises(row) || !isOfItem(row, first)) return false;
  return (['budgetLine', 'supplier', 'label'] as const).every(
    (field) =>
      row[field] === '' || comparable(row[field]) === comparable(first[field]) || (field === 'label' && isCarried(row)),
  );
}

function raises({ operation, label }: LedgerRow): boolean {
  return RAISES.test(operation) || RAISES.test(label);
}

function isOfItem(row: LedgerRow, first: LedgerRow): boolean {
  return comparableNumber(row.ejLine) === comparableNumber(first.ejLine);
}

/** By its label, which no other finding quotes. */
function isCarried(row: LedgerRow): boolean {
  return CARRIES.test(comparable(row.label).trim()) && !isLabelInDoubt(row);
}

/** Its label is that of a rest, which is reported (LEC-05). */
function isLabelInDoubt(row: LedgerRow): boolean {
  return marksOf(row).some(({ raw }) => raw !== '' && raw === row.label.trim());
}

function isAlike({ row, first }: Rest): boolean {
  const day = textOfDate(row.commitmentDate);
  return day === '' || day === textOfDate(first.commitmentDate) || isCarried(row) || isJanuaryAfter(row, first);
}

function isJanuaryAfter({ commitmentDate: date }: LedgerRow, { commitmentDate: since }: LedgerRow): boolean {
  if (date.kind !== 'date' || since.kind !== 'date') return false;
  return partsOf(date.date).month === 1 && partsOf(date.date).year > partsOf(since.date).year;
}

function isNewYearAfter({ commitmentDate: date }: LedgerRow, { commitmentDate: since }: LedgerRow): boolean {
  if (date.kind !== 'date' || since.kind !== 'date') return false;
  const { day, month, year } = partsOf(date.date);
  return day === 1 && month === 1 && year > partsOf(since.date).year;
}
