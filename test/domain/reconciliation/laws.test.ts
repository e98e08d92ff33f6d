/**
 * Laws of the reconciliation, on any two sides: nothing lost, nothing found where nothing differs, and every fault
 * once.
 */
import fc from 'fast-check';
import { addDays, isoDate, toIso, type CivilDate } from '../../../src/domain/calendar/civil-date';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import type { Ledger } from '../../../src/domain/envelopes/ledger';
import type { ChorusExtract } from '../../../src/domain/reconciliation/extract';
import { isGap } from '../../../src/domain/reconciliation/groups';
import { reconcile, type Reconciliation } from '../../../src/domain/reconciliation/reconcile-extracts';
import { convention2023 } from '../../support/conventions';
import { extractOf } from '../../support/ledgers/extract-builder';
import { ledgerOf } from '../../support/ledgers/ledger-builder';
import { findingText } from '../../support/reconciliation';
import { drawn, EXTRACT_HEADINGS, extracts, LEDGER_HEADINGS, ledgers } from './any-two-sides';

const convention = convention2023();
const asOf = isoDate('2023-12-31');
const AXES = ['PDE', 'Signaux Faibles'];

const run = (ledger: Ledger, extracts: readonly ChorusExtract[]): Reconciliation =>
  reconcile({ charged: chargeLedger(ledger, convention, asOf), extracts });
const french = (date: CivilDate): string => toIso(date).split('-').reverse().join('/');
const euros = (cents: number): string =>
  `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`;

