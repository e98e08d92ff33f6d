/**
 * « Comparaison »: the bridge of each figure from one state to another, the rows that differ, and the findings that
 * came, went or changed. Amounts before and terms are values, since one of the states is not in the workbook; each
 * amount after is their sum, by formula.
 */
import { isNullWhenNotGiven, type Bridge } from '../../domain/comparison/bridges';
import { movedPostes } from '../../domain/comparison/poste-bridges';
import type { RowChange } from '../../domain/comparison/compare-states';
import { rowValue } from '../../domain/comparison/row-value';
import type { Finding } from '../../domain/controls/findings/finding';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { Convention } from '../../domain/envelopes/convention';
import type { LedgerRow } from '../../domain/envelopes/ledger';
import type { KnownCents } from '../../domain/money/known-cents';
import { assert } from '../../domain/result';
import {
  causeLabel,
  cellOfRow,
  comparisonWords,
  describeTerm,
  formatChange,
  formerlyFound,
} from '../../messages/comparison-words';
import { describeFinding } from '../../messages/describe-finding';
import { COMPARAISON_WORDS as words } from '../../messages/documents/comparaison-fr';
import { DOCUMENT_WORDS } from '../../messages/documents/documents-fr';
import { fieldLabel } from '../../messages/labels';
import type { PlannedCell } from '../../workbook/plan';
import { placeOfRow } from '../../workbook/ledger/ledger-source';
import { FigureDesk } from '../figures/figure-desk';
import type { ComparedInput, DocumentSource } from '../input';
import { addClosing } from '../page/closing';
import type { DocumentPage, Origin } from '../page/document-page';
import { addHeading } from '../page/heading';
import { amount, blank, PageBuilder, text } from '../page/page-builder';

const WIDTHS = [44, 18, 18, 18, 48, 48, 40];
const COLUMN = { before: 1, change: 2, after: 3, comments: 6 } as const;
/** Longer lists are counted; the command line gives them whole. */
const MOST_ROWS = 1_000;
const MOST_SENTENCES = 300;

const LABELS = comparisonWords('fr');

export function comparaison(source: DocumentSource, origin: Origin): DocumentPage {
  const { comparison: compared } = source.input;
  assert(compared, 'the document is planned with two states');
  const { result, from, conventionBefore, otherConventions, terms } = compared;
  const page = new PageBuilder(origin, WIDTHS, 'landscape');
  const heading = addHeading(page, source, words.title(from, source.input.balances.asOf));
  if (otherConventions !== null) {
    page.begins('block');
    page.addSentence(LABELS.otherConvention(...otherConventions), 'paragraph');
    page.addBlank();
  }
  addBridges(page, source, result);
  addRows(page, source, compared);
  addSentences(page, LABELS.terms, terms, (term) => describeTerm(term, 'fr'));
  const { came, went, changed } = result.findings;
  const conventions = { before: conventionBefore, after: source.convention };
  const described = (finding: Finding, convention: Convention): string =>
    `${finding.rule} – ${describeFinding(finding, convention, 'fr').message}`;
  addSentences(page, LABELS.came, came, (one) => described(one, conventions.after));
  addSentences(page, LABELS.went, went, (one) => described(one, conventions.before));
  addSentences(page, LABELS.changed, changed, (pair) => {
    return `${described(pair.after, conventions.after)} ${formerlyFound(pair, conventions, 'fr')}`;
  });
  page.begins('block');
  addClosing(page, source, new FigureDesk(source, heading.bounds), words.notes);
  return page.build({ commentColumn: COLUMN.comments, highlights: [] });
}

function addBridges(
  page: PageBuilder,
  { convention }: DocumentSource,
  { bridges, posteBridges }: ComparedInput['result'],
): void {
  const labelOf = (code: string): string => {
    if (code === WHOLE_CONVENTION) return DOCUMENT_WORDS.wholeConvention;
    return DOCUMENT_WORDS.envelope(convention.envelopes.find((one) => one.code === code)?.label ?? code, code);
  };
  for (const code of new Set(bridges.map(({ envelope }) => envelope))) {
    page.begins('block');
    page.addSection([text(labelOf(code), 'title')]);
    page.add(words.bridge.map((label) => text(label, 'heading')));
    for (const bridge of bridges) if (bridge.envelope === code) addBridge(page, bridge);
    page.addBlank();
    for (const { poste, bridges: moved } of movedPostes(posteBridges, code)) {
      page.begins('block');
      page.addSection([
        text(words.ofPoste(code, poste ?? DOCUMENT_WORDS.withoutLine), 'heading'),
        ...words.bridge.slice(1).map((label) => text(label, 'heading')),
      ]);
      for (const bridge of moved) addBridge(page, bridge);
      page.addBlank();
    }
  }
}

