/** A ledger kept as an account: credits with a plus, then each EJ and its payments with a minus. */
import type { CellValue } from '../../../../../src/workbook/cells';
import { judged } from '../../../../support/ledgers/judged';

const HEADINGS = ['Date', 'N° EJ', 'Objet', 'Axe ministériel 2', 'Montant AE', 'Montant CP', 'Date de paiement'];
const CREDITS: readonly CellValue[] = [44_930, null, 'Crédits délégués', 'PDE', 500_000, 573_032, null];
const EJ: readonly CellValue[] = [44_960, '1400000001', 'Site', 'PDE', -100_000, -20_000, 45_000];
const NEXT: readonly CellValue[] = [44_970, '1400000002', 'Audit', 'PDE', -10_000, null, null];

test('its expenses are read with the other sign, and each is reported', () => {
  const { ae, cp, found, sentencesOf } = judged([HEADINGS, CREDITS, EJ, NEXT]);
  expect([ae, cp]).toEqual([110_000, 20_000]);
  expect(found).toEqual(['DON-05 E2', 'DON-10 E3', 'DON-10 F3', 'DON-10 E4']);
  expect(sentencesOf('DON-10')[0]).toContain('comme les autres EJ du suivi');
});

test.each<readonly [string, readonly (readonly CellValue[])[]]>([
  ['no credits above them', [EJ, NEXT]],
  ['credits below them', [EJ, NEXT, CREDITS]],
  ['a single one', [CREDITS, EJ]],
  ['a retrait by its label', [CREDITS, EJ, [44_970, '1400000002', 'Retrait partiel', 'PDE', -10_000, null, null]]],
  ['an EJ with a plus', [CREDITS, EJ, NEXT, [44_980, '1400000003', 'Étude', 'PDE', 5000, null, null]]],
])('%s: the minus is that of a retrait', (_, rows) => {
  expect(judged([HEADINGS, ...rows]).found).toContain(`EJ-08 B${rows.indexOf(EJ) + 2}`);
});

test('payments of less than a euro in a column of k€ count among those that are typed with a minus', () => {
  const headings = ['Date', 'N° EJ', 'Objet', 'Axe ministériel 2', 'Montant AE', 'Montant CP (k€)', 'Date de paiement'];
  const paid = (cp: number): readonly CellValue[] => [null, '1400000001', 'Site', 'PDE', null, cp, 45_000];
  const ej: readonly CellValue[] = [44_960, '1400000001', 'Site', 'PDE', 100_000, null, null];
  expect(judged([headings, ej, paid(-20), paid(-0.000_14), paid(-0.000_02)]).cp).toBe(20_000.16);
});
