/** The tables of the letters: the credits of each envelope in AE and CP, or their change. */
import type { Envelope } from '../../domain/envelopes/convention';
import { centsOf, type KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import { NOTICE_WORDS } from '../../messages/documents/notices-fr';
import type { CreditChange } from './notice-figures';
import type { LedgerFigure, Scope } from '../figures/ledger-figure';
import type { Decided, FigureDesk } from '../figures/figure-desk';
import type { DocumentSource } from '../input';
import type { DateBounds } from '../figures/ledger-sums';
import { amount, text, type PageBuilder, type Shown } from '../page/page-builder';

/** Columns of the table, from the left of the page. */
const AT = { label: 0, nature: 1, allocated: 2, consumed: 3, reserved: 4, available: 5 } as const;
/** The width of each. */
export const WIDTHS = [34, 16, 17, 17, 17, 17];

/** The tools of the table. */
export interface CreditTableKit {
  readonly page: PageBuilder;
  readonly source: DocumentSource;
  readonly desk: FigureDesk;
  readonly bounds: DateBounds;
}

/** The cells of the figures of a row. */
export interface CreditRow {
  readonly envelope: Envelope;
  readonly nature: Nature;
  readonly consumed: Shown;
}

/** The heading and one row for each envelope and nature. */
export function addCreditTable(kit: CreditTableKit, natures: readonly Nature[]): readonly CreditRow[] {
  const { page, source } = kit;
  page.addSection(NOTICE_WORDS.tables.credits.map((label) => text(label, 'heading')));
  return source.convention.envelopes.flatMap((envelope) => natures.map((nature) => addRow(kit, envelope, nature)));
}

function addRow(kit: CreditTableKit, envelope: Envelope, nature: Nature): CreditRow {
  const { page, source } = kit;
  const row = page.nextRow;
  const figures = source.input.balances.figures({ envelope: envelope.code, line: null }, nature);
  const opened = openedOf(kit, envelope, nature, centsOf(figures.allocated));
  const consumed = consumedOf(kit, { envelope, line: null }, nature);
  const at = (column: number): string => page.at({ row, column });
  const notGiven = text(words.notGiven, 'amount');
  page.add([
    text(envelope.label, 'label'),
    text(nature, 'text'),
    figures.allocated === null ? notGiven : amount(opened.cents, opened.formula),
    amount(consumed.cents, consumed.formula),
    amount(centsOf(figures.reserved), undefined),
    figures.allocated === null
      ? notGiven
      : amount(centsOf(figures.available), `=ROUND(${at(AT.allocated)}-${at(AT.consumed)}-${at(AT.reserved)},2)`),
  ]);
  const spot = (column: number, cents: KnownCents): Shown => ({ row, column, cents });
  return {
    envelope,
    nature,
    consumed: spot(AT.consumed, consumed.cents),
  };
}

/** The ceiling as signed with its movements, in one formula. */
function openedOf(
  { desk, source, bounds }: CreditTableKit,
  envelope: Envelope,
  nature: Nature,
  cents: KnownCents,
): Decided {
  if (cents === null) return { cents, formula: undefined };
  const printed = source.ceilings.ofEnvelope(envelope, nature === 'AE' ? 'ae' : 'cp');
  const terms = [...printed, ...source.ceilings.moved(envelope, nature, bounds.asOfEnd)];
  const scope = { envelope, nature, asOf: source.input.balances.asOf };
  return desk.ofMovements(words.figureOf(words.figure.ceiling, envelope.code), terms, cents, scope);
}

/** AE committed less the decommitments of the year, or CP paid. */
function consumedOf({ desk }: CreditTableKit, scope: Scope, nature: Nature): Decided {
  const nameOf = (what: LedgerFigure): string => words.figureOf(words.figure[what], scope.envelope.code);
  return nature === 'AE' ? desk.ofNet(scope, nameOf) : desk.ofLedger(nameOf('paid'), 'paid', scope);
}

/** The credits of some envelopes and postes before and after a change, as values. */
export function addChangeTable(page: PageBuilder, changes: readonly CreditChange[], headings: readonly string[]): void {
  const hasAvailable = headings[AT.available] !== '';
  const shown = hasAvailable ? headings : headings.slice(0, AT.available);
  page.addSection(shown.map((label) => text(label, 'heading')));
  for (const { envelope, line, nature, before, change, available } of changes) {
    const row = page.nextRow;
    const at = (column: number): string => page.at({ row, column });
    page.add([
      text(line === null ? envelope.label : NOTICE_WORDS.ofLine(line.label), 'label'),
      text(nature, 'text'),
      amount(before, undefined),
      amount(change, undefined),
      amount(before + change, `=ROUND(${at(AT.allocated)}+${at(AT.consumed)},2)`),
      ...(hasAvailable ? [amount(available, undefined)] : []),
    ]);
  }
}
