/** The bridges of one envelope by poste, and of what has none. Amounts in cents. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { compareStates, type ComparedState, type StateComparison } from '../../../src/domain/comparison/compare-states';
import { movedPostes, type PosteBridge } from '../../../src/domain/comparison/poste-bridges';
import { judgeLedger } from '../../../src/domain/controls/judge';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import type { LedgerField } from '../../../src/domain/envelopes/ledger';
import { axisRule, conventionOf, ledgerOf, movementOf, rowOf, type RowSpec } from '../envelopes/builders';

const [A, B, C] = ['1400000001', '1400000002', '1400000003'];
const CONVENTION = conventionOf(
  [
    {
      code: 'P',
      ae: 10_000,
      cp: 10_000,
      lines: [
        ['Études', 6_000],
        ['Frais', 3_000],
      ],
    },
  ],
  { imputation: [axisRule('P', 'P')] },
);
const WITH_AMENDMENT: Convention = {
  ...CONVENTION,
  movements: [movementOf({ type: 'amendment', to: 'P', toLine: 'Frais', cents: 700, date: '2023-03-01' })],
};

function stateOf(specs: readonly RowSpec[], convention = CONVENTION, without: readonly LedgerField[] = []) {
  const ledger = ledgerOf(
    specs.map((spec, key) => rowOf(spec, key)),
    without,
  );
  return judgeLedger(ledger, convention, isoDate('2023-12-31'));
}

/** `poste figure before; cause cents; … ; after`; `null` is what has no poste, or a figure that is not calculable. */
function shown({ poste, figure, before, terms, after }: PosteBridge): string {
  const steps = terms?.map(({ cause, cents }) => `${cause} ${cents}`) ?? ['not calculable'];
  return [`${poste} ${figure} ${before}`, ...steps, after].join('; ');
}

const ofNature = ({ posteBridges }: StateComparison, nature: 'AE' | 'CP'): readonly string[] =>
  posteBridges.filter((one) => one.nature === nature).map(shown);

const STUDIES: RowSpec = { axis2: 'P', poste: 'Études', ej: A, ae: 1_000, committed: '2023-02-01' };
const COSTS: RowSpec = { axis2: 'P', poste: 'Frais', ej: B, ae: 250, status: 'project' };
const WITHOUT_POSTE: RowSpec = { axis2: 'P', ej: C, ae: 40, committed: '2023-02-01' };

describe('an amount, a status and a poste changed, and an avenant on one poste', () => {
  const edits = [
    { ...STUDIES, ae: 1_100 },
    { ...COSTS, status: 'firm' as const },
    { ...WITHOUT_POSTE, poste: 'frais' },
  ];
  const compared = compareStates(stateOf([STUDIES, COSTS, WITHOUT_POSTE]), stateOf(edits, WITH_AMENDMENT));

  it('each figure moves in the poste of its rows, or in what has none', () =>
    expect(ofNature(compared, 'AE')).toEqual([
      'Études allocated 6000; 6000',
      'Études consumed 1000; amount 100; 1100',
      'Études reserved 0; 0',
      'Études remaining 5000; consumed -100; 4900',
      'Études available 5000; consumed -100; 4900',
      'Frais allocated 3000; amendment 700; 3700',
      'Frais consumed 0; status 250; poste 40; 290',
      'Frais reserved 250; status -250; 0',
      'Frais remaining 3000; allocated 700; consumed -290; 3410',
      'Frais available 2750; allocated 700; consumed -290; reserved 250; 3410',
      'null allocated 1000; 1000',
      'null consumed 40; poste -40; 0',
      'null reserved 0; 0',
      'null remaining 960; consumed 40; 1000',
      'null available 960; consumed 40; 1000',
    ]));

  it('what is shown is the postes that moved, with their credits, consumption and reserve that moved', () => {
    const moved = movedPostes(compared.posteBridges, 'P');
    expect(moved.map(({ envelope, poste, bridges }) => [envelope, poste, ...bridges.map(shown)])).toEqual([
      ['P', 'Études', 'Études consumed 1000; amount 100; 1100'],
      [
        ...['P', 'Frais', 'Frais allocated 3000; amendment 700; 3700'],
        ...['Frais consumed 0; status 250; poste 40; 290', 'Frais reserved 250; status -250; 0'],
      ],
      ['P', null, 'null consumed 40; poste -40; 0'],
    ]);
    expect(movedPostes(compared.posteBridges, 'Q')).toEqual([]);
  });
});

