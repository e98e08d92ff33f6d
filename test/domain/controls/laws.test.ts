/**
 * The controls on several rows, held to a second calculation written the slow and obvious way, over ledgers drawn at
 * random.
 */
import fc from 'fast-check';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { Finding, RuleCode } from '../../../src/domain/controls/findings/finding';
import { Euros } from '../../../src/domain/money/euros';
import { findingsIn } from '../../support/controls';
import { movementOf } from '../envelopes/builders';
import { CONVENTION, withEnvelopes } from './rules/ceilings';

/** A row in words, before it is drawn; amounts in euros. */
interface Fact {
  readonly axis: 'PDE' | 'Signaux Faibles';
  readonly ej: string;
  readonly date: string;
  readonly ae: number;
  readonly paid: string;
  readonly cp: number;
}

const DAYS = ['', '10/01/2023', '11/01/2023', '30/06/2023', '01/07/2023', '02/07/2023', '01/12/2023'];
const EARLIER = '1400000900';
const CHANGE = isoDate('2023-07-01');

/** An avenant gives 20 000 € of AE to Signaux Faibles on 1 July, a freeze takes 15 000 € of its CP on the same day. */
const convention = {
  ...CONVENTION,
  rap: [{ ej: EARLIER, amount: Euros.fromCents<'CP'>(2_000_000) }],
  movements: [
    movementOf({ type: 'amendment', to: 'SF', nature: 'AE', cents: 2_000_000, date: '2023-07-01' }),
    movementOf({ type: 'freeze', from: 'SF', nature: 'CP', cents: 1_500_000, date: '2023-07-01' }),
  ],
};

const fact: fc.Arbitrary<Fact> = fc.record({
  axis: fc.constantFrom('PDE' as const, 'Signaux Faibles' as const),
  ej: fc.constantFrom('1400000001', '1400000002', EARLIER),
  date: fc.constantFrom(...DAYS),
  ae: fc.constantFrom(0, 0, 20_000, 45_000.5, 60_000, 250_000, -10_000),
  paid: fc.constantFrom(...DAYS),
  cp: fc.constantFrom(0, 0, 15_000, 40_000, 70_000.25, 300_000, -5_000),
});
const facts = fc.array(fact, { maxLength: 14 });

function drawn(rows: readonly Fact[]): string {
  const lines = rows.map(({ axis, ej, date, ae, paid, cp }) => [axis, ej, date, ae || '', paid, cp || ''].join(' | '));
  return ['axe 2 | EJ | date EJ | AE | payé le | CP', ...lines].join('\n');
}

/** `2023-07-01` of `01/07/2023`; empty stays empty, and comes first. */
function iso(date: string): string {
  return date.split('/').reverse().join('-');
}

/** The same rows, each retrait cut to what its EJ still holds: by date, then those without one. */
function withinTheirEj(rows: readonly Fact[]): readonly Fact[] {
  const withdrawn = new Map<Fact, number>();
  for (const ej of new Set(rows.map((row) => row.ej))) {
    const own = rows.filter((row) => row.ej === ej);
    let left = (ej === EARLIER ? 20_000 : 0) + own.reduce((sum, { ae }) => sum + Math.max(0, ae), 0);
    const retraits = own.filter(({ ae }) => ae < 0);
    for (const row of [...DAYS.slice(1), ''].flatMap((day) => retraits.filter(({ date }) => date === day))) {
      withdrawn.set(row, Math.min(-row.ae, left));
      left -= withdrawn.get(row) ?? 0;
    }
  }
  return rows.map((row) => ({ ...row, ae: row.ae < 0 ? -(withdrawn.get(row) ?? 0) : row.ae }));
}

interface Step {
  readonly line: number;
  readonly day: string;
  readonly cents: number;
}

