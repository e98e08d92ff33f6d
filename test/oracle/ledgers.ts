/**
 * The ledgers on which two programs compute every figure: generated, clean and invalid, of every convention, at several
 * dates.
 */
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { blankXlsx } from '../../src/adapters/xlsx/write/blank';
import { openXlsx } from '../../src/adapters/xlsx/open';
import { control } from '../../src/application/control';
import { planDocuments } from '../../src/application/documents/documents';
import { planInitialise } from '../../src/application/writing/initialise';
import type { Dossier } from '../../src/application/dossier';
import { openDossier, type OpenOptions } from '../../src/application/open-dossier';
import { parseConvention } from '../../src/conventions';
import file2023 from '../../src/conventions/dgefp-dge-2023.json';
import dgefpDgtresorCis from '../../src/conventions/dgefp-dgtresor-cis.json';
import mildecaDga2023 from '../../src/conventions/mildeca-dga-2023.json';
import sgaDefenseInsee2010 from '../../src/conventions/sga-defense-insee-2010.json';
import { documentsOf, type DocumentFrame } from '../../src/documents/document';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Convention, Movement } from '../../src/domain/envelopes/convention';
import type { Balances } from '../../src/domain/envelopes/figures';
import { conventionAt } from '../../src/domain/envelopes/credit-years';
import { Euros } from '../../src/domain/money/euros';
import type { Result } from '../../src/domain/result';
import type { CellValue } from '../../src/workbook/cells';
import { allSteps, type PlannedCell, type WritePlan, type WriteStep } from '../../src/workbook/plan';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { EARLIER_EJ } from '../support/ledgers/any-ledger';
import { applyPlan, emptyWorkbook } from '../support/apply-plan';
import { conventionFile } from '../support/convention-file';
import { anyConvention, convention2023 } from '../support/conventions';
import { SEED } from '../support/drawn-seed';
import { severalYears } from './several-years';
import { wideLedger, type LedgerTables } from '../support/ledgers/wide-ledger';
import { zipOf } from '../support/readers/xlsx-package';

/** A ledger of a convention at a date. */
export interface Case {
  readonly name: string;
  readonly convention: Convention;
  /** The file of the convention: the oracle reads it itself, apart from our reader. */
  readonly file: unknown;
  readonly ledger: LedgerTables;
  readonly asOf: string;
  readonly isTable: boolean;
  /** False: the workbook has no table of the convention, which is named instead. */
  readonly hasTables: boolean;
  /** A day at which the documents were written before, and then generated again in place. */
  readonly earlier: string | null;
  /** Some cells are formulas of the team, that give what the others hold. */
  readonly hasFormulas: boolean;
  readonly uses1904: boolean;
}

/** A workbook with every document, as we plan it, and its file. */
export interface Documented {
  readonly name: string;
  readonly workbook: WorkbookSnapshot;
  readonly frames: readonly DocumentFrame[];
  readonly unchecked: number;
  /** Cents left to pay by envelope and EJ, zeros left out; null when not calculable. */
  readonly ejs: Readonly<Record<string, number>> | null;
  readonly bytes: Uint8Array;
}

/**
 * How many ledgers: enough for each convention, clean and invalid, as a table and not, with and without formulas, dates
 * of 1904 and tables of the convention. `LEDGERS=1000` asks for a long run; `npm run explore` draws others.
 */
export const LEDGERS = Number(process.env['LEDGERS'] ?? 8);
/**
 * A run in parts, or of one kind: the first rank and the step between two. `LEDGERS_FROM=1151 LEDGERS=1` replays one
 * ledger; `LEDGERS_FROM=5 LEDGERS_STEP=6` draws conventions of one to four years alone.
 */
const FIRST_RANK = Number(process.env['LEDGERS_FROM'] ?? 0);
const RANK_STEP = Number(process.env['LEDGERS_STEP'] ?? 1);

const euros = (cents: number): Euros => Euros.fromCents(cents);
/** A ledger kept in two parts has the second on a sheet of its own. */
const SHEETS = ['Suivi', 'Suivi bis'];
const on = isoDate;
const authorised = { authorisedBy: 'DGEFP', authorisedOn: on('2023-05-02') };
const nobody = { authorisedBy: '', authorisedOn: null };
const unsigned = { reference: '', ...nobody };
/**
 * Movements that change the ceilings of 2023, and two that do not: a transfer that nobody authorised, a restoration of
 * the year after.
 */
