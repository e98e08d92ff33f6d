/** Checks the steps that only a file can carry out, and collects them by sheet. */
import { assert } from '../../../domain/result';
import { quoteSheet } from '../../../workbook/cells';
import { refuse } from '../package/refusal';
import type { TableEntry } from '../read/table-part';
import type { FileStep, TableChange } from './file-steps';
import { assertSheetName } from './guards';
import type { NameDraft, SheetDraft, TableDraft } from './sheet-draft';

/** The drafts of a plan, which the steps change. */
export interface DraftBook {
  readonly structureProtected: boolean;
  readonly sheets: SheetDraft[];
  readonly tables: TableEntry[];
  readonly scopedNames: NameDraft[];
  readonly renamed: { readonly from: string; readonly to: string }[];
  readonly sheetOf: (name: string) => SheetDraft;
  /** A sheet that can be written. */
  readonly openSheet: (name: string) => SheetDraft;
}

type StepOf<Kind extends FileStep['kind']> = Extract<FileStep, { kind: Kind }>;

export function gatherFileStep(book: DraftBook, step: FileStep): void {
  switch (step.kind) {
    case 'renameSheet':
      return renameSheet(book, step);
    case 'orderSheets':
      return orderSheets(book, step.sheets);
    case 'dressSheet':
      return dressSheet(book, step);
    case 'setResults': {
      const draft = book.sheetOf(step.sheet);
      if (draft.present?.facts.isOrdered === false) book.openSheet(step.sheet);
      return step.results.forEach((result) => draft.putResult(result));
    }
    case 'changeTable':
      return changeTable(book, step.name, step);
    case 'setPrint':
      return setPrint(book, step);
    case 'putName':
      return putName(book, step.name, step.scope, fromStart(step.refersTo), step);
    case 'dropName':
      return putName(book, step.name, step.scope, null);
    default:
      return gatherSheetStep(book.openSheet(step.sheet), step);
  }
}

type SheetStep = Exclude<
  FileStep,
  StepOf<
    'renameSheet' | 'orderSheets' | 'dressSheet' | 'setResults' | 'changeTable' | 'setPrint' | 'putName' | 'dropName'
  >
>;

function gatherSheetStep(draft: SheetDraft, step: SheetStep): void {
  switch (step.kind) {
    case 'setLooks':
      return step.looks.forEach(({ row, column, ...look }) => draft.putLook(row, column, look));
    case 'spill':
      return draft.spill(step.area);
    case 'setRows':
      return step.rows.forEach((change, row) => draft.rows.set(row, change));
    case 'hideColumns':
      return step.columns.forEach((hidden, column) => draft.hiddenColumns.set(column, hidden));
    case 'setMerges':
      draft.merges = step.merges;
      return;
    case 'changeHighlights':
      draft.removedHighlights.push(...step.removed);
      draft.newHighlights.push(...step.added);
      return;
    case 'changeChoices':
      draft.removedChoices.push(...step.removed);
      draft.newChoices.push(...step.added);
      return;
  }
}

function renameSheet(book: DraftBook, { sheet, name }: StepOf<'renameSheet'>): void {
  assertSheetName(name);
  if (book.structureProtected) refuse({ code: 'structureProtected' });
  const draft = book.sheetOf(sheet);
  const isTaken = book.sheets.some((one) => one !== draft && one.name.toLowerCase() === name.toLowerCase());
  if (isTaken) refuse({ code: 'nameTaken', name });
  book.tables.forEach((table, index) => {
    if (table.sheet === draft.name) book.tables[index] = { ...table, sheet: name };
  });
  if (draft.present) book.renamed.push({ from: draft.name, to: name });
  draft.name = name;
}

function orderSheets(book: DraftBook, names: readonly string[]): void {
  if (book.structureProtected) refuse({ code: 'structureProtected' });
  const ordered = names.map((name) => book.sheetOf(name));
  assert(new Set(ordered).size === book.sheets.length, 'an order names each sheet once');
  book.sheets.splice(0, book.sheets.length, ...ordered);
}

function dressSheet(book: DraftBook, { kind: _, sheet, ...dress }: StepOf<'dressSheet'>): void {
  const isHidden = dress.visibility !== undefined;
  if (isHidden && book.structureProtected) refuse({ code: 'structureProtected' });
  const draft = book.sheetOf(sheet);
  draft.dress = { ...draft.dress, ...dress };
}

function changeTable(book: DraftBook, name: string, change: TableChange): void {
  const key = name.toLowerCase();
  const index = book.tables.findIndex((one) => one.name.toLowerCase() === key);
  const table = book.tables[index];
  if (table === undefined) return changeNewTable(book, key, change);
  const draft = book.openSheet(table.sheet);
  draft.changedTables.push({ table, change });
  const hasTotalsRow = change.hasTotalsRow ?? table.hasTotalsRow;
  const whole = change.area ?? { ...table.area, rows: table.area.rows + (table.hasTotalsRow ? 1 : 0) };
  book.tables[index] = {
    ...table,
    name: change.newName ?? table.name,
    area: { ...whole, rows: whole.rows - (hasTotalsRow ? 1 : 0) },
    columns: change.columns ?? table.columns,
    hasTotalsRow,
  };
}

function changeNewTable(book: DraftBook, key: string, { style, hasTotalsRow, area }: TableChange): void {
  for (const { newTables } of book.sheets) {
    const index = newTables.findIndex((one) => one.name.toLowerCase() === key);
    const table = newTables[index];
    if (table === undefined) continue;
    const changed: TableDraft = {
      ...table,
      ...(area && { area }),
      ...(style !== undefined && { style }),
      ...(hasTotalsRow !== undefined && { hasTotalsRow }),
    };
    newTables[index] = changed;
  }
}

/** Repeated rows and the printed area are names of the workbook, local to the sheet. */
function setPrint(book: DraftBook, { sheet, print }: StepOf<'setPrint'>): void {
  const draft = book.openSheet(sheet);
  draft.print = print;
  const named = [
    ['_xlnm.Print_Titles', print.titleRows],
    ['_xlnm.Print_Area', print.printArea],
  ] as const;
  for (const [name, address] of named) {
    if (address === undefined) continue;
    const text = address === null ? null : `${quoteSheet(draft.name)}!${address}`;
    putName(book, name, draft.name, text);
  }
}

function putName(
  { sheetOf, scopedNames }: DraftBook,
  name: string,
  scope: string | null,
  text: string | null,
  { visible, comment }: Pick<NameDraft, 'visible' | 'comment'> = {},
): void {
  const looks = { ...(visible !== undefined && { visible }), ...(comment !== undefined && { comment }) };
  scopedNames.push({ scope: scope === null ? null : sheetOf(scope), name, text, ...looks });
}

const fromStart = (formula: string): string => formula.replace(/^=/, '');
