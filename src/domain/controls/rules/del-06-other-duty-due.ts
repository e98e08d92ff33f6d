/**
 * Another duty is due: publication, copy of the convention to both CBCM, habilitations and mise à disposition by the
 * délégant, or any other with a day (2023 convention, art. 2.1, 3, 4 and 6). With a day: a warning in its last thirty
 * days, an error after it; the délégant's own duties are never more than a warning, since the team can only ask. What
 * is due « dans les meilleurs délais » after the signature is an information until it is done. Switch it off by
 * leaving the duty out of the register.
 */
import { dutyDueOn, isAfterSignature, isDutySoon } from '../../envelopes/duties/due-dates';
import { findingAt, type LedgerControl } from '../control-contract';
import { dutyCell } from './kit/convention-place';

/** DEL-06. */
export const otherDutyDue: LedgerControl<'DEL-06'> = {
  rule: 'DEL-06',
  scope: 'ledger',
  needs: [],
  check({ convention, asOf }, report) {
    for (const duty of convention.duties) {
      const { type, label, article, doneOn, every, isOfDelegant = false } = duty;
      const isOfThisRule = every === undefined && (type === 'other' || isAfterSignature(duty));
      if (!isOfThisRule || (doneOn !== null && doneOn <= asOf)) continue;
      const due = dutyDueOn(convention, duty);
      const isLate = due !== null && due < asOf;
      const details = { label, due, isLate, isOfDelegant, article };
      if (due === null) {
        if (isAfterSignature(duty) && asOf >= convention.signedOn)
          report(findingAt('DEL-06', 'info', dutyCell(duty), details));
      } else if (isDutySoon(asOf, due)) {
        report(findingAt('DEL-06', isLate && !isOfDelegant ? 'error' : 'warning', dutyCell(duty), details));
      }
    }
  },
};
