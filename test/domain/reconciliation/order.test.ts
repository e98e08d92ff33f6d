/**
 * The result of the reconciliation depends on the content of both sides, never on the order of the lines of an extract,
 * of the extracts or of the rows of the ledger. Only places (row, line) follow the order.
 */
import fc from 'fast-check';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { chargeLedger } from '../../../src/domain/envelopes/charged-ledger';
import type { Ledger } from '../../../src/domain/envelopes/ledger';
import { Euros } from '../../../src/domain/money/euros';
import type { ChorusAmount, LedgerAmount } from '../../../src/domain/reconciliation/amounts';
import type { ChorusExtract } from '../../../src/domain/reconciliation/extract';
import { reconcile } from '../../../src/domain/reconciliation/reconcile-extracts';
import { convention2023 } from '../../support/conventions';
import { extractOf } from '../../support/ledgers/extract-builder';
import { ledgerOf } from '../../support/ledgers/ledger-builder';
import { drawn, EXTRACT_HEADINGS, extractLine, LEDGER_HEADINGS, ledgerRow } from './any-two-sides';

const convention = {
  ...convention2023(),
  rap: [{ ej: '1400000003', amount: Euros.fromCents<'CP'>(3000) }],
};
const asOf = isoDate('2023-12-31');

/** The details of a finding that are positions. */
const PLACES: ReadonlySet<string> = new Set(['source', 'line', 'lines', 'firstLine']);

/** Groups, findings and totals as texts, without the positions of the lines, nor of the rows when these are moved. */
function contentOf(ledger: Ledger, extracts: readonly ChorusExtract[], rowsMove = false): readonly string[] {
  const { groups, findings, balance, totals } = reconcile({
    charged: chargeLedger(ledger, convention, asOf),
    extracts,
  });
  const ofRow = ({ row: { key, ...row }, nature }: LedgerAmount): string =>
    JSON.stringify([nature, row, rowsMove ? null : key]);
  const ofLine = ({ extract, line: { line: _, ...line } }: ChorusAmount): string =>
    JSON.stringify([extracts[extract]?.source, line]);
  return [
    ...groups.map(({ rows, lines, counterpart, repeats, listed, ...group }) =>
      JSON.stringify({
        ...group,
        listed: listed && { ...listed, ...(rowsMove && 'row' in listed && { row: null }) },
        rows: rows.map(ofRow).sort(),
        lines: lines.map(ofLine).sort(),
        counterpart: counterpart && [counterpart.kind, counterpart.date],
        repeats: repeats && ofLine(repeats),
      }),
    ),
    ...findings.map(({ rule, severity, place, details }) => {
      const where = rowsMove || place.kind === 'extract' ? place.kind : place;
      return JSON.stringify([rule, severity, where, withoutPlaces(details)]);
    }),
    ...totals.map((total) => JSON.stringify(total)),
    JSON.stringify(balance),
  ].sort();
}

/** Details, and those that they hold, without positions. */
function withoutPlaces(details: object): object {
  return JSON.parse(JSON.stringify(details, (key, value: unknown) => (PLACES.has(key) ? undefined : value))) as object;
}

/** A list, and the same in another order. */
const reordered = <T>(items: fc.Arbitrary<T[]>): fc.Arbitrary<readonly [readonly T[], readonly T[]]> =>
  items.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));

const ledgerFrom = (rows: readonly (readonly string[])[]): Ledger => ledgerOf(drawn(LEDGER_HEADINGS, rows));
const extractFrom = (lines: readonly (readonly string[])[], source = 'extrait.csv'): ChorusExtract =>
  extractOf(drawn(EXTRACT_HEADINGS, lines), { source });
const rows = fc.array(ledgerRow, { maxLength: 10 });
const lines = fc.array(extractLine, { maxLength: 10 });

describe('the result does not depend on', () => {
  test('the order of the lines of an extract', () => {
    fc.assert(
      fc.property(rows, reordered(lines), (ofLedger, [before, after]) => {
        const ledger = ledgerFrom(ofLedger);
        expect(contentOf(ledger, [extractFrom(after)])).toEqual(contentOf(ledger, [extractFrom(before)]));
      }),
      { numRuns: 100 },
    );
  });

  test('the order of the extracts, nor of the lines in each', () => {
    const shape = fc.constantFrom('journal' as const, 'journal' as const, 'jp57' as const, 'nationalCp' as const);
    const lacks = fc.subarray(['carryOver', 'imputation', 'envelope'] as const);
    const several = fc
      .array(fc.tuple(reordered(lines), shape, lacks), { maxLength: 3 })
      .map((all) => all.map(([orders, ofShape, lacking], at) => ({ orders, ofShape, lacking, source: `${at}.csv` })));
    fc.assert(
      fc.property(rows, reordered(several), (ofLedger, [before, after]) => {
        const ledger = ledgerFrom(ofLedger);
        const read = (all: typeof before, order: 0 | 1): ChorusExtract[] =>
          all.map(({ orders, ofShape, lacking, source }) =>
            extractOf(drawn(EXTRACT_HEADINGS, orders[order]), { source, shape: ofShape, lacks: lacking }),
          );
        expect(contentOf(ledger, read(after, 1))).toEqual(contentOf(ledger, read(before, 0)));
      }),
      { numRuns: 100 },
    );
  });

  test('the order of the rows of the ledger', () => {
    fc.assert(
      fc.property(reordered(rows), lines, ([before, after], ofExtract) => {
        const given = [extractFrom(ofExtract)];
        expect(contentOf(ledgerFrom(after), given, true)).toEqual(contentOf(ledgerFrom(before), given, true));
      }),
      { numRuns: 100 },
    );
  });
});

