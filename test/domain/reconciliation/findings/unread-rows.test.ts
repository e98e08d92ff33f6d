/**
 * An operation of Chorus that is in the ledger with an amount that cannot be read: the finding is at that cell, and
 * never asks for a row more, which would count twice once the cell is corrected.
 */
import { describeFinding } from '../../../../src/messages/describe-finding';
import { convention2023 } from '../../../support/conventions';
import { findingText, reconciled } from '../../../support/reconciliation';

const LEDGER = `imputation | axe 2 | EJ | poste EJ | date EJ | AE | payé le | CP | DP | état
  juste | PDE | 1400000009 | | 15/02/2023 | 1,00 | | | |`;
const LINES = `mouvement | codes | axe 2 | EJ | poste EJ | DP | date | montant
  engagement | juste | PDE | 1400000009 | 1 | | 15/02/2023 | 1,00`;
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'");

function found(rows: string, lines: string) {
  const table = (text: string): string =>
    text
      .split(' / ')
      .map((row) => `juste | PDE | ${row}`)
      .join('\n');
  const ofChorus = lines.split(' / ').map((line) => line.replace(' | ', ' | juste | PDE | '));
  return reconciled(`${LEDGER}\n${table(rows)}`, [LINES, ...ofChorus].join('\n'));
}

const A = '1400000001';
const B = '1400000002';

