/** Dates in the wrong order, on one row and over the rows of one EJ. */
import { EjColumns } from '../../../../src/domain/controls/facts/ej-columns';
import { isOutOfOrder } from '../../../../src/domain/controls/facts/row-dates';
import { rowOf, type RowSpec } from '../../envelopes/builders';

test.each`
  row                                                   | isOut    | why
  ${{ committed: '2023-02-01', service: '2023-02-01' }} | ${false} | ${'served on the day of the commitment'}
  ${{ committed: '2023-02-01', service: '2023-01-31' }} | ${true}  | ${'served the day before'}
  ${{ committed: '2023-02-01', paid: '2023-02-01' }}    | ${false} | ${'paid on the day of the commitment'}
  ${{ committed: '2023-02-01', paid: '2023-01-31' }}    | ${true}  | ${'paid the day before'}
  ${{ receipt: '2023-02-01', paid: '2023-02-01' }}      | ${false} | ${'paid on the day of the receipt'}
  ${{ receipt: '2023-02-01', paid: '2023-01-31' }}      | ${true}  | ${'paid the day before'}
  ${{ receipt: '2023-02-01' }}                          | ${false} | ${'not paid'}
  ${{ service: '2023-02-01', paid: '2023-01-31' }}      | ${false} | ${'no commitment nor receipt: EJ-07 judges it'}
  ${{}}                                                 | ${false} | ${'no date'}
`('$row is out of order: $isOut, $why', ({ row, isOut }) => {
  expect(isOutOfOrder(rowOf(row as RowSpec))).toBe(isOut);
});

test.each<[string, readonly RowSpec[], boolean]>([
  [
    'paid after every commitment',
    [
      { ae: 1, committed: '2023-02-01' },
      { cp: 1, paid: '2023-03-01' },
    ],
    false,
  ],
  [
    'paid before it',
    [
      { cp: 1, paid: '2023-01-01' },
      { ae: 1, committed: '2023-02-01' },
    ],
    true,
  ],
  [
    'served before it',
    [
      { cp: 1, service: '2023-01-01' },
      { ae: 1, committed: '2023-02-01' },
    ],
    true,
  ],
  [
    'paid before a project alone',
    [
      { cp: 1, paid: '2023-01-01' },
      { ae: 1, committed: '2023-02-01', status: 'project' },
    ],
    false,
  ],
  ['paid before a date without an amount', [{ cp: 1, paid: '2023-01-01' }, { committed: '2023-02-01' }], false],
  [
    'paid between two commitments, whatever their order',
    [
      { ae: 1, committed: '2023-03-01' },
      { ae: 1, committed: '2023-02-01' },
      { cp: 1, paid: '2023-02-15' },
    ],
    true,
  ],
  ['never committed', [{ cp: 1, paid: '2023-01-01' }], false],
])('an EJ %s', (_, rows, mayBeOut) => {
  const columns = new EjColumns(1);
  const place = columns.open();
  expect(rows.map((row) => columns.widenDays(place, rowOf(row))).at(-1)).toBe(mayBeOut);
});
