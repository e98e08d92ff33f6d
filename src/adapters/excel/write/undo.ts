/**
 * Makes the plan that undoes another: what it created is deleted, what it replaced is restored, and nothing is written
 * if somebody changed it since.
 */
import type { Area, CellValue } from '../../../workbook/cells';
import { cellOfContent } from '../../../workbook/contents';
import {
  WHATEVER_ID,
  type ExpectedCells,
  type PlannedCell,
  type WritePlan,
  type WriteStep,
} from '../../../workbook/plan';
import { sheetsInFormulas } from '../../../workbook/sheet-renames';
import { witnessesAfter } from '../../../workbook/registers/row-witnesses';
import type { Before, CellsBefore, PresentList, SetCells } from './before';
import { placeOfReference } from '../../../workbook/references';
import type { ListStep } from './lists';
import { guardsOfRows } from './rows/resized-tables';
import { guardOfMove, undoOfMove } from './moved-tables';

export type HighlightWhen = Extract<WriteStep, { kind: 'highlightWhen' }>;

/** The result of the steps as Excel returns it: the contents of the cells, the ids of the highlights. */
export interface Written {
  readonly cells: ReadonlyMap<SetCells, readonly (readonly CellValue[])[]>;
  /** Null while Excel has not returned any. */
  readonly highlights: ReadonlyMap<HighlightWhen, string> | null;
  /** The ids of the sheets that were added, by lower-case name. */
  readonly sheetIds: ReadonlyMap<string, string>;
}

/** The undo of a plan. `written` is its result; empty for a plan that failed half way. */
export function undoOf(plan: WritePlan, before: Before, written: Written): WritePlan {
  const created = new Set(plan.steps.flatMap((step) => (step.kind === 'addSheet' ? [step.sheet.toLowerCase()] : [])));
  const steps = [...plan.steps]
    .reverse()
    .flatMap((step) =>
      step.kind === 'addSheet' ? [deletionOf(step.sheet, plan)] : undoSteps(step, created, before, written),
    );
  const expected = plan.steps.flatMap((step) => {
    if (step.kind === 'moveTable') return guardOfMove(step, before);
    if (step.kind === 'resizeTable') return created.has(step.sheet.toLowerCase()) ? [] : guardsOfRows(step, plan);
    return step.kind === 'setCells' ? guardsOf(step, written.cells.get(step)) : [];
  });
  return {
    purpose: 'undo',
    expected,
    steps,
    witnesses: witnessesAfter(plan, before.witnesses),
    sheetIds: [...sheetsNamed(plan, { expected, steps })].flatMap((sheet) => {
      const id = written.sheetIds.get(sheet.toLowerCase()) ?? before.sheets.get(sheet.toLowerCase());
      return id === undefined ? [] : [{ sheet, id }];
    }),
  };
}

/** The deletion of an added sheet, with what the plan put on it. */
function deletionOf(sheet: string, { steps }: WritePlan): WriteStep {
  const there = steps.filter((step) => 'sheet' in step && step.sheet.toLowerCase() === sheet.toLowerCase());
  return {
    kind: 'deleteSheet',
    sheet,
    charts: there.flatMap((step) => (step.kind === 'addChart' ? [step.chart.name] : [])),
    tables: there.filter(({ kind }) => kind === 'addTable' || kind === 'moveTable').length,
  };
}

function undoSteps(
  step: Exclude<WriteStep, { kind: 'addSheet' }>,
  created: ReadonlySet<string>,
  before: Before,
  written: Written,
): WriteStep[] {
  if (step.kind === 'setName' || step.kind === 'deleteName') return restoredName(step.name, before);
  if (step.kind === 'defineName') return restoredDefinition(step.name, before);
  if (step.kind === 'moveTable') return [undoOfMove(step)];
  if (step.kind === 'deleteTable') return restoredTable(step.name, before);
  if (!('sheet' in step) || created.has(step.sheet.toLowerCase())) return []; // deleted with its sheet
  switch (step.kind) {
    case 'setCells':
      return restoredCells(step, before.cells.get(step));
    case 'addTable':
      return [{ kind: 'deleteTable', name: step.name, at: { sheet: step.sheet, area: step.area } }];
    case 'resizeTable':
      return [{ ...step, area: before.foundTables.get(step) ?? step.from, from: step.area }];
    case 'setColumnWidths':
      return [{ ...step, widths: before.widths.get(step) ?? step.widths }];
    case 'freezeRows':
      return [{ kind: 'freezeRows', sheet: step.sheet, ...(before.freezes.get(step) ?? { rows: 0 }) }];
    case 'setPage': {
      const exactly = before.pages.get(step);
      return exactly ? [{ kind: 'setPage', sheet: step.sheet, landscape: exactly.landscape, exactly }] : [];
    }
    case 'movePageBreaks': {
      const { done } = before.movedBreaks.get(step) ?? { done: [] };
      return done.length === 0 ? [] : [{ ...step, moves: done.map(({ from, to }) => ({ from: to, to: from })) }];
    }
    case 'highlightWhen': {
      const id = written.highlights ? written.highlights.get(step) : WHATEVER_ID;
      return id === undefined ? [] : [{ ...step, remove: id }];
    }
    case 'setList':
    case 'removeList':
      return restoredList(step, before.lists.get(step));
    case 'addChart':
      return [{ kind: 'deleteChart', sheet: step.sheet, name: step.chart.name }];
    case 'redrawChart':
      return [{ kind: 'redrawChart', sheet: step.sheet, chart: step.before, before: step.chart }];
    case 'deleteChart': {
      const look = before.chartLooks.get(step);
      return step.drew && look ? [{ kind: 'addChart', sheet: step.sheet, chart: step.drew, look }] : [];
    }
    case 'followRows': // done in files alone
      return [];
    case 'appendRow': // a row of the journal is permanent
      return [];
    case 'deleteSheet': // only an undo deletes sheets, and an undo has no undo
      return [];
  }
}

