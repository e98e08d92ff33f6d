/**
 * Columns of days that the controls do not use, « Début de suspension » and « Fin de suspension » of a payment: they
 * hold no amount (LEC-03) and no code (IMP-02). One amount among them is reported.
 */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', 'Date de paiement', 'Montant CP'];
const ROWS = [1, 2, 3].map((ej): CellValue[] => ['PDE', `140000000${ej}`, 45_000 + ej, 1_000 + ej, 45_100, 600]);
/** 10/04/2023, 11/04/2023. */
const DAYS = [45_026, 45_027];

/** The findings on a last column of the ledger with these cells, shown as dates. */
function foundUnder(heading: string, cells: readonly CellValue[]): readonly string[] {
  const rows = [HEADINGS, ...ROWS].map((row, index) => [...row, index === 0 ? heading : (cells[index - 1] ?? null)]);
  const dated = cells.flatMap((cell, index) => (Number.isInteger(cell) ? [`G${index + 2}`] : []));
  const opened = openDossier(workbookOf({ name: 'Suivi', rows, dated }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  return report.findings.flatMap(({ rule }) => (/^(?:LEC|IMP|DON-01)/.test(rule) ? [rule] : []));
}

test.each([
  ...['Début de suspension', 'Fin de suspension', 'Suspension du', 'Suspension au', 'Début de la prestation'],
  ...['Fin de la prestation', 'Reprise le', 'Prolongation du', 'Prolongation au', 'Levée de réserves', 'Visa'],
])('right: days under « %s »', (heading) => {
  expect(foundUnder(heading, DAYS)).toEqual([]);
  expect(foundUnder(heading, DAYS.slice(0, 1))).toEqual([]);
});

test.each([
  ...['Mandatement', 'Liquidation', 'Ordonnancement', 'Facture', 'Révision', 'Prise en charge', 'Date de valeur'],
  ...['Décaissement', 'Mise en paiement', 'Paiement attendu'],
])('right: days under « %s », beside the dates and the amounts of payment', (heading) => {
  expect(foundUnder(heading, DAYS)).toEqual([]);
});

test.each(['Début de suspension', 'Report', 'Reprise'])('wrong: an amount among the days under « %s »', (heading) => {
  expect(foundUnder(heading, [...DAYS, 450.5])).toEqual(['LEC-03']);
});

test.each(['Paiement 2', 'Montant de la reprise', 'Facturé'])('wrong: days in place of amounts, « %s »', (heading) => {
  expect(foundUnder(heading, DAYS)).toEqual(['LEC-03']);
});
