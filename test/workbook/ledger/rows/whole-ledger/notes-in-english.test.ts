/**
 * A unit or a tax given for all the amounts, in French and in the words of an English-speaking team: on a sheet of
 * notes, as a setting among numbers, and at the right of the ledger.
 */
import type { CellValue } from '../../../../../src/workbook/cells';
import { convention2023 } from '../../../../support/conventions';
import { controlled } from '../../../../support/ledgers/ledger-workbook';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

const LEDGER: Rows = [
  ['Enveloppe', 'N° EJ', 'Date EJ', 'AE', 'CP', 'Date de paiement'],
  ['PDE', '1400000001', 45_000, 100, 40, 45_031],
  ['PDE', '1400000002', 45_001, 200, null, null],
];

/** The rules by which the amounts are in doubt, beside another sheet; and the AE, in euros. */
function doubtsIn(ledger: Rows, notes: Rows = []): readonly string[] {
  const workbook = workbookOf({ name: 'Suivi', rows: ledger }, { name: 'Notes', rows: notes });
  const { dossier, report } = controlled(workbook, '2023-12-31', convention2023());
  const rules = report.findings.map(({ rule }) => rule).filter((rule) => /^(LEC-05|DON-07|DON-01)$/.test(rule));
  const ae = dossier.ledger.rows.reduce((sum, row) => sum + (row.ae.kind === 'amount' ? row.ae.cents / 100 : 0), 0);
  return [...[...new Set(rules)].sort(), String(ae)];
}

const atTheRight = (...cells: readonly CellValue[]): Rows =>
  LEDGER.map((row, at) => (at === 1 ? [...row, null, ...cells] : row));

test.each([
  ['LEC-05', 'Montants', "en milliers d'euros"],
  ['LEC-05', 'Amounts', 'in thousands of euros'],
  ['LEC-05', 'Unit', 'k€'],
  ['LEC-05', 'Unit of the amounts', 'k€'],
  ['LEC-05', 'Currency', 'k€'],
  ['LEC-05', 'Figures', 'in EUR thousands'],
  ['LEC-05', 'Amounts', 'in millions of euros'],
  ['LEC-05', 'Amounts', 'in hundreds of euros'],
  ['LEC-05', 'Amounts', 'in US dollars'],
  ['LEC-05', 'Scale factor', 1000],
  ['LEC-05', 'Facteur', 1000],
  ['DON-07', 'Amounts', 'excl. VAT'],
  ['DON-07', 'Amounts', 'net of tax'],
  ['DON-07', 'Basis of amounts', 'before tax'],
  ['DON-07', 'VAT', 'not included'],
  ['DON-07', 'TVA', 'non comprise'],
])('%s: the setting « %s | %s »', (rule, name, value) => {
  const settings: Rows = [['Rate', 0.2, 4], [], [name, value]];
  expect([doubtsIn(LEDGER, settings), doubtsIn(LEDGER, [['About'], [name, value]])]).toEqual([
    [rule, '300'],
    [rule, '300'],
  ]);
  expect(doubtsIn(atTheRight(name, value))).toEqual([rule, '300']);
});

test.each([
  ['LEC-05', 'Amounts in k€'],
  ['LEC-05', 'All amounts are expressed in thousands of euros'],
  ['LEC-05', 'AE and CP in €k'],
  ['LEC-05', "Tous les montants que l'équipe saisit dans ce classeur sont donnés en milliers d'euros"],
  ['DON-07', 'Amounts are exclusive of VAT'],
  ['DON-07', 'The amounts do not include VAT'],
])('%s: the note « %s »', (rule, note) => {
  expect(doubtsIn(LEDGER, [['About this workbook'], [note]])).toEqual([rule, '300']);
  expect(doubtsIn(atTheRight(note))).toEqual([rule, '300']);
});

test.each([
  'Amounts are not in k€',
  'Amounts incl. VAT',
  'Amounts include VAT',
  'Cost of the project: 3 M€',
  'Threshold of €40,000 excl. VAT',
  'Never enter amounts excl. VAT',
  'Amounts in euros',
  'Invoices are net of tax',
])('no doubt: the note « %s »', (note) => {
  expect(doubtsIn(LEDGER, [['About this workbook'], [note]])).toEqual(['300']);
  expect(doubtsIn(atTheRight(note))).toEqual(['300']);
});

test('no doubt: a remark just beside its row', () => {
  expect(doubtsIn(LEDGER.map((row, at) => (at === 2 ? [...row, 'Devis HT'] : row)))).toEqual(['300']);
});

test.each([
  ['Amounts in thousands of euros', '300000'],
  ['Figures in millions of euros', '300000000'],
  ['All figures in EUR thousands', '300000'],
  ['Amounts are not in k€', '300'],
  ['Les montants ne sont pas en k€', '300'],
])('above the table, « %s » is its unit', (title, ae) => {
  expect(doubtsIn([[title], [], ...LEDGER])).toEqual([ae]);
});

test('above the table, « Amounts in hundreds of euros » leaves its amounts out, « excl. VAT » counts them', () => {
  expect(doubtsIn([['Amounts in hundreds of euros'], [], ...LEDGER])).toEqual(['DON-01', '0']);
  expect(doubtsIn([['Amounts excl. VAT'], [], ...LEDGER])).toEqual(['DON-07', '300']);
});
