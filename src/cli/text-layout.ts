/** Lines of text that a person reads in a terminal: wrapped at a width, and figures in columns. */

/** In characters, which every terminal shows; a longer word (an address of a cell) is never cut. */
const WIDTH = 100;

/** The text on lines of at most `WIDTH` characters; only ordinary spaces break, so that « 1 234,00 € » is never cut. */
export function wrapped(text: string, indent: number, hanging = indent): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  let isEmpty = true;
  for (const word of text.split(/[ \r\n\t]+/)) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = ' '.repeat(hanging);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}

/** Rows of cells in columns, the first to the left and the others to the right, two spaces apart. */
export function inColumns(rows: readonly (readonly string[])[], indent: number): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    return `${' '.repeat(indent)}${cells.join('  ')}`.trimEnd();
  });
}
