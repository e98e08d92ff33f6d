/** The words of the rows of a ledger that may be about the commitment: their label, their operation, their remarks. */
import type { LedgerRow, RowKey } from '../../../../domain/envelopes/ledger';
import { comparable } from '../../../../domain/text';
import { findSheet, valueAt, type WorkbookSnapshot } from '../../../snapshot';
import { blockOfRow, sheetRow, type LedgerBlock } from '../../ledger-source';
import { textOf } from '../../../cells';
import { headsRemarks } from '../marks/remarks';

/** The text of a cell, under its heading. */
export interface WordsOfCell {
  readonly heading: string;
  readonly raw: string;
  readonly is: 'label' | 'operation' | 'remark';
}

/** Longer texts are about several things. */
const LONGEST = 120;

/** Reads those cells of a row, in that order. */
export type WordsOf = (row: Pick<LedgerRow, 'key'>) => readonly WordsOfCell[];

/** Each row is read once: several rules ask about it, under other marks. */
export function wordsOfRows(workbook: WorkbookSnapshot, blocks: readonly LedgerBlock[]): WordsOf {
  const columns = blocks.map((block) => columnsOfWords(block));
  const sheets = blocks.map(({ sheet }) => findSheet(workbook, sheet));
  const known = new Map<RowKey, readonly WordsOfCell[]>();
  const read = (key: RowKey): readonly WordsOfCell[] => {
    const [sheet, own = []] = [sheets[blockOfRow(key)], columns[blockOfRow(key)]];
    if (!sheet) return [];
    return own.flatMap(({ column, heading, is }) => {
      const raw = textOf(valueAt(sheet, sheetRow(key), column)).trim();
      return raw === '' || raw.length > LONGEST ? [] : [{ heading, raw, is }];
    });
  };
  return ({ key }) => {
    const words = known.get(key) ?? read(key);
    known.set(key, words);
    return words;
  };
}

function columnsOfWords({
  columns,
  effectMarks = [],
}: LedgerBlock): readonly (Omit<WordsOfCell, 'raw'> & { readonly column: number })[] {
  const fields = (['label', 'operation'] as const).flatMap((is) => {
    const found = columns.get(is);
    return found ? [{ column: found.column, heading: found.heading, is }] : [];
  });
  const remarks = effectMarks.filter(
    ({ heading, holds }) => holds === 'remarks' || (holds === undefined && headsRemarks(heading)),
  );
  return [...fields, ...remarks.map(({ column, heading }) => ({ column, heading, is: 'remark' as const }))];
}

/** A text in plain words: « Marché n° 2 (BC) » is « marche n 2 bc ». */
export function plainWords(text: string): string {
  return comparable(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(' ');
}
