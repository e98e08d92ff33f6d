/** A short ledger of two envelopes, compared with itself at another date and with an edited copy. Amounts in cents. */
import { compareStates, type ComparedState, type StateComparison } from '../../../src/domain/comparison/compare-states';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { judgeLedger } from '../../../src/domain/controls/judge';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { conventionAt } from '../../../src/domain/envelopes/credit-years';
import type { LedgerField, LedgerRow } from '../../../src/domain/envelopes/ledger';
import { Euros } from '../../../src/domain/money/euros';
import { axisRule, conventionOf, ledgerOf, movementOf, rowOf, type RowSpec } from '../envelopes/builders';

const [A, B, C] = ['1400000001', '1400000002', '1400000003'];

const CONVENTION = conventionOf(
  [
    { code: 'P', ae: 10_000, cp: 10_000 },
    { code: 'Q', ae: 5_000, cp: 5_000 },
  ],
  { imputation: [axisRule('P', 'P'), axisRule('Q', 'Q')] },
);
const WITH_AMENDMENT: Convention = {
  ...CONVENTION,
  movements: [movementOf({ type: 'amendment', to: 'P', nature: 'AE', cents: 700, date: '2023-06-01' })],
};

const LEDGER: readonly RowSpec[] = [
  { axis2: 'P', ej: A, ae: 1_000, committed: '2023-02-01' },
  { axis2: 'P', ej: A, cp: 400, service: '2023-03-01', paid: '2023-03-10' },
  { axis2: 'P', ej: A, ae: -100, committed: '2023-09-01' },
  { axis2: 'P', ej: B, ae: 250, status: 'project' },
  { axis2: 'Q', ej: C, ae: 300, committed: '2023-08-01' },
  { axis2: 'Q', ej: C, cp: 300, service: '2023-06-15', paid: '2023-08-15' },
];

/** The restes à payer of Q, which come with it: 300 committed and paid. */
const OF_Q = '0; committed 300; paid -300; 0';

interface Given {
  readonly convention?: Convention;
  readonly asOf?: string;
  readonly without?: readonly LedgerField[];
}

function stateOf(rows: readonly LedgerRow[], { convention = CONVENTION, asOf = '2023-12-31', without = [] }: Given) {
  const judged = judgeLedger(ledgerOf(rows, without), conventionAt(convention, isoDate(asOf)), isoDate(asOf));
  return judged;
}

const rowsOf = (specs: readonly RowSpec[]): readonly LedgerRow[] => specs.map((spec, key) => rowOf(spec, key));

function edited(specs: readonly RowSpec[], given: Given = {}, before: Given = {}): StateComparison {
  return compareStates(stateOf(rowsOf(LEDGER), before), stateOf(rowsOf(specs), given));
}

/** The bridge as a sum: `before; cause cents; … ; after`. */
function bridge({ bridges }: StateComparison, envelope: string, nature: 'AE' | 'CP' | null, figure: string): string {
  const found = bridges.find((one) => one.envelope === envelope && one.nature === nature && one.figure === figure);
  const terms = found?.terms?.map(({ cause, cents }) => `${cause} ${cents}`) ?? ['not calculable'];
  return [found?.before, ...terms, found?.after].join('; ');
}

const kinds = ({ rows }: StateComparison): readonly string[] =>
  rows.map(({ kind, before, after, fields }) =>
    `${kind} ${before?.key ?? ''}→${after?.key ?? ''} ${fields.join()}`.trim(),
  );