describe('CP of postes, whose amounts do not add up to the CP of their envelope', () => {
  const paid: RowSpec = { ...STUDIES, cp: 400, paid: '2023-05-01' };
  const cpOf = (before: Convention, after: Convention): readonly string[] =>
    ofNature(compareStates(stateOf([STUDIES], before), stateOf([paid], after)), 'CP');

  it('none has credits: they are all in what has no poste, and nothing remains by poste', () =>
    expect(cpOf(CONVENTION, CONVENTION)).toEqual([
      ...['Études consumed 0; date 400; 400', 'Études reserved 0; amount 400; date -400; 0'],
      ...['Frais consumed 0; 0', 'Frais reserved 0; 0'],
      ...['null allocated 10000; 10000', 'null consumed 0; 0', 'null reserved 0; 0'],
    ]));

  it('one poste alone has credits of its own: its remaining amount is shown, and not that of what has no poste', () => {
    const [envelope] = CONVENTION.envelopes;
    const [studies, costs] = envelope!.lines;
    const AE = { amount: studies!.delegated, mode: 'warning' as const };
    const CP = { amount: Euros.fromCents<'CP'>(6_000), mode: 'warning' as const };
    const lines = [{ ...studies!, ceilings: { AE, CP } }, costs!];
    const convention = { ...CONVENTION, envelopes: [{ ...envelope!, lines }] };
    expect(cpOf(convention, convention).filter((line) => / remaining /.test(line))).toEqual([
      'Études remaining 6000; consumed -400; 5600',
    ]);
  });

  it('followed by the team from one state on: the credits appear, and nothing remains that could be compared', () =>
    expect(
      cpOf(CONVENTION, { ...CONVENTION, followsLineCp: true }).filter((line) => / (allocated|rem)/.test(line)),
    ).toEqual([
      'Études allocated 0; initial 6000; 6000',
      'Frais allocated 0; initial 3000; 3000',
      'null allocated 10000; initial -9000; 1000',
    ]));
});

it('a figure that a state does not make has no steps, and is shown', () => {
  const whole = stateOf([STUDIES]);
  const withoutPayments = stateOf([STUDIES], CONVENTION, ['paymentDate']);
  const shownOf = (before: ComparedState, after: ComparedState): readonly string[] =>
    movedPostes(compareStates(before, after).posteBridges, 'P').flatMap(({ bridges }) => bridges.map(shown));
  const notCalculable = (was: string, is: string): readonly string[] =>
    ['Études', 'Frais', 'null'].flatMap((poste) =>
      ['consumed', 'reserved'].map((figure) => `${poste} ${figure} ${was}; not calculable; ${is}`),
    );
  expect(shownOf(whole, withoutPayments)).toEqual(notCalculable('0', ''));
  const ofPostes = movedPostes(compareStates(whole, withoutPayments).posteBridges, 'P');
  expect(ofPostes.map(({ poste, bridges }) => `${poste}: ${bridges.length}`)).toEqual([
    'Études: 2',
    'Frais: 2',
    'null: 2',
  ]);
  expect(shownOf(withoutPayments, whole)).toEqual(notCalculable('null', '0'));
});

