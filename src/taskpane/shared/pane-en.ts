/** English words of the pane. */
import { formatCount } from '../../messages/format';
import type { PaneWords } from './pane-fr';

function count(number: number): string {
  return formatCount(number, 'en');
}

function of(number: number, one: string, many: string): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

export const PANE_EN: PaneWords = {
  language: 'en',
  tabs: { envelopes: 'Envelopes', findings: 'Findings', chorus: 'Chorus', documents: 'Documents' },
  chorusTab: 'Reconciliation with Chorus',
  header: {
    reference: 'NOR',
    asOf: 'As of',
    today: 'Back to today',
    notADate: 'Type a date, for example 2023-12-31.',
    refresh: 'Read the workbook and control it again',
    ledger: (name) => `Ledger: ${name}`,
    sheets: (number) => `${count(number)} sheets`,
    tables: (number) => `${count(number)} tables`,
    rows: (number) => of(number, 'row', 'rows'),
    reading: 'Account of reading',
    unread: (number) => of(number, 'place not read', 'places not read'),
    columns: 'Columns of the ledger',
    columnsToConfirm: 'Columns to confirm',
  },
  activity: {
    reading: 'Reading the workbook…',
    writing: 'Writing to the workbook…',
    waiting: 'Excel is waiting: finish editing the cell (Enter) and everything goes on by itself.',
  },
  onDemand: 'This workbook calculates manually: ENVELOPE formulas follow only when you calculate (F9).',
  dismiss: 'Close the message',
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
  rows: {
    counts: (read, checked, ignored) => `${read} rows read, ${checked} checked, ${ignored} ignored.`,
    unchecked: (number, shown) => `${shown} ${number === 1 ? 'row' : 'rows'} unchecked, left out of the totals`,
    uncheckedRow: (sheet, row, reason) => `${sheet}, row ${row}: ${reason}`,
    allChecked: 'Every row is checked.',
    more: (number) => `and ${of(number, 'other', 'others')}`,
  },
  findings: {
    none: 'No finding: every checked row conforms.',
    noneLeft: 'No finding matches this choice.',
    count: (shown, all) =>
      shown === all ? of(all, 'finding', 'findings') : `${count(shown)} of ${of(all, 'finding', 'findings')}`,
    search: 'Search the findings',
    allRules: 'All rules',
    allEnvelopes: 'All envelopes',
    rule: 'Rule',
    envelope: 'Envelope',
    severities: 'Severity',
    goTo: (place) => `Go to ${place}`,
    repairTo: (value) => `Repair: ${value}`,
    repairAll: (number) => `Repair what is certain (${count(number)})`,
    more: (number) => `Show ${count(number)} more`,
    clear: 'Show all',
    accept: 'Accept…',
    acceptNow: 'Accept',
    reason: 'Reason',
    author: 'Accepted by',
    required: 'Required.',
    reopen: 'Reopen',
    acceptedSign: 'Accepted',
    accepted: (on, author, reason) => `Accepted${on === null ? '' : ` on ${on}`} by ${author}: ${reason}`,
    lapsed: 'Reopened: the row has changed since.',
    ofWhichAccepted: (number) => `(of which ${count(number)} accepted)`,
    followUp: 'Follow-up',
    followUps: { all: 'Open and accepted', open: 'Open', accepted: 'Accepted' },
  },
  documents: {
    intro: (date) => `The documents are written in this workbook, on their own sheets, with the figures as of ${date}.`,
    choose: 'Documents',
    notices: 'Notices and requests',
    prepare: 'See what will be written',
    preview: 'What will be written',
    sheetsAdded: (names) => `Sheets added: ${names}`,
    sheetsChanged: (names) => `Sheets updated: ${names}`,
    cells: (cells, formulas) =>
      `${of(cells, 'cell', 'cells')}, of which ${of(formulas, 'native formula', 'native formulas')}`,
    write: 'Write',
    cancel: 'Cancel',
    undo: {
      documents: 'Undo the last generation',
      initialise: 'Undo adding the convention',
      ledger: 'Undo creating the ledger',
      repair: 'Undo the last repair',
      mapping: 'Undo the last choice of columns',
      acceptance: 'Undo the last acceptance',
      reading: 'Undo the last choice about a place',
      copies: 'Undo the last frozen copy',
      reconciliation: 'Undo the last written reconciliation',
      undo: 'Undo the last write',
    },
    freeze: 'Freeze the values',
    author: 'Your name, for the journal of the workbook',
    nothingToUndo: 'Nothing to undo',
  },
  notices: {
    written: {
      documents: (cells, sheets) =>
        `Documents written: ${of(cells, 'cell', 'cells')}${sheets === '' ? '' : ` (${sheets})`}.`,
      initialise: () => 'The convention is in the workbook: check the sheet Convention.',
      ledger: () => 'The table Suivi is in the workbook: enter the operations there.',
      repair: (cells) => `Repaired: ${of(cells, 'cell', 'cells')}.`,
      mapping: () => 'Choice of columns saved.',
      acceptance: () => 'The register of accepted findings is up to date.',
      reading: () => 'Choice of reading saved.',
      copies: (_, sheets) => `Frozen copy: ${sheets}.`,
      reconciliation: (cells, sheets) =>
        `Reconciliation written: ${of(cells, 'cell', 'cells')}${sheets === '' ? '' : ` (${sheets})`}.`,
      undo: () => 'Every cell is as it was before.',
    },
    undoneHereOnly:
      'Too large for its undo to be kept in the workbook: it can be undone only while the pane stays open.',
    interrupted: (undo) =>
      `The last write stopped before its end. “${undo}”, under Documents, puts everything back as it was.`,
    nothing: {
      documents: 'The documents are already up to date: nothing to write.',
      initialise: 'The convention is already in the workbook.',
      ledger: 'The table Suivi is already in the workbook.',
      repair: 'Nothing can be repaired for certain.',
      mapping: 'The columns are already chosen so.',
      acceptance: 'The register of accepted findings is already so.',
      reading: 'This choice of reading is saved already.',
      copies: 'No document to copy.',
      reconciliation: 'The reconciliation is already up to date: nothing to write.',
      undo: 'Nothing to undo.',
    },
  },
  welcome: {
    initialiseTitle: 'Add the convention',
    initialise:
      'This workbook does not hold the data of a convention yet. A sheet Convention will be added; no existing sheet is touched.',
    template: 'Template',
    add: 'Add the sheet Convention',
    newConvention: 'New convention…',
    or: 'Your convention is not listed?',
    closePanel: 'Close',
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
    title: 'An internal error stopped the pane. Nothing was written to the workbook.',
    remedy: 'Reload the pane; if it happens again, report what you were doing.',
    reload: 'Reload the pane',
  },
};
