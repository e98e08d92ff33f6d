/** English words of the refusals of a ledger: the obstacle with its place, then the next step. */
import type { LedgerObstacle, LedgerRival } from '../../workbook/failure';
import { formatAmount, formatCount } from '../format';
import type { LEDGER_FAILURES as FRENCH } from '../fr/ledger-failures';
import { en, shorten } from '../typography';

const MISSING: Readonly<Record<LedgerObstacle['missing'], string>> = {
  amount: en`an amount of AE or of CP`,
  operation: en`an EJ number, a DP number or a date`,
  columns: en`one more column (subject, envelope or date)`,
};
const FIELDS: Readonly<Record<LedgerObstacle['missing'], string>> = {
  amount: 'Montant AE',
  operation: 'N° EJ',
  columns: 'Objet',
};

/** A candidate with its rows and sums, to choose among several. */
export function describeRival({ name, rows, ae, cp, repeats }: LedgerRival): string {
  const sums = en`${formatCount(rows, 'en')} ${rows === 1 ? 'row' : 'rows'}, ${formatAmount(ae, 'en')} of AE and ${formatAmount(cp, 'en')} of CP`;
  return repeats === null
    ? en`${shorten(name)} (${sums})`
    : en`${shorten(name)} (${sums}; repeats the operations of ${shorten(repeats)})`;
}

/** A table that does not have one row for each operation. */
function layouts(place: string, words: string) {
  return {
    years: en`The table of the sheet ${place} has years as headings (${words}): a row has amounts of several years, without their dates.`,
    months: en`The table of the sheet ${place} has months as headings (${words}): a row has amounts of several months, without their dates.`,
    measures: en`The table of the sheet ${place} names its amounts in the rows (${words}), not in the headings.`,
    natures: en`The column “${words}” of the sheet ${place} mixes commitments (AE) and payments (CP).`,
  };
}

export const LEDGER_FAILURES: typeof FRENCH = {
  noLedger: ({ obstacle }) =>
    obstacle
      ? {
          sentence: en`No ledger was found; the nearest table, sheet “${shorten(obstacle.sheet)}”, cell ${obstacle.cell}, has ${quoted(obstacle.understood)} as understood headings: it lacks ${MISSING[obstacle.missing]}.`,
          remedy: en`Map its columns: “Columns” in the pane, or --map "${shorten(obstacle.unread ?? 'Heading')}=${FIELDS[obstacle.missing]}" on the command line; you can also create the table Suivi.`,
        }
      : {
          sentence: en`No ledger was found in the workbook.`,
          remedy: en`It needs a row of headings with at least one amount (AE or CP), an EJ number or a date, and ministerial axis 2; you can also create the table Suivi.`,
        },
  severalLedgers: ({ candidates, unknown }) => ({
    sentence:
      unknown === undefined
        ? en`Several tables may be the ledger: ${candidates.map(describeRival).join(', ')}.`
        : en`No ledger has the name “${shorten(unknown)}”; to control: ${candidates.map(describeRival).join(', ')}.`,
    remedy: en`Name those to control: “Columns” in the pane, or ${options(candidates)} on the command line.`,
  }),
  turnedLedger: ({ sheet, cell, what, words }) => ({
    sentence: layouts(en`“${shorten(sheet)}” (cell ${cell})`, words.map(shorten).join(', '))[what],
    remedy:
      what === 'natures'
        ? en`Add a column “AE/CP” that gives the nature of each amount, or map the column: “Columns” in the pane, --map "${words.map(shorten).join(', ')}=Montant AE" on the command line.`
        : en`Each operation needs a row of its own, with its number, its date, and its amount of AE or CP in columns apart; if another sheet is the ledger, name it (--ledger).`,
  }),
  mappingOutdated: ({ sheet, cell, heading, field, why }) => ({
    sentence:
      why === 'gone'
        ? en`The column “${shorten(heading)}”, which ENV_Colonnes maps to “${field}”, is no longer in the table of the sheet “${shorten(sheet)}” (cell ${cell}).`
        : en`The column “${shorten(heading)}” of the sheet “${shorten(sheet)}” (cell ${cell}), which ENV_Colonnes maps to “${field}”, holds other data.`,
    remedy: en`Check the columns and confirm them again (“Columns” in the pane), correct the row “${shorten(heading)}” of ENV_Colonnes, or give the right column on the command line: --map "Heading=${field}".`,
  }),
};

function quoted(headings: readonly string[]): string {
  return headings.map((heading) => en`“${shorten(heading)}”`).join(', ');
}

/** The candidates that repeat no other, as options of the command line. */
function options(candidates: readonly LedgerRival[]): string {
  const kept = candidates.filter(({ repeats }) => repeats === null);
  return kept.map(({ name }) => `--ledger "${shorten(name)}"`).join(' ');
}
