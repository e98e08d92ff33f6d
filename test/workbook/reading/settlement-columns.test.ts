/**
 * A column of the ledger under a heading that names money which goes back, is kept or comes first (« Avoir »,
 * « Acompte »): one amount is enough for LEC-03, small and round as it may be.
 */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', 'Date de paiement', 'Montant CP'];
const ROWS = [1, 2, 3].map((ej): CellValue[] => ['PDE', `140000000${ej}`, 45_000 + ej, 1_000 + ej, 45_100, 600]);

/** The cents that LEC-03 reports in a column of the ledger with these cells. */
function unusedUnder(heading: string, cells: readonly CellValue[]): readonly number[] {
  const rows = [HEADINGS, ...ROWS].map((row, index) => [...row, index === 0 ? heading : (cells[index - 1] ?? null)]);
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  return report.findings.flatMap((finding) =>
    finding.rule === 'LEC-03' ? [finding.details.ae + finding.details.cp + finding.details.other] : [],
  );
}

test.each([
  ...['Avoir', 'Avoirs', 'Avoir reçu', 'Remise', 'Remise commerciale', 'Trop-perçu', 'Reversement', 'Remboursement'],
  ...['Remboursé', 'Solde annulé', 'Escompte', 'Ristourne', 'Rabais', 'Acompte', 'Acompte versé', 'Avance', 'Retenue'],
  ...['Retenue de garantie', 'Retrait', 'Dégagement', 'Restitution', 'Reversé au délégant', 'Indu'],
])('wrong: one amount of 100 under « %s »', (heading) => {
  expect(unusedUnder(heading, [null, 100])).toEqual([100_00]);
});

test.each<[string, readonly CellValue[]]>([
  ['Avoir', [2_000]],
  ['Acompte', [20, 30, 10]],
])('wrong: whole amounts under « %s » that may be a year, or counts: %j', (heading, cells) => {
  const sum = cells.reduce<number>((total, cell) => total + Number(cell), 0);
  expect(unusedUnder(heading, cells)).toEqual([sum * 100]);
});

test.each<[string, readonly CellValue[]]>([
  ['Acompte', [1, 2, 3]],
  ['Avance', [0, 1, 0]],
  ['Avance', [0.3, 0.2, 0.3]],
  ['Avance', ['Oui', 'Non', 'Oui']],
  ['Remboursement', [45_000, 45_010, 45_020]],
  ['Date de remboursement', [45_000]],
  ['Remise', ['12/05/2023']],
  ['Remise du rapport', [100]],
  ["Nombre d'acomptes", [12]],
  ["N° d'acompte", [12]],
  ["Taux d'avance", [30]],
  ['Délai de remboursement (jours)', [30]],
  ['Avancement', [100, 50]],
  ["Type d'avoir", [12]],
  ['Solde', [100]],
  ['Reste à engager', [400]],
  ['Avis', [100]],
])('right: « %s », %j', (heading, cells) => {
  expect(unusedUnder(heading, cells)).toEqual([]);
});
