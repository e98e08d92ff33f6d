/** Matches that rest on less than a number, and lines that nothing in the ledger answers: stated, with their sums. */
import { describeCoverage } from '../../../../src/messages/describe-coverage';
import { groupText, reconciled } from '../../../support/reconciliation';

const LEDGER = 'imputation | axe 2 | EJ | date EJ | AE | payé le | DP | CP\n';
const LINES = 'mouvement | codes | axe 2 | EJ | DP | date | montant\n';
const ROW = 'juste | PDE | 1400000001 | | | 15/03/2023 | 0100000001 | 10,00\n';
const LINE = 'paiement | juste | PDE | 1400000001 | 0100000001 | 15/03/2023 | 10,00\n';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ').replaceAll('’', "'");

test.each`
  rows                                            | lines                                                                                                                                              | nature | details
  ${''}                                           | ${''}                                                                                                                                              | ${1}   | ${[]}
  ${'juste | PDE | | | | 15/04/2023 | | 60,00\n'} | ${'paiement | juste | PDE | 1400000001 | 0100000009 | 20/04/2023 | 60,00'}                                                                         | ${1}   | ${['1 ligne du suivi est rapprochée par le montant et la date seuls, faute de numéro (60,00 €).']}
  ${''}                                           | ${'paiement | juste | PDE | 1400000001 | 0100000002 | 03/03/2023 | 80,00\npaiement | juste | PDE | 1400000001 | 0100000003 | 30/11/2023 | -80,00'} | ${1}   | ${["2 lignes de Chorus, sans ligne dans le suivi, s'annulent entre elles (80,00 €) : elles ne sont pas des écarts."]}
  ${''}                                           | ${'engagement | juste | PDE | 1400000099 | | 20/01/2023 | 50,00\nretrait | juste | PDE | 1400000099 | | 01/12/2023 | -50,00'}                      | ${0}   | ${["2 lignes de Chorus, sans ligne dans le suivi, s'annulent entre elles (50,00 €) : elles ne sont pas des écarts."]}
`('« $rows » beside « $lines »: $details', ({ rows, lines, nature, details }) => {
  const result = reconciled(LEDGER + ROW + (rows as string), LINES + LINE + (lines as string));
  expect(result.findings).toEqual([]);
  const text = describeCoverage(result, 'fr');
  expect(text.lines[nature as number]?.details.map(plain)).toEqual(details);
});

test.each`
  ofRow                        | ofLines                         | note                                                                             | why
  ${'0100000007'}              | ${['0100000071', '0100000072']} | ${[{ kind: 'otherDp', ledger: '0100000007', chorus: '0100000071, 0100000072' }]} | ${'two other DP'}
  ${'0100000071'}              | ${['0100000071', '0100000072']} | ${[]}                                                                            | ${'a row that sums two DP and names one'}
  ${''}                        | ${['0100000071', '0100000072']} | ${[]}                                                                            | ${'a row that names none'}
  ${'0100000007 / 0100000071'} | ${['0100000071', '0100000072']} | ${[{ kind: 'otherDp', ledger: '0100000007', chorus: '0100000072' }]}             | ${'a row that names one of the two, and another'}
`('one row of two payments: $why', ({ ofRow, ofLines, note }) => {
  const lines = (ofLines as string[]).map((dp, at) => LINE.replace('0100000001', dp).replace('10,00', `${at + 4},00`));
  const row = ROW.replace('0100000001', ofRow as string).replace('10,00', '9,00');
  const { groups } = reconciled(LEDGER + row, LINES + lines.join(''));
  expect(groups.map(groupText)).toEqual([expect.stringMatching(/^matched .*: 1 = 1, 2$/)]);
  expect(groups[0]?.notes).toEqual(note);
});

test('the DP of a note come in the order of their numbers, whatever that of the lines', () => {
  const lines = ['0100000073', '0100000071'].map((dp, at) =>
    LINE.replace('0100000001', dp).replace('10,00', `${at + 4},00`),
  );
  const row = ROW.replace('0100000001', '0100000007').replace('10,00', '9,00');
  const notes = [lines, [...lines].reverse()].map(
    (all) => reconciled(LEDGER + row, LINES + all.join('')).groups[0]?.notes,
  );
  const expected = [{ kind: 'otherDp', ledger: '0100000007', chorus: '0100000071, 0100000073' }];
  expect(notes).toEqual([expected, expected]);
});
