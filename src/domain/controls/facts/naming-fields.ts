/** The column by which each table of a ledger names the envelopes of its rows, and the whole ledger. */
import type { ChargedLedger } from '../../envelopes/charged-ledger';
import type { BlockHeadings, LedgerRow, RowKey } from '../../envelopes/ledger';
import { envelopeFieldOf } from '../../envelopes/envelope-field';
import { namingFieldOf } from '../../envelopes/naming/naming-field';
import type { ImputationField } from '../../imputation/imputation';
import { firstRowFrom } from './rows-by-key';

/** The naming columns of one ledger; each is found when it is first asked for. */
export class NamingFields {
  private whole: ImputationField | null = null;
  private deciding: ImputationField | null = null;
  private readonly ofTables = new Map<BlockHeadings, ImputationField>();

  constructor(private readonly charged: Pick<ChargedLedger, 'ledger' | 'convention' | 'assign'>) {}

  /** Of the whole ledger. */
  get ofLedger(): ImputationField {
    const { ledger, convention, assign } = this.charged;
    return (this.whole ??= namingFieldOf(convention, assign, ledger.rows, ledger.fields));
  }

  /** Of a row that names no envelope: a code of the field that decides is the fault, else the column of its table. */
  of({ imputation, key }: Pick<LedgerRow, 'imputation' | 'key'>): ImputationField {
    this.deciding ??= envelopeFieldOf(this.charged.convention);
    return imputation[this.deciding].kind === 'absent' ? this.at(key) : this.deciding;
  }

  /** Of the table that a row belongs to. */
  at(key: RowKey): ImputationField {
    const { headings } = this.charged.ledger;
    const after = headings.findIndex(({ row }) => row > key);
    const table = headings.at((after < 0 ? headings.length : after) - 1);
    if (headings.length < 2 || !table) return this.ofLedger;
    const known = this.ofTables.get(table) ?? this.in(table, headings[after]);
    this.ofTables.set(table, known);
    return known;
  }

  private in(table: BlockHeadings, next: BlockHeadings | undefined): ImputationField {
    const { ledger, convention, assign } = this.charged;
    const rows = ledger.rows.slice(firstRowFrom(ledger, table.row), next && firstRowFrom(ledger, next.row));
    return namingFieldOf(convention, assign, rows, table.fields);
  }
}
