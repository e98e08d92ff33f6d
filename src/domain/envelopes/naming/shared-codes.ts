/**
 * Codes that a convention gives to two envelopes where they name the envelope of a row: it contradicts itself, and no
 * order of its rows may decide who is charged.
 */
import { comparable } from '../../text';
import type { Convention, ImputationRule } from '../convention';
import { codeKey, contestedField, rulesNaming } from '../envelope-field';

/** A code of one envelope that also names another. */
export interface SharedCode {
  readonly rule: ImputationRule;
  /** Its position in `aliases`; null for the value. */
  readonly alias: number | null;
  readonly text: string;
  /** The codes of both envelopes, that of the rule last. */
  readonly envelopes: readonly [string, string];
}

/**
 * Each code of the naming field that is of two envelopes, at the rule that comes last; on axe 2 also one that is the
 * name of another envelope, of any credit year.
 */
export function sharedCodes(convention: Convention): readonly SharedCode[] {
  const field = contestedField(convention);
  const owners = new Map(field === 'ministerialAxis2' ? namesOfEnvelopes(convention) : []);
  const taken = new Map<string, string>();
  return rulesNaming(convention, field).flatMap((rule) =>
    [rule.value, ...rule.aliases].flatMap((text, position): SharedCode[] => {
      const [own, key] = [rule.envelope ?? '', codeKey(field, text)];
      const other = [taken.get(key), owners.get(key)].find((one) => one !== undefined && one !== own);
      if (!taken.has(key)) taken.set(key, own);
      return other === undefined
        ? []
        : [{ rule, alias: position === 0 ? null : position - 1, text, envelopes: [other, own] }];
    }),
  );
}

/** The names of the envelopes of every credit year, comparable, with their codes. */
function namesOfEnvelopes({ envelopes, otherYears }: Convention): readonly (readonly [string, string])[] {
  const all = [...envelopes, ...otherYears.flatMap((of) => of.envelopes)];
  return all.flatMap(({ code, label, aliases }) =>
    [code, label, ...aliases].map((name) => [comparable(name), code] as const),
  );
}
