/**
 * DEL-04 and DEL-05 under the convention of 2023, terminated by a notice received on 30 May 2023: its last day is
 * 30 August.
 */
import { isoDate, toIso, type CivilDate } from '../../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../../src/domain/envelopes/convention';
import type { Duty } from '../../../../src/domain/envelopes/terms';
import { findingsIn } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

const RECEIVED = { sentOn: null, receivedOn: isoDate('2023-05-30') };
const SENT = { sentOn: isoDate('2023-05-30'), receivedOn: null };
const BLANK = { label: '', delay: null, dueOn: null, doneOn: null, addressee: '', approval: null, article: '' };
const TEN_DAYS = { count: 10, unit: 'calendar' } as const;

/** `rule severity day`, of the duty alone; nothing is spent. */
function found(duty: Partial<Duty>, asOf: string, changes: Partial<Convention>): readonly string[] {
  const duties = [{ ...BLANK, index: 0, type: 'other' as const, ...duty }];
  const convention = { ...convention2023(), duties, ...changes };
  return findingsIn('axe 2 | EJ | date EJ | AE | payé le | CP', { convention, asOf, whole: true }).flatMap(
    (finding) => {
      const { rule, severity, details } = finding;
      if (!rule.startsWith('DEL')) return [];
      const {
        until,
        due,
        ended,
        lateToo = 0,
      } = details as Partial<Record<'until' | 'due' | 'ended', CivilDate>> & {
        lateToo?: number;
      };
      return [
        `${rule} ${severity} ${toIso(until ?? due ?? ended ?? isoDate(asOf))}${lateToo > 0 ? ` +${lateToo}` : ''}`,
      ];
    },
  );
}

test.each`
  asOf            | termination | expected                         | why
  ${'2023-06-30'} | ${RECEIVED} | ${[]}                            | ${'more than sixty days'}
  ${'2023-07-01'} | ${RECEIVED} | ${['DEL-04 info 2023-08-30']}    | ${'sixty days before its effect'}
  ${'2023-08-31'} | ${RECEIVED} | ${['DEL-04 warning 2023-08-30']} | ${'nothing can change any more'}
  ${'2023-08-31'} | ${SENT}     | ${[]}                            | ${'only sent: the day of its effect is a doubt'}
  ${'2023-08-31'} | ${null}     | ${[]}                            | ${'no notice'}
`('DEL-04 on $asOf: $expected, for each envelope ($why)', ({ asOf, termination, expected }) => {
  const changes = { termination: termination as Convention['termination'] };
  expect([...new Set(found({ type: 'unspent' }, asOf as string, changes))]).toEqual(expected);
});

test.each`
  duty                                        | asOf            | expected                          | why
  ${{ type: 'finalReport', delay: TEN_DAYS }} | ${'2023-08-09'} | ${[]}                             | ${'more than thirty days'}
  ${{ type: 'finalReport', delay: TEN_DAYS }} | ${'2023-08-12'} | ${['DEL-05 warning 2023-09-11']}  | ${'9 September is a Saturday'}
  ${{ type: 'finalReport', delay: TEN_DAYS }} | ${'2023-09-12'} | ${['DEL-05 error 2023-09-11']}    | ${'late, four months before the term'}
  ${{ type: 'finalReport' }}                  | ${'2023-08-31'} | ${['DEL-05 info 2023-08-30']}     | ${'no day is fixed'}
  ${{ type: 'yearlyReport' }}                 | ${'2023-08-31'} | ${['DEL-05 info 2023-08-30']}     | ${'the year of this convention is over'}
  ${{ every: 'quarter', delay: TEN_DAYS }}    | ${'2024-12-31'} | ${['DEL-05 error 2023-04-11 +2']} | ${'two quarters, and the days until its effect'}
`('DEL-05, $duty.type, on $asOf: $expected ($why)', ({ duty, asOf, expected }) => {
  expect(found(duty as Partial<Duty>, asOf as string, { termination: RECEIVED })).toEqual(expected);
});

test('without a termination, the same reports follow the term', () => {
  const onTheDay = (duty: Partial<Duty>, asOf: string) => found(duty, asOf, { termination: SENT });
  expect(onTheDay({ type: 'finalReport', delay: TEN_DAYS }, '2023-09-12')).toEqual([]);
  expect(onTheDay({ type: 'finalReport', delay: TEN_DAYS }, '2024-01-11')).toEqual(['DEL-05 error 2024-01-10']);
  expect(onTheDay({ every: 'quarter', delay: TEN_DAYS }, '2024-12-31')).toEqual(['DEL-05 error 2023-04-11 +3']);
});
