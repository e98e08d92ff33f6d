/**
 * Writes a checked plan: parts are added, spliced and removed, new ids are chosen, and an outdated calculation chain is
 * removed.
 */
import { areaAddress, quoteSheet } from '../../../workbook/cells';
import { XML_DECLARATION } from '../package/package';
import { attributesXml } from '../package/xml-splice';
import { encodeAttribute } from '../package/xml-text';
import type { LookStyle } from '../read/look/style-looks';
import type { OpenedWorkbook } from '../read/opened-workbook';
import { editDrawing } from './drawing';
import { followLooks } from './following/follow-looks';
import { followRowLooks } from './following/follow-row-looks';
import { namesFollowing } from './following/follow-names';
import { followInParts } from './following/follow-rows';
import { emptySheet, writeSheet } from './sheet-writer';
import { StylesEditor } from './styles-editor';
import { editWorkbook } from './workbook-editor';
import { renameReferences } from './rename-references';
import { type DraftCell, type GatheredPlan, replacesContents, type SheetDraft, type TableDraft } from './sheet-draft';
import { editTable } from './table-editor';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const TABLE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';
/** As in Excel's adapter: plain, so that the look of the headings shows. */
const TABLE_STYLE = 'TableStyleLight1';
const utf8 = new TextEncoder();

export function finishPlan(opened: OpenedWorkbook, plan: GatheredPlan): void {
  const { parts, part } = opened;
  const dropsParts = plan.deletedSheets.size > 0 || plan.sheets.some((draft) => draft.removedCharts.length > 0);
  const before = dropsParts ? parts.reachable() : null;
  plan.renamed.forEach(({ from, to }) => renameReferences(parts, from, to));
  const writer = new PlanWriter(opened);
  const added = plan.sheets.flatMap((draft) => writer.write(draft) ?? []);
  writer.finish();
  for (const position of plan.deletedSheets) {
    parts.unrelate(part.path, (relationship) => relationship.id === part.sheets[position]!.relationship);
  }
  const replacesCells = plan.sheets.some((draft) => draft.present && replacesContents(draft));
  if (replacesCells || plan.deletedSheets.size > 0) dropCalculationChain(opened);
  const renamed = plan.sheets.flatMap(({ name, present }) =>
    present && name !== present.snapshot.name ? [[present.position, name] as const] : [],
  );
  editWorkbook(parts, part, {
    sheets: plan.sheets.map(({ present, name, dress }) => ({
      position: present?.position ?? null,
      name,
      ...(dress.visibility !== undefined && { visibility: dress.visibility }),
    })),
    addedSheets: added,
    renamedSheets: new Map(renamed),
    names: plan.names,
    scopedNames: [...plan.scopedNames, ...plan.sheets.flatMap((draft) => namesFollowing(draft, part.names))].map(
      ({ scope, ...name }) => ({
        ...name,
        position: scope === null ? null : plan.sheets.indexOf(scope),
      }),
    ),
    printTitles: plan.sheets.flatMap(({ name, titleRows }, position) => {
      return titleRows > 0 ? [{ position, text: `${quoteSheet(name)}!$1:$${titleRows}` }] : [];
    }),
    recalculates: plan.sheets.some(replacesContents) || plan.deletedSheets.size > 0,
  });
  if (before) dropUnreachable(opened, before);
}

/** Excel rebuilds the chain; one that names a cell without formula makes it repair the file. */
function dropCalculationChain({ parts, part }: OpenedWorkbook): void {
  const chain = parts.relationships(part.path).find((relationship) => relationship.kind === 'calcChain');
  if (!chain) return;
  parts.unrelate(part.path, (relationship) => relationship.id === chain.id);
  if (chain.target && parts.has(chain.target)) parts.removePart(chain.target);
}

/** Removes the parts that only a deleted sheet or chart led to: tables, drawings. */
function dropUnreachable({ parts }: OpenedWorkbook, before: ReadonlySet<string>): void {
  const after = parts.reachable();
  for (const path of parts.paths()) {
    const key = path.toLowerCase();
    if (before.has(key) && !after.has(key)) parts.removePart(path);
  }
}