const MOVEMENTS: readonly Omit<Movement, 'index'>[] = [
  {
    date: on('2023-06-01'),
    type: 'amendment',
    from: null,
    to: 'SF',
    nature: 'AE',
    amount: euros(20_000_00),
    reference: 'Avenant n° 1',
    ...nobody,
  },
  {
    date: on('2023-06-01'),
    type: 'amendment',
    from: null,
    to: 'SF',
    nature: 'CP',
    amount: euros(20_000_00),
    reference: 'Avenant n° 1',
    ...nobody,
  },
  {
    date: on('2023-04-03'),
    type: 'transfer',
    from: 'PDE',
    to: 'SF',
    nature: 'AE',
    amount: euros(5_000_00),
    reference: 'n° 12',
    ...authorised,
  },
  {
    date: on('2023-02-01'),
    type: 'transfer',
    from: 'SF',
    to: 'PDE',
    nature: 'CP',
    amount: euros(1_000_55),
    reference: 'n° 13',
    ...nobody,
  },
  {
    date: on('2023-02-15'),
    type: 'freeze',
    from: 'PDE',
    to: null,
    nature: 'CP',
    amount: euros(3_000_00),
    reference: 'Gel',
    ...nobody,
  },
  {
    date: on('2023-03-31'),
    type: 'carryOver',
    from: null,
    to: 'PDE',
    nature: 'AE',
    amount: euros(7),
    reference: 'Report',
    ...nobody,
  },
  {
    date: on('2024-01-15'),
    type: 'restoration',
    from: null,
    to: 'PDE',
    nature: 'CP',
    amount: euros(12_00),
    reference: 'Rétablissement',
    ...nobody,
  },
  // Without consent: 1 % of SF is 1 000 €, which the first of these two fills.
  { date: on('2023-05-02'), type: 'transfer', from: 'SF', to: 'PDE', nature: 'AE', amount: euros(999_99), ...unsigned },
  { date: on('2023-05-03'), type: 'transfer', from: 'SF', to: 'PDE', nature: 'AE', amount: euros(2), ...unsigned },
  {
    date: on('2023-05-04'),
    type: 'amendment',
    from: null,
    to: 'PDE',
    toLine: 'Frais annexes',
    nature: 'AE',
    amount: euros(1_234_56),
    ...unsigned,
  },
  {
    date: on('2023-05-05'),
    type: 'transfer',
    from: 'PDE',
    to: 'PDE',
    fromLine: 'Frais annexes',
    toLine: 'Outils de production',
    nature: 'AE',
    amount: euros(34_56),
    ...unsigned,
  },
];
const DAYS = ['12-31', '06-30', '03-01', '01-31'];
/** The convention of 2023 with an EJ behind its opening RAP. */
export const usual: Convention = { ...convention2023(), rap: [{ ej: EARLIER_EJ, amount: Euros.fromCents(73_032_00) }] };
/** Its file. */
export const usualFile = { ...file2023, rap: [{ ej: EARLIER_EJ, amount: '73032.00' }] };
const moved: Convention = {
  ...usual,
  movements: MOVEMENTS.map((movement, index) => ({ index, ...movement })),
  fungibility: [{ from: 'SF', to: null, nature: 'AE', share: 0.01, amount: null, article: '' }],
};
const OTHERS: readonly unknown[] = [sgaDefenseInsee2010, dgefpDgtresorCis, mildecaDga2023];

/** The value of a result that must be a success. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/**
 * So many ledgers: the 2023 convention (two sixths), the three others that come with the product (two sixths),
 * generated ones, and conventions of one to four years.
 */
export function drawnCases(count: number): readonly Case[] {
  return Array.from({ length: count }, (_, turn) => drawnCase(FIRST_RANK + turn * RANK_STEP));
}

