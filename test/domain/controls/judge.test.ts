/**
 * Laws of the run over any ledger, under each convention: in slices as at once, nothing kept between two runs, and no
 * finding lost because a row control was not asked about a row.
 */
import fc from 'fast-check';
import { isoDate, type CivilDate } from '../../../src/domain/calendar/civil-date';
import { Inspection } from '../../../src/domain/controls/facts/inspection';
import { judgeInSlices, judgeLedger, type JudgedLedger } from '../../../src/domain/controls/judge';
import { CONTROLS } from '../../../src/domain/controls/registry';
import type { Convention } from '../../../src/domain/envelopes/convention';
import { conventionAt } from '../../../src/domain/envelopes/credit-years';
import { envelopeFieldOf, rulesNaming } from '../../../src/domain/envelopes/envelope-field';
import type { HiddenRows, Ledger, RowKey, TotalRow } from '../../../src/domain/envelopes/ledger';
import { Euros } from '../../../src/domain/money/euros';
import { drain, type Slices } from '../../../src/domain/slices';
import { KNOWN_CONVENTIONS, loadConvention } from '../../../src/conventions/index';
import { anyConvention } from '../../support/conventions';
import { ledgerOf } from '../../support/ledgers/ledger-builder';
import { check } from '../../support/worlds/check';
import { cleanWorld } from '../../support/worlds/clean';
import { PLANTS } from '../../support/worlds/plants';
import { movementOf } from '../envelopes/builders';
import { CONVENTION } from './rules/ceilings';

const AS_OF = isoDate('2023-12-31');
const EARLIER = '1400000900';

/**
 * Ceilings that a few rows reach, some that move on the way, thresholds on a poste, an earlier EJ, and duties: one kept
 * late, one not.
 */
const convention: Convention = {
  ...CONVENTION,
  envelopes: CONVENTION.envelopes.map((envelope) => ({
    ...envelope,
    lines: envelope.lines.map((line, index) =>
      index === 0 ? { ...line, thresholds: { information: 0.1, warning: 0.3 } } : line,
    ),
  })),
  rap: [{ ej: EARLIER, amount: Euros.fromCents<'CP'>(2_000_000) }],
  movements: [
    movementOf({ type: 'amendment', to: 'SF', nature: 'AE', cents: 2_000_000, date: '2023-07-01' }),
    movementOf({ type: 'freeze', from: 'SF', nature: 'CP', cents: 1_500_000, date: '2023-07-01' }),
    movementOf({
      type: 'transfer',
      from: 'PDE',
      to: 'SF',
      nature: 'AE',
      cents: 1_000_000,
      date: '2023-06-30',
      authorisedOn: '2023-06-01',
    }),
    movementOf({ type: 'transfer', from: 'SF', to: 'PDE', nature: 'CP', cents: 1_000_000, date: '2023-07-02' }),
  ],
  duties: CONVENTION.duties.map((duty) =>
    duty.type === 'insufficiency' ? { ...duty, doneOn: isoDate('2023-07-01') } : duty,
  ),
};

const DAYS = ['', '10/01/2023', '11/01/2023', '30/06/2023', '01/07/2023', '02/07/2023', '01/12/2023'];
const fact = fc.record({
  axis: fc.constantFrom('PDE', 'PDE', 'Signaux Faibles', 'Place des entreprises', 'PDX', ''),
  poste: fc.constantFrom('Prestations (charges de personnel)', 'Frais annexes', 'Audit de sécurité', '', ''),
  domain: fc.constantFrom('0103-01-01', '0103-01-01', '0102-01', ''),
  activity: fc.constantFrom('010300000104', '10300000104', '1,03E+10', ''),
  state: fc.constantFrom('', '', '', 'projet', 'annulé'),
  kind: fc.constantFrom('', '', 'EJ anticipé', 'Retrait'),
  ej: fc.constantFrom('1400000001', '1400000002', '1400000003', EARLIER, '14058862', ''),
  dp: fc.constantFrom('', '0100000001', '0100000002'),
  supplier: fc.constantFrom('ACME', 'Béta'),
  label: fc.constantFrom('Mission de janvier', 'Mission de février'),
  committed: fc.constantFrom(...DAYS, '20/11/2022', '20/12/2022', '20/12/2022', '15/01/2022', '31/02/2023'),
  ae: fc.constantFrom('', '', '20 000', '45 000,50', '60 000', '250 000', '-10 000', '12,345', 'douze'),
  service: fc.constantFrom(...DAYS, '03/01/2024'),
  received: fc.constantFrom('', '', '15/06/2023'),
  paid: fc.constantFrom(...DAYS, '03/01/2024'),
  cp: fc.constantFrom('', '', '15 000', '40 000', '70 000,25', '300 000', '-5 000', '0', '#REF!'),
  contract: fc.constantFrom('', '', '', '30/06/2023'),
});
type Fact = typeof fact extends fc.Arbitrary<infer T> ? T : never;

