/** A report on each period of the convention (13/12/2022 to 30/06/2024): the first period that no report answers. */
import { isoDate, toIso } from '../../../../src/domain/calendar/civil-date';
import { isOccurrenceSoon, openOccurrence } from '../../../../src/domain/envelopes/duties/recurring-duties';
import type { Delay, Duty, Recurrence } from '../../../../src/domain/envelopes/terms';
import { conventionOf } from '../builders';

const CONVENTION = { ...conventionOf([]), endsOn: isoDate('2024-06-30') };
const TEN_DAYS: Delay = { count: 10, unit: 'calendar' };

interface Given {
  readonly every?: Recurrence;
  readonly asOf: string;
  readonly delay: Delay | null;
  readonly done?: string;
  readonly from?: string;
}

function open({ every, asOf, delay, done, from }: Given, of = CONVENTION): string {
  const duty: Duty = {
    ...{ index: 0, type: 'other', label: '', delay, addressee: '', approval: null, article: '' },
    doneOn: done === undefined ? null : isoDate(done),
    dueOn: from === undefined ? null : isoDate(from),
    ...(every === undefined ? {} : { every }),
  };
  const found = openOccurrence(of, duty, isoDate(asOf));
  if (found === null) return 'none';
  return `ended ${toIso(found.ended)}, due ${found.due && toIso(found.due)}, then ${found.lateToo} late`;
}

it.each`
  every         | asOf            | done            | found                                              | why
  ${'month'}    | ${'2022-12-20'} | ${undefined}    | ${'ended 2022-12-31, due 2023-01-10, then 0 late'} | ${'the month of the signature'}
  ${'month'}    | ${'2023-01-10'} | ${undefined}    | ${'ended 2022-12-31, due 2023-01-10, then 0 late'} | ${'on its last day, the next month has begun'}
  ${'month'}    | ${'2023-01-11'} | ${undefined}    | ${'ended 2022-12-31, due 2023-01-10, then 0 late'} | ${'late by a day'}
  ${'month'}    | ${'2023-04-11'} | ${undefined}    | ${'ended 2022-12-31, due 2023-01-10, then 2 late'} | ${'January and February are late too'}
  ${'month'}    | ${'2023-04-12'} | ${undefined}    | ${'ended 2022-12-31, due 2023-01-10, then 3 late'} | ${'10 April was Easter Monday: March is late from the 12th'}
  ${'month'}    | ${'2023-04-12'} | ${'2023-02-28'} | ${'ended 2023-03-31, due 2023-04-11, then 0 late'} | ${'the report of 28 February answers what had ended by then'}
  ${'month'}    | ${'2023-04-12'} | ${'2023-02-27'} | ${'ended 2023-02-28, due 2023-03-10, then 1 late'} | ${'a day before, February had not ended'}
  ${'month'}    | ${'2023-02-28'} | ${'2023-02-28'} | ${'ended 2023-03-31, due 2023-04-11, then 0 late'} | ${'a report made on that very day is known'}
  ${'month'}    | ${'2023-02-05'} | ${'2023-03-01'} | ${'ended 2022-12-31, due 2023-01-10, then 0 late'} | ${'a report made later is not known yet'}
  ${'month'}    | ${'2024-07-20'} | ${'2024-06-30'} | ${'none'}                                          | ${'all are answered'}
  ${'quarter'}  | ${'2023-01-15'} | ${undefined}    | ${'ended 2023-03-31, due 2023-04-11, then 0 late'} | ${'signed on 13 December: its last days are no quarter'}
  ${'quarter'}  | ${'2023-01-05'} | ${'2022-12-31'} | ${'ended 2023-03-31, due 2023-04-11, then 0 late'} | ${'a quarter of the calendar'}
  ${'halfYear'} | ${'2023-01-05'} | ${'2022-12-31'} | ${'ended 2023-06-30, due 2023-07-10, then 0 late'} | ${'a half-year'}
  ${'year'}     | ${'2023-01-05'} | ${'2022-12-31'} | ${'ended 2023-12-31, due 2024-01-10, then 0 late'} | ${'a year'}
  ${'year'}     | ${'2024-01-05'} | ${'2023-12-31'} | ${'ended 2024-06-30, due 2024-07-10, then 0 late'} | ${'the convention ends before the year'}
  ${undefined}  | ${'2023-01-05'} | ${undefined}    | ${'none'}                                          | ${'a duty that does not come back'}
`('$every on $asOf, done on $done: $found ($why)', ({ every, asOf, done, found }) => {
  expect(open({ every, asOf, done, delay: TEN_DAYS } as Given)).toBe(found);
});