describe('one workbook at two dates', () => {
  const state = rowsOf(LEDGER);
  const ledger: ComparedState = stateOf(state, { convention: WITH_AMENDMENT });
  const earlier = judgeLedger(ledger.charged.ledger, WITH_AMENDMENT, isoDate('2023-05-31'));
  const compared = compareStates(earlier, ledger);

  it.each`
    envelope | nature  | figure           | sum
    ${'P'}   | ${'AE'} | ${'allocated'}   | ${'10000; amendment 700; 10700'}
    ${'P'}   | ${'AE'} | ${'consumed'}    | ${'1000; decommitments -100; 900'}
    ${'P'}   | ${'AE'} | ${'reserved'}    | ${'250; 250'}
    ${'P'}   | ${'AE'} | ${'remaining'}   | ${'9000; allocated 700; consumed 100; 9800'}
    ${'P'}   | ${'CP'} | ${'consumed'}    | ${'400; 400'}
    ${'Q'}   | ${'AE'} | ${'consumed'}    | ${'0; period 300; 300'}
    ${'Q'}   | ${'CP'} | ${'consumed'}    | ${'0; period 300; 300'}
    ${'Q'}   | ${'CP'} | ${'available'}   | ${'5000; consumed -300; 4700'}
    ${'*'}   | ${'AE'} | ${'consumed'}    | ${'1000; decommitments -100; period 300; 1200'}
    ${'P'}   | ${null} | ${'outstanding'} | ${'600; decommitted -100; 500'}
    ${'Q'}   | ${null} | ${'outstanding'} | ${'0; committed 300; paid -300; 0'}
  `('$envelope $nature $figure: $sum', ({ envelope, nature, figure, sum }) => {
    expect(bridge(compared, envelope as string, nature as 'AE' | 'CP' | null, figure as string)).toBe(sum);
  });

  it('lists the rows that the dates count otherwise, and no other', () =>
    expect(kinds(compared)).toEqual(['dated 2→2', 'dated 4→4', 'dated 5→5']));
});

it.each`
  edit                              | envelope | sum
  ${'« dont RAP » raised'}          | ${'P'}   | ${'1200; terms 200; 1400'}
  ${'an EJ of ENV_RAP above it'}    | ${'P'}   | ${'1200; terms 900; 2100'}
  ${'the same, in the whole'}       | ${'*'}   | ${'1200; terms 900; 2100'}
  ${'and a commitment of the year'} | ${'P'}   | ${'1200; terms 900; committed 70; 2170'}
`('restes à payer, $edit: $sum', ({ edit, envelope, sum }) => {
  const stating = (cents: number, listed: number): Convention => ({
    ...CONVENTION,
    envelopes: CONVENTION.envelopes.map((one) =>
      one.code === 'P' ? { ...one, openingRap: Euros.fromCents<'CP'>(cents) } : one,
    ),
    rap: listed === 0 ? [] : [{ ej: '1400000090', amount: Euros.fromCents<'CP'>(listed) }],
  });
  const own = { axis2: 'P', ej: A, ae: 500, committed: '2023-02-01' };
  const added = { axis2: 'P', ej: B, ae: 70, committed: '2023-05-01' };
  const before = stateOf(rowsOf([own]), { convention: stating(700, 0) });
  const after = stateOf(rowsOf(edit.startsWith('and') ? [own, added] : [own]), {
    convention: edit.startsWith('«') ? stating(900, 0) : stating(700, 1_600),
  });
  expect(bridge(compareStates(before, after), envelope as string, null, 'outstanding')).toBe(sum);
});

