/** « Initialiser »: the sheets of the convention and of its registers, in one undoable plan that touches no existing sheet. */
import { loadConvention } from '../../conventions/index';
import type { Convention } from '../../domain/envelopes/convention';
import { failure, success, type Result } from '../../domain/result';
import type { Area } from '../../workbook/cells';
import { contentOfConvention, type TableContent } from '../../workbook/convention/convention-content';
import { readConventionTables } from '../../workbook/convention/convention-tables';
import type { Failure } from '../../workbook/failure';
import { freeSheetName, REGISTER_SHEETS } from '../../workbook/registers/register-sheets';
import { COLUMNS, SHEETS, TABLES, type TableId } from '../../workbook/workbook-names';
import type { PlannedCell, WritePlan, WriteStep } from '../../workbook/plan';
import { findTable, type WorkbookSnapshot } from '../../workbook/snapshot';

const TITLE_ROW = 0;
/** The row of the titles of the registers of a sheet. */
export const TABLE_TITLE_ROW = 2;
/** The row of their headings. */
export const HEADING_ROW = 3;

/** The title above each table. */
export const TITLES: Readonly<Record<TableId, string>> = {
  convention: 'La convention',
  envelopes: 'Enveloppes',
  lines: 'Postes de dépense (annexes)',
  imputations: 'Imputation autorisée',
  movements: 'Avenants et redéploiements',
  fungibility: 'Fongibilité sans accord préalable',
  partCeilings: 'Plafonds par programme ou par titre',
  rap: 'EJ antérieurs (RAP)',
  requests: 'Demandes du délégant',
  indicators: 'Indicateurs du bilan qualitatif',
  milestones: 'Jalons',
  duties: 'Obligations',
  acceptances: 'Constats acceptés',
  columns: 'Colonnes du suivi',
  reading: 'Lecture du classeur',
};

/** Widths in characters by heading; others take `USUAL_WIDTH`. */
const WIDTHS: ReadonlyMap<string, number> = new Map([
  ['Clé', 34],
  ['Valeur', 46],
  ['Libellé', 24],
  ['Poste', 52],
  ['Alias', 26],
  ['Champ', 22],
  ['Référence', 20],
  ['Autorisé par', 20],
  ['Objet', 34],
  ['Indicateur', 34],
  ['Commentaire', 34],
  ['Motif', 34],
  ['Jalon', 26],
  ['Thème', 20],
  ['Source', 20],
  ['En-tête', 28],
  ["Titre de l'annexe", 26],
  ['En-tête du montant', 20],
  ['Exercice', 10],
  ['Nature', 8],
  ['Part', 8],
  ['Le', 11],
  ['Du', 11],
  ['Au', 11],
]);
const USUAL_WIDTH = 14;
const GAP_WIDTH = 3;

/** Numéro d'ordre of an official text (`ECOI2236199X`). */
const NOR = /^[A-Z]{4}\d{7}[A-Z]$/;

/**
 * The plan that creates the convention tables, on sheets of their own: one whose name a sheet of the team has gets
 * another name. Refuses when the structure of the workbook is protected, when it has one of the tables or one of
 * their names, and when it has the cells of a convention whose tables are lost. The columns that the user confirmed and
 * the places set aside stay where they are, and so do later settings: they are created beside them when first used.
 */
export function planInitialise(workbook: WorkbookSnapshot, convention: Convention): Result<WritePlan, Failure> {
  const refusal = whyNot(workbook);
  if (refusal) return failure(refusal);
  const contents = contentOfConvention(convention, workbook.uses1904Dates);
  const steps = REGISTER_SHEETS.filter(({ tables }) => !tables.some((id) => isKept(workbook, id))).flatMap(
    ({ sheet, tables, landscape }) =>
      sheetSteps(
        freeSheetName(workbook, sheet),
        titleOf(sheet, convention),
        contents.filter(({ id }) => tables.includes(id)),
        landscape,
      ),
  );
  return success({ purpose: 'initialise', expected: [], steps });
}

