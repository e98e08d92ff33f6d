/**
 * Which code of a row names its envelope. Axe ministériel 2 does in the 2023 convention (art. 1.2); where a convention
 * gives its envelopes codes of another field instead (an UO for each délégataire, a programme for each part), that
 * field decides, and a row where it is blank is named by the next field that names an envelope.
 */
import { normaliseCode } from '../imputation/chorus-codes';
import type { CodeReading, ImputationField } from '../imputation/imputation';
import { isPattern, matchesPattern } from '../imputation/patterns';
import { comparable } from '../text';
import type { Convention, Envelope, ImputationRule } from './convention';
import { findEnvelope } from './names';

/** From the most precise field to the least. */
const OTHER_FIELDS: readonly ImputationField[] = [
  'financialCentre',
  'costCentre',
  'activity',
  'functionalDomain',
  'programme',
  'ministerialAxis1',
];

/**
 * The field that names the envelope of a row: axe 2 as soon as one rule on it does, else the first field in which every
 * envelope has codes of its own, else axe 2 by the names of the envelopes.
 */
export function envelopeFieldOf(convention: Convention): ImputationField {
  const { length } = rulesNaming(convention, 'ministerialAxis2');
  if (convention.envelopes.length < 2 || length + unreadNaming(convention, 'ministerialAxis2') > 0)
    return 'ministerialAxis2';
  return OTHER_FIELDS.find((field) => namesAll(convention, field)) ?? 'ministerialAxis2';
}

/**
 * The fields that may name the envelope of a row, the one that decides first; the others count where it is blank. Axe 2
 * is among them by the names of the envelopes (« Enveloppe »: P305). Where the convention itself gives axe 2, no other
 * code replaces it.
 */
export function envelopeFieldsOf(convention: Convention): readonly ImputationField[] {
  const deciding = envelopeFieldOf(convention);
  if (deciding === 'ministerialAxis2') return [deciding];
  const others = OTHER_FIELDS.filter((field) => field !== deciding && namesAll(convention, field));
  return [deciding, 'ministerialAxis2', ...others];
}

/** The field by which rows with these columns name their envelope: the one that decides when they have none. */
export function namingFieldIn(convention: Convention, columns: Pick<ReadonlySet<string>, 'has'>): ImputationField {
  const [deciding = 'ministerialAxis2', ...others] = envelopeFieldsOf(convention);
  return [deciding, ...others].find((field) => columns.has(field)) ?? deciding;
}

/**
 * The field whose codes may be of one envelope only: that which names the envelopes, or would but for a code that two
 * of them have. Where no envelope has a code of its own in a field, it names none.
 */
export function contestedField(convention: Convention): ImputationField {
  const deciding = envelopeFieldOf(convention);
  if (deciding !== 'ministerialAxis2' || rulesNaming(convention, deciding).length > 0) return deciding;
  const isContested = (field: ImputationField): boolean => {
    const holders = [...holdersOf(convention, field).values()];
    const named = new Set(holders.flatMap((envelopes) => [...envelopes]));
    return holders.some(({ size }) => size === 1) && named.size === convention.envelopes.length;
  };
  return OTHER_FIELDS.find(isContested) ?? deciding;
}

/** True when each envelope has a code of its own in that field, which no other has. */
function namesAll(convention: Convention, field: ImputationField): boolean {
  const holders = [...holdersOf(convention, field).values()];
  const named = new Set(holders.flatMap((envelopes) => (envelopes.size === 1 ? [...envelopes] : [])));
  const others = convention.envelopes.filter((envelope) => !named.has(envelope));
  return others.length <= unreadNaming(convention, field);
}

/** The envelopes of each code of a field. */
function holdersOf(convention: Convention, field: ImputationField): ReadonlyMap<string, ReadonlySet<Envelope>> {
  const holders = new Map<string, Set<Envelope>>();
  for (const { value, aliases, envelope: name } of rulesNaming(convention, field)) {
    const envelope = findEnvelope(convention, name ?? '');
    if (!envelope) continue;
    for (const text of [value, ...aliases]) {
      const key = codeKey(field, text);
      holders.set(key, (holders.get(key) ?? new Set()).add(envelope));
    }
  }
  return holders;
}

/** The form under which two codes of a field are the same: axe 2 is typed by hand. */
export function codeKey(field: ImputationField, text: string): string {
  return field === 'ministerialAxis2' ? comparable(text) : normaliseCode(field, text);
}

/** How many rows of a field are for one envelope, and cannot be read: each may name one that no rule names. */
function unreadNaming({ unreadCodes = [] }: Convention, wanted: ImputationField): number {
  return unreadCodes.filter(({ field, envelope }) => field === wanted && envelope !== null).length;
}

/**
 * A function that gives the envelope of a code of that field; null when the code is none of theirs, or is of several.
 */
export function createCodeMatcher(
  convention: Convention,
  field: ImputationField,
): (reading: CodeReading) => Envelope | null {
  const codes = new Map<string, Envelope | null>();
  const patterns: { readonly pattern: string; readonly envelope: Envelope }[] = [];
  for (const rule of rulesNaming(convention, field)) {
    const envelope = findEnvelope(convention, rule.envelope ?? '');
    if (!envelope) continue;
    if (isPattern(rule.value)) patterns.push({ pattern: normaliseCode(field, rule.value), envelope });
    for (const code of isPattern(rule.value) ? rule.aliases : [rule.value, ...rule.aliases]) {
      const key = normaliseCode(field, code);
      const known = codes.get(key);
      codes.set(key, known === undefined || known === envelope ? envelope : null);
    }
  }
  return (reading) => {
    if (reading.kind === 'absent' || reading.kind === 'cellError') return null;
    const code = 'canonical' in reading ? reading.canonical : normaliseCode(field, reading.raw);
    const given = codes.get(code);
    if (given !== undefined) return given;
    const [only, ...others] = new Set(
      patterns.filter(({ pattern }) => matchesPattern(pattern, code)).map(({ envelope }) => envelope),
    );
    return only && others.length === 0 ? only : null;
  };
}

/** The rules of a field that are for one envelope. */
export function rulesNaming(convention: Convention, field: ImputationField): readonly ImputationRule[] {
  return convention.imputation.filter((rule) => rule.field === field && rule.envelope !== null);
}
