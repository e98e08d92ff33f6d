/** Words under « N° EJ » that are the state of the order: it counts as they have it, and nobody is sent to Chorus. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Objet', 'Montant AE', 'Date de paiement', 'CP'];

/** The status of the third row, or its absence from the ledger, and whether its number is in error. */
function read(
  ej: string,
  more: readonly CellValue[] = [null, null],
  status: string | null = null,
  day: CellValue = 45_090,
): string {
  const rows = [
    [...HEADINGS, ...(status === null ? [] : ['État'])],
    ['PDE', '1400000001', 45_001, 'Maintenance', 10_000, null, null, status && 'Notifié'],
    ['PDE', '1400000002', 45_002, 'Étude', 6_000, 45_100, 6_000, status && 'Notifié'],
    ['PDE', ej, day, 'Mission', 12_000, ...more, status],
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const found = opened.value.ledger.rows[2]?.status ?? 'left out';
  return report.findings.some(({ rule }) => rule === 'EJ-03') ? `${found}, EJ-03` : found;
}

test.each('à venir, à créer, En cours de création, DA 1000123456, DA n° 12, non engagé, pas encore créé'.split(', '))(
  '« %s »: a project',
  (words) => {
    expect(read(words)).toBe('project');
  },
);

test.each(['en cours', 'En attente'])(
  '« %s »: a project without a day, and with one an EJ whose number is lacking',
  (words) => {
    expect(read(words, [null, null], null, null)).toBe('project');
    expect(read(words)).toBe('firm, EJ-03');
  },
);

test.each(['annulé', 'ANNULEE', 'sans suite', 'abandonné'])('« %s »: cancelled', (words) => {
  expect(read(words)).toBe('left out');
});

test.each(['N° à venir', 'à compléter', 'carte achat', 'sans EJ', "en cours d'exécution", '14057'])(
  '« %s »: a commitment whose number is lacking',
  (words) => {
    expect(read(words)).toBe('firm, EJ-03');
  },
);

test('a payment, or a status of its own, shows that the order is signed', () => {
  expect(read('à venir', [45_100, 12_000])).toBe('firm, EJ-03');
  expect(read('à venir', [45_100, '12 000 €?'])).toBe('firm, EJ-03');
  expect(read('à venir', [null, null], 'Notifié')).toBe('firm, EJ-03');
  expect(read('annulé', [null, null], 'Projet')).toBe('project');
});
