/** The input of the documents of one generation, read once and shared by all. */
import type { CivilDate } from '../domain/calendar/civil-date';
import type { StateComparison } from '../domain/comparison/compare-states';
import type { Convention } from '../domain/envelopes/convention';
import { envelopeFieldsOf } from '../domain/envelopes/envelope-field';
import { forecastOf, type Forecasts } from '../domain/envelopes/forecast';
import { chargedAt, type ChargedLedger } from '../domain/envelopes/charged-ledger';
import { creditDaysOf } from '../domain/envelopes/commitment-year';
import type { Balances } from '../domain/envelopes/figures';
import type { Ledger } from '../domain/envelopes/ledger';
import { namingFieldOf } from '../domain/envelopes/naming/naming-field';
import { OutstandingBook } from '../domain/envelopes/outstanding/outstanding-book';
import type { OutstandingByEj } from '../domain/envelopes/outstanding/outstanding-by-ej';
import type { ChorusExtract } from '../domain/reconciliation/extract';
import type { Reconciliation } from '../domain/reconciliation/reconcile-extracts';
import { assert } from '../domain/result';
import { drain, type Slices } from '../domain/slices';
import { blockOfRow, type IgnoredRow, type LedgerBlock } from '../workbook/ledger/ledger-source';
import { serialOfDate } from '../workbook/serials';
import type { ChangedTerm } from '../workbook/convention/changed-terms';
import type { ReadingEntry } from '../workbook/reading/account';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { DocumentPage } from './page/document-page';
import type { TextGate, TextKind } from './publication/text-gate';
import { CeilingSums } from './figures/ceiling-sums';
import { HelperNames } from './figures/helper-names';
import { LedgerColumns, RowCells, TableColumns } from './figures/sources';
import { Spellings } from './figures/spellings';
import { ChargedRows } from './figures/charged-rows';
import type { Cause } from './figures/figure-memory';
import { OwnFigures } from './figures/own-figures';
import type { Simulated } from './figures/sums';

/** The workbook, its ledger, and the result of the controls. */
export interface DocumentInput {
  readonly workbook: WorkbookSnapshot;
  readonly convention: Convention;
  readonly ledger: Ledger;
  readonly blocks: readonly LedgerBlock[];
  readonly ignored: readonly IgnoredRow[];
  readonly charged: ChargedLedger;
  readonly balances: Balances;
  /** Findings that are errors. */
  readonly errors: number;
  /** Those that are warnings about the ledger or the convention, and not about a report that is due. */
  readonly warnings: number;
  readonly account: readonly ReadingEntry[];
  /** The reconciliation with extracts of Chorus; null when there are none. */
  readonly chorus: ReconciledExtracts | null;
  /** The comparison with another state; null when there is none. */
  readonly comparison: ComparedInput | null;
  /** The free texts of a publication, left out unless confirmed; null for documents of the workbook. */
  readonly texts: TextGate | null;
}

/** A comparison of which the workbook is the state after. */
export interface ComparedInput {
  readonly result: StateComparison;
  readonly from: CivilDate;
  readonly conventionBefore: Convention;
  /** The names of the two conventions; null for one. */
  readonly otherConventions: readonly [string, string] | null;
  readonly terms: readonly ChangedTerm[];
  /** The tables of the state before, for the places of its rows. */
  readonly blocksBefore: readonly LedgerBlock[];
}

export interface ReconciledExtracts {
  readonly reconciliation: Reconciliation;
  readonly extracts: readonly ChorusExtract[];
}

/** The input with what documents derive from it. */
export class DocumentSource {
  /** The names that formulas use. */
  readonly names: HelperNames;
  readonly columns: readonly LedgerColumns[];
  readonly cells: RowCells;
  readonly spellings: Spellings;
  readonly rap: TableColumns<'rap'> | null;
  readonly ceilings: CeilingSums;
  readonly charged: ChargedRows;
  readonly own: OwnFigures;
  /** Simulated formulas, by the key of their terms. */
  readonly simulated = new Map<string, Simulated>();
  /** Why figures are values, by figure. */
  readonly causes = new Map<string, readonly Cause[]>();
  /** Pages of the État by origin: the Bilan draws its rows. */
  readonly etats = new Map<string, DocumentPage>();
  private known: Forecasts | null = null;
  private ended: OutstandingByEj | null = null;
  /** The as-of date as the workbook counts days. */
  readonly asOfSerial: number;

  constructor(
    readonly input: DocumentInput,
    parts = drain(readRowsInSlices(input)),
  ) {
    const { workbook, convention, balances } = input;
    ({ names: this.names, columns: this.columns, cells: this.cells } = parts);
    ({ charged: this.charged, spellings: this.spellings } = parts);
    this.rap = TableColumns.find(workbook, 'rap');
    this.ceilings = new CeilingSums(convention, workbook, this.names);
    this.own = new OwnFigures(balances, this.charged);
    const serial = serialOfDate(balances.asOf, workbook.uses1904Dates);
    assert(serial !== null, 'the as-of date is a date of the workbook');
    this.asOfSerial = serial;
  }

  /** The same, yielding between the readings of the rows, for callers that must not block the UI. */
  static *inSlices(input: DocumentInput): Slices<DocumentSource> {
    return new DocumentSource(input, yield* readRowsInSlices(input));
  }

  /** The restes à payer at the as-of date; on the last day of the credit year when that is earlier. */
  get yearEnd(): OutstandingByEj {
    const { charged, balances } = this.input;
    const { until } = creditDaysOf(charged.convention);
    if (charged.asOf <= until) return balances.byEj;
    return (this.ended ??= new OutstandingBook(chargedAt(charged, until)));
  }

  /** The forecast of each envelope, computed when a document first asks. */
  get forecasts(): Forecasts {
    return (this.known ??= forecastOf(this.input.charged));
  }

  get convention(): Convention {
    return this.input.convention;
  }

  /** A text that a person typed; in a publication, `instead` unless it is confirmed. */
  freeText(kind: TextKind, text: string, instead = ''): string {
    if (this.input.texts === null || text === '') return text;
    return this.input.texts.pass(kind, text) || instead;
  }
}

/** The parts of a source that are made of all the rows. */
type RowParts = Pick<DocumentSource, 'names' | 'columns' | 'cells' | 'charged' | 'spellings'>;

function* readRowsInSlices(input: DocumentInput): Slices<RowParts> {
  const { workbook, convention, ledger } = input;
  const names = new HelperNames(workbook);
  const hasChoice = envelopeFieldsOf(convention).length > 1;
  const columns = input.blocks.map((block, index) => {
    const rows = hasChoice ? ledger.rows.filter(({ key }) => blockOfRow(key) === index) : [];
    const naming = namingFieldOf(convention, input.charged.assign, rows, block.columns);
    return new LedgerColumns(workbook, block, naming, (field, reference) =>
      names.column(field === naming ? 'envelope' : field, index, reference),
    );
  });
  const cells = new RowCells(columns);
  yield;
  const charged = new ChargedRows(input.charged);
  yield;
  const spellings = new Spellings(convention, charged, ledger, input.ignored, cells);
  yield;
  return { names, columns, cells, charged, spellings };
}
