/** Laws of a comparison: every bridge adds up, each row is in it once, and the order of the rows changes nothing. */
import fc from 'fast-check';
import type { CivilDate } from '../../../src/domain/calendar/civil-date';
import { BRIDGED_FIGURES } from '../../../src/domain/comparison/bridges';
import { compareStates, type ComparedState, type StateComparison } from '../../../src/domain/comparison/compare-states';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import { conventionAt } from '../../../src/domain/envelopes/credit-years';
import type { Convention } from '../../../src/domain/envelopes/convention';
import type { LedgerRow, RowKey } from '../../../src/domain/envelopes/ledger';
import { shownLines } from '../../../src/domain/envelopes/figures';
import { LedgerIndex } from '../../../src/domain/envelopes/ledger-index';
import { Euros } from '../../../src/domain/money/euros';
import { NATURES } from '../../../src/domain/money/nature';
import { asOfOf, worlds } from '../envelopes/worlds';
import { ledgerOf } from '../envelopes/builders';

function stateOf(rows: readonly LedgerRow[], convention: Convention, asOf: CivilDate): ComparedState {
  const ledger = ledgerOf(rows.map((row, key) => ({ ...row, key: key as RowKey })));
  const charged = chargeLedger(ledger, conventionAt(convention, asOf), asOf);
  return { charged, balances: LedgerIndex.build(charged), findings: [] };
}

/** The same convention over two years: the second has half the credits and no opening RAP. */
function overTwoYears(convention: Convention): Convention {
  const halved = convention.envelopes.map((envelope) => ({
    ...envelope,
    ceilings: {
      AE: envelope.ceilings.AE && { ...envelope.ceilings.AE, amount: Euros.fromCents<'AE'>(1_000_00) },
      CP: envelope.ceilings.CP && { ...envelope.ceilings.CP, amount: Euros.fromCents<'CP'>(2_000_00) },
    },
    openingRap: Euros.zero<'CP'>(),
    lines: [],
  }));
  return { ...convention, otherYears: [{ year: 2024, ceilings: convention.ceilings, envelopes: halved, rap: [] }] };
}

/** A state, and another with some rows of it left out, some changed, and some of another world. */
const twoStates = fc
  .record({
    one: worlds(14),
    other: worlds(14),
    edits: fc.array(fc.constantFrom('keep', 'keep', 'drop', 'change', 'replace'), { minLength: 14, maxLength: 14 }),
    usesOtherTerms: fc.boolean(),
    hasTwoYears: fc.boolean(),
    isOneDay: fc.boolean(),
  })
  .map(({ one, other, edits, usesOtherTerms, hasTwoYears, isOneDay }) => {
    const changed = one.rows.flatMap((row, index): readonly LedgerRow[] => {
      const source = other.rows[index];
      if (edits[index] === 'drop') return [];
      if (edits[index] === 'keep' || !source) return [row];
      if (edits[index] === 'replace') return [source];
      const { ae, paymentDate, status, imputation, budgetLine } = source;
      return [{ ...row, ae, paymentDate, status, imputation, budgetLine }];
    });
    const rows = [...changed, ...other.rows.slice(one.rows.length)];
    const turned = (convention: Convention): Convention => (hasTwoYears ? overTwoYears(convention) : convention);
    const [first, second] = [asOfOf(one.world), isOneDay ? asOfOf(one.world) : asOfOf(other.world)];
    return {
      before: { rows: one.rows, convention: turned(one.convention), asOf: first },
      after: { rows, convention: turned(usesOtherTerms ? other.convention : one.convention), asOf: second },
    };
  });

/** Everything that a reader sees of the rows, without their positions. */
function withoutPositions({ bridges, rows, unchanged }: StateComparison): unknown {
  const shown = rows.map(({ kind, fields, shares }) => JSON.stringify([kind, fields, shares]));
  return { bridges, unchanged, rows: shown.sort() };
}

it('a bridge adds up to the cent, for every figure of every envelope, and names no other difference', () => {
  fc.assert(
    fc.property(twoStates, ({ before, after }) => {
      const [old, current] = [
        stateOf(before.rows, before.convention, before.asOf),
        stateOf(after.rows, after.convention, after.asOf),
      ];
      const { bridges } = compareStates(old, current);
      expect(bridges).toHaveLength(3 * (5 * NATURES.length + 1));
      expect(new Set(bridges.map(({ figure }) => figure))).toEqual(new Set(BRIDGED_FIGURES));
      for (const { envelope, nature, figure, before: was, after: is, terms } of bridges) {
        const figureOf = ({ balances }: ComparedState): number | undefined =>
          nature === null || figure === 'outstanding'
            ? balances.outstanding(envelope)?.cents
            : balances.figures({ envelope, line: null }, nature)[figure]?.cents;
        const sum = (terms ?? []).reduce((total, { cents }) => total + cents, was ?? 0);
        const isBound = terms?.some(({ cause }) => cause === 'bound');
        expect([was, is, sum, isBound]).toEqual([figureOf(old), figureOf(current), is, false]);
      }
    }),
    { numRuns: 120 },
  );
});

