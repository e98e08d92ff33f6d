/** Amounts as teams and Chorus write them: each reading is whole and exact, or it is refused. */
import fc from 'fast-check';
import {
  MOST_CENTS_IN_A_CELL,
  readAmountNumber,
  readAmountText,
  type AmountUnit,
} from '../../../src/domain/money/amount-text';

const NBSP = '\u00a0';
const NNBSP = '\u202f';
const THIN = '\u2009';
const MINUS = '\u2212';
const EN_DASH = '\u2013';
const EM_DASH = '\u2014';

describe('a text that is one amount', () => {
  it.each`
    text                           | cents
    ${'0'}                         | ${0}
    ${'15000'}                     | ${1_500_000}
    ${'22500,12'}                  | ${2_250_012}
    ${'12615940.52'}               | ${1_261_594_052}
    ${'200,0'}                     | ${20_000}
    ${'0,5'}                       | ${50}
    ${'138 936 678,56'}            | ${13_893_667_856}
    ${' 1 171,20 '}                | ${117_120}
    ${'303 431,00\r'}              | ${30_343_100}
    ${'\n1 234,50\n€\n'}           | ${123_450}
    ${`1${NBSP}234,50`}            | ${123_450}
    ${`1${NNBSP}234,50${NBSP}€`}   | ${123_450}
    ${`12${THIN}345${THIN}678`}    | ${1_234_567_800}
    ${`1${NBSP}234 567,89`}        | ${123_456_789}
    ${'1.234,56'}                  | ${123_456}
    ${'1,234.56'}                  | ${123_456}
    ${'1.234.567'}                 | ${123_456_700}
    ${'1,234,567'}                 | ${123_456_700}
    ${"1'234.50"}                  | ${123_450}
    ${'1’234’567'}                 | ${123_456_700}
    ${'1000.000'}                  | ${100_000}
    ${'-35 899,73'}                | ${-3_589_973}
    ${`${MINUS}35 899,73`}         | ${-3_589_973}
    ${`${EN_DASH}35${NBSP}899,73`} | ${-3_589_973}
    ${`${EM_DASH} 35 899,73`}      | ${-3_589_973}
    ${'1 234,56-'}                 | ${-123_456}
    ${'1 234,56- EUR'}             | ${-123_456}
    ${'(1 234,56)'}                | ${-123_456}
    ${'( 1 234,56 ) €'}            | ${-123_456}
    ${'(1 234,56 €)'}              | ${-123_456}
    ${'+12,00'}                    | ${1_200}
    ${'-0,00'}                     | ${0}
    ${'500 000 €'}                 | ${50_000_000}
    ${'500 000€'}                  | ${50_000_000}
    ${'424 435,00 EUR'}            | ${42_443_500}
    ${'12 euros'}                  | ${1_200}
    ${'€ 12'}                      | ${1_200}
    ${'€1,377.38'}                 | ${137_738}
    ${'EUR 1,377.38'}              | ${137_738}
    ${'-€50.00'}                   | ${-5_000}
    ${'€ -50'}                     | ${-5_000}
    ${'(€50)'}                     | ${-5_000}
    ${'1 377,38 EUR'}              | ${137_738}
    ${'12,5 k€'}                   | ${1_250_000}
    ${'600 K€'}                    | ${60_000_000}
    ${'1,23456 k€'}                | ${123_456}
    ${'0,673032 M€'}               | ${67_303_200}
    ${'-2 M€'}                     | ${-200_000_000}
    ${'12 euro'}                   | ${1_200}
    ${'(12 euro)'}                 | ${-1_200}
    ${'(12) euro'}                 | ${-1_200}
    ${'(12)'}                      | ${-1_200}
    ${'   12   '}                  | ${1_200}
    ${'12,5 keur'}                 | ${1_250_000}
    ${'1 000 000 000 000'}         | ${MOST_CENTS_IN_A_CELL}
    ${`1,${'0'.repeat(58)}`}       | ${100}
  `('$text is $cents cents', ({ text, cents }: { text: string; cents: number }) => {
    expect(readAmountText(text)).toEqual({ cents, rounded: false });
  });
});

