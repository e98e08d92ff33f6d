/**
 * Carries out a plan on the package of a file, or refuses before anything is written. First every step is checked and
 * collected by sheet; then each changed part is spliced once; every other part is copied as it is.
 */
import { assert } from '../../../domain/result';
import { type Area, areaAddress, cellAddress, isCellError } from '../../../workbook/cells';
import type { PlannedChart, WriteStep } from '../../../workbook/plan';
import { fixedReference } from '../../../workbook/references';
import { withoutSheet } from '../../../workbook/formula-text';
import type { OpenedWorkbook } from '../read/opened-workbook';
import { damaged, refuse } from '../package/refusal';
import type { TableEntry } from '../read/table-part';
import { isPlaceholder } from './blank';
import {
  assertDefinedName,
  assertSheetName,
  checkExpected,
  checkWritable,
  contains,
  overlaps,
  pivotAreasOf,
} from './guards';
import { fillCalculatedColumns } from './calculated-columns';
import { finishPlan } from './finish-plan';
import { type DraftBook, gatherFileStep } from './gather-file-steps';
import type { FilePlan, FileStep } from './file-steps';
import { type GatheredPlan, type NameDraft, SheetDraft } from './sheet-draft';

/** Carries out the plan on the parts of the workbook. */
export function applyPlan(opened: OpenedWorkbook, plan: FilePlan): void {
  if (isSigned(opened)) refuse({ code: 'signed' });
  if (opened.parts.related(opened.part.path, 'revisionHeaders')) refuse({ code: 'sharedWorkbook' });
  checkExpected(opened.snapshot, plan.expected);
  const ordersSheets = plan.steps.some(({ kind }) => kind === 'orderSheets');
  const gatherer = new PlanGatherer(opened, !ordersSheets);
  for (const step of [...plan.steps, ...(plan.journal ?? [])]) gatherer.take(step);
  finishPlan(opened, gatherer.gathered());
}

