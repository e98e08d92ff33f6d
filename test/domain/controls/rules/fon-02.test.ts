/** FON-02: an authorisation that is not whole, or that came after the transfer. */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { AuthorisationPart, OutsidePeriod } from '../../../../src/domain/controls/findings/details/fon';
import type { FindingOf, Severity } from '../../../../src/domain/controls/findings/finding';
import { changeOf, effectiveFrom } from '../../../../src/domain/envelopes/ceilings';
import type { Movement } from '../../../../src/domain/envelopes/convention';
import { findingsIn } from '../../../support/controls';
import { movementOf } from '../../envelopes/builders';
import { foundInMovements, NO_LEDGER, onMovement, withMovements } from './movements';

const right = { from: 'PDE', to: 'SF', cents: 10_000_00, date: '2023-06-01' } as const;
const said = {
  from: 'PDE',
  to: 'SF',
  nature: 'AE',
  cents: 10_000_00,
  date: isoDate('2023-06-01'),
  authorisedOn: isoDate('2023-06-01'),
} as const;

test('right: authorised on the day of the transfer, or before', () => {
  expect(foundInMovements([movementOf(right), movementOf({ ...right, authorisedOn: '2023-05-02' })])).toEqual([]);
});

describe('wrong: something is missing, at the first cell to fill', () => {
  it.each`
    change                             | column                   | missing           | others
    ${{ authorisedBy: '' }}            | ${'Autorisé par'}        | ${'authorisedBy'} | ${{}}
    ${{ authorisedBy: ' ' }}           | ${'Autorisé par'}        | ${'authorisedBy'} | ${{}}
    ${{ reference: '' }}               | ${'Référence'}           | ${'reference'}    | ${{}}
    ${{ from: 'DOSSIER PAPIER' }}      | ${'De'}                  | ${'from'}         | ${{ from: 'DOSSIER PAPIER' }}
    ${{ to: null }}                    | ${'Vers'}                | ${'to'}           | ${{ to: null }}
    ${{ to: 'DOSSIER PAPIER' }}        | ${'Vers'}                | ${'to'}           | ${{ to: 'DOSSIER PAPIER' }}
    ${{ cents: -1 }}                   | ${'Montant'}             | ${'amount'}       | ${{ cents: -1 }}
    ${{ authorisedOn: null }}          | ${"Date d'autorisation"} | ${'authorisedOn'} | ${{ authorisedOn: null }}
    ${{ reference: ' ' }}              | ${'Référence'}           | ${'reference'}    | ${{}}
    ${{ from: null }}                  | ${'De'}                  | ${'from'}         | ${{ from: null }}
    ${{ to: 'Place des entreprises' }} | ${'Vers'}                | ${'to'}           | ${{ to: 'Place des entreprises' }}
    ${{ cents: 0 }}                    | ${'Montant'}             | ${'amount'}       | ${{ cents: 0 }}
  `(
    '$missing',
    ({
      change,
      column,
      missing,
      others,
    }: {
      change: object;
      column: string;
      missing: AuthorisationPart;
      others: object;
    }) => {
      const movement = movementOf({ ...right, authorisedOn: '2023-06-01', ...change });
      expect(effectiveFrom(withMovements([movement]), movement)).toBeNull();
      expect(foundInMovements([movement])).toEqual([
        onMovement('FON-02', 'error', 0, column, { ...said, ...others, missing: [missing] }),
      ]);
    },
  );

  it('the day of the transfer itself', () => {
    const movement = movementOf({ ...right, date: null, authorisedOn: '2023-06-01' });
    expect(foundInMovements([movement])).toEqual([
      onMovement('FON-02', 'error', 0, 'Date', { ...said, date: null, missing: ['date'] }),
    ]);
  });

  it('several at once, in one finding', () => {
    const found = foundInMovements([movementOf({ ...right, authorisedBy: '', reference: '' })]);
    expect(found).toEqual([
      onMovement('FON-02', 'error', 0, 'Autorisé par', { ...said, missing: ['authorisedBy', 'reference'] }),
    ]);
  });
});

