/** RAP-01: « dont RAP » of 100,00 on PDE, seen from 2023; the ledger may hold 2022. */
import type { Convention } from '../../../../src/domain/envelopes/convention';
import { Euros } from '../../../../src/domain/money/euros';
import { findingsIn, findingsOf } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';
import { ledgerOfTables } from '../../../support/ledgers/ledger-builder';

const HEADINGS = 'axe 2 | opération | EJ | date EJ | AE | service fait | payé le | CP';
const COMMITTED = 'PDE | EJ | 1400000001 | 10/03/2022 | 150,00 | | |';
const PAID_BEFORE = 'PDE | DP | 1400000001 | | | 01/05/2022 | 20/05/2022 | 50,00';

function convention(rap: Convention['rap'] = [], opening = 100_00): Convention {
  const base = convention2023();
  const openingRap = Euros.fromCents<'CP'>(opening);
  return { ...base, rap, envelopes: base.envelopes.map((one) => (one.code === 'PDE' ? { ...one, openingRap } : one)) };
}

function judged(rows: readonly string[], of = convention()): readonly unknown[] {
  return findingsIn([HEADINGS, ...rows].join('\n'), { convention: of })
    .filter(({ rule }) => rule === 'RAP-01' || rule.startsWith('PER'))
    .map(({ rule, severity, place, details }) => [
      rule,
      severity,
      place.kind === 'convention' ? place.key : '',
      details,
    ]);
}

function withoutRap(envelope: Convention['envelopes'][number]): Convention['envelopes'][number] {
  return { ...envelope, openingRap: Euros.zero<'CP'>() };
}

const gap = (rolled: number): readonly unknown[] => [
  ['RAP-01', 'error', 'PDE', { envelope: 'PDE', stated: 100_00, rolled, isPartial: false }],
];

test('right: the ledger leaves the stated amount, and its dates of 2022 are right', () => {
  expect(judged([COMMITTED, PAID_BEFORE])).toEqual([]);
});

test.each`
  rows                                                                           | rolled    | why
  ${[COMMITTED, PAID_BEFORE.replace('50,00', '20,00')]}                          | ${130_00} | ${'less was paid'}
  ${[COMMITTED, PAID_BEFORE, 'PDE | EJ | 1400000002 | 02/06/2022 | 0,01 | | |']} | ${100_01} | ${'one cent more was committed'}
`('wrong: $why, $rolled left', ({ rows, rolled }) => {
  expect(judged(rows as string[])).toEqual(gap(rolled as number));
});

const WITHDRAWN = 'PDE | Retrait | 1400000001 | 05/12/2022 | -40,00 | | |';

test('a doubt: the ledger leaves less than stated, and the EJ of 2022 are those of another convention', () => {
  const doubt = { envelope: 'PDE', stated: 100_00, rolled: 60_00, isPartial: true };
  expect(judged([COMMITTED, PAID_BEFORE, WITHDRAWN])).toEqual([['RAP-01', 'warning', 'PDE', doubt]]);
});

test('wrong: the ledger leaves less than stated, and 2022 is a year of the convention', () => {
  const of = convention();
  const { ceilings, envelopes } = of;
  const otherYears = [{ year: 2022, ceilings, envelopes: envelopes.map(withoutRap), rap: [] }];
  expect(judged([COMMITTED, PAID_BEFORE, WITHDRAWN], { ...of, otherYears })).toContainEqual(gap(60_00)[0]);
});

test('what happens in 2023 changes nothing', () => {
  const rows = [
    'PDE | DP | 1400000001 | | | 01/05/2023 | 20/05/2023 | 70,00',
    'PDE | EJ | 1400000003 | 10/03/2023 | 9,00 | | |',
  ];
  expect(judged([COMMITTED, PAID_BEFORE, ...rows])).toEqual([]);
});

test('an EJ that only the list names counts as listed', () => {
  const rap = [{ ej: '2100000001', amount: Euros.fromCents<'CP'>(30_00) }];
  expect(judged([COMMITTED, PAID_BEFORE], convention(rap))).toEqual(gap(130_00));
});

test('not judged: nothing stated, or no earlier year in the ledger', () => {
  expect(judged([COMMITTED, PAID_BEFORE], convention([], 0))).toEqual([]);
  expect(judged(['PDE | EJ | 1400000001 | 10/03/2023 | 150,00 | | |'])).toEqual([]);
});

test('a lone date of 2022 may be a typing error: PER-01 asks for it, and the stated amount holds', () => {
  expect(judged([COMMITTED, PAID_BEFORE.replaceAll('/2022', '/2023')])).toMatchObject([['PER-01', 'error', '', {}]]);
});

