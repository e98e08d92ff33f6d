/**
 * Extracts that were not read to the end: a line whose amount is unreadable or in another currency, a file cut short, a
 * total that the lines do not make. Nothing that was read differs, and that is no agreement.
 */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { isConclusive } from '../../../src/domain/reconciliation/conclusion';
import { refusedExtract, type ChorusExtract } from '../../../src/domain/reconciliation/extract';
import type { IgnoredLine, UnknownStatus, UnreadYears } from '../../../src/domain/reconciliation/extract-reading';
import { unreadOf } from '../../../src/domain/reconciliation/unread-lines';
import { describeCoverage } from '../../../src/messages/describe-coverage';
import { describeFinding } from '../../../src/messages/describe-finding';
import { convention2023 } from '../../support/conventions';
import { extractOf } from '../../support/ledgers/extract-builder';
import { findingText, reconciled } from '../../support/reconciliation';

const LEDGER = `
  imputation | axe 2 | EJ         | date EJ    | AE
  juste      | PDE   | 1400000001 | 15/02/2023 | 1 000,00`;
const LINES = `
  mouvement  | codes | axe 2 | EJ         | date       | montant
  engagement | juste | PDE   | 1400000001 | 15/02/2023 | 1 000,00`;
const NO_LINE = 'mouvement | codes | axe 2 | EJ | date | montant';

const extract = (table: string, more: Partial<ChorusExtract> = {}): ChorusExtract => ({
  ...extractOf(table, { shape: 'infBud53Ae', source: 'ae.csv' }),
  ...more,
});
const ignored = (reason: IgnoredLine['reason'], line = 4, ej?: string): IgnoredLine => ({
  line,
  reason,
  raw: '',
  ...(ej !== undefined && { ej }),
});
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ').replaceAll('’', "'");

test.each`
  reason                | isAgreed
  ${'amountUnreadable'} | ${false}
  ${'otherCurrency'}    | ${false}
  ${'movementUnknown'}  | ${false}
  ${'tooManyCells'}     | ${false}
  ${'otherHeadings'}    | ${false}
  ${'cutShort'}         | ${false}
  ${'empty'}            | ${true}
  ${'preamble'}         | ${true}
  ${'headings'}         | ${true}
  ${'note'}             | ${true}
  ${'total'}            | ${true}
  ${'zero'}             | ${true}
  ${'reservation'}      | ${true}
  ${'cancelled'}        | ${true}
`('all that was read agrees, and one line is ignored ($reason): agreement is $isAgreed', ({ reason, isAgreed }) => {
  const result = reconciled(LEDGER, [extract(LINES, { ignored: [ignored(reason as IgnoredLine['reason'])] })]);
  const text = describeCoverage(result, 'fr');
  expect(result.findings).toEqual([]);
  expect(isConclusive(result)).toBe(isAgreed);
  expect([text.tone, plain(text.headline)]).toEqual(
    isAgreed
      ? ['success', 'Le suivi et Chorus concordent']
      : ['warning', "Extrait lu en partie : l'accord n'est pas établi"],
  );
});

test.each`
  lines                                            | sentence
  ${[4]}                                           | ${"ae.csv : la ligne 4 n'est pas lue, et son montant n'est pas comparé. Corrigez-la dans l'extrait, ou exportez-le de nouveau."}
  ${[4, 9]}                                        | ${"ae.csv : les lignes 4 et 9 ne sont pas lues, et leurs montants ne sont pas comparés. Corrigez-les dans l'extrait, ou exportez-le de nouveau."}
  ${Array.from({ length: 12 }, (_, at) => at + 2)} | ${"ae.csv : les lignes 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 et 2 de plus ne sont pas lues, et leurs montants ne sont pas comparés. Corrigez-les dans l'extrait, ou exportez-le de nouveau."}
`('unread lines $lines have their numbers in the sentence', ({ lines, sentence }) => {
  const unread = (lines as number[]).map((line) => ignored('amountUnreadable', line));
  const text = describeCoverage(reconciled(LEDGER, [extract(LINES, { ignored: unread })]), 'fr');
  expect(text.causes.map(plain)).toEqual([sentence]);
});

const status = (words: string, line: number, count = 1): UnknownStatus => ({ heading: 'Statut', words, line, count });

