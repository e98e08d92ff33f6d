/**
 * Amounts that one side lacks, and the other has without comparing them: after the day of the situation, in another
 * year, without a payment date. The place is that row, and nothing asks to enter it again, nor to change an amount.
 */
import type { ChorusExtract } from '../../../../src/domain/reconciliation/extract';
import { describeFinding } from '../../../../src/messages/describe-finding';
import { convention2023 } from '../../../support/conventions';
import { extractOf } from '../../../support/ledgers/extract-builder';
import { findingText, reconciled } from '../../../support/reconciliation';

const LEDGER = 'imputation | axe 2 | EJ | date EJ | AE | payé le | CP\n';
const LINES = 'mouvement | codes | axe 2 | EJ | date | montant\n';
const A = 'juste | PDE | 1400000001';
const WITHOUT_CARRY_OVER = { lacks: ['carryOver'] } as const;
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'");

/** The findings at 30 June 2023; rows and lines are separated by « / ». */
function found(rows: string, lines: string, of: Partial<ChorusExtract> = {}) {
  const table = (text: string, start: string): string =>
    text
      .split(' / ')
      .map((one) => start + one)
      .join('\n');
  const ledger = LEDGER + table(rows, `${A} | `);
  const extract = { ...extractOf(LINES + lines.split(' / ').map(lineOf).join('\n')), ...of };
  return reconciled(ledger, [extract], { asOf: '2023-06-30' }).findings;
}

function lineOf(text: string): string {
  const [movement = '', rest = ''] = text.split(' : ');
  return `${movement} | ${A} | ${rest}`;
}

const SAME_EJ = '03/04/2023 | 60,00 | |';
const OF_SAME = 'engagement : 03/04/2023 | 60,00';

test.each<[why: string, rows: string, lines: string, of: Partial<ChorusExtract>, finding: string, words: RegExp]>([
  [
    'AE: the ledger dates it after the day',
    `${SAME_EJ} / 03/07/2023 | 20,00 | |`,
    `${OF_SAME} / engagement : 29/06/2023 | 20,00`,
    {},
    'CHO-02 error 2 commitmentDate',
    /20,00 € d'AE dans Chorus au 29\/06\/2023, inscrits dans le suivi au 03\/07\/2023, après la date de la situation .*Vérifiez laquelle des deux dates est juste, sans saisir l'opération de nouveau/,
  ],
  [
    'CP: the ledger dates it after the day',
    `03/04/2023 | 60,00 | 03/07/2023 | 5,00`,
    `${OF_SAME} / paiement : 28/06/2023 | 5,00`,
    {},
    'CHO-02 error 1 paymentDate',
    /5,00 € de CP dans Chorus au 28\/06\/2023, inscrits dans le suivi au 03\/07\/2023/,
  ],
  [
    'Chorus gives no day: a doubt',
    `${SAME_EJ} / 03/07/2023 | 20,00 | |`,
    'engagement :  | 60,00 / engagement :  | 20,00',
    {},
    'CHO-02 warning 2 commitmentDate',
    /Vérifiez la date de cette ligne, ou arrêtez l'extrait et la situation au même jour/,
  ],
  [
    'several rows after the day are one line of Chorus',
    `${SAME_EJ} / 03/07/2023 | 20,00 | | / 04/07/2023 | 7,00 | |`,
    `${OF_SAME} / engagement : 29/06/2023 | 27,00`,
    {},
    'CHO-02 error 2 commitmentDate',
    /27,00 € d'AE .*inscrits dans le suivi au 03\/07\/2023/,
  ],
  [
    'one line of Chorus has the row of the day and that after it',
    `${SAME_EJ} / 03/07/2023 | 20,00 | |`,
    'engagement : 29/06/2023 | 80,00',
    {},
    'CHO-03 error 2 commitmentDate',
    /60,00 € d'AE dans le suivi, 80,00 € dans Chorus, soit un écart de −20,00 €, montant présent dans le suivi après la date de la situation \(03\/07\/2023\).*sans changer les montants/,
  ],
  [
    'Chorus dates it after the day',
    `${SAME_EJ} / 29/06/2023 | 20,00 | |`,
    `${OF_SAME} / engagement : 03/07/2023 | 20,00`,
    {},
    'CHO-01 error 2 commitmentDate',
    /20,00 € d'AE comptés dans le suivi, alors que Chorus les date du 03\/07\/2023, après la date de la situation.*Vérifiez laquelle des deux dates est juste/,
  ],
  [
    'payments of every year in one amount of Chorus: a doubt',
    '03/04/2023 | 60,00 | 15/05/2023 | 6,00 / | | 15/11/2022 | 4,00',
    `${OF_SAME} / paiement :  | 10,00`,
    {},
    'CHO-03 warning 2 paymentDate',
    /soit un écart de −4,00 €, montant présent dans le suivi sur un autre exercice \(15\/11\/2022\).*refaites-le sur l'exercice seul/,
  ],
  [
    'the same, which Chorus dates in the year',
    '03/04/2023 | 60,00 | 15/05/2023 | 6,00 / | | 15/11/2022 | 4,00',
    `${OF_SAME} / paiement : 15/05/2023 | 10,00`,
    {},
    'CHO-03 error 2 paymentDate',
    /Vérifiez l'exercice de cette opération dans le suivi et dans Chorus, sans changer les montants/,
  ],
  [
    'a CP without a payment date is in the amount of Chorus',
    '03/04/2023 | 60,00 | 15/05/2023 | 6,00 / | | | 4,00',
    `${OF_SAME} / paiement : 15/06/2023 | 10,00`,
    {},
    'CHO-03 error 2 paymentDate',
    /montant présent dans le suivi sans date de paiement.*Mettez à jour l'état et la date de la ligne/,
  ],
  [
    'nothing explains the gap',
    '03/04/2023 | 60,00 | 15/05/2023 | 6,00 / | | 15/11/2022 | 4,00',
    `${OF_SAME} / paiement :  | 11,00`,
    {},
    'CHO-03 error 1 cp',
    /Corrigez le montant du suivi d'après la pièce/,
  ],
])('%s', (_, rows, lines, of, finding, words) => {
  const findings = found(rows, lines, of);
  expect(findings.map(findingText)).toEqual([finding]);
  expect(plain(findings[0] ? describeFinding(findings[0], convention2023(), 'fr').message : '')).toMatch(words);
});