/** Orders that once gave two results; each is a ledger, the lines of an extract, and the groups whatever their order. */
describe('cases found by drawing', () => {
  const LEDGER = `
    imputation | axe 2 | EJ         | poste EJ | date EJ    | AE    | payé le    | CP    | DP`;
  const LINES = `
    mouvement    | codes | axe 2 | EJ         | poste EJ | DP         | société | date       | montant`;
  test.each([
    [
      'a group is recognised by the most precise number that both sides share, not by that of its first line',
      `
      juste | PDE | 1400000002 | 2 | 15/02/2023 | 10,00 | | | 0100000001`,
      [
        'engagement   | juste | PDE | 1400000002 | 2 | 0100000003 | ADCE | 15/02/2023 | 10,00',
        'réimputation | juste | PDE | 1400000002 | 2 | 0100000001 | ADCE | 15/02/2023 | 10,00',
      ],
      ['amountDiffers dp: 1 row, 2 lines'],
    ],
    [
      'of two lines alike but for the supplier or the société, the same one is matched',
      `
      juste | PDE | 1400000001 | | | | 15/02/2023 | 10,00 |`,
      [
        'paiement | juste | PDE | 1400000001 | | | BRET | 15/02/2023 | 10,00',
        'paiement | juste | PDE | 1400000001 | | | ADCE | 15/02/2023 | 10,00',
      ],
      ['matched ejAmount: 1 row, 1 lines', 'notInLedger: 0 row, 1 lines'],
    ],
    [
      'of two equal lines, the same one is cancelled by their opposite',
      ``,
      [
        'engagement | juste | PDE | 1400000009 | 1 | | ADCE | 15/02/2023 | 10,00',
        'retrait    | juste | PDE | 1400000009 | 1 | | ADCE | 17/02/2023 | -10,00',
        'engagement | juste | PDE | 1400000009 | 1 | | ADCE | 16/02/2023 | 10,00',
      ],
      ['notInLedger: 0 row, 1 lines', 'matched netZero: 0 row, 2 lines'],
    ],
    [
      'a DP of two sociétés, on a row without EJ and of another amount, is that of the same one',
      `
      juste | PDE | | | | | 15/02/2023 | 7,00 | 0100000001`,
      [
        'paiement | juste | PDE | 1400000001 | | 0100000001 | ADCE | 15/02/2023 | 400,00',
        'paiement | juste | PDE | 1400000002 | | 0100000001 | BRET | 15/02/2023 | 50,00',
      ],
      ['amountDiffers dp: 1 row, 1 lines', 'notInLedger: 0 row, 1 lines'],
    ],
    [
      'a code that is wrong for the AE and the CP of a row is one fault of the AE, whichever comes first',
      `
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 10,00 | 15/02/2023 | 10,00 | 0100000001`,
      [
        'paiement   | juste | CAB | 1400000001 | 1 | 0100000001 | ADCE | 15/02/2023 | 10,00',
        'engagement | juste | SF  | 1400000001 | 1 | 0100000001 | ADCE | 15/02/2023 | 10,00',
        'engagement | juste | CAB | 1400000001 | 1 | 0100000001 | ADCE | 15/02/2023 | 10,00',
        'engagement | juste | SF  | 1400000001 | 1 | 0100000001 | ADCE | 15/02/2023 | 10,00',
        'engagement | juste | SF  | 1400000001 | 1 | 0100000001 | ADCE | 15/02/2023 | 10,00',
      ],
      ['codesDiffer dp: 1 row, 1 lines', 'codesDiffer ejLine: 1 row, 1 lines', 'notInLedger: 0 row, 3 lines'],
    ],
  ])('%s', (_, ofLedger, ofExtract, expected) => {
    const ledger = ledgerOf(LEDGER + ofLedger);
    const read = (all: readonly string[]): ChorusExtract[] => [extractOf([LINES, ...all].join('\n'))];
    const given = read(ofExtract);
    const reversed = read([...ofExtract].reverse());
    const { groups } = reconcile({ charged: chargeLedger(ledger, convention, asOf), extracts: given });
    expect(
      groups.map(
        ({ status, by, rows: ours, lines: theirs }) =>
          `${[status, ...(by ? [by] : [])].join(' ')}: ${ours.length} row, ${theirs.length} lines`,
      ),
    ).toEqual(expected);
    expect(contentOf(ledger, reversed)).toEqual(contentOf(ledger, given));
  });

  test('a national extract is preferred to a regional one, whichever is given first', () => {
    const ledger = ledgerOf(`${LEDGER}
      juste | PDE | 1400000001 | 1 | 15/02/2023 | 10,00 | | |`);
    const line = `${LINES}
      engagement | juste | PDE | 1400000001 | 1 | | ADCE | 15/02/2023 | 10,00`;
    const regional = extractOf(line, { source: 'a.csv', shape: 'infBud53Ae' });
    const national = extractOf(line, { source: 'b.csv', shape: 'nationalAe' });
    for (const extracts of [
      [regional, national],
      [national, regional],
    ]) {
      const [compared, aside] = reconcile({ charged: chargeLedger(ledger, convention, asOf), extracts }).groups;
      const sourceOf = (group: typeof compared): string | undefined => extracts[group?.lines[0]?.extract ?? -1]?.source;
      expect([compared?.status, sourceOf(compared), aside?.why, sourceOf(aside)]).toEqual([
        'matched',
        'b.csv',
        'otherExtract',
        'a.csv',
      ]);
    }
  });
});
