/** The texts beside the values of a sheet as people read them, from what Excel and its files hold. */

/** The rest of a longer text is not kept. */
export const LONGEST_BESIDE = 1000;

/** Excel begins a note with the name of its author. */
export function withoutAuthor(text: string, author: string): string {
  return author !== '' && text.startsWith(`${author}:`) ? text.slice(author.length + 1) : text;
}

/** The left, the middle and the right of a header. */
const SECTION = /&[LCR]/gi;
/** Its fonts, sizes, colours, page numbers, dates and pictures; `&&` is the sign itself. */
const CODE = /&(?:"[^"]*"|K[0-9A-F]{6}|K\d\d[+-]\d{3}|\d{1,3}|[^&"])/gi;

/** The lines of the headers and footers of a sheet without their codes, each once. */
export function pageLines(texts: readonly string[]): readonly string[] {
  const lines = texts.flatMap((text) =>
    text
      .slice(0, LONGEST_BESIDE)
      .split('&&')
      .map(withoutCodes)
      .join('&')
      .split(/\r\n?|\n/),
  );
  return [...new Set(lines.map((line) => line.trim()))].filter((line) => line !== '');
}

function withoutCodes(text: string): string {
  return text.replace(SECTION, '\n').replace(CODE, '');
}