/** The ledger of that rank. */
export function drawnCase(index: number, seed = SEED): Case {
  const [kind, round] = [index % 6, Math.floor(index / 6)];
  if (kind === 0) return caseOf('dgefp-dge-2023', usual, usualFile, index, seed);
  if (kind === 1) return caseOf('dgefp-dge-2023 with movements', moved, conventionFile(moved), index, seed);
  if (kind < 4) {
    const file = OTHERS[(round + kind) % OTHERS.length];
    const convention = valueOf(parseConvention(file));
    return caseOf(convention.id, convention, file, index, seed);
  }
  const convention = kind === 4 ? drawn(anyConvention(), index, seed) : severalYears(round);
  if (kind === 5) return caseOf('of several years', convention, conventionFile(convention), index, seed);
  return caseOf('any convention', convention, conventionFile(convention), index, seed);
}

function caseOf(id: string, convention: Convention, file: unknown, index: number, seed: number): Case {
  const round = Math.floor(index / 6);
  const [isSpoilt, uses1904] = [(index + round) % 2 === 1, index % 10 === 7];
  const years = [
    convention.creditYear,
    convention.creditYear,
    ...convention.otherYears.map(({ year }) => year),
    convention.creditYear + 1,
  ];
  const asOf = `${years[round % years.length] ?? convention.creditYear}-${DAYS[index % DAYS.length] ?? ''}`;
  return {
    name: `${index}, ${id}, ${isSpoilt ? 'spoilt' : 'clean'}${uses1904 ? ', dates of 1904' : ''}, ${asOf}`,
    convention,
    file,
    ledger: drawn(wideLedger(convention, isSpoilt, uses1904), index, seed),
    asOf,
    isTable: index % 3 !== 2,
    hasFormulas: index % 4 === 3,
    hasTables: index % 20 !== 10,
    earlier: index % 7 === 3 ? `${convention.creditYear}-05-15` : null,
    uses1904,
  };
}

/** One value, the same each time for the same seed and rank. */
export function drawn<T>(arbitrary: fc.Arbitrary<T>, index: number, from = SEED): T {
  const [value] = fc.sample(arbitrary, { numRuns: 1, seed: from * 100_003 + index });
  if (value === undefined) throw new Error('nothing was drawn');
  return value;
}

/** The ledger with the tables of its convention, as a team would keep it, and what a person answers where it lacks some. */
function keptBy(one: Case): { readonly given: Written; readonly answers: OpenOptions } {
  const { ledger, isTable, uses1904, convention } = one;
  const kept: Written = { workbook: { ...emptyWorkbook(), uses1904Dates: uses1904 }, steps: [] };
  const typed = written(
    kept,
    ledger.flatMap((cells, index) => stepsOfTable(cells, index, isTable, one.hasFormulas)),
  );
  const given = one.hasTables ? written(typed, allSteps(valueOf(planInitialise(typed.workbook, convention)))) : typed;
  const answers = {
    ledger: ledger.length > 1 ? SHEETS.map((sheet) => sourceOf(sheet, isTable)) : [],
    ...(one.hasTables ? {} : { convention }),
  };
  return { given, answers };
}

/** The dossier of a ledger. */
export function dossierOf(one: Case): Dossier {
  const { given, answers } = keptBy(one);
  return valueOf(openDossier(given.workbook, answers));
}

/** A ledger as a team would keep it, and its documents. */
export function documented(one: Case): Documented {
  const { uses1904 } = one;
  const { given, answers } = keptBy(one);
  const before =
    one.earlier === null ? given : written(given, allSteps(planAt(given.workbook, one.earlier, answers).plan));
  const { plan, ...rest } = planAt(before.workbook, one.asOf, answers);
  const { workbook, steps } = written(before, allSteps(plan));
  return { name: one.name, workbook, ...rest, bytes: withSteps(uses1904 ? blankOf1904() : blankXlsx(), steps) };
}

/** A workbook, and the steps that made it from nothing. */
interface Written {
  readonly workbook: WorkbookSnapshot;
  readonly steps: readonly WriteStep[];
}

function written({ workbook, steps }: Written, further: readonly WriteStep[]): Written {
  return {
    workbook: applyPlan(workbook, { purpose: 'documents', expected: [], steps: further }),
    steps: [...steps, ...further],
  };
}

