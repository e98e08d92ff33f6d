/** English words of the failures: one plain sentence, then what to do. */
import type { CellOfFailure, KeptSheet, LostContents, LostEntry } from '../../workbook/failure';
import { formatContent, formatCount } from '../format';
import type { FAILURES as FRENCH } from '../fr/failures';
import { en, shorten, shortenSentence } from '../typography';
import { badConvention } from './convention-failures';
import { LEDGER_FAILURES } from './ledger-failures';
import { sheetsKept, thingsIn } from './things-on-sheet';

const NOTHING_WRITTEN = en`Nothing was written.`;

const LOOKS = {
  pdf: en`it is a PDF document`,
  xls: en`it is a workbook of the old .xls format`,
  xlsb: en`it is a binary workbook (.xlsb)`,
  csv: en`it is a text file (CSV)`,
  ods: en`it is an OpenDocument workbook (.ods)`,
  html: en`it is a web page`,
  zip: en`it is an archive without a workbook`,
  empty: en`the file is empty`,
  unknown: en`its content is not that of a workbook`,
};

const CONVERT = {
  pdf: en`Choose the .xlsx workbook itself.`,
  xls: en`Open it in Excel and save it as .xlsx.`,
  xlsb: en`Open it in Excel and save it as .xlsx or .xlsm.`,
  csv: en`Import it into an .xlsx workbook.`,
  ods: en`Save it as .xlsx.`,
  html: en`Open it in Excel and save it as .xlsx.`,
  zip: en`Choose an .xlsx or .xlsm workbook.`,
  empty: en`Ask for the file again.`,
  unknown: en`Choose an .xlsx or .xlsm workbook.`,
};

const EXTRACT_LOOKS = {
  pdf: en`it is a PDF document`,
  xls: en`it is a workbook in the old .xls format`,
  zip: en`it is an archive or a workbook`,
  html: en`it is a web page`,
  empty: en`it is empty`,
  binary: en`it is not a text`,
  table: en`its headings are not those of Chorus`,
  fewHeadings: en`only two of its headings are known, and three are needed`,
};

const EXTRACT_MISSING = {
  amount: en`the amount committed or paid`,
  euros: en`the amount committed or paid in euros, and not in thousands or in another currency`,
  amountType: en`the type de montant, which tells a commitment from the mirror of a payment`,
  key: en`the EJ number, the DP number or the imputation codes`,
};

/** “(line 2: “En k€”)”, the words that give another unit; empty without them. */
function whereUnit(unit: { readonly line: number | null; readonly text: string } | undefined): string {
  if (!unit) return '';
  const { line, text } = unit;
  return line === null ? en` (name “${shorten(text)}”)` : en` (line ${String(line)}: “${shorten(text)}”)`;
}

/** How a document changed since it was written. */
/** Addresses listed in a sentence. */
const MOST_PLACES = 5;

function placesOf(cells: readonly CellOfFailure[]): string {
  const shown = cells.slice(0, MOST_PLACES).map(({ sheet, cell }) => en`${cell} of sheet “${sheet}”`);
  const others = cells.length - shown.length;
  return shown.join(', ') + (others > 0 ? ` and ${others} more` : '');
}

/** The contents that nothing gives back, for the end of a sentence. */
function lostIn({ rich = [], unknown = [] }: LostContents = {}): string {
  return [
    ...(rich.length > 0
      ? [en` A data type or an image that somebody had just put there may be lost: ${placesOf(rich)}.`]
      : []),
    ...(unknown.length > 0 ? [en` What somebody had just pasted is not known: ${placesOf(unknown)}.`] : []),
  ].join('');
}

function keptOn(sheets: readonly KeptSheet[]): string {
  return sheets.length > 0 ? en` Kept for what somebody added there: ${sheetsKept(sheets)}.` : '';
}

function toCheck(sheets: readonly string[]): string {
  return en`Check the sheet${sheets.length > 1 ? 's' : ''} ${sheets.join(', ')}, or close the workbook without saving it.`;
}

function entryOf({ sheet, cell, content }: LostEntry): string {
  return en`${cell} of sheet “${sheet}”, “${formatContent(content, 'en')}”`;
}