/** A new sheet with its registers side by side: Excel refuses to push down a table below another. */
function sheetSteps(
  sheet: string,
  title: readonly [PlannedCell | null][],
  tables: readonly TableContent[],
  landscape: boolean,
): readonly WriteStep[] {
  let left = 0;
  const placed = tables.map((table) => {
    const at = left;
    left += table.headings.length + 1;
    return tableSteps(sheet, table, at);
  });
  return [
    { kind: 'addSheet', sheet },
    { kind: 'setCells', sheet, top: TITLE_ROW, left: 0, cells: title },
    ...placed.flat(),
    ...sheetDress(sheet, tables, landscape),
  ];
}

/** The widths, the frozen rows and the page of a new sheet with these registers side by side. */
export function sheetDress(
  sheet: string,
  tables: readonly Pick<TableContent, 'id' | 'headings'>[],
  landscape: boolean,
): readonly WriteStep[] {
  const widths = tables.flatMap(({ id, headings }) => [...headings.map((heading) => widthOf(id, heading)), GAP_WIDTH]);
  return [
    { kind: 'setColumnWidths', sheet, left: 0, widths },
    { kind: 'freezeRows', sheet, rows: HEADING_ROW + 1 },
    { kind: 'setPage', sheet, landscape, titleRows: HEADING_ROW + 1 },
  ];
}

/** The same for a convention of the product, by its identifier, or for any other. */
export function planTemplate(workbook: WorkbookSnapshot, wanted: string | Convention): Result<WritePlan, Failure> {
  const convention = typeof wanted === 'string' ? loadConvention(wanted) : success(wanted);
  return convention.ok ? planInitialise(workbook, convention.value) : convention;
}

/** True for a table about the team's own sheets, which may be older than the convention of the workbook. */
function isKept(workbook: WorkbookSnapshot, id: TableId): boolean {
  return (id === 'columns' || id === 'reading') && findTable(workbook, TABLES[id]) !== undefined;
}

function whyNot(workbook: WorkbookSnapshot): Failure | null {
  if (workbook.structureProtected) return { code: 'structureProtected' };
  for (const [id, name] of Object.entries(TABLES) as [TableId, string][]) {
    if (isKept(workbook, id)) continue;
    const taken =
      findTable(workbook, name) ?? workbook.names.find((known) => known.name.toLowerCase() === name.toLowerCase());
    if (taken) return { code: 'nameTaken', name: taken.name };
  }
  const convention = readConventionTables(workbook);
  return convention.ok ? null : convention.failure;
}

/** The convention and its reference above its own sheet, the purpose above another. */
function titleOf(sheet: string, convention: Convention): readonly [PlannedCell | null][] {
  const words = convention.title === '' ? 'Convention de délégation de gestion' : convention.title;
  const kind = NOR.test(convention.reference) ? 'NOR' : 'Référence';
  const reference = convention.reference === '' ? null : `${kind} ${convention.reference}`;
  const isFirst = sheet === SHEETS.convention;
  return [
    [{ value: isFirst ? words : sheet, style: 'title' }],
    [isFirst && reference !== null ? { value: reference, style: 'subtitle' } : null],
  ];
}

function tableSteps(sheet: string, table: TableContent, left: number): WriteStep[] {
  const headings = table.headings.map((heading): PlannedCell => ({ value: heading, style: 'heading' }));
  const area: Area = { top: HEADING_ROW, left, rows: table.rows.length + 1, columns: headings.length };
  return [
    { kind: 'setCells', sheet, top: TABLE_TITLE_ROW, left, cells: [[{ value: TITLES[table.id], style: 'subtitle' }]] },
    { kind: 'setCells', sheet, top: HEADING_ROW, left, cells: [headings, ...table.rows] },
    { kind: 'addTable', sheet, name: TABLES[table.id], area },
  ];
}

function widthOf(id: TableId, heading: string): number {
  const isShort = heading === COLUMNS.convention.value && id !== 'convention';
  return (isShort ? undefined : WIDTHS.get(heading)) ?? USUAL_WIDTH;
}
