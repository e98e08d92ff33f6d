/** Numbers in their plain form, and the order of amounts by their content. */
import {
  byContent,
  firstOf,
  groupsBy,
  NO_DAY,
  plainDp,
  plainDps,
  shownDp,
  plainLine,
  sortedByFirst,
  sumOf,
  type Amount,
} from '../../../src/domain/reconciliation/amounts';
import { rowOf } from '../envelopes/builders';
import { codesOf, lineAmount, rowAmount } from '../../support/ledgers/amount-builders';

it.each`
  text            | plain
  ${''}           | ${''}
  ${'5'}          | ${'5'}
  ${'10'}         | ${'10'}
  ${'0000000005'} | ${'5'}
  ${'5.0'}        | ${'5'}
  ${'5,'}         | ${'5'}
  ${'0'}          | ${'0'}
  ${'000'}        | ${'0'}
  ${' 05 '}       | ${'5'}
  ${'5.5'}        | ${'5.5'}
  ${' A5 '}       | ${'A5'}
  ${'05A'}        | ${'05A'}
  ${'5A'}         | ${'5A'}
`('the poste « $text » is « $plain »', ({ text, plain }: { text: string; plain: string }) => {
  expect(plainLine(text)).toBe(plain);
});

it.each`
  text                        | numbers
  ${''}                       | ${[]}
  ${'100000001'}              | ${['0100000001']}
  ${'123456'}                 | ${['0000123456']}
  ${'1234567890'}             | ${['1234567890']}
  ${'100000001 / 100000002'}  | ${['0100000001', '0100000002']}
  ${'100000001 et 100000002'} | ${['0100000001', '0100000002']}
  ${'100000001, 100000001'}   | ${['0100000001']}
  ${'100000001 12345'}        | ${['100000001 12345']}
  ${'100000001 12345678901'}  | ${['100000001 12345678901']}
  ${'12345'}                  | ${['0000012345']}
  ${' voir mail '}            | ${['voir mail']}
  ${'12345678901'}            | ${['12345678901']}
  ${' / '}                    | ${['/']}
  ${'12 bis'}                 | ${['12 bis']}
`('the cell « $text » names the DP $numbers', ({ text, numbers }: { text: string; numbers: string[] }) => {
  expect(plainDps(text)).toEqual(numbers);
});

test('a DP number has ten digits; a text is kept', () => {
  expect(['1', '0100000001', 'A1', '1A', '12345678901'].map(plainDp)).toEqual([
    ...['0000000001', '0100000001', 'A1', '1A', '12345678901'],
  ]);
});

const [A, B] = [codesOf({ envelope: 'A' }), codesOf({ envelope: 'B' })];
const imputation = rowOf({ axis2: 'X' }).imputation;

it.each`
  first                                                        | second                                        | why
  ${rowAmount(9, { day: '2023-01-01' })}                       | ${rowAmount(1, { day: '2023-01-02' })}        | ${'the day first'}
  ${rowAmount(9, { day: null })}                               | ${rowAmount(1, { day: '1950-01-02' })}        | ${'no day before any day'}
  ${rowAmount(1, { dp: '9' })}                                 | ${rowAmount(2, { dp: '1' })}                  | ${'then the amount'}
  ${rowAmount(1, { dp: '1', dpLine: '9' })}                    | ${rowAmount(1, { dp: '2', dpLine: '1' })}     | ${'then the DP'}
  ${rowAmount(1, { dpLine: '1', ejLine: '9' })}                | ${rowAmount(1, { dpLine: '2', ejLine: '1' })} | ${'then its poste'}
  ${rowAmount(1, { ejLine: '1', codes: B })}                   | ${rowAmount(1, { ejLine: '2', codes: A })}    | ${'then the poste of the EJ'}
  ${rowAmount(1, { codes: A, ej: '9' })}                       | ${rowAmount(1, { codes: B, ej: '1' })}        | ${'then the codes'}
  ${rowAmount(1, { ej: '1', otherDps: ['9'] })}                | ${rowAmount(1, { ej: '2', otherDps: [] })}    | ${'then the EJ'}
  ${rowAmount(1, { otherDps: ['1'] })}                         | ${rowAmount(1, { otherDps: ['2'] })}          | ${'last, the other DP of a row'}
  ${lineAmount(1, { company: 'ADCE', movement: 'payment' })}   | ${lineAmount(1, { company: 'BRET' })}         | ${'or the société of a line'}
  ${lineAmount(1, { movement: 'commitment', exercise: 2024 })} | ${lineAmount(1, { movement: 'payment' })}     | ${'then its movement'}
  ${lineAmount(1, { exercise: 2022, supplier: 'Z' })}          | ${lineAmount(1, { exercise: 2023 })}          | ${'then its exercice'}
  ${lineAmount(1, { exercise: null })}                         | ${lineAmount(1, { exercise: 2023 })}          | ${'no exercice before any'}
  ${lineAmount(1, { supplier: 'A', imputation })}              | ${lineAmount(1, { supplier: 'B' })}           | ${'then its supplier'}
  ${lineAmount(1)}                                             | ${lineAmount(1, { imputation })}              | ${'then its codes as read'}
`('$why', ({ first, second }: { first: Amount; second: Amount }) => {
  expect([byContent(first, second) < 0, byContent(second, first) > 0]).toEqual([true, true]);
});

test('position is no content: amounts that differ by it alone are equal', () => {
  expect(byContent(rowAmount(1, { key: 1 }), rowAmount(1, { key: 2 }))).toBe(0);
  expect(byContent(lineAmount(1, { line: 1, extract: 0 }), lineAmount(1, { line: 2, extract: 1 }))).toBe(0);
  expect(byContent<Amount>(rowAmount(1), lineAmount(1))).toBe(0);
});

test('the sum, the first, and items in the order of their first', () => {
  const [one, two, three] = [rowAmount(300), rowAmount(100), rowAmount(200)];
  expect([sumOf([]), sumOf([one, two, three])]).toEqual([0, 600]);
  expect([firstOf([]), firstOf([one, two, three])]).toEqual([undefined, two]);
  expect(sortedByFirst([[one], [three, two], [three]], (amounts) => amounts)).toEqual([[three, two], [three], [one]]);
  expect(sortedByFirst([[one], [two]], (amounts) => amounts)).toEqual([[two], [one]]);
  expect(sortedByFirst([[one], []], (amounts) => amounts)).toEqual([[one], []]);
  expect(rowAmount(1, { day: null }).day).toBe(NO_DAY);
});

test('amounts of one key are a group; those without a key are alone', () => {
  expect(groupsBy(['a1', 'b1', '?', 'a2', '?'], (text) => (text === '?' ? null : text.charAt(0)))).toEqual([
    ...[['a1', 'a2'], ['b1'], ['?'], ['?']],
  ]);
});

test.each([
  ['0100241599', '100241599'],
  ['0000195567', '000195567'],
  ['1500043027', '1500043027'],
  ['100241599', '100241599'],
  ['voir mail', 'voir mail'],
  ['', ''],
])('the DP number %s is shown as %s', (dp, shown) => {
  expect(shownDp(dp)).toBe(shown);
});
