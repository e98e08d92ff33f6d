/**
 * A workbook as a user may leave it, the same in memory, as a file and in the simulated Excel. Merged cells and frozen
 * panes, which a snapshot lacks, are kept beside it.
 */
import { planDocuments, type DocumentId } from '../../../src/application/documents/documents';
import { documentsOf, type DocumentFrame } from '../../../src/documents/document';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { cellAddress, parseArea, quoteSheet, type Area, type CellValue } from '../../../src/workbook/cells';
import type { WriteStep } from '../../../src/workbook/plan';
import {
  formulaKey,
  type SheetSnapshot,
  type TableSnapshot,
  type WorkbookSnapshot,
} from '../../../src/workbook/snapshot';
import { applyPlan } from '../apply-plan';
import { convention2023 } from '../conventions';
import { controlled, ledgerWorkbook } from '../ledgers/ledger-workbook';
import { moved, type Move } from './moves';

/** The look of a sheet. */
export interface SceneLook {
  readonly merges?: readonly Area[];
  readonly frozen?: { readonly rows: number; readonly columns: number };
}

export interface Scene {
  readonly workbook: WorkbookSnapshot;
  readonly looks: ReadonlyMap<string, SceneLook>;
}

export const HEADINGS =
  "Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE TTC | Date de service fait | Date de paiement | Montant CP TTC";
export const LEDGER = `${HEADINGS}
  PDE             | Frais annexes     | 1405610188 | 20/03/2023 | 640  |            |            |
  PDE             | Frais annexes     | 1405610188 |            |      | 02/05/2023 | 05/05/2023 | 600
  Signaux Faibles | Audit de sécurité | 1405610190 | 03/04/2023 | 9600 |            |            |`;
export const CONVENTION = convention2023();

/** The workbook of a ledger, before any document. */
export function sceneOf(workbook: WorkbookSnapshot): Scene {
  return { workbook, looks: new Map() };
}

export const START = sceneOf(ledgerWorkbook(CONVENTION, LEDGER));

/** The workbook with some documents in it. */
export function withDocuments(scene: Scene, ids: readonly DocumentId[]): Scene {
  const { dossier, report } = controlled(scene.workbook);
  const plan = planDocuments(dossier, report, ids);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return { ...scene, workbook: applyPlan(scene.workbook, plan.value) };
}

const done = new Map<string, Scene>();

/** The usual workbook with all the documents, or with one. */
export function documented(id: DocumentId | 'all'): Scene {
  const known =
    done.get(id) ?? withDocuments(START, id === 'all' ? documentsOf(CONVENTION).map((frame) => frame.id) : [id]);
  done.set(id, known);
  return known;
}

/** The same with another workbook. */
export function changed(scene: Scene, change: (workbook: WorkbookSnapshot) => WorkbookSnapshot): Scene {
  return { ...scene, workbook: change(scene.workbook) };
}

export function changeSheet(scene: Scene, name: string, change: (sheet: SheetSnapshot) => SheetSnapshot): Scene {
  return changed(scene, (workbook) => ({
    ...workbook,
    sheets: workbook.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)),
  }));
}

export function changeTable(scene: Scene, name: string, change: (table: TableSnapshot) => TableSnapshot): Scene {
  return changed(scene, (workbook) => ({
    ...workbook,
    tables: workbook.tables.map((table) => (table.name === name ? change(table) : table)),
  }));
}

/** Moves cells as Excel does, with the references to them. */
export function withMoved(scene: Scene, move: Move): Scene {
  return changed(scene, (workbook) => moved(workbook, move));
}

export function looksLike(scene: Scene, sheet: string, look: SceneLook): Scene {
  return { ...scene, looks: new Map([...scene.looks, [sheet, { ...scene.looks.get(sheet), ...look }]]) };
}

/** The range of a document given to something else. */
export function refersTo(scene: Scene, { range }: DocumentFrame, reference: string): Scene {
  return changed(scene, (workbook) => ({
    ...workbook,
    names: [...workbook.names.filter(({ name }) => name !== range), { name: range, scope: null, refersTo: reference }],
  }));
}

