/** Balances: one ledger by hand, then any ledger against the oracle, then in any order of its rows. */
import fc from 'fast-check';
import { loadConvention } from '../../../src/conventions';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import { LedgerIndex } from '../../../src/domain/envelopes/ledger-index';
import { Euros } from '../../../src/domain/money/euros';
import { conventionOf, ledgerOf, rowOf, type RowSpec } from './builders';
import { figuresByOracle, outstandingByOracle, rapPaidByOracle, uncheckedByOracle } from './oracle';
import { asOfOf, worlds } from './worlds';
import { calculated, known } from '../../support/known';

const NATURES = ['AE', 'CP'] as const;

/** Every figure of an index as plain data, to compare two of them. */
function everything(index: LedgerIndex, convention: Convention): unknown {
  const keys = [
    { envelope: '*', line: null },
    ...convention.envelopes.flatMap(({ code, lines }) => [
      { envelope: code, line: null },
      ...lines.map((line) => ({ envelope: code, line: line.index })),
    ]),
  ];
  return {
    figures: keys.map((key) => NATURES.map((nature) => index.figures(key, nature))),
    outstanding: ['*', ...convention.envelopes.map(({ code }) => code)].map((code) => [
      index.outstanding(code)?.cents,
      index.rapPaid(code)?.cents,
    ]),
    unchecked: index.unchecked,
  };
}

