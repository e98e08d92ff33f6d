/** The amendment that a letter transmits, and the credits that it changes. */
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { changeOfLine, lineAllocatedCents } from '../../../domain/envelopes/allowances/line-amounts';
import { allocatedCents, changeOf, effectiveFrom, naturesOf } from '../../../domain/envelopes/ceilings';
import type { BudgetLine, Convention, Movement } from '../../../domain/envelopes/convention';
import { conventionAt } from '../../../domain/envelopes/credit-years';
import { everyLineOf } from '../../../domain/envelopes/envelope';
import { findEnvelope } from '../../../domain/envelopes/names';
import type { AmendmentName } from '../../../messages/documents/notices-fr';
import type { DocumentInput } from '../../input';
import { amendmentNumber, areOneAmendment, isUnnamed } from './amendment-name';
import type { CreditChange } from './notice-figures';

/** The last amendment in force. */
export interface Amendment extends AmendmentName {
  /** The days from which it changes the credits, ascending; one at least. */
  readonly dates: readonly CivilDate[];
  /** The day of its signature, when the register has one. */
  readonly signedOn: CivilDate | null;
  /** Empty when it changes no credits. */
  readonly changes: readonly CreditChange[];
  /** The references of other amendments that change the credits on its days, once each; blank without one. */
  readonly others: readonly string[];
}

/** An amendment with the day from which it changes the credits. */
type AmendmentMovement = Movement & { readonly date: CivilDate };

/**
 * The last amendment by its day, with all its movements that count, those of a later day too; null when none is in
 * force at the date. One that is to be signed later is in force for no letter.
 */
export function amendmentOf({ convention, balances }: DocumentInput): Amendment | null {
  const counted = convention.movements.flatMap((movement): readonly AmendmentMovement[] => {
    const date = movement.type === 'amendment' ? effectiveFrom(convention, movement) : null;
    return date !== null && hasEnvelope(conventionAt(convention, date), movement) ? [{ ...movement, date }] : [];
  });
  const isInForce = ({ date, authorisedOn }: AmendmentMovement): boolean =>
    date <= balances.asOf && (authorisedOn ?? date) <= balances.asOf;
  const last = counted
    .filter(isInForce)
    .reduce<AmendmentMovement | null>((found, one) => (found !== null && one.date < found.date ? found : one), null);
  if (!last) return null;
  const own = counted.filter((one) => areOneAmendment(one, last));
  const dates = [...new Set(own.map(({ date }) => date))].sort((one, other) => one - other);
  const changes = dates.flatMap((date) => {
    const ofDay = own.filter((one) => one.date === date);
    const changed = amended(conventionAt(convention, date), ofDay, date);
    return dates.length === 1 ? changed : changed.map((change) => ({ ...change, from: date }));
  });
  const signedOn = last.authorisedOn ?? own.find(({ authorisedOn }) => authorisedOn !== null)?.authorisedOn ?? null;
  const { reference } =
    own.find((one) => one === last && !isUnnamed(one)) ?? own.find((one) => !isUnnamed(one)) ?? last;
  const others = counted.filter((one) => dates.includes(one.date) && !own.includes(one));
  return {
    ...{ number: amendmentNumber(reference), reference: reference.trim(), dates, signedOn, changes },
    others: [...new Set(others.map((one) => one.reference.trim()))],
  };
}

/** True for a movement with one envelope, or two; one that names none counts for nothing (FON-02). */
function hasEnvelope(convention: Convention, { from, to }: Movement): boolean {
  const [giver, receiver] = [from, to].map((name) => (name === null ? null : findEnvelope(convention, name)));
  return giver !== receiver;
}

/** The envelopes that movements change on a day, each with its postes that they change. */
function amended(convention: Convention, movements: readonly Movement[], date: CivilDate): readonly CreditChange[] {
  return convention.envelopes.flatMap((envelope) =>
    naturesOf(convention).flatMap((nature): readonly CreditChange[] => {
      const own = movements.filter((one) => one.nature === nature);
      const sum = (changeIn: (movement: Movement) => number): number =>
        own.reduce((cents, movement) => cents + changeIn(movement), 0);
      const row = (line: BudgetLine | null, after: number, change: number): readonly CreditChange[] =>
        change === 0 ? [] : [{ envelope, line, nature, before: after - change, change, available: null }];
      return [
        ...row(
          null,
          allocatedCents(convention, envelope.code, nature, date),
          sum((movement) => changeOf(convention, movement, envelope)),
        ),
        ...everyLineOf(envelope).flatMap((line) =>
          row(
            line,
            lineAllocatedCents(convention, line, nature, date) ?? 0,
            sum((movement) => changeOfLine(convention, movement, line)),
          ),
        ),
      ];
    }),
  );
}
