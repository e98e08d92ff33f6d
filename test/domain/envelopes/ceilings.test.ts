/** Ceilings at a date, over movements of every kind: two envelopes of 1 000 € AE each under a convention of 2 000 €. */
import fc from 'fast-check';
import { addDays, isoDate } from '../../../src/domain/calendar/civil-date';
import { allocatedCents, effectiveFrom, naturesOf } from '../../../src/domain/envelopes/ceilings';
import type { Convention, Movement, MovementType } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { conventionOf, movementOf } from './builders';

const YEAR_END = '2023-12-31';

function withMovements(movements: readonly Movement[]): Convention {
  return conventionOf(
    [
      { code: 'PDE', label: 'Place des entreprises', ae: 1000_00, cp: 1000_00 },
      { code: 'SF', ae: 1000_00, cp: 1000_00 },
    ],
    { movements, ceilings: { AE: { amount: Euros.fromCents(2000_00), mode: 'blocking' }, CP: null } },
  );
}

/** AE of PDE, SF and the whole convention at a date, in euros. */
function allocated(movements: readonly Movement[], asOf = YEAR_END): readonly number[] {
  const convention = withMovements(movements);
  return ['PDE', 'SF', '*'].map((envelope) => allocatedCents(convention, envelope, 'AE', isoDate(asOf)) / 100);
}

describe('one movement of 300 € on 1 June 2023, seen at the end of the year', () => {
  it.each`
    type             | from     | to       | pde     | sf      | whole
    ${'amendment'}   | ${null}  | ${'PDE'} | ${1300} | ${1000} | ${2300}
    ${'amendment'}   | ${'PDE'} | ${null}  | ${700}  | ${1000} | ${1700}
    ${'transfer'}    | ${'PDE'} | ${'SF'}  | ${700}  | ${1300} | ${2000}
    ${'transfer'}    | ${'SF'}  | ${'pde'} | ${1300} | ${700}  | ${2000}
    ${'carryOver'}   | ${null}  | ${'SF'}  | ${1000} | ${1300} | ${2300}
    ${'restoration'} | ${null}  | ${'PDE'} | ${1300} | ${1000} | ${2300}
    ${'freeze'}      | ${'PDE'} | ${null}  | ${700}  | ${1000} | ${1700}
    ${'freeze'}      | ${null}  | ${'PDE'} | ${700}  | ${1000} | ${1700}
    ${'amendment'}   | ${null}  | ${'XYZ'} | ${1000} | ${1000} | ${2000}
    ${'amendment'}   | ${null}  | ${null}  | ${1000} | ${1000} | ${2000}
  `('$type from $from to $to', ({ type, from, to, pde, sf, whole }) => {
    expect(
      allocated([
        movementOf({ type: type as MovementType, from, to, cents: 300_00 } as Parameters<typeof movementOf>[0]),
      ]),
    ).toEqual([pde, sf, whole]);
  });
});

describe('a movement counts from its own day', () => {
  it.each`
    asOf            | pde
    ${'2023-05-31'} | ${1000}
    ${'2023-06-01'} | ${1300}
    ${'2024-06-01'} | ${1300}
  `('on $asOf PDE has $pde €', ({ asOf, pde }: { asOf: string; pde: number }) => {
    expect(allocated([movementOf({ type: 'amendment', to: 'PDE', cents: 300_00 })], asOf)[0]).toBe(pde);
  });

  it.each`
    type             | from     | to       | before  | after
    ${'carryOver'}   | ${null}  | ${'PDE'} | ${1000} | ${1300}
    ${'freeze'}      | ${'PDE'} | ${null}  | ${1000} | ${700}
    ${'restoration'} | ${null}  | ${'PDE'} | ${1000} | ${1300}
    ${'amendment'}   | ${'PDE'} | ${null}  | ${1000} | ${700}
    ${'transfer'}    | ${'SF'}  | ${'PDE'} | ${1000} | ${1300}
  `('$type: nothing on 31 May, all of it on 1 June', ({ type, from, to, before, after }) => {
    const movement = movementOf({ type: type as MovementType, from, to, cents: 300_00 } as Parameters<
      typeof movementOf
    >[0]);
    expect([allocated([movement], '2023-05-31')[0], allocated([movement], '2023-06-01')[0]]).toEqual([before, after]);
  });

  it('a report, an avenant, a gel and a partial dégel follow each other', () => {
    const movements = [
      movementOf({ type: 'carryOver', to: 'PDE', cents: 50_00, date: '2023-03-15' }),
      movementOf({ type: 'amendment', to: 'PDE', cents: 300_00, date: '2023-05-01' }),
      movementOf({ type: 'freeze', from: 'PDE', cents: 200_00, date: '2023-06-01' }),
      movementOf({ type: 'restoration', to: 'PDE', cents: 120_00, date: '2023-10-01' }),
    ];
    const days = ['2023-03-14', '2023-03-15', '2023-05-01', '2023-06-01', '2023-09-30', '2023-10-01'];
    expect(days.map((day) => allocated(movements, day)[0])).toEqual([1000, 1050, 1350, 1150, 1150, 1270]);
  });

  it('undated, it never counts', () => {
    expect(allocated([movementOf({ type: 'amendment', to: 'PDE', cents: 300_00, date: null })])).toEqual([
      1000, 1000, 2000,
    ]);
  });

  it('on its own nature: CP is not AE', () => {
    expect(allocated([movementOf({ type: 'amendment', to: 'PDE', nature: 'CP', cents: 300_00 })])).toEqual([
      1000, 1000, 2000,
    ]);
  });
});

