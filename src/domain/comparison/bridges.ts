/**
 * The bridge of each figure from one state to another: the figure before, the terms that move it, the figure after. The
 * terms add up to the cent. A figure that one of the states does not make is null, and has no terms.
 */
import { WHOLE_CONVENTION } from '../envelopes/ceilings';
import type { ChargedLedger } from '../envelopes/charged-ledger';
import { MOST_CENTS } from '../envelopes/figure-sums';
import type { Balances } from '../envelopes/figures';
import type { LedgerField } from '../envelopes/ledger';
import { centsOf, type KnownCents } from '../money/known-cents';
import { NATURES, type Nature } from '../money/nature';
import { assert } from '../result';
import { ALLOCATION_CAUSES, allocationParts, type AllocationCause } from './allocation-parts';
import type { RowCause, SummedFigure, TermSums } from './term-sums';

/** A figure with a bridge; `outstanding` (restes à payer) has no nature. */
export const BRIDGED_FIGURES = ['allocated', 'consumed', 'reserved', 'remaining', 'available', 'outstanding'] as const;
/** A figure that has a bridge. */
export type BridgedFigure = (typeof BRIDGED_FIGURES)[number];

/**
 * Why a figure moves. `committed`, `decommitted`, `paid`: what moved restes à payer. `allocated`, `consumed`,
 * `reserved`: another figure, in the bridge of a difference. `bound`: a sum above what a figure can hold.
 */
export type BridgeCause =
  RowCause | AllocationCause | 'committed' | 'decommitted' | 'paid' | 'allocated' | 'consumed' | 'reserved' | 'bound';

/** A step of a bridge. */
export interface BridgeTerm {
  readonly cause: BridgeCause;
  readonly cents: number;
  /** How many rows make it; null for a term that rows do not make. */
  readonly rows: number | null;
}

/** A figure before and after, with its steps. */
export interface Bridge {
  /** Code of the envelope, or `'*'`. */
  readonly envelope: string;
  readonly nature: Nature | null;
  readonly figure: BridgedFigure;
  readonly before: KnownCents;
  readonly after: KnownCents;
  /** Those that are not zero; null when one of the figures is not calculable. */
  readonly terms: readonly BridgeTerm[] | null;
  /** The column that one of the states lacks; null when both figures are calculated. */
  readonly missing: LedgerField | null;
}

/** Figures of one state. */
export interface StateFigures {
  readonly charged: ChargedLedger;
  readonly balances: Balances;
}

/** The bridges of every envelope of either state, then of the whole convention. */
export function bridgesOf(before: StateFigures, after: StateFigures, sums: TermSums): readonly Bridge[] {
  const codes = [...new Set([before, after].flatMap(({ charged }) => codesOf(charged)))];
  return [...codes, WHOLE_CONVENTION].flatMap((envelope) => {
    const ofCodes = envelope === WHOLE_CONVENTION ? codes : [envelope];
    return [
      ...NATURES.flatMap((nature) => bridgesOfNature(before, after, sums, { envelope, ofCodes, nature })),
      outstandingBridge(before, after, envelope),
    ];
  });
}

interface Subject {
  readonly envelope: string;
  /** The envelopes whose rows it counts. */
  readonly ofCodes: readonly string[];
  readonly nature: Nature;
}

function bridgesOfNature(
  before: StateFigures,
  after: StateFigures,
  sums: TermSums,
  subject: Subject,
): readonly Bridge[] {
  const { envelope, nature } = subject;
  const bridge = (figure: BridgedFigure, terms: readonly BridgeTerm[]): Bridge => {
    const [old, current] = [figureOf(before, envelope, nature, figure), figureOf(after, envelope, nature, figure)];
    const missing = figure === 'allocated' ? null : (before.balances.missing[nature] ?? after.balances.missing[nature]);
    const common = { envelope, nature, figure, before: old, after: current, missing };
    return { ...common, terms: old === null || current === null ? null : closed(terms, old, current) };
  };
  const allocated = bridge('allocated', allocationTerms(before, after, subject));
  const consumed = bridge('consumed', summedTerms(sums, subject, 'consumed'));
  const reserved = bridge('reserved', summedTerms(sums, subject, 'reserved'));
  const moved = [term('allocated', gapOf(allocated)), term('consumed', -gapOf(consumed))];
  return [
    allocated,
    consumed,
    reserved,
    bridge('remaining', moved),
    bridge('available', [...moved, term('reserved', -gapOf(reserved))]),
  ];
}

