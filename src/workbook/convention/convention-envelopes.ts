/** `ENV_Enveloppes` and `ENV_Postes` → the envelopes of each credit year with their postes. */
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { BudgetLine, Ceilings, Envelope, Thresholds } from '../../domain/envelopes/convention';
import { Euros } from '../../domain/money/euros';
import { comparable } from '../../domain/text';
import { meansNone, type ConventionCells } from './convention-cells';
import { ceilingsOf } from './convention-keys';
import { namesTotals } from './convention-words';
import { COLUMNS, type TableId } from '../workbook-names';
import type { WorkbookSnapshot } from '../snapshot';
import { headingOf, OurTable, type ColumnOf, type OurRow } from '../registers/our-tables';
import { envelopeNamed, yearOfRow, type Directory } from './convention-registers';

/** The thresholds of an envelope that has none of its own. */
export const DEFAULT_THRESHOLDS: Thresholds = { information: 0.7, warning: 0.85 };

/** The envelopes of the convention. */
export interface EnvelopesRead {
  /** Every name of an envelope, whatever its year → its code. */
  readonly directory: Directory;
  readonly envelopesOf: (year: number) => readonly Envelope[];
}

interface OfYear<T> {
  readonly year: number;
  readonly value: T;
}

/** Reads both tables. A row without « Exercice » is of the convention's own credit year. */
export function readEnvelopes(
  cells: ConventionCells,
  workbook: WorkbookSnapshot,
  table: OurTable<'envelopes'>,
  creditYear: number,
  otherYears: readonly number[],
): EnvelopesRead {
  const lines = OurTable.find(workbook, 'lines');
  cells.requireColumns(table, ['code', 'ae', 'cp']);
  reportNotes(cells, workbook, table);
  const directory = new Map<string, string>();
  const taken = new Map<string, NameAt[]>();
  const envelopes = table.rows().map((row): OfYear<Omit<Envelope, 'lines'>> => {
    const envelope = readEnvelope(cells, row);
    const year = yearOfRow(cells, row, creditYear, otherYears);
    if ([envelope.code, envelope.label, ...envelope.aliases].includes(WHOLE_CONVENTION))
      cells.reportCell(row, 'code', 'nameReserved', '', WHOLE_CONVENTION);
    for (const [name, { column, text }] of namesOf(envelope)) {
      const before = taken.get(name) ?? [];
      const other = before.find((one) => one.code !== envelope.code || one.year === year);
      if (other) cells.reportCell(row, column, 'nameRepeated', other.cell, text);
      taken.set(name, [...before, { year, code: envelope.code, cell: row.table.address(row, column) }]);
      directory.set(name, envelope.code);
    }
    return { year, value: envelope };
  });
  if (lines)
    cells.requireColumns(lines, [
      'envelope',
      'label',
      ...(lines.has('ae') || lines.has('cp') ? [] : (['delegated'] as const)),
    ]);
  const allLines = (lines?.rows() ?? []).map((row): OfYear<BudgetLine> => {
    return { year: yearOfRow(cells, row, creditYear, otherYears), value: readLine(cells, row, directory) };
  });
  const linesOf = (year: number, code: string): readonly BudgetLine[] =>
    allLines.filter((line) => line.year === year && line.value.envelope === code).map(({ value }) => value);
  const envelopesOf = (year: number): readonly Envelope[] =>
    envelopes.filter((one) => one.year === year).map(({ value }) => ({ ...value, lines: linesOf(year, value.code) }));
  checkOwners(cells, lines, allLines, envelopesOf);
  checkNames(cells, lines, allLines);
  return { directory, envelopesOf };
}

/**
 * Reports a row that has a text under « Code » and nothing else, while no row of another table names it: it is a note
 * of a person, and would be an envelope without ceilings.
 */
function reportNotes(cells: ConventionCells, workbook: WorkbookSnapshot, table: OurTable<'envelopes'>): void {
  const columns = Object.keys(COLUMNS.envelopes) as ColumnOf<'envelopes'>[];
  const rows = table.rows();
  const alone = rows.filter((row) =>
    columns.every((column) => (table.text(row, column) !== '') === (column === 'code')),
  );
  if (alone.length === 0) return;
  const named = new Set([
    ...rows.filter((row) => !alone.includes(row)).map((row) => comparable(table.text(row, 'code'))),
    ...textsOf(workbook, 'lines', ['envelope']),
    ...textsOf(workbook, 'imputations', ['envelope']),
    ...textsOf(workbook, 'movements', ['from', 'to']),
    ...textsOf(workbook, 'fungibility', ['from', 'to']),
    ...textsOf(workbook, 'milestones', ['envelope']),
  ]);
  for (const row of alone) {
    const text = table.text(row, 'code');
    const isTotal = rows.length > 1 && namesTotals(text, () => false);
    if (!named.has(comparable(text)) && !isTotal) cells.reportCell(row, 'code', 'noteRow', '', text);
  }
}

/** The texts of some columns of a table, comparable. */
function textsOf<T extends TableId>(
  workbook: WorkbookSnapshot,
  id: T,
  columns: readonly ColumnOf<T>[],
): readonly string[] {
  const table = OurTable.find(workbook, id);
  if (!table) return [];
  return table.rows().flatMap((row) => columns.map((column) => comparable(table.text(row, column))));
}

/** A name of an envelope, as typed. */
interface TypedName {
  readonly column: 'code' | 'label' | 'aliases';
  readonly text: string;
}

/** An envelope of a year that has a name, and the cell of that name. */
interface NameAt {
  readonly year: number;
  readonly code: string;
  readonly cell: string;
}