describe('an edited copy at the same date', () => {
  const [first, second, third, project, ...ofQ] = LEDGER as readonly [RowSpec, RowSpec, RowSpec, RowSpec, ...RowSpec[]];
  it.each`
    edit                                     | specs                                                                            | rows                                       | sum
    ${'an amount'}                           | ${[{ ...first, ae: 1_200 }, second, third, project, ...ofQ]}                     | ${'changed 0→0 ae'}                        | ${'900; amount 200; 1100'}
    ${'a date out of the year'}              | ${[{ ...first, committed: '2024-02-01' }, second, third, project, ...ofQ]}       | ${'changed 0→0 commitmentDate; dated 2→2'} | ${'900; date -1000; decommitments 100; 0'}
    ${'a project signed'}                    | ${[first, second, third, { ...project, status: 'firm' }, ...ofQ]}                | ${'changed 3→3 status'}                    | ${'900; status 250; 1150'}
    ${'an envelope'}                         | ${[{ ...first, axis2: 'Q' }, second, third, project, ...ofQ]}                    | ${'changed 0→0 ministerialAxis2'}          | ${'900; envelope -1000; -100'}
    ${'a retrait removed'}                   | ${[first, second, project, ...ofQ]}                                              | ${'removed 2→'}                            | ${'900; decommitments 100; 1000'}
    ${'a commitment added first'}            | ${[{ axis2: 'P', ej: '1400000009', ae: 7, committed: '2023-01-02' }, ...LEDGER]} | ${'added →0'}                              | ${'900; added 7; 907'}
    ${'two cells: amount, then envelope'}    | ${[{ ...first, ae: 1_200, axis2: 'Q' }, second, third, project, ...ofQ]}         | ${'changed 0→0 ministerialAxis2,ae'}       | ${'900; amount 200; envelope -1200; -100'}
    ${'an EJ corrected, no DP, same amount'} | ${[first, second, third, { ...project, ej: '1400000007', label: 'x' }, ...ofQ]}  | ${'changed 3→3 ejNumber'}                  | ${'900; 900'}
  `('$edit: $sum', ({ specs, rows, sum }) => {
    const compared = edited(specs as readonly RowSpec[]);
    expect(kinds(compared).join('; ')).toBe(rows);
    expect(bridge(compared, 'P', 'AE', 'consumed')).toBe(sum);
  });

  it('a retrait on an EJ of an earlier year frees no AE, so that its amount moves none', () => {
    const old = { axis2: 'P', ej: '1400000009', ae: 500, committed: '2022-03-01' };
    const retrait = { axis2: 'P', ej: '1400000009', ae: -40, committed: '2023-05-01' };
    const [before, after] = [-40, -60].map((ae) => stateOf(rowsOf([...LEDGER, old, { ...retrait, ae }]), {}));
    expect(bridge(compareStates(before!, after!), 'P', 'AE', 'consumed')).toBe('900; 900');
  });

  it('a row that withdraws AE and pays CP, removed: a retrait less, and a payment less', () => {
    const both = { ...third, cp: 50, service: '2023-09-01', paid: '2023-09-10' };
    const before = stateOf(rowsOf([first, second, both]), {});
    const compared = compareStates(before, stateOf(rowsOf([first, second]), {}));
    expect(bridge(compared, 'P', 'AE', 'consumed')).toBe('900; decommitments 100; 1000');
    expect(bridge(compared, 'P', 'CP', 'consumed')).toBe('450; removed -50; 400');
  });

  it('a row that changed envelope moves nothing in the whole', () => {
    const compared = edited([{ ...first, axis2: 'Q' }, second, third, project, ...ofQ]);
    expect(bridge(compared, 'Q', 'AE', 'consumed')).toBe('300; envelope 1000; 1300');
    expect(bridge(compared, '*', 'AE', 'consumed')).toBe('1200; 1200');
  });

  it('other terms: the printed amount, and a movement', () =>
    expect(bridge(edited(LEDGER, { convention: WITH_AMENDMENT }), 'P', 'AE', 'allocated')).toBe(
      '10000; amendment 700; 10700',
    ));

  it('a copy and another date: the edit is weighed at the first date, the operations of the period apart', () => {
    const compared = edited([{ ...first, ae: 1_200 }, second, third, project, ...ofQ], {}, { asOf: '2023-05-31' });
    expect(bridge(compared, 'P', 'AE', 'consumed')).toBe('1000; amount 200; decommitments -100; 1100');
  });

  it('a row that is cancelled is changed, not removed, and one cancelled in both states is not listed', () => {
    const ledgerWith = (rows: readonly LedgerRow[], leftOut: readonly LedgerRow[]): ComparedState => {
      const ledger = { ...ledgerOf(rows), leftOut };
      return judgeLedger(ledger, conventionAt(CONVENTION, isoDate('2023-12-31')), isoDate('2023-12-31'));
    };
    const firm = rowOf({ axis2: 'P', ej: A, ae: 1_000, committed: '2023-02-01' }, 0);
    const old = rowOf({ axis2: 'P', ej: B, ae: 5, status: 'cancelled' }, 1);
    const ofAnotherYear = rowOf({ axis2: 'P', ej: C, ae: 7, committed: '2019-02-01' }, 2);
    const before = ledgerWith([firm], [old, ofAnotherYear]);
    const after = ledgerWith([], [{ ...firm, status: 'cancelled' }, old]);
    const compared = compareStates(before, after);
    expect([kinds(compared), compared.unchanged]).toEqual([['changed 0→0 status'], 1]);
    expect(bridge(compared, 'P', 'AE', 'consumed')).toBe('1000; status -1000; 0');
  });

  it('rows are in the order of the state after, whatever happened to them, then those removed', () => {
    const added = (ej: string): RowSpec => ({ axis2: 'Q', ej, ae: 7, committed: '2023-01-02' });
    const compared = edited(
      [
        added('1400000008'),
        { ...first, ae: 1_200 },
        added('1400000009'),
        third,
        { ...project, status: 'firm' },
        ...ofQ,
      ],
      { asOf: '2023-12-31' },
      { asOf: '2023-07-31' },
    );
    expect(kinds(compared)).toEqual([
      ...['added →0', 'changed 0→1 ae', 'added →2', 'dated 2→3', 'changed 3→4 status', 'dated 4→5', 'dated 5→6'],
      'removed 1→',
    ]);
    expect(compared.unchanged).toBe(0);
  });

  it('each step of a bridge counts its rows; one that no row makes counts none', () => {
    const compared = edited([{ ...first, ae: 1_200 }, second, third, project, { ...ofQ[0], ae: 350 }, ...ofQ.slice(1)]);
    const termsOf = (envelope: string, figure: string) =>
      compared.bridges.find((one) => one.envelope === envelope && one.nature === 'AE' && one.figure === figure)?.terms;
    expect(termsOf('P', 'consumed')).toEqual([{ cause: 'amount', cents: 200, rows: 1 }]);
    expect(termsOf('*', 'consumed')).toEqual([{ cause: 'amount', cents: 250, rows: 2 }]);
    expect(termsOf('*', 'remaining')).toEqual([{ cause: 'consumed', cents: -250, rows: null }]);
  });

  it('an envelope that one state has: its figures start from nothing, or are not calculable', () => {
    const alone: Convention = { ...CONVENTION, envelopes: CONVENTION.envelopes.slice(0, 1) };
    const sums = (without: readonly LedgerField[]): readonly string[] => {
      const compared = edited(LEDGER, {}, { convention: alone, without });
      const figures = ['allocated', 'consumed', 'available'].map((figure) => bridge(compared, 'Q', 'CP', figure));
      return [...figures, bridge(compared, 'Q', null, 'outstanding')];
    };
    expect(sums([])).toEqual([
      '0; initial 5000; 5000',
      '0; terms 300; 300',
      '0; allocated 5000; consumed -300; 4700',
      OF_Q,
    ]);
    expect(sums(['paymentDate'])).toEqual([
      '0; initial 5000; 5000',
      ...['; not calculable; 300', '; not calculable; 4700', '; not calculable; 0'],
    ]);
  });

  it('restes à payer that one of them does not make are null, and the column that lacks is named', () => {
    const compared = edited(LEDGER, { without: ['ejNumber'] });
    const found = compared.bridges.find(({ envelope, figure }) => envelope === 'P' && figure === 'outstanding');
    expect(found).toEqual({
      ...{ envelope: 'P', nature: null, figure: 'outstanding' },
      ...{ before: 500, after: null, terms: null, missing: 'ejNumber' },
    });
  });

  it('a figure that one of them does not make is null, without terms', () => {
    const [first, paid, ...others] = LEDGER;
    const compared = edited([first!, { ...paid!, cp: 500 }, ...others], { without: ['paymentDate'] });
    expect(bridge(compared, 'P', 'CP', 'consumed')).toBe('400; not calculable; ');
    expect(bridge(compared, 'P', 'AE', 'consumed')).toBe('900; 900');
    expect(compared.rows.flatMap(({ shares }) => shares)).toEqual([]);
    expect(compared.bridges.find(({ nature }) => nature === 'CP')?.missing).toBeNull();
    expect(compared.bridges.find(({ figure, nature }) => figure === 'consumed' && nature === 'CP')?.missing).toBe(
      'paymentDate',
    );
  });
});

