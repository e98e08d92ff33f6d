/**
 * Typography of our own words, never of a user's: French wants a no-break space inside « » and before `:` `;` `?` `!` `%` `€`. A tagged
 * template touches the text that we wrote and leaves what is put into it alone.
 */
const NO_BREAK = '\u00a0';
const LONGEST_QUOTE = 80;

/** A French sentence: ordinary spaces in the source, no-break ones where French wants them. Apostrophes become typographic. */
export function fr(strings: TemplateStringsArray, ...values: readonly string[]): string {
  return strings.map((text, index) => typeset(text) + (values[index] ?? '')).join('');
}

/** An English sentence: nothing to change; the same form, so that both languages are written alike. */
export function en(strings: TemplateStringsArray, ...values: readonly string[]): string {
  return strings.map((text, index) => text.replaceAll("'", '’') + (values[index] ?? '')).join('');
}

function typeset(text: string): string {
  return text
    .replace(/ ([:;?!%€»])/g, `${NO_BREAK}$1`)
    .replace(/(«|n°|art\.) /g, `$1${NO_BREAK}`)
    .replaceAll("'", '’');
}

/** What a cell showed, short enough for a sentence, on one line. */
export function shorten(raw: string): string {
  const line = raw.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1)}…` : line;
}