it('the bridges of the postes of an envelope, and of what has none, add up to its own, term by term', () => {
  fc.assert(
    fc.property(twoStates, ({ before, after }) => {
      const states = [before, after].map(({ rows, convention, asOf }) => stateOf(rows, convention, asOf));
      const { bridges, posteBridges } = compareStates(states[0]!, states[1]!);
      for (const bridge of bridges) {
        const { envelope, nature, figure } = bridge;
        const ofEnvelope = posteBridges.filter((one) => one.envelope === envelope);
        if (ofEnvelope.length === 0 || figure === 'outstanding') continue;
        const own = ofEnvelope.filter((one) => one.nature === nature && one.figure === figure);
        const postes = new Set(ofEnvelope.map(({ poste }) => poste)).size;
        // Without credits of that nature, a poste has its consumption and its reserve alone.
        if (figure === 'consumed' || figure === 'reserved') expect(own).toHaveLength(postes);
        if (figure === 'allocated') expect(own.map(({ poste }) => poste)).toContain(null);
        if ((figure === 'remaining' || figure === 'available') && own.length < postes) continue;
        const amounts = [bridge, ...own].map(({ before: was, after: is, terms }) => ({
          before: was ?? 0,
          after: is ?? 0,
          ...Object.fromEntries((terms ?? []).map(({ cause, cents }) => [cause, cents])),
        })) as readonly Readonly<Record<string, number>>[];
        const [whole = {}, ...parts] = amounts;
        for (const name of new Set(amounts.flatMap((one) => Object.keys(one))))
          expect([name, parts.reduce((sum, part) => sum + (part[name] ?? 0), 0)]).toEqual([name, whole[name] ?? 0]);
      }
      const shown = new Set(
        states.flatMap(({ charged, balances }) =>
          charged.convention.envelopes.flatMap((envelope) => shownLines(envelope, balances).map(({ label }) => label)),
        ),
      );
      const moved = new Set(posteBridges.filter(({ terms }) => terms?.length).map(({ poste }) => poste));
      expect(posteBridges.length > 0 || shown.size === 0).toBe(true);
      for (const { poste } of posteBridges) expect(poste === null || shown.has(poste) || moved.has(poste)).toBe(true);
    }),
    { numRuns: 120 },
  );
});

it('what the rows move is what the bridges of consumed and reserved show', () => {
  fc.assert(
    fc.property(twoStates, ({ before, after }) => {
      const { bridges, rows } = compareStates(
        stateOf(before.rows, before.convention, before.asOf),
        stateOf(after.rows, after.convention, after.asOf),
      );
      for (const bridge of bridges) {
        if (bridge.envelope === '*' || (bridge.figure !== 'consumed' && bridge.figure !== 'reserved')) continue;
        const moved = rows
          .flatMap(({ shares }) => shares)
          .filter((share) =>
            ['envelope', 'nature', 'figure'].every((name) => share[name as 'figure'] === bridge[name as 'figure']),
          )
          .reduce((sum, { cents }) => sum + cents, 0);
        expect((bridge.before ?? 0) + moved).toBe(bridge.after);
      }
    }),
  );
});

it('in any order of the rows, the comparison is the same', () => {
  const shuffled = twoStates.chain((states) =>
    fc.tuple(
      fc.constant(states),
      fc.shuffledSubarray([...states.before.rows], { minLength: states.before.rows.length }),
      fc.shuffledSubarray([...states.after.rows], { minLength: states.after.rows.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([{ before, after }, old, current]) => {
      const inOrder = compareStates(
        stateOf(before.rows, before.convention, before.asOf),
        stateOf(after.rows, after.convention, after.asOf),
      );
      const inAnother = compareStates(
        stateOf(old, before.convention, before.asOf),
        stateOf(current, after.convention, after.asOf),
      );
      expect(withoutPositions(inAnother)).toEqual(withoutPositions(inOrder));
    }),
    { numRuns: 40 },
  );
});

it('a state compared with itself has no change', () => {
  fc.assert(
    fc.property(worlds(20), ({ world, convention, rows }) => {
      const [one, other] = [rows, [...rows].reverse()].map((order) => stateOf(order, convention, asOfOf(world)));
      const { rows: changes, bridges, unchanged } = compareStates(one!, other!);
      expect([changes, unchanged]).toEqual([[], rows.length]);
      expect(bridges.flatMap(({ terms }) => terms)).toEqual([]);
    }),
  );
});
