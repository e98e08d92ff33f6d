/**
 * Two states of a convention compared: one workbook at two dates, or two workbooks. Rows added, changed and removed;
 * findings that came and went; and the bridge of each figure.
 */
import type { Finding } from '../controls/findings/finding';
import { chargeLedger, type ChargedLedger } from '../envelopes/charged-ledger';
import { conventionAt } from '../envelopes/credit-years';
import type { Ledger, LedgerRow } from '../envelopes/ledger';
import { drain, visitInSlices, type Slices } from '../slices';
import { bridgesOf, type Bridge, type StateFigures } from './bridges';
import { compareFindings, type FindingChanges } from './compare-findings';
import { posteBridgesOf, type PosteBridge } from './poste-bridges';
import { matchRows } from './match-rows';
import { COMPARED_FIELDS, valueKey, type ComparedField } from './row-value';
import { termsOfRows } from './row-terms';
import type { RowShare } from './term-sums';

/** A judged ledger. */
export interface ComparedState extends StateFigures {
  readonly findings: readonly Finding[];
}

/**
 * A row that differs. `dated`: the same in both states, but counted otherwise at the second date, under other terms, or
 * beside other rows of its EJ.
 */
export interface RowChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'dated';
  readonly before: LedgerRow | null;
  readonly after: LedgerRow | null;
  /** The cells that differ, in the order of a ledger. */
  readonly fields: readonly ComparedField[];
  readonly shares: readonly RowShare[];
}

/** The differences of two states. */
export interface StateComparison {
  /** Rows added, changed or dated in reading order of the state after, then those removed. */
  readonly rows: readonly RowChange[];
  readonly unchanged: number;
  readonly findings: FindingChanges;
  readonly bridges: readonly Bridge[];
  /** By poste, of the envelopes that have some: they add up to those of their envelope. */
  readonly posteBridges: readonly PosteBridge[];
}

/** Compares two states. Deterministic, whatever the order of the rows. */
export function compareStates(before: ComparedState, after: ComparedState): StateComparison {
  return drain(compareInSlices(before, after));
}

/** The same, yielding between slices, for callers that must not block the UI. */
export function* compareInSlices(before: ComparedState, after: ComparedState): Slices<StateComparison> {
  const rows = rowsOf(after.charged.ledger);
  const isSame = before.charged.ledger === after.charged.ledger;
  const matched = yield* matchRows(isSame ? rows : rowsOf(before.charged.ledger), rows);
  const terms = yield* termsOfRows(
    { before: before.charged, between: between(before, after), after: after.charged },
    matched,
  );
  // Of a figure that one of the states does not make, no row moves anything.
  const isCalculated = ({ nature }: RowShare): boolean =>
    [before, after].every(({ balances }) => balances.missing[nature] === null);
  const sharesOf = (row: LedgerRow): readonly RowShare[] => terms.sharesOf(row).filter(isCalculated);
  const of = (kind: RowChange['kind'], old: LedgerRow | null, current: LedgerRow | null): RowChange => {
    const fields =
      old && current ? COMPARED_FIELDS.filter((field) => valueKey(old, field) !== valueKey(current, field)) : [];
    const row = current ?? old;
    return { kind, before: old, after: current, fields, shares: row ? sharesOf(row) : [] };
  };
  const dated: RowChange[] = [];
  yield* visitInSlices(matched.same, (pair) => {
    if (sharesOf(pair.after).length > 0) dated.push(of('dated', pair.before, pair.after));
  });
  const current = [
    ...matched.changed.map((pair) => of('changed', pair.before, pair.after)),
    ...matched.added.map((row) => of('added', null, row)),
    ...dated,
  ].sort((one, other) => (one.after?.key ?? 0) - (other.after?.key ?? 0));
  yield;
  const findings = yield* compareFindings(before.findings, after.findings, matched);
  for (const { balances } of [before, after]) {
    yield;
    if (balances.missing.outstanding === null) balances.byEj.entries(); // made when first asked for
  }
  yield;
  const bridges = bridgesOf(before, after, terms);
  yield;
  return {
    rows: [...current, ...matched.removed.map((row) => of('removed', row, null))],
    unchanged: matched.same.length - dated.length,
    findings,
    bridges,
    posteBridges: posteBridgesOf(before, after, terms),
  };
}

/** With the cancelled rows: a row that is cancelled is not removed. */
function rowsOf({ rows, leftOut = [] }: Ledger): readonly LedgerRow[] {
  const cancelled = leftOut.filter(({ status }) => status === 'cancelled');
  return cancelled.length === 0 ? rows : [...rows, ...cancelled];
}

/** The workbook after, at the date before. One ledger is that of one workbook, under one convention. */
function between({ charged: before }: ComparedState, { charged: after }: ComparedState): ChargedLedger {
  if (before.ledger === after.ledger) return before;
  if (before.asOf === after.asOf) return after;
  return chargeLedger(after.ledger, conventionAt(after.convention, before.asOf), before.asOf);
}
