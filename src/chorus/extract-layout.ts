/**
 * The layout of an extract: its row of headings, the field of each column, the columns of amounts and their stages, and
 * which of the known shapes it has. Decided by headings, by the words above them and by the values of twin columns;
 * never by the name of the file or by position.
 */
import { IMPUTATION_FIELDS, type ImputationField } from '../domain/imputation/imputation';
import { readCode } from '../domain/imputation/chorus-codes';
import type { ChorusShape } from '../domain/reconciliation/extract';
import { failure, success, type Result } from '../domain/result';
import { comparable } from '../domain/text';
import { textOf, type CellValue } from '../workbook/cells';
import type { Failure } from '../workbook/failure';
import { marksAmong, type MarkColumns } from '../workbook/ledger/rows/amount-marks';
import { isFilled } from '../workbook/ledger/sheet-rows';
import { datingFieldOf, exerciseAbove, type ExerciseAbove } from './dates/exercises';
import { effectColumns, type EffectColumn } from './lines-without-effect';
import { isBankHeading, measureNamed, meaningOfHeading, type AmountField, type ExtractField } from './extract-columns';
import type { GridRow } from './extract-rows';
import type { HeadedTable } from './extract-tables';
import { isNotInEuros } from './extract-units';
import { valueTypeOf } from './movement-types';
import { amountTypeOf } from '../workbook/ledger/columns/amount-types';

/** Stages that a column of amounts may be about. */
export type Stage = Exclude<AmountField, 'journalAmount' | 'jp51Amount' | 'jp57Amount' | 'bare' | 'received'>;

/**
 * The columns of amounts. `typed`: one column, qualified by types de montant; `measures`: one column for each stage;
 * `long`: one column, with the name of the measure in each row.
 */
export type Amounts =
  | { readonly kind: 'typed'; readonly column: number; readonly defaultValueType: 51 | 57 }
  | { readonly kind: 'measures'; readonly columns: ReadonlyMap<Stage, number> }
  | { readonly kind: 'long'; readonly column: number; readonly nameColumn: number };

export interface Layout {
  readonly shape: ChorusShape;
  readonly width: number;
  readonly headings: readonly CellValue[];
  readonly columns: ReadonlyMap<ExtractField, number>;
  readonly bank: ReadonlySet<number>;
  readonly amounts: Amounts;
  /** The columns that give the currency or the side of the amounts of each row. */
  readonly marks: MarkColumns | null;
  /** The columns that show whether a line is cancelled. */
  readonly effects: readonly EffectColumn[];
  /** The exercice of the lines whose column gives none. */
  readonly exercise: ExerciseAbove;
}

const SAMPLE = 200;
const YEAR = /^(20\d\d)$/;

const TYPED = ['journalAmount', 'jp51Amount', 'jp57Amount'] as const;
const STAGES: readonly Stage[] = [
  'engaged',
  'engagedOfYear',
  'carriedOver',
  'certified',
  'preRecorded',
  'invoiced',
  'paid',
];

/** The layout of a table, or why it is no extract that can be used. */
export function layoutOf(table: HeadedTable, source: string): Result<Layout, Failure> {
  const { rows, header, headings } = table;
  const sheet = new HeadedRows(rows, header, headings);
  const amounts = amountsOf(sheet, source);
  if (!amounts.ok) return amounts;
  const shape = shapeOf(sheet, amounts.value);
  const columns = columnsOf(sheet, shape);
  const ofEj = columnsOfEj(sheet);
  if (ofEj.length > 1) return failure({ code: 'extractAmbiguous', source, candidates: ofEj });
  const codes = IMPUTATION_FIELDS.filter((field) => columns.has(field));
  if (!columns.has('ej') && !columns.has('dp') && codes.length < 2)
    return failure({ code: 'extractIncomplete', source, missing: 'key' });
  return success({
    shape,
    width: headings.length,
    headings,
    columns,
    bank: sheet.bank,
    amounts: amounts.value,
    marks: marksOf(sheet, columns, amountColumns(amounts.value)),
    effects: effectColumns(headings, new Set([...columns.values(), ...sheet.bank])),
    exercise: exerciseOf(table),
  });
}

/** The columns that qualify the amounts, among those that no field has. */
function marksOf(
  { headings, sample }: HeadedRows,
  columns: ReadonlyMap<ExtractField, number>,
  amounts: readonly number[],
): MarkColumns | null {
  const taken = new Set([...columns.values(), ...amounts]);
  const free = headings.flatMap((heading, position) =>
    taken.has(position) ? [] : [{ position, heading: textOf(heading), isTelling: isFilled(heading) }],
  );
  return marksAmong(
    free,
    amounts,
    sample.map(({ cells }) => cells),
  );
}

