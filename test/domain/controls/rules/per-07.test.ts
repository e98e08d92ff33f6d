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
