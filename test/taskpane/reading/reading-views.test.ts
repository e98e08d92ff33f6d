/** The account of reading as a screen shows it: what is unread first, each sheet, and the sums of the whole workbook. */
import fc from 'fast-check';
import { readingViews, waysOutOf } from '../../../src/taskpane/reading/reading-views';
import type { ReadingEntry, ReadingReason, ReadingRole } from '../../../src/workbook/reading/account';

const NO_SUMS = { ae: 0, cp: 0, other: 0 };

function entry(role: ReadingRole, given: Partial<ReadingEntry> = {}): ReadingEntry {
  return {
    sheet: 'Suivi',
    area: 'A1:F10',
    table: null,
    isHidden: false,
    role,
    reason: role === 'unread' ? 'notRecognised' : 'range',
    detail: '',
    rows: 9,
    sums: NO_SUMS,
    unreadable: 0,
    ...given,
  };
}

const PDE = entry('ledger', { sheet: 'PDE', sums: { ae: 300, cp: 200, other: 0 } });
const SF = entry('unread', {
  sheet: 'SF',
  isHidden: true,
  area: 'B5:H48',
  sums: { ae: 25, cp: 0, other: 7 },
  rows: 44,
});
const SUMMARY = entry('derived', { sheet: 'PDE', area: 'H1:I4', reason: 'formulas', rows: 3 });
const STRAY = entry('unread', {
  sheet: 'PDE',
  area: 'A14:F14',
  reason: 'besideTable',
  rows: 1,
  sums: { ae: 0, cp: 5, other: 0 },
});
const CONVENTION = entry('convention', { sheet: 'Convention', reason: 'conventionTable', table: 'ENV_Enveloppes' });
const ENTRIES = [PDE, SUMMARY, STRAY, SF, CONVENTION];

test('what is unread comes first, with its number and its sums; the others are by sheet', () => {
  const { unread, sheets, more } = readingViews(ENTRIES);
  expect(unread.listed.map(({ entry }) => entry)).toEqual([STRAY, SF]);
  expect(unread).toMatchObject({ places: 2, rows: 45, sums: { ae: 25, cp: 5, other: 7 } });
  expect(sheets.map(({ name, listed }) => [name, listed.map(({ entry }) => entry)])).toEqual([
    ['PDE', [PDE, SUMMARY]],
    ['Convention', [CONVENTION]],
  ]);
  expect(more).toBe(0);
});

test('each place has its range of cells, none when the account gives none', () => {
  const [first, second] = readingViews([SF, entry('unread', { area: '' })]).unread.listed;
  expect(first?.area).toEqual({ top: 4, left: 1, rows: 44, columns: 7 });
  expect(second?.area).toBeNull();
});

const anyEntry = fc.record({
  sheet: fc.constantFrom('Suivi', 'Janvier', 'constructor', '__proto__'),
  role: fc.constantFrom<ReadingRole>('ledger', 'convention', 'document', 'derived', 'setAside', 'unread'),
  rows: fc.nat(1000),
  sums: fc.record({ ae: fc.integer({ min: -1e9, max: 1e9 }), cp: fc.nat(1e9), other: fc.nat(1e9) }),
});

test('the roles together make the whole workbook, and every place is listed or counted', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 40 }), fc.nat(45), (drawn, most) => {
      const entries = drawn.map(({ role, ...given }) => entry(role, given));
      const { roles, whole, unread, sheets, more } = readingViews(entries, most);
      const sumOf = (part: (sums: ReadingEntry['sums']) => number): number =>
        entries.reduce((sum, { sums }) => sum + part(sums), 0);
      expect(whole.sums).toEqual({
        ae: sumOf(({ ae }) => ae),
        cp: sumOf(({ cp }) => cp),
        other: sumOf(({ other }) => other),
      });
      for (const nature of ['ae', 'cp', 'other'] as const)
        expect(roles.reduce((sum, { sums }) => sum + sums[nature], 0)).toBe(whole.sums[nature]);
      expect(roles.reduce((sum, { places }) => sum + places, 0)).toBe(entries.length);
      const listed = [...unread.listed, ...sheets.flatMap((sheet) => sheet.listed)];
      expect(listed.length).toBe(Math.min(most, entries.length));
      expect(listed.length + more).toBe(entries.length);
      expect(new Set(listed.map(({ key }) => key)).size).toBe(listed.length);
    }),
    { seed: 20231231 },
  );
});

test('a long account is cut after its unread places', () => {
  const ledgers = Array.from({ length: 300 }, (_, index) => entry('ledger', { sheet: `Mois ${index}` }));
  const { unread, sheets, more, whole } = readingViews([...ledgers, SF]);
  expect(unread.listed).toHaveLength(1);
  expect([sheets.length, more, whole.places]).toEqual([199, 101, 301]);
});

test.each<[ReadingRole, ReadingReason, string]>([
  ['unread', 'notRecognised', 'ledger, headings, setAside'],
  ['unread', 'besideTable', 'ledger, setAside'],
  ['unread', 'columnNotUsed', 'columns, setAside'],
  ['unread', 'copy', 'ledger, setAside'],
  ['unread', 'natureUnknown', ''],
  ['unread', 'belowRegister', 'setAside'],
  ['unread', 'amongAside', 'setAside'],
  ['ledger', 'table', ''],
  ['setAside', 'byUser', ''],
])('the ways out of a place that is %s (%s): %s', (role, reason, ways) => {
  expect([...waysOutOf(entry(role, { reason }))].join(', ')).toBe(ways);
});

test('a decision on some rows is offered only when no other row is between them', () => {
  const rows = (reason: ReadingReason): string =>
    [...waysOutOf(entry('unread', { reason, area: 'A4:F5', rows: 2 }))].join(', ');
  expect([rows('natureUnknown'), rows('amongAside')]).toEqual(['setAside', 'ledger, setAside']);
});
