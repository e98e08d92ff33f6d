/**
 * The letters to the délégant and to the CBCM: insufficiency, suspension, unspent credits (art. 3 of the 2023
 * convention), request of a transfer (art. 1.2), amendment (art. 4), termination (art. 5). Within one ministry, a
 * letter is a note. Its control page is apart.
 */
import { centsOf } from '../../../domain/money/known-cents';
import { DOCUMENT_WORDS } from '../../../messages/documents/documents-fr';
import { HEAD_WORDS } from '../../../messages/documents/head-fr';
import { NOTICE_WORDS as words } from '../../../messages/documents/notices-fr';
import { formatDate } from '../../../messages/format';
import type { NoticeKind } from '../../../workbook/document-names';
import type { WriterAdvice } from '../../../workbook/writer-advice';
import { addClosing, addControlPage } from '../../page/closing';
import { addControls, controlHighlight, ownFigure, sumOfCells, type ControlLine } from '../../page/control-lines';
import type { DocumentPage, Origin } from '../../page/document-page';
import { addChangeTable, addCreditTable, creditRowsOf, hasPartRows, WIDTHS, type CreditRow } from './notice-table';
import { FigureDesk } from '../../figures/figure-desk';
import { addDates, titleOf } from '../../page/heading';
import type { DocumentInput, DocumentSource } from '../../input';
import { WHOLE_CONVENTION } from '../../../domain/envelopes/ceilings';
import { amendmentOf } from './notice-amendment';
import { changesOf, planTransfers, type CreditChange } from './notice-figures';
import { letterText, type LetterText } from './notice-sentences';
import { PageBuilder, text } from '../../page/page-builder';

/** Blank rows that the team fills in, under the paragraphs. */
const ROWS_TO_WRITE = 2;
const ROWS_TO_SIGN = 4;

/** The advice to the writer of a letter of that kind. */
export function noticeAdvice(kind: NoticeKind): (input: DocumentInput) => readonly WriterAdvice[] {
  return (input) => letterText(input, kind).advice;
}

/** The page builder of a letter. */
export function notice(kind: NoticeKind): (source: DocumentSource, origin: Origin) => DocumentPage {
  return (source, origin) => pageOf(source, origin, kind);
}

function pageOf(source: DocumentSource, origin: Origin, kind: NoticeKind): DocumentPage {
  const page = new PageBuilder(origin, WIDTHS, 'portrait');
  const letter = letterText(source.input, kind);
  addLetterhead(page, source, kind, letter);
  addParagraphs(page, letter.before);
  for (let row = 0; row < ROWS_TO_WRITE; row++) page.addBlank();
  const changes = changesIn(source, kind);
  if (changes) addChangeTable(page, changes.rows, changes.headings);
  const hasCredits = changes === null && kind !== 'avenant';
  const reserved = page.reserve(hasCredits ? 1 + creditRowsOf(source.convention) : 0);
  page.addBlank();
  addParagraphs(page, letter.after);
  addEnd(page, source, kind, letter.isComplete);
  if (kind === 'fongibilite') addAnswer(page);
  addControlPage(page, source);
  const { bounds } = addDates(page, source);
  const desk = new FigureDesk(source, bounds);
  let table: readonly CreditRow[] = [];
  reserved.fill(() => {
    if (hasCredits) table = addCreditTable({ page, source, desk, bounds });
  });
  page.addBlank();
  addControls(page, controlsOf(page, source, table), desk);
  addClosing(page, source, desk, [
    ...(table.length === 0 ? [] : [words.reservedIsAValue]),
    ...(table.length > 0 && hasPartRows(source.convention) ? [words.partsAreValues] : []),
    ...(changes === null ? [] : [words.changesAreValues]),
  ]);
  return page.build({ commentColumn: null, highlights: [controlHighlight(page)] });
}

/** Within one ministry, when both are known. */
function isNote({ convention: { correspondence } }: DocumentSource, kind: NoticeKind): boolean {
  const { ministry, delegantMinistry } = correspondence;
  return kind !== 'avenant' && ministry !== '' && ministry === delegantMinistry;
}

