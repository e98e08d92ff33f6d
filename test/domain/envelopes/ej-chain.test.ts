/** The life of one EJ, step by step, as a person follows it from its signature to its payment. Amounts in cents. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import type { LedgerField } from '../../../src/domain/envelopes/ledger';
import { LedgerIndex } from '../../../src/domain/envelopes/ledger-index';
import { chainOf, type ChainStep, type EjChain } from '../../../src/domain/envelopes/outstanding/ej-chain';
import { axisRule, conventionOf, ledgerOf, rowOf, type RowSpec } from './builders';

const [EJ, OTHER] = ['1400000001', '1400000002'];
const CONVENTION = conventionOf(
  [
    { code: 'P', ae: 1_000, cp: 1_000 },
    { code: 'Q', ae: 1_000, cp: 1_000 },
  ],
  { imputation: [axisRule('P', 'P'), axisRule('Q', 'Q')] },
);
const [DATED, UNDATED] = [isoDate('2023-03-01'), null];

function chain(specs: readonly RowSpec[], asOf = '2023-12-31', without: readonly LedgerField[] = []): EjChain | null {
  const rows = specs.map((spec, key) => rowOf({ axis2: 'P', ej: EJ, ...spec }, key));
  const charged = chargeLedger(ledgerOf(rows, without), CONVENTION, isoDate(asOf));
  return chainOf(charged, LedgerIndex.build(charged), EJ);
}

/** `commitment 0: 100 on 2023-03-01`, with « to come » for a step that is not done. */
function shown({ kind, row, date, cents, isDone }: ChainStep): string {
  const day = date === DATED ? 'on 1 March' : date === UNDATED ? 'undated' : 'on another day';
  return `${kind} ${row}: ${cents} ${day}${isDone ? '' : ', to come'}`;
}

test.each<[string, RowSpec, readonly string[]]>([
  ['signed', { ae: 100, committed: '2023-03-01' }, ['commitment 0: 100 on 1 March']],
  ['signed on an unknown day: out of prudence, it counts', { ae: 100 }, ['commitment 0: 100 undated']],
  ['signed on a day that cannot be read', { ae: 100, committed: 'mars' }, ['commitment 0: 100 undated']],
  ['a project', { ae: 100, committed: '2023-03-01', status: 'project' }, ['project 0: 100 on 1 March, to come']],
  ['an AE of nothing', { ae: 0, committed: '2023-03-01' }, ['commitment 0: 0 on 1 March']],
  ['a retrait', { ae: -40, committed: '2023-03-01' }, ['decommitment 0: 40 on 1 March']],
  ['an amount that cannot be read', { ae: 'cent', committed: '2023-03-01' }, ['commitment 0: null on 1 March']],
  ['paid', { cp: 60, paid: '2023-03-01' }, ['payment 0: 60 on 1 March']],
  ['to be paid, on an unknown day', { cp: 60 }, ['payment 0: 60 undated, to come']],
  [
    'served and not paid',
    { cp: 60, service: '2023-03-01' },
    ['service 0: 60 on 1 March', 'payment 0: 60 undated, to come'],
  ],
  [
    'served, without an amount paid',
    { ae: 100, service: '2023-03-01' },
    ['commitment 0: 100 undated', 'service 0: 100 on 1 March'],
  ],
  ['a day of service that cannot be read', { ae: 100, service: 'mars' }, ['commitment 0: 100 undated']],
])('%s', (_, spec, steps) => {
  expect(chain([spec])?.steps.map(shown)).toEqual(steps);
});

test.each`
  asOf            | done                                    | why
  ${'2023-02-28'} | ${[]}                                   | ${'the day before them all'}
  ${'2023-03-01'} | ${['commitment', 'service', 'payment']} | ${'the very day'}
`('on $asOf, done: $done ($why)', ({ asOf, done }) => {
  const [day, of] = ['2023-03-01', { ae: 100, cp: 100 }];
  const steps = chain([{ ...of, committed: day, service: day, paid: day }], asOf as string)?.steps ?? [];
  expect(steps.filter(({ isDone }) => isDone).map(({ kind }) => kind)).toEqual(done);
});

test('the steps follow the life of the EJ, those of one kind the ledger; cancelled rows and other EJ are left out', () => {
  const { steps, sums } = chain([
    { cp: 60, paid: '2023-06-01' },
    { ae: 30, status: 'project' },
    { ae: -40, committed: '2023-05-01' },
    { ae: 200, committed: '2023-03-01' },
    { axis2: 'Q', ae: 50, committed: '2023-03-01' },
    { ae: 900, committed: '2023-03-01', status: 'cancelled' },
    { ej: OTHER, ae: 700, committed: '2023-03-01' },
    { ej: '', ae: 700, committed: '2023-03-01' },
  ])!;
  expect(steps.map(({ kind, row }) => `${kind} ${row}`)).toEqual([
    ...['project 1', 'commitment 3', 'commitment 4', 'decommitment 2', 'payment 0'],
  ]);
  expect(sums).toEqual({ committed: 250, decommitted: 40, paid: 60, left: 150 });
});

test('nothing is known of an EJ without rows; without restes à payer, the steps have no sums', () => {
  expect(chain([{ ej: OTHER, ae: 100 }])).toBeNull();
  expect(chain([{ ae: 100, status: 'cancelled' }])).toBeNull();
  expect(chain([{ ae: 100 }], '2023-12-31', ['paymentDate'])).toMatchObject({
    ej: EJ,
    steps: [{ cents: 100 }],
    sums: null,
  });
  expect(chain([{ ae: 100, status: 'project' }])).toMatchObject({ steps: [{ kind: 'project' }], sums: null });
});
