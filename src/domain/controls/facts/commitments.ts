/**
 * The facts known of each EJ number: the AE that the ledger commits on it, the payments asked on it, and the restes à
 * payer listed for it when it is an earlier EJ. Read over the whole ledger first, since a payment may come above its
 * commitment. Dates and envelopes do not change these amounts: PER-05 and EJ-05 judge them, on the EJ listed here.
 */
import { civilDate, type CivilDate } from '../../calendar/civil-date';
import type { ChargedLedger } from '../../envelopes/charged-ledger';
import { commitmentDay } from '../../envelopes/commitment-year';
import { creditYearsOf } from '../../envelopes/credit-years';
import type { Uncounted } from '../../envelopes/decommitments';
import { envelopeFieldsOf } from '../../envelopes/envelope-field';
import type { LedgerRow } from '../../envelopes/ledger';
import { earlierEjsAt, type EarlierEjs } from '../../envelopes/outstanding/earlier-ejs';
import type { CodeReading, ImputationField } from '../../imputation/imputation';
import { visitInSlices, type Slices } from '../../slices';
import { EjColumns } from './ej-columns';
import { isOutOfOrder, NEVER } from './row-dates';
import { RowsOfEj } from './rows-of-ej';

const NO_EJ = -1;

/** The payable amount of an EJ: its AE, and its restes à payer where the ledger has not their commitment. */
export interface Payable {
  readonly cents: number;
  /** The first day whose payments count: the listed restes à payer are less what was paid before. */
  readonly from: number;
}

/** The EJ of one ledger and of its convention. */
export class Commitments {
  /** The rows that are served or paid before their own commitment or receipt, in reading order. */
  readonly outOfOrder: LedgerRow[] = [];
  /** The EJ whose rows do not all have the same code that names an envelope; some may still be of one envelope. */
  readonly onSeveralAxes = new Set<string>();
  private readonly columns: EjColumns;
  private readonly places = new Map<string, number>();
  private lastEj = '';
  private lastPlace = NO_EJ;
  private readonly usedEarly = new Set<string>();
  private readonly deciding: ImputationField;
  /** Other fields may name the envelope of a row. */
  private readonly hasOthers: boolean;
  /** The place of the EJ of each row, by the index of the row. */
  private readonly placeOfRow: Int32Array;
  private rows: RowsOfEj | null = null;
  private beforeCredits: Pick<EarlierEjs, 'all' | 'areKept'> | null = null;
  private readonly uncounted: Uncounted;

  private constructor(private readonly charged: ChargedLedger) {
    const [deciding = 'ministerialAxis2', ...others] = envelopeFieldsOf(charged.convention);
    this.deciding = deciding;
    this.hasOthers = others.length > 0;
    this.uncounted = charged.decommitments.uncountedAt(null);
    this.placeOfRow = new Int32Array(charged.ledger.rows.length);
    this.columns = new EjColumns(charged.ledger.rows.length + charged.listed.size);
    for (const ej of charged.listed.keys()) this.columns.list(this.open(ej));
  }

  /** Reads the whole ledger, yielding between slices of rows. */
  static *inSlices(charged: ChargedLedger): Slices<Commitments> {
    const commitments = new Commitments(charged);
    yield* visitInSlices(charged.ledger.rows, (row, index) => {
      commitments.placeOfRow[index] = commitments.count(row);
    });
    return commitments;
  }

  /** True when a signed row of the ledger commits that EJ. */
  isCommitted(ej: string): boolean {
    return (this.columns.commitments[this.find(ej)] ?? 0) > 0;
  }

  /** The EJ that two signed rows or more commit. */
  committedTwice(): readonly string[] {
    return [...this.places].flatMap(([ej, place]) => ((this.columns.commitments[place] ?? 0) > 1 ? [ej] : []));
  }

  /** True when the EJ is one of the convention's restes à payer, committed before it. */
  isEarlier(ej: string): boolean {
    const place = this.find(ej);
    return place !== NO_EJ && this.columns.isListed(place);
  }

  /** True when the ledger dates a commitment of that EJ before the credits. */
  isDatedEarlier(ej: string): boolean {
    return this.charged.earlierEjs.has(ej);
  }

  /** True when the row bears on an EJ of the restes à payer. */
  isOnEarlier(row: LedgerRow): boolean {
    return row.ej.kind === 'ej' && this.isEarlier(row.ej.number);
  }

