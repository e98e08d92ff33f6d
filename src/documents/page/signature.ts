/**
 * Where a document is signed: for whom, then place and date, name and quality, with room for the hand. Blank cells
 * beside them are the user's.
 */
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import type { DocumentSource } from '../input';
import { text, type PageBuilder } from './page-builder';

const ROWS_FOR_THE_HAND = 4;

export function addSignature(page: PageBuilder, { convention }: DocumentSource): void {
  page.begins('tail');
  page.addSection([text(words.signedFor(convention.delegates), 'title')]);
  for (const label of words.signature) page.add([text(label, 'paragraph')]);
  for (let row = 0; row < ROWS_FOR_THE_HAND; row++) page.addBlank();
}
