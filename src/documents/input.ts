/** What the documents of one generation are made from: read once, shared by all. */
import type { Convention } from '../domain/envelopes/convention';
import { forecastOf, type Forecasts } from '../domain/envelopes/forecast';
import type { Balances } from '../domain/envelopes/figures';
import type { Ledger } from '../domain/envelopes/ledger';
import type { ChorusExtract } from '../domain/reconciliation/extract';
import type { Reconciliation } from '../domain/reconciliation/reconcile';
import { assert } from '../domain/result';
import type { IgnoredRow, LedgerBlock } from '../workbook/ledger/ledger-source';
import { serialOfDate } from '../workbook/serials';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import type { DocumentPage, Origin } from './page/document-page';
import { CeilingSums } from './figures/ceiling-sums';
import { LedgerColumns, RowCells, TableColumns } from './figures/sources';
import { Spellings } from './figures/spellings';
import { ChargedRows } from './figures/charged-rows';
import { FigureMemory } from './figures/figure-memory';
import { OwnFigures } from './figures/own-figures';

/** The workbook, what was read in it, and what the controls say of it. */
export interface DocumentInput {
  readonly workbook: WorkbookSnapshot;
  readonly convention: Convention;
  readonly ledger: Ledger;
  readonly blocks: readonly LedgerBlock[];
  readonly ignored: readonly IgnoredRow[];
  readonly balances: Balances;
  /** Findings that are errors. */
  readonly errors: number;
  /** The reconciliation with extracts of Chorus; null when there are none. */
  readonly chorus: ReconciledExtracts | null;
}

export interface ReconciledExtracts {
  readonly reconciliation: Reconciliation;
  readonly extracts: readonly ChorusExtract[];
}

/** The input with what every document derives from it. */
export class DocumentSource {
  readonly columns: readonly LedgerColumns[];
  readonly cells: RowCells;
  readonly spellings: Spellings;
  readonly rap: TableColumns<'rap'> | null;
  readonly ceilings: CeilingSums;
  readonly charged: ChargedRows;
  readonly own: OwnFigures;
  /** What the documents already worked out: most of them ask for the same figures. */
  readonly memory = new FigureMemory();
  private readonly states = new Map<string, DocumentPage>();
  private known: Forecasts | null = null;
  /** The as-of date as the workbook counts days. */
  readonly asOfSerial: number;

  constructor(readonly input: DocumentInput) {
    const { workbook, convention, ledger, balances } = input;
    this.columns = input.blocks.map((block) => new LedgerColumns(workbook, block));
    this.cells = new RowCells(this.columns);
    this.charged = new ChargedRows(convention, ledger, balances);
    this.spellings = new Spellings(convention, this.charged, ledger, input.ignored, this.cells);
    this.rap = TableColumns.find(workbook, 'rap');
    this.ceilings = new CeilingSums(convention, workbook);
    this.own = new OwnFigures(balances, this.charged);
    const serial = serialOfDate(balances.asOf, workbook.uses1904Dates);
    assert(serial !== null, 'the as-of date is a date of the workbook');
    this.asOfSerial = serial;
  }

  /** The landing of each envelope, worked out when a document first asks. */
  get forecasts(): Forecasts {
    const { ledger, convention, balances } = this.input;
    this.known ??= forecastOf(ledger, convention, balances.asOf, this.charged.assign);
    return this.known;
  }

  /** The État laid out from a cell: the Bilan asks for it too, for the months that it draws. */
  stateAt({ row, column }: Origin, layOut: () => DocumentPage): DocumentPage {
    const key = `${row} ${column}`;
    const page = this.states.get(key) ?? layOut();
    this.states.set(key, page);
    return page;
  }

  get convention(): Convention {
    return this.input.convention;
  }
}
