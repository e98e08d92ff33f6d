/** Turns the outcome of the matching into groups: status, notes, repeated lines, counterparts on the other side. */
import type { CivilDate } from '../calendar/civil-date';
import { type Nature, NATURES } from '../money/nature';
import { compareTexts } from '../text';
import { type Amount, type ChorusAmount, type LedgerAmount, NO_DAY, sortedByFirst } from './amounts';
import type { ChorusSide } from './chorus-side';
import { codeDifferences } from './code-differences';
import {
  carriedOverCounterpart,
  counterpartOf,
  Counterparts,
  gapCounterpart,
  type FindOutside,
  unreadCounterpart,
} from './counterparts';
import { type Counterpart, type GroupNote, groupOf, type ReconciliationGroup } from './groups';
import type { RolledRest } from '../envelopes/outstanding/rolled-rests';
import type { LedgerSide } from './ledger-side';
import type { Outcome } from './matching/outcome';
import { identityOf } from './overlaps/versions';
import type { AmountMatch } from './matching/settle';
import { UnreadRows } from './unread-rows';

/**
 * The groups, and the amounts that were taken from those set aside: a payment dated before the day here, and after it
 * there.
 */
export interface Compared {
  readonly groups: ReconciliationGroup[];
  readonly taken: ReadonlySet<LedgerAmount | ChorusAmount>;
}

/**
 * The groups of both natures. `restsIncluded`: what the earlier years of the ledger leave by EJ, where the AE of an
 * extract may include it.
 */
export function groupsOfOutcome(
  outcomes: Readonly<Record<Nature, Outcome>>,
  ours: LedgerSide,
  theirs: ChorusSide,
  findOutside: FindOutside,
  restsIncluded: ReadonlyMap<string, RolledRest>,
): Compared {
  const groups: ReconciliationGroup[] = [];
  const taken = new Set<LedgerAmount | ChorusAmount>();
  const asideRows = [
    ...ours.notCompared,
    ...ours.reserved.map((amount) => ({ amount, why: 'reserved' as const })),
    ...ours.cancelled.map((amount) => ({ amount, why: 'cancelled' as const })),
  ];
  const restOf = (nature: Nature, rows: readonly LedgerAmount[], lines: readonly ChorusAmount[]) =>
    nature === 'AE' ? carriedOverCounterpart(rows, lines, restsIncluded) : null;
  for (const nature of NATURES) {
    const outcome = outcomes[nature];
    const apart = outcome.differing.map(({ rows }) => rows);
    const lineTwins = new Counterparts<ChorusAmount>([...outcome.rows, ...apart], theirs.notCompared);
    const rowTwins = new Counterparts<LedgerAmount>([...outcome.lines, ...apart], asideRows);
    const unreadable = new UnreadRows(nature, ours.notCompared, false);
    for (const match of outcome.matches) groups.push(matchedGroup(nature, match));
    for (const { rows, lines, gaveUp } of outcome.differing) {
      const notes: readonly GroupNote[] = gaveUp === 0 ? [] : [{ kind: 'searchGaveUp', amounts: gaveUp }];
      groups.push(
        groupOf(nature, 'amountDiffers', rows, lines, {
          by: byNumber(rows, lines),
          codes: codeDifferences(rows, lines, false),
          counterpart:
            unreadCounterpart(unreadable.find(lines), nature) ??
            gapCounterpart(nature, rows, lines, { rowTwins, lineTwins }) ??
            restOf(nature, rows, lines),
          notes,
        }),
      );
    }
    for (const rows of sortedByFirst(outcome.rows, (amounts) => amounts)) {
      const twin = lineTwins.find(rows);
      if (twin?.why === 'afterAsOf' && !taken.has(twin.amount) && isSameDp(rows, [twin.amount], twin.isSum)) {
        taken.add(twin.amount);
        groups.push(matchedGroup(nature, { rows, lines: [twin.amount], by: 'dp' }));
      } else groups.push(groupOf(nature, 'notInChorus', rows, [], { counterpart: counterpartOf(twin) }));
    }
    leftLines(nature, outcome, { ours, rowTwins, restOf, findOutside, taken }, groups);
  }
  return { groups, taken };
}

interface RowsAside {
  readonly ours: LedgerSide;
  readonly rowTwins: Counterparts<LedgerAmount>;
  readonly restOf: (nature: Nature, rows: readonly [], lines: readonly ChorusAmount[]) => Counterpart | null;
  readonly findOutside: FindOutside;
  readonly taken: Set<LedgerAmount | ChorusAmount>;
}

