/** The axis of values: rounded ticks that hold every value. */
import fc from 'fast-check';
import { scaleOf } from '../../../../workbench/page/charts/chart-scale';

test.each`
  values          | most | far      | ticks
  ${[0, 573_032]} | ${5} | ${false} | ${[0, 200_000, 400_000, 600_000]}
  ${[12, 60]}     | ${6} | ${false} | ${[0, 10, 20, 30, 40, 50, 60]}
  ${[-5, 70]}     | ${5} | ${false} | ${[-20, 0, 20, 40, 60, 80]}
  ${[-30, -10]}   | ${3} | ${false} | ${[-30, -20, -10, 0]}
  ${[0.1, 0.3]}   | ${3} | ${false} | ${[0, 0.1, 0.2, 0.3]}
  ${[]}           | ${2} | ${false} | ${[0, 0.5, 1]}
  ${[0, 0]}       | ${2} | ${false} | ${[0, 0.5]}
  ${[1000, 1010]} | ${5} | ${true}  | ${[1000, 1002, 1004, 1006, 1008, 1010]}
  ${[1000, 1010]} | ${5} | ${false} | ${[0, 500, 1000, 1500]}
  ${[100, 1010]}  | ${5} | ${true}  | ${[0, 500, 1000, 1500]}
`('$values with at most $most spaces: $ticks', ({ values, most, far, ticks }) => {
  expect(scaleOf(values, most, far).ticks).toEqual(ticks);
});

test('the ticks hold every value, are evenly spaced and not many more than asked', () => {
  const amount = fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }).map((cents) => cents / 100);
  fc.assert(
    fc.property(fc.array(amount), fc.integer({ min: 1, max: 12 }), fc.boolean(), (values, most, mayLeaveZero) => {
      const { lowest, highest, ticks } = scaleOf(values, most, mayLeaveZero);
      const slack = (highest - lowest) * 1e-9;
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(lowest - slack);
        expect(value).toBeLessThanOrEqual(highest + slack);
      }
      const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
      ticks.forEach((tick, rank) => expect(Math.abs(tick - lowest - rank * step)).toBeLessThanOrEqual(slack));
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThanOrEqual(most + 3);
    }),
  );
});
