/** PER-03: inside the convention, outside the year of its credits. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { Euros } from '../../../../src/domain/money/euros';
import { findingsIn, found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

const outside = (line: number, field: 'commitmentDate' | 'paymentDate', date: string) =>
  found('PER-03', 'error', line, field, { field, date: isoDate(date), creditYear: 2023, why: 'otherYear' });

test('right: the first and the last day of 2023', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ    | payé le
      PDE   | 01/01/2023 | 31/12/2023
    `),
  ).toEqual([]);
});

test('wrong: between the signature and the new year, the credits are not open yet', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ    | payé le
      PDE   | 20/12/2022 | 31/12/2022
    `),
  ).toEqual([outside(1, 'commitmentDate', '2022-12-20'), outside(1, 'paymentDate', '2022-12-31')]);
});

test('edge: a service of December 2022 consumes no credits and is not judged', () => {
  expect(
    findingsIn(`
      axe 2 | service fait | payé le
      PDE   | 20/12/2022   | 15/01/2023
    `),
  ).toEqual([]);
});

test('edge: an earlier EJ was committed in an earlier year by definition', () => {
  const convention = { ...convention2023(), rap: [{ ej: '1400000900', amount: Euros.fromCents<'CP'>(5000000) }] };
  expect(
    findingsIn(
      `
      axe 2 | EJ         | date EJ    | payé le    | CP
      PDE   | 1400000900 | 20/12/2022 | 20/01/2023 | 1 000,00
    `,
      { convention },
    ),
  ).toEqual([]);
});

describe('in advance on the credits of 2023 (LOLF, art. 9), in a convention signed on 1 October 2022', () => {
  const convention = { ...convention2023(), signedOn: isoDate('2022-10-01') };

  test('right: from 1 November, for a service of the year, up to a quarter of the AE of the envelope', () => {
    const table = `
      axe 2           | opération         | EJ         | date EJ    | AE         | service fait
      Signaux Faibles | Gestion anticipée | 1400000001 | 01/11/2022 | 20 000,00  | 01/01/2023
      Signaux Faibles | EJ anticipé       | 1400000002 | 31/12/2022 | 5 000,00   |
      PDE             | Gestion anticipée | 1400000003 | 15/12/2022 | 125 000,00 |
    `;
    expect(findingsIn(table, { convention })).toEqual([]);
  });

  test('wrong: before 1 November, or with a service before the new year', () => {
    const table = `
      axe 2           | opération         | EJ         | date EJ    | AE       | service fait
      Signaux Faibles | Gestion anticipée | 1400000001 | 31/10/2022 | 5 000,00 |
      Signaux Faibles | Gestion anticipée | 1400000002 | 15/11/2022 | 5 001,00 | 31/12/2022
      Signaux Faibles | EJ                | 1400000003 | 15/11/2022 | 5 002,00 |
    `;
    expect(findingsIn(table, { convention })).toEqual([
      found('PER-03', 'error', 1, 'commitmentDate', {
        field: 'commitmentDate',
        date: isoDate('2022-10-31'),
        creditYear: 2023,
        why: 'tooEarly',
      }),
      found('PER-03', 'error', 2, 'serviceDate', {
        field: 'serviceDate',
        date: isoDate('2022-12-31'),
        creditYear: 2023,
        why: 'serviceTooEarly',
      }),
      outside(3, 'commitmentDate', '2022-11-15'),
    ]);
  });

  test('wrong: above a quarter, in the order of time, each envelope apart; a retrait gives room again', () => {
    const table = `
      axe 2           | opération                 | EJ         | date EJ    | AE
      Signaux Faibles | Gestion anticipée         | 1400000001 | 15/12/2022 | 5 000,01
      Signaux Faibles | Gestion anticipée         | 1400000002 | 15/11/2022 | 20 000,00
      Signaux Faibles | Gestion anticipée         | 1400000003 | 20/12/2022 | 1,00
      Signaux Faibles | Retrait, gestion anticipée | 1400000002 | 21/12/2022 | -2,00
      Signaux Faibles | Gestion anticipée         | 1400000004 | 22/12/2022 | 0,50
      PDE             | Gestion anticipée         | 1400000005 | 15/12/2022 | 25 000,01
    `;
    const above = (line: number, date: string, total: number) =>
      found('PER-03', 'error', line, 'ae', {
        field: 'ae',
        date: isoDate(date),
        creditYear: 2023,
        why: 'aboveShare',
        envelope: 'SF',
        share: 0.25,
        base: 'envelope',
        total,
        limit: 2500000,
      });
    expect(findingsIn(table, { convention })).toEqual([
      above(1, '2022-12-15', 2500001),
      above(3, '2022-12-20', 2500101),
    ]);
  });

  test('a quarter of the credits of 2022, where the convention gives them and the team follows the current year', () => {
    const { envelopes, ceilings } = convention;
    const halved = envelopes.map((envelope) => ({
      ...envelope,
      ceilings: { ...envelope.ceilings, AE: { amount: Euros.fromCents<'AE'>(50_000_00), mode: 'blocking' as const } },
    }));
    const advances = { share: 0.25, base: 'currentYear' as const };
    const followed = { ...convention, advances, otherYears: [{ year: 2022, envelopes: halved, ceilings, rap: [] }] };
    const committed = (amount: string) =>
      findingsIn(
        `
        axe 2           | opération         | EJ         | date EJ    | AE
        Signaux Faibles | Gestion anticipée | 1400000001 | 15/11/2022 | ${amount}
      `,
        { convention: followed },
      ).map(({ rule, details }) => [rule, 'limit' in details && [details.total, details.limit]]);
    expect(committed('12 500,00')).toEqual([]);
    expect(committed('12 500,01')).toEqual([['PER-03', [12_500_01, 12_500_00]]]);
  });

  test('edge: the signature still bounds: in the convention of 2023, from 13 December', () => {
    const table = `
      axe 2 | opération         | EJ         | date EJ    | AE
      PDE   | Gestion anticipée | 1400000001 | 12/12/2022 | 100,00
      PDE   | Gestion anticipée | 1400000002 | 13/12/2022 | 101,00
    `;
    expect(findingsIn(table).map(({ rule, place }) => [rule, place.kind === 'row' && Number(place.row)])).toEqual([
      ['PER-01', 1],
    ]);
  });
});

test('not checkable: absent dates', () => {
  expect(
    findingsIn(`
      axe 2 | date EJ | payé le
      PDE   |         |
    `),
  ).toEqual([]);
});
