/** Groups keep the order of their items and of their keys, and a large group takes one pass. */
import { groupedBy } from '../../src/domain/grouped';

test('the items of each key, in the order in which they come', () => {
  const words = ['deux', 'un', 'dix', 'douze', 'uns'];
  expect([...groupedBy(words, (word) => word.charAt(0))]).toEqual([
    ['d', ['deux', 'dix', 'douze']],
    ['u', ['un', 'uns']],
  ]);
});

test('a million items of one key', () => {
  const items = Array.from({ length: 1_000_000 }, (_, index) => index);
  expect(groupedBy(items, () => 'same').get('same')).toHaveLength(1_000_000);
});
