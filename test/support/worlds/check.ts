/** A world → its workbook, read back by the product's own reader → what the product finds there, by cell. */
import { controlledAt } from '../../../src/application/control';
import type { ControlReport, Dossier } from '../../../src/application/dossier';
import { openDossier } from '../../../src/application/open-dossier';
import { reconcileDossier } from '../../../src/application/reconciliation/reconcile-dossier';
import type { Finding } from '../../../src/domain/controls/findings/finding';
import { cellAddress, type CellValue } from '../../../src/workbook/cells';
import type { PlannedCell, WriteStep } from '../../../src/workbook/plan';
import { FIELD_NAMES } from '../../../src/workbook/field-names';
import { numberFormat, shownBy, type ShownNumber } from '../../../src/workbook/number-formats';
import { placeInWorkbook } from '../../../src/workbook/places';
import { findSheet, findTable, formulaKey, valueAt, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../apply-plan';
import { ledgerWorkbook } from '../ledgers/ledger-workbook';
import { extractsOf, placeOfLine } from './chorus';
import type { ExpectedPlace, Row, World } from './world';

/** A finding, actual or expected: `IMP-04 error Suivi!K12`. */
export type Told = string;

export interface Checked {
  readonly dossier: Dossier;
  readonly findings: readonly Finding[];
  readonly told: readonly Told[];
  readonly rowsOf: ControlReport['rows'];
}

/** The sheet of a ledger. */
const SHEET = 'Suivi';

/** The first row of the data of a ledger. */
export function firstRow(world: World): number {
  return world.isTable ? 1 : 3;
}

/** The cells of the ledger, headings first. */
export function ledgerCells({ rows, columns, extraColumns }: World): CellValue[][] {
  return [
    [...columns.map((field) => FIELD_NAMES[field]), ...extraColumns.map(({ heading }) => heading)],
    ...rows.map((row) => [
      ...columns.map((field) => row[field] ?? null),
      ...extraColumns.map(({ cells }) => cells.get(row) ?? null),
    ]),
  ];
}

/** The steps that write the rows below the ledger, and the sheets beside it. */
export function besideSteps(world: World): readonly WriteStep[] {
  const { below, columns, rows, extraSheets } = world;
  const planned = (cells: readonly CellValue[]): PlannedCell[] => cells.map((value) => ({ value }));
  const top = firstRow(world) + rows.length;
  const cells = below.map((row) => planned(columns.map((field) => row?.[field] ?? null)));
  return [
    ...(below.length > 0 ? [{ kind: 'setCells' as const, sheet: SHEET, top, left: 0, cells }] : []),
    ...extraSheets.flatMap((sheet): WriteStep[] => [
      { kind: 'addSheet', sheet: sheet.name },
      { kind: 'setCells', sheet: sheet.name, top: 0, left: 0, cells: sheet.cells.map(planned) },
    ]),
  ];
}

/** The workbook of a world. */
export function workbookOf(world: World): WorkbookSnapshot {
  const ledger = ledgerWorkbook(world.convention, ledgerCells(world), { isTable: world.isTable });
  const workbook = withSheets(world, ledger);
  const looks = [world.hidden, world.hiddenColumns, world.formats, world.struck];
  if (looks.every(({ size }) => size === 0) && !world.isSheetHidden) return workbook;
  const rowsOf = (rows: ReadonlySet<Row>): number[] =>
    [...rows].map((row) => world.rows.indexOf(row) + firstRow(world));
  const hiddenRows = new Set(rowsOf(world.hidden));
  const struck = new Set(
    rowsOf(world.struck).flatMap((row) => world.columns.map((_, column) => formulaKey(row, column))),
  );
  const hiddenColumns = new Set([...world.hiddenColumns].map((field) => world.columns.indexOf(field)));
  const visibility = world.isSheetHidden ? 'hidden' : 'visible';
  const shown = shownIn(world);
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      sheet.name === SHEET ? { ...sheet, hiddenRows, hiddenColumns, struck, shown, visibility } : sheet,
    ),
  };
}

