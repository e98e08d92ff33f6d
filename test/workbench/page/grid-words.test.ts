/** The words of the grid's menus: no key of Univer is without a text, in either language. */
import { GRID_LANGUAGES } from '../../../workbench/page/grid-words';

const leaves = (words: object, path = ''): [string, unknown][] =>
  Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, unknown][] =>
    typeof value === 'object' && value !== null ? leaves(value, `${path}${key}.`) : [[`${path}${key}`, value]],
  );

const french = new Map(leaves(GRID_LANGUAGES['fr-FR'].words));
const english = new Map(leaves(GRID_LANGUAGES['en-US'].words));

test('both languages have the same keys', () => {
  expect(french.size).toBeGreaterThan(5000);
  expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
});

test('ours replace a text of Univer and leave its neighbours', () => {
  expect(french.get('sheets-ui.rightClick.copySpecial')).toBe('Copie spéciale');
  expect(french.get('sheets-ui.rightClick.pasteSpecial')).toBe('Collage spécial');
  expect(french.get('sheets-table-ui.columnMenu.delete')).toBe('Supprimer la colonne de tableau');
});