function alterations(sheet: string, cell: string) {
  return {
    rowAdded: en`A row was added in the document of the sheet “${sheet}” (cell ${cell}).`,
    columnAdded: en`A column was added in the document of the sheet “${sheet}” (cell ${cell}).`,
    lost: en`The document of the sheet “${sheet}” is no longer as it was written: rows of it are deleted, sorted or replaced (cell ${cell}).`,
  };
}

export const FAILURES: typeof FRENCH = {
  ...LEDGER_FAILURES,
  badConvention,
  noConvention: () => ({
    sentence: en`The workbook does not hold the data of the convention.`,
    remedy: en`Add the sheets of the convention from the template, or name the convention to apply.`,
  }),
  unknownConvention: ({ id, known }) => ({
    sentence: en`The convention “${shorten(id)}” is not known.`,
    remedy: en`Known conventions: ${known.join(', ')}; a .json file of a convention is accepted too.`,
  }),
  sheetProtected: ({ sheet }) => ({
    sentence: en`The sheet “${sheet}” is protected.`,
    remedy: en`Unprotect it (Review > Unprotect Sheet), then try again. ${NOTHING_WRITTEN}`,
  }),
  notCalculated: ({ place }) => ({
    sentence: place
      ? en`The cell ${place.cell} of the sheet “${place.sheet}” does not show its figure yet.`
      : en`Excel has not finished calculating.`,
    remedy: en`Wait for the end of the calculation, or start it (F9) if it is manual, then try again; if the cell does not change, enter its formula again (F2, Enter). ${NOTHING_WRITTEN}`,
  }),
  structureProtected: () => ({
    sentence: en`The structure of the workbook is protected: no sheet can be added.`,
    remedy: en`Unprotect the workbook (Review > Protect Workbook), then try again. ${NOTHING_WRITTEN}`,
  }),
  tableNotPlain: ({ table, sheet }) => ({
    sentence: en`The table ${table} of the sheet “${sheet}” is filtered, has hidden rows or a totals row: no row can be added to it.`,
    remedy: en`Show all its rows and take its totals row away, then try again. ${NOTHING_WRITTEN}`,
  }),
  occupied: ({ sheet, cell, isOfTable, isOfFormula, goneRow, register }) => ({
    sentence: goneRow
      ? en`Cell ${cell} of sheet “${sheet}” comments on the row “${goneRow}”, which leaves the document.`
      : isOfTable
        ? en`Cell ${cell} of the sheet “${sheet}” is part of a table.`
        : isOfFormula
          ? en`Cell ${cell} of the sheet “${sheet}” is filled by the formula of another cell, even if it looks empty.`
          : en`Cell ${cell} of the sheet “${sheet}” already holds something else.`,
    remedy:
      register === undefined
        ? en`Move that ${isOfTable ? 'table' : isOfFormula ? 'formula' : 'content'}, then try again. ${NOTHING_WRITTEN}`
        : en`That cell comes from the table ${register}: enter this content there and clear the cell, then try again. ${NOTHING_WRITTEN}`,
  }),
  sheetHolds: ({ sheet, things }) => ({
    sentence: en`The undo would delete sheet “${sheet}” with what somebody added to it: ${thingsIn(things)}.`,
    remedy: en`Copy this to another sheet or delete it, then undo again. ${NOTHING_WRITTEN}`,
  }),
  sheetTaken: ({ sheet, cell }) => ({
    sentence: en`The sheet “${sheet}” already holds something else (cell ${cell}): the document is not written there.`,
    remedy: en`Rename that sheet, then try again: the document will be written on a new one. ${NOTHING_WRITTEN}`,
  }),
  sheetHidden: ({ sheet, byMacro }) => ({
    sentence: en`The sheet “${sheet}” is empty and hidden: nobody would see the document there.`,
    remedy: byMacro
      ? en`A macro hid it: make it visible in the Visual Basic editor (Alt+F11), then try again. ${NOTHING_WRITTEN}`
      : en`Unhide it (right-click a tab > Unhide), then try again. ${NOTHING_WRITTEN}`,
  }),
  documentAltered: ({ sheet, cell, name, what }) => ({
    sentence: alterations(sheet, cell)[what],
    remedy:
      what === 'lost'
        ? en`Undo that change; otherwise, rename the sheet and delete the name ${name} (Formulas > Name Manager). ${NOTHING_WRITTEN}`
        : en`Delete it, or move it out of the document, then try again. ${NOTHING_WRITTEN}`,
  }),
  changedMeanwhile: ({ sheet, cell }) => ({
    sentence: en`Cell ${cell} of the sheet “${sheet}” has changed meanwhile.`,
    remedy: en`Try again on the current data. ${NOTHING_WRITTEN}`,
  }),
  richValue: ({ sheet, cell, isLost, others = [], unknown = [], kept = [], keptSheets = [] }) => ({
    sentence: isLost
      ? en`Somebody put a data type or an image in cell ${cell} of the sheet “${sheet}” at the moment of the writing, which was undone: only its text or an error is left in the cell.${others.length > 0 ? en` The same for: ${placesOf(others)}.` : ''}${lostIn({ unknown })}${kept.length > 0 ? en` Kept, as somebody typed it meanwhile: ${placesOf(kept)}.` : ''}${keptOn(keptSheets)}`
      : en`Cell ${cell} of the sheet “${sheet}” holds a data type, an image or an error #VALUE! without a formula, which “Undo” could not give back.`,
    remedy: isLost
      ? en`Enter it again, or take it from the version history.`
      : en`Replace that content with a text or clear the cell, then try again. ${NOTHING_WRITTEN}`,
  }),
  writtenOtherwise: ({ sheet, cell }) => ({
    sentence: en`Excel wrote something else than asked in cell ${cell} of the sheet “${sheet}”.`,
    remedy: en`Show all the rows of the sheet (Data > Clear), then try again. ${NOTHING_WRITTEN}`,
  }),
  nameTaken: ({ name }) => ({
    sentence: en`The name “${name}” is already taken in the workbook.`,
    remedy: en`Rename what bears it, then try again. ${NOTHING_WRITTEN}`,
  }),
  sheetMissing: ({ sheet }) => ({
    sentence: en`The sheet “${sheet}” does not exist, or no longer does.`,
    remedy: en`Try again. ${NOTHING_WRITTEN}`,
  }),
  mergedCells: ({ sheet, cell }) => ({
    sentence: en`The sheet “${sheet}” has merged cells where something must be written${cell === null ? '' : ` (${cell})`}.`,
    remedy: en`Unmerge them, then try again. ${NOTHING_WRITTEN}`,
  }),
  cellBeingEdited: () => ({
    sentence: en`A cell is being edited.`,
    remedy: en`Press Enter to keep it or Escape to leave it, then try again.`,
  }),
  tooLarge: ({ what, limit }) => ({
    sentence: en`“${shorten(what)}” is too large: the limit is ${limit}.`,
    remedy: en`Reduce the data, for example by deleting formatted empty rows.`,
  }),
  busy: () => ({
    sentence: en`Excel is busy.`,
    remedy: en`Wait for what is under way, then try again.`,
  }),
  noPermission: () => ({
    sentence: en`You may not change this workbook.`,
    remedy: en`Ask its owner for edit access, or work on a copy.`,
  }),
  selectionNotOne: () => ({
    sentence: en`The selection is not one range of cells.`,
    remedy: en`Select the row of headings in Excel, then try again.`,
  }),
  hostRefused: () => ({
    sentence: en`Excel refused the operation.`,
    remedy: en`Try again; if it still refuses, save and reopen the workbook.`,
  }),
  halfWritten: ({ sheets, lost }) => ({
    sentence: en`The writing stopped half way and could not be undone.${lostIn(lost)}`,
    remedy: toCheck(sheets),
  }),
  internalError: () => ({
    sentence: en`An internal error interrupted the operation.`,
    remedy: en`The workbook was read again: the amounts shown are current. Look at the journal before you try again; if it happens again, report what you were doing.`,
  }),
  stopped: () => ({
    sentence: en`The writing was stopped as you asked.`,
    remedy: NOTHING_WRITTEN,
  }),
  endedByOther: () => ({
    sentence: en`The writing was undone: somebody ended it from another pane while it was under way.`,
    remedy: en`Ask your colleagues, then start the operation again. ${NOTHING_WRITTEN}`,
  }),
  editsKept: ({ cells, keptSheets = [] }) => ({
    sentence:
      [
        ...(cells.length > 0
          ? [
              en`The writing failed and was undone, except where somebody typed or moved rows meanwhile: ${placesOf(cells)}.`,
            ]
          : [en`The writing failed and was undone.`]),
      ].join(' ') + keptOn(keptSheets),
    remedy:
      keptSheets.length > 0
        ? en`Copy this to another sheet, delete that one, then start the operation again.`
        : en`Those cells are left as they are. Start the operation again on the current data.`,
  }),
  entriesUnknown: ({ cells, keptSheets = [] }) => ({
    sentence: en`The writing was undone, but somebody had just pasted over the same cells and Excel did not answer: what they held is not known (${placesOf(cells)}).${keptOn(keptSheets)}`,
    remedy: en`Check those cells with that person or in the version history, then start the operation again.`,
  }),
  entriesLost: ({ entries, sheets = [], lost }) => ({
    sentence: en`${entries.length > 0 ? en`Excel refused to write back what somebody had just typed: ${entries.map(entryOf).join('; ')}.` : ''}${lostIn(lost)}${sheets.length > 0 ? en` The writing stopped half way and could not be undone.` : ''}`,
    remedy:
      sheets.length > 0
        ? en`Enter these contents again. ${toCheck(sheets)}`
        : en`Enter these contents again. Look at the journal before you start the operation again.`,
  }),
  outcomeUnknown: ({ entries = [], lost }) => ({
    sentence: en`Excel did not answer: it is not known yet whether the cells were written.${entries.length > 0 ? en` They may cover what somebody had just typed: ${entries.map(entryOf).join('; ')}.` : ''}${lostIn(lost)}`,
    remedy: en`Once the connection is back, read the workbook again: the journal lists what was written, and “Undo” removes it.`,
  }),
  notWritten: () => ({
    sentence: en`Excel did not answer, and nothing was written.`,
    remedy: en`Do it again.`,
  }),
  sheetReferenced: ({ sheet, by }) => ({
    sentence:
      'name' in by
        ? en`Sheet “${sheet}” is used by the defined name “${by.name}”.`
        : en`Sheet “${sheet}” is used by the formula of cell ${by.cell} of sheet “${by.sheet}”.`,
    remedy: en`Undo and keep this sheet, or remove the ${'name' in by ? 'name' : 'formula'} first. ${NOTHING_WRITTEN}`,
  }),
  excelTooOld: ({ needs }) => ({
    sentence: en`This version of Excel is too old.`,
    remedy: en`Update Excel, or use Excel for the web (${needs} is needed).`,
  }),
  fileMissing: ({ path, isEmpty }) => ({
    sentence: isEmpty
      ? en`No workbook was found in “${path}”.`
      : en`The file “${path}” does not exist, or cannot be read.`,
    remedy: en`Check its name and its folder.`,
  }),
  notAFile: ({ path, silence }) => ({
    sentence:
      silence === null
        ? en`“${path}” is a folder, not a file.`
        : en`“${path}” is not a saved file, and nothing came from it within ${String(silence)} seconds.`,
    remedy: en`Give the name of a file.`,
  }),
  fileExists: ({ path }) => ({
    sentence: en`The file “${path}” already exists.`,
    remedy: en`Choose another name: nothing is replaced.`,
  }),
  fileUnwritable: ({ path }) => ({
    sentence: en`The file “${path}” cannot be written.`,
    remedy: en`Check the folder and your rights, and that the file is not open.`,
  }),
  notAWorkbook: ({ looksLike }) => ({
    sentence: en`This file is not an Excel workbook: ${LOOKS[looksLike]}.`,
    remedy: CONVERT[looksLike],
  }),
  encrypted: () => ({
    sentence: en`This workbook is protected by a password.`,
    remedy: en`Open it in Excel and save a copy without a password.`,
  }),
  signed: () => ({
    sentence: en`This workbook bears an electronic signature, which writing would break.`,
    remedy: en`Work on an unsigned copy. ${NOTHING_WRITTEN}`,
  }),
  sharedWorkbook: () => ({
    sentence: en`This workbook is shared in the former way of Excel (“Share Workbook (Legacy)”): it can hold no table, and its history would not know the added sheets.`,
    remedy: en`Stop sharing it in Excel (tab Review), save it, then start again; co-authoring of Microsoft 365 is fine. ${NOTHING_WRITTEN}`,
  }),
  tooManyFormats: ({ limit }) => ({
    sentence: en`This workbook has almost ${formatCount(limit, 'en')} distinct formats of cells, the most that Excel takes: none can be added.`,
    remedy: en`Remove the formats that are not needed, for instance by copying the data to a new workbook. ${NOTHING_WRITTEN}`,
  }),
  damagedFile: ({ part }) => ({
    sentence: en`This workbook is damaged (${shorten(part)}).`,
    remedy: en`Open it in Excel, let Excel repair it, then save it again.`,
  }),
  unsoundCopy: ({ part }) => ({
    sentence: en`The copy would not have been a sound workbook (${shorten(part)}).`,
    remedy: en`Open the workbook in Excel, save it again, then retry. ${NOTHING_WRITTEN}`,
  }),
  notAnExtract: ({ source, looksLike }) => ({
    sentence: en`“${shorten(source)}” is not a Chorus extract: ${EXTRACT_LOOKS[looksLike]}.`,
    remedy: en`Choose a .csv or .xlsx extract, with its line of headings (N° EJ, Domaine fonctionnel, Montant engagé or payé…).`,
  }),
  extractIncomplete: ({ source, missing, unit }) => ({
    sentence: en`The extract “${shorten(source)}” cannot be used: it misses ${EXTRACT_MISSING[missing]}${whereUnit(unit)}.`,
    remedy: en`Make the extract again with that column.`,
  }),
  extractAmbiguous: ({ source, candidates }) => ({
    sentence: en`The extract “${shorten(source)}” can be read in several ways: ${candidates.map(shorten).join(', ')}.`,
    remedy: en`Leave the lines that come before the headings, or keep only one column of amounts.`,
  }),
  extractHidden: ({ source }) => ({
    sentence: en`The extract “${shorten(source)}” is not read: its sheet is hidden, beside visible extracts.`,
    remedy: en`Show this sheet if it is to be compared, or delete it.`,
  }),
  extractRepeated: ({ source }) => ({
    sentence: en`The sheet “${shorten(source)}” is not read: the extracts of the workbook lack some of its operations, or give other amounts for them.`,
    remedy: en`Give it in a file of its own if it is to be compared; if not, delete it.`,
  }),
  acceptanceIncomplete: ({ missing }) => ({
    sentence: missing === 'reason' ? en`A finding is accepted with a reason.` : en`A finding is accepted by somebody.`,
    remedy: missing === 'reason' ? en`Say why this finding may stay.` : en`Give your name or your initials.`,
  }),
  setAsideIncomplete: ({ missing }) => ({
    sentence: missing === 'reason' ? en`A range is set aside with a reason.` : en`A range is set aside by somebody.`,
    remedy: missing === 'reason' ? en`Say why its amounts are in no figure.` : en`Give your name or your initials.`,
  }),
  engineMissing: ({ engine, install }) => ({
    sentence: en`This command needs ${engine}, which is not installed.`,
    remedy: en`Install it in the folder of the project by “${install}”.`,
  }),
  notALake: ({ path }) => ({
    sentence: en`The folder “${path}” is not a consolidation written by this version of enveloppe export.`,
    remedy: en`For export, give a new or empty folder; to read, a folder that export wrote.`,
  }),
  lakeName: ({ path }) => ({
    sentence: en`The path “${path}” has a character *, ? or [, which DuckDB reads as a pattern.`,
    remedy: en`Choose a folder whose path has none.`,
  }),
  lakeBusy: ({ path, lock }) => ({
    sentence: en`Another command is writing in “${path}”.`,
    remedy: en`Wait for its end; if none is running, delete “${lock}”.`,
  }),
  queryNotOne: () => ({
    sentence: en`The query must be one SELECT.`,
    remedy: en`Remove the other statements: the consolidation is read, never written.`,
  }),
  badQuery: ({ problem }) => ({
    sentence: en`DuckDB refuses the query: “${problem}”.`,
    remedy: en`Correct it; docs/lake.md describes the tables.`,
  }),
  usage: ({ problem }) => ({
    sentence: en`The command cannot be understood: ${shortenSentence(problem)}.`,
    remedy: en`See enveloppe --help.`,
  }),
};
