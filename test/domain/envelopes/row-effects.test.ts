/**
 * The amounts that each kind of row adds, seen on 30 June 2023; 2101… is an EJ of 2022 listed in the RAP, 2203… one of
 * the year.
 */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { createAssigner } from '../../../src/domain/envelopes/assignment';
import { earlierEjsOf } from '../../../src/domain/envelopes/outstanding/earlier-ejs';
import { createEffects, type RowEffect } from '../../../src/domain/envelopes/row-effects';
import { Euros } from '../../../src/domain/money/euros';
import { conventionOf, rowOf, type RowSpec } from './builders';

const EARLIER = '2101000001';
const OF_YEAR = '2203000001';
const AS_OF = isoDate('2023-06-30');
const CONVENTION = conventionOf([{ code: 'PDE' }], { rap: [{ ej: EARLIER, amount: Euros.fromCents(73_032_00) }] });

const TWO_YEARS: Convention = {
  ...CONVENTION,
  otherYears: [{ year: 2024, ceilings: CONVENTION.ceilings, envelopes: CONVENTION.envelopes, rap: [] }],
};

const effectOf = createEffects(CONVENTION, AS_OF);
const effectOfSpec = (spec: RowSpec): RowEffect => ({ ...effectOf(rowOf(spec)) });

describe('AE of a row, on 30 June 2023', () => {
  it.each`
    ae      | committed       | status         | ej         | consumed | reserved | lowersRap | why
    ${100}  | ${'2023-03-01'} | ${'firm'}      | ${OF_YEAR} | ${100}   | ${0}     | ${0}      | ${'signed in the year'}
    ${100}  | ${'2023-06-30'} | ${'firm'}      | ${OF_YEAR} | ${100}   | ${0}     | ${0}      | ${'signed today'}
    ${100}  | ${'2023-07-01'} | ${'firm'}      | ${OF_YEAR} | ${0}     | ${0}     | ${0}      | ${'signed tomorrow'}
    ${100}  | ${'2023-01-01'} | ${'firm'}      | ${OF_YEAR} | ${100}   | ${0}     | ${0}      | ${'first day of the credits'}
    ${100}  | ${'2022-12-31'} | ${'firm'}      | ${OF_YEAR} | ${0}     | ${0}     | ${0}      | ${'credits of another year'}
    ${100}  | ${null}         | ${'firm'}      | ${OF_YEAR} | ${100}   | ${0}     | ${0}      | ${'undated: counted, out of prudence'}
    ${100}  | ${'en mars'}    | ${'firm'}      | ${''}      | ${100}   | ${0}     | ${0}      | ${'unreadable date: the same'}
    ${100}  | ${'#REF!'}      | ${'firm'}      | ${''}      | ${100}   | ${0}     | ${0}      | ${'a cell error in the date: the same'}
    ${100}  | ${'2023-03-01'} | ${'project'}   | ${''}      | ${0}     | ${100}   | ${0}      | ${'not signed yet'}
    ${100}  | ${'2023-11-01'} | ${'project'}   | ${''}      | ${0}     | ${100}   | ${0}      | ${'to be signed later'}
    ${100}  | ${'2024-01-01'} | ${'project'}   | ${''}      | ${0}     | ${0}     | ${0}      | ${'credits of the next year'}
    ${100}  | ${'2022-05-01'} | ${'project'}   | ${''}      | ${0}     | ${100}   | ${0}      | ${'not signed in its year: these credits are left'}
    ${100}  | ${null}         | ${'project'}   | ${''}      | ${0}     | ${100}   | ${0}      | ${'no date in sight'}
    ${100}  | ${'2023-03-01'} | ${'cancelled'} | ${OF_YEAR} | ${0}     | ${0}     | ${0}      | ${'struck out'}
    ${-40}  | ${'2023-03-01'} | ${'firm'}      | ${OF_YEAR} | ${-40}   | ${0}     | ${0}      | ${'retrait of the year: frees AE'}
    ${-40}  | ${'2023-03-01'} | ${'firm'}      | ${EARLIER} | ${0}     | ${0}     | ${40}     | ${'retrait of an earlier year: lowers RAP only'}
    ${-40}  | ${'2023-08-01'} | ${'firm'}      | ${EARLIER} | ${0}     | ${0}     | ${0}      | ${'the same, to come'}
    ${-40}  | ${null}         | ${'project'}   | ${EARLIER} | ${0}     | ${0}     | ${0}      | ${'the same, not signed'}
    ${100}  | ${'2023-03-01'} | ${'firm'}      | ${EARLIER} | ${100}   | ${0}     | ${0}      | ${'new AE on an earlier EJ'}
    ${null} | ${'2023-03-01'} | ${'firm'}      | ${OF_YEAR} | ${0}     | ${0}     | ${0}      | ${'no amount'}
  `('$ae $status on $committed: $why', ({ ae, committed, status, ej, consumed, reserved, lowersRap }) => {
    const effect = effectOfSpec({ ae, committed, status, ej } as RowSpec);
    expect(effect).toMatchObject({
      aeConsumed: consumed,
      aeReserved: reserved,
      earlierDecommitted: lowersRap,
      cpConsumed: 0,
      cpReserved: 0,
    });
  });
});

