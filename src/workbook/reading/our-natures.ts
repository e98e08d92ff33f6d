/** The nature of the amounts in the tables of the convention, by column or by key. */
import { COLUMNS, CONVENTION_KEYS } from '../workbook-names';
import type { AmountNature } from './place-sums';

const { envelopes, lines, movements } = COLUMNS;
const NATURES: ReadonlyMap<string, AmountNature> = new Map([
  [envelopes.ae, 'ae'],
  [envelopes.cp, 'cp'],
  [envelopes.rap, 'other'],
  [lines.delegated, 'other'],
  [lines.total, 'other'],
  [movements.amount, 'other'],
]);

/** The nature of a column of our tables; null when it holds no amounts, `byLabel` in a table of keys and values. */
export function natureInOurTable(heading: string): AmountNature | 'byLabel' | null {
  return heading === COLUMNS.convention.value ? 'byLabel' : (NATURES.get(heading) ?? null);
}

/** The nature of the value of a key of the convention; null when it is no amount. */
export function natureOfLabel(key: string): AmountNature | null {
  if (key.startsWith(CONVENTION_KEYS.ae)) return 'ae';
  return key.startsWith(CONVENTION_KEYS.cp) ? 'cp' : null;
}
