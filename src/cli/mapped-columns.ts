/** `--map HEADING=FIELD`: columns that the user maps for one run, as `ENV_Colonnes` keeps them in the workbook. */
import { failure, type Result, success } from '../domain/result';
import { comparable } from '../domain/text';
import type { Language } from '../messages/language';
import { fieldOfLabel } from '../messages/field-of-label';
import { COLUMN_FIELD_NAMES } from '../workbook/field-names';
import type { ColumnField } from '../workbook/ledger/column-field';
import type { Failure } from '../workbook/failure';
import { columnFieldOfName } from '../workbook/ledger/headings';
import type { LedgerBlock } from '../workbook/ledger/ledger-source';
import type { ColumnChoice } from '../workbook/registers/column-choices';
import { usage } from './arguments';
import { cliWords } from './cli-words';

const COLUMN_FIELDS = Object.keys(COLUMN_FIELD_NAMES) as ColumnField[];

/** The choices of the option; refuses one without a heading, or with a word that names no field. */
export function mappedColumns(
  options: readonly string[],
  language: Language,
): Result<readonly ColumnChoice[], Failure> {
  const words = cliWords(language);
  const choices: ColumnChoice[] = [];
  for (const option of options) {
    const mark = option.lastIndexOf('=');
    const heading = option.slice(0, Math.max(0, mark)).trim();
    const word = option.slice(mark + 1).trim();
    if (heading === '') return failure(usage(words.badMapping(option)));
    const field = word === '' ? null : (columnFieldOfName(word) ?? fieldOfLabel(word, COLUMN_FIELDS));
    if (word !== '' && field === null) return failure(usage(words.unknownField(word)));
    choices.push({ source: '', heading, field });
  }
  return success(choices);
}

/** The first mapped heading that no table of the ledger has: the mapping would be half applied. */
export function headingNotFound(choices: readonly ColumnChoice[], blocks: readonly LedgerBlock[]): string | null {
  const read = new Set(
    blocks.flatMap(({ columns }) => [...columns.values()].map(({ heading }) => comparable(heading))),
  );
  return choices.find(({ heading, field }) => field !== null && !read.has(comparable(heading)))?.heading ?? null;
}