function isSameContent(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

class PlanWriter {
  private styles: StylesEditor | null = null;
  private lastSheetId: number;
  private lastTableId: number;

  constructor(private readonly opened: OpenedWorkbook) {
    this.lastSheetId = Math.max(0, ...opened.part.sheets.map((sheet) => Number(sheet.id) || 0));
    this.lastTableId = Math.max(0, ...opened.tables.map((table) => table.id || 0));
  }

  /** Writes a sheet; returns the entry of a new one for the workbook. */
  write(draft: SheetDraft): { name: string; sheetId: number; relationship: string } | null {
    draft.changedTables.forEach(({ table, change }) => editTable(this.opened.parts, table, change));
    if (!draft.isTouched && !draft.isPlaceholder) return null;
    const { parts, part } = this.opened;
    const present = draft.present?.facts.entry.path ?? null;
    const path = present ?? parts.freePath('xl/worksheets/sheet', '.xml');
    const content = present === null ? utf8.encode(emptySheet(part.dialect)) : parts.content(path);
    if (draft.followed) followInParts(parts, path, draft.followed);
    followLooks(this.opened, content, path, draft);
    followRowLooks(content, path, draft);
    if (present === null) parts.set(path, content); // reserves the path before the tables of the sheet take theirs
    const removedTables = this.removeTables(path, draft);
    const addedTables = draft.newTables.map((table) => this.addTable(path, table));
    const means = {
      dialect: part.dialect,
      chooseStyle: (cell: DraftCell, present: number) => this.styleOf(cell, present),
      highlight: () => this.editor().highlight(),
      paint: (style: LookStyle) => this.editor().paintOf(style),
      addedTables,
      removedTables,
      drawing: editDrawing(this.opened, path, draft),
    };
    const written = writeSheet(content, path, draft, means);
    if (present === null || !isSameContent(written, content)) parts.set(path, written);
    if (present !== null) return null;
    parts.declareType(path, SHEET_TYPE);
    this.lastSheetId += 1;
    return {
      name: draft.name,
      sheetId: this.lastSheetId,
      relationship: parts.relate(part.path, `${part.dialect.relation}worksheet`, path),
    };
  }

  finish(): void {
    this.styles?.finish();
  }

  private editor(): StylesEditor {
    return (this.styles ??= new StylesEditor(this.opened.parts, this.opened.part));
  }

  private styleOf({ style, exact, marks, base: kept }: DraftCell, present: number): number {
    const base = kept ?? (style === undefined ? present : this.editor().formatOf(style, marks));
    return exact ? this.editor().exactFormatOf(base, exact) : base;
  }

  private addTable(sheetPath: string, table: TableDraft): string {
    const { parts, part } = this.opened;
    const path = parts.freePath('xl/tables/table', '.xml');
    this.lastTableId += 1;
    parts.set(path, tableXml(part.dialect.main, this.lastTableId, table));
    parts.declareType(path, TABLE_TYPE);
    return parts.relate(sheetPath, `${part.dialect.relation}table`, path);
  }

  /** Removes tables; returns the ids of their relationships. */
  private removeTables(sheetPath: string, draft: SheetDraft): ReadonlySet<string> {
    const { parts } = this.opened;
    const paths = new Set(draft.removedTables.map((table) => table.path));
    const removed = parts
      .relationships(sheetPath)
      .filter((relationship) => relationship.kind === 'table' && paths.has(relationship.target ?? ''));
    const ids = new Set(removed.map((relationship) => relationship.id));
    parts.unrelate(sheetPath, (relationship) => ids.has(relationship.id));
    for (const path of paths) parts.removePart(path);
    return ids;
  }
}

/** The part of a new Excel Table. Its columns are the headings of the cells: Excel repairs a table that differs. */
function tableXml(namespace: string, id: number, table: TableDraft): string {
  const name = encodeAttribute(table.name);
  const ref = areaAddress(table.area);
  const columns = table.columns.map(
    (column, index) => `<tableColumn id="${index + 1}" name="${encodeAttribute(column)}"/>`,
  );
  const look = attributesXml({
    name: table.style ?? TABLE_STYLE,
    showFirstColumn: 0,
    showLastColumn: 0,
    showRowStripes: 1,
    showColumnStripes: 0,
  });
  const totals = table.hasTotalsRow ? 'totalsRowCount="1"' : 'totalsRowShown="0"';
  const filtered = areaAddress({ ...table.area, rows: table.area.rows - (table.hasTotalsRow ? 1 : 0) });
  return (
    `${XML_DECLARATION}<table xmlns="${namespace}" id="${id}" name="${name}" displayName="${name}" ref="${ref}" ${totals}>` +
    `<autoFilter ref="${filtered}"/><tableColumns count="${columns.length}">${columns.join('')}</tableColumns><tableStyleInfo${look}/></table>`
  );
}