/** Cells without a rule have none again; a list of ours has its source again. */
function restoredList({ sheet, area }: ListStep, present: PresentList | undefined): WriteStep[] {
  if (!present) return [];
  const { source, prompt } = present;
  const cells = { sheet, area, ...(prompt && { prompt }) };
  return [source === null ? { kind: 'removeList', ...cells } : { kind: 'setList', ...cells, source }];
}

/** A name that was no area, such as one whose sheet was deleted, has its definition again. */
function restoredName(name: string, before: Before): WriteStep[] {
  const place = placeOfReference(before.names.get(name.toLowerCase()) ?? '');
  return place ? [{ kind: 'setName', name, ...place }] : restoredDefinition(name, before);
}

function restoredDefinition(name: string, before: Before): WriteStep[] {
  const formula = before.names.get(name.toLowerCase());
  return [formula === undefined ? { kind: 'deleteName', name } : { kind: 'defineName', name, formula }];
}

/** A table that an undo takes away, and that this undo could not end: its cells are restored before it. */
function restoredTable(name: string, before: Before): WriteStep[] {
  const table = before.tables.get(name.toLowerCase());
  return table ? [{ kind: 'addTable', name, ...table }] : [];
}

function restoredCells(step: SetCells, present: CellsBefore | undefined): WriteStep[] {
  if (!present) return [];
  const cells = step.cells.map((row, r) => row.map((cell, c) => (cell === null ? null : restoredCell(present, r, c))));
  return [{ kind: 'setCells', sheet: step.sheet, top: step.top, left: step.left, cells }];
}

function restoredCell(present: CellsBefore, row: number, column: number): PlannedCell {
  const contents = cellOfContent(present.contents[row]?.[column] ?? null);
  const look = present.looks?.[row]?.[column];
  if (look) return { ...contents, look };
  return { ...contents, numberFormat: present.numberFormats[row]?.[column] ?? 'General' };
}

/** Guards for the cells that the step wrote, and no other: the user may type between them. */
function guardsOf(step: SetCells, contents: readonly (readonly CellValue[])[] | undefined): ExpectedCells[] {
  if (!contents) return [];
  const isWhole = step.cells.every((row) => row.every((cell) => (cell === null) === (row[0] === null)));
  const rows = step.cells.map((row, r) => (row[0] === null ? [] : row.map((_, c) => contents[r]?.[c] ?? null)));
  if (isWhole) return [{ sheet: step.sheet, top: step.top, left: step.left, contents: rows }];
  return writtenAreas(step).map((area) => ({
    sheet: step.sheet,
    top: area.top,
    left: area.left,
    contents: Array.from({ length: area.rows }, (_, r) =>
      Array.from(
        { length: area.columns },
        (_, c) => contents[area.top - step.top + r]?.[area.left - step.left + c] ?? null,
      ),
    ),
  }));
}

/** The cells that a step writes, as rectangles: runs of a row, joined with equal runs of the rows above. */
export function writtenAreas(step: SetCells): Area[] {
  const done: Area[] = [];
  let open: Area[] = [];
  step.cells.forEach((row, r) => {
    const runs = runsOf(row);
    const next = runs.map(([first, columns]): Area => {
      const above = open.find((area) => area.left === step.left + first && area.columns === columns);
      return above
        ? { ...above, rows: above.rows + 1 }
        : { top: step.top + r, left: step.left + first, rows: 1, columns };
    });
    done.push(...open.filter((area) => !next.some((kept) => kept.left === area.left && kept.top === area.top)));
    open = next;
  });
  return [...done, ...open];
}

function runsOf(row: readonly (PlannedCell | null)[]): [first: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((cell, column) => {
    const last = runs.at(-1);
    if (cell === null) return;
    if (last && last[0] + last[1] === column) last[1]++;
    else runs.push([column, 1]);
  });
  return runs;
}

/** The sheets that a plan writes to, in order. */
export function sheetsWritten(plan: WritePlan): string[] {
  const written = plan.steps.flatMap((step) => {
    if (step.kind === 'moveTable') return [step.from.sheet, step.sheet];
    return 'sheet' in step ? [step.sheet] : [];
  });
  return [...new Set(written)];
}

/** Also those that its charts draw, and those of the names and the formulas that its undo restores or expects. */
function sheetsNamed(plan: WritePlan, undo: Pick<WritePlan, 'expected' | 'steps'>): ReadonlySet<string> {
  const drawn = plan.steps.flatMap((step) =>
    step.kind === 'addChart' || step.kind === 'redrawChart' ? [step.chart.source] : [],
  );
  const restored = undo.steps.flatMap((step) => (step.kind === 'setName' ? [step.sheet] : []));
  return new Set([...sheetsWritten(plan), ...drawn, ...restored, ...sheetsInFormulas(undo)]);
}
