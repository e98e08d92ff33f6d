/**
 * Typography of our own words. French wants a no-break space inside « », before `:` `;` `?` `!` `%` `€`, after « n° »,
 * « art. », « EJ », « DP » or « ligne », in « de CP », and between a number and its unit; English after “art.”, “EJ”,
 * “DP” or “row”. A template tag typesets the text of the source and leaves the values, which users typed, unchanged.
 */
const NO_BREAK = '\u00a0';
const LONGEST_QUOTE = 80;
const LONGEST_SENTENCE = 600;

/** A number and its unit are not separated: the end of a value that is a number, then the start of the text. */
const UNITS = '(?:jours?|mois|ans?|années?|heures?|lignes?|cellules?)';
const UNIT_FIRST = new RegExp(`^ (?=${UNITS}(?!\\p{L}))`, 'u');
const NUMBER_AND_UNIT = new RegExp(`(\\d) (?=${UNITS}(?!\\p{L}))`, 'gu');

type Tag = (strings: TemplateStringsArray, ...values: readonly string[]) => string;

/** A French sentence: no-break spaces and typographic apostrophes. */
export const fr = tagOf(
  (text) =>
    withApostrophes(
      text
        .replace(/ ([:;?!%€»])/g, `${NO_BREAK}$1`)
        .replace(/(«|\b[nN]°|\bart\.) /g, `$1${NO_BREAK}`)
        .replace(/(\b(?:EJ|DP|p\.|articles?|lignes?)) (?=\d|$)/g, `$1${NO_BREAK}`)
        .replace(/(\bde) (?=CP\b)/g, `$1${NO_BREAK}`)
        .replace(NUMBER_AND_UNIT, `$1${NO_BREAK}`),
    ),
  (value, next) => (/\d$/.test(value) ? next.replace(UNIT_FIRST, NO_BREAK) : next),
);

/** An English sentence: typographic apostrophes, and the word before a number on its line. */
export const en = tagOf(
  (text) =>
    withApostrophes(
      text.replace(/\bart\. /g, `art.${NO_BREAK}`).replace(/(\b(?:EJ|DP|[Rr]ows?)) (?=\d|$)/g, `$1${NO_BREAK}`),
    ),
  (_, next) => next,
);

/**
 * Typesets each template once: its strings are one constant array however often it is used. `join` typesets the text
 * that follows a value.
 */
function tagOf(typeset: (text: string) => string, join: (value: string, next: string) => string): Tag {
  const known = new WeakMap<TemplateStringsArray, readonly string[]>();
  return (strings, ...values) => {
    let parts = known.get(strings);
    if (parts === undefined) known.set(strings, (parts = strings.map(typeset)));
    let sentence = parts[0] ?? '';
    for (let index = 0; index < values.length; index++) {
      const value = values[index] ?? '';
      sentence += value + join(value, parts[index + 1] ?? '');
    }
    return sentence;
  };
}

function withApostrophes(text: string): string {
  return text.replaceAll("'", '’');
}

/** The text of a cell on one line, cut to fit in a sentence. */
export function shorten(raw: string): string {
  return cutAt(raw, LONGEST_QUOTE);
}

/** A whole sentence, which quotes what somebody typed, cut to fit on a page. */
export function shortenSentence(raw: string): string {
  return cutAt(raw, LONGEST_SENTENCE);
}

function cutAt(raw: string, most: number): string {
  const line = raw.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
