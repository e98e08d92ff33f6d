/** Accepted findings: which one an acceptance covers, and what opens it again. */
import fc from 'fast-check';
import {
  contentsOfRow,
  digestOf,
  fnv1a,
  matchAcceptances,
  type Acceptance,
} from '../../../../src/domain/controls/findings/acceptance';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { Finding, RuleCode } from '../../../../src/domain/controls/findings/finding';
import type { LedgerRow, RowKey } from '../../../../src/domain/envelopes/ledger';
import { findingsOf } from '../../../support/controls';
import { exampleOf } from '../../../messages/examples';
import { ledgerOf } from '../../../support/ledgers/ledger-builder';

const HEADINGS = 'imputation | axe 2 | poste | EJ | titulaire | objet | date EJ | AE';
const ROW = 'juste | PDE | Frais annexes | 12 | Alpha | Papier | 15/02/2023 | 100,00';

/** The findings of a table with their digests, as `rule digest`. */
function digestsOf(...rows: readonly string[]): readonly string[] {
  const ledger = ledgerOf([HEADINGS, ...rows].join('\n'));
  const rowOf = (key: RowKey): LedgerRow | undefined => ledger.rows.find((row) => row.key === key);
  return findingsOf(ledger).map((finding) => {
    const row = finding.place.kind === 'row' ? rowOf(finding.place.row) : undefined;
    return `${finding.rule} ${digestOf(finding, row ? contentsOfRow(row) : [])}`;
  });
}

test('sixteen hexadecimal figures, the same at each run', () => {
  expect(digestsOf(ROW)).toEqual([expect.stringMatching(/^EJ-03 [0-9a-f]{16}$/)]);
  expect(digestsOf(ROW)).toEqual(digestsOf(ROW));
});

test('the position of the row is no part of it', () => {
  const right = ROW.replace('| 12 |', '| 1400000001 |');
  expect(digestsOf(right, right.replace('100,00', '99,00'), ROW)).toEqual(digestsOf(ROW));
});

test.each`
  change                              | why
  ${['100,00', '100,01']}             | ${'an amount'}
  ${['100,00', 'texte 100,00']}       | ${'an amount kept as text: DON-02 comes too'}
  ${['15/02/2023', '16/02/2023']}     | ${'a date'}
  ${['Papier', 'Papiers']}            | ${'the label'}
  ${['Alpha', '']}                    | ${'the supplier'}
  ${['| 12 |', '| 13 |']}             | ${'the EJ'}
  ${['Frais annexes', 'Acquisition']} | ${'the poste'}
`('$change: $why changes the digest', ({ change }: { change: [string, string] }) => {
  const [before = ''] = digestsOf(ROW);
  expect(digestsOf(ROW.replace(...change))).not.toContain(before);
});

test('the excess over a ceiling is part of it: another row that changes it opens the finding again', () => {
  const over = 'juste | PDE | Frais annexes | 1400000002 | Alpha | Papier | 16/02/2023 | 499 999,00';
  const first = (amount: string) =>
    `juste | PDE | Frais annexes | 1400000001 | Alpha | Papier | 15/02/2023 | ${amount}`;
  const ceilingOf = (amount: string) => digestsOf(first(amount), over).filter((text) => text.startsWith('PLA-01'));
  expect(ceilingOf('2,00')).toHaveLength(1);
  expect(ceilingOf('2,00')).toEqual(ceilingOf('2,00'));
  expect(ceilingOf('2,00')).not.toEqual(ceilingOf('3,00'));
});

test('a cell that runs into the next is another row', () => {
  const [one] = digestsOf(ROW.replace('Alpha | Papier', 'Alpha P | apier'));
  expect([one]).not.toEqual(digestsOf(ROW));
});

