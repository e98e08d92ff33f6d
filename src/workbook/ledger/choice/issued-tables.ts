/**
 * Tables of what is invoiced, certified, liquidated or ordered, « Mandatements », « Demandes de paiement », beside the
 * payments of the same EJ: the payment alone consumes CP. Such a table is left out, without a finding where each of its
 * amounts is paid, in one or in several times; otherwise its amounts are in doubt.
 */
import type { LedgerRow } from '../../../domain/envelopes/ledger';
import { findSheet, type WorkbookSnapshot } from '../../snapshot';
import type { LedgerCandidate } from '../find-ledger';
import { subjectOf } from '../columns/subjects';
import { isUnspecific, type FoundBlock } from '../make-block';
import { readLedger } from '../read-ledger';
import { isOnlyIssued, namesPaying, titlesIssued } from '../rows/whole-ledger/issued-words';
import { titlesOfBlock } from '../tables/planned-tables';

/** Those that are left out, and whether each of their amounts is paid. */
export interface IssuedTables {
  readonly settled: readonly FoundBlock[];
  readonly doubtful: readonly FoundBlock[];
}

/** The tables of issued payments among those of the ledger, where others hold the payments of their EJ. */
export function issuedTables(workbook: WorkbookSnapshot, chosen: readonly LedgerCandidate[]): IssuedTables {
  const all = chosen.flatMap(({ blocks }) => blocks);
  const issued = all.filter((found) => isIssued(workbook, found));
  const paying = all.filter((found) => !issued.includes(found) && found.block.columns.has('cp'));
  if (issued.length === 0 || paying.length === 0) return { settled: [], doubtful: [] };
  const paid = amountsByEj(workbook, paying, 'cp');
  const [settled, doubtful]: [FoundBlock[], FoundBlock[]] = [[], []];
  for (const found of issued) {
    const amounts = amountsByEj(workbook, [found], found.block.columns.has('cp') ? 'cp' : 'ae');
    const arePaid = [...amounts].map(([ej, cents]) => covers(paid.get(ej), cents));
    if (arePaid.includes(true)) (arePaid.includes(false) ? doubtful : settled).push(found);
  }
  return { settled, doubtful };
}

/** True where the amounts are the payments of the EJ, one by one or together. */
function covers(paid: readonly number[] | undefined, amounts: readonly number[]): boolean {
  if (!paid) return false;
  const left = [...paid];
  const isOneByOne = amounts.every((cents) => {
    const at = left.indexOf(cents);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return isOneByOne || sumOf(paid) === sumOf(amounts);
}

function sumOf(cents: readonly number[]): number {
  return cents.reduce((sum, one) => sum + one, 0);
}

/** One amount a row, neither AE nor paid for sure, by the headings, the nearest title or the name of the sheet. */
function isIssued(workbook: WorkbookSnapshot, found: FoundBlock): boolean {
  const { columns, natureColumn } = found.block;
  const [ae, cp, paid] = [columns.get('ae'), columns.get('cp'), columns.get('paymentDate')];
  const sheet = findSheet(workbook, found.block.sheet);
  if (!sheet || natureColumn !== undefined || columns.has('status') || !columns.has('ejNumber')) return false;
  if (cp ? ae !== undefined : !isUnspecific(found)) return false;
  if (found.block.sharedFields !== undefined && namesPaying(paid?.heading ?? '')) return false; // « Facture 2 | Payé le »
  if (isOnlyIssued(paid?.heading ?? '') || isOnlyIssued(cp?.heading ?? '')) return true;
  if ([paid, cp].some((column) => column && namesPaying(column.heading))) return false;
  const titles = titlesOfBlock(sheet, found.block);
  if (titles.some(titlesIssued)) return true;
  return titles.every((title) => subjectOf(title) === null && !namesPaying(title)) && titlesIssued(sheet.name);
}

function amountsByEj(
  workbook: WorkbookSnapshot,
  found: readonly FoundBlock[],
  nature: 'ae' | 'cp',
): ReadonlyMap<string, readonly number[]> {
  const { rows } = readLedger(
    workbook,
    found.map(({ block }) => block),
  ).ledger;
  const byEj = new Map<string, number[]>();
  for (const row of rows) {
    const cents = centsOf(row, nature);
    if (row.ej.kind !== 'ej' || cents === 0) continue;
    byEj.set(row.ej.number, [...(byEj.get(row.ej.number) ?? []), cents]);
  }
  return byEj;
}

function centsOf(row: LedgerRow, nature: 'ae' | 'cp'): number {
  const amount = row[nature];
  return amount.kind === 'amount' ? amount.cents : 0;
}
