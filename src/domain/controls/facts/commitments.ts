/**
 * What stands behind each EJ number: the AE that the ledger commits on it, the payments asked on it, and the restes à
 * payer listed for it when it is an earlier EJ. Read over the whole ledger first, since a payment may stand above its
 * commitment. Dates and envelopes do not matter to amounts: they have controls of their own, and a fault there must not
 * make every payment wrong too. Of them it only says which EJ deserve a look (PER-05, EJ-05): wide marks, which rows
 * only widen, so that they hold whatever row goes.
 */
import { commitsEarlier, creditDaysOf, type CreditDays } from '../../envelopes/commitment-year';
import type { Convention } from '../../envelopes/convention';
import { envelopeFieldOf } from '../../envelopes/envelope-field';
import type { Ledger, LedgerRow } from '../../envelopes/ledger';
import type { ImputationField } from '../../imputation/imputation';
import { add, EjColumns } from './ej-columns';
import { OddRows } from './odd-rows';
import { RowsOfEj } from './rows-of-ej';

const NO_EJ = -1;

/** The EJ of one ledger and of its convention. */
export class Commitments {
  /** The rows whose dates or AE deserve a look. */
  readonly odd = new OddRows();
  private readonly columns = new EjColumns();
  private readonly places = new Map<string, number>();
  private lastEj = '';
  private lastPlace = NO_EJ;
  private readonly days: CreditDays;
  private readonly usedEarly = new Set<string>();
  private readonly severalNamers = new Set<string>();
  private readonly envelopeField: ImputationField;
  /** The EJ of each row of the ledger, by its index; forgotten with the first edit. */
  private placeOfRow: Int32Array | null;
  private rows: RowsOfEj | null = null;

  constructor(
    private readonly ledger: Ledger,
    convention: Convention,
  ) {
    this.envelopeField = envelopeFieldOf(convention);
    this.days = creditDaysOf(convention);
    for (const { ej, amount } of convention.rap) this.columns.list(this.open(ej), amount.cents);
    const placeOfRow = new Int32Array(ledger.rows.length);
    ledger.rows.forEach((row, index) => (placeOfRow[index] = this.count(row, 1)));
    this.placeOfRow = placeOfRow;
  }

  /** Follows a row that comes (1) or goes (-1). */
  follow(row: LedgerRow, sign: 1 | -1): void {
    this.placeOfRow = null;
    const place = this.count(row, sign);
    if (place !== NO_EJ) this.rows?.follow(place, row, sign);
  }

  /** True when a signed row of the ledger commits that EJ. */
  isCommitted(ej: string): boolean {
    return (this.columns.commitments[this.find(ej)] ?? 0) > 0;
  }

  /**
   * Everything that a control on one row may learn here of its EJ: when it changes, the rows of that EJ are judged
   * again. What a row control asks besides must be added.
   */
  knownOf(ej: string): string {
    return `${this.isCommitted(ej)} ${this.isEarlier(ej)}`;
  }

  /** True when the EJ is one of the convention's restes à payer, committed before it. */
  isEarlier(ej: string): boolean {
    const place = this.find(ej);
    return place !== NO_EJ && this.columns.isListed(place);
  }

  /** True when the row bears on such an earlier EJ. */
  isOnEarlier(row: LedgerRow): boolean {
    return row.ej.kind === 'ej' && this.isEarlier(row.ej.number);
  }

  /**
   * The EJ on which more is asked than may be paid, with that amount: their AE, plus their listed restes à payer. Few,
   * or none.
   */
  asksTooMuch(): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const [ej, place] of this.places) {
      const payable = this.columns.exceeded(place);
      if (payable !== null) found.set(ej, payable);
    }
    return found;
  }

  /** What may be paid on an EJ on which more is asked; null when no more is. */
  exceededOf(ej: string): number | null {
    const place = this.find(ej);
    return place === NO_EJ ? null : this.columns.exceeded(place);
  }

  /**
   * The EJ of which a service or a payment may be dated before the first commitment, or a row is out of order by
   * itself: all that are so, and perhaps others.
   */
  outOfOrder(): ReadonlySet<string> {
    const ejs = new Set(this.usedEarly);
    for (const { ej } of this.odd.outOfOrder()) if (ej.kind === 'ej') ejs.add(ej.number);
    return ejs;
  }

  /** True when an EJ is one of them. */
  mayBeOutOfOrder(ej: string): boolean {
    return this.usedEarly.has(ej) || (this.columns.disordered[this.find(ej)] ?? 0) > 0;
  }

  /**
   * The EJ whose rows do not all bear the same axe 2, or other code that names an envelope: all that are charged to two
   * envelopes, and perhaps others.
   */
  onSeveralAxes(): ReadonlySet<string> {
    return this.severalNamers;
  }

  /** The rows of an EJ, cancelled ones aside, in reading order; not to be kept over an edit. */
  rowsOf(ej: string): readonly LedgerRow[] {
    const place = this.find(ej);
    if (place === NO_EJ) return [];
    this.rows ??= new RowsOfEj(this.ledger.rows, this.placesOfRows(), this.columns.length);
    return this.rows.of(place);
  }

  /** True when the ledger dates a commitment of that EJ before the credits. */
  isDatedEarlier(ej: string): boolean {
    return (this.columns.earlier[this.find(ej)] ?? 0) > 0;
  }

  /** Counts a row; the place of its EJ, −1 when it has none or counts for nothing. */
  private count(row: LedgerRow, sign: 1 | -1): number {
    if (row.status === 'cancelled') return NO_EJ;
    const isDisordered = this.odd.follow(row, sign);
    if (row.ej.kind !== 'ej') return NO_EJ;
    const ej = row.ej.number;
    const place = this.open(ej);
    const { columns } = this;
    columns.count(place, row, sign);
    if (isDisordered) add(columns.disordered, place, sign);
    if (commitsEarlier(row, this.days)) add(columns.earlier, place, sign);
    if (sign > 0 && columns.widenDays(place, row)) this.usedEarly.add(ej);
    if (sign > 0 && columns.isNamedOtherwise(place, row.imputation[this.envelopeField])) this.severalNamers.add(ej);
    return place;
  }

  private placesOfRows(): Int32Array {
    if (this.placeOfRow) return this.placeOfRow;
    return Int32Array.from(this.ledger.rows, (row) =>
      row.ej.kind === 'ej' && row.status !== 'cancelled' ? this.find(row.ej.number) : NO_EJ,
    );
  }

  /** Rows of one EJ often follow each other, and several controls ask of the same row. */
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
