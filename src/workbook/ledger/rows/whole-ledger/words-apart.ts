/**
 * Words apart from the ledger that are about all of it: « Tous les montants sont en k€ » on a sheet of notes, « rouge :
 * annulé » in a legend of colours, which the reading does not see. The rows count as they are, and the first one of a
 * table without unit, or without status, is reported (LEC-05).
 */
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { comparable } from '../../../../domain/text';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../../snapshot';
import { blockOfRow, sheetRow, type LedgerBlock, type LedgerColumn } from '../../ledger-source';
import type { ReadLedger } from '../../read-ledger';
import { doubtOfTitle } from '../../tables/title-words';
import { unitInHeading } from '../../tables/unit-exceptions';
import { notesOf, shortTexts, unitAmong } from './notes-apart';

type Mark = NonNullable<LedgerRow['mark']>;

const COLOUR =
  /(?<![a-z])(?:rouges?|oranges?|orangee?s?|jaunes?|verte?s?|bleue?s?|gris|grise?e?s?|violets?|violettes?|roses?|surlignee?s?|couleurs?)(?![a-z])/;

/** The ledger with those rows in doubt, the same object without any; a mark of their own stays. */
export function withWordsApart(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  read: ReadLedger,
): ReadLedger {
  const waiting = marksOf(workbook, blocks, read);
  if (waiting.size === 0) return read;
  const rows = read.ledger.rows.map((row): LedgerRow => {
    const block = blockOfRow(row.key);
    const [mark, ...others] = row.mark === undefined && hasAmount(row) ? (waiting.get(block) ?? []) : [];
    if (mark === undefined) return row;
    waiting.set(block, others);
    return { ...row, mark };
  });
  return { ...read, ledger: { ...read.ledger, rows } };
}

/** The words about each block; none for most. */
function marksOf(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  read: ReadLedger,
): Map<number, readonly Mark[]> {
  const notes = notesOf(workbook, blocks);
  const unit = unitAmong(notes);
  const legends = new Map<string, string | undefined>();
  const legendOn = (name: string): string | undefined => {
    const sheet = findSheet(workbook, name);
    if (sheet && !legends.has(name))
      legends.set(name, [...legendsApart(sheet, blocks, read), ...notes.filter(isLegend)][0]);
    return legends.get(name);
  };
  const marks = blocks.map((block): readonly Mark[] => {
    const legend = block.columns.has('status') ? undefined : legendOn(block.sheet);
    return [
      ...(unit === undefined || hasUnit(block) ? [] : [{ heading: '', raw: unit, about: 'amount' } as const]),
      ...(legend === undefined ? [] : [{ heading: '', raw: legend, about: 'row' } as const]),
    ];
  });
  return new Map(marks.flatMap((own, index) => (own.length > 0 ? [[index, own]] : [])));
}

function hasAmount({ ae, cp }: LedgerRow): boolean {
  return ae.kind === 'amount' || cp.kind === 'amount';
}

/** True for a table in a unit of its own, euros too. */
function hasUnit({ units, columns }: LedgerBlock): boolean {
  const amounts = (['ae', 'cp'] as const).flatMap((field) => columns.get(field) ?? []);
  const isGiven = ({ heading, unit, otherUnit }: LedgerColumn): boolean =>
    unit !== undefined || otherUnit !== undefined || unitInHeading(heading) !== null;
  return units !== undefined || amounts.some(isGiven);
}

function isLegend(text: string): boolean {
  return COLOUR.test(comparable(text)) && doubtOfTitle(text, null) === 'all';
}

/** The legends of a sheet of the ledger, on rows without operation. */
function legendsApart(sheet: SheetSnapshot, blocks: readonly LedgerBlock[], { ledger }: ReadLedger): readonly string[] {
  const found = shortTexts(sheet).filter(({ text }) => isLegend(text));
  if (found.length === 0) return [];
  const operations = new Set(
    ledger.rows.flatMap(({ key }) => (blocks[blockOfRow(key)]?.sheet === sheet.name ? [sheetRow(key)] : [])),
  );
  return found.filter(({ row }) => !operations.has(row)).map(({ text }) => text);
}
