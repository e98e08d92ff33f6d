/**
 * The amounts that an envelope, a poste or the whole convention may commit (AE) and pay (CP) at a date: the printed
 * ceiling and the movements that took effect since. A transfer between envelopes counts only with the délégant's
 * complete authorisation (art. 1.2), or within the fungibility that the convention allows.
 */
import type { CivilDate } from '../calendar/civil-date';
import { Euros } from '../money/euros';
import { NATURES, type Nature } from '../money/nature';
import type { BudgetLine, Ceiling, Ceilings, Convention, Envelope, Movement } from './convention';
import { fungibleTransfer, isAuthorised, isBetweenLines } from './allowances/free-transfers';
import { effectOf, isHeldBack, isOfTwoEnvelopes, isRefused } from './allowances/movement-effect';
import { creditYearAt, givesNature } from './credit-years';
import { findEnvelope } from './names';

/** The name of the whole convention wherever an envelope is asked for. */
export const WHOLE_CONVENTION = '*';

/**
 * The natures that the convention gives: those with a ceiling in its credit year, else in another one; both when it
 * sets none at all.
 * @example naturesOf(convention2023) // ['AE', 'CP']
 */
export function naturesOf(convention: Convention): readonly Nature[] {
  const given = NATURES.filter((nature) => givesNature(convention, nature));
  if (given.length > 0) return given;
  const elsewhere = NATURES.filter((nature) => convention.otherYears.some((terms) => givesNature(terms, nature)));
  return elsewhere.length > 0 ? elsewhere : NATURES;
}

/**
 * The natures that the convention gives in any of its credit years; both when it sets none at all. The restes à payer
 * roll from year to year: a last year that gives CP alone pays what the AE of the years before committed.
 * @example naturesSinceStart(convention2023) // ['AE', 'CP']
 */
export function naturesSinceStart(convention: Convention): readonly Nature[] {
  const years = [convention, ...convention.otherYears];
  const given = NATURES.filter((nature) => years.some((terms) => givesNature(terms, nature)));
  return given.length > 0 ? given : NATURES;
}

/**
 * The ceiling that an envelope starts from in one nature: as printed, else zero where a movement of the credit year
 * gives it credits of that nature; null when nothing bounds it. Where no envelope has a printed ceiling, a transfer
 * between two of them is none, and the ceiling of the whole convention is the only one.
 */
export function ceilingOf(convention: Convention, envelope: Envelope, nature: Nature): Ceiling<Nature> | null {
  const printed = envelope.ceilings[nature];
  if (printed !== null) return printed;
  const isByEnvelope = convention.envelopes.some(({ ceilings }) => ceilings[nature] !== null);
  if (!isByEnvelope && convention.ceilings[nature] !== null) return null;
  const isGiven = convention.movements.some(
    (movement) =>
      movement.nature === nature &&
      (isByEnvelope || movement.from === null) &&
      isOfCreditYear(convention, movement) &&
      effectiveFrom(convention, movement) !== null &&
      changeOf(convention, movement, envelope) > 0,
  );
  const { AE, CP } = envelope.ceilings;
  return isGiven ? { amount: Euros.zero(), mode: (AE ?? CP)?.mode ?? 'blocking' } : null;
}

/**
 * True when nothing bounds what an envelope spends of a nature that the convention gives: to its other envelopes, or in
 * another credit year. A ceiling of the whole bounds an envelope without any, and all where none has that nature.
 */
export function isUnbounded(convention: Convention, envelope: Envelope, nature: Nature): boolean {
  const { ceilings, envelopes, otherYears } = convention;
  if (ceilingOf(convention, envelope, nature) !== null) return false;
  const isByEnvelope = envelopes.some((one) => ceilingOf(convention, one, nature) !== null);
  if (ceilings[nature] !== null && (!isByEnvelope || isBoundByNothing(envelope))) return false;
  return isByEnvelope || otherYears.some((terms) => givesNature(terms, nature));
}

/** True for an envelope that only the ceiling of the whole convention bounds. */
export function isBoundByNothing({ ceilings }: Envelope): boolean {
  return ceilings.AE === null && ceilings.CP === null;
}

/**
 * True when the allocation of an envelope (or `'*'`) is an amount: it has a ceiling; for the whole convention, it has one
 * of its own or an envelope has one.
 */
