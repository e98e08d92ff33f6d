/**
 * The bridges of each envelope by poste: those of its postes, then of what has none (rows without poste, payments on
 * earlier EJ, credits that no annex spreads). They add up to the bridge of the envelope, to the cent. A poste to which
 * the convention gives no amount of a nature has its consumption and its reserve alone.
 */
import { hasLineCeiling } from '../envelopes/allowances/line-amounts';
import type { BudgetLine, Envelope } from '../envelopes/convention';
import { everyLineOf } from '../envelopes/envelope';
import { shownLines } from '../envelopes/figures';
import { centsOf, lessKnown, sumOfKnown, type KnownCents } from '../money/known-cents';
import { NATURES, type Nature } from '../money/nature';
import { ALLOCATION_CAUSES, allocationParts, lineAllocationParts, type AllocationParts } from './allocation-parts';
import { byCause, closed, gapOf, term, type BridgeTerm } from './bridge-terms';
import type { Bridge, BridgedFigure, StateFigures } from './bridges';
import { NO_POSTE, posteKey, type SummedFigure, type TermSums } from './term-sums';

/** The bridge of a figure of a poste. */
export interface PosteBridge extends Bridge {
  /** Its label, that of the state after when both have it; null for what has no poste. */
  readonly poste: string | null;
}

interface Subject {
  readonly envelope: string;
  readonly nature: Nature;
  /** Key of the poste; `NO_POSTE` for what has none. */
  readonly key: string;
  readonly poste: string | null;
}

/** The amounts of a poste, or of what has none, in one state. */
interface Amounts {
  /** The convention gives it credits. */
  readonly hasCredits: boolean;
  /** All that it consumed is charged to credits that it has: the rest of them makes sense. */
  readonly hasRest: boolean;
  readonly allocated: number;
  readonly parts: AllocationParts;
  readonly consumed: KnownCents;
  readonly reserved: KnownCents;
  /** The amounts of which these are differences. */
  readonly of: readonly number[];
}

const NO_PARTS: AllocationParts = { initial: 0, amendment: 0, transfer: 0, carryOver: 0, restoration: 0, freeze: 0 };

/**
 * The bridges by poste of the envelopes that have some, in either state. A poste without credits or amounts has its own
 * where rows come to it and leave it between the two.
 */
export function posteBridgesOf(before: StateFigures, after: StateFigures, sums: TermSums): readonly PosteBridge[] {
  const codes = new Set([after, before].flatMap(({ charged }) => charged.convention.envelopes.map(({ code }) => code)));
  return [...codes].flatMap((envelope) => {
    const labels = new Map<string, string>();
    for (const state of [after, before]) {
      const of = envelopeIn(state, envelope);
      const shown = linesIn(state, of);
      for (const line of of ? everyLineOf(of) : []) {
        const key = posteKey(line.label);
        if (!labels.has(key) && (shown.includes(line) || sums.movesPoste(envelope, key))) labels.set(key, line.label);
      }
    }
    if (labels.size === 0) return [];
    const postes = [...labels, [NO_POSTE, null] as const];
    return postes.flatMap(([key, poste]) =>
      NATURES.flatMap((nature) => bridgesOfPoste(before, after, sums, { envelope, nature, key, poste })),
    );
  });
}

/** The bridges of one poste. */
export interface BridgesOfPoste {
  readonly envelope: string;
  readonly poste: string | null;
  readonly bridges: readonly PosteBridge[];
}

/** Bridges grouped by poste, in their order. */
export function byPoste(bridges: readonly PosteBridge[]): readonly BridgesOfPoste[] {
  const groups: { envelope: string; poste: string | null; bridges: PosteBridge[] }[] = [];
  for (const bridge of bridges) {
    const last = groups.at(-1);
    if (last?.envelope === bridge.envelope && last.poste === bridge.poste) last.bridges.push(bridge);
    else groups.push({ envelope: bridge.envelope, poste: bridge.poste, bridges: [bridge] });
  }
  return groups;
}

/** The postes of an envelope with what moved in them: credits, consumption, what waits; the rest is their difference. */
export function movedPostes(bridges: readonly PosteBridge[], envelope: string): readonly BridgesOfPoste[] {
  const isShown = ({ figure, before, after }: PosteBridge): boolean =>
    (figure === 'allocated' || figure === 'consumed' || figure === 'reserved') && (before === null || before !== after);
  return byPoste(bridges.filter((bridge) => bridge.envelope === envelope && isShown(bridge)));
}

