/**
 * Proves that nothing was dropped or counted twice: every amount of the ledger and every line of the extracts is in
 * exactly one group, and the groups add up to both sides, summed again from the rows and the lines.
 */
import type { Ledger } from '../envelopes/ledger';
import { type Nature, NATURES } from '../money/nature';
import { assert } from '../result';
import type { ChorusExtract } from './extract';
import { GROUP_STATUSES, type GroupStatus, type ReconciliationGroup } from './groups';

/** How many amounts, and their sum in cents. */
export interface Count {
  readonly count: number;
  readonly cents: number;
}

/** Groups of one status and nature, with the amounts that they hold. */
export interface StatusBalance {
  readonly status: GroupStatus;
  readonly nature: Nature;
  readonly groups: number;
  readonly ledger: Count;
  readonly chorus: Count;
}

/** Sums of both sides, and by status. `ledger` and `chorus` are the sums over `statuses`. */
export interface ReconciliationBalance {
  readonly ledger: Readonly<Record<Nature, Count>>;
  readonly chorus: Readonly<Record<Nature, Count>>;
  readonly statuses: readonly StatusBalance[];
}

type Totals = Record<Nature, { count: number; cents: number }>;

/** The balance of the groups; throws when an amount is missing or is in two groups, which is a bug. */
export function proveBalance(
  groups: readonly ReconciliationGroup[],
  ledger: Ledger,
  extracts: readonly ChorusExtract[],
): ReconciliationBalance {
  const [ours, theirs] = [ledgerTotals(ledger), chorusTotals(extracts)];
  const statuses = statusBalances(groups);
  const seen = new Set<object>();
  let count = 0;
  for (const { rows, lines } of groups) {
    for (const amount of rows) seen.add(amount);
    for (const amount of lines) seen.add(amount);
    count += rows.length + lines.length;
  }
  assert(seen.size === count, 'an amount is in two groups');
  for (const nature of NATURES) {
    const ofNature = statuses.filter((one) => one.nature === nature);
    for (const side of ['ledger', 'chorus'] as const) {
      const whole = (side === 'ledger' ? ours : theirs)[nature];
      const grouped = { count: 0, cents: 0 };
      for (const one of ofNature) {
        grouped.count += one[side].count;
        grouped.cents += one[side].cents;
      }
      assert(
        grouped.count === whole.count && grouped.cents === whole.cents,
        `the groups hold ${grouped.count} ${nature} of ${side}, not ${whole.count}`,
      );
    }
  }
  return { ledger: ours, chorus: theirs, statuses };
}

function statusBalances(groups: readonly ReconciliationGroup[]): StatusBalance[] {
  const empty = (status: GroupStatus, nature: Nature) => ({
    status,
    nature,
    groups: 0,
    ledger: { count: 0, cents: 0 },
    chorus: { count: 0, cents: 0 },
  });
  const all = GROUP_STATUSES.flatMap((status) => NATURES.map((nature) => empty(status, nature)));
  const balances = new Map(all.map((balance) => [`${balance.status} ${balance.nature}`, balance]));
  for (const { status, nature, rows, lines, ledgerCents, chorusCents } of groups) {
    const balance = balances.get(`${status} ${nature}`);
    assert(balance, `no status ${status}`);
    balance.groups++;
    balance.ledger.count += rows.length;
    balance.ledger.cents += ledgerCents;
    balance.chorus.count += lines.length;
    balance.chorus.cents += chorusCents;
  }
  return all.filter(({ groups: found }) => found > 0);
}

/** A row counts for its AE and for its CP; one that has neither counts once, for zero. */
function ledgerTotals({ rows }: Ledger): Totals {
  const totals = noTotals();
  for (const { ae, cp } of rows) {
    if (ae.kind !== 'absent' || cp.kind === 'absent') add(totals.AE, ae.kind === 'amount' ? ae.cents : 0);
    if (cp.kind !== 'absent') add(totals.CP, cp.kind === 'amount' ? cp.cents : 0);
  }
  return totals;
}

function chorusTotals(extracts: readonly ChorusExtract[]): Totals {
  const totals = noTotals();
  for (const { lines } of extracts) for (const { nature, cents } of lines) add(totals[nature], cents);
  return totals;
}

function noTotals(): Totals {
  return { AE: { count: 0, cents: 0 }, CP: { count: 0, cents: 0 } };
}

function add(total: { count: number; cents: number }, cents: number): void {
  total.count++;
  total.cents += cents;
}
