/**
 * Requests and duties, written in the team's own registers: « Inscrire une demande » adds a row to `ENV_Demandes`; an answer, a
 * duty done and a day agreed on each fill one cell. Only that cell is written, and it must not have changed.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { failure, success, type Result } from '../../domain/result';
import { cellAddress } from '../../workbook/cells';
import { contentAt, isFree } from '../../workbook/contents';
import type { Failure } from '../../workbook/failure';
import type { WritePlan } from '../../workbook/plan';
import { headingOf, OurTable, type ColumnOf } from '../../workbook/registers/our-tables';
import { serialOfDate } from '../../workbook/serials';
import { findSheet, type WorkbookSnapshot } from '../../workbook/snapshot';
import { TABLES } from '../../workbook/workbook-names';
import { dateCell, planRows, sentenceCell, type NewRegister } from './register-rows';

/** A request of the délégant, as the form gives it. */
export interface RequestGiven {
  readonly receivedOn: CivilDate;
  readonly subject: string;
}

/** The cell of a register that a date goes into. `label`: the text of its row, by which the row is recognised. */
export type DueCell = { readonly index: number; readonly label: string } & (
  | { readonly table: 'requests'; readonly column: 'receivedOn' | 'answeredOn' }
  | { readonly table: 'duties'; readonly column: 'doneOn' | 'dueOn' }
);

const REGISTER: NewRegister = { title: 'Demandes du délégant', widest: 'subject' };

/** The plan that adds a request to its register, which is created when there is none. */
export function planRequest(workbook: WorkbookSnapshot, given: RequestGiven): Result<WritePlan, Failure> {
  const row = {
    receivedOn: dateCell(given.receivedOn, workbook.uses1904Dates),
    subject: sentenceCell(given.subject),
    answeredOn: { value: null, style: 'date' },
  } as const;
  return planRows(workbook, 'requests', [row], { purpose: 'request', ...REGISTER });
}

/**
 * The plan that writes a date in a register, on the row at that position. Empty when the cell has that date already.
 * Refuses a row that is no longer the same one, a cell that somebody filled meanwhile, a missing
 * register or column, a protected sheet.
 */
export function planDate(workbook: WorkbookSnapshot, cell: DueCell, date: CivilDate): Result<WritePlan, Failure> {
  return cell.table === 'requests'
    ? planDateIn(workbook, { id: 'requests', text: 'subject', column: cell.column }, cell, date)
    : planDateIn(workbook, { id: 'duties', text: 'label', column: cell.column }, cell, date);
}

/** A column of a register, and the one whose text names the row. */
interface DatedColumn<T extends 'requests' | 'duties'> {
  readonly id: T;
  readonly column: ColumnOf<T>;
  readonly text: ColumnOf<T>;
}

function planDateIn<T extends 'requests' | 'duties'>(
  workbook: WorkbookSnapshot,
  { id, column, text }: DatedColumn<T>,
  { index, label }: Pick<DueCell, 'index' | 'label'>,
  date: CivilDate,
): Result<WritePlan, Failure> {
  const table = OurTable.find(workbook, id);
  if (!table?.has(column)) return failure(columnMissing(id, column));
  const row = { table, index };
  const place = table.place(row, column);
  const sheet = findSheet(workbook, place.sheet);
  const at = { sheet: place.sheet, top: place.row, left: place.column };
  const changed = { code: 'changedMeanwhile', sheet: place.sheet, cell: cellAddress(place.row, place.column) } as const;
  if (!sheet || table.text(row, text) !== label.trim()) return failure(changed);
  const content = contentAt(sheet, place.row, place.column);
  if (content === serialOfDate(date, workbook.uses1904Dates))
    return success({ purpose: 'duty', expected: [], steps: [] });
  if (!isFree(sheet, place.row, place.column)) return failure(changed);
  if (sheet.isProtected) return failure({ code: 'sheetProtected', sheet: sheet.name });
  return success({
    purpose: 'duty',
    expected: [{ ...at, contents: [[content]] }],
    steps: [{ kind: 'setCells', ...at, cells: [[dateCell(date, workbook.uses1904Dates)]] }],
  });
}

function columnMissing<T extends 'requests' | 'duties'>(id: T, column: ColumnOf<T>): Failure {
  return {
    code: 'badConvention',
    table: TABLES[id],
    cell: null,
    problem: 'columnMissing',
    found: '',
    expected: headingOf(id, column),
  };
}
