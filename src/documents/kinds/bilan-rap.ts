/** The restes à payer of an envelope by EJ, in the Bilan: what makes the figure of the block above, to the cent. */
import type { Envelope } from '../../domain/envelopes/convention';
import { DOCUMENT_WORDS as words } from '../../messages/documents/documents-fr';
import { readEj } from '../../domain/imputation/ej-number';
import { QUALITATIF_WORDS } from '../../messages/documents/qualitatif-fr';
import type { DocumentSource } from '../input';
import { fixedAddress } from '../../workbook/cells';
import type { PlannedCell } from '../../workbook/plan';
import type { ReferencedCells } from '../figures/criteria';
import { amount, blank, noTable, text, type Shown } from '../page/page-builder';
import { COLUMN, type BilanKit } from './bilan-blocks';

/** Longest list; the other EJ are summed on one row. */
const LISTED = 200;
/** The columns of the list: the EJ, then these. */
const AMOUNTS = ['committed', 'decommitted', 'paid', 'outstanding'] as const;

type Sums = Readonly<Record<(typeof AMOUNTS)[number], number>>;

/** The list as written. */
export interface RapByEj {
  readonly total: Shown;
  readonly ejs: ReferencedCells;
  /** The cells of the restes à payer, each printed heading of the list included. */
  readonly rests: string;
  /** The restes à payer of its rows that are below 0: payments above their EJ (EJ-02). */
  readonly overpaid: number;
}

/** Writes the list; null without restes à payer, which takes no row. */
export function addRapByEj({ page, source }: BilanKit, envelope: Envelope): RapByEj | null {
  const { balances } = source.input;
  if (balances.missing.outstanding !== null) return null;
  const all = [...balances.byEj.entries()].filter((entry) => entry.envelope === envelope.code);
  const unnamed = sumOf(all.filter(({ ej }) => ej === null));
  const open: readonly (Sums & { readonly ej: string | null })[] = [
    ...all.filter(({ ej, outstanding }) => ej !== null && outstanding !== 0),
    ...(unnamed.outstanding === 0 ? [] : [{ ej: null, ...unnamed }]),
  ];
  if (open.length === 0) return null;
  page.begins('block');
  const besides = noTable(COLUMN.comments - AMOUNTS.length - 1);
  const headings = [
    ...words.rapByEjHeadings.map((label) => text(label, 'heading')),
    ...besides,
    text(words.comments, 'heading'),
  ];
  const firstRow = page.nextRow + 1;
  const cellsOf = (label: string, sums: Sums): readonly PlannedCell[] => [
    text(label, 'code'),
    ...AMOUNTS.map((name) => amount(sums[name], undefined)),
    ...besides,
    blank('inputText'),
  ];
  page.addList(
    headings,
    open.slice(0, LISTED),
    ({ ej }) => [labelOf(source, ej)],
    (entry) => page.addItem(cellsOf(labelOf(source, entry.ej), entry)),
  );
  const others = open.slice(LISTED);
  if (others.length > 0) page.add(cellsOf(words.otherEjs(others.length), sumOf(others)));
  const row = page.nextRow;
  const total = sumOf(open);
  page.add([
    text(words.totalOf(envelope.code), 'totalLabel'),
    ...AMOUNTS.map((name, index) =>
      amount(total[name], `=ROUND(SUM(${page.span(index + 1, firstRow, row - 1)}),2)`, 'totalAmount'),
    ),
    ...besides,
    blank('inputText'),
  ]);
  page.addBlank();
  const shown = [...open.slice(0, LISTED), ...(others.length > 0 ? [sumOf(others)] : [])];
  const below = sumOf(shown.filter(({ outstanding }) => outstanding < 0)).outstanding;
  return {
    total: { row, column: AMOUNTS.length, cents: total.outstanding },
    ejs: {
      reference: fixedAddress(page.area({ row: firstRow, column: 0 }, row - firstRow, 1)),
      cells: open.slice(0, LISTED).map(({ ej }) => labelOf(source, ej)),
    },
    rests: page.span(AMOUNTS.length, firstRow, row - 1),
    overpaid: below,
  };
}

/** True when the Bilan has such a list, whose amounts are values. */
export function hasRapByEj({ input: { balances } }: DocumentSource): boolean {
  return (
    balances.missing.outstanding === null && [...balances.byEj.entries()].some(({ outstanding }) => outstanding !== 0)
  );
}

/** ENV_RAP takes any text for an EJ: in a publication, one that is no number is left out unless it is confirmed. */
function labelOf(source: DocumentSource, ej: string | null): string {
  if (ej === null) return words.withoutEj;
  return readEj(ej, false).kind === 'ej' ? ej : source.freeText('spelling', ej, QUALITATIF_WORDS.notPublished);
}

function sumOf(entries: readonly Sums[]): Sums {
  const sum = (name: keyof Sums): number => entries.reduce((total, entry) => total + entry[name], 0);
  return {
    committed: sum('committed'),
    decommitted: sum('decommitted'),
    paid: sum('paid'),
    outstanding: sum('outstanding'),
  };
}
