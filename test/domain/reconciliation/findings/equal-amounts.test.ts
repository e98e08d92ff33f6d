/** Payments of one amount without a number in common: as many on each side are one group, and nothing else is guessed. */
import { describeFinding } from '../../../../src/messages/describe-finding';
import { convention2023 } from '../../../support/conventions';
import { groupText, reconciled } from '../../../support/reconciliation';

const LEDGER = 'imputation | axe 2 | EJ | payé le | CP | DP';
const LINES = 'mouvement | codes | axe 2 | EJ | poste EJ | DP | date | montant';
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'");

function compared(rows: readonly string[], lines: readonly string[]) {
  const ofRows = rows.map((one) => `juste | PDE | ${one}`);
  const ofLines = lines.map((day, at) => `paiement | juste | PDE | | | 010030006${at} | ${day}/2023 | 120,50`);
  return reconciled([LEDGER, ...ofRows].join('\n'), [LINES, ...ofLines].join('\n'));
}

const row = (day: string, ej = ''): string => `${ej} | ${day}/2023 | 120,50 |`;

test.each`
  rows                                          | lines                 | groups                                                                                  | why
  ${[row('25/01'), row('25/02')]}               | ${['25/01', '25/02']} | ${['matched amountAndDate: 1 = 1', 'matched amountAndDate: 2 = 2']}                     | ${'one on each day'}
  ${[row('25/02'), row('25/01')]}               | ${['25/01', '25/02']} | ${['matched amountAndDate: 1 = 2', 'matched amountAndDate: 2 = 1']}                     | ${'in another order'}
  ${[row('25/01'), row('25/01')]}               | ${['25/01', '25/01']} | ${['matched amountAndDate: 1, 2 = 1, 2']}                                               | ${'two on one day are one group'}
  ${[row('24/01'), row('24/02')]}               | ${['26/01', '26/02']} | ${['matched amountAndDate: 1, 2 = 1, 2']}                                               | ${'two within a month are one group'}
  ${[row('24/01'), row('25/02')]}               | ${['26/01', '25/02']} | ${['matched amountAndDate: 1 = 1', 'matched amountAndDate: 2 = 2']}                     | ${'the day first'}
  ${[row('24/01'), row('24/02')]}               | ${['26/01']}          | ${['notInChorus: 1 = ', 'notInChorus: 2 = ', 'notInLedger:  = 1']}                      | ${'more rows than lines'}
  ${[row('24/01'), row('24/02')]}               | ${['26/01', '26/06']} | ${['notInChorus: 1 = ', 'notInChorus: 2 = ', 'notInLedger:  = 1', 'notInLedger:  = 2']} | ${'one of them is far'}
  ${[row('25/01'), row('24/02', '1400000001')]} | ${['25/01', '26/02']} | ${['matched amountAndDate: 1 = 1', 'matched amountAndDate: 2 = 2']}                     | ${'one with an EJ, which Chorus lacks'}
`('$why', ({ rows, lines, groups }) => {
  expect(compared(rows as string[], lines as string[]).groups.map(groupText)).toEqual(groups);
});

test.each`
  language | message
  ${'fr'}  | ${/120,50 € de CP sans contrepartie certaine dans Chorus.* Saisissez le numéro d'EJ ou de DP/}
  ${'en'}  | ${/€120.50 of CP with nothing in Chorus that surely answers it.* Enter the number of the EJ or of the DP/}
`('more rows than lines: nothing states that Chorus has none ($language)', ({ language, message }) => {
  const { findings } = compared([row('24/01'), row('24/02')], ['26/02']);
  const absent = findings.find(({ rule }) => rule === 'CHO-01');
  expect(
    absent &&
      plain(
        describeFinding(
          { ...absent, details: { ...absent.details, lastDate: null } } as typeof absent,
          convention2023(),
          language as 'fr' | 'en',
        ).message,
      ),
  ).toMatch(message as RegExp);
});

test.each`
  count | french                 | english
  ${1}  | ${'ligne 1)'}          | ${'line 1)'}
  ${2}  | ${'lignes 1 et 2)'}    | ${'lines 1 and 2)'}
  ${3}  | ${'lignes 1, 2 et 3)'} | ${'lines 1, 2 and 3)'}
`('CHO-02 names its $count lines as CHO-05 does', ({ count, french, english }) => {
  const line = 'paiement | juste | PDE | 1400000001 | 1 | 0100000001 | 15/03/2023 | 1,00';
  const [only] = reconciled(
    LEDGER,
    [LINES, ...Array.from({ length: count as number }, () => line)].join('\n'),
  ).findings;
  const sentences = (['fr', 'en'] as const).map(
    (language) => only && describeFinding(only, convention2023(), language),
  );
  expect(sentences.map((described) => plain(described?.message ?? ''))).toEqual([
    expect.stringContaining(`, ${french as string}`),
    expect.stringContaining(`, ${english as string}`),
  ]);
});
