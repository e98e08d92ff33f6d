/** Whether the columns of the ledger are confirmed: found from the headings alone, at every reading of the workbook. */
import type { Dossier } from '../../application/dossier';
import { comparable } from '../../domain/text';
import { choicesFor, readColumnChoices, type ColumnChoice } from '../../workbook/registers/column-choices';

/** True when the user should look at the columns: never confirmed, or the headings have changed since. */
export function needsConfirmation({ workbook, blocks }: Dossier): boolean {
  const choices = readColumnChoices(workbook);
  if (!choices.ok) return true;
  const isUnsaid = blocks.some(({ table, sheet, columns }) => {
    const chosen = choicesFor(choices.value, table === null ? [sheet] : [table, sheet]);
    return [...columns.values()].some(({ heading }) => heading !== '' && chosen(heading) === undefined);
  });
  return isUnsaid || isGone(blocks, choices.value);
}

/** A confirmed heading that no table has any more. */
function isGone(blocks: Dossier['blocks'], choices: readonly ColumnChoice[]): boolean {
  const present = new Set(
    blocks.flatMap(({ columns }) => [...columns.values()].map(({ heading }) => comparable(heading))),
  );
  const read = new Set(blocks.flatMap(({ table, sheet }) => [comparable(table ?? sheet), comparable(sheet)]));
  return choices.some(({ source, heading, field }) => {
    const isOurs = source === '' || read.has(comparable(source));
    return isOurs && field !== null && !present.has(comparable(heading));
  });
}
