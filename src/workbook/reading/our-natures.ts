/** The nature of the amounts in the tables of the convention, by column or by key. */
import { comparable } from '../../domain/text';
import { ownHeadings } from '../registers/our-tables';
import type { TableSnapshot } from '../snapshot';
import { COLUMNS, CONVENTION_KEYS, registerNamed } from '../workbook-names';
import type { AmountNature } from './place-sums';

const { envelopes, lines, movements } = COLUMNS;
const NATURES: ReadonlyMap<string, AmountNature | 'byLabel'> = new Map(
  (
    [
      [envelopes.ae, 'ae'],
      [envelopes.cp, 'cp'],
      [envelopes.rap, 'other'],
      [lines.delegated, 'other'],
      [lines.total, 'other'],
      [movements.amount, 'other'],
      [COLUMNS.convention.value, 'byLabel'],
    ] as const
  ).map(([heading, nature]) => [comparable(heading), nature] as const),
);

/** The nature of each column of our tables; null when it holds no amounts, `byLabel` in a table of keys and values. */
export function naturesInOurTable({ name, columns }: TableSnapshot): readonly (AmountNature | 'byLabel' | null)[] {
  const id = registerNamed(name);
  const headings = id === null ? columns.map(comparable) : ownHeadings(id, columns);
  return headings.map((heading) => NATURES.get(heading) ?? null);
}

/** The nature of the value of a key of the convention; null when it is no amount. */
export function natureOfLabel(key: string): AmountNature | null {
  if (key.startsWith(CONVENTION_KEYS.ae)) return 'ae';
  return key.startsWith(CONVENTION_KEYS.cp) ? 'cp' : null;
}