/** A cell typed by the user: a value, or a formula with its result. */
export function typed(scene: Scene, sheet: string, address: string, value: CellValue, formula?: string): Scene {
  const { top, left } = areaOf(address);
  const step: WriteStep = {
    kind: 'setCells',
    sheet,
    top,
    left,
    cells: [[{ value, ...(formula !== undefined && { formula }) }]],
  };
  return withSteps(scene, step);
}

export function withSteps(scene: Scene, ...steps: readonly WriteStep[]): Scene {
  return changed(scene, (workbook) => applyPlan(workbook, { purpose: 'repair', expected: [], steps }));
}

/** Cells emptied, from that row on. */
export function cleared(scene: Scene, sheet: string, first: number, count: number): Scene {
  const isKept = (row: number): boolean => row < first || row >= first + count;
  return changeSheet(scene, sheet, (of) => ({
    ...of,
    values: of.values.map((row, at) => (isKept(at + (of.used?.top ?? 0)) ? row : row.map(() => null))),
    formulas: new Map([...of.formulas].filter(([key]) => isKept(Math.floor(key / formulaKey(1, 0))))),
  }));
}

export function withSheet(scene: Scene, sheet: string): Scene {
  return withSteps(scene, { kind: 'addSheet', sheet });
}

/** Deletes a sheet; the range of its document refers to nothing. */
export function withoutSheet(scene: Scene, frame: DocumentFrame): Scene {
  return changed(refersTo(scene, frame, '=#REF!$A$1:$F$9'), (workbook) => ({
    ...workbook,
    sheets: workbook.sheets.filter(({ name }) => name !== frame.sheet),
  }));
}

export function protectedSheet(scene: Scene, sheet: string): Scene {
  return changeSheet(scene, sheet, (of) => ({ ...of, isProtected: true }));
}

/** Renames a sheet, and the references to it. */
export function renamed(scene: Scene, from: string, to: string): Scene {
  const sheet = withSheet(scene, to);
  const followed = withMoved(sheet, (spot) => (spot.sheet === from ? { ...spot, sheet: to } : spot));
  return changed(followed, (workbook) => {
    const old = workbook.sheets.find(({ name }) => name === from);
    const own = workbook.sheets.find(({ name }) => name === to);
    if (!old || !own) throw new Error(`no sheet ${from}`);
    const { used, values, formulas } = own;
    const sheets = workbook.sheets.flatMap((one) =>
      one === old ? [{ ...old, name: to, used, values, formulas }] : one === own ? [] : [one],
    );
    return { ...workbook, sheets };
  });
}

/** The sheet of a document copied by the user, before the first: its range becomes a name of the copy too. */
export function copied(scene: Scene, { sheet, range }: DocumentFrame): Scene {
  const copy = `${sheet.slice(0, 26)} (2)`;
  return changed(scene, (workbook) => {
    const original = workbook.sheets.find(({ name }) => name === sheet);
    const reference = workbook.names.find(({ name }) => name === range)?.refersTo ?? '';
    if (!original) throw new Error(`no sheet ${sheet}`);
    const local = { name: range, scope: copy, refersTo: reference.replace(/^=.*!/, `=${quoteSheet(copy)}!`) };
    const { visibility, isProtected, used, values, formulas, hiddenRows } = original;
    const other = { id: copy, name: copy, visibility, isProtected, used, values, formulas, hiddenRows };
    return { ...workbook, sheets: [other, ...workbook.sheets], names: [...workbook.names, local] };
  });
}

/** A cell of the document, from its first. */
export function cellOf(area: Area, row: number, column: number): string {
  return cellAddress(area.top + row, area.left + column);
}

export function areaOf(address: string): Area {
  const area = parseArea(address);
  if (!area) throw new Error(`${address} is no area`);
  return area;
}

/** The workbook of another convention. */
export function sceneOfConvention(convention: Convention, ledger = LEDGER): Scene {
  return sceneOf(ledgerWorkbook(convention, ledger));
}
