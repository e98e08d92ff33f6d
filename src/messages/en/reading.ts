/** English words of the account of reading: the role of a place, and why. */
import { en, shorten } from '../typography';
import type { ReadingPhrases } from '../fr/reading';

export const READING: ReadingPhrases = {
  roles: {
    ledger: en`ledger`,
    convention: en`convention`,
    document: en`document`,
    derived: en`no operations`,
    setAside: en`set aside`,
    unread: en`not read`,
  },
  reasons: {
    table: () => en`table of the ledger`,
    range: () => en`range of the ledger`,
    belowTable: () => en`rows counted below the table of the ledger`,
    conventionTable: () => en`table of the convention`,
    conventionReplaced: () => en`table of a convention of the workbook that is not used: another one is asked for`,
    ownKey: (detail) => en`key “${shorten(detail)}” of the team, which is in no figure`,
    document: () => en`written by Enveloppe`,
    totals: () => en`rows of totals or balances`,
    formulas: (detail) => (detail === '' ? en`formulas` : en`formulas of the column “${shorten(detail)}”`),
    pivot: () => en`pivot table`,
    otherAmounts: (detail) =>
      detail === ''
        ? en`amounts neither committed nor paid`
        : en`column “${shorten(detail)}”, neither committed nor paid`,
    noCredits: () => en`no operation: no EJ, Chorus code, date or envelope`,
    taken: () => en`amounts that the formulas of the ledger take`,
    cancelled: () => en`cancelled rows`,
    otherYear: () => en`rows of another year`,
    otherConvention: () => en`rows of another convention`,
    byUser: (detail) => en`set aside: ${shorten(detail)}`,
    notRecognised: () => en`operations that the ledger does not include`,
    mayBeSpent: () => en`spending, perhaps: no EJ, Chorus code, date or envelope`,
    besideRows: () => en`amounts beside the rows of the ledger: spending, perhaps`,
    besideTable: () => en`rows outside the table of the ledger`,
    belowRegister: (detail) => en`rows below the table ${detail}, which does not hold them`,
    amongAside: () => en`rows that came or changed since, among rows that were set aside`,
    notNamed: () => en`operations of a table outside the chosen ledger`,
    extract: () => en`extract of Chorus, to reconcile with the ledger`,
    credits: () => en`credits received, which commit and pay nothing`,
    issued: () => en`invoices, orders or requests for payment, whose payments are in the ledger`,
    copy: () => en`operations that the ledger already has: a copy?`,
    aside: () => en`operations of a sheet apart by its name`,
    unpaid: () => en`invoices, orders or requests for payment, of which some have no payment in the ledger`,
    doubtful: () => en`operations whose amounts may be no credits`,
    contracts: () => en`contracts whose orders are in the ledger`,
    natureOpen: () => en`amounts of no known nature, AE or CP, on EJ that are committed elsewhere`,
    summary: () => en`summary of operations`,
    registerCopy: (detail) => en`a copy of the table ${detail}, which is read`,
    registerDiffers: (detail) => en`a copy of the table ${detail}, which alone is read, and not the same`,
    columnNotUsed: (detail) =>
      detail === '' ? en`column without a heading` : en`column “${shorten(detail)}”, which is in no figure`,
    natureUnknown: () => en`rows whose nature, AE or CP, is not recognised`,
  },
  hidden: en`hidden sheet`,
  unreadable: (count) => en`${String(count)} unreadable ${count === 1 ? 'amount' : 'amounts'}`,
  colon: en`: `,
  semicolon: en`; `,
  title: en`What was read`,
  rowsWithAmounts: (count) => en`${String(count)} ${count === 1 ? 'row with an amount' : 'rows with an amount'}`,
  rows: (count) => en`${String(count)} ${count === 1 ? 'row' : 'rows'}`,
  nothing: en`no amount`,
  more: (count) => en`… and ${String(count)} other ${count === 1 ? 'place' : 'places'}`,
  other: (amount) => en`other ${amount}`,
  idle: {
    title: en`Columns not used`,
    intro: en`No figure comes from them. The add-in reports only the words that it knows there, such as “annulé” or “en attente”: read the others yourself.`,
    column: (letter, heading) =>
      heading === '' ? en`Column ${letter}, without a heading` : en`“${shorten(heading)}” (column ${letter})`,
    extent: (rows, values) => {
      const count = en`${String(rows)} ${rows === 1 ? 'row' : 'rows'}`;
      return values === 0
        ? en`${count}, dates`
        : en`${count}, ${String(values)} ${values === 1 ? 'value' : 'different values'}`;
    },
    onRow: (text, row) => en`“${shorten(text)}”, row ${row}`,
    onRows: (text, rows, first) => en`“${shorten(text)}”, ${String(rows)} rows, row ${first} among them`,
    onSheet: (value, sheet) => en`${value}, sheet “${sheet}”`,
    more: (count) => en`and ${String(count)} more`,
    moreColumns: (count) => en`… and ${String(count)} other ${count === 1 ? 'column' : 'columns'}`,
    show: en`Show the values`,
  },
};