describe('a short ledger of the 2023 convention, seen on 30 June', () => {
  const loaded = loadConvention('dgefp-dge-2023');
  if (!loaded.ok) throw new Error('the 2023 convention is missing');
  const convention: Convention = { ...loaded.value, rap: [{ ej: '2101000001', amount: Euros.fromCents(73_032_00) }] };
  const specs: readonly RowSpec[] = [
    { axis2: 'PDE', poste: 'Prestations', ej: '2203000001', ae: 200_000_00, committed: '2023-01-16' },
    { axis2: 'PDE', poste: 'Prestations', ej: '2203000001', cp: 50_000_00, service: '2023-03-31', paid: '2023-04-20' },
    { axis2: 'PDE', poste: 'Prestations', ej: '2203000001', cp: 50_000_00, service: '2023-06-29' },
    {
      axis2: 'PDE',
      poste: 'Outils',
      ej: '2203000002',
      ae: 10_000_00,
      cp: 10_000_00,
      committed: '2023-02-01',
      paid: '2023-03-01',
    },
    { axis2: 'PDE', poste: 'Outils', ej: '2203000002', ae: -1_500_00, committed: '2023-05-02' },
    { axis2: 'PDE', ej: '2101000001', cp: 30_000_00, paid: '2023-02-15' },
    { axis2: 'PDE', poste: 'Prestations', ej: '2101000001', ae: -3_032_00, committed: '2023-05-02' },
    { axis2: 'PDE', poste: 'Frais annexes', status: 'project', ae: 500_00 },
    { axis2: 'Signaux Faibles', poste: 'Prestations', ej: '2203000003', ae: 90_000_00, committed: '2023-07-01' },
    { axis2: 'Signaux Faibles', poste: 'Audit de sécurité', ej: '2203000004', ae: 10_000_00, committed: '2023-06-30' },
    { axis2: 'PDX', ae: 1_000_00 },
    { axis2: 'PDE', ae: '1,234' },
    { axis2: '', cp: 12_00 },
    { axis2: '', cp: 12_00, status: 'cancelled' },
  ];
  const ledger = ledgerOf(specs.map((spec, key) => rowOf(spec, key)));
  const index = LedgerIndex.build(chargeLedger(ledger, convention, isoDate('2023-06-30')));

  const [PDE, SF] = ['PDE', 'SF'];
  const [AE, CP] = NATURES;
  it.each`
    code   | line    | nature | allocated      | consumed       | reserved      | remaining      | available      | rate
    ${PDE} | ${null} | ${AE}  | ${'500000.00'} | ${'208500.00'} | ${'500.00'}   | ${'291500.00'} | ${'291000.00'} | ${'0.417'}
    ${PDE} | ${null} | ${CP}  | ${'573032.00'} | ${'90000.00'}  | ${'50000.00'} | ${'483032.00'} | ${'433032.00'} | ${'0.157059291627'}
    ${PDE} | ${0}    | ${AE}  | ${'424435.00'} | ${'200000.00'} | ${'0.00'}     | ${'224435.00'} | ${'224435.00'} | ${'0.471214673624'}
    ${PDE} | ${0}    | ${CP}  | ${'424435.00'} | ${'50000.00'}  | ${'50000.00'} | ${'374435.00'} | ${'324435.00'} | ${'0.117803668406'}
    ${PDE} | ${1}    | ${AE}  | ${'23500.00'}  | ${'8500.00'}   | ${'0.00'}     | ${'15000.00'}  | ${'15000.00'}  | ${'0.361702127659'}
    ${PDE} | ${1}    | ${CP}  | ${'23500.00'}  | ${'10000.00'}  | ${'0.00'}     | ${'13500.00'}  | ${'13500.00'}  | ${'0.425531914893'}
    ${PDE} | ${3}    | ${AE}  | ${'2065.00'}   | ${'0.00'}      | ${'500.00'}   | ${'2065.00'}   | ${'1565.00'}   | ${'0'}
    ${SF}  | ${null} | ${AE}  | ${'100000.00'} | ${'10000.00'}  | ${'0.00'}     | ${'90000.00'}  | ${'90000.00'}  | ${'0.1'}
    ${SF}  | ${5}    | ${AE}  | ${'10000.00'}  | ${'10000.00'}  | ${'0.00'}     | ${'0.00'}      | ${'0.00'}      | ${'1'}
    ${SF}  | ${null} | ${CP}  | ${'100000.00'} | ${'0.00'}      | ${'0.00'}     | ${'100000.00'} | ${'100000.00'} | ${'0'}
    ${'*'} | ${null} | ${AE}  | ${'600000.00'} | ${'218500.00'} | ${'500.00'}   | ${'381500.00'} | ${'381000.00'} | ${'0.364166666666'}
    ${'*'} | ${null} | ${CP}  | ${'673032.00'} | ${'90000.00'}  | ${'50000.00'} | ${'583032.00'} | ${'533032.00'} | ${'0.133723210783'}
    ${'*'} | ${5}    | ${AE}  | ${'10000.00'}  | ${'10000.00'}  | ${'0.00'}     | ${'0.00'}      | ${'0.00'}      | ${'1'}
  `('$code line $line $nature', ({ code: envelope, line, nature, rate, ...amounts }) => {
    const key = { envelope, line } as { envelope: string; line: number | null };
    const figures = calculated(index.figures(key, nature as 'AE' | 'CP'));
    expect(figures.rate).toBe(rate);
    for (const [name, amount] of Object.entries(amounts))
      expect([name, figures[name as 'remaining'].toDecimalString()]).toEqual([name, amount]);
  });

  it('restes à payer: opening + committed − earlier retrait − paid', () => {
    expect(index.outstanding('PDE')?.toDecimalString()).toBe('188500.00'); // 73 032 + 208 500 − 3 032 − 90 000
    expect(index.rapPaid('PDE')?.toDecimalString()).toBe('30000.00');
    expect(index.outstanding('SF')?.toDecimalString()).toBe('10000.00');
    expect(index.outstanding('*')?.toDecimalString()).toBe('198500.00');
  });

  it('rows that could not be counted are named', () => {
    expect(index.unchecked).toEqual([
      { row: 10, reason: 'envelopeUnknown' },
      { row: 11, reason: 'amountUnreadable' },
      { row: 12, reason: 'envelopeAbsent' },
    ]);
    expect(index.counted).toBe(10); // of thirteen; the cancelled one is in neither
  });

  it.each([
    ['XYZ', null],
    ['pde', null],
    ['PDE', 4],
    ['PDE', 99],
    ['__proto__', null],
  ])('%s line %p is a bug of the caller', (envelope, line) => {
    expect(() => index.figures({ envelope, line }, 'AE')).toThrow('Broken assumption');
  });
});

