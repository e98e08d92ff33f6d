/**
 * The rows of the ledger as the published tables count them: the cents that each adds to the figures, and the published
 * poste that has them. The same rows make operations, postes and envelopes, so that the three tables add up alike.
 */
import type { Assignment } from '../../domain/envelopes/assignment';
import { shownLines, type Balances } from '../../domain/envelopes/figures';
import type { LedgerField, LedgerRow } from '../../domain/envelopes/ledger';
import type { KnownCents } from '../../domain/money/known-cents';
import { NATURES, type Nature } from '../../domain/money/nature';
import type { DocumentInput } from '../input';

/** The identifier of a published poste: the envelope and its rank, or what is in no poste. */
export type PosteKey = `${string}/${number | 'sans-poste' | 'rap'}`;

/** Cents of one row in one nature. */
export interface CountedCents {
  readonly consumed: number;
  readonly reserved: number;
  readonly poste: PosteKey;
}

/** A row of the ledger; null amounts for one without an envelope. */
export interface CountedRow {
  readonly row: LedgerRow;
  readonly assignment: Assignment;
  readonly counted: Readonly<Record<Nature, CountedCents>> | null;
}

/** The rows in reading order. */
export function countedRows({ charged, ledger, balances }: DocumentInput): readonly CountedRow[] {
  const ranks = ranksOfLines(charged.convention, balances);
  return ledger.rows.map((row): CountedRow => {
    const assignment = charged.assign(row);
    if (assignment.kind === 'unchecked') return { row, assignment, counted: null };
    const { envelope, line } = assignment;
    const effect = charged.effectOf(row);
    const own: PosteKey = `${envelope.code}/${line ? (ranks.get(line.index) ?? 0) : 'sans-poste'}`;
    return {
      row,
      assignment,
      counted: {
        AE: { consumed: effect.aeConsumed, reserved: effect.aeReserved, poste: own },
        CP: {
          consumed: effect.cpConsumed,
          reserved: effect.cpReserved,
          poste: effect.onRap ? `${envelope.code}/rap` : own,
        },
      },
    };
  });
}

/** The rank of each poste in its envelope, from 1. */
function ranksOfLines({ envelopes }: DocumentInput['convention'], balances: Balances): ReadonlyMap<number, number> {
  return new Map(
    envelopes.flatMap((envelope) =>
      shownLines(envelope, balances).map(({ index }, rank) => [index, rank + 1] as const),
    ),
  );
}

/** The sums of counted rows by published poste. */
export class PosteSums {
  private readonly sums = new Map<string, { consumed: number; reserved: number }>();

  constructor(rows: readonly CountedRow[]) {
    for (const { counted } of rows) {
      if (!counted) continue;
      for (const nature of NATURES) {
        const { poste, consumed, reserved } = counted[nature];
        const sum = this.of(poste, nature);
        this.sums.set(`${nature} ${poste}`, {
          consumed: sum.consumed + consumed,
          reserved: sum.reserved + reserved,
        });
      }
    }
  }

  of(poste: PosteKey, nature: Nature): { readonly consumed: number; readonly reserved: number } {
    return this.sums.get(`${nature} ${poste}`) ?? { consumed: 0, reserved: 0 };
  }
}

/** Null when the ledger lacks the column that makes the figure. */
export function knownIf(missing: LedgerField | null, cents: number): KnownCents {
  return missing === null ? cents : null;
}