it.each`
  paid            | consumed | why
  ${'2022-12-31'} | ${0}     | ${'the year before'}
  ${'2023-01-01'} | ${100}   | ${'the first day of the credits'}
  ${'2023-12-31'} | ${100}   | ${'their last day'}
  ${'2024-01-01'} | ${0}     | ${'the year after'}
`('CP paid on $paid, seen in 2024: $consumed consumed, $why', ({ paid, consumed }) => {
  const effect = createEffects(CONVENTION, isoDate('2024-06-30'))(rowOf({ cp: 100, paid: paid as string }));
  expect(effect).toMatchObject({ cpConsumed: consumed, cpReserved: 0 });
});

describe('CP of a row, on 30 June 2023', () => {
  it.each`
    cp     | paid            | service         | status         | consumed | reserved | why
    ${100} | ${'2023-06-30'} | ${null}         | ${'firm'}      | ${100}   | ${0}     | ${'paid today'}
    ${100} | ${'2022-12-31'} | ${null}         | ${'firm'}      | ${0}     | ${0}     | ${'paid in another year: on its CP'}
    ${100} | ${'2024-01-12'} | ${'2023-06-30'} | ${'firm'}      | ${0}     | ${100}   | ${'certified, paid after the year'}
    ${100} | ${'2024-01-12'} | ${'2023-12-20'} | ${'firm'}      | ${0}     | ${0}     | ${'service to come, paid after the year'}
    ${100} | ${'2023-07-01'} | ${'2023-06-15'} | ${'firm'}      | ${0}     | ${100}   | ${'due, paid tomorrow'}
    ${100} | ${'2023-07-01'} | ${'2023-06-30'} | ${'firm'}      | ${0}     | ${100}   | ${'service certified today'}
    ${100} | ${'2023-07-15'} | ${'2023-07-01'} | ${'firm'}      | ${0}     | ${0}     | ${'service to come'}
    ${100} | ${'2023-07-15'} | ${null}         | ${'firm'}      | ${0}     | ${100}   | ${'service not dated'}
    ${100} | ${'2023-07-15'} | ${'en juillet'} | ${'firm'}      | ${0}     | ${100}   | ${'service date unreadable'}
    ${100} | ${null}         | ${'2023-06-15'} | ${'firm'}      | ${0}     | ${100}   | ${'certified, not paid'}
    ${100} | ${null}         | ${'2023-07-01'} | ${'firm'}      | ${0}     | ${100}   | ${'service to come in the year, without a date of payment'}
    ${100} | ${null}         | ${'2024-02-01'} | ${'firm'}      | ${0}     | ${100}   | ${'service of the next year, whose credits this convention does not give'}
    ${100} | ${null}         | ${'2022-12-15'} | ${'firm'}      | ${0}     | ${100}   | ${'certified the year before, still to be paid'}
    ${100} | ${null}         | ${null}         | ${'firm'}      | ${0}     | ${100}   | ${'nothing dated'}
    ${100} | ${'en juin'}    | ${null}         | ${'firm'}      | ${0}     | ${100}   | ${'payment date unreadable'}
    ${100} | ${'#VALUE!'}    | ${null}         | ${'firm'}      | ${0}     | ${100}   | ${'a cell error in the payment date'}
    ${100} | ${'2023-06-01'} | ${null}         | ${'project'}   | ${100}   | ${0}     | ${'paid, whatever the commitment says'}
    ${100} | ${'2023-06-01'} | ${null}         | ${'cancelled'} | ${0}     | ${0}     | ${'struck out'}
    ${-30} | ${'2023-06-01'} | ${null}         | ${'firm'}      | ${-30}   | ${0}     | ${'a penalty or a credit note'}
  `('$cp $status paid $paid, service $service: $why', ({ cp, paid, service, status, consumed, reserved }) => {
    const effect = effectOfSpec({ cp, paid, service, status } as RowSpec);
    expect(effect).toMatchObject({
      cpConsumed: consumed,
      cpReserved: reserved,
      aeConsumed: 0,
      aeReserved: 0,
      onRap: false,
    });
  });

  it.each`
    years | service         | committed       | reserved | why
    ${1}  | ${'2024-02-01'} | ${'2023-05-01'} | ${100}   | ${'the convention gives no other credits: issued and not paid'}
    ${2}  | ${'2024-02-01'} | ${'2023-05-01'} | ${0}     | ${'reserved on the credits of 2024'}
    ${2}  | ${'2023-12-15'} | ${'2023-05-01'} | ${100}   | ${'a service of the year, still to come'}
    ${2}  | ${null}         | ${'2024-01-01'} | ${0}     | ${'an EJ of 2024'}
    ${2}  | ${null}         | ${'2023-12-31'} | ${100}   | ${'an EJ of the year'}
  `('without a date of payment, $years years: $reserved reserved, $why', ({ years, service, committed, reserved }) => {
    const spec = { cp: 100, service: service as string | null, committed: committed as string };
    const effect = createEffects(years === 2 ? TWO_YEARS : CONVENTION, AS_OF)(rowOf(spec as RowSpec));
    expect(effect).toMatchObject({ cpReserved: reserved });
  });

  it('on an earlier EJ is marked as RAP', () => {
    expect(effectOfSpec({ cp: 100, paid: '2023-02-01', ej: EARLIER })).toMatchObject({ onRap: true, cpConsumed: 100 });
    expect(effectOfSpec({ cp: 100, paid: '2023-02-01', ej: OF_YEAR })).toMatchObject({ onRap: false, cpConsumed: 100 });
  });
});

