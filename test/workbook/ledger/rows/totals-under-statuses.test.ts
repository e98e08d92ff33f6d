/** « Total » under « État », where nothing but amounts is beside it, is a total; « Total » of an operation is its state. */
import type { CellValue } from '../../../../src/workbook/cells';
import { judged } from '../../../support/ledgers/judged';

type Row = readonly CellValue[];

const HEADINGS = ['Enveloppe', 'N° EJ', 'Date EJ', 'Fournisseur', 'Montant AE', 'Date paiement', 'Montant CP', 'État'];
const FIRST = ['PDE', '1400000001', 44_958, 'Octo', 10_000, 45_017, 4000, 'Payé'];
const SECOND = ['PDE', '1400000002', 44_962, 'Wave', 6000, 45_047, 2000, 'Payé'];
/** A row with these amounts, and this state. */
const last = (ae: number, cp: number, state: string, beside: Partial<Record<number, CellValue>> = {}): Row =>
  [null, null, null, null, ae, null, cp, state].map((value, at) => beside[at] ?? value);

test.each(['Total', 'TOTAL', 'Totaux', 'Sous-total', 'Total PDE', 'Total général', 'Total 2023', 'Total payé'])(
  '« %s » under the statuses agrees with the rows above',
  (state) => {
    const { ae, cp, found } = judged([HEADINGS, FIRST, SECOND, last(16_000, 6000, state)]);
    expect([ae, cp, found]).toEqual([16_000, 6000, ['DON-05 E4']]);
  },
);

test('a total that disagrees is reported', () => {
  const { sentencesOf } = judged([HEADINGS, FIRST, SECOND, last(16_500, 6000, 'Total')]);
  expect(sentencesOf('DON-05')).toEqual([expect.stringContaining('alors que les lignes totalisent')]);
});

test('the totals of two envelopes, then that of both', () => {
  const rows = [FIRST, last(10_000, 4000, 'Sous-total', { 0: 'PDE' }), SECOND, last(6000, 2000, 'Sous-total')];
  const { ae, found } = judged([HEADINGS, ...rows, last(16_000, 6000, 'TOTAL')]);
  expect([ae, found]).toEqual([16_000, ['DON-05 E3', 'DON-05 E5', 'DON-05 E6']]);
});

test.each<readonly [string, Partial<Record<number, CellValue>>]>([
  ['an EJ', { 0: 'PDE', 1: '1400000003' }],
  ['a supplier', { 3: 'Malt' }],
  ['a day', { 0: 'PDE', 2: 44_963 }],
])('beside %s, « Total » is no total: the row is read', (_, beside) => {
  const { found } = judged([HEADINGS, FIRST, SECOND, last(16_000, 6000, 'Total', beside)]);
  expect(found).toContain('LEC-05 H4');
  expect(found).not.toContain('DON-05 E4');
});

test.each(['Soldé', 'Reporté', 'Consommé'])('« %s » is the state of a row without any other word', (state) => {
  const { found } = judged([HEADINGS, FIRST, SECOND, last(500, 100, state)]);
  expect(found).toContain('IMP-06 A4');
});