it.each`
  asOf            | found                                        | why
  ${'2022-12-20'} | ${'ended 2022-12-31, due null, then 0 late'} | ${'no day is due'}
  ${'2023-02-28'} | ${'ended 2022-12-31, due null, then 1 late'} | ${'late from the end of the period'}
`('without a delay, on $asOf: $why', ({ asOf, found }: { asOf: string; found: string }) => {
  expect(open({ every: 'month', asOf, delay: null })).toBe(found);
});

it.each`
  asOf            | done            | found                                              | why
  ${'2023-01-01'} | ${undefined}    | ${'ended 2023-02-15, due 2023-02-15, then 0 late'} | ${'the day that starts them'}
  ${'2023-05-20'} | ${undefined}    | ${'ended 2023-02-15, due 2023-02-15, then 1 late'} | ${'three months later, the second'}
  ${'2023-05-20'} | ${'2023-05-15'} | ${'ended 2023-08-15, due 2023-08-15, then 0 late'} | ${'done on the day'}
  ${'2023-05-20'} | ${'2023-05-10'} | ${'ended 2023-08-15, due 2023-08-15, then 0 late'} | ${'done before the day'}
  ${'2024-06-01'} | ${'2024-05-15'} | ${'ended 2024-08-15, due 2024-08-15, then 0 late'} | ${'the second quarter of 2024, after the convention'}
  ${'2024-08-20'} | ${'2024-08-10'} | ${'none'}                                          | ${'nothing is left to report'}
`('by days that are fixed, on $asOf: $why', ({ asOf, done, found }) => {
  expect(open({ every: 'quarter', asOf, done, from: '2023-02-15', delay: TEN_DAYS } as Given)).toBe(found);
});

it.each`
  every         | from            | done            | next            | why
  ${'year'}     | ${'2023-03-31'} | ${'2023-03-25'} | ${'2024-03-31'} | ${'a week before'}
  ${'year'}     | ${'2023-03-31'} | ${'2023-01-10'} | ${'2024-03-31'} | ${'as soon as the year is over'}
  ${'year'}     | ${'2023-03-31'} | ${'2022-12-30'} | ${'2023-03-31'} | ${'before the end of the year: of something else'}
  ${'year'}     | ${'2023-03-31'} | ${'2023-10-20'} | ${'2024-03-31'} | ${'months late is not before the next'}
  ${'year'}     | ${'2023-03-31'} | ${'2024-02-10'} | ${'none'}       | ${'the last one, of 2023'}
  ${'year'}     | ${'2022-12-15'} | ${'2023-01-10'} | ${'2023-12-15'} | ${'late: in December, it is about the year it is in'}
  ${'year'}     | ${'2022-12-15'} | ${'2023-11-20'} | ${'none'}       | ${'before the day, and nothing after 2023'}
  ${'halfYear'} | ${'2023-01-31'} | ${'2023-07-03'} | ${'2024-01-31'} | ${'a half-year, before 31 July'}
  ${'quarter'}  | ${'2023-04-15'} | ${'2023-04-10'} | ${'2023-07-15'} | ${'five days before'}
  ${'quarter'}  | ${'2023-04-15'} | ${'2023-03-31'} | ${'2023-07-15'} | ${'the last day of the quarter'}
  ${'quarter'}  | ${'2023-04-15'} | ${'2023-03-30'} | ${'2023-04-15'} | ${'before the end of the quarter'}
  ${'quarter'}  | ${'2023-04-15'} | ${'2023-10-14'} | ${'2024-01-15'} | ${'the last quarter of 2023 is left'}
  ${'quarter'}  | ${'2023-03-15'} | ${'2023-12-10'} | ${'none'}       | ${'in the quarter itself: none after 15 December'}
  ${'month'}    | ${'2023-01-31'} | ${'2023-01-30'} | ${'2023-02-28'} | ${'the day before'}
  ${'month'}    | ${'2023-01-31'} | ${'2023-02-10'} | ${'2023-02-28'} | ${'late: February is left'}
  ${'month'}    | ${'2023-01-15'} | ${'2023-02-03'} | ${'2023-03-15'} | ${'January, before 15 February'}
  ${'month'}    | ${'2023-01-15'} | ${'2023-01-25'} | ${'2023-02-15'} | ${'late: January is not over'}
  ${'month'}    | ${'2023-01-15'} | ${'2023-12-14'} | ${'2024-01-15'} | ${'December is left'}
  ${'month'}    | ${'2023-01-31'} | ${'2023-12-28'} | ${'none'}       | ${'December is given'}
`('until 31/12/2023, each $every from $from, done on $done: $next comes next ($why)', ({ next, ...given }) => {
  const of2023 = { ...CONVENTION, endsOn: isoDate('2023-12-31') };
  const found = open({ ...(given as Given), asOf: given.done as string, delay: null }, of2023);
  expect(/due (\S+),/.exec(found)?.[1] ?? found).toBe(next);
});

