/**
 * The findings that came, those that went, and those that found something else at their place: matched by rule and
 * place (of an operation, wherever its row is), the same ones first; then by rule and details where headings, a total,
 * a table or a sheet moved.
 */
import { digestOf } from '../controls/findings/acceptance';
import type { Finding } from '../controls/findings/finding';
import type { RowKey } from '../envelopes/ledger';
import { visitInSlices, type Slices } from '../slices';
import type { MatchedRows } from './match-rows';

/** One finding in both states, with another amount, another word, another severity. */
export interface ChangedFinding {
  readonly before: Finding;
  readonly after: Finding;
}

/** The findings of the state after that are new, those of the state before that are gone, and how many stay as they are. */
export interface FindingChanges {
  readonly came: readonly Finding[];
  readonly went: readonly Finding[];
  readonly changed: readonly ChangedFinding[];
  readonly kept: number;
}

/** Compares the findings of two states, in slices; each finding is matched once at most. */
export function* compareFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  rows: MatchedRows,
): Slices<FindingChanges> {
  const [operationsBefore, operationsAfter] = [new Map<RowKey, string>(), new Map<RowKey, string>()];
  for (const pairs of [rows.same, rows.changed])
    yield* visitInSlices(pairs, (pair) => {
      operationsBefore.set(pair.before.key, `${pair.before.key}`);
      operationsAfter.set(pair.after.key, `${pair.before.key}`);
    });
  yield* visitInSlices(rows.removed, ({ key }) => operationsBefore.set(key, `old ${key}`));
  yield* visitInSlices(rows.added, ({ key }) => operationsAfter.set(key, `new ${key}`));
  const placeBefore = (finding: Finding): string => placeKey(finding, operationsBefore);
  const placeAfter = (finding: Finding): string => placeKey(finding, operationsAfter);
  const same = yield* matched(
    { findings: before, keyOf: (finding) => `${placeBefore(finding)} ${foundKey(finding)}` },
    { findings: after, keyOf: (finding) => `${placeAfter(finding)} ${foundKey(finding)}` },
  );
  const atPlace = yield* matched(
    { findings: same.went, keyOf: placeBefore },
    { findings: same.came, keyOf: placeAfter },
  );
  // An operation that moved is known already: the same fault on two of them is two findings.
  const movedKey = (finding: Finding, operations: Operations, state: string): string =>
    finding.place.kind === 'row' && operations.has(finding.place.row) ? state : foundKey(finding);
  const { went, came } = yield* matched(
    { findings: atPlace.went, keyOf: (finding) => movedKey(finding, operationsBefore, 'before') },
    { findings: atPlace.came, keyOf: (finding) => movedKey(finding, operationsAfter, 'after') },
  );
  return { came, went, changed: atPlace.pairs, kept: after.length - came.length - atPlace.pairs.length };
}

/** A name for the operation of each row, the same in both states; rows of headings and of totals have none. */
type Operations = ReadonlyMap<RowKey, string>;

/** Counts of rows: the rows themselves are compared. */
const COUNTS: ReadonlySet<string> = new Set(['rows', 'count', 'groups']);

/** The details of a finding, wherever it is. */
function foundKey(finding: Finding): string {
  const details = Object.fromEntries(Object.entries(finding.details).filter(([name]) => !COUNTS.has(name)));
  return digestOf({ ...finding, details } as Finding, []);
}

/** A finding has a digest of all its details. */
const FINDINGS_PER_SLICE = 1_000;

interface KeyedFindings {
  readonly findings: readonly Finding[];
  readonly keyOf: (finding: Finding) => string;
}

/** The findings with equal keys, each once at most, and those that are left. */
function* matched(
  before: KeyedFindings,
  after: KeyedFindings,
): Slices<Pick<FindingChanges, 'came' | 'went'> & { readonly pairs: readonly ChangedFinding[] }> {
  const left = new Map<string, Finding[]>();
  const ofBefore = (finding: Finding): void => {
    const key = before.keyOf(finding);
    const group = left.get(key);
    if (group) group.push(finding);
    else left.set(key, [finding]);
  };
  yield* visitInSlices(before.findings, ofBefore, FINDINGS_PER_SLICE);
  const came: Finding[] = [];
  const pairs: ChangedFinding[] = [];
  const ofAfter = (finding: Finding): void => {
    const old = left.get(after.keyOf(finding))?.shift();
    if (old) pairs.push({ before: old, after: finding });
    else came.push(finding);
  };
  yield* visitInSlices(after.findings, ofAfter, FINDINGS_PER_SLICE);
  const went = new Set([...left.values()].flat());
  return { went: before.findings.filter((finding) => went.has(finding)), came, pairs };
}

function placeKey({ rule, place }: Finding, operations: Operations): string {
  switch (place.kind) {
    case 'row':
      return JSON.stringify([rule, 'row', operations.get(place.row) ?? `other ${place.row}`, place.field]);
    case 'extract':
      return JSON.stringify([rule, 'extract', place.source, place.line]);
    case 'area':
      return JSON.stringify([rule, 'area', place.sheet, place.area]);
    case 'convention':
      return JSON.stringify([rule, place.table, place.key ?? place.row, place.column, place.year ?? null]);
  }
}
