/** How much a figure lacks: how many amounts were not read, and the cents of those that were. */
import { WHOLE_CONVENTION } from '../ceilings';
import type { Balances, FigureKey, MissedAmount } from '../figures';
import { NATURES, type Nature } from '../../money/nature';

/** Missed amounts added up, by nature. `unknown`: amounts that are neither AE nor CP by their words. */
export interface MissedSums {
  /** Unchecked rows with a missed amount. */
  readonly rows: number;
  /** Amounts that were not read: their cents are not known. */
  readonly unread: Readonly<Record<Nature | 'unknown', number>>;
  /** Rows with amounts that were read, and are not counted. */
  readonly readRows: number;
  /** The cents of those amounts; null without any. */
  readonly cents: Readonly<Record<Nature, number | null>>;
  /** Payments whose date cannot be read, and their CP: reserved, and lacking in what is consumed. */
  readonly undated: { readonly rows: number; readonly cents: number };
}

/** A figure: `remaining` lacks what `consumed` lacks, `available` what `reserved` lacks too. */
export type FigureName = 'allocated' | 'consumed' | 'reserved' | 'remaining' | 'available';

/** The amounts that one figure lacks. Rows without an envelope are missed by the whole convention alone. */
export function missedBy(
  missed: readonly MissedAmount[],
  { envelope, line }: FigureKey,
  nature: Nature,
  figure: FigureName = 'available',
): readonly MissedAmount[] {
  if (figure === 'allocated') return [];
  return missed.filter((one) => {
    const term = one.addsTo[nature];
    if (one.reason === 'paymentDateUnread' && figure === 'available') return false;
    if (term === null || (figure === 'reserved' ? term !== 'reserved' : figure !== 'available' && term !== 'consumed'))
      return false;
    return (envelope === WHOLE_CONVENTION || one.envelope === envelope) && (line === null || one.line === line);
  });
}

/** Adds up amounts; each is counted once. */
export function sumOfMissed(missed: readonly MissedAmount[]): MissedSums {
  const unread = { AE: 0, CP: 0, unknown: 0 };
  const cents: Record<Nature, number | null> = { AE: null, CP: null };
  const [rows, readRows] = [new Set<number>(), new Set<number>()];
  const undated = { rows: 0, cents: 0 };
  for (const { row, nature, reason, cents: of } of missed) {
    if (reason === 'paymentDateUnread') {
      undated.rows += 1;
      undated.cents += of ?? 0;
      continue;
    }
    rows.add(row);
    if (of === null || nature === null) unread[nature ?? 'unknown'] += 1;
    else {
      cents[nature] = (cents[nature] ?? 0) + of;
      readRows.add(row);
    }
  }
  return { rows: rows.size, unread, readRows: readRows.size, cents, undated };
}

/** The amounts that the figures of an envelope lack, then the payments whose date cannot be read. */
export function lackedBy(
  { missed, undated }: Pick<Balances, 'missed' | 'undated'>,
  key: FigureKey,
  natures: readonly Nature[] = NATURES,
): readonly MissedAmount[] {
  const paid = natures.includes('CP') ? missedBy(undated, key, 'CP', 'consumed') : [];
  return [...missedInNatures(missed, key, natures), ...paid];
}

/** The amounts of several natures, each once, in the order of the rows. */
export function missedInNatures(
  missed: readonly MissedAmount[],
  key: FigureKey,
  natures: readonly Nature[] = NATURES,
): readonly MissedAmount[] {
  const found = new Set(natures.flatMap((nature) => missedBy(missed, key, nature)));
  return missed.filter((one) => found.has(one));
}
