/** The blocks of the Bilan: AE, CP and outstanding, by budget line in an envelope, by envelope in the convention. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { lessKnown, sumOfKnown, type KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import { rateOf, shownRate } from '../../domain/money/rate';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import type { PlannedCell } from '../../workbook/plan';
import type { Decided, FigureDesk } from '../figures/figure-desk';
import type { DocumentSource } from '../input';
import type { PageHeading } from '../page/heading';
import type { Schedule } from './scheduled-payments';
import type { UnexplainedPayments } from './bilan-unexplained';
import {
  amount,
  blank,
  filledElsewhere,
  NOT_CALCULABLE,
  text,
  type PageBuilder,
  type Shown,
} from '../page/page-builder';

/** The columns of the blocks of AE and CP; the block of the RAP has its own terms in them. */
export const COLUMN = {
  label: 0,
  initial: 1,
  moved: 2,
  opened: 3,
  used: 4,
  other: 5,
  remaining: 6,
  rate: 7,
  comments: 8,
} as const;

/** The tools of the parts of a Bilan. */
export interface BilanKit {
  readonly page: PageBuilder;
  readonly source: DocumentSource;
  readonly desk: FigureDesk;
  readonly heading: PageHeading;
  readonly natures: readonly Nature[];
  /** By the code of their envelope. */
  readonly unexplained: ReadonlyMap<string, UnexplainedPayments>;
  /** By the code of their envelope; none where they are not calculable. */
  readonly schedules: ReadonlyMap<string, Schedule>;
}

/** An amount that the convention does not give: a dash, since the content of a blank is the user's. */
export const NOT_GIVEN = 'notGiven';

/** A row of the AE or CP block. A null figure has no meaning on that row, and is left blank. */
export interface BlockRow {
  readonly label: string;
  readonly initial: Decided | typeof NOT_GIVEN | null;
  readonly moved: Decided | typeof NOT_GIVEN | null;
  /** AE committed, or CP paid. */
  readonly used: Decided;
  /** Decommitments of the year, which free AE; or the CP paid on earlier EJ, included in `used`. */
  readonly other: Decided | typeof NOT_GIVEN | null;
}

/** The cells of the figures of a row. */
export interface RowSpots {
  readonly initial: Shown | null;
  readonly moved: Shown | null;
  readonly opened: Shown | null;
  readonly used: Shown;
  readonly other: Shown | null;
}

/** A row of the block of the RAP. */
export interface RapRow {
  readonly label: string;
  readonly opening: Decided;
  readonly committed: Decided;
  /** Of the year, those of commitments in advance included, as far as they lower restes à payer. */
  readonly decommitted: Decided;
  readonly decommittedEarlier: Decided;
  /** On the EJ that make the restes à payer: less than all the payments when one is on an EJ that nothing commits. */
  readonly paid: Decided;
  readonly serviceNotPaid: Decided;
}

export interface RapSpots {
  readonly opening: Shown;
  readonly committed: Shown;
  readonly decommitted: Shown;
  readonly decommittedEarlier: Shown;
  readonly paid: Shown;
  readonly outstanding: Shown;
  readonly serviceNotPaid: Shown;
}

export function addBlockHeading(page: PageBuilder, nature: Nature): void {
  const labels = [
    words.natureHeading[nature],
    words.initialAllocation,
    words.moved,
    words.allocation,
    nature === 'AE' ? words.committed : words.paid,
    nature === 'AE' ? words.decommitted : words.paidEarlier,
    words.remaining[nature],
    words.rate,
    words.comments,
  ];
  page.add(labels.map((label) => text(label, 'heading')));
}

/** Writes a row and returns the cells of its figures; `isTotal` changes its style alone. */
export function addBlockRow(page: PageBuilder, nature: Nature, row: BlockRow, isTotal: boolean): RowSpots {
  const number = page.nextRow;
  const spot = (column: number, cents: KnownCents): Shown => ({ row: number, column, cents });
  const spotOf = (column: number, of: BlockRow['initial']): Shown | null =>
    of === null || of === NOT_GIVEN ? null : spot(column, of.cents);
  const initial = spotOf(COLUMN.initial, row.initial);
  const moved = spotOf(COLUMN.moved, row.moved);
  const opened =
    initial && spot(COLUMN.opened, sumOfKnown([initial, moved].flatMap((one) => (one ? [one.cents] : []))));
  const used = spot(COLUMN.used, row.used.cents);
  const other = spotOf(COLUMN.other, row.other);
  const freed = nature === 'AE' && other ? other.cents : 0;
  const net = lessKnown(used.cents, freed);
  const styles = isTotal
    ? ({ label: 'totalLabel', amount: 'totalAmount', rate: 'totalRate' } as const)
    : ({ label: 'label', amount: 'amount', rate: 'rate' } as const);
  const empty = row.initial === null ? filledElsewhere : blank;
  const cell = (decided: BlockRow['initial']): PlannedCell => {
    if (decided === NOT_GIVEN) return text(words.notGiven, styles.amount);
    return decided ? amount(decided.cents, decided.formula, styles.amount) : empty(styles.amount);
  };
  const notOpened = row.initial === NOT_GIVEN ? NOT_GIVEN : null;
  const at = (column: number): string => page.at({ row: number, column });
  const consumed = nature === 'AE' ? `(${at(COLUMN.used)}-${at(COLUMN.other)})` : at(COLUMN.used);
  page.add([
    text(row.label, styles.label),
    cell(row.initial),
    cell(row.moved),
    cell(opened ? { cents: opened.cents, formula: `=ROUND(${at(COLUMN.initial)}+${at(COLUMN.moved)},2)` } : notOpened),
    cell(row.used),
    cell(row.other),
    cell(
      opened
        ? { cents: lessKnown(opened.cents, net), formula: `=ROUND(${at(COLUMN.opened)}-${consumed},2)` }
        : notOpened,
    ),
    opened
      ? rateCell(net, opened.cents, consumed, at(COLUMN.opened), styles.rate)
      : { ...cell(notOpened), style: styles.rate },
    blank('inputText'),
  ]);
  return { initial, moved, opened, used, other };
}