test('wrong: authorised the day after the transfer', () => {
  expect(foundInMovements([movementOf({ ...right, authorisedOn: '2023-06-02' })])).toEqual([
    onMovement('FON-02', 'error', 0, "Date d'autorisation", {
      ...said,
      authorisedOn: isoDate('2023-06-02'),
      missing: [],
    }),
  ]);
});

test('edge: late and without a reference is one finding, on what is missing', () => {
  const found = foundInMovements([movementOf({ ...right, authorisedOn: '2023-07-01', reference: '' })]);
  expect(found.map(({ place }) => place)).toEqual([
    { kind: 'convention', table: 'ENV_Mouvements', row: 0, column: 'Référence' },
  ]);
});

interface Unmoving {
  readonly type: Movement['type'];
  readonly change: Partial<Movement>;
  readonly column: string;
  readonly missing: readonly AuthorisationPart[];
}

describe('a movement that needs no consent, and that nothing makes count', () => {
  const unsaid = { cents: 1_00, authorisedBy: '', authorisedOn: null, reference: '' } as const;
  it.each`
    type             | change                                          | column    | missing
    ${'amendment'}   | ${{ to: 'SF', date: null }}                     | ${'Date'} | ${['date']}
    ${'carryOver'}   | ${{ to: 'SF', date: null }}                     | ${'Date'} | ${['date']}
    ${'restoration'} | ${{ to: 'SF', date: null }}                     | ${'Date'} | ${['date']}
    ${'freeze'}      | ${{ from: 'SF', date: null }}                   | ${'Date'} | ${['date']}
    ${'amendment'}   | ${{}}                                           | ${'Vers'} | ${['to']}
    ${'amendment'}   | ${{ date: null }}                               | ${'Date'} | ${['date', 'to']}
    ${'carryOver'}   | ${{ from: 'PDE', to: 'Place des entreprises' }} | ${'Vers'} | ${['to']}
    ${'freeze'}      | ${{}}                                           | ${'De'}   | ${['from']}
  `('$type, $missing', ({ type, change, column, missing }: Unmoving) => {
    const movement = movementOf({ ...unsaid, type, ...change } as Parameters<typeof movementOf>[0]);
    const convention = withMovements([movement]);
    const counts =
      effectiveFrom(convention, movement) !== null &&
      convention.envelopes.some((envelope) => changeOf(convention, movement, envelope) !== 0);
    expect(counts).toBe(false);
    const { from, to, date, nature } = movement;
    const details = {
      from,
      to,
      nature,
      cents: 1_00,
      missing,
      date,
      authorisedOn: null,
      type,
    } as FindingOf<'FON-02'>['details'];
    expect(foundInMovements([movement])).toEqual([onMovement('FON-02', 'error', 0, column, details)]);
  });
});

test('not checkable: what is no transfer needs neither author nor reference', () => {
  expect(
    foundInMovements([movementOf({ type: 'amendment', to: 'SF', cents: 1_00, authorisedBy: '', reference: '' })]),
  ).toEqual([]);
  expect(
    foundInMovements([movementOf({ type: 'freeze', from: 'SF', cents: 1_00, authorisedOn: '2023-09-01' })]),
  ).toEqual([]);
});

test.each`
  change                       | missing               | why
  ${{}}                        | ${[]}                 | ${'a day and an amount are enough'}
  ${{ date: null }}            | ${['date']}           | ${'no day'}
  ${{ cents: 0 }}              | ${['amount']}         | ${'no amount'}
  ${{ date: null, cents: -1 }} | ${['date', 'amount']} | ${'neither'}
`('between two postes of one envelope: $why', ({ change, missing }: { change: object; missing: string[] }) => {
  const between = { from: 'PDE', to: 'PDE', fromLine: 'Frais annexes', toLine: 'Outils', cents: 1_00 };
  const movement = movementOf({ ...between, authorisedOn: null, authorisedBy: '', reference: '', ...change });
  const found = foundInMovements([movement]).map(({ details }) => 'missing' in details && details.missing);
  expect(found).toEqual(missing.length === 0 ? [] : [missing]);
});

