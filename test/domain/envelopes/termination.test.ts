/** A notice of termination: three months from its receipt, or from its sending while the receipt is not known. */
import { isoDate, toIso } from '../../../src/domain/calendar/civil-date';
import { lastDayOf, terminationNotice } from '../../../src/domain/envelopes/termination';
import { conventionOf } from './builders';

const day = (text: string | null) => (text === null ? null : isoDate(text));

it.each`
  sent            | received        | date            | isReceived | ends            | hasEffect
  ${'2023-03-01'} | ${'2023-03-05'} | ${'2023-03-05'} | ${true}    | ${'2023-06-05'} | ${true}
  ${'2023-03-01'} | ${null}         | ${'2023-03-01'} | ${false}   | ${'2023-06-01'} | ${true}
  ${null}         | ${'2023-03-05'} | ${'2023-03-05'} | ${true}    | ${'2023-06-05'} | ${true}
  ${null}         | ${'2023-09-30'} | ${'2023-09-30'} | ${true}    | ${'2023-12-30'} | ${true}
  ${null}         | ${'2023-10-01'} | ${'2023-10-01'} | ${true}    | ${'2024-01-01'} | ${false}
`('sent $sent, received $received: it ends on $ends, before the convention: $hasEffect', (row) => {
  const { sent, received, date, isReceived, ends, hasEffect } = row as Record<string, string>;
  const termination = { sentOn: day(sent ?? null), receivedOn: day(received ?? null) };
  const notice = terminationNotice({ ...conventionOf([]), termination });
  expect(notice && { ...notice, date: toIso(notice.date), noticeEnds: toIso(notice.noticeEnds) }).toEqual({
    ...{ date, isReceived, noticeEnds: ends, hasEffect },
  });
});

test('a notice that ends with the convention has no effect; without a day, none was given', () => {
  const notice = (termination: { sentOn: null; receivedOn: ReturnType<typeof day> } | null) =>
    terminationNotice({ ...conventionOf([], { endsOn: isoDate('2023-12-30') }), termination });
  expect(notice({ sentOn: null, receivedOn: day('2023-09-30') })?.hasEffect).toBe(false);
  expect([notice({ sentOn: null, receivedOn: null }), notice(null)]).toEqual([null, null]);
});

it.each`
  sent            | received        | endsOn          | last            | why
  ${null}         | ${null}         | ${'2023-12-31'} | ${'2023-12-31'} | ${'no notice'}
  ${'2023-03-01'} | ${'2023-03-05'} | ${'2023-12-31'} | ${'2023-06-05'} | ${'three months from its receipt'}
  ${'2023-03-01'} | ${null}         | ${'2023-12-31'} | ${'2023-12-31'} | ${'only sent: the day of its effect is a doubt'}
  ${null}         | ${'2023-11-30'} | ${'2024-12-31'} | ${'2024-02-29'} | ${'on 30 February, the last day of that month'}
  ${null}         | ${'2023-10-01'} | ${'2023-12-31'} | ${'2023-12-31'} | ${'too late: the convention ends first'}
  ${null}         | ${'2023-09-30'} | ${'2023-12-30'} | ${'2023-12-30'} | ${'both on one day'}
`('sent $sent, received $received, until $endsOn: the last day is $last ($why)', (row) => {
  const { sent, received, endsOn, last } = row as Record<string, string>;
  const termination = { sentOn: day(sent ?? null), receivedOn: day(received ?? null) };
  expect(toIso(lastDayOf({ ...conventionOf([], { endsOn: isoDate(endsOn!) }), termination }))).toBe(last);
});
