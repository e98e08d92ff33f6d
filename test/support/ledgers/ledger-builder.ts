/**
 * A ledger drawn as a table, as a finance officer would type it, and read by the product's own readers:
 *
 *   imputation | axe 2 | poste        | EJ         | date EJ    | AE
 *   juste      | PDE   | Frais annexes | 1400000001 | 15/02/2023 | 1 000,00
 *
 * Codes and numbers are texts, amounts are numbers, dates are dates, as they should be; `texte …` and `nombre …` force
 * the other kind, and an error such as `#REF!` is one. `imputation: juste` fills the convention's own codes in. A row that
 * has the label of a total is a total row. Rows are keyed by their line in the table, from 1. Only the columns drawn
 * exist.
 */
import { parseDateText } from '../../../src/domain/calendar/date-text';
import type {
  AmountReading,
  Ledger,
  LedgerField,
  LedgerRow,
  RowKey,
  TellingText,
  TotalRow,
} from '../../../src/domain/envelopes/ledger';
import type { ImputationField } from '../../../src/domain/imputation/imputation';
import { readAmountText } from '../../../src/domain/money/amount-text';
import type { CellValue } from '../../../src/workbook/cells';
import { withSignOfOperation } from '../../../src/workbook/ledger/rows/operation-sign';
import { CellReader } from '../../../src/workbook/ledger/read-cells';
import { CoveredRows } from '../../../src/workbook/ledger/rows/ledger-totals';
import { TotalWords } from '../../../src/workbook/ledger/rows/total-words';
import { serialOfDate } from '../../../src/workbook/serials';

const COLUMNS: ReadonlyMap<string, LedgerField> = new Map<string, LedgerField>([
  ['programme', 'programme'],
  ['domaine', 'functionalDomain'],
  ['centre financier', 'financialCentre'],
  ['activité', 'activity'],
  ['centre de coûts', 'costCentre'],
  ['axe 1', 'ministerialAxis1'],
  ['axe 2', 'ministerialAxis2'],
  ['poste', 'budgetLine'],
  ['état', 'status'],
  ['opération', 'operation'],
  ['EJ', 'ejNumber'],
  ['poste EJ', 'ejLine'],
  ['DP', 'dpNumber'],
  ['poste DP', 'dpLine'],
  ['titulaire', 'supplier'],
  ['objet', 'label'],
  ['date EJ', 'commitmentDate'],
  ['service fait', 'serviceDate'],
  ['reçue le', 'receiptDate'],
  ['payé le', 'paymentDate'],
  ['fin du marché', 'contractEnd'],
  ['AE', 'ae'],
  ['CP', 'cp'],
]);

/** The « Référence Chorus » of the 2023 convention (art. 3), with the activité as art. 1.2 writes it. */
const RIGHT_CODES: ReadonlyMap<LedgerField, string> = new Map<LedgerField, string>([
  ['programme', '0103'],
  ['functionalDomain', '0103-01-01'],
  ['financialCentre', '0103-CEFP-C002'],
  ['activity', '010300000104'],
  ['costCentre', 'EMPEF00075'],
  ['ministerialAxis1', '36'],
]);

const ERROR = /^#(REF!|N\/A|VALEUR!|DIV\/0!|NOM\?|NOMBRE!)$/;

const TELLING: readonly TellingText[] = ['budgetLine', 'status', 'operation', 'ejLine', 'dpNumber', 'dpLine'];

type Cells = ReadonlyMap<LedgerField, string>;

/** The ledger of a table; a heading that is not known is a mistake of the test. */
export function ledgerOf(table: string): Ledger {
  const lines = table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [headings = [], ...drawn] = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  const reader = new CellReader(false);
  const rows: LedgerRow[] = [];
  const totals: TotalRow[] = [];
  const words = TotalWords.with(null);
  const covered = new CoveredRows(1 as RowKey);
  drawn.forEach((texts, index) => {
    const key = (index + 1) as RowKey;
    const cells = cellsOf(headings, texts);
    const label = texts.find((text) => words.labelOf(text)?.kind === 'total');
    if (label === undefined) return void rows.push(rowOf(reader, key, cells));
    const rank = words.labelOf(label)?.rank ?? 1;
    totals.push({
      key,
      label,
      names: ['ministerialAxis2', 'budgetLine', 'supplier'].flatMap((field) => cells.get(field as LedgerField) ?? []),
      rank,
      firstCovered: covered.firstOf(rank, key),
      ae: amountOf(reader, cells, 'ae'),
      cp: amountOf(reader, cells, 'cp'),
    });
  });
  const fields = new Set(headings.flatMap((heading) => fieldsOf(heading)));
  return { rows, totals, fields, headings: [{ row: 0 as RowKey, fields }], hidden: [] };
}