function bridgesOfPoste(
  before: StateFigures,
  after: StateFigures,
  sums: TermSums,
  subject: Subject,
): readonly PosteBridge[] {
  const { envelope, nature, key, poste } = subject;
  const [old, current] = [amountsOf(before, subject), amountsOf(after, subject)];
  const missing = before.balances.missing.lines[nature] ?? after.balances.missing.lines[nature];
  const bridge = (
    figure: BridgedFigure,
    pick: (amounts: Amounts) => KnownCents,
    terms: readonly BridgeTerm[],
  ): PosteBridge => {
    const [was, is] = [pick(old), pick(current)];
    const isKnown = was !== null && is !== null;
    const steps = isKnown ? closed(terms, was, is, [...old.of, ...current.of]) : null;
    const lacking = figure === 'allocated' ? null : missing;
    return { envelope, poste, nature, figure, before: was, after: is, terms: steps, missing: lacking };
  };
  const summed = (figure: SummedFigure): readonly BridgeTerm[] => byCause(sums.ofPoste(envelope, key, nature, figure));
  const allocated = bridge('allocated', (of) => of.allocated, partTerms(old, current));
  const consumed = bridge('consumed', (of) => of.consumed, summed('consumed'));
  const reserved = bridge('reserved', (of) => of.reserved, summed('reserved'));
  const moved = [term('allocated', gapOf(allocated)), term('consumed', -gapOf(consumed))];
  const remaining = (of: Amounts): KnownCents => lessKnown(of.allocated, of.consumed);
  const realised = [consumed, reserved];
  if (!old.hasCredits && !current.hasCredits) return realised;
  if (!old.hasRest || !current.hasRest) return [allocated, ...realised];
  return [
    allocated,
    ...realised,
    bridge('remaining', remaining, moved),
    bridge('available', (of) => lessKnown(remaining(of), of.reserved), [...moved, term('reserved', -gapOf(reserved))]),
  ];
}

function partTerms(old: Amounts, current: Amounts): readonly BridgeTerm[] {
  return ALLOCATION_CAUSES.map((cause) => term(cause, current.parts[cause] - old.parts[cause]));
}

function amountsOf(state: StateFigures, { envelope: code, nature, key }: Subject): Amounts {
  const envelope = envelopeIn(state, code);
  if (key === NO_POSTE) return withoutPoste(state, envelope, nature);
  const line = linesIn(state, envelope).find(({ label }) => posteKey(label) === key);
  return envelope && line ? lineAmounts(state, envelope, line, nature) : nothingIn(state, nature);
}

/** The amounts of an envelope above those of all its postes. */
function withoutPoste(state: StateFigures, envelope: Envelope | null, nature: Nature): Amounts {
  if (!envelope) return nothingIn(state, nature);
  const { convention, asOf } = state.charged;
  const own = linesIn(state, envelope).map((line) => lineAmounts(state, envelope, line, nature));
  const all = state.balances.figures({ envelope: envelope.code, line: null }, nature);
  const parts = all.allocated === null ? NO_PARTS : allocationParts(convention, envelope.code, nature, asOf);
  const rest = ALLOCATION_CAUSES.map((cause) => [
    cause,
    own.reduce((cents, one) => cents - one.parts[cause], parts[cause]),
  ]);
  const restOf = (figure: SummedFigure): KnownCents =>
    lessKnown(centsOf(all[figure]), sumOfKnown(own.map((one) => one[figure])));
  return {
    hasCredits: all.allocated !== null,
    hasRest: all.allocated !== null && own.every(({ hasRest }) => hasRest),
    allocated: own.reduce((cents, { allocated }) => cents - allocated, all.allocated?.cents ?? 0),
    parts: Object.fromEntries(rest) as AllocationParts,
    consumed: restOf('consumed'),
    reserved: restOf('reserved'),
    of: [all, ...own].flatMap(({ consumed, reserved }) => [consumed, reserved]).map((amount) => sizeOf(amount)),
  };
}

function sizeOf(amount: KnownCents | { readonly cents: number }): number {
  return typeof amount === 'number' ? amount : (amount?.cents ?? 0);
}

function lineAmounts(
  { charged: { convention, asOf }, balances }: StateFigures,
  envelope: Envelope,
  line: BudgetLine,
  nature: Nature,
): Amounts {
  const { consumed, reserved } = balances.figures({ envelope: line.envelope, line: line.index }, nature);
  const hasCredits = hasLineCeiling(convention, envelope, line, nature);
  const parts = hasCredits ? lineAllocationParts(convention, line, nature, asOf) : NO_PARTS;
  const allocated = ALLOCATION_CAUSES.reduce((cents, cause) => cents + parts[cause], 0);
  const realised = { consumed: centsOf(consumed), reserved: centsOf(reserved) };
  return { hasCredits, hasRest: hasCredits, allocated, parts, ...realised, of: [] };
}

function nothingIn({ balances }: StateFigures, nature: Nature): Amounts {
  const none = balances.missing.lines[nature] === null ? 0 : null;
  return { hasCredits: false, hasRest: true, allocated: 0, parts: NO_PARTS, consumed: none, reserved: none, of: [] };
}

function linesIn({ balances }: StateFigures, envelope: Envelope | null): readonly BudgetLine[] {
  return envelope ? shownLines(envelope, balances) : [];
}

function envelopeIn({ charged }: StateFigures, code: string): Envelope | null {
  return charged.convention.envelopes.find((one) => one.code === code) ?? null;
}
