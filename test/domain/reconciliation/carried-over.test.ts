/** The bascule of Chorus beside the restes à payer that the earlier years of the ledger leave, EJ by EJ. */
import { describeFinding } from '../../../src/messages/describe-finding';
import { convention2023 } from '../../support/conventions';
import { findingText, groupText, reconciled } from '../../support/reconciliation';

const LEDGER = `imputation | axe 2 | EJ         | date EJ    | AE       | payé le    | CP       | DP
  juste      | PDE   | 1400000900 | 01/03/2022 | 4 500,00 | 15/06/2022 | 1 500,00 | 0100000001
  juste      | PDE   | 1400000901 | 01/03/2022 | 2 000,00 |            |          |
  juste      | PDE   | 1400000902 | 01/03/2022 | 700,00   | 15/06/2022 | 700,00   | 0100000002
  juste      | PDE   | 1400000901 | 01/02/2023 | -200,00  |            |          |
`;
const LINES = 'mouvement | codes | axe 2 | EJ | date | montant\n';
const carried = (ej: string, amount: string): string => `report | juste | PDE | ${ej} | 01/01/2023 | ${amount}\n`;

test.each<[string, string, string, string, readonly string[]]>([
  ['what the year before leaves of an EJ', '1400000900', '3 000,00', 'matched rap:  = 1', []],
  [
    'more: the payment of the year before',
    '1400000900',
    '4 500,00',
    'amountDiffers rap:  = 1',
    ['CHO-03 warning 1 ae'],
  ],
  ['a retrait of this year comes after', '1400000901', '2 000,00', 'matched rap:  = 1', []],
  ['an EJ that is paid in the ledger', '1400000902', '700,00', 'amountDiffers rap:  = 1', ['CHO-03 warning 3 ae']],
  ['an EJ that the ledger does not have', '1400000903', '5,00', 'notCompared (carryOver):  = 1', []],
])('%s', (_, ej, amount, group, findings) => {
  const result = reconciled(LEDGER, LINES + carried(ej, amount));
  expect(result.groups.filter(({ lines }) => lines.length > 0).map(groupText)).toEqual([group]);
  const ofBascule = result.findings.filter(({ rule }) => rule === 'CHO-03');
  expect(ofBascule.map(findingText)).toEqual(findings);
});

test('the finding gives both amounts, and where to look', () => {
  const { findings } = reconciled(LEDGER, LINES + carried('1400000900', '4 500,00'));
  const found = findings.find(({ rule }) => rule === 'CHO-03');
  const text = found && describeFinding(found, convention2023(), 'fr').message.replace(/[\u00a0\u202f]/g, ' ');
  expect(text).toContain(
    'EJ 1400000900 : reste à payer de 3 000,00 € à l’ouverture de l’exercice dans le suivi, bascule de 4 500,00 € dans Chorus, soit un écart de -1 500,00 €'.replace(
      '-',
      '−',
    ),
  );
});
