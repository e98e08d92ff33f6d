/**
 * Headings of amounts that are the payments beside « Date de paiement », where no other column is: « CP du mois »,
 * « Montant facture TTC », « Total payé », « Net à payer ». A total that grows from row to row of an EJ is none.
 */
import { comparable } from '../../../domain/text';
import { wordsOfHeading, type Concept } from '../heading-words';
import type { ValuedHeading } from '../natured-columns';
import { textOf } from '../../cells';
import type { CellReader } from '../read-cells';

const NET =
  /^(?:montants? )?nets?(?: (?:(?:a )?(?:payer|mandater|regler|verser)|(?:pay|mandat|regl|vers|factur)ee?s?|ttc))*$/;
const MAY_BE: readonly Concept[] = ['cp', 'payment', 'amount', 'credit', 'month', 'total', 'invoice'];
const PAYS: readonly Concept[] = ['cp', 'payment'];

/** True for such a heading. */
export function namesPaidAmount(heading: string): boolean {
  if (NET.test(comparable(heading).trim())) return true;
  const { concepts, unknown } = wordsOfHeading(heading);
  const has = (concept: Concept): boolean => concepts.has(concept);
  if (unknown > 0 || ![...concepts].every((one) => MAY_BE.includes(one))) return false;
  return (has('amount') && has('invoice')) || ((has('month') || has('total')) && PAYS.some(has));
}

/** True for « Total payé » whose amounts only grow from one row of an EJ to its next ones: each holds those before. */
export function isRunningTotal(
  { heading: { words, position } }: ValuedHeading,
  rows: readonly (readonly ValuedHeading['values'][number][])[],
  ejNumber: number | undefined,
  cells: CellReader,
): boolean {
  if (ejNumber === undefined || !wordsOfHeading(words).concepts.has('total')) return false;
  const last = new Map<string, number>();
  let grows = false;
  for (const row of rows) {
    const [ej, amount] = [textOf(row[ejNumber] ?? null).trim(), cells.amount(row[position] ?? null)];
    if (ej === '' || amount.kind !== 'amount' || amount.cents === 0) continue;
    const before = last.get(ej);
    if (before !== undefined && amount.cents < before) return false;
    if (before !== undefined) grows = true;
    last.set(ej, amount.cents);
  }
  return grows;
}
