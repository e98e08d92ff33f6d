/**
 * The consumption of AE or CP at a date, in the order of time: undated first (prudence), then by date; within a day
 * what lowers it first, then from the smallest amount to the largest, since a day is judged as a whole, in whatever
 * order its rows are typed. Only rows that are charged to an envelope and count as consumed take part; a reserved
 * amount crosses no ceiling. Columns of numbers rather than objects: every control on ceilings walks them, and a
 * ledger may have a million rows.
 */
import type { CivilDate } from '../../calendar/civil-date';
import type { Assignment } from '../../envelopes/assignment';
import type { ChargedLedger } from '../../envelopes/charged-ledger';
import { commitmentDay } from '../../envelopes/commitment-year';
import type { BudgetLine, Envelope } from '../../envelopes/convention';
import type { DateReading } from '../../envelopes/ledger';
import type { Nature } from '../../money/nature';
import { visitInSlices, type Slices } from '../../slices';

/**
 * The envelope and the poste that a row is charged to: few in a ledger, so that a ceiling is looked up once for each
 * and not once for each row.
 */
export interface Account {
  readonly envelope: Envelope;
  /** Null too when the row pays an earlier EJ: the opening RAP has no poste. */
  readonly line: BudgetLine | null;
  /** The row bears on an EJ of the RAP list. */
  readonly onRap: boolean;
}

/** The day of a row without a readable date: before every other. */
export const UNDATED = -(2 ** 31);

/**
 * The consumption of one nature; the four columns have one entry for each row that takes part, in the order of time.
 */
export interface Timeline {
  readonly accounts: readonly Account[];
  /** Index of the row in the ledger. */
  readonly rows: Int32Array;
  /** The civil date, or `UNDATED`. */
  readonly days: Int32Array;
  readonly cents: Float64Array;
  /** Index in `accounts`. */
  readonly accountOf: Int32Array;
}

/** The timeline of each nature. */
export type Timelines = Readonly<Record<Nature, Timeline>>;

/**
 * Both timelines, in one pass over the rows, yielding between slices of rows. `undated`: false leaves out the amounts
 * without a day or a year. AE that are of no known year are compared with the credits of none (LEC-04).
 */
export function* timelinesInSlices(
  { ledger, convention, missing, assign, effectOf }: ChargedLedger,
  { undated } = { undated: true },
): Slices<Timelines> {
  const steps = { AE: new Steps(ledger.rows.length), CP: new Steps(ledger.rows.length) };
  const isOfNoYear = missing.AE === 'commitmentDate' && convention.otherYears.length > 0;
  yield* visitInSlices(ledger.rows, (row, index) => {
    const { aeConsumed, cpConsumed, onRap } = effectOf(row);
    if (aeConsumed === 0 && cpConsumed === 0) return;
    const assignment = assign(row);
    if (assignment.kind !== 'assigned') return;
    const [committed, paid] = [dayOf(row.commitmentDate), dayOf(row.paymentDate)];
    if (aeConsumed !== 0 && !isOfNoYear && (undated || commitmentDay(row) !== null))
      steps.AE.add(index, committed, aeConsumed, assignment, false);
    if (cpConsumed !== 0 && (undated || paid !== UNDATED)) steps.CP.add(index, paid, cpConsumed, assignment, onRap);
  });
  return { AE: steps.AE.inOrder(), CP: steps.CP.inOrder() };
}

/** The date of a day of a timeline; null for `UNDATED`. */
export function dateOf(day: number): CivilDate | null {
  return day === UNDATED ? null : (day as CivilDate);
}

function dayOf(reading: DateReading): number {
  return reading.kind === 'date' ? reading.date : UNDATED;
}

/** Steps in reading order, put in the order of time at the end. */
class Steps {
  private readonly accounts: Account[] = [];
  private readonly known = new Map<Assignment, { direct?: number; onRap?: number }>();
  private readonly rows: Int32Array;
  private readonly days: Int32Array;
  private readonly cents: Float64Array;
  private readonly accountOf: Int32Array;
  private length = 0;

  constructor(capacity: number) {
    this.rows = new Int32Array(capacity);
    this.days = new Int32Array(capacity);
    this.cents = new Float64Array(capacity);
    this.accountOf = new Int32Array(capacity);
  }

  add(
    row: number,
    day: number,
    cents: number,
    assignment: Assignment & { readonly kind: 'assigned' },
    onRap: boolean,
  ): void {
    const at = this.length++;
    this.rows[at] = row;
    this.days[at] = day;
    this.cents[at] = cents;
    this.accountOf[at] = this.account(assignment, onRap);
  }

  inOrder(): Timeline {
    const order = orderOf(this.days.subarray(0, this.length), this.cents);
    const [rows, days, accountOf] = [
      new Int32Array(this.length),
      new Int32Array(this.length),
      new Int32Array(this.length),
    ];
    const cents = new Float64Array(this.length);
    for (let place = 0; place < this.length; place++) {
      const at = order[place] ?? 0;
      rows[place] = this.rows[at] ?? 0;
      days[place] = this.days[at] ?? 0;
      cents[place] = this.cents[at] ?? 0;
      accountOf[place] = this.accountOf[at] ?? 0;
    }
    return { accounts: this.accounts, rows, days, cents, accountOf };
  }

  private account(assignment: Assignment & { readonly kind: 'assigned' }, onRap: boolean): number {
    let entry = this.known.get(assignment);
    if (!entry) this.known.set(assignment, (entry = {}));
    const { envelope, line } = assignment;
    if (onRap) return (entry.onRap ??= this.accounts.push({ envelope, line: null, onRap }) - 1);
    return (entry.direct ??= this.accounts.push({ envelope, line, onRap }) - 1);
  }
}

/**
 * Positions from the earliest day to the latest, those of a day by amount, then in their order: a ledger has many rows
 * and few days, so days are counted.
 */
function orderOf(days: Int32Array, cents: Float64Array): Int32Array {
  const numbers = new Map<number, number>();
  const counts: number[] = [];
  const numberOf = new Int32Array(days.length);
  for (let at = 0; at < days.length; at++) {
    const day = days[at] ?? UNDATED;
    let number = numbers.get(day);
    if (number === undefined) numbers.set(day, (number = counts.push(0) - 1));
    counts[number] = (counts[number] ?? 0) + 1;
    numberOf[at] = number;
  }
  const nextOf = new Int32Array(counts.length);
  let start = 0;
  for (const [, number] of [...numbers].sort(([first], [second]) => first - second)) {
    nextOf[number] = start;
    start += counts[number] ?? 0;
  }
  const order = new Int32Array(days.length);
  for (let at = 0; at < days.length; at++) {
    const number = numberOf[at] ?? 0;
    const place = nextOf[number] ?? 0;
    order[place] = at;
    nextOf[number] = place + 1;
  }
  const byAmount = (one: number, other: number): number => (cents[one] ?? 0) - (cents[other] ?? 0) || one - other;
  nextOf.forEach((end, number) => {
    order.subarray(end - (counts[number] ?? 0), end).sort(byAmount);
  });
  return order;
}
