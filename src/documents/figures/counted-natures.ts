/** The natures of the amounts of the ledger, beside those that the convention gives. */
import { naturesSinceStart } from '../../domain/envelopes/ceilings';
import { centsOf } from '../../domain/money/known-cents';
import { NATURES, type Nature } from '../../domain/money/nature';
import type { DocumentInput } from '../input';

type Counted = Pick<DocumentInput, 'convention' | 'balances'>;

/** The natures that the convention gives, and any other of which the ledger has amounts in an envelope. */
export function countedNatures(input: Counted): readonly Nature[] {
  const given = naturesSinceStart(input.convention);
  return NATURES.filter((nature) => given.includes(nature) || hasAmounts(input, nature));
}

function hasAmounts({ convention, balances }: Counted, nature: Nature): boolean {
  return convention.envelopes.some(({ code }) => {
    const { consumed, reserved } = balances.figures({ envelope: code, line: null }, nature);
    return [consumed, reserved].some((figure) => (centsOf(figure) ?? 0) !== 0);
  });
}