test.each<[readonly UnknownStatus[], string]>([
  [
    [status('Bloquée', 4)],
    "ae.csv : statut non reconnu dans la colonne « Statut », « Bloquée » (ligne 4). Ce montant compte, alors que Chorus a pu annuler la ligne. Dans l'extrait, écrivez « Validé » ou « Annulé » à la place.",
  ],
  [
    [status('Bloquée', 4, 2), status('Gelée', 9, 3), status('02', 11)],
    "ae.csv : statut non reconnu dans la colonne « Statut », « Bloquée » (ligne 4 et 1 autre), « Gelée » (ligne 9 et 2 autres) et « 02 » (ligne 11). Ces montants comptent, alors que Chorus a pu annuler les lignes. Dans l'extrait, écrivez « Validé » ou « Annulé » à la place.",
  ],
  [
    [{ heading: '', words: '1405000002', isStruck: true, line: 7, count: 1 }],
    "ae.csv : ligne barrée, « 1405000002 » (ligne 7). Son montant compte, alors que Chorus a pu l'annuler. Dans l'extrait, retirez le trait, ou supprimez la ligne.",
  ],
])('a status that is not known is no agreement, and is given', (statuses, sentence) => {
  const result = reconciled(LEDGER, [extract(LINES, { statuses })]);
  const text = describeCoverage(result, 'fr');
  expect([isConclusive(result), text.tone, ...text.causes.map(plain)]).toEqual([false, 'warning', sentence]);
});

test('a column of amounts that no line counts is no agreement, and is given with its sum', () => {
  const unused = [{ heading: 'Avoirs', count: 2, cents: -300_000 }];
  const result = reconciled(LEDGER, [extract(LINES, { unused })]);
  const text = describeCoverage(result, 'fr');
  expect([isConclusive(result), text.tone, ...text.causes.map(plain)]).toEqual([
    false,
    'warning',
    "ae.csv : la colonne « Avoirs » contient 2 montants, −3 000,00 € en tout, qui ne sont pas comparés. Donnez-lui l'en-tête de Chorus s'ils comptent, ou supprimez-la.",
  ]);
});

const year = (kind: UnreadYears['kind'], heading: string, words: string, ...years: number[]): UnreadYears => {
  return { kind, heading, words, line: 4, count: kind === 'above' ? 1 : 3, years };
};

test.each<[UnreadYears, string]>([
  [
    year('exercise', 'Exercice comptable', '2022-2023'),
    "ae.csv : exercice non reconnu dans la colonne « Exercice comptable », « 2022-2023 » (ligne 4 et 2 autres). Ces montants peuvent être d'une autre année. Dans l'extrait, écrivez une seule année, telle que « 2023 ».",
  ],
  [
    year('above', '', '2022, 2023'),
    "ae.csv : exercice non reconnu au-dessus des en-têtes, « 2022, 2023 » (ligne 4). Les lignes sans date peuvent être d'une autre année. Exportez l'extrait avec les dates, ou un exercice à la fois.",
  ],
  [
    year('column', 'Date', '15/05/2022', 2022, 2023),
    "ae.csv : la colonne « Date », « 15/05/2022 » (ligne 4 et 2 autres), n'est pas lue. Les lignes peuvent être d'une autre année. Donnez-lui l'en-tête de Chorus (« Exercice comptable », « Date comptable »), ou supprimez-la si elle ne date pas les montants.",
  ],
])('years that are not read are no agreement, and are given', (one, sentence) => {
  const result = reconciled(LEDGER, [extract(LINES, { years: [one] })]);
  const text = describeCoverage(result, 'fr');
  expect([isConclusive(result), text.tone, ...text.causes.map(plain)]).toEqual([false, 'warning', sentence]);
});

test('the days of an unknown column that are all of the year prevent nothing', () => {
  const result = reconciled(LEDGER, [extract(LINES, { years: [year('column', 'Date', '15/05/2023', 2023)] })]);
  expect(isConclusive(result)).toBe(true);
});

test('a total that the lines do not make is no agreement, and is given', () => {
  const shownTotals = [{ measure: '', cents: 150_000, agrees: false }];
  const text = describeCoverage(reconciled(LEDGER, [extract(LINES, { shownTotals })]), 'fr');
  expect([text.tone, ...text.causes.map(plain)]).toEqual([
    'warning',
    "ae.csv : la somme des lignes n'est pas le total affiché, 1 500,00 €. Exportez de nouveau l'extrait, sans filtre.",
  ]);
});

test('the gaps come first, and the unread lines are given with them', () => {
  const other = LINES.replace('1 000,00', '900,00');
  const text = describeCoverage(reconciled(LEDGER, [extract(other, { ignored: [ignored('cutShort', 3)] })]), 'fr');
  expect([plain(text.headline), text.causes.length]).toEqual(['1 écart avec Chorus', 1]);
});

