/** English words of the pane. */
import { formatCount } from '../../messages/format';
import { en } from '../../messages/typography';
import { SITUATION_EN } from '../situation/situation-en';
import type { PaneWords } from './pane-fr';

function count(number: number): string {
  return formatCount(number, 'en');
}

function of(number: number, one: string, many: string): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

export const PANE_EN: PaneWords = {
  language: 'en',
  tabs: {
    situation: 'Overview',
    findings: 'To do',
    chorus: 'Chorus',
    documents: 'Documents',
    duties: 'Deadlines',
  },
  screens: 'Screens of the add-in',
  close: 'Close',
  chorusTab: 'Reconciliation with Chorus',
  header: {
    reference: 'NOR',
    asOf: 'As of',
    today: 'Back to today',
    notADate: 'Type a date, for example 2023-12-31.',
    refresh: 'Read the workbook and control it again',
    read: 'Read',
    readAt: (hours, minutes) => `at ${String(hours)}:${String(minutes).padStart(2, '0')}`,
    on: (date) => `as of ${date}`,
    toCheck: 'part of the reading needs a look',
    ledgerOf: 'Ledger',
    signed: (reference, date) => `${reference}, signed on ${date}`,
    end: 'End',
    sheets: (number) => `${count(number)} sheets`,
    tables: (number) => `${count(number)} tables`,
    rows: (number) => of(number, 'row', 'rows'),
    reading: 'Account of reading',
    unread: (number) => of(number, 'place not read', 'places not read'),
    columns: 'Columns of the ledger',
    help: 'Help',
    columnsToConfirm: 'Columns to confirm',
  },
  activity: {
    reading: 'Reading the workbook…',
    writing: 'Writing to the workbook…',
    progress: (done, total) => `Writing to the workbook: ${done} of ${total}.`,
    stop: 'Stop',
    stopping: 'Stopping…',
    stopNote: 'If you stop, all that was just written is removed.',
    waiting:
      'Excel has not answered yet. If a cell is being edited, finish it (Enter); otherwise wait: everything goes on by itself.',
  },
  onDemand: 'This workbook calculates manually: ENVELOPE formulas follow only when you calculate (F9).',
  formulas: {
    broken: (number) =>
      `${of(number, 'ENVELOPE formula shows or hides', 'ENVELOPE formulas show or hide')} #NAME?: Excel read them without the add-in.`,
    correct: 'Correct the formulas',
    title: 'ENVELOPE formulas',
    freeze: (number) => `Replace ${of(number, 'formula by its value', 'formulas by their values')}`,
    freezeHint: 'For a reader without the add-in. Undo puts the formulas back.',
    left: (number) =>
      `${of(number, 'formula stays', 'formulas stay')} (over several cells, an error or what may hide one, or no value yet).`,
  },
  dismiss: 'Close the message',
  undoUsed: { keep: 'Undo and keep the sheet', delete: 'Delete it all the same' },
  figures: {
    natures: { AE: 'Commitment authority', CP: 'Payment credits' },
    whole: 'Whole convention',
    allocated: 'Allocated',
    consumed: 'Consumed',
    reserved: 'Reserved',
    remaining: 'Remaining',
    available: 'Available',
    rapOpening: 'of which opening RAP',
    rapPaid: 'of which paid on RAP',
    outstanding: 'Outstanding (RAP)',
    bar: (nature, rate, thresholds) => `${nature}: ${rate} consumed; thresholds ${thresholds.join(', ')}`,
    lines: (number) => of(number, 'budget line', 'budget lines'),
  },
  situation: SITUATION_EN,
  rows: {
    counts: (read, checked, ignored) =>
      `${count(read)} ${read === 1 ? 'row' : 'rows'} read, ${count(checked)} checked, ${count(ignored)} ignored.`,
    unchecked: (number, shown) => `${shown} ${number === 1 ? 'row' : 'rows'} unchecked, left out of the totals`,
    uncheckedRow: (sheet, row, reason) => en`${sheet}, row ${String(row)}: ${reason}`,
    allChecked: 'Every row is checked.',
    more: (number) => `and ${of(number, 'other', 'others')}`,
  },
  findings: {
    count: (shown, all) =>
      shown === all ? of(all, 'finding', 'findings') : `${count(shown)} of ${of(all, 'finding', 'findings')}`,
    goTo: (place) => `Go to ${place}`,
    accept: 'Accept…',
    acceptNow: 'Accept',
    reason: 'Reason',
    author: 'Accepted by',
    required: 'Required.',
    reopen: 'Reopen',
    accepted: (on, author, reason) => `Accepted${on === null ? '' : ` on ${on}`} by ${author}: ${reason}`,
    lapsed: 'Reopened: the row has changed since.',
  },
  documents: {
    prepare: 'Preview',
    cancel: 'Close without writing',
    beforeSigning: 'Before signing',
    registers: {
      intro: (count) =>
        `${String(count)} registers share a sheet with those of another purpose. Moving them to sheets by purpose keeps what was typed, formats and formulas, and can be undone.`,
      move: 'Move the registers',
    },
    undo: {
      documents: 'Undo the last generation',
      initialise: 'Undo adding the convention',
      ledger: 'Undo creating the ledger',
      repair: 'Undo the last repair',
      mapping: 'Undo the last choice of columns',
      acceptance: 'Undo the last acceptance',
      reading: 'Undo the last choice about a place',
      copies: 'Undo the last frozen copy',
      comparison: 'Undo the last written comparison',
      extension: 'Undo the extension of the table',
      request: 'Undo the last request entered',
      duty: 'Undo the last date entered',
      formula: 'Undo the last formula inserted',
      row: 'Undo the new row',
      statusColumn: 'Undo the check column',
      lists: 'Undo the drop-down lists',
      registers: 'Undo the move of the registers',
      reconciliation: 'Undo the last written reconciliation',
      formulas: 'Undo the correction of the formulas',
      values: 'Put the frozen formulas back',
      undo: 'Undo the last write',
      keep: 'Undo the last write',
    },
    freeze: 'Freeze the values',
    author: 'Your name, for the journal of the workbook',
  },
  notices: {
    written: {
      documents: (cells, sheets) =>
        `Documents written: ${of(cells, 'cell', 'cells')}${sheets === '' ? '' : ` (${sheets})`}.`,
      initialise: (_, __, first) => `The convention is in the workbook: check the sheet ${first}.`,
      ledger: () => 'The table Suivi is in the workbook: enter the operations there.',
      repair: (cells) => `Repaired: ${of(cells, 'cell', 'cells')}.`,
      mapping: () => 'Choice of columns saved.',
      acceptance: () => 'The register of accepted findings is up to date.',
      reading: () => 'Choice of reading saved.',
      copies: (_, sheets) => `Frozen copy: ${sheets}.`,
      extension: () => 'Table extended.',
      request: () => 'Request entered.',
      duty: () => 'Date entered in the register.',
      formula: () => 'Formula inserted.',
      row: () => 'Row written.',
      statusColumn: () => 'Check column up to date.',
      lists: () => 'Drop-down lists up to date.',
      registers: (_, sheets) => `Registers moved: ${sheets}.`,
      comparison: (cells, sheets) =>
        `Comparison written: ${of(cells, 'cell', 'cells')}${sheets === '' ? '' : ` (${sheets})`}.`,
      reconciliation: (cells, sheets) =>
        `Reconciliation written: ${of(cells, 'cell', 'cells')}${sheets === '' ? '' : ` (${sheets})`}.`,
      formulas: (cells) => `Formulas corrected: ${of(cells, 'cell', 'cells')}.`,
      values: (cells) => `Formulas replaced by their values: ${of(cells, 'cell', 'cells')}.`,
      undo: () => 'Every cell is as it was before.',
      keep: () => 'The cells stay as they are; the write that stopped has no undo any more.',
    },
    leftAlone: {
      cells: (cells) =>
        `${of(cells, 'cell', 'cells')} ${cells === 1 ? 'has changed since and stays as it is' : 'have changed since and stay as they are'}.`,
      findings: (findings) =>
        `${of(findings, 'finding', 'findings')} ${findings === 1 ? 'has changed since and is' : 'have changed since and are'} not accepted.`,
    },
    undressed: (sheets) =>
      `Excel refused the page set-up (${sheets}): the figures are written; set the page up before printing.`,
    kept: (sheet, cells, others) =>
      `Sheet “${sheet}” is kept with what had just been typed there: ${cells}${others === 0 ? '' : ` and ${of(others, 'other cell', 'other cells')}`}.`,
    keptAsText: (sheet, cells, others) =>
      `The data type or the image that had just been put there could be kept as text only, on sheet “${sheet}”: ${cells}${others === 0 ? '' : ` and ${of(others, 'other cell', 'other cells')}`}. Enter it again, or take it from the version history.`,
    left: (sheet, cells, others) =>
      `On sheet “${sheet}”, what somebody has changed or moved since stays as it is: ${cells}${others === 0 ? '' : ` and ${of(others, 'other cell', 'other cells')}`}.`,
    othersUndone: 'The other cells are as they were before.',
    undoneHereOnly:
      'Too large for its undo to be kept in the workbook: it can be undone only while the pane stays open.',
    interrupted: (undo) =>
      `The last write stopped before its end, or a colleague’s pane is still writing: then wait until it ends, and read the workbook again. Otherwise, “${undo}” puts everything back as it was.`,
    illegible:
      'The last write stopped before its end, and what would undo it can no longer be read: somebody changed it. Compare the workbook with an earlier version and with the journal of the writes, correct what is missing, then choose “Keep as it is”.',
    heldBack:
      'Nothing is written: the write before stopped before its end, or a colleague’s pane is still writing: then wait until it ends. Otherwise, undo it first, or keep it as it is, without an undo.',
    keepAsIs: 'Keep as it is',
    pageMissing: (sheets, undo) =>
      `The last write stopped before the page set-up (${sheets}); all else is written. Choose “${undo}”, then start again, or set up the page before you print.`,
    pageSeenTo: 'Do not report again',
    pageNotRestored: (sheets) =>
      `The last undo stopped before it put the page set-up back (${sheets}); all else is undone. Check the page breaks, the frozen panes and the format before you print.`,
    openSheet: 'Open the sheet',
    preparedAgain: 'The workbook changed since the preview. Here is the new one: look at it, then write.',
    previewOvertaken: 'The preview is no longer up to date: it is closed, and nothing was written. Ask for a new one.',
    previewClosed: 'The preview that was open is no longer up to date: it is closed.',
    notRead:
      'It is written, but Excel did not let the workbook be read afterwards: what the pane shows is from before. Do not write it again; read the workbook again.',
    stopTooLate: 'Too late to stop: the write went to its end.',
    nothing: {
      documents: 'The documents are already up to date: nothing to write.',
      initialise: 'The convention is already in the workbook.',
      ledger: 'The table Suivi is already in the workbook.',
      repair: 'Nothing can be repaired for certain.',
      mapping: 'The columns are already chosen so.',
      acceptance: 'The register of accepted findings is already so.',
      reading: 'This choice of reading is saved already.',
      copies: 'No document to copy.',
      comparison: 'The comparison is already up to date: nothing to write.',
      extension: 'The table already holds these rows.',
      request: 'No request to enter.',
      duty: 'The register already has this date.',
      formula: 'No formula to insert.',
      row: 'No row to write.',
      statusColumn: 'The check column is already up to date.',
      lists: 'The drop-down lists are already up to date.',
      registers: 'The registers are already on their sheets.',
      reconciliation: 'The reconciliation is already up to date: nothing to write.',
      formulas: 'No formula to correct.',
      values: 'No formula to freeze.',
      undo: 'Nothing to undo.',
      keep: 'No write that stopped is left to keep.',
    },
  },
  welcome: {
    add: 'Add the sheets of the convention',
    chooseTitle: 'Choose the ledger',
    choose: 'Several tables of this workbook may be the team’s ledger. Which ones should be controlled?',
    chooseThis: 'Control these tables',
    chooseAgain: 'Change',
    showLedger:
      'Point at the headings of the ledger, map its columns, or create a table Suivi. This is what the workbook holds.',
    startLedger: 'Create a table Suivi',
    retry: 'Read the workbook again',
    loading: 'Reading the workbook…',
  },
  broken: {
    title: 'An internal error stopped the pane.',
    remedy: 'Reload the pane: it reads the workbook again. If it happens again, report what you were doing.',
    draft: {
      kept: 'Your entry is kept: you find it again when you open the form.',
      lost: 'Your entry in the form is lost.',
    },
    reload: 'Reload the pane',
  },
};
