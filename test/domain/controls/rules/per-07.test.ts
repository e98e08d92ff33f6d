/** PER-07: an order, or its service, after the end of the contract. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { Severity } from '../../../../src/domain/controls/findings/finding';
import { findingsIn, found } from '../../../support/controls';

const after = (line: number, severity: Severity, field: 'commitmentDate' | 'serviceDate', date: string) =>
  found('PER-07', severity, line, field, { field, date: isoDate(date), contractEnd: isoDate('2023-06-30') });

test('right: the last day of the contract', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ    | AE     | service fait | fin du marché
      PDE   | 30/06/2023 | 100,00 | 30/06/2023   | 30/06/2023
      PDE   | 01/07/2023 | 101,00 |              |
    `),
  ).toEqual([]);
});

test('wrong: an order the day after; a service after the end is a doubt', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ    | AE     | service fait | fin du marché
      PDE   | 01/07/2023 | 100,00 |              | 30/06/2023
      PDE   | 15/06/2023 | 101,00 | 15/07/2023   | 30/06/2023
    `),
  ).toEqual([after(1, 'error', 'commitmentDate', '2023-07-01'), after(2, 'warning', 'serviceDate', '2023-07-15')]);
});

test('edge: one finding for an order and its service; none for a decommitment; a date after the convention is PER-02', () => {
  expect(
    findingsIn(`
      axe 2 | opération | EJ         | date EJ    | AE     | service fait | fin du marché
      PDE   | EJ        | 1400000001 | 01/07/2023 | 100,00 | 15/07/2023   | 30/06/2023
      PDE   | Retrait   | 1400000001 | 01/09/2023 | -10,00 |              | 30/06/2023
      PDE   | EJ        | 1400000002 | 05/01/2024 | 100,00 |              | 30/06/2023
    `).map(({ rule }) => rule),
  ).toEqual(['PER-07', 'PER-02']);
});

test('not checkable: an end that nobody can read is reported as such', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ    | AE     | fin du marché
      PDE   | 01/07/2023 | 100,00 | fin juin
    `),
  ).toEqual([found('DON-01', 'error', 1, 'contractEnd', { field: 'contractEnd', raw: 'fin juin', what: 'date' })]);
});

test.each`
  row                                   | field               | why
  ${'01/07/2023 | 0,00 |'}              | ${'commitmentDate'} | ${'an order of nothing yet'}
  ${'01/07/2023 | |'}                   | ${'commitmentDate'} | ${'an order without an amount'}
  ${'01/07/2023 | -10,00 | 15/07/2023'} | ${'serviceDate'}    | ${'a retrait, whose service is late'}
  ${'| 100,00 | 15/07/2023'}            | ${'serviceDate'}    | ${'an order without a day'}
  ${'30/06/2023 | 100,00 | 01/07/2023'} | ${'serviceDate'}    | ${'served the day after'}
  ${'en juillet | 100,00 | 30/06/2023'} | ${null}             | ${'a day that nobody can read'}
  ${'15/06/2023 | 100,00 | 05/01/2024'} | ${null}             | ${'a service after the convention, which is PER-02'}
`('the contract ended on 30 June, « $row »: found at $field, $why', ({ row, field }) => {
  const found07 = findingsIn(`
    axe 2 | fin du marché | date EJ | AE | service fait
    PDE   | 30/06/2023    | ${row as string}
  `).filter(({ rule }) => rule === 'PER-07');
  expect(found07.map(({ place }) => place.kind === 'row' && place.field)).toEqual(field === null ? [] : [field]);
});
