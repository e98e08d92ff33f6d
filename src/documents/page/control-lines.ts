/** The control lines under a document: its amount, what it leaves out, the reference amount, the gap, the state. */
import { lessKnown, sumOfKnown, type KnownCents } from '../../domain/money/known-cents';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import type { PlannedCell } from '../../workbook/plan';
import type { Highlight } from './document-page';
import type { Decided, FigureDesk } from '../figures/figure-desk';
import { amount, blank, NOT_CALCULABLE, text, type PageBuilder, type Shown } from './page-builder';

/** An amount of the document that must equal another. */
export interface ControlLine {
  readonly label: string;
  /** A formula over the document's own cells. */
  readonly document: { readonly cents: KnownCents; readonly formula: string };
  /** Cents of the ledger that the document leaves out on purpose; null when the figure is not calculable. */
  readonly notCounted?: KnownCents;
  readonly reference: Decided;
}

/** The columns of the control lines, from the left of the page. */
const COLUMNS = { document: 1, notCounted: 2, reference: 3, gap: 4, state: 5 } as const;
/** Columns that the lines need. */
const CONTROL_WIDTH = 6;
/** A difference below half a cent is none. */
const HALF_A_CENT = '0.005';

/** The heading, the lines, and, of a desk, the counts of figures written as values and of amounts typed as texts later. */
export function addControls(page: PageBuilder, lines: readonly ControlLine[], desk?: FigureDesk): void {
  const headings = [
    words.controlsHeading,
    words.documentAmount,
    words.notCounted,
    words.referenceAmount,
    words.gap,
    words.state,
  ];
  page.addList(
    headings.map((heading) => text(heading, 'heading')),
    lines,
    ({ label }) => [label],
    (line) => addLine(page, line),
    { isSection: true },
  );
  if (!desk) return;
  addCount(page, words.asValues, { value: desk.valueCount }, words.toVerify);
  const texts = desk.laterTexts;
  if (texts) addCount(page, words.laterTexts, texts, words.toRepair);
}

/** A line that counts faults: right when there is none. Null when they cannot be counted. */
export function addCount(
  page: PageBuilder,
  label: string,
  count: { readonly value: number; readonly formula?: string } | null,
  wrong: string,
): void {
  if (count === null) {
    const unknown = text(NOT_CALCULABLE, 'controlText');
    page.add([text(label, 'controlLabel'), unknown, ...Array.from({ length: 3 }, () => blank('controlText')), unknown]);
    return;
  }
  const spot = { row: page.nextRow, column: COLUMNS.document };
  const value: PlannedCell =
    count.formula === undefined ? { value: count.value } : { value: count.value, formula: count.formula };
  const state = stateCell(
    count.value === 0 ? words.right : wrong,
    `=IF(${page.at(spot)}=0,"${words.right}","${wrong}")`,
  );
  page.add([
    text(label, 'controlLabel'),
    { ...value, style: 'controlText' },
    blank('controlText'),
    blank('controlText'),
    blank('controlText'),
    state,
  ]);
}

/** Paints the lines that are not right. */
export function controlHighlight(page: PageBuilder): Highlight {
  const state = `$${page.letters(COLUMNS.state)}${page.firstSheetRow}`;
  const states = [words.wrong, words.toRepair, words.toVerify].map((word) => `${state}="${word}"`);
  return { left: 0, columns: CONTROL_WIDTH, formula: `=OR(${states.join(',')})` };
}

/** The sum of some cells of the page, as a control line shows it. */
export function sumOfCells(
  page: PageBuilder,
  cells: readonly Shown[],
): { readonly cents: KnownCents; readonly formula: string } {
  return {
    cents: sumOfKnown(cells.map(({ cents }) => cents)),
    formula: `=${cells.map((cell) => page.at(cell)).join('+') || '0'}`,
  };
}

/** The product's figure, as a value. */
export function ownFigure(cents: KnownCents): Decided {
  return { cents, formula: undefined };
}

function addLine(page: PageBuilder, { label, document, notCounted, reference }: ControlLine): void {
  const row = page.nextRow;
  const at = (column: number): string => page.at({ row, column });
  const gap = lessKnown(sumOfKnown([document.cents, notCounted === undefined ? 0 : notCounted]), reference.cents);
  const gapFormula = `=ROUND(${at(COLUMNS.document)}+${at(COLUMNS.notCounted)}-${at(COLUMNS.reference)},2)`;
  page.add([
    text(label, 'controlLabel'),
    amount(document.cents, document.formula, 'controlAmount'),
    notCounted === undefined ? blank('controlAmount') : amount(notCounted, undefined, 'controlAmount'),
    amount(reference.cents, reference.formula, 'controlAmount'),
    amount(gap, gapFormula, 'controlAmount'),
    gap === null
      ? text(NOT_CALCULABLE, 'controlText')
      : stateCell(
          gap === 0 ? words.right : words.wrong,
          `=IF(ABS(${at(COLUMNS.gap)})<${HALF_A_CENT},"${words.right}","${words.wrong}")`,
        ),
  ]);
}

function stateCell(value: string, formula: string): PlannedCell {
  return { value, formula, style: 'controlText' };
}