describe('any ledger', () => {
  it('has the figures of the oracle', () => {
    fc.assert(
      fc.property(worlds(40), ({ world, convention, rows }) => {
        const index = LedgerIndex.build(chargeLedger(ledgerOf(rows), convention, asOfOf(world)));
        for (const { code, lines } of world.envelopes) {
          for (const line of [null, ...lines.map((known) => known.index)]) {
            for (const nature of NATURES) {
              const { allocated, consumed, reserved } = index.figures({ envelope: code, line }, nature);
              const expected = figuresByOracle(world, code, line, nature);
              expect([
                code,
                line,
                nature,
                allocated && BigInt(allocated.cents),
                BigInt(known(consumed).cents),
                BigInt(known(reserved).cents),
              ]).toEqual([code, line, nature, expected.allocated, expected.consumed, expected.reserved]);
            }
          }
          expect(BigInt(known(index.outstanding(code)).cents)).toBe(outstandingByOracle(world, code));
          expect(BigInt(known(index.rapPaid(code)).cents)).toBe(rapPaidByOracle(world, code));
        }
        expect(index.unchecked.map(({ row }) => row)).toEqual(uncheckedByOracle(world));
      }),
      { numRuns: 400 },
    );
  });

  it('available = allocated − consumed − reserved, and the whole is the sum of its envelopes', () => {
    fc.assert(
      fc.property(worlds(30), ({ world, convention, rows }) => {
        const index = LedgerIndex.build(chargeLedger(ledgerOf(rows), convention, asOfOf(world)));
        for (const nature of NATURES) {
          const [whole, ...parts] = ['*', ...convention.envelopes.map(({ code }) => code)].map((envelope) =>
            calculated(index.figures({ envelope, line: null }, nature)),
          );
          for (const part of [whole!, ...parts]) {
            expect(part.available.cents).toBe(part.allocated.cents - part.consumed.cents - part.reserved.cents);
            expect(part.remaining.minus(part.reserved).equals(part.available)).toBe(true);
          }
          for (const name of ['allocated', 'consumed', 'reserved'] as const) {
            expect(whole![name].cents).toBe(parts.reduce((sum, part) => sum + part[name].cents, 0));
          }
        }
      }),
    );
  });

  it('in any order of its rows, has the same balances', () => {
    fc.assert(
      fc.property(
        worlds(25).chain((typed) =>
          fc.tuple(fc.constant(typed), fc.shuffledSubarray([...typed.rows], { minLength: typed.rows.length })),
        ),
        ([{ world, convention, rows }, shuffled]) => {
          const [one, other] = [rows, shuffled].map((order) =>
            everything(LedgerIndex.build(chargeLedger(ledgerOf(order), convention, asOfOf(world))), convention),
          );
          expect(one).toEqual(other);
        },
      ),
    );
  });
});

describe('a column that holds no amounts', () => {
  it('shows figures at their bound instead of failing', () => {
    const convention = conventionOf([{ code: 'A', ae: 1e14, cp: 1e14, rap: 1e14 }]);
    const rows = Array.from({ length: 300 }, (_, key) =>
      rowOf({ ae: 1e14, cp: -1e14, paid: '2023-01-01', committed: '2023-01-01' }, key),
    );
    const index = LedgerIndex.build(chargeLedger(ledgerOf(rows), convention, isoDate('2023-12-31')));
    expect(calculated(index.figures({ envelope: 'A', line: null }, 'AE')).consumed.cents).toBe(1e15);
    expect(calculated(index.figures({ envelope: 'A', line: null }, 'CP')).consumed.cents).toBe(-1e15);
    expect(known(index.outstanding('A')).cents).toBe(1e15);
  });
});
