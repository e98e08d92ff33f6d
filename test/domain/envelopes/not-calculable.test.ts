/** Figures that the ledger does not make: null, never 0,00; and a column taken away never gives another figure. */
import fc from 'fast-check';
import { Euros } from '../../../src/domain/money/euros';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { forecastOf } from '../../../src/domain/envelopes/forecast';
import type { Ledger, LedgerField, LedgerRow } from '../../../src/domain/envelopes/ledger';
import { createAssigner } from '../../../src/domain/envelopes/assignment';
import { missingColumnsOf } from '../../../src/domain/envelopes/missing-columns';
import { LedgerIndex } from '../../../src/domain/envelopes/ledger-index';
import { statusOf } from '../../../src/domain/envelopes/status';
import { conventionOf, ledgerOf, rowOf, type RowSpec } from './builders';
import { asOfOf, worlds } from './worlds';

const NATURES = ['AE', 'CP'] as const;

const CONVENTION = conventionOf([
  { code: 'A', ae: 1_000_00, cp: 1_000_00, lines: [['Études', 500_00]] },
  { code: 'B', ae: 2_000_00, cp: 2_000_00 },
]);
const SPECS: readonly RowSpec[] = [
  {
    axis2: 'A',
    poste: 'Études',
    ej: '1400000001',
    ae: 300_00,
    cp: 100_00,
    committed: '2023-02-01',
    paid: '2023-03-01',
  },
  { axis2: 'A', ej: '1400000001', cp: 50_00, service: '2023-03-01' },
];

function indexOf(rows: readonly LedgerRow[], without: readonly LedgerField[], convention = CONVENTION): LedgerIndex {
  return LedgerIndex.build(chargeLedger(ledgerOf(rows, without), convention, isoDate('2023-12-31')));
}

const ROWS = SPECS.map((spec, key) => rowOf(spec, key));
/** The rows as they are read without the column of the envelope. */
const UNNAMED = SPECS.map(({ axis2: _, ...spec }, key) => rowOf(spec, key));

/** « consumed reserved available of AE | the same of CP | outstanding | consumed AE and CP of the poste ». */
function shown(index: LedgerIndex): string {
  const euros = (amount: { readonly cents: number } | null): string =>
    String(amount === null ? null : amount.cents / 100);
  const of = (line: number | null, nature: 'AE' | 'CP') => index.figures({ envelope: 'A', line }, nature);
  const [ae, cp] = NATURES.map((nature) => {
    const { consumed, reserved, available } = of(null, nature);
    return [consumed, reserved, available].map(euros).join(' ');
  });
  const poste = NATURES.map((nature) => euros(of(0, nature).consumed)).join(' ');
  return [ae, cp, euros(index.outstanding('A')), poste].join(' | ');
}

const paid = (...days: readonly (string | null)[]): readonly LedgerRow[] =>
  days.map((day, key) => rowOf({ ...SPECS[0], ae: 100_00, cp: 50_00, paid: day }, key));

test.each`
  days                             | expected            | why
  ${['avril 2023', 'T2 2023']}     | ${'null null null'} | ${'no date can be read'}
  ${['avril 2023', '#REF!', null]} | ${'null null null'} | ${'the same, with a payment to come'}
  ${['avril 2023', '2023-05-12']}  | ${'50 50 900'}      | ${'one can: the other payment is not counted as paid, and DON-01'}
  ${[null, null]}                  | ${'0 100 900'}      | ${'nothing is paid yet'}
`('CP dated $days: $expected ($why)', ({ days, expected }) => {
  expect(shown(indexOf(paid(...(days as readonly string[])), [])).split(' | ')[1]).toBe(expected);
});

test.each`
  ledger                     | rows       | without                 | expected
  ${'every column'}          | ${ROWS}    | ${[]}                   | ${'300 0 700 | 100 50 850 | 200 | 300 100'}
  ${'no row'}                | ${[]}      | ${[]}                   | ${'0 0 1000 | 0 0 1000 | 0 | 0 0'}
  ${'no AE'}                 | ${ROWS}    | ${['ae']}               | ${'null null null | 100 50 850 | null | null 100'}
  ${'no CP'}                 | ${ROWS}    | ${['cp']}               | ${'300 0 700 | null null null | null | 300 null'}
  ${'no date of payment'}    | ${ROWS}    | ${['paymentDate']}      | ${'300 0 700 | null null null | null | 300 null'}
  ${'no EJ'}                 | ${ROWS}    | ${['ejNumber']}         | ${'300 0 700 | 100 50 850 | null | 300 100'}
  ${'no poste'}              | ${ROWS}    | ${['budgetLine']}       | ${'300 0 700 | 100 50 850 | 200 | null null'}
  ${'no envelope'}           | ${UNNAMED} | ${['ministerialAxis2']} | ${'null null null | null null null | null | null null'}
  ${'no envelope, no row'}   | ${[]}      | ${['ministerialAxis2']} | ${'null null null | null null null | null | null null'}
  ${'inferred envelope'}     | ${ROWS}    | ${['ministerialAxis2']} | ${'300 0 700 | 100 50 850 | 200 | 300 100'}
  ${'no date of commitment'} | ${ROWS}    | ${['commitmentDate']}   | ${'300 0 700 | 100 50 850 | 200 | 300 100'}
`('$ledger: $expected', ({ rows, without, expected }: Record<string, unknown>) => {
  expect(shown(indexOf(rows as readonly LedgerRow[], without as readonly LedgerField[]))).toBe(expected);
});

