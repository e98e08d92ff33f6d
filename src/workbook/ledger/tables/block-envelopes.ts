/**
 * The envelope of the tables that have no column for it: from a title above their headings, from titles among their
 * rows (each begins a part of the table, which has none where its title names none), from the name of the Table or of
 * the sheet, or the only one of the convention. Where a code decides, a column of another field is one for it as soon
 * as a cell of it names an envelope; a column without any cell filled is none, under a title that names one.
 */
import type { Convention } from '../../../domain/envelopes/convention';
import { withEveryEnvelope } from '../../../domain/envelopes/credit-years';
import { envelopeFieldOf, rulesNaming } from '../../../domain/envelopes/envelope-field';
import { findEnvelope } from '../../../domain/envelopes/names';
import { createNamer, type EnvelopeNamer } from '../../../domain/envelopes/naming/envelope-namer';
import { readCode } from '../../../domain/imputation/chorus-codes';
import type { ImputationField } from '../../../domain/imputation/imputation';
import { isPattern } from '../../../domain/imputation/patterns';
import { textOf, type CellValue } from '../../cells';
import { findSheet, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../snapshot';
import { envelopeIn } from '../known-names';
import type { Abreast, BlockEnvelope, LedgerBlock } from '../ledger-source';
import { isFilled, repeatsRow } from '../sheet-rows';
import { sectionTitles, type LoneText } from './envelope-sections';

/** A title is at most this many rows above the headings. */
const TITLE_ROWS = 8;
const MOST_TEXTS_OF_A_TITLE = 3;
const LONGEST_TITLE = 200;
/** The name of a Table or of a sheet joins words by underscores. */
const JOINED = /_/g;

/** The same blocks with their envelope; a block whose rows are under several titles is split at each. */
export function withEnvelopes(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  ofOneYear: Convention,
): readonly LedgerBlock[] {
  const convention = withEveryEnvelope(ofOneYear);
  const namer = createNamer(convention);
  const finder = new EnvelopeFinder(convention, blocks);
  return blocks.flatMap((block) => {
    const sheet = findSheet(workbook, block.sheet);
    if (block.abreast)
      return [withoutDouble(withoutBlank({ ...block, envelope: finder.ofColumns(block.abreast) }, namer))];
    if (!sheet || hasColumn(sheet, block, namer)) return [block];
    return finder.partsOf(sheet, block).map((part) => withoutDouble(withoutBlank(part, namer)));
  });
}

/** True when a column of the block names envelopes. */
function hasColumn(sheet: SheetSnapshot, { columns, firstRow, lastRow }: LedgerBlock, namer: EnvelopeNamer): boolean {
  const last = Math.min(lastRow, (sheet.used?.top ?? 0) + sheet.values.length - 1);
  const deciding = columns.get(namer.deciding)?.column;
  if (deciding !== undefined) {
    for (let row = firstRow; row <= last; row++) if (isFilled(valueAt(sheet, row, deciding))) return true;
  }
  return namer.others.some((field) => {
    const column = columns.get(field)?.column;
    if (column === undefined) return false;
    for (let row = firstRow; row <= last; row++) {
      const value = valueAt(sheet, row, column);
      const code = isFilled(value) ? readCode(field, textOf(value), typeof value === 'number') : null;
      if (code && typeof namer.nameBy(field, code) === 'object') return true;
    }
    return false;
  });
}

/** Without the column of the envelopes, which is blank in a block that hasn't one: the envelope is around the part. */
function withoutBlank(part: LedgerBlock, { deciding }: EnvelopeNamer): LedgerBlock {
  if (part.envelope?.field !== deciding || !part.columns.has(deciding)) return part;
  return { ...part, columns: new Map([...part.columns].filter(([field]) => field !== deciding)) };
}

/** A column of other texts keeps them: the envelope of the block would be written there. */
function withoutDouble(block: LedgerBlock): LedgerBlock {
  const { envelope, ...bare } = block;
  return envelope && block.columns.has(envelope.field) ? bare : block;
}

/** Rows of a block under a title, or on a sheet or in a Table, that names an envelope. */
export interface TitledRows {
  readonly block: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly envelope: BlockEnvelope;
}

/**
 * Those rows, in the blocks that have a column for the envelope, which may contradict them; empty unless the titles
 * name two envelopes: one may be the name of the whole ledger.
 */
export function titledRows(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  ofOneYear: Convention,
): readonly TitledRows[] {
  const convention = withEveryEnvelope(ofOneYear);
  const namer = createNamer(convention);
  const finder = new EnvelopeFinder(convention, blocks);
  const titled = blocks.flatMap((block, index): TitledRows[] => {
    const sheet = findSheet(workbook, block.sheet);
    return (sheet && !block.abreast && hasColumn(sheet, block, namer) ? finder.partsOf(sheet, block) : []).flatMap(
      ({ firstRow, lastRow, envelope }) =>
        envelope && envelope.from !== 'only' ? [{ block: index, firstRow, lastRow, envelope }] : [],
    );
  });
  return new Set(titled.map(({ envelope }) => envelope.code)).size > 1 ? titled : [];
}

/** A title above the headings, and the column of its row that is filled first. */
interface TitleAbove {
  readonly envelope: BlockEnvelope;
  readonly column: number;
}

class EnvelopeFinder {
  constructor(
    private readonly convention: Convention,
    private readonly blocks: readonly LedgerBlock[],
  ) {}

  partsOf(sheet: SheetSnapshot, block: LedgerBlock): readonly LedgerBlock[] {
    const above = this.above(sheet, block);
    const around = above?.envelope ?? this.byName(block) ?? this.only();
    const titles = this.titlesAmong(sheet, block, above);
    const isTitledFirst = titles[0]?.row === block.firstRow + 1; // no row is above the first title
    const starts = isTitledFirst ? titles : [{ row: block.firstRow, envelope: around }, ...titles];
    return starts.flatMap(({ row, envelope }, index) => {
      const lastRow = (starts[index + 1]?.row ?? block.lastRow + 1) - 1;
      if (lastRow < row && starts.length > 1) return [];
      return [{ ...block, firstRow: row, lastRow, ...(envelope && { envelope }) }];
    });
  }

  ofColumns({ envelope, text }: Abreast): BlockEnvelope {
    return this.envelope(envelope, 'heading', text);
  }

  private above(sheet: SheetSnapshot, block: LedgerBlock): TitleAbove | null {
    const [from, until] = this.columnsAround(block);
    for (let row = block.headingRow - 1; row >= Math.max(0, block.topRow - TITLE_ROWS); row--) {
      const values = cellsBetween(sheet, row, from, until);
      if (row < block.topRow && !isTitle(values)) return null;
      const found = this.inTexts(values, 'title');
      if (found) return { envelope: found, column: firstFilled(sheet, row, from) };
    }
    return null;
  }

  /** The columns of a block and those to its right, up to the next one beside it; the first has all those to its left. */
  private columnsAround(block: LedgerBlock): readonly [number, number] {
    const beside = this.blocks.filter(
      (other) => other.sheet === block.sheet && other.topRow <= block.headingRow && other.headingRow >= block.topRow,
    );
    const rights = beside.map(({ left }) => left).filter((left) => left > block.left);
    const isFirst = !beside.some(({ left }) => left < block.left);
    return [isFirst ? 0 : block.left, Math.min(Infinity, ...rights) - 1];
  }

  /** The titles that begin a part of the table; the envelope is null for one that the convention does not know. */
  private titlesAmong(
    sheet: SheetSnapshot,
    block: LedgerBlock,
    above: TitleAbove | null,
  ): readonly { readonly row: number; readonly envelope: BlockEnvelope | null }[] {
    const [from, around] = this.columnsAround(block);
    const until = Math.min(around, lastColumn(block)); // a summary beside the table is on the row of its title
    const { top } = sheet.used ?? { top: 0 };
    const last = Math.min(block.lastRow, top + sheet.values.length - 1);
    const cells = (row: number): readonly CellValue[] => cellsBetween(sheet, row, from, until);
    const loneText = (row: number): ReturnType<typeof loneTextIn> => loneTextIn(sheet, row, from, until);
    const nearest = (row: number, step: 1 | -1): number | null => {
      for (let at = row + step; at >= block.firstRow && at <= last; at += step) if (cells(at).some(isFilled)) return at;
      return null;
    };
    const isText = (row: number | null): boolean => row !== null && loneText(row) !== null;
    const headings = cells(block.headingRow);
    const texts: LoneText<BlockEnvelope>[] = [];
    for (let row = block.firstRow; row <= last; row++) {
      const lone = loneText(row);
      if (lone === null) continue;
      const next = nearest(row, 1);
      texts.push({
        ...{ row, ...lone, envelope: this.named(lone.text, 'title') },
        isAfterBlank: row > block.firstRow && !cells(row - 1).some(isFilled),
        isBelowText: isText(nearest(row, -1)),
        isOver: next === null || isText(next) ? null : repeatsRow(cells(next), headings) ? 'headings' : 'rows',
      });
    }
    return sectionTitles(texts, above).map(({ row, envelope }) => ({ row: row + 1, envelope }));
  }

  private byName({ table, belowTable, sheet }: LedgerBlock): BlockEnvelope | null {
    const name = table ?? belowTable ?? null;
    return (name === null ? null : this.named(name, 'title')) ?? this.named(sheet, 'sheet');
  }

  private only(): BlockEnvelope | null {
    const [only, ...others] = this.convention.envelopes;
    return only && others.length === 0 ? this.envelope(only.code, 'only', only.label) : null;
  }

  private inTexts(values: readonly CellValue[], from: BlockEnvelope['from']): BlockEnvelope | null {
    const found = values.flatMap((value) => (typeof value === 'string' ? (this.named(value, from) ?? []) : []));
    const codes = new Set(found.map(({ code }) => code));
    return codes.size === 1 ? (found[0] ?? null) : null;
  }

  private named(text: string, from: BlockEnvelope['from']): BlockEnvelope | null {
    const short = text.slice(0, LONGEST_TITLE).replace(JOINED, ' ').trim();
    const envelope = envelopeIn(this.convention, short);
    return envelope && this.envelope(envelope.code, from, short);
  }

  /** In the field that decides, or in axe 2 where the convention does not give each envelope a code of its own. */
  private envelope(code: string, from: BlockEnvelope['from'], text: string): BlockEnvelope {
    const { convention } = this;
    const deciding = envelopeFieldOf(convention);
    const areCoded = convention.envelopes.every((envelope) => codeIn(convention, deciding, envelope.code) !== null);
    const field = areCoded ? deciding : 'ministerialAxis2';
    return { field, code, value: codeIn(convention, field, code) ?? code, from, text };
  }
}

/** The code of an envelope in a field; null for a pattern. */
function codeIn(convention: Convention, field: ImputationField, code: string): string | null {
  const rule = rulesNaming(convention, field).find(
    ({ envelope, value }) => findEnvelope(convention, envelope ?? '')?.code === code && !isPattern(value),
  );
  return rule?.value ?? null;
}

function lastColumn({ columns }: LedgerBlock): number {
  return Math.max(...[...columns.values()].map(({ column }) => column));
}

function isTitle(values: readonly CellValue[]): boolean {
  const filled = values.filter(isFilled);
  return filled.length <= MOST_TEXTS_OF_A_TITLE && filled.every((value) => typeof value === 'string');
}

function cellsBetween({ used, values }: SheetSnapshot, row: number, from: number, until: number): readonly CellValue[] {
  if (!used) return [];
  return (values[row - used.top] ?? []).slice(Math.max(0, from - used.left), Math.max(0, until - used.left + 1));
}

/** The only text of a row between two columns; null when there are other cells. */
function loneTextIn(
  { used, values }: SheetSnapshot,
  row: number,
  from: number,
  until: number,
): { readonly text: string; readonly column: number } | null {
  const cells = (used && values[row - used.top]) ?? [];
  const left = used?.left ?? 0;
  let lone: { readonly text: string; readonly column: number } | null = null;
  for (let position = Math.max(0, from - left); position < cells.length && position + left <= until; position++) {
    const value = cells[position] ?? null;
    if (!isFilled(value)) continue;
    if (lone !== null || typeof value !== 'string') return null;
    lone = { text: value.trim(), column: left + position };
  }
  return lone;
}

/** The first filled column of a row, from one on. */
function firstFilled({ used, values }: SheetSnapshot, row: number, from: number): number {
  const left = used?.left ?? 0;
  const skipped = Math.max(0, from - left);
  const cells = (used && values[row - used.top]) ?? [];
  return left + skipped + cells.slice(skipped).findIndex(isFilled);
}
