/** A small ledger with more columns, and what LEC-03 reports in it. */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../conventions';
import { workbookOf } from './workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', 'Date de paiement', 'Montant CP'];
const ROWS = [1, 2, 3].map((ej): CellValue[] => ['PDE', `140000000${ej}`, 45_000 + ej, 1_000 + ej, 45_100, 600]);

type Column = readonly [heading: string, cells: readonly CellValue[]];

/** The cents that LEC-03 reports in a column of the ledger with these cells, from its first row, in one format. */
export function unusedUnder(heading: string, cells: readonly CellValue[], format = ''): readonly number[] {
  return unusedUnderEach([[heading, cells]], format);
}

/** The same for several columns, in their order. */
export function unusedUnderEach(columns: readonly Column[], format = ''): readonly number[] {
  const rows = [HEADINGS, ...ROWS].map((row, index) => [
    ...row,
    ...columns.map(([heading, cells]) => (index === 0 ? heading : (cells[index - 1] ?? null))),
  ]);
  const [[, first] = ['', []]] = columns;
  const formats = Object.fromEntries(first.map((_, index) => [`G${index + 2}`, format]));
  const opened = openDossier(workbookOf({ name: 'Suivi', rows, formats }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  return report.findings.flatMap((finding) =>
    finding.rule === 'LEC-03' ? [finding.details.ae + finding.details.cp + finding.details.other] : [],
  );
}