test('the allocation comes from the convention, and the whole convention is no better known than its envelopes', () => {
  const whole = indexOf(UNNAMED, ['ministerialAxis2']).figures({ envelope: '*', line: null }, 'AE');
  expect([whole.allocated?.cents, whole.consumed, whole.rate, whole.missing]).toEqual([
    3_000_00,
    null,
    null,
    'ministerialAxis2',
  ]);
});

test('one envelope that takes every row needs no column of envelope', () => {
  const only = conventionOf([{ code: 'A', ae: 1_000_00, cp: 1_000_00, lines: [['Études', 500_00]] }]);
  expect(shown(indexOf(UNNAMED, ['ministerialAxis2'], only))).toBe('300 0 700 | 100 50 850 | 200 | 300 100');
});

/** Two tables: one under the headings of row 100, the other under those of row 200. */
describe('one table without its dates, beside another that has them', () => {
  const fields = ledgerOf([]).fields;
  const undated = new Set([...fields].filter((field) => field !== 'paymentDate'));
  const at = (key: number, spec: RowSpec): LedgerRow => rowOf({ axis2: 'A', ...spec }, key);
  const missing = (rows: readonly LedgerRow[], headings: Ledger['headings']): readonly (string | null)[] => {
    const { AE, CP } = missingColumnsOf({ ...ledgerOf(rows), headings }, CONVENTION, createAssigner(CONVENTION));
    return [AE, CP];
  };
  const PAYS = { cp: 50_00, service: '2023-03-01' };
  const COMMITS = { ae: 50_00 };

  test.each<[string, LedgerRow, readonly (string | null)[]]>([
    ['it pays', at(150, PAYS), [null, 'paymentDate']],
    ['its last row pays', at(199, PAYS), [null, 'paymentDate']],
    ['only the other pays', at(250, PAYS), [null, null]],
    ['its payment is cancelled', at(150, { ...PAYS, status: 'cancelled' }), [null, null]],
    ['its payment is of nothing', at(150, { cp: 0 }), [null, null]],
    ['its payment cannot be read', at(150, { cp: 'cent' }), [null, null]],
    ['a row above it pays', at(50, PAYS), [null, null]],
    ['it commits', at(150, COMMITS), ['commitmentDate', null]],
    ['only the other commits', at(250, COMMITS), [null, null]],
  ])('%s', (_, row, expected) => {
    const tables = [
      { row: 100, fields: undated, datesLeft: { commitmentDate: ['Date 2'] } },
      { row: 200, fields },
    ];
    expect(missing([row], tables as unknown as Ledger['headings'])).toEqual(expected);
  });

  test('one row that pays is enough, among rows that do not', () => {
    const rows = [at(150, COMMITS), at(160, PAYS), at(170, { cp: 0 })];
    const tables = [
      { row: 100, fields: undated },
      { row: 200, fields },
    ];
    expect(missing(rows, tables as unknown as Ledger['headings'])).toEqual([null, 'paymentDate']);
  });

  test('the last table of the ledger has every row below it', () => {
    const tables = [
      { row: 100, fields },
      { row: 200, fields: undated },
    ];
    expect(missing([at(5_000, PAYS)], tables as unknown as Ledger['headings'])).toEqual([null, 'paymentDate']);
  });
});

test('payments on the listed EJ have no poste: without the EJ, the CP of a poste are not known', () => {
  const index = indexOf(ROWS, ['ejNumber'], {
    ...CONVENTION,
    rap: [{ ej: '1400000001', amount: CONVENTION.envelopes[0]!.openingRap }],
  });
  expect(index.rapPaid('A')).toBeNull();
  expect(index.figures({ envelope: 'A', line: 0 }, 'CP').missing).toBe('ejNumber');
});

