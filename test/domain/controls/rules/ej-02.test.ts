/** EJ-02: the payments of an EJ go above what is committed on it. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../../src/domain/envelopes/convention';
import { conventionAt } from '../../../../src/domain/envelopes/credit-years';
import { Euros } from '../../../../src/domain/money/euros';
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

const above = (line: number, ej: string, committed: number, paid: number) =>
  found('EJ-02', 'error', line, 'cp', { ej, committed, paid, over: paid - committed });

test('right: paid to the cent, over several commitments and a retrait of the same EJ', () => {
  expect(
    findingsIn(`
      axe 2 | opération | EJ         | date EJ    | AE       | payé le    | CP
      PDE   | EJ        | 1400000001 | 15/02/2023 | 1 000,00 |            |
      PDE   | EJ        | 1400000001 | 15/03/2023 | 500,00   |            |
      PDE   | Retrait   | 1400000001 | 15/11/2023 | -200,00  |            |
      PDE   | DP        | 1400000001 |            |          | 20/04/2023 | 1 000,00
      PDE   | DP        | 1400000001 |            |          | 20/06/2023 | 300,00
    `),
  ).toEqual([]);
});

test('wrong: the row that crosses in the order of payment, then each later one that adds to it', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE       | payé le    | CP
      PDE   | 1400000001 |            |          | 20/09/2023 | 50,00
      PDE   | 1400000001 | 15/02/2023 | 1 000,00 |            |
      PDE   | 1400000001 |            |          | 20/04/2023 | 900,00
      PDE   | 1400000001 |            |          | 20/06/2023 | 100,01
    `),
  ).toEqual([above(1, '1400000001', 100000, 105001), above(4, '1400000001', 100000, 100001)]);
});

test('wrong: by a cent', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE       | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 | 1 000,00 | 20/04/2023 | 1 000,01
    `),
  ).toEqual([above(1, '1400000001', 100000, 100001)]);
});

test('edge: what is not paid by the day of the controls does not count; a credit note gives room again', () => {
  const table = `
    axe 2 | opération | EJ         | date EJ    | AE       | payé le    | CP
    PDE   | EJ        | 1400000001 | 15/02/2023 | 1 000,00 |            |
    PDE   | DP        | 1400000001 |            |          | 20/04/2023 | 900,00
    PDE   | Avoir     | 1400000001 |            |          | 20/05/2023 | -100,00
    PDE   | DP        | 1400000001 |            |          | 20/06/2023 | 200,00
    PDE   | DP        | 1400000001 |            |          | 20/07/2023 | 1,00
  `;
  expect(findingsIn(table, { asOf: '2023-07-19' })).toEqual([]);
  expect(findingsIn(table, { asOf: '2023-07-20' })).toEqual([above(5, '1400000001', 100000, 100100)]);
});

test('edge: a credit note to come gives no room yet', () => {
  const table = `
    axe 2 | opération | EJ         | date EJ    | AE       | payé le    | CP
    PDE   | EJ        | 1400000001 | 15/02/2023 | 1 000,00 |            |
    PDE   | DP        | 1400000001 |            |          | 20/04/2023 | 1 100,00
    PDE   | Avoir     | 1400000001 |            |          | 20/09/2023 | -200,00
  `;
  expect(findingsIn(table, { asOf: '2023-09-19' })).toEqual([above(2, '1400000001', 100000, 110000)]);
});

test('edge: an EJ that one row alone cannot make readable is not judged', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | date EJ    | AE       | payé le    | CP
      PDE   | 1400000001 | 15/02/2023 | 1 000,00 |            |
      PDE   | 1400000001 | 15/03/2023 | environ  |            |
      PDE   | 1400000001 |            |          | 20/04/2023 | 1 200,00
    `).map(({ rule }) => rule),
  ).toEqual(['DON-01']);
});

describe('over several years', () => {
  /** PDE and SF in 2023, 2024 and 2025; the cents of the EJ in the list of a year. */
  const over = (listed: Readonly<Record<number, number>> = {}): Convention => {
    const { ceilings, envelopes, ...base } = convention2023();
    const otherYears = [2024, 2025].map((year) => {
      const cents = listed[year];
      const rap = cents === undefined ? [] : [{ ej: '1400000001', amount: Euros.fromCents<'CP'>(cents) }];
      return { year, ceilings, envelopes, rap };
    });
    return { ...base, ceilings, envelopes, otherYears, endsOn: isoDate('2025-12-31') };
  };
  const table = `
    axe 2 | EJ         | date EJ    | AE       | payé le    | CP
    PDE   | 1400000001 | 15/02/2023 | 1 000,00 | 20/04/2023 | 600,00
    PDE   | 1400000001 |            |          | 20/04/2024 | 300,00
    PDE   | 1400000001 |            |          | 20/04/2025 | 200,00
  `;
  const ofEj = (drawing: string, convention: Convention, asOf = '2025-12-31') =>
    findingsIn(drawing, { convention: conventionAt(convention, isoDate(asOf)), asOf }).filter(
      ({ rule }) => rule === 'EJ-02',
    );

  test('the payments of each year add up: the third one crosses', () => {
    expect(ofEj(table, over(), '2024-12-31')).toEqual([]);
    expect(ofEj(table, over())).toEqual([above(3, '1400000001', 100000, 110000)]);
  });

  test('listed in 2025 for what the ledger itself leaves: counted once', () => {
    expect(ofEj(table, over({ 2025: 10000 }))).toEqual([above(3, '1400000001', 100000, 110000)]);
  });

  test('listed in 2024, when the ledger has not the commitment: what was paid before is already deducted', () => {
    const payments = table.replace('15/02/2023 | 1 000,00', '           |         ');
    expect(ofEj(payments, over({ 2024: 40000 }))).toEqual([above(3, '1400000001', 40000, 50000)]);
    expect(ofEj(payments, over({ 2024: 50000 }))).toEqual([]);
  });
});

