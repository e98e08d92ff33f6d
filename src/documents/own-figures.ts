/**
 * The product's own figures, in cents: those of the balances, and the few that a yearly report splits further (retraits apart from
 * commitments, service certified and not paid, rows without poste). The rules stay in the domain; here they are only added up.
 */
import { createAssigner, type Assignment } from '../domain/envelopes/assignment';
import type { Convention, Envelope } from '../domain/envelopes/convention';
import type { Balances } from '../domain/envelopes/figures';
import type { Ledger, LedgerRow } from '../domain/envelopes/ledger';
import { createEffects, type RowEffect } from '../domain/envelopes/row-effects';
import type { CivilDate } from '../domain/calendar/civil-date';
import type { LedgerFigure, Scope } from './native/ledger-sums';

const FIGURES: readonly LedgerFigure[] = ['committed', 'withdrawn', 'withdrawnEarlier', 'paid', 'paidEarlier', 'serviceNotPaid'];

type Sums = Record<LedgerFigure, number>;

export class OwnFigures {
  private readonly sums = new Map<string, Sums>();
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
    this.effectOf = createEffects(convention, balances.asOf);
    for (const row of ledger.rows) this.add(row);
  }

  /** Cents of a figure. What the balances know comes from them. */
  cents(figure: LedgerFigure, scope: Scope): number {
    const { envelope, line } = scope;
    const own = this.sums.get(keyOf(envelope, line))?.[figure] ?? 0;
    if (line === 'none') return own;
    const key = { envelope: envelope.code, line: line && line.index };
    if (figure === 'paid') return this.balances.figures(key, 'CP').consumed.cents;
    if (figure === 'committed') return this.balances.figures(key, 'AE').consumed.cents + this.cents('withdrawn', scope);
    return figure === 'paidEarlier' && line === null ? this.balances.rapPaid(envelope.code).cents : own;
  }

  /** What each row adds to a figure, by row key; rows that add nothing are left out. */
  byRow(figure: LedgerFigure, scope: Scope): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    const wanted = keyOf(scope.envelope, scope.line);
    for (const row of this.ledger.rows) {
      for (const { key, amounts } of this.contributions(row)) {
        const cents = key === wanted ? amounts(figure) : 0;
        if (cents !== 0) found.set(row.key, cents);
      }
    }
    return found;
  }

  private add(row: LedgerRow): void {
    for (const { key, amounts } of this.contributions(row)) {
      let sums = this.sums.get(key);
      if (!sums) this.sums.set(key, (sums = { committed: 0, withdrawn: 0, withdrawnEarlier: 0, paid: 0, paidEarlier: 0, serviceNotPaid: 0 }));
      for (const figure of FIGURES) sums[figure] += amounts(figure);
    }
  }

  private contributions(row: LedgerRow): readonly { readonly key: string; readonly amounts: (figure: LedgerFigure) => number }[] {
    const assignment = row.status === 'cancelled' ? null : this.assign(row);
    if (assignment?.kind !== 'assigned') return [];
    const effect = this.effectOf(row);
    if (effect.unreadable) return [];
    const service = isCertifiedAndNotPaid(row, this.asOf) && row.cp.kind === 'amount' ? row.cp.cents : 0;
    const { envelope, line } = assignment;
    return [
      { key: keyOf(envelope, null), amounts: (figure) => amountOf(figure, effect, service, false) },
      { key: keyOf(envelope, line ?? 'none'), amounts: (figure) => amountOf(figure, effect, service, true) },
    ];
  }
}

function keyOf(envelope: Envelope, line: Scope['line']): string {
  return `${envelope.code}\n${line === null ? '' : line === 'none' ? line : line.index}`;
}

/** Inside an envelope, payments on earlier EJ belong to no poste (art. 1.2: the RAP is in no annex). */
function amountOf(figure: LedgerFigure, effect: RowEffect, service: number, insideLines: boolean): number {
  const isOutside = insideLines && effect.onRap;
  switch (figure) {
    case 'committed':
      return Math.max(effect.aeConsumed, 0);
    case 'withdrawn':
      return Math.max(-effect.aeConsumed, 0);
    case 'withdrawnEarlier':
      return effect.earlierDecommitted;
    case 'paid':
      return isOutside ? 0 : effect.cpConsumed;
    case 'paidEarlier':
      return effect.onRap ? effect.cpConsumed : 0;
    case 'serviceNotPaid':
      return isOutside ? 0 : service;
  }
}

function isCertifiedAndNotPaid(row: LedgerRow, asOf: CivilDate): boolean {
  const isCertified = row.serviceDate.kind === 'date' && row.serviceDate.date <= asOf;
  const isPaid = row.paymentDate.kind === 'date' && row.paymentDate.date <= asOf;
  return isCertified && !isPaid;
}
