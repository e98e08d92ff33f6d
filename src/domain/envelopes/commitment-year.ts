/**
 * The commitments that are charged to the credits of the year: those dated in it, and those made « en gestion anticipée
 * » from 1 November before it (LOLF, art. 9), which the kind of operation or the status names. The EJ committed before
 * are earlier ones: their decommitments free no AE.
 */
import { type CivilDate, civilDate, partsOf, yearOf } from '../calendar/civil-date';
import { assert } from '../result';
import { comparable } from '../text';
import type { Convention } from './convention';
import { coversYear } from './credit-years';
import type { LedgerRow } from './ledger';

/** The first and the last day of the credit year, and the first on which its credits may be committed in advance. */
export interface CreditDays {
  readonly anticipatedFrom: CivilDate;
  readonly from: CivilDate;
  readonly until: CivilDate;
  /**
   * The first day on which those of the next year may be, when the convention gives it credits: such commitments are
   * charged there.
   */
  readonly nextAnticipatedFrom: CivilDate | null;
}

/** « gestion anticipée », « EJ anticipé », « par anticipation ». */
const ANTICIPATED = /anticip/i;
/** « Paiement anticipé », « résiliation par anticipation »: another thing than a commitment comes early. */
const ANOTHER_EARLY = new RegExp(
  '\\b(?:pai[a-z]{1,7}|pay[a-z]{1,5}|regl[a-z]{1,8}|verse[a-z]{1,5}|rembours[a-z]{1,6}|livr[a-z]{1,7}|solde[a-z]{0,2}|fin' +
    '|clotur[a-z]{1,3}|resili[a-z]{1,6}|rupture|sortie)(?: (?:du|de) (?:marche|contrat))?(?: par)? anticip',
);

/** The days of the credits of a convention. */
export function creditDaysOf(convention: Convention): CreditDays {
  const { creditYear } = convention;
  const [from, until] = [civilDate(creditYear, 1, 1), civilDate(creditYear, 12, 31)];
  assert(from !== null && until !== null, `not a year: ${creditYear}`);
  const nextAnticipatedFrom = coversYear(convention, creditYear + 1) ? civilDate(creditYear, 11, 1) : null;
  return { anticipatedFrom: civilDate(creditYear - 1, 11, 1) ?? from, from, until, nextAnticipatedFrom };
}

/**
 * True when the kind of operation or the status names a commitment in advance, whether or not it is allowed; and for
 * its retraits.
 */
export function saysAnticipated({ operation, statusText = '', isInAdvance }: LedgerRow): boolean {
  return isInAdvance ?? (namesAdvance(operation) || namesAdvance(statusText));
}

/** True for « EJ anticipé », « Engagé par anticipation ». */
export function namesAdvance(text: string): boolean {
  return ANTICIPATED.test(text) && !ANOTHER_EARLY.test(comparable(text));
}

/**
 * The rows, where those that lower an EJ committed in advance are in advance as it is: « Retrait » on 10 December frees
 * the credits that the EJ of 20 November took, up to the end of that year. Otherwise a retrait frees those of its own
 * day, whatever it is named. The retraits of an EJ that has both kinds of commitments are left as they are.
 */
export function withAdvances(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  const { first, others } = advancesByEj(rows);
  if (first.size + others.size === 0) return rows;
  return rows.map((row) => {
    const { ae, ej, commitmentDate } = row;
    if (ej.kind !== 'ej' || ae.kind !== 'amount' || ae.cents >= 0 || commitmentDate.kind !== 'date') return row;
    const since = first.get(ej.number);
    if ((since === undefined) !== others.has(ej.number)) return row;
    const { date } = commitmentDate;
    const isInAdvance = since !== undefined && date >= since && yearOf(date) === yearOf(since);
    return isInAdvance || saysAnticipated(row) ? { ...row, isInAdvance } : row;
  });
}

/** The EJ of which a row names an advance. */
interface AdvancesByEj {
  /** The first day on which each is committed in advance. */
  readonly first: ReadonlyMap<string, CivilDate>;
  /** Those with a commitment that is none, or that came before 1 November. */
  readonly others: ReadonlySet<string>;
}

/** Reads the whole ledger; costs little where no row names an advance. */
export function advancesByEj(rows: readonly LedgerRow[]): AdvancesByEj {
  const [named, others, first] = [new Set<string>(), new Set<string>(), new Map<string, CivilDate>()];
  for (const row of rows)
    if (row.ae.kind === 'amount' && row.ej.kind === 'ej' && row.status !== 'cancelled' && saysAnticipated(row))
      named.add(row.ej.number);
  if (named.size === 0) return { first, others };
  for (const row of rows) {
    const { ae, ej, commitmentDate, status } = row;
    if (ej.kind !== 'ej' || !named.has(ej.number) || status === 'cancelled') continue;
    if (ae.kind !== 'amount' || ae.cents <= 0) continue;
    const day = commitmentDate.kind === 'date' && saysAnticipated(row) ? commitmentDate.date : null;
    const known = first.get(ej.number);
    if (day === null || isBeforeNovember(day)) others.add(ej.number);
    else if (known === undefined || day < known) first.set(ej.number, day);
  }
  return { first, others };
}

/** True before the first day on which the credits of the next year may be committed (loi n° 2004-1484, art. 108). */
export function isBeforeNovember(date: CivilDate): boolean {
  return partsOf(date).month < 11;
}

/** True when a commitment of that day is charged to the credits of the year. */
export function isOfCredits(
  row: LedgerRow,
  date: CivilDate,
  { anticipatedFrom, from, until, nextAnticipatedFrom }: CreditDays,
): boolean {
  if (nextAnticipatedFrom !== null && date >= nextAnticipatedFrom && saysAnticipated(row)) return false;
  if (date >= from) return date <= until;
  return date >= anticipatedFrom && saysAnticipated(row);
}

/**
 * The day from which a commitment counts: its own; where it has none that can be read, the first day of the year that
 * the ledger gives to it. Null: it counts at any date, out of prudence.
 */
export function commitmentDay({ commitmentDate, creditYear }: LedgerRow): CivilDate | null {
  if (commitmentDate.kind === 'date') return commitmentDate.date;
  return creditYear === undefined ? null : civilDate(creditYear, 1, 1);
}

/**
 * True when a row shows its EJ to be of an earlier year: a signed commitment, dated before the credits and not made in
 * advance on them.
 */
export function commitsEarlier(row: LedgerRow, days: CreditDays): boolean {
  const day = commitmentDay(row);
  if (day === null || day >= days.from) return false;
  if (row.status !== 'firm' || row.ae.kind !== 'amount' || row.ae.cents <= 0) return false;
  return row.ej.kind === 'ej' && !isOfCredits(row, day, days);
}
