/**
 * A mapping kept in `ENV_Colonnes` that no longer fits the table: a heading that makes the figures is gone, or the cells
 * under it are of another kind. It is asked again: applying the rest would mix what the user confirmed with guesses.
 */
import { comparable } from '../domain/text';
import { cellAddress, textOf, type CellValue } from '../workbook/cells';
import type { Failure } from '../workbook/failure';
import type { ColumnField } from '../workbook/ledger/column-field';
import { shareThatReads, type ValueReaders } from '../workbook/ledger/columns/value-shares';
import type { LedgerCandidate } from '../workbook/ledger/find-ledger';
import type { FoundBlock } from '../workbook/ledger/make-block';
import { isBlankText } from '../workbook/ledger/read-cells';
import type { ColumnChoice } from '../workbook/registers/column-choices';
import { COLUMN_FIELD_NAMES } from '../workbook/field-names';

/** The fields without which a figure is another. */
const MAKE_FIGURES: ReadonlySet<ColumnField> = new Set<ColumnField>([
  ...(['ae', 'cp', 'amount', 'nature', 'ejNumber', 'ministerialAxis2'] as const),
  ...(['date', 'commitmentDate', 'paymentDate'] as const),
]);
/** The fields whose cells are of one kind. */
const OF_ONE_KIND: ReadonlySet<ColumnField> = new Set<ColumnField>([
  ...(['ae', 'cp', 'amount', 'ejNumber', 'date', 'commitmentDate', 'paymentDate'] as const),
]);
/** Fewer values may all be errors to repair. */
const FEWEST_VALUES = 3;
const FEWEST_DATES = 5;
/** Serial numbers of 2000 to 2050. */
const SERIALS = { first: 36_526, last: 55_152 };
/** Amounts are often multiples of it, and dates are not. */
const ROUND = 50;

type Outdated = Extract<Failure, { readonly code: 'mappingOutdated' }>;

/** The first kept choice that does not fit the tables of its source; null when all fit. */
export function outdatedMapping(
  kept: readonly ColumnChoice[],
  candidates: readonly LedgerCandidate[],
  readers: ValueReaders,
): Outdated | null {
  for (const { source, heading, field } of kept) {
    if (field === null || !MAKE_FIGURES.has(field)) continue;
    const own = candidates.filter(({ name, sheet }) => source === '' || [name, sheet].some(isSameName(source)));
    const places = own.flatMap(({ blocks, leftOut }) =>
      [...blocks, ...leftOut].flatMap((found) => columnsNamed(found, heading)),
    );
    const first = own[0]?.blocks[0].block;
    const of = { code: 'mappingOutdated', heading, field: COLUMN_FIELD_NAMES[field] } as const;
    if (first && places.length === 0)
      return { ...of, sheet: first.sheet, cell: cellAddress(first.headingRow, first.left), why: 'gone' };
    const wrong = places.find(({ values }) => areOfAnotherKind(field, values, readers));
    if (wrong) return { ...of, sheet: wrong.sheet, cell: cellAddress(wrong.row, wrong.column), why: 'otherValues' };
  }
  return null;
}

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly CellValue[];
}

function columnsNamed({ block, headings, columns, samples }: FoundBlock, wanted: string): readonly Place[] {
  const [reference] = columns;
  const left = reference ? (block.columns.get(reference.field)?.column ?? 0) - reference.position : block.left;
  return headings
    .filter(({ text }) => isSameName(wanted)(text))
    .map(({ position }) => ({
      ...{ sheet: block.sheet, row: block.headingRow, column: left + position },
      values: samples.map((row) => row[position] ?? null).filter((value) => !isBlankText(textOf(value))),
    }));
}

/** True when no cell reads as the field, or when amounts are plainly dates. */
function areOfAnotherKind(field: ColumnField, values: readonly CellValue[], readers: ValueReaders): boolean {
  if (!OF_ONE_KIND.has(field) || values.length < FEWEST_VALUES) return false;
  if (shareThatReads(field, values, readers) === 0) return true;
  const isAmount = field === 'ae' || field === 'cp' || field === 'amount';
  return isAmount && values.length >= FEWEST_DATES && areDates(values);
}

function areDates(values: readonly CellValue[]): boolean {
  const isSerial = (value: CellValue): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= SERIALS.first && value <= SERIALS.last;
  return values.every(isSerial) && values.filter((value) => value % ROUND === 0).length * 2 < values.length;
}

function isSameName(wanted: string): (name: string) => boolean {
  return (name) => comparable(name) === comparable(wanted);
}