test.each`
  ej               | activity          | isAgreed
  ${'1,40514E+09'} | ${''}             | ${false}
  ${'14051354?0'}  | ${''}             | ${false}
  ${'0140513547'}  | ${''}             | ${false}
  ${'1400000009'}  | ${''}             | ${true}
  ${'0001821732'}  | ${''}             | ${true}
  ${'TF000123'}    | ${''}             | ${true}
  ${'Hors EJ'}     | ${''}             | ${true}
  ${'14051354?0'}  | ${'010300000108'} | ${true}
`(
  'a line of EJ « $ej », activité « $activity », that the ledger does not have: agreement is $isAgreed',
  ({ ej, activity, isAgreed }) => {
    const lines = `
  mouvement  | codes | activité    | EJ         | date       | montant
  engagement | juste |             | 1400000001 | 15/02/2023 | 1 000,00
  engagement |       | ${activity} | ${ej}      | 15/02/2023 | 700,00`;
    const result = reconciled(LEDGER, [extract(lines)]);
    const { headline, causes } = describeCoverage(result, 'fr');
    expect(isConclusive(result)).toBe(isAgreed);
    expect([plain(headline), ...causes.map(plain)]).toEqual(
      isAgreed
        ? ['Le suivi et Chorus concordent']
        : [
            "Extrait lu en partie : l'accord n'est pas établi",
            "ae.csv : la ligne 2 n'est pas lue, et son montant, 700,00 €, n'est pas comparé. Corrigez-la dans l'extrait, ou exportez-le de nouveau.",
          ],
    );
  },
);

test('a row whose EJ is on an unread line is not « absent de Chorus »: the line to correct is named', () => {
  const unread = [ignored('amountUnreadable', 3, '1400000001'), ignored('otherCurrency', 5, '1400000001')];
  const { findings } = reconciled(LEDGER, [
    extract(NO_LINE, { source: 'vide.csv' }),
    extract(NO_LINE, { ignored: unread }),
  ]);
  expect(findings.map(findingText)).toEqual(['CHO-01 error 1 ae']);
  expect(findings[0]?.details).toMatchObject({ unreadLine: { source: 'ae.csv', line: 3 }, lastDate: null });
  expect(findings.map((finding) => plain(describeFinding(finding, convention2023(), 'fr').message))).toEqual([
    expect.stringMatching(
      /^EJ 1400000001 : 1 000,00 € d'AE ne sont pas comparés, car la ligne 3 de ae.csv, qui porte cet EJ, n'est pas lue/,
    ),
  ]);
});

test.each([
  ['cancelled', 'donne cet EJ pour annulé', 'gives this EJ as cancelled'],
  ['notValidated', 'donne cet EJ pour non validé', 'gives this EJ as not validated'],
] as const)(
  'a row whose EJ is %s in the extract names that line, even after its last day',
  (reason, french, english) => {
    const { findings } = reconciled(LEDGER, [
      extract(NO_LINE, { ignored: [ignored(reason, 3, '1400000001'), ignored(reason, 4, '1400000001')] }),
    ]);
    expect(findings.map(findingText)).toEqual(['CHO-01 error 1 ae']);
    expect(findings[0]?.details).toMatchObject({
      ...{ effectlessLine: { source: 'ae.csv', line: 3, reason } },
      ...{ unreadLine: null, lastDate: null },
    });
    const sentences = (['fr', 'en'] as const).map((language) =>
      plain(describeFinding(findings[0]!, convention2023(), language).message),
    );
    expect(sentences).toEqual([
      expect.stringContaining(`dans le suivi, alors que la ligne 3 de ae.csv ${french}`),
      expect.stringContaining(`in the ledger, while line 3 of ae.csv ${english}`),
    ]);
  },
);

test('neither an ignored line of another EJ, nor one that holds no amount, explains a row that Chorus lacks', () => {
  const others = [ignored('amountUnreadable', 3, '1400000009'), ignored('zero', 4, '1400000001')];
  const { findings } = reconciled(LEDGER, [extract(NO_LINE, { ignored: others })]);
  expect(findings[0]?.details).toMatchObject({ unreadLine: null, effectlessLine: null });
});

test.each([
  ['fr', "Extrait lu en partie : l'accord n'est pas établi", /« x\.xlsx · Autre k€ ».* \(nom « Autre k€ »\)\. /],
  ['en', 'Extract read in part: agreement is not established', /“x\.xlsx · Autre k€”.* \(name “Autre k€”\)\. /],
] as const)(
  'a sheet that is not read is named with its reason, and nothing is agreed (%s)',
  (language, headline, why) => {
    const unit = { line: null, text: 'Autre k€' };
    const refusal = { code: 'extractIncomplete', source: 'x.xlsx · Autre k€', missing: 'euros', unit } as const;
    const result = reconciled(LEDGER, [extract(LINES), refusedExtract(refusal)]);
    const text = describeCoverage(result, language);
    expect([isConclusive(result), text.tone, plain(text.headline)]).toEqual([false, 'warning', headline]);
    expect(text.causes.map(plain)).toEqual([expect.stringMatching(why)]);
  },
);

