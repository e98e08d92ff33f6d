/**
 * The lines of the extracts that may hold an amount and were not read, or whose status is not known. While there are
 * any, no gap was found among what was read, and that is not yet an agreement of the two sides.
 */
import type { ReconciliationGroup } from './groups';
import type { ChorusExtract, ExtractRefusal, ShownTotal } from './extract';
import type {
  AnnouncedPart,
  IgnoredLine,
  UnheadedColumn,
  UnknownStatus,
  UncountedColumn,
  UnreadYears,
} from './extract-reading';

/** The unread lines of one extract, with their numbers in the file or the sheet, from 1. */
export interface UnreadExtract {
  readonly source: string;
  readonly lines: readonly number[];
  /** The sum of those lines in cents; null when some of their amounts are not known. */
  readonly cents: number | null;
  /** The totals that the extract shows, and that its lines do not add up to. */
  readonly otherTotals: readonly ShownTotal[];
  readonly unheaded: readonly UnheadedColumn[];
  readonly unused: readonly UncountedColumn[];
  /** Statuses in words that are not known: their lines are read, and may have no effect. */
  readonly statuses: readonly UnknownStatus[];
  /** Years and dates that are not read, and may be of another year: their lines are compared all the same. */
  readonly years: readonly UnreadYears[];
  /** Words that announce that the extract is not whole; null without any. */
  readonly part: AnnouncedPart | null;
  /** Why nothing of it was read; null when it was. */
  readonly refusal: ExtractRefusal | null;
}

const MAY_HOLD_AN_AMOUNT: Readonly<Record<IgnoredLine['reason'], boolean>> = {
  empty: false,
  preamble: false,
  headings: false,
  note: false,
  total: false,
  zero: false,
  reservation: false,
  cancelled: false,
  notValidated: false,
  amountUnreadable: true,
  otherCurrency: true,
  movementUnknown: true,
  tooManyCells: true,
  otherHeadings: true,
  aboveHeadings: true,
  cutShort: true,
};

/**
 * The extracts that were not read to the end, in their order; empty when all of them were. `groups`: what became of
 * their lines; `year`: of the credits.
 */
export function unreadOf(
  extracts: readonly ChorusExtract[],
  groups: readonly ReconciliationGroup[],
  year: number,
): readonly UnreadExtract[] {
  const held = pagesHeld(extracts);
  return extracts.flatMap((extract, at) => {
    const { source, ignored, shownTotals, unheaded = [], unused = [], statuses = [], refusal = null } = extract;
    const years = (extract.years ?? []).filter((one) => one.years.length === 0 || one.years.some((of) => of !== year));
    const part = isMissingPages(extract, held) ? (extract.part ?? null) : null;
    const left = [...ignored.filter(isUnread), ...linesOfDamagedEjs(groups, at)];
    const lines = left.map(({ line }) => line).sort((one, other) => one - other);
    const cents = left.reduce<number | null>((sum, one) => added(sum, one.cents ?? null), 0);
    const otherTotals = shownTotals.filter(({ agrees }) => !agrees);
    const isWhole = otherTotals.length === 0 && part === null && refusal === null;
    const isRead = isWhole && [lines, unheaded, unused, statuses, years].every(({ length }) => length === 0);
    return isRead
      ? []
      : [
          {
            source,
            lines,
            cents: lines.length === 0 ? null : cents,
            otherTotals,
            unheaded,
            unused,
            statuses,
            years,
            part,
            refusal,
          },
        ];
  });
}

/** The lines of an extract whose EJ is unreadable, each once, with the larger of its amounts. */
function linesOfDamagedEjs(
  groups: readonly ReconciliationGroup[],
  extract: number,
): readonly Pick<IgnoredLine, 'line' | 'cents'>[] {
  const centsOf = new Map<number, number>();
  for (const { why, lines } of groups) {
    if (why !== 'ejUnreadable') continue;
    for (const { extract: of, line, cents } of lines) {
      const known = centsOf.get(line.line) ?? 0;
      if (of === extract) centsOf.set(line.line, Math.abs(cents) > Math.abs(known) ? cents : known);
    }
  }
  return [...centsOf].filter(([, cents]) => cents !== 0).map(([line, cents]) => ({ line, cents }));
}

function added(sum: number | null, cents: number | null): number | null {
  return sum === null || cents === null ? null : sum + cents;
}

/** The pages that extracts of one kind hold together: « Page 1/2 » in one file, « Page 2/2 » in another. */
function pagesHeld(extracts: readonly ChorusExtract[]): ReadonlyMap<string, ReadonlySet<number>> {
  const held = new Map<string, Set<number>>();
  for (const extract of extracts) {
    const known = held.get(kindOf(extract)) ?? new Set();
    for (const page of extract.part?.pages?.held ?? []) known.add(page);
    held.set(kindOf(extract), known);
  }
  return held;
}

function isMissingPages(extract: ChorusExtract, held: ReadonlyMap<string, ReadonlySet<number>>): boolean {
  const pages = extract.part?.pages;
  return pages === undefined || (held.get(kindOf(extract))?.size ?? 0) < pages.of;
}

/** Its shape, the natures of its lines, and the words that announce its pages, whatever their numbers. */
function kindOf({ shape, lines, part }: ChorusExtract): string {
  const natures = [...new Set(lines.map(({ nature }) => nature))].sort();
  return [shape, ...natures, part?.pages?.of, part?.words.replace(/\d+/g, '#')].join('|');
}

/** True for a line that may hold an amount, and was not read. */
export function isUnread({ reason }: IgnoredLine): boolean {
  return MAY_HOLD_AN_AMOUNT[reason];
}
