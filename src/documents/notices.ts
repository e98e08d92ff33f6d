/**
 * The six notices to the délégant and to the comptroller: insufficiency, suspension, unspent credits (art. 3 of the 2023 convention), request of
 * fungibility (art. 1.2), amendment sent to both CBCM (art. 4), termination (art. 5). Each says its article and the figures that call for it.
 */
import type { Clause } from '../domain/envelopes/terms';
import { articleOf } from '../messages/articles';
import { shortNames } from '../messages/documents-fr';
import { NOTICE_WORDS as words, type NoticeKind } from '../messages/notices-fr';
import { serialOfDate } from '../workbook/serials';
import { addClosing } from './closing';
import { addControls, addCount, controlHighlight, ownFigure, sumOfCells, type ControlLine } from './control-lines';
import type { DocumentPage, Origin } from './document';
import { addEnvelopeTable, ENVELOPE_TABLE, ENVELOPE_TABLE_WIDTH, type EnvelopeRow } from './envelope-table';
import { FigureDesk } from './figure-desk';
import { addHeading, boundsOf } from './heading';
import type { DocumentSource } from './input';
import { LedgerSums } from './native/ledger-sums';
import { naturesOf } from './natures';
import { sentencesOf } from './notice-sentences';
import { amount, blank, PageBuilder, text } from './page-builder';

const WIDTHS = [40, 15, 17, 17, 17, 17, 17, 40];
/** A paragraph is written line by line across the page: wrapped in the first column it would be a narrow pillar. */
const LETTERS_OF_A_LINE = 140;
const SIGNATURE_ROWS = 4;

const CLAUSES: Readonly<Record<NoticeKind, Clause>> = {
  insufficiency: 'insufficiency',
  suspension: 'insufficiency',
  unspent: 'unspent',
  fungibility: 'envelopes',
  amendment: 'amendment',
  termination: 'termination',
};

/** One notice, at the date of the balances. */
export function notice(source: DocumentSource, kind: NoticeKind, origin: Origin): DocumentPage {
  const { convention } = source;
  const page = new PageBuilder(origin, ENVELOPE_TABLE_WIDTH);
  const heading = addHeading(page, source, words.title[kind]);
  const bounds = boundsOf(page, source, heading);
  const desk = new FigureDesk(source, new LedgerSums(convention, source.columns, source.spellings, source.rap, bounds));
  const article = articleOf(convention, CLAUSES[kind], 'fr');
  addLetterhead(page, source, kind, article);
  for (const sentence of sentencesOf(source.input, kind, article)) for (const line of linesOf(sentence)) page.add([text(line, 'paragraph')]);
  page.addBlank();
  const table = addEnvelopeTable({ page, source, desk, bounds }, naturesOf(convention));
  page.addBlank();
  if (kind === 'amendment') addAmendments(page, source);
  addFields(page, kind);
  page.add([text(words.signature, 'subtitle')]);
  for (let row = 0; row < SIGNATURE_ROWS; row++) page.addBlank();
  addControls(page, controlsOf(page, source, table));
  addCount(page, words.asValues, { value: desk.valueCount }, words.toRepair);
  addClosing(page, source, desk, [words.reservedIsAValue]);
  return page.build({ commentColumn: ENVELOPE_TABLE.comments, widths: WIDTHS, landscape: true, highlights: [controlHighlight(page)] });
}

function addLetterhead(page: PageBuilder, { convention }: DocumentSource, kind: NoticeKind, article: string): void {
  const [delegants, delegates] = [shortNames(convention.delegants), shortNames(convention.delegates)];
  page.add([text(words.from, 'label'), text(delegates, 'paragraph')]);
  page.add([text(words.to, 'label'), text(kind === 'amendment' ? words.bothComptrollers(delegants, delegates) : delegants, 'paragraph')]);
  page.add([text(words.subject, 'label'), text(article, 'paragraph')]);
  page.addBlank();
}

/** The amendments in force at the date, as the table of movements says them. */
function addAmendments(page: PageBuilder, source: DocumentSource): void {
  const { convention, input } = source;
  const amendments = convention.movements.filter(({ type, date }) => type === 'amendment' && date !== null && date <= input.balances.asOf);
  page.addSection(words.amendmentHeadings.map((label) => text(label, 'heading')));
  for (const { reference, nature, amount: moved, date, to, from } of amendments) {
    const owner = convention.envelopes.find(({ code }) => code === (to ?? from));
    page.add([
      text(reference, 'label'),
      text(nature, 'text'),
      amount(moved.cents, undefined),
      { value: date === null ? null : serialOfDate(date, input.workbook.uses1904Dates), style: 'date' },
      text(owner?.label ?? '', 'text'),
    ]);
  }
  page.addBlank();
}

/** What people write in: it stays when the notice is generated again. */
function addFields(page: PageBuilder, kind: NoticeKind): void {
  const isRequest = kind === 'fungibility';
  page.addSection([text(isRequest ? words.requestHeading : words.answerHeading, 'heading')]);
  const empty = Array.from({ length: ENVELOPE_TABLE.comments - 1 }, () => blank('label'));
  for (const label of isRequest ? words.request : words.answer) page.add([text(label, 'label'), ...empty, blank('inputText')]);
  page.addBlank();
}

function controlsOf(page: PageBuilder, source: DocumentSource, table: readonly EnvelopeRow[]): readonly ControlLine[] {
  return table.map(({ envelope, nature, consumed }) => {
    const own = source.input.balances.figures({ envelope: envelope.code, line: null }, nature).consumed.cents;
    const label = words.sameConsumed(envelope.code, nature);
    return { label, document: sumOfCells(page, [consumed]), notCounted: null, reference: ownFigure(own) };
  });
}

/** Lines of whole words. */
function linesOf(sentence: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(' ')) {
    if (line !== '' && line.length + word.length >= LETTERS_OF_A_LINE) {
      lines.push(line);
      line = '';
    }
    line += (line === '' ? '' : ' ') + word;
  }
  return [...lines, line];
}

