/** Rows on the credits of somebody else: they count, and are reported (LEC-05). */
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import { controlledAt } from '../../../../../src/application/control';
import { openDossier } from '../../../../../src/application/open-dossier';
import type { CellValue } from '../../../../../src/workbook/cells';
import { convention2023 } from '../../../../support/conventions';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', 'Objet'];
const ROWS = [1, 2, 3, 4].map((at) => ['PDE', `140000000${at}`, 45_000 + at, 1000 * at, 'Maintenance']);

/** The words of the LEC-05 of the ledger with a further column. */
function found(heading: string, cells: readonly CellValue[]): readonly string[] {
  const rows = [[...HEADINGS, heading], ...ROWS.map((row, at) => [...row, cells[at] ?? null])];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  return report.findings.flatMap(({ rule, details }) => (rule === 'LEC-05' ? [details.raw] : []));
}

test.each([
  ['Financement', 'Convention DGEFP', 'Crédits propres DGE'],
  ['Financement', 'DGEFP', 'DGE'],
  ['Financeur', 'DGEFP', 'DITP'],
  ['Source', 'DGEFP', 'FTAP'],
  ['Origine des crédits', 'Délégation DGEFP', 'P134'],
  ['Payeur', 'DGE', 'DITP'],
  ['Pris en charge par', 'DGEFP', 'DGE'],
  ['BOP', '0103-CEFP', '0134-CDGE'],
  ['BOP', '103-CEFP', '134-CDGE'],
  ['Crédits', 'Délégués', 'Propres'],
  ['Source de financement', 'DGEFP', 'Plan de relance'],
  ['Budget', 'DGEFP', 'DITP'],
])('under « %s », beside « %s », « %s » is reported', (heading, usual, other) => {
  expect(found(heading, [usual, other, usual, usual])).toEqual([other]);
});

test.each([
  ['Financement', 'DGE', 'DGE'],
  ['Financement', 'DGEFP', 'Programme 103'],
  ['Financement', 'DGEFP', 'Délégation générale à l’emploi et à la formation professionnelle'],
  ['Financement', 'Convention', 'PDE'],
  ['Financement', '100 %', '50 % '],
  ['Financement', 'DGEFP', 'T3'],
  ['Payeur', 'SFACT', 'DRFiP'],
  ['Source', 'Chorus', 'Devis'],
  ['Budget', 'Fonctionnement', 'Investissement'],
  ['Service prescripteur', 'DGE', 'DITP'],
  ['Porteur', 'DGEFP', 'DINUM'],
])('under « %s », beside « %s », « %s » is not', (heading, usual, other) => {
  expect(found(heading, [usual, other, usual, usual])).toEqual([]);
});

test.each([
  ...[
    'Payé par la DITP',
    'Réglé par la DINUM',
    'Facturé à la DINUM',
    'Transmis à la DITP pour paiement',
    'Crédits DITP',
  ],
  ...['P134', 'Sur P134', 'BOP 134', 'Relève du P134', 'Financé DITP', 'Relance ; dépense DITP'],
])('the remark « %s » is reported', (remark) => {
  expect(found('Observations', ['RAS', remark])).toEqual([remark]);
});

test.each([
  ...[
    'Financement : DGE',
    'Crédits DGEFP',
    'P103',
    'BOP 103',
    'Payé par la DGE',
    'Payé par la DGEFP',
    'Payé par le CSP',
  ],
  ...['Payé par la DGFiP', 'Payé par virement', 'Marché DINUM', 'Réunion DITP', 'À la demande de la DITP'],
  ...['Transmis à la DGEFP pour information', 'Transmis à la DITP', 'Piloté par la DINUM', 'Programme 2023'],
])('the remark « %s » is not', (remark) => {
  expect(found('Observations', ['RAS', remark])).toEqual([]);
});
