/**
 * CHECK: one row under headings, in the ledger or not. Headings are read like those of a ledger; those of the ledger
 * itself keep their mapping. A row of the ledger, recognised by its mapped cells, has all the findings of the controls,
 * ceilings and duplicates included; another row has those that it would have, or cause, at the end of the ledger. Both
 * have the codes of the convention that cannot be read. Findings of severity info leave a row « Conforme ».
 */
import type { Finding } from '../../domain/controls/findings/finding';
import { Inspection } from '../../domain/controls/facts/inspection';
import { checkRow, checkTogether } from '../../domain/controls/judge';
import { CONTROLS, orderOf } from '../../domain/controls/registry';
import type { LedgerField, LedgerRow, RowKey } from '../../domain/envelopes/ledger';
import { groupedBy } from '../../domain/grouped';
import { drain } from '../../domain/slices';
import { comparable } from '../../domain/text';
import { isCellError, type CellValue } from '../../workbook/cells';
import { choicesFor, readColumnChoices, type Chosen } from '../../workbook/registers/column-choices';
import { readHeadings, type ColumnHeading } from '../../workbook/ledger/heading-rows';
import { namesOf } from '../../workbook/ledger/known-names';
import {
  continuesTable,
  placeOfRow,
  rowKey,
  sheetRow,
  type LedgerBlock,
  type LedgerColumn,
} from '../../workbook/ledger/ledger-source';
import { proposeColumns } from '../../workbook/ledger/map-columns';
import { textOf } from '../../workbook/ledger/read-cells';
import { createReaders, type Readers } from '../../workbook/ledger/ledger-readers';
import { BlockReader } from '../../workbook/ledger/read-ledger';
import { findSheet, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../workbook/snapshot';
import type { ControlReport, Dossier } from '../dossier';
import type { NotJudged } from './function-words';

/** The result of CHECK for one row. */
export type RowCheck =
  | {
      readonly kind: 'checked';
      /** Errors and warnings, in the order of the registry. */
      readonly findings: readonly Finding[];
      /** Columns of the ledger that controls need and that no given heading matches. */
      readonly missing: readonly LedgerField[];
      /** The given headings that may match one of them. */
      readonly ambiguous: readonly string[];
    }
  | { readonly kind: 'notJudged'; readonly why: NotJudged }
  | { readonly kind: 'unknownHeadings' };

const SHEET = 'CHECK';
const JUDGED: ReadonlySet<LedgerField> = new Set(
  CONTROLS.flatMap((control) => [...control.needs, ...(control.scope === 'row' ? (control.judges ?? []) : [])]),
);

/** Ceilings and EJ, whose totals the row changes. */
const CUMULATED = /^(?:PLA|EJ)-/;

/** Checks rows against one dossier and the findings of its controls. */
export class RowChecker {
  private readonly readers: Readers;
  private readonly chosen: Chosen;
  /** A heading of the ledger is that of several fields where « Date » is the day of AE and of CP. */
  private readonly columnsByHeading: ReadonlyMap<string, readonly LedgerColumn[]>;
  private readonly inspections = new Map<string, Inspection>();
  private lastHeadings: { readonly key: string; readonly shown: readonly ColumnHeading[] } | null = null;
  /** Codes of the convention that cannot be read: no row is compared with them. */
  private readonly preventing: readonly Finding[];
  private rowsByCells: ReadonlyMap<string, readonly RowKey[]> | null = null;
  private known: ReadonlySet<string> | null = null;
  private keys: ReadonlySet<RowKey> | null = null;
  private findingsByRow: ReadonlyMap<RowKey, readonly Finding[]> | null = null;

  constructor(
    private readonly dossier: Dossier,
    private readonly report: ControlReport,
  ) {
    const { workbook, blocks } = dossier;
    this.readers = createReaders(workbook, namesOf(dossier.convention));
    const choices = readColumnChoices(workbook);
    this.chosen = choicesFor(
      choices.ok ? choices.value : [],
      blocks.flatMap(({ table, sheet }) => [table ?? sheet, sheet]),
    );
    this.preventing = report.findings.filter(
      ({ rule, details, place }) =>
        rule === 'DON-08' && place.kind === 'convention' && 'prevented' in details && details.prevented.length > 0,
    );
    const columns = blocks.flatMap((block) => [...block.columns.values()]);
    this.columnsByHeading = groupedBy(columns, ({ heading }) => comparable(heading));
  }

  /** `values` and each row of `headings` are aligned. */
  check(values: readonly CellValue[], headings: readonly (readonly CellValue[])[]): RowCheck {
    const [upper = [], lower] = headings;
    const shown = this.headingsOf(headings);
    const columns = this.columnsOf(shown, values);
    if (columns.size === 0) return { kind: 'unknownHeadings' };
    const known = this.knownRows(columns, values);
    if (known.length > 0) {
      const findings = withoutDuplicates(known.flatMap((key) => this.findingsOfRow(key)));
      return { kind: 'checked', findings: this.shown(findings), missing: [], ambiguous: [] };
    }
    const reading = this.readerOf(columns, values, lower ?? upper, this.natureColumnIn(shown)).read(1);
    if (reading.kind === 'blank' || reading.kind === 'total') return { kind: 'notJudged', why: reading.kind };
    if (reading.kind === 'ignored') return { kind: 'notJudged', why: reading.reason };
    const missing = [...this.dossier.ledger.fields].filter((field) => JUDGED.has(field) && !columns.has(field));
    const ambiguous = shown.filter(
      ({ position, meaning }) => !isMapped(columns, position) && missing.some((field) => meaning.has(field)),
    );
    const findings = this.shown(this.findingsOf(reading.row, columns));
    return { kind: 'checked', findings, missing, ambiguous: ambiguous.map(({ text }) => text) };
  }

  /** These findings and those of the convention, without those of severity info. */
  private shown(findings: readonly Finding[]): readonly Finding[] {
    return [...findings, ...this.preventing].filter(({ severity }) => severity !== 'info');
  }

  /** Cached: a column of CHECK formulas passes the same headings on every row. */
  private headingsOf(rows: readonly (readonly CellValue[])[]): readonly ColumnHeading[] {
    const key = JSON.stringify(rows);
    if (this.lastHeadings?.key === key) return this.lastHeadings.shown;
    const [upper = [], lower] = rows;
    const read = readHeadings({ lower: lower ?? upper, upper: lower ? upper : null, subject: null, left: 0 });
    const shown = read.filter(({ kind, position }) => kind === 'shown' && position < upper.length);
    this.lastHeadings = { key, shown };
    return shown;
  }

  private columnsOf(
    headings: readonly ColumnHeading[],
    values: readonly CellValue[],
  ): ReadonlyMap<LedgerField, LedgerColumn> {
    const ofLedger = (heading: string): readonly LedgerColumn[] => this.columnsByHeading.get(comparable(heading)) ?? [];
    const chosen: Chosen = (heading) => ofLedger(heading)[0]?.field ?? this.chosen(heading);
    const proposed = proposeColumns(headings, [values], this.readers.cells, chosen);
    const columns = new Map<LedgerField, LedgerColumn>();
    for (const { field, position, heading } of proposed) {
      const unit = ofLedger(heading)[0]?.unit ?? headings.find((one) => one.position === position)?.unit;
      columns.set(field, { field, column: position, heading, ...(unit && { unit }) });
    }
    for (const { position, text } of headings)
      for (const { field, unit } of ofLedger(text))
        if (!columns.has(field)) columns.set(field, { field, column: position, heading: text, ...(unit && { unit }) });
    return columns;
  }

  private readerOf(
    columns: LedgerBlock['columns'],
    values: readonly CellValue[],
    headings: readonly CellValue[],
    natureColumn: number | undefined,
  ): BlockReader {
    const used = { top: 0, left: 0, rows: 2, columns: values.length };
    const sheet: SheetSnapshot = { ...EMPTY_SHEET, used, values: [headings, values] };
    const workbook: WorkbookSnapshot = { ...this.dossier.workbook, sheets: [sheet], tables: [], names: [] };
    const place = { sheet: SHEET, table: null, left: 0, topRow: 0, headingRow: 0, firstRow: 1, lastRow: 1 };
    const block = { ...place, columns, ...(natureColumn !== undefined && { natureColumn }) };
    return new BlockReader(workbook, block, this.dossier.blocks.length, this.readers);
  }

  /** The given column whose words are the nature of the one amount of a row, as in the ledger; undefined without one. */
  private natureColumnIn(headings: readonly ColumnHeading[]): number | undefined {
    const { workbook, blocks } = this.dossier;
    const texts = blocks.flatMap(({ sheet, headingRow, natureColumn }) => {
      const snapshot = natureColumn === undefined ? null : findSheet(workbook, sheet);
      return snapshot && natureColumn !== undefined ? [textOf(valueAt(snapshot, headingRow, natureColumn))] : [];
    });
    return headings.find(({ text }) => texts.some((one) => comparable(one) === comparable(text)))?.position;
  }

  /** The findings on a row that the ledger has not: of the row controls, then of those on all the rows together. */
  private findingsOf(row: LedgerRow, columns: LedgerBlock['columns']): readonly Finding[] {
    const found = checkRow(row, this.inspectionOf([...columns.keys()]));
    // The EJ that the row itself commits is not in the ledger yet.
    const commitsItself = row.ae.kind === 'amount' && row.ae.cents > 0;
    const ofRow = commitsItself ? found.filter(({ rule }) => rule !== 'EJ-01') : found;
    const all = withoutDuplicates([...ofRow, ...this.findingsWith(row)]);
    return [...all].sort((one, other) => orderOf(one.rule) - orderOf(other.rule));
  }

  /**
   * Findings of the controls on several rows once the row ends the ledger: on itself, or on a row dated later that now
   * exceeds its ceiling or its EJ.
   */
  private findingsWith(row: LedgerRow): readonly Finding[] {
    if (row.status === 'cancelled') return []; // it counts for nothing, and there may be many
    const { dossier, report } = this;
    const ledger = { ...dossier.ledger, rows: [...dossier.ledger.rows, row] };
    this.known ??= new Set(report.findings.map(placeKey));
    const known = this.known;
    return checkTogether(ledger, dossier.convention, report.asOf).filter((finding) => {
      if (finding.place.kind !== 'row') return false;
      if (finding.place.row === row.key) return true;
      return CUMULATED.test(finding.rule) && !known.has(placeKey(finding));
    });
  }

  private inspectionOf(fields: readonly LedgerField[]): Inspection {
    const key = [...fields].sort().join();
    const known = this.inspections.get(key);
    if (known) return known;
    const { charged, balances } = this.report;
    const ledger = { ...charged.ledger, fields: new Set(fields), headings: [] };
    const inspection = drain(Inspection.inSlices({ ...charged, ledger }, balances));
    this.inspections.set(key, inspection);
    return inspection;
  }

  /**
   * The rows of the ledger with the same mapped cells, each with its further payments and the parts of its envelopes;
   * several when the ledger has duplicates.
   */
  private knownRows(columns: LedgerBlock['columns'], values: readonly CellValue[]): readonly RowKey[] {
    this.rowsByCells ??= rowsByCells(this.dossier);
    const block = this.dossier.blocks.find((one) => [...one.columns.keys()].every((field) => columns.has(field)));
    if (!block) return [];
    const positionOf = (field: LedgerField): number => columns.get(field)?.column ?? -1;
    const fields = [...block.columns.keys()];
    const alike = this.rowsByCells.get(cellsKey(fields, (field) => values[positionOf(field)] ?? null)) ?? [];
    const [shift = 0, ...others] = new Set([...block.columns].map(([field, { column }]) => positionOf(field) - column));
    const same = others.length > 0 ? alike : alike.filter((key) => this.hasOtherCells(key, values, shift));
    return [...new Set(same.flatMap((key) => this.partsOf(key)))];
  }

  /** True where the cells of its other payments, or envelopes, are those of the row too. */
  private hasOtherCells(key: RowKey, values: readonly CellValue[], shift: number): boolean {
    const { workbook, blocks } = this.dossier;
    const place = placeOfRow(blocks, key);
    const sheet = place && findSheet(workbook, place.block.sheet);
    if (!place || !sheet) return false;
    const columns = blocks
      .filter((one) => continuesTable(one, place.block))
      .flatMap((one) => [...one.columns.values()].map(({ column }) => column));
    return columns
      .filter((column) => column + shift < values.length)
      .every((column) => plain(valueAt(sheet, place.row, column)) === plain(values[column + shift] ?? null));
  }

  /** The rows that are read of one row of the sheet: its parts. */
  private partsOf(key: RowKey): readonly RowKey[] {
    const { blocks, ledger } = this.dossier;
    this.keys ??= new Set(ledger.rows.map((row) => row.key));
    const [place, keys] = [placeOfRow(blocks, key), this.keys];
    const isOfTable = (one: LedgerBlock): boolean => place !== null && continuesTable(one, place.block);
    return blocks
      .flatMap((one, index) => (isOfTable(one) ? [rowKey(index, sheetRow(key))] : []))
      .filter((part) => keys.has(part));
  }

  private findingsOfRow(key: RowKey): readonly Finding[] {
    this.findingsByRow ??= groupByRow(this.report.findings);
    return this.findingsByRow.get(key) ?? [];
  }
}

function placeKey({ rule, place }: Finding): string {
  return place.kind === 'row' ? `${rule} ${place.row} ${place.field}` : rule;
}

const EMPTY_SHEET = {
  id: SHEET,
  name: SHEET,
  visibility: 'visible',
  isProtected: false,
  formulas: new Map<number, string>(),
  hiddenRows: new Set<number>(),
} as const;

function isMapped(columns: LedgerBlock['columns'], position: number): boolean {
  return [...columns.values()].some(({ column }) => column === position);
}

function rowsByCells({ workbook, blocks }: Dossier): ReadonlyMap<string, readonly RowKey[]> {
  const rows = new Map<string, RowKey[]>();
  for (const [index, block] of blocks.entries()) {
    const sheet = findSheet(workbook, block.sheet);
    if (!sheet) continue;
    const fields = [...block.columns.keys()];
    for (let row = block.firstRow; row <= block.lastRow; row++) {
      const key = cellsKey(fields, (field) => valueAt(sheet, row, block.columns.get(field)?.column ?? -1));
      const alike = rows.get(key);
      if (alike) alike.push(rowKey(index, row));
      else rows.set(key, [rowKey(index, row)]);
    }
  }
  return rows;
}

/** An empty cell is passed to a function as 0: both give the same key. */
function cellsKey(fields: readonly LedgerField[], valueOf: (field: LedgerField) => CellValue): string {
  const cells = fields.map((field) => `${field}=${plain(valueOf(field))}`);
  return cells.sort().join('\u0001');
}

function plain(cell: CellValue): string {
  const value = cell !== null && isCellError(cell) ? cell.error : cell;
  return value === null || value === 0 || value === '' ? '' : `${typeof value} ${String(value)}`;
}

function groupByRow(findings: readonly Finding[]): ReadonlyMap<RowKey, readonly Finding[]> {
  const rows = new Map<RowKey, Finding[]>();
  for (const finding of findings) {
    if (finding.place.kind !== 'row') continue;
    const known = rows.get(finding.place.row);
    if (known) known.push(finding);
    else rows.set(finding.place.row, [finding]);
  }
  return rows;
}

/** Duplicate rows have the same findings: each is kept once. */
function withoutDuplicates(findings: readonly Finding[]): readonly Finding[] {
  const kept = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.place.kind === 'row' ? finding.place.field : ''}`;
    if (!kept.has(key)) kept.set(key, finding);
  }
  return [...kept.values()];
}