/** The amounts of the ledger that their format shows otherwise. */
function shownIn(world: World): ReadonlyMap<number, ShownNumber> {
  const found = [...world.formats].flatMap(([row, { field, format }]) => {
    const shown = shownBy(numberFormat(format), Number(row[field]));
    const key = formulaKey(world.rows.indexOf(row) + firstRow(world), world.columns.indexOf(field));
    return shown ? [[key, shown] as const] : [];
  });
  return new Map(found);
}

function withSheets(world: World, ledger: WorkbookSnapshot): WorkbookSnapshot {
  const steps = besideSteps(world);
  if (steps.length === 0) return ledger;
  const workbook = applyPlan(ledger, { purpose: 'initialise', expected: [], steps });
  const hidden = new Set(world.extraSheets.filter(({ isHidden }) => isHidden).map(({ name }) => name));
  const sheets = workbook.sheets.map((sheet) =>
    hidden.has(sheet.name) ? { ...sheet, visibility: 'hidden' as const } : sheet,
  );
  return { ...workbook, sheets };
}

/** Everything that the product finds in a world. */
export function check(world: World): Checked {
  const opened = openDossier(workbookOf(world));
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const { dossier, report } = controlledAt(opened.value, world.asOf);
  const reconciled = world.chorus === null ? [] : reconcileDossier(dossier, report, extractsOf(world)).findings;
  const findings = [...report.findings, ...reconciled].filter((finding) => !isBlankLine(finding));
  return { dossier, findings, told: findings.map((finding) => tell(dossier, finding)), rowsOf: report.rows };
}

/** A world leaves the poste of many rows blank, so that their amounts cross no ceiling of a poste. */
function isBlankLine(finding: Finding): boolean {
  return finding.rule === 'LEC-06' && finding.details.blank !== undefined;
}

/** The planted faults, in the same form. */
export function expectedOf(world: World, { dossier }: Checked): readonly Told[] {
  return world.expected.map(
    ({ rule, severity, place }) => `${rule} ${severity} ${addressOf(world, dossier.workbook, place)}`,
  );
}

function tell({ workbook, blocks }: Dossier, { rule, severity, place }: Finding): Told {
  if (place.kind === 'extract') return `${rule} ${severity} ${place.source}:${place.line}`;
  const cell = placeInWorkbook(workbook, blocks, place);
  return `${rule} ${severity} ${cell ? `${cell.sheet}!${cellAddress(cell.row, cell.column)}` : 'nowhere'}`;
}

/**
 * Found without the product's own way of placing: by position in the ledger that we wrote, or by what the tables show.
 */
export function addressOf(world: World, workbook: WorkbookSnapshot, place: ExpectedPlace): string {
  switch (place.kind) {
    case 'row': {
      const column = world.columns.indexOf(place.field);
      return `${SHEET}!${cellAddress(world.rows.indexOf(place.row) + firstRow(world), column)}`;
    }
    case 'headings':
      return `${SHEET}!${cellAddress(firstRow(world) - 1, 0)}`;
    case 'area': {
      const { sheet, row, column } = place.at(world);
      return `${sheet}!${cellAddress(row, column)}`;
    }
    case 'extract':
      return placeOfLine(world, place.line);
    case 'table':
      return addressInTable(workbook, place);
  }
}

function addressInTable(
  workbook: WorkbookSnapshot,
  { table: name, column, row }: Extract<ExpectedPlace, { kind: 'table' }>,
): string {
  const table = findTable(workbook, name);
  const sheet = table && findSheet(workbook, table.sheet);
  if (!table || !sheet) return 'nowhere';
  const { top, left, rows } = table.area;
  const firstCells = Array.from({ length: rows - 1 }, (_, index) => valueAt(sheet, top + 1 + index, left));
  const position = typeof row === 'number' ? row : firstCells.indexOf(row);
  return `${table.sheet}!${cellAddress(top + 1 + position, left + table.columns.indexOf(column))}`;
}
