/**
 * A second column that names envelopes, « Start-up » beside « Axe ministériel 2 », « Enveloppe » beside the centre
 * financier that decides, or a title over a part of the table: a row for which it names another one than that of its
 * imputation counts by its imputation, and is reported (LEC-05). One of both is wrong.
 */
import type { Convention } from '../../../../domain/envelopes/convention';
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { withMark } from '../../../../domain/envelopes/reading-facts';
import { findSheet, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../../snapshot';
import type { KnownNames } from '../../known-names';
import { blockOfRow, sheetRow, type LedgerBlock } from '../../ledger-source';
import { textOf } from '../../../cells';
import type { ReadLedger } from '../../read-ledger';
import { titledRows, type TitledRows } from '../../tables/block-envelopes';

/** The share of the filled cells that are names of envelopes, in a column of them. */
const MOST = 0.8;
const ENOUGH = 300;
const AXIS = 'ministerialAxis2';

/** The same ledger with those rows in doubt; with their other marks. */
export function withOtherEnvelopes(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  read: ReadLedger,
  names: KnownNames,
  convention: Convention,
): ReadLedger {
  const titled = titledRows(workbook, blocks, convention);
  const firstRows = firstRowsOf(blocks, read.ledger.rows);
  const columns = blocks.map((block, index) => {
    const sheet = findSheet(workbook, block.sheet);
    return sheet ? columnsOfNames(sheet, block, firstRows[index] ?? [], names) : [];
  });
  if (titled.length === 0 && columns.every(({ length }) => length === 0)) return read;
  const sheets = blocks.map(({ sheet }) => findSheet(workbook, sheet));
  const inDoubt = (row: LedgerRow): LedgerRow => {
    const sheet = sheets[blockOfRow(row.key)];
    const own = names.namedBy(row.imputation)?.envelope;
    if (!sheet || own === undefined) return row;
    for (const { column, heading } of columns[blockOfRow(row.key)] ?? []) {
      const raw = textOf(valueAt(sheet, sheetRow(row.key), column)).trim();
      const other = raw === '' ? null : names.envelopeOf(raw);
      if (other !== null && other !== own) return withMark(row, { heading, raw, about: 'row' });
    }
    const title = titleOver(titled, row)?.envelope;
    return title && title.code !== own ? withMark(row, { heading: '', raw: title.text, about: 'row' }) : row;
  };
  return { ...read, ledger: { ...read.ledger, rows: read.ledger.rows.map(inDoubt) } };
}

function titleOver(titled: readonly TitledRows[], { key }: LedgerRow): TitledRows | undefined {
  const [block, at] = [blockOfRow(key), sheetRow(key)];
  return titled.find((one) => one.block === block && one.firstRow <= at && at <= one.lastRow);
}

/** The first rows of each block, by which its columns are judged. */
function firstRowsOf(blocks: readonly LedgerBlock[], rows: readonly LedgerRow[]): readonly (readonly LedgerRow[])[] {
  const first = blocks.map((): LedgerRow[] => []);
  for (const row of rows) {
    const own = first[blockOfRow(row.key)];
    if (own && own.length < ENOUGH) own.push(row);
  }
  return first;
}

interface ColumnOfNames {
  readonly column: number;
  readonly heading: string;
}

/** The columns of words that decide no envelope, whose cells are mostly names of envelopes. */
function columnsOfNames(
  sheet: SheetSnapshot,
  { effectMarks = [], columns }: LedgerBlock,
  rows: readonly LedgerRow[],
  names: KnownNames,
): readonly ColumnOfNames[] {
  const words = effectMarks.filter(({ holds }) => holds === 'words');
  const axis = names.envelopeFields[0] === AXIS ? undefined : columns.get(AXIS);
  return [...words, ...(axis ? [axis] : [])].filter(({ column }) => {
    const texts = rows.map(({ key }) => textOf(valueAt(sheet, sheetRow(key), column)).trim());
    const filled = texts.filter((text) => text !== '');
    return filled.length > 0 && filled.filter((text) => names.isEnvelope(text)).length >= MOST * filled.length;
  });
}
