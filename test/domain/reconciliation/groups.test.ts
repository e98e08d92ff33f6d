/** A group with its sums, what it counts for, and the order in which groups are shown. */
import {
  GROUP_STATUSES,
  groupOf,
  isCompared,
  isGap,
  largestFirst,
  type GroupStatus,
} from '../../../src/domain/reconciliation/groups';
import { lineAmount, rowAmount } from '../../support/ledgers/amount-builders';

it.each`
  status                 | compared | gap
  ${'matched'}           | ${true}  | ${false}
  ${'amountDiffers'}     | ${true}  | ${true}
  ${'codesDiffer'}       | ${true}  | ${true}
  ${'notInChorus'}       | ${true}  | ${true}
  ${'notInLedger'}       | ${true}  | ${true}
  ${'twiceInChorus'}     | ${true}  | ${true}
  ${'inProgress'}        | ${false} | ${false}
  ${'notCompared'}       | ${false} | ${false}
  ${'outsideConvention'} | ${false} | ${false}
`('$status: compared $compared, a gap $gap', (row: { status: GroupStatus; compared: boolean; gap: boolean }) => {
  const group = groupOf('AE', row.status, [rowAmount(1)], []);
  expect([isCompared(group), isGap(group)]).toEqual([row.compared, row.gap]);
  expect(isCompared({ ...group, by: 'rap' })).toBe(false);
  expect(GROUP_STATUSES).toContain(row.status);
});

test('the sums of both sides; the gap is the ledger, with the restes à payer listed, less Chorus', () => {
  const [rows, lines] = [
    [rowAmount(7), rowAmount(-2)],
    [lineAmount(4), lineAmount(6)],
  ];
  expect(groupOf('CP', 'amountDiffers', rows, lines)).toEqual({
    ...{ nature: 'CP', status: 'amountDiffers', by: null, why: null, rows, lines },
    ...{ ledgerCents: 5, chorusCents: 10, gap: -5 },
    ...{ listed: null, codes: [], counterpart: null, repeats: null, notes: [] },
  });
  const more = {
    ...({ by: 'rap', why: 'carryOver', listed: { cents: 100, index: 3, year: 2023 }, repeats: lines[0]! } as const),
    codes: [{ field: 'activity', ledger: [], chorus: [] }] as const,
    counterpart: { kind: 'project', date: null, row: null } as const,
    notes: [{ kind: 'searchGaveUp', amounts: 17 }] as const,
  };
  expect(groupOf('CP', 'amountDiffers', rows, lines, more)).toMatchObject({ ...more, gap: 95 });
});

test('the largest gap first, whatever its sign; at equal gaps the largest amount; then the given order', () => {
  const group = (ledger: number, chorus: number) =>
    groupOf('AE', 'amountDiffers', [rowAmount(ledger)], [lineAmount(chorus)]);
  const [small, negative, large, larger, equal] = [
    group(5, 4),
    group(1, 9),
    group(20, 10),
    group(30, 20),
    group(10, 20),
  ];
  expect(largestFirst([small, negative, large, larger, equal])).toEqual([larger, large, equal, negative, small]);
  expect(largestFirst([group(-30, -20), group(20, 10)]).map(({ gap }) => gap)).toEqual([-10, 10]);
});
