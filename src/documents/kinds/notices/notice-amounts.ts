/** Amounts in the sentences of the letters. */
import { NATURES, type Nature } from '../../../domain/money/nature';
import type { AmountTexts } from '../../../messages/documents/notices-fr';
import { formatAmount } from '../../../messages/format';
import type { CreditsLeft, Left } from './notice-figures';

/** The amounts of a rest in the natures that are shown, as written. */
export function amountsOf(
  of: CreditsLeft,
  pick: (left: Left) => number,
  isShown: (nature: Nature) => boolean = () => true,
): AmountTexts {
  const cents = (nature: Nature): number => (of[nature] && isShown(nature) ? pick(of[nature]) : 0);
  return textsOf({ AE: cents('AE'), CP: cents('CP') });
}

/** The amounts above zero, as written. */
export function textsOf(cents: Readonly<Record<Nature, number>>): AmountTexts {
  const above = NATURES.filter((nature) => cents[nature] > 0);
  return Object.fromEntries(above.map((nature) => [nature, euros(cents[nature])]));
}

/** « 1 234,50 € ». */
export function euros(cents: number): string {
  return formatAmount(cents, 'fr');
}
