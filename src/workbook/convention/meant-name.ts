/** The name that a person meant by an unknown key or heading, for a refusal that offers it. */
import { comparable, nearest } from '../../domain/text';

const IN_BRACKETS = / ?\([^()]{0,40}\)/;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;
/** « de », « AE »: such a word alone is in many headings. */
const SHORTEST = 3;
/** A heading that adds words to such a name may be another one: « Titre du marché ». */
const SHORTEST_WITHIN = 6;

/**
 * The nearest of these names; null when none is near. A typing error, without the unit in brackets, or with fewer words
 * (« RAP » for « dont RAP », « Date fin ») or more (« Exercice budgétaire »).
 */
export function meantName(name: string, names: readonly string[]): string | null {
  const bare = new Map([...names].reverse().map((known) => [known.replace(IN_BRACKETS, ''), known]));
  const typed = nearest(name.replace(IN_BRACKETS, ''), bare.keys());
  if (typed !== null) return bare.get(typed) ?? null;
  const words = wordsOf(name);
  return (
    names.find((known) => {
      const own = wordsOf(known);
      const isShorter = words.join('').length >= SHORTEST && words.every((word) => own.includes(word));
      const isLonger = own.join('').length >= SHORTEST_WITHIN && own.every((word) => words.includes(word));
      return isShorter || isLonger;
    }) ?? null
  );
}

function wordsOf(name: string): readonly string[] {
  return comparable(name)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}
