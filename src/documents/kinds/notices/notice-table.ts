/** The tables of the letters: the credits of each envelope, of the whole and of its parts in AE and CP, or their change. */
import { naturesOf, WHOLE_CONVENTION } from '../../../domain/envelopes/ceilings';
import type { PartCeiling } from '../../../domain/envelopes/allowances/allowances';
import { partCeilingsOf, partValue } from '../../../domain/envelopes/allowances/part-ceilings';
import type { Convention, Envelope } from '../../../domain/envelopes/convention';
import type { Figures } from '../../../domain/envelopes/figures';
import { centsOf, type KnownCents } from '../../../domain/money/known-cents';
import { NATURES, type Nature } from '../../../domain/money/nature';
import { DOCUMENT_WORDS as words } from '../../../messages/documents/documents-fr';
import { NOTICE_WORDS } from '../../../messages/documents/notices-fr';
import { formatDate } from '../../../messages/format';
import type { CreditChange } from './notice-figures';
import type { LedgerFigure, Scope } from '../../figures/ledger-figure';
import type { Decided, FigureDesk } from '../../figures/figure-desk';
import type { DocumentSource } from '../../input';
import type { DateBounds } from '../../figures/ledger-sums';
import { sumOfCells } from '../../page/control-lines';
import { naturesOfWhole } from '../../../domain/envelopes/allowances/whole-ceiling';
import { amount, text, type PageBuilder, type Shown } from '../../page/page-builder';

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
  /** A code, or that of the whole convention. */
  readonly envelope: string;
  readonly nature: Nature;
  readonly consumed: Shown;
}

/** The rows of the table, its heading apart. */
export function creditRowsOf(convention: Convention): number {
  const natures = naturesOf(convention);
  const ofWhole = naturesOfWhole(convention, natures);
  return convention.envelopes.length * natures.length + ofWhole.length + boundedParts(convention).length;
}

/** True when the table has rows of programmes or titres. */
export function hasPartRows(convention: Convention): boolean {
  return boundedParts(convention).length > 0;
}

/** The ceilings over programmes and titres, each nature apart. */
function boundedParts(convention: Convention): readonly { readonly ceiling: PartCeiling; readonly nature: Nature }[] {
  return partCeilingsOf(convention).flatMap((ceiling) =>
    NATURES.filter((nature) => ceiling.ceilings[nature] !== null).map((nature) => ({ ceiling, nature })),
  );
}

/**
 * The heading, one row for each envelope and nature, then one for the whole convention in each nature whose ceiling is
 * not the sum of those of its envelopes, and one for each ceiling over a programme or a titre. Returns the rows of
 * envelopes and of the whole: those of parts are values.
 */
export function addCreditTable(kit: CreditTableKit): readonly CreditRow[] {
  const { page, source } = kit;
  const { convention } = source;
  const natures = naturesOf(convention);
  page.addSection(NOTICE_WORDS.tables.credits.map((label) => text(label, 'heading')));
  const rows = convention.envelopes.flatMap((envelope) =>
    natures.map((nature) => addEnvelopeRow(kit, envelope, nature)),
  );
  const ofWhole = naturesOfWhole(convention, natures).map((nature) => addWholeRow(kit, nature, rows));
  for (const { ceiling, nature } of boundedParts(convention)) addPartRow(kit, ceiling, nature);
  return [...rows, ...ofWhole];
}

function addEnvelopeRow(kit: CreditTableKit, envelope: Envelope, nature: Nature): CreditRow {
  const { code, label } = envelope;
  const figures = kit.source.input.balances.figures({ envelope: code, line: null }, nature);
  return addRow(kit, {
    ...{ code, label, nature, figures },
    opened: openedOf(kit, envelope, nature, centsOf(figures.allocated)),
    consumed: consumedOf(kit, { envelope, line: null }, nature),
  });
}

function addWholeRow(kit: CreditTableKit, nature: Nature, rows: readonly CreditRow[]): CreditRow {
  const { page, source, desk, bounds } = kit;
  const { ceilings } = source;
  const { asOf } = source.input.balances;
  const figures = source.input.balances.figures({ envelope: WHOLE_CONVENTION, line: null }, nature);
  const terms = [...ceilings.ofConvention(nature), ...ceilings.movedInAll(nature, bounds.asOfEnd)];
  const name = words.figureOf(words.figure.ceiling, words.wholeConvention);
  const cents = centsOf(figures.allocated);
  const scope = { envelope: null, nature, asOf };
  const spots = rows.filter((row) => row.nature === nature).map(({ consumed }) => consumed);
  return addRow(kit, {
    ...{ code: WHOLE_CONVENTION, label: words.wholeConvention, nature, figures },
    opened: cents === null ? { cents, formula: undefined } : desk.ofMovements(name, terms, cents, scope),
    consumed: sumOfCells(page, spots),
  });
}

/** The programme of a row is that of its codes, and its titre that of its poste: no column of the ledger has them. */
function addPartRow(kit: CreditTableKit, ceiling: PartCeiling, nature: Nature): void {
  const figures = kit.source.input.balances.parts.figures(ceiling, nature);
  const label = NOTICE_WORDS.namedPart({ part: ceiling.part, value: partValue(ceiling) });
  const asValue = (cents: KnownCents): Decided => ({ cents, formula: undefined });
  addRow(kit, {
    ...{ code: WHOLE_CONVENTION, label, nature, figures },
    opened: asValue(centsOf(figures.allocated)),
    consumed: asValue(centsOf(figures.consumed)),
  });
}

/** The credits of a row, with its first figures as they are written. */
interface RowFigures {
  readonly code: string;
  readonly label: string;
  readonly nature: Nature;
  readonly figures: Figures;
  readonly opened: Decided;
  readonly consumed: Decided;
}

function addRow({ page }: CreditTableKit, { code, label, nature, figures, opened, consumed }: RowFigures): CreditRow {
  const row = page.nextRow;
  const at = (column: number): string => page.at({ row, column });
  const notGiven = text(words.notGiven, 'amount');
  page.add([
    text(label, 'label'),
    text(nature, 'text'),
    figures.allocated === null ? notGiven : amount(opened.cents, opened.formula),
    amount(consumed.cents, consumed.formula),
    amount(centsOf(figures.reserved), undefined),
    figures.allocated === null
      ? notGiven
      : amount(centsOf(figures.available), `=ROUND(${at(AT.allocated)}-${at(AT.consumed)}-${at(AT.reserved)},2)`),
  ]);
  return { envelope: code, nature, consumed: { row, column: AT.consumed, cents: consumed.cents } };
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
  for (const { envelope, line, nature, before, change, available, from } of changes) {
    const row = page.nextRow;
    const at = (column: number): string => page.at({ row, column });
    const name = line === null ? envelope.label : NOTICE_WORDS.ofLine(line.label);
    page.add([
      text(from === undefined ? name : NOTICE_WORDS.changedOn(name, formatDate(from, 'fr')), 'label'),
      text(nature, 'text'),
      amount(before, undefined),
      amount(change, undefined),
      amount(before + change, `=ROUND(${at(AT.allocated)}+${at(AT.consumed)},2)`),
      ...(hasAvailable ? [amount(available, undefined)] : []),
    ]);
  }
}