describe('any two sides', () => {
  test('every amount of both sides is in exactly one group, and the sums of the groups are those of the sides', () => {
    fc.assert(
      fc.property(ledgers, extracts, (ledger, given) => {
        const { groups, balance } = run(ledger, given);
        const lines = groups.flatMap((group) => group.lines.map(({ line }) => line));
        const all = given.flatMap((extract) => extract.lines);
        expect(lines).toHaveLength(all.length);
        expect(groups.filter((group) => group.rows.length + group.lines.length === 0)).toEqual([]);
        expect(new Set(lines)).toEqual(new Set(all));
        const rows = groups.flatMap((group) => group.rows.map(({ row, nature }) => `${row.key} ${nature}`)).sort();
        const expected = ledger.rows.flatMap(({ key, ae, cp }) => [
          ...(ae.kind !== 'absent' || cp.kind === 'absent' ? [`${key} AE`] : []),
          ...(cp.kind !== 'absent' ? [`${key} CP`] : []),
        ]);
        expect(rows).toEqual(expected.sort());
        const cents = (nature: string): number =>
          all.filter((line) => line.nature === nature).reduce((sum, line) => sum + line.cents, 0);
        expect([balance.chorus.AE.cents, balance.chorus.CP.cents]).toEqual([cents('AE'), cents('CP')]);
        for (const group of groups)
          expect(group.gap).toBe(group.ledgerCents + (group.listed?.cents ?? 0) - group.chorusCents);
      }),
      { numRuns: 100 },
    );
  });

  test('a group is matched when, and only when, its amounts are equal', () => {
    fc.assert(
      fc.property(ledgers, extracts, (ledger, given) => {
        for (const { status, gap } of run(ledger, given).groups) {
          if (status === 'matched' || status === 'codesDiffer') expect(gap).toBe(0);
          if (status === 'amountDiffers') expect(gap).not.toBe(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('the totals of the envelopes have a gap only where some group has one', () => {
    fc.assert(
      fc.property(ledgers, extracts, (ledger, given) => {
        const { groups, totals } = run(ledger, given);
        const gaps = new Set(groups.filter(isGap).map(({ nature }) => nature));
        for (const { nature, gap } of totals) if (!gaps.has(nature)) expect([0, null]).toContain(gap);
      }),
      { numRuns: 100 },
    );
  });
});

/** An operation that both sides know; the index makes its numbers. */
interface Operation {
  readonly kind: 'AE' | 'CP';
  readonly cents: number;
  readonly day: number;
  readonly axis: number;
  /** Number of lines of Chorus for it. */
  readonly parts: number;
}

const operation: fc.Arbitrary<Operation> = fc.record({
  kind: fc.constantFrom('AE' as const, 'CP' as const),
  cents: fc.integer({ min: 100, max: 9_999_999 }),
  day: fc.integer({ min: 0, max: 360 }),
  axis: fc.integer({ min: 0, max: 1 }),
  parts: fc.integer({ min: 1, max: 3 }),
});
const operations = fc.array(operation, { minLength: 1, maxLength: 15 });

const ejOf = (index: number, kind: string): string =>
  `14${kind === 'AE' ? '1' : '2'}${String(kind === 'AE' ? index : Math.floor(index / 3)).padStart(7, '0')}`;
const dpOf = (index: number): string => `01${String(index).padStart(8, '0')}`;

function rowOf({ kind, cents, day, axis }: Operation, index: number): string[] {
  const date = french(addDays(isoDate('2023-01-02'), day));
  const common = ['juste', AXES[axis] ?? '', '', ejOf(index, kind), '1'];
  return kind === 'AE'
    ? [...common, date, euros(cents), '', '', '', '']
    : [...common, '', '', dpOf(index), date, date, euros(cents)];
}

function linesOf({ kind, cents, day, axis, parts }: Operation, index: number): string[][] {
  const date = french(addDays(isoDate('2023-01-02'), day));
  const part = Math.floor(cents / parts);
  return Array.from({ length: parts }, (_, at) => {
    const amount = euros(at === parts - 1 ? cents - part * (parts - 1) : part);
    const dp = kind === 'AE' ? ['', ''] : [dpOf(index), String(at + 1)];
    return [
      kind === 'AE' ? 'engagement' : 'paiement',
      'juste',
      AXES[axis] ?? '',
      ejOf(index, kind),
      '1',
      ...dp,
      'ADCE',
      '2023',
      date,
      amount,
    ];
  });
}

/** A last line on which nothing depends, at the end of the year: the extract is not older than the ledger. */
const LAST_LINES = ['engagement', 'paiement'].map((movement) => {
  return [movement, 'juste', 'PDE', '1499999999', '1', '', '', 'ADCE', '2023', '31/12/2023', '0'];
});

function reconciledOf(rows: readonly (readonly string[])[], lines: readonly (readonly string[])[]): readonly string[] {
  return run(ledgerOf(drawn(LEDGER_HEADINGS, rows)), [
    extractOf(drawn(EXTRACT_HEADINGS, [...lines, ...LAST_LINES])),
  ]).findings.map(findingText);
}

describe('a ledger and the extract of the same operations', () => {
  test('give no finding', () => {
    fc.assert(
      fc.property(operations, (all) => expect(reconciledOf(all.map(rowOf), all.flatMap(linesOf))).toEqual([])),
      { numRuns: 100 },
    );
  });

  const chosen = operations.chain((all) => fc.tuple(fc.constant(all), fc.integer({ min: 0, max: all.length - 1 })));
  const fieldOf = (kind: 'AE' | 'CP' | undefined): string => (kind === 'AE' ? 'ae' : 'cp');
  const lineBefore = (all: readonly Operation[], at: number): number =>
    all.slice(0, at).reduce((count, { parts }) => count + parts, 0);

  test('but the one that Chorus lacks, once, at its row', () => {
    fc.assert(
      fc.property(chosen, ([all, at]) => {
        const lines = all.flatMap((one, index) => (index === at ? [] : linesOf(one, index)));
        expect(reconciledOf(all.map(rowOf), lines)).toEqual([`CHO-01 error ${at + 1} ${fieldOf(all[at]?.kind)}`]);
      }),
      { numRuns: 100 },
    );
  });

  test('but the one that the ledger lacks, once, at its first line', () => {
    fc.assert(
      fc.property(chosen, ([all, at]) => {
        const rows = all.map(rowOf).filter((_, index) => index !== at);
        expect(reconciledOf(rows, all.flatMap(linesOf))).toEqual([
          `CHO-02 error extrait.csv:${lineBefore(all, at) + 1}`,
        ]);
      }),
      { numRuns: 100 },
    );
  });

  test('but the one whose amount differs, by a cent or more, once, at its amount', () => {
    fc.assert(
      fc.property(chosen, fc.integer({ min: 1, max: 50 }), ([all, at], more) => {
        const rows = all.map((one, index) => rowOf(index === at ? { ...one, cents: one.cents + more } : one, index));
        const field = fieldOf(all[at]?.kind);
        expect(reconciledOf(rows, all.flatMap(linesOf))).toEqual([`CHO-03 error ${at + 1} ${field}`]);
      }),
      { numRuns: 100 },
    );
  });

  test('but the one charged to the other envelope, once, at its axe ministériel 2', () => {
    fc.assert(
      fc.property(chosen, ([all, at]) => {
        const rows = all.map((one, index) => rowOf(index === at ? { ...one, axis: 1 - one.axis } : one, index));
        expect(reconciledOf(rows, all.flatMap(linesOf))).toEqual([`CHO-04 error ${at + 1} ministerialAxis2`]);
      }),
      { numRuns: 100 },
    );
  });

  test('but the payment that is twice in Chorus, once, at the line that repeats', () => {
    const withPayment = operations.map((all): readonly Operation[] => [
      ...all,
      { kind: 'CP', cents: 12_345, day: 9, axis: 0, parts: 1 },
    ]);
    fc.assert(
      fc.property(withPayment, (all) => {
        const last = all.length - 1;
        const lines = all.flatMap(linesOf);
        const repeated = linesOf(all[last] as Operation, last);
        expect(reconciledOf(all.map(rowOf), [...lines, ...repeated])).toEqual([
          `CHO-05 error extrait.csv:${lines.length + 1}`,
        ]);
      }),
      { numRuns: 100 },
    );
  });

  test('a date inside the year, or a DP number that is not typed, changes nothing', () => {
    fc.assert(
      fc.property(operations, fc.integer({ min: 0, max: 360 }), (all, day) => {
        const moved = all.map((one, index) => rowOf({ ...one, day }, index));
        expect(reconciledOf(moved, all.flatMap(linesOf))).toEqual([]);
        const ofOne = all.map((one) => ({ ...one, axis: 0 }));
        const unnumbered = ofOne
          .map(rowOf)
          .map((cells) => cells.map((cell, at) => (LEDGER_HEADINGS[at] === 'DP' ? '' : cell)));
        expect(reconciledOf(unnumbered, ofOne.flatMap(linesOf))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
