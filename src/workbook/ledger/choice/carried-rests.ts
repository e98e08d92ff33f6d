/**
 * The rests to pay that a team enters again as commitments when it opens the table of a new year, or of a new month:
 * each row has an EJ that the tables before commit, and exactly what they leave of it. The numbers prove it, whatever
 * the words and the days: several such rests after payments, or all the EJ that are not paid in full. One alone may be
 * a further commitment of that amount. In one table, the rows of a January are such an opening.
 */
import { partsOf, yearOf, type CivilDate } from '../../../domain/calendar/civil-date';
import { comparable } from '../../../domain/text';

/** The amounts of one row, in cents. */
export interface EjAmounts {
  readonly ej: string | null;
  /** The poste of its EJ. */
  readonly line: string;
  readonly ae: number;
  readonly cp: number;
  /** Its texts, as typed or as they are compared. */
  readonly poste: string;
  readonly supplier: string;
  /** The kind of operation, and its label, as typed. */
  readonly words: string;
  readonly committedOn: CivilDate | null;
  readonly paidOn: CivilDate | null;
  readonly isFirm: boolean;
}

/** « Avenant », « Complément », « Tranche 2 »: acts of their own. */
const OWN_ACTS =
  /avenant|compl[eé]m|augment|ajout|hausse|suppl[eé]ment|retrait|d[eé]sengag|d[eé]gag|annul|avoir|tranche|r[eé]vision/i;
/** One commitment may be equal to a rest by chance. */
const FEWEST_SURE = 2;
/** Of so many rows on known EJ, one may have another amount than the rest. */
const ONE_AMONG = 5;

/** True for words that name an act of its own. */
export function namesOwnAct(words: string): boolean {
  return OWN_ACTS.test(words);
}

/** The opening of a carried rest. `isSure`: several rests of the ledger are less than their EJ, after payments. */
export interface RestOpening {
  readonly opening: number;
  readonly isSure: boolean;
}

/** The rows that only carry the rest of an EJ; empty unless something proves it. Tables in reading order. */
export function carriedRests<R extends EjAmounts>(tables: readonly (readonly R[])[]): ReadonlyMap<R, RestOpening> {
  const byTable = tables.length > 1 ? restsIn(inTime(tables), () => true) : new Map<R, RestOpening>();
  return byTable.size > 0 ? byTable : restsIn(inTime(tables).flatMap(yearsOf), opensAYear);
}

/** Newest first where most tables are. */
function inTime<R extends EjAmounts>(tables: readonly (readonly R[])[]): readonly (readonly R[])[] {
  const last = tables.map((rows) =>
    rows.reduce((day, { committedOn, paidOn }) => Math.max(day, committedOn ?? 0, paidOn ?? 0), 0),
  );
  const steps = last.slice(1).map((day, at) => Math.sign(day - (last[at] ?? 0)));
  return steps.reduce((sum, step) => sum + step, 0) < 0 ? [...tables].reverse() : tables;
}

/** The rows of a table by year, in reading order; a row without a day is of the year of the one above. */
function yearsOf<R extends EjAmounts>(rows: readonly R[]): readonly (readonly R[])[] {
  const years = new Map<number, R[]>();
  let year = 0;
  for (const row of rows) {
    const day = row.committedOn ?? row.paidOn;
    year = day === null ? year : yearOf(day);
    const known = years.get(year);
    if (known) known.push(row);
    else years.set(year, [row]);
  }
  return [...years].sort(([one], [other]) => one - other).map(([, ofYear]) => ofYear);
}

function opensAYear({ committedOn }: EjAmounts, first: EjAmounts): boolean {
  if (committedOn === null || first.committedOn === null) return false;
  return partsOf(committedOn).month === 1 && yearOf(committedOn) > yearOf(first.committedOn);
}

function isNewYearsDay({ committedOn }: EjAmounts): boolean {
  return committedOn !== null && partsOf(committedOn).month === 1 && partsOf(committedOn).day === 1;
}

/** True for a row that may carry the rest of the EJ of another. */
type MayCarry = (row: EjAmounts, first: EjAmounts) => boolean;

