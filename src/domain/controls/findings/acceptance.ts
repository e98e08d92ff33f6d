/**
 * A person may accept a finding with a reason; it stays listed, with who, when and why. The acceptance keeps a digest
 * of all that the finding rests on: the cells of the whole row, and what the rule computed from elsewhere (the excess
 * over a ceiling…). A later change gives another digest, and the finding is open again. The position of the row is no
 * part of it: rows are sorted and inserted.
 */
import type { CivilDate } from '../../calendar/civil-date';
import type { LedgerRow, TotalRow } from '../../envelopes/ledger';
import type { Finding, RuleCode } from './finding';

/** An accepted finding, as read from the register. */
export interface Acceptance {
  /** Position in the register, from 0. */
  readonly index: number;
  /** The code as written; a rule of another version is kept and matches nothing. */
  readonly rule: string;
  /** Its place when it was accepted, for the reader, and to distinguish two equal rows. */
  readonly sheet: string;
  readonly cell: string;
  readonly digest: string;
  readonly reason: string;
  readonly author: string;
  readonly on: CivilDate | null;
}

/** True for the code of a rule of the reconciliation with Chorus, which is run apart from the controls. */
export function isOfReconciliation(rule: string): boolean {
  return rule.startsWith('CHO-');
}

/** The members of a finding that `matchAcceptances` reads; the digest is computed only where a rule has acceptances. */
export interface AcceptedView {
  readonly digest: string;
  readonly sheet: string;
  readonly cell: string;
}

/**
 * Which findings are accepted, and the acceptances that match nothing any more: the row changed, or the fault is gone.
 */
export interface MatchedAcceptances {
  readonly accepted: ReadonlyMap<Finding, Acceptance>;
  readonly unmatched: readonly Acceptance[];
}

/**
 * Gives each acceptance its finding: same rule and same digest, at the same cell when several are alike. One acceptance
 * covers one finding, so that a copy of an accepted row is a new finding. Without a reason or a digest it accepts
 * nothing.
 */
export function matchAcceptances(
  findings: readonly Finding[],
  acceptances: readonly Acceptance[],
  viewOf: (finding: Finding) => AcceptedView,
): MatchedAcceptances {
  const accepted = new Map<Finding, Acceptance>();
  const free = new Map<string, Acceptance[]>();
  for (const acceptance of acceptances) {
    if (acceptance.reason.trim() === '' || acceptance.digest === '') continue;
    const key = keyOf(acceptance.rule, acceptance.digest);
    const same = free.get(key);
    if (same) same.push(acceptance);
    else free.set(key, [acceptance]);
  }
  const rules = new Set(acceptances.map(({ rule }) => rule));
  const views = findings.filter(({ rule }) => rules.has(rule)).map((finding) => ({ finding, view: viewOf(finding) }));
  const take = (atItsCell: boolean): void => {
    for (const { finding, view } of views) {
      const left = free.get(keyOf(finding.rule, view.digest));
      if (!left || accepted.has(finding)) continue;
      const index = left.findIndex(({ sheet, cell }) => !atItsCell || (sheet === view.sheet && cell === view.cell));
      const [taken] = index < 0 ? [] : left.splice(index, 1);
      if (taken) accepted.set(finding, taken);
    }
  };
  take(true);
  take(false);
  const used = new Set(accepted.values());
  return { accepted, unmatched: acceptances.filter((acceptance) => !used.has(acceptance)) };
}

/** The digest of a finding that rests on these contents: sixteen hexadecimal figures. */
export function digestOf(finding: Finding, contents: readonly string[]): string {
  return fnv1a(stableText([finding.rule, finding.severity, contents, detailsOf(finding)]));
}

/** Members of a row that give its position, the origin of its cells, or words whose meaning another member has. */
const NO_CONTENTS: ReadonlySet<string> = new Set([
  ...['key', 'firstCovered', 'inherited', 'statusText', 'partOf', 'isInAdvance'],
]);

/** The readings of the cells of a row, field by field, whatever its position. */
export function contentsOfRow(row: LedgerRow | TotalRow): readonly string[] {
  return Object.entries(row)
    .filter(([name]) => !NO_CONTENTS.has(name))
    .map(([name, cell]) => `${name} ${stableText(cell)}`)
    .sort();
}

/**
 * Details that name the extract, which the next extract of the same Chorus changes: its name, its lines, its last day.
 */
const OF_EXTRACT: ReadonlySet<string> = new Set([
  ...['source', 'lines', 'line', 'firstLine', 'lastDate', 'unreadLine', 'effectlessLine'],
]);

/**
 * The details without positions, without the controls that a missing column prevents nor the words that a register
 * understands, which a new version lengthens, and without the year of a former excess, which was accepted in it.
 */
function detailsOf({ rule, details }: Finding): Readonly<Record<string, unknown>> {
  const isPosition = (name: string): boolean =>
    name === 'firstRow' ||
    name === 'area' ||
    name === 'prevented' ||
    name === 'formerYear' ||
    (name === 'expected' && 'unread' in details) ||
    (isOfReconciliation(rule) && OF_EXTRACT.has(name));
  return Object.fromEntries(Object.entries(details).filter(([name]) => !isPosition(name)));
}

/** A value as text, members in the order of their names. */
function stableText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).sort(byName)) : part,
  );
}

function isRecord(part: unknown): part is Readonly<Record<string, unknown>> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

function byName([first]: readonly [string, unknown], [second]: readonly [string, unknown]): number {
  return first < second ? -1 : 1;
}

function keyOf(rule: RuleCode | string, digest: string): string {
  return `${rule} ${digest}`;
}

/** The halves, of 32 bits, of FNV's offset; its prime is 2^40 + PRIME. */
const [OFFSET_HIGH, OFFSET_LOW] = [0xcbf29ce4, 0x84222325];
const PRIME = 0x1b3;
const HALF = 2 ** 32;

/** FNV-1a over the sixteen-bit units of a text, on 64 bits: no secret, only a text that any change alters. */
export function fnv1a(text: string): string {
  let [high, low] = [OFFSET_HIGH, OFFSET_LOW];
  for (let at = 0; at < text.length; at++) {
    const mixed = (low ^ text.charCodeAt(at)) >>> 0;
    low = Math.imul(mixed, PRIME) >>> 0;
    const carried = (mixed * PRIME - low) / HALF; // below 2^53: exact
    high = (Math.imul(high, PRIME) + (mixed << 8) + carried) >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}
