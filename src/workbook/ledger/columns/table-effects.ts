/**
 * The columns and the titles of a table that qualify its rows: marks, words and facts in columns that no field takes,
 * or beside an Excel Table, and the titles over its rows.
 */
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { IMPUTATION_FIELDS } from '../../../domain/imputation/imputation';
import { comparable } from '../../../domain/text';
import { columnName, type CellValue } from '../../cells';
import type { Chosen } from '../../registers/column-choices';
import { valueAt, type SheetSnapshot } from '../../snapshot';
import { NAMED_BY_EXCEL, type ColumnHeading } from '../heading-rows';
import type { KnownNames } from '../known-names';
import type { LedgerBlock } from '../ledger-source';
import type { ProposedTable, UnusedColumn } from '../map-columns';
import type { CellReader } from '../read-cells';
import { carriedOf } from '../rows/marks/carried-marks';
import { effectMarksAmong, operationsIn, type EffectMarkColumn } from '../rows/marks/effect-marks';
import type { WordsHeld } from '../rows/marks/doubts-of-words';
import { headsRemarks } from '../rows/marks/remarks';
import { tellingColumnsAmong } from '../rows/marks/telling-columns';
import { isFilled, type Row, type SheetRows } from '../sheet-rows';
import { carriedRowsOf, effectRowsOf, operationRowsOf, yearRowsOf, type TitlesOfTable } from '../tables/effect-rows';
import { effectByValues, effectOfToPay } from './effects-by-values';
import { namesOtherPiece, readAsStatuses } from './lone-columns';
import { areAnswers } from './value-shares';

/** « KO » under « Archivé », « Pièce jointe »: a file is missing, and the operation is as it was. */
const FILES =
  /^(?:pieces? jointes?|pj|archiv(?:ee?s?|ages?)|scan(?:s|nee?s?)?|numeris(?:ee?s?|ation)|ged|justificatifs?)\b/;
/** Fields of words and codes, where a year alone is a title. */
const WORDS: ReadonlySet<string> = new Set<LedgerField>([
  ...IMPUTATION_FIELDS,
  ...(['ejNumber', 'dpNumber', 'supplier', 'label', 'operation', 'status', 'budgetLine'] as const),
]);

/** The rows where a table is, and the reader of their cells. */
interface Search {
  readonly sheet: SheetSnapshot;
  /** Name of the Excel Table; null for plain ranges. */
  readonly table: string | null;
  readonly rows: SheetRows;
  readonly chosen: Chosen;
  readonly cells: CellReader;
  readonly names: KnownNames | null;
}

/** The table, by its headings and its place. */
interface Table {
  readonly headings: readonly ColumnHeading[];
  readonly samples: readonly Row[];
  readonly frame: Omit<TitlesOfTable, 'words'>;
  /** The positions of the columns that give units or currencies. */
  readonly givesUnits: ReadonlySet<number>;
  /** True where no heading gives the nature of the amounts. */
  readonly areBare: boolean;
}

type Effects = Pick<
  LedgerBlock,
  'effectMarks' | 'effectRows' | 'operationRows' | 'yearRows' | 'tellingColumns' | 'carried'
>;

/** The marks and the titles that qualify rows, in columns that nothing reads or the label (« Motif de rejet »). */
export function effectsOfTable(proposed: ProposedTable, search: Search, table: Table): Effects {
  const { columns, unused } = proposed;
  const { rows, chosen, names } = search;
  const words = columns.filter(({ field }) => WORDS.has(field)).map(({ position }) => rows.left + position);
  const frame: TitlesOfTable = { ...table.frame, words: new Set(words) };
  const isOpen = (heading: string): boolean => chosen(heading) === undefined;
  const effectMarks = effectMarksAmong(marksOf(proposed, search, table));
  const [effectRows, yearRows] = [effectRowsOf(search, frame, table.areBare), yearRowsOf(search, frame)];
  const operationRows = columns.some(({ field }) => field === 'operation') ? [] : operationRowsOf(search, frame);
  const placed = (some: readonly Pick<UnusedColumn, 'position' | 'heading'>[]) =>
    some
      .filter(({ heading }) => isOpen(heading))
      .map(({ position, heading }) => ({ column: rows.left + position, heading }));
  const labels = placed(columns.filter(({ field }) => field === 'label'));
  const own = { unused: placed(unused), labels, operations: placed(operationsOf(proposed)) };
  const tellingColumns = tellingColumnsAmong(own.unused, labels);
  const carried = carriedOf(names ?? {}, own, carriedRowsOf(search, frame));
  return {
    ...(carried && { carried }),
    ...(yearRows.length > 0 && { yearRows }),
    ...(effectMarks.length > 0 && { effectMarks }),
    ...(tellingColumns.length > 0 && { tellingColumns }),
    ...(effectRows.length > 0 && { effectRows }),
    ...(operationRows.length > 0 && { operationRows }),
  };
}

function operationsOf({ columns, nature }: ProposedTable): ProposedTable['columns'] {
  return columns.filter(({ field, position }) => field === 'operation' && position !== nature);
}