/** The columns that hold the amounts. */
export function amountColumns(amounts: Amounts): readonly number[] {
  return amounts.kind === 'measures' ? [...amounts.columns.values()] : [amounts.column];
}

interface Candidate {
  readonly column: number;
  readonly rank: number;
}

/** The headings, with the cells above and a sample of the rows below. */
class HeadedRows {
  readonly bank: ReadonlySet<number>;
  readonly above: readonly CellValue[];
  readonly sample: readonly GridRow[];
  private readonly candidates = new Map<ExtractField, Candidate[]>();

  constructor(
    rows: readonly GridRow[],
    header: number,
    readonly headings: readonly CellValue[],
  ) {
    this.above = rows.slice(0, header).flatMap(({ cells }) => cells);
    this.sample = rows.slice(header + 1, header + 1 + SAMPLE);
    this.bank = new Set(headings.flatMap((heading, column) => (isBankHeading(heading) ? [column] : [])));
    headings.forEach((heading, column) => this.note(heading, column));
  }

  /** The columns that may hold a field, as headed. A blank heading beside a code is its label, or the code itself. */
  candidatesFor(field: ExtractField): readonly Candidate[] {
    return this.candidates.get(field) ?? [];
  }

  has(field: ExtractField): boolean {
    return this.candidates.has(field);
  }

  /** How many values of the sample pass the test. */
  count(column: number, test: (cell: CellValue) => boolean): number {
    return this.sample.filter(({ cells }) => test(cells[column] ?? null)).length;
  }

  private note(heading: CellValue, column: number): void {
    const known = this.bank.has(column) ? null : (meaningOfHeading(heading) ?? datingFieldOf(heading));
    if (!known) return;
    const list = this.candidates.get(known.field) ?? [];
    list.push({ column, rank: known.rank });
    const next = this.headings[column + 1];
    const isTwin = next !== undefined && comparable(textOf(next)) === '' && hasTwin(known.field);
    if (isTwin) list.push({ column: column + 1, rank: known.rank });
    this.candidates.set(known.field, list);
  }
}

/** Form of the values of a field: distinguishes a code from its label when two columns have the same heading. */
const VALUE_TESTS: ReadonlyMap<ExtractField, (cell: CellValue) => boolean> = new Map<
  ExtractField,
  (cell: CellValue) => boolean
>([
  ...IMPUTATION_FIELDS.filter((field) => field !== 'ministerialAxis2').map(
    (field): [ExtractField, (cell: CellValue) => boolean] => [field, (cell) => isCodeOf(field, cell)],
  ),
  ['ej', (cell) => /^\d{8,10}$/.test(textOf(cell).trim())],
  ['supplier', (cell) => /\p{L}{2}/u.test(textOf(cell))],
  ['amountType', (cell) => amountTypeOf(cell) !== null],
  ['valueType', (cell) => valueTypeOf(cell) !== null],
]);

/** True for a code in the form of its field. */
export function isCodeOf(field: ImputationField, cell: CellValue): boolean {
  const { kind } = readCode(field, textOf(cell), typeof cell === 'number');
  return kind === 'code' || kind === 'zeroLost';
}

/** One column for each field: the best heading, then the values that suit it, then the first. */
function columnsOf(sheet: HeadedRows, shape: ChorusShape): ReadonlyMap<ExtractField, number> {
  const columns = new Map<ExtractField, number>();
  const choose = (field: ExtractField, from: ExtractField = field): void => {
    const test = VALUE_TESTS.get(from);
    const scored = sheet
      .candidatesFor(from)
      .map((candidate) => ({ ...candidate, score: test ? sheet.count(candidate.column, test) : 0 }));
    scored.sort((one, other) => one.rank - other.rank || other.score - one.score || one.column - other.column);
    if (scored[0] && !columns.has(field)) columns.set(field, scored[0].column);
  };
  for (const field of [...IMPUTATION_FIELDS, ...PLAIN_FIELDS]) choose(field);
  // The pièce précédente is always the EJ; the pièce de référence is the EJ in jp51 and another document in jp57.
  const sources = [
    ...(['previous', 'ej'] as const),
    ...(SHAPE_RULES[shape].refersToOther ? [] : (['referred'] as const)),
  ];
  const lines = { previous: 'previousLine', ej: 'ejLine', referred: 'referredLine' } as const;
  const source = sources.find((field) => sheet.has(field));
  if (source) {
    choose('ej', source);
    choose('ejLine', lines[source]);
  }
  return columns;
}

