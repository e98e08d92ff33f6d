/**
 * The retraits of a ledger and the AE that each really withdraws: no more than its EJ committed. An EJ that the ledger
 * does not know has nothing to withdraw. Rows without a number, in a ledger that has a column for it, are together as
 * one EJ. Neither the order of the rows nor their envelopes change what an EJ allows; when its retraits exceed it, the
 * first by date count, the undated last; those of a day from the smallest to the largest, equal ones by their codes,
 * those of an advance last.
 */
import type { CivilDate } from '../calendar/civil-date';
import { commitmentDay, saysAnticipated } from './commitment-year';
import type { EjReading, Ledger, LedgerRow } from './ledger';
import { compareImputations } from '../imputation/imputation';
import { compareTexts } from '../text';
import type { StatedRap } from './outstanding/stated-rap';

/** A row that withdraws AE from an EJ, signed or not. */
export interface Decommitment {
  readonly row: LedgerRow;
  /** Its number, or the text in its place; `NO_EJ` without any. */
  readonly ej: string;
  /** Positive. */
  readonly cents: number;
}

/** The cents of a row that withdraw nothing. */
export type Uncounted = ReadonlyMap<LedgerRow, number>;

/** AE of one EJ on a day; `UNDATED` counts on every day. */
interface Dated {
  readonly day: number;
  readonly cents: number;
}

/** The rows without an EJ number. */
export const NO_EJ = '';

const UNDATED = Number.NEGATIVE_INFINITY;
const ALWAYS = Number.POSITIVE_INFINITY;
const NONE: Uncounted = new Map();

/** An EJ with retraits. */
class OpenEj {
  readonly decommitments: Decommitment[] = [];
  readonly signed: Dated[] = [];
  readonly projects: Dated[] = [];
  /** Restes à payer listed; null when the EJ is not listed. */
  listed: number | null = null;
  /** An amount that cannot be read: nobody knows what the EJ allows. */
  isUnreadable = false;

  get isKnown(): boolean {
    return this.listed !== null || this.isUnreadable || this.signed.length + this.projects.length > 0;
  }

  /** The cents that may be withdrawn from the signed commitments by a day. */
  committedBy(asOf: number): number {
    return (this.listed ?? 0) + sumBy(this.signed, asOf);
  }
}

/** The retraits of one ledger. */
export class Decommitments {
  private readonly ejs = new Map<string, OpenEj>();
  private readonly hasNumbers: boolean;

  /**
   * Reads the whole ledger; the rows of other EJ cost nothing more than a look. `stated`: the EJ of the RAP lists.
   */
  constructor({ rows, fields }: Pick<Ledger, 'rows' | 'fields'>, stated: ReadonlyMap<string, StatedRap>) {
    this.hasNumbers = fields.has('ejNumber');
    for (const row of rows) {
      if (row.ae.kind !== 'amount' || row.ae.cents >= 0 || row.status === 'cancelled') continue;
      const ej = this.nameOf(row.ej);
      if (ej !== null) this.open(ej).decommitments.push({ row, ej, cents: -row.ae.cents });
    }
    if (this.ejs.size === 0) return;
    for (const [ej, { cents }] of stated) {
      const open = this.ejs.get(ej);
      if (open) open.listed = cents;
    }
    for (const row of rows) this.commit(row);
    for (const { decommitments } of this.ejs.values()) decommitments.sort(inOrder);
  }

  /** Every retrait, by EJ, those of one EJ in the order in which they count. */
  *all(): Iterable<Decommitment> {
    for (const { decommitments } of this.ejs.values()) yield* decommitments;
  }

  /** True when no row of the ledger commits that EJ, signed or not, and the RAP list does not have it. */
  isUnknown(ej: string): boolean {
    return this.ejs.get(ej)?.isKnown === false;
  }

  /**
   * The AE that the ledger commits on an EJ that has retraits, its listed restes à payer included, whatever the day;
   * with the projects, which a retrait not signed may withdraw too.
   */
  committedOn(ej: string, withProjects: boolean): number {
    const open = this.ejs.get(ej);
    if (!open) return 0;
    return open.committedBy(ALWAYS) + (withProjects ? sumBy(open.projects, ALWAYS) : 0);
  }

  /** The excess of each retrait by a day, or whatever the day (null); rows without excess are left out. */
  uncountedAt(asOf: CivilDate | null): Uncounted {
    if (this.ejs.size === 0) return NONE;
    const uncounted = new Map<LedgerRow, number>();
    for (const ej of this.ejs.values()) if (!ej.isUnreadable) addExcess(ej, asOf ?? ALWAYS, uncounted);
    return uncounted;
  }

  private open(ej: string): OpenEj {
    const known = this.ejs.get(ej);
    if (known) return known;
    const opened = new OpenEj();
    this.ejs.set(ej, opened);
    return opened;
  }

  /**
   * A number of the team's own identifies its EJ too; nothing does where the cell is blank or in error. Null: the
   * ledger has no numbers.
   */
  private nameOf(ej: EjReading): string | null {
    if (ej.kind === 'ej') return ej.number;
    if (ej.kind === 'malformed') return ej.raw.trim();
    return this.hasNumbers ? NO_EJ : null;
  }

  private commit(row: LedgerRow): void {
    const { ae, ej, status } = row;
    const name = ae.kind === 'absent' || status === 'cancelled' ? null : this.nameOf(ej);
    const open = name === null ? undefined : this.ejs.get(name);
    if (!open) return;
    if (ae.kind !== 'amount') open.isUnreadable ||= name !== NO_EJ;
    else if (ae.cents > 0) {
      (status === 'firm' ? open.signed : open.projects).push({ day: dayOf(row, UNDATED), cents: ae.cents });
    }
  }
}

/** Signed retraits are taken from the signed commitments, then the others from what is left and from the projects. */
function addExcess(ej: OpenEj, asOf: number, uncounted: Map<LedgerRow, number>): void {
  let left = ej.committedBy(asOf);
  const withdraw = ({ row, cents }: Decommitment): void => {
    const counted = Math.min(cents, left);
    left -= counted;
    if (counted < cents) uncounted.set(row, cents - counted);
  };
  for (const one of ej.decommitments) if (one.row.status === 'firm' && dayOf(one.row, UNDATED) <= asOf) withdraw(one);
  left += sumBy(ej.projects, ALWAYS);
  for (const one of ej.decommitments) if (one.row.status !== 'firm') withdraw(one);
}

function sumBy(amounts: readonly Dated[], asOf: number): number {
  let sum = 0;
  for (const { day, cents } of amounts) if (day <= asOf) sum += cents;
  return sum;
}

function inOrder(one: Decommitment, other: Decommitment): number {
  if (one.row.status !== other.row.status) return one.row.status === 'firm' ? -1 : 1;
  const [first, second] = [dayOf(one.row, Number.MAX_VALUE), dayOf(other.row, Number.MAX_VALUE)];
  return first - second || one.cents - other.cents || byContent(one.row, other.row) || one.row.key - other.row.key;
}

/** By the cells that give the envelope, the poste and the year: of two equal retraits, the same one always counts. */
function byContent(one: LedgerRow, other: LedgerRow): number {
  const byPlace =
    compareImputations(one.imputation, other.imputation) || compareTexts(one.budgetLine, other.budgetLine);
  return byPlace || Number(saysAnticipated(one)) - Number(saysAnticipated(other));
}

function dayOf(row: LedgerRow, undated: number): number {
  return commitmentDay(row) ?? undated;
}
