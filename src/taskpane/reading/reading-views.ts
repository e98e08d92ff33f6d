/** The account of reading as a screen shows it: the unread places first, then each sheet, and the sums by role. */
import type { UnreadAmounts } from '../../domain/envelopes/reading-facts';
import { parseArea, type Area } from '../../workbook/cells';
import { placesWithoutOperations } from '../situation/unread-places';
import type { ReadingEntry, ReadingRole, ReadingSums } from '../../workbook/reading/account';

/** Places that a screen lists; the others are counted, and are in the totals. */
const MOST_SHOWN = 200;

/** In the order of the totals. */
export const ROLES: readonly ReadingRole[] = ['unread', 'ledger', 'convention', 'document', 'derived', 'setAside'];

/** Rows and sums of several places. */
export interface PlacesTotal {
  readonly places: number;
  readonly rows: number;
  readonly sums: ReadingSums;
  readonly unreadable: number;
}

/** A place of the account. */
export interface PlaceView {
  /** Distinct within one account. */
  readonly key: string;
  readonly entry: ReadingEntry;
  /** Null when the account gives no range of cells. */
  readonly area: Area | null;
}

export interface ReadingViews {
  readonly unread: PlacesTotal & { readonly listed: readonly PlaceView[] };
  /** The places that are read or left out for a reason, by sheet. */
  readonly sheets: readonly {
    readonly name: string;
    readonly isHidden: boolean;
    readonly listed: readonly PlaceView[];
  }[];
  /** The roles that the workbook has. Together they are the whole workbook. */
  readonly roles: readonly (PlacesTotal & { readonly role: ReadingRole })[];
  readonly whole: PlacesTotal;
  /** Places with amounts in which no operation is known. */
  readonly withoutOperations: number;
  /** Cells of amounts, in rows of the ledger, that hold no amount. */
  readonly unreadable: number;
  /** Places that are not listed. */
  readonly more: number;
}

/** The views of an account, whose entries are in the order of the workbook. */
export function readingViews(entries: readonly ReadingEntry[], most = MOST_SHOWN): ReadingViews {
  const unread = entries.filter(({ role }) => role === 'unread');
  const others = entries.filter(({ role }) => role !== 'unread');
  const listed = [...unread, ...others].slice(0, most).map(placeView);
  const ofRoles = ROLES.map((role) => ({ role, ...totalOf(entries.filter((entry) => entry.role === role)) }));
  return {
    unread: { ...totalOf(unread), listed: listed.filter(({ entry }) => entry.role === 'unread') },
    sheets: bySheet(listed.filter(({ entry }) => entry.role !== 'unread')),
    roles: ofRoles.filter(({ places }) => places > 0),
    whole: totalOf(entries),
    withoutOperations: placesWithoutOperations(entries).length,
    unreadable: entries.reduce((count, { role, unreadable }) => (role === 'ledger' ? count + unreadable : count), 0),
    more: entries.length - listed.length,
  };
}

/** Rows and sums of these places, together. */
export function totalOf(entries: readonly ReadingEntry[]): PlacesTotal {
  const sums = { ae: 0, cp: 0, other: 0 };
  let [rows, unreadable] = [0, 0];
  for (const entry of entries) {
    rows += entry.rows;
    unreadable += entry.unreadable;
    sums.ae += entry.sums.ae;
    sums.cp += entry.sums.cp;
    sums.other += entry.sums.other;
  }
  return { places: entries.length, rows, sums, unreadable };
}

function placeView(entry: ReadingEntry, index: number): PlaceView {
  return {
    key: `${entry.sheet}!${entry.area} ${entry.role} ${entry.reason} ${index}`,
    entry,
    area: parseArea(entry.area),
  };
}

function bySheet(listed: readonly PlaceView[]): ReadingViews['sheets'] {
  const names = [...new Set(listed.map(({ entry }) => entry.sheet))];
  return names.map((name) => {
    const ofSheet = listed.filter(({ entry }) => entry.sheet === name);
    return { name, isHidden: ofSheet.some(({ entry }) => entry.isHidden), listed: ofSheet };
  });
}

/** A decision that a place allows. */
export type WayOut = 'ledger' | 'headings' | 'columns' | 'extend' | 'setAside';

const NO_WAY: ReadonlySet<WayOut> = new Set();
const BLOCK: ReadonlySet<WayOut> = new Set<WayOut>(['ledger', 'headings', 'setAside']);
const ROWS: ReadonlySet<WayOut> = new Set<WayOut>(['ledger', 'setAside']);
const COLUMN: ReadonlySet<WayOut> = new Set<WayOut>(['columns', 'setAside']);
const EXTENDABLE: ReadonlySet<WayOut> = new Set<WayOut>(['extend', 'setAside']);
const COUNTED: ReadonlySet<WayOut> = new Set<WayOut>(['setAside']);

/** The ways out of a place: none unless it is unread. */
export function waysOutOf(entry: ReadingEntry): ReadonlySet<WayOut> {
  const { role, reason } = entry;
  if (role !== 'unread') return NO_WAY;
  if (reason === 'columnNotUsed') return entry.isOfRegister || entry.isApart ? COUNTED : COLUMN;
  if (reason === 'belowRegister' || reason === 'besideRows') return COUNTED;
  if (reason === 'natureUnknown') return isWhole(entry) ? COUNTED : NO_WAY;
  if (reason === 'amongAside') return isWhole(entry) ? ROWS : COUNTED;
  return reason === 'notRecognised' || reason === 'mayBeSpent' ? BLOCK : ROWS;
}

/** The ways out of the amounts of a finding (LEC-01, 02, 03). */
export function waysOutOfAmounts(unread: UnreadAmounts): ReadonlySet<WayOut> {
  const { what, isCounted, isExtendable, isAmongAside } = unread;
  if (isCounted) return isExtendable ? EXTENDABLE : COUNTED;
  if (unread.isOfRegister) return isExtendable ? EXTENDABLE : COUNTED;
  if (isAmongAside) return isWhole(unread) ? ROWS : COUNTED;
  if (unread.isApart || unread.why === 'besideRows') return COUNTED;
  return { area: BLOCK, beside: ROWS, column: COLUMN }[what];
}

/** True when every row of the place is concerned: a decision on the place is then one on no other row. */
function isWhole({ area, rows }: Pick<ReadingEntry, 'area' | 'rows'>): boolean {
  return parseArea(area)?.rows === rows;
}
