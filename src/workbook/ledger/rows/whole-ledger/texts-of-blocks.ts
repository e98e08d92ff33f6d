/**
 * The texts beside the values of a ledger's sheet, by the thing that they are on: a note on an operation is a remark on
 * it; one on a heading is about its column; the others, text boxes and page headers too, may be about every table.
 */
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { textOf } from '../../../cells';
import { findSheet, valueAt, type SheetSnapshot, type TextBeside, type WorkbookSnapshot } from '../../../snapshot';
import { blockOfRow, sheetRow, type LedgerBlock } from '../../ledger-source';

/** A sentence about a table, or about a column of it. */
export interface SentenceBeside {
  readonly beside: 'page' | 'shape' | 'sheet' | 'heading' | 'prompt';
  /** Of the column on whose heading it is noted, or to whose cells a validation gives it; empty for the others. */
  readonly heading: string;
  /** The amounts that such a column holds; both for a sentence about the table. */
  readonly fields: readonly ('ae' | 'cp')[];
  readonly text: string;
}

/** The texts beside one table. */
export interface TextsOfBlock {
  readonly sentences: readonly SentenceBeside[];
  /** The notes of its operations, by row of the sheet. */
  readonly remarks: ReadonlyMap<number, string>;
}

const AMOUNTS = ['ae', 'cp'] as const;
const NONE: TextsOfBlock = { sentences: [], remarks: new Map() };
const SENTENCE = /\n|[.;!](?=\s)/;
const MOST_SENTENCES = 40;
const LONGEST_SENTENCE = 200;

/** The texts beside each block, in their order; null where no sheet of the ledger has any. */
export function textsOfBlocks(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  rows: readonly LedgerRow[],
): readonly TextsOfBlock[] | null {
  const sheets = blocks.map(({ sheet }) => findSheet(workbook, sheet));
  if (!sheets.some((sheet) => sheet?.textsBeside)) return null;
  const operations = blocks.map(() => new Set<number>());
  for (const { key } of rows) operations[blockOfRow(key)]?.add(sheetRow(key));
  return blocks.map((block, index) => {
    const sheet = sheets[index];
    if (!sheet?.textsBeside) return NONE;
    const own = blocks.flatMap((one, at) =>
      one.sheet === block.sheet ? [{ block: one, operations: operations[at] ?? new Set() }] : [],
    );
    return textsOfBlock(sheet, sheet.textsBeside, block, own);
  });
}

/** A table of the sheet, and its rows that are operations. */
interface Table {
  readonly block: LedgerBlock;
  readonly operations: ReadonlySet<number>;
}

type Cell = NonNullable<TextBeside['at']>;

function textsOfBlock(
  sheet: SheetSnapshot,
  texts: readonly TextBeside[],
  block: LedgerBlock,
  tables: readonly Table[],
): TextsOfBlock {
  const remarks = new Map<number, string>();
  const sentences = texts.flatMap(({ on, at, text }): readonly SentenceBeside[] => {
    if (at === null) return sentencesIn(text, { beside: on === 'page' ? on : 'shape', heading: '', fields: AMOUNTS });
    if (on === 'prompt') return sentencesIn(text, { beside: on, ...columnAt(sheet, block, at) });
    const noted = tables.filter(({ operations }) => operations.has(at.row));
    if (noted.length > 0) {
      if (nearest(noted, at)?.block === block) remarks.set(at.row, [remarks.get(at.row) ?? [], text].flat().join('\n'));
      return [];
    }
    const headed = tables.filter((one) => at.row >= one.block.topRow && at.row <= one.block.headingRow);
    if (headed.length === 0) return sentencesIn(text, { beside: 'sheet', heading: '', fields: AMOUNTS });
    if (!headed.some((one) => one.block === block)) return [];
    return sentencesIn(text, { beside: 'heading', ...columnAt(sheet, block, at) });
  });
  return { sentences, remarks };
}

/** The heading of the column of a cell, and the amounts that the column holds. */
function columnAt(
  sheet: SheetSnapshot,
  block: LedgerBlock,
  { column }: Cell,
): Pick<SentenceBeside, 'heading' | 'fields'> {
  return {
    heading: textOf(valueAt(sheet, block.headingRow, column)).trim(),
    fields: AMOUNTS.filter((field) => block.columns.get(field)?.column === column),
  };
}

/** The table of a cell among those side by side: the last that begins before it. */
function nearest(tables: readonly Table[], { column }: Cell): Table | undefined {
  const before = tables.filter(({ block }) => block.left <= column);
  const left = Math.max(...before.map(({ block }) => block.left));
  return before.find(({ block }) => block.left === left) ?? tables[0];
}

function sentencesIn(text: string, about: Omit<SentenceBeside, 'text'>): readonly SentenceBeside[] {
  return text
    .split(SENTENCE, MOST_SENTENCES)
    .map((sentence) => ({ ...about, text: sentence.trim().slice(0, LONGEST_SENTENCE) }))
    .filter((sentence) => sentence.text !== '');
}