it('a figure that one of the states does not make names the column that is missing; credits need none', () => {
  const whole = stateOf([STUDIES]);
  const withoutPayments = stateOf([STUDIES], CONVENTION, ['paymentDate']);
  for (const [before, after] of [
    [whole, withoutPayments],
    [withoutPayments, whole],
  ] as const) {
    const lacking = compareStates(before, after)
      .posteBridges.filter(({ poste }) => poste === null)
      .map(({ nature, figure, missing }) => `${nature} ${figure} ${missing}`);
    expect(lacking).toEqual([
      ...['allocated', 'consumed', 'reserved', 'remaining', 'available'].map((figure) => `AE ${figure} null`),
      ...['CP allocated null', 'CP consumed paymentDate', 'CP reserved paymentDate'],
    ]);
  }
});

it('the rows of a step are those that move it: neither a payment moves AE, nor a new label anything', () => {
  const labelled = (specs: readonly RowSpec[], label: string) => {
    const rows = specs.map((spec, key) => ({ ...rowOf(spec, key), label }));
    return judgeLedger(ledgerOf(rows), CONVENTION, isoDate('2023-12-31'));
  };
  const OTHER: RowSpec = { ...STUDIES, ej: C, ae: 500 };
  const before = labelled([STUDIES, OTHER], 'Papier');
  const after = labelled(
    [
      { ...STUDIES, ae: 1_100 },
      OTHER,
      { ...STUDIES, ej: B, ae: 30 },
      { ...STUDIES, ae: null, cp: 200, paid: '2023-05-01' },
    ],
    'Papier recyclé',
  );
  const consumed = compareStates(before, after).posteBridges.find(
    ({ poste, nature, figure }) => poste === 'Études' && nature === 'AE' && figure === 'consumed',
  );
  expect(consumed?.terms).toEqual([
    { cause: 'added', cents: 30, rows: 1 },
    { cause: 'amount', cents: 100, rows: 1 },
  ]);
});

it('a poste or an envelope that one state has starts from nothing', () => {
  const [one] = CONVENTION.envelopes;
  const withoutCosts = { ...CONVENTION, envelopes: [{ ...one!, lines: one!.lines.slice(0, 1) }] };
  const firstOf = (before: Convention, poste: string): string =>
    shown(
      compareStates(stateOf([STUDIES], before), stateOf([STUDIES])).posteBridges.find((of) => `${of.poste}` === poste)!,
    );
  expect(firstOf(withoutCosts, 'Frais')).toBe('Frais allocated 0; initial 3000; 3000');
  const bridgesOf = (before: Convention, after: Convention): readonly string[] =>
    ofNature(compareStates(stateOf([STUDIES], before), stateOf([STUDIES], after)), 'AE').filter((line) =>
      line.startsWith('Frais'),
    );
  expect(bridgesOf(withoutCosts, CONVENTION).slice(3)).toEqual([
    'Frais remaining 0; allocated 3000; 3000',
    'Frais available 0; allocated 3000; 3000',
  ]);
  expect(bridgesOf(CONVENTION, withoutCosts).slice(3)).toEqual([
    'Frais remaining 3000; allocated -3000; 0',
    'Frais available 3000; allocated -3000; 0',
  ]);
  expect(firstOf(withoutCosts, 'null')).toBe('null allocated 4000; initial -3000; 1000');
  expect(firstOf({ ...CONVENTION, envelopes: [] }, 'null')).toBe('null allocated 0; initial 1000; 1000');
});

it('a poste spelt otherwise is the same, under its name of the state after', () => {
  const [one] = CONVENTION.envelopes;
  const [studies, costs] = one!.lines;
  const spelt = { ...CONVENTION, envelopes: [{ ...one!, lines: [{ ...studies!, label: 'ETUDES' }, costs!] }] };
  const namesOf = (before: Convention, after: Convention) => [
    ...new Set(
      compareStates(stateOf([STUDIES], before), stateOf([STUDIES], after)).posteBridges.map(({ poste }) => poste),
    ),
  ];
  expect(namesOf(spelt, CONVENTION)).toEqual(['Études', 'Frais', null]);
  expect(namesOf(CONVENTION, spelt)).toEqual(['ETUDES', 'Frais', null]);
});

