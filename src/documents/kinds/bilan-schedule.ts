/**
 * Échéancier des CP of the Bilan: outstanding CP by year of payment. The day is that of the announced payment; without
 * one, the later of service and receipt plus the delay of payment (CCP art. R2192-10). Overdue payments fall on the day
 * after the as-of date. What no row dates, and the payments above what is outstanding, have columns of their own.
 */
import { civilDate } from '../../domain/calendar/civil-date';
import type { Envelope } from '../../domain/envelopes/convention';
import { dueDay } from '../../domain/envelopes/forecast-entries';
import { lessKnown, sumOfKnown, type KnownCents } from '../../domain/money/known-cents';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import { serialOfDate } from '../../workbook/serials';
import { totalOf, type BilanKit } from './bilan-blocks';
import type { Decided } from '../figures/figure-desk';
import type { DocumentSource } from '../input';
import type { FormulaNumber } from '../figures/criteria';
import { amount, blank, text, type PageBuilder, type Shown } from '../page/page-builder';

/** The credit year, the two after it, and all those that follow. */
const PERIODS = 4;
/** Rows that the block of one envelope, or of the convention, takes: a heading, amounts, a blank. */
export const SCHEDULE_ROWS = 3;

/** The cells of the amounts to pay by period, of what nothing dates, and of what is above the restes à payer. */
export type ScheduleSpots = readonly Shown[];

export function addScheduleHeading(page: PageBuilder, year: number): void {
  const periods = Array.from({ length: PERIODS }, (_, period) =>
    words.payableIn(year + period, period === PERIODS - 1),
  );
  const labels = [
    words.scheduleHeading,
    words.toPay,
    ...periods,
    words.undatedToPay,
    words.announcedAbove,
    words.comments,
  ];
  page.add(labels.map((label) => text(label, 'heading')));
}

/** The row of an envelope: a formula per period where the ledger has dates of payment and of service. */
export function addSchedule(kit: BilanKit, envelope: Envelope, outstanding: Shown): ScheduleSpots {
  const own = scheduleOf(kit.source, envelope);
  const periods = own.map((cents, period): Decided => {
    const { paid, due } = boundsOfPeriod(kit, period);
    return kit.desk.liveOrValue(kit.desk.sums.termsDue(envelope, paid, due), cents);
  });
  return addScheduleRow(kit.page, envelope.label, outstanding, periods, null);
}

/** The row of the convention, the sum of those of its envelopes. */
export function addScheduleTotal(page: PageBuilder, outstanding: Shown, envelopes: readonly ScheduleSpots[]): void {
  const periods = Array.from({ length: PERIODS }, (_, period) =>
    totalOf(
      page,
      envelopes.map((spots) => spots[period] ?? null),
    ),
  );
  const columnTotal = (column: number): Decided =>
    totalOf(
      page,
      envelopes.map((spots) => spots[column] ?? null),
    );
  addScheduleRow(page, words.sum, outstanding, periods, {
    undated: columnTotal(PERIODS),
    above: columnTotal(PERIODS + 1),
  });
}

function addScheduleRow(
  page: PageBuilder,
  label: string,
  outstanding: Shown,
  periods: readonly Decided[],
  totals: { readonly undated: Decided; readonly above: Decided } | null,
): ScheduleSpots {
  const row = page.nextRow;
  const style = totals ? 'totalAmount' : 'amount';
  const at = (column: number): string => page.at({ row, column });
  const gap = lessKnown(outstanding.cents, sumOfKnown(periods.map(({ cents }) => cents)));
  const announced = `SUM(${at(2)}:${at(PERIODS + 1)})`;
  const undated = totals?.undated ?? {
    cents: gap && Math.max(0, gap),
    formula: `=MAX(0,ROUND(${at(1)}-${announced},2))`,
  };
  const above = totals?.above ?? {
    cents: gap && Math.max(0, -gap),
    formula: `=MAX(0,ROUND(${announced}-${at(1)},2))`,
  };
  page.add([
    text(label, totals ? 'totalLabel' : 'label'),
    amount(outstanding.cents, `=${page.at(outstanding)}`, style),
    ...periods.map(({ cents, formula }) => amount(cents, formula, style)),
    amount(undated.cents, undated.formula, style),
    amount(above.cents, above.formula, style),
    blank('inputText'),
  ]);
  page.addBlank();
  return [...periods, undated, above].map(({ cents }, index) => ({ row, column: index + 2, cents }));
}

/** The dates of payment of a period, and the dates of service that fall due in it. */
function boundsOfPeriod(
  kit: BilanKit,
  period: number,
): {
  readonly paid: readonly [FormulaNumber, FormulaNumber | null];
  readonly due: readonly [FormulaNumber, FormulaNumber | null];
} {
  const { source, page, heading } = kit;
  const { creditYear, paymentDays } = source.convention;
  const [year, asOf] = [page.fixed(heading.year), page.fixed(heading.asOf)];
  const today = source.asOfSerial + 1;
  const firstDay = (of: number): FormulaNumber => ({
    formula: `DATE(${year}${of === 0 ? '' : `+${of}`},1,1)`,
    value: firstDayOf(source, creditYear + of),
  });
  const paidFrom = (day: FormulaNumber): FormulaNumber => ({
    formula: `MAX(${asOf}+1,${day.formula})`,
    value: Math.max(today, day.value),
  });
  const serviceFrom = (day: FormulaNumber): FormulaNumber => ({
    formula: `IF(${day.formula}>${asOf}+1,${day.formula}-${paymentDays},0)`,
    value: day.value > today ? day.value - paymentDays : 0,
  });
  const from = firstDay(period);
  const until = period === PERIODS - 1 ? null : firstDay(period + 1);
  return { paid: [paidFrom(from), until && paidFrom(until)], due: [serviceFrom(from), until && serviceFrom(until)] };
}

/** Cents to pay by period, row by row; null when what is paid is not known. */
function scheduleOf(source: DocumentSource, envelope: Envelope): readonly KnownCents[] {
  const { convention, ledger, balances } = source.input;
  if (balances.missing.CP !== null) return new Array<KnownCents>(PERIODS).fill(null);
  const { creditYear, paymentDays } = convention;
  const { charged } = source;
  const starts = Array.from({ length: PERIODS - 1 }, (_, period) => firstDayOf(source, creditYear + period + 1));
  const cents = new Array<number>(PERIODS).fill(0);
  for (const [assignment, positions] of charged.byAssignment) {
    if (assignment.envelope.code !== envelope.code) continue;
    for (const at of positions) {
      const amount = charged.counts(at) && charged.adds.paid[at] === 0 ? (charged.read.CP[at] ?? 0) : 0;
      const row = amount === 0 ? undefined : ledger.rows[at];
      if (row?.status !== 'firm') continue;
      const paid = row.paymentDate.kind === 'date' ? row.paymentDate.date : null;
      if (paid !== null && paid <= balances.asOf) continue;
      const day = paid ?? dueDay(row, paymentDays);
      const serial = day === null ? null : serialOfDate(day, source.input.workbook.uses1904Dates);
      if (serial === null) continue;
      const onDay = Math.max(serial, source.asOfSerial + 1);
      const period = starts.filter((start) => onDay >= start).length;
      cents[period] = (cents[period] ?? 0) + amount;
    }
  }
  return cents;
}

function firstDayOf(source: DocumentSource, year: number): number {
  const date = civilDate(year, 1, 1);
  const serial = date === null ? null : serialOfDate(date, source.input.workbook.uses1904Dates);
  return serial ?? Number.MAX_SAFE_INTEGER;
}
