/** Findings that came, went or stayed: by rule and cell, the rows being those of the same operation. */
import { compareFindings, type FindingChanges } from '../../../src/domain/comparison/compare-findings';
import type { RowPair } from '../../../src/domain/comparison/match-rows';
import type { Finding, Place } from '../../../src/domain/controls/findings/finding';
import type { RowKey } from '../../../src/domain/envelopes/ledger';
import { drain } from '../../../src/domain/slices';
import { rowOf } from '../envelopes/builders';

const at = (row: number, field = 'ae'): Place => ({ kind: 'row', row: row as RowKey, field }) as Place;
const line = (source: string, number: number): Place => ({ kind: 'extract', source, line: number });
const area = (sheet: string, cells: string): Place => ({ kind: 'area', sheet, area: cells });
const cell = (row: number, column: string, key?: string, year?: number): Place => ({
  ...{ kind: 'convention', table: 'ENV_Enveloppes', row, column },
  ...(key === undefined ? {} : { key }),
  ...(year === undefined ? {} : { year }),
});

/** Findings of one rule differ by what they found, so that only their place can match them. */
function finding(place: Place, rule = 'DON-01', raw = JSON.stringify(place)): Finding {
  return { rule, severity: 'error', place, repair: null, details: { raw } } as unknown as Finding;
}

const changes = (before: readonly Finding[], after: readonly Finding[], same: readonly RowPair[]): FindingChanges =>
  drain(
    compareFindings(before, after, { same, changed: [], removed: [rowOf({}, 7)], added: [rowOf({}, 0), rowOf({}, 8)] }),
  );

/** Row 0 of the state before is row 5 of the state after. */
const PAIRS = [{ before: rowOf({}, 0), after: rowOf({}, 5) }];

it.each`
  before                              | after                               | isKept   | why
  ${at(0)}                            | ${at(5)}                            | ${true}  | ${'the row moved'}
  ${at(0)}                            | ${at(0)}                            | ${false} | ${'another operation is there now'}
  ${at(0)}                            | ${at(5, 'cp')}                      | ${false} | ${'another column'}
  ${at(7)}                            | ${at(7)}                            | ${false} | ${'an operation that is gone'}
  ${at(20)}                           | ${at(20)}                           | ${true}  | ${'one row of headings, or one total'}
  ${at(20)}                           | ${at(21)}                           | ${false} | ${'other headings'}
  ${line('chorus.csv', 3)}            | ${line('chorus.csv', 3)}            | ${true}  | ${'one line of one extract'}
  ${line('chorus.csv', 3)}            | ${line('chorus.csv', 4)}            | ${false} | ${'another line'}
  ${line('chorus.csv', 3)}            | ${line('other.csv', 3)}             | ${false} | ${'another extract'}
  ${area('Suivi', 'A1:B2')}           | ${area('Suivi', 'A1:B2')}           | ${true}  | ${'one area'}
  ${area('Suivi', 'A1:B2')}           | ${area('Suivi', 'A1:B3')}           | ${false} | ${'another area'}
  ${area('Suivi', 'A1:B2')}           | ${area('Archives', 'A1:B2')}        | ${false} | ${'another sheet'}
  ${cell(1, 'Plafond AE', 'PDE')}     | ${cell(2, 'Plafond AE', 'PDE')}     | ${true}  | ${'the row of the same key moved'}
  ${cell(1, 'Plafond AE', 'PDE')}     | ${cell(1, 'Plafond AE', 'SF')}      | ${false} | ${'another key'}
  ${cell(1, 'Plafond AE')}            | ${cell(1, 'Plafond AE')}            | ${true}  | ${'one row without a key'}
  ${cell(1, 'Plafond AE')}            | ${cell(2, 'Plafond AE')}            | ${false} | ${'another row without a key'}
  ${cell(1, 'Plafond AE', 'PDE')}     | ${cell(1, 'Plafond CP', 'PDE')}     | ${false} | ${'another column of the convention'}
  ${cell(1, 'Plafond AE', 'P', 2023)} | ${cell(1, 'Plafond AE', 'P', 2024)} | ${false} | ${'another year'}
  ${cell(1, 'Plafond AE', 'P', 2023)} | ${cell(4, 'Plafond AE', 'P', 2023)} | ${true}  | ${'one year'}
`('$why: at its place is $isKept', ({ before, after, isKept }: { before: Place; after: Place; isKept: boolean }) => {
  const [old, current] = [finding(before, 'DON-01', 'before'), finding(after, 'DON-01', 'after')];
  const changed = [{ before: old, after: current }];
  expect(changes([old], [current], PAIRS)).toEqual(
    isKept ? { came: [], went: [], changed, kept: 0 } : { came: [current], went: [old], changed: [], kept: 0 },
  );
  const same = finding(after, 'DON-01', 'before');
  if (isKept) expect(changes([old], [same], PAIRS)).toEqual({ came: [], went: [], changed: [], kept: 1 });
});