describe('an amount that cannot be read', () => {
  it.each`
    ae         | cp             | aeConsumed | cpConsumed
    ${'douze'} | ${100}         | ${0}       | ${100}
    ${100}     | ${'#REF!'}     | ${100}     | ${0}
    ${100}     | ${'en litige'} | ${100}     | ${0}
    ${'1,234'} | ${null}        | ${0}       | ${0}
    ${'douze'} | ${'#REF!'}     | ${0}       | ${0}
  `('AE $ae, CP $cp: the amount of the other nature counts', ({ ae, cp, aeConsumed, cpConsumed }) => {
    const effect = effectOfSpec({ ae, cp, committed: '2023-03-01', paid: '2023-03-01', ej: EARLIER } as RowSpec);
    expect(effect).toEqual({
      unreadable: true,
      onRap: true,
      aeConsumed,
      aeReserved: 0,
      cpConsumed,
      cpReserved: 0,
      earlierDecommitted: 0,
    });
  });

  it('on a struck row is nobody’s concern', () => {
    expect(effectOfSpec({ ae: 'douze', status: 'cancelled' }).unreadable).toBe(false);
  });
});

describe('a commitment in advance on the credits of 2023 (LOLF, art. 9), on 30 June', () => {
  it.each`
    operation                     | committed       | consumed | why
    ${'Gestion anticipée'}        | ${'2022-11-01'} | ${100}   | ${'from 1 November'}
    ${'EJ anticipé'}              | ${'2022-12-31'} | ${100}   | ${'until the new year'}
    ${'Engagement anticipé 2024'} | ${'2023-11-02'} | ${0}     | ${'to come: seen later'}
    ${'GESTION ANTICIPÉE'}        | ${'2022-10-31'} | ${0}     | ${'too early: on the credits of 2022'}
    ${'EJ'}                       | ${'2022-11-15'} | ${0}     | ${'nothing says so: on the credits of 2022'}
    ${'Gestion anticipée'}        | ${'2023-02-01'} | ${100}   | ${'in the year, as any other'}
  `('$operation on $committed: $why', ({ operation, committed, consumed }) => {
    expect(effectOfSpec({ ae: 100, operation, committed } as RowSpec).aeConsumed).toBe(consumed);
  });

  it('is not consumed before its day', () => {
    const early = createEffects(CONVENTION, isoDate('2022-11-14'));
    expect(early(rowOf({ ae: 100, operation: 'Gestion anticipée', committed: '2022-11-15' })).aeConsumed).toBe(0);
  });
});

