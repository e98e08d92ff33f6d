/**
 * Bilan qualitatif annuel (art. 2.2 of the 2023 convention: companies and their sectors, experts and partners,
 * treatment of requests, opening by région): the indicators and milestones of ENV_Indicateurs and ENV_Jalons, as
 * formulas, with what remains to be filled in.
 */
import { findEnvelope } from '../../domain/envelopes/names';
import { QUALITATIF_WORDS as words } from '../../messages/documents/qualitatif-fr';
import { isCellError, type CellValue } from '../../workbook/cells';
import { TABLES } from '../../workbook/workbook-names';
import { headingOf, OurTable, type OurRow } from '../../workbook/registers/our-tables';
import type { PlannedCell, StyleName } from '../../workbook/plan';
import { addSignature, addSize } from '../page/closing';
import { addCount } from '../page/control-lines';
import type { DocumentPage, Highlight, Origin } from '../page/document-page';
import { addHeading, type PageHeading } from '../page/heading';
import type { DocumentSource } from '../input';
import { blank, PageBuilder, text } from '../page/page-builder';

const COLUMN = { label: 0, state: 4, comments: 5 } as const;
const WIDTHS = [52, 18, 16, 16, 14, 44];

export function qualitatif(source: DocumentSource, origin: Origin): DocumentPage {
  const { convention, input } = source;
  const page = new PageBuilder(origin, WIDTHS);
  const heading = addHeading(page, source, words.title(convention.creditYear));
  const toFill = addIndicators(page, source, OurTable.find(input.workbook, 'indicators'));
  for (const envelope of convention.envelopes) {
    const milestones = milestonesOf(source, envelope.code);
    if (milestones.length > 0) addMilestones(page, source, heading, envelope.label, milestones);
  }
  page.begins('block');
  const blanks = (style: StyleName): readonly PlannedCell[] =>
    Array.from({ length: COLUMN.comments - 1 }, () => blank(style));
  page.addSection([text(words.actions, 'heading'), ...blanks('heading'), text(words.toComplete, 'heading')]);
  for (const { label } of convention.envelopes)
    page.add([text(words.actionsOf(label), 'label'), ...blanks('label'), blank('inputText')]);
  page.addBlank();
  addSignature(page, source);
  addCount(page, words.count, { value: toFill }, words.toFill);
  page.addBlank();
  addSize(page);
  return page.build({ commentColumn: COLUMN.comments, landscape: true, highlights: [toFillOrLate(page)] });
}

/** The indicators by theme, in the order of the table; returns how many have no value. */
function addIndicators(page: PageBuilder, source: DocumentSource, table: OurTable<'indicators'> | null): number {
  const rows = table?.rows() ?? [];
  if (!table || rows.length === 0) {
    page.addSection([text(words.noIndicators, 'subtitle')]);
    page.addBlank();
    return 0;
  }
  const byTheme = new Map<string, OurRow<'indicators'>[]>();
  for (const row of rows) {
    const theme = source.freeText('indicator', table.text(row, 'theme')) || words.otherTheme;
    byTheme.set(theme, [...(byTheme.get(theme) ?? []), row]);
  }
  let toFill = 0;
  for (const [theme, ofTheme] of byTheme) {
    page.begins('block');
    page.addSection([text(theme, 'title')]);
    page.add(words.indicators.map((label) => text(label, 'heading')));
    for (const row of ofTheme) if (!addIndicator(page, source, table, row)) toFill++;
    page.addBlank();
  }
  return toFill;
}

/** Returns false when the indicator has no value. */
function addIndicator(
  page: PageBuilder,
  source: DocumentSource,
  table: OurTable<'indicators'>,
  row: OurRow<'indicators'>,
): boolean {
  const typed = table.value(row, 'value');
  const value = typeof typed === 'string' ? source.freeText('indicator', typed, words.notPublished) : typed;
  const label = source.freeText('indicator', table.text(row, 'indicator'), words.notPublished);
  const isFilled = value !== null && value !== '' && !isCellError(value);
  const cell = page.at({ row: page.nextRow, column: 1 });
  const state = `=IF(${cell}="","${words.toFill}","${words.filled}")`;
  page.add([
    text(label, 'label'),
    isFilled ? liveCell(value, table.name, headingOf('indicators', 'value'), row.index) : blank('text'),
    text(source.freeText('indicator', table.text(row, 'unit')), 'text'),
    text(source.freeText('indicator', table.text(row, 'period')), 'text'),
    { value: isFilled ? words.filled : words.toFill, formula: state, style: 'controlText' },
    blank('inputText'),
  ]);
  return isFilled;
}

