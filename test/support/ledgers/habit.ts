/** Ledgers as rows of cells, and their figures at the end of 2023 as one line, for tables of habits of teams. */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { convention2023 } from '../conventions';
import { movedBy, workbookOf } from './workbook-of';

export type Rows = readonly (readonly CellValue[])[];

export const [JANUARY, MARCH, JUNE] = [44_942, 45_005, 45_107];
export const FIRST_OF_MONTHS = [44_927, 44_958, 44_986]; // 1 January, 1 February, 1 March 2023
export const HEADINGS = ['Enveloppe', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'N° DP', 'Date de paiement', 'CP'];
export const ej = (number: number, ae: CellValue, envelope: CellValue = 'PDE'): readonly CellValue[] => [
  envelope,
  `140570000${number}`,
  `Lot ${number}`,
  JANUARY,
  ae,
];
export const dp = (number: number, cp: CellValue): readonly CellValue[] => [
  'PDE',
  `140570000${number}`,
  `Lot ${number}`,
  null,
  null,
  '100000001',
  JUNE,
  cp,
];

/** `PDE 100 40, SF 5 0; LEC-03`: figures in euros, the same wherever the first cell of the sheet is. */
export function figures(rows: Rows): readonly string[] {
  const workbook = workbookOf({ name: 'Suivi', rows });
  return [...new Set([workbook, movedBy(workbook, 3, 2)].map(figuresOf))];
}

function figuresOf(workbook: WorkbookSnapshot): string {
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) return opened.failure.code;
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const shown = ['PDE', 'SF'].map((envelope) => {
    const [ae, cp] = (['AE', 'CP'] as const).map(
      (nature) => report.balances.figures({ envelope, line: null }, nature).consumed,
    );
    return `${envelope} ${ae ? ae.cents / 100 : '-'} ${cp ? cp.cents / 100 : '-'}`;
  });
  const errors = new Set(report.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule));
  return [shown.join(', '), ...errors].join('; ');
}
