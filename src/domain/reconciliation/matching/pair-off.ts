/** Pairs rows and lines of one key, one to one, each row with the free line whose codes are most like its own. */
import type { Amount, ChorusAmount, LedgerAmount } from '../amounts';
import { type Closeness, likeness } from '../codes/closeness';
import type { Codes } from '../codes/comparable-codes';

/** The amounts not matched yet. */
export interface Open {
  rows: readonly LedgerAmount[];
  lines: readonly ChorusAmount[];
}

/** The key that a row and its line share; null for an amount that has none. */
export type KeyOf = (amount: Amount) => string | null;

/** Codes compared for one row: lines of one amount with more of them are as good as any. */
const MOST_COMPARED = 100;

/** Lines of one key, by codes; each is taken in its turn. */
type Queues = Map<Codes, { readonly lines: readonly ChorusAmount[]; next: number }>;

/** Takes the pairs of one key whose codes are close out of what is open; rows and lines are taken in their order. */
export function pairOff(
  open: Open,
  keyOf: KeyOf,
  areClose: Closeness,
  found: (row: LedgerAmount, line: ChorusAmount) => void,
): void {
  if (open.rows.length === 0 || open.lines.length === 0) return;
  const queues = queuesOf(open.lines, keyOf);
  const taken = new Set<Amount>();
  for (const row of open.rows) {
    const key = keyOf(row);
    const ofKey = key === null ? undefined : queues.get(key);
    const line = ofKey && takeMostAlike(ofKey, row.codes, areClose);
    if (!line) continue;
    taken.add(row).add(line);
    found(row, line);
  }
  leave(open, taken);
}

/** Takes amounts out of what is open. */
export function leave(open: Open, taken: ReadonlySet<Amount>): void {
  if (taken.size === 0) return;
  open.rows = open.rows.filter((row) => !taken.has(row));
  open.lines = open.lines.filter((line) => !taken.has(line));
}

function takeMostAlike(ofKey: Queues, codes: Codes, areClose: Closeness): ChorusAmount | undefined {
  const best = ofKey.has(codes) ? codes : mostAlike(ofKey.keys(), codes, areClose);
  const queue = best && ofKey.get(best);
  const line = queue?.lines[queue.next++];
  if (best && queue && queue.next === queue.lines.length) ofKey.delete(best);
  return line;
}

/** Of the first close codes, in the order of the lines, those most like the row's. */
function mostAlike(all: Iterable<Codes>, codes: Codes, areClose: Closeness): Codes | undefined {
  let [best, most, compared] = [undefined as Codes | undefined, -1, 0];
  for (const others of all) {
    if (!areClose(codes, others)) continue;
    const alike = likeness(codes, others);
    if (alike > most) [best, most] = [others, alike];
    if (++compared === MOST_COMPARED) break;
  }
  return best;
}

function queuesOf(lines: readonly ChorusAmount[], keyOf: KeyOf): ReadonlyMap<string, Queues> {
  const byKey = new Map<string, Map<Codes, ChorusAmount[]>>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key === null) continue;
    let ofKey = byKey.get(key);
    if (!ofKey) byKey.set(key, (ofKey = new Map<Codes, ChorusAmount[]>()));
    const ofCodes = ofKey.get(line.codes);
    if (ofCodes) ofCodes.push(line);
    else ofKey.set(line.codes, [line]);
  }
  return new Map(
    [...byKey].map(([key, ofKey]) => [
      key,
      new Map([...ofKey].map(([codes, ofCodes]) => [codes, { lines: ofCodes, next: 0 }])),
    ]),
  );
}
