/**
 * The ends and the cents of a movement as it counts: the operation decides the sign, whatever was typed. A gel takes
 * from its only envelope and a rétablissement gives to it, in whichever column it is; what an envelope of « De » gives
 * is never an increase. The end of a gel gives back no more than was frozen. A report or a rétablissement between two
 * envelopes counts for neither: only an authorised transfer takes from one for another. FON-02 reports each
 * contradiction.
 */
import type { Movement } from '../convention';

/** The ends of a movement, where it takes and where it gives; `cents` is negative for a decrease of `to`. */
export type MovementEffect = Pick<Movement, 'from' | 'to' | 'fromLine' | 'toLine'> & { readonly cents: number };

/** True for a movement that is refused, or still awaited, by the words of its author or of its reference. */
export function isRefused({ notNamed = {} }: Pick<Movement, 'notNamed'>): boolean {
  return Object.values(notNamed).includes('refused');
}

/**
 * True for a movement that would give credits, and that its own words or a mark of the team take out: it does not
 * count. One that only takes, a gel or an avenant that lowers, counts in spite of them, out of prudence.
 */
export function isHeldBack({ lifted: _, ...movement }: Movement): boolean {
  const { to, cents } = effectOf(movement);
  return (movement.mark !== undefined || isRefused(movement)) && to !== null && cents > 0;
}

/** A contradiction within a movement, which counts by its operation. */
export type MovementContradiction = 'sign' | 'end' | 'otherEnd' | 'freeze';

/** True for a report or a rétablissement with an envelope in « De » and another in « Vers »: it counts for neither. */
export function isOfTwoEnvelopes({ type, from, to }: Pick<Movement, 'type' | 'from' | 'to'>): boolean {
  return (type === 'carryOver' || type === 'restoration') && from !== null && to !== null && from !== to;
}

/** The effect of a movement. */
export function effectOf(movement: Movement): MovementEffect {
  const { type, from, to, fromLine, toLine, amount, lifted } = movement;
  const cents = lifted === undefined ? amount.cents : Math.min(amount.cents, lifted);
  if (type === 'freeze')
    return { from: from ?? to, to: null, ...lineOf('fromLine', fromLine ?? toLine), cents: Math.abs(cents) };
  if (type === 'restoration' && to === null)
    return { from: null, to: from, ...lineOf('toLine', toLine ?? fromLine), cents };
  const isTaken = from !== null && type !== 'transfer';
  return {
    from,
    to,
    ...lineOf('fromLine', fromLine),
    ...lineOf('toLine', toLine),
    cents: isTaken ? Math.abs(cents) : cents,
  };
}

/**
 * The contradiction of a movement; null for none. `sign`: a minus on one that takes from « De » or that gives back; an
 * avenant that lowers its « Vers » is none. `end`: the envelope is in the column of the other operation. `otherEnd`: a
 * gel, a report or a rétablissement has a second envelope. `freeze`: the end of a gel that no gel precedes, or above it.
 */
export function contradictionOf({ type, from, to, amount, lifted }: Movement): MovementContradiction | null {
  if (type === 'transfer') return null;
  if (isOfTwoEnvelopes({ type, from, to })) return 'otherEnd';
  if (lifted !== undefined && lifted < amount.cents) return 'freeze';
  if (type === 'freeze' && from === null && to !== null) return 'end';
  if (type === 'freeze' && from !== null && to !== null && from !== to) return 'otherEnd';
  if (type === 'restoration' && to === null && from !== null) return 'end';
  if (amount.cents >= 0) return null;
  return from !== null || type === 'freeze' || type === 'restoration' ? 'sign' : null;
}

function lineOf<K extends 'fromLine' | 'toLine'>(key: K, line: string | undefined): Partial<Record<K, string>> {
  return (line === undefined ? {} : { [key]: line }) as Partial<Record<K, string>>;
}
