/** The sheet « Suivi 2023 » of the sample: title rows, then the team's own table, as a finance officer keeps it. */
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { PlannedCell, WriteStep } from '../../src/workbook/plan';
import { serialOfDate } from '../../src/workbook/serials';
import type { LedgerData } from './read-data';

export const LEDGER_SHEET = 'Suivi 2023';
export const LEDGER_TABLE = 'T_Suivi';

const HEADING_ROW = 4;
const UPDATED_ON = isoDate('2023-12-29');
const WIDTHS = [13, 14, 10, 13, 42, 28, 20, 24, 14, 20, 18, 16, 12, 12, 12, 15, 15, 12, 28];

/** The steps that write the sheet. */
export function ledgerSteps({ headings, rows }: LedgerData): readonly WriteStep[] {
  const sheet = LEDGER_SHEET;
  const heading = headings.map((value): PlannedCell => ({ value, style: 'heading' }));
  return [
    { kind: 'addSheet', sheet },
    { kind: 'setCells', sheet, top: 0, left: 0, cells: titles() },
    { kind: 'setCells', sheet, top: HEADING_ROW, left: 0, cells: [heading, ...rows] },
    {
      kind: 'addTable',
      sheet,
      name: LEDGER_TABLE,
      area: { top: HEADING_ROW, left: 0, rows: rows.length + 1, columns: headings.length },
    },
    { kind: 'setColumnWidths', sheet, left: 0, widths: WIDTHS },
    { kind: 'freezeRows', sheet, rows: HEADING_ROW + 1 },
    { kind: 'setPage', sheet, landscape: true, titleRows: HEADING_ROW + 1 },
  ];
}

function titles(): readonly (readonly (PlannedCell | null)[])[] {
  return [
    [{ value: 'Direction générale des entreprises – pôle budgétaire des start-up d’État', style: 'subtitle' }],
    [{ value: 'Suivi des engagements et paiements – convention DGEFP/DGE 2023', style: 'title' }],
    [
      { value: 'Mis à jour le', style: 'subtitle' },
      { value: serialOfDate(UPDATED_ON, false), style: 'repairedDate' },
    ],
  ];
}
