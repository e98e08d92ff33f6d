/**
 * Échéancier des CP of the Bilan: outstanding CP by year of payment. The day is that of the announced payment; without
 * one, the later of service and receipt plus the delay of payment (CCP art. R2192-10). Overdue payments fall on the day
 * after the as-of date. What no row dates has a column of its own, and so have the payments above what is outstanding
 * on their EJ, which are in no other.
 */
import { civilDate } from '../../domain/calendar/civil-date';
import type { Envelope } from '../../domain/envelopes/convention';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import { serialOfDate } from '../../workbook/serials';
import { totalOf, type BilanKit } from './bilan-blocks';
import type { Decided } from '../figures/figure-desk';
import { formulaLength, LONGEST_FORMULA } from '../figures/formula-length';
import type { SumTerm } from '../figures/sums';
import type { RapByEj } from './bilan-rap';
import { PERIODS } from './scheduled-payments';
import type { DocumentSource } from '../input';
import type { FormulaNumber } from '../figures/criteria';
import { amount, blank, text, type PageBuilder, type Shown } from '../page/page-builder';

/** Rows that the block of one envelope, or of the convention, takes: a heading, amounts, a blank. */
export const SCHEDULE_ROWS = 3;

const UNKNOWN: Decided = { cents: null, formula: undefined };
const UNKNOWN_ROW: ScheduleRow = {
  periods: new Array<Decided>(PERIODS).fill(UNKNOWN),
  undated: UNKNOWN,
  above: UNKNOWN,
};

/** The cells of the amounts to pay by period, of what nothing dates, and of what is above the restes à payer. */
export interface PlacedSchedule {
  readonly periods: readonly Shown[];
  readonly undated: Shown;
  readonly above: Shown;
}

/** The amounts of a row after the restes à payer. */
interface ScheduleRow {
  readonly periods: readonly Decided[];
  readonly undated: Decided;
  readonly above: Decided;
}

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

/**
 * The row of an envelope, EJ by EJ. A formula per period over the EJ of the list below, where the ledger has dates of
 * payment and of service and no EJ has more to pay than it owes; a value elsewhere.
 */
export function addSchedule(
  kit: BilanKit,
  envelope: Envelope,
  outstanding: Shown,
  rapByEj: RapByEj | null,
): PlacedSchedule {
  const { desk, page } = kit;
  const own = kit.schedules.get(envelope.code);
  if (!own) return addScheduleRow(page, envelope.label, outstanding, UNKNOWN_ROW, false);
  const periods = own.periods.map((cents, period): Decided => {
    if (!rapByEj && cents === 0) return { cents, formula: undefined };
    const { paid, due } = boundsOfPeriod(kit, period);
    return desk.liveOrValue(desk.sums.termsDue(envelope, paid, due, rapByEj?.ejs ?? null), cents);
  });
  const scheduled = own.periods.reduce((sum, cents) => sum + cents, 0);
  const cells = periodCells(page);
  const below = rapByEj ? `-SUMIF(${rapByEj.rests},"<0")` : '';
  const isBalance = outstanding.cents === own.undated + scheduled + (rapByEj?.overpaid ?? 0);
  const all = desk.liveOrValue(allToCome(kit, envelope), own.toCome);
  const above = all.formula && `=ROUND(${all.formula.slice(1)}-SUM(${cells}),2)`;
  return addScheduleRow(
    page,
    envelope.label,
    outstanding,
    {
      periods,
      undated: {
        cents: own.undated,
        formula: isBalance ? `=ROUND(${page.at({ row: page.nextRow, column: 1 })}${below}-SUM(${cells}),2)` : undefined,
      },
      above: {
        cents: own.toCome - scheduled,
        formula: above && formulaLength(above) <= LONGEST_FORMULA ? above : undefined,
      },
    },
    false,
  );
}

/** The row of the convention, the sum of those of its envelopes. */
export function addScheduleTotal(page: PageBuilder, outstanding: Shown, envelopes: readonly PlacedSchedule[]): void {
  const totalOfEach = (spotOf: (of: PlacedSchedule) => Shown | undefined): Decided =>
    totalOf(
      page,
      envelopes.map((one) => spotOf(one) ?? null),
    );
  const row: ScheduleRow = {
    periods: Array.from({ length: PERIODS }, (_, period) => totalOfEach(({ periods }) => periods[period])),
    undated: totalOfEach(({ undated }) => undated),
    above: totalOfEach(({ above }) => above),
  };
  addScheduleRow(page, words.sum, outstanding, row, true);
}

function addScheduleRow(
  page: PageBuilder,
  label: string,
  outstanding: Shown,
  { periods, undated, above }: ScheduleRow,
  isTotal: boolean,
): PlacedSchedule {
  const row = page.nextRow;
  const style = isTotal ? 'totalAmount' : 'amount';
  const cells = [...periods, undated, above];
  page.add([
    text(label, isTotal ? 'totalLabel' : 'label'),
    amount(outstanding.cents, `=${page.at(outstanding)}`, style),
    ...cells.map(({ cents, formula }) => amount(cents, formula, style)),
    blank('inputText'),
  ]);
  page.addBlank();
  const spot = ({ cents }: Decided, index: number): Shown => ({ row, column: index + 2, cents });
  return { periods: periods.map(spot), undated: spot(undated, PERIODS), above: spot(above, PERIODS + 1) };
}

/** The cells of the periods of the next row. */
function periodCells(page: PageBuilder): string {
  const at = (column: number): string => page.at({ row: page.nextRow, column });
  return `${at(2)}:${at(PERIODS + 1)}`;
}

/** All the payments to come, on whatever EJ. */
function allToCome(kit: BilanKit, envelope: Envelope): readonly SumTerm[] {
  const tomorrow: FormulaNumber = {
    formula: `${kit.page.fixed(kit.heading.asOf)}+1`,
    value: kit.source.asOfSerial + 1,
  };
  return kit.desk.sums.termsDue(envelope, [tomorrow, null], [{ formula: '0', value: 0 }, null], null);
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

function firstDayOf(source: DocumentSource, year: number): number {
  const date = civilDate(year, 1, 1);
  const serial = date === null ? null : serialOfDate(date, source.input.workbook.uses1904Dates);
  return serial ?? Number.MAX_SAFE_INTEGER;
}
