/** The words of the failures: one plain sentence and a remedy for each, in both languages. */
import { describeFailure } from '../../src/messages/failures';
import { LANGUAGES } from '../../src/messages/language';
import type { ConventionProblem } from '../../src/workbook/convention/convention-problem';
import type { FailureCode } from '../../src/workbook/failure';
import { FAILURES } from './examples';

const CODES = Object.keys(FAILURES) as FailureCode[];

/** Every problem: the compiler refuses one that is left out. */
const PROBLEMS: Readonly<Record<ConventionProblem, true>> = {
  tableMissing: true,
  tableLost: true,
  columnMissing: true,
  valueMissing: true,
  amountUnreadable: true,
  dateUnreadable: true,
  numberUnreadable: true,
  areaUnreadable: true,
  wordUnknown: true,
  envelopeUnknown: true,
  lineUnknown: true,
  sheetUnknown: true,
  codeMissing: true,
  noteRow: true,
  totalRow: true,
  nameRepeated: true,
  codeShared: true,
  partUnknown: true,
  severalCodes: true,
  damagedCode: true,
  otherField: true,
  untilBeforeFrom: true,
  nameReserved: true,
  errorInCell: true,
  endBeforeSignature: true,
  dateFar: true,
  closesNothing: true,
  severalYears: true,
  bothNatures: true,
  yearAfterEnd: true,
  wrongKind: true,
  memberUnknown: true,
  memberRepeated: true,
};

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(CODES)('%s: one sentence, a remedy, no jargon', (code) => {
    const { sentence, remedy } = describeFailure(FAILURES[code], language);
    expect(sentence).toMatch(/^[\p{Lu}«“].*\.$/u);
    expect(remedy).toMatch(/^\p{Lu}.*\.$/u);
    for (const text of [sentence, remedy]) {
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{|\n|Error:|exception at|stack/);
      expect(text).not.toContain("'");
    }
  });

  test('every problem of a convention table has its own sentence', () => {
    const sentences = Object.keys(PROBLEMS).map(
      (problem) =>
        describeFailure({ ...FAILURES.badConvention, problem: problem as ConventionProblem }, language).sentence,
    );
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toContain('Convention!E5');
  });

  test('entries that are lost in a writing that stays half done: the sheets to check are named', () => {
    const { sentence, remedy } = describeFailure({ ...FAILURES.entriesLost, sheets: ['Suivi', 'Bilan'] }, language);
    const half = describeFailure({ ...FAILURES.halfWritten, sheets: ['Suivi', 'Bilan'] }, language);
    expect([sentence.endsWith(half.sentence), remedy.endsWith(half.remedy)]).toEqual([true, true]);
  });

  test('an outcome that is not known names what somebody had just typed there', () => {
    const { entries } = FAILURES.entriesLost;
    const { sentence } = describeFailure({ code: 'outcomeUnknown', entries }, language);
    expect([sentence.includes(describeFailure(FAILURES.outcomeUnknown, language).sentence), sentence]).toEqual([
      true,
      expect.stringMatching(/348[,.]5/),
    ]);
  });

  test('every kind of file that is not a workbook has its own sentence', () => {
    const looks = ['pdf', 'xls', 'xlsb', 'csv', 'ods', 'html', 'zip', 'empty', 'unknown'] as const;
    const sentences = looks.map((looksLike) => describeFailure({ code: 'notAWorkbook', looksLike }, language).sentence);
    expect(new Set(sentences).size).toBe(looks.length);
  });
});

test.each([
  ['fr', 8, '(ligne 8 : « En k€ »)'],
  ['fr', null, '(nom « En k€ »)'],
  ['en', 8, '(line 8: “En k€”)'],
  ['en', null, '(name “En k€”)'],
] as const)('an extract in thousands is refused in %s with the words that give its unit', (language, line, where) => {
  const refusal = { code: 'extractIncomplete', source: 'x', missing: 'euros', unit: { line, text: 'En k€' } } as const;
  expect(describeFailure(refusal, language).sentence.replaceAll(/\s/g, ' ')).toContain(where);
});

test('every way in which a table is turned has its own sentence', () => {
  const ways = ['years', 'months', 'measures', 'natures'] as const;
  for (const language of LANGUAGES) {
    const sentences = ways.map((what) => describeFailure({ ...FAILURES.turnedLedger, what }, language).sentence);
    expect(new Set(sentences).size).toBe(ways.length);
    for (const sentence of sentences) expect(sentence).toContain('Synthèse');
  }
});

test.each([
  ['years', 'plusieurs exercices, sans leurs dates', 'several years, without their dates'],
  ['months', 'plusieurs mois, sans leurs dates', 'several months, without their dates'],
] as const)('a table with %s as headings may have one row for each operation', (what, french, english) => {
  for (const [language, words] of [
    ['fr', french],
    ['en', english],
  ] as const) {
    const { sentence } = describeFailure({ ...FAILURES.turnedLedger, what }, language);
    expect(sentence).toContain(words);
    expect(sentence).not.toMatch(/ligne à ligne|row by row/);
  }
});

test('every change of a document has its own sentence and remedy', () => {
  const ways = ['rowAdded', 'columnAdded', 'lost'] as const;
  for (const language of LANGUAGES) {
    const descriptions = ways.map((what) => describeFailure({ ...FAILURES.documentAltered, what }, language));
    expect(new Set(descriptions.map(({ sentence }) => sentence)).size).toBe(ways.length);
    for (const { sentence } of descriptions) expect(sentence).toMatch(/Annexe 1.*A10/);
    expect(descriptions.map(({ remedy }) => remedy.includes('ENV_Doc_Annexe1'))).toEqual([false, false, true]);
  }
});

test.each(CODES)('%s in French has no ordinary space where French wants a no-break one', (code) => {
  const { sentence, remedy } = describeFailure(FAILURES[code], 'fr');
  for (const text of [sentence, remedy]) expect(text).not.toMatch(/ [:;?!%€»]|« /);
});

test('the remedy names the expected value when it is known', () => {
  const failure = {
    ...FAILURES.badConvention,
    problem: 'wordUnknown',
    found: 'bloqué',
    expected: 'bloquant, alerte, information',
  } as const;
  const { sentence, remedy } = describeFailure(failure, 'fr');
  expect(sentence).toContain('bloqué');
  expect(remedy).toBe('Attendu\u00a0: bloquant, alerte, information.');
});

test('a hostile file name stays on one line', () => {
  const { sentence } = describeFailure({ code: 'unknownConvention', id: 'a\nb'.repeat(200), known: [] }, 'fr');
  expect(sentence).not.toContain('\n');
  expect(sentence.length).toBeLessThan(150);
});

test('the place of a file that is no object is the file, and a formula without a result is no error of the cell', () => {
  const fault = {
    code: 'badConvention',
    table: 'JSON',
    cell: '',
    problem: 'wrongKind',
    found: '[…]',
    expected: '',
  } as const;
  expect(describeFailure(fault, 'fr').sentence).toContain('(JSON)');
  const formula = { ...fault, cell: 'Enveloppes!D5', problem: 'errorInCell', found: '#CALC!' } as const;
  expect(describeFailure(formula, 'fr').sentence).toContain('la formule n’a pas de résultat enregistré');
  expect(describeFailure({ ...formula, found: '#REF!' }, 'fr').sentence).toContain('l’erreur #REF!');
});
