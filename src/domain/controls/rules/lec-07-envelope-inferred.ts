/**
 * The envelope of rows is not written on them: it comes from the title of their block, the name of their sheet or the
 * cell above (art. 1.2). An information: the figures count the rows there. The only envelope of a convention is not
 * inferred.
 */
import { findingAt, type LedgerControl } from '../control-contract';

/** LEC-07. */
export const envelopeInferred: LedgerControl<'LEC-07'> = {
  rule: 'LEC-07',
  scope: 'ledger',
  needs: [],
  check({ ledger }, report) {
    for (const inferred of ledger.reading?.inferred ?? []) {
      report(findingAt('LEC-07', 'info', { kind: 'area', sheet: inferred.sheet, area: inferred.area }, inferred));
    }
  },
};
