/**
 * Readings done once: a workbook has the same words at each reading, and on many of its rows; its rows are the same
 * objects until they change.
 */

/** Distinct texts that are remembered, and their letters; the next one clears them. */
const MOST_REMEMBERED = 50_000;
const MOST_LETTERS = 2_000_000;

/** The same reading, which gives an equal text the same answer without reading it again. */
export function remembering<T extends object | string | boolean | null>(
  read: (text: string) => T,
): (text: string) => T {
  const known = new Map<string, T>();
  let letters = 0;
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = read(text);
    letters += text.length;
    if (known.size === MOST_REMEMBERED || letters > MOST_LETTERS) {
      known.clear();
      letters = text.length;
    }
    known.set(text, answer);
    return answer;
  };
}

/** The same for a reading of objects that do not change, as the rows of a snapshot: each answer lasts as its object. */
export function rememberingEach<K extends object, T extends object | string | boolean>(
  read: (of: K) => T,
): (of: K) => T {
  const known = new WeakMap<K, T>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const answer = read(of);
    known.set(of, answer);
    return answer;
  };
}
