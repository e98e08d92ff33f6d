/**
 * A workbook with the tables of a convention and a team's ledger, drawn as a table of text:
 *
 *   Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE TTC
 *   PDE               | Frais annexes    | 1500000001 | 15/02/2023        | 1000
 *
 * Dates and amounts become dates and numbers in their columns; `texte …` keeps them as text, `#REF!` is a cell error,
 * nothing is an empty cell. The ledger is the table T_Suivi of the sheet Suivi, or a plain range under a title.
 */
import { planDocuments } from '../../../src/application/documents/documents';
import { planInitialise } from '../../../src/application/writing/initialise';
import { openDossier } from '../../../src/application/open-dossier';
import { controlledAt } from '../../../src/application/control';
import type { ControlReport, Dossier } from '../../../src/application/dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { parseDateText } from '../../../src/domain/calendar/date-text';
import type { Convention } from '../../../src/domain/envelopes/convention';
import type { CellValue } from '../../../src/workbook/cells';
import type { PlannedCell, WriteStep } from '../../../src/workbook/plan';
import { serialOfDate } from '../../../src/workbook/serials';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan, emptyWorkbook } from '../apply-plan';

export interface LedgerLook {
  /** False: a plain range under a title row. */
  readonly isTable?: boolean;
  /** False: no tables of the convention in the workbook. */
  readonly hasConvention?: boolean;
}

/** The cells of a drawn ledger, headings first. */
export function cellsOfLedger(drawing: string): CellValue[][] {
  const [headings = [], ...rows] = drawing
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return [headings, ...rows.map((row) => headings.map((heading, column) => cellOf(heading, row[column] ?? '')))];
}

/** The steps that put a ledger on an empty sheet. */
export function ledgerSteps(ledger: string | readonly (readonly CellValue[])[], isTable = true): readonly WriteStep[] {
  const cells = typeof ledger === 'string' ? cellsOfLedger(ledger) : ledger;
  const top = isTable ? 0 : 2;
  const planned = cells.map((row) => row.map((value): PlannedCell => ({ value })));
  const area = { top, left: 0, rows: Math.max(cells.length, 2), columns: cells[0]?.length ?? 1 };
  const title: PlannedCell = { value: 'Suivi des dépenses de la convention' };
  return [
    { kind: 'setCells', sheet: 'Suivi', top, left: 0, cells: planned },
    isTable
      ? { kind: 'addTable', sheet: 'Suivi', name: 'T_Suivi', area }
      : { kind: 'setCells', sheet: 'Suivi', top: 0, left: 0, cells: [[title]] },
  ];
}

/** The workbook of a drawn ledger. */
export function ledgerWorkbook(
  convention: Convention,
  ledger: string | readonly (readonly CellValue[])[],
  look: LedgerLook = {},
): WorkbookSnapshot {
  const { isTable = true, hasConvention = true } = look;
  const workbook = applyPlan(emptyWorkbook('Suivi'), {
    purpose: 'initialise',
    expected: [],
    steps: ledgerSteps(ledger, isTable),
  });
  if (!hasConvention) return workbook;
  const plan = planInitialise(workbook, convention);
  if (!plan.ok) throw new Error(plan.failure.code);
  return applyPlan(workbook, plan.value);
}

/** The dossier of a workbook and the report of its controls at a date. */
export function controlled(
  workbook: WorkbookSnapshot,
  asOf = '2023-12-31',
  convention?: Convention,
): { readonly dossier: Dossier; readonly report: ControlReport } {
  const dossier = openDossier(workbook, convention ? { convention } : {});
  if (!dossier.ok) throw new Error(JSON.stringify(dossier.failure));
  return controlledAt(dossier.value, isoDate(asOf));
}

/** The workbook with its documents, generated at a date. */
export function documented(workbook: WorkbookSnapshot, asOf = '2023-12-31', convention?: Convention): WorkbookSnapshot {
  const { dossier, report } = controlled(workbook, asOf, convention);
  const plan = planDocuments(dossier, report);
  if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
  return applyPlan(workbook, plan.value);
}

function cellOf(heading: string, text: string): CellValue {
  if (text === '') return null;
  if (text.startsWith('texte ')) return text.slice('texte '.length);
  if (/^#(REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!)$/.test(text)) return { error: text };
  const date = /date|payé le/i.test(heading) ? parseDateText(text) : null;
  if (date !== null) return serialOfDate(date, false);
  return /montant|^ae\b|^cp\b/i.test(heading) && /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
}
