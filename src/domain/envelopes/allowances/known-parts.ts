/**
 * The programmes and the titres of a convention: a ceiling over another one would bound nothing, and no row would show
 * it.
 */
import { normaliseCode, programmeOf } from '../../imputation/chorus-codes';
import { isPattern } from '../../imputation/patterns';
import { nearest } from '../../text';
import type { Convention } from '../convention';
import type { PartCeiling } from './allowances';
import { partValue, programmesAccepted, titreOf } from './part-ceilings';

/**
 * The part that a ceiling probably means where the convention does not have its own: the nearest, else all of them;
 * null for one that it has, or may have.
 */
function partMeant(convention: Convention, ceiling: PartCeiling): string | null {
  const known = ceiling.part === 'programme' ? programmesOf(convention) : titresOf(convention);
  const value = partValue(ceiling);
  if (known.length === 0 || known.includes(value)) return null;
  return nearest(value, known) ?? known.join(', ');
}

/** Empty where a programme may be any: a form leaves it open, an envelope has no code, a row of them cannot be read. */
function programmesOf(convention: Convention): readonly string[] {
  const { imputation, unreadCodes = [], envelopes } = convention;
  const isOpen = imputation.some(
    ({ field, value }) =>
      isPattern(value) &&
      programmeOf(field, '0000') !== null &&
      programmeOf(field, normaliseCode(field, value)) === null,
  );
  if (isOpen || unreadCodes.length > 0) return [];
  if (envelopes.some((envelope) => programmesAccepted(convention, envelope).size === 0)) return [];
  const all = imputation.flatMap(({ field, value }) => programmeOf(field, normaliseCode(field, value)) ?? []);
  return [...new Set(all)];
}

function titresOf({ envelopes, otherYears }: Convention): readonly string[] {
  const all = [...envelopes, ...otherYears.flatMap((of) => of.envelopes)].flatMap((envelope) =>
    [null, ...envelope.lines].flatMap((line) => titreOf(envelope, line) ?? []),
  );
  return [...new Set(all)];
}

/** The ceilings over a part that the convention does not have, by position, with the part that they probably mean. */
export function unknownParts(
  convention: Convention,
): readonly { readonly position: number; readonly value: string; readonly meant: string }[] {
  return convention.partCeilings.flatMap((ceiling, position) => {
    const meant = partMeant(convention, ceiling);
    return meant === null ? [] : [{ position, value: ceiling.value, meant }];
  });
}
