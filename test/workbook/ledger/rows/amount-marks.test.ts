/** Columns that qualify the amounts of their rows: a unit, a currency, a side. Such an amount is in no figure, and DON-01 shows it. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../src/workbook/cells';
import { namesSide } from '../../../../src/workbook/ledger/rows/amount-marks';
import { convention2023 } from '../../../support/conventions';
import { judged } from '../../../support/ledgers/judged';
import { workbookOf } from '../../../support/ledgers/workbook-of';

/** The AE of PDE in euros, of 1000 and then 300 in rows with these marks under this heading, and what DON-01 shows. */
function marked(heading: CellValue, first: CellValue, second: CellValue, amounts = [1000, 300]) {
  const rows = [
    ['Axe ministériel 2', 'N° EJ', 'Date engagement', 'AE', heading, 'Objet'],
    ['PDE', '1400000001', 45_000, amounts[0] ?? null, first, 'Étude'],
    ['PDE', '1400000002', 45_001, amounts[1] ?? null, second, 'Site'],
    ['PDE', '1400000003', 45_002, 5, null, 'Conseil'],
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { balances, findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  const unread = findings.flatMap(({ rule, details }) => (rule === 'DON-01' && 'raw' in details ? [details.raw] : []));
  return [(balances.figures({ envelope: 'PDE', line: null }, 'AE').consumed?.cents ?? NaN) / 100, unread];
}

test.each([
  ['Sens', 'D', 'C', '300 (C)'],
  ['Sens', 'Débit', 'Crédit', '300 (Crédit)'],
  ['D/C', 'D', 'C', '300 (C)'],
  ['Débit/Crédit', 'S', 'H', '300 (H)'],
  ['Sens', 'Engagement', 'Retrait', '300 (Retrait)'],
])('« %s »: an amount on the side of credits is not counted as it is typed', (heading, debit, credit, shown) => {
  expect(marked(heading, debit, credit)).toEqual([1005, [shown]]);
});

test.each<[string, CellValue, CellValue]>([
  ['Sens', '+', '-'],
  ['Signe', '+', '-'],
  ['Signe', 1, -1],
  ['Sens', '1', '-1'],
  ['+/-', '+', '−'],
])('« %s »: a sign in a cell of its own is that of the amount', (heading, plus, minus) => {
  const rows = [
    ['Axe ministériel 2', 'N° EJ', 'Date engagement', 'AE', heading, 'Objet', 'Date de paiement', 'CP'],
    ['PDE', '1400000001', 45_000, 1000, plus, 'Étude', 45_010, 400],
    ['PDE', '1400000001', 45_001, 300, minus, 'Étude', null, null],
    ['PDE', '1400000001', null, null, minus, 'Avoir', 45_020, 100],
    ['PDE', '1400000002', 45_002, 50, plus, 'Site', null, null],
  ];
  const { ae, cp, found } = judged(rows);
  expect([ae, cp, found]).toEqual([750, 300, []]);
});

test.each<[string, CellValue, CellValue]>([
  ['Signé', 'X', '-'],
  ['Signé', '+', '-'],
  ['SIGNE', 'Oui', '-'],
  ['Signé', 'X', 'C'],
])(
  '« %s » is about the signature of the operation, and puts no amount on the side of credits',
  (heading, one, other) => {
    expect(marked(heading, one, other)).toEqual([1305, []]);
  },
);

test('a credit and another unit have their own sentences', () => {
  const rows = [
    ['Axe ministériel 2', 'N° EJ', 'Date engagement', 'AE', 'Sens', 'Devise'],
    ['PDE', '1400000001', 45_000, 1000, 'C', 'EUR'],
    ['PDE', '1400000002', 45_001, 300, 'D', 'USD'],
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  const whats = findings.flatMap(({ rule, details }) => (rule === 'DON-01' && 'what' in details ? [details.what] : []));
  expect(whats).toEqual(['sideForAmount', 'currencyForAmount']);
});

test.each(['Cts', 'cts.', 'Centimes', 'ct', 'C'])(
  'under « %s »: euros without their cents are no amount',
  (heading) => {
    expect(marked(heading, 0, 50)).toEqual([1005, ['300 + 50 cts']]);
    expect(marked(heading, '00', '05')).toEqual([1005, ['300 + 05 cts']]);
  },
);

test('an amount with its minus is on the side of credits already', () => {
  expect(marked('Sens', 'D', 'C', [1000, -300])[1]).toEqual([]);
});

test.each([
  ['without a heading', null, '€', 'k€', '300 k€'],
  ['without a heading, once', null, null, 'USD', '300 USD'],
  ['under « U. »', 'U.', '€', 'k€', '300 k€'],
  ['under « Crcy »', 'Crcy', 'EUR', 'CHF', '300 CHF'],
])('a unit beside the amounts %s is that of its row', (_, heading, euros, other, shown) => {
  expect(marked(heading, euros, other)).toEqual([1005, [shown]]);
});

test.each([
  ['Remarque', 'à revoir', 'voir k€'],
  ['Statut', 'C', 'C'],
  [null, 'x', 'C'],
  ['Devise', 'EUR', '-'],
])('« %s » with « %s » and « %s » marks no amount', (heading, first, second) => {
  expect(marked(heading, first, second)).toEqual([1305, []]);
});

test.each([
  ['Sens de l’écriture', true],
  ['Indicateur débit/crédit', true],
  ['Code D/C', true],
  ['Sens du projet', false],
  ['Signature', false],
  ['Crédit', false],
])('« %s » names a side: %s', (heading, isSide) => {
  expect(namesSide(heading)).toBe(isSide);
});
