/**
 * The amounts that one row adds to the figures at a date, whatever its envelope: the only place where the product
 * decides what is consumed, reserved, paid on earlier EJ, or of no effect.
 */
import { yearOf, type CivilDate } from '../calendar/civil-date';
import type { Convention } from './convention';
import { commitmentDay, creditDaysOf, isOfCredits, type CreditDays } from './commitment-year';
import { coversYear } from './credit-years';
import type { Uncounted } from './decommitments';
import type { LedgerRow, RowOfCredits } from './ledger';

/** Cents that a row adds to each figure. */
export interface RowEffect {
  /** An amount cannot be read, and adds nothing: the row is unchecked, and that of the other nature counts. */
  readonly unreadable: boolean;
  /** The row bears on an EJ paid from the opening RAP: its CP stays outside every poste. */
  readonly onRap: boolean;
  readonly aeConsumed: number;
  readonly aeReserved: number;
  readonly cpConsumed: number;
  readonly cpReserved: number;
  /** Retrait on an earlier EJ, positive: it lowers the restes à payer and frees no AE (GBCP art. 160). */
  readonly earlierDecommitted: number;
}

type MutableEffect = { -readonly [K in keyof RowEffect]: RowEffect[K] };

/** Facts of the EJ of a ledger, beside the RAP list of the convention. */
interface EjFacts {
  /** EJ of earlier years. */
  readonly earlier?: ReadonlySet<string>;
  /** EJ paid from the opening RAP; those of the RAP list when left out. */
  readonly onRap?: ReadonlySet<string>;
  /** The cents that retraits withdraw above their EJ. */
  readonly uncounted?: Uncounted;
}

/** The amounts that a row adds, or would add with other amounts than its own. */
export type EffectOf = (row: LedgerRow, amounts?: Pick<LedgerRow, 'ae' | 'cp'>) => RowEffect;

const NO_EJ: ReadonlySet<string> = new Set();
const NOTHING: Uncounted = new Map();

/**
 * A function that returns the amounts that a row adds at a date. It returns one object, rewritten at each call: read it
 * before the next. Decommitments of earlier EJ free AE only where the convention has a legal basis for it
 * (`recyclingBasis`; GBCP art. 160). A payment consumes the CP of the year in which it is paid; until then it is
 * reserved, over the end of the year too.
 * @example createEffects(convention, asOf)(row).cpConsumed
 */
export function createEffects(
  convention: Convention,
  asOf: CivilDate,
  { earlier = NO_EJ, uncounted = NOTHING, ...ejs }: EjFacts = {},
): EffectOf {
  const paidFromRap = ejs.onRap ?? new Set(convention.rap.map((entry) => entry.ej));
  const days = creditDaysOf(convention);
  const isRecycled = convention.recyclingBasis.trim() !== '';
  const isOfLaterCredits = (date: CivilDate): boolean => date > days.until && coversYear(convention, yearOf(date));
  const effect = noEffect();
  return (row, { ae, cp } = row) => {
    clear(effect);
    if (row.status === 'cancelled') return effect;
    effect.unreadable = !isReadable(ae.kind) || !isReadable(cp.kind);
    effect.onRap = row.ej.kind === 'ej' && paidFromRap.has(row.ej.number);
    if (ae.kind === 'amount') {
      const cents = ae.cents < 0 ? ae.cents + (uncounted.get(row) ?? 0) : ae.cents;
      const isOnEarlier = ae.cents < 0 && row.ej.kind === 'ej' && (effect.onRap || earlier.has(row.ej.number));
      addCommitment(effect, row, cents, isOnEarlier && !isRecycled, isOnCredits(row, days, asOf));
    }
    if (cp.kind === 'amount') addPayment(effect, row, cp.cents, days, asOf, isOfLaterCredits);
    return effect;
  };
}

/** A row that is not signed reserves AE, and a retrait that is not frees nothing yet. */
function addCommitment(
  effect: MutableEffect,
  row: LedgerRow,
  cents: number,
  isEarlierDecommitment: boolean,
  isOnTheCredits: boolean,
): void {
  if (!isOnTheCredits) return;
  if (row.status === 'project') effect.aeReserved = Math.max(0, cents);
  else if (isEarlierDecommitment) effect.earlierDecommitted = 0 - cents;
  else effect.aeConsumed = cents;
}

/** True for a day of a later year whose credits the convention gives too. */
type IsOfLaterCredits = (date: CivilDate) => boolean;

/**
 * Paid by the day: consumed if in the year, of no effect if in another. Issued or due, and not paid: reserved, whatever
 * the year of the service; but a payment dated later, of a service to come, is nothing yet, nor is an avoir that is
 * only a project. Where the convention gives later years, what is served in one, or on an EJ of one, is reserved there.
 */
function addPayment(
  effect: MutableEffect,
  row: LedgerRow,
  cents: number,
  days: CreditDays,
  asOf: CivilDate,
  isOfLaterCredits: IsOfLaterCredits,
): void {
  const { status, serviceDate, paymentDate } = row;
  if (paymentDate.kind === 'date' && paymentDate.date <= asOf) {
    const { date } = paymentDate;
    if (date >= days.from && date <= days.until) effect.cpConsumed = cents;
    return;
  }
  const isServiceToCome = serviceDate.kind === 'date' && serviceDate.date > asOf;
  if (isServiceToCome && paymentDate.kind === 'date') return;
  const day = serviceDate.kind === 'date' ? serviceDate.date : commitmentDay(row);
  if (day !== null && isOfLaterCredits(day)) return;
  effect.cpReserved = status === 'project' ? Math.max(0, cents) : cents;
}

/**
 * On the credits of the year: signed by the day, or a project whatever its day in the year. A project of a year that is
 * over is on the credits of this one, until it is signed or struck: no others are left to sign it on, as what is due
 * and not paid is paid with the CP of the next year. An undated row counts, out of prudence.
 */
function isOnCredits(row: LedgerRow, days: CreditDays, asOf: CivilDate): boolean {
  const date = commitmentDay(row);
  if (date === null) return true;
  if (row.status === 'project') return date < days.from || isOfCredits(row, date, days);
  return date <= asOf && isOfCredits(row, date, days);
}

function isReadable(kind: LedgerRow['ae']['kind']): boolean {
  return kind === 'amount' || kind === 'absent';
}

function noEffect(): MutableEffect {
  return {
    unreadable: false,
    onRap: false,
    aeConsumed: 0,
    aeReserved: 0,
    cpConsumed: 0,
    cpReserved: 0,
    earlierDecommitted: 0,
  };
}

function clear(effect: MutableEffect): void {
  effect.unreadable = false;
  effect.onRap = false;
  effect.aeConsumed = 0;
  effect.aeReserved = 0;
  effect.cpConsumed = 0;
  effect.cpReserved = 0;
  effect.earlierDecommitted = 0;
}

/** True for a row of credits, which is no expense: it covers no rows. A dated « Report 2022 » may still be a total. */
export function areCredits({ mayBeCredits }: { readonly mayBeCredits?: true | RowOfCredits }): boolean {
  return mayBeCredits !== undefined && mayBeCredits !== true;
}
