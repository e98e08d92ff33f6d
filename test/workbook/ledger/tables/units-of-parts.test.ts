/** Two ledgers one under the other: the unit in the title of the first part is not that of the next one. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

const HEADINGS = ['N° EJ', 'Objet', "Date d'engagement", 'Montant AE', 'Enveloppe'];
const IN_2022 = 44_700;
const IN_2023 = 45_050;

function rowOf(ej: number, day: number, ae: number): readonly CellValue[] {
  return [`140000000${ej}`, 'Étude', day, ae, 'PDE'];
}

/** The AE of each row in euros; « ? » for one in a unit that is not known. */
function read(rows: Rows): readonly (number | string)[] {
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier } = controlledAt(opened.value, isoDate('2023-12-31'));
  return dossier.ledger.rows.map(({ ae }) => (ae.kind === 'amount' ? ae.cents / 100 : '?'));
}

test.each<readonly [string, string | number | null, readonly (number | string)[]]>([
  ['Année 2022 (en k€)', 'Année 2023 (en euros)', [50_000, 40_000]],
  ['Année 2022 (en k€)', 'Année 2023', [50_000, 40_000]],
  ['Année 2022 (en k€)', 2023, [50_000, 40_000]],
  ['Année 2022 (en k€)', null, [50_000, 40_000]],
  ["Exercice 2022 - en milliers d'euros", 'Exercice 2023', [50_000, 40_000]],
  ['Signaux Faibles (k€)', 'PDE', [50_000, 40_000]],
  ['Signaux Faibles 2023 (k€)', 'PDE 2023', [50_000, 40_000]],
  ['Suivi de la convention (k€)', 'Suite', [50_000, 40_000_000]], // of all that is below
  ['Suivi 2022-2023 (k€)', 'Suite', [50_000, 40_000_000]],
])('« %s », then « %s »', (first, second, expected) => {
  const between = second === null ? [[]] : [[], [second]];
  const rows = [[first], HEADINGS, rowOf(1, IN_2022, 50), ...between, HEADINGS, rowOf(2, IN_2023, 40_000)];
  expect(read(rows)).toEqual(expected);
});

test('amounts of about the same size may be in the same unit: they are in none that is known', () => {
  const first = [['Année 2022 (en k€)'], HEADINGS, rowOf(1, IN_2022, 50), []];
  expect(read([...first, ['Année 2023'], HEADINGS, rowOf(2, IN_2023, 40)])).toEqual([50_000, '?']);
});

test('headings repeated on the next page are of the same part', () => {
  const first = [['Année 2023 (en k€)'], HEADINGS, rowOf(1, IN_2023, 50), []];
  expect(read([...first, HEADINGS, rowOf(2, IN_2023, 40)])).toEqual([50_000, 40_000]);
});

test.each([
  ['Année 2022 (en k€)', 'Année 2023 (en k€)', 90, [50_000, 90_000]],
  ['Signaux Faibles (en k€)', 'Place des entreprises (en k€)', 6_000, [50_000, 6_000_000]],
  ['Place des entreprises (en k€)', 'PDE', 90, [50_000, 90_000]], // one envelope
  ['Suivi au 31/12/2023 (en k€)', 'Suite', 90, [50_000, 90_000]], // a day, and no year of its rows
])('« %s », then « %s »: the second title gives its own unit, or goes on', (first, second, ae, expected) => {
  const rows = [[first], HEADINGS, rowOf(1, IN_2022, 50), [], [second], HEADINGS, rowOf(2, IN_2023, ae)];
  expect(read(rows)).toEqual(expected);
});