it('above what a figure can hold, the part that is cut is named, in the envelope and in what has no poste', () => {
  const most = 1e14; // the largest amount of a cell; a figure holds ten times as much
  const rows = ['Études', 'Frais'].flatMap((poste) =>
    Array.from({ length: 8 }, (): RowSpec => ({ axis2: 'P', poste, ae: most, committed: '2023-02-01' })),
  );
  const { bridges, posteBridges } = compareStates(stateOf([]), stateOf(rows));
  const consumed = [...bridges, ...posteBridges].filter(
    ({ envelope, nature, figure }) => envelope === 'P' && nature === 'AE' && figure === 'consumed',
  );
  const inMost = consumed.map(({ after, terms }) => [
    (after ?? NaN) / most,
    terms?.map(({ cause, cents }) => `${cause} ${cents / most}`),
  ]);
  expect(inMost).toEqual([
    [10, ['added 16', 'bound -6']],
    [8, ['added 8']],
    [8, ['added 8']],
    [-6, ['bound -6']],
  ]);
});

it('when one poste alone is above what a figure can hold, what has no poste names the part that is cut', () => {
  const most = 1e14;
  const rowsOf = (poste: string, count: number, cents: number): readonly RowSpec[] =>
    Array.from({ length: count }, () => ({ axis2: 'P', poste, ae: cents, committed: '2023-02-01' }));
  const { posteBridges } = compareStates(
    stateOf([]),
    stateOf([...rowsOf('Études', 12, most), ...rowsOf('Frais', 8, -most)]),
  );
  const consumed = posteBridges.filter(({ nature, figure }) => nature === 'AE' && figure === 'consumed');
  expect(consumed.map(({ poste, after, terms }) => [poste, (after ?? NaN) / most, terms?.at(-1)?.cause])).toEqual([
    ['Études', 10, 'bound'],
    ['Frais', -8, 'decommitments'],
    [null, 2, 'bound'],
  ]);
});

it('what an avenant takes from an envelope without CP is no credit of the rows that have no poste', () => {
  const envelope = conventionOf([{ code: 'P', ae: 10_000, cp: null, lines: [['Études', 6_000]] }], {
    imputation: [axisRule('P', 'P')],
  });
  const taken: Convention = {
    ...envelope,
    movements: [movementOf({ type: 'amendment', from: 'P', nature: 'CP', cents: 700, date: '2023-03-01' })],
  };
  expect(ofNature(compareStates(stateOf([STUDIES], envelope), stateOf([STUDIES], taken)), 'CP')).toEqual([
    'Études consumed 0; 0',
    'Études reserved 0; 0',
    'null consumed 0; 0',
    'null reserved 0; 0',
  ]);
});

it('a poste of another year that a row leaves has the terms that the envelope has', () => {
  const [envelope] = CONVENTION.envelopes;
  const audit = { ...envelope!.lines[1]!, index: 2, label: 'Audit', delegated: Euros.fromCents<'AE'>(0) };
  const convention = { ...CONVENTION, envelopes: [{ ...envelope!, otherLines: [audit] }] };
  const before = stateOf([{ axis2: 'P', poste: 'Audit', ej: A, committed: '2022-10-15' }], convention);
  const after = stateOf([{ ej: A, ae: 1_000, committed: '2022-10-15', status: 'project' }], convention);
  const { bridges, posteBridges } = compareStates(before, after);
  const reserved = ({ nature, figure }: { readonly nature: string | null; readonly figure: string }): boolean =>
    nature === 'AE' && figure === 'reserved';
  expect(bridges.find((one) => one.envelope === 'P' && reserved(one))?.terms).toEqual([
    { cause: 'status', cents: 1_000, rows: 1 },
    { cause: 'envelope', cents: -1_000, rows: 1 },
  ]);
  expect(posteBridges.filter(reserved).map(shown)).toEqual([
    'Études reserved 0; 0',
    'Frais reserved 0; 0',
    'Audit reserved 0; status 1000; envelope -1000; 0',
    'null reserved 0; 0',
  ]);
});
