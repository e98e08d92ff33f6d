/**
 * Another duty is due: publication, copy of the convention to both CBCM, habilitations and mise à disposition by the
 * délégant, or any other with a day (2023 convention, art. 2.1, 3, 4 and 6).
 * With a day: a warning in its last thirty days, an error after it; the délégant's own duties are never more than a
 * warning, since the team can only ask, nor a notice of credits or an avis, which is due only where there is a reason.
 * What is due « dans les meilleurs délais » after the signature is an information until it is done. A day more than a
 * year away from the convention, which is probably a slip, is a warning; a cell of its row that cannot be read is an
 * error. Switch it off by leaving the duty out of the register.
 */
import { dutyDueOn, isAfterSignature, isDutySoon } from '../../envelopes/duties/due-dates';
import type { CivilDate } from '../../calendar/civil-date';
import type { Convention } from '../../envelopes/convention';
import type { Duty } from '../../envelopes/terms';
import { findingAt, type LedgerControl } from '../control-contract';
import type { FindingOf } from '../findings/finding';
import { dutyCell } from './kit/convention-place';
import { reportDoubt, reportUnread } from './kit/duty-doubts';

/** Due where credits lack or are left, or before some commitments alone. */
const CONDITIONAL: ReadonlySet<Duty['type']> = new Set([
  ...(['insufficiency', 'unspent', 'approvalBeforeCommitment', 'approvalOfService'] as const),
]);

/** DEL-06. */
export const otherDutyDue: LedgerControl<'DEL-06'> = {
  rule: 'DEL-06',
  scope: 'ledger',
  needs: [],
  check({ convention, asOf }, report) {
    for (const duty of convention.duties) {
      if (duty.every !== undefined || duty.type === 'yearlyReport' || duty.type === 'finalReport') continue;
      if (reportUnread('DEL-06', duty, report)) continue;
      const due = dutyDue(duty, convention, asOf);
      if (due !== null) report(due);
      else reportDoubt('DEL-06', duty, { convention, asOf }, report);
    }
  },
};

function dutyDue(duty: Duty, convention: Convention, asOf: CivilDate): FindingOf<'DEL-06'> | null {
  const { label, article, doneOn, isOfDelegant = false } = duty;
  if (doneOn !== null && doneOn <= asOf) return null;
  const due = dutyDueOn(convention, duty);
  const isLate = due !== null && due < asOf;
  const details = { label, due, isLate, isOfDelegant, article };
  if (due === null) {
    const isOpen = isAfterSignature(duty) && asOf >= convention.signedOn;
    return isOpen ? findingAt('DEL-06', 'info', dutyCell(duty), details) : null;
  }
  if (!isDutySoon(asOf, due)) return null;
  const isSure = !isOfDelegant && !CONDITIONAL.has(duty.type);
  return findingAt('DEL-06', isLate && isSure ? 'error' : 'warning', dutyCell(duty), details);
}
