/**
 * The facts that several controls need of one ledger, computed once per run: the verdicts on codes, the commitments of
 * each EJ, the consumption in the order of time. Nothing here judges.
 */
import type { Assignment } from '../../envelopes/assignment';
import type { ChargedLedger } from '../../envelopes/charged-ledger';
import type { Envelope } from '../../envelopes/convention';
import type { Decommitments } from '../../envelopes/decommitments';
import type { Balances } from '../../envelopes/figures';
import type { BlockHeadings, LedgerField, LedgerRow, RowKey } from '../../envelopes/ledger';
import type { CodeReading, ImputationField } from '../../imputation/imputation';
import type { Slices } from '../../slices';
import type { LinelessRows } from '../findings/details/lec';
import { Advances } from './advances';
import { AxisNames } from './axis-names';
import { CeilingFacts } from './ceiling-facts';
import { fixedCeiling, overrunsOf, type Overrun } from './ceiling-walk';
import { CodeBook, type CodeVerdict } from './code-book';
import { Commitments } from './commitments';
import { KnownPieces } from './pieces/known-pieces';
import { LineNames } from './line-names';
import { linelessRowsOf } from './lineless-rows';
import { missingCommitment, missingPayment, type KnownAmounts, type MissingAmount } from './pieces/missing-amounts';
import { NamingFields } from './naming-fields';
import { calmDaysOf } from './period';
import { traitsOf, type CalmDays } from './row-traits';
import { timelinesInSlices, type Timelines } from './timeline';

/** The facts of one run of the controls. */
export class Inspection extends CeilingFacts {
  /** The commitments in advance, and those above a quarter of the AE of their envelope (PER-03). */
  readonly advances: Advances;
  readonly axisNames: AxisNames;
  readonly lineNames: LineNames;
  readonly naming: NamingFields;
  private readonly calmDays: CalmDays;
  private readonly codes: CodeBook;
  private rapOverruns: readonly Overrun<Envelope>[] | null = null;
  private lineless: ReadonlyMap<RowKey, LinelessRows> | null = null;
  private readonly knownAmounts: KnownAmounts;
  private lastRow: LedgerRow | null = null;
  private assignment: Assignment = { kind: 'unchecked', reason: 'envelopeAbsent' };
  private codeVerdicts: readonly CodeVerdict[] = [];
  private traits = 0;

  private constructor(
    charged: ChargedLedger,
    override readonly balances: Balances,
    readonly commitments: Commitments,
    timelines: Timelines,
  ) {
    super(charged, timelines, balances);
    this.advances = new Advances(charged);
    this.axisNames = new AxisNames(charged.convention);
    this.lineNames = new LineNames(charged.convention);
    this.naming = new NamingFields(charged);
    this.calmDays = calmDaysOf(charged.convention);
    this.codes = new CodeBook(charged.convention, charged.ledger.fields);
    this.knownAmounts = {
      ...{ asOf: charged.asOf, commitments },
      paid: once(() => new KnownPieces(charged.ledger.rows, 'cp')),
      committed: once(() => new KnownPieces(charged.ledger.rows, 'ae')),
    };
  }

  /** Reads the ledger, whose balances are given, yielding between slices of rows. */
  static *inSlices(charged: ChargedLedger, balances: Balances): Slices<Inspection> {
    const commitments = yield* Commitments.inSlices(charged);
    const timelines = yield* timelinesInSlices(charged);
    return new Inspection(charged, balances, commitments, timelines);
  }

  /** The retraits of the ledger. */
  get decommitments(): Decommitments {
    return this.charged.decommitments;
  }

  /** The AE that a retrait frees at the date of the controls, in cents; 0 when it frees none. */
  freedBy(row: LedgerRow): number {
    if (this.assignmentOf(row).kind !== 'assigned') return 0;
    return Math.max(0, 0 - this.charged.effectOf(row).aeConsumed);
  }

  /** The columns of the table that a row belongs to. */
  fieldsAt(key: RowKey): ReadonlySet<LedgerField> {
    return this.tableAt(key).fields;
  }

  /** The envelope and the poste that a row is charged to. */
  assignmentOf(row: LedgerRow): Assignment {
    if (row !== this.lastRow) this.turnTo(row);
    return this.assignment;
  }

  /** The faults of the codes of a row. */
  codeVerdictsOf(row: LedgerRow): readonly CodeVerdict[] {
    if (row !== this.lastRow) this.turnTo(row);
    return this.codeVerdicts;
  }

  /** True for a code of the convention whose row cannot be read. */
  isOfUnreadCode(field: ImputationField, reading: CodeReading): boolean {
    return this.codes.isOfUnreadCode(field, reading);
  }

  /** Bits of `row-traits.ts`. */
  traitsOf(row: LedgerRow): number {
    if (row !== this.lastRow) this.turnTo(row);
    return this.traits;
  }

  /** The payments on earlier EJ above the opening RAP of their envelope (PLA-05), which EJ-02 leaves out. */
  rapOverrunsOf(): readonly Overrun<Envelope>[] {
    return (this.rapOverruns ??= overrunsOf(
      this.timelineOf('CP'),
      this.ledger.rows,
      ({ envelope, onRap }) => (onRap ? envelope : null),
      ({ openingRap }) => fixedCeiling(openingRap.cents),
    ));
  }

  /** The rows without a poste of each envelope, by the first of them (LEC-06). */
  get linelessRows(): ReadonlyMap<RowKey, LinelessRows> {
    return (this.lineless ??= linelessRowsOf(this));
  }

  /** The amounts that the piece of a row lacks (DON-01). */
  missingAmountsOf(row: LedgerRow): readonly MissingAmount[] {
    const table = this.tableAt(row.key);
    const missing = [missingCommitment, missingPayment].map((find) => find(row, table, this.knownAmounts));
    return missing.filter((one) => one !== null);
  }

  private tableAt(key: RowKey): Pick<BlockHeadings, 'fields' | 'hasOneDate'> {
    const { headings, fields } = this.ledger;
    if (headings.length < 2) return { ...headings[0], fields };
    let own: Pick<BlockHeadings, 'fields' | 'hasOneDate'> = { fields };
    for (const table of headings) if (table.row <= key) own = table;
    return own;
  }

  /** The controls of one row ask one after the other, so the answers on the last row are kept. */
  private turnTo(row: LedgerRow): void {
    this.lastRow = row;
    this.assignment = this.charged.assign(row);
    this.codeVerdicts = this.codes.verdictsOf(
      row.imputation,
      this.assignment.kind === 'assigned' ? this.assignment.envelope.code : null,
    );
    this.traits = traitsOf(row, this.assignment, this.codeVerdicts.length > 0, this.calmDays);
  }
}

function once<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
