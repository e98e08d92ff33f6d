/**
 * Movements that are entered twice: the same type, day, ends, nature, amount and reference. Both count, since two equal
 * decisions may be true: a doubt. One that changes no ceiling is reported by FON-01 and FON-02 only.
 */
import { effectiveFrom } from '../../../../envelopes/ceilings';
import type { Convention, Movement } from '../../../../envelopes/convention';
import { findEnvelope } from '../../../../envelopes/names';
import { comparable } from '../../../../text';
import { findingAt, type Report } from '../../../control-contract';
import { movementCell } from '../movement-cells';

/** Reports each movement that repeats an earlier one of the table. */
export function reportRepeatedMovements(convention: Convention, report: Report<'DON-03'>): void {
  const first = new Map<string, Movement>();
  for (const movement of convention.movements) {
    const { type, date, nature, amount } = movement;
    if (date === null || amount.cents === 0 || effectiveFrom(convention, movement) === null) continue;
    const identity = identityOf(movement, convention);
    const known = first.get(identity);
    if (!known) first.set(identity, movement);
    else {
      const details = { movement: { type, date, nature, cents: amount.cents, first: known.index } };
      report(findingAt('DON-03', 'warning', movementCell(movement, 'amount'), details));
    }
  }
}

function identityOf(movement: Movement, convention: Convention): string {
  const { type, date, from, to, fromLine = '', toLine = '', nature, amount, reference } = movement;
  const ends = [from, to].map((name) => (name === null ? '' : (findEnvelope(convention, name)?.code ?? name)));
  const texts = [fromLine, toLine, reference].map(comparable);
  return [type, date, ...ends, nature, amount.cents, ...texts].join('\u0000');
}
