/**
 * Bilan qualitatif annuel (art. 2.2 of the 2023 convention: companies and their sectors, experts and partners,
 * treatment of requests, opening by région): the indicators and milestones of ENV_Indicateurs and ENV_Jalons, as
 * formulas, with what remains to be filled in.
 */
import { DOCUMENT_WORDS } from '../../messages/documents/documents-fr';
import { QUALITATIF_WORDS as words } from '../../messages/documents/qualitatif-fr';
import { textOf } from '../../workbook/cells';
import type { StyleName } from '../../workbook/plan';
import type { WriterAdvice } from '../../workbook/writer-advice';
import { OurTable, type OurRow } from '../../workbook/registers/our-tables';
import { liveCell, lookedUp } from '../figures/looked-up';
import { addControlPage, addSignature, addSize } from '../page/closing';
import { addCount } from '../page/control-lines';
import type { DocumentPage, Highlight, Origin } from '../page/document-page';
import { addHeading } from '../page/heading';
import type { DocumentInput, DocumentSource } from '../input';
import { blank, filledElsewhere, noTable, PageBuilder, text } from '../page/page-builder';
import { groupedBy } from '../../domain/grouped';
import { indicatorsOf, type YearIndicator } from './indicators';
import { addMilestones, milestoneSections, unclearMilestones } from './milestones';
import { TABLES } from '../../workbook/workbook-names';

const COLUMN = { label: 0, period: 3, state: 4, comments: 5 } as const;
/** Blank rows for the text of the team. */
const ROWS_TO_WRITE = 5;
const WIDTHS = [52, 18, 16, 16, 14, 44];

export function qualitatif(source: DocumentSource, origin: Origin): DocumentPage {
  const { convention, input } = source;
  const page = new PageBuilder(origin, WIDTHS, 'landscape');
  const heading = addHeading(page, source, words.title(convention.creditYear));
  addText(page, 1, words.highlights);
  const table = OurTable.find(input.workbook, 'indicators');
  const { toFill, states, next } = addIndicators(page, source, table, 2);
  const sections = milestoneSections(source);
  let number = next;
  if (sections.length > 0) {
    page.begins('block');
    page.addSection([text(DOCUMENT_WORDS.numbered(number++, words.allMilestones), 'title')]);
    for (const section of sections) addMilestones(page, source, heading, section);
  }
  page.begins('block');
  const actions = DOCUMENT_WORDS.numbered(number++, words.actions);
  page.formerly(words.earlierActions, actions);
  const besides = noTable(COLUMN.comments - 1);
  page.addSection([text(actions, 'heading'), ...besides, text(words.freeText, 'heading')]);
  for (const { label } of convention.envelopes) {
    page.formerly(words.earlierActionsOf(label), words.actionsOf(label));
    page.add([text(words.actionsOf(label), 'label'), ...besides, blank('inputText')]);
  }
  page.addBlank();
  addText(page, number++, words.outlook);
  addSignature(page, source, number);
  addControlPage(page, source);
  addCount(
    page,
    words.count,
    { value: toFill, ...(states && { formula: `=COUNTIF(${states},"${words.notFilled}")` }) },
    words.toFill,
  );
  page.addBlank();
  addSize(page);
  return page.build({ commentColumn: COLUMN.comments, highlights: [toFillOrLate(page)] });
}

/** The indicators to type, and the milestones to correct, before it is signed. */
export function qualitatifAdvice(input: DocumentInput): readonly WriterAdvice[] {
  const table = OurTable.find(input.workbook, 'indicators');
  const { workbook, convention } = input;
  const indicators = table ? indicatorsOf(table, convention.creditYear, workbook.uses1904Dates) : [];
  const count = indicators.filter(({ value }) => value === null).length;
  const unclear = unclearMilestones(input);
  return [
    ...(count === 0 ? [] : [{ code: 'indicators', count } as const]),
    ...(unclear === 0 ? [] : [{ code: 'milestones', count: unclear } as const]),
  ];
}

/** A section of text: its rows are left to the team. */
function addText(page: PageBuilder, number: number, title: string): void {
  page.begins('block');
  page.addSection([text(DOCUMENT_WORDS.numbered(number, title), 'title')]);
  for (let row = 0; row < ROWS_TO_WRITE; row++) page.addBlank();
}