describe('over two years', () => {
  const twoYears: Convention = {
    ...CONVENTION,
    otherYears: [{ year: 2024, ceilings: CONVENTION.ceilings, envelopes: CONVENTION.envelopes, rap: [] }],
  };
  const rows = rowsOf([...LEDGER, { axis2: 'P', ej: B, ae: 80, committed: '2024-02-01' }]);
  const [december, march] = ['2023-12-31', '2024-03-31'].map((asOf) => stateOf(rows, { convention: twoYears, asOf }));

  it('what the last year consumed leaves with it, and the new one starts from nothing', () => {
    const compared = compareStates(december!, march!);
    expect(bridge(compared, 'P', 'AE', 'consumed')).toBe('900; period 80; lastYear -900; 80');
  });

  it.each`
    row                                                           | nature  | expected                 | why
    ${{ ae: 40, status: 'project', committed: '2023-05-01' }}     | ${'AE'} | ${'290; 290'}            | ${'not signed in 2023: as before'}
    ${{ ae: 40, status: 'project', committed: '2024-09-01' }}     | ${'AE'} | ${'250; period 40; 290'} | ${'a project of 2024'}
    ${{ cp: 40, service: '2023-11-01', committed: '2023-05-01' }} | ${'CP'} | ${'40; 40'}              | ${'due since 2023, not paid'}
    ${{ cp: 40, service: '2023-11-01', paid: '2024-01-05' }}      | ${'CP'} | ${'40; period -40; 0'}   | ${'due in 2023, paid since'}
    ${{ cp: 40, service: '2024-02-01' }}                          | ${'CP'} | ${'0; period 40; 40'}    | ${'certified since'}
  `('reserved $nature, $why: $expected', ({ row, nature, expected }) => {
    const own = rowsOf([...LEDGER, { axis2: 'P', ej: C, ...(row as RowSpec) }]);
    const [before, after] = ['2023-12-31', '2024-03-31'].map((asOf) => stateOf(own, { convention: twoYears, asOf }));
    expect(bridge(compareStates(before!, after!), 'P', nature as 'AE' | 'CP', 'reserved')).toBe(expected);
  });
});

describe('findings', () => {
  const over: readonly RowSpec[] = [{ axis2: 'P', ej: B, ae: 20_000, committed: '2023-04-01' }, ...LEDGER];
  const rules = (findings: StateComparison['findings']['came']): readonly string[] => findings.map(({ rule }) => rule);

  it('one that came, and those that an inserted row moves are kept', () => {
    const { findings } = edited(over);
    const { length } = stateOf(rowsOf(LEDGER), {}).findings;
    expect(rules(findings.came)).toContain('PLA-01');
    expect([rules(findings.went), findings.kept]).toEqual([['DEL-04'], length - 1]);
  });

  it('one that went', () => {
    const { findings } = compareStates(stateOf(rowsOf(over), {}), stateOf(rowsOf(LEDGER), {}));
    expect(rules(findings.went)).toContain('PLA-01');
    expect(rules(findings.came)).toEqual(['DEL-04']);
  });
});
