/**
 * CHECK: one row under headings, in the ledger or not. A row of the ledger, recognised by its mapped cells, has all the
 * findings of the controls, ceilings and duplicates included; another row is read as the last one of its table
 * (`draft-row.ts`), and has those that it would have, or cause. Both have the codes of the convention that cannot be
 * read. Findings of severity info leave a row « Conforme ».
 */
import type { Finding } from '../../domain/controls/findings/finding';
import { judgeInSlices } from '../../domain/controls/judge';
import { CONTROLS, orderOf } from '../../domain/controls/registry';
import type { LedgerField, RowKey } from '../../domain/envelopes/ledger';
import { drain } from '../../domain/slices';
import { isCellError, parseArea, type CellValue } from '../../workbook/cells';
import { continuesTable, placeOfRow, rowKey, sheetRow, type LedgerBlock } from '../../workbook/ledger/ledger-source';
import { findSheet, valueAt } from '../../workbook/snapshot';
import type { ControlReport, Dossier } from '../dossier';
import { amountsNotRead, DraftReader, type Draft, type DraftRows } from './draft-row';
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
      /** Other headings of amounts, which the ledger has no column for, or which no figure uses (LEC-03). */
      readonly notRead: readonly string[];
    }
  | { readonly kind: 'notJudged'; readonly why: NotJudged }
  | { readonly kind: 'unknownHeadings' };

const JUDGED: ReadonlySet<LedgerField> = new Set(
  CONTROLS.flatMap((control) => [...control.needs, ...(control.scope === 'row' ? (control.judges ?? []) : [])]),
);

/** Ceilings and EJ, whose totals the row changes. */
const CUMULATED = /^(?:PLA|EJ)-/;

/** Checks rows against one dossier and the findings of its controls. */
export class RowChecker {
  private readonly drafts: DraftReader;
  /** Codes of the convention that cannot be read: no row is compared with them. */
  private readonly preventing: readonly Finding[];
  /** The columns of amounts that no figure uses, unless somebody accepted it. */
  private readonly unused: ReadonlySet<string>;
  private rowsByCells: ReadonlyMap<string, readonly RowKey[]> | null = null;
  private known: ReadonlySet<string> | null = null;
  private keys: ReadonlySet<RowKey> | null = null;
  private findingsByRow: ReadonlyMap<RowKey, readonly Finding[]> | null = null;

  constructor(
    private readonly dossier: Dossier,
    private readonly report: ControlReport,
  ) {
    this.drafts = new DraftReader(dossier);
    this.preventing = report.findings.filter(
      ({ rule, details, place }) =>
        rule === 'DON-08' && place.kind === 'convention' && 'prevented' in details && details.prevented.length > 0,
    );
    this.unused = new Set(
      report.findings
        .filter((finding) => finding.rule === 'LEC-03' && !report.accepted.has(finding))
        .flatMap(({ place }) => (place.kind === 'area' ? columnsOf(place.sheet, place.area) : [])),
    );
  }

  /** `values` and each row of `headings` are aligned. */
  check(values: readonly CellValue[], headings: readonly (readonly CellValue[])[]): RowCheck {
    const draft = this.drafts.place(values, headings);
    if (!draft) return { kind: 'unknownHeadings' };
    const known = this.knownRows(draft);
    const notRead = amountsNotRead(draft, values, (sheet, column) => this.unused.has(`${column} ${sheet}`));
    if (known.length > 0) {
      const findings = known.flatMap((key) => this.findingsOfRow(key));
      return { kind: 'checked', findings: this.shown(findings), missing: [], ambiguous: [], notRead };
    }
    const read = this.drafts.read(draft);
    if (read.rows.length === 0 && notRead.length === 0) return { kind: 'notJudged', why: read.why };
    const missing = [...draft.table.fields].filter((field) => JUDGED.has(field) && !draft.fields.has(field));
    const ambiguous = draft.others
      .filter(({ meaning }) => missing.some((field) => meaning.has(field)))
      .map(({ text }) => text);
    const others = notRead.filter((text) => !ambiguous.includes(text));
    return { kind: 'checked', findings: this.shown(this.findingsOf(read)), missing, ambiguous, notRead: others };
  }

