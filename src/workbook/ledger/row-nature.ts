/** Rows whose one amount, or one date, is of the commitment or of the payment: each keeps what its nature gives. */
import type { AmountReading, DateReading, LedgerRow } from '../../domain/envelopes/ledger';
import type { Nature } from '../../domain/money/nature';
import { textOf, type CellValue } from '../cells';
import { isOneColumn, type LedgerBlock } from './ledger-source';
import { natureOfCell } from './nature-words';
import { paymentIn } from './rows/payments/not-paid-words';

const ABSENT: { readonly kind: 'absent' } = { kind: 'absent' };
/** Distinct words that are remembered. */
const MOST_REMEMBERED = 1_000;

/** The nature of the rows of one block. */
export class RowNature {
  private readonly known = new Map<string, Nature | null>();

  private constructor(
    /** The position of the words; −1 when the amounts alone decide. */
    private readonly position: number,
    private readonly sharesAmount: boolean,
    private readonly sharesDate: boolean,
  ) {}

  /** Null for a block in which every field has its own column. `left` is the column of the first cell of a row. */
  static of(block: LedgerBlock, left: number): RowNature | null {
    const { natureColumn } = block;
    const [amount, date] = [isOneColumn(block, 'ae', 'cp'), isOneColumn(block, 'commitmentDate', 'paymentDate')];
    return amount || date ? new RowNature(natureColumn === undefined ? -1 : natureColumn - left, amount, date) : null;
  }

  /** The row without what its nature does not give; its amount is unreadable when its words give no nature. */
  apply(row: LedgerRow, values: readonly CellValue[]): LedgerRow {
    const words = this.wordsOf(values);
    const nature = this.natureOf(words);
    const { ae, cp } = this.sharesAmount ? amountsOf(row.ae, nature, words) : row;
    if (!this.sharesDate) return { ...row, ae, cp };
    const [commits, pays] = this.sharesAmount ? [nature !== 'CP', nature !== 'AE'] : [isGiven(ae), isGiven(cp)];
    const neither = !commits && !pays;
    return {
      ...row,
      ae,
      cp,
      commitmentDate: commits || (neither && nature !== 'CP') ? row.commitmentDate : absentDate(),
      paymentDate: pays || (neither && nature === 'CP') ? row.paymentDate : absentDate(),
    };
  }

  /** The words that give the nature of a row; empty when the amounts alone decide. */
  wordsOf(values: readonly CellValue[]): string {
    return this.position < 0 ? '' : textOf(values[this.position] ?? null).trim();
  }

  private natureOf(words: string): Nature | null {
    const known = this.known.get(words);
    if (known !== undefined) return known;
    const nature = words === '' ? null : natureOfCell(words);
    if (this.known.size < MOST_REMEMBERED) this.known.set(words, nature);
    return nature;
  }
}

function amountsOf(
  amount: AmountReading,
  nature: Nature | null,
  words: string,
): { readonly ae: AmountReading; readonly cp: AmountReading } {
  if (nature === 'AE') return { ae: amount, cp: ABSENT };
  if (nature === 'CP') return { ae: ABSENT, cp: paymentIn(amount) };
  return { ae: amount.kind === 'amount' ? { kind: 'unreadable', raw: amount.raw, nature: words } : amount, cp: ABSENT };
}

/** A zero is no amount. */
function isGiven(amount: AmountReading): boolean {
  return amount.kind !== 'absent' && !(amount.kind === 'amount' && amount.cents === 0);
}

function absentDate(): DateReading {
  return ABSENT;
}
