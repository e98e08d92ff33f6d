/**
 * An amount typed with a plus on a row whose operation lowers (retrait, dégagement, avoir, annulation…): the operation
 * decides, and the amount lowers. An error where the words are clear, repaired by the negative amount. A warning where
 * they may mean something else: « Remboursement », or a label such as « Avoir Dupont », whose amount counts as typed.
 * Payments typed with a minus by the whole ledger count as payments: a warning on each.
 * Switch it off for a team whose column of operations means something else.
 */
import { cellOf, findingAt, type RowControl } from '../control-contract';
import { AGAINST_OPERATION } from '../facts/row-traits';
import { AMOUNT_FIELDS } from './kit/reading-fields';

/** DON-10. */
export const signAgainstOperation: RowControl<'DON-10'> = {
  rule: 'DON-10',
  scope: 'row',
  needs: [],
  concerns: AGAINST_OPERATION,
  check(row, inspection, report) {
    for (const field of AMOUNT_FIELDS) {
      const reading = row[field];
      if (reading.kind !== 'amount' || !reading.against) continue;
      const { words, certainty, raises } = reading.against;
      const isSure = certainty === 'sure';
      const details = {
        field,
        words,
        cents: Math.abs(reading.cents),
        isLowered: certainty !== 'possible',
        ...(inspection.assign(row).kind !== 'assigned' && { isUncharged: true as const }),
        ...(raises && { raises }),
      };
      const repair = isSure && !reading.rounded ? ({ kind: 'amount', cents: reading.cents } as const) : null;
      report(findingAt('DON-10', isSure ? 'error' : 'warning', cellOf(row, field), details, repair));
    }
  },
};
