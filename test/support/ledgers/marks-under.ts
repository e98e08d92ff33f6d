/** The marks that a column of a ledger leaves on its rows, as its findings give them (LEC-05). */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../conventions';
import { workbookOf, type SheetGiven } from './workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', 'Objet', 'Date d’engagement', 'Montant AE'];

/** « 2: 50 % »: the first row of each mark, from 1, and its words; rows of PDE that are committed in 2023. */
export function marksUnder(heading: string, values: readonly CellValue[]): readonly string[] {
  const rows = values.map((value, at) => ['PDE', String(1_400_000_001 + at), `Étude ${at}`, 45_000 + at, 100, value]);
  return marksIn({ name: 'Suivi', rows: [[...HEADINGS, heading], ...rows] }).map(
    ({ row, raw }) => `${row - 1}: ${raw}`,
  );
}

/** The marks in a sheet: the row of the sheet, from 1, the heading and the words. */
export function marksIn(
  sheet: SheetGiven,
): readonly { readonly row: number; readonly heading: string; readonly raw: string }[] {
  const opened = openDossier(workbookOf(sheet), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  return findings.flatMap((finding) => {
    if (finding.rule !== 'LEC-05' || finding.place.kind !== 'row') return [];
    const { heading, raw } = finding.details;
    return [{ row: finding.place.row + 1, heading: String(heading), raw: String(raw) }];
  });
}
