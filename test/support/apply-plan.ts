/**
 * A pure workbook: carries a WritePlan out on a snapshot. What a use case plans can then be read back without any file
 * or Excel.
 */
import { contentOf } from '../../src/workbook/contents';
import { areaAddress, quoteSheet, type Area, type CellValue } from '../../src/workbook/cells';
import {
  allSteps,
  type ExpectedCells,
  type PlannedChart,
  type WritePlan,
  type WriteStep,
} from '../../src/workbook/plan';
import {
  formulaKey,
  type NameSnapshot,
  type SheetSnapshot,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../src/workbook/snapshot';

const COLUMNS_PER_SHEET = formulaKey(1, 0);

/** A workbook with these empty sheets. */
export function emptyWorkbook(...sheets: readonly string[]): WorkbookSnapshot {
  return { sheets: sheets.map(emptySheet), tables: [], names: [], uses1904Dates: false, structureProtected: false };
}

/** The workbook after the plan. Throws when a step is impossible or a cell is not what the plan expects. */
export function applyPlan(workbook: WorkbookSnapshot, plan: WritePlan): WorkbookSnapshot {
  for (const expected of plan.expected) checkExpected(workbook, expected);
  const editable = new EditableWorkbook(workbook);
  for (const step of allSteps(plan)) editable.carryOut(step);
  return editable.snapshot();
}

function emptySheet(name: string): SheetSnapshot {
  return {
    id: name,
    name,
    visibility: 'visible',
    isProtected: false,
    used: null,
    values: [],
    formulas: new Map(),
    hiddenRows: new Set(),
  };
}

function checkExpected(workbook: WorkbookSnapshot, expected: ExpectedCells): void {
  const sheet = workbook.sheets.find((candidate) => candidate.name === expected.sheet);
  if (!sheet) throw new Error(`No sheet ${expected.sheet}`);
  const editable = new EditableSheet(sheet);
  expected.contents.forEach((row, y) =>
    row.forEach((content, x) => {
      const found = editable.contentAt(expected.top + y, expected.left + x);
      if (JSON.stringify(found) !== JSON.stringify(content))
        throw new Error(`Expected ${JSON.stringify(content)}, found ${JSON.stringify(found)}`);
    }),
  );
}

class EditableSheet {
  private readonly cells = new Map<number, CellValue>();
  private readonly formulas: Map<number, string>;
  readonly charts: Set<string>;

  constructor(readonly origin: SheetSnapshot) {
    this.formulas = new Map(origin.formulas);
    this.charts = new Set(origin.charts);
    const { used } = origin;
    if (used) {
      origin.values.forEach((row, y) =>
        row.forEach((value, x) => {
          if (value !== null) this.cells.set(formulaKey(used.top + y, used.left + x), value);
        }),
      );
    }
  }

  contentAt(row: number, column: number): CellValue {
    const key = formulaKey(row, column);
    return contentOf(this.cells.get(key) ?? null, this.formulas.get(key));
  }

  /** The cell, which is then empty. */
  take(row: number, column: number): { readonly value: CellValue; readonly formula: string | undefined } {
    const key = formulaKey(row, column);
    const taken = { value: this.cells.get(key) ?? null, formula: this.formulas.get(key) };
    this.write(row, column, null, undefined);
    return taken;
  }

  valueAt(row: number, column: number): CellValue {
    return this.cells.get(formulaKey(row, column)) ?? null;
  }

  write(row: number, column: number, value: CellValue, formula: string | undefined): void {
    const key = formulaKey(row, column);
    if (value === null) this.cells.delete(key);
    else this.cells.set(key, value);
    if (formula === undefined) this.formulas.delete(key);
    else this.formulas.set(key, formula);
  }

  snapshot(): SheetSnapshot {
    const origin = withCharts(this.origin, this.charts);
    if (this.cells.size === 0) return { ...origin, used: null, values: [], formulas: this.formulas };
    let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
    for (const key of this.cells.keys()) {
      const [row, column] = [Math.floor(key / COLUMNS_PER_SHEET), key % COLUMNS_PER_SHEET];
      [top, left, bottom, right] = [
        Math.min(top, row),
        Math.min(left, column),
        Math.max(bottom, row),
        Math.max(right, column),
      ];
    }
    const [rows, columns] = [bottom - top + 1, right - left + 1];
    const values = Array.from({ length: rows }, (_, y) =>
      Array.from({ length: columns }, (_, x) => this.cells.get(formulaKey(top + y, left + x)) ?? null),
    );
    return { ...origin, used: { top, left, rows, columns }, values, formulas: this.formulas };
  }
}

function withCharts({ charts: _, ...sheet }: SheetSnapshot, names: ReadonlySet<string>): SheetSnapshot {
  return names.size === 0 ? sheet : { ...sheet, charts: [...names] };
}

class EditableWorkbook {
  private sheets: EditableSheet[];
  private tables: TableSnapshot[];
  private names: NameSnapshot[];

  constructor(private readonly origin: WorkbookSnapshot) {
    this.sheets = origin.sheets.map((sheet) => new EditableSheet(sheet));
    this.tables = [...origin.tables];
    this.names = [...origin.names];
  }

  carryOut(step: WriteStep): void {
    switch (step.kind) {
      case 'addSheet':
        if (this.sheets.some(({ origin }) => origin.name.toLowerCase() === step.sheet.toLowerCase()))
          throw new Error(`Sheet ${step.sheet} exists`);
        this.sheets.push(new EditableSheet(emptySheet(step.sheet)));
        return;
      case 'setCells':
        step.cells.forEach((row, y) =>
          row.forEach((cell, x) => {
            if (cell) this.sheet(step.sheet).write(step.top + y, step.left + x, cell.value, cell.formula);
          }),
        );
        return;
      case 'addTable':
        this.addTable(step.sheet, step.name, step.area);
        return;
      case 'setName':
        this.deleteName(step.name);
        this.names.push({
          name: step.name,
          scope: null,
          refersTo: `=${quoteSheet(step.sheet)}!${absolute(step.area)}`,
        });
        return;
      case 'defineName':
        this.deleteName(step.name);
        this.names.push({ name: step.name, scope: null, refersTo: step.formula });
        return;
      case 'deleteSheet':
        this.sheet(step.sheet);
        this.sheets = this.sheets.filter(({ origin }) => origin.name !== step.sheet);
        this.tables = this.tables.filter((table) => table.sheet !== step.sheet);
        return;
      case 'moveTable':
        return this.moveTable(step);
      case 'resizeTable':
        this.sheet(step.sheet);
        this.tables = this.tables.map((table) => (table.name === step.name ? { ...table, area: step.area } : table));
        return;
      case 'appendRow': {
        const table = this.tables.find(({ name }) => name === step.table);
        if (!table || table.sheet !== step.sheet || table.columns.length !== step.cells.length)
          throw new Error(`No table ${step.table} for the row`);
        const { area } = table;
        const row = area.top + area.rows;
        step.cells.forEach((cell, x) => {
          if (this.sheet(step.sheet).contentAt(row, area.left + x) !== null)
            throw new Error(`Something stands under ${step.table}`);
          this.sheet(step.sheet).write(row, area.left + x, cell.value, cell.formula);
        });
        this.tables = this.tables.map((other) =>
          other === table ? { ...table, area: { ...area, rows: area.rows + 1 } } : other,
        );
        return;
      }
      case 'deleteTable':
        this.tables = this.tables.filter((table) => table.name !== step.name);
        return;
      case 'deleteName':
        this.deleteName(step.name);
        return;
      case 'addChart':
        return this.addChart(step.sheet, step.chart);
      case 'redrawChart': {
        const { charts } = this.sheet(step.sheet);
        if (!charts.has(step.before.name)) throw new Error(`No chart ${step.before.name}`);
        charts.delete(step.before.name);
        return this.addChart(step.sheet, step.chart);
      }
      case 'deleteChart':
        this.sheet(step.sheet).charts.delete(step.name);
        return;
      case 'setColumnWidths':
      case 'freezeRows':
      case 'setPage':
      case 'movePageBreaks':
      case 'followRows':
      case 'setList':
      case 'removeList':
      case 'highlightWhen':
        this.sheet(step.sheet); // Looks are not in a snapshot; the sheet must exist.
        return;
    }
  }

  snapshot(): WorkbookSnapshot {
    return {
      ...this.origin,
      sheets: this.sheets.map((sheet) => sheet.snapshot()),
      tables: this.tables,
      names: this.names,
    };
  }

  private moveTable({ name, sheet, top, left, hasTitle }: Extract<WriteStep, { kind: 'moveTable' }>): void {
    const table = this.tables.find((one) => one.name === name);
    if (!table) throw new Error(`No table ${name}`);
    const { area } = table;
    const first = hasTitle ? area.top - 1 : area.top;
    const [from, to] = [this.sheet(table.sheet), this.sheet(sheet)];
    for (let row = first; row < area.top + area.rows; row++) {
      for (let column = area.left; column < area.left + area.columns; column++) {
        const { value, formula } = from.take(row, column);
        to.write(top + row - first, left + column - area.left, value, formula);
      }
    }
    const moved = { ...area, top: top + area.top - first, left };
    this.tables = this.tables.map((one) => (one === table ? { ...table, sheet, area: moved } : one));
  }

  private addTable(sheet: string, name: string, area: Area): void {
    if (this.tables.some((table) => table.name.toLowerCase() === name.toLowerCase()))
      throw new Error(`Table ${name} exists`);
    const editable = this.sheet(sheet);
    const columns = Array.from({ length: area.columns }, (_, x) => editable.contentAt(area.top, area.left + x));
    if (columns.some((heading) => typeof heading !== 'string' || heading === ''))
      throw new Error(`Table ${name} has a blank heading`);
    if (new Set(columns).size < columns.length) throw new Error(`Table ${name} has twice the same heading`);
    this.tables.push({ name, sheet, area, columns: columns as string[], hasTotalsRow: false });
  }

  private addChart(sheet: string, { name, source, series }: PlannedChart): void {
    const { charts } = this.sheet(sheet);
    if (charts.has(name)) throw new Error(`Chart ${name} exists`);
    const from = this.sheet(source);
    const drawsText = series.some(
      ({ area }) => from.valueAt(area.top, area.left) === null || typeof from.valueAt(area.top, area.left) === 'string',
    );
    if (drawsText) throw new Error(`Chart ${name} draws cells without amounts`);
    charts.add(name);
  }

  private deleteName(name: string): void {
    this.names = this.names.filter((known) => known.name !== name);
  }

  private sheet(name: string): EditableSheet {
    const sheet = this.sheets.find(({ origin }) => origin.name === name);
    if (!sheet) throw new Error(`No sheet ${name}`);
    return sheet;
  }
}

function absolute(area: Area): string {
  return areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}
