/** English words of what a reconciliation really compared. */
import type { Nature } from '../../domain/money/nature';
import type { COVERAGE as FRENCH } from '../fr/coverage';
import { en } from '../typography';
import { RECONCILIATION } from './reconciliation';

const { reasons } = RECONCILIATION;
const rows = (count: string, isOne: boolean): string => en`${count} ${isOne ? 'row' : 'rows'}`;
const everyLine = (nature: Nature, count: string, isOne: boolean, is: string, are: string): string =>
  isOne
    ? en`The only line of ${nature} read from Chorus ${is}.`
    : en`All ${count} lines of ${nature} read from Chorus ${are}.`;
const natureStates = (nature: Nature): (typeof FRENCH)['states'][Nature] => ({
  nothing: () => en`no ${nature} to compare`,
  none: () => en`${nature} not compared`,
  partial: (percent) => en`${nature} compared at ${percent}`,
  enough: () => en`${nature} compared`,
});

export const COVERAGE: typeof FRENCH = {
  isOne: (count) => count === 1,
  title: en`Share of the ledger compared`,
  nothingCompared: en`Nothing could be compared`,
  nothingComparable: en`The ledger has no amount to compare`,
  agree: en`The ledger and Chorus agree`,
  readInPart: en`Extract read in part: agreement is not established`,
  ledgerReadInPart: en`Ledger read in part: agreement is not established`,
  bothReadInPart: en`Ledger and extract read in part: agreement is not established`,
  unreadPlaces: (count, isOne, places, amounts) =>
    isOne
      ? en`In the workbook, ${count} place is not read, and so not compared: ${places}, that is ${amounts}. Add it to the ledger, or set it aside with a reason.`
      : en`In the workbook, ${count} places are not read, and so not compared: ${places}, that is ${amounts} in all. Add them to the ledger, or set them aside with a reason.`,
  ofNature: (amount, nature) => en`${amount} of ${nature}`,
  unreadable: (count, isOne) => en`${count} ${isOne ? 'unreadable amount' : 'unreadable amounts'}`,
  unreadableRows: (count, isOne) =>
    isOne
      ? en`${count} amount of the ledger cannot be read, and is not compared. Correct it (DON-01), then reconcile again.`
      : en`${count} amounts of the ledger cannot be read, and are not compared. Correct them (DON-01), then reconcile again.`,
  unreadLines: (source, lines, isOne, amount) =>
    isOne
      ? en`${source}: line ${lines} is not read, and its amount${amount === null ? '' : `, ${amount},`} is not compared. Correct it in the extract, or export it again.`
      : en`${source}: lines ${lines} are not read, and their amounts${amount === null ? '' : `, ${amount} in all,`} are not compared. Correct them in the extract, or export it again.`,
  moreLines: (count) => en`${count} more`,
  column: (heading) => en`“${heading}”`,
  uncomparedCodes: (source, columns, isOne) =>
    isOne
      ? en`${source}: the column ${columns} has no known code, and is not compared.`
      : en`${source}: the columns ${columns} have no known code, and are not compared.`,
  unheaded: (source, beside, count, isOne) =>
    en`${source}: the column without a heading beside “${beside}” holds ${count} ${isOne ? 'amount, which is' : 'amounts, which are'} not compared. Give it a heading, or delete it.`,
  unused: (source, heading, count, isOne, amount) =>
    en`${source}: the column “${heading}” holds ${count} ${isOne ? `amount, ${amount}, which is` : `amounts, ${amount} in all, which are`} not compared. Give it the heading of Chorus ${isOne ? 'if it counts' : 'if they count'}, or delete it.`,
  statuses: (source, heading, words, isOneLine) =>
    en`${source}: ${heading === '' ? en`words to check at the right of the table` : en`unknown status in the column “${heading}”`}, ${words}. ${isOneLine ? 'This amount counts, although Chorus may have cancelled the line' : 'These amounts count, although Chorus may have cancelled the lines'}. In the extract, write “Validé” or “Annulé” instead.`,
  struck: (source, words, isOneLine) =>
    isOneLine
      ? en`${source}: a line is crossed out, ${words}. Its amount counts, although Chorus may have cancelled it. In the extract, remove the stroke, or delete the line.`
      : en`${source}: lines are crossed out, ${words}. Their amounts count, although Chorus may have cancelled them. In the extract, remove the stroke of those that stand, and delete the others.`,
  years: (source, kind, heading, words) =>
    ({
      exercise: en`${source}: unknown year in the column “${heading}”, ${words}. These amounts may be of another year. In the extract, write one year, such as “2023”.`,
      above: en`${source}: unknown year above the headings, ${words}. The lines without a date may be of another year. Export the extract with dates, or one year at a time.`,
      column: en`${source}: the column “${heading}”, ${words}, is not read. The lines may be of another year. Give it the heading of Chorus (“Exercice comptable”, “Date comptable”), or delete it if it does not date the amounts.`,
    })[kind],
  status: (words, line, others, count) =>
    others === 0 ? en`“${words}” (line ${line})` : en`“${words}” (line ${line} and ${count} more)`,
  part: (source, line, words) =>
    en`${source}: line ${line} says that the extract is not complete: “${words}”. Export the whole extract again.`,
  otherTotal: (source, amount, measure) =>
    en`${source}: the sum of the lines${measure === '' ? '' : en` of “${measure}”`} is not the shown total, ${amount}. Export the extract again, without a filter.`,
  gaps: (count, isOne) => en`${count} ${isOne ? 'gap' : 'gaps'} with Chorus`,
  states: { AE: natureStates('AE'), CP: natureStates('CP') },
  percent: (percent, isSome) => (percent === 0 && isSome ? en`< 1%` : en`${String(percent)}%`),
  nothing: (nature) => en`No ${nature} to compare in the ledger.`,
  none: (nature, count, isOne, amount) =>
    en`0 of ${rows(count, isOne)} to compare: ${amount} of ${nature} without a check.`,
  compared: (nature, count, all, isOne, amount, total) =>
    en`${rows(count, isOne)} of ${all} to compare: ${amount} of ${total} of ${nature}.`,
  uncompared: (list) => en`Not compared: ${list}.`,
  nameless: (count, isOne, amount) =>
    isOne
      ? en`${count} line of the extract has no EJ and no DP number (${amount}): it is not compared.`
      : en`${count} lines of the extract have no EJ and no DP number (${amount}): they are not compared.`,
  contested: (count, isOne, amount) =>
    isOne
      ? en`${count} line (${amount}) has another amount than in another extract, for the same number: it is not compared. Remove the extract that is out of date.`
      : en`${count} lines (${amount}) have another amount than in another extract, for the same number: they are not compared. Remove the extract that is out of date.`,
  byAmountAlone: (count, isOne, amount) =>
    isOne
      ? en`${count} row of the ledger is matched by its amount and date alone, for want of a number (${amount}).`
      : en`${count} rows of the ledger are matched by their amounts and dates alone, for want of a number (${amount}).`,
  netZero: (count, amount) =>
    en`${count} lines of Chorus, without a row in the ledger, add up to zero (${amount} paid or committed, then taken off): they are no gaps.`,
  leftOut: (list) => en`Left out: ${list}.`,
  counted: (reason, count, isOne, amount) =>
    amount === null ? en`${reason} (${rows(count, isOne)})` : en`${reason} (${rows(count, isOne)}, ${amount})`,
  reasons: { ...reasons, notInChorus: en`absent from Chorus`, reserved: en`awaiting payment` },
  causes: {
    natureNotGiven: (nature) =>
      nature === 'AE'
        ? en`No extract has the commitments. Add an extract of AE (INF-BUD-53 in AE, or JP51).`
        : en`No extract has the payments. Add an extract of CP (INF-BUD-53 in CP, or JP57).`,
    keyNotGiven: (nature) =>
      nature === 'AE'
        ? en`The extract has no column “N° EJ”. Choose an extract that has it.`
        : en`The extract has no column “N° EJ” or “N° DP”. Choose an extract that has one of them.`,
    noLine: () => en`The extract has no line. Check the filters of the query.`,
    otherConvention: (nature, count, isOne) =>
      en`${everyLine(nature, count, isOne, en`does not have the codes of the convention`, en`do not have the codes of the convention`)} Check that it is the right extract.`,
    otherYear: (nature, count, isOne) =>
      en`${everyLine(nature, count, isOne, en`is of another year`, en`are of another year`)} Choose the extract of the year.`,
    afterAsOf: (nature, count, isOne) =>
      en`${everyLine(nature, count, isOne, en`is later than the day of the situation`, en`are later than the day of the situation`)} Change that day, or choose another extract.`,
    noCommonRow: (nature) =>
      nature === 'AE'
        ? en`No EJ of the ledger is in the extract. Check that it is the right extract.`
        : en`No payment of the ledger is in the extract. Check that it is the right extract.`,
  },
};
