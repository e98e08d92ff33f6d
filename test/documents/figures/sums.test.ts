/** Sums of SUMIFS, printed and simulated over small columns. */
import fc from 'fast-check';
import { NativeColumn } from '../../../src/documents/figures/column';
import type { Criterion } from '../../../src/documents/figures/criteria';
import { amountsByRow, printSum, simulateSum, type SumTerm } from '../../../src/documents/figures/sums';
import type { CellValue } from '../../../src/workbook/cells';

const column = (name: string, ...cells: readonly CellValue[]): NativeColumn =>
  new NativeColumn(`T_Suivi[${name}]`, cells);
const equals = (text: string): Criterion => ({ kind: 'equals', text });

function term(amounts: NativeColumn, ...tests: readonly (readonly [NativeColumn, Criterion])[]): SumTerm {
  return { sign: 1, amounts, tests: tests.map(([of, criterion]) => ({ column: of, criterion })) };
}

const less = (one: SumTerm): SumTerm => ({ ...one, sign: -1 });

describe('the formula', () => {
  const amounts = column('Montant AE', 1);
  const axis = column('Axe', 'PDE');
  const ej = column('N° EJ', '1');
  test('one SUMIFS', () =>
    expect(printSum([term(amounts, [axis, equals('PDE')])])).toBe(
      '=ROUND(SUMIFS(T_Suivi[Montant AE],T_Suivi[Axe],"PDE"),2)',
    ));
  test('a difference', () =>
    expect(printSum([less(term(amounts, [axis, equals('A')])), term(amounts, [axis, equals('B')])])).toBe(
      '=ROUND(-SUMIFS(T_Suivi[Montant AE],T_Suivi[Axe],"A")+SUMIFS(T_Suivi[Montant AE],T_Suivi[Axe],"B"),2)',
    ));
  test('a list needs SUMPRODUCT, since SUMIFS then gives one sum for each of its cells', () =>
    expect(printSum([term(amounts, [ej, { kind: 'listed', list: { reference: 'ENV_RAP[EJ]', cells: ['1'] } }])])).toBe(
      '=ROUND(SUMPRODUCT(SUMIFS(T_Suivi[Montant AE],T_Suivi[N° EJ],ENV_RAP[EJ])),2)',
    ));
  test('no condition: a plain sum', () => expect(printSum([term(amounts)])).toBe('=ROUND(SUM(T_Suivi[Montant AE]),2)'));
  test('nothing to sum', () => expect(printSum([])).toBe('=ROUND(0,2)'));
});

describe('the result in Excel', () => {
  const axis = column('Axe', 'PDE', 'pde', 'SF', 'PDE', null);
  const sumOf = (...cells: readonly CellValue[]) =>
    simulateSum([term(column('Montant', ...cells), [axis, equals('PDE')])]);
  test('numbers of the rows that match', () =>
    expect(sumOf(10, 20.5, 400, 3, 5)).toEqual({ kind: 'amount', cents: 3350 }));
  test('an amount kept as text is ignored', () =>
    expect(sumOf(10, '20,50', 400, 3, 5)).toEqual({ kind: 'amount', cents: 1300 }));
  test('TRUE adds nothing in Excel and 1 in LibreOffice: no formula', () =>
    expect(sumOf(10, true, 400, 3, 5)).toEqual({ kind: 'doubtful' }));
  test('a boolean among dates is before all of them in LibreOffice, and ignored in Excel: no formula', () => {
    const dates = column('Date', 45_000, true, 45_100);
    const dated = (kind: 'below' | 'from') =>
      simulateSum([term(column('Montant', 1, 2, 4), [dates, { kind, bound: { formula: '$B$8', value: 45_050 } }])]);
    expect([dated('below'), dated('from')]).toEqual([{ kind: 'doubtful' }, { kind: 'amount', cents: 400 }]);
  });
  test('an error in a summed cell is the result', () =>
    expect(sumOf(10, { error: '#DIV/0!' }, 400, 3, 5)).toEqual({ kind: 'error' }));
  test('an error in another cell is not', () =>
    expect(sumOf(10, 20, { error: '#DIV/0!' }, 3, 5)).toEqual({ kind: 'amount', cents: 3300 }));
  test('fractions of a cent are kept until the sum is rounded', () =>
    expect(sumOf(0.004, 0.004, 0, 0.004, 0)).toEqual({ kind: 'amount', cents: 1 }));
  test('half a cent is rounded up, though its binary form is just below', () =>
    expect(sumOf(1.005, 0, 0, 0, 0)).toEqual({ kind: 'amount', cents: 101 }));
  test('a doubtful row makes the sum doubtful', () => {
    const accents = column('Axe', 'De\u0301pense', 'Dépense');
    expect(simulateSum([term(column('Montant', 1, 2), [accents, equals('Dépense')])])).toEqual({ kind: 'doubtful' });
  });
  test('but not when it adds nothing', () => {
    const accents = column('Axe', 'De\u0301pense', 'Dépense');
    expect(simulateSum([term(column('Montant', null, 2), [accents, equals('Dépense')])])).toEqual({
      kind: 'amount',
      cents: 200,
    });
  });
  test('a row listed twice counts twice', () => {
    const ej = column('N° EJ', '1', '2');
    const list = { reference: 'ENV_RAP[EJ]', cells: ['1', '1'] };
    expect(simulateSum([term(column('Montant', 5, 7), [ej, { kind: 'listed', list }])])).toEqual({
      kind: 'amount',
      cents: 1000,
    });
  });
});

describe('laws', () => {
  const row = fc.record({
    axis: fc.constantFrom('PDE', 'pde', 'SF', '', null),
    poste: fc.constantFrom('Frais', 'Outils', null),
    amount: fc.oneof(
      fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100),
      fc.constantFrom<CellValue>('12,50', null),
    ),
  });
  const columnsOf = (
    rows: readonly { readonly axis: CellValue; readonly poste: CellValue; readonly amount: CellValue }[],
  ) => ({
    axis: column('Axe', ...rows.map((one) => one.axis)),
    poste: column('Poste', ...rows.map((one) => one.poste)),
    amounts: column('Montant', ...rows.map((one) => one.amount)),
  });

  test('the sum is that of a plain loop', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const { axis, poste, amounts } = columnsOf(rows);
        const matching = rows.filter(
          (one) => one.axis?.toLowerCase() === 'pde' && one.poste === 'Frais' && typeof one.amount === 'number',
        );
        const cents = matching.reduce((sum, one) => sum + Math.round(Number(one.amount) * 100), 0);
        expect(simulateSum([term(amounts, [axis, equals('PDE')], [poste, equals('Frais')])])).toEqual({
          kind: 'amount',
          cents,
        });
      }),
    );
  });

  test('the sum is the total of what each row adds', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const { axis, poste, amounts } = columnsOf(rows);
        const terms = [
          term(amounts, [axis, equals('PDE')]),
          less(term(amounts, [axis, equals('PDE')], [poste, equals('Outils')])),
        ];
        const byRow = amountsByRow(terms, rows.length).reduce((sum, cents) => sum + cents, 0);
        expect(simulateSum(terms)).toEqual({ kind: 'amount', cents: byRow === 0 ? 0 : byRow });
      }),
    );
  });

  test('a criterion and its opposite add up to the total', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const { axis, amounts } = columnsOf(rows);
        const both = [term(amounts, [axis, equals('PDE')]), term(amounts, [axis, { kind: 'differs', text: 'PDE' }])];
        expect(simulateSum(both)).toEqual(simulateSum([term(amounts)]));
      }),
    );
  });
});