test.each<[string, string | null]>([
  ['2022-10-15', 'ae'],
  ['2023-02-01', null],
])('an EJ of %s, without AE: the CP of a poste lack %s, since it may be one of the RAP', (committed, lacking) => {
  const paid = rowOf({ axis2: 'A', poste: 'Poste', ej: '1400000009', committed, cp: 5_00, paid: '2023-03-01' }, 0);
  const envelopes = CONVENTION.envelopes.map((one) => ({ ...one, openingRap: Euros.fromCents<'CP'>(100_00) }));
  const index = indexOf([paid], ['ae'], { ...CONVENTION, envelopes });
  expect(index.figures({ envelope: 'A', line: 0 }, 'CP').missing).toBe(lacking);
  expect(index.rapPaid('A') === null).toBe(lacking !== null);
});

test.each<[string, readonly RowSpec[], string | null]>([
  ['nothing is known of the CP', SPECS, null],
  ['the AE are exceeded, whatever the CP', [{ axis2: 'A', ae: 1_000_01, committed: '2023-02-01' }], 'suspended'],
])('the state of an envelope without CP: %s', (_, specs, expected) => {
  const index = indexOf(
    specs.map((spec, key) => rowOf(spec, key)),
    ['cp'],
  );
  expect(statusOf(CONVENTION.envelopes[0]!, CONVENTION, index)).toBe(expected);
});

test('the state of an envelope is not known when no row is counted', () => {
  const state = (specs: readonly RowSpec[]) =>
    statusOf(
      CONVENTION.envelopes[0]!,
      CONVENTION,
      indexOf(
        specs.map((spec, key) => rowOf(spec, key)),
        [],
      ),
    );
  expect([state([]), state([{ axis2: 'nobody', ae: 1_00 }]), state(SPECS)]).toEqual([null, null, 'open']);
});

test('there is no forecast of a nature that is not calculable', () => {
  const forecast = forecastOf(chargeLedger(ledgerOf(ROWS, ['cp']), CONVENTION, isoDate('2023-12-31')));
  expect(['A', '*'].map((code) => [forecast.get(code)?.AE?.landing.cents, forecast.get(code)?.CP])).toEqual([
    [300_00, null],
    [300_00, null],
  ]);
});

/** A row as it is read in a ledger without a column. */
const WITHOUT: ReadonlyMap<LedgerField, (row: LedgerRow) => LedgerRow> = new Map([
  ['ae', (row) => ({ ...row, ae: { kind: 'absent' } })],
  ['cp', (row) => ({ ...row, cp: { kind: 'absent' } })],
  ['paymentDate', (row) => ({ ...row, paymentDate: { kind: 'absent' } })],
  ['budgetLine', (row) => ({ ...row, budgetLine: '' })],
  ['ministerialAxis2', (row) => ({ ...row, imputation: { ...row.imputation, ministerialAxis2: { kind: 'absent' } } })],
]);

function everyFigure(index: LedgerIndex, { envelopes }: Convention): readonly (readonly [string, string])[] {
  const codes = ['*', ...envelopes.map(({ code }) => code)];
  const keys = [
    ...codes.map((envelope) => ({ envelope, line: null })),
    ...envelopes.flatMap(({ code, lines }) => lines.map(({ index: line }) => ({ envelope: code, line }))),
  ];
  const figures = keys.flatMap((key) =>
    NATURES.map((nature) => {
      const { missing, ...amounts } = index.figures(key, nature);
      return [`${key.envelope} ${key.line} ${nature}`, missing === null ? JSON.stringify(amounts) : 'null'] as const;
    }),
  );
  const others = codes.flatMap((code) => [
    [`${code} outstanding`, JSON.stringify(index.outstanding(code))] as const,
    [`${code} paid on the RAP`, JSON.stringify(index.rapPaid(code))] as const,
  ]);
  return [...figures, ...others];
}

test('law: without a column, each figure is the same or not calculable', () => {
  fc.assert(
    fc.property(worlds(25), fc.constantFrom(...WITHOUT.keys()), ({ world, convention, rows }, field) => {
      const cut = WITHOUT.get(field);
      if (!cut) throw new Error(field);
      const build = (of: readonly LedgerRow[], without: readonly LedgerField[]) =>
        LedgerIndex.build(chargeLedger(ledgerOf(of, without), convention, asOfOf(world)));
      // A row whose amount was unreadable is counted once the column is gone: unchecked rows are another rule.
      const whole = build(rows, []);
      const readable = rows.filter(({ key }) => !whole.unchecked.some(({ row }) => row === key));
      const full = new Map(everyFigure(build(readable, []), convention));
      for (const [name, figure] of everyFigure(build(readable.map(cut), [field]), convention))
        expect([name, figure === 'null' ? full.get(name) : figure]).toEqual([name, full.get(name)]);
    }),
    { numRuns: 300 },
  );
});