describe('a text with a fraction of a cent is rounded half away from zero, and marked', () => {
  it.each`
    text              | cents
    ${'1234,344'}     | ${123_434}
    ${'1 234,345'}    | ${123_435}
    ${'-1 234,345'}   | ${-123_435}
    ${'0,005'}        | ${1}
    ${'-0,004'}       | ${0}
    ${'1234,3449999'} | ${123_434}
    ${'1,234567 k€'}  | ${123_457}
  `('$text', ({ text, cents }: { text: string; cents: number }) => {
    expect(readAmountText(text)).toEqual({ cents, rounded: true });
  });

  it('trailing zeros are not a fraction', () => {
    expect(readAmountText('1 234,5000')).toEqual({ cents: 123_450, rounded: false });
  });
});

describe('a text that could be two amounts, or is none, is refused', () => {
  it.each([
    '1.234',
    '1,234',
    '12,344',
    '-1,234',
    '999.000',
    '1,234 k€', // a thousand or a unit?
    '',
    ' ',
    '-',
    '€',
    '#',
    '#N/A',
    'NaN',
    'Infinity',
    'néant',
    'Total',
    '400\n200', // a line break, alone or as Windows writes it
    '400\r\n200',
    '400 \n 200 €',
    '400\t200',
    '400\u2028200',
    '1 000\n200,50',
    '(400\n200)',
    '400 / 200',
    '400 ; 200',
    '400 + 200',
    '400 - 200',
    '400 & 200',
    '400 et 200',
    '400, 200',
    '12 34',
    '1 23',
    '1  234',
    '1 234.567,89',
    '1.234 567',
    '1.23.456',
    '1,2,3',
    '1.234.56',
    '12.345.67,8',
    ',50',
    '12,',
    '1 234,',
    '12,3,4',
    '.',
    '1e3',
    '1E+10',
    '0x10',
    '12%',
    '12 $',
    '12 m€',
    '12 €€',
    '12 € €',
    '€ 12 €',
    '€ 1,377',
    '--5',
    '-5-',
    '(-5)',
    '(5',
    '5)',
    '((5))',
    '(5 €) €',
    '0001821732',
    '00',
    '1 234 abc',
    'abc 12',
    '12 14',
    '12’34',
    'abc (12)',
    '(12) abc',
    `1,${'0'.repeat(59)}`, // longer than any amount
    '2023-12-31',
    '31/12/2023',
    '١٢٣',
    '１２３',
    '1_000',
    '9'.repeat(61),
    '1000000000000,01',
    '999999999999999',
  ])('%j', (text) => {
    expect(readAmountText(text)).toBeNull();
  });

  it('never reads a prefix of what it was given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.string({ minLength: 1, maxLength: 5 }), (euros, tail) => {
        const read = readAmountText(`${euros},00${tail}`);
        fc.pre(!/^[\s\d.,+-]*$/.test(tail) && !/^\s*[-+]?\s*(k€|m€|€|eur|euros?|keur|meur)\s*$/i.test(tail));
        expect(read).toBeNull();
      }),
    );
  });

  it('no text crashes it, nor gives anything but a whole number of cents in bounds', () => {
    const odd = fc.string({
      unit: fc.constantFrom(...'0123456789 ,.-+()€kM\u00a0\u202f\u2212’\u2019eEuroR'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(odd, (text) => {
        const read = readAmountText(text);
        if (read)
          expect(
            Number.isSafeInteger(read.cents) &&
              Math.abs(read.cents) <= MOST_CENTS_IN_A_CELL &&
              !Object.is(read.cents, -0),
          ).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what a person or an export writes is read back', () => {
  const cents = fc.integer({ min: -MOST_CENTS_IN_A_CELL, max: MOST_CENTS_IN_A_CELL });
  const group = fc.constantFrom(' ', NBSP, NNBSP, THIN, '.', "'", '');
  const minus = fc.constantFrom('-', MINUS, EN_DASH, EM_DASH);
  const place = fc.constantFrom('before', 'after', 'brackets');
  const unit = fc.constantFrom('', ' €', '€', ` EUR`, `${NBSP}€`);

  it('whatever the grouping, the sign and the unit', () => {
    fc.assert(
      fc.property(cents, group, minus, place, unit, (amount, separator, sign, where, suffix) => {
        const digits = String(Math.abs(amount)).padStart(3, '0');
        const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, separator);
        const size = `${whole},${digits.slice(-2)}`;
        const signed = { before: `${sign}${size}`, after: `${size}${sign}`, brackets: `(${size})` }[where];
        expect(readAmountText(`${amount < 0 ? signed : size}${suffix}`)).toEqual({
          cents: amount === 0 ? 0 : amount,
          rounded: false,
        });
      }),
    );
  });

  it('by the French format of the platform itself', () => {
    const french = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, style: 'currency', currency: 'EUR' });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (amount) => {
        expect(readAmountText(french.format(amount / 100))?.cents).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });
});

describe('a number of a cell', () => {
  it.each`
    value                 | cents         | rounded
    ${0}                  | ${0}          | ${false}
    ${-0}                 | ${0}          | ${false}
    ${424_435}            | ${42_443_500} | ${false}
    ${0.1}                | ${10}         | ${false}
    ${-35_899.73}         | ${-3_589_973} | ${false}
    ${4.35}               | ${435}        | ${false}
    ${1.005}              | ${101}        | ${true}
    ${-1.005}             | ${-101}       | ${true}
    ${8.345}              | ${835}        | ${true}
    ${1.004}              | ${100}        | ${true}
    ${0.1 + 0.2}          | ${30}         | ${false}
    ${1234.5600000000002} | ${123_456}    | ${false}
    ${1e-7}               | ${0}          | ${true}
    ${-1e-7}              | ${0}          | ${true}
    ${1e12}               | ${1e14}       | ${false}
  `('$value is $cents cents', ({ value, cents, rounded }: { value: number; cents: number; rounded: boolean }) => {
    expect(readAmountNumber(value)).toEqual({ cents, rounded });
  });

  it.each([NaN, Infinity, -Infinity, 1e13, -2e12, 85_129_663_200_017])('%p is not an amount', (value) => {
    expect(readAmountNumber(value)).toBeNull();
  });

  it('written by Excel from whole cents gives the same cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MOST_CENTS_IN_A_CELL, max: MOST_CENTS_IN_A_CELL }), (amount) => {
        expect(readAmountNumber(amount / 100)).toEqual({ cents: amount === 0 ? 0 : amount, rounded: false });
      }),
    );
  });

  it('is rounded by its decimal digits, computed here on integers', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 3, max: 6 }), (digits, decimals) => {
        const value = Number(`${digits}e-${decimals}`);
        const unit = 10n ** BigInt(decimals - 2);
        const size = BigInt(Math.abs(digits));
        const whole = (size + unit / 2n) / unit;
        const expected = Number(digits < 0 ? -whole : whole);
        expect(readAmountNumber(value)).toEqual({ cents: expected === 0 ? 0 : expected, rounded: size % unit !== 0n });
      }),
    );
  });
});