/** The headings of columns of EJ that differ on a line: two extracts side by side. One alone is no doubt. */
function columnsOfEj(sheet: HeadedRows): readonly string[] {
  const isEj = VALUE_TESTS.get('ej') ?? (() => false);
  const columns = sheet.candidatesFor('ej').filter(({ column }) => sheet.count(column, isEj) > 0);
  const [first] = columns;
  if (!first) return [];
  const textAt = (cells: readonly CellValue[], column: number): string => textOf(cells[column] ?? null).trim();
  const isOther = ({ column, rank }: Candidate): boolean =>
    rank === first.rank &&
    sheet.sample.some(({ cells }) => {
      const [one, other] = [textAt(cells, first.column), textAt(cells, column)];
      return one !== '' && other !== '' && one !== other;
    });
  return [first, ...columns.filter(isOther)].map(({ column }) => textAt(sheet.headings, column));
}

const PLAIN_FIELDS: readonly ExtractField[] = [
  ...(['dp', 'dpLine', 'company', 'exercise', 'supplier', 'commitmentDate', 'changeDate'] as const),
  ...(['accountingDate', 'paymentDate', 'baseDate', 'serviceDate', 'amountType', 'valueType'] as const),
];

function amountsOf(sheet: HeadedRows, source: string): Result<Amounts, Failure> {
  const ambiguous = (columns: readonly number[]): Result<Amounts, Failure> =>
    failure({
      code: 'extractAmbiguous',
      source,
      candidates: columns.map((column) => textOf(sheet.headings[column] ?? null)),
    });
  const typed = TYPED.flatMap((field) => sheet.candidatesFor(field).map(({ column }) => ({ column, field })));
  if (typed.length > 1) return ambiguous(typed.map(({ column }) => column));
  if (typed[0]) return typedAmounts(sheet, typed[0].column, typed[0].field === 'jp57Amount', source);
  const measures = new Map<Stage, number>();
  for (const stage of STAGES) {
    const found = sheet.candidatesFor(stage);
    if (found.length > 1) return ambiguous(found.map(({ column }) => column));
    if (found[0]) measures.set(stage, found[0].column);
  }
  const [only] = measures.size === 1 ? measures : [];
  if (only && sheet.has('amountType') && isTyped(only[0]))
    return success({ kind: 'typed', column: only[1], defaultValueType: only[0] === 'paid' ? 57 : 51 });
  if (measures.size > 0) return success({ kind: 'measures', columns: measures });
  const bare = sheet.candidatesFor('bare');
  if (bare.length > 1) return ambiguous(bare.map(({ column }) => column));
  return bare[0] ? bareAmount(sheet, bare[0].column, source) : longAmounts(sheet, source);
}

/** « Montant engagé », « Montant payé »: types de montant may qualify them. */
function isTyped(stage: Stage): boolean {
  return stage === 'engaged' || stage === 'paid';
}

function typedAmounts(sheet: HeadedRows, column: number, isPaid: boolean, source: string): Result<Amounts, Failure> {
  if (sheet.has('amountType')) return success({ kind: 'typed', column, defaultValueType: isPaid ? 57 : 51 });
  if (isPaid) return success({ kind: 'measures', columns: new Map([['paid', column]]) });
  return failure({ code: 'extractIncomplete', source, missing: 'amountType' });
}

/**
 * `EUR` alone: the words above the headings name the stage; without them, only the payments of Data.Subvention are sure.
 */
function bareAmount(sheet: HeadedRows, column: number, source: string): Result<Amounts, Failure> {
  const named = new Set(sheet.above.flatMap((cell) => measureNamed(textOf(cell)) ?? []));
  const [stage] = named;
  if (named.size === 1 && isStage(stage)) return success({ kind: 'measures', columns: new Map([[stage, column]]) });
  if (named.size === 0 && isSubvention(sheet))
    return success({ kind: 'measures', columns: new Map([['paid', column]]) });
  const heading = textOf(sheet.headings[column] ?? null);
  return failure({ code: 'extractAmbiguous', source, candidates: [`${heading} = AE`, `${heading} = CP`] });
}