/** The figure, then one row for each term. */
function addBridge(page: PageBuilder, bridge: Bridge): void {
  const { nature, figure, before, after, terms } = bridge;
  const row = page.nextRow;
  const steps = terms ?? [];
  const change = before === null || after === null ? null : after - before;
  const sum = steps.length === 0 ? undefined : `=SUM(${page.span(COLUMN.change, row + 1, row + steps.length)})`;
  const at = (column: number): string => page.at({ row, column });
  const shown = (cents: KnownCents, formula: string | undefined): PlannedCell =>
    cents === null && isNullWhenNotGiven(bridge) ? text(DOCUMENT_WORDS.notGiven, 'amount') : amount(cents, formula);
  page.add([
    text(nature === null ? LABELS.figures[figure] : `${nature} – ${LABELS.figures[figure]}`, 'totalLabel'),
    shown(before, undefined),
    shown(change, sum),
    shown(after, change === null ? undefined : `=ROUND(${at(COLUMN.before)}+${at(COLUMN.change)},2)`),
  ]);
  for (const { cause, cents } of steps)
    page.add([
      text(causeLabel(cause, cents, 'fr'), 'label'),
      blank('amount'),
      amount(cents, undefined),
      blank('amount'),
    ]);
}

/** The texts of a row that differs. */
interface ChangedRow {
  readonly place: string;
  readonly kind: string;
  readonly ej: string;
  readonly dp: string;
  /** The cells that changed when some did, then the effect on the figures. */
  readonly changes: readonly string[];
}

function addRows(page: PageBuilder, source: DocumentSource, { result, blocksBefore }: ComparedInput): void {
  page.begins('block');
  const hasCells = result.rows.some(({ fields }) => fields.length > 0);
  const [inCells, inEffect] = hasCells ? [words.cells, words.effect] : [words.effect, null];
  const asHeading = (label: string): PlannedCell => text(label, 'heading');
  const headings = [
    ...words.rows.map(asHeading),
    asHeading(inCells),
    ...(inEffect === null ? [text('', 'subtitle')] : [asHeading(inEffect)]),
    asHeading(words.comments),
  ];
  const rows = result.rows.slice(0, MOST_ROWS).flatMap((change): readonly ChangedRow[] => {
    const row = change.after ?? change.before;
    if (!row) return [];
    const place = placeOfRow(change.after ? source.input.blocks : blocksBefore, row.key);
    return [
      {
        place: place ? words.place(place.block.sheet, place.row + 1, change.after === null) : '',
        kind: LABELS.kinds[change.kind],
        ej: numberOf(row, 'ejNumber'),
        dp: numberOf(row, 'dpNumber'),
        changes: hasCells ? [cellsOf(change), effectsOf(change)] : [effectsOf(change)],
      },
    ];
  });
  page.addList(
    headings,
    rows,
    ({ place, kind, ej, dp, changes }) => [place, kind, ej, dp, ...changes],
    ({ place, kind, ej, dp, changes }) =>
      page.addItem([
        text(place, 'label'),
        text(kind, 'text'),
        text(ej, 'code'),
        text(dp, 'code'),
        ...changes.map((change) => text(change, 'text')),
        ...(hasCells ? [] : [text('', 'subtitle')]),
        blank('inputText'),
      ]),
    { isSection: true },
  );
  const left = result.rows.length - MOST_ROWS;
  if (left > 0) page.add([text(words.moreRows(left), 'label')]);
  page.add([text(words.unchanged(result.unchanged), 'label')]);
  page.addBlank();
}

function cellsOf({ before, after, fields }: RowChange): string {
  if (!before || !after) return '';
  return fields
    .map((field) => `${fieldLabel(field, 'fr')} : ${cellOfRow(before, field, 'fr')} → ${cellOfRow(after, field, 'fr')}`)
    .join(' ; ');
}

function effectsOf({ shares }: RowChange): string {
  return shares
    .map(({ envelope, nature, figure, cents }) => {
      return `${envelope}, ${nature}, ${LABELS.figures[figure].toLowerCase()} : ${formatChange(cents, 'fr')}`;
    })
    .join(' ; ');
}

function numberOf(row: LedgerRow, field: 'ejNumber' | 'dpNumber'): string {
  const value = rowValue(row, field);
  return 'text' in value ? value.text : '';
}

/** A sentence for each item, under a title; nothing without items. */
function addSentences<T>(page: PageBuilder, title: string, items: readonly T[], sentenceOf: (item: T) => string): void {
  if (items.length === 0) return;
  page.begins('block');
  page.addSection([text(title, 'heading')]);
  for (const item of items.slice(0, MOST_SENTENCES)) page.addSentence(sentenceOf(item), 'paragraph');
  const left = items.length - MOST_SENTENCES;
  if (left > 0) page.add([text(words.moreSentences(left), 'label')]);
  page.addBlank();
}
