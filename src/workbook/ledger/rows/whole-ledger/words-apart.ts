/**
 * Words apart from the ledger that are about all of it: « Tous les montants sont en k€ » on a sheet of notes, « rouge :
 * annulé » in a legend of colours, which the reading does not see, a text beside the cells of its sheet. The rows count
 * as they are, and the first one of a table without unit, or without status, is reported (LEC-05). So is an operation
 * whose own note takes it out or leaves a doubt on it.
 */
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { marksOf as marksOfRow, withMark } from '../../../../domain/envelopes/reading-facts';
import { rememberingEach } from '../../../../domain/remembering';
import { findSheet, type SheetSnapshot, type WorkbookSnapshot } from '../../../snapshot';
import type { KnownNames } from '../../known-names';
import { blockOfRow, sheetRow, type LedgerBlock, type LedgerColumn } from '../../ledger-source';
import type { ReadLedger } from '../../read-ledger';
import { roundsAmounts } from '../../tables/rounding-words';
import { unitInHeading } from '../../tables/unit-exceptions';
import { markOfRemark } from '../marks/doubts-of-words';
import type { NamesOnRow } from '../marks/free-doubts';
import { markOf } from '../marks/payment-doubts';
import { headsLegend, isLegend, meaningUnderLegend } from './legends';
import { notesOf, sheetsOfNotes, shortTexts, unitAmong } from './notes-apart';
import { textsOfBlocks, type SentenceBeside, type TextsOfBlock } from './texts-of-blocks';
import { doubtBeside, unitBeside } from './words-beside';

type Mark = NonNullable<LedgerRow['mark']>;

/** The ledger with those rows in doubt, the same object without any; with their other marks. */
export function withWordsApart(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  read: ReadLedger,
  names: KnownNames,
): ReadLedger {
  const beside = textsOfBlocks(workbook, blocks, read.ledger.rows);
  const waiting = marksOf(workbook, { blocks, beside, names }, read);
  if (waiting.size === 0 && !beside?.some(({ remarks }) => remarks.size > 0)) return read;
  const rows = read.ledger.rows.map((row): LedgerRow => {
    if (!hasAmount(row)) return row;
    const index = blockOfRow(row.key);
    const noted = beside?.[index]?.remarks.get(sheetRow(row.key));
    const own = noted === undefined ? null : markOfNote(noted, row, names);
    const [first, ...others] = own || row.mark !== undefined ? [] : (waiting.get(index) ?? []);
    if (first) waiting.set(index, others);
    const mark = own ?? first;
    return mark ? withMark(row, mark) : row;
  });
  return { ...read, ledger: { ...read.ledger, rows } };
}

/** The mark of the notes on the cells of an operation, which are remarks. */
function markOfNote(note: string, row: LedgerRow, names: KnownNames): Mark | null {
  const mayBeDraft = row.statusText === undefined && row.ae.kind === 'amount';
  const found = markOfRemark(note, mayBeDraft, namesOn(row, names));
  const mark = found && markOf(row, { ...found, heading: '' });
  return mark && { ...mark, raw: mark.raw.replace(/\s+/g, ' '), beside: 'row' };
}

function namesOn({ imputation }: LedgerRow, known: KnownNames): NamesOnRow {
  const { creditYears, namedBy } = known;
  const names = creditYears ? { ...known, creditYears } : null;
  return { names, own: namedBy(imputation)?.envelope ?? '' };
}

interface Ledger {
  readonly blocks: readonly LedgerBlock[];
  readonly beside: readonly TextsOfBlock[] | null;
  readonly names: KnownNames;
}

/** The words about each block; none for most. */
function marksOf(
  workbook: WorkbookSnapshot,
  { blocks, beside, names }: Ledger,
  read: ReadLedger,
): Map<number, readonly Mark[]> {
  const notes = notesOf(workbook, blocks);
  const ofNotes = unitAmong(notes);
  const isOperation = operationsOf(blocks, read);
  const firstOn = (is: (text: string) => boolean): ((name: string) => string | undefined) => {
    const known = new Map<string, string | undefined>();
    return (name) => {
      const sheet = findSheet(workbook, name);
      if (sheet && !known.has(name)) known.set(name, [...textsApart(sheet, isOperation, is), ...notes.filter(is)][0]);
      return known.get(name);
    };
  };
  const [legendOn, roundingOn] = [firstOn(isLegend), firstOn(roundsAmounts)];
  const isSeen = read.ledger.rows.some((row) => marksOfRow(row).some(({ heading }) => headsLegend(heading)));
  const legendsApart = isSeen ? [] : sheetsOfNotes(workbook, blocks);
  const meaningOn = (name: string): string | undefined => {
    const own = isSeen ? undefined : findSheet(workbook, name);
    return [...(own ? [own] : []), ...legendsApart].map(meaningUnderLegend).find((meaning) => meaning !== undefined);
  };
  const marks = blocks.map((block, index): readonly Mark[] => {
    const hasStatus = block.columns.has('status');
    const texts = beside?.[index];
    const ofSheet = texts && markBeside(unitBeside(texts), 'amount');
    const unit = hasUnit(block) ? undefined : (ofSheet ?? markApart(ofNotes, 'amount'));
    const ofTexts = texts?.sentences.find(({ text }) => roundsAmounts(text));
    const rounding = markApart(roundingOn(block.sheet), 'amount') ?? markBeside(ofTexts, 'amount');
    const legend = hasStatus ? undefined : markApart(legendOn(block.sheet) ?? meaningOn(block.sheet), 'row');
    const doubt = legend ?? (texts && markBeside(doubtBeside(texts, names, hasStatus), 'row'));
    return [unit ?? rounding, doubt].flatMap((mark) => mark ?? []);
  });
  return new Map(marks.flatMap((own, index) => (own.length > 0 ? [[index, own]] : [])));
}

function markApart(raw: string | undefined, about: 'amount' | 'row'): Mark | undefined {
  return raw === undefined ? undefined : { heading: '', raw, about };
}

function markBeside(sentence: SentenceBeside | undefined, about: 'amount' | 'row'): Mark | undefined {
  return sentence && { heading: sentence.heading, raw: sentence.text, about, beside: sentence.beside };
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

/** True for a row of a sheet that is an operation; the rows are listed when first asked for. */
type IsOperation = (sheet: string, row: number) => boolean;

function operationsOf(blocks: readonly LedgerBlock[], { ledger }: ReadLedger): IsOperation {
  let operations: ReadonlySet<string> | null = null;
  return (sheet, row) => {
    operations ??= new Set(ledger.rows.map(({ key }) => `${blocks[blockOfRow(key)]?.sheet}\n${sheetRow(key)}`));
    return operations.has(`${sheet}\n${row}`);
  };
}

/** The texts of a sheet of the ledger that are such words, on rows without operation. */
function textsApart(sheet: SheetSnapshot, isOperation: IsOperation, is: (text: string) => boolean): readonly string[] {
  const found = shortTexts(sheet).map(({ row, texts }) => ({ row, texts: tellingOf(texts).filter(is) }));
  return found.flatMap(({ row, texts }) => (texts.length > 0 && !isOperation(sheet.name, row) ? texts : []));
}

/** The legends and the words of rounding among texts: none, for most rows. */
const tellingOf = rememberingEach((texts: readonly string[]) =>
  texts.filter((text) => isLegend(text) || roundsAmounts(text)),
);