/** The measure in each row, the amounts under the year: « INF-BUD-53 » as Agriculture receives it. */
function longAmounts(sheet: HeadedRows, source: string): Result<Amounts, Failure> {
  const years = sheet.headings.flatMap((heading, column) => (YEAR.test(textOf(heading).trim()) ? [column] : []));
  const names = sheet.headings.map((_, column) => sheet.count(column, (cell) => measureNamed(textOf(cell)) !== null));
  const nameColumn = names.indexOf(Math.max(1, ...names));
  const [column] = years;
  if (nameColumn < 0 || column === undefined) {
    const isNamed = sheet.headings.some((heading) => typeof heading === 'string' && isNotInEuros(heading));
    return failure({ code: 'extractIncomplete', source, missing: isNamed ? 'euros' : 'amount' });
  }
  if (years.length > 1)
    return failure({
      code: 'extractAmbiguous',
      source,
      candidates: years.map((year) => textOf(sheet.headings[year] ?? null)),
    });
  return success({ kind: 'long', column, nameColumn });
}

/** True when a measure can be read as amounts of its own. */
export function isStage(field: AmountField | null | undefined): field is Stage {
  return STAGES.some((stage) => stage === field);
}

/** True for a field whose code and label may have one heading for two columns. */
export function hasTwin(field: ExtractField): boolean {
  return VALUE_TESTS.has(field);
}

function isSubvention(sheet: HeadedRows): boolean {
  const headings = sheet.headings.map((heading) => comparable(textOf(heading)));
  return sheet.has('dp') && headings.some((heading) => heading === 'branche' || heading.startsWith('no tva 3'));
}

/** The features of an extract that its shape is recognised by. */
interface Features {
  readonly sheet: HeadedRows;
  readonly amounts: Amounts;
  readonly stages: readonly Stage[];
  readonly isPaid: boolean;
  /** « INF-BUD-53 » is written above the headings. */
  readonly namesInfBud: boolean;
}

interface ShapeRule {
  readonly recognises: (features: Features) => boolean;
  /** The pièce de référence is another document than the EJ. */
  readonly refersToOther?: true;
}

/** Recognises each shape, in the order of the rules: the first that recognises the extract names it. */
const SHAPE_RULES: Readonly<Record<ChorusShape, ShapeRule>> = {
  jp57: {
    recognises: ({ sheet }) => sheet.has('jp57Amount') || (sheet.has('jp51Amount') && sheet.has('previous')),
    refersToOther: true,
  },
  jp51: { recognises: ({ sheet }) => sheet.has('jp51Amount') },
  journal: { recognises: ({ sheet }) => sheet.has('journalAmount') },
  infBud53Measures: {
    recognises: ({ amounts, stages, namesInfBud }) =>
      amounts.kind === 'long' ||
      stages.some((stage) => stage !== 'paid' && stage !== 'engaged' && stage !== 'engagedOfYear') ||
      (stages.length > 1 && namesInfBud),
  },
  subvention: { recognises: ({ sheet, stages }) => stages.length < 2 && isSubvention(sheet) },
  nationalCp: { recognises: ({ sheet, stages, isPaid }) => stages.length < 2 && isPaid && hasKeyHeading(sheet) },
  nationalAe: { recognises: ({ sheet, stages }) => stages.length < 2 && hasKeyHeading(sheet) },
  infBud53Cp: { recognises: (features) => features.isPaid && isInfBud(features) },
  infBud53Ae: { recognises: (features) => isInfBud(features) },
  unnamed: { recognises: () => true },
};

function shapeOf(sheet: HeadedRows, amounts: Amounts): ChorusShape {
  const stages = amounts.kind === 'measures' ? [...amounts.columns.keys()] : [];
  const namesInfBud = sheet.above.some((cell) => /inf[-_ ]?bud[-_ ]?53/i.test(textOf(cell)));
  const features: Features = { sheet, amounts, stages, isPaid: stages.includes('paid'), namesInfBud };
  const shapes = Object.keys(SHAPE_RULES) as ChorusShape[];
  return shapes.find((shape) => SHAPE_RULES[shape].recognises(features)) ?? 'unnamed';
}

function isInfBud({ sheet, stages, namesInfBud }: Features): boolean {
  return stages.length < 2 && (namesInfBud || sheet.has('bare'));
}

/** Headings such as « Programme (Clé) » are those of the national extracts. */
function hasKeyHeading({ headings }: HeadedRows): boolean {
  return headings.some((heading) => /\bcle\b/.test(comparable(textOf(heading).replace(/[()]/g, ' '))));
}

/** The year above the headings, or the year that is itself a heading. */
function exerciseOf({ rows, header, headings }: HeadedTable): ExerciseAbove {
  const above = exerciseAbove(rows.slice(0, header));
  const heading = headings.map((cell) => textOf(cell).trim()).find((text) => YEAR.test(text));
  return above.year === null && heading !== undefined ? { year: Number(heading), unread: null } : above;
}
