/** Amounts that nothing names AE or CP, on EJ that another table commits: the user is asked about them (LEC-01). */
import type { CellValue } from '../../../../src/workbook/cells';
import { judged } from '../../../support/ledgers/judged';
import { sumsRead } from '../../../support/ledgers/sums-read';
import type { SheetGiven } from '../../../support/ledgers/workbook-of';

const DAY = 45_000;
const LEDGER: SheetGiven = {
  name: 'Suivi',
  rows: [
    ['N° EJ', 'Date EJ', 'Fournisseur', 'Axe ministériel 2', 'AE', 'CP', 'Payé le'],
    ['1405512301', DAY, 'Octo', 'PDE', 1_000, 200, DAY + 20],
    ['1405512302', DAY + 3, 'Wave', 'Signaux Faibles', 2_000, null, null],
  ],
};
const HEADINGS = ['N° EJ', 'Objet', 'Axe ministériel 2', 'Montant', 'Date'];

/** A row on the first EJ, of 400 €. */
function row(objet: CellValue = null, ej = '1405512301', amount = 400): readonly CellValue[] {
  return [ej, objet, 'PDE', amount, DAY + 90];
}

/** The sums of the ledger beside a sheet of these rows. */
function beside(name: string, ...rows: readonly (readonly CellValue[])[]): string {
  return sumsRead(LEDGER, { name, rows: [HEADINGS, ...rows] });
}

test.each([
  ...['Échéancier', 'Calendrier', 'Planning', 'Jalons', 'Livrables', 'Trésorerie', 'Plan de paiement', 'Feuil2'],
  ...['Décaissements prévus', 'Plan de décaissement', 'Données', 'Détail', 'Prestations', 'Échéancier des commandes'],
])('a sheet « %s »', (name) => {
  expect(beside(name, row(), row('Lot 2'))).toBe('AE 3000, CP 200, 1 unread');
});

test.each(['N° EJ | Date | Montant', 'N° EJ | Date | Montant TTC | Statut', 'N° EJ | Montant | Le'])(
  'under « %s », below the ledger',
  (headings) => {
    const names = headings.split(' | ');
    const values = new Map<string, CellValue>([
      ['N° EJ', '1405512301'],
      ['Date', DAY + 90],
      ['Le', DAY + 90],
      ['Statut', 'Payé'],
    ]);
    const rows = [...LEDGER.rows, [], [], ['Livraisons'], names, names.map((name) => values.get(name) ?? 400)];
    expect(sumsRead({ name: 'Suivi', rows })).toBe('AE 3000, CP 200, 1 unread');
  },
);

test('most of the rows decide for the table', () => {
  expect(beside('Feuil2', row(), row(), row(null, '1405512309'))).toBe('AE 3000, CP 200, 1 unread');
  expect(beside('Feuil2', row(), row(null, '1405512308'), row(null, '1405512309'))).toBe('AE 4200, CP 200, 0 unread');
});

test.each`
  name               | rows                               | ae
  ${'Avenants'}      | ${[row()]}                         | ${3_400}
  ${'Engagements'}   | ${[row()]}                         | ${3_400}
  ${'Feuil2'}        | ${[row('Avenant n° 1')]}           | ${3_400}
  ${'Feuil2'}        | ${[row('Bon de commande')]}        | ${3_400}
  ${'Feuil2'}        | ${[row(null, '1405512301', -400)]} | ${2_600}
  ${'Retraits'}      | ${[row(null, '1405512301', -400)]} | ${2_600}
  ${'Autres achats'} | ${[row(null, '1405512309')]}       | ${3_400}
`('« $name » commits: $ae', ({ name, rows, ae }: { name: string; rows: ReturnType<typeof row>[]; ae: number }) => {
  expect(beside(name, ...rows)).toBe(`AE ${ae}, CP 200, 0 unread`);
});

test('tables of one layout, or that only acts on their EJ follow, are commitments', () => {
  const [first, second] = [row(), row('Suite', '1405512301', 50)];
  const month = (name: string, ...rows: readonly (readonly CellValue[])[]) => ({ name, rows: [HEADINGS, ...rows] });
  expect(sumsRead(month('Janvier', first), month('Février', second))).toBe('AE 450, CP 0, 0 unread');
  const amended = ['1405512301', 'PDE', 50, DAY + 95];
  const amendments = { name: 'Avenants', rows: [['N° EJ', 'Axe ministériel 2', 'Montant AE', 'Date EJ'], amended] };
  expect(sumsRead(month('Suivi', first), amendments)).toBe('AE 450, CP 0, 0 unread');
});

test('the remedy is to name the column: as payments, they count', () => {
  const plain = ['N° EJ', 'Axe ministériel 2', 'Montant', 'Date'];
  const paid = ['N° EJ', 'Axe ministériel 2', 'Montant CP', 'Date de paiement'];
  const sheet = (headings: readonly string[]) => ({
    name: 'Feuil2',
    rows: [headings, ['1405512301', 'PDE', 400, DAY]],
  });
  const [asked = ''] = judged([LEDGER, sheet(plain)]).sentencesOf('LEC-01');
  expect(asked.replace(/\s/g, ' ')).toContain('1 ligne et 400,00 € ne sont pas lues, sur des EJ déjà engagés ailleurs');
  expect(asked).toContain('nommez leur colonne');
  expect(judged([LEDGER, sheet(paid)])).toMatchObject({ ae: 1_000, cp: 600 });
});
