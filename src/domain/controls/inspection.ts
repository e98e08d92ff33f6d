/**
 * What several controls need to know of one ledger, worked out once per run: the verdicts on codes, the commitments behind each EJ, the
 * consumption in the order of time. Nothing here judges.
 */
import type { CivilDate } from '../calendar/civil-date';
import type { Assignment } from '../envelopes/assignment';
import type { Convention, Envelope } from '../envelopes/convention';
import type { Ledger, LedgerField, LedgerRow } from '../envelopes/ledger';
import type { Nature } from '../money/nature';
import { AxisNames } from './axis-names';
import { overrunsOf, type Overrun } from './ceiling-walk';
import { CodeBook, type CodeVerdict } from './code-book';
import { Commitments } from './commitments';
import type { ControlContext } from './context';
import { timelineOf, type Step } from './timeline';

/** A control context with the facts that controls share; make one per run. */
export class Inspection {
  readonly convention: Convention;
  readonly ledger: Ledger;
  readonly asOf: CivilDate;
  readonly commitments: Commitments;
  readonly axisNames: AxisNames;
  private readonly codes: CodeBook;
  private readonly timelines = new Map<Nature, readonly Step[]>();
  private rapOverruns: readonly Overrun<Envelope>[] | null = null;
  private lastRow: LedgerRow | null = null;
  private lastAssignment: Assignment | null = null;

  constructor(private readonly context: ControlContext) {
    this.convention = context.convention;
    this.ledger = context.ledger;
    this.asOf = context.asOf;
    this.commitments = new Commitments(context.ledger, context.convention);
    this.axisNames = new AxisNames(context.convention);
    this.codes = new CodeBook(context.convention);
  }

  /** True when the team's table has that column. */
  has(field: LedgerField): boolean {
    return this.ledger.fields.has(field);
  }

  /** Who a row is charged to. The controls of one row ask one after the other, so the last answer is kept. */
  assignmentOf(row: LedgerRow): Assignment {
    if (row !== this.lastRow || this.lastAssignment === null) {
      this.lastAssignment = this.context.assign(row);
      this.lastRow = row;
    }
    return this.lastAssignment;
  }

  /** What is wrong with the codes of a row. */
  codeVerdictsOf(row: LedgerRow): readonly CodeVerdict[] {
    const assignment = this.assignmentOf(row);
    return this.codes.verdictsOf(row.imputation, assignment.kind === 'assigned' ? assignment.envelope.code : null);
  }

  /** What consumes a nature at the date of the controls, in the order of time. */
  timelineOf(nature: Nature): readonly Step[] {
    let steps = this.timelines.get(nature);
    if (!steps) this.timelines.set(nature, (steps = timelineOf(nature, this.context)));
    return steps;
  }

  /** The payments on earlier EJ above the opening RAP of their envelope (PLA-05), which EJ-02 leaves alone. */
  rapOverrunsOf(): readonly Overrun<Envelope>[] {
    this.rapOverruns ??= overrunsOf(
      this.timelineOf('CP'),
      (step) => (step.onRap ? step.envelope : null),
      (envelope) => () => envelope.openingRap.cents,
    );
    return this.rapOverruns;
  }
}