  /** These findings and those of the convention, each once, without those of severity info. */
  private shown(findings: readonly Finding[]): readonly Finding[] {
    const sorted = [...withoutDuplicates(findings)].sort((one, other) => orderOf(one.rule) - orderOf(other.rule));
    return [...sorted, ...this.preventing].filter(({ severity }) => severity !== 'info');
  }

  /**
   * The findings of rows that end the ledger: on themselves, or on a row that now exceeds its ceiling or its EJ, unless
   * a finding of their own gives the cause.
   */
  private findingsOf({ rows, headings }: DraftRows): readonly Finding[] {
    if (rows.length === 0) return [];
    const { dossier, report } = this;
    const { ledger } = dossier;
    const fields = new Set([...ledger.fields, ...headings.flatMap((table) => [...table.fields])]);
    const longer = { ...ledger, rows: [...ledger.rows, ...rows], headings: [...ledger.headings, ...headings], fields };
    const { findings } = drain(judgeInSlices(longer, dossier.convention, report.asOf, rows));
    const own = findings.filter(({ place }) => place.kind === 'row' && rows.some(({ key }) => key === place.row));
    this.known ??= new Set(report.findings.map(placeKey));
    const known = this.known;
    const caused = findings.filter(
      (one) => one.place.kind === 'row' && CUMULATED.test(one.rule) && !own.includes(one) && !known.has(placeKey(one)),
    );
    const told = new Set(own.flatMap(({ rule, details }) => (rule === 'EJ-09' ? [details.ej] : [])));
    const others = caused.filter(({ rule, details }) => rule !== 'EJ-02' || !told.has(details.ej));
    return [...own, ...others];
  }

  /**
   * The rows of the ledger with the same mapped cells, each with its further payments and the parts of its envelopes;
   * several when the ledger has duplicates.
   */
  private knownRows(draft: Draft): readonly RowKey[] {
    const [base] = draft.table.blocks;
    if (![...base.columns.keys()].every((field) => draft.blocks[0]?.columns.has(field))) return [];
    this.rowsByCells ??= rowsByCells(this.dossier);
    const columnOf = (field: LedgerField): number => draft.blocks[0]?.columns.get(field)?.column ?? -1;
    const cellOf = (column: number): CellValue => valueAt(draft.sheet, draft.blocks[0]?.firstRow ?? 0, column);
    const alike = this.rowsByCells.get(cellsKey([...base.columns.keys()], (field) => cellOf(columnOf(field)))) ?? [];
    const same = alike.filter((key) => this.hasOtherCells(key, draft, cellOf));
    return [...new Set(same.flatMap((key) => this.partsOf(key)))];
  }

  /** True where the cells of its other payments, or envelopes, are those of the draft too. */
  private hasOtherCells(key: RowKey, draft: Draft, cellOf: (column: number) => CellValue): boolean {
    const place = placeOfRow(this.dossier.blocks, key);
    const table = place && this.drafts.tableOf(place.block);
    return draft.blocks.every(({ columns }, at) =>
      [...columns].every(([field, { column }]) => {
        const other = table?.blocks[at]?.columns.get(field)?.column;
        const cell = place && table && other !== undefined ? valueAt(table.sheet, place.row, other) : null;
        return plain(cell) === plain(cellOf(column));
      }),
    );
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

/** The columns of an area of a sheet. */
function columnsOf(sheet: string, address: string): readonly string[] {
  const area = parseArea(address);
  return area ? Array.from({ length: area.columns }, (_, at) => `${area.left + at} ${sheet}`) : [];
}

function placeKey({ rule, place }: Finding): string {
  return place.kind === 'row' ? `${rule} ${place.row} ${place.field}` : rule;
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
