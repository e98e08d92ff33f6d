/** Decisions of ENV_Lecture that have no effect: a place given to the ledger that counts nothing, a misspelt sheet. */
import { openDossier } from '../../../src/application/open-dossier';
import type { CellValue } from '../../../src/workbook/cells';
import { COLUMNS } from '../../../src/workbook/workbook-names';
import { convention2023 } from '../../support/conventions';
import { workbookOf, type SheetGiven } from '../../support/ledgers/workbook-of';

const DAY = 45_000;
const HEADINGS = ['N° EJ', 'Objet', 'Axe ministériel 2', "Date d'engagement", 'Montant AE'];
const PDE: SheetGiven = { name: 'PDE', rows: [HEADINGS, ['1405512301', 'Marché 1', 'PDE', DAY, 1_000]] };
/** Nothing there is an operation: neither EJ, nor code, nor date, nor envelope. */
const VARIOUS: SheetGiven = {
  name: 'Divers',
  rows: [
    ['Prestation', 'Montant'],
    ['Jour de conseil', 1_000],
    ['Heure de conseil', 200.5],
  ],
};

/** `sheet`, `area`, `decision`, `reason`, `marker` of the only row of ENV_Lecture; the outcome. */
function outcome(row: Partial<Record<keyof typeof COLUMNS.reading, CellValue>>): string {
  const columns = Object.entries(COLUMNS.reading) as [keyof typeof COLUMNS.reading, string][];
  const last = `${String.fromCharCode(64 + columns.length)}2`;
  const rows = [columns.map(([, heading]) => heading), columns.map(([column]) => row[column] ?? null)];
  const settings: SheetGiven = { name: 'Réglages', rows, tables: { ENV_Lecture: `A1:${last}` } };
  const opened = openDossier(workbookOf(PDE, VARIOUS, settings), { convention: convention2023() });
  if (!opened.ok)
    return opened.failure.code === 'badConvention'
      ? `${opened.failure.problem} ${opened.failure.cell ?? ''}`
      : opened.failure.code;
  const unread = opened.value.ledger.reading?.unread ?? [];
  return unread.map(({ sheet, area, other, isAsked }) => `${sheet}!${area} ${other / 100} ${String(isAsked)}`).join();
}

test.each`
  row                                                                            | expected                      | why
  ${{ sheet: 'PDE', area: 'A1:E2', decision: 'suivi' }}                          | ${''}                         | ${'it is counted'}
  ${{ sheet: 'Divers', area: 'A1:B3', decision: 'suivi' }}                       | ${'Divers!A1:B3 1200.5 true'} | ${'no row of it counts'}
  ${{ sheet: 'divers', decision: 'suivi' }}                                      | ${'Divers!A1:B3 1200.5 true'} | ${'nor of the whole sheet'}
  ${{ sheet: 'Divers', area: 'A1:B3', decision: 'mis de côté', reason: 'Café' }} | ${''}                         | ${'set aside'}
  ${{ sheet: 'Dviers', area: 'A1:B3', decision: 'suivi' }}                       | ${'sheetUnknown Réglages!A2'} | ${'the sheet is misspelt'}
  ${{ sheet: 'Dviers', area: 'A1:B1', decision: 'en-têtes' }}                    | ${'sheetUnknown Réglages!A2'} | ${'headings too'}
  ${{ sheet: '2022', decision: 'mis de côté', reason: 'clos' }}                  | ${''}                         | ${'nothing there to set aside'}
  ${{ sheet: '2022', decision: 'suivi', marker: 'ENV_Lecture_Feuille' }}         | ${''}                         | ${'deleted since'}
`('$row: $why', ({ row, expected }) => {
  expect(outcome(row as Parameters<typeof outcome>[0])).toBe(expected);
});