describe('an earlier EJ, with its restes à payer', () => {
  const convention = {
    ...convention2023(),
    rap: [
      { ej: '1400000900', amount: Euros.fromCents<'CP'>(1000000) },
      { ej: '1400000901', amount: Euros.fromCents<'CP'>(6303200) },
    ],
  };

  test('wrong: above the amount listed for it, though the RAP of the envelope holds', () => {
    expect(
      findingsIn(
        `
        axe 2 | EJ         | AE | payé le    | CP
        PDE   | 1400000900 |    | 20/01/2023 | 10 000,00
        PDE   | 1400000900 |    | 20/02/2023 | 500,00
      `,
        { convention },
      ),
    ).toEqual([above(2, '1400000900', 1000000, 1050000)]);
  });

  test('edge: a decommitment on it lowers what may be paid', () => {
    expect(
      findingsIn(
        `
        axe 2 | opération | EJ         | date EJ    | AE      | payé le    | CP
        PDE   | Retrait   | 1400000900 | 15/01/2023 | -600,00 |            |
        PDE   | DP        | 1400000900 |            |         | 20/01/2023 | 9 500,00
      `,
        { convention },
      ).filter(({ rule }) => rule === 'EJ-02'),
    ).toEqual([above(2, '1400000900', 940000, 950000)]);
  });

  test('edge: a row that breaks the RAP of its envelope too has one finding, PLA-05', () => {
    expect(
      findingsIn(
        `
        axe 2 | EJ         | AE | payé le    | CP
        PDE   | 1400000901 |    | 20/01/2023 | 63 032,00
        PDE   | 1400000900 |    | 20/02/2023 | 10 000,01
      `,
        { convention },
      ).map(({ rule }) => rule),
    ).toEqual(['PLA-05']);
  });
});

test('not checkable: without a column of AE, nobody knows what was committed', () => {
  expect(
    findingsIn(`
      axe 2 | EJ         | payé le    | CP
      PDE   | 1400000001 | 20/04/2023 | 1 200,00
    `),
  ).toEqual([]);
});