export function isAllocated(convention: Convention, envelope: string, nature: Nature): boolean {
  const { ceilings, envelopes } = convention;
  if (envelope !== WHOLE_CONVENTION) {
    const target = findEnvelope(convention, envelope);
    return target !== null && ceilingOf(convention, target, nature) !== null;
  }
  return ceilings[nature] !== null || envelopes.some((one) => ceilingOf(convention, one, nature) !== null);
}

/**
 * Cents allocated to an envelope (or `'*'`): initial + amendments + authorised transfers in − out + carry-overs +
 * restored − frozen, each from its own day, and in its own credit year only when the convention has several. An
 * envelope without ceiling starts from nothing: `isAllocated` distinguishes it.
 * @example allocatedCents(convention, 'PDE', 'CP', isoDate('2023-12-31')) // 573_032_00
 */
export function allocatedCents(convention: Convention, envelope: string, nature: Nature, asOf: CivilDate): number {
  if (envelope === WHOLE_CONVENTION) return wholeCents(convention, nature, asOf);
  const target = findEnvelope(convention, envelope);
  return target ? printedCents(target.ceilings, nature) + movedCents(convention, target, nature, asOf) : 0;
}

/**
 * Cents of a poste as printed; null when it has no ceiling of that nature. The delegated amount is its ceiling in AE
 * and in CP, unless the convention gives them by nature. `allowances/line-amounts.ts` adds the movements that name it.
 */
export function lineCents({ ceilings, delegated }: BudgetLine, nature: Nature): number | null {
  return ceilings === null ? delegated.cents : (ceilings[nature]?.amount.cents ?? null);
}

/**
 * The day from which a movement changes the ceilings: its own, or that of its authorisation when later; null when it
 * never does.
 */
export function effectiveFrom(convention: Convention, movement: Movement): CivilDate | null {
  if (movement.isUnknown || isHeldBack(movement) || isOfTwoEnvelopes(movement)) return null;
  if (movement.type !== 'transfer') return movement.date;
  if (isRefused(movement)) return null;
  if (isBetweenLines(movement)) return movement.amount.cents > 0 ? movement.date : null;
  if (fungibleTransfer(convention, movement)?.isFree) return movement.date;
  if (!isAuthorised(movement) || movement.date === null || movement.authorisedOn === null) return null;
  const [from, to] = [endOf(convention, movement.from), endOf(convention, movement.to)];
  if (!from || !to || from === to || movement.amount.cents <= 0) return null;
  return movement.date >= movement.authorisedOn ? movement.date : movement.authorisedOn;
}

/** True when a movement is dated in the credit year; one authorised later still changes the credits of its own year. */
export function isOfCreditYear(convention: Convention, { date }: Movement): boolean {
  return date !== null && creditYearAt(convention, date) === convention.creditYear;
}

function wholeCents(convention: Convention, nature: Nature, asOf: CivilDate): number {
  const moved = sum(convention.envelopes.map((envelope) => movedCents(convention, envelope, nature, asOf)));
  const printed = convention.ceilings[nature]?.amount.cents;
  return moved + (printed ?? sum(convention.envelopes.map((envelope) => printedCents(envelope.ceilings, nature))));
}

function movedCents(convention: Convention, envelope: Envelope, nature: Nature, asOf: CivilDate): number {
  let cents = 0;
  for (const movement of convention.movements) {
    if (movement.nature !== nature || !isOfCreditYear(convention, movement)) continue;
    const from = effectiveFrom(convention, movement);
    if (from !== null && from <= asOf) cents += changeOf(convention, movement, envelope);
  }
  return cents;
}

/** Cents that a movement in effect adds to an envelope; negative when it takes from it. */
export function changeOf(convention: Convention, movement: Movement, envelope: Envelope): number {
  const { cents, ...ends } = effectOf(movement);
  const [from, to] = [endOf(convention, ends.from), endOf(convention, ends.to)];
  return (to === envelope ? cents : 0) - (from === envelope ? cents : 0);
}

function endOf(convention: Convention, name: string | null): Envelope | null {
  return name === null ? null : findEnvelope(convention, name);
}

function printedCents(ceilings: Ceilings, nature: Nature): number {
  return ceilings[nature]?.amount.cents ?? 0;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
