/** English words of the refusal of a convention. */
import { NO_CEILING } from '../../workbook/convention/convention-words';
import type { BadConvention } from '../../workbook/failure';
import { CONVENTION_KEYS, TABLES } from '../../workbook/workbook-names';
import { isFraction, NOT_CALCULATED, type FailureDescription } from '../failure-description';
import type { PROBLEMS as FRENCH_PROBLEMS } from '../fr/convention-failures';
import { en, shorten } from '../typography';

/** Faults of one place of a convention, in a few words. */
export const PROBLEMS: typeof FRENCH_PROBLEMS = {
  tableMissing: () => en`the table does not exist`,
  tableLost: () => en`these cells are not a table of that name`,
  columnMissing: (_, expected) => (expected === '' ? en`a column is missing` : en`the column “${expected}” is missing`),
  valueMissing: () => en`a value is missing`,
  amountUnreadable: (found) =>
    isFraction(found)
      ? en`“${shorten(found)}” has more than two decimals; an amount is to the cent`
      : en`“${shorten(found)}” is not an amount`,
  dateUnreadable: (found) => en`“${shorten(found)}” is not a date`,
  numberUnreadable: (found) => en`“${shorten(found)}” is not a number expected here`,
  areaUnreadable: (found) =>
    found === '' ? en`a range of cells is missing` : en`“${shorten(found)}” is not a range of cells`,
  wordUnknown: (found) => en`the word “${shorten(found)}” is not known`,
  envelopeUnknown: (found) => en`the envelope “${shorten(found)}” does not exist`,
  lineUnknown: (found) => en`the budget line “${shorten(found)}” does not exist in this envelope`,
  partUnknown: (found) => en`the convention does not have “${shorten(found)}”, its ceiling would bound nothing`,
  sheetUnknown: (found) => en`the sheet “${shorten(found)}” does not exist`,
  codeMissing: () => en`this row does not have the code of its envelope`,
  noteRow: (found) => en`“${shorten(found)}” is no envelope: its row has nothing else, and nothing names it`,
  totalRow: (found) => en`“${shorten(found)}” is a row of totals, not a row of the convention`,
  nameRepeated: (found, other) =>
    en`the name “${shorten(found)}” means two things${other === '' ? '' : en`, here and in ${other}`}`,
  codeShared: (found, expected) => en`“${shorten(found)}” means two things (${shorten(expected)})`,
  severalCodes: (found) => en`“${shorten(found)}” holds several codes`,
  untilBeforeFrom: (found) => en`the last day of the code, ${shorten(found)}, is before the first`,
  otherField: (found) => en`“${shorten(found)}” is not the field that has codes of this form`,
  damagedCode: (found) => en`“${shorten(found)}” is a code that Excel made a number`,
  nameReserved: (found) => en`“${shorten(found)}” means the whole convention, and cannot name an envelope`,
  errorInCell: (found) =>
    found === NOT_CALCULATED
      ? en`the formula has no stored result, recalculate the workbook in Excel`
      : en`the cell holds the error ${shorten(found)}`,
  endBeforeSignature: () => en`the end comes before the signature`,
  dateFar: (found, year) =>
    en`the date ${shorten(found)} is more than fifty years away from the credit year ${shorten(year)}`,
  closesNothing: (found, years) =>
    en`the closing date ${shorten(found)} is in no credit year of the convention (${shorten(years)}), and would bound nothing`,
  severalYears: (found) => en`“${shorten(found)}” holds several years`,
  bothNatures: (found) => en`“${shorten(found)}” means both AE and CP`,
  yearAfterEnd: (found) => en`the year ${shorten(found)} begins after the end of the convention`,
  wrongKind: (found) => en`“${shorten(found)}” is not of the expected kind`,
  memberUnknown: (found) => en`“${shorten(found)}” is not a known member`,
  memberRepeated: (found) => en`“${shorten(found)}” is given twice`,
};

export function badConvention(failure: BadConvention): FailureDescription {
  const { table, cell, problem, found, expected } = failure;
  const place = cell === null || cell === '' ? table : `${table}, ${cell}`;
  return {
    sentence: en`The data of the convention cannot be read (${place}): ${PROBLEMS[problem](found, expected)}.`,
    remedy: remedyOf(failure),
  };
}

function remedyOf({ table, problem, expected, alsoLost = [] }: BadConvention): string {
  if (problem === 'tableLost')
    return en`Make a table of these cells (Insert, Table) and give it the name ${table}, or delete them when they are of no more use.${sameFor(alsoLost)}`;
  if (problem === 'codeShared') return en`Leave it to one envelope only; a code that all of them share names none.`;
  if (problem === 'totalRow') return en`Delete this row: the add-in computes the totals, and it would count twice.`;
  if (problem === 'noteRow')
    return en`Move a note out of the table; if it is an envelope, enter its amounts of AE and CP, or “${NO_CEILING}” where there is no ceiling.`;
  if (problem === 'codeMissing')
    return en`Enter a short code, such as PDE, that no other envelope has, or delete the row when it is no envelope.`;
  if (problem === 'nameRepeated' && expected !== '')
    return en`Give another name to one of the two; when both rows are one and the same thing, make them one row.`;
  if (problem === 'dateFar') return en`Correct the year of this date, or the credit year.`;
  if (problem === 'closesNothing') return en`Correct the year of this date, or delete it while it is not known.`;
  if (problem === 'severalYears') return severalYears(table);
  if (problem === 'bothNatures') return bothNatures(table);
  if (problem === 'severalCodes') return en`Enter one code a row.`;
  if (problem === 'amountUnreadable' && (expected === '' || expected === NO_CEILING))
    return en`Enter an amount in euros, such as 500000.00${expected === NO_CEILING ? en`, or “${NO_CEILING}” where there is no ceiling` : ''}.`;
  if (problem === 'dateUnreadable' && expected === '') return en`Enter a date, such as 31/12/2023.`;
  if (problem === 'damagedCode') return en`Enter the whole code, as text.`;
  if (expected === '' && problem === 'memberUnknown') return en`Give it a known name or delete it, then try again.`;
  if (expected === '' || expected === NO_CEILING || problem === 'columnMissing')
    return en`Correct that place, then try again.`;
  return en`Expected: ${shorten(expected)}.`;
}

function severalYears(table: string): string {
  if (table === TABLES.convention)
    return en`Enter one year, and the next ones in “${CONVENTION_KEYS.otherYears}”, such as 2024; 2025.`;
  return en`Enter one row for each year, with its own amount.`;
}

function bothNatures(table: string): string {
  if (table === TABLES.fungibility) return en`Leave the cell empty for both natures, or enter one row for each.`;
  return en`Enter one row for AE and one for CP, each with its own amount.`;
}

function sameFor(lost: Required<BadConvention>['alsoLost']): string {
  if (lost.length === 0) return '';
  return en` Do the same for ${lost.map(({ table, cell }) => `${table} (${cell})`).join(', ')}.`;
}
