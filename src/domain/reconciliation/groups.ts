/** The result of the reconciliation: groups of amounts that match, or that nothing matches. Every amount is in one. */
import type { CivilDate } from '../calendar/civil-date';
import type { RowKey } from '../envelopes/ledger';
import type { RowOutside } from '../envelopes/reading-facts';
import type { ImputationField } from '../imputation/imputation';
import type { Nature } from '../money/nature';
import type { ChorusAmount, LedgerAmount, NotCompared } from './amounts';
import type { RolledRest } from '../envelopes/outstanding/rolled-rests';

/**
 * Status of a group: rapproché; écart de montant (CHO-03); imputation différente (CHO-04); absent de Chorus (CHO-01);
 * absent du suivi (CHO-02); en double dans Chorus (CHO-05); en cours (certified or invoiced beside what is reserved,
 * for information); hors comparaison; hors convention (lines of the extract that are charged to other credits).
 */
export const GROUP_STATUSES = [
  'matched',
  'amountDiffers',
  'codesDiffer',
  'notInChorus',
  'notInLedger',
  'twiceInChorus',
  'inProgress',
  'notCompared',
  'outsideConvention',
] as const;

/** One of them. */
export type GroupStatus = (typeof GROUP_STATUSES)[number];

/**
 * The means by which the two sides were matched: DP number, EJ and poste, EJ and amount, sum of the EJ, a few amounts
 * that add up to one, an amount and a date alone (no number given), lines that cancel each other, the list of restes à
 * payer.
 */
export type MatchedBy = 'dp' | 'ejLine' | 'ejAmount' | 'ej' | 'subset' | 'amountAndDate' | 'netZero' | 'rap';

/** Information on a group that is not a fault. */
export type GroupNote =
  /** The dates differ inside the credit year. */
  | { readonly kind: 'dateShift'; readonly ledger: CivilDate; readonly chorus: CivilDate }
  /** The two sides name different DP (separated by commas) or different postes for the same amount. */
  | { readonly kind: 'otherDp'; readonly ledger: string; readonly chorus: string }
  | { readonly kind: 'otherEjLine'; readonly ledger: string; readonly chorus: string }
  /** Too many amounts to look for those that add up: they are compared as a whole. */
  | { readonly kind: 'searchGaveUp'; readonly amounts: number };

/** Cents of one code, of one EJ or of one DP, on each side. */
export interface CodeShares {
  readonly field: ImputationField | 'ejNumber' | 'dpNumber';
  readonly ledger: readonly CodeShare[];
  readonly chorus: readonly CodeShare[];
  /** The codes of the convention, where Chorus has others and no code of the ledger contradicts it. */
  readonly allowed?: readonly string[];
}

/** A code, empty for a row that gives none, and the net amount charged to it. For axe ministériel 2, the code is that of the envelope. */
export interface CodeShare {
  readonly code: string;
  readonly cents: number;
}

/**
 * The same operation on the other side, where it is not compared: of another credit year, after the day of the
 * reconciliation, left by earlier years to be paid (`carriedOver`), or (for what only Chorus has) entered and not
 * marked as paid, or still a project. Of a group whose amounts differ, it is what makes up the gap. `unread`: a row of
 * the ledger with its number, and no amount that is read; `outside`: a row of the workbook with its number that is set
 * aside or not read; `otherExtract`: the same line in another extract, which counts once.
 */
export interface Counterpart {
  readonly kind:
    | 'otherYear'
    | 'afterAsOf'
    | 'carriedOver'
    | 'otherExtract'
    | 'unpaid'
    | 'project'
    | 'cancelled'
    | 'unread'
    | 'outside';
  readonly date: CivilDate | null;
  /** The row of the ledger; null when the counterpart is a line of Chorus. */
  readonly row: RowKey | null;
  /** Of `unread`: what is in the cell of the amount, empty for a blank one, and the number that the row has. */
  readonly cell?: { readonly raw: string; readonly by: 'dp' | 'ej' };
  /** Of `otherYear`, for a line of Chorus without a day. */
  readonly exercise?: number;
  /** Of `otherExtract`: that line, and the position of its extract. */
  readonly line?: { readonly extract: number; readonly line: number };
  /** Of `outside`: that row, and the number that it has. */
  readonly place?: { readonly row: RowOutside; readonly by: 'dp' | 'ej' };
}

/** A group. Cents; `gap` is ledger (with the listed RAP) − Chorus. */
export interface ReconciliationGroup {
  readonly nature: Nature;
  readonly status: GroupStatus;
  readonly by: MatchedBy | null;
  /** Why it is not compared; null in every other status. */
  readonly why: NotCompared | null;
  readonly rows: readonly LedgerAmount[];
  readonly lines: readonly ChorusAmount[];
  readonly ledgerCents: number;
  readonly chorusCents: number;
  readonly gap: number;
  /**
   * The opening amount that the carry-over of an EJ is compared with: of ENV_RAP, with its position in that table, or
   * what the earlier years of the ledger leave.
   */
  readonly listed: { readonly cents: number; readonly index: number; readonly year: number } | RolledRest | null;
  readonly codes: readonly CodeShares[];
  readonly counterpart: Counterpart | null;
  /** For a line that is twice in Chorus: the line that it repeats. */
  readonly repeats: ChorusAmount | null;
  readonly notes: readonly GroupNote[];
}

/** The statuses whose amounts enter the comparison of the totals. */
export function isCompared({ status, by }: ReconciliationGroup): boolean {
  return status !== 'notCompared' && status !== 'outsideConvention' && status !== 'inProgress' && by !== 'rap';
}

const GAPS: ReadonlySet<GroupStatus> = new Set<GroupStatus>([
  'amountDiffers',
  'codesDiffer',
  'notInChorus',
  'notInLedger',
  'twiceInChorus',
]);

/** True for a status that somebody must explain or correct, where something was compared (`conclusion.ts`). */
export function isGap({ status }: ReconciliationGroup): boolean {
  return GAPS.has(status);
}

/** Groups from the largest gap to the smallest; at equal gaps the largest amount first, then the given order. */
export function largestFirst(groups: readonly ReconciliationGroup[]): readonly ReconciliationGroup[] {
  const sizeOf = ({ ledgerCents, chorusCents }: ReconciliationGroup): number =>
    Math.max(Math.abs(ledgerCents), Math.abs(chorusCents));
  return [...groups].sort((one, other) => Math.abs(other.gap) - Math.abs(one.gap) || sizeOf(other) - sizeOf(one));
}

type Optional = 'why' | 'by' | 'listed' | 'codes' | 'counterpart' | 'repeats' | 'notes';

const NONE: readonly never[] = [];

/** A group with its sums. */
export function groupOf(
  nature: Nature,
  status: GroupStatus,
  rows: readonly LedgerAmount[],
  lines: readonly ChorusAmount[],
  more: Partial<Pick<ReconciliationGroup, Optional>> = {},
): ReconciliationGroup {
  let [ledgerCents, chorusCents] = [0, 0];
  for (const { cents } of rows) ledgerCents += cents;
  for (const { cents } of lines) chorusCents += cents;
  const gap = ledgerCents + (more.listed?.cents ?? 0) - chorusCents;
  // Member by member: objects made by spreading are several times slower to read, and there is one for each row.
  return {
    nature,
    status,
    by: more.by ?? null,
    why: more.why ?? null,
    rows,
    lines,
    ledgerCents,
    chorusCents,
    gap,
    listed: more.listed ?? null,
    codes: more.codes ?? NONE,
    counterpart: more.counterpart ?? null,
    repeats: more.repeats ?? null,
    notes: more.notes ?? NONE,
  };
}