const HEADINGS =
  'axe 2 | poste | domaine | activité | état | opération | EJ | DP | titulaire | objet | date EJ | AE | service fait | reçue le | payé le | CP | fin du marché';

/** The members of a fact, in the order of the headings. */
const COLUMNS: readonly (keyof Fact)[] = [
  ...(['axis', 'poste', 'domain', 'activity', 'state', 'kind', 'ej', 'dp', 'supplier', 'label'] as const),
  ...(['committed', 'ae', 'service', 'received', 'paid', 'cp', 'contract'] as const),
];

function rowsOf(rows: readonly Readonly<Record<keyof Fact, string>>[], headings = HEADINGS): Ledger {
  const lines = rows.map((row) => COLUMNS.map((column) => row[column]).join(' | '));
  return ledgerOf([headings, ...lines].join('\n'));
}

const totals: fc.Arbitrary<readonly TotalRow[]> = fc.constantFrom([], [totalOf(9, 3), totalOf(14, 1)]);

function totalOf(key: number, firstCovered: number): TotalRow {
  const amount = { kind: 'amount', cents: 2_000_000, asText: false, rounded: false, raw: '20000' } as const;
  const covered = { firstCovered: firstCovered as RowKey, rank: 1 };
  return { key: key as RowKey, label: 'Total', names: [], ae: amount, cp: amount, ...covered };
}

const hidden: fc.Arbitrary<readonly HiddenRows[]> = fc.constantFrom(
  [],
  [{ first: 2 as RowKey, count: 3, what: 'rows' }],
  [{ first: 1 as RowKey, count: 16, what: 'sheet' }],
);

/** A ledger is judged under a convention at a date. */
interface World {
  readonly convention: Convention;
  readonly asOf: CivilDate;
}

/** The conventions that the product carries, each at dates of its years, and conventions of every shape. */
const worlds: fc.Arbitrary<World> = fc.oneof(
  fc
    .record({
      id: fc.constantFrom(...KNOWN_CONVENTIONS),
      day: fc.constantFrom('2010-11-30', '2022-12-20', '2023-06-30', '2023-12-31', '2024-12-31'),
    })
    .map(({ id, day }) => {
      const loaded = loadConvention(id);
      if (!loaded.ok) throw new Error(loaded.failure.code);
      const asOf = isoDate(day);
      return { convention: conventionAt(loaded.value, asOf), asOf };
    }),
  fc.record({
    convention: anyConvention(),
    asOf: fc.constantFrom(isoDate('2022-06-30'), isoDate('2023-12-31'), isoDate('2026-01-15')),
  }),
);

const COLUMN_OF = {
  programme: 'programme',
  functionalDomain: 'domaine',
  financialCentre: 'centre financier',
  activity: 'activité',
  costCentre: 'centre de coûts',
  ministerialAxis1: 'axe 1',
  ministerialAxis2: 'axe 2',
} as const;

/** Any rows under any convention, charged to its own envelopes and postes. */
const judged: fc.Arbitrary<World & { readonly ledger: Ledger }> = fc
  .record({
    world: fc.oneof(fc.constant<World>({ convention, asOf: AS_OF }), worlds),
    drawn: fc.array(fact, { maxLength: 16 }),
    totals,
    hidden,
    seed: fc.nat(),
  })
  .map(({ world, drawn, seed, ...rest }) => ({
    ...world,
    ledger: { ...ledgerUnder(world.convention, drawn, seed), ...rest },
  }));

