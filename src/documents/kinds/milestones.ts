/**
 * The milestones of ENV_Jalons in the Bilan qualitatif. Every row is shown: a text is shown as typed, and a milestone
 * without an envelope of the convention has a section of its own.
 */
import { findEnvelope } from '../../domain/envelopes/names';
import { groupedBy } from '../../domain/grouped';
import { comparable } from '../../domain/text';
import { QUALITATIF_WORDS as words } from '../../messages/documents/qualitatif-fr';
import { textOf, type CellValue } from '../../workbook/cells';
import { CellReader, isBlankText } from '../../workbook/ledger/read-cells';
import { isTicked } from '../../workbook/ledger/rows/marks/effect-headings';
import { isDayOfCentury } from '../../workbook/number-formats';
import type { PlannedCell } from '../../workbook/plan';
import { OurTable, type OurRow } from '../../workbook/registers/our-tables';
import { serialOfDate } from '../../workbook/serials';
import { liveCell, lookedUp } from '../figures/looked-up';
import type { DocumentInput, DocumentSource } from '../input';
import type { PageHeading } from '../page/heading';
import { blank, filledElsewhere, text, type PageBuilder } from '../page/page-builder';
import { TABLES } from '../../workbook/workbook-names';

/** The milestones under one title. */
export interface MilestoneSection {
  readonly title: string;
  readonly milestones: readonly Milestone[];
}

interface Milestone {
  readonly label: string;
  readonly planned: DayCell;
  readonly done: DayCell;
  readonly comment: string;
}

/** A cell of « Prévu » or « Réalisé »: a day as the workbook counts days, or what was typed in its place. */
interface DayCell {
  readonly serial: number | null;
  /** Empty for a day and for a blank cell. */
  readonly typed: string;
  readonly cell: PlannedCell;
}

type Column = 'planned' | 'done';

/** In « Réalisé », in place of a day. */
const DONE = /^(?:deja )?(?:fait|realise|termine|acheve|livre|effectue|atteint|accompli|tenu|clos)e?s?$/;
const NOT_DONE =
  /^(?:n|non|no|faux|pas encore|en cours|a venir|a faire|prevue?s?|(?:non|pas) (?:fait|realise|termine|atteint)e?s?)$/;

/** Sections in the order of the envelopes, then those of other names, then the milestones without a name. */
export function milestoneSections(source: DocumentSource): readonly MilestoneSection[] {
  const { convention, input } = source;
  const table = OurTable.find(input.workbook, 'milestones');
  if (!table) return [];
  const titleOf = (row: OurRow<'milestones'>): string => {
    const name = table.text(row, 'envelope');
    if (name === '') return words.milestonesOfNone;
    const envelope = findEnvelope(convention, name);
    return words.milestones(envelope?.label ?? source.freeText('milestone', name, words.notPublished));
  };
  const groups = groupedBy(table.rows(), titleOf);
  const ofEnvelopes = convention.envelopes.map(({ label }) => words.milestones(label));
  const others = [...groups.keys()].filter((title) => title !== words.milestonesOfNone);
  return [...new Set([...ofEnvelopes, ...others, words.milestonesOfNone])].flatMap((title) => {
    const rows = groups.get(title);
    return rows ? [{ title, milestones: rows.map((row) => milestoneOf(source, table, row)) }] : [];
  });
}

/** The milestones whose envelope or days are not understood. */
export function unclearMilestones({ workbook, convention, balances }: DocumentInput): number {
  const asOf = serialOfDate(balances.asOf, workbook.uses1904Dates) ?? 0;
  const table = OurTable.find(workbook, 'milestones');
  const isUnclear = (row: OurRow<'milestones'>): boolean => {
    const name = row.table.text(row, 'envelope');
    if (name !== '' && !findEnvelope(convention, name)) return true;
    const [planned, done] = (['planned', 'done'] as const).map((column) =>
      readDay(row.table.value(row, column), workbook.uses1904Dates),
    );
    return planned && done ? isUnclearState(planned, done, asOf) : false;
  };
  return table?.rows().filter(isUnclear).length ?? 0;
}