/** The groups of the lines that no row answers; a row whose amount is not read may be one of them. */
function leftLines(nature: Nature, outcome: Outcome, aside: RowsAside, groups: ReconciliationGroup[]): void {
  const { ours, rowTwins, restOf, findOutside, taken } = aside;
  const unread = new UnreadRows(nature, ours.notCompared, true);
  const repeated = repeatedLines(outcome);
  for (const lines of sortedByFirst(outcome.lines, (amounts) => amounts)) {
    const twin = rowTwins.find(lines);
    if (twin?.why === 'afterAsOf' && !taken.has(twin.amount) && isSameDp([twin.amount], lines, twin.isSum)) {
      taken.add(twin.amount);
      groups.push(matchedGroup(nature, { rows: [twin.amount], lines, by: 'dp' }));
      continue;
    }
    const own = unreadCounterpart(unread.find(lines), nature);
    const once = own === null ? lines.filter((line) => !repeated.has(line)) : lines;
    for (const line of lines) {
      const first = own === null ? repeated.get(line) : undefined;
      if (first) groups.push(groupOf(nature, 'twiceInChorus', [], [line], { repeats: first }));
    }
    const ofOnce = once.length === lines.length ? twin : rowTwins.find(once);
    const counterpart = own ?? counterpartOf(ofOnce) ?? restOf(nature, [], once) ?? findOutside(nature, once);
    if (once.length > 0) groups.push(groupOf(nature, 'notInLedger', [], once, { counterpart }));
  }
}

function matchedGroup(nature: Nature, { rows, lines, by }: AmountMatch): ReconciliationGroup {
  const codes = codeDifferences(rows, lines, true);
  return groupOf(nature, codes.length === 0 ? 'matched' : 'codesDiffer', rows, lines, {
    by,
    codes,
    notes: notesOf(rows, lines),
  });
}

const NO_NOTES: readonly GroupNote[] = [];

function notesOf(ofLedger: readonly LedgerAmount[], ofChorus: readonly ChorusAmount[]): readonly GroupNote[] {
  const [[row, ...rows], [line, ...lines]] = [ofLedger, ofChorus];
  if (!row || !line) return NO_NOTES;
  const otherDp = otherDpOf(ofLedger, ofChorus);
  if (rows.length > 0 || lines.length > 0) return otherDp === null ? NO_NOTES : [otherDp];
  const isOtherLine = row.ejLine !== '' && line.ejLine !== '' && row.ejLine !== line.ejLine;
  const isShifted = row.day !== line.day && row.day !== NO_DAY && line.day !== NO_DAY;
  if (otherDp === null && !isOtherLine && !isShifted) return NO_NOTES;
  return [
    ...(isShifted ? [{ kind: 'dateShift' as const, ledger: row.day as CivilDate, chorus: line.day as CivilDate }] : []),
    ...(otherDp === null ? [] : [otherDp]),
    ...(isOtherLine ? [{ kind: 'otherEjLine' as const, ledger: row.ejLine, chorus: line.ejLine }] : []),
  ];
}

/** The DP that each side alone names; null unless both do: a row may sum several DP and name one. */
function otherDpOf(rows: readonly LedgerAmount[], lines: readonly ChorusAmount[]): GroupNote | null {
  if (rows.length === 1 && lines.length === 1 && rows[0]?.dp === lines[0]?.dp) return null;
  const named = new Set(rows.flatMap(({ dp, otherDps }) => [dp, ...otherDps]));
  const paid = new Set(lines.map(({ dp }) => dp));
  const alone = (ones: ReadonlySet<string>, others: ReadonlySet<string>): string =>
    [...ones]
      .filter((dp) => dp !== '' && !others.has(dp))
      .sort(compareTexts)
      .join(', ');
  const [ledger, chorus] = [alone(named, paid), alone(paid, named)];
  return ledger === '' || chorus === '' ? null : { kind: 'otherDp', ledger, chorus };
}

/**
 * The lines left over that repeat, word for word, one that the ledger answers. With a DP number the key of Chorus
 * (société, exercice, DP, poste) is the same; without one, two equal instalments are two operations.
 */
function repeatedLines(outcome: Outcome): ReadonlyMap<ChorusAmount, ChorusAmount> {
  const left = new Set<string>();
  for (const lines of outcome.lines)
    for (const { line, dp, ej } of lines) if (dp !== '' || line.nature === 'AE') left.add(`${ej} ${dp}`);
  const repeated = new Map<ChorusAmount, ChorusAmount>();
  if (left.size === 0) return repeated;
  const answered = new Map<string, ChorusAmount>();
  for (const { rows, lines } of outcome.matches) {
    if (rows.length === 0) continue;
    for (const line of lines)
      if (left.has(`${line.ej} ${line.dp}`)) answered.set(`${identityOf(line)} ${line.codes.text}`, line);
  }
  for (const lines of outcome.lines) {
    for (const line of lines) {
      const first = answered.get(`${identityOf(line)} ${line.codes.text}`);
      if (first) repeated.set(line, first);
    }
  }
  return repeated;
}

/** The most precise number that a row and a line of the group share. */
function byNumber(rows: readonly LedgerAmount[], lines: readonly ChorusAmount[]): 'dp' | 'ejLine' | 'ej' {
  const share = (numberOf: (amount: Amount) => string): boolean => {
    const numbers = new Set(rows.map(numberOf).filter((number) => number !== ''));
    return lines.some((line) => numbers.has(numberOf(line)));
  };
  if (share(({ dp }) => dp)) return 'dp';
  return share(({ ejLine }) => ejLine) ? 'ejLine' : 'ej';
}

function isSameDp(rows: readonly LedgerAmount[], lines: readonly ChorusAmount[], isSum: boolean): boolean {
  const [[row], [line]] = [rows, lines];
  if (isSum || rows.length > 1 || lines.length > 1) return false;
  return row !== undefined && line !== undefined && row.dp !== '' && row.dp === line.dp;
}