/** Excel puts signatures in `_xmlsignatures`; other programs put them where they like, with the same relationship. */
function isSigned({ parts }: OpenedWorkbook): boolean {
  const isInFolder = parts.paths().some((path) => /^_xmlsignatures\//i.test(path));
  return isInFolder || parts.relationships('').some(({ type }) => /\/digital-signature\/origin$/i.test(type));
}

class PlanGatherer {
  private readonly sheets: SheetDraft[];
  private tables: TableEntry[];
  private readonly deletedSheets = new Set<number>();
  private readonly names = new Map<string, { readonly name: string; readonly text: string } | null>();
  private readonly scopedNames: NameDraft[] = [];
  private readonly pivots = new Map<string, readonly Area[]>();
  private readonly renamed: { readonly from: string; readonly to: string }[] = [];

  constructor(
    private readonly opened: OpenedWorkbook,
    /** The only sheet of an empty workbook becomes the first one that is added. */
    private readonly fillsPlaceholder: boolean,
  ) {
    this.sheets = opened.snapshot.sheets.map((snapshot, position) => {
      const facts = opened.facts.get(snapshot.name.toLowerCase());
      assert(facts, `facts of ${snapshot.name}`);
      return new SheetDraft(snapshot.name, { facts, snapshot, position });
    });
    this.tables = [...opened.tables];
  }

  gathered(): GatheredPlan {
    const { sheets, deletedSheets, names, scopedNames, renamed } = this;
    return { sheets, deletedSheets, names, scopedNames, renamed };
  }

  take(step: WriteStep | FileStep): void {
    switch (step.kind) {
      case 'addSheet':
        return this.addSheet(step.sheet);
      case 'deleteSheet':
        return this.deleteSheet(step.sheet);
      case 'setCells':
        return this.setCells(step);
      case 'addTable':
        return this.addTable(step.sheet, step.name, step.area);
      case 'moveTable':
        return assert(false, 'only Excel moves a table with what refers to it');
      case 'resizeTable':
        return this.resizeTable(step);
      case 'appendRow':
        return this.appendRow(step);
      case 'deleteTable':
        return this.deleteTable(step.name);
      case 'setName':
        return this.setName(step.name, fixedReference(this.sheetOf(step.sheet).name, step.area));
      case 'defineName':
        return this.setName(step.name, step.formula.slice(1));
      case 'deleteName':
        this.names.set(step.name.toLowerCase(), null);
        return;
      case 'setColumnWidths':
        return this.setColumnWidths(step.sheet, step.left, step.widths);
      case 'freezeRows':
        this.openSheet(step.sheet).frozen = { rows: step.rows, columns: step.columns ?? 0 };
        return;
      case 'setPage':
        return this.setPage(step);
      case 'movePageBreaks':
        this.openSheet(step.sheet).breakMoves.push(...step.moves);
        return;
      case 'followRows':
        this.openSheet(step.sheet).followed = step;
        return;
      case 'highlightWhen':
        this.openSheet(step.sheet).highlights.push({ area: step.area, formula: step.formula });
        return;
      case 'setList':
      case 'removeList':
        return; // asked for in Excel alone: a file keeps the lists that it has
      case 'addChart':
        assert(step.look === undefined, 'a look is put back by the adapter that read it');
        return this.addChart(step.sheet, step.chart);
      case 'redrawChart':
        return this.redrawChart(step);
      case 'deleteChart':
        this.openSheet(step.sheet).removedCharts.push(step.name);
        return;
      default:
        return gatherFileStep(this.book(), step);
    }
  }

  private book(): DraftBook {
    const { sheets, tables, scopedNames, renamed } = this;
    return {
      structureProtected: this.opened.part.structureProtected,
      sheets,
      tables,
      scopedNames,
      renamed,
      sheetOf: (name) => this.sheetOf(name),
      openSheet: (name) => this.openSheet(name),
    };
  }

  private setPage({ sheet, landscape, breaks = [], titleRows = 0 }: Extract<WriteStep, { kind: 'setPage' }>): void {
    const draft = this.openSheet(sheet);
    draft.page = { landscape, breaks };
    draft.titleRows = titleRows;
  }

  private setColumnWidths(sheet: string, left: number, added: readonly number[]): void {
    const { widths } = this.openSheet(sheet);
    added.forEach((width, index) => widths.set(left + index, width));
  }

  private addSheet(name: string): void {
    assertSheetName(name);
    if (this.opened.part.structureProtected) refuse({ code: 'structureProtected' });
    if (this.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()))
      refuse({ code: 'nameTaken', name });
    const only = this.sheets.length === 1 ? this.sheets[0] : undefined;
    if (this.fillsPlaceholder && only?.present && isPlaceholder(this.opened, only.present.facts, only.name)) {
      only.name = name;
      only.isPlaceholder = true;
    } else this.sheets.push(new SheetDraft(name, null));
  }

  private deleteSheet(name: string): void {
    if (this.opened.part.structureProtected) refuse({ code: 'structureProtected' });
    const draft = this.openSheet(name);
    this.sheets.splice(this.sheets.indexOf(draft), 1);
    assert(this.sheets.length > 0, 'a workbook keeps one sheet');
    if (!draft.present) return;
    this.deletedSheets.add(draft.present.position);
    this.tables = this.tables.filter((table) => table.sheet !== draft.name);
    this.loseReferences(draft.name);
  }

  /** Formulas elsewhere that referred to a deleted sheet become `#REF!`, as in Excel. */
  private loseReferences(deleted: string): void {
    for (const sheet of this.sheets) {
      for (const [key, formula] of sheet.present?.snapshot.formulas ?? []) {
        const rest = withoutSheet(formula, deleted);
        const [row, column] = [Math.floor(key / 16_384), key % 16_384];
        if (rest !== formula && !sheet.plannedAt(row, column))
          sheet.put(row, column, { value: { error: '#REF!' }, formula: rest });
      }
    }
  }

  private setCells(step: Extract<WriteStep, { kind: 'setCells' }>): void {
    const draft = this.openSheet(step.sheet);
    const pivots = this.pivotsOf(draft);
    step.cells.forEach((cells, r) => {
      cells.forEach((cell, c) => {
        if (!cell) return;
        const [row, column] = [step.top + r, step.left + c];
        assert(cell.look === undefined, 'a look is put back by the adapter that read it');
        assert(
          row >= 0 && row < 1_048_576 && column >= 0 && column < 16_384,
          `outside the sheet: row ${row}, column ${column}`,
        );
        if (draft.present) checkWritable(draft.present.facts, draft, row, column);
        if (pivots.some((pivot) => contains(pivot, row, column)))
          refuse({ code: 'occupied', sheet: draft.name, cell: cellAddress(row, column) });
        this.checkHeading(draft, row, column, cell.value);
        draft.put(row, column, cell);
      });
    });
  }

  private pivotsOf({ present }: SheetDraft): readonly Area[] {
    const path = present?.facts.entry.path;
    if (!path) return [];
    const known = this.pivots.get(path) ?? pivotAreasOf(this.opened.parts, path);
    this.pivots.set(path, known);
    return known;
  }

  /** The headings of a table are its column names: changing one alone would break the table. */
  private checkHeading(draft: SheetDraft, row: number, column: number, value: unknown): void {
    const table = this.tables.find(
      (one) => one.sheet === draft.name && one.hasHeadings && one.area.top === row && contains(one.area, row, column),
    );
    if (!table || table.columns[column - table.area.left] === value) return;
    refuse({ code: 'occupied', sheet: draft.name, cell: cellAddress(row, column) });
  }

  private addTable(sheetName: string, name: string, area: Area): void {
    const draft = this.openSheet(sheetName);
    assertDefinedName(name);
    const key = name.toLowerCase();
    const isTaken =
      this.tables.some((table) => table.name.toLowerCase() === key) ||
      this.sheets.some((sheet) => sheet.newTables.some((table) => table.name.toLowerCase() === key)) ||
      this.hasName(key);
    if (isTaken) refuse({ code: 'nameTaken', name });
    this.checkRoom(draft, area, key);
    draft.newTables.push({ name, area, columns: this.headingsOf(draft, area) });
  }

  /** Refuses a table over another, over the filter of the sheet or over merged cells; `key` is the table's own. */
  private checkRoom(draft: SheetDraft, area: Area, key: string): void {
    const neighbours = [...this.tables.filter((table) => table.sheet === draft.name), ...draft.newTables].filter(
      (table) => table.name.toLowerCase() !== key,
    );
    const cell = cellAddress(area.top, area.left);
    const filter = draft.present?.facts.filter ?? null; // two filters cannot overlap, and a table has its own
    if (neighbours.some((table) => overlaps(table.area, area)) || (filter && overlaps(filter, area)))
      refuse({ code: 'occupied', sheet: draft.name, cell });
    if ((draft.merges ?? draft.present?.facts.merges)?.some((merge) => overlaps(merge, area)))
      refuse({ code: 'mergedCells', sheet: draft.name, cell });
  }

  /** In its own part: its look, its formulas, its slicers and its query stay. A totals row would have to move. */
  private resizeTable({ sheet, name, area, from }: Omit<Extract<WriteStep, { kind: 'resizeTable' }>, 'kind'>): void {
    const draft = this.openSheet(sheet);
    const key = name.toLowerCase();
    const table = this.tables.find((one) => one.name.toLowerCase() === key);
    if (table?.hasTotalsRow) refuse({ code: 'tableNotPlain', table: table.name, sheet: draft.name });
    if (table && areaAddress(table.area) !== areaAddress(from))
      refuse({ code: 'changedMeanwhile', sheet: draft.name, cell: cellAddress(table.area.top, table.area.left) });
    this.checkRoom(draft, area, key);
    if (table) fillCalculatedColumns(draft, table, area);
    gatherFileStep(this.book(), { kind: 'changeTable', name, area });
  }

  /** Adds a row under the last one of the table; refuses to overwrite cells. */
  private appendRow({ sheet, table: name, cells }: Extract<WriteStep, { kind: 'appendRow' }>): void {
    const draft = this.openSheet(sheet);
    const table = this.tables.find((one) => one.sheet === draft.name && one.name.toLowerCase() === name.toLowerCase());
    if (!table || !draft.present || table.columns.length !== cells.length)
      return refuse({ code: 'changedMeanwhile', sheet, cell: 'A1' });
    const { area } = table;
    const { snapshot } = draft.present;
    const isHidden = Array.from({ length: area.rows }, (_, index) => area.top + index).some((row) =>
      snapshot.hiddenRows.has(row),
    );
    if (isHidden || table.hasTotalsRow) refuse({ code: 'tableNotPlain', table: table.name, sheet: draft.name });
    const contents = [cells.map((): null => null)];
    checkExpected(this.opened.snapshot, [{ sheet: draft.name, top: area.top + area.rows, left: area.left, contents }]);
    this.setCells({ kind: 'setCells', sheet: draft.name, top: area.top + area.rows, left: area.left, cells: [cells] });
    this.resizeTable({ sheet: draft.name, name: table.name, area: { ...area, rows: area.rows + 1 }, from: area });
  }

  private headingsOf(draft: SheetDraft, area: Area): string[] {
    const headings = Array.from({ length: area.columns }, (_, index) => {
      const [row, column] = [area.top, area.left + index];
      const value = draft.valueAt(row, column);
      if (typeof value === 'number') draft.put(row, column, { value: String(value) }); // a heading is a text
      return value === null || isCellError(value) ? '' : String(value);
    });
    const distinct = new Set(headings.map((heading) => heading.toLowerCase()));
    assert(
      distinct.size === headings.length && !distinct.has(''),
      `headings of a table are distinct texts: ${headings.join(', ')}`,
    );
    return headings;
  }

  private deleteTable(name: string): void {
    const key = name.toLowerCase();
    const table = this.tables.find((one) => one.name.toLowerCase() === key);
    if (table) {
      this.openSheet(table.sheet).removedTables.push(table);
      this.tables = this.tables.filter((one) => one !== table);
      return;
    }
    for (const sheet of this.sheets) {
      const index = sheet.newTables.findIndex((one) => one.name.toLowerCase() === key);
      if (index >= 0) sheet.newTables.splice(index, 1);
    }
  }

  private addChart(sheet: string, chart: PlannedChart): void {
    const draft = this.openSheet(sheet);
    const present = (draft.present?.snapshot.charts ?? []).filter((name) => !draft.removedCharts.includes(name));
    if ([...present, ...draft.newCharts.map((one) => one.chart.name)].includes(chart.name))
      refuse({ code: 'nameTaken', name: chart.name });
    draft.newCharts.push({ chart, source: this.sheetOf(chart.source) });
  }

  private redrawChart({ sheet, chart, before }: Extract<WriteStep, { kind: 'redrawChart' }>): void {
    this.openSheet(sheet).redrawnCharts.push({ chart, source: this.sheetOf(chart.source), before });
  }

  private setName(name: string, text: string): void {
    assertDefinedName(name);
    const key = name.toLowerCase();
    if (this.tables.some((table) => table.name.toLowerCase() === key)) refuse({ code: 'nameTaken', name });
    this.names.set(key, { name, text });
  }

  private hasName(key: string): boolean {
    const planned = this.names.get(key);
    if (planned !== undefined) return planned !== null;
    return this.opened.part.names.some((name) => name.localTo === null && name.name.toLowerCase() === key);
  }

  private sheetOf(name: string): SheetDraft {
    const key = name.toLowerCase();
    return (
      this.sheets.find((sheet) => sheet.name.toLowerCase() === key) ?? refuse({ code: 'sheetMissing', sheet: name })
    );
  }

  /** A sheet that can be written: of cells, in order, and not protected. */
  private openSheet(name: string): SheetDraft {
    const draft = this.sheetOf(name);
    const facts = draft.present?.facts;
    if (facts?.entry.path === null) refuse({ code: 'nameTaken', name: draft.name }); // a chart sheet
    if (facts?.isOrdered === false) damaged(facts.entry.path ?? draft.name);
    if (draft.present?.snapshot.isProtected) refuse({ code: 'sheetProtected', sheet: draft.name });
    return draft;
  }
}
