/**
 * Ordinary headings in place of the expected ones, in a right table: each is read as its field, or its column is left
 * unused for the user to map; none is read as another field.
 */
import fc from 'fast-check';
import type { LedgerField } from '../../../src/domain/envelopes/ledger';
import type { CellValue } from '../../../src/workbook/cells';
import { findLedgers } from '../../../src/workbook/ledger/find-ledger';
import { namesOf } from '../../../src/workbook/ledger/known-names';
import { convention2023 } from '../../support/conventions';
import {
  expectedPositions,
  ORDINARY_HEADINGS,
  OTHER_HEADINGS,
  positionOf,
  tableWith,
} from '../../support/ledgers/ordinary-headings';
import { workbookOf } from '../../support/ledgers/workbook-of';

const NAMES = namesOf(convention2023());
const FIELDS = [...expectedPositions().keys()];
const HEADINGS = new Map(FIELDS.map((field) => [field, (ORDINARY_HEADINGS[field] ?? '').split(' | ')]));

interface Read {
  /** `field=position`, for each column that is read. */
  readonly columns: readonly string[];
  readonly unused: readonly string[];
}

function read(rows: readonly (readonly CellValue[])[]): Read {
  const [found] = findLedgers(workbookOf({ name: 'Suivi', rows }), [], NAMES);
  const blocks = found?.blocks ?? [];
  return {
    columns: blocks
      .flatMap(({ block }) => [...block.columns].map(([field, { column }]) => `${field}=${column}`))
      .sort(),
    unused: blocks.flatMap(({ unused }) => unused.map(({ heading }) => heading)),
  };
}

const pairs = FIELDS.flatMap((field) => (HEADINGS.get(field) ?? []).map((heading) => ({ field, heading })));
const sure = FIELDS.map((field) => `${field}=${positionOf(field)}`).sort();

test('of the ordinary headings, at least nine in ten are read alone, and none as another field', () => {
  const asked: string[] = [];
  for (const { field, heading } of pairs) {
    const { columns, unused } = read(tableWith(field, heading));
    if (columns.join() === sure.join()) continue;
    asked.push(heading);
    expect([heading, ...columns]).toEqual([heading, ...sure.filter((one) => !one.startsWith(`${field}=`))]);
    expect(unused).toContain(heading);
  }
  expect(asked.length).toBeLessThan(0.1 * pairs.length);
});

test.each(OTHER_HEADINGS)('« %s » is no field, and takes the place of none', (heading, value) => {
  const { columns, unused } = read(tableWith(null, heading, value));
  expect(columns).toEqual(sure);
  if (heading !== 'Exercice') expect(unused).toEqual([heading]);
});

test('law: whatever the headings of each field and the order of the columns, no column is read as another field', () => {
  const anyHeadings = fc.tuple(...FIELDS.map((field) => fc.constantFrom(...(HEADINGS.get(field) ?? []))));
  const order = fc.shuffledSubarray(FIELDS, { minLength: FIELDS.length });
  fc.assert(
    fc.property(anyHeadings, order, fc.constantFrom(...OTHER_HEADINGS), (headings, fields, [other, value]) => {
      fc.pre(new Set([...headings, other]).size === headings.length + 1);
      const [, ...rows] = tableWith('ae', 'Montant AE');
      const headingOf = (field: LedgerField): string => headings[FIELDS.indexOf(field)] ?? '';
      const moved = rows.map((row) => [...fields.map((field) => row[positionOf(field)] ?? null), value]);
      const { columns } = read([[...fields.map(headingOf), other], ...moved]);
      const right = new Set(fields.map((field, position) => `${field}=${position}`));
      expect(columns.filter((column) => !right.has(column))).toEqual([]);
    }),
    { seed: 9, numRuns: 100 },
  );
});