test.each`
  change                                         | why
  ${{ cents: 1 }}                                | ${'a cent is an amount'}
  ${{ authorisedOn: '2023-05-31' }}              | ${'authorised the day before'}
  ${{ from: 'Place des entreprises', to: 'sf' }} | ${'its envelopes under other names'}
`('right: a complete transfer: $why', ({ change }: { change: object }) => {
  expect(foundInMovements([movementOf({ ...right, ...change })])).toEqual([]);
});

test('right: a restoration that comes after its date of authorisation, or before, needs no consent', () => {
  const given = { type: 'restoration', to: 'SF', cents: 1_00, date: '2023-06-01' } as const;
  for (const authorisedOn of ['2023-05-01', '2023-07-01'])
    expect(foundInMovements([movementOf({ ...given, authorisedOn })])).toEqual([]);
});

test('wrong: each movement is judged, at its own row', () => {
  const whole = movementOf(right);
  const found = foundInMovements([movementOf({ ...right, reference: '' }), whole, movementOf({ ...right, to: null })]);
  expect(found.map(({ place }) => place)).toEqual([
    { kind: 'convention', table: 'ENV_Mouvements', row: 0, column: 'Référence' },
    { kind: 'convention', table: 'ENV_Mouvements', row: 2, column: 'Vers' },
  ]);
});

interface Outside {
  readonly type: Movement['type'];
  readonly date: string;
  readonly severity: Severity;
  readonly outside: OutsidePeriod;
}

describe('a day that the convention does not cover: it counts, and is reported at its date', () => {
  /** Signed on 13 December 2022, ended on 31 December 2023. */
  const dayOf = isoDate;
  const given = { to: 'SF', cents: 1_00, authorisedOn: null, authorisedBy: '', reference: '' };
  it.each`
    type             | date            | severity     | outside
    ${'transfer'}    | ${'2022-12-12'} | ${'error'}   | ${{ bound: 'signature', day: dayOf('2022-12-13') }}
    ${'transfer'}    | ${'2024-01-01'} | ${'error'}   | ${{ bound: 'end', day: dayOf('2023-12-31') }}
    ${'amendment'}   | ${'2022-06-01'} | ${'error'}   | ${{ bound: 'signature', day: dayOf('2022-12-13') }}
    ${'carryOver'}   | ${'2022-06-01'} | ${'warning'} | ${{ bound: 'signature', day: dayOf('2022-12-13') }}
    ${'restoration'} | ${'2024-06-01'} | ${'warning'} | ${{ bound: 'end', day: dayOf('2023-12-31') }}
  `('$type on $date: $severity', ({ type, date, severity, outside }: Outside) => {
    const movement = type === 'transfer' ? movementOf({ ...right, date }) : movementOf({ ...given, type, date });
    expect(effectiveFrom(withMovements([movement]), movement)).toBe(isoDate(date));
    const { from, to, nature, authorisedOn } = movement;
    const cents = movement.amount.cents;
    const details = { from, to, nature, cents, missing: [], date: isoDate(date), authorisedOn, outside };
    expect(foundInMovements([movement])).toEqual([
      onMovement('FON-02', severity, 0, 'Date', { ...details, ...(type !== 'transfer' && { type }) }),
    ]);
  });

  it('after the credit year of a convention that goes on: a doubt', () => {
    const convention = {
      ...withMovements([movementOf({ ...right, date: '2024-01-01' })]),
      endsOn: isoDate('2024-06-30'),
    };
    const found = findingsIn(NO_LEDGER, { convention }).filter(({ rule }) => rule === 'FON-02');
    expect(found.map(({ severity, details }) => [severity, 'outside' in details && details.outside])).toEqual([
      ['warning', { bound: 'creditYear', year: 2023 }],
    ]);
  });

  it.each(['2022-12-13', '2022-12-31', '2023-01-01', '2023-12-31'])('right: %s', (date) => {
    expect(foundInMovements([movementOf({ ...right, date })])).toEqual([]);
  });

  it('what is missing comes first: it does not count', () => {
    const found = foundInMovements([movementOf({ ...right, date: '2022-06-01', reference: '' })]);
    expect(found.map(({ place }) => 'column' in place && place.column)).toEqual(['Référence']);
  });
});
