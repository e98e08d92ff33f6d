/** PER-03: inside the convention, outside the year of its credits. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { amountAtStake } from '../../../../src/domain/controls/findings/finding-weight';
import type { Convention } from '../../../../src/domain/envelopes/convention';
import { conventionAt } from '../../../../src/domain/envelopes/credit-years';
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
      Signaux Faibles | EJ                | 1400000004 | 31/10/2022 | 5 003,00 |
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
      outside(4, 'commitmentDate', '2022-10-31'),
    ]);
  });

  test('wrong: a payment before 1 November is one of another year, whatever its operation', () => {
    const table = `
      axe 2           | opération         | payé le    | CP
      Signaux Faibles | Gestion anticipée | 31/10/2022 | 50,00
      Signaux Faibles | Gestion anticipée | 15/12/2022 | 51,00
    `;
    const found03 = findingsIn(table, { convention }).filter(({ rule }) => rule === 'PER-03');
    expect(found03).toEqual([outside(1, 'paymentDate', '2022-10-31'), outside(2, 'paymentDate', '2022-12-15')]);
  });

  test('edge: a service before the signature has its finding there alone', () => {
    const table = `
      axe 2           | opération         | EJ         | date EJ    | AE       | service fait
      Signaux Faibles | Gestion anticipée | 1400000002 | 15/11/2022 | 5 001,00 | 30/09/2022
    `;
    expect(findingsIn(table, { convention }).map(({ rule }) => rule)).toEqual(['PER-01']);
  });

  test('wrong: above a quarter, in the order of time, each envelope apart; a retrait gives room again', () => {
    const table = `
      axe 2           | opération                 | EJ         | date EJ    | AE
      Signaux Faibles | Gestion anticipée         | 1400000001 | 15/12/2022 | 5 000,01
      Signaux Faibles | Gestion anticipée         | 1400000002 | 15/11/2022 | 20 000,00
      Signaux Faibles | Gestion anticipée         | 1400000003 | 20/12/2022 | 1,00
      Signaux Faibles | Retrait, gestion anticipée | 1400000002 | 21/12/2022 | -2,00
      Signaux Faibles | Gestion anticipée         | 1400000004 | 22/12/2022 | 0,50
      Signaux Faibles | Gestion anticipée         | 1400000006 | 20/12/2022 | 0,00
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

  test('edge: of two on one day the later row exceeds; a project and a row of no envelope take none of the share', () => {
    const table = `
      axe 2           | état   | opération         | EJ         | date EJ    | AE
      Signaux Faibles | projet | Gestion anticipée | 1400000001 | 10/12/2022 | 9 000,00
      DOSSIER PAPIER  |        | Gestion anticipée | 1400000002 | 10/12/2022 | 9 000,00
      Signaux Faibles |        | Gestion anticipée | 1400000003 | 15/12/2022 | 20 000,00
      Signaux Faibles |        | Gestion anticipée | 1400000004 | 15/12/2022 | 5 000,01
    `;
    const found03 = findingsIn(table, { convention }).filter(({ rule }) => rule === 'PER-03');
    expect(found03).toMatchObject([{ place: { row: 4, field: 'ae' }, details: { total: 2500001, limit: 2500000 } }]);
  });

  test('edge: an envelope without a ceiling of AE has no share, and takes none of that of the convention', () => {
    const [pde, sf] = convention.envelopes;
    const open = { ...pde!, ceilings: { ...pde!.ceilings, AE: null } };
    const advances = { share: 0.25, base: 'convention' as const };
    const table = `
      axe 2           | opération         | EJ         | date EJ    | AE
      PDE             | Gestion anticipée | 1400000001 | 10/12/2022 | 900 000,00
      Signaux Faibles | Gestion anticipée | 1400000002 | 15/12/2022 | 20 000,00
    `;
    const setting = { convention: { ...convention, envelopes: [open, sf!], advances } };
    expect(findingsIn(table, setting).filter(({ rule }) => rule === 'PER-03')).toEqual([]);
  });

  describe('the share is that of the team', () => {
    const halved = convention.envelopes.map((envelope) => ({
      ...envelope,
      ceilings: { ...envelope.ceilings, AE: { amount: Euros.fromCents<'AE'>(50_000_00), mode: 'blocking' as const } },
    }));
    const of2022 = { year: 2022, envelopes: halved, ceilings: convention.ceilings, rap: [] };

    test.each`
      followed                                | years       | limit        | why
      ${{ share: 0.25, base: 'envelope' }}    | ${[]}       | ${25_000_00} | ${'a quarter of the 100 000 € of SF'}
      ${{ share: 0.1, base: 'envelope' }}     | ${[]}       | ${10_000_00} | ${'a tenth of them'}
      ${{ share: 0.1, base: 'convention' }}   | ${[]}       | ${60_000_00} | ${'a tenth of the 600 000 € of both envelopes'}
      ${{ share: 0.25, base: 'currentYear' }} | ${[of2022]} | ${12_500_00} | ${'a quarter of the 50 000 € of 2022'}
      ${{ share: 0.25, base: 'currentYear' }} | ${[]}       | ${null}      | ${'2022 has no credits in the convention: LEC-04'}
      ${{ share: null, base: 'envelope' }}    | ${[]}       | ${null}      | ${'no share is followed'}
      ${{ share: null, base: 'currentYear' }} | ${[of2022]} | ${null}      | ${'no share is followed'}
    `('$followed.share of $followed.base allows $limit cents: $why', ({ followed, years, limit }) => {
      const setting = { convention: { ...convention, advances: followed, otherYears: years } };
      const limits = (euros: string) =>
        findingsIn(
          `
          axe 2           | opération         | EJ         | date EJ    | AE
          Signaux Faibles | Gestion anticipée | 1400000001 | 15/11/2022 | ${euros}
        `,
          setting,
        ).flatMap(({ rule, details }) => (rule === 'PER-03' && 'limit' in details ? [details.limit] : []));
      const most = typeof limit === 'number' ? limit : 99_000_00;
      expect(limits(`${most / 100},00`)).toEqual([]);
      expect(limits(`${most / 100},01`)).toEqual(limit === null ? [] : [limit]);
    });
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

describe('named an advance, and charged to the credits of its own year', () => {
  const convention = convention2023();
  const years = (...others: readonly number[]): Convention => ({
    ...convention,
    endsOn: isoDate(`${Math.max(2023, ...others)}-12-31`),
    otherYears: others.map((year) => ({
      year,
      ceilings: convention.ceilings,
      envelopes: convention.envelopes,
      rap: [],
    })),
  });
  const found03 = (asOf: string, of: Convention, lines: readonly string[]): readonly unknown[] => {
    const table = ['axe 2 | opération | état | EJ | date EJ | AE', ...lines.map((line) => `PDE | ${line}`)].join('\n');
    return findingsIn(table, { convention: conventionAt(of, isoDate(asOf)), asOf }).flatMap((finding) => {
      if (finding.rule !== 'PER-03' || finding.place.kind !== 'row') return [];
      const { why, creditYear } = finding.details;
      return [[finding.severity, Number(finding.place.row), why, creditYear, amountAtStake(finding, null)]];
    });
  };

  test.each<readonly [string, string, Convention, readonly string[], readonly unknown[]]>([
    [
      'before November, whatever years follow',
      '2023-12-31',
      years(2024),
      ['EJ anticipé | | 1400000001 | 31/10/2023 | 2 000,00', 'EJ anticipé | | 1400000002 | 01/11/2023 | 3 000,00'],
      [['warning', 1, 'beforeNovember', 2023, 2000_00]],
    ],
    [
      'seen from the next year too',
      '2024-06-30',
      years(2024),
      ['EJ anticipé | | 1400000001 | 31/10/2023 | 2 000,00'],
      [['warning', 1, 'beforeNovember', 2023, 2000_00]],
    ],
    [
      'in the only year of the convention',
      '2023-12-31',
      years(),
      ['EJ anticipé | | 1400000001 | 31/10/2023 | 2 000,00', 'EJ anticipé | | 1400000002 | 20/11/2023 | 3 000,00'],
      [
        ['warning', 1, 'beforeNovember', 2023, 2000_00],
        ['warning', 2, 'noNextCredits', 2023, 3000_00],
      ],
    ],
    [
      'in its last year, or before a year that it skips',
      '2023-12-31',
      years(2025),
      ['Gestion anticipée | | 1400000001 | 20/11/2023 | 1,00', 'Gestion anticipée | | 1400000002 | 20/12/2025 | 2,00'],
      [
        ['warning', 1, 'noNextCredits', 2023, 1_00],
        ['warning', 2, 'noNextCredits', 2025, 2_00],
      ],
    ],
    [
      'by its status, and a project too',
      '2023-12-31',
      years(),
      ['EJ | Engagé par anticipation | 1400000001 | 20/11/2023 | 1,00', 'EJ anticipé | projet | | 20/11/2023 | 2,00'],
      [
        ['warning', 1, 'noNextCredits', 2023, 1_00],
        ['warning', 2, 'noNextCredits', 2023, 2_00],
      ],
    ],
    [
      'not a later row of an EJ committed in advance in time',
      '2023-12-31',
      years(),
      ['EJ anticipé | | 1400000001 | 20/12/2022 | 1,00', 'EJ anticipé (suite) | | 1400000001 | 10/02/2023 | 2,00'],
      [],
    ],
    [
      'not a retrait, an amount of 0 nor a cancelled row',
      '2023-12-31',
      years(),
      [
        'Retrait EJ anticipé | | 1400000001 | 20/11/2023 | -1,00',
        'EJ anticipé | | 1400000002 | 20/11/2023 | 0,00',
        'EJ anticipé | annulé | 1400000003 | 20/11/2023 | 3,00',
      ],
      [],
    ],
    [
      'not another thing that comes early',
      '2023-12-31',
      years(),
      [
        'Solde, fin anticipée | | 1400000001 | 20/11/2023 | 1,00',
        'Paiement anticipé | | 1400000002 | 20/11/2023 | 2,00',
      ],
      [],
    ],
  ])('%s, at %s', (_, asOf, of, lines, expected) => {
    expect(found03(asOf, of, lines)).toEqual(expected);
  });

  test('a closing of its year is another finding', () => {
    const closed = { ...years(), closing: { ...convention.closing, commitment: isoDate('2023-12-12') } };
    const table = 'axe 2 | opération | EJ | date EJ | AE\nPDE | EJ anticipé | 1400000001 | 20/12/2023 | 5,00';
    expect(findingsIn(table, { convention: closed }).map(({ rule }) => rule)).toEqual(['PER-03', 'PER-04']);
  });

  test('after the end of the convention, its end is the finding', () => {
    const ended = { ...years(), endsOn: isoDate('2023-10-31') };
    const table = 'axe 2 | opération | EJ | date EJ | AE\nPDE | EJ anticipé | 1400000001 | 20/12/2023 | 5,00';
    expect(findingsIn(table, { convention: ended }).map(({ rule }) => rule)).toEqual(['PER-02']);
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

test.each`
  ae           | date            | rules         | why
  ${'100,00'}  | ${'10/01/2024'} | ${['PER-03']} | ${'a commitment after the year of the credits'}
  ${'-100,00'} | ${'10/01/2024'} | ${[]}         | ${'a decommitment, which frees none of their AE'}
  ${'-100,00'} | ${'20/12/2022'} | ${['PER-03']} | ${'a decommitment before them'}
`('in a convention until June 2024, « $ae » of AE dated $date: $rules, $why', ({ ae, date, rules }) => {
  const convention = { ...convention2023(), endsOn: isoDate('2024-06-30') };
  const table = `axe 2 | EJ | date EJ | AE\nPDE | 1400000001 | 15/03/2023 | 100,00\nPDE | 1400000001 | ${date} | ${ae}`;
  const found = findingsIn(table, { convention, asOf: '2024-01-31' }).filter(({ rule }) => rule.startsWith('PER'));
  expect(found.map(({ rule }) => rule)).toEqual(rules);
});
