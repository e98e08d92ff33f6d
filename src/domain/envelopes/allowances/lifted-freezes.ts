/**
 * The gels that each « dégel » lifts: those of its envelope and nature in the same credit year, on its day or before,
 * less what was lifted already. Within a day gels come first, then from the smallest « dégel » to the largest, so that
 * the order of the rows changes nothing. A rétablissement is another thing: it may add credits.
 */
import type { Convention, Movement } from '../convention';
import { creditYearAt } from '../credit-years';
import { findEnvelope } from '../names';
import { effectOf, isHeldBack, isOfTwoEnvelopes } from './movement-effect';

/** The convention whose ends of gels give back no more than was frozen. */
export function withLiftedFreezes(convention: Convention): Convention {
  if (convention.movements.every(({ lifted }) => lifted === undefined)) return convention;
  const frozen = new Map<string, number>();
  const liftedBy = new Map<Movement, number>();
  for (const movement of [...convention.movements].sort(inOrder)) {
    const { from, to, cents } = effectOf({ ...movement, lifted: Number.POSITIVE_INFINITY });
    const end = movement.type === 'freeze' ? from : to;
    const isOut = isHeldBack(movement) || isOfTwoEnvelopes(movement);
    const account = isOut ? null : accountOf(convention, movement, end);
    const held = account === null ? 0 : (frozen.get(account) ?? 0);
    if (movement.lifted !== undefined) liftedBy.set(movement, Math.max(0, Math.min(cents, held)));
    const change = movement.type === 'freeze' ? cents : -(liftedBy.get(movement) ?? 0);
    if (account !== null) frozen.set(account, held + change);
  }
  const movements = convention.movements.map((movement) => {
    const lifted = liftedBy.get(movement);
    return lifted === undefined ? movement : { ...movement, lifted };
  });
  return { ...convention, movements };
}

/** The envelope, the nature and the credit year that a movement changes; null when it counts for nothing. */
function accountOf(convention: Convention, { nature, date }: Movement, name: string | null): string | null {
  const envelope = name === null ? null : findEnvelope(convention, name);
  if (envelope === null || date === null) return null;
  return [envelope.code, nature, creditYearAt(convention, date)].join('\u0000');
}

function inOrder(one: Movement, other: Movement): number {
  const day = ({ date }: Movement): number => date ?? Number.MAX_VALUE;
  const lifts = ({ lifted }: Movement): number => (lifted === undefined ? 0 : 1);
  return (
    day(one) - day(other) ||
    lifts(one) - lifts(other) ||
    one.amount.cents - other.amount.cents ||
    one.index - other.index
  );
}