/** A section of the page. */
export function addMilestones(
  page: PageBuilder,
  source: DocumentSource,
  heading: PageHeading,
  { title, milestones }: MilestoneSection,
): void {
  const asOf = page.fixed(heading.asOf);
  page.begins('block');
  page.addSection([text(title, 'title')]);
  page.add(words.milestoneHeadings.map((label) => text(label, 'heading')));
  for (const milestone of milestones) {
    const row = page.nextRow;
    const [planned, done] = [page.at({ row, column: 1 }), page.at({ row, column: 2 })];
    page.addItem([
      text(milestone.label, 'label'),
      milestone.planned.cell,
      milestone.done.cell,
      {
        value: gapOf(milestone, source.asOfSerial),
        formula: `=IF(AND(N(${planned})>0,N(${done})>0,N(${done})<=${asOf}),${done}-${planned},"${words.noGap}")`,
        style: 'text',
      },
      stateCell(milestone, { planned, done, asOf }, source.asOfSerial),
      blank('inputText'),
    ]);
    if (milestone.comment !== '') page.add([text(milestone.comment, 'note')]);
  }
  page.addBlank();
}

function milestoneOf(source: DocumentSource, table: OurTable<'milestones'>, row: OurRow<'milestones'>): Milestone {
  const dayOf = (column: Column): DayCell => dayCell(source, table, row, column);
  return {
    label: source.freeText('milestone', table.text(row, 'milestone'), words.notPublished),
    planned: dayOf('planned'),
    done: dayOf('done'),
    comment: source.freeText('milestone', table.text(row, 'comment')),
  };
}

function dayCell(
  source: DocumentSource,
  table: OurTable<'milestones'>,
  row: OurRow<'milestones'>,
  column: Column,
): DayCell {
  const value = table.value(row, column);
  const day = readDay(value, source.input.workbook.uses1904Dates);
  if (day.typed !== '')
    return { ...day, cell: text(source.freeText('milestone', day.typed, words.notPublished), 'text') };
  const formula = lookedUp(table, row, column, 'milestone');
  if (day.serial === null) return { ...day, cell: filledElsewhere('date', TABLES.milestones) };
  return { ...day, cell: liveCell(day.serial, day.serial === value ? formula : null, 'date') };
}

/** A day, as a date or as a text; 2023 or 1, typed as a number, is not one. */
function readDay(value: CellValue, uses1904: boolean): Omit<DayCell, 'cell'> {
  if (value === 0) return { serial: null, typed: '' }; // a formula that reads a blank cell
  const reading = new CellReader(uses1904).date(value);
  if (reading.kind === 'date') {
    if (typeof value === 'number' && isDayOfCentury(value)) return { serial: value, typed: '' };
    if (reading.asText) return { serial: serialOfDate(reading.date, uses1904), typed: '' };
  }
  const typed = textOf(value).trim();
  return { serial: null, typed: isBlankText(typed) ? '' : typed };
}

function gapOf({ planned, done }: Milestone, asOf: number): number | string {
  return planned.serial !== null && done.serial !== null && isDone(done, asOf)
    ? done.serial - planned.serial
    : words.noGap;
}

/** The state is a formula where the cells are days, and a value where one of them is a text. */
function stateCell(
  { planned, done }: Milestone,
  cells: { readonly planned: string; readonly done: string; readonly asOf: string },
  asOf: number,
): PlannedCell {
  const value = stateOf(planned, done, asOf);
  if (planned.typed !== '' || done.typed !== '') return { value, style: 'controlText' };
  const late = `AND(N(${cells.planned})>0,${cells.planned}<${cells.asOf})`;
  const formula = `=IF(AND(N(${cells.done})>0,N(${cells.done})<=${cells.asOf}),"${words.done}",IF(${late},"${words.late}","${words.toCome}"))`;
  return { value, formula, style: 'controlText' };
}

type Day = Pick<DayCell, 'serial' | 'typed'>;

function stateOf(planned: Day, done: Day, asOf: number): string {
  if (isDone(done, asOf)) return words.done;
  if (isUnclearState(planned, done, asOf)) return words.unclear;
  return planned.serial !== null && planned.serial < asOf ? words.late : words.toCome;
}

function isUnclearState(planned: Day, done: Day, asOf: number): boolean {
  if (isDone(done, asOf)) return false;
  return planned.typed !== '' || (done.typed !== '' && !NOT_DONE.test(comparable(done.typed)));
}

/** By the date of the document: a day after it is not done yet. */
function isDone({ serial, typed }: Day, asOf: number): boolean {
  if (serial !== null) return serial <= asOf;
  return isTicked(typed.toLowerCase()) || DONE.test(comparable(typed));
}
