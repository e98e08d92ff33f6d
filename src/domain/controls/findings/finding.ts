/**
 * A finding: the fault that a control found, the cell where it is corrected, and a repair when it is certain. One
 * closed union: a new code without its words in both languages does not compile. Words and formats are in `messages/`.
 */
import type { CivilDate } from '../../calendar/civil-date';
import type { MarkedTable } from '../../envelopes/convention';
import type { LedgerField, RowKey } from '../../envelopes/ledger';
import type { AnxDetails } from './details/anx';
import type { DelDetails } from './details/del';
import type { ChoDetails } from './details/cho';
import type { DonDetails } from './details/don';
import type { EjDetails } from './details/ej';
import type { FonDetails } from './details/fon';
import type { ImpDetails } from './details/imp';
import type { PerDetails } from './details/per';
import type { LecDetails } from './details/lec';
import type { PlaDetails } from './details/pla';
import type { RapDetails } from './details/rap';

/** How much it matters: an error makes the command line exit with 1. */
export type Severity = 'error' | 'warning' | 'info';

/** The convention tables of the workbook that a finding may point at. */
export type ConventionTable = MarkedTable | 'ENV_Mouvements' | 'ENV_Demandes' | 'ENV_Obligations';

/** A cell of a convention table. */
export interface ConventionPlace {
  readonly kind: 'convention';
  readonly table: ConventionTable;
  /** Position among the rows, from 0. */
  readonly row: number;
  /** A French heading. */
  readonly column: string;
  /** The key of the row in its table (« Plafond AE », `PDE`), when it names the row better than its position. */
  readonly key?: string;
  /** Distinguishes two rows of one key where the credits of several years are given. */
  readonly year?: number;
}

/**
 * The cell where the fault is corrected. `extract`: a line of a Chorus extract, for an operation that the ledger lacks;
 * `area`: a range of a sheet that the reading left out or inferred from, as the user sees it (`B12:F30`).
 */
export type Place =
  | { readonly kind: 'row'; readonly row: RowKey; readonly field: LedgerField }
  | { readonly kind: 'extract'; readonly source: string; readonly line: number }
  | { readonly kind: 'area'; readonly sheet: string; readonly area: string }
  | ConventionPlace;

/** A certain repair of the cell of the finding, as a value; the workbook room turns it into a cell. */
export type Repair =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'amount'; readonly cents: number }
  | { readonly kind: 'date'; readonly date: CivilDate };

/** The details of each rule; one file for each family of rules. */
type Details = ImpDetails &
  PlaDetails &
  FonDetails &
  PerDetails &
  EjDetails &
  ChoDetails &
  DonDetails &
  AnxDetails &
  DelDetails &
  LecDetails &
  RapDetails;

/** The stable code of a control; `docs/gallery.md` shows each with a workbook. */
export type RuleCode = keyof Details;

interface Common {
  readonly severity: Severity;
  readonly place: Place;
  readonly repair: Repair | null;
}

/** A finding of one rule. */
export type FindingOf<C extends RuleCode> = {
  readonly [K in C]: Common & { readonly rule: K; readonly details: Details[K] };
}[C];

/** Any finding; narrow it by `rule`. */
export type Finding = FindingOf<RuleCode>;