function addLetterhead(page: PageBuilder, source: DocumentSource, kind: NoticeKind, letter: LetterText): void {
  const { subject, isJustified } = letter;
  const { convention, input } = source;
  const { correspondence, delegants, delegates } = convention;
  const { service, mailbox, town, greeting } = correspondence;
  const line = (sentence: string): void => page.addSentence(sentence, 'paragraph');
  const contact = [service, mailbox].filter((part) => part !== '');
  const recipient =
    kind === 'avenant'
      ? words.both(comptrollersOf(source))
      : delegants.map(({ representative, name }) => representative || name).join(' ; ');
  line(HEAD_WORDS.administration(convention));
  line(words.nearTo(town));
  line(words.ourReference);
  if (contact.length > 0) line(words.followedBy(contact));
  page.addBlank();
  line(isNote(source, kind) ? words.note(recipient) : words.fromTo(HEAD_WORDS.quality(delegates), recipient));
  page.addBlank();
  const title = titleOf(source, words.subject(subject), isJustified);
  for (const other of [words.subject(subject), HEAD_WORDS.draft(words.subject(subject))]) page.formerly(other, title);
  page.addSection([text(title, 'title')]);
  const decree = kind === 'avenant' ? words.decree[4] : kind === 'resiliation' ? words.decree[5] : null;
  const reference = HEAD_WORDS.convention(convention);
  const cited = reference.charAt(0).toLowerCase() + reference.slice(1);
  line(words.reference([cited, ...(decree === null ? [] : [decree])].join(' ; ')));
  line(words.enclosed(kind === 'avenant' ? subjectOf(source) : words.situation(formatDate(input.balances.asOf, 'fr'))));
  page.addBlank();
  if (isNote(source, kind)) return;
  line(words.greeting(greeting));
  page.addBlank();
}

function subjectOf({ input }: DocumentSource): string {
  return words.enclosedAmendment(amendmentOf(input));
}

function addParagraphs(page: PageBuilder, paragraphs: readonly string[]): void {
  for (const paragraph of paragraphs) page.addSentence(paragraph, 'paragraph');
}

/** The change that the letter is about; null for a letter on the credits as they are. */
function changesIn(
  { input }: DocumentSource,
  kind: NoticeKind,
): { readonly rows: readonly CreditChange[]; readonly headings: readonly string[] } | null {
  const amendment = kind === 'avenant' ? amendmentOf(input) : null;
  if (amendment && amendment.changes.length > 0) return { rows: amendment.changes, headings: words.tables.changes };
  const { asked } = kind === 'fongibilite' ? planTransfers(input) : { asked: [] };
  return asked.length > 0 ? { rows: changesOf(input, asked), headings: words.tables.transfer } : null;
}

/** Courtesy, signature, copies; the rows between belong to the team. */
function addEnd(page: PageBuilder, source: DocumentSource, kind: NoticeKind, isComplete: boolean): void {
  const { correspondence, delegates } = source.convention;
  page.addBlank();
  if (!isNote(source, kind)) page.addSentence(words.courtesy(correspondence.greeting), 'paragraph');
  page.addBlank();
  page.begins('tail');
  if (!isComplete) page.add([text(HEAD_WORDS.cannotBeSigned, 'paragraph')]);
  page.addSentence(HEAD_WORDS.mandate(correspondence.mandate), 'paragraph');
  page.addSentence(HEAD_WORDS.quality(delegates), 'paragraph');
  for (let row = 0; row < ROWS_TO_SIGN; row++) page.addBlank();
  if (correspondence.signatoryName === '') page.addBlank();
  else page.add([text(correspondence.signatoryName, 'paragraph')]);
  page.addBlank();
  if (kind !== 'avenant') page.addSentence(words.copy(comptrollersOf(source)), 'paragraph');
  page.addBlank();
}

function comptrollersOf({ convention: { correspondence } }: DocumentSource): readonly string[] {
  const { delegantComptroller, delegateComptroller } = correspondence;
  return [delegantComptroller || words.comptroller.delegant, delegateComptroller || words.comptroller.delegate];
}

function addAnswer(page: PageBuilder): void {
  page.begins('block');
  page.addSection([text(words.answerHeading, 'title')]);
  for (const answer of words.answers) page.add([text(answer, 'paragraph')]);
  page.addBlank();
}

function controlsOf(page: PageBuilder, source: DocumentSource, table: readonly CreditRow[]): readonly ControlLine[] {
  return table.map(({ envelope, nature, consumed }) => {
    const own = centsOf(source.input.balances.figures({ envelope, line: null }, nature).consumed);
    const name = envelope === WHOLE_CONVENTION ? DOCUMENT_WORDS.wholeConvention : envelope;
    const label = words.sameConsumed(name, nature);
    return { label, document: sumOfCells(page, [consumed]), reference: ownFigure(own) };
  });
}
