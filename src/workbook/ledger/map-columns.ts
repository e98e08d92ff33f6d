/**
 * Proposes a field for each column, with a confidence, from the headings and from the values below them. Values decide
 * where headings are ambiguous: of two « Poste », the one with numbers is the line of the EJ; of two « Domaine
 * fonctionnel », the one with codes.
 */
import type { LedgerField } from '../../domain/envelopes/ledger';
import { IMPUTATION_FIELDS, type ImputationField } from '../../domain/imputation/imputation';
import { isCellError, type CellValue } from '../cells';
import type { Chosen } from '../registers/column-choices';
import { bestAssignment } from './column-assignment';
import type { ColumnHeading } from './heading-rows';
import type { KnownNames } from './known-names';
import { isBlankText, textOf, type CellReader } from './read-cells';

/** A column that was recognised. */
export interface ProposedColumn {
  readonly field: LedgerField;
  /** Position in the rows, from 0. */
  readonly position: number;
  readonly heading: string;
  /** From 0 to 1, from the heading and the values. */
  readonly confidence: number;
  /** The user chose it in `ENV_Colonnes`. */
  readonly isChosen: boolean;
  /** A few values of the column, to show. */
  readonly examples: readonly string[];
}

interface Readers {
  readonly cells: CellReader;
  readonly names: KnownNames | null;
}

/** The share of the filled cells of a column that can be read as a field; null when none is filled. */
type ShareOf = (field: LedgerField) => number | null;

const LEAST_CONFIDENCE = 0.35;
/** The least share of readable values for a column without a meaningful heading. */
const ALMOST_ALL = 0.9;
const CONFIDENCE_BY_VALUES_ALONE = 0.5;
const FEWEST_VALUES_ALONE = 3;
const CONFIDENCE_WITHOUT_VALUES = 0.8;
const EXAMPLES = 3;

/** Fields recognised by their values alone; not `costCentre`, since ten letters may be anything. */
const RECOGNISABLE_FIELDS: readonly LedgerField[] = ['functionalDomain', 'financialCentre', 'activity', 'ejNumber'];

/** The recognised columns, best first. `rows` are some rows below the headings. A choice of the user always wins. */
export function proposeColumns(
  headings: readonly ColumnHeading[],
  rows: readonly (readonly CellValue[])[],
  cells: CellReader,
  chosen: Chosen,
  names: KnownNames | null = null,
): readonly ProposedColumn[] {
  const claims = headings.flatMap((heading) =>
    claimsOf(heading, valuesUnder(heading, rows), { cells, names }, chosen(heading.text)),
  );
  const byUser = firstOfEach(claims.filter(({ isChosen }) => isChosen));
  const free = claims.filter(
    (claim) => !byUser.some(({ field, position }) => field === claim.field || position === claim.position),
  );
  return [...byUser, ...bestAssignment<LedgerField, ProposedColumn>(free)].sort(surestFirst);
}

/** Of two headings chosen for one field, the leftmost takes it. */
function firstOfEach(chosen: readonly ProposedColumn[]): readonly ProposedColumn[] {
  return chosen.filter((claim, index) => chosen.findIndex(({ field }) => field === claim.field) === index);
}

/** The filled cells under a heading. */
function valuesUnder({ position }: ColumnHeading, rows: readonly (readonly CellValue[])[]): readonly CellValue[] {
  return rows.map((row) => row[position] ?? null).filter((value) => value !== null && !isBlankText(textOf(value)));
}

/** A few distinct values of a column, to show. */
export function examplesUnder(heading: ColumnHeading, rows: readonly (readonly CellValue[])[]): readonly string[] {
  return examplesOf(valuesUnder(heading, rows));
}

function examplesOf(values: readonly CellValue[]): readonly string[] {
  return [...new Set(values.map(textOf))].slice(0, EXAMPLES);
}

function surestFirst(one: ProposedColumn, other: ProposedColumn): number {
  return (
    Number(other.isChosen) - Number(one.isChosen) || other.confidence - one.confidence || one.position - other.position
  );
}

function claimsOf(
  { text: heading, position, meaning, kind }: ColumnHeading,
  values: readonly CellValue[],
  readers: Readers,
  choice: LedgerField | null | undefined,
): ProposedColumn[] {
  if (kind !== 'shown' && values.length === 0 && choice === undefined) return [];
  const examples = examplesOf(values);
  if (choice !== undefined)
    return choice === null ? [] : [{ field: choice, confidence: 1, position, heading, examples, isChosen: true }];
  const shareOf: ShareOf = (field) => shareThatReads(field, values, readers);
  const claims = [...meaning].map(([field, score]) => ({ field, confidence: score * trust(shareOf(field)) }));
  if (meaning.size === 0 && values.length >= FEWEST_VALUES_ALONE) {
    for (const field of RECOGNISABLE_FIELDS) {
      const share = shareOf(field) ?? 0;
      if (share >= ALMOST_ALL) claims.push({ field, confidence: CONFIDENCE_BY_VALUES_ALONE * share });
    }
  }
  const believed = claims.filter(({ confidence }) => confidence >= LEAST_CONFIDENCE);
  return believed.map((claim) => ({ ...claim, position, heading, examples, isChosen: false }));
}

/** Values that cannot be read as the field halve the confidence only: they may be the errors to repair. */
function trust(share: number | null): number {
  return share === null ? CONFIDENCE_WITHOUT_VALUES : 0.5 + share / 2;
}

function shareThatReads(field: LedgerField, values: readonly CellValue[], readers: Readers): number | null {
  if (values.length === 0) return null;
  const reading = values.filter((value) => isCellError(value) || reads(field, value, readers)).length;
  return reading / values.length;
}

function reads(field: LedgerField, value: CellValue, { cells, names }: Readers): boolean {
  if (field === 'ministerialAxis2') return typeof value === 'string' && (names?.isEnvelope(value) ?? true);
  if (isCodeField(field)) return readsAsCode(field, value, cells);
  switch (field) {
    case 'ae':
    case 'cp':
      return cells.amount(value).kind === 'amount' && !looksLikeDateText(value);
    case 'commitmentDate':
    case 'serviceDate':
    case 'receiptDate':
    case 'paymentDate':
    case 'contractEnd':
      return cells.date(value).kind === 'date' && (typeof value !== 'number' || (value > 30_000 && value < 60_000));
    case 'ejNumber':
      return cells.ej(value).kind === 'ej';
    case 'ejLine':
    case 'dpLine':
      return /^\s*\d{1,10}\s*$/.test(textOf(value));
    case 'dpNumber':
      return /\d{4}/.test(textOf(value));
    case 'budgetLine':
      return isWords(value) && (names?.isBudgetLine(value) ?? true);
    case 'supplier':
    case 'label':
      return isWords(value) && !(names?.isEnvelope(value) ?? false);
    case 'operation':
    case 'status':
      return isWords(value);
  }
}

function isWords(value: CellValue): value is string {
  return typeof value === 'string' && /\p{L}{2}/u.test(value);
}

function isCodeField(field: LedgerField): field is ImputationField {
  return (IMPUTATION_FIELDS as readonly LedgerField[]).includes(field);
}

function readsAsCode(field: ImputationField, value: CellValue, cells: CellReader): boolean {
  const { kind } = cells.code(field, value);
  return kind === 'code' || kind === 'zeroLost' || kind === 'damaged';
}

function looksLikeDateText(value: CellValue): boolean {
  return typeof value === 'string' && /^\d{1,2}[/.]\d{1,2}[/.]\d{4}/.test(value);
}
