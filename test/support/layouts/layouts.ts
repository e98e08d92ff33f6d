/**
 * `drawLayout(seed)`: a true ledger, a team's way of keeping it, and the workbook that this makes. An officer reads each
 * feature without hesitating; each can be dropped alone.
 */
import type { Convention } from '../../../src/domain/envelopes/convention';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { drawConvention, type DrawnConvention } from './conventions';
import { Draw } from './draw';
import { workbookFrom } from './grid';
import { addSummaryBeside, otherSheets } from './noise';
import { hideSome, labelFieldOf, LedgerPlacer, type PlacedLedger } from './placing';
import { byColumnsOfEnvelopes, mostPayments, rowsOf, type Field, type KeptRow } from './rows';
import { ColumnMaker, drawKeeping, fieldsOf, type Keeping } from './team';
import { drawShared, type Shared } from './shared-ledger';
import { drawOrders, figuresAt, type Kinds, type Order, type TrueFigures } from './truth';
import { drawHand, type Hand } from './values';

export interface DrawnLayout {
  readonly seed: number;
  readonly workbook: WorkbookSnapshot;
  readonly convention: Convention;
  readonly features: readonly string[];
  /** The true figures of each envelope, at each date. */
  readonly truth: ReadonlyMap<string, ReadonlyMap<string, TrueFigures>>;
  /** Something in the workbook must be asked about or reported, even if the figures are right. */
  readonly mustReport: boolean;
}

/** Limits on a draw. */
export interface DrawOptions {
  /** False for a feature that must not be used. */
  readonly allows?: (feature: string) => boolean;
  /** A heading in place of the drawn one. */
  readonly heading?: { readonly field: Field; readonly text: string };
}

/** The layout of a seed. */
export function drawLayout(seed: number, { allows, heading }: DrawOptions = {}): DrawnLayout {
  const draw = new Draw(seed, allows);
  const given = drawConvention(draw);
  const keeping = drawKeeping(draw, given.envelopes.length);
  const orders = drawOrders(draw.chanceOf('orders'), given.envelopes, given.year, kindsOf(draw, keeping));
  const truth = new Map(
    given.dates.map((date) => [date, figuresAt(orders, given.envelopes, date, keeping.hasService)]),
  );
  retractUnused(draw, orders);
  const ledger = keep(draw, given, keeping, orders, heading);
  hideSome(draw, ledger);
  const figures = truth.get(given.dates[0] ?? '') ?? new Map<string, TrueFigures>();
  const around = { draw, ledger, envelopes: given.envelopes, figures };
  const others = otherSheets(around);
  addSummaryBeside(around);
  const sheets =
    others.sheets.length > 0 && draw.has('other sheets first', 0.3)
      ? [...others.sheets, ...ledger.sheets]
      : [...ledger.sheets, ...others.sheets];
  return {
    seed,
    workbook: workbookFrom(sheets),
    convention: given.convention,
    features: draw.features,
    truth,
    mustReport: others.copy,
  };
}

/** The operations that the way of keeping can show. */
function kindsOf(draw: Draw, { shape, hasStatus, hasOperation }: Keeping): Kinds {
  const isWide = shape === 'ranked payments' || shape === 'repeated payments' || shape === 'months in columns';
  return {
    unpaid: shape !== 'months in columns',
    withdrawals: draw.has('decommitments', 0.5),
    credits: !isWide && (hasOperation || draw.chanceOf('credits').chance(0.5)) && draw.has('credit notes', 0.5),
    projects: hasStatus && draw.has('projects', 0.6),
    cancelled: hasStatus && draw.has('cancelled orders', 0.5),
  };
}

/** A kind of operation that no order has is no feature of the workbook. */
function retractUnused(draw: Draw, orders: readonly Order[]): void {
  const has: Readonly<Record<string, (order: Order) => boolean>> = {
    decommitments: ({ withdrawals }) => withdrawals.length > 0,
    'credit notes': ({ payments }) => payments.some(({ cents }) => cents < 0),
    projects: ({ state }) => state === 'project',
    'cancelled orders': ({ state }) => state === 'cancelled',
  };
  for (const [feature, isIn] of Object.entries(has)) if (!orders.some(isIn)) draw.retract(feature);
}

