/** The findings of a workbook and the account of its reading, as `check --format json` gives them. */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { ReadingEntry } from '../../workbook/reading/account';
import type { ControlReport, Dossier } from '../dossier';
import { type Describe, type DescribePlace, jsonFinding, type JsonFinding } from '../json-report';
import { amount, date, flag, integer, type LakeTable, text } from './lake-table';

interface FindingRow extends JsonFinding {
  readonly acceptedOn: CivilDate | null;
}

export const FINDINGS: LakeTable<FindingRow> = {
  name: 'findings',
  meaning: 'one finding of the controls',
  columns: [
    text('rule', 'its code: `PLA-01`', ({ rule }) => rule),
    text('severity', '`error`, `warning` or `info`', ({ severity }) => severity),
    flag('is_accepted', 'accepted with a reason that still holds', ({ accepted }) => accepted !== null),
    text('sheet', 'sheet of the workbook', ({ sheet }) => sheet),
    integer('sheet_row', 'row of the sheet, from 1', ({ row }) => row),
    text('cell', 'cell to mend', ({ cell }) => cell),
    text('message', 'what is wrong, and what to do', ({ message }) => message),
    text('found', 'what was found', ({ found }) => found),
    text('expected', 'what was expected', ({ expected }) => expected),
    text('article', 'article concerned', ({ article }) => article),
    text('repair', 'certain value of the cell', ({ repair }) => repair),
    text('accepted_by', 'who accepted it', ({ accepted }) => accepted?.by),
    date('accepted_on', 'when', ({ acceptedOn }) => acceptedOn),
    text('accepted_reason', 'why', ({ accepted }) => accepted?.reason),
  ],
};

/** The findings in reading order. */
export function* findingRows(dossier: Dossier, report: ControlReport, describe: Describe): Iterable<FindingRow> {
  for (const finding of report.findings) {
    const acceptance = report.accepted.get(finding);
    const told = jsonFinding(dossier, finding, describe(finding), acceptance);
    yield { ...told, acceptedOn: acceptance?.on ?? null };
  }
}

interface ReadingRow extends ReadingEntry {
  readonly words: string;
}

export const READING: LakeTable<ReadingRow> = {
  name: 'reading',
  meaning: 'a place of the workbook that holds amounts, and what was made of it',
  columns: [
    text('sheet', 'sheet of the workbook', ({ sheet }) => sheet),
    text('place', 'its cells: `B12:F30`', ({ area }) => area),
    text('role', '`ledger`, `convention`, `document`, `derived`, `setAside` or `unread`', ({ role }) => role),
    text('reason', 'why', ({ words }) => words),
    integer('row_count', 'rows with amounts', ({ rows }) => rows),
    amount('ae', 'sum of the amounts of AE', ({ sums }) => sums.ae),
    amount('cp', 'sum of the amounts of CP', ({ sums }) => sums.cp),
    amount('other', 'sum of the amounts of no nature', ({ sums }) => sums.other),
  ],
};

/** The places in the order of the account. */
export function readingRows({ account }: Dossier, describe: DescribePlace): readonly ReadingRow[] {
  return account.map((entry) => ({ ...entry, words: describe(entry) }));
}
