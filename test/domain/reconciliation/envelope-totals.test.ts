/** The totals of each envelope on both sides: to which envelope a line of Chorus goes that names none. */
import { describeFinding } from '../../../src/messages/describe-finding';
import { convention2023 } from '../../support/conventions';
import { extractOf } from '../../support/ledgers/extract-builder';
import { groupText, reconciled } from '../../support/reconciliation';

const LEDGER = 'imputation | axe 2 | EJ | date EJ | AE | payé le | CP | DP';
/** An extract that has no axe ministériel 2. */
const LINES = 'mouvement | codes | EJ | DP | exercice | date | montant';

/** `PDE 60 = 40`: euros of the ledger and of Chorus, of one nature, without the envelopes that have neither. */
function totalsOf(nature: 'AE' | 'CP', rows: readonly string[], extract: string): readonly string[] {
  const { totals } = reconciled([LEDGER, ...rows].join('\n'), [extractOf(extract)]);
  return totals
    .filter((total) => total.nature === nature && (total.ledger !== 0 || (total.chorus ?? 0) !== 0))
    .map(({ envelope, ledger, chorus }) => `${envelope ?? 'none'} ${ledger / 100} = ${(chorus ?? 0) / 100}`);
}

const [PDE, SF, NOBODY] = ['juste | PDE |', 'juste | SF |', 'juste | |'];
const committed = (cents: string): string =>
  `${LINES}\n engagement | juste | 1400000001 | | 2023 | 15/02/2023 | ${cents}`;

test.each`
  rows                                                                                   | amount      | totals                           | why
  ${[`${PDE} 1400000001 | 15/02/2023 | 60,00`]}                                          | ${'60,00'}  | ${['PDE 60 = 60']}               | ${'it follows the row'}
  ${[`${PDE} 1400000001 | 15/02/2023 | 60,00`, `${SF} 1400000001 | 15/02/2023 | 40,00`]} | ${'100,00'} | ${['PDE 60 = 60', 'SF 40 = 40']} | ${'equal, it is shared as the rows are'}
  ${[`${PDE} 1400000001 | 15/02/2023 | 60,00`]}                                          | ${'50,00'}  | ${['PDE 60 = 50']}               | ${'of another amount, it follows the row'}
  ${[`${SF} 1400000001 | 15/02/2023 | 40,00`, `${PDE} 1400000001 | 15/02/2023 | 60,00`]} | ${'90,00'}  | ${['PDE 60 = 90', 'SF 40 = 0']}  | ${'of another amount, it goes to the first envelope by its code'}
  ${[`${PDE} 1400000001 | 15/02/2023 | 60,00`, `${SF} 1400000001 | 15/02/2023 | 40,00`]} | ${'90,00'}  | ${['PDE 60 = 90', 'SF 40 = 0']}  | ${'whatever the order of the rows'}
  ${[`${NOBODY} 1400000001 | 15/02/2023 | 60,00`]}                                       | ${'60,00'}  | ${['none 60 = 60']}              | ${'it follows a row of no envelope'}
  ${[`${PDE} 1400000009 | 15/02/2023 | 60,00`]}                                          | ${'50,00'}  | ${['PDE 60 = 0', 'none 0 = 50']} | ${'that no row has, it is of no envelope'}
`('a line of $amount without an envelope: $why', ({ rows, amount, totals }) => {
  expect(totalsOf('AE', rows as string[], committed(amount as string))).toEqual(totals);
});

test('lines that name their envelope go to it, whatever the rows have', () => {
  const lines = `
    mouvement  | codes | axe 2 | EJ         | exercice | date       | montant
    engagement | juste | SF    | 1400000001 | 2023     | 15/02/2023 | 60,00`;
  expect(totalsOf('AE', [`${PDE} 1400000001 | 15/02/2023 | 60,00`], lines)).toEqual(['PDE 60 = 0', 'SF 0 = 60']);
});

test('where one line of two names its envelope, the other follows the rows', () => {
  const lines = `
    mouvement  | codes | axe 2 | EJ         | exercice | date       | montant
    engagement | juste | SF    | 1400000001 | 2023     | 15/02/2023 | 40,00
    engagement | juste |       | 1400000001 | 2023     | 15/02/2023 | 60,00`;
  const rows = [`${PDE} 1400000001 | 15/02/2023 | 60,00`, `${SF} 1400000001 | 16/02/2023 | 40,00`];
  expect(totalsOf('AE', rows, lines)).toEqual(['PDE 60 = 60', 'SF 40 = 40']);
});

test('where the codes do not differ, the line without an envelope leaves no gap between the totals', () => {
  const lines = `
    mouvement  | codes | axe 2 | EJ         | exercice | date       | montant
    engagement | juste | SF    | 1400000001 | 2023     | 15/02/2023 | 40,00
    engagement | juste |       | 1400000001 | 2023     | 15/02/2023 | 60,00`;
  const rows = [`${SF} 1400000001 | 15/02/2023 | 60,00`, `${PDE} 1400000001 | 16/02/2023 | 40,00`];
  expect(totalsOf('AE', rows, lines)).toEqual(['PDE 40 = 40', 'SF 60 = 60']);
});

test('payments have totals of their own', () => {
  const lines = `${LINES}\n paiement | juste | 1400000001 | 0100000001 | 2023 | 15/03/2023 | 25,00`;
  const rows = [`${SF} 1400000001 | | | 15/03/2023 | 30,00 | 0100000001`];
  expect([totalsOf('CP', rows, lines), totalsOf('AE', rows, lines)]).toEqual([['SF 30 = 25'], []]);
});

test.each(['', 'Truc'])(
  'a row charged to no envelope (« %s ») is not « rapprochée » with one that Chorus gives',
  (axis) => {
    const lines = `
    mouvement  | codes | axe 2 | EJ         | exercice | date       | montant
    engagement | juste | SF    | 1400000001 | 2023     | 15/02/2023 | 60,00`;
    const row = `juste | ${axis} | 1400000001 | 15/02/2023 | 60,00`;
    expect(totalsOf('AE', [row], lines)).toEqual(['SF 0 = 60', 'none 60 = 0']);
    const { groups, findings } = reconciled([LEDGER, row].join('\n'), [extractOf(lines)]);
    expect(groups.map(groupText)).toEqual(['codesDiffer ejAmount: 1 = 1']);
    const [only] = findings;
    const textIn = (language: 'fr' | 'en'): string =>
      only ? describeFinding(only, convention2023(), language).message.replaceAll(/[\u00a0\u202f]/g, ' ') : '';
    expect(textIn('fr')).toMatch(
      axis === ''
        ? /: aucune enveloppe dans le suivi, SF dans Chorus/
        : /Axe ministériel 2 Truc dans le suivi, SF dans/,
    );
    expect(textIn('en')).toMatch(
      axis === '' ? /: no envelope in the ledger, SF in Chorus/ : /Truc in the ledger, SF in/,
    );
  },
);
