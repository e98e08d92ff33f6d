/**
 * The notices to the délégant and to the comptrollers: insufficiency, suspension, unspent credits (art. 3 of the 2023
 * convention), request of fungibility (art. 1.2), amendment (art. 4), termination (art. 5). Each has its article and
 * the figures that call for it.
 */
import type { Clause } from '../../domain/envelopes/terms';
import { centsOf } from '../../domain/money/known-cents';
import { articleOf } from '../../messages/articles';
import { shortNames } from '../../messages/documents/documents-fr';
import { NOTICE_WORDS as words } from '../../messages/documents/notices-fr';
import type { NoticeKind } from '../../workbook/document-names';
import type { PlannedCell } from '../../workbook/plan';
import { serialOfDate } from '../../workbook/serials';
import { addClosing, addSignature } from '../page/closing';
import { addControls, controlHighlight, ownFigure, sumOfCells, type ControlLine } from '../page/control-lines';
import type { DocumentPage, Origin } from '../page/document-page';
import { addEnvelopeTable, ENVELOPE_TABLE, type EnvelopeRow } from './notice-table';
import { FigureDesk } from '../figures/figure-desk';
import { addHeading } from '../page/heading';
import type { DocumentSource } from '../input';
import { naturesOf } from '../../domain/envelopes/ceilings';
import { sentencesOf } from './notice-sentences';
import { amount, blank, PageBuilder, text } from '../page/page-builder';

const WIDTHS = [40, 15, 17, 17, 17, 17, 17, 40];

/** The page builder of a notice, which that clause of the convention requires. */
export function notice(kind: NoticeKind, clause: Clause): (source: DocumentSource, origin: Origin) => DocumentPage {
  return (source, origin) => pageOf(source, origin, kind, articleOf(source.convention, { clause }, 'fr'));
}

function pageOf(source: DocumentSource, origin: Origin, kind: NoticeKind, article: string): DocumentPage {
  const { convention } = source;
  const page = new PageBuilder(origin, WIDTHS);
  const heading = addHeading(page, source, words.title[kind]);
  const desk = new FigureDesk(source, heading.bounds);
  addLetterhead(page, source, kind, article);
  for (const sentence of sentencesOf(source.input, kind, article)) page.addSentence(sentence, 'paragraph');
  page.addBlank();
  page.begins('block');
  const table = addEnvelopeTable({ page, source, desk, bounds: heading.bounds }, naturesOf(convention));
  page.addBlank();
  if (kind === 'avenant') addAmendments(page, source);
  addFields(page, kind);
  addSignature(page, source);
  page.begins('page');
  addControls(page, controlsOf(page, source, table), desk);
  addClosing(page, source, desk, [words.reservedIsAValue]);
  return page.build({ commentColumn: ENVELOPE_TABLE.comments, landscape: true, highlights: [controlHighlight(page)] });
}

function addLetterhead(page: PageBuilder, { convention }: DocumentSource, kind: NoticeKind, article: string): void {
  const [delegants, delegates] = [shortNames(convention.delegants), shortNames(convention.delegates)];
  page.add([text(words.from, 'label'), text(delegates, 'paragraph')]);
  page.add([
    text(words.to, 'label'),
    text(kind === 'avenant' ? words.bothComptrollers(delegants, delegates) : delegants, 'paragraph'),
  ]);
  page.add([text(words.subject, 'label'), text(article, 'paragraph')]);
  page.addBlank();
}

/** The amendments in force at the date, from the table of movements. */
function addAmendments(page: PageBuilder, source: DocumentSource): void {
  const { convention, input } = source;
  const amendments = convention.movements.filter(
    ({ type, date }) => type === 'amendment' && date !== null && date <= input.balances.asOf,
  );
  if (amendments.length === 0) return;
  page.begins('block');
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

/** Cells to fill in; a new generation keeps them. */
function addFields(page: PageBuilder, kind: NoticeKind): void {
  const isRequest = kind === 'fongibilite';
  page.begins('block');
  page.addSection(acrossHeading(isRequest ? words.requestHeading : words.answerHeading, words.toComplete));
  const empty = Array.from({ length: ENVELOPE_TABLE.comments - 1 }, () => blank('label'));
  for (const label of isRequest ? words.request : words.answer)
    page.add([text(label, 'label'), ...empty, blank('inputText')]);
  page.addBlank();
}

/** A heading over the whole width; the column to fill in has its own. */
function acrossHeading(label: string, expected: string): readonly PlannedCell[] {
  const between = Array.from({ length: ENVELOPE_TABLE.comments - 1 }, () => blank('heading'));
  return [text(label, 'heading'), ...between, text(expected, 'heading')];
}

function controlsOf(page: PageBuilder, source: DocumentSource, table: readonly EnvelopeRow[]): readonly ControlLine[] {
  return table.map(({ envelope, nature, consumed }) => {
    const own = centsOf(source.input.balances.figures({ envelope: envelope.code, line: null }, nature).consumed);
    const label = words.sameConsumed(envelope.code, nature);
    return { label, document: sumOfCells(page, [consumed]), reference: ownFigure(own) };
  });
}
