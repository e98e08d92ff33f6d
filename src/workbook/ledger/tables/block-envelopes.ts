/**
 * The envelope of the tables that have no column for it: from a title above their headings, from titles among their
 * rows (each begins a part of the table), from the name of the Table or of the sheet, or the only one of the
 * convention.
 */
import type { Convention } from '../../../domain/envelopes/convention';
import { withEveryEnvelope } from '../../../domain/envelopes/credit-years';
import { envelopeFieldOf, rulesNaming } from '../../../domain/envelopes/envelope-field';
import { findEnvelope } from '../../../domain/envelopes/names';
import { isPattern } from '../../../domain/imputation/patterns';
import type { CellValue } from '../../cells';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../snapshot';
import { envelopeIn } from '../known-names';
import type { BlockEnvelope, LedgerBlock } from '../ledger-source';
import { isFilled } from '../sheet-rows';

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
  const field = envelopeFieldOf(convention);
  if (blocks.every(({ columns }) => columns.has(field))) return blocks;
  const finder = new EnvelopeFinder(convention, blocks);
  return blocks.flatMap((block) => {
    const sheet = findSheet(workbook, block.sheet);
    return sheet && !block.columns.has(field) ? finder.partsOf(sheet, block) : [block];
  });
}

class EnvelopeFinder {
  constructor(
    private readonly convention: Convention,
    private readonly blocks: readonly LedgerBlock[],
  ) {}

  partsOf(sheet: SheetSnapshot, block: LedgerBlock): readonly LedgerBlock[] {
    const around = this.above(sheet, block) ?? this.byName(block) ?? this.only();
    const titles = this.titlesAmong(sheet, block);
    const starts = [{ row: block.firstRow, envelope: around }, ...titles];
    return starts.flatMap(({ row, envelope }, index) => {
      const lastRow = (starts[index + 1]?.row ?? block.lastRow + 1) - 1;
      if (lastRow < row && starts.length > 1) return [];
      return [{ ...block, firstRow: row, lastRow, ...(envelope && { envelope }) }];
    });
  }

  private above(sheet: SheetSnapshot, block: LedgerBlock): BlockEnvelope | null {
    const [from, until] = this.columnsAround(block);
    for (let row = block.headingRow - 1; row >= Math.max(0, block.topRow - TITLE_ROWS); row--) {
      const values = cellsBetween(sheet, row, from, until);
      if (row < block.topRow && !isTitle(values)) return null;
      const found = this.inTexts(values, 'title');
      if (found) return found;
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

  private titlesAmong(
    sheet: SheetSnapshot,
    block: LedgerBlock,
  ): readonly { readonly row: number; readonly envelope: BlockEnvelope }[] {
    const titles: { row: number; envelope: BlockEnvelope }[] = [];
    const [from, around] = this.columnsAround(block);
    const until = Math.min(around, lastColumn(block)); // a summary beside the table is on the row of its title
    const { top } = sheet.used ?? { top: 0 };
    const last = Math.min(block.lastRow, top + sheet.values.length - 1);
    for (let row = block.firstRow; row <= last; row++) {
      const text = loneText(sheet, row, from, until);
      const envelope = text === null ? null : this.named(text, 'title');
      if (envelope) titles.push({ row: row + 1, envelope });
    }
    return titles;
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

  /** Null where the convention gives the envelope no code of its own in the field. */
  private envelope(code: string, from: BlockEnvelope['from'], text: string): BlockEnvelope | null {
    const { convention } = this;
    const field = envelopeFieldOf(convention);
    const rule = rulesNaming(convention, field).find(
      ({ envelope, value }) => findEnvelope(convention, envelope ?? '')?.code === code && !isPattern(value),
    );
    const value = rule?.value ?? (field === 'ministerialAxis2' ? code : null);
    return value === null ? null : { field, code, value, from, text };
  }
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
function loneText({ used, values }: SheetSnapshot, row: number, from: number, until: number): string | null {
  const cells = (used && values[row - used.top]) ?? [];
  const left = used?.left ?? 0;
  let text: string | null = null;
  for (let position = Math.max(0, from - left); position < cells.length && position + left <= until; position++) {
    const value = cells[position] ?? null;
    if (!isFilled(value)) continue;
    if (text !== null || typeof value !== 'string') return null;
    text = value;
  }
  return text;
}
