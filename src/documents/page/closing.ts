/**
 * The end of every document: the notes that its figures need, and the line that says its size, by which it is known
 * again.
 */
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import type { FigureDesk } from '../figures/figure-desk';
import type { DocumentSource } from '../input';
import { text, type PageBuilder } from './page-builder';
import { addSentence } from './text-lines';

export function addClosing(
  page: PageBuilder,
  source: DocumentSource,
  desk: FigureDesk,
  notes: readonly string[],
): void {
  const all = [
    ...(source.ceilings.hasTables
      ? []
      : [source.convention.otherYears.length > 0 ? words.severalYears : words.noTables]),
    ...desk.notes().map((note) => words.valueNote(note.figures, note.reason, note.rows, note.text)),
    ...notes,
  ];
  page.addBlank();
  if (all.length > 0) {
    page.begins('block');
    page.addSection([text(words.notesHeading, 'totalLabel')]);
    for (const note of all) addSentence(page, note, 'subtitle');
  }
  page.add([text(words.footer(page.nextRow + 1, page.width), 'subtitle')]);
}
