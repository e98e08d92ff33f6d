/** PER-08: a notice of termination whose three months end with the convention (31 December 2023), or later. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { Finding } from '../../../../src/domain/controls/findings/finding';
import { CONVENTION_KEYS } from '../../../../src/workbook/workbook-names';
import { findingsIn } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

const TABLE = `
  axe 2 | objet
  PDE   |
`;

function foundFor(sentOn: string | null, receivedOn: string | null, endsOn = '2023-12-31'): Finding[] {
  const day = (text: string | null) => (text === null ? null : isoDate(text));
  const convention = {
    ...convention2023(),
    endsOn: isoDate(endsOn),
    termination: { sentOn: day(sentOn), receivedOn: day(receivedOn) },
  };
  return findingsIn(TABLE, { convention }).filter(({ rule }) => rule === 'PER-08');
}

const useless = (date: string, noticeEnds: string, isReceived: boolean, endsOn = '2023-12-31') => ({
  rule: 'PER-08',
  severity: 'warning',
  place: {
    kind: 'convention',
    table: 'ENV_Convention',
    row: 0,
    column: 'Valeur',
    key: isReceived ? CONVENTION_KEYS.terminationReceivedOn : CONVENTION_KEYS.terminationSentOn,
  },
  details: {
    date: isoDate(date),
    isReceived,
    noticeMonths: 3,
    noticeEnds: isoDate(noticeEnds),
    endsOn: isoDate(endsOn),
  },
  repair: null,
});

test('right: received on 30 September, it ends on 30 December', () => {
  expect(foundFor('2023-09-28', '2023-09-30')).toEqual([]);
});

test('wrong: received on 1 October, however early it was sent', () => {
  expect(foundFor('2023-09-15', '2023-10-01')).toEqual([useless('2023-10-01', '2024-01-01', true)]);
});

test('edge: sent and not received yet, the sending counts', () => {
  expect(foundFor('2023-09-30', null)).toEqual([]);
  expect(foundFor('2023-10-02', null)).toEqual([useless('2023-10-02', '2024-01-02', false)]);
});

test('edge: a notice that ends on the very last day changes nothing; 30 November and three months make 29 February', () => {
  expect(foundFor(null, '2023-11-30', '2024-02-29')).toEqual([useless('2023-11-30', '2024-02-29', true, '2024-02-29')]);
  expect(foundFor(null, '2023-11-30', '2024-03-01')).toEqual([]);
});

test('not checkable: no notice, or one without a date', () => {
  expect(foundFor(null, null)).toEqual([]);
  expect(findingsIn(TABLE)).toEqual([]);
});
