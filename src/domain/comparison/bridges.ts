/**
 * The bridge of each figure from one state to another: the figure before, the terms that move it, the figure after. The
 * terms add up to the cent. A figure that one of the states does not make is null, and has no terms.
 */
import { WHOLE_CONVENTION } from '../envelopes/ceilings';
import type { ChargedLedger } from '../envelopes/charged-ledger';
import type { Balances } from '../envelopes/figures';
import type { LedgerField } from '../envelopes/ledger';
import { centsOf, type KnownCents } from '../money/known-cents';
import { NATURES, type Nature } from '../money/nature';
import { ALLOCATION_CAUSES, allocationParts, type AllocationCause } from './allocation-parts';
import { byCause, closed, gapOf, term, type BridgeTerm } from './bridge-terms';
import type { SummedFigure, TermSums } from './term-sums';

export type { BridgeCause, BridgeTerm } from './bridge-terms';

/** A figure with a bridge; `outstanding` (restes à payer) has no nature. */
export const BRIDGED_FIGURES = ['allocated', 'consumed', 'reserved', 'remaining', 'available', 'outstanding'] as const;
/** A figure that has a bridge. */
export type BridgedFigure = (typeof BRIDGED_FIGURES)[number];
type FigureOfNature = Exclude<BridgedFigure, 'outstanding'>;

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

/** True where a null amount of the bridge is not given by the convention, rather than not calculable. */
export function isNullWhenNotGiven({ figure, missing }: Pick<Bridge, 'figure' | 'missing'>): boolean {
  return figure === 'allocated' || missing === null;
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
  const { envelope, ofCodes, nature } = subject;
  const summed = (figure: SummedFigure): readonly BridgeTerm[] =>
    byCause(ofCodes.flatMap((code) => sums.of(code, nature, figure)));
  const bridge = (figure: FigureOfNature, terms: readonly BridgeTerm[]): Bridge => {
    const [old, current] = [figureOf(before, envelope, nature, figure), figureOf(after, envelope, nature, figure)];
    const missing = figure === 'allocated' ? null : (before.balances.missing[nature] ?? after.balances.missing[nature]);
    const common = { envelope, nature, figure, before: old, after: current, missing };
    return { ...common, terms: old === null || current === null ? null : closed(terms, old, current) };
  };
  const allocated = bridge('allocated', allocationTerms(before, after, subject));
  const consumed = bridge('consumed', summed('consumed'));
  const reserved = bridge('reserved', summed('reserved'));
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
    term('terms', is.stated - was.stated),
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
  figure: FigureOfNature,
): KnownCents {
  if (!isOf(charged, envelope)) return figure === 'allocated' || balances.missing[nature] === null ? 0 : null;
  return centsOf(balances.figures({ envelope, line: null }, nature)[figure]);
}

function outstandingOf({ charged, balances }: StateFigures, envelope: string): KnownCents {
  if (!isOf(charged, envelope)) return balances.missing.outstanding === null ? 0 : null;
  return centsOf(balances.outstanding(envelope));
}

/** Since the beginning, and the restes à payer that the convention states at its start. */
function movementsOf(
  { balances }: StateFigures,
  envelope: string,
): Readonly<Record<'stated' | 'committed' | 'decommitted' | 'paid', number>> {
  const stated = balances.byEj.statedIn(envelope);
  const sums = { stated, committed: -stated, decommitted: 0, paid: 0 };
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

function isOf(charged: ChargedLedger, envelope: string): boolean {
  return envelope === WHOLE_CONVENTION || codesOf(charged).includes(envelope);
}

function codesOf({ convention }: ChargedLedger): readonly string[] {
  return convention.envelopes.map(({ code }) => code);
}
