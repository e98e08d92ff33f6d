/**
 * The bridges of a comparison against figures that the oracle computes apart at both dates, on drawn ledgers of one to
 * four years: old + terms = new, the movements by kind, and the consumption of a year that is left. Skipped without
 * openpyxl. `LEDGERS=1000` draws more.
 */
import { compareSinceInSlices, type DossierComparison } from '../../src/application/comparison/compare-dossiers';
import { controlledAt } from '../../src/application/control';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Bridge } from '../../src/domain/comparison/bridges';
import { drain } from '../../src/domain/slices';
import { SEED } from '../support/drawn-seed';
import { askOracle, type OracleBridge } from '../support/readers/oracle';
import { pythonHas } from '../support/readers/python';
import { dossierOf, drawnCases, LEDGERS, type Case } from './ledgers';

/** From another date of the same ledger, the year before too. */
const FROM = ['01-31', '05-15', '12-31'];
const cases = drawnCases(LEDGERS).map((one, index) => ({ one, from: earlierThan(one, index) }));
const describeWithOracle = pythonHas(['openpyxl']) ? describe : describe.skip;

function earlierThan({ asOf }: Case, index: number): string {
  const year = Number(asOf.slice(0, 4)) - (index % 2);
  return `${year}-${FROM[index % FROM.length] ?? ''}`;
}

function compared(one: Case, from: string): DossierComparison {
  const dossier = dossierOf(one);
  return drain(compareSinceInSlices(controlledAt(dossier, isoDate(one.asOf)), null, isoDate(from)));
}

/** The differences between our bridges and the figures of the oracle. */
function differencesOfBridges(
  bridges: readonly Bridge[],
  expected: Readonly<Record<string, OracleBridge>>,
): readonly string[] {
  return bridges.flatMap((bridge): readonly string[] => {
    const { envelope, nature, figure, before, after, terms } = bridge;
    const wanted = expected[`${envelope} ${nature ?? 'RAP'}`];
    if (!wanted || figure === 'remaining' || figure === 'available') return [];
    const name = `${envelope} ${nature ?? ''} ${figure}`;
    const [old, current] = wanted[figure] ?? [null, null];
    const found = [
      ...(before === (old ?? (before === 0 ? 0 : null)) ? [] : [`${name} before: ${before}, not ${old}`]),
      ...(after === (current ?? (after === 0 ? 0 : null)) ? [] : [`${name} after: ${after}, not ${current}`]),
    ];
    if (terms === null) return found;
    const sum = terms.reduce((cents, term) => cents + term.cents, 0);
    if ((before ?? 0) + sum !== after) found.push(`${name}: ${before} + ${sum} is not ${after}`);
    const ofCause = (cause: string): number =>
      terms.reduce((cents, term) => cents + (term.cause === cause ? term.cents : 0), 0);
    if (figure === 'allocated') {
      for (const cause of ['amendment', 'transfer', 'carryOver', 'restoration', 'freeze'])
        if (ofCause(cause) !== (wanted.moved?.[cause] ?? 0)) found.push(`${name}, ${cause}: ${ofCause(cause)}`);
    }
    if (figure === 'consumed') {
      const left = wanted.isNewYear ? 0 - (old ?? 0) : 0;
      if (ofCause('lastYear') !== left) found.push(`${name}, last year: ${ofCause('lastYear')}, not ${left}`);
    }
    return found;
  });
}

describeWithOracle(`${LEDGERS} ledgers drawn from ${SEED}`, () => {
  test('each bridge is that of the oracle', async () => {
    const answers = await askOracle(cases.map(({ one, from }) => ({ ...one, from })));
    const found = cases.flatMap(({ one, from }, index) =>
      differencesOfBridges(compared(one, from).bridges, answers[index]?.bridges ?? {}).map(
        (difference) => `${one.name}, from ${from}: ${difference}`,
      ),
    );
    expect(found).toEqual([]);
    expect(Object.keys(answers[0]?.bridges ?? {}).length).toBeGreaterThan(2);
  });

  test('a figure that is wrong by one cent is found', async () => {
    const [first] = cases;
    if (!first) throw new Error('no ledger was drawn');
    const [answer] = await askOracle([{ ...first.one, from: first.from }]);
    const wrong = compared(first.one, first.from).bridges.map((bridge) =>
      bridge.figure === 'allocated' ? { ...bridge, after: (bridge.after ?? 0) + 1 } : bridge,
    );
    expect(differencesOfBridges(wrong, answer?.bridges ?? {})[0]).toMatch(/allocated after/);
  });
});
