/**
 * Why the sums of rows move from one state to another. Between two workbooks at one date, a row that changed is changed
 * cell by cell, in a fixed order, and each step is weighed under the state before: the steps add up exactly. Then the
 * same rows are weighed under the state after, and at last at its date.
 */
import type { ChargedLedger } from '../envelopes/charged-ledger';
import type { BudgetLine } from '../envelopes/convention';
import type { LedgerRow } from '../envelopes/ledger';
import { createEffects, type RowEffect } from '../envelopes/row-effects';
import { visitInSlices, type Slices } from '../slices';
import type { MatchedRows, RowPair } from './match-rows';
import { NO_POSTE, posteKey, TermSums, type Contribution, type RowCause } from './term-sums';

/** The two states, and the workbook after at the date before: the same object as one of them where nothing differs. */
export interface StatesOfRows {
  readonly before: ChargedLedger;
  readonly between: ChargedLedger;
  readonly after: ChargedLedger;
}

/** The cells that change at each step; the last step is the row itself. */
const STEPS: readonly (readonly [RowCause, (from: LedgerRow, to: LedgerRow) => LedgerRow])[] = [
  ['amount', (from, { ae, cp }) => ({ ...from, ae, cp })],
  [
    'date',
    (from, { commitmentDate, serviceDate, receiptDate, paymentDate }) => ({
      ...from,
      commitmentDate,
      serviceDate,
      receiptDate,
      paymentDate,
    }),
  ],
  ['status', (from, { status }) => ({ ...from, status })],
  ['envelope', (from, { imputation, budgetLine }) => ({ ...from, imputation, budgetLine })],
  ['otherCells', (_, to) => to],
];

/** The terms of the sums of rows, in slices; rows that count in no figure add nothing. */
export function* termsOfRows({ before, between, after }: StatesOfRows, matched: MatchedRows): Slices<TermSums> {
  const terms = new TermSums();
  if (between !== before) {
    const [old, current] = [new Scales(before), new Scales(between)];
    yield* visitInSlices(matched.same, (pair) => addPair(terms, pair, old, current, []));
    yield* visitInSlices(matched.changed, (pair) => addPair(terms, pair, old, current, STEPS));
    yield* visitInSlices(matched.removed, (row) => moveWhole(terms, row, old.whole(row), null, 'removed'));
    yield* visitInSlices(matched.added, (row) => moveWhole(terms, row, null, current.whole(row), 'added'));
  }
  if (between !== after) yield* addDates(terms, new Scales(between), new Scales(after));
  return terms;
}

/** The part that a retrait takes above its EJ depends on the other rows: it is weighed apart. */
function addPair(terms: TermSums, { before, after }: RowPair, old: Scales, current: Scales, steps: typeof STEPS): void {
  let row = before;
  let weight = old.alone(before);
  for (const [cause, change] of steps) {
    row = change(row, after);
    const next = old.alone(row);
    const isWithin = cause === 'envelope' && weight !== null && weight.envelope === next?.envelope;
    terms.move(after, weight, next, isWithin ? 'poste' : cause);
    weight = next;
  }
  terms.move(after, weight, current.alone(after), 'terms');
  terms.move(after, old.excess(before), current.excess(after), 'decommitments');
}

/** AE that a row withdraws are a retrait, whatever brings it or removes it. */
function moveWhole(
  terms: TermSums,
  row: LedgerRow,
  before: Contribution | null,
  after: Contribution | null,
  cause: RowCause,
): void {
  if (row.ae.kind !== 'amount' || row.ae.cents >= 0) {
    terms.move(row, before, after, cause);
    return;
  }
  terms.move(row, before && only(before, 'AE'), after && only(after, 'AE'), 'decommitments');
  terms.move(row, before && only(before, 'CP'), after && only(after, 'CP'), cause);
}

function* addDates(terms: TermSums, old: Scales, current: Scales): Slices<void> {
  const isNewYear = old.year !== current.year;
  yield* visitInSlices(current.rows, (row) => {
    const [was, is] = [old.whole(row), current.whole(row)];
    const kept = isNewYear && was ? stillReserved(was) : was;
    terms.move(row, was, kept, 'lastYear');
    moveWhole(terms, row, kept, is, 'period');
  });
}

/** Weighs rows under one state. */
class Scales {
  private readonly effectAlone: (row: LedgerRow) => RowEffect;
  private readonly keys = new Map<BudgetLine, string>();

  constructor(private readonly charged: ChargedLedger) {
    const { convention, asOf, earlierEjs: earlier, onRap } = charged;
    this.effectAlone = createEffects(convention, asOf, { earlier, onRap });
  }

  get rows(): readonly LedgerRow[] {
    return this.charged.ledger.rows;
  }

  get year(): number {
    return this.charged.convention.creditYear;
  }

  /** As the figures count it. */
  whole(row: LedgerRow): Contribution | null {
    return this.weigh(row, this.charged.effectOf);
  }

  /** Whatever the other rows of its EJ allow. */
  alone(row: LedgerRow): Contribution | null {
    return this.weigh(row, this.effectAlone);
  }

  /** The difference of the two. */
  excess(row: LedgerRow): Contribution | null {
    const [whole, alone] = [this.whole(row), this.alone(row)];
    return whole && alone && { ...whole, AE: difference(whole.AE, alone.AE), CP: difference(whole.CP, alone.CP) };
  }

  private keyOf(line: BudgetLine): string {
    const known = this.keys.get(line) ?? posteKey(line.label);
    this.keys.set(line, known);
    return known;
  }

  private weigh(row: LedgerRow, effectOf: (row: LedgerRow) => RowEffect): Contribution | null {
    const assignment = this.charged.assign(row);
    if (row.status === 'cancelled' || assignment.kind !== 'assigned') return null;
    const { aeConsumed, aeReserved, cpConsumed, cpReserved, onRap } = effectOf(row);
    const poste = assignment.line === null ? NO_POSTE : this.keyOf(assignment.line);
    return {
      envelope: assignment.envelope.code,
      postes: { AE: poste, CP: onRap ? NO_POSTE : poste },
      AE: { consumed: aeConsumed, reserved: aeReserved },
      CP: { consumed: cpConsumed, reserved: cpReserved },
    };
  }
}

const NOTHING: Contribution['AE'] = { consumed: 0, reserved: 0 };

function only(contribution: Contribution, nature: 'AE' | 'CP'): Contribution {
  return nature === 'AE' ? { ...contribution, CP: NOTHING } : { ...contribution, AE: NOTHING };
}

/** Of a year that is over: what is consumed leaves with it, what is reserved does not (`createEffects`). */
function stillReserved(contribution: Contribution): Contribution {
  const { AE, CP } = contribution;
  return { ...contribution, AE: { ...NOTHING, reserved: AE.reserved }, CP: { ...NOTHING, reserved: CP.reserved } };
}

function difference(one: Contribution['AE'], other: Contribution['AE']): Contribution['AE'] {
  return { consumed: one.consumed - other.consumed, reserved: one.reserved - other.reserved };
}
