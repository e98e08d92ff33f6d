/** « Prévu | Réalisé » under each month: what was done is paid on the last day of its month, and the plan in no figure. */
import type { CellValue } from '../../../../src/workbook/cells';
import { judged } from '../../../support/ledgers/judged';

type Row = readonly CellValue[];

const KEYS = ['Enveloppe', 'N° EJ', 'Date EJ', 'Objet', 'Montant AE'];
const MONTHS = ['Janvier', 'Février', 'Mars', 'Avril'];
const NO_KEYS = KEYS.map(() => null);

/** Two EJ under months, each with these columns; 1 000 planned each month, and 4 000 then 600 paid. */
function read(kinds: readonly string[], keysOn: 'first' | 'second', done: string | null): readonly unknown[] {
  const groups = MONTHS.flatMap((month) => kinds.map((_, at) => (at === 0 ? month : null)));
  const under = MONTHS.flatMap(() => kinds);
  const amounts = (paidIn: number, paid: number): Row =>
    MONTHS.flatMap((_, month) => kinds.map((kind) => (kind === done ? (month === paidIn ? paid : null) : 1000)));
  const { ae, cp, found } = judged([
    [...(keysOn === 'first' ? KEYS : NO_KEYS), ...groups],
    [...(keysOn === 'first' ? NO_KEYS : KEYS), ...under],
    ['PDE', '1400000001', 44_931, 'Site', 12_000, ...amounts(2, 4000)],
    ['PDE', '1400000002', 44_932, 'Conseil', 8000, ...amounts(1, 600)],
  ]);
  return [ae, cp, found];
}

test.each`
  kinds                            | done
  ${['Prévu', 'Réalisé']}          | ${'Réalisé'}
  ${['Réalisé', 'Prévu']}          | ${'Réalisé'}
  ${['Prév.', 'Réal.']}            | ${'Réal.'}
  ${['Prévisionnel', 'Exécuté']}   | ${'Exécuté'}
  ${['Prévu', 'CP payés']}         | ${'CP payés'}
  ${['CP prévus', 'CP réalisés']}  | ${'CP réalisés'}
  ${['Prévu', 'Réalisé', 'Écart']} | ${'Réalisé'}
  ${['Réalisé']}                   | ${'Réalisé'}
`('$kinds under each month: CP are those of « $done »', ({ kinds, done }) => {
  for (const keysOn of ['first', 'second'] as const) expect(read(kinds, keysOn, done)).toEqual([20_000, 4600, []]);
});

test('a plan alone pays nothing: the CP are not calculable', () => {
  for (const keysOn of ['first', 'second'] as const) {
    const [ae, cp, found] = read(['Prévu'], keysOn, null);
    expect([ae, cp]).toEqual([20_000, null]);
    expect(found).toEqual(['LEC-04 A2']);
  }
});

test('beside a budget, whose amounts are reported, the payments of each month count', () => {
  const [, cp, found] = read(['Budget', 'Payé'], 'first', 'Payé');
  expect([cp, found]).toEqual([4600, ['LEC-03 F3', 'LEC-03 H3', 'LEC-03 J3', 'LEC-03 L3']]);
});