describe('a retrait of 40 on an EJ that the ledger shows to be of 2022 (GBCP, art. 160)', () => {
  const COMMITMENT: RowSpec = { ae: 100, ej: OF_YEAR, committed: '2022-11-15' };
  const RETRAIT: RowSpec = { ae: -40, ej: OF_YEAR, committed: '2023-03-01' };

  it.each`
    change                                | freed | lowersRap | why
    ${{}}                                 | ${0}  | ${40}     | ${'committed in 2022'}
    ${{ committed: '2023-01-01' }}        | ${40} | ${0}      | ${'committed in the year'}
    ${{ committed: null }}                | ${40} | ${0}      | ${'without a date, nothing shows an earlier year'}
    ${{ operation: 'Gestion anticipée' }} | ${40} | ${0}      | ${'in advance on the credits of 2023'}
    ${{ status: 'project' }}              | ${40} | ${0}      | ${'not signed'}
    ${{ ae: 'douze' }}                    | ${40} | ${0}      | ${'not readable'}
    ${{ ej: '2203000002' }}               | ${40} | ${0}      | ${'another EJ'}
  `('$change: $why', ({ change, freed, lowersRap }) => {
    const rows = [rowOf({ ...COMMITMENT, ...(change as RowSpec) })];
    const { all: earlier } = earlierEjsOf(rows, CONVENTION, new Map(), createAssigner(CONVENTION));
    const effect = createEffects(CONVENTION, AS_OF, { earlier })(rowOf(RETRAIT));
    expect([-effect.aeConsumed + 0, effect.earlierDecommitted, effect.onRap]).toEqual([freed, lowersRap, false]);
  });

  it('frees AE where the convention names a legal basis, on a listed EJ too', () => {
    const recycling = { ...CONVENTION, recyclingBasis: 'arrêté du 29 décembre 2016' };
    const effectUnder = createEffects(recycling, AS_OF, { earlier: new Set([OF_YEAR]) });
    for (const ej of [OF_YEAR, EARLIER]) {
      expect(effectUnder(rowOf({ ...RETRAIT, ej }))).toMatchObject({ aeConsumed: -40, earlierDecommitted: 0 });
    }
  });
});

it('the credits of the year end with the year, however late one looks', () => {
  const later = createEffects(CONVENTION, isoDate('2024-06-30'));
  expect(later(rowOf({ ae: 100, committed: '2023-12-31' })).aeConsumed).toBe(100);
  expect(later(rowOf({ ae: 100, committed: '2024-01-01' })).aeConsumed).toBe(0);
});
