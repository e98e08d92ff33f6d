/**
 * Sentences across a page: written line by line over blank cells, since wrapped in the first column they would be a
 * narrow pillar, and left whole they would run over the edge of the paper, which makes all the rest smaller.
 */
import type { StyleName } from '../../workbook/plan';
import { text, type PageBuilder } from './page-builder';

/**
 * Letters that a character of width holds: more than one, since a width counts in figures; less than in the narrowest
 * fonts.
 */
const LETTERS_PER_CHARACTER = 1.15;

/** Writes a sentence on as many rows as it needs. */
export function addSentence(page: PageBuilder, sentence: string, style: StyleName): void {
  const letters = Math.floor(page.widths.reduce((sum, width) => sum + width, 0) * LETTERS_PER_CHARACTER);
  for (const line of linesOf(sentence, letters)) page.add([text(line, style)]);
}

/** Lines of whole words. */
export function linesOf(sentence: string, letters: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(' ')) {
    if (line !== '' && line.length + word.length >= letters) {
      lines.push(line);
      line = '';
    }
    line += (line === '' ? '' : ' ') + word;
  }
  return [...lines, line];
}
