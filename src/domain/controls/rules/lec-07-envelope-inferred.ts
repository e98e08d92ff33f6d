/**
 * The envelope of rows is not written on them: it comes from the title of their block, the name of their sheet or the
 * cell above (art. 1.2). An information: the figures count the rows there. The only envelope of a convention is not
 * inferred.
 */
import { envelopeFieldOf } from '../../envelopes/envelope-field';
import { findingAt, type LedgerControl } from '../control-contract';

/** LEC-07. */
export const envelopeInferred: LedgerControl<'LEC-07'> = {
  rule: 'LEC-07',
  scope: 'ledger',
  needs: [],
  check({ ledger, convention }, report) {
    const field = envelopeFieldOf(convention);
    for (const inferred of ledger.reading?.inferred ?? []) {
      const { sheet, area } = inferred;
      report(findingAt('LEC-07', 'info', { kind: 'area', sheet, area }, { ...inferred, field }));
    }
  },
};