function outstandingBridge(before: StateFigures, after: StateFigures, envelope: string): Bridge {
  const [old, current] = [outstandingOf(before, envelope), outstandingOf(after, envelope)];
  const common = { envelope, nature: null, figure: 'outstanding' } as const;
  const missing = before.balances.missing.outstanding ?? after.balances.missing.outstanding;
  if (old === null || current === null) return { ...common, before: old, after: current, terms: null, missing };
  const [was, is] = [movementsOf(before, envelope), movementsOf(after, envelope)];
  const terms = [
    term('committed', is.committed - was.committed),
    term('decommitted', was.decommitted - is.decommitted),
    term('paid', was.paid - is.paid),
  ];
  return { ...common, before: old, after: current, terms: closed(terms, old, current), missing };
}

function figureOf(
  { charged, balances }: StateFigures,
  envelope: string,
  nature: Nature,
  figure: BridgedFigure,
): KnownCents {
  if (figure === 'outstanding') return null;
  if (!isOf(charged, envelope)) return figure === 'allocated' || balances.missing[nature] === null ? 0 : null;
  return centsOf(balances.figures({ envelope, line: null }, nature)[figure]);
}

function outstandingOf({ charged, balances }: StateFigures, envelope: string): KnownCents {
  if (!isOf(charged, envelope)) return balances.missing.outstanding === null ? 0 : null;
  return centsOf(balances.outstanding(envelope));
}

/** Since the beginning, the restes à payer that the convention states at its start included. */
function movementsOf(
  { balances }: StateFigures,
  envelope: string,
): { readonly committed: number; readonly decommitted: number; readonly paid: number } {
  const sums = { committed: 0, decommitted: 0, paid: 0 };
  for (const entry of balances.byEj.entries()) {
    if (envelope !== WHOLE_CONVENTION && envelope !== entry.envelope) continue;
    sums.committed += entry.committed;
    sums.decommitted += entry.decommitted;
    sums.paid += entry.paid;
  }
  return sums;
}

function allocationTerms(
  before: StateFigures,
  after: StateFigures,
  { envelope, nature }: Subject,
): readonly BridgeTerm[] {
  const partsOf = ({ charged: { convention, asOf } }: StateFigures): Readonly<Record<AllocationCause, number>> =>
    allocationParts(convention, envelope, nature, asOf);
  const [was, is] = [partsOf(before), partsOf(after)];
  return ALLOCATION_CAUSES.map((cause) => term(cause, is[cause] - was[cause]));
}

/** Those of several envelopes are added by cause: a row that changed envelope moves nothing in the whole. */
function summedTerms(sums: TermSums, { ofCodes, nature }: Subject, figure: SummedFigure): readonly BridgeTerm[] {
  const terms = new Map<RowCause, BridgeTerm>();
  for (const { cause, cents, rows } of ofCodes.flatMap((code) => sums.of(code, nature, figure))) {
    const known = terms.get(cause);
    terms.set(cause, { cause, cents: cents + (known?.cents ?? 0), rows: rows + (known?.rows ?? 0) });
  }
  return [...terms.values()];
}

/** A figure is bounded, its terms are not: the difference is named. Any other difference is a bug of ours. */
function closed(terms: readonly BridgeTerm[], before: number, after: number): readonly BridgeTerm[] {
  const rest = after - before - terms.reduce((sum, { cents }) => sum + cents, 0);
  const size = terms.reduce((sum, { cents }) => sum + Math.abs(cents), Math.abs(before) + Math.abs(after));
  assert(rest === 0 || size >= MOST_CENTS, `a bridge is ${rest} cents short`);
  return [...terms, term('bound', rest)].filter(({ cents }) => cents !== 0);
}

function term(cause: BridgeCause, cents: number): BridgeTerm {
  return { cause, cents, rows: null };
}

function gapOf({ before, after }: Bridge): number {
  return (after ?? 0) - (before ?? 0);
}

function isOf(charged: ChargedLedger, envelope: string): boolean {
  return envelope === WHOLE_CONVENTION || codesOf(charged).includes(envelope);
}

function codesOf({ convention }: ChargedLedger): readonly string[] {
  return convention.envelopes.map(({ code }) => code);
}