  /** True when the ledger plainly keeps years before all the credits, and the row bears on an EJ of them. */
  isOfKeptYears(row: LedgerRow): boolean {
    if (row.ej.kind !== 'ej') return false;
    this.beforeCredits ??= this.earlierThanAll();
    return this.beforeCredits.areKept && this.beforeCredits.all.has(row.ej.number);
  }

  private earlierThanAll(): Pick<EarlierEjs, 'all' | 'areKept'> {
    const { ledger, convention, assign, earlierAreKept, earlierEjs, listed } = this.charged;
    const [first = convention.creditYear] = creditYearsOf(convention);
    const newYear = civilDate(first, 1, 1);
    if (first < convention.creditYear && newYear !== null)
      return earlierEjsAt(ledger.rows, convention, newYear, assign);
    return { areKept: earlierAreKept, all: new Set([...earlierEjs, ...listed.keys()]) };
  }

  /** The EJ on which more is asked than may be paid. */
  asksTooMuch(): ReadonlyMap<string, Payable> {
    const found = new Map<string, Payable>();
    for (const [ej, place] of this.places) {
      const stated = this.charged.listed.get(ej);
      const listed = stated === undefined || this.isHeld(ej, stated.from) ? null : stated;
      const cents = this.columns.exceeded(place, listed?.cents ?? null);
      if (cents !== null) found.set(ej, { cents, from: listed?.from ?? -NEVER });
    }
    return found;
  }

  /** True for an EJ of the restes à payer whose first commitment is not in the ledger: what it has are complements. */
  startsBeforeLedger(ej: string): boolean {
    const listed = this.charged.listed.get(ej);
    return listed !== undefined && !this.isHeld(ej, listed.from);
  }

  /** True when the ledger has the commitment that the list of restes à payer states on that day. */
  private isHeld(ej: string, from: CivilDate): boolean {
    return this.rowsOf(ej).some(
      (row) =>
        row.status === 'firm' && row.ae.kind === 'amount' && row.ae.cents > 0 && (commitmentDay(row) ?? from) < from,
    );
  }

  /** The EJ that may have a service or a payment before their first commitment, or a row out of order by itself. */
  ejsOutOfOrder(): ReadonlySet<string> {
    const ejs = new Set(this.usedEarly);
    for (const { ej } of this.outOfOrder) if (ej.kind === 'ej') ejs.add(ej.number);
    return ejs;
  }

  /** The rows of an EJ, cancelled ones excluded, in reading order. */
  rowsOf(ej: string): readonly LedgerRow[] {
    const place = this.find(ej);
    if (place === NO_EJ) return [];
    this.rows ??= new RowsOfEj(this.charged.ledger.rows, this.placeOfRow, this.columns.length);
    return this.rows.of(place);
  }

  /** Counts a row; the place of its EJ, −1 when it has none or is cancelled. */
  private count(row: LedgerRow): number {
    if (row.status === 'cancelled') return NO_EJ;
    if (isOutOfOrder(row)) this.outOfOrder.push(row);
    if (row.ej.kind !== 'ej') return NO_EJ;
    const ej = row.ej.number;
    const place = this.open(ej);
    const { columns } = this;
    columns.count(place, row, this.uncounted.get(row) ?? 0);
    if (columns.widenDays(place, row)) this.usedEarly.add(ej);
    if (columns.isNamedOtherwise(place, this.namerOf(row))) this.onSeveralAxes.add(ej);
    return place;
  }

  /** The code that names the envelope of a row. */
  private namerOf(row: LedgerRow): CodeReading {
    const charged = this.hasOthers ? this.charged.assign(row) : null;
    return row.imputation[charged?.kind === 'assigned' ? charged.by : this.deciding];
  }

  /** Rows of one EJ often follow each other, and several controls ask about the same row. */
  private find(ej: string): number {
    if (ej !== this.lastEj) {
      this.lastPlace = this.places.get(ej) ?? NO_EJ;
      this.lastEj = ej;
    }
    return this.lastPlace;
  }

  private open(ej: string): number {
    const known = this.find(ej);
    if (known !== NO_EJ) return known;
    const place = this.columns.open();
    this.places.set(ej, place);
    return (this.lastPlace = place);
  }
}
