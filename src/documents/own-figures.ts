/**
 * The product's own figures, in cents: those of the balances, and the few that a yearly report splits further (retraits apart from
 * commitments, service certified and not paid, rows without poste). The rules stay in the domain; here they are only added up.
 */
import type { CivilDate } from '../domain/calendar/civil-date';
import { createAssigner, type Assignment } from '../domain/envelopes/assignment';
import type { Convention, Envelope } from '../domain/envelopes/convention';
import { earlierEjsOf } from '../domain/envelopes/commitment-year';
import type { Balances } from '../domain/envelopes/figures';
import type { Ledger, LedgerRow, RowKey } from '../domain/envelopes/ledger';
import { createEffects, type RowEffect } from '../domain/envelopes/row-effects';
import type { LedgerFigure, Scope } from './native/ledger-sums';

const FIGURES: readonly LedgerFigure[] = ['committed', 'withdrawn', 'withdrawnEarlier', 'paid', 'paidEarlier', 'serviceNotPaid'];

/** The sums of an envelope, or of one of its postes. */
type Sums = Record<LedgerFigure, number>;

/** Where a row is added: its envelope, and its poste or the rows without poste. */
interface Places {
  readonly envelope: Sums;
  readonly line: Sums;
}

export class OwnFigures {
  private readonly sums = new Map<string, Sums>();
  private readonly places = new Map<Assignment, Places>();
  private readonly assign: (row: LedgerRow) => Assignment;
  private readonly effectOf: (row: LedgerRow) => RowEffect;
  private readonly asOf: CivilDate;

  constructor(
    convention: Convention,
    private readonly ledger: Ledger,
    private readonly balances: Balances,
  ) {
    this.asOf = balances.asOf;
    this.assign = createAssigner(convention);
    this.effectOf = createEffects(convention, balances.asOf, earlierEjsOf(ledger.rows, convention));
    this.visit((row, effect, places) => {
      for (const figure of FIGURES) {
        places.envelope[figure] += this.amountOf(figure, row, effect, false);
        places.line[figure] += this.amountOf(figure, row, effect, true);
      }
    });
  }

  /** Cents of a figure. What the balances know comes from them. */
  cents(figure: LedgerFigure, scope: Scope): number {
    const { envelope, line } = scope;
    const own = this.sumsOf(envelope, line)[figure];
    if (line === 'none') return own;
    const key = { envelope: envelope.code, line: line && line.index };
    if (figure === 'paid') return this.balances.figures(key, 'CP').consumed.cents;
    if (figure === 'committed') return this.balances.figures(key, 'AE').consumed.cents + this.cents('withdrawn', scope);
    return figure === 'paidEarlier' && line === null ? this.balances.rapPaid(envelope.code).cents : own;
  }

  /** What each row adds to a figure; rows that add nothing are left out. */
  eachRow(figure: LedgerFigure, scope: Scope, add: (row: RowKey, cents: number) => void): void {
    const wanted = this.sumsOf(scope.envelope, scope.line);
    const insideLines = scope.line !== null;
    this.visit((row, effect, places) => {
      if ((insideLines ? places.line : places.envelope) !== wanted) return;
      const cents = this.amountOf(figure, row, effect, insideLines);
      if (cents !== 0) add(row.key, cents);
    });
  }

  /** The rows that count, one after the other; the effect is only good during the visit. */
  private visit(each: (row: LedgerRow, effect: RowEffect, places: Places) => void): void {
    for (const row of this.ledger.rows) {
      const assignment = this.assign(row);
      if (assignment.kind === 'unchecked') continue;
      const effect = this.effectOf(row);
      if (!effect.unreadable) each(row, effect, this.placesOf(assignment));
    }
  }

  private placesOf(assignment: Extract<Assignment, { readonly kind: 'assigned' }>): Places {
    let places = this.places.get(assignment);
    if (!places) {
      const { envelope, line } = assignment;
      places = { envelope: this.sumsOf(envelope, null), line: this.sumsOf(envelope, line ?? 'none') };
      this.places.set(assignment, places);
    }
    return places;
  }

  private sumsOf(envelope: Envelope, line: Scope['line']): Sums {
    const key = `${envelope.code}\n${line === null ? '' : line === 'none' ? line : line.index}`;
    let sums = this.sums.get(key);
    if (!sums) this.sums.set(key, (sums = { committed: 0, withdrawn: 0, withdrawnEarlier: 0, paid: 0, paidEarlier: 0, serviceNotPaid: 0 }));
    return sums;
  }

  /** Inside an envelope, payments on earlier EJ belong to no poste (art. 1.2: the RAP is in no annex). */
  private amountOf(figure: LedgerFigure, row: LedgerRow, effect: RowEffect, insideLines: boolean): number {
    switch (figure) {
      case 'committed':
        return effect.aeConsumed > 0 ? effect.aeConsumed : 0;
      case 'withdrawn':
        return effect.aeConsumed < 0 ? -effect.aeConsumed : 0;
      case 'withdrawnEarlier':
        return effect.earlierDecommitted;
      case 'paid':
        return insideLines && effect.onRap ? 0 : effect.cpConsumed;
      case 'paidEarlier':
        return effect.onRap ? effect.cpConsumed : 0;
      case 'serviceNotPaid':
        return insideLines && effect.onRap ? 0 : this.certifiedNotPaid(row);
    }
  }

  private certifiedNotPaid({ cp, serviceDate, paymentDate }: LedgerRow): number {
    if (cp.kind !== 'amount' || serviceDate.kind !== 'date' || serviceDate.date > this.asOf) return 0;
    return paymentDate.kind === 'date' && paymentDate.date <= this.asOf ? 0 : cp.cents;
  }
}
