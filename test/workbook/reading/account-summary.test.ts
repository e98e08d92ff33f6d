/** The account in three figures, as the control lines of a document give it. */
import { controlled, documented, ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { convention2023 } from '../../support/conventions';
import { summaryOfAccount } from '../../../src/workbook/reading/account-summary';
import { applyPlan } from '../../support/apply-plan';
import { textOf } from '../../../src/workbook/cells';

const LEDGER = `
  Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE TTC
  PDE               | Frais annexes    | 1500000001 | 15/02/2023        | 1000
  PDE               | Frais annexes    | 1500000002 | 16/02/2023        | 2000`;
const LIST = [
  ['EJ', 'Qui', 'Combien'],
  ['1500000003', 'Hermine', 1_200],
  ['1500000004', 'Ondine', 850.5],
];

const workbook = applyPlan(ledgerWorkbook(convention2023(), LEDGER), {
  purpose: 'initialise',
  expected: [],
  steps: [
    { kind: 'addSheet', sheet: 'Divers' },
    { kind: 'setCells', sheet: 'Divers', top: 0, left: 0, cells: LIST.map((row) => row.map((value) => ({ value }))) },
  ],
});

test('the rows of the ledger, the places in no figure and their sum', () => {
  expect(summaryOfAccount(controlled(workbook).dossier.account)).toEqual({
    rows: 2,
    places: 1,
    cents: 205_050,
    unreadable: 0,
  });
});

test('each document states the sum that its figures leave out', () => {
  const texts = documented(workbook).sheets.flatMap(({ values }) => values.flat().map(textOf));
  const stated = texts.filter((text) => text.replace(/[\u00a0\u202f]/g, ' ').includes('2 050,50 €'));
  expect(stated.length).toBeGreaterThan(0);
});
