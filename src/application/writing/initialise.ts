/** « Initialiser »: the sheet `Convention` with all its tables, in one undoable plan that touches no existing sheet. */
import { loadConvention } from '../../conventions/index';
import type { Convention } from '../../domain/envelopes/convention';
import { failure, success, type Result } from '../../domain/result';
import type { Area } from '../../workbook/cells';
import { contentOfConvention, type TableContent } from '../../workbook/convention/convention-content';
import type { Failure } from '../../workbook/failure';
import { SHEETS, TABLES, type TableId } from '../../workbook/workbook-names';
import type { PlannedCell, WritePlan, WriteStep } from '../../workbook/plan';
import { findSheet, findTable, type WorkbookSnapshot } from '../../workbook/snapshot';

const TITLE_ROW = 0;
const TABLE_TITLE_ROW = 2;
const HEADING_ROW = 3;

/** The title above each table. */
const TITLES: Readonly<Record<TableId, string>> = {
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
  ['Clé', 32],
  ['Valeur', 46],
  ['Libellé', 24],
  ['Poste', 60],
  ['Alias', 30],
  ['Champ', 22],
  ['Référence', 20],
  ['Autorisé par', 20],
  ['Objet', 30],
  ['Indicateur', 34],
  ['Commentaire', 34],
  ['Jalon', 26],
  ['Thème', 20],
  ['Source', 20],
  ['En-tête', 28],
]);
const USUAL_WIDTH = 16;
const GAP_WIDTH = 3;

/** Numéro d'ordre of an official text (`ECOI2236199X`). */
const NOR = /^[A-Z]{4}\d{7}[A-Z]$/;

/**
 * The plan that creates the convention tables. Refuses when the structure of the workbook is protected, or when it
 * already has a sheet `Convention`, one of the tables or one of their names: it never touches existing content. The
 * columns that the user confirmed and the places set aside stay where they are.
 */
export function planInitialise(workbook: WorkbookSnapshot, convention: Convention): Result<WritePlan, Failure> {
  const refusal = whyNot(workbook);
  if (refusal) return failure(refusal);
  const sheet = SHEETS.convention;
  const tables = contentOfConvention(convention, workbook.uses1904Dates).filter(({ id }) => !isKept(workbook, id));
  const steps: WriteStep[] = [{ kind: 'addSheet', sheet }, title(sheet, convention)];
  // Side by side, so that each table can grow downwards: Excel refuses to push down a table below another.
  let left = 0;
  for (const table of tables) {
    steps.push(...tableSteps(sheet, table, left));
    left += table.headings.length + 1;
  }
  steps.push({
    kind: 'setColumnWidths',
    sheet,
    left: 0,
    widths: tables.flatMap(({ headings }) => [...headings.map(widthOf), GAP_WIDTH]),
  });
  steps.push({ kind: 'freezeRows', sheet, rows: HEADING_ROW + 1 });
  return success({ purpose: 'initialise', expected: [], steps });
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
  const sheet = findSheet(workbook, SHEETS.convention);
  return sheet ? { code: 'nameTaken', name: sheet.name } : null;
}

function title(sheet: string, convention: Convention): WriteStep {
  const words = convention.title === '' ? 'Convention de délégation de gestion' : convention.title;
  const kind = NOR.test(convention.reference) ? 'NOR' : 'Référence';
  const reference = convention.reference === '' ? null : `${kind} ${convention.reference}`;
  return {
    kind: 'setCells',
    sheet,
    top: TITLE_ROW,
    left: 0,
    cells: [[{ value: words, style: 'title' }], [reference === null ? null : { value: reference, style: 'subtitle' }]],
  };
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

function widthOf(heading: string): number {
  return WIDTHS.get(heading) ?? USUAL_WIDTH;
}
