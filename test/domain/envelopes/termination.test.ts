/** A notice of termination: three months from its receipt, or from its sending while the receipt is not known. */
import { isoDate, toIso } from '../../../src/domain/calendar/civil-date';
import { terminationNotice } from '../../../src/domain/envelopes/termination';
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
