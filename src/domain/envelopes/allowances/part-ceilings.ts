/** The programme and the titre of envelopes, postes and movements, and the ceilings over them. */
import type { CivilDate } from '../../calendar/civil-date';
import { normaliseCode, programmeOf } from '../../imputation/chorus-codes';
import type { Nature } from '../../money/nature';
import { changeOf, effectiveFrom, isOfCreditYear } from '../ceilings';
import type { BudgetLine, Convention, Envelope, Movement } from '../convention';
import { everyLineOf } from '../envelope';
import { findEnvelope, findLine } from '../names';
import type { PartCeiling } from './allowances';
import { effectOf } from './movement-effect';

/** The ceilings over programmes or titres in the credit year of the convention. */
export function partCeilingsOf({ partCeilings, creditYear }: Convention): readonly PartCeiling[] {
  return partCeilings.filter(({ year }) => year === creditYear);
}

/** The value of a ceiling in the form that is compared: a programme has four digits. */
export function partValue({ part, value }: PartCeiling): string {
  return part === 'programme' ? normaliseCode('programme', value) : value.trim().toUpperCase();
}

/** The titre of a poste, or of its envelope; null when neither has one. */
export function titreOf(envelope: Envelope, line: BudgetLine | null): string | null {
  const titre = line?.titre ?? envelope.titre ?? null;
  return titre === null ? null : titre.trim().toUpperCase();
}

/**
 * The programme of an envelope, which no convention states as such: that of the codes of its own, before those for all
 * the envelopes; null when they are of several, or of none.
 */
export function programmeOfEnvelope(convention: Convention, envelope: Envelope): string | null {
  const { own, forAll } = programmesOf(convention, envelope);
  const [only = null, ...others] = own.size > 0 ? own : forAll;
  return others.length === 0 ? only : null;
}

/** The programmes of all the codes that the convention accepts on the rows of an envelope. */
export function programmesAccepted(convention: Convention, envelope: Envelope): ReadonlySet<string> {
  const { own, forAll } = programmesOf(convention, envelope);
  return new Set([...own, ...forAll]);
}

function programmesOf(convention: Convention, envelope: Envelope): Record<'own' | 'forAll', ReadonlySet<string>> {
  const [own, forAll] = [new Set<string>(), new Set<string>()];
  for (const { field, value, envelope: name } of convention.imputation) {
    const programme = programmeOf(field, normaliseCode(field, value));
    if (programme === null) continue;
    if (name === null) forAll.add(programme);
    else if (findEnvelope(convention, name) === envelope) own.add(programme);
  }
  return { own, forAll };
}

/** True for an envelope whose rows, or some of them, may be of the programme or the titre of a ceiling. */
export function mayBeUnder(convention: Convention, ceiling: PartCeiling, envelope: Envelope): boolean {
  const value = partValue(ceiling);
  if (ceiling.part === 'programme') return programmesAccepted(convention, envelope).has(value);
  return [null, ...everyLineOf(envelope)].some((line) => titreOf(envelope, line) === value);
}

/** Cents of a ceiling at a date: as printed, and the net of the movements on its programme or titre. */
export function partCents(convention: Convention, ceiling: PartCeiling, nature: Nature, asOf: CivilDate): number {
  let cents = ceiling.ceilings[nature]?.amount.cents ?? 0;
  for (const movement of convention.movements) {
    if (movement.nature !== nature || !isOfCreditYear(convention, movement)) continue;
    const from = effectiveFrom(convention, movement);
    if (from === null || from > asOf) continue;
    for (const envelope of convention.envelopes) cents += changeOfPart(convention, ceiling, movement, envelope);
  }
  return cents;
}

function changeOfPart(convention: Convention, ceiling: PartCeiling, movement: Movement, envelope: Envelope): number {
  if (ceiling.part === 'programme') {
    const isOfIt = programmeOfEnvelope(convention, envelope) === partValue(ceiling);
    return isOfIt ? changeOf(convention, movement, envelope) : 0;
  }
  const { from, to, fromLine, toLine, cents } = effectOf(movement);
  const isAt = (name: string | null): boolean => name !== null && findEnvelope(convention, name) === envelope;
  const titre = (name: string | undefined): string | null =>
    titreOf(envelope, name === undefined ? null : findLine(envelope, name));
  const gained = isAt(to) && titre(toLine) === partValue(ceiling) ? cents : 0;
  return gained - (isAt(from) && titre(fromLine) === partValue(ceiling) ? cents : 0);
}
