/** Texts that are read once. */

/** Distinct texts that are remembered; the next one clears them. */
const MOST_REMEMBERED = 50_000;

/** The same reading, which gives an equal text the same answer without reading it again. */
export function remembering<T extends object | string | boolean | null>(
  read: (text: string) => T,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = read(text);
    if (known.size === MOST_REMEMBERED) known.clear();
    known.set(text, answer);
    return answer;
  };
}