test('a first day after the convention is due all the same', () => {
  expect(open({ every: 'month', asOf: '2024-08-20', from: '2024-08-01', delay: null })).toBe(
    'ended 2024-08-01, due 2024-08-01, then 0 late',
  );
});

it.each`
  every         | before | from
  ${'month'}    | ${5}   | ${'2023-06-25'}
  ${'quarter'}  | ${15}  | ${'2023-06-15'}
  ${'halfYear'} | ${30}  | ${'2023-05-31'}
  ${'year'}     | ${30}  | ${'2023-05-31'}
`('a report due each $every is reported $before days before', ({ every, from }) => {
  const due = isoDate('2023-06-30');
  const day = isoDate(from as string);
  expect(isOccurrenceSoon(day, due, every as Recurrence)).toBe(true);
  expect(isOccurrenceSoon((day - 1) as typeof day, due, every as Recurrence)).toBe(false);
});

describe('a termination that takes effect on 15 August 2023', () => {
  const TERMINATED = { ...CONVENTION, termination: { sentOn: null, receivedOn: isoDate('2023-05-15') } };

  it.each`
    asOf            | done            | from            | found                                              | why
    ${'2023-07-20'} | ${undefined}    | ${undefined}    | ${'ended 2023-03-31, due 2023-04-11, then 1 late'} | ${'as without it until then'}
    ${'2026-12-31'} | ${undefined}    | ${undefined}    | ${'ended 2023-03-31, due 2023-04-11, then 2 late'} | ${'those due before stay due, then the last days'}
    ${'2026-12-31'} | ${'2023-07-05'} | ${undefined}    | ${'ended 2023-08-15, due 2023-08-25, then 0 late'} | ${'the last days alone'}
    ${'2026-12-31'} | ${'2023-08-15'} | ${undefined}    | ${'none'}                                          | ${'all are answered'}
    ${'2026-12-31'} | ${undefined}    | ${'2023-04-15'} | ${'ended 2023-04-15, due 2023-04-15, then 2 late'} | ${'by fixed days, until the report of 15 October'}
    ${'2026-12-31'} | ${'2023-10-12'} | ${'2023-04-15'} | ${'none'}                                          | ${'which is the last one'}
  `('each quarter, on $asOf, done on $done: $found ($why)', ({ asOf, done, from, found }) => {
    expect(open({ every: 'quarter', asOf, done, from, delay: TEN_DAYS } as Given, TERMINATED)).toBe(found);
  });
});
