/**
 * Typography of our own words: French wants a no-break space inside « » and before `:` `;` `?` `!` `%` `€`. A template
 * tag typesets the text of the source and leaves the values, which users typed, unchanged.
 */
const NO_BREAK = '\u00a0';
const LONGEST_QUOTE = 80;

type Tag = (strings: TemplateStringsArray, ...values: readonly string[]) => string;

/** A French sentence: no-break spaces and typographic apostrophes. */
export const fr = tagOf((text) =>
  withApostrophes(text.replace(/ ([:;?!%€»])/g, `${NO_BREAK}$1`).replace(/(«|n°|art\.) /g, `$1${NO_BREAK}`)),
);

/** An English sentence: typographic apostrophes. */
export const en = tagOf(withApostrophes);

/** Typesets each template once: its strings are one constant array however often it is used. */
function tagOf(typeset: (text: string) => string): Tag {
  const known = new WeakMap<TemplateStringsArray, readonly string[]>();
  return (strings, ...values) => {
    let parts = known.get(strings);
    if (parts === undefined) known.set(strings, (parts = strings.map(typeset)));
    let sentence = parts[0] ?? '';
    for (let index = 0; index < values.length; index++) sentence += (values[index] ?? '') + (parts[index + 1] ?? '');
    return sentence;
  };
}

function withApostrophes(text: string): string {
  return text.replaceAll("'", '’');
}

/** The text of a cell on one line, cut to fit in a sentence. */
export function shorten(raw: string): string {
  const line = raw.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1)}…` : line;
}
