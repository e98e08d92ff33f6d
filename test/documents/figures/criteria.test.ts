/** Criteria of SUMIFS: how a text of the user is written in one, and which cells meet it in Excel. */
import type { CellValue } from '../../../src/workbook/cells';
import {
  DOUBTFUL,
  escapeCriterion,
  isPlainCriterion,
  printCriterion,
  refusalOf,
  weigher,
  type Criterion,
} from '../../../src/documents/figures/criteria';

describe('a text as a criterion', () => {
  test.each([
    ['Frais annexes', 'Frais annexes'],
    ['Frais * divers', 'Frais ~* divers'],
    ['Quoi ?', 'Quoi ~?'],
    ['10 ~ 20 personnes', '10 ~~ 20 personnes'],
    ['>100 agents', '=>100 agents'],
    ['<>', '=<>'],
    ['=1+1', '==1+1'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('« %s » is looked for as « %s »', (text, criterion) => {
    expect(escapeCriterion(text)).toBe(criterion);
    expect(printCriterion({ kind: 'equals', text })).toBe(`"${criterion}"`);
  });

  test('quotes are doubled, since the criterion is a text of the formula', () => {
    expect(printCriterion({ kind: 'equals', text: 'Le "bon" poste' })).toBe('"Le ""bon"" poste"');
  });

  test('a text that differs is never read as an operator: it follows one', () => {
    expect(printCriterion({ kind: 'differs', text: '=Annulé?' })).toBe('"<>=Annulé~?"');
  });

  test.each([
    ['Frais annexes', true],
    ['Frais*', false],
    ['>x', false],
    ['', false],
  ])('a cell with « %s » may replace the criterion: %s', (text, plain) => expect(isPlainCriterion(text)).toBe(plain));
});

describe('texts that no formula can look for', () => {
  test.each([
    ['a text of 253 letters, with the quotes', 'x'.repeat(253), null],
    ['a text of 254 letters', 'x'.repeat(254), 'tooLong'],
    ['a text whose escapes are too many', '*'.repeat(130), 'tooLong'],
    ['a whole number', '1405610101', null],
    ['a whole number with a zero before', '0103', 'likeANumber'],
    ['a decimal', '12,5', 'likeANumber'],
    ['a rate', '50 %', 'likeANumber'],
    ['a date', '01/02', 'likeANumber'],
    ['a date in words', '1er mars 2023', null],
    ['a day and a month', '12 mars', 'likeANumber'],
    ['a month', 'mars 2023', 'likeANumber'],
    ['a truth', 'Vrai', 'likeANumber'],
    ['an error', '#N/A', 'likeANumber'],
    ['a placeholder', '#', null],
    ['a name with a figure', 'Lot 1', null],
    ['an envelope', 'Signaux Faibles', null],
  ])('%s', (_, text, refusal) => expect(refusalOf(text)).toBe(refusal));
});

describe('the cells that meet a criterion', () => {
  const TAKES = 1;
  const LEAVES = 0;
  const error: CellValue = { error: '#REF!' };
  const equals = (text: string): Criterion => ({ kind: 'equals', text });
  const differs = (text: string): Criterion => ({ kind: 'differs', text });
  const below: Criterion = { kind: 'below', bound: { formula: '$B$8+1', value: 45_292 } };
  const from: Criterion = { kind: 'from', bound: { formula: 'DATE($B$7,1,1)', value: 44_927 } };
  test.each<[string, Criterion, CellValue, number]>([
    ['the same text', equals('PDE'), 'PDE', TAKES],
    ['another case', equals('PDE'), 'pde', TAKES],
    ['accents matter', equals('Dépense'), 'depense', LEAVES],
    ['spaces matter', equals('PDE'), 'PDE ', LEAVES],
    ['a no-break space is another character', equals('PD E'), 'PD\u00a0E', LEAVES],
    ['an accent typed apart may or may not be the same', equals('Dépense'), 'De\u0301pense', DOUBTFUL],
    ['a mark that is not seen may or may not count', equals('PDE'), 'P\u00adDE', DOUBTFUL],
    ['a number for the same digits', equals('1405610101'), 1_405_610_101, TAKES],
    ['a text with a space for the same digits', equals('1405610101'), '1405610101 ', DOUBTFUL],
    ['other digits', equals('1405610101'), 1_405_610_102, LEAVES],
    ['nothing, for an empty text', equals(''), null, TAKES],
    ['an empty text, for an empty text', equals(''), '', TAKES],
    ['a space is not empty', equals(''), ' ', LEAVES],
    ['an error is no text', equals('PDE'), error, LEAVES],
    ['nothing differs from a text', differs('Annulé'), null, TAKES],
    ['another text differs', differs('Annulé'), 'Payé', TAKES],
    ['the same text does not', differs('Annulé'), 'ANNULÉ', LEAVES],
    ['an error may or may not differ', differs('Annulé'), error, DOUBTFUL],
    ['the last day counts', below, 45_291, TAKES],
    ['and its last hour', below, 45_291.99, TAKES],
    ['the next day does not', below, 45_292, LEAVES],
    ['a date kept as text is not below', below, '31/12/2023', LEAVES],
    ['digits kept as text: engines differ', below, '45000', DOUBTFUL],
    ['nothing is not below', below, null, LEAVES],
    ['the first day counts', from, 44_927, TAKES],
    ['the day before does not', from, 44_926.5, LEAVES],
    ['a negative', { kind: 'negative' }, -0.01, TAKES],
    ['zero is not negative', { kind: 'negative' }, 0, LEAVES],
    ['zero is not positive', { kind: 'positive' }, 0, LEAVES],
    ['a truth is no number for Excel, one for LibreOffice', { kind: 'positive' }, true, DOUBTFUL],
    ['so it would be before any date', below, true, DOUBTFUL],
    ['and a falsehood, zero', below, false, DOUBTFUL],
    ['neither is on or after a date', from, true, LEAVES],
    ['zero is not positive, whoever reads it', { kind: 'positive' }, false, LEAVES],
    ['a filled cell', { kind: 'filled' }, 'x', TAKES],
    ['an empty text may or may not be filled', { kind: 'filled' }, '', DOUBTFUL],
  ])('%s', (_, criterion, cell, weight) => expect(weigher(criterion)(cell)).toBe(weight));

  test('a list counts a cell as often as it has it; its blanks match nothing', () => {
    const listed = weigher({
      kind: 'listed',
      list: { reference: 'ENV_RAP[EJ]', cells: ['1405508811', 1_405_511_092, null, '', '1405508811'] },
    });
    expect(['1405508811', 1_405_511_092, '1405699999', null].map(listed)).toEqual([2, 1, 0, 0]);
  });

  test('a text that looks like a number is doubtful everywhere but in empty cells', () => {
    const risky = weigher(equals('01/02'));
    expect([risky('01/02'), risky(44_958), risky(null)]).toEqual([DOUBTFUL, DOUBTFUL, LEAVES]);
  });
});
