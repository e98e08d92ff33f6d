/** The controls of the Bilan: sums of lines, of envelopes and of the ledger; the gap of each figure with the product's. */
import { hasLineCeiling } from '../../domain/envelopes/allowances/line-amounts';
import type { Envelope } from '../../domain/envelopes/convention';
import { centsOf, lessKnown, sumOfKnown, type KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import type { PlannedCell } from '../../workbook/plan';
import { shortName, type LedgerFigure, type Scope } from '../figures/ledger-figure';
import type { BilanKit } from './bilan-blocks';
import type { PlacedBlock, PlacedEnvelope, PlacedRow } from './bilan-envelope';
import type { PlacedSchedule } from './bilan-schedule';
import { ownFigure, sumOfCells, type ControlLine } from '../page/control-lines';
import type { Highlight } from '../page/document-page';
import { partsNotCounted } from '../figures/not-counted';
import { amount, filledElsewhere, text, type PageBuilder, type Shown } from '../page/page-builder';

/** The columns of the comparison: the three gaps, then the product's figures. */
const COMPARED = [
  { figure: 'committed', gap: 1, own: 4 },
  { figure: 'decommitted', gap: 2, own: 5 },
  { figure: 'paid', gap: 3, own: 6 },
] as const;

/** The control of a whole column of the ledger. */
export interface ListControl {
  readonly nature: Nature;
  readonly line: ControlLine;
  /** The amounts that the document leaves out; null when what it counts is not known. */
  readonly parts: ReturnType<typeof partsNotCounted> | null;
}

/** The control lines; `lists` are those of `listControls`. */
export function controlsOf(
  kit: BilanKit,
  envelopes: readonly PlacedEnvelope[],
  lists: readonly ListControl[],
): readonly ControlLine[] {
  return [
    ...envelopes.flatMap((envelope) => [...sumControls(kit, envelope), ...rapControls(kit, envelope)]),
    ...kit.natures.flatMap((nature) => [
      ...conventionControl(kit, nature, envelopes),
      ...movementsControl(kit, nature, envelopes),
    ]),
    ...lists.map(({ line }) => line),
  ];
}

/** The whole column of each nature beside what the document counts of it. */
export function listControls(kit: BilanKit, envelopes: readonly PlacedEnvelope[]): readonly ListControl[] {
  return kit.natures.map((nature) => listControl(kit, nature, envelopes));
}

/** From the whole columns of the ledger to the document, part by part. */
export function addNotCounted({ page }: BilanKit, lists: readonly ListControl[]): void {
  const names = Object.keys(words.notCountedPart) as (keyof typeof words.notCountedPart)[];
  const centsOfPart = (of: ListControl, name: string): KnownCents =>
    of.parts?.find(({ part }) => part === name)?.cents ?? (of.parts === null ? null : 0);
  const row = (label: string, cents: (of: ListControl) => KnownCents): void => {
    page.add([text(label, 'controlLabel'), ...lists.map((of) => amount(cents(of), undefined, 'controlAmount'))]);
  };
  page.addSection(
    [words.notCountedHeading, ...lists.map(({ nature }) => nature)].map((label) => text(label, 'heading')),
  );
  row(words.wholeColumn, ({ line }) => line.reference.cents);
  for (const name of names)
    if (lists.some((of) => centsOfPart(of, name) !== 0)) row(words.notCountedPart[name], (of) => centsOfPart(of, name));
  row(words.countedHere, ({ line }) => line.document.cents);
}

/** Each row of the blocks beside the product's figures; returns the count of gaps, null when one is not calculable. */
export function addComparison(
  kit: BilanKit,
  envelopes: readonly PlacedEnvelope[],
): { readonly value: number; readonly formula: string } | null {
  const { page } = kit;
  const headings = [
    words.productFigures,
    words.gapCommitted,
    words.gapDecommitted,
    words.gapPaid,
    words.ownCommitted,
    words.ownDecommitted,
    words.ownPaid,
  ];
  page.addSection(headings.map((heading) => text(heading, 'heading')));
  const firstRow = page.nextRow;
  const differences = envelopes.flatMap((placed) =>
    rowsByScope(placed).flatMap((rows) => addCompared(kit, placed.envelope, rows)),
  );
  if (differences.includes(null)) return null;
  const gaps = `${page.at({ row: firstRow, column: 1 })}:${page.at({ row: page.nextRow - 1, column: COMPARED.length })}`;
  const formula = page.nextRow > firstRow ? `=SUMPRODUCT((ABS(${gaps})>=0.005)*1)` : '=0';
  return { value: differences.filter((cents) => cents !== 0).length, formula };
}

/** Paints the gaps with the product's figures. */
export function comparisonHighlight(page: PageBuilder): Highlight {
  const [label, gap] = [`$${page.letters(0)}${page.firstSheetRow}`, `${page.letters(1)}${page.firstSheetRow}`];
  const { length } = words.gapsPrefix;
  return {
    left: 1,
    columns: COMPARED.length,
    formula: `=AND(LEFT(${label},${length})="${words.gapsPrefix}",ISNUMBER(${gap}),ABS(N(${gap}))>=0.005)`,
  };
}

/** The rows of AE and CP of each scope of an envelope. */
function rowsByScope({ blocks }: PlacedEnvelope): readonly (readonly [Nature, PlacedRow][])[] {
  const byLine = new Map<number | string, [Nature, PlacedRow][]>();
  for (const [nature, { rows, total }] of blocks) {
    for (const row of [...rows, total]) {
      if (row.scope === null) continue;
      const { line } = row.scope;
      const key = line === null || line === 'none' ? String(line) : line.index;
      byLine.set(key, [...(byLine.get(key) ?? []), [nature, row]]);
    }
  }
  return [...byLine.values()];
}

/** Writes a row of the comparison and returns its gaps, in cents. */
function addCompared(
  kit: BilanKit,
  envelope: Envelope,
  rows: readonly (readonly [Nature, PlacedRow])[],
): readonly KnownCents[] {
  const { page, source } = kit;
  const row = page.nextRow;
  const cells: PlannedCell[] = Array.from({ length: 7 }, () => filledElsewhere('controlAmount'));
  const differences: KnownCents[] = [];
  const scope = rows[0]?.[1].scope ?? { envelope, line: null };
  cells[0] = text(words.gapsOf(shortName(scope)), 'controlLabel');
  for (const [nature, placed] of rows) {
    for (const { figure, gap, own } of COMPARED) {
      const spot = spotOf(nature, figure, placed);
      if (!spot || !placed.scope) continue;
      const cents = source.own.cents(figure, placed.scope);
      cells[own] = amount(cents, undefined, 'controlAmount');
      const difference = lessKnown(spot.cents, cents);
      differences.push(difference);
      const formula = `=ROUND(${page.at(spot)}-${page.at({ row, column: own })},2)`;
      cells[gap] = amount(difference, formula, 'controlAmount');
    }
  }
  page.add(cells);
  return differences;
}

function spotOf(nature: Nature, figure: LedgerFigure, { spots }: PlacedRow): Shown | null {
  if (nature === 'CP') return figure === 'paid' ? spots.used : null;
  return figure === 'committed' ? spots.used : figure === 'decommitted' ? spots.other : null;
}

/** The budget lines add up to their envelope: opened, movements included, and used. */
function sumControls(kit: BilanKit, { envelope, blocks }: PlacedEnvelope): readonly ControlLine[] {
  const line = (label: string, block: PlacedBlock, of: 'opened' | 'used' | 'other'): readonly ControlLine[] => {
    const total = block.total.spots[of];
    const parts = block.rows.map(({ spots }) => spots[of]).filter((spot): spot is Shown => spot !== null);
    if (!total) return [];
    const reference = { cents: total.cents, formula: `=${kit.page.at(total)}` };
    return [
      {
        label: words.prefixed(envelope.code, label),
        document: sumOfCells(kit.page, parts),
        reference,
      },
    ];
  };
  return [...blocks].flatMap(([nature, block]) => [
    ...(envelope.lines.length > 0 &&
    envelope.ceilings[nature] &&
    envelope.lines.every((one) => hasLineCeiling(kit.source.convention, envelope, one, nature))
      ? line(words.linesMakeEnvelope[nature], block, 'opened')
      : []),
    ...line(nature === 'AE' ? words.linesMakeCommitted : words.linesMakePaid, block, 'used'),
    ...(nature === 'AE' ? line(words.linesMakeDecommitted, block, 'other') : []),
  ]);
}

/** The product's figures that have no column in the comparison. */
function rapControls(
  kit: BilanKit,
  { envelope, blocks, rap, rapByEj, schedule }: PlacedEnvelope,
): readonly ControlLine[] {
  const { page, source } = kit;
  const scope: Scope = { envelope, line: null };
  const line = (name: string, spot: Shown, cents: KnownCents): ControlLine => ({
    label: words.prefixed(envelope.code, words.sameFigure(name)),
    document: { cents: spot.cents, formula: `=${page.at(spot)}` },
    reference: ownFigure(cents),
  });
  const paidEarlier = blocks.get('CP')?.total.spots.other;
  return [
    ...(paidEarlier ? [line(words.figure.paidEarlier, paidEarlier, source.own.cents('paidEarlier', scope))] : []),
    ...(rap
      ? [
          line(words.figure.outstanding, rap.outstanding, centsOf(source.input.balances.outstanding(envelope.code))),
          line(words.figure.serviceNotPaid, rap.serviceNotPaid, source.own.cents('serviceNotPaid', scope)),
          ...(schedule ? [scheduleControl(kit, envelope, schedule)] : []),
        ]
      : []),
    ...(rapByEj
      ? [line(words.rapByEjIsRap, rapByEj.total, centsOf(source.input.balances.outstanding(envelope.code)))]
      : []),
  ];
}

/** The part of the restes à payer that has a day of payment, beside the product's figure EJ by EJ. */
function scheduleControl({ page }: BilanKit, { code }: Envelope, { periods }: PlacedSchedule): ControlLine {
  const document = sumOfCells(page, periods);
  const label = words.prefixed(code, words.sameFigure(words.scheduled));
  return { label, document, reference: ownFigure(document.cents) };
}

/** The envelopes add up to the convention as signed; nothing to compare where none has an amount of that nature. */
function conventionControl(
  kit: BilanKit,
  nature: Nature,
  envelopes: readonly PlacedEnvelope[],
): readonly ControlLine[] {
  const { page, source, desk } = kit;
  const printed = source.convention.ceilings[nature];
  if (!printed) return [];
  const parts = envelopes
    .map(({ blocks }) => blocks.get(nature)?.total.spots.initial ?? null)
    .filter((spot): spot is Shown => spot !== null);
  if (parts.length === 0) return [];
  const reference = desk.ofTables(
    words.figureOf(words.figure.ceiling, words.wholeConvention),
    source.ceilings.ofConvention(nature),
    printed.amount.cents,
  );
  return [{ label: words.envelopesMakeConvention[nature], document: sumOfCells(page, parts), reference }];
}

/**
 * The movements of the table that are no transfers between envelopes make those of the document: one typed later with
 * a name that the formulas do not look for, or a gel typed in « Vers », shows as a gap.
 */
function movementsControl(
  { page, source, desk, heading }: BilanKit,
  nature: Nature,
  envelopes: readonly PlacedEnvelope[],
): readonly ControlLine[] {
  const terms = source.ceilings.movedInAll(nature, heading.bounds.asOfEnd);
  const spots = envelopes.flatMap(({ blocks }) => blocks.get(nature)?.total.spots.moved ?? []);
  if (terms.length === 0 || spots.length === 0) return [];
  const document = sumOfCells(page, spots);
  if (document.cents === null) return [];
  const name = words.figureOf(words.figure.moved, nature);
  const scope = { envelope: null, nature, asOf: source.input.balances.asOf };
  const reference = desk.ofMovements(name, terms, document.cents, scope);
  return [{ label: words.movementsMakeDocument[nature], document, reference }];
}

/**
 * The whole column of the ledger is what the document counts, plus each amount that it leaves out on purpose; when what
 * counts is not known, neither is what does not.
 */
function listControl(kit: BilanKit, nature: Nature, envelopes: readonly PlacedEnvelope[]): ListControl {
  const { page, source, desk } = kit;
  const totals = envelopes.map(({ blocks }) => blocks.get(nature)?.total.spots).filter((spots) => spots !== undefined);
  const used = sumOfCells(
    page,
    totals.map((spots) => spots.used),
  );
  const freed = nature === 'AE' ? totals.flatMap(({ other }) => (other ? [other] : [])) : [];
  const document = {
    cents: lessKnown(used.cents, sumOfKnown(freed.map(({ cents }) => cents))),
    formula: used.formula + freed.map((spot) => `-${page.at(spot)}`).join(''),
  };
  const parts = partsNotCounted(source, nature);
  const notCounted = document.cents === null ? null : parts.reduce((sum, part) => sum + part.cents, 0);
  const reference = desk.ofColumn(
    words.figureOf(words.figure.list, nature),
    nature,
    sumOfKnown([document.cents, notCounted]),
  );
  return {
    nature,
    line: { label: words.listMakesDocument[nature], document, notCounted, reference },
    parts: document.cents === null ? null : parts,
  };
}