export function addRapHeading(page: PageBuilder, year: number, heading: PageHeading, asOf: CivilDate): void {
  const date = page.fixed(heading.asOf);
  const formula = `="${words.rapPrefix}"&RIGHT("0"&DAY(${date}),2)&"/"&RIGHT("0"&MONTH(${date}),2)&"/"&YEAR(${date})`;
  page.add([
    text(words.rapHeading, 'heading'),
    text(words.rapAtStart(year), 'heading'),
    text(words.committedInYear, 'heading'),
    text(words.decommittedInYear, 'heading'),
    text(words.decommittedEarlier, 'heading'),
    text(words.paidInYear, 'heading'),
    { value: words.rapAt(asOf), formula, style: 'heading' },
    text(words.serviceNotPaid, 'heading'),
    text(words.comments, 'heading'),
  ]);
}

export function addRapRow(page: PageBuilder, row: RapRow, isTotal: boolean): RapSpots {
  const number = page.nextRow;
  const style = isTotal ? 'totalAmount' : 'amount';
  const at = (column: number): string => page.at({ row: number, column });
  const less = [row.decommitted, row.decommittedEarlier, row.paid].map(({ cents }) => cents);
  const outstanding = lessKnown(sumOfKnown([row.opening.cents, row.committed.cents]), sumOfKnown(less));
  page.add([
    text(row.label, isTotal ? 'totalLabel' : 'label'),
    amount(row.opening.cents, row.opening.formula, style),
    ...[row.committed, row.decommitted, row.decommittedEarlier, row.paid].map(({ cents, formula }) =>
      amount(cents, formula, style),
    ),
    amount(outstanding, `=ROUND(${at(1)}+${at(2)}-${at(3)}-${at(4)}-${at(5)},2)`, style),
    amount(row.serviceNotPaid.cents, row.serviceNotPaid.formula, style),
    blank('inputText'),
  ]);
  return {
    opening: { row: number, column: 1, cents: row.opening.cents },
    committed: { row: number, column: 2, cents: row.committed.cents },
    decommitted: { row: number, column: 3, cents: row.decommitted.cents },
    decommittedEarlier: { row: number, column: 4, cents: row.decommittedEarlier.cents },
    paid: { row: number, column: 5, cents: row.paid.cents },
    outstanding: { row: number, column: 6, cents: outstanding },
    serviceNotPaid: { row: number, column: 7, cents: row.serviceNotPaid.cents },
  };
}

/** The sum of cells of the page, as a figure of a row. */
export function totalOf(page: PageBuilder, cells: readonly (Shown | null)[]): Decided {
  const shown = cells.filter((cell): cell is Shown => cell !== null);
  return {
    cents: sumOfKnown(shown.map(({ cents }) => cents)),
    formula: `=ROUND(${shown.map((cell) => page.at(cell)).join('+') || '0'},2)`,
  };
}

/**
 * Four decimals, half away from zero, and 100 % only when the cents are equal (`shownRate`); « s.o. » when nothing is
 * allocated.
 */
export function rateCell(
  consumed: KnownCents,
  opened: KnownCents,
  consumedFormula: string,
  openedCell: string,
  style: 'rate' | 'totalRate',
): PlannedCell {
  if (consumed === null || opened === null) return text(NOT_CALCULABLE, style);
  const rate = rateOf(consumed, opened);
  const rounded = `ROUND(${consumedFormula}/${openedCell},4)`;
  const gap = `ROUND(${consumedFormula}-${openedCell},2)`;
  const shown = `IF(AND(${rounded}=1,${gap}<>0),1+SIGN(${gap})/10000,${rounded})`;
  return {
    value: rate === null ? words.noRate : shownRate(rate) / 10_000,
    formula: `=IF(${openedCell}<=0,"${words.noRate}",${shown})`,
    style,
  };
}
