/**
 * Rests of EJ that a table enters again as commitments, as the tables before it prove: the AE of an EJ counts once,
 * where it is committed. An information for each year, or month, with their sum, at the first of them; a warning where
 * no payments prove it.
 */
import type { Ledger } from '../../../envelopes/ledger';
import { groupedBy } from '../../../grouped';
import { cellOf, findingAt, type Report } from '../../control-contract';

/** Reports the rests that are in no figure. */
export function reportRestsLeftOut({ carried }: Ledger, report: Report<'DON-03'>): void {
  for (const rests of groupedBy(carried ?? [], ([, { opening }]) => opening).values()) {
    const [first, { isSure }] = rests.reduce((one, other) => (other[0] < one[0] ? other : one));
    const cents = rests.reduce((sum, [, rest]) => sum + rest.cents, 0);
    report(
      findingAt('DON-03', isSure ? 'info' : 'warning', cellOf({ key: first }, 'ae'), {
        carried: { rows: rests.length, cents },
      }),
    );
  }
}