/** The names of an envelope, comparable, each once, in the first column that has it. */
function namesOf({ code, label, aliases }: Omit<Envelope, 'lines'>): ReadonlyMap<string, TypedName> {
  const names = new Map<string, TypedName>();
  const add = (column: TypedName['column'], text: string): void => {
    if (!names.has(comparable(text))) names.set(comparable(text), { column, text });
  };
  add('code', code);
  add('label', label);
  for (const alias of aliases) add('aliases', alias);
  return names;
}

/** A poste of a year in which its envelope has no credits would vanish: it is refused. */
function checkOwners(
  cells: ConventionCells,
  table: OurTable<'lines'> | null,
  lines: readonly OfYear<BudgetLine>[],
  envelopesOf: (year: number) => readonly Envelope[],
): void {
  table?.rows().forEach((row, position) => {
    const line = lines[position];
    const owners = line ? envelopesOf(line.year).map(({ code }) => code) : [];
    if (line && !owners.includes(line.value.envelope))
      cells.reportCell(row, 'envelope', 'envelopeUnknown', owners.join(', '));
  });
}

/** No name may mean two postes of one envelope. */
function checkNames(
  cells: ConventionCells,
  table: OurTable<'lines'> | null,
  lines: readonly OfYear<BudgetLine>[],
): void {
  const taken = new Map<string, OurRow<'lines'>>();
  table?.rows().forEach((row, position) => {
    const line = lines[position];
    for (const name of line ? [line.value.label, ...line.value.aliases] : []) {
      const key = JSON.stringify([line?.year, line?.value.envelope, comparable(name)]);
      const other = taken.get(key) ?? row;
      if (other !== row) cells.reportCell(row, 'label', 'nameRepeated', table.address(other, 'label'), name);
      taken.set(key, row);
    }
  });
}

function readEnvelope(cells: ConventionCells, row: OurRow<'envelopes'>): Omit<Envelope, 'lines'> {
  const code = cells.text(row, 'code');
  const name = code === '' ? cells.text(row, 'label') : code;
  if (row.table.rows().length > 1 && namesTotals(name, () => false))
    cells.reportCell(row, 'code', 'totalRow', '', name);
  else if (code === '') cells.reportCell(row, 'code', 'codeMissing');
  if (row.table.isEmptied(row, 'rap')) cells.reportCell(row, 'rap', 'valueMissing', headingOf('envelopes', 'rap'));
  const amounts = [cells.ceiling<'AE', 'envelopes'>(row, 'ae'), cells.ceiling<'CP', 'envelopes'>(row, 'cp')] as const;
  return {
    code,
    label: cells.freeText(row, 'label') || code,
    aliases: cells.aliases(row),
    ceilings: ceilingsOf(...amounts, cells.modes(row, 'mode', amounts, ['blocking'])),
    openingRap: cells.amount<'CP', 'envelopes'>(row, 'rap') ?? Euros.zero<'CP'>(),
    thresholds: cells.thresholds(row, 'thresholds', DEFAULT_THRESHOLDS.warning) ?? DEFAULT_THRESHOLDS,
    share: meansNone(cells.text(row, 'share')) ? null : cells.share(row, 'share'),
    annex: { title: cells.freeText(row, 'annexTitle'), amountHeading: cells.freeText(row, 'amountHeading') },
    ...toleranceAndTitre(cells, row),
  };
}

/**
 * « Montant délégué » bounds both natures, unless AE or CP of its own is given: then an empty one of the two is no
 * ceiling, not zero.
 */
function readLine(cells: ConventionCells, row: OurRow<'lines'>, directory: Directory): BudgetLine {
  const named = (['label', 'envelope'] as const).find((column) =>
    namesTotals(cells.text(row, column), (name) => directory.has(name)),
  );
  if (named) cells.reportCell(row, named, 'totalRow');
  const own = readLineAmounts(cells, row);
  const modes = cells.modes(row, 'mode', own ?? [cells.text(row, 'delegated')], ['warning']);
  const ceilings = own && ceilingsOf(...own, modes);
  return {
    index: row.index,
    envelope: envelopeNamed(cells, row, 'envelope', directory) ?? '',
    label: cells.name(row, 'label'),
    aliases: cells.aliases(row),
    delegated: readDelegated(cells, row, ceilings),
    total: cells.amount(row, 'total'),
    mode: modes[0],
    ceilings,
    thresholds: cells.thresholds(row, 'thresholds'),
    ...toleranceAndTitre(cells, row),
  };
}

function toleranceAndTitre<T extends 'envelopes' | 'lines'>(
  cells: ConventionCells,
  row: OurRow<T>,
): Pick<Envelope, 'tolerance' | 'titre'> {
  const [tolerance, titre] = [
    cells.tolerance(row, 'tolerance' as ColumnOf<T>),
    cells.freeText(row, 'titre' as ColumnOf<T>),
  ];
  return { ...(tolerance && { tolerance }), ...(titre !== '' && { titre }) };
}

/** AE and CP of its own; null where neither cell has anything. */
function readLineAmounts(
  cells: ConventionCells,
  row: OurRow<'lines'>,
): readonly [Euros<'AE'> | null, Euros<'CP'> | null] | null {
  const isSaid = cells.text(row, 'ae') !== '' || cells.text(row, 'cp') !== '';
  return isSaid ? [cells.ceiling<'AE', 'lines'>(row, 'ae'), cells.ceiling<'CP', 'lines'>(row, 'cp')] : null;
}

function readDelegated(cells: ConventionCells, row: OurRow<'lines'>, ceilings: Ceilings | null): Euros<'AE'> {
  if (ceilings === null) return cells.someAmount<'AE', 'lines'>(row, 'delegated');
  return cells.amount<'AE', 'lines'>(row, 'delegated') ?? ceilings.AE?.amount ?? Euros.zero<'AE'>();
}