it('a finding whose place moved is the same when it found the same', () => {
  const [old, current] = [finding(area('Suivi', 'A1:B2'), 'LEC-02', 'x'), finding(area('Bis', 'A9:B9'), 'LEC-02', 'x')];
  expect(changes([old], [current], [])).toEqual({ came: [], went: [], changed: [], kept: 1 });
});

it('the same fault, corrected on one operation and made on another, went and came', () => {
  const [old, current] = [finding(at(0), 'IMP-01', ''), finding(at(7), 'IMP-01', '')];
  expect(changes([old], [current], PAIRS)).toEqual({ came: [current], went: [old], changed: [], kept: 0 });
});

it('another rule at the same place is another finding', () => {
  const [old, current] = [finding(at(0), 'DON-01'), finding(at(5), 'DON-02')];
  expect(changes([old], [current], PAIRS)).toEqual({ came: [current], went: [old], changed: [], kept: 0 });
});

it('each finding is matched once: of two alike, the second came or went', () => {
  const [first, second] = [finding(at(0), 'DON-01', 'x'), finding(at(0), 'DON-01', 'x')];
  const moved = finding(at(5), 'DON-01', 'x');
  expect(changes([first, second], [moved], PAIRS)).toEqual({ came: [], went: [second], changed: [], kept: 1 });
  expect(changes([first], [moved, finding(at(5), 'DON-01', 'x')], PAIRS).came).toHaveLength(1);
});

it('of two findings at one place, the same one stays, whatever their order', () => {
  const [first, second] = [finding(at(0), 'DON-01', 'x'), finding(at(0), 'DON-01', 'y')];
  const current = finding(at(5), 'DON-01', 'y');
  expect(changes([first, second], [current], PAIRS)).toEqual({ came: [], went: [first], changed: [], kept: 1 });
});

describe('amounts that are not read', () => {
  const unread = (other: number, rows: number, sheet = 'Divers'): Finding =>
    ({
      ...{ rule: 'LEC-01', severity: 'error', place: area(sheet, 'A1:B9'), repair: null },
      details: { what: 'area', sheet, area: 'A1:B9', heading: '', rows, ae: 0, cp: 0, other },
    }) as unknown as Finding;

  it.each`
    before                | after                   | is
    ${unread(600_000, 3)} | ${unread(6_000_000, 3)} | ${'changed'}
    ${unread(600_000, 3)} | ${unread(600_000, 3)}   | ${'kept'}
    ${unread(600_000, 3)} | ${unread(600_000, 4)}   | ${'kept'}
  `('from $before.details.other to $after.details.other: $is', ({ before, after, is }) => {
    const [old, current] = [before, after] as readonly [Finding, Finding];
    const changed = is === 'changed' ? [{ before: old, after: current }] : [];
    expect(changes([old], [current], [])).toEqual({ came: [], went: [], changed, kept: 1 - changed.length });
  });
});

it.each([
  ['headings, or a total, that moved', 20, 21, true],
  ['a row of headings where an operation was', 7, 20, false],
  ['an operation where a total was', 20, 8, false],
  ['two operations', 7, 8, false],
])('%s, with the same fault: one finding is %p', (_, before, after, isKept) => {
  const [old, current] = [finding(at(before), 'DON-08', 'x'), finding(at(after), 'DON-08', 'x')];
  const { kept } = changes([old], [current], PAIRS);
  expect(kept).toBe(isKept ? 1 : 0);
});