function restsIn<R extends EjAmounts>(
  sections: readonly (readonly R[])[],
  mayCarry: MayCarry,
): ReadonlyMap<R, RestOpening> {
  const account = new RestsOfEjs<R>(mayCarry);
  for (const section of sections) account.add(section);
  return account.carried();
}

interface OpenEj {
  readonly first: EjAmounts;
  committed: number;
  left: number;
}

/** The rows of a section that commit what is left of an EJ. */
interface Opening<R> {
  readonly rows: readonly R[];
  /** Of them, those that are less than their EJ. */
  readonly afterPayments: number;
  readonly isProven: boolean;
}

/** The balance of each EJ, section after section. */
class RestsOfEjs<R extends EjAmounts> {
  private readonly ejs = new Map<string, OpenEj>();
  private readonly openings: Opening<R>[] = [];
  private hasPayments = false;

  constructor(private readonly mayCarry: MayCarry) {}

  add(section: readonly R[]): void {
    const opening = this.openingOf(section);
    if (opening) this.openings.push(opening);
    const rests = new Set(opening?.rows);
    for (const row of section) this.count(row, rests.has(row));
  }

  /** None where no opening is proven, or where payments go above what would be left of the EJ. */
  carried(): ReadonlyMap<R, RestOpening> {
    if (!this.openings.some(({ isProven }) => isProven)) return new Map();
    const isSure = this.openings.reduce((sum, { afterPayments }) => sum + afterPayments, 0) >= FEWEST_SURE;
    const rows = this.openings.flatMap((one, opening) => one.rows.map((row) => [row, { opening, isSure }] as const));
    const sure = rows.filter(([row]) => (this.ejs.get(keyOf(row))?.left ?? 0) >= 0);
    return new Map((rows.length - sure.length) * ONE_AMONG > rows.length ? [] : sure);
  }

  private openingOf(section: readonly R[]): Opening<R> | null {
    const rows: R[] = [];
    const listed = new Set<string>();
    const paid = new Map<string, number>();
    let [afterPayments, others] = [0, 0];
    for (const row of section) {
      const key = keyOf(row);
      const open = this.ejs.get(key);
      if (open === undefined || !row.isFirm) continue;
      if (row.ae > 0 && !namesOwnAct(row.words)) {
        const isRest = !listed.has(key) && row.ae > 0 && this.isRest(row, open, paid.get(key) ?? 0);
        if (isRest) rows.push(row);
        else others++;
        if (isRest && row.ae < open.committed) afterPayments++;
        listed.add(key);
      }
      paid.set(key, (paid.get(key) ?? 0) + row.cp);
    }
    if (rows.length === 0 || others * ONE_AMONG > rows.length + others) return null;
    const isWhole = [...this.ejs].every(([key, { left }]) => left <= 0 || listed.has(key));
    const signs = afterPayments + Number(rows.length > 1) + Number(rows.every(isNewYearsDay));
    const isProven = afterPayments >= FEWEST_SURE || (isWhole && signs > 1 && this.hasPayments);
    return isProven || isWhole ? { rows, afterPayments, isProven } : null;
  }

  private isRest(row: R, { first, left }: OpenEj, paid: number): boolean {
    const isLike = (field: 'poste' | 'supplier'): boolean =>
      row[field] === '' || first[field] === '' || comparable(row[field]) === comparable(first[field]);
    if (left <= 0 || (row.ae !== left && row.ae !== left - paid)) return false;
    return isLike('poste') && isLike('supplier') && this.mayCarry(row, first);
  }

  private count(row: R, isRest: boolean): void {
    if (row.ej === null || !row.isFirm) return;
    const key = keyOf(row);
    const committed = isRest ? 0 : row.ae;
    const open = this.ejs.get(key);
    if (row.cp > 0) this.hasPayments = true;
    if (open) {
      open.committed += committed;
      open.left += committed - row.cp;
    } else if (committed > 0) this.ejs.set(key, { first: row, committed, left: committed - row.cp });
  }
}

function keyOf({ ej, line }: EjAmounts): string {
  return line === '' ? (ej ?? '') : `${ej ?? ''} ${line}`;
}
