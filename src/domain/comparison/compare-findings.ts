/**
 * The findings that came and those that went: matched by rule and place (of a row, that of the same operation), then by
 * rule and details where a table or a sheet moved.
 */
import { digestOf } from '../controls/findings/acceptance';
import type { Finding } from '../controls/findings/finding';
import type { RowKey } from '../envelopes/ledger';
import { visitInSlices, type Slices } from '../slices';
import type { MatchedRows } from './match-rows';

/** The findings of the state after that are new, those of the state before that are gone, and how many stay. */
export interface FindingChanges {
  readonly came: readonly Finding[];
  readonly went: readonly Finding[];
  readonly kept: number;
}

/** Compares the findings of two states, in slices; each finding is matched once at most. */
export function* compareFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  { same, changed }: Pick<MatchedRows, 'same' | 'changed'>,
): Slices<FindingChanges> {
  const operations = new Map<RowKey, RowKey>();
  for (const pairs of [same, changed])
    yield* visitInSlices(pairs, (pair) => operations.set(pair.after.key, pair.before.key));
  const atPlace = yield* unmatched(
    { findings: before, keyOf: (finding) => placeKey(finding, ({ row }) => `${row}`) },
    { findings: after, keyOf: (finding) => placeKey(finding, ({ row }) => `${operations.get(row) ?? `new ${row}`}`) },
  );
  const detailsKey = (finding: Finding): string => digestOf(finding, []);
  const { went, came } = yield* unmatched(
    { findings: atPlace.went, keyOf: detailsKey },
    { findings: atPlace.came, keyOf: detailsKey },
  );
  return { came, went, kept: after.length - came.length };
}

/** A finding has a digest of all its details. */
const FINDINGS_PER_SLICE = 1_000;

interface KeyedFindings {
  readonly findings: readonly Finding[];
  readonly keyOf: (finding: Finding) => string;
}

function* unmatched(
  before: KeyedFindings,
  after: KeyedFindings,
): Slices<{ readonly went: readonly Finding[]; readonly came: readonly Finding[] }> {
  const left = new Map<string, Finding[]>();
  const ofBefore = (finding: Finding): void => {
    const key = before.keyOf(finding);
    const group = left.get(key);
    if (group) group.push(finding);
    else left.set(key, [finding]);
  };
  yield* visitInSlices(before.findings, ofBefore, FINDINGS_PER_SLICE);
  const came: Finding[] = [];
  const ofAfter = (finding: Finding): void => {
    if (left.get(after.keyOf(finding))?.shift() === undefined) came.push(finding);
  };
  yield* visitInSlices(after.findings, ofAfter, FINDINGS_PER_SLICE);
  const went = new Set([...left.values()].flat());
  return { went: before.findings.filter((finding) => went.has(finding)), came };
}

function placeKey({ rule, place }: Finding, rowOf: (place: { readonly row: RowKey }) => string): string {
  switch (place.kind) {
    case 'row':
      return JSON.stringify([rule, 'row', rowOf(place), place.field]);
    case 'extract':
      return JSON.stringify([rule, 'extract', place.source, place.line]);
    case 'area':
      return JSON.stringify([rule, 'area', place.sheet, place.area]);
    case 'convention':
      return JSON.stringify([rule, place.table, place.key ?? place.row, place.column, place.year ?? null]);
  }
}
