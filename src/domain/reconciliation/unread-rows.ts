/**
 * Rows of the ledger that have the number of an operation and no amount that is read for it: « vingt mille », an error,
 * a blank. What Chorus has under that number may be theirs: it is not missing, and not to be added a second time.
 */
import type { AmountReading, LedgerRow } from '../envelopes/ledger';
import type { Nature } from '../money/nature';
import { type ChorusAmount, type LedgerAmount, type NotCompared } from './amounts';
import { compareTexts } from '../text';

/** A row without a readable amount, and the number by which it is that of an operation of Chorus. */
export interface RowWithoutAmount {
  readonly amount: LedgerAmount;
  readonly by: 'dp' | 'ej';
}

/** The rows of one nature without a readable amount, by DP and by EJ. */
export class UnreadRows {
  private readonly byDp = new Map<string, LedgerAmount>();
  private readonly byEj = new Map<string, LedgerAmount>();
  /** Of rows that name no DP, which any DP of their EJ may be. */
  private readonly byEjAlone = new Map<string, LedgerAmount>();

  constructor(
    private readonly nature: Nature,
    aside: readonly { readonly amount: LedgerAmount; readonly why: NotCompared }[],
    /** A blank cell beside other rows of the EJ lacks nothing for sure. */
    withBlanks: boolean,
  ) {
    for (const { amount, why } of aside) {
      if (why === 'cancelled' || natureWithoutAmount(amount) !== nature) continue;
      if (withBlanks || isUnreadable(readingOf(amount.row, nature))) this.add(amount);
    }
  }

  /** The row that may hold the amount of these lines: of their DP, else of their EJ where one side names no DP. */
  find(lines: readonly ChorusAmount[]): RowWithoutAmount | null {
    if (this.nature === 'CP') {
      const ofDp = firstIn(lines, ({ dp }) => this.byDp.get(dp));
      if (ofDp !== null) return { amount: ofDp, by: 'dp' };
    }
    const ofEj = firstIn(lines, ({ ej, dp }) =>
      (this.nature === 'AE' || dp === '' ? this.byEj : this.byEjAlone).get(ej),
    );
    return ofEj && { amount: ofEj, by: 'ej' };
  }

  private add(amount: LedgerAmount): void {
    for (const dp of [amount.dp, ...amount.otherDps]) keepFirst(this.byDp, dp, amount);
    keepFirst(this.byEj, amount.ej, amount);
    if (amount.dp === '') keepFirst(this.byEjAlone, amount.ej, amount);
  }
}

/** True for a reading with something in the cell, which is no amount. */
function isUnreadable({ kind }: AmountReading): boolean {
  return kind === 'unreadable' || kind === 'cellError';
}

/** The cell of the amount of a row. */
export function readingOf(row: LedgerRow, nature: Nature): AmountReading {
  return nature === 'AE' ? row.ae : row.cp;
}

/** The text of the cell; empty for a blank one. */
export function rawOf(reading: AmountReading): string {
  return reading.kind === 'absent' ? '' : reading.raw;
}

/** The nature of the amount that the row lacks; null for one that is read. A row without any amount pays or commits. */
function natureWithoutAmount({ row, nature }: LedgerAmount): Nature | null {
  if (isUnreadable(readingOf(row, nature))) return nature;
  if (row.ae.kind !== 'absent' || row.cp.kind !== 'absent') return null;
  return row.dpNumber !== '' || row.paymentDate.kind !== 'absent' ? 'CP' : 'AE';
}

function firstIn(
  lines: readonly ChorusAmount[],
  find: (line: ChorusAmount) => LedgerAmount | undefined,
): LedgerAmount | null {
  return lines.map(find).reduce<LedgerAmount | null>((first, one) => earlier(first, one ?? null), null);
}

function keepFirst(rows: Map<string, LedgerAmount>, number: string, amount: LedgerAmount): void {
  if (number !== '') rows.set(number, earlier(rows.get(number) ?? null, amount) ?? amount);
}

/** The one to name of two: with something in its cell, then by its text, then the first of the ledger. */
function earlier(one: LedgerAmount | null, other: LedgerAmount | null): LedgerAmount | null {
  if (one === null || other === null) return one ?? other;
  const [text, otherText] = [one, other].map(({ row, nature }) => rawOf(readingOf(row, nature))) as [string, string];
  const order =
    Number(text === '') - Number(otherText === '') || compareTexts(text, otherText) || one.row.key - other.row.key;
  return order <= 0 ? one : other;
}
