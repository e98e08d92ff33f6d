/**
 * Finds an envelope or a poste by what people call it: code, label, alias, whatever the case and the accents. A name
 * that two of them share at the same rank names neither: money is never put somewhere by chance.
 */
import { comparable, isTypo, nearest } from '../text';
import type { BudgetLine, Convention, Envelope } from './convention';

/** A poste is also found by the beginning of its long label, from this many letters. */
const SHORTEST_PREFIX = 4;

/** The poste that a text names inside one envelope. */
export type LineMatch =
  | { readonly kind: 'line'; readonly line: BudgetLine }
  /** The beginning of several postes, or an alias of several. */
  | { readonly kind: 'ambiguous'; readonly lines: readonly BudgetLine[] }
  | { readonly kind: 'none' };

const NONE: LineMatch = { kind: 'none' };

/** Signs and words that people type between names; the convention separates aliases by « ; » alone. */
const BETWEEN_NAMES = /[,/|+&]|\s(?:et|ou|and|or)\s/i;

/** Directories already made; a convention is never changed in place. */
const directories = new WeakMap<Convention, ReadonlyMap<string, Envelope | null>>();

/**
 * The envelope of that code, label or alias (in that rank); null when there is none or when the name is shared.
 * @example findEnvelope(convention, 'place des entreprises')?.code // 'PDE'
 */
export function findEnvelope(convention: Convention, name: string): Envelope | null {
  const sameCode = convention.envelopes.find((envelope) => envelope.code === name);
  if (sameCode) return sameCode;
  let directory = directories.get(convention);
  if (!directory) directories.set(convention, (directory = buildDirectory(convention)));
  return directory.get(comparable(name)) ?? null;
}

/** The name of an envelope closest to a wrong one, as the convention spells it, for « Vouliez-vous dire… ? ». */
export function nearestEnvelopeName(convention: Convention, name: string): string | null {
  return nearest(
    name,
    convention.envelopes.flatMap((envelope) => [envelope.code, envelope.label, ...envelope.aliases]),
  );
}

/**
 * The alias that lists a name among others, « PDE 1, PDE 2 » for « PDE 1 »: it is one name, and the parts are none.
 */
export function aliasThatLists(aliases: readonly string[], name: string): string | null {
  const wanted = comparable(name);
  const lists = (alias: string): boolean => {
    const parts = alias.split(BETWEEN_NAMES);
    return parts.length > 1 && parts.some((part) => comparable(part) === wanted);
  };
  return wanted === '' ? null : (aliases.find(lists) ?? null);
}

/** The poste of that label, alias, or unambiguous beginning of a label; null when there is none or several. */
export function findLine(envelope: Envelope, name: string): BudgetLine | null {
  const match = matchLine(envelope, name);
  return match.kind === 'line' ? match.line : null;
}

/**
 * The poste that a text names inside an envelope, of another credit year where none of its own is meant; an empty text
 * names none.
 */
export function matchLine({ lines, otherLines }: Envelope, name: string): LineMatch {
  const own = matchIn(lines, name);
  if (own.kind !== 'none' || !otherLines) return own;
  const other = matchIn(otherLines, name);
  return other.kind === 'line' ? other : NONE;
}

function matchIn(lines: readonly BudgetLine[], name: string): LineMatch {
  const wanted = lineKey(name);
  if (wanted === '') return NONE;
  const known = keysOf(lines);
  const same = known.filter(({ keys }) => keys.includes(wanted));
  if (same.length > 0) return onlyOne(same);
  if (comparable(name).length < SHORTEST_PREFIX) return NONE;
  return onlyOne(known.filter(({ keys: [label] }) => label?.startsWith(wanted)));
}

/** The names of a poste in the form that is compared, its label first. */
interface KeyedLine {
  readonly line: BudgetLine;
  readonly keys: readonly string[];
}

/** Keys already made; a list of postes is never changed in place. */
const keyedLines = new WeakMap<readonly BudgetLine[], readonly KeyedLine[]>();

function keysOf(lines: readonly BudgetLine[]): readonly KeyedLine[] {
  const known = keyedLines.get(lines);
  if (known) return known;
  const keyed = lines.map((line) => ({ line, keys: [line.label, ...line.aliases].map(lineKey) }));
  keyedLines.set(lines, keyed);
  return keyed;
}

/**
 * True when the annex of another credit year names that poste in the envelope: a row keeps the poste of its own year.
 * It is no poste of the year of the figures, and no unknown one either. A name that both share between postes is none.
 */
export function isLineOfOtherYear({ otherYears }: Convention, own: Envelope, name: string): boolean {
  const isShared = matchLine(own, name).kind === 'ambiguous';
  return otherYears.some(({ envelopes }) =>
    envelopes.some((envelope) => {
      if (envelope.code !== own.code) return false;
      const { kind } = matchLine(envelope, name);
      return kind === 'line' || (kind === 'ambiguous' && !isShared);
    }),
  );
}

/** The name of a poste closest to a wrong one. */
export function nearestLineName(envelope: Envelope, name: string): string | null {
  return nearest(
    name,
    envelope.lines.flatMap((line) => [line.label, ...line.aliases]),
  );
}

/** True when a typing error makes of that name one poste of the envelope, and of no other. */
export function isTypoOfOneLine(envelope: Envelope, name: string): boolean {
  const wanted = lineKey(name);
  return keysOf(envelope.lines).filter(({ keys }) => keys.some((one) => isTypo(wanted, one))).length === 1;
}

function onlyOne(lines: readonly KeyedLine[]): LineMatch {
  const [only, ...others] = lines;
  if (!only) return NONE;
  return others.length === 0
    ? { kind: 'line', line: only.line }
    : { kind: 'ambiguous', lines: lines.map(({ line }) => line) };
}

/**
 * Plurals are typed loosely: without this, « Prestations » on Signaux Faibles would be its audit and not its «
 * Prestation ».
 */
function lineKey(label: string): string {
  return comparable(label).replace(/s\b/g, '');
}

function buildDirectory(convention: Convention): ReadonlyMap<string, Envelope | null> {
  const directory = new Map<string, Envelope | null>();
  const ranks: ((envelope: Envelope) => readonly string[])[] = [
    ({ code }) => [code],
    ({ label }) => [label],
    ({ aliases }) => aliases,
  ];
  for (const namesOf of ranks) {
    const ofThisRank = new Map<string, Envelope | null>();
    for (const envelope of convention.envelopes) {
      for (const name of namesOf(envelope).map(comparable)) {
        const known = ofThisRank.get(name);
        ofThisRank.set(name, known === undefined || known === envelope ? envelope : null);
      }
    }
    for (const [name, envelope] of ofThisRank) if (!directory.has(name)) directory.set(name, envelope);
  }
  directory.delete('');
  return directory;
}
