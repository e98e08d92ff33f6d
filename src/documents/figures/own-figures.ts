/**
 * The product's own figures, in cents: those of the balances, and those that a yearly report splits further
 * (decommitments apart from commitments, service certified and not paid, rows without budget line). The domain decides
 * what each row adds; this file only sums.
 */
import type { Envelope } from '../../domain/envelopes/convention';
import type { Balances } from '../../domain/envelopes/figures';
import type { LedgerField, RowKey } from '../../domain/envelopes/ledger';
import { centsOf, sumOfKnown, type KnownCents } from '../../domain/money/known-cents';
import { computedOnce } from './figure-memory';
import { LEDGER_FIGURES, type LedgerFigure, type Scope } from './ledger-figure';
import type { Charged, ChargedRows } from './charged-rows';

/** The sums of an envelope, or of one of its budget lines. */
type Sums = Record<LedgerFigure, number>;

export class OwnFigures {
  private readonly sums = new Map<string, Sums>();

  constructor(
    private readonly balances: Balances,
    private readonly charged: ChargedRows,
  ) {
    for (const [assignment, positions] of charged.byAssignment) {
      this.addTo(this.sumsOf(assignment.envelope, null), positions, false);
      this.addTo(this.sumsOf(assignment.envelope, lineOf(assignment)), positions, true);
    }
  }

  /** Cents of a figure, from the balances where they have it; null when it is not calculable. */
  cents(figure: LedgerFigure, scope: Scope): KnownCents {
    const { envelope, line } = scope;
    if (this.missing(figure, line)) return null;
    const own = this.sumsOf(envelope, line)[figure];
    if (line === 'none') return own;
    const key = { envelope: envelope.code, line: line && line.index };
    if (figure === 'paid') return centsOf(this.balances.figures(key, 'CP').consumed);
    if (figure === 'committed')
      return sumOfKnown([centsOf(this.balances.figures(key, 'AE').consumed), this.cents('decommitted', scope)]);
    return figure === 'paidEarlier' && line === null ? centsOf(this.balances.rapPaid(envelope.code)) : own;
  }

  /** The column that a figure lacks; null when it is calculable. */
  private missing(figure: LedgerFigure, line: Scope['line']): LedgerField | null {
    const { missing } = this.balances;
    const { AE, CP } = line === null || line === 'none' ? missing : missing.lines;
    switch (figure) {
      case 'committed':
      case 'decommitted':
        return AE;
      case 'decommittedEarlier':
        return AE ?? missing.decommittedEarlier;
      case 'paid':
        return CP ?? (line === 'none' ? missing.rapPaid : null);
      case 'paidEarlier':
        return CP ?? missing.rapPaid;
      case 'serviceNotPaid':
        return CP ?? missing.serviceNotPaid;
    }
  }

  /** Visits the rows that add to a figure, with their cents. */
  eachRow(figure: LedgerFigure, scope: Scope, add: (row: RowKey, cents: number) => void): void {
    const wanted = this.sumsOf(scope.envelope, scope.line);
    const insideLines = scope.line !== null;
    for (const [assignment, positions] of this.charged.byAssignment) {
      if (this.sumsOf(assignment.envelope, insideLines ? lineOf(assignment) : null) !== wanted) continue;
      for (const at of positions) {
        const cents = this.amountOf(figure, at, insideLines);
        if (cents !== 0) add(this.charged.keyOf(at), cents);
      }
    }
  }

  private sumsOf(envelope: Envelope, line: Scope['line']): Sums {
    const key = `${envelope.code}\n${line === null ? '' : line === 'none' ? line : line.index}`;
    return computedOnce(this.sums, key, () => ({
      committed: 0,
      decommitted: 0,
      decommittedEarlier: 0,
      paid: 0,
      paidEarlier: 0,
      serviceNotPaid: 0,
    }));
  }

  private addTo(sums: Sums, positions: readonly number[], insideLines: boolean): void {
    for (const figure of LEDGER_FIGURES) {
      let cents = 0;
      for (const at of positions) cents += this.amountOf(figure, at, insideLines);
      sums[figure] += cents;
    }
  }

  /** Payments on earlier EJ belong to no budget line (art. 1.2: the RAP is in no annex). */
  private amountOf(figure: LedgerFigure, at: number, insideLines: boolean): number {
    const { adds } = this.charged;
    if (insideLines && (figure === 'paid' || figure === 'serviceNotPaid') && this.charged.isOnRap(at)) return 0;
    return adds[figure][at] ?? 0;
  }
}

function lineOf({ line }: Charged): Scope['line'] {
  return line ?? 'none';
}