/**
 * The indicators by theme, in the order of the table, one section each from `first`; returns how many have no value, and
 * the number of the next section.
 */
function addIndicators(
  page: PageBuilder,
  source: DocumentSource,
  table: OurTable<'indicators'> | null,
  first: number,
): { readonly toFill: number; readonly states: string | null; readonly next: number } {
  const { workbook } = source.input;
  const rows = table ? indicatorsOf(table, source.convention.creditYear, workbook.uses1904Dates) : [];
  if (!table || rows.length === 0) {
    page.addSection([text(words.noIndicators, 'subtitle')]);
    page.addBlank();
    return { toFill: 0, states: null, next: first };
  }
  let toFill = 0;
  let number = first;
  const firstRow = page.nextRow;
  for (const [theme, ofTheme] of sectionsOf(source, table, rows)) {
    page.begins('block');
    const title = DOCUMENT_WORDS.numbered(number++, theme);
    page.formerly(theme, title);
    page.addSection([text(title, 'title')]);
    page.add(words.indicators.map((label) => text(label, 'heading')));
    for (const indicator of ofTheme) if (!addIndicator(page, source, table, indicator)) toFill++;
    page.addBlank();
  }
  return { toFill, states: page.span(COLUMN.state, firstRow, page.nextRow - 1), next: number };
}

/**
 * The rows by theme. In a publication, neighbours without a published theme share a section: the order of the rows is
 * that of the document in the workbook.
 */
function sectionsOf(
  source: DocumentSource,
  table: OurTable<'indicators'>,
  rows: readonly YearIndicator[],
): readonly (readonly [string, readonly YearIndicator[]])[] {
  const sections: [string, YearIndicator[]][] = [];
  for (const [theme, ofTheme] of groupedBy(rows, ({ row }) => table.text(row, 'theme') || words.otherTheme)) {
    const shown = theme === words.otherTheme ? theme : source.freeText('indicator', theme, words.otherTheme);
    const last = sections.at(-1);
    if (last?.[0] === shown) last[1].push(...ofTheme);
    else sections.push([shown, [...ofTheme]]);
  }
  return sections;
}

/** Returns false when the indicator has no value. */
function addIndicator(
  page: PageBuilder,
  source: DocumentSource,
  table: OurTable<'indicators'>,
  { row, value: typed }: YearIndicator,
): boolean {
  const value = typeof typed === 'string' ? source.freeText('indicator', typed, words.notPublished) : typed;
  const label = source.freeText('indicator', table.text(row, 'indicator'), words.notPublished);
  const isFilled = value !== null && value !== '';
  const period = table.text(row, 'period');
  const at = (column: number): string => page.at({ row: page.nextRow, column });
  const cell = at(1);
  // The formula compares the period of the register with the one beside it: a value of another year is not shown.
  const isCompared = period === textOf(table.value(row, 'period'));
  const formula = isCompared
    ? lookedUp(table, row, 'value', 'indicator', { column: 'period', cell: at(COLUMN.period) })
    : null;
  const state = `=IF(${cell}="","${words.notFilled}","${words.filled}")`;
  page.addItem([
    text(label, 'label'),
    isFilled ? liveCell(value, formula, styleOf(table, row)) : filledElsewhere('text', TABLES.indicators),
    text(source.freeText('indicator', table.text(row, 'unit')), 'text', TABLES.indicators),
    text(source.freeText('indicator', period), 'text', TABLES.indicators),
    { value: isFilled ? words.filled : words.notFilled, formula: state, style: 'controlText' },
    blank('inputText'),
  ]);
  return isFilled;
}

/** A day or a percentage stays one: 45 016 is not 31/03/2023, nor 0,92 beside « % » 92 %. */
function styleOf(table: OurTable<'indicators'>, row: OurRow<'indicators'>): StyleName {
  const shown = table.shown(row, 'value');
  if (shown?.kind === 'date') return 'date';
  return shown?.kind === 'percentage' && shown.factor === 100 ? 'rate' : 'text';
}

/** Paints what is late, not understood, or remains to be filled in. */
function toFillOrLate(page: PageBuilder): Highlight {
  const state = `$${page.letters(COLUMN.state)}${page.firstSheetRow}`;
  const formula = `=OR(${[words.notFilled, words.toFill, words.late, words.unclear].map((word) => `${state}="${word}"`).join(',')})`;
  return { left: 0, columns: COLUMN.comments, formula };
}