describe('Chorus has what the ledger has with an amount that is not read: the cell of that amount', () => {
  test.each`
    rows                                                                      | lines                                                                                                    | finding                         | why
    ${`${A} | | 16/01/2023 | vingt mille`}                                    | ${`engagement | ${A} | 1 | | 16/01/2023 | 20 000,00`}                                                    | ${'CHO-02 error 2 ae'}          | ${'its EJ'}
    ${`${A} | | 16/01/2023 | 20.000`}                                         | ${`engagement | ${A} | 1 | | 16/01/2023 | 20 000,00`}                                                    | ${'CHO-02 error 2 ae'}          | ${'its EJ, an amount that may be two'}
    ${`${A} | | 16/01/2023 | #REF!`}                                          | ${`engagement | ${A} | 1 | | 16/01/2023 | 20 000,00`}                                                    | ${'CHO-02 error 2 ae'}          | ${'its EJ, an error of Excel'}
    ${`${A} | | 16/01/2023 | `}                                               | ${`engagement | ${A} | 1 | | 16/01/2023 | 20 000,00`}                                                    | ${'CHO-02 error 2 ae'}          | ${'its EJ, a blank'}
    ${`${A} | | | env. 20 000 | | | | projet`}                                | ${`engagement | ${A} | 1 | | 16/01/2023 | 20 000,00`}                                                    | ${'CHO-02 error 2 ae'}          | ${'its EJ, a draft'}
    ${`${A} | | 16/01/2022 | env. 20 000`}                                    | ${`engagement | ${A} | 1 | | 16/01/2023 | 20 000,00`}                                                    | ${'CHO-02 error 2 ae'}          | ${'its EJ, dated in another year'}
    ${`${A} | | 16/01/2023 | cinquante mille`}                                | ${`engagement | ${A} | 1 | | 16/01/2023 | 30 000,00 / engagement | ${A} | 2 | | 16/01/2023 | 20 000,00`} | ${'CHO-02 error 2 ae'}          | ${'its EJ, in two postes'}
    ${`${A} | 1 | 16/01/2023 | 30 000,00 / ${A} | 2 | 16/01/2023 | 20 mille`} | ${`engagement | ${A} | 1 | | 16/01/2023 | 30 000,00 / engagement | ${A} | 2 | | 16/01/2023 | 20 000,00`} | ${'CHO-02 error 3 ae'}          | ${'its EJ, of which one poste is read'}
    ${`${A} | | 16/01/2023 | 30 000,00 / ${A} | | 16/01/2023 | 20 mille`}     | ${`engagement | ${A} | 1 | | 16/01/2023 | 50 000,00`}                                                    | ${'CHO-03 error 3 ae'}          | ${'a part of its EJ, which Chorus has whole'}
    ${`${A} | | 16/01/2023 | 30 000,00 / ${A} | | 16/01/2023 | 30 mille`}     | ${`engagement | ${A} | 1 | | 16/01/2023 | 30 000,00 / engagement | ${A} | 1 | | 16/01/2023 | 30 000,00`} | ${'CHO-02 error 3 ae'}          | ${'the second of two equal amounts, which is no repetition'}
    ${`${A} | | | | 21/04/2023 | dix mille | 100000001 |`}                    | ${`paiement | ${A} | 1 | 0100000001 | 21/04/2023 | 10 000,00`}                                           | ${'CHO-02 error 2 cp'}          | ${'its DP'}
    ${`${A} | | | | 21/04/2023 | dix mille | 100000002, 100000001 |`}         | ${`paiement | ${A} | 1 | 0100000001 | 21/04/2023 | 10 000,00`}                                           | ${'CHO-02 error 2 cp'}          | ${'one of its DP'}
    ${`${A} | | | | 21/04/2023 | dix mille | |`}                              | ${`paiement | ${A} | 1 | 0100000001 | 21/04/2023 | 10 000,00`}                                           | ${'CHO-02 error 2 cp'}          | ${'its EJ, where the row names no DP'}
    ${`${A} | | | | | dix mille | 100000001 |`}                               | ${`paiement | ${B} | 1 | 0100000001 | 21/04/2023 | 10 000,00`}                                           | ${'CHO-02 error 2 cp'}          | ${'its DP, on another EJ, not paid yet'}
    ${`${A} | | | | 21/04/2023 | | 100000001 |`}                              | ${`paiement | ${A} | 1 | 0100000001 | 21/04/2023 | 10 000,00`}                                           | ${'CHO-02 error 2 cp'}          | ${'its DP, a blank'}
    ${`${A} | | | | 21/04/2023 | dix mille | 100000002 |`}                    | ${`paiement | ${A} | 1 | 0100000001 | 21/04/2023 | 10 000,00`}                                           | ${'CHO-02 error extrait.csv:2'} | ${'none: another DP of the EJ is another payment'}
    ${`${A} | | | | 21/04/2023 | dix mille | |`}                              | ${`engagement | ${A} | 1 | | 21/04/2023 | 10 000,00`}                                                    | ${'CHO-02 error extrait.csv:2'} | ${'none: a payment is no commitment'}
    ${`${B} | | 16/01/2023 | vingt mille`}                                    | ${`engagement | ${A} | 1 | | 16/01/2023 | 20 000,00`}                                                    | ${'CHO-02 error extrait.csv:2'} | ${'none: another EJ'}
    ${`${A} | | 16/01/2023 | vingt mille | | | | annulé`}                     | ${`engagement | ${A} | 1 | | 16/01/2023 | 20 000,00`}                                                    | ${'CHO-02 error extrait.csv:2'} | ${'none: a cancelled row is not to be corrected'}
  `('$rows: $why', ({ rows, lines, finding }) => {
    expect(found(rows as string, lines as string).findings.map(findingText)).toEqual([finding]);
  });
});

test('a blank row of an EJ beside another lacks nothing for sure: the amounts are compared', () => {
  const rows = `${A} | | 16/01/2023 | 30 000,00 / ${A} | | 16/01/2023 |`;
  const { findings } = found(rows, `engagement | ${A} | 1 | | 16/01/2023 | 50 000,00`);
  expect(findings.map(findingText)).toEqual(['CHO-03 error 2 ae']);
  expect(findings[0]?.details).toEqual({
    nature: 'AE',
    ej: A,
    dp: '',
    ledger: 30_000_00,
    chorus: 50_000_00,
    listed: false,
  });
});

test('of several rows of an EJ that cannot be read, the same is named whatever their order', () => {
  const [one, two] = [`${A} | | 16/01/2023 | dix mille`, `${A} | | 16/01/2023 | vingt mille`];
  const line = `engagement | ${A} | 1 | | 16/01/2023 | 30 000,00`;
  const named = [`${one} / ${two}`, `${two} / ${one}`, `${A} | | 16/01/2023 | / ${one}`].map(
    (rows) => found(rows, line).findings[0],
  );
  expect(named.map((finding) => finding && findingText(finding))).toEqual([
    'CHO-02 error 2 ae',
    'CHO-02 error 3 ae',
    'CHO-02 error 3 ae',
  ]);
});

describe('the remedy is to correct the cell', () => {
  const [committed, paid] = [
    `engagement | ${A} | 1 | | 16/01/2023 | 20 000,00`,
    `paiement | ${A} | 1 | 0100000001 | 21/04/2023 | 10 000,00`,
  ];
  test.each`
    rows                                                                     | line         | language | message
    ${`${A} | | 16/01/2023 | vingt mille`}                                   | ${committed} | ${'fr'}  | ${"EJ 1400000001 : 20 000,00 € d'AE dans Chorus au 16/01/2023, alors que cet EJ est dans le suivi avec un montant qui n'est pas lu, « vingt mille » (extrait.csv, ligne 2) ; attendu : un montant lisible dans cette cellule du suivi (comptabilité de l'État (Chorus)). Corrigez cette cellule du suivi, sans ajouter de ligne, puis relancez le rapprochement."}
    ${`${A} | | 16/01/2023 |`}                                               | ${committed} | ${'fr'}  | ${"EJ 1400000001 : 20 000,00 € d'AE dans Chorus au 16/01/2023, alors que cet EJ est dans le suivi sur une ligne sans montant (extrait.csv, ligne 2) ; attendu : un montant lisible dans cette cellule du suivi (comptabilité de l'État (Chorus)). Saisissez le montant dans cette cellule, sans ajouter de ligne, puis relancez le rapprochement."}
    ${`${A} | | | | 21/04/2023 | dix mille | 100000001 |`}                   | ${paid}      | ${'fr'}  | ${"DP 100000001 (EJ 1400000001) : 10 000,00 € de CP dans Chorus au 21/04/2023, alors que cette DP est dans le suivi avec un montant qui n'est pas lu, « dix mille » (extrait.csv, ligne 2) ; attendu : un montant lisible dans cette cellule du suivi (comptabilité de l'État (Chorus)). Corrigez cette cellule du suivi, sans ajouter de ligne, puis relancez le rapprochement."}
    ${`${A} | | 16/01/2023 | 5 000,00 / ${A} | | 16/01/2023 | quinze mille`} | ${committed} | ${'fr'}  | ${"EJ 1400000001 : 5 000,00 € d'AE dans le suivi et 20 000,00 € dans Chorus ne sont pas comparés, car cet EJ est dans le suivi avec un montant qui n'est pas lu, « quinze mille » (comptabilité de l'État (Chorus)). Corrigez cette cellule du suivi, sans changer les autres montants, puis relancez le rapprochement."}
    ${`${A} | | 16/01/2023 | vingt mille`}                                   | ${committed} | ${'en'}  | ${'EJ 1400000001: €20,000.00 of AE in Chorus on 16 Jan 2023, while this EJ is in the ledger with an amount that is not read, “vingt mille” (extrait.csv, line 2); expected: a readable amount in that cell of the ledger (accounts of the State (Chorus)). Correct that cell of the ledger, without adding a row, then reconcile again.'}
    ${`${A} | | 16/01/2023 | 5 000,00 / ${A} | | 16/01/2023 | quinze mille`} | ${committed} | ${'en'}  | ${'EJ 1400000001: €5,000.00 of AE in the ledger and €20,000.00 in Chorus are not compared, because this EJ is in the ledger with an amount that is not read, “quinze mille” (accounts of the State (Chorus)). Correct that cell of the ledger, without changing the other amounts, then reconcile again.'}
  `('$language: $rows', ({ rows, line, language, message }) => {
    const [only] = found(rows as string, line as string).findings;
    expect(only && plain(describeFinding(only, convention2023(), language as 'fr' | 'en').message)).toBe(message);
  });
});
