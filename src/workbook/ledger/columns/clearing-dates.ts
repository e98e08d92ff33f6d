/**
 * « Date de rapprochement »: beside the numbers of DP, or « Date comptable », the day on which the payment of a DP
 * clears it; a DP without one is entered and not paid. In any other table, it may be the day on which the team compared
 * its rows with Chorus.
 */
import { wordsOfHeading } from '../heading-words';

/** True for a heading of such a day. */
export function namesClearing(heading: string): boolean {
  return wordsOfHeading(heading).concepts.has('cleared');
}

/** True for a table of DP by its headings. */
export function clearsPayments(headings: readonly string[]): boolean {
  return headings.some((heading) => {
    const { concepts } = wordsOfHeading(heading);
    const isEntered = concepts.has('accounting') && (concepts.has('date') || concepts.has('on'));
    return concepts.has('dp') || (concepts.has('request') && concepts.has('payment')) || isEntered;
  });
}