/** A number of a table is a reference to its cell; a text is a value, since a formula could shorten or convert it. */
function liveCell(value: CellValue, table: string, column: string, index: number): PlannedCell {
  if (typeof value !== 'number') return { value, style: 'text' };
  return { value, formula: `=INDEX(${table}[${column}],${index + 1})`, style: 'text' };
}

function milestonesOf(source: DocumentSource, code: string): readonly Milestone[] {
  const { convention, input } = source;
  const table = OurTable.find(input.workbook, 'milestones');
  if (!table) return [];
  const isOf = (row: OurRow<'milestones'>): boolean =>
    findEnvelope(convention, table.text(row, 'envelope'))?.code === code;
  return table
    .rows()
    .filter(isOf)
    .map((row) => ({
      index: row.index,
      label: source.freeText('milestone', table.text(row, 'milestone'), words.notPublished),
      planned: numberIn(table.value(row, 'planned')),
      done: numberIn(table.value(row, 'done')),
      comment: source.freeText('milestone', table.text(row, 'comment')),
    }));
}

interface Milestone {
  readonly index: number;
  readonly label: string;
  readonly planned: number | null;
  readonly done: number | null;
  readonly comment: string;
}

function numberIn(value: CellValue): number | null {
  return typeof value === 'number' ? value : null;
}

function addMilestones(
  page: PageBuilder,
  source: DocumentSource,
  heading: PageHeading,
  envelope: string,
  milestones: readonly Milestone[],
): void {
  page.begins('block');
  page.addSection([text(words.milestones(envelope), 'title')]);
  page.add(words.milestoneHeadings.map((label) => text(label, 'heading')));
  for (const milestone of milestones) {
    const row = page.nextRow;
    const [planned, done, asOf] = [page.at({ row, column: 1 }), page.at({ row, column: 2 }), page.fixed(heading.asOf)];
    const gap =
      milestone.planned !== null && milestone.done !== null ? milestone.done - milestone.planned : words.noGap;
    const state = `=IF(N(${done})>0,"${words.done}",IF(AND(N(${planned})>0,${planned}<${asOf}),"${words.late}","${words.toCome}"))`;
    page.add([
      text(milestone.label, 'label'),
      dateCell(milestone.planned, milestone.index, headingOf('milestones', 'planned')),
      dateCell(milestone.done, milestone.index, headingOf('milestones', 'done')),
      {
        value: gap,
        formula: `=IF(AND(N(${planned})>0,N(${done})>0),${done}-${planned},"${words.noGap}")`,
        style: 'text',
      },
      { value: stateOf(milestone, source.asOfSerial), formula: state, style: 'controlText' },
      blank('inputText'),
    ]);
    if (milestone.comment !== '') page.add([text(milestone.comment, 'note')]);
  }
  page.addBlank();
}

function stateOf({ planned, done }: Milestone, asOf: number): string {
  if (done !== null && done > 0) return words.done;
  return planned !== null && planned > 0 && planned < asOf ? words.late : words.toCome;
}

function dateCell(serial: number | null, index: number, column: string): PlannedCell {
  if (serial === null) return blank('date');
  return { value: serial, formula: `=INDEX(${TABLES.milestones}[${column}],${index + 1})`, style: 'date' };
}

/** Paints what is late or remains to be filled in. */
function toFillOrLate(page: PageBuilder): Highlight {
  const state = `$${page.letters(COLUMN.state)}${page.firstSheetRow}`;
  return { left: 0, columns: COLUMN.comments, formula: `=OR(${state}="${words.toFill}",${state}="${words.late}")` };
}
