/** DON-03: a row that repeats an earlier one. */
import type { LedgerField, RowKey } from '../../../../src/domain/envelopes/ledger';
import { findingsIn, found } from '../../../support/controls';
import type { Severity } from '../../../../src/domain/controls/findings/finding';

const repeats = (line: number, first: number, field: LedgerField, severity: Severity = 'error') =>
  found('DON-03', severity, line, field, { firstRow: first as RowKey });

test('right: rows that differ by one thing, whichever', () => {
  expect(
    findingsIn(`
      axe 2 | poste | EJ | poste EJ | DP | titulaire | objet | date EJ | AE | payé le | CP
      PDE | Frais annexes | 1400000001 | 1 | | ACME | Mission | 15/02/2023 | 100,00 | |
      PDE | Frais annexes | 1400000001 | 2 | | ACME | Mission | 15/02/2023 | 100,00 | |
      PDE | Frais annexes | 1400000001 | 1 | | ACME | Mission | 16/02/2023 | 100,00 | |
      PDE | Frais annexes | 1400000001 | 1 | | ACME | Mission | 15/02/2023 | 100,01 | |
      PDE | Frais annexes | 1400000002 | 1 | | ACME | Mission | 15/02/2023 | 100,00 | |
      PDE | Frais annexes | 1400000001 | 1 | | ACME | Retour | 15/02/2023 | 100,00 | |
      PDE | Frais annexes | 1400000001 | 1 | | Béta | Mission | 15/02/2023 | 100,00 | |
      PDE | | 1400000001 | 1 | | ACME | Mission | 15/02/2023 | 100,00 | |
      Signaux Faibles | | 1400000001 | 1 | | ACME | Mission | 15/02/2023 | 100,00 | |
      PDE | Frais annexes | 1400000001 | 1 | 0100000001 | ACME | Mission | |  | 20/03/2023 | 40,00
      PDE | Frais annexes | 1400000001 | 1 | 0100000002 | ACME | Mission | |  | 20/03/2023 | 40,00
    `).filter(({ rule }) => rule !== 'EJ-05'), // the same EJ on the other envelope is a fault of its own
  ).toEqual([]);
});

test('wrong: at the later row, whatever rows are between, each naming the first', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | DP         | date EJ    | AE       | payé le    | CP
      PDE   | 1400000001 |            | 15/02/2023 | 1 000,00 |            |
      PDE   | 1400000001 | 0100000001 |            |          | 20/03/2023 | 40,00
      PDE   | 1400000001 |            | 15/02/2023 | 1 000,00 |            |
      PDE   | 1400000001 | 0100000001 |            |          | 20/03/2023 | 40,00
      PDE   | 1400000001 | 0100000001 |            |          | 20/03/2023 | 40,00
    `),
  ).toEqual([repeats(3, 1, 'ejNumber'), repeats(4, 2, 'dpNumber'), repeats(5, 2, 'dpNumber')]);
});

test('edge: without any number, two equal expenses may both be true: a doubt', () => {
  expect(
    findingsIn(`
      axe 2 | objet    | date EJ    | AE
      PDE   | Péage    | 15/02/2023 | 12,00
      PDE   | Péage    | 15/02/2023 | 12,00
    `),
  ).toEqual([repeats(2, 1, 'ae', 'warning')]);
});

test('edge: the same envelope under two names is the same envelope', () => {
  expect(
    findingsIn(`
      axe 2                 | EJ         | date EJ    | AE
      PDE                   | 1400000001 | 15/02/2023 | 12,00
      Place des entreprises | 1400000001 | 15/02/2023 | 12,00
    `).map(({ rule }) => rule),
  ).toEqual(['DON-03', 'IMP-07']);
});

test('edge: rows without amount, and cancelled rows, repeat nothing', () => {
  expect(
    findingsIn(`
      axe 2 | état   | EJ         | date EJ    | AE
      PDE   |        | 1400000001 | 15/02/2023 |
      PDE   |        | 1400000001 | 15/02/2023 |
      PDE   |        | 1400000002 | 15/02/2023 | 12,00
      PDE   | annulé | 1400000002 | 15/02/2023 | 12,00
    `),
  ).toEqual([]);
});

test('not checkable: no column of amounts', () => {
  expect(
    findingsIn(`
      axe 2 | EJ
      PDE   | 1400000001
      PDE   | 1400000001
    `),
  ).toEqual([]);
});

test('wrong: the AE of an EJ written again on each of its payments, at the AE', () => {
  const again = (line: number, first: number, ae: number) =>
    found('DON-03', 'error', line, 'ae', { firstRow: first as RowKey, repeats: { ae, by: 'payment' } });
  expect(
    findingsIn(`
      axe 2 | EJ         | DP         | date EJ    | AE     | payé le    | CP
      PDE   | 1400000001 | 0100000001 | 15/02/2023 | 100,00 | 20/03/2023 | 40,00
      PDE   | 1400000001 | 0100000002 | 15/02/2023 | 100,00 | 20/04/2023 | 35,00
      PDE   | 1400000002 | 0100000003 | 15/02/2023 | 100,00 | 20/03/2023 | 50,00
      PDE   | 1400000001 | 0100000004 | 15/02/2023 | 100,00 | 20/05/2023 | 25,00
    `),
  ).toEqual([again(2, 1, 10_000), again(4, 1, 10_000)]);
});

test('wrong: the AE of a complete EJ above the items that it sums, at the AE; not where it does not sum them', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | poste EJ | objet | date EJ    | AE
      PDE   | 1400000001 |          | Lot   | 15/02/2023 | 100,00
      PDE   | 1400000001 | 10       | Lot A | 15/02/2023 | 60,00
      PDE   | 1400000001 | 20       | Lot B | 15/02/2023 | 40,00
      PDE   | 1400000002 |          | Autre | 15/02/2023 | 99,00
      PDE   | 1400000002 | 10       | Lot A | 15/02/2023 | 60,00
      PDE   | 1400000002 | 20       | Lot B | 15/02/2023 | 40,00
    `),
  ).toEqual([found('DON-03', 'error', 1, 'ae', { firstRow: 2 as RowKey, repeats: { ae: 10_000, by: 'items' } })]);
});

