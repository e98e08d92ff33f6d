/** Days typed in forms that no rule forbids and that cannot be right. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { doubtOfDay, doubtOfTerm } from '../../../../src/domain/envelopes/duties/date-doubts';

const TERM = { signedOn: isoDate('2022-12-27'), endsOn: isoDate('2023-12-31') };
const TODAY = isoDate('2024-03-15');

test.each`
  about                                    | day             | today    | receivedOn      | doubt
  ${'a day of the convention'}             | ${'2023-06-01'} | ${TODAY} | ${null}         | ${null}
  ${'its first day'}                       | ${'2022-12-27'} | ${TODAY} | ${null}         | ${null}
  ${'the eve of its signature'}            | ${'2022-12-26'} | ${TODAY} | ${null}         | ${'beforeSignature'}
  ${'a century before'}                    | ${'1923-06-01'} | ${TODAY} | ${null}         | ${'beforeSignature'}
  ${'today'}                               | ${'2024-03-15'} | ${TODAY} | ${null}         | ${null}
  ${'tomorrow, for something done'}        | ${'2024-03-16'} | ${TODAY} | ${null}         | ${'toCome'}
  ${'tomorrow, for something due'}         | ${'2024-03-16'} | ${null}  | ${null}         | ${null}
  ${'a year after the end, due'}           | ${'2024-12-31'} | ${null}  | ${null}         | ${null}
  ${'more than a year after the end, due'} | ${'2025-01-01'} | ${null}  | ${null}         | ${'longAfterEnd'}
  ${'2099'}                                | ${'2099-05-02'} | ${null}  | ${null}         | ${'longAfterEnd'}
  ${'the last day of the calendar'}        | ${'9999-12-31'} | ${null}  | ${null}         | ${'longAfterEnd'}
  ${'an answer on the day of its request'} | ${'2023-06-01'} | ${TODAY} | ${'2023-06-01'} | ${null}
  ${'an answer before its request'}        | ${'2023-05-31'} | ${TODAY} | ${'2023-06-01'} | ${'beforeReceipt'}
`(
  '$about: $doubt',
  ({ day, today, receivedOn, doubt }: Record<string, string | null> & { today: typeof TODAY | null }) => {
    const bounds = { ...TERM, today, receivedOn: receivedOn === null ? null : isoDate(String(receivedOn)) };
    expect(doubtOfDay(isoDate(String(day)), bounds)?.kind ?? null).toBe(doubt);
  },
);

test('a convention without an end in the calendar makes no day a doubt', () => {
  const term = { ...TERM, endsOn: isoDate('9999-12-31') };
  expect(doubtOfDay(isoDate('2099-01-01'), { ...term, today: null, receivedOn: null })).toBeNull();
  expect(doubtOfTerm(term)).toEqual({ kind: 'longTerm' });
});

test.each([
  ['2023-12-31', null],
  ['2032-12-27', null],
  ['2032-12-28', { kind: 'longTerm' }],
])('a convention signed on 27 December 2022 that ends on %s: %j', (end, doubt) => {
  expect(doubtOfTerm({ ...TERM, endsOn: isoDate(end) })).toEqual(doubt);
});