test('a doubt: the ledger leaves less than stated, and the other year of the convention is a later one', () => {
  const of = convention();
  const { ceilings, envelopes } = of;
  const otherYears = [{ year: 2024, ceilings, envelopes, rap: [] }];
  expect(judged([COMMITTED, PAID_BEFORE, WITHDRAWN], { ...of, otherYears })).toMatchObject([
    ['RAP-01', 'warning', 'PDE', { rolled: 60_00 }],
  ]);
});

describe('stated by 2022 too, a year of the convention: 2023 is compared with what it leaves', () => {
  const PAID_OLD = 'PDE | DP | 2100000001 | | | 01/05/2022 | 20/05/2022 | 30,00';
  const since2022 = (opening: number, listed?: number): Convention => {
    const of = convention();
    const openingRap = Euros.fromCents<'CP'>(opening);
    const envelopes = of.envelopes.map((one) => (one.code === 'PDE' ? { ...one, openingRap } : one));
    const rap = listed === undefined ? [] : [{ ej: '2100000001', amount: Euros.fromCents<'CP'>(listed) }];
    return { ...of, otherYears: [{ year: 2022, ceilings: of.ceilings, envelopes, rap }] };
  };

  test.each`
    of                           | rows                                  | rolled    | why
    ${since2022(130_00)}         | ${[PAID_OLD]}                         | ${null}   | ${'right: 30,00 were paid of 130,00'}
    ${since2022(130_00, 130_00)} | ${[PAID_OLD]}                         | ${null}   | ${'right: the same, of a listed EJ'}
    ${since2022(0)}              | ${[COMMITTED, PAID_BEFORE]}           | ${null}   | ${'right: the ledger alone leaves 100,00'}
    ${since2022(30_00)}          | ${[PAID_OLD, COMMITTED, PAID_BEFORE]} | ${null}   | ${'right: all paid, and 100,00 of the ledger'}
    ${since2022(130_01)}         | ${[PAID_OLD]}                         | ${100_01} | ${'a cent more was stated'}
    ${since2022(130_01, 130_01)} | ${[PAID_OLD]}                         | ${100_01} | ${'the same, of a listed EJ'}
    ${since2022(130_00)}         | ${[PAID_OLD, COMMITTED]}              | ${250_00} | ${'150,00 were committed and not paid'}
  `('$why', ({ of, rows, rolled }) => {
    const found = (judged(rows as string[], of as Convention) as unknown[][]).filter(([rule]) => rule === 'RAP-01');
    expect(found).toEqual(rolled === null ? [] : gap(rolled as number));
  });
});

test('each envelope is judged by its own EJ: one without an EJ of 2022 is not', () => {
  const of = convention();
  const both = { ...of, envelopes: of.envelopes.map((one) => ({ ...one, openingRap: Euros.fromCents<'CP'>(90_00) })) };
  const ofSf = 'Signaux Faibles | EJ | 1400000004 | 10/04/2022 | 95,00 | | |';
  expect(judged([COMMITTED, PAID_BEFORE], both).map((one) => (one as unknown[])[2])).toEqual(['PDE']);
  expect(judged([COMMITTED, PAID_BEFORE, ofSf], both)).toMatchObject([
    ['RAP-01', 'error', 'PDE', { stated: 90_00, rolled: 100_00 }],
    ['RAP-01', 'error', 'SF', { stated: 90_00, rolled: 95_00 }],
  ]);
});

test('not judged: another table pays without a day, so that the restes à payer are not calculable', () => {
  const undated = 'axe 2 | EJ | date EJ | AE | CP\nPDE | 1400000005 | 10/02/2023 | 5,00 | 5,00';
  const rows = [HEADINGS, COMMITTED, PAID_BEFORE.replace('50,00', '20,00')].join('\n');
  const rules = (...tables: readonly string[]): readonly string[] =>
    findingsOf(ledgerOfTables(...tables), { convention: convention() }).map(({ rule }) => rule);
  expect(rules(rows)).toContain('RAP-01');
  expect(rules(rows, undated)).not.toContain('RAP-01');
});

test('the finding is at the opening RAP of the envelope, in the table of envelopes', () => {
  const places = findingsIn([HEADINGS, COMMITTED, PAID_BEFORE.replace('50,00', '20,00')].join('\n'), {
    convention: convention(),
  }).flatMap((one) => (one.rule === 'RAP-01' ? [one.place] : []));
  expect(places).toEqual([
    { kind: 'convention', table: 'ENV_Enveloppes', row: 0, column: 'dont RAP', key: 'PDE', year: 2023 },
  ]);
});