test('right: an item of the amount of the whole EJ, the other item being withdrawn: it repeats nothing', () => {
  expect(
    findingsIn(`
      axe 2 | opération | EJ         | poste EJ | objet | date EJ    | AE
      PDE   | EJ        | 1400000001 | 10       | Lot A | 15/02/2023 | 100,00
      PDE   | EJ        | 1400000001 | 20       | Lot B | 15/02/2023 | 50,00
      PDE   | Retrait   | 1400000001 | 20       | Lot B | 15/06/2023 | -50,00
    `),
  ).toEqual([]);
});

test.each`
  other                                                                      | by           | why
  ${'1400000001 | 0100000002 | 15/02/2023 | 100,00 | 20/03/2023 | 40,00'}    | ${'payment'} | ${'another DP'}
  ${'1400000001 | 0100000001 | 15/02/2023 | 100,00 | 20/03/2023 | 35,00'}    | ${'payment'} | ${'another amount'}
  ${'1400000001 | 0100000001 | 15/02/2023 | 100,00 | 20/04/2023 | 40,00'}    | ${'payment'} | ${'another day'}
  ${'1400000001 | 0100000001 | 15/02/2023 | 100,00 | 20/03/2023 | 40,00'}    | ${'row'}     | ${'no other payment: the row itself'}
  ${'EJ 1400000001 | 0100000001 | 15/02/2023 | 100,00 | 20/03/2023 | 40,00'} | ${'row'}     | ${'the row, its EJ in other words'}
  ${'1400000001 | 0100000002 | 16/02/2023 | 100,00 | 20/03/2023 | 40,00'}    | ${'nothing'} | ${'a commitment of another day'}
  ${'1400000001 | 0100000002 | 15/02/2023 | 101,00 | 20/03/2023 | 40,00'}    | ${'nothing'} | ${'another AE'}
  ${'1400000001 | 0100000002 | 15/02/2023 | 100,00 |            |'}          | ${'nothing'} | ${'no payment'}
`('the second row repeats the first by its $by: $why', ({ other, by }) => {
  const rows = findingsIn(`
    axe 2 | EJ         | DP         | date EJ    | AE     | payé le    | CP
    PDE   | 1400000001 | 0100000001 | 15/02/2023 | 100,00 | 20/03/2023 | 40,00
    PDE   | ${other as string}
  `);
  const found03 = rows.filter(({ rule }) => rule === 'DON-03').map(({ place }) => place.kind === 'row' && place.field);
  expect(found03).toEqual(by === 'payment' ? ['ae'] : by === 'row' ? ['dpNumber'] : []);
});
