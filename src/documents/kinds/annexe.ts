/** Annexe of one envelope: its budget lines in the words and amounts of the convention, with the co-funded total. */
import type { BudgetLine, Envelope } from '../../domain/envelopes/convention';
import { sumOfKnown, type KnownCents } from '../../domain/money/known-cents';
import { assert } from '../../domain/result';
import { DOCUMENT_WORDS as words, shortNames } from '../../messages/documents/documents-fr';
import type { PlannedCell } from '../../workbook/plan';
import { addClosing, addControlPage } from '../page/closing';
import { addControls, controlHighlight, ownFigure, sumOfCells, type ControlLine } from '../page/control-lines';
import type { DocumentPage, Origin } from '../page/document-page';
import { shortName } from '../figures/ledger-figure';
import { FigureDesk } from '../figures/figure-desk';
import { addHeading } from '../page/heading';
import type { DocumentSource } from '../input';
import { partsOfList } from '../page/pagination';
import { amount, filledElsewhere, PageBuilder, text, type Shown } from '../page/page-builder';

const WIDTHS = [46, 17, 17, 16, 12, 10];

/** The annex of the nth envelope, from 1. */
export function annexe(source: DocumentSource, origin: Origin, number: number): DocumentPage {
  const { convention } = source;
  const envelope = convention.envelopes[number - 1];
  assert(envelope, `annex ${number} is that of an envelope`);
  const parties = shortNames(convention.delegants);
  const page = new PageBuilder(origin, WIDTHS, 'portrait');
  const heading = addHeading(
    page,
    source,
    envelope.annex.title || words.annexTitle(number, parties, envelope.label, convention.creditYear),
  );
  const desk = new FigureDesk(source, heading.bounds);
  const isCoFunded = envelope.lines.some((line) => line.total !== null);
  const amountHeading = envelope.annex.amountHeading || words.delegatedHeading(parties);
  const headings = [words.lineHeading, amountHeading, ...(isCoFunded ? [words.totalHeading] : [])].map((label) =>
    text(label, 'heading'),
  );
  page.addSection(headings);
  const delegated = addLines(page, source, desk, envelope, headings);
  page.addBlank();
  addControlPage(page, source);
  addControls(page, controlsOf(page, source, desk, envelope, delegated), desk);
  addClosing(page, source, desk, []);
  return page.build({ commentColumn: null, highlights: [controlHighlight(page)] });
}

/** The budget lines and their total, whose cell it returns. The headings are repeated on each printed page. */
function addLines(
  page: PageBuilder,
  source: DocumentSource,
  desk: FigureDesk,
  envelope: Envelope,
  headings: readonly PlannedCell[],
): Shown {
  const columns = (['delegated', 'total'] as const).slice(0, headings.length - 1);
  const firstRow = page.nextRow;
  const again = partsOfList(
    envelope.lines.map(({ label }) => [label]),
    page,
  );
  for (const [index, line] of envelope.lines.entries()) {
    if (again.has(index)) {
      page.begins('block');
      page.add(headings);
    }
    const labelCell = page.at({ row: page.nextRow, column: 0 });
    const amounts = columns.map((what) => {
      const column = columnOf(envelope, line, what);
      if (column.cents === null) return filledElsewhere('amount');
      const decided = desk.ofTables(
        words.figureOf(words.figure.ceiling, shortName({ envelope, line })),
        source.ceilings.ofLine(envelope, line, column.name, labelCell),
        column.cents,
      );
      return amount(decided.cents, decided.formula);
    });
    page.add([text(line.label, 'label'), ...amounts]);
  }
  const sums = columns.map((what) => sumOfKnown(envelope.lines.map((line) => columnOf(envelope, line, what).cents)));
  const row = page.nextRow;
  const formulaOf = (column: number): string =>
    envelope.lines.length > 0 ? `=SUM(${page.span(column, firstRow, row - 1)})` : '=0';
  page.add([
    text(words.total, 'totalLabel'),
    ...sums.map((cents, index) =>
      cents === null ? text(words.notGiven, 'totalAmount') : amount(cents, formulaOf(index + 1), 'totalAmount'),
    ),
  ]);
  return { row, column: 1, cents: sums[0] ?? 0 };
}

/**
 * The amount of a poste in a column: null when the convention gives it no total, which leaves the sum blank too. Where
 * the envelope has credits in CP alone, so has its annex.
 */
function columnOf(
  { ceilings }: Envelope,
  line: BudgetLine,
  what: 'delegated' | 'total',
): { readonly name: 'delegated' | 'total' | 'cp'; readonly cents: KnownCents } {
  if (what === 'total') return { name: what, cents: line.total?.cents ?? null };
  const ofCp = ceilings.AE === null ? line.ceilings?.CP : null;
  return ofCp ? { name: 'cp', cents: ofCp.amount.cents } : { name: what, cents: line.delegated.cents };
}

function controlsOf(
  page: PageBuilder,
  source: DocumentSource,
  desk: FigureDesk,
  envelope: Envelope,
  delegated: Shown,
): readonly ControlLine[] {
  const document = sumOfCells(page, [delegated]);
  const ceiling = envelope.ceilings.AE ?? envelope.ceilings.CP;
  const terms = source.ceilings.ofEnvelope(envelope, envelope.ceilings.AE ? 'ae' : 'cp');
  const cents = ceiling?.amount.cents ?? 0;
  const name = words.figureOf(words.figure.ceiling, envelope.code);
  const lines: ControlLine[] = [];
  if (ceiling)
    lines.push({ label: words.delegatedMakesEnvelope, document, reference: desk.ofTables(name, terms, cents) });
  return [...lines, { label: words.sameAsProduct, document, reference: ownFigure(delegated.cents) }];
}