/** Rows in the order of time: by ISO date, those of a day by amount. */
function inTime(rows: readonly Fact[], nature: 'AE' | 'CP', concerns: (row: Fact) => boolean): readonly Step[] {
  return rows
    .map((row, index) => {
      const [date, euros] = nature === 'AE' ? [row.date, row.ae] : [row.paid, row.cp];
      return { row, line: index + 1, day: iso(date), cents: Math.round(euros * 100) };
    })
    .filter(
      ({ row, day, cents }) =>
        concerns(row) && cents !== 0 && (nature === 'AE' ? !(row.ej === EARLIER && cents < 0) : day !== ''),
    )
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : one.cents - other.cents));
}

/** `[line, over, crosses]` of each row that brings its day above the ceiling, and above the day before. */
function above(steps: readonly Step[], ceilingOn: (day: string) => number): (readonly [number, number, boolean])[] {
  const found: (readonly [number, number, boolean])[] = [];
  let [total, wasAbove] = [0, false];
  for (const day of new Set(steps.map((step) => step.day))) {
    const [before, ceiling] = [total, ceilingOn(day)];
    for (const { line, cents } of steps.filter((step) => step.day === day)) {
      total += cents;
      if (cents <= 0 || total <= Math.max(ceiling, before)) continue;
      found.push([line, total - ceiling, !wasAbove]);
      wasAbove = true;
    }
    if (total <= ceiling) wasAbove = false;
  }
  return found.sort(([one], [other]) => one - other);
}

/** The rows above what an EJ may pay since its payments last crossed it; none when they came back. */
function stillAbove(steps: readonly Step[], payable: number): (readonly [number, number, boolean])[] {
  const all = above(steps, () => payable);
  const inOrder = steps.flatMap(({ line }) => all.filter(([found]) => found === line));
  const last = inOrder.map(([, , crosses]) => crosses).lastIndexOf(true);
  const since = new Set(inOrder.slice(Math.max(0, last)));
  return steps.reduce((sum, { cents }) => sum + cents, 0) > payable ? all.filter((one) => since.has(one)) : [];
}

function reported(
  findings: readonly Finding[],
  rule: RuleCode,
  about: (details: Record<string, unknown>) => boolean,
): unknown[] {
  return findings.flatMap(({ rule: code, place, details }) => {
    const said: Record<string, unknown> = { ...details };
    return code === rule && place.kind === 'row' && about(said)
      ? [[Number(place.row), said['over'], said['crosses'] ?? null]]
      : [];
  });
}

/** Allocated on a day of the year, in cents; an undated row meets what is allocated at the end of 2023. */
function allocated(axis: Fact['axis'], nature: 'AE' | 'CP', day: string): number {
  const isChanged = day === '' || isoDate(day) >= CHANGE;
  if (axis === 'PDE') return nature === 'AE' ? 50_000_000 : 57_303_200;
  if (nature === 'AE') return isChanged ? 12_000_000 : 10_000_000;
  return isChanged ? 8_500_000 : 10_000_000;
}

test.each(['AE', 'CP'] as const)('%s: the rows above the ceilings of the envelopes and of the convention', (nature) => {
  fc.assert(
    fc.property(facts, (rows) => {
      const findings = findingsIn(drawn(rows), { convention });
      const counted = withinTheirEj(rows);
      for (const axis of ['PDE', 'Signaux Faibles'] as const) {
        const steps = inTime(counted, nature, (row) => row.axis === axis);
        const code = axis === 'PDE' ? 'PDE' : 'SF';
        const found = reported(findings, nature === 'AE' ? 'PLA-01' : 'PLA-02', ({ envelope }) => envelope === code);
        expect(found).toEqual(above(steps, (day) => allocated(axis, nature, day)));
      }
      const whole = (day: string): number => {
        const printed = nature === 'AE' ? 60_000_000 : 67_303_200;
        const moved = allocated('Signaux Faibles', nature, day) - 10_000_000;
        return printed + moved;
      };
      const steps = inTime(counted, nature, () => true);
      expect(reported(findings, 'PLA-03', (details) => details['nature'] === nature)).toEqual(above(steps, whole));
    }),
    { numRuns: 120 },
  );
});

