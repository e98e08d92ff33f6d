/** The sums that are read from a workbook of some sheets, and how many places of it are not. */
import { openDossier } from '../../../src/application/open-dossier';
import { convention2023 } from '../conventions';
import { workbookOf, type SheetGiven } from './workbook-of';

/** « AE 3000, CP 400, 0 unread »: the sums of the ledger in euros, and the number of places that are not read. */
export function sumsRead(...sheets: readonly [SheetGiven, ...SheetGiven[]]): string {
  const opened = openDossier(workbookOf(...sheets), { convention: convention2023() });
  if (!opened.ok) return opened.failure.code;
  const { account, ledger } = opened.value;
  const counted = account.filter(({ role }) => role === 'ledger');
  const sumOf = (nature: 'ae' | 'cp'): number => counted.reduce((sum, { sums }) => sum + sums[nature], 0) / 100;
  return `AE ${sumOf('ae')}, CP ${sumOf('cp')}, ${(ledger.reading?.unread ?? []).length} unread`;
}
