/**
 * What several controls need to know of one ledger, worked out once per run: the verdicts on codes, the commitments
 * behind each EJ, the consumption in the order of time. Nothing here judges.
 */
import type { CivilDate } from '../../calendar/civil-date';
import type { Assignment } from '../../envelopes/assignment';
import type { Convention, Envelope } from '../../envelopes/convention';
import type { Balances } from '../../envelopes/figures';
import type { Ledger, LedgerField, LedgerRow, RowKey } from '../../envelopes/ledger';
import type { Nature } from '../../money/nature';
import { Advances } from './advances';
import { AxisNames } from './axis-names';
import { fixedCeiling, overrunsOf, type Overrun } from './ceiling-walk';
import { CodeBook, type CodeVerdict } from './code-book';
import { Commitments } from './commitments';
import type { ControlContext } from './context';
import { calmDaysOf } from './period';
import { traitsOf, type CalmDays } from './row-traits';
import { timelinesOf, type Timeline, type Timelines } from './timeline';

/** What is worked out of all the rows when first asked for, and forgotten when one is edited. */
interface Drawn {
  timelines?: Timelines;
  rapOverruns?: readonly Overrun<Envelope>[];
}

/** A control context with the facts that controls share; make one per run. */
export class Inspection {
  readonly convention: Convention;
  readonly ledger: Ledger;
  readonly asOf: CivilDate;
  readonly balances: Balances;
  readonly commitments: Commitments;
  /** The commitments in advance, and which are above a quarter of the AE of their envelope (PER-03). */
  readonly advances: Advances;
  readonly axisNames: AxisNames;
  private readonly calmDays: CalmDays;
  private readonly codes: CodeBook;
  private drawn: Drawn = {};
  private lastRow: LedgerRow | null = null;
  private assignment: Assignment = { kind: 'unchecked', reason: 'envelopeAbsent' };
  private codeVerdicts: readonly CodeVerdict[] = [];
  private traits = 0;

  constructor(private readonly context: ControlContext) {
    this.convention = context.convention;
    this.ledger = context.ledger;
    this.asOf = context.asOf;
    this.balances = context.balances;
    this.commitments = new Commitments(context.ledger, context.convention);
    this.advances = new Advances(this);
    this.axisNames = new AxisNames(context.convention);
    this.calmDays = calmDaysOf(context.convention);
    this.codes = new CodeBook(context.convention, context.ledger.fields);
  }

  /** True when the team's table has that column. */
  has(field: LedgerField): boolean {
    return this.ledger.fields.has(field);
  }

  /** The columns of the table that a row stands in. */
  fieldsAt(key: RowKey): ReadonlySet<LedgerField> {
    const { headings, fields } = this.ledger;
    if (headings.length < 2) return fields;
    let own = fields;
    for (const table of headings) if (table.row <= key) own = table.fields;
    return own;
  }

  /** Who a row is charged to. */
  assignmentOf(row: LedgerRow): Assignment {
    if (row !== this.lastRow) this.turnTo(row);
    return this.assignment;
  }

  /** What is wrong with the codes of a row. */
  codeVerdictsOf(row: LedgerRow): readonly CodeVerdict[] {
    if (row !== this.lastRow) this.turnTo(row);
    return this.codeVerdicts;
  }

  /** What stands out in a row: bits of `row-traits.ts`. */
  traitsOf(row: LedgerRow): number {
    if (row !== this.lastRow) this.turnTo(row);
    return this.traits;
  }

  /** What consumes a nature at the date of the controls, in the order of time. */
  timelineOf(nature: Nature): Timeline {
    return (this.drawn.timelines ??= timelinesOf(this.context))[nature];
  }

  /** The payments on earlier EJ above the opening RAP of their envelope (PLA-05), which EJ-02 leaves alone. */
  rapOverrunsOf(): readonly Overrun<Envelope>[] {
    return (this.drawn.rapOverruns ??= overrunsOf(
      this.timelineOf('CP'),
      this.ledger.rows,
      ({ envelope, onRap }) => (onRap ? envelope : null),
      ({ openingRap }) => fixedCeiling(openingRap.cents),
    ));
  }

  /**
   * Follows an edit of the ledger that it was made for, once its rows are those of after; what was drawn from all of
   * them is forgotten. True when it may change which commitments in advance are above their quarter.
   */
  replaceRow(before: LedgerRow | null, after: LedgerRow | null): boolean {
    if (before) this.commitments.follow(before, -1);
    if (after) this.commitments.follow(after, 1);
    this.drawn = {};
    return this.advances.replaceRow(before, after);
  }

  /** The controls of one row ask one after the other, so the answers on the last row are kept. */
  private turnTo(row: LedgerRow): void {
    this.lastRow = row;
    this.assignment = this.context.assign(row);
    this.codeVerdicts = this.codes.verdictsOf(
      row.imputation,
      this.assignment.kind === 'assigned' ? this.assignment.envelope.code : null,
    );
    this.traits = traitsOf(row, this.assignment, this.codeVerdicts.length > 0, this.calmDays);
  }
}