function ledgerUnder(of: Convention, drawn: readonly Fact[], seed: number): Ledger {
  if (of === convention) return rowsOf(drawn);
  const field = envelopeFieldOf(of);
  const names = [...rulesNaming(of, field).map(({ value }) => value), ...of.envelopes.map(({ label }) => label)];
  const postes = of.envelopes.flatMap(({ lines }) => lines.map(({ label }) => label));
  const heading = HEADINGS.replace(`| ${COLUMN_OF[field]} |`, '| poste DP |').replace('axe 2', COLUMN_OF[field]);
  const named = drawn.map((row) => {
    const [name, poste] = [
      names[(seed + row.axis.length) % names.length],
      postes[(seed + row.poste.length) % Math.max(1, postes.length)],
    ];
    return { ...row, axis: row.axis === '' ? '' : (name ?? ''), poste: row.poste === '' ? '' : (poste ?? '') };
  });
  return rowsOf(named, heading);
}

/** Everything that a run returns, as plain data. */
function resultOf({ balances, findings }: JudgedLedger, { envelopes }: Convention): unknown {
  const codes = ['*', ...envelopes.map(({ code }) => code)];
  return {
    findings,
    figures: codes.flatMap((envelope) =>
      (['AE', 'CP'] as const).map((nature) => balances.figures({ envelope, line: null }, nature)),
    ),
    rap: codes.map((envelope) => [balances.outstanding(envelope)?.cents, balances.rapPaid(envelope)?.cents]),
    unchecked: balances.unchecked,
  };
}

test('two runs whose slices alternate give what each gives alone', () => {
  fc.assert(
    fc.property(judged, judged, (one, other) => {
      const alone = [one, other].map((of) => resultOf(judgeLedger(of.ledger, of.convention, of.asOf), of.convention));
      const runs = [one, other].map((of) => judgeInSlices(of.ledger, of.convention, of.asOf));
      const results = alternately(runs).map((result, index) => resultOf(result, [one, other][index]!.convention));
      expect(results).toEqual(alone);
    }),
    { numRuns: 50 },
  );
});

function alternately(runs: readonly Slices<JudgedLedger>[]): readonly JudgedLedger[] {
  const results: (JudgedLedger | null)[] = runs.map(() => null);
  while (results.includes(null)) {
    runs.forEach((run, index) => {
      const slice = results[index] === null ? run.next() : null;
      if (slice?.done) results[index] = slice.value;
    });
  }
  return results.filter((result) => result !== null);
}

/** The rules that find something in a row that their `concerns` leaves out: none should. */
function rulesLosingFindings(ledger: Ledger, { convention: of, asOf }: World): readonly string[] {
  const { charged, balances } = judgeLedger(ledger, of, asOf);
  const inspection = drain(Inspection.inSlices(charged, balances));
  const losing: string[] = [];
  for (const control of CONTROLS) {
    if (control.scope !== 'row' || control.concerns === undefined) continue;
    for (const row of ledger.rows) {
      if ((inspection.traitsOf(row) & control.concerns) !== 0) continue;
      control.check(row, inspection, ({ rule }) => void losing.push(`${rule} on row ${row.key}`));
    }
  }
  return losing;
}

test('a row control finds nothing in the rows that it is not asked about', () => {
  fc.assert(
    fc.property(judged, (of) => expect(rulesLosingFindings(of.ledger, of)).toEqual([])),
    { numRuns: 300 },
  );
});

test.each(PLANTS.map((plant) => [plant.rule, plant.how, plant] as const))(
  '%s, %s: no finding is lost in the rows that its control is not asked about',
  (_rule, _how, plant) => {
    for (const id of ['dgefp-dge-2023', ...KNOWN_CONVENTIONS]) {
      const world = cleanWorld(2023, 25, id);
      if (plant.make(world) === false) continue;
      const { dossier } = check(world);
      expect(rulesLosingFindings(dossier.ledger, { convention: dossier.convention, asOf: world.asOf })).toEqual([]);
      return;
    }
    throw new Error('a fault that no convention has room for');
  },
);
