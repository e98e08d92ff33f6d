/** The figures of ledgers with retraits, by hand; amounts in cents, at the end of 2023 unless another day is given. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import { Decommitments } from '../../../src/domain/envelopes/decommitments';
import type { Ledger } from '../../../src/domain/envelopes/ledger';
import { LedgerIndex } from '../../../src/domain/envelopes/ledger-index';
import { Euros } from '../../../src/domain/money/euros';
import { axisRule, conventionOf, ledgerOf, rowOf, type RowSpec } from './builders';

const EARLIER = '2101000001';
const EJ = '2203000001';
const CONVENTION = conventionOf(
  [
    { code: 'PDE', ae: 1_000, cp: 1_000, rap: 300, lines: [['Outils', 600]] },
    { code: 'SF', ae: 500, cp: 500 },
  ],
  {
    imputation: [axisRule('PDE', 'PDE'), axisRule('SF', 'SF')],
    rap: [{ ej: EARLIER, amount: Euros.fromCents(300) }],
  },
);

interface Shown {
  readonly ae: number | undefined;
  readonly reserved: number | undefined;
  readonly outstanding: number | undefined;
}

function figuresOf(rows: readonly RowSpec[], envelope = 'PDE', asOf = '2023-12-31', convention = CONVENTION): Shown {
  const ledger = ledgerOf(rows.map((row, key) => rowOf({ axis2: 'PDE', ej: EJ, ...row }, key)));
  const index = LedgerIndex.build(chargeLedger(ledger, convention, isoDate(asOf)));
  const { consumed, reserved } = index.figures({ envelope, line: null }, 'AE');
  return { ae: consumed?.cents, reserved: reserved?.cents, outstanding: index.outstanding(envelope)?.cents };
}

const COMMITMENT: RowSpec = { ae: 100, committed: '2023-02-01' };
const retrait = (ae: number, committed: string | null, more: RowSpec = {}): RowSpec => ({ ae, committed, ...more });

test('several retraits of one EJ add up to the EJ, and no more', () => {
  expect(figuresOf([COMMITMENT, retrait(-30, '2023-03-01'), retrait(-50, '2023-04-01')])).toMatchObject({ ae: 20 });
  expect(figuresOf([COMMITMENT, retrait(-70, '2023-03-01'), retrait(-50, '2023-04-01')])).toEqual({
    ae: 0,
    reserved: 0,
    outstanding: 300,
  });
});

test('a cancelled retrait frees nothing, and takes nothing from the next one', () => {
  const cancelled = retrait(-70, '2023-03-01', { status: 'cancelled' });
  expect(figuresOf([COMMITMENT, cancelled])).toMatchObject({ ae: 100 });
  expect(figuresOf([COMMITMENT, cancelled, retrait(-50, '2023-04-01')])).toMatchObject({ ae: 50 });
  const project = retrait(-50, '2023-04-01', { status: 'project' });
  expect(figuresOf([COMMITMENT, cancelled, project])).toMatchObject({ ae: 100, reserved: 0 });
  expect([...new Decommitments(ledgerOf([rowOf({ ej: EJ, ...cancelled })]), new Map()).all()]).toEqual([]);
});

test('the retraits of an EJ count in order: signed by date, undated last, then the projects', () => {
  const specs = [
    retrait(-1, '2023-01-01', { status: 'project' }),
    retrait(-2, null),
    retrait(-3, '2023-03-01'),
    retrait(-4, '2023-02-01'),
    retrait(-5, '2022-12-01', { status: 'project' }),
  ];
  const rows = specs.map((spec, key) => rowOf({ ej: EJ, ...spec }, key));
  expect([...new Decommitments(ledgerOf(rows), new Map()).all()].map(({ cents }) => cents)).toEqual([4, 3, 2, 5, 1]);
});

test('a row of 0,00 commits nothing: its EJ stays unknown', () => {
  const isUnknown = (ae: number): boolean =>
    new Decommitments(
      ledgerOf(
        [COMMITMENT, retrait(-30, '2023-03-01')].map((spec, key) =>
          rowOf({ ej: EJ, ...spec, ...(key === 0 && { ae }) }, key),
        ),
      ),
      new Map(),
    ).isUnknown(EJ);
  expect([isUnknown(0), isUnknown(1)]).toEqual([true, false]);
});

test('an EJ that nothing commits frees nothing', () => {
  expect(figuresOf([COMMITMENT, retrait(-30, '2023-03-01', { ej: '2203000009' })])).toMatchObject({ ae: 100 });
});

test('retraits without EJ number withdraw no more than what is committed without number', () => {
  const unnamed = retrait(-30, '2023-03-01', { ej: '' });
  const commitment: RowSpec = { ...COMMITMENT, ej: '' };
  expect(figuresOf([COMMITMENT, unnamed])).toEqual({ ae: 100, reserved: 0, outstanding: 400 });
  expect(figuresOf([{ ...commitment, ae: 50 }, unnamed])).toMatchObject({ ae: 20 });
  expect(figuresOf([{ ...commitment, ae: 50 }, unnamed, unnamed])).toMatchObject({ ae: 0 });
  expect(figuresOf([{ ...commitment, ae: 'douze' }, unnamed])).toMatchObject({ ae: 0 });
});

test('where the ledger has no column for the number, they are as typed', () => {
  const rows = [rowOf({ axis2: 'PDE', ...retrait(-30, '2023-03-01') })];
  const cutIn = (ledger: Ledger): number => new Decommitments(ledger, new Map()).uncountedAt(null).size;
  expect([cutIn(ledgerOf(rows, ['ejNumber'])), cutIn(ledgerOf(rows))]).toEqual([0, 1]);
});

test('a retrait on a number of the team frees what has the same number, and nothing on another', () => {
  const own = { ...COMMITMENT, ej: 'BC 12' };
  expect(figuresOf([own, retrait(-30, '2023-03-01', { ej: 'BC 12' })])).toMatchObject({ ae: 70 });
  expect(figuresOf([own, retrait(-30, '2023-03-01', { ej: 'BC 13' })])).toMatchObject({ ae: 100 });
});

test('the retrait that is cut is the last by date, wherever it is; an undated one comes after', () => {
  const sf = (ae: number, day: string | null): RowSpec => retrait(ae, day, { axis2: 'SF' });
  const rows = [sf(-80, '2023-05-01'), COMMITMENT, retrait(-60, '2023-03-01')];
  expect([figuresOf(rows).ae, figuresOf(rows, 'SF').ae]).toEqual([40, -40]);
  const undated = [sf(-80, null), COMMITMENT, retrait(-60, '2023-03-01')];
  expect([figuresOf(undated).ae, figuresOf(undated, 'SF').ae]).toEqual([40, -40]);
});

test('what is freed goes to the envelope of the retrait, of an EJ split over two', () => {
  const rows: RowSpec[] = [
    { ...COMMITMENT, ae: 60 },
    { ...COMMITMENT, ae: 40, axis2: 'SF' },
    retrait(-25, '2023-03-01', { axis2: 'SF' }),
  ];
  expect([figuresOf(rows).ae, figuresOf(rows, 'SF').ae]).toEqual([60, 15]);
});

test('a retrait counts from its day, and no sooner than the commitment that it withdraws', () => {
  const rows = [retrait(-100, '2023-03-01'), { ...COMMITMENT, committed: '2023-06-01' }];
  expect(['2023-02-28', '2023-03-31', '2023-06-01'].map((day) => figuresOf(rows, 'PDE', day).ae)).toEqual([0, 0, 0]);
  const excessive = [COMMITMENT, retrait(-130, '2023-06-01')];
  expect(['2023-05-31', '2023-06-01'].map((day) => figuresOf(excessive, 'PDE', day).ae)).toEqual([100, 0]);
  const late = [COMMITMENT, retrait(-40, '2023-06-01')];
  expect(['2023-05-31', '2023-06-01'].map((day) => figuresOf(late, 'PDE', day).ae)).toEqual([100, 60]);
});

test('of an EJ committed in 2022: restes à payer are lowered by no more than the EJ, and no AE is freed', () => {
  const rows = [
    { ...COMMITMENT, committed: '2022-03-01' },
    retrait(-130, '2023-03-01'),
    { ae: 500, ej: '2203000002', committed: '2023-01-10' },
  ];
  expect(figuresOf(rows)).toEqual({ ae: 500, reserved: 0, outstanding: 300 + 500 + 100 - 100 });
});

test('of a listed EJ: no more than its restes à payer', () => {
  expect(figuresOf([retrait(-120, '2023-03-01', { ej: EARLIER })]).outstanding).toBe(180);
  expect(figuresOf([retrait(-400, '2023-03-01', { ej: EARLIER })])).toEqual({ ae: 0, reserved: 0, outstanding: 0 });
});

test('where the convention recycles AE, the cut is the same', () => {
  const recycling = { ...CONVENTION, recyclingBasis: 'arrêté' };
  const rows = [retrait(-400, '2023-03-01', { ej: EARLIER }), { ...COMMITMENT, ae: 500 }];
  expect(figuresOf(rows, 'PDE', '2023-12-31', recycling)).toMatchObject({ ae: 200 });
});

test('a retrait in project gives nothing back, of what is signed nor of a project', () => {
  const project: RowSpec = { ae: 100, status: 'project' };
  const planned = (ae: number): RowSpec => ({ ae, status: 'project' });
  expect(figuresOf([project, planned(-30)])).toMatchObject({ ae: 0, reserved: 100 });
  expect(figuresOf([COMMITMENT, planned(-40)])).toMatchObject({ ae: 100, reserved: 0 });
  expect(figuresOf([project, retrait(-30, '2023-03-01')])).toMatchObject({ ae: 0, reserved: 100 });
});

test('a commitment that cannot be read leaves its retraits as they are', () => {
  expect(figuresOf([{ ...COMMITMENT, ae: 'douze' }, retrait(-30, '2023-03-01')])).toMatchObject({ ae: -30 });
});

test.each<[string, readonly RowSpec[], boolean, number, number]>([
  ['a signed commitment', [COMMITMENT], false, 100, 100],
  ['a project', [{ ae: 100, status: 'project' }], false, 0, 100],
  ['an amount that cannot be read', [{ ae: 'douze' }], false, 0, 0],
  ['a cancelled commitment', [{ ...COMMITMENT, status: 'cancelled' }], true, 0, 0],
  ['a commitment on another EJ', [{ ...COMMITMENT, ej: '2203000009' }], true, 0, 0],
  ['a payment', [{ cp: 100, paid: '2023-02-01' }], true, 0, 0],
  ['another retrait', [retrait(-10, '2023-02-01')], true, 0, 0],
])('a retrait beside %s', (_, others, isUnknown, signed, withProjects) => {
  const rows = [...others, retrait(-30, '2023-03-01')].map((row, key) => rowOf({ axis2: 'PDE', ej: EJ, ...row }, key));
  const decommitments = new Decommitments(ledgerOf(rows), new Map());
  expect(decommitments.isUnknown(EJ)).toBe(isUnknown);
  expect([decommitments.committedOn(EJ, false), decommitments.committedOn(EJ, true)]).toEqual([signed, withProjects]);
});

test('a listed EJ is known, with its restes à payer; one without retraits is not asked about', () => {
  const rows = [rowOf({ axis2: 'PDE', ...retrait(-30, '2023-03-01', { ej: EARLIER }) }), rowOf(COMMITMENT, 1)];
  const listed = new Map([EARLIER, EJ].map((ej) => [ej, { cents: 300, from: isoDate('2023-01-01') }]));
  const decommitments = new Decommitments(ledgerOf(rows), listed);
  expect([decommitments.isUnknown(EARLIER), decommitments.committedOn(EARLIER, false)]).toEqual([false, 300]);
  expect([decommitments.isUnknown(EJ), decommitments.committedOn(EJ, true)]).toEqual([false, 0]);
});

const ON_SF: RowSpec = { axis2: 'SF' };
const NOWHERE: RowSpec = { axis2: 'Incubateur' };
const ADVANCE: RowSpec = { operation: 'Retrait (gestion anticipée)' };

test.each([
  ['two of a day: the smallest first', '2023-03-01', -50, ON_SF, [50, -50]],
  ['two of a day and of one amount: those of the first code count', '2023-03-01', -70, ON_SF, [30, -30]],
  ['one without a known envelope takes its part as the others do', '2023-03-01', -70, NOWHERE, [70, 0]],
  ['two of November 2022, one of them in advance: that of 2022 counts first', '2022-11-20', -70, ADVANCE, [70, 0]],
])('the order of the rows changes nothing: %s', (_, day, other, more, expected) => {
  const rows = [COMMITMENT, retrait(-70, day), retrait(other, day, more)];
  const figures = [rows, [...rows].reverse()].map((typed) => {
    const ordered = typed.map((row, key) => rowOf({ axis2: 'PDE', ej: EJ, ...row }, key));
    const index = LedgerIndex.build(chargeLedger(ledgerOf(ordered), CONVENTION, isoDate('2023-12-31')));
    return ['PDE', 'SF'].map((envelope) => index.figures({ envelope, line: null }, 'AE').consumed?.cents);
  });
  expect(figures).toEqual([expected, expected]);
});