/** The sample at a date, with its documents. */
export function documentedSample(sample: Uint8Array, asOf: string): Documented {
  const given = valueOf(openXlsx(sample)).read();
  const { plan, ...rest } = planAt(given, asOf);
  return {
    name: `the sample, ${asOf}`,
    workbook: applyPlan(given, plan),
    ...rest,
    bytes: withSteps(sample, allSteps(plan)),
  };
}

type Planned = Pick<Documented, 'frames' | 'unchecked' | 'ejs'> & { readonly plan: WritePlan };

/**
 * Every document of a workbook at a date, those on demand too; `answers` are a person's, where the workbook lacks them.
 */
function planAt(workbook: WorkbookSnapshot, asOf: string, answers: OpenOptions = {}): Planned {
  const dossier = valueOf(openDossier(workbook, answers));
  const report = control(dossier, isoDate(asOf));
  const frames = documentsOf(conventionAt(dossier.convention, isoDate(asOf)));
  const plan = valueOf(
    planDocuments(
      dossier,
      report,
      frames.map(({ id }) => id),
    ),
  );
  return { plan, frames, unchecked: report.balances.unchecked.length, ejs: leftByEj(report.balances) };
}

function leftByEj({ missing, byEj }: Balances): Documented['ejs'] {
  if (missing.outstanding !== null) return null;
  const left: Record<string, number> = {};
  for (const { envelope, ej, outstanding } of byEj.entries()) {
    const key = `${envelope} ${ej ?? '-'}`;
    if (outstanding !== 0) left[key] = (left[key] ?? 0) + outstanding;
  }
  return left;
}

/** The name by which a person chooses the table, when several could be the ledger. */
function sourceOf(sheet: string, isTable: boolean): string {
  return isTable ? `T_${sheet.replace(' ', '_')}` : sheet;
}

/** The steps that put a table of the ledger on a sheet of its own. */
export function stepsOfTable(
  cells: LedgerTables[number],
  index: number,
  isTable: boolean,
  hasFormulas: boolean,
): readonly WriteStep[] {
  const [sheet = 'Suivi', top] = [SHEETS[index], isTable ? 0 : 2];
  const area = { top, left: 0, rows: cells.length, columns: cells[0]?.length ?? 1 };
  const planned = cells.map((row, y) =>
    row.map((value, x) => plannedCell(value, hasFormulas && y > 0 && (x + y) % 3 === 0)),
  );
  return [
    { kind: 'addSheet', sheet },
    { kind: 'setCells', sheet, top, left: 0, cells: planned },
    isTable
      ? { kind: 'addTable', sheet, name: sourceOf(sheet, isTable), area }
      : { kind: 'setCells', sheet, top: 0, left: 0, cells: [[{ value: 'Suivi des dépenses de la convention' }]] },
  ];
}

/**
 * A value, or a formula that gives it; no formula gives an empty cell, nor an error that only a damaged workbook shows.
 */
function plannedCell(value: CellValue, isFormula: boolean): PlannedCell {
  if (!isFormula || value === null) return { value };
  if (typeof value === 'string') return { value, formula: `="${value.replaceAll('"', '""')}"` };
  if (typeof value === 'number') return { value, formula: `=${value}` };
  if (typeof value === 'boolean') return { value, formula: value ? '=TRUE()' : '=FALSE()' };
  return value.error === '#N/A' ? { value, formula: '=NA()' } : { value };
}

/** Charts compute nothing, and take LibreOffice as long to load as all the rest: they are left out. */
function withSteps(bytes: Uint8Array, steps: readonly WriteStep[]): Uint8Array {
  return valueOf(
    valueOf(openXlsx(bytes)).apply({
      purpose: 'documents',
      expected: [],
      steps: steps.filter(({ kind }) => kind !== 'addChart'),
    }),
  );
}

function blankOf1904(): Uint8Array {
  const parts = unzipSync(blankXlsx());
  const workbook = new TextDecoder().decode(parts['xl/workbook.xml']);
  return zipOf({
    ...parts,
    'xl/workbook.xml': workbook.replace('<bookViews>', '<workbookPr date1904="1"/><bookViews>'),
  });
}