function keep(
  draw: Draw,
  given: DrawnConvention,
  keeping: Keeping,
  orders: readonly Order[],
  heading: DrawOptions['heading'],
): PlacedLedger {
  const hand = drawHand(draw, given.envelopes, {
    hasOperation: keeping.hasOperation,
    hasDecommitment: orders.some(({ withdrawals }) => withdrawals.length > 0),
  });
  const maker = new ColumnMaker(draw, keeping, given, hand, heading);
  const shared = drawShared(draw, given, keeping);
  const all = [...orders, ...(shared?.orders ?? [])];
  const lists = fieldsOf(draw, keeping, given, mostPayments(all));
  const kept = inOrder(draw, keeping, rowsOf(all, keeping.shape, keeping.oneDate));
  const rows = keeping.split === 'amounts by envelope' ? byColumnsOfEnvelopes(kept) : kept;
  const [main = [], payments] = lists;
  if (!payments)
    return place(
      draw,
      given,
      keeping,
      { hand, maker, shared, fields: main, part: 'ledger' },
      rows,
      mainSheet(draw, given),
    );
  const ej = place(
    draw,
    given,
    keeping,
    { hand, maker, shared, fields: main, part: 'EJ' },
    rows.filter(isCommitment),
    'EJ',
  );
  const dp = placePayments(
    draw,
    given,
    keeping,
    { hand, maker, shared, fields: payments, part: 'DP' },
    rows.filter((row) => !isCommitment(row)),
  );
  return { sheets: [...ej.sheets, ...dp.sheets], blocks: [...ej.blocks, ...dp.blocks] };
}

interface Making {
  readonly shared: Shared | null;
  readonly hand: Hand;
  readonly maker: ColumnMaker;
  readonly fields: readonly Field[];
  readonly part: string;
}

function place(
  draw: Draw,
  given: DrawnConvention,
  keeping: Keeping,
  { hand, maker, fields, part, shared }: Making,
  rows: readonly KeptRow[],
  name: string,
): PlacedLedger {
  const columns = [...maker.columns(fields, part), ...(shared ? [shared.column] : [])];
  const below = blankBelow(draw, keeping);
  const headingRows = !maker.hasGroups ? 1 : draw.has('headings with a row of units', 0.25) ? 3 : 2;
  const look = {
    columns,
    hand,
    headingRows,
    lonelyOnTop: maker.hasGroups && draw.has('headings merged downwards', 0.4),
    envelopeOnce: keeping.envelopeOnce,
    isMerged: (headingRows > 1 || keeping.envelopeOnce || below.size > 0) && draw.has('merged cells', 0.6),
    labelField: labelFieldOf(draw, fields),
    blankBelow: below,
  } as const;
  const placer = new LedgerPlacer({
    draw,
    keeping,
    look,
    envelopes: given.envelopes,
    year: given.year,
    title: given.title,
    hasGroups: maker.hasGroups,
  });
  return placer.place(rows, name);
}

/** The payments on one sheet, or on one for each half of the year. */
function placePayments(
  draw: Draw,
  given: DrawnConvention,
  keeping: Keeping,
  making: Making,
  rows: readonly KeptRow[],
): PlacedLedger {
  const halves = [rows.filter(({ day }) => day.slice(5, 7) < '07'), rows.filter(({ day }) => day.slice(5, 7) >= '07')];
  const isSplit = halves.every((half) => half.length > 0) && draw.has('several sheets of payments', 0.3);
  if (!isSplit) return place(draw, given, keeping, making, rows, draw.chanceOf('DP').pick(['DP', 'Paiements']));
  const placed = halves.map((half, index) => place(draw, given, keeping, making, half, `DP S${index + 1}`));
  return { sheets: placed.flatMap(({ sheets }) => sheets), blocks: placed.flatMap(({ blocks }) => blocks) };
}

function isCommitment({ kind }: KeptRow): boolean {
  return kind === 'commitment' || kind === 'withdrawal';
}

/** In the order of the EJ, or of the days where each row is of its own. */
function inOrder(draw: Draw, { shape, split, envelopeOnce }: Keeping, rows: readonly KeptRow[]): readonly KeptRow[] {
  if (envelopeOnce) return byEnvelope(rows);
  const byDay = [...rows].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  if (shape === 'journal with one date' || split === 'a sheet a month' || split === 'a sheet a quarter') return byDay;
  return shape !== 'payments under their EJ' && draw.has('rows by date', 0.4) ? byDay : rows;
}

function byEnvelope(rows: readonly KeptRow[]): readonly KeptRow[] {
  const envelopes = [...new Set(rows.map(({ order }) => order.envelope))];
  return envelopes.flatMap((envelope) => rows.filter(({ order }) => order.envelope === envelope));
}

/** Under an EJ, its payments repeat its number alone, or nothing. */
function blankBelow(draw: Draw, { shape }: Keeping): ReadonlySet<Field> {
  if (shape !== 'payments under their EJ') return new Set();
  const all: Field[] = ['ej', 'supplier', 'object', 'envelope', 'line'];
  return new Set(draw.has('payments repeat nothing of their EJ', 0.6) ? all : ['ej']);
}

function mainSheet(draw: Draw, { year }: DrawnConvention): string {
  return draw
    .chanceOf('sheet')
    .pick(['Suivi', `Suivi ${year}`, 'Feuil2', 'Suivi des dépenses', 'Exécution', `${year}`, 'Dépenses']);
}
