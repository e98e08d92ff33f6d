/**
 * Codes that a convention gives as a pattern: `*` matches any characters, none included, and `?` one (« 0103-01-* »).
 * The text of a cell or of a convention is never made into a regular expression: the time taken is bounded for any
 * text.
 */

/** Codes are shorter; what is longer matches no pattern. */
const LONGEST = 200;

/** True when the value is a pattern and not a code. */
export function isPattern(value: string): boolean {
  return value.includes('*') || value.includes('?');
}

/**
 * True when the whole text has the form of the pattern; both as they are compared (case, spaces and hyphens already
 * settled).
 * @example matchesPattern('0103-0?-*', '0103-01-01') // true
 */
export function matchesPattern(pattern: string, text: string): boolean {
  if (pattern.length > LONGEST || text.length > LONGEST) return false;
  let [at, place] = [0, 0];
  // The last `*`, and where the text resumes when it must match one character more.
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (pattern[place] === '*') {
      star = place++;
      resume = at;
    } else if (pattern[place] === '?' || pattern[place] === text[at]) {
      place++;
      at++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[place] === '*') place++;
  return place === pattern.length;
}
