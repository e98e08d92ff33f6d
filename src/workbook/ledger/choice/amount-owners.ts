/**
 * Which of the tables that are part of the ledger holds an amount already. An EJ is committed once, whatever the day
 * that each table gives it, except in sheets of months or of years with the same headings: there, another day in
 * another period may be another commitment, as a rent, where something else shows it: another label or another poste of
 * the EJ, or payments of more than one of them in a table of their own. A copy with other days, a list of the year
 * beside its months and rows that are carried over show none.
 */
import type { CivilDate } from '../../../domain/calendar/civil-date';
import { groupedBy } from '../../../domain/grouped';
import { comparable } from '../../../domain/text';
import type { LedgerCandidate } from '../find-ledger';
import type { CandidateOperations, KnownAmount, KnownCommitment } from './candidate-operations';

/** A table that holds amounts. */
export interface AmountOwner {
  readonly candidate: Pick<LedgerCandidate, 'blocks'>;
  readonly operations: CandidateOperations;
}

/** « Situation mars », « État au 30 juin »: a sheet that lists again what is committed so far. */
const OF_A_MOMENT = /\b(?:situations?|etats?|points?|arretee?s?|photos?|instantanes?|status|snapshots?|as of)\b/;
/** Two tables with this share of their headings in common are sheets of one series. */
const OF_A_SERIES = 0.8;
/** « Report Hébergement », « Solde de l'audit »: the same EJ, entered again. */
const CARRIED = /\b(?:reports?|reportee?s?|raps?|restes?|soldes?|reliquats?|reprises?|basculee?s?|anterieure?s?|n 1)\b/;

type Period = readonly [first: CivilDate, last: CivilDate];

interface Held<T> {
  readonly owner: T;
  readonly known: KnownCommitment | null;
}

/** The tables taken so far, by what they hold. */
export class AmountOwners<T extends AmountOwner> {
  private readonly owners = new Map<string, Map<CivilDate | null, Held<T>>>();
  private readonly periods = new Map<T, Period | null>();
  private readonly series = new Map<T, ReadonlySet<string>>();
  private readonly paidApart: ReadonlyMap<string, number>;

  /** `tables`: all those that may be part of the ledger. */
  constructor(tables: readonly AmountOwner[]) {
    this.paidApart = paymentsApart(tables);
  }

  add(owner: T): void {
    for (const { keys, commitment } of owner.operations.amounts)
      for (const key of keys) {
        const known = commitment ?? null;
        const held = this.owners.get(key) ?? new Map<CivilDate | null, Held<T>>();
        this.owners.set(key, held);
        if (!held.has(known?.day ?? null)) held.set(known?.day ?? null, { owner, known });
      }
  }

  /** The first table that holds an amount of another one; null for none. */
  of({ same, commitment }: KnownAmount, other: T): T | null {
    for (const key of same)
      for (const { owner, known } of this.owners.get(key)?.values() ?? [])
        if (!commitment || !known || !this.isAnother(commitment, other, known, owner)) return owner;
    return null;
  }

  private isAnother(one: KnownCommitment, ofOne: T, other: KnownCommitment, ofOther: T): boolean {
    if (one.day === null || other.day === null || one.day === other.day || !this.areOfASeries(ofOne, ofOther))
      return false;
    if (this.isWithin(one.day, ofOther) || this.isWithin(other.day, ofOne)) return false;
    return areOtherItems(one, other) || areOtherLabels(one, other) || (this.paidApart.get(one.ej) ?? 0) > one.cents;
  }

  /** True for tables with almost the same headings, and the same one over their days of commitment. */
  private areOfASeries(one: T, other: T): boolean {
    const [own, others] = [this.headings(one), this.headings(other)];
    const shared = [...own].filter((heading) => others.has(heading)).length;
    if (isOfAMoment(one) || isOfAMoment(other)) return false;
    return shared >= OF_A_SERIES * Math.max(own.size, others.size) && dayHeadingOf(one) === dayHeadingOf(other);
  }

  private headings(table: T): ReadonlySet<string> {
    const known = this.series.get(table) ?? headingsOf(table.candidate);
    this.series.set(table, known);
    return known;
  }

  /** True for a day within the commitments of a table. */
  private isWithin(day: CivilDate, table: T): boolean {
    const known = this.periods.get(table);
    const period = known === undefined ? periodOf(table) : known;
    this.periods.set(table, period);
    return period !== null && day >= period[0] && day <= period[1];
  }
}

function periodOf({ operations: { amounts } }: AmountOwner): Period | null {
  let period: Period | null = null;
  for (const { commitment } of amounts) {
    const day = commitment?.day ?? null;
    if (day !== null && (period === null || day < period[0])) period = [day, period?.[1] ?? day];
    if (day !== null && period !== null && day > period[1]) period = [period[0], day];
  }
  return period;
}

/** The headings of a table, comparable. */
export function headingsOf({ blocks }: AmountOwner['candidate']): ReadonlySet<string> {
  const columns = blocks.flatMap(({ block }) => [...block.columns.values()]);
  return new Set(columns.map(({ heading }) => comparable(heading)));
}

function isOfAMoment({ candidate: { blocks } }: AmountOwner): boolean {
  return blocks.some(({ block }) => OF_A_MOMENT.test(comparable(block.sheet)));
}

function dayHeadingOf({ candidate }: AmountOwner): string {
  const [days] = candidate.blocks.flatMap(({ block }) => block.columns.get('commitmentDate') ?? []);
  return comparable(days?.heading ?? '');
}

function areOtherItems({ item: one }: KnownCommitment, { item: other }: KnownCommitment): boolean {
  return one !== '' && other !== '' && one !== other;
}

/** « Développeur mars » and « Développeur avril »; not « Hébergement » and « Hébergement 2023 ». */
function areOtherLabels({ label: one }: KnownCommitment, { label: other }: KnownCommitment): boolean {
  if (one === '' || other === '' || CARRIED.test(one) || CARRIED.test(other)) return false;
  return !one.includes(other) && !other.includes(one);
}

/** The payments of each EJ, in cents, of the tables that commit nothing; those of a day and an amount once. */
function paymentsApart(tables: readonly AmountOwner[]): ReadonlyMap<string, number> {
  const rows = tables
    .filter(({ operations }) => operations.ae === 0)
    .flatMap(({ operations }) => operations.entries.filter(({ ej, cp }) => ej !== null && cp !== 0));
  const once = groupedBy(rows, ({ ej, cp, paidOn, dp }) => `${ej} ${cp} ${paidOn} ${dp}`);
  const paid = new Map<string, number>();
  for (const [row] of once.values()) if (row?.ej) paid.set(row.ej, (paid.get(row.ej) ?? 0) + row.cp);
  return paid;
}
