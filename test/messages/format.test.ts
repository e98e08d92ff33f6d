/** Amounts, dates and shares as people write them. */
import fc from 'fast-check';
import { isoDate } from '../../src/domain/calendar/civil-date';
import { readAmountText } from '../../src/domain/money/amount-text';
import { parseDateText } from '../../src/domain/calendar/date-text';
import { rateOf } from '../../src/domain/money/rate';
import {
  formatAmount,
  formatContent,
  formatCount,
  formatDate,
  formatDateInLetters,
  formatNumberText,
  formatRate,
  formatShare,
} from '../../src/messages/format';
import { languageOf } from '../../src/messages/language';
import { fieldLabel, ignoredLabel, severityLabel, statusLabel, uncheckedLabel } from '../../src/messages/labels';
import { en, fr } from '../../src/messages/typography';

test.each([
  [348.5, '348,5', '348.5'],
  [true, 'VRAI', 'TRUE'],
  [false, 'FAUX', 'FALSE'],
  [{ error: '#N/A' }, '#N/A', '#N/A'],
  ["'=à revoir", '=à revoir', '=à revoir'],
  ['=SUM(A1:A9)', '=SUM(A1:A9)', '=SUM(A1:A9)'],
])('the content %j is typed %s, %s', (content, french, english) => {
  expect([formatContent(content, 'fr'), formatContent(content, 'en')]).toEqual([french, english]);
});

test.each([
  [0, '0,00 €', '€0.00'],
  [5, '0,05 €', '€0.05'],
  [99999, '999,99 €', '€999.99'],
  [123456, '1 234,56 €', '€1,234.56'],
  [-7303200, '−73 032,00 €', '−€73,032.00'],
  [13893667856, '138 936 678,56 €', '€138,936,678.56'],
])('%i cents is %s, %s', (cents, french, english) => {
  expect(formatAmount(cents, 'fr')).toBe(french.replace(' €', '\u00a0€').replaceAll(' ', '\u202f'));
  expect(formatAmount(cents, 'en')).toBe(english);
});

test('an amount as it is written is the amount as it is read', () => {
  const cents = fc.integer({ min: -1e14, max: 1e14 });
  fc.assert(
    fc.property(cents, (amount) =>
      expect(readAmountText(formatAmount(amount, 'fr'))).toEqual({ cents: amount, rounded: false }),
    ),
  );
});

test('a date as it is written is the date as it is read', () => {
  expect(formatDate(isoDate('2022-12-13'), 'fr')).toBe('13/12/2022');
  expect(formatDate(isoDate('2023-01-02'), 'fr')).toBe('02/01/2023');
  expect(formatDate(isoDate('2023-01-02'), 'en')).toBe('2\u00a0Jan 2023');
  expect(formatDateInLetters(isoDate('2024-01-01'))).toBe('1er\u00a0janvier 2024');
  expect(formatDateInLetters(isoDate('2023-12-31'))).toBe('31\u00a0décembre 2023');
  const days = fc.integer({ min: isoDate('1900-01-01'), max: isoDate('9999-12-31') });
  fc.assert(
    fc.property(days, (day) => expect(parseDateText(formatDate(day as ReturnType<typeof isoDate>, 'fr'))).toBe(day)),
  );
});

test.each([
  [null, 's.o.', 'n/a'],
  ['0', '0,00 %', '0.00%'],
  ['0.853936', '85,39 %', '85.39%'],
  ['0.99738', '99,74 %', '99.74%'],
  ['0.999999', '99,99 %', '99.99%'],
  ['1.000001', '100,01 %', '100.01%'],
  ['1', '100,00 %', '100.00%'],
  ['0.0005', '0,05 %', '0.05%'],
  ['-0.25', '−25,00 %', '−25.00%'],
  ['12.5', '1 250,00 %', '1,250.00%'],
])('the rate %s is shown %s, %s', (rate, french, english) => {
  expect(formatRate(rate, 'fr')).toBe(french.replace(' %', '\u00a0%').replaceAll(' ', '\u202f'));
  expect(formatRate(rate, 'en')).toBe(english);
});

test('neither less nor more than all is shown as 100 %', () => {
  const allocated = fc.integer({ min: 2, max: 1e12 });
  fc.assert(
    fc.property(allocated, (cents) => {
      expect(formatRate(rateOf(cents - 1, cents), 'fr')).not.toMatch(/^100/);
      expect(formatRate(rateOf(cents + 1, cents), 'fr')).not.toMatch(/^100,00/);
    }),
  );
});

