/** DON-03: a row that repeats an earlier one. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { Severity } from '../../../../src/domain/controls/findings/finding';
import type { Movement } from '../../../../src/domain/envelopes/convention';
import type { LedgerField, RowKey } from '../../../../src/domain/envelopes/ledger';
import { Euros } from '../../../../src/domain/money/euros';
import { findingsIn, found } from '../../../support/controls';
import { movementOf } from '../../envelopes/builders';
import { NO_LEDGER, onMovement, withMovements } from './movements';

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
    `)
      .map(({ rule }) => rule)
      // The same EJ on the other envelope and the blank postes are faults of their own.
      .filter((rule) => rule !== 'EJ-05' && rule !== 'LEC-06'),
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

test('wrong: the same names and numbers in other letters, with other spaces, without their first zeros', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | DP           | titulaire   | objet           | payé le    | CP
      PDE   | 1400000001 | 0100000001   | ACME Sarl   | Mission d’appui | 20/03/2023 | 40,00
      PDE   | 1400000001 | 100000001    | Acme  SARL  | MISSION d'appui | 20/03/2023 | 40,00
      PDE   | 1400000001 | 0100 000 001 | Acme\u00a0Sarl | Mission d’appui | 20/03/2023 | 40,00
      PDE   | 1400000001 | 1000000010   | ACME Sarl   | Mission d’appui | 20/03/2023 | 40,00
    `).filter(({ rule }) => rule === 'DON-03'),
  ).toEqual([repeats(2, 1, 'dpNumber'), repeats(3, 1, 'dpNumber')]);
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

test('edge: the same poste in two spellings is the same poste', () => {
  expect(
    findingsIn(`
      axe 2 | poste         | EJ         | date EJ    | AE
      PDE   | Frais annexes | 1400000001 | 15/02/2023 | 12,00
      PDE   | frais-annexes | 1400000001 | 15/02/2023 | 12,00
    `),
  ).toEqual([repeats(2, 1, 'ejNumber')]);
});

test.each`
  first                                        | second                                       | field   | why
  ${'PDE | Péage | en mars | 12,00 |'}         | ${'PDE | Péage | en mars | 12,00 |'}         | ${'ae'} | ${'a date that nobody can read, twice the same'}
  ${'PDE | Péage | en mars | 12,00 |'}         | ${'PDE | Péage | en avril | 12,00 |'}        | ${null} | ${'two dates that nobody can read'}
  ${'PDE | Péage | 15/02/2023 | douze |'}      | ${'PDE | Péage | 15/02/2023 | douze |'}      | ${'ae'} | ${'an amount that nobody can read, twice the same'}
  ${'PDE | Péage | 15/02/2023 | douze |'}      | ${'PDE | Péage | 15/02/2023 | treize |'}     | ${null} | ${'two amounts that nobody can read'}
  ${'PDE | Péage | 15/02/2023 | 0,00 |'}       | ${'PDE | Péage | 15/02/2023 | 0,00 |'}       | ${null} | ${'an amount of zero'}
  ${'PDE | Péage | 15/02/2023 | 0,00 | 12,00'} | ${'PDE | Péage | 15/02/2023 | 0,00 | 12,00'} | ${'cp'} | ${'a payment beside an AE of zero'}
  ${'PDE | Péage | 15/02/2023 | 12,00 |'}      | ${'PDE | Péage | 15/02/2023 | | 12,00'}      | ${null} | ${'the commitment, then its payment'}
  ${'PDX | Péage | 15/02/2023 | 12,00 |'}      | ${'PDX | Péage | 15/02/2023 | 12,00 |'}      | ${'ae'} | ${'an envelope that nobody knows, twice the same'}
  ${'PDX | Péage | 15/02/2023 | 12,00 |'}      | ${'XYZ | Péage | 15/02/2023 | 12,00 |'}      | ${null} | ${'two envelopes that nobody knows'}
`('edge, without any number: $why', ({ first, second, field }) => {
  const table = `
    axe 2 | objet | date EJ | AE | CP
    ${first as string}
    ${second as string}
  `;
  const found03 = findingsIn(table).filter(({ rule }) => rule === 'DON-03');
  expect(found03).toEqual(field === null ? [] : [repeats(2, 1, field as LedgerField, 'warning')]);
});

test.each`
  ej         | isFound  | why
  ${'140X'}  | ${true}  | ${'the same number, which is not that of an EJ'}
  ${'140Y'}  | ${false} | ${'another number'}
  ${'#REF!'} | ${false} | ${'an error of Excel'}
  ${''}      | ${false} | ${'no number'}
`('edge: after a row on « 140X », the same row on « $ej »: $why', ({ ej, isFound }) => {
  const found03 = findingsIn(`
    axe 2 | EJ   | date EJ    | AE
    PDE   | 140X | 15/02/2023 | 12,00
    PDE   | ${ej as string} | 15/02/2023 | 12,00
  `).filter(({ rule }) => rule === 'DON-03');
  expect(found03).toEqual(isFound ? [repeats(2, 1, 'ae', 'warning')] : []);
});

test('edge: rows without amount, and cancelled rows, repeat nothing', () => {
  expect(
    findingsIn(`
      axe 2 | état   | EJ         | date EJ    | AE
      PDE   |        | 1400000001 | 15/02/2023 |
      PDE   |        | 1400000001 | 15/02/2023 |
      PDE   |        | 1400000002 | 15/02/2023 | 12,00
      PDE   | annulé | 1400000002 | 15/02/2023 | 12,00
    `).filter(({ rule }) => rule === 'DON-03'),
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

describe('the same AE on payments of an EJ, on other days or on none: a doubt, where one AE covers them', () => {
  const table = (rows: string): string => `
    axe 2 | EJ         | poste EJ | poste         | objet    | date EJ    | AE     | payé le    | CP
    ${rows}`;
  const doubtsIn = (rows: string): readonly string[] =>
    findingsIn(table(rows)).flatMap(({ rule, severity, place, details }) =>
      rule === 'DON-03' && 'repeats' in details && details.repeats?.isDoubt === true && place.kind === 'row'
        ? [`${severity} ${place.row} of ${details.firstRow}`]
        : [],
    );

  test.each([
    [
      'no day',
      `PDE | 1400000001 | | | | | 100,00 | 20/03/2023 | 40,00
       PDE | 1400000001 | | | | | 100,00 | 20/04/2023 | 35,00
       PDE | 1400000001 | | | | | 100,00 | 20/05/2023 | 25,00`,
      ['warning 2 of 1', 'warning 3 of 1'],
    ],
    [
      'another day',
      `PDE | 1400000001 | | | | 25/02/2023 | 100,00 | 01/03/2023 | 40,00
       PDE | 1400000001 | | | | 25/03/2023 | 100,00 | 01/04/2023 | 20,00`,
      ['warning 2 of 1'],
    ],
    [
      'the same day is the error as before',
      `PDE | 1400000001 | | | | 25/02/2023 | 100,00 | 01/03/2023 | 40,00
       PDE | 1400000001 | | | | 25/02/2023 | 100,00 | 01/04/2023 | 20,00`,
      [],
    ],
    [
      'a rent, committed and paid each month',
      `PDE | 1400000001 | | | | 25/02/2023 | 100,00 | 01/03/2023 | 100,00
       PDE | 1400000001 | | | | 25/03/2023 | 100,00 | 01/04/2023 | 100,00`,
      [],
    ],
    [
      'two items of the EJ',
      `PDE | 1400000001 | 1 | | | | 100,00 | 01/03/2023 | 40,00
       PDE | 1400000001 | 2 | | | | 100,00 | 01/04/2023 | 20,00`,
      [],
    ],
    [
      'two postes de dépense',
      `PDE | 1400000001 | | Frais annexes | | | 100,00 | 01/03/2023 | 40,00
       PDE | 1400000001 | | Prestations   | | | 100,00 | 01/04/2023 | 20,00`,
      [],
    ],
    [
      'two objects',
      `PDE | 1400000001 | | | Lot A | | 100,00 | 01/03/2023 | 40,00
       PDE | 1400000001 | | | Lot B | | 100,00 | 01/04/2023 | 20,00`,
      [],
    ],
    [
      'a commitment that pays nothing yet',
      `PDE | 1400000001 | | | | 25/02/2023 | 100,00 | | 
       PDE | 1400000001 | | | | 25/03/2023 | 100,00 | 01/04/2023 | 20,00`,
      [],
    ],
  ])('%s', (_, rows, doubts) => {
    expect(doubtsIn(rows)).toEqual(doubts);
  });
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
  ${'1400000001 | 0100000001 | 15/02/2023 | 100,00 | 20/04/2023 | 40,00'}    | ${'both'}    | ${'another day, of the same DP too'}
  ${'1400000001 | 0100000001 | 15/02/2023 | 100,00 | 20/03/2023 | 40,00'}    | ${'row'}     | ${'no other payment: the row itself'}
  ${'EJ 1400000001 | 0100000001 | 15/02/2023 | 100,00 | 20/03/2023 | 40,00'} | ${'row'}     | ${'the row, its EJ in other words'}
  ${'1400000001 | 0100000002 | 16/02/2023 | 100,00 | 20/03/2023 | 60,01'}    | ${'nothing'} | ${'a commitment of another day, paid above one'}
  ${'1400000001 | 0100000002 | 15/02/2023 | 101,00 | 20/03/2023 | 40,00'}    | ${'nothing'} | ${'another AE'}
  ${'1400000001 | 0100000002 | 15/02/2023 | 100,00 |            |'}          | ${'nothing'} | ${'no payment'}
`('the second row repeats the first by its $by: $why', ({ other, by }) => {
  const rows = findingsIn(`
    axe 2 | EJ         | DP         | date EJ    | AE     | payé le    | CP
    PDE   | 1400000001 | 0100000001 | 15/02/2023 | 100,00 | 20/03/2023 | 40,00
    PDE   | ${other as string}
  `);
  const found03 = rows.filter(({ rule }) => rule === 'DON-03').map(({ place }) => place.kind === 'row' && place.field);
  expect(found03).toEqual({ payment: ['ae'], both: ['ae', 'dpNumber'], row: ['dpNumber'] }[by as string] ?? []);
});

test.each`
  first                                                      | second                                                            | why
  ${'1400000001 | | | | 15/02/2023 | 0,00 | 40,00'}          | ${'1400000001 | | | | 15/02/2023 | 0,00 | 35,00'}                 | ${'payments with an AE of zero'}
  ${'1400000001 | | | | 15/02/2023 | -10,00 | -40,00'}       | ${'1400000001 | | | | 15/02/2023 | -10,00 | -35,00'}              | ${'retraits'}
  ${'1400000001 | | | | | 100,00 | 70,00'}                   | ${'1400000001 | | | | | 100,00 | 35,00'}                          | ${'commitments without a day, paid above one'}
  ${'| | | | 15/02/2023 | 100,00 | 40,00'}                   | ${'| | | | 15/02/2023 | 100,00 | 35,00'}                          | ${'no EJ'}
  ${'1400000001 | 10 | | | 15/02/2023 | 100,00 | 40,00'}     | ${'1400000001 | 20 | | | 15/02/2023 | 100,00 | 35,00'}            | ${'two items of the EJ'}
  ${'1400000001 | | | | 15/02/2023 | 100,00 | 40,00'}        | ${'1400000001 | | Frais annexes | | 15/02/2023 | 100,00 | 35,00'} | ${'two postes de dépense'}
  ${'1400000001 | | | | 15/02/2023 | 100,00 | 40,00'}        | ${'1400000001 | | | annulé | 15/02/2023 | 100,00 | 35,00'}        | ${'a cancelled payment'}
  ${'1400000001 | | | annulé | 15/02/2023 | 100,00 | 40,00'} | ${'1400000001 | | | | 15/02/2023 | 100,00 | 35,00'}               | ${'the first one being cancelled'}
`('right: the second row repeats no AE of the first: $why', ({ first, second }) => {
  const table = `
    axe 2 | EJ | poste EJ | poste | état | date EJ | AE | CP
    PDE | ${first as string}
    PDE | ${second as string}
  `;
  expect(findingsIn(table).filter(({ rule }) => rule === 'DON-03')).toEqual([]);
});

test.each`
  whole                               | items                                                                | isFound  | why
  ${'1400000001 | | | 100,00'}        | ${['1400000001 | 10 | | 60,00', '1400000001 | 20 | | 40,00']}        | ${true}  | ${'their sum'}
  ${'1400000001 | | | 100,00'}        | ${['1400000001 | 10 | | 100,00']}                                    | ${false} | ${'one item alone may be a complement of the same amount'}
  ${'1400000001 | | | 100,00'}        | ${['1400000001 | 10 | | 60,00', '1400000001 | 20 | annulé | 40,00']} | ${false} | ${'an item is cancelled'}
  ${'1400000001 | | annulé | 100,00'} | ${['1400000001 | 10 | | 60,00', '1400000001 | 20 | | 40,00']}        | ${false} | ${'the whole is cancelled'}
  ${'1400000001 | | | 0,00'}          | ${['1400000001 | 10 | | 60,00', '1400000001 | 20 | | -60,00']}       | ${false} | ${'nothing is committed'}
  ${'1400000001 | | | -50,00'}        | ${['1400000001 | 10 | | -30,00', '1400000001 | 20 | | -20,00']}      | ${false} | ${'retraits'}
  ${'1400000002 | | | 100,00'}        | ${['1400000001 | 10 | | 60,00', '1400000001 | 20 | | 40,00']}        | ${false} | ${'another EJ'}
  ${' | | | 100,00'}                  | ${['1400000001 | 10 | | 60,00', '1400000001 | 20 | | 40,00']}        | ${false} | ${'no EJ'}
  ${'1400000001 | | | 60,00'}         | ${['1400000001 | 10 | | 60,00', '1400000001 | 20 | | environ 40']}   | ${false} | ${'an item cannot be read, and the other is alone'}
`('the AE of a complete EJ above its items, found: $isFound, $why', ({ whole, items, isFound }) => {
  const table = [
    'axe 2 | EJ | poste EJ | état | AE',
    `PDE | ${whole as string}`,
    ...(items as string[]).map((item) => `PDE | ${item}`),
  ];
  const found03 = findingsIn(table.join('\n')).filter(({ rule }) => rule === 'DON-03');
  expect(found03.map(({ place }) => place.kind === 'row' && Number(place.row))).toEqual(isFound ? [1] : []);
});

test.each`
  rows                                                                                                       | found  | why
  ${['1400000001 | | | 100', '1400000001 | | | 60', '1400000001 | | | 40']}                                  | ${[1]} | ${'a contract, then its lots'}
  ${['1400000001 | | | 60', '1400000001 | | | 40', '1400000001 | | | 100', '1400000002 | | | 7']}            | ${[3]} | ${'the lots, then the contract'}
  ${['1400000001 | | 15/02/2023 | 100', '| | | 60', '| | | 40', '1400000002 | | | 5']}                       | ${[1]} | ${'lots without EJ nor day'}
  ${['1400000001 | | | 100', '1400000001 | | | 60', '1400000001 | | | 41']}                                  | ${[]}  | ${'another sum'}
  ${['1400000001 | | | 100', '1400000001 | | | 60', '1400000001 | | | 40', '1400000001 | | | 5']}            | ${[]}  | ${'a further row of the EJ'}
  ${['1400000001 | | | 100', '1400000001 | | | 100']}                                                        | ${[]}  | ${'one row alone, which another case reports'}
  ${['1400000001 | | | 100', '1400000002 | | | 60', '1400000002 | | | 40']}                                  | ${[]}  | ${'another EJ'}
  ${['1400000001 | | 15/02/2023 | 100', '1400000001 | | 16/02/2023 | 60', '1400000001 | | 16/02/2023 | 40']} | ${[]}  | ${'complements of another day'}
  ${['1400000001 | 10 | | 100', '1400000001 | 20 | | 60', '1400000001 | 30 | | 40']}                         | ${[]}  | ${'three items of the EJ'}
  ${['| | | 100', '| | | 60', '| | | 40']}                                                                   | ${[]}  | ${'no EJ'}
`('lots beside the AE that they make: rows $found, $why', ({ rows, found: expected }) => {
  const table = ['axe 2 | EJ | poste EJ | date EJ | AE', ...(rows as string[]).map((row) => `PDE | ${row}`)];
  const found03 = findingsIn(table.join('\n')).filter(
    ({ rule, details }) => rule === 'DON-03' && 'repeats' in details && details.repeats?.by === 'lots',
  );
  expect(
    found03.map(({ place, severity }) => place.kind === 'row' && severity === 'warning' && Number(place.row)),
  ).toEqual(expected);
});

describe('lots', () => {
  const rowsFound = (rows: readonly string[]): readonly (false | number)[] =>
    findingsIn(['axe 2 | EJ | état | AE', ...rows.map((row) => `PDE | ${row}`)].join('\n'))
      .filter(({ rule, details }) => rule === 'DON-03' && 'repeats' in details && details.repeats?.by === 'lots')
      .map(({ place }) => place.kind === 'row' && Number(place.row));

  test.each`
    rows                                                                                    | found  | why
    ${['1400000001 | | 100', '1400000001 | | 60', '1400000001 | annulé | 40']}              | ${[]}  | ${'a lot is cancelled'}
    ${['1400000001 | annulé | 100', '1400000001 | | 60', '1400000001 | | 40']}              | ${[]}  | ${'the whole is cancelled'}
    ${['1400000001 | | 100', '1400000001 | | environ 60', '1400000001 | | 100']}            | ${[]}  | ${'a lot cannot be read'}
    ${['1400000001 | | 20', '1400000001 | | 60', '1400000001 | | -40']}                     | ${[]}  | ${'a retrait is no lot'}
    ${['1400000001 | | -100', '1400000001 | | -60', '1400000001 | | -40']}                  | ${[]}  | ${'retraits'}
    ${['1400000001 | | 100', 'EJ à venir | | 60', 'EJ à venir | | 40']}                     | ${[]}  | ${'lots with other words in place of the EJ'}
    ${['1400000002 | | 7', '1400000001 | | 60', '1400000001 | | 40', '1400000001 | | 100']} | ${[4]} | ${'the lots above, after another EJ'}
    ${['1400000001 | | 100', '1400000001 | | 50', '1400000001 | | 50', '1400000001 | | 0']} | ${[1]} | ${'a row without AE ends the lots'}
  `('rows $found: $why', ({ rows, found: expected }) => {
    expect(rowsFound(rows as string[])).toEqual(expected);
  });

  test.each([
    [50, [1]],
    [51, []],
  ])('%i of them', (count, expected) => {
    const lots = Array.from({ length: count }, (_, at) => `1400000001 | | ${at + 1}`);
    const sum = (count * (count + 1)) / 2;
    expect(rowsFound([`1400000001 | | ${sum}`, ...lots])).toEqual(expected);
  });

  test('the first lot is named, whichever side they are on', () => {
    const firstOf = (rows: readonly string[]): readonly unknown[] =>
      findingsIn(['axe 2 | EJ | AE', ...rows.map((row) => `PDE | ${row}`)].join('\n'))
        .filter(({ rule }) => rule === 'DON-03')
        .map(({ details }) => details);
    const repeats = { ae: 10000, by: 'lots' };
    expect(firstOf(['1400000001 | 100', '1400000001 | 60', '1400000001 | 40'])).toEqual([{ firstRow: 2, repeats }]);
    expect(firstOf(['1400000001 | 60', '1400000001 | 40', '1400000001 | 100'])).toEqual([{ firstRow: 1, repeats }]);
  });
});

describe('movements', () => {
  const transfer = movementOf({ from: 'SF', to: 'PDE', cents: 1_000_00, reference: 'Lettre n° 4' });
  const doubtAt = (row: number, first: number, type: Movement['type'] = 'transfer') =>
    onMovement('DON-03', 'warning', row, 'Montant', {
      movement: { type, date: isoDate('2023-06-01'), nature: 'AE', cents: 1_000_00, first },
    });
  const repeatedIn = (...movements: readonly Movement[]) =>
    findingsIn(NO_LEDGER, { convention: withMovements(movements) }).filter(({ rule }) => rule === 'DON-03');

  test.each`
    change                                    | why
    ${{}}                                     | ${'in all'}
    ${{ reference: 'LETTRE N° 4 ' }}          | ${'its reference in other letters'}
    ${{ from: 'Signaux Faibles', to: 'pde' }} | ${'its envelopes under other names'}
    ${{ authorisedBy: 'Bureau du budget' }}   | ${'its author alone differs'}
  `('wrong: the same movement twice, $why: a doubt at the later one', ({ change }: { change: Partial<Movement> }) => {
    expect(repeatedIn(transfer, { ...transfer, ...change })).toEqual([doubtAt(1, 0)]);
  });

  test('wrong: each movement that repeats the first, an avenant too', () => {
    const avenant = movementOf({ type: 'amendment', to: 'PDE', cents: 1_000_00, reference: '' });
    expect(repeatedIn(avenant, transfer, avenant, avenant)).toEqual([
      doubtAt(2, 0, 'amendment'),
      doubtAt(3, 0, 'amendment'),
    ]);
  });

  test.each`
    change                                      | why
    ${{ reference: 'Lettre n° 5' }}             | ${'another reference'}
    ${{ nature: 'CP' }}                         | ${'its CP'}
    ${{ from: 'PDE', to: 'SF' }}                | ${'the other way'}
    ${{ amount: Euros.fromCents(1) }}           | ${'another amount'}
    ${{ date: isoDate('2023-06-02') }}          | ${'another day'}
    ${{ fromLine: 'Audit de sécurité' }}        | ${'another poste'}
    ${{ authorisedOn: null, authorisedBy: '' }} | ${'without authorisation: it is not counted'}
  `('right: $why', ({ change }: { change: Partial<Movement> }) => {
    expect(repeatedIn(transfer, { ...transfer, ...change })).toEqual([]);
  });
});
