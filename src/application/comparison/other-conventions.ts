/** Whether two compared workbooks are of one convention. */
import { comparable } from '../../domain/text';
import type { ControlledDossier } from '../control';

/**
 * The names of the two conventions where they differ: by their identifiers, which name them under one reference, or,
 * under one identifier or none, by their references, case and spaces aside. Null for one convention, and where a name
 * is not given on both sides.
 */
export function otherConventions(
  { dossier: { convention: before } }: ControlledDossier,
  { dossier: { convention: after } }: ControlledDossier,
): readonly [string, string] | null {
  const isSameId = comparable(before.id) === comparable(after.id);
  const [first, second] = [before, after].map(({ reference }) => comparable(reference).replaceAll(' ', ''));
  if (before.id !== '' && after.id !== '' && !isSameId)
    return first === second ? [before.id, after.id] : [before.reference || before.id, after.reference || after.id];
  return first && second && first !== second ? [before.reference, after.reference] : null;
}