describe('a column in thousands or in millions', () => {
  it.each`
    value           | unit    | cents
    ${'12,3456'}    | ${'k€'} | ${1_234_560}
    ${'(0,673032)'} | ${'M€'} | ${-67_303_200}
    ${'12,5 k€'}    | ${'k€'} | ${1_250_000}
    ${'12,5 €'}     | ${'k€'} | ${null /* the cell and its column disagree */}
    ${'12,5 M€'}    | ${'k€'} | ${null}
  `(
    '$value in a column in $unit',
    ({ value, unit, cents }: { value: string; unit: AmountUnit; cents: number | null }) => {
      expect(readAmountText(value, unit)?.cents ?? null).toBe(cents);
    },
  );

  test('a number is multiplied exactly: 1.005 k€ is 1 005 euros', () => {
    expect(readAmountNumber(1.005, 'k€')).toEqual({ cents: 100_500, rounded: false });
    expect(readAmountNumber(0.000125, 'k€')).toEqual({ cents: 13, rounded: true });
    expect(readAmountNumber(0.573032, 'M€')).toEqual({ cents: 57_303_200, rounded: false });
  });

  test('law: a number of k€ is as many euros as its text', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (thousandths) => {
        expect(readAmountNumber(thousandths / 1000, 'k€')).toEqual({
          cents: thousandths === 0 ? 0 : thousandths * 100,
          rounded: false,
        });
      }),
    );
  });
});