describe('the list of earlier EJ', () => {
  const listing = (...ejs: string[]): Convention['rap'] =>
    ejs.map((ej) => ({ ej, amount: Euros.fromCents<'CP'>(30_00) }));
  const inList = (of: Convention, headings = HEADINGS) =>
    findingsIn(headings, { convention: of, whole: true })
      .filter(({ details }) => !('listed' in details))
      .filter(({ rule }) => rule === 'RAP-01')
      .map(({ severity, place, details }) => [severity, place, details]);
  const at = (row: number, key: string, year = 2023) => {
    return { kind: 'convention', table: 'ENV_RAP', row, column: 'EJ', key, year };
  };

  test('right: numbers of ten digits', () => {
    expect(inList(convention(listing('1405886249', '2103105755')))).toEqual([]);
  });

  test('wrong: a digit is missing, so that no payment is on it; two numbers in a cell', () => {
    const [short, two] = ['140588624', '1405886249 et 2103105755'];
    expect(inList(convention(listing('1405886249', short, two)))).toEqual([
      ['error', at(1, short), { raw: short, cents: 30_00 }],
      ['error', at(2, two), { raw: two, cents: 30_00 }],
    ]);
  });

  test('wrong: in the list of another year', () => {
    const of = convention();
    const otherYears = [{ year: 2022, ceilings: of.ceilings, envelopes: of.envelopes, rap: listing('NDL 12') }];
    expect(inList({ ...of, otherYears })).toEqual([['error', at(0, 'NDL 12', 2022), { raw: 'NDL 12', cents: 30_00 }]]);
  });

  test('not judged: a ledger without numbers of EJ', () => {
    expect(inList(convention(listing('140588624')), HEADINGS.replace('EJ | date EJ', 'objet | date EJ'))).toEqual([]);
  });
});

