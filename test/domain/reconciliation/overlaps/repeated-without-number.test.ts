/** Two extracts with one equal line and no number: nothing shows whether these are one operation, and none is « absent ». */
import { describeFinding } from '../../../../src/messages/describe-finding';
import { convention2023 } from '../../../support/conventions';
import { extractOf } from '../../../support/ledgers/extract-builder';
import { findingText, reconciled } from '../../../support/reconciliation';

const LEDGER = 'imputation | axe 2 | EJ | payé le | CP | DP';
const LINES = 'mouvement | codes | axe 2 | EJ | DP | date | montant';

function found(rows: readonly string[], dp: string) {
  const line = `paiement | juste | PDE | 1400000001 | ${dp} | 15/05/2023 | 10,00`;
  const extracts = ['a.csv', 'b.csv'].map((source) => extractOf([LINES, line].join('\n'), { source }));
  const of = (one: string): string => `juste | PDE | 1400000001 | 15/05/2023 | ${one}`;
  return reconciled([LEDGER, ...rows.map(of)].join('\n'), extracts).findings;
}

test.each<[why: string, rows: readonly string[], dp: string, findings: readonly string[]]>([
  ['the ledger has it once', ['10,00 |'], '', []],
  ['the ledger has it twice: a doubt', ['10,00 |', '10,00 |'], '', ['CHO-01 warning 2 cp']],
  ['the ledger has the sum: a doubt', ['20,00 |'], '', ['CHO-03 warning 1 cp']],
  [
    'one DP is one payment: the second row is absent',
    ['10,00 | 0100000001', '10,00 | 0100000001'],
    '0100000001',
    ['CHO-01 error 2 cp'],
  ],
])('%s', (_, rows, dp, findings) => {
  expect(found(rows, dp).map(findingText)).toEqual(findings);
});

test.each`
  language | rows                      | words
  ${'fr'}  | ${['10,00 |', '10,00 |']} | ${/deux extraits ont cette ligne sans numéro .* compte une fois \(b.csv, ligne 1\).*Refaites les extraits en un seul/}
  ${'en'}  | ${['10,00 |', '10,00 |']} | ${/two extracts have this line, without a number .* counts once \(b.csv, line 1\).*Export one extract/}
  ${'fr'}  | ${['20,00 |']}            | ${/montant présent dans Chorus dans un autre extrait aussi.*Refaites les extraits en un seul/}
  ${'en'}  | ${['20,00 |']}            | ${/an amount present in Chorus in another extract too.*Export one extract/}
`('the sentence of $rows in $language', ({ language, rows, words }) => {
  const [only] = found(rows as string[], '');
  const described = only && describeFinding(only, convention2023(), language as 'fr' | 'en').message;
  expect(described?.replaceAll(/[\u00a0\u202f]/g, ' ')).toMatch(words as RegExp);
});
