/** Ordinary headings, one at a time in place of the expected one, on a plain ledger with every kind of operation. */
import { Random } from '../worlds/random';
import { shuffled } from './draw';
import { everyHeading } from './headings';
import { drawLayout, type DrawnLayout } from './layouts';
import { readLayout, type Reading } from './oracle';
import type { Field } from './rows';

export interface HeadingRun {
  readonly field: Field;
  readonly heading: string;
  readonly reading: Reading;
}

const FIELDS: readonly Field[] = [
  'ej',
  'envelope',
  'line',
  'object',
  'supplier',
  'status',
  'signed',
  'served',
  'paid',
  'ae',
  'cp',
];
const KEPT: ReadonlySet<string> = new Set([
  'date of service fait',
  'decommitments',
  'projects',
  'cancelled orders',
  'credit notes',
]);
const MOST_SEED = 10_000;

/** About `count` headings, as many of each field. */
export function runHeadings(count: number): readonly HeadingRun[] {
  const seed = seedOfPlainLedger();
  return FIELDS.flatMap((field) => {
    const headings = shuffled(everyHeading(field), new Random(seed)).slice(0, Math.ceil(count / FIELDS.length));
    return headings.map((heading) => ({
      field,
      heading,
      reading: readLayout(plainLayout(seed, { field, text: heading })),
    }));
  });
}

function plainLayout(seed: number, heading?: { readonly field: Field; readonly text: string }): DrawnLayout {
  return drawLayout(seed, { allows: (feature) => KEPT.has(feature), ...(heading ? { heading } : {}) });
}

/** The first seed whose plain ledger has every kind of operation and every column. */
function seedOfPlainLedger(): number {
  for (let seed = 0; seed < MOST_SEED; seed++) {
    const { features, workbook } = plainLayout(seed);
    const headings = new Set(workbook.sheets.flatMap(({ values }) => values[0] ?? []));
    const isFull = ['Fournisseur', 'Poste de dépense', 'État'].every((heading) => headings.has(heading));
    if (features.length === KEPT.size && isFull) return seed;
  }
  throw new Error('no plain ledger has every kind of operation');
}
