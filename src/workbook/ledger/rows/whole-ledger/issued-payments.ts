/**
 * CP that is invoiced, liquidated or ordered, and not paid for sure: « Mandat » in the column that gives the nature of
 * the rows, « Date d'ordonnancement » above their days. It counts as paid on that day and is reported (LEC-05). Where
 * the same EJ has the same amount again at a later stage, « Facture » then « Paiement », the earlier row is in no
 * figure, and is an error. « DP » and « Demande de paiement » are what teams call their payments: alone, they are paid.
 * Payments under the title of a group that announces them, « Échéancier » over « Date 1 » and « CP 1 », are in doubt.
 */
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { findSheet, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../../../snapshot';
import { blockOfRow, sheetRow, type LedgerBlock } from '../../ledger-source';
import { wordOfMark } from '../../nature-words';
import type { ReadLedger } from '../../read-ledger';
import { textOf } from '../../../cells';
import { announcesPayments, isOnlyIssued, stageOf, type PaymentStage } from './issued-words';

/** A table whose rows, or whose headings, give a stage. */
interface StagedBlock {
  readonly sheet: SheetSnapshot;
  /** The column of the words of the rows; null where the headings date the payments. */
  readonly words: { readonly column: number; readonly heading: string } | null;
  /** The heading that names a stage before the payment; null without one. */
  readonly heading: string | null;
  /** One column has the day of the commitment and that of the payment. */
  readonly sharesDate: boolean;
}

/** Positive CP of a row, by the words that give its nature. */
interface Staged {
  readonly row: LedgerRow;
  readonly cents: number;
  readonly stage: PaymentStage;
  readonly words: string;
  /** Its day may be that of the stage, or it has none. */
  readonly isOpen: boolean;
}

/** The ledger with its issued payments in doubt, or out of the figures; the same object without any. */
export function withIssuedPayments(
  workbook: WorkbookSnapshot,
  blocks: readonly LedgerBlock[],
  read: ReadLedger,
): ReadLedger {
  const staged = blocks.map((block) => stagedBlock(workbook, block));
  if (staged.every((block) => block === null)) return read;
  const { rows } = read.ledger;
  const doubts = new Map<LedgerRow, NonNullable<LedgerRow['mark']>>();
  const byEj = new Map<string, Staged[]>();
  for (const row of rows) {
    const block = staged[blockOfRow(row.key)];
    if (!block || row.cp.kind !== 'amount' || row.cp.cents <= 0) continue;
    if (block.words === null) {
      if (block.heading !== null && row.paymentDate.kind === 'date')
        doubts.set(row, { heading: block.heading, raw: '', about: 'payment' });
      continue;
    }
    const words = textOf(valueAt(block.sheet, sheetRow(row.key), block.words.column)).trim();
    const stage = stageOf(wordOfMark(words) ?? words);
    if (stage === null) continue;
    const isOpen = block.sharesDate || block.heading !== null || row.paymentDate.kind !== 'date';
    if (isOpen && row.paymentDate.kind === 'date' && isOnlyIssued(wordOfMark(words) ?? words))
      doubts.set(row, { heading: block.words.heading, raw: words, about: 'payment' });
    if (row.ej.kind === 'ej') {
      const of = byEj.get(row.ej.number) ?? [];
      of.push({ row, cents: row.cp.cents, stage, words, isOpen });
      byEj.set(row.ej.number, of);
    }
  }
  const paidElsewhere = new Map([...byEj.values()].flatMap(coveredIn).map(({ row, words }) => [row, words] as const));
  if (doubts.size + paidElsewhere.size === 0) return read;
  const settled = (row: LedgerRow): LedgerRow => {
    const words = paidElsewhere.get(row);
    if (words !== undefined) return outOfFigures(row, words);
    const mark = row.mark === undefined ? doubts.get(row) : undefined;
    return mark === undefined ? row : { ...row, mark };
  };
  return { ...read, ledger: { ...read.ledger, rows: rows.map(settled) } };
}

function stagedBlock(workbook: WorkbookSnapshot, block: LedgerBlock): StagedBlock | null {
  const { columns, natureColumn } = block;
  const sheet = findSheet(workbook, block.sheet);
  const [ae, cp, paid] = [columns.get('ae'), columns.get('cp'), columns.get('paymentDate')];
  if (!sheet || !cp) return null;
  const heading = issuedHeading(paid?.heading ?? '', cp.heading) ?? scheduleOver(sheet, block, cp.column);
  const isNatured = natureColumn !== undefined && ae?.column === cp.column;
  if (!isNatured && heading === null) return null;
  const words = isNatured
    ? { column: natureColumn, heading: textOf(valueAt(sheet, block.headingRow, natureColumn)).trim() }
    : null;
  const sharesDate = paid !== undefined && paid.column === columns.get('commitmentDate')?.column;
  return { sheet, words, heading, sharesDate };
}

/** « Date de mandatement »; « Montant liquidé » beside « Date », which names no stage. */
function issuedHeading(date: string, amount: string): string | null {
  if (isOnlyIssued(date)) return date;
  return date !== '' && stageOf(date) === null && isOnlyIssued(amount) ? amount : null;
}

/** The title of a group over the payments alone that announces them; null without one. */
function scheduleOver(sheet: SheetSnapshot, { topRow, headingRow, left }: LedgerBlock, cp: number): string | null {
  for (let row = headingRow - 1; row >= topRow; row--) {
    for (let column = cp; column > left; column--) {
      const title = textOf(valueAt(sheet, row, column)).trim();
      if (title === '') continue;
      if (announcesPayments(title)) return title;
      break;
    }
  }
  return null;
}

/** The rows of one EJ whose amount it has again at a later stage, alone or in parts. */
function coveredIn(rows: readonly Staged[]): readonly Staged[] {
  const stages = new Set(rows.map(({ stage }) => stage));
  if (stages.size < 2) return [];
  const last = Math.max(...stages);
  const sumOf = (of: readonly Staged[]): number => of.reduce((sum, { cents }) => sum + cents, 0);
  const atLast = rows.filter(({ stage }) => stage === last);
  const covered: Staged[] = [];
  for (const stage of [...stages].filter((one) => one < last)) {
    const issued = rows.filter((row) => row.stage === stage);
    const isWhole = sumOf(issued) === sumOf(atLast);
    const left = rows.filter((row) => row.stage > stage).map(({ cents }) => cents);
    for (const row of issued) {
      const at = left.indexOf(row.cents);
      if (at >= 0) left.splice(at, 1);
      if (row.isOpen && (at >= 0 || isWhole)) covered.push(row);
    }
  }
  return covered;
}

function outOfFigures(row: LedgerRow, words: string): LedgerRow {
  const raw = row.cp.kind === 'amount' ? row.cp.raw : '';
  return { ...row, cp: { kind: 'unreadable', raw, nature: words, doubt: 'issued' } };
}