test('shares and counts', () => {
  expect(formatShare(0.7, 'fr')).toBe('70\u00a0%');
  expect(formatShare(0.855, 'fr')).toBe('85,5\u00a0%');
  expect(formatShare(0.29, 'en')).toBe('29%');
  expect(formatCount(100000, 'fr')).toBe('100\u202f000');
  expect(formatCount(999, 'en')).toBe('999');
});

test('labels', () => {
  expect(fieldLabel('ae', 'fr')).toBe('Montant AE');
  expect(fieldLabel('commitmentDate', 'fr')).toBe('Date d’engagement');
  expect(fieldLabel('commitmentDate', 'en')).toBe('Commitment date');
  expect(severityLabel('warning', 'fr')).toBe('Avertissement');
  expect(statusLabel('exhausted', 'fr')).toBe('Épuisée');
  expect(uncheckedLabel('envelopeAbsent', 'ministerialAxis2', 'fr')).toBe('axe ministériel 2 absent');
  expect(uncheckedLabel('envelopeUnknown', 'financialCentre', 'fr')).toBe('centre financier d’aucune enveloppe');
  expect(uncheckedLabel('envelopeAbsent', 'activity', 'fr')).toBe('activité vide');
  expect(uncheckedLabel('amountUnreadable', 'cp', 'en')).toBe('an amount cannot be read');
  expect(ignoredLabel('total', 'en')).toBe('total row');
});

test('an English locale gets English, any other French', () => {
  expect(['en-US', 'EN-gb', 'en', 'fr-FR', 'fr-CA', 'de-DE', 'ensemble', ''].map(languageOf)).toEqual([
    'en',
    'en',
    'en',
    'fr',
    'fr',
    'fr',
    'fr',
    'fr',
  ]);
});

test.each`
  text            | isGrouped | french            | english
  ${'2944.84'}    | ${true}   | ${'2 944,84'}     | ${'2,944.84'}
  ${'-1000000.5'} | ${true}   | ${'−1 000 000,5'} | ${'−1,000,000.5'}
  ${'2944.84'}    | ${false}  | ${'2944,84'}      | ${'2944.84'}
  ${'1405610188'} | ${false}  | ${'1405610188'}   | ${'1405610188'}
  ${'0203.04'}    | ${true}   | ${'0203.04'}      | ${'0203.04'}
  ${'1 234,5'}    | ${true}   | ${'1 234,5'}      | ${'1 234,5'}
  ${'1e+21'}      | ${true}   | ${'1e+21'}        | ${'1e+21'}
  ${''}           | ${true}   | ${''}             | ${''}
`(
  'the text of a number « $text » in the signs of the language, a code as it is',
  (row: { text: string; isGrouped: boolean; french: string; english: string }) => {
    const { text, isGrouped, french, english } = row;
    expect(formatNumberText(text, 'fr', isGrouped).replaceAll('\u202f', ' ')).toBe(french);
    expect(formatNumberText(text, 'en', isGrouped)).toBe(english);
  },
);

test('only our own words are typeset, never what is put into them', () => {
  expect(fr`N° EJ ; EJ ${'1'} ; l'EJ engage ; ${'30'} jours ou 3 mois ; ${'a2'} annexes`).toBe(
    'N°\u00a0EJ\u00a0; EJ\u00a01\u00a0; l’EJ engage\u00a0; 30\u00a0jours ou 3\u00a0mois\u00a0; a2 annexes',
  );
  expect(fr`n° ${'a : b'} ; « ${"l'x"} » : oui`).toBe("n°\u00a0a : b\u00a0; «\u00a0l'x\u00a0»\u00a0: oui");
});

test('a word and the number after it are on one line, in both languages', () => {
  const row = '12';
  expect([fr`ligne ${row}, 3 000 € de CP (art. 3)`, en`Row ${row}, EJ ${row}, art. 3`]).toEqual([
    'ligne\u00a012, 3 000\u00a0€ de\u00a0CP (art.\u00a03)',
    'Row\u00a012, EJ\u00a012, art.\u00a03',
  ]);
  expect(fr`les lignes du suivi, de CPS`).toBe('les lignes du suivi, de CPS');
});