describe('a transfer of 300 € from PDE to SF without complete authorisation does not count', () => {
  it.each`
    why                     | change
    ${'nobody authorised'}  | ${{ authorisedBy: ' ' }}
    ${'no day of it'}       | ${{ authorisedOn: null }}
    ${'no reference'}       | ${{ reference: '' }}
    ${'no day of transfer'} | ${{ date: null }}
    ${'no giver'}           | ${{ from: null }}
    ${'unknown receiver'}   | ${{ to: 'XYZ' }}
    ${'to itself'}          | ${{ to: 'PDE' }}
    ${'nothing moved'}      | ${{ cents: 0 }}
    ${'less than nothing'}  | ${{ cents: -300_00 }}
  `('$why', ({ change }: { change: object }) => {
    const movement = movementOf({ from: 'PDE', to: 'SF', cents: 300_00, ...change });
    expect(effectiveFrom(withMovements([movement]), movement)).toBeNull();
    expect(allocated([movement])).toEqual([1000, 1000, 2000]);
  });

  it('authorised later, it counts from the authorisation', () => {
    const late = movementOf({ from: 'PDE', to: 'SF', cents: 300_00, date: '2023-06-01', authorisedOn: '2023-06-20' });
    expect(allocated([late], '2023-06-19')).toEqual([1000, 1000, 2000]);
    expect(allocated([late], '2023-06-20')).toEqual([700, 1300, 2000]);
  });
});

test('a transfer that the convention leaves free counts from its own day, without any authorisation', () => {
  const free = movementOf({ from: 'PDE', to: 'SF', cents: 300_00, date: '2023-06-01', authorisedOn: null });
  const rule = { from: null, to: null, nature: null, share: null, amount: Euros.fromCents(300_00), article: 'art. 3' };
  const convention = { ...withMovements([free]), fungibility: [rule] };
  const cents = (day: string) =>
    ['PDE', 'SF', '*'].map((envelope) => allocatedCents(convention, envelope, 'AE', isoDate(day)) / 100);
  expect([cents('2023-05-31'), cents('2023-06-01')]).toEqual([
    [1000, 1000, 2000],
    [700, 1300, 2000],
  ]);
});

describe('the whole convention', () => {
  it('is its printed ceiling, or the sum of its envelopes when it prints none', () => {
    const convention = withMovements([movementOf({ type: 'amendment', to: 'PDE', nature: 'CP', cents: 50_00 })]);
    expect(allocatedCents(convention, '*', 'AE', isoDate(YEAR_END))).toBe(2000_00);
    expect(allocatedCents(convention, '*', 'CP', isoDate(YEAR_END))).toBe(2050_00);
  });

  it('an envelope without ceiling starts from nothing', () => {
    const open = conventionOf([{ code: 'A', ae: null, cp: null }]);
    expect(allocatedCents(open, 'A', 'AE', isoDate(YEAR_END))).toBe(0);
    expect(allocatedCents(open, '*', 'CP', isoDate(YEAR_END))).toBe(0);
  });
});

it.each`
  whole   | envelopes                                           | natures         | why
  ${null} | ${[{ ae: 1, cp: 1 }, { ae: 1, cp: 1 }]}             | ${['AE', 'CP']} | ${'both'}
  ${null} | ${[{ ae: null, cp: 1 }, { ae: null, cp: 1 }]}       | ${['CP']}       | ${'CP alone'}
  ${null} | ${[{ ae: 1, cp: null }, { ae: null, cp: null }]}    | ${['AE']}       | ${'AE in one envelope is enough'}
  ${1}    | ${[{ ae: null, cp: null }, { ae: null, cp: null }]} | ${['AE']}       | ${'AE of the whole alone'}
  ${null} | ${[{ ae: null, cp: null }, { ae: null, cp: null }]} | ${['AE', 'CP']} | ${'no ceiling: both are followed'}
`('natures of a convention: $natures ($why)', ({ whole, envelopes, natures }) => {
  const specs = (envelopes as object[]).map((spec, index) => ({ code: `E${index}`, ...spec }));
  const AE = whole === null ? null : { amount: Euros.fromCents<'AE'>(100), mode: 'blocking' as const };
  expect(naturesOf(conventionOf(specs, { ceilings: { AE, CP: null } }))).toEqual(natures);
});

it('transfers, authorised or not, conserve the sum of the envelopes on every day', () => {
  const day = fc.option(
    fc.nat(364).map((days) => addDays(isoDate('2023-01-01'), days)),
    { nil: null },
  );
  const transfer = fc.record({
    index: fc.nat(10),
    type: fc.constant('transfer' as const),
    date: day,
    from: fc.constantFrom('PDE', 'SF', 'Place des entreprises', 'XYZ', null),
    to: fc.constantFrom('PDE', 'SF', 'sf', 'XYZ', null),
    nature: fc.constantFrom('AE' as const, 'CP' as const),
    amount: fc.integer({ min: -1e9, max: 1e9 }).map((cents) => Euros.fromCents(cents)),
    reference: fc.constantFrom('', 'Courrier'),
    authorisedBy: fc.constantFrom('', 'DGEFP'),
    authorisedOn: day,
  });
  fc.assert(
    fc.property(
      fc.array(transfer, { maxLength: 12 }),
      fc.nat(400),
      fc.constantFrom('AE' as const, 'CP' as const),
      (movements, days, nature) => {
        const convention = withMovements(movements);
        const asOf = addDays(isoDate('2023-01-01'), days);
        const sum = allocatedCents(convention, 'PDE', nature, asOf) + allocatedCents(convention, 'SF', nature, asOf);
        expect(sum).toBe(2000_00);
        expect(allocatedCents(convention, '*', nature, asOf)).toBe(2000_00);
      },
    ),
  );
});
