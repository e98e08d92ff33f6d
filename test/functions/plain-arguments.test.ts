/** The arguments of functions given as rich values count as their basic values; an error is never an argument left out. */
import { plainArguments } from '../../src/functions/plain-arguments';

const double = (basicValue: number) => ({ type: 'Double', basicType: 'Double', basicValue, numberFormat: '0.00' });
const text = (basicValue: string) => ({ type: 'String', basicType: 'String', basicValue });
const notAvailable = { type: 'Error', basicType: 'Error', basicValue: '#N/A', errorType: 'NotAvailable' };
const entity = { type: 'Entity', text: 'PDE', basicType: 'Error', basicValue: '#VALUE!', properties: {} };

test.each<[string, unknown, unknown]>([
  ['a formatted number', double(12.5), 12.5],
  ['a rich text', text('PDE'), 'PDE'],
  ['a rich boolean', { type: 'Boolean', basicValue: true }, true],
  ['a rich empty cell', { type: 'Empty', basicType: 'Empty', basicValue: '' }, null],
  ['a rich error', notAvailable, { error: '#N/A' }],
  ['an error of the runtime', { code: '#DIV/0!', message: 'x' }, { error: '#DIV/0!' }],
  ['an error without a text', { type: 'Error', code: { toString: [] } }, { error: '#VALUE!' }],
  ['an entity, whose basic value is an error', entity, { error: '#VALUE!' }],
  ['a rich value without a basic value', { type: 'WebImage', address: 'x' }, { error: '#VALUE!' }],
  ['an object of the runtime that is no value', { isInValuePreview: false }, null],
  ['an argument left out', undefined, null],
  [
    'a range',
    [
      [double(1), 'a'],
      [notAvailable, null],
    ],
    [
      [1, 'a'],
      [{ error: '#N/A' }, null],
    ],
  ],
])('%s', (_, given, plain) => {
  expect(plainArguments([given])).toEqual([plain]);
});

test('a whole column is read to its third row, which is too many for any function', () => {
  const column = Array.from({ length: 1_048_576 }, (_, row) => [row]);
  expect(plainArguments([column])).toEqual([[[0], [1], [2]]]);
});
