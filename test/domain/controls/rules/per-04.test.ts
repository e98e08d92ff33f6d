/**
 * PER-04: after the last day of the year for that kind of operation: EJ 12 December, service fait 15 December, payment
 * 9 December 2023.
 */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

const closing = {
  commitment: isoDate('2023-12-12'),
  serviceCertified: isoDate('2023-12-15'),
  payment: isoDate('2023-12-09'),
};
const convention = { ...convention2023(), closing };
const after = (line: number, field: 'commitmentDate' | 'serviceDate' | 'paymentDate', date: string, closed: string) =>
  found('PER-04', 'error', line, field, { field, date: isoDate(date), closing: isoDate(closed) });

test('right: the last day of each kind', () => {
  const table = `
    axe 2 | date EJ    | service fait | payé le
    PDE   | 12/12/2023 |              |
    PDE   |            | 15/12/2023   |
    PDE   |            |              | 09/12/2023
  `;
  expect(findingsIn(table, { convention })).toEqual([]);
});

test('wrong: the day after', () => {
  const table = `
    axe 2 | date EJ    | service fait | payé le
    PDE   | 13/12/2023 |              |
    PDE   |            | 16/12/2023   |
    PDE   |            |              | 10/12/2023
  `;
  expect(findingsIn(table, { convention })).toEqual([
    after(1, 'commitmentDate', '2023-12-13', '2023-12-12'),
    after(2, 'serviceDate', '2023-12-16', '2023-12-15'),
    after(3, 'paymentDate', '2023-12-10', '2023-12-09'),
  ]);
});

test('edge: a decommitment may come later; its service and its payment are judged as others', () => {
  const table = `
    axe 2 | EJ         | date EJ    | AE      | service fait
    PDE   | 1400000001 | 15/03/2023 | 100,00  |
    PDE   | 1400000001 | 20/12/2023 | -100,00 | 20/12/2023
  `;
  const found = findingsIn(table, { convention }).filter(({ rule }) => rule.startsWith('PER'));
  expect(found).toEqual([after(2, 'serviceDate', '2023-12-20', '2023-12-15')]);
});

test('edge: after the end of the convention is PER-02 alone', () => {
  const table = `
    axe 2 | date EJ    | payé le
    PDE   | 02/01/2024 |
    PDE   |            | 02/01/2024
  `;
  expect(findingsIn(table, { convention }).map(({ rule }) => rule)).toEqual(['PER-02', 'PER-02']);
});

test('edge: in a longer convention the next year opens again, and its payments are PER-03 alone', () => {
  const table = `
    axe 2 | service fait | payé le
    PDE   | 10/01/2024   |
    PDE   |              | 10/01/2024
  `;
  expect(
    findingsIn(table, { convention: { ...convention, endsOn: isoDate('2024-06-30') } }).map(({ rule }) => rule),
  ).toEqual(['PER-03']);
});

test('not checkable: no closing date for that kind', () => {
  const table = `
    axe 2 | date EJ
    PDE   | 31/12/2023
  `;
  expect(findingsIn(table, { convention: { ...convention, closing: { ...closing, commitment: null } } })).toEqual([]);
});