test.each([
  [
    'fr',
    "ae.csv : la ligne 9 annonce un extrait incomplet : « Limite atteinte ». Exportez de nouveau l'extrait, en entier.",
  ],
  ['en', 'ae.csv: line 9 says that the extract is not complete: “Limite atteinte”. Export the whole extract again.'],
] as const)(
  'an extract that announces that it is a part is no agreement, and its words are given (%s)',
  (language, sentence) => {
    const result = reconciled(LEDGER, [extract(LINES, { part: { line: 9, words: 'Limite atteinte' } })]);
    const { causes, tone } = describeCoverage(result, language);
    expect([isConclusive(result), tone, causes.map(plain)]).toEqual([false, 'warning', [sentence]]);
  },
);

test.each([
  [
    'fr',
    /^ae\.csv : la colonne sans en-tête à côté de « Montant engagé » contient 2 montants, qui ne sont pas comparés\./,
  ],
  ['en', /^ae\.csv: the column without a heading beside “Montant engagé” holds 2 amounts, which are not compared\./],
] as const)('amounts in a column without a heading are reported, and nothing is agreed (%s)', (language, sentence) => {
  const result = reconciled(LEDGER, [extract(LINES, { unheaded: [{ beside: 'Montant engagé', count: 2 }] })]);
  const { causes } = describeCoverage(result, language);
  expect([isConclusive(result), causes.map(plain)]).toEqual([false, [expect.stringMatching(sentence)]]);
});

test.each`
  ej              | severity     | lastDate        | why
  ${'1400000009'} | ${'warning'} | ${'2023-02-10'} | ${'the extract ends before the row: a doubt'}
  ${'1400000001'} | ${'error'}   | ${null}         | ${'its EJ is on a line that was not read, which is to be corrected'}
`('a row of 15 February, an extract until the 10th, and an unread line of $ej: $why', ({ ej, severity, lastDate }) => {
  const until = `${NO_LINE}\n engagement | juste | PDE | 1400000002 | 10/02/2023 | 5,00`;
  const { findings } = reconciled(LEDGER, [
    extract(until, { ignored: [ignored('amountUnreadable', 3, ej as string)] }),
  ]);
  const absent = findings.find(({ rule }) => rule === 'CHO-01');
  expect(absent?.severity).toBe(severity);
  expect(absent?.details).toMatchObject({ lastDate: lastDate === null ? null : isoDate(lastDate as string) });
});

describe('pages in several extracts', () => {
  const page = (held: readonly number[], of: number, words: string, table = LINES): ChorusExtract =>
    extract(table, { part: { line: 1, words, pages: { held, of } } });
  const paid = `
    mouvement | codes | axe 2 | EJ         | DP        | date       | montant
    paiement  | juste | PDE   | 1400000001 | 100000001 | 15/03/2023 | 200,00`;

  test.each<readonly [string, readonly ChorusExtract[], readonly string[]]>([
    ['both pages', [page([1], 2, 'Page 1/2'), page([2], 2, 'Page 2/2', NO_LINE)], ['Page 1/2', 'Page 2/2']],
    ['both pages of commitments', [page([1], 2, 'Page 1/2'), page([2], 2, 'Page 2/2')], []],
    ['two pages of three', [page([1], 3, 'Page 1/3'), page([3], 3, 'Page 3/3')], ['Page 1/3', 'Page 3/3']],
    ['the same page twice', [page([1], 2, 'Page 1/2'), page([1], 2, 'Page 1/2')], ['Page 1/2', 'Page 1/2']],
    [
      'a page of each of two lists',
      [page([1], 2, 'EJ, page 1/2'), page([2], 2, 'DP, page 2/2')],
      ['EJ, page 1/2', 'DP, page 2/2'],
    ],
    ['a page of payments', [page([1], 2, 'Page 1/2'), page([2], 2, 'Page 2/2', paid)], ['Page 1/2', 'Page 2/2']],
    ['three pages in two files', [page([1, 3], 3, 'Page 3/3'), page([2], 3, 'Page 2/3')], []],
  ])('%s', (_, extracts, announced) => {
    expect(unreadOf(extracts, [], 2023).flatMap(({ part }) => part?.words ?? [])).toEqual(announced);
  });
});