describe('« dont RAP » and the list of EJ', () => {
  interface Stated {
    readonly pde?: number;
    readonly sf?: number;
    readonly list: readonly (readonly [string, number])[];
  }
  const [ONE, OTHER] = ['1400000008', '1400000009'];
  const termsOf = ({ pde = 0, sf = 0, list }: Stated): Pick<Convention, 'ceilings' | 'envelopes' | 'rap'> => {
    const { ceilings, envelopes } = convention2023();
    const withRap = envelopes.map((one) => {
      return { ...one, openingRap: Euros.fromCents<'CP'>(one.code === 'PDE' ? pde : sf) };
    });
    return { ceilings, envelopes: withRap, rap: list.map(([ej, cents]) => ({ ej, amount: Euros.fromCents(cents) })) };
  };
  const found = (stated: Stated, rows: readonly string[] = [], later: Stated = { list: [] }): readonly unknown[] => {
    const of = { ...convention2023(), ...termsOf(stated), otherYears: [{ year: 2024, ...termsOf(later) }] };
    return findingsIn([HEADINGS, ...rows].join('\n'), { convention: of, whole: true })
      .filter(({ rule }) => rule === 'RAP-01')
      .map(({ severity, place, details }) => {
        if (place.kind !== 'convention') return place.kind;
        return [severity, `${place.column} ${place.key} ${place.year}`, details];
      });
  };
  const gap = (cell: string, envelope: string, stated: number, listed: number): readonly unknown[] => {
    return ['warning', cell, { envelope, year: Number(cell.slice(-4)), stated, listed }];
  };
  const ofSf = `Signaux Faibles | DP | ${OTHER} | | | 01/05/2023 | 20/05/2023 | 1,00`;
  const ofPde = `PDE | DP | ${ONE} | | | 01/05/2023 | 20/05/2023 | 1,00`;

  test.each`
    stated                                                             | rows             | expected                                             | why
    ${{ pde: 100_00, list: [[ONE, 100_00]] }}                          | ${[]}            | ${[]}                                                | ${'right: the same'}
    ${{ pde: 100_00, list: [[ONE, 60_00], [OTHER, 40_00]] }}           | ${[]}            | ${[]}                                                | ${'right: they add up'}
    ${{ pde: 100_00, list: [] }}                                       | ${[]}            | ${[]}                                                | ${'right: no list is no gap'}
    ${{ pde: 100_00, list: [[ONE, 100_01]] }}                          | ${[]}            | ${[gap('dont RAP PDE 2023', 'PDE', 100_00, 100_01)]} | ${'a cent more is listed'}
    ${{ pde: 100_00, list: [[ONE, 99_99]] }}                           | ${[]}            | ${[gap('dont RAP PDE 2023', 'PDE', 100_00, 99_99)]}  | ${'a cent less'}
    ${{ list: [[ONE, 70_00]] }}                                        | ${[]}            | ${[gap(`Montant ${ONE} 2023`, '*', 0, 70_00)]}       | ${'no envelope has « dont RAP »'}
    ${{ pde: 60_00, sf: 40_00, list: [[ONE, 60_00], [OTHER, 40_00]] }} | ${[ofPde, ofSf]} | ${[]}                                                | ${'right: in each envelope'}
    ${{ pde: 60_00, sf: 40_00, list: [[ONE, 60_00]] }}                 | ${[ofPde]}       | ${[gap(`Montant ${ONE} 2023`, '*', 100_00, 60_00)]}  | ${'those of an envelope are not listed'}
    ${{ pde: 60_00, sf: 40_00, list: [[ONE, 50_00], [OTHER, 50_00]] }} | ${[ofPde, ofSf]} | ${[gap('dont RAP SF 2023', 'SF', 40_00, 50_00)]}     | ${'the sums agree, not those of an envelope'}
  `('$why', ({ stated, rows, expected }) => {
    expect(found(stated as Stated, rows as string[])).toEqual(expected);
  });

  test('right: the ledger plainly keeps 2022, so that its EJ need not be listed', () => {
    expect(found({ pde: 130_00, list: [[ONE, 30_00]] }, [COMMITTED, PAID_BEFORE])).toEqual([]);
  });

  test('right: a list of 2024 need not name the EJ of 2023', () => {
    expect(found({ list: [] }, [], { pde: 30_00, list: [[ONE, 20_00]] })).toEqual([]);
  });

  test('in another credit year too', () => {
    expect(found({ list: [] }, [], { pde: 10_00, list: [[ONE, 20_00]] })).toEqual([
      gap('dont RAP PDE 2024', 'PDE', 10_00, 20_00),
    ]);
  });

  test('a negative amount is an error at its cell, and the sums are not compared', () => {
    expect(found({ pde: 100_00, list: [[ONE, -1]] })).toEqual([
      ['error', `Montant ${ONE} 2023`, { cents: -1, of: { ej: ONE } }],
    ]);
    expect(found({ pde: -1, list: [[ONE, 5]] })).toEqual([
      ['error', 'dont RAP PDE 2023', { cents: -1, of: { envelope: 'PDE' } }],
    ]);
  });
});

describe('an EJ on several rows of the list: a doubt at the second, also where the sum is « dont RAP »', () => {
  const listOf = (...amounts: readonly number[]) =>
    amounts.map((cents) => ({ ej: '2100000001', amount: Euros.fromCents<'CP'>(cents) }));
  const other = { ej: '2100000002', amount: Euros.fromCents<'CP'>(1_00) };

  test.each`
    list                              | repeats             | why
    ${listOf(100_00)}                 | ${[]}               | ${'once'}
    ${listOf(50_00, 50_00)}           | ${[[1, 2, 100_00]]} | ${'two rows, which add up to « dont RAP »'}
    ${[...listOf(50_00), other]}      | ${[]}               | ${'two EJ'}
    ${[other, ...listOf(9_00, 0, 1)]} | ${[[2, 3, 9_01]]}   | ${'three rows, one finding'}
    ${listOf(50_00, -50_00)}          | ${[[1, 2, 0]]}      | ${'a row that takes the other back'}
  `('$why', ({ list, repeats }) => {
    const found = findingsIn([HEADINGS, 'PDE | EJ | 1400000003 | 10/03/2023 | 9,00 | | |'].join('\n'), {
      convention: convention(list as Convention['rap']),
    }).flatMap(({ rule, severity, place, details }) =>
      rule === 'RAP-01' && 'repeated' in details && place.kind === 'convention'
        ? [[severity, place.column, place.row, details.rows, details.cents]]
        : [],
    );
    expect(found).toEqual((repeats as number[][]).map((one) => ['warning', 'EJ', ...one]));
  });

  test('a text that is no EJ is reported as such, on each row, and not as repeated', () => {
    const list = [{ ej: 'à voir', amount: Euros.fromCents<'CP'>(1_00) }];
    const found = judged(['PDE | EJ | 1400000003 | 10/03/2023 | 9,00 | | |'], convention([...list, ...list], 2_00));
    expect(found).toHaveLength(2);
  });
});
