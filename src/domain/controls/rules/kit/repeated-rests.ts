/**
 * The rest of an EJ, entered as another commitment: on each of its payments, « 6 000, 5 500, 5 000 », or in the table
 * of the next year. A doubt, since a further commitment may have that amount: a single such row has to be on the day of
 * the EJ, on none, in a later January, or under words that carry it, « Report … »; on other days, three EJ or more have
 * to be entered again so. Rows whose words announce an earlier EJ are reported so (LEC-05).
 */
import { partsOf } from '../../../calendar/civil-date';
import type { LedgerRow } from '../../../envelopes/ledger';
import { marksOf } from '../../../envelopes/reading-facts';
import { comparable } from '../../../text';
import { cellOf, findingAt, type Report } from '../../control-contract';
import { carriedOverIn } from '../../facts/carried-over';
import type { Inspection } from '../../facts/inspection';
import { comparableNumber, textOfDate } from '../../facts/row-digest';

/** « Avenant », « Complément »: an act of its own. */
const RAISES = /\b(?:avenant|compl[eé]m|augment|ajouts?\b|hausse|suppl[eé]ment)/i;
/** « Option 1 », « Tranche 2 », « Bon de commande n° 2 »: acts that may be of the amount that is left. */
const OWN_ACTS =
  /\b(?:extensions?|options?|tranches?|affermi|bons? de commande|bc|phases?|reconductions?|renouvel|prolong|lots?)/i;
/** An EJ with more rows is none that is entered again, and would take long. */
const MOST_ROWS = 100;
/** As many amounts are equal to the rests of their EJ by no chance. */
const FEWEST_BY_AMOUNT = 3;

/** « Report Messagerie », « RAP 2022 - Messagerie », « EJ antérieur »: words by which the rest of an EJ is entered. */
const CARRIES =
  /^(?:reports?|bascules?|reprises?|rap|restes?|soldes?|reliquats?|encours|a[- ]nouveaux?|(?:ej )?anterieurs?)\b/;

/** Reports each AE that is the rest of its EJ. */
export function reportRepeatedRests(inspection: Inspection, report: Report<'DON-03'>): void {
  const committed = new Set<string>();
  const several = new Set<string>();
  for (const row of inspection.ledger.rows) {
    if (row.ej.kind !== 'ej' || aeOf(row) <= 0) continue;
    if (committed.has(row.ej.number)) several.add(row.ej.number);
    else committed.add(row.ej.number);
  }
  const found = [...several].map((ej) => {
    const rows = inspection.commitments.rowsOf(ej).filter(({ status }) => status === 'firm');
    return { named: restsAmong(rows), byAmount: restsByAmount(rows) };
  });
  const areEnteredAgain = found.filter(({ byAmount }) => byAmount.length > 0).length >= FEWEST_BY_AMOUNT;
  const isCarriedOver = carriedOverIn(inspection);
  for (const { named, byAmount } of found) {
    const others = areEnteredAgain ? byAmount.filter((one) => named.every(({ row }) => row !== one.row)) : [];
    for (const { first, row } of [...named, ...others]) {
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

/** The rows of an EJ whose AE is what was left before them; none where its payments are above the other AE. */
function restsAmong(rows: readonly LedgerRow[]): readonly Rest[] {
  const found: Rest[] = [];
  let first: LedgerRow | null = null;
  let [left, paid] = [0, 0];
  for (const row of rows) {
    const [ae, cp] = [aeOf(row), cpOf(row)];
    if (first && ae > 0 && isLikeRest(row, first) && isRest(row, first, { left, paid })) found.push({ first, row });
    else left += ae;
    if (ae > 0) first ??= row;
    left -= cp;
    paid += cp;
  }
  if (left < 0) return [];
  return found.length > 1 ? found : found.filter((one) => isAlike(one));
}

/**
 * The rows of an EJ whose AE is, to the cent, what was left before their day, payments without a day apart or not, and
 * no earlier AE: a rent is. None where its payments are above the other AE.
 */
function restsByAmount(rows: readonly LedgerRow[]): readonly Rest[] {
  const first = rows.reduce<LedgerRow | null>(
    (oldest, row) => (aeOf(row) > 0 && (oldest === null || committedOn(row) < committedOn(oldest)) ? row : oldest),
    null,
  );
  if (first === null || rows.length > MOST_ROWS) return [];
  const found = rows.filter((row) => row !== first && isRestByDay(row, first, rows));
  const committed = sumOf(rows, (row) => (found.includes(row) ? 0 : aeOf(row)));
  return committed < sumOf(rows, datedCpOf) ? [] : found.map((row) => ({ first, row }));
}

function isRestByDay(row: LedgerRow, first: LedgerRow, rows: readonly LedgerRow[]): boolean {
  const [ae, day] = [aeOf(row), committedOn(row)];
  if (ae <= 0 || isOwnAct(row, first) || !isOfItem(row, first)) return false;
  const before = rows.filter((other) => other !== row && committedOn(other) < day && aeOf(other) !== 0);
  if (before.some((other) => aeOf(other) === ae)) return false;
  const paid = sumOf(rows, (other) => (other !== row && paidOn(other) < day ? cpOf(other) : 0));
  const planned = sumOf(rows, cpOf) - sumOf(rows, datedCpOf);
  const left = sumOf(before, aeOf) - paid;
  return paid > 0 && (ae === left || ae === left - planned);
}

/** An act of its own by its label, unless that of the EJ has the same words. */
function isOwnAct(row: LedgerRow, first: LedgerRow): boolean {
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
function isRest(row: LedgerRow, first: LedgerRow, { left, paid }: { left: number; paid: number }): boolean {
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
  const label = row.label.trim();
  return CARRIES.test(comparable(label).trim()) && !marksOf(row).some(({ raw }) => raw === label);
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

function aeOf({ ae }: LedgerRow): number {
  return ae.kind === 'amount' ? ae.cents : 0;
}

function cpOf({ cp }: LedgerRow): number {
  return cp.kind === 'amount' ? cp.cents : 0;
}