test('the payments on earlier EJ above the opening RAP, and the payments above their EJ', () => {
  fc.assert(
    fc.property(facts, (rows) => {
      const findings = findingsIn(drawn(rows), { convention });
      const counted = withinTheirEj(rows);
      const beyondRap = new Map<string, (readonly [number, number, boolean])[]>();
      for (const [axis, code, rap] of [
        ['PDE', 'PDE', 7_303_200],
        ['Signaux Faibles', 'SF', 0],
      ] as const) {
        const steps = inTime(rows, 'CP', (row) => row.axis === axis && row.ej === EARLIER);
        beyondRap.set(
          code,
          above(steps, () => rap),
        );
        const found = reported(findings, 'PLA-05', ({ envelope }) => envelope === code);
        expect(found).toEqual(beyondRap.get(code)?.map(([line, over]) => [line, over, null]));
      }
      const blamed = new Set([...beyondRap.values()].flat().map(([line]) => line));
      for (const ej of ['1400000001', '1400000002', EARLIER]) {
        const committed = counted.filter((row) => row.ej === ej).reduce((sum, { ae }) => sum + Math.round(ae * 100), 0);
        const isCommitted = rows.some((row) => row.ej === ej && row.ae > 0);
        const payable = ej === EARLIER ? committed + 2_000_000 : committed;
        const steps = isCommitted || ej === EARLIER ? inTime(rows, 'CP', (row) => row.ej === ej) : [];
        const expected = stillAbove(steps, payable).filter(([line]) => !blamed.has(line));
        expect(reported(findings, 'EJ-02', (details) => details['ej'] === ej)).toEqual(
          expected.map(([line, over]) => [line, over, null]),
        );
      }
    }),
    { numRuns: 120 },
  );
});