/** A ledger kept in several tables, each drawn on its own: the rows of the second are keyed from 1001, and so on. */
export function ledgerOfTables(...tables: readonly string[]): Ledger {
  const parts = tables.map((table, index) => ({ ledger: ledgerOf(table), shift: index * 1000 }));
  const moved = (key: RowKey, shift: number): RowKey => (key + shift) as RowKey;
  return {
    rows: parts.flatMap(({ ledger, shift }) => ledger.rows.map((row) => ({ ...row, key: moved(row.key, shift) }))),
    totals: [],
    fields: new Set(parts.flatMap(({ ledger }) => [...ledger.fields])),
    headings: parts.flatMap(({ ledger, shift }) =>
      ledger.headings.map(({ row, fields }) => ({ row: moved(row, shift), fields })),
    ),
    hidden: [],
  };
}

function fieldsOf(heading: string): readonly LedgerField[] {
  if (heading === 'imputation') return [...RIGHT_CODES.keys()];
  const field = COLUMNS.get(heading);
  if (!field)
    throw new Error(`No column « ${heading} » in a ledger; one of: imputation, ${[...COLUMNS.keys()].join(', ')}`);
  return [field];
}

function cellsOf(headings: readonly string[], texts: readonly string[]): Cells {
  const cells = new Map<LedgerField, string>();
  headings.forEach((heading, column) => {
    const text = texts[column] ?? '';
    for (const field of fieldsOf(heading)) cells.set(field, heading === 'imputation' ? rightCode(field, text) : text);
  });
  return cells;
}

function rightCode(field: LedgerField, text: string): string {
  if (text !== '' && text !== 'juste')
    throw new Error(`The column « imputation » says « juste » or nothing, not « ${text} »`);
  return text === '' ? '' : (RIGHT_CODES.get(field) ?? '');
}

function rowOf(reader: CellReader, key: RowKey, cells: Cells): LedgerRow {
  const text = (field: LedgerField): string => cells.get(field) ?? '';
  const date = (field: LedgerField) => reader.date(dateCell(text(field)));
  const { status, isKnown } = reader.status(ERROR.test(text('status')) ? null : text('status'));
  const code = (field: ImputationField) => reader.code(field, codeCell(text(field)));
  const errors = TELLING.map((field) => ({ field, raw: text(field) })).filter(({ raw }) => ERROR.test(raw));
  return withSignOfOperation({
    ...(errors.length > 0 && { errors }),
    ...(text('status') !== '' && { statusText: text('status') }),
    ...(!isKnown && { unknownStatus: text('status') }),
    key,
    imputation: reader.imputation({
      programme: code('programme'),
      functionalDomain: code('functionalDomain'),
      financialCentre: code('financialCentre'),
      activity: code('activity'),
      costCentre: code('costCentre'),
      ministerialAxis1: code('ministerialAxis1'),
      ministerialAxis2: code('ministerialAxis2'),
    }),
    budgetLine: text('budgetLine'),
    status,
    operation: text('operation'),
    ej: reader.ej(codeCell(text('ejNumber'))),
    ejLine: text('ejLine'),
    dpNumber: text('dpNumber'),
    dpLine: text('dpLine'),
    supplier: text('supplier'),
    label: text('label'),
    commitmentDate: date('commitmentDate'),
    serviceDate: date('serviceDate'),
    receiptDate: date('receiptDate'),
    paymentDate: date('paymentDate'),
    contractEnd: date('contractEnd'),
    ae: amountOf(reader, cells, 'ae'),
    cp: amountOf(reader, cells, 'cp'),
  });
}

function amountOf(reader: CellReader, cells: Cells, field: 'ae' | 'cp'): AmountReading {
  return reader.amount(amountCell(cells.get(field) ?? ''));
}

/** The value of a marked text; undefined when the column decides. */
function markedCell(text: string): CellValue | undefined {
  if (text === '') return null;
  if (ERROR.test(text)) return { error: text };
  if (text.startsWith('texte ')) return text.slice('texte '.length);
  if (text.startsWith('nombre ')) return Number(text.slice('nombre '.length));
  return undefined;
}

function codeCell(text: string): CellValue {
  const marked = markedCell(text);
  return marked === undefined ? text : marked;
}

function amountCell(text: string): CellValue {
  const marked = markedCell(text);
  if (marked !== undefined) return marked;
  const read = readAmountText(text);
  return read && !read.rounded ? read.cents / 100 : text;
}

function dateCell(text: string): CellValue {
  const marked = markedCell(text);
  if (marked !== undefined) return marked;
  const date = parseDateText(text);
  return date === null ? text : serialOfDate(date, false);
}
