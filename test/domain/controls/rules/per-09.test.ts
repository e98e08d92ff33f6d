/** PER-09: notice received on 30 May 2023, three months: the termination takes effect at the end of 30 August. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { Severity } from '../../../../src/domain/controls/findings/finding';
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

const RECEIVED = { sentOn: isoDate('2023-05-20'), receivedOn: isoDate('2023-05-30') };
const SENT = { sentOn: isoDate('2023-05-30'), receivedOn: null };

const judged = (
  rows: string,
  termination: { sentOn: ReturnType<typeof isoDate> | null; receivedOn: ReturnType<typeof isoDate> | null } = RECEIVED,
) => findingsIn(`axe 2 | opération | EJ | date EJ | AE\n${rows}`, { convention: { ...convention2023(), termination } });

const late = (line: number, severity: Severity, date: string) =>
  found('PER-09', severity, line, 'commitmentDate', { date: isoDate(date), effectiveOn: isoDate('2023-08-30') });

test('right: a commitment on the last day of the notice', () => {
  expect(judged('PDE | EJ | 1400000001 | 30/08/2023 | 100,00')).toEqual([]);
});

test('wrong: the day after, and a draft', () => {
  const rows = 'PDE | EJ | 1400000001 | 31/08/2023 | 100,00\nPDE | EJ | 1400000002 | 15/09/2023 | 50,00';
  expect(judged(rows)).toEqual([late(1, 'error', '2023-08-31'), late(2, 'error', '2023-09-15')]);
});

test('a doubt while only the sending is known', () => {
  expect(judged('PDE | EJ | 1400000001 | 15/09/2023 | 100,00', SENT)).toEqual([late(1, 'warning', '2023-09-15')]);
});

test('edge: none for a decommitment, for a notice without effect, or without a notice; after the end it is PER-02', () => {
  const late = { sentOn: null, receivedOn: isoDate('2023-10-02') };
  const none = { sentOn: null, receivedOn: null };
  const rulesOf = (...given: Parameters<typeof judged>) => judged(...given).map(({ rule }) => rule);
  expect(
    rulesOf('PDE | EJ | 1400000001 | 30/08/2023 | 100,00\nPDE | Retrait | 1400000001 | 15/09/2023 | -10,00'),
  ).toEqual([]);
  expect(rulesOf('PDE | EJ | 1400000001 | 15/12/2023 | 100,00', late)).toEqual(['PER-08']);
  expect(rulesOf('PDE | EJ | 1400000001 | 15/12/2023 | 100,00', none)).toEqual([]);
  expect(rulesOf('PDE | EJ | 1400000001 | 05/01/2024 | 100,00')).toEqual(['PER-02']);
  expect(rulesOf('PDE | EJ | 1400000001 | | 100,00')).toEqual(['DON-01']);
});

test.each`
  ae         | isFound  | why
  ${'0,01'}  | ${true}  | ${'a cent is committed'}
  ${'0,00'}  | ${true}  | ${'a commitment of nothing yet'}
  ${''}      | ${true}  | ${'a commitment without an amount'}
  ${'-0,01'} | ${false} | ${'a cent is withdrawn'}
`('after the termination, a row dated 31 August with « $ae » of AE: found $isFound, $why', ({ ae, isFound }) => {
  const found09 = judged(`PDE | | 1400000001 | 31/08/2023 | ${ae as string}`).filter(({ rule }) => rule === 'PER-09');
  expect(found09).toEqual(isFound ? [late(1, 'error', '2023-08-31')] : []);
});
