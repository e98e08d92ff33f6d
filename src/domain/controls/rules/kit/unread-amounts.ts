/** The controls on amounts that the reading left out: one finding for each place. */
import type { UnreadAmounts } from '../../../envelopes/reading-facts';
import { findingAt, type Report } from '../../control-contract';
import { isCopyWithoutAmounts } from '../../findings/details/lec';
import type { Inspection } from '../../facts/inspection';

type UnreadRule = 'LEC-01' | 'LEC-02' | 'LEC-03';

/** A check that reports the places of one kind. */
export function reportUnread<C extends UnreadRule>(
  rule: C,
  what: UnreadAmounts['what'],
): (inspection: Inspection, report: Report<C>) => void {
  return ({ ledger }, report) => {
    for (const unread of ledger.reading?.unread ?? []) {
      if (unread.what !== what) continue;
      const isOtherCopy = isCopyWithoutAmounts(unread);
      const isDoubt = unread.why === 'mayBeSpent' || unread.why === 'besideRows' || isOtherCopy;
      const severity = isDoubt ? 'warning' : 'error';
      report(findingAt(rule, severity, { kind: 'area', sheet: unread.sheet, area: unread.area }, unread));
    }
  };
}
