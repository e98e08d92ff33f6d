/** A table below the operations under their headings but those of amounts: it is read by itself, and no row is an EJ. */
import { openDossier } from '../../../../src/application/open-dossier';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

const DAY = 45_000;
const LEDGER: Rows = [
  ['Axe 2', 'EJ', 'Objet', 'Date EJ', 'AE', 'CP', 'Date paiement'],
  ['PDE', '1405850001', 'Audit', DAY, 60_000, null, null],
  ['PDE', '1405850002', 'Étude', DAY, 5000, 5000, DAY + 60],
];
const PAID: Rows = [['PDE', '1405850001', 'GitHub', 1000, 1500.5, 1000]];

/** The AE and CP that are read, in euros, the rows that are, and the amounts that are reported with their place. */
function read(below: Rows): readonly unknown[] {
  const opened = openDossier(workbookOf({ name: 'Suivi', rows: [...LEDGER, [], ...below] }), {
    convention: convention2023(),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { rows, reading } = opened.value.ledger;
  const sum = (nature: 'ae' | 'cp'): number =>
    rows.reduce((total, row) => total + (row[nature].kind === 'amount' ? row[nature].cents / 100 : 0), 0);
  const unread = (reading?.unread ?? []).map(({ what, ae, cp, other }) => `${what} ${(ae + cp + other) / 100}`);
  return [rows.length, sum('ae'), sum('cp'), ...unread];
}

test.each<readonly [string, Rows]>([
  ['months as texts', [['Axe 2', 'EJ', 'Service', 'janv-23', 'févr-23', 'mars-23'], ...PAID]],
  ['names of months', [['Axe 2', 'EJ', 'Service', 'Janvier', 'Février', 'Mars'], ...PAID]],
  ['months as dates', [['Axe 2', 'EJ', 'Service', 44_927, 44_958, 44_986], ...PAID]],
  ['quarters, under a title', [['Par trimestre'], ['Axe 2', 'EJ', 'Service', 'T1', 'T2', 'T3'], ...PAID]],
  [
    'headings in another order',
    [
      ['EJ', 'Axe 2', 'Service', 'T1', 'T2', 'T3'],
      ['1405850001', 'PDE', 'GitHub', 1000, 1500.5, 1000],
    ],
  ],
])('%s: a table apart, whose amounts are reported', (_, below) => {
  expect(read(below)).toEqual([2, 65_000, 5000, 'area 3500.5']);
});

const BY_SUPPLIER: Rows = [['PDE', 'GitHub', 1000, 1500.5, 900, 100]];

test.each<readonly [string, Rows]>([
  ['months', [['Axe 2', 'Fournisseur', 'janv-23', 'févr-23', 'mars-23', 'avr-23'], ...BY_SUPPLIER]],
  ['quarters', [['Enveloppe', 'Fournisseur', 'T1', 'T2', 'T3', 'T4'], ...BY_SUPPLIER]],
  ['months, under a title', [['Par mois'], ['Axe 2', 'Fournisseur', 'Mars', 'Avril', 'Mai', 'Juin'], ...BY_SUPPLIER]],
])('%s of each supplier, without the EJ: a table apart, whose amounts are reported', (_, below) => {
  expect(read(below)).toEqual([2, 65_000, 5000, 'area 3500.5']);
});

test.each<readonly [string, readonly CellValue[]]>([
  ['words for its EJ and its AE', ['PDE', 'à créer', 'Étude', DAY, 'à chiffrer', 2000, DAY + 90]],
  ['an AE that would be a day', ['PDE', 'à créer', 'Étude', 44_986, 44_958, null, null]],
])('an operation with %s stays in the ledger', (_, row) => {
  expect(read([row, ['PDE', '1405850003', 'Serveurs', DAY, 700, 700, DAY + 90]])[0]).toBe(4);
});

test('the same headings again are those of the ledger', () => {
  expect(read([LEDGER[0]!, ['PDE', '1405850003', 'Serveurs', DAY, 700, 700, DAY + 90]])).toEqual([3, 65_700, 5700]);
});

test.each<readonly [string, Rows]>([
  [
    'missions',
    [
      ['Missions', 'Agent', null, null, 'Engagé', 'Payé', null],
      ['Lyon', 'Martin', null, null, 700, 200, null],
      ['Nantes', 'Durand', null, null, 800, 300, null],
    ],
  ],
  [
    'purchases of a month',
    [
      ['Mois', 'Titulaire', 'Nature', null, 'Engagé', 'Mandaté', null],
      ['avril', 'UGAP', 'Chaises', null, 700, 300, null],
      ['mai', 'UGAP', 'Bureau', null, 800, 200, null],
    ],
  ],
])('%s, a blank column away from their amounts: reported', (_, below) => {
  expect(read(below)).toEqual([2, 65_000, 5000, 'area 2000']);
});

test.each<readonly [string, Rows]>([
  [
    'a recap by envelope',
    [
      ['Enveloppe', null, null, null, 'Engagé', 'Payé'],
      ['PDE', null, null, null, 65_000, 5000],
    ],
  ],
  [
    'two recaps side by side',
    [
      ['Enveloppe', 'Engagé', null, 'Enveloppe', 'Payé'],
      ['PDE', 65_000, null, 'PDE', 5000],
    ],
  ],
])('%s, a blank column away from its amounts: no finding', (_, below) => {
  expect(read(below)).toEqual([2, 65_000, 5000]);
});
