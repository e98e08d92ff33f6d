/**
 * A line of an extract that is not read, and the rows of the ledger that it may answer: of its DP, else of its EJ, and
 * of its own nature. Their amounts are not compared, and no remedy asks to change them.
 */
import type { ChorusShape } from '../../../../src/domain/reconciliation/extract';
import type { IgnoredLine } from '../../../../src/domain/reconciliation/extract-reading';
import { describeFinding } from '../../../../src/messages/describe-finding';
import { convention2023 } from '../../../support/conventions';
import { extractOf } from '../../../support/ledgers/extract-builder';
import { findingText, reconciled } from '../../../support/reconciliation';

const LEDGER = 'imputation | axe 2 | EJ | date EJ | AE | payé le | CP | DP\n';
const LINES = 'mouvement | codes | axe 2 | EJ | poste EJ | DP | date | montant\n';
const [A, B] = ['1400000001', '1400000002'];
const [X, Y] = ['0100000001', '0100000002'];
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'");

/** Rows and lines without their codes, and the line 9, which is not read. */
function found(rows: string, lines: string, unread: Partial<IgnoredLine>, shape: ChorusShape) {
  const [row, ...others] = lines.split(' / ').map((line) => line.replace(' | ', ' | juste | PDE | '));
  const read = extractOf(`${LINES}${[row, ...others].join('\n')}`, { shape, source: 'chorus.csv' });
  const ignored = [{ line: 9, reason: 'amountUnreadable' as const, raw: '', ...unread }];
  const ledger = rows.split(' / ').map((one) => `juste | PDE | ${one}`);
  return reconciled(`${LEDGER}${ledger.join('\n')}`, [{ ...read, ignored }]).findings;
}

describe('an EJ or a DP of which Chorus has less, and a line that is not read', () => {
  const committed = `${A} | 15/02/2023 | 50 000,00`;
  const [part, paid] = [
    `engagement | ${A} | 1 | | 15/02/2023 | 30 000,00`,
    `paiement | ${A} | 1 | ${X} | 15/03/2023 | 6 000,00`,
  ];
  test.each`
    row                                           | line    | shape           | unread                 | isCompared | why
    ${committed}                                  | ${part} | ${'nationalAe'} | ${{ ej: A }}           | ${false}   | ${'it has this EJ'}
    ${committed}                                  | ${part} | ${'journal'}    | ${{ ej: A }}           | ${false}   | ${'it has this EJ, and may be of AE'}
    ${committed}                                  | ${part} | ${'nationalAe'} | ${{ numbers: [B, A] }} | ${false}   | ${'its cells moved, and one is this EJ'}
    ${committed}                                  | ${part} | ${'nationalAe'} | ${{ ej: B }}           | ${true}    | ${'it has another EJ'}
    ${committed}                                  | ${part} | ${'nationalAe'} | ${{}}                  | ${true}    | ${'it has no number'}
    ${committed}                                  | ${part} | ${'nationalCp'} | ${{ ej: A }}           | ${true}    | ${'it is a payment'}
    ${`${A} | | | 15/03/2023 | 10 000,00 | ${X}`} | ${paid} | ${'nationalCp'} | ${{ ej: A, dp: X }}    | ${false}   | ${'it has this DP'}
    ${`${A} | | | 15/03/2023 | 10 000,00 | ${X}`} | ${paid} | ${'nationalCp'} | ${{ dp: '100000001' }} | ${false}   | ${'it has this DP, in nine digits'}
    ${`${A} | | | 15/03/2023 | 10 000,00 | ${X}`} | ${paid} | ${'nationalCp'} | ${{ numbers: [A, X] }} | ${false}   | ${'its cells moved, and one is this DP'}
    ${`${A} | | | 15/03/2023 | 10 000,00 | ${X}`} | ${paid} | ${'nationalCp'} | ${{ ej: A }}           | ${false}   | ${'it has this EJ, and no DP'}
    ${`${A} | | | 15/03/2023 | 10 000,00 | ${X}`} | ${paid} | ${'nationalCp'} | ${{ ej: A, dp: Y }}    | ${true}    | ${'it has another DP of this EJ'}
    ${`${A} | | | 15/03/2023 | 10 000,00 | `}     | ${paid} | ${'nationalCp'} | ${{ ej: A, dp: Y }}    | ${false}   | ${'it has another DP, and the row names none'}
    ${`${A} | | | 15/03/2023 | 10 000,00 | ${X}`} | ${paid} | ${'nationalAe'} | ${{ ej: A, dp: X }}    | ${true}    | ${'it is a commitment'}
  `('$why: compared is $isCompared', ({ row, line, shape, unread, isCompared }) => {
    const [only, ...others] = found(row as string, line as string, unread as IgnoredLine, shape as ChorusShape);
    expect([only && findingText(only), others]).toEqual([expect.stringMatching(/^CHO-03 error 1 /), []]);
    const unreadLine = only?.rule === 'CHO-03' ? only.details.unreadLine : null;
    expect(unreadLine).toEqual(isCompared ? undefined : expect.objectContaining({ source: 'chorus.csv', line: 9 }));
  });
});