test('edge: of an EJ of the restes à payer, neither a project nor a retrait of an earlier year is its commitment', () => {
  const listed = [{ ej: '1400000900', amount: Euros.fromCents<'CP'>(5_000) }];
  const convention = withRap(listed);
  const paid = 'PDE | DP | | 1400000900 | | | 20/04/2023 | 60,00';
  const rulesWith = (row: string): readonly unknown[] =>
    findingsIn(`axe 2 | opération | état | EJ | date EJ | AE | payé le | CP\n${paid}\n${row}`, { convention })
      .filter(({ rule }) => rule === 'EJ-02')
      .map(({ details }) => details);
  const above50 = { ej: '1400000900', committed: 5_000, paid: 6_000, over: 1_000 };
  expect(rulesWith('PDE | EJ | projet | 1400000900 | 01/06/2022 | 100,00 | |')).toEqual([above50]);
  expect(rulesWith('PDE | EJ | | 1400000900 | 01/06/2022 | 100,00 | |')).toEqual([]);
  expect(rulesWith('PDE | EJ | | 1400000900 | 01/06/2022 | 0,00 | |')).toEqual([above50]);
  expect(rulesWith('PDE | EJ | | 1400000900 | 01/01/2023 | 0,50 | |')).toMatchObject([{ committed: 5_050 }]);
  expect(rulesWith('PDE | Retrait | | 1400000900 | 01/06/2022 | -1,00 | |')).toMatchObject([{ committed: 4_900 }]);
});

const withRap = (rap: Convention['rap']): Convention => ({ ...convention2023(), rap });

test('edge: a retrait above its EJ withdraws no more than the EJ: nothing is left to pay', () => {
  const found02 = findingsIn(`
    axe 2 | opération | EJ         | date EJ    | AE      | payé le    | CP
    PDE   | EJ        | 1400000001 | 15/02/2023 | 100,00  |            |
    PDE   | Retrait   | 1400000001 | 15/03/2023 | -150,00 |            |
    PDE   | DP        | 1400000001 |            |         | 20/04/2023 | 10,00
  `).filter(({ rule }) => rule === 'EJ-02');
  expect(found02).toEqual([above(3, '1400000001', 0, 1000)]);
});

test.each`
  second                                               | isFound  | why
  ${'PDE | | | 20/04/2023 | 1 000,00'}                 | ${false} | ${'paid to the cent'}
  ${'PDE | | | 20/04/2023 | 1 000,01'}                 | ${true}  | ${'a cent above'}
  ${'PDE | | | | 1 000,01'}                            | ${false} | ${'asked for and not paid yet'}
  ${'PDE | | | en avril | 1 000,01'}                   | ${false} | ${'paid on a day that nobody can read (DON-01)'}
  ${'PDX | | | 20/04/2023 | 1 000,01'}                 | ${false} | ${'charged to no envelope (IMP-06)'}
  ${'PDE | | | 31/12/2023 | 1 000,01'}                 | ${true}  | ${'on the day of the controls'}
  ${'PDE | | | 01/01/2024 | 1 000,01'}                 | ${false} | ${'after the day of the controls'}
  ${'PDE | 15/03/2023 | 0,01 | 20/04/2023 | 1 000,01'} | ${false} | ${'with the cent that it commits'}
  ${'PDE | 15/03/2023 | 0,01 | 20/04/2023 | 1 000,02'} | ${true}  | ${'a cent above with the one that it commits'}
`('after a commitment of 1 000,00, « $second »: found $isFound, $why', ({ second, isFound }) => {
  const [axis, ...others] = (second as string).split(' | ');
  const found02 = findingsIn(
    `
    axe 2   | EJ         | date EJ    | AE       | payé le | CP
    PDE     | 1400000001 | 15/02/2023 | 1 000,00 |         |
    ${axis} | 1400000001 | ${others.join(' | ')}
  `,
  ).filter(({ rule }) => rule === 'EJ-02');
  expect(found02).toHaveLength(isFound ? 1 : 0);
});
