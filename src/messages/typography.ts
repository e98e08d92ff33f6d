/**
 * Typography of our own words, never of a user's: French wants a no-break space inside « » and before `:` `;` `?` `!`
 * `%` `€`. A tagged template touches the text that we wrote and leaves what is put into it alone.
 */
const NO_BREAK = '\u00a0';
const LONGEST_QUOTE = 80;

/**
 * A French sentence: ordinary spaces in the source, no-break ones where French wants them. Apostrophes become
 * typographic.
 */
export function fr(strings: TemplateStringsArray, ...values: readonly string[]): string {
  return filled(FRENCH.get(strings) ?? keep(FRENCH, strings, typeset), values);
}

/** An English sentence: only its apostrophes change; the same form, so that both languages are written alike. */
export function en(strings: TemplateStringsArray, ...values: readonly string[]): string {
  return filled(ENGLISH.get(strings) ?? keep(ENGLISH, strings, withApostrophes), values);
}

/**
 * The parts of a template are one constant array wherever it is used: each is typeset once, however many findings it
 * says.
 */
type Typeset = WeakMap<TemplateStringsArray, readonly string[]>;

const FRENCH: Typeset = new WeakMap();
const ENGLISH: Typeset = new WeakMap();

function keep(known: Typeset, strings: TemplateStringsArray, set: (text: string) => string): readonly string[] {
  const parts = strings.map(set);
  known.set(strings, parts);
  return parts;
}

function filled(parts: readonly string[], values: readonly string[]): string {
  let sentence = parts[0] ?? '';
  for (let index = 0; index < values.length; index++) sentence += (values[index] ?? '') + (parts[index + 1] ?? '');
  return sentence;
}

function typeset(text: string): string {
  return withApostrophes(text.replace(/ ([:;?!%€»])/g, `${NO_BREAK}$1`).replace(/(«|n°|art\.) /g, `$1${NO_BREAK}`));
}

function withApostrophes(text: string): string {
  return text.replaceAll("'", '’');
}

/** What a cell showed, short enough for a sentence, on one line. */
export function shorten(raw: string): string {
  const line = raw.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1)}…` : line;
}
