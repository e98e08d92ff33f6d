/** The amounts of postes at a date: as printed, and the movements that name them, by nature. */
import type { CivilDate } from '../../calendar/civil-date';
import type { Nature } from '../../money/nature';
import { effectiveFrom, isOfCreditYear, lineCents } from '../ceilings';
import type { BudgetLine, Convention, Envelope, Movement } from '../convention';
import { findEnvelope, findLine } from '../names';
import { effectOf } from './movement-effect';

/**
 * Cents of a poste at a date; null when it has no ceiling of that nature. An avenant in AE changes its AE alone, though
 * one delegated amount bounds both natures at the start.
 */
export function lineAllocatedCents(
  convention: Convention,
  line: BudgetLine,
  nature: Nature,
  asOf: CivilDate,
): number | null {
  const printed = lineCents(line, nature);
  if (printed === null) return null;
  let cents = printed;
  for (const movement of convention.movements) {
    if (movement.nature !== nature || !namesLine(movement) || !isOfCreditYear(convention, movement)) continue;
    const from = effectiveFrom(convention, movement);
    if (from !== null && from <= asOf) cents += changeOfLine(convention, movement, line);
  }
  return cents;
}

/** True when the convention gives the poste an amount of that nature of its own; the delegated amount is in AE. */
export function isGivenByNature({ ceilings }: BudgetLine, nature: Nature): boolean {
  return ceilings === null ? nature === 'AE' : ceilings[nature] !== null;
}

/** Cents that a movement adds to a poste; negative when it takes from it. */
export function changeOfLine(convention: Convention, movement: Movement, line: BudgetLine): number {
  const { from, to, fromLine, toLine, cents } = effectOf(movement);
  const isIt = (envelope: string | null, name: string | undefined): boolean => {
    if (envelope === null || name === undefined) return false;
    const owner = findEnvelope(convention, envelope);
    return owner !== null && owner.code === line.envelope && findLine(owner, name) === line;
  };
  return (isIt(to, toLine) ? cents : 0) - (isIt(from, fromLine) ? cents : 0);
}

function namesLine({ fromLine, toLine }: Movement): boolean {
  return fromLine !== undefined || toLine !== undefined;
}

/**
 * True when a poste has an amount of that nature to be shown beside what it consumed: one of its own, the delegated
 * amount in AE, or in CP too where the postes of the envelope add up to its CP less the opening RAP, or where the team
 * follows them. Elsewhere the delegated amount is no CP ceiling: it would contradict that of the envelope.
 */
export function hasLineCeiling(
  { followsLineCp }: Convention,
  envelope: Envelope,
  line: BudgetLine,
  nature: Nature,
): boolean {
  if (lineCents(line, nature) === null) return false;
  return isGivenByNature(line, nature) || followsLineCp || addUpToCp(envelope);
}

function addUpToCp({ ceilings, openingRap, lines }: Envelope): boolean {
  const sum = lines.reduce((cents, line) => cents + (lineCents(line, 'CP') ?? 0), 0);
  return ceilings.CP !== null && sum === ceilings.CP.amount.cents - openingRap.cents;
}
