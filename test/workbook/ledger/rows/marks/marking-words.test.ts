/** Whether a text may hold words of a mark: by the first letters of its words, in one pass for every list. */
import fc from 'fast-check';
import { comparable } from '../../../../../src/domain/text';
import { mayHold, type MarkingList } from '../../../../../src/workbook/ledger/rows/marks/marking-words';

const LISTS: readonly MarkingList[] = ['aside', 'cancelled', 'planned', 'amount', 'doubt'];

test.each<readonly [string, readonly MarkingList[]]>([
  ['à vérifier', ['doubt']],
  ['A VÉRIFIER', ['doubt']],
  ['a\u0300 ve\u0301rifier', ['doubt']],
  ['Gel', ['doubt']],
  ['l’annulation', ['cancelled', 'amount']],
  ['EJ2annulé', ['cancelled', 'amount']],
  ['Doublon', ['aside', 'cancelled', 'doubt']],
  ['À venir', ['planned']],
  ['HT', ['amount']],
  ['Prix en €', ['amount']],
  ['50 %', ['amount']],
  ['PDE ou SF ?', ['doubt']],
  ['', []],
  ['Maintenance 2023', ['amount']],
  ['Lot 2', []],
  ['saisi 2 fois', ['aside', 'cancelled']],
  ['n° 203', []],
  ['réannulé', []],
  ['HTML', []],
  ['12 ¿ — ☑', []],
  [`${'x'.repeat(500)} annulé`, []],
])('« %s »: %j', (text, lists) => {
  expect(LISTS.filter((list) => mayHold(list, text))).toEqual(lists);
});

test('a word is found whatever is around, and none is found where none begins so', () => {
  const piece = fc.constantFrom(' ', '-', '’', '1', 'x', 'É', '\u0301', 'annul', 'GEL', 'é', 'suspendu', 'n', 'ht');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const words = comparable(text).split(/[^a-z]+/);
      expect(mayHold('cancelled', text)).toBe(words.some((word) => word.startsWith('annu')));
      expect(mayHold('doubt', text)).toBe(words.some((word) => /^(?:gel|susp)/.test(word)));
    }),
    { numRuns: 1000 },
  );
});