describe('a finding that comes again', () => {
  const changed = (rule: RuleCode, change: object): boolean => {
    const { details } = exampleOf(rule);
    const other = exampleOf(rule, { ...details, ...change } as Finding['details']);
    return digestOf(exampleOf(rule), ['x']) !== digestOf(other, ['x']);
  };

  test.each`
    rule        | change                                                                   | isAnother | why
    ${'CHO-02'} | ${{ source: 'juillet.csv' }}                                             | ${false}  | ${'the next extract has another name'}
    ${'CHO-02'} | ${{ lines: [7] }}                                                        | ${false}  | ${'and other lines'}
    ${'CHO-05'} | ${{ line: 99, firstLine: 98 }}                                           | ${false}  | ${'and other lines'}
    ${'CHO-01'} | ${{ lastDate: isoDate('2023-07-31') }}                                   | ${false}  | ${'and another last day'}
    ${'CHO-01'} | ${{ unreadLine: { source: 'a.csv', line: 4 } }}                          | ${false}  | ${'and a line that is not read'}
    ${'CHO-01'} | ${{ effectlessLine: { source: 'a.csv', line: 4, reason: 'cancelled' } }} | ${false}  | ${'and a line that is cancelled'}
    ${'CHO-02'} | ${{ cents: 1 }}                                                          | ${true}   | ${'its amount is another'}
    ${'PLA-04'} | ${{ line: 'Un autre poste' }}                                            | ${true}   | ${'of another poste, which is no line of an extract'}
    ${'DON-03'} | ${{ firstRow: 99 }}                                                      | ${false}  | ${'the row that it repeats moved'}
    ${'LEC-01'} | ${{ area: 'B2:E10' }}                                                    | ${false}  | ${'the place moved'}
    ${'LEC-01'} | ${{ ae: 1 }}                                                             | ${true}   | ${'other amounts are not read'}
    ${'DON-08'} | ${{ prevented: ['IMP-01', 'NEW-01'] }}                                   | ${false}  | ${'a new version has more controls'}
    ${'DON-08'} | ${{ field: 'costCentre' }}                                               | ${true}   | ${'another column'}
  `('$rule: another finding is $isAnother, $why', ({ rule, change, isAnother }) => {
    expect(changed(rule as RuleCode, change as object)).toBe(isAnother);
  });

  test.each`
    rule        | change                   | isAnother | why
    ${'DEL-06'} | ${{ expected: 'autre' }} | ${false}  | ${'a new version understands more words'}
    ${'DEL-06'} | ${{ unread: 'avis' }}    | ${true}   | ${'another word'}
    ${'DEL-06'} | ${{ column: 'Avis' }}    | ${true}   | ${'another cell'}
    ${'DON-08'} | ${{ expected: 'autre' }} | ${false}  | ${'a new version understands more words'}
    ${'DON-08'} | ${{ unread: 'Dom.' }}    | ${true}   | ${'another word'}
  `('$rule, of a cell of a register: another finding is $isAnother, $why', ({ rule, change, isAnother }) => {
    const details = { label: 'Point', column: 'Type', unread: 'suivi', expected: '' };
    const [one, other] = [details, { ...details, ...(change as object) }].map((all) =>
      exampleOf(rule as RuleCode, all as unknown as Finding['details']),
    );
    expect(digestOf(one!, ['x']) !== digestOf(other!, ['x'])).toBe(isAnother);
  });

  test('its digest depends on its contents, its gravity and its details, in whatever order they are given', () => {
    const finding = exampleOf('CHO-04');
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, part]) => [name, reversed(part)]),
            )
          : value;
    const digest = digestOf(finding, ['x']);
    expect(digestOf({ ...finding, details: reversed(finding.details) } as Finding, ['x'])).toBe(digest);
    expect(digestOf(finding, ['y'])).not.toBe(digest);
    expect(digestOf({ ...finding, severity: 'info' }, ['x'])).not.toBe(digest);
  });

  test('the contents of a row are its cells, in whatever order, wherever it is and whatever row gave them', () => {
    const [row] = ledgerOf([HEADINGS, ROW].join('\n')).rows;
    const contents = contentsOfRow(row!);
    const moved = { ...row!, key: 99 as RowKey, inherited: new Set(['budgetLine' as const]) };
    expect(contentsOfRow(Object.fromEntries(Object.entries(moved).reverse()) as unknown as LedgerRow)).toEqual(
      contents,
    );
    expect(contentsOfRow({ ...row!, ae: { kind: 'absent' } })).not.toEqual(contents);
  });

  test('a total row that moved with its rows has the same contents; without its amount, it is another total', () => {
    const [total] = ledgerOf('poste | AE\nFrais annexes | 100,00\nTotal | 100,00').totals;
    const contents = contentsOfRow(total!);
    expect(contentsOfRow({ ...total!, key: 42 as RowKey, firstCovered: 41 as RowKey })).toEqual(contents);
    expect(contentsOfRow({ ...total!, ae: { kind: 'absent' } })).not.toEqual(contents);
  });

  test('a workbook keeps its digests: the next version gives the same one to the same finding', () => {
    const finding = exampleOf('EJ-03', { several: false, raw: '12' });
    // FNV-1a of ["EJ-03","error",["ejNumber 12"],{"raw":"12","several":false}], computed apart.
    expect(digestOf({ ...finding, severity: 'error' }, ['ejNumber 12'])).toBe('77aee5dac31a75dd');
  });

  test('the digest is FNV-1a on sixteen figures, its first zeros too', () => {
    expect(['', 'a', 'foobar'].map(fnv1a)).toEqual(['cbf29ce484222325', 'af63dc4c8601ec8c', '85944171f73967e8']);
    expect(fnv1a('Facture 100')).toBe('01ca85a97140d908');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => expect(fnv1a(text)).toBe(digestInBigIntegers(text))),
    );
  });
});

