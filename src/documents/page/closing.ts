/** The end of a document: who signs it, the notes on its figures, and the line with its size. */
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import type { FigureDesk } from '../figures/figure-desk';
import type { DocumentSource } from '../input';
import { text, type PageBuilder } from './page-builder';

const BLANK_ROWS_TO_SIGN = 4;

/** For whom it is signed, place and date, name and quality. The cells beside them belong to the user. */
export function addSignature(page: PageBuilder, { convention }: DocumentSource): void {
  page.begins('tail');
  page.addSection([text(words.signedFor(convention.delegates), 'title')]);
  for (const label of words.signature) page.add([text(label, 'paragraph')]);
  for (let row = 0; row < BLANK_ROWS_TO_SIGN; row++) page.addBlank();
}

/** The notes, then the size. */
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
    for (const note of all) page.addSentence(note, 'subtitle');
  }
  addSize(page);
}

/** The last line of every document, by which a later generation detects rows and columns that the user inserted. */
export function addSize(page: PageBuilder): void {
  page.add([text(words.footer(page.nextRow + 1, page.width), 'subtitle')]);
}
