/** By when a request is answered and a duty done, and from when the team is reminded. The convention is signed on 13/12/2022. */
import { isoDate, toIso } from '../../../../src/domain/calendar/civil-date';
import {
  answerDueOn,
  answerLeft,
  dutyDueOn,
  endOfReport,
  isAfterSignature,
  isDutySoon,
} from '../../../../src/domain/envelopes/duties/due-dates';
import type { Delay, Duty, DutyType } from '../../../../src/domain/envelopes/terms';
import { conventionOf } from '../builders';

const CONVENTION = conventionOf([]);
const MONTH: Delay = { count: 1, unit: 'months' };
const iso = (date: Parameters<typeof toIso>[0] | null): string | null => (date === null ? null : toIso(date));

function duty(type: DutyType, delay: Delay | null, dueOn: string | null = null): Duty {
  return {
    ...{ index: 0, type, label: '', delay, dueOn: dueOn === null ? null : isoDate(dueOn), doneOn: null },
    ...{ addressee: '', approval: null, article: '' },
  };
}

test('a request is answered within five jours ouvrés of its receipt; without that day, no day is due', () => {
  const request = { index: 0, subject: '', answeredOn: null };
  expect(iso(answerDueOn(CONVENTION, { ...request, receivedOn: isoDate('2023-04-03') }))).toBe('2023-04-11');
  expect(answerDueOn(CONVENTION, { ...request, receivedOn: null })).toBeNull();
});

it.each`
  asOf            | due             | left  | isSoon
  ${'2023-03-06'} | ${'2023-03-10'} | ${4}  | ${false}
  ${'2023-03-07'} | ${'2023-03-10'} | ${3}  | ${false}
  ${'2023-03-08'} | ${'2023-03-10'} | ${2}  | ${true}
  ${'2023-03-10'} | ${'2023-03-10'} | ${0}  | ${true}
  ${'2023-03-13'} | ${'2023-03-10'} | ${-1} | ${true}
`('on $asOf, $left jours ouvrés are left to answer by $due', ({ asOf, due, left, isSoon }) => {
  expect(answerLeft(CONVENTION, isoDate(asOf as string), isoDate(due as string))).toEqual({ left, isSoon });
});

it.each`
  endsOn          | yearly          | why
  ${'2024-06-30'} | ${'2023-12-31'} | ${'the year ends first'}
  ${'2023-12-31'} | ${'2023-12-31'} | ${'both on one day'}
  ${'2023-06-30'} | ${'2023-06-30'} | ${'the convention ends first'}
`('the yearly report speaks of what ended on $yearly: $why', ({ endsOn, yearly }: Record<string, string>) => {
  const convention = { ...CONVENTION, endsOn: isoDate(endsOn!) };
  expect(iso(endOfReport(convention, 'yearlyReport'))).toBe(yearly);
  expect(iso(endOfReport(convention, 'finalReport'))).toBe(endsOn);
});

it.each`
  received        | yearly          | final           | due             | why
  ${null}         | ${'2023-12-31'} | ${'2024-06-30'} | ${'2024-07-30'} | ${'no notice'}
  ${'2023-05-30'} | ${'2023-08-30'} | ${'2023-08-30'} | ${'2023-10-02'} | ${'terminated in the year; 30 September is a Saturday'}
  ${'2023-12-15'} | ${'2023-12-31'} | ${'2024-03-15'} | ${'2024-04-15'} | ${'terminated after the year'}
  ${'2024-05-01'} | ${'2023-12-31'} | ${'2024-06-30'} | ${'2024-07-30'} | ${'a notice without effect'}
`('a notice received on $received: the last report is due on $due, $why', (row: Record<string, string>) => {
  const termination = { sentOn: null, receivedOn: row['received'] ? isoDate(row['received']) : null };
  const convention = { ...CONVENTION, endsOn: isoDate('2024-06-30'), termination };
  expect(iso(endOfReport(convention, 'yearlyReport'))).toBe(row['yearly']);
  expect(iso(endOfReport(convention, 'finalReport'))).toBe(row['final']);
  expect(iso(dutyDueOn(convention, duty('finalReport', MONTH)))).toBe(row['due']);
});

it.each`
  type                    | delay    | dueOn           | due             | isAfter  | why
  ${'publication'}        | ${MONTH} | ${null}         | ${'2023-01-13'} | ${true}  | ${'a month after the signature'}
  ${'copyToComptrollers'} | ${MONTH} | ${null}         | ${'2023-01-13'} | ${true}  | ${'so is the copy'}
  ${'authorisations'}     | ${MONTH} | ${null}         | ${'2023-01-13'} | ${true}  | ${'so are the habilitations'}
  ${'creditsAvailable'}   | ${MONTH} | ${null}         | ${'2023-01-13'} | ${true}  | ${'so are the credits'}
  ${'yearlyReport'}       | ${MONTH} | ${null}         | ${'2024-01-31'} | ${false} | ${'a month after the year'}
  ${'finalReport'}        | ${MONTH} | ${null}         | ${'2024-07-30'} | ${false} | ${'a month after the convention'}
  ${'unspent'}            | ${MONTH} | ${null}         | ${null}         | ${false} | ${'a notice has no day of its own'}
  ${'other'}              | ${MONTH} | ${null}         | ${null}         | ${false} | ${'nor has another duty'}
  ${'yearlyReport'}       | ${null}  | ${null}         | ${null}         | ${false} | ${'no delay'}
  ${'publication'}        | ${MONTH} | ${'2023-05-02'} | ${'2023-05-02'} | ${true}  | ${'the day that was fixed'}
  ${'other'}              | ${null}  | ${'2023-05-02'} | ${'2023-05-02'} | ${false} | ${'the day that was fixed, for any duty'}
`('$type: $due, $why', (row: { type: DutyType; delay: Delay; dueOn: string; due: string; isAfter: boolean }) => {
  const convention = { ...CONVENTION, endsOn: isoDate('2024-06-30') };
  const one = duty(row.type, row.delay, row.dueOn);
  expect([iso(dutyDueOn(convention, one)), isAfterSignature(one)]).toEqual([row.due, row.isAfter]);
});

test('a duty is reported from thirty days before its day', () => {
  const due = isoDate('2023-05-31');
  expect(['2023-04-30', '2023-05-01', '2023-06-05'].map((day) => isDutySoon(isoDate(day), due))).toEqual([
    ...[false, true, true],
  ]);
});