describe('matching', () => {
  const finding = (line: number): Finding => ({
    rule: 'EJ-03',
    severity: 'error',
    place: { kind: 'row', row: line as RowKey, field: 'ejNumber' },
    details: { raw: '12', several: false },
    repair: null,
  });
  const acceptance = (change: Partial<Acceptance>): Acceptance => ({
    index: 0,
    rule: 'EJ-03',
    sheet: 'Suivi',
    cell: 'A1',
    digest: 'same',
    reason: 'vu',
    author: 'Zoé',
    on: null,
    ...change,
  });
  const viewOf = ({ place }: Finding) => ({
    digest: 'same',
    sheet: 'Suivi',
    cell: `A${place.kind === 'row' ? place.row : 0}`,
  });

  test('one acceptance covers one finding: a copy of an accepted row is a new finding', () => {
    const [one, two] = [finding(1), finding(2)];
    const { accepted, unmatched } = matchAcceptances([one, two], [acceptance({ cell: 'A2' })], viewOf);
    expect([accepted.has(one), accepted.has(two), unmatched]).toEqual([false, true, []]);
  });

  test('a row that moved keeps its acceptance; two rows alike keep two', () => {
    const rows = [finding(7), finding(8)];
    const given = [acceptance({ index: 0, cell: 'A3' }), acceptance({ index: 1, cell: 'A7' })];
    const { accepted } = matchAcceptances(rows, given, viewOf);
    expect(rows.map((row) => accepted.get(row)?.index)).toEqual([1, 0]);
  });

  test('the cell of another sheet is another cell', () => {
    const rows = [finding(1), finding(2)];
    const given = [acceptance({ index: 0, sheet: 'Archives' }), acceptance({ index: 1 })];
    const { accepted } = matchAcceptances(rows, given, viewOf);
    expect(rows.map((row) => accepted.get(row)?.index)).toEqual([1, 0]);
  });

  test.each`
    change                 | why
    ${{ digest: 'other' }} | ${'what it rests on changed'}
    ${{ rule: 'EJ-01' }}   | ${'another rule'}
    ${{ rule: 'XYZ-99' }}  | ${'a rule of another version'}
    ${{ reason: '  ' }}    | ${'no reason is left'}
    ${{ digest: '' }}      | ${'no digest is left'}
  `('$change accepts nothing: $why', ({ change }: { change: Partial<Acceptance> }) => {
    const given = acceptance(change);
    const { accepted, unmatched } = matchAcceptances([finding(1)], [given], viewOf);
    expect([accepted.size, unmatched]).toEqual([0, [given]]);
  });

  test('no digest is computed for a rule that nobody accepted', () => {
    const asked: Finding[] = [];
    matchAcceptances([finding(1)], [acceptance({ rule: 'DON-01' })], (one) => {
      asked.push(one);
      return viewOf(one);
    });
    expect(asked).toEqual([]);
  });

  test('law: each acceptance is used once at most, and each is either used or unmatched', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('x', 'y', 'z', '')),
        fc.array(fc.constantFrom('x', 'y', 'z', '')),
        (digests, given) => {
          const findings = digests.map((_, index) => finding(index));
          const acceptances = given.map((digest, index) => acceptance({ index, digest }));
          const view = (one: Finding) => ({
            digest: digests[one.place.kind === 'row' ? one.place.row : 0] ?? '',
            sheet: '',
            cell: '',
          });
          const { accepted, unmatched } = matchAcceptances(findings, acceptances, view);
          expect(new Set(accepted.values()).size).toBe(accepted.size);
          expect(accepted.size + unmatched.length).toBe(acceptances.length);
          for (const [one, { digest }] of accepted)
            expect(['x', 'y', 'z']).toContain(view(one).digest === digest && digest);
          for (const digest of ['x', 'y', 'z']) {
            const count = (all: readonly string[]) => all.filter((text) => text === digest).length;
            expect([...accepted.values()].filter((one) => one.digest === digest)).toHaveLength(
              Math.min(count(digests), count(given)),
            );
          }
        },
      ),
    );
  });
});

/** FNV-1a as it is defined, on integers of any size. */
function digestInBigIntegers(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
