/** The table of a notice: credits opened, consumed and left of each envelope, in AE and CP. */
import type { Envelope } from '../../domain/envelopes/convention';
import { centsOf, type KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import { NOTICE_WORDS } from '../../messages/documents/notices-fr';
import type { LedgerFigure, Scope } from '../figures/ledger-figure';
import type { Decided, FigureDesk } from '../figures/figure-desk';
import type { DocumentSource } from '../input';
import type { DateBounds } from '../figures/ledger-sums';
import { amount, blank, text, type PageBuilder, type Shown } from '../page/page-builder';

/** Columns of the table, from the left of the page; the last is for the comments of the team. */
export const ENVELOPE_TABLE = {
  label: 0,
  nature: 1,
  opened: 2,
  consumed: 3,
  remaining: 4,
  reserved: 5,
  available: 6,
  comments: 7,
} as const;

/** The tools of the table. */
export interface EnvelopeTableKit {
  readonly page: PageBuilder;
  readonly source: DocumentSource;
  readonly desk: FigureDesk;
  readonly bounds: DateBounds;
}

/** The cells of the figures of a row. */
export interface EnvelopeRow {
  readonly envelope: Envelope;
  readonly nature: Nature;
  readonly consumed: Shown;
  readonly available: Shown;
}

/** The heading and one row for each envelope and nature. */
export function addEnvelopeTable(kit: EnvelopeTableKit, natures: readonly Nature[]): readonly EnvelopeRow[] {
  const { page, source } = kit;
  page.addSection(NOTICE_WORDS.tableHeadings.map((label) => text(label, 'heading')));
  return source.convention.envelopes.flatMap((envelope) => natures.map((nature) => addRow(kit, envelope, nature)));
}

function addRow(kit: EnvelopeTableKit, envelope: Envelope, nature: Nature): EnvelopeRow {
  const { page, source } = kit;
  const row = page.nextRow;
  const figures = source.input.balances.figures({ envelope: envelope.code, line: null }, nature);
  const opened = openedOf(kit, envelope, nature, figures.allocated.cents);
  const consumed = consumedOf(kit, { envelope, line: null }, nature);
  const at = (column: number): string => page.at({ row, column });
  const { opened: o, consumed: c, remaining: r, reserved: s } = ENVELOPE_TABLE;
  page.add([
    text(envelope.label, 'label'),
    text(nature, 'text'),
    amount(opened.cents, opened.formula),
    amount(consumed.cents, consumed.formula),
    amount(centsOf(figures.remaining), `=ROUND(${at(o)}-${at(c)},2)`),
    amount(centsOf(figures.reserved), undefined),
    amount(centsOf(figures.available), `=ROUND(${at(r)}-${at(s)},2)`),
    blank('inputText'),
  ]);
  const spot = (column: number, cents: KnownCents): Shown => ({ row, column, cents });
  return {
    envelope,
    nature,
    consumed: spot(c, consumed.cents),
    available: spot(ENVELOPE_TABLE.available, centsOf(figures.available)),
  };
}

/** The ceiling as signed with its movements, in one formula. */
function openedOf(
  { desk, source, bounds }: EnvelopeTableKit,
  envelope: Envelope,
  nature: Nature,
  cents: number,
): Decided {
  const printed = source.ceilings.ofEnvelope(envelope, nature === 'AE' ? 'ae' : 'cp');
  const terms = [...printed, ...source.ceilings.moved(envelope, nature, bounds.asOfEnd)];
  return desk.ofTables(words.figureOf(words.figure.ceiling, envelope.code), terms, cents);
}

/** AE committed less the decommitments of the year, or CP paid. */
function consumedOf({ desk }: EnvelopeTableKit, scope: Scope, nature: Nature): Decided {
  const nameOf = (what: LedgerFigure): string => words.figureOf(words.figure[what], scope.envelope.code);
  return nature === 'AE' ? desk.ofNet(scope, nameOf) : desk.ofLedger(nameOf('paid'), 'paid', scope);
}
