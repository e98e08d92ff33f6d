/**
 * How much money a finding is about: the order of a list of findings. An amount is of AE or of CP, never a sum of both.
 */
import type { LedgerRow } from '../../envelopes/ledger';
import type { UnreadAmounts } from '../../envelopes/reading-facts';
import type { Finding, FindingOf, RuleCode } from './finding';

type DetailsOf<C extends RuleCode> = FindingOf<C>['details'];

/** Cents of the row of the finding: the larger of its AE and its CP; null when it has none. */
type RowCents = () => number | null;

const NONE = (): null => null;
const ofRow = (_: unknown, row: RowCents): number | null => row();
const excess = ({ over }: { readonly over: number }): number => over;
const cents = (details: { readonly cents: number }): number => details.cents;

/**
 * For each rule, the cents in question, whatever their sign; null when the finding is about no amount. A wrong code or
 * a wrong date leaves the amount of its row as it is: it has none.
 */
const AT_STAKE: { readonly [C in RuleCode]: (details: DetailsOf<C>, row: RowCents) => number | null } = {
  'IMP-01': NONE,
  'IMP-02': NONE,
  'IMP-03': NONE,
  'IMP-04': NONE,
  'IMP-05': NONE,
  'IMP-06': ofRow,
  'IMP-07': NONE,
  'IMP-08': NONE,
  'IMP-09': NONE,
  'PLA-01': excess,
  'PLA-02': excess,
  'PLA-03': excess,
  'PLA-04': excess,
  'PLA-05': excess,
  'PLA-06': NONE,
  'FON-01': cents,
  'FON-02': cents,
  'FON-03': (details) => details.cents - Math.max(0, details.available),
  'FON-04': ofRow,
  'PER-01': NONE,
  'PER-02': NONE,
  'PER-03': (details) =>
    'cents' in details ? details.cents : 'total' in details ? details.total - details.limit : null,
  'PER-04': NONE,
  'PER-05': NONE,
  'PER-06': NONE,
  'PER-07': NONE,
  'PER-08': NONE,
  'PER-09': ofRow,
  'EJ-01': ({ cp, ae = 0 }) => cp + ae,
  'EJ-02': excess,
  'EJ-03': NONE,
  'EJ-04': NONE,
  'EJ-05': ofRow,
  'EJ-06': cents,
  'EJ-07': ofRow,
  'EJ-08': cents,
  'EJ-09': ({ withdrawn, committed }) => withdrawn - committed,
  'CHO-01': cents,
  'CHO-02': cents,
  'CHO-03': ({ ledger, chorus }) => ledger - chorus,
  'CHO-04': NONE,
  'CHO-05': cents,
  'DON-01': ({ withdrawn }) => withdrawn?.freed ?? null,
  'DON-02': ({ what }, row) => (what === 'amount' ? row() : null),
  'DON-03': ({ movement }, row) => (movement ? movement.cents : row()),
  'DON-04': cents,
  'DON-05': ({ shown, sum }) => (shown === null || sum === null ? null : shown - sum),
  'DON-06': NONE,
  'DON-07': largest,
  'DON-08': ({ uncharged, open }) => largestIn(uncharged ?? open),
  'DON-09': NONE,
  'DON-10': cents,
  'RAP-01': (of) => ('cents' in of ? of.cents : of.stated - ('listed' in of ? of.listed : of.rolled)),
  'ANX-01': ({ sum, expected }) => sum - (expected ?? 0),
  'ANX-02': (details) =>
    'ofWhole' in details
      ? Math.max(...details.ofWhole.map(({ consumed, reserved }) => consumed + reserved))
      : details.sum - details.printed,
  'ANX-03': ({ delegated, expected }) => delegated - expected,
  'DEL-01': NONE,
  'DEL-02': NONE,
  'DEL-03': ({ missing }) => missing,
  'DEL-04': ({ ae, cp }) => largest({ ae: ae ?? 0, cp: cp ?? 0 }),
  'DEL-05': NONE,
  'DEL-06': NONE,
  'LEC-01': unread,
  'LEC-02': unread,
  'LEC-03': unread,
  'LEC-04': weightOfUnknown,
  'LEC-05': (details) => details.cents ?? null,
  'LEC-06': ({ blank }, row) => (blank ? largest(blank) : row()),
  'LEC-07': NONE,
};

function weightOfUnknown(details: FindingOf<'LEC-04'>['details']): number | null {
  switch (details.figure) {
    case 'part':
      return largest(details);
    case 'advances':
      return details.ae;
    case 'ceiling':
      return largest({ ae: details.consumed, cp: details.reserved });
    default:
      return null;
  }
}

function largestIn(amounts: { readonly ae: number; readonly cp: number } | undefined): number | null {
  return amounts ? largest(amounts) : null;
}

function largest({ ae, cp }: { readonly ae: number; readonly cp: number }): number {
  return Math.max(Math.abs(ae), Math.abs(cp));
}

function unread({ ae, cp, other }: UnreadAmounts): number {
  return Math.max(largest({ ae, cp }), Math.abs(other));
}

function centsOf({ ae, cp }: LedgerRow): number | null {
  const known = [ae, cp].flatMap((reading) => (reading.kind === 'amount' ? Math.abs(reading.cents) : []));
  return known.length === 0 ? null : Math.max(...known);
}

/**
 * The amount in question, in cents and without its sign; null when there is none. `row` is the row of the finding.
 * @example amountAtStake(finding, row) // 400000 for a ceiling exceeded by 4 000 €
 */
export function amountAtStake({ rule, details }: Finding, row: LedgerRow | null): number | null {
  // Each entry takes the details of its own rule, which is the rule of this finding.
  const ofRule = AT_STAKE[rule] as (details: Finding['details'], row: RowCents) => number | null;
  const amount = ofRule(details, () => row && centsOf(row));
  return amount === null ? null : Math.abs(amount);
}
