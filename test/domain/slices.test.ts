/** Work in slices: every row once and in order, with a pause after each ten thousand. */
import { drain, visitInSlices } from '../../src/domain/slices';

test.each`
  rows      | pauses
  ${0}      | ${0}
  ${1}      | ${0}
  ${9_999}  | ${0}
  ${10_000} | ${1}
  ${25_000} | ${2}
`('$rows rows are visited with $pauses pauses', ({ rows, pauses }: { rows: number; pauses: number }) => {
  const ledger = Array.from({ length: rows }, (_, index) => `row ${index}`);
  const visited: string[] = [];
  const work = visitInSlices(ledger, (row, index) => visited.push(`${row} at ${index}`));
  let count = 0;
  while (!work.next().done) count += 1;
  expect(visited).toEqual(ledger.map((row, index) => `${row} at ${index}`));
  expect(count).toBe(pauses);
});

test('drained, the work runs to its result without a pause', () => {
  function* work(): Generator<undefined, string, undefined> {
    yield;
    yield;
    return 'done';
  }
  expect(drain(work())).toBe('done');
});
