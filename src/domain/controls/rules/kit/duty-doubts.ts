/**
 * The doubts about a row of the register of duties: its cells that cannot be read, and a day more than a year away from
 * the convention, whose year is probably a slip. An « Échéance » of 2032 would never come due, and a « Fait le » of
 * 1932 would always answer (DEL-05, DEL-06).
 */
import type { CivilDate } from '../../../calendar/civil-date';
import type { Convention } from '../../../envelopes/convention';
import { farBoundOf, type FarBound } from '../../../envelopes/duties/date-doubts';
import { recurrenceOf } from '../../../envelopes/duties/recurring-duties';
import type { Duty } from '../../../envelopes/terms';
import { findingAt, type Report } from '../../control-contract';
import type { FindingOf } from '../../findings/finding';
import { dutyCell } from './convention-place';

/**
 * Reports the cells of a duty that cannot be read, « oui » under « Fait le », a type that is none: whether it is done,
 * or late, is not known. False: none.
 */
export function reportUnread<C extends 'DEL-05' | 'DEL-06'>(rule: C, duty: Duty, report: Report<C>): boolean {
  const { label, unread = [] } = duty;
  for (const { column, raw, expected } of unread) {
    const details = { label, column, unread: raw, expected };
    report(findingAt<'DEL-05' | 'DEL-06'>(rule, 'error', dutyCell(duty, column), details) as FindingOf<C>);
  }
  return unread.length > 0;
}

/** Reports the doubt about a duty of which the rule finds nothing else. */
export function reportDoubt<C extends 'DEL-05' | 'DEL-06'>(
  rule: C,
  duty: Duty,
  { convention, asOf }: { readonly convention: Convention; readonly asOf: CivilDate },
  report: Report<C>,
): void {
  const found = doneDoubt(duty, convention, asOf) ?? dueDoubt(duty, convention, asOf);
  if (found === null) return;
  const { column, day, bound } = found;
  const details = { label: duty.label, column, day, doubt: bound.kind, limit: bound.day };
  report(findingAt<'DEL-05' | 'DEL-06'>(rule, 'warning', dutyCell(duty, column), details) as FindingOf<C>);
}

interface Found {
  readonly column: 'Échéance' | 'Fait le';
  readonly day: CivilDate;
  readonly bound: FarBound;
}

/** A day to come, long after the end: a notice is then missing by itself (DEL-03, DEL-04). */
function doneDoubt({ doneOn, type }: Duty, convention: Convention, asOf: CivilDate): Found | null {
  const bound = doneOn && farBoundOf(doneOn, convention);
  if (bound === null || doneOn === null) return null;
  const isOrdinary = doneOn <= asOf || type === 'insufficiency' || type === 'unspent';
  return bound.kind === 'longAfterEnd' && isOrdinary ? null : { column: 'Fait le', day: doneOn, bound };
}

/** One that is done has no other day. Long before the signature, it is late, or its repetitions are ordinary. */
function dueDoubt(duty: Duty, convention: Convention, asOf: CivilDate): Found | null {
  const { dueOn, doneOn } = duty;
  if (dueOn === null || dueOn <= asOf) return null;
  if (doneOn !== null && doneOn <= asOf && recurrenceOf(convention, duty) === null) return null;
  const bound = farBoundOf(dueOn, convention);
  return bound?.kind === 'longAfterEnd' ? { column: 'Échéance', day: dueOn, bound } : null;
}