describe('the order in which the rows of a ledger are typed changes no finding but its place', () => {
  const ACCUMULATE: readonly RuleCode[] = [
    ...(['PLA-01', 'PLA-02', 'PLA-03', 'PLA-04', 'PLA-05', 'PLA-06'] as const),
    ...(['EJ-02', 'EJ-06', 'EJ-08', 'EJ-09'] as const),
  ];
  const watched = withEnvelopes((envelope) => ({ ...envelope, thresholds: { information: 0.7, warning: 0.85 } }), {
    ...convention,
    envelopes: convention.envelopes.map((envelope) => ({ ...envelope })),
  });
  const contents = (rows: readonly Fact[]): readonly string[] =>
    findingsIn(drawn(rows), { convention: watched })
      .filter(
        ({ rule, details }) =>
          ACCUMULATE.includes(rule) && !(rule === 'EJ-02' && 'ej' in details && details.ej === EARLIER),
      )
      .map(({ rule, severity, details }) => JSON.stringify([rule, severity, details]))
      .sort();

  test('any rows, in any other order', () => {
    const inTwoOrders = facts.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length })),
    );
    fc.assert(
      fc.property(inTwoOrders, ([rows, shuffled]) => {
        expect(contents(shuffled)).toEqual(contents(rows));
      }),
      { numRuns: 200 },
    );
  });

  test.each`
    what                                                | operations                                                         | found
    ${'600 paid for 500, an avoir of 100 on that day'}  | ${['600 | 20/04/2023', '-100 | 20/04/2023']}                       | ${0}
    ${'the avoir in June'}                              | ${['600 | 20/04/2023', '-100 | 20/06/2023']}                       | ${0}
    ${'the avoir in June gives back 99,99'}             | ${['600 | 20/04/2023', '-99,99 | 20/06/2023']}                     | ${1}
    ${'+0,01 and -0,01 on one day, ordinary in Chorus'} | ${['500 | 20/04/2023', '0,01 | 20/06/2023', '-0,01 | 20/06/2023']} | ${0}
    ${'brought back, then above again'}                 | ${['600 | 20/04/2023', '-100 | 20/06/2023', '1 | 20/07/2023']}     | ${1}
    ${'above, then a payment and its reversal'}         | ${['600 | 20/04/2023', '50 | 20/06/2023', '-50 | 20/06/2023']}     | ${1}
  `('EJ-02: $what', ({ operations, found }: { operations: readonly string[]; found: number }) => {
    for (const inOrder of [operations, [...operations].reverse()]) {
      const paid = inOrder.map((operation) => `PDE | 1400000001 | | | ${operation}`);
      const heading = 'axe 2 | EJ | date EJ | AE | CP | payé le';
      const findings = findingsIn([heading, 'PDE | 1400000001 | 15/02/2023 | 500 | |', ...paid].join('\n'));
      expect(findings.filter(({ rule }) => rule === 'EJ-02')).toHaveLength(found);
    }
  });

  test('PLA-01: a commitment above the AE and its retrait on the same day exceed nothing', () => {
    const rows = [
      '1400000001 | 01/02/2023 | 500 000',
      '1400000002 | 04/12/2023 | 1 500',
      '1400000001 | 04/12/2023 | -1 500',
    ];
    for (const inOrder of [rows, [...rows].reverse()]) {
      const findings = findingsIn(['axe 2 | EJ | date EJ | AE', ...inOrder.map((row) => `PDE | ${row}`)].join('\n'));
      expect(findings.filter(({ rule }) => rule === 'PLA-01')).toEqual([]);
    }
  });

  test('FON-03: credits received and given on one day', () => {
    const received = movementOf({ type: 'amendment', to: 'PDE', nature: 'AE', cents: 2_000_00, date: '2023-06-01' });
    const given = movementOf({ from: 'PDE', to: 'SF', nature: 'AE', cents: 501_000_00, date: '2023-06-01' });
    for (const movements of [
      [received, given],
      [given, received],
    ]) {
      const findings = findingsIn('axe 2 | EJ | date EJ | AE', { convention: { ...CONVENTION, movements } });
      expect(findings.filter(({ rule }) => rule === 'FON-03')).toEqual([]);
    }
  });
});

test('the rows that repeat an earlier one, by comparing every pair', () => {
  const few = fc.record({
    axis: fc.constantFrom('PDE', 'Place des entreprises', 'Signaux Faibles'),
    ej: fc.constantFrom('1400000001', ''),
    dp: fc.constantFrom('0100000001', '0100000002', ''),
    supplier: fc.constantFrom('ACME', 'Béta'),
    label: fc.constantFrom('Mission de janvier', 'Mission de février'),
    date: fc.constantFrom('10/01/2023', 'hier', ''),
    cp: fc.constantFrom('12,00', '13,00', 'douze', '0', ''),
  });
  fc.assert(
    fc.property(fc.array(few, { maxLength: 25 }), (rows) => {
      const lines = rows.map(({ axis, ej, dp, supplier, label, date, cp }) =>
        [axis, ej, dp, supplier, label, date, cp].join(' | '),
      );
      const findings = findingsIn(['axe 2 | EJ | DP | titulaire | objet | payé le | CP', ...lines].join('\n'));
      const same = rows.map((row) =>
        JSON.stringify({ ...row, axis: row.axis === 'Place des entreprises' ? 'PDE' : row.axis }),
      );
      const expected = rows.flatMap(({ cp }, index) => {
        const first = same.indexOf(same[index] ?? '');
        return cp !== '' && cp !== '0' && first < index ? [[index + 1, first + 1]] : [];
      });
      const found = findings.flatMap(({ rule, place, details }) =>
        rule === 'DON-03' && place.kind === 'row' && 'firstRow' in details
          ? [[Number(place.row), Number(details.firstRow)]]
          : [],
      );
      expect(found).toEqual(expected);
    }),
    { numRuns: 120 },
  );
});