function marksOf(
  proposed: ProposedTable,
  { sheet, table, rows, chosen, cells, names }: Search,
  { headings, samples, frame, givesUnits }: Table,
): readonly EffectMarkColumn[] {
  const { columns, unused, nature } = proposed;
  const at = (position: number): number => rows.left + position;
  const isOpen = (heading: string): boolean => chosen(heading) === undefined;
  const isFree = ({ heading }: { readonly heading: string }): boolean => isOpen(heading);
  const ofField = (wanted: string) => columns.filter(({ field }) => field === wanted);
  const samplesOf = (position: number): readonly CellValue[] => samples.map((row) => row[position] ?? null);
  const mayHoldWords = ({ heading, position }: UnusedColumn): boolean =>
    isOpen(heading) && !headsRemarks(heading) && !namesOtherPiece(heading) && !givesUnits.has(position);
  const isOfStatuses = ({ heading: words, position }: UnusedColumn): boolean =>
    readAsStatuses(
      { heading: { words }, values: samplesOf(position).filter((value) => value !== null) },
      { cells, names },
    );
  const valuesOf = (position: number): readonly CellValue[] =>
    Array.from(
      { length: frame.lastRow - frame.firstRow + 1 },
      (_, row) => rows.at(frame.firstRow + row)[position] ?? null,
    );
  const creditYear = typeof names?.creditYear === 'number' ? { creditYear: names.creditYear } : {};
  const taken = new Set([...unused, ...columns].map(({ position }) => position));
  const untitled = headings.filter(({ kind, position }) => kind === 'blank' && !taken.has(position));
  const daysOfPayment = (): readonly CellValue[] => ofField('paymentDate').flatMap((one) => valuesOf(one.position));
  const byHeading = [...unused, ...ofField('label'), ...ofField('dpNumber')]
    .filter(isFree)
    .map(({ position, heading }) => {
      const values = (): readonly CellValue[] => valuesOf(position);
      const effect = effectByValues(heading, values, names) ?? effectOfToPay(heading, values, daysOfPayment);
      return { column: at(position), heading, ...(effect && { effect }) };
    });
  const ofChorus = new Set(byHeading.flatMap(({ column, effect }) => (effect?.by === 'chorus' ? [column] : [])));
  const isOfFiles = ({ heading, position }: UnusedColumn): boolean =>
    FILES.test(comparable(heading)) && areAnswers(valuesOf(position).filter(isFilled));
  const mayHoldRemarks = (one: UnusedColumn): boolean =>
    mayHoldWords(one) && !ofChorus.has(at(one.position)) && !isOfFiles(one);
  return [
    ...byHeading,
    ...unused
      .filter((one) => isFree(one) && isOfStatuses(one))
      .map(({ position, heading }) => ({ column: at(position), heading, holds: 'statuses' as const })),
    ...[...unused.filter(mayHoldRemarks), ...ofField('supplier')].map(({ position, heading }) => ({
      ...{ column: at(position), heading, holds: 'words' as const },
    })),
    ...wordsOfFields(columns).map(({ position, ...words }) => ({ column: at(position), ...words })),
    ...operationsOf(proposed).map(({ position, heading }) => ({
      ...{ column: at(position), heading, holds: operationsIn(samplesOf(position)) },
    })),
    ...headings
      .filter(({ position }) => position === nature)
      .map(({ position, text }) => ({ column: at(position), heading: text, holds: 'natures' as const, ...creditYear })),
    ...untitled
      .filter(({ text }) => isOpen(text))
      .map(({ position }) => at(position))
      .flatMap((column) => untitledMarks(column, table === null ? null : headingOver(sheet, frame.headingRow, column))),
  ];
}

/** A column that has no heading, or one on the sheet alone, such as one beside an Excel Table. */
function untitledMarks(column: number, over: string | null): readonly EffectMarkColumn[] {
  const remarks = { column, heading: over ?? columnName(column), holds: 'remarks' as const };
  return over === null || headsRemarks(over) ? [remarks] : [{ column, heading: over }, remarks];
}

/** The words of the sheet in the row of the headings of an Excel Table, or just above it; null without any. */
function headingOver(sheet: SheetSnapshot, headingRow: number, column: number): string | null {
  const texts = [headingRow, headingRow - 1]
    .filter((row) => row >= 0)
    .map((row) => valueAt(sheet, row, column))
    .filter((value): value is string => typeof value === 'string')
    .map((text) => text.trim());
  return texts.find((text) => text !== '' && !NAMED_BY_EXCEL.test(text)) ?? null;
}

const HELD_IN: Readonly<Partial<Record<LedgerField, WordsHeld>>> = {
  ...{ label: 'labels', status: 'states', dpNumber: 'pieces' },
};

/** The columns of the ledger whose own words may leave a doubt: the labels, the states and the DP of its rows. */
function wordsOfFields(
  columns: readonly { readonly field: LedgerField; readonly position: number; readonly heading: string }[],
): readonly { readonly position: number; readonly heading: string; readonly holds: WordsHeld }[] {
  return columns.flatMap(({ field, position, heading }) => {
    const holds = HELD_IN[field];
    return holds === undefined ? [] : [{ position, heading, holds }];
  });
}
