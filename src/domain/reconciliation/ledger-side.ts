/**
 * The ledger's side: each row's AE and CP, and which of them are compared. AE: firm and of the credit year. CP: paid in
 * it (GBCP art. 157).
 */
import type { CivilDate } from '../calendar/civil-date';
import { commitmentDay, type CreditDays, creditDaysOf, isOfCredits } from '../envelopes/commitment-year';
import type { Convention } from '../envelopes/convention';
import type { AmountReading, DateReading, Ledger, LedgerRow } from '../envelopes/ledger';
import type { Nature } from '../money/nature';
import { type LedgerAmount, NO_DAY, type NotCompared, plainDps, plainLine } from './amounts';
import type { CodeReader, Codes } from './codes/comparable-codes';

/** The first and the last day of a credit year, and which commitments are charged to its credits. */
export interface CreditYear {
  readonly days: CreditDays;
  readonly first: CivilDate;
  readonly last: CivilDate;
  readonly year: number;
}

/** The amounts of the ledger, each in one list. */
export interface LedgerSide {
  readonly commitments: readonly LedgerAmount[];
  readonly payments: readonly LedgerAmount[];
  /** CP not paid yet: shown beside what Chorus certified or invoiced. */
  readonly reserved: readonly LedgerAmount[];
  readonly notCompared: readonly { readonly amount: LedgerAmount; readonly why: NotCompared }[];
  /** Of cancelled rows, which the ledger leaves out. */
  readonly cancelled: readonly LedgerAmount[];
  /** Numbers that the ledger names, in cancelled rows too: lines of an extract with them concern it. */
  readonly ejs: ReadonlySet<string>;
  readonly dps: ReadonlySet<string>;
  /** EJ committed before the year on its credits (LOLF, art. 9: gestion anticipée). */
  readonly anticipatedEjs: ReadonlySet<string>;
}

/** The credit year of a convention as days. */
export function creditYearOf(convention: Convention): CreditYear {
  const days = creditDaysOf(convention);
  return { days, first: days.from, last: days.until, year: convention.creditYear };
}

/** Reads the ledger's side, in the reading order of the rows. */
export function ledgerSideOf(ledger: Ledger, codes: CodeReader, year: CreditYear, asOf: CivilDate): LedgerSide {
  const commitments: LedgerAmount[] = [];
  const payments: LedgerAmount[] = [];
  const reserved: LedgerAmount[] = [];
  const notCompared: { amount: LedgerAmount; why: NotCompared }[] = [];
  const [ejs, dps, anticipatedEjs] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const leftOut = (ledger.leftOut ?? []).filter(({ status }) => status === 'cancelled');
  for (const row of [...ledger.rows, ...leftOut]) {
    const ej = ejOf(row);
    if (ej !== '') ejs.add(ej);
    for (const number of plainDps(row.dpNumber)) dps.add(number);
  }
  for (const row of ledger.rows) {
    const numbers = plainDps(row.dpNumber);
    const ofRow = codes.codesOf(row.imputation);
    if (row.ae.kind !== 'absent' || row.cp.kind === 'absent') {
      const why = row.ae.kind === 'absent' ? 'noAmount' : aeFate(row, year, asOf);
      const amount = amountOf(row, 'AE', numbers, ofRow);
      if (why === null) {
        commitments.push(amount);
        if (amount.day !== NO_DAY && amount.day < year.first) anticipatedEjs.add(amount.ej);
      } else notCompared.push({ amount, why });
    }
    if (row.cp.kind === 'absent') continue;
    const why = cpFate(row, year, asOf);
    const amount = amountOf(row, 'CP', numbers, ofRow);
    if (why === null) payments.push(amount);
    else if (why === 'reserved') reserved.push(amount);
    else notCompared.push({ amount, why });
  }
  const cancelled = leftOut.flatMap((row) => cancelledIn(row, codes));
  return { commitments, payments, reserved, notCompared, cancelled, ejs, dps, anticipatedEjs };
}

function cancelledIn(row: LedgerRow, codes: CodeReader): readonly LedgerAmount[] {
  const [numbers, ofRow] = [plainDps(row.dpNumber), codes.codesOf(row.imputation)];
  const natures = (['AE', 'CP'] as const).filter((nature) => row[nature === 'AE' ? 'ae' : 'cp'].kind === 'amount');
  return natures.map((nature) => amountOf(row, nature, numbers, ofRow));
}

function amountOf(row: LedgerRow, nature: Nature, dps: readonly string[], codes: Codes): LedgerAmount {
  return {
    row,
    nature,
    cents: centsOf(nature === 'AE' ? row.ae : row.cp),
    day: dayOf(nature === 'AE' ? row.commitmentDate : row.paymentDate),
    ej: ejOf(row),
    ejLine: plainLine(row.ejLine),
    dp: dps[0] ?? '',
    dpLine: plainLine(row.dpLine),
    otherDps: dps.length < 2 ? NO_OTHER : dps.slice(1),
    codes,
  };
}

const NO_OTHER: readonly string[] = [];

/** A commitment without a readable date counts, out of prudence, as in the figures. */
function aeFate(row: LedgerRow, year: CreditYear, asOf: CivilDate): NotCompared | null {
  return emptyFate(row, row.ae) ?? aeFateInTime(row, year, asOf) ?? unreadableFate(row.ae);
}

function aeFateInTime(row: LedgerRow, year: CreditYear, asOf: CivilDate): NotCompared | null {
  if (row.status === 'project') return 'project';
  const day = commitmentDay(row);
  if (day === null) return null;
  if (!isOfCredits(row, day, year.days)) return 'outsideCreditYear';
  return day > asOf ? 'afterAsOf' : null;
}

function cpFate(row: LedgerRow, year: CreditYear, asOf: CivilDate): NotCompared | 'reserved' | null {
  const empty = emptyFate(row, row.cp);
  if (empty !== null) return empty;
  if (row.paymentDate.kind !== 'date') return unreadableFate(row.cp) ?? 'reserved';
  return fateOfDay(row.paymentDate.date, year, asOf) ?? unreadableFate(row.cp);
}

function emptyFate(row: LedgerRow, reading: AmountReading): NotCompared | null {
  if (row.status === 'cancelled') return 'cancelled';
  return reading.kind === 'amount' && reading.cents === 0 ? 'noAmount' : null;
}

/** After the dates: an amount of another year is in no comparison, readable or not. */
function unreadableFate(reading: AmountReading): NotCompared | null {
  return reading.kind === 'amount' ? null : 'amountUnreadable';
}

/** Why the amounts of a day are not compared; null when they are. */
export function fateOfDay(day: number, year: CreditYear, asOf: CivilDate): NotCompared | null {
  if (day < year.first || day > year.last) return 'outsideCreditYear';
  return day > asOf ? 'afterAsOf' : null;
}

/** A malformed number is kept: it finds nothing in Chorus, and the finding can quote it. */
function ejOf({ ej }: LedgerRow): string {
  return ej.kind === 'ej' ? ej.number : ej.kind === 'malformed' ? ej.raw.trim() : '';
}

function centsOf(reading: AmountReading): number {
  return reading.kind === 'amount' ? reading.cents : 0;
}

function dayOf(reading: DateReading): number {
  return reading.kind === 'date' ? reading.date : NO_DAY;
}