describe('a row that Chorus lacks, and a line that is not read', () => {
  const ae = `${A} | 15/02/2023 | 1 000,00`;
  const cp = `${A} | | | 15/03/2023 | 200,00 | ${X}`;
  const last = `paiement | ${B} | 1 | ${Y} | 31/12/2023 | 1,00 / engagement | ${B} | 1 | | 31/12/2023 | 1,00`;
  test.each`
    row   | unread                                   | shape           | line    | effect  | why
    ${ae} | ${{ ej: A }}                             | ${'nationalAe'} | ${9}    | ${null} | ${'it has this EJ'}
    ${ae} | ${{ ej: A }}                             | ${'nationalCp'} | ${null} | ${null} | ${'a payment explains no commitment'}
    ${cp} | ${{ ej: A, dp: X }}                      | ${'nationalCp'} | ${9}    | ${null} | ${'it has this DP'}
    ${cp} | ${{ ej: A, dp: Y }}                      | ${'nationalCp'} | ${null} | ${null} | ${'it has another DP of this EJ'}
    ${cp} | ${{ ej: A }}                             | ${'nationalAe'} | ${null} | ${null} | ${'a commitment explains no payment'}
    ${cp} | ${{ ej: A, dp: X, reason: 'cancelled' }} | ${'nationalCp'} | ${null} | ${9}    | ${'it has this DP, cancelled'}
    ${cp} | ${{ ej: A, dp: Y, reason: 'cancelled' }} | ${'nationalCp'} | ${null} | ${null} | ${'another DP of this EJ is cancelled'}
    ${ae} | ${{ ej: A, dp: X, reason: 'cancelled' }} | ${'nationalCp'} | ${null} | ${null} | ${'a payment of this EJ is cancelled'}
    ${ae} | ${{ ej: A, reason: 'notValidated' }}     | ${'nationalAe'} | ${null} | ${9}    | ${'it has this EJ, not validated'}
  `('$why: unread line $line, line without effect $effect', ({ row, unread, shape, line, effect }) => {
    const findings = found(row as string, last, unread as IgnoredLine, shape as ChorusShape);
    const absent = findings.flatMap((finding) => (finding.rule === 'CHO-01' ? [finding.details] : []));
    expect(
      absent.map(({ unreadLine, effectlessLine }) => [unreadLine?.line ?? null, effectlessLine?.line ?? null]),
    ).toEqual([[line, effect]]);
  });
});

test('of two lines that are not read, the one of the DP is named, else the first', () => {
  const unread = (line: number, dp?: string): IgnoredLine => ({
    ...{ line, reason: 'amountUnreadable', raw: '', ej: A },
    ...(dp !== undefined && { dp }),
  });
  const lineNamed = (ignored: readonly IgnoredLine[]) => {
    const read = extractOf(LINES, { shape: 'nationalCp' });
    const [only] = reconciled(`${LEDGER} juste | PDE | ${A} | | | 15/03/2023 | 200,00 | ${X}`, [
      { ...read, ignored },
    ]).findings;
    return only?.rule === 'CHO-01' ? only.details.unreadLine?.line : null;
  };
  expect(lineNamed([unread(3), unread(4, X), unread(5, X)])).toBe(4);
  expect(lineNamed([unread(3), unread(4), unread(5, Y)])).toBe(3);
});

const PART_OF_EJ = {
  row: `${A} | 15/02/2023 | 50 000,00`,
  line: `engagement | ${A} | 1 | | 15/02/2023 | 30 000,00`,
  unread: { ej: A },
};
const PART_OF_DP = {
  row: `${A} | | | 15/03/2023 | 10 000,00 | ${X}`,
  line: `paiement | ${A} | 1 | ${X} | 15/03/2023 | 6 000,00`,
  unread: { ej: A, dp: X },
};
test.each`
  of            | language | message
  ${PART_OF_EJ} | ${'fr'}  | ${"EJ 1400000001 : 50 000,00 € d'AE dans le suivi et 30 000,00 € dans Chorus ne sont pas comparés, car la ligne 9 de chorus.csv, qui porte cet EJ, n'est pas lue (comptabilité de l'État (Chorus)). Corrigez cette ligne de l'extrait, ou exportez-le de nouveau, puis relancez le rapprochement."}
  ${PART_OF_DP} | ${'fr'}  | ${"DP 100000001 (EJ 1400000001) : 10 000,00 € de CP dans le suivi et 6 000,00 € dans Chorus ne sont pas comparés, car la ligne 9 de chorus.csv, qui porte cette DP, n'est pas lue (comptabilité de l'État (Chorus)). Corrigez cette ligne de l'extrait, ou exportez-le de nouveau, puis relancez le rapprochement."}
  ${PART_OF_EJ} | ${'en'}  | ${'EJ 1400000001: €50,000.00 of AE in the ledger and €30,000.00 in Chorus are not compared, because line 9 of chorus.csv, which has this EJ, is not read (accounts of the State (Chorus)). Correct that line of the extract, or export it again, then reconcile again.'}
  ${PART_OF_DP} | ${'en'}  | ${'DP 100000001 (EJ 1400000001): €10,000.00 of CP in the ledger and €6,000.00 in Chorus are not compared, because line 9 of chorus.csv, which has this DP, is not read (accounts of the State (Chorus)). Correct that line of the extract, or export it again, then reconcile again.'}
`('the remedy changes no amount of the ledger ($language)', ({ of, language, message }) => {
  const [only] = found(of.row, of.line, of.unread, 'journal');
  expect(only && plain(describeFinding(only, convention2023(), language as 'fr' | 'en').message)).toBe(message);
});

test.each`
  language | sentence
  ${'fr'}  | ${'alors que la ligne 9 de chorus.csv donne cette DP pour annulée'}
  ${'en'}  | ${'while line 9 of chorus.csv gives this DP as cancelled'}
`('a cancelled DP ($language)', ({ language, sentence }) => {
  const [absent] = found(
    PART_OF_DP.row,
    `paiement | ${B} | 1 | ${Y} | 31/12/2023 | 1,00`,
    { ej: A, dp: X, reason: 'cancelled' },
    'nationalCp',
  );
  expect(absent && plain(describeFinding(absent, convention2023(), language as 'fr' | 'en').message)).toContain(
    sentence,
  );
});
