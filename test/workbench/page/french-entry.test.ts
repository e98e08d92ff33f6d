/** Text typed in a French Excel reaches the grid as the intended number or formula. */
import fc from 'fast-check';
import { readFrenchFormula, readFrenchNumber } from '../../../workbench/page/french-entry';

describe('a number typed in French form', () => {
  test.each`
    typed               | read
    ${'1234,56'}        | ${'1234.56'}
    ${'1 234,56'}       | ${'1234.56'}
    ${'1\u00a0234,5'}   | ${'1234.5'}
    ${'1\u202f234 567'} | ${'1234567'}
    ${'-12,5'}          | ${'-12.5'}
    ${'1 500 €'}        | ${'1500'}
    ${'0,5 %'}          | ${'0.5%'}
  `('$typed is $read', ({ typed, read }: { typed: string; read: string }) => {
    expect(readFrenchNumber(typed)).toBe(read);
  });

  test.each(['1234.56', '1234', '12/03/2023', '1 23,5', '1,2,3', '010300000104 bis', 'PDE', '', '€', ',5'])(
    '%p is left to the grid',
    (typed) => {
      expect(readFrenchNumber(typed)).toBeNull();
    },
  );

  test('every amount in cents is read back', () => {
    const written = (cents: number): string =>
      (cents / 100).toLocaleString('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        (cents) => Number(readFrenchNumber(written(cents))) === cents / 100,
      ),
    );
  });
});

describe('a formula typed in French form', () => {
  test.each`
    typed                                     | read
    ${'=SUM(A1;B1)'}                          | ${'=SUM(A1,B1)'}
    ${'=ENVELOPE.REMAINING("PDE";"CP")'}      | ${'=ENVELOPE.REMAINING("PDE","CP")'}
    ${'=ENVELOPE.WHATIF("PDE";"AE";1234,56)'} | ${'=ENVELOPE.WHATIF("PDE","AE",1234.56)'}
    ${'=IF(A1="a;b,c";1;2)'}                  | ${'=IF(A1="a;b,c",1,2)'}
    ${"=SUM('Suivi; 2023'!A1;B1)"}            | ${"=SUM('Suivi; 2023'!A1,B1)"}
    ${'=SUM(1,2)'}                            | ${'=SUM(1,2)'}
    ${'=SUM({1;2})'}                          | ${'=SUM({1;2})'}
    ${'="1;2"'}                               | ${'="1;2"'}
  `('$typed is $read', ({ typed, read }: { typed: string; read: string }) => {
    expect(readFrenchFormula(typed)).toBe(read);
  });

  test('nothing is lost: only separators change', () => {
    fc.assert(fc.property(fc.string(), (text) => readFrenchFormula(text).length === text.length));
  });
});