test.each<[why: string, rows: string, lines: string, finding: string, words: RegExp]>([
  [
    'what the earlier years leave to be paid is in the AE',
    '03/04/2022 | 60,00 | 15/05/2022 | 20,00 / 03/04/2023 | 10,00 | |',
    'engagement :  | 50,00',
    'CHO-03 warning 1 ae',
    /soit un écart de −40,00 €, montant présent dans le suivi en reste à payer à l'ouverture de l'exercice.*refaites-le avec une colonne de bascule, sans changer les montants/,
  ],
  [
    'it is all that Chorus has',
    '03/04/2022 | 60,00 | 15/05/2022 | 20,00',
    'engagement :  | 40,00',
    'CHO-02 warning 1 ae',
    /40,00 € d'AE dans Chorus, soit le reste à payer des exercices antérieurs dans le suivi/,
  ],
  [
    'the AE of the earlier year',
    '03/04/2022 | 60,00 | |',
    'engagement :  | 60,00',
    'CHO-02 warning 1 commitmentDate',
    /datés d'un autre exercice dans le suivi.*refaites-le sur l'exercice seul ; sinon, corrigez la date de cette ligne/,
  ],
  [
    'an EJ that the ledger pays only',
    ' | | 15/05/2023 | 30,00',
    'engagement :  | 70,00 / paiement : 15/05/2023 | 30,00',
    'CHO-02 warning extrait.csv:1',
    /absents du suivi .*Si cet EJ est d'un exercice antérieur, l'extrait compte sa bascule.*Sinon, ajoutez la ligne/,
  ],
  [
    'more than the ledger: the advice names the bascule first',
    '03/04/2023 | 10,00 | |',
    'engagement :  | 50,00',
    'CHO-03 error 1 ae',
    /Si cet EJ vient d'un exercice antérieur, l'extrait compte sa bascule.*Sinon, corrigez le montant du suivi/,
  ],
  [
    'less than the ledger: no bascule explains it',
    '03/04/2023 | 50,00 | |',
    'engagement :  | 10,00',
    'CHO-03 error 1 ae',
    /10,00 € \(comptabilité de l'État \(Chorus\)\)\. Corrigez le montant du suivi/,
  ],
])('without a column of bascule, %s', (_, rows, lines, finding, words) => {
  const findings = found(rows, lines, WITHOUT_CARRY_OVER);
  expect(findings.map(findingText)).toEqual([finding]);
  expect(plain(findings[0] ? describeFinding(findings[0], convention2023(), 'fr').message : '')).toMatch(words);
});

test('the sentences are in English too', () => {
  const textOf = (...given: Parameters<typeof found>): string =>
    found(...given)
      .map((one) => plain(describeFinding(one, convention2023(), 'en').message))
      .join(' ');
  const later = `${SAME_EJ} / 03/07/2023 | 20,00 | |`;
  expect(textOf(later, `${OF_SAME} / engagement : 29/06/2023 | 20,00`)).toMatch(
    /entered in the ledger on .*, after the day of the situation .*Check which of the two dates is right, without entering/,
  );
  expect(textOf(later, 'engagement : 29/06/2023 | 80,00')).toMatch(
    /a gap of .*, an amount present in the ledger after the day of the situation/,
  );
  expect(textOf('03/04/2022 | 60,00 | 15/05/2022 | 20,00', 'engagement :  | 40,00', WITHOUT_CARRY_OVER)).toMatch(
    /the reste à payer of earlier years in the ledger.*export it with a column of bascule/,
  );
});

test.each`
  language | words
  ${'fr'}  | ${/5,00 € de CP comptés dans l'exercice, alors que Chorus les a sur l'exercice 2022.*Vérifiez l'exercice de l'extrait/}
  ${'en'}  | ${/€5.00 of CP counted in the credit year, while Chorus has it in the exercice 2022.*Check the year of the extract/}
`('Chorus has it in another exercice, without a day ($language)', ({ language, words }) => {
  const { findings } = reconciled(
    `${LEDGER} ${A} | | | 15/05/2023 | 5,00`,
    `mouvement | codes | axe 2 | EJ | exercice | date | montant
    paiement | ${A} | 2022 | | 5,00`,
  );
  expect(findings.map(findingText)).toEqual(['CHO-01 error 1 paymentDate']);
  const [only] = findings;
  expect(plain(only ? describeFinding(only, convention2023(), language as 'fr' | 'en').message : '')).toMatch(
    words as RegExp,
  );
});
