/**
 * A finding: what a control found wrong, where it is mended, and how when that is certain. One closed union: a new code without its
 * words in both languages does not compile. Words and formats are in `messages/`.
 */
import type { CivilDate } from '../calendar/civil-date';
import type { LedgerField, RowKey } from '../envelopes/ledger';
import type { ImputationField } from '../imputation/imputation';
import type { Nature } from '../money/nature';

/** How much it matters: an error makes the command line exit with 1. */
export type Severity = 'error' | 'warning' | 'info';

/** The convention tables of the workbook that a finding may point at. */
export type ConventionTable = 'ENV_Mouvements' | 'ENV_RAP' | 'ENV_Postes' | 'ENV_Enveloppes' | 'ENV_Imputations';

/** Where the fault is mended. `column` is a French heading of the convention table. */
export type Place =
  | { readonly kind: 'row'; readonly row: RowKey; readonly field: LedgerField }
  | { readonly kind: 'convention'; readonly table: ConventionTable; readonly row: number; readonly column: string };

/** A certain repair of the cell of the finding, as a value; the workbook room turns it into a cell. */
export type Repair =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'amount'; readonly cents: number }
  | { readonly kind: 'date'; readonly date: CivilDate };

/** Which date column a PER or DON finding speaks of. */
export type DateField = 'commitmentDate' | 'serviceDate' | 'receiptDate' | 'paymentDate';

/** Which ceiling a PLA finding speaks of. */
export type CeilingLevel = 'envelope' | 'convention' | 'budgetLine';

interface Details {
  'IMP-01': { readonly field: ImputationField; readonly expected: readonly string[] };
  'IMP-02': { readonly field: ImputationField; readonly raw: string; readonly expected: readonly string[] };
  'IMP-03': { readonly field: ImputationField; readonly raw: string; readonly expected: readonly string[] };
  'IMP-04': { readonly field: ImputationField; readonly raw: string; readonly expected: string };
  'IMP-05': { readonly field: ImputationField; readonly raw: string; readonly programme: string; readonly expectedProgramme: string };
  'IMP-06': { readonly raw: string; readonly expected: readonly string[]; readonly nearest: string | null };
  'IMP-07': { readonly raw: string; readonly expected: string; readonly how: 'alias' | 'near' };
  'IMP-08': { readonly field: ImputationField; readonly raw: string; readonly expected: readonly string[] };
  'IMP-09': {
    readonly field: ImputationField;
    readonly raw: string;
    readonly date: CivilDate;
    readonly from: CivilDate | null;
    readonly until: CivilDate | null;
    readonly expected: readonly string[];
  };
  /** `over` is how far above the ceiling the total stands once this row is counted; all amounts in cents. */
  'PLA-01': CeilingDetails & { readonly nature: 'AE' };
  'PLA-02': CeilingDetails & { readonly nature: 'CP' };
  /** The envelope is `'*'`, the whole convention. */
  'PLA-03': CeilingDetails & { readonly nature: Nature };
  'PLA-04': CeilingDetails & { readonly nature: Nature; readonly line: string };
  'PLA-05': {
    readonly envelope: string;
    readonly rap: number;
    readonly paid: number;
    readonly over: number;
    readonly date: CivilDate | null;
    readonly ej: string;
  };
  'PLA-06': {
    readonly envelope: string;
    readonly nature: Nature;
    readonly threshold: number;
    readonly ceiling: number;
    readonly total: number;
    readonly date: CivilDate | null;
  };
  'FON-04': { readonly envelope: string; readonly line: string; readonly lineEnvelope: string };
  'PER-01': { readonly field: DateField; readonly date: CivilDate; readonly signedOn: CivilDate };
  'PER-02': { readonly field: DateField; readonly date: CivilDate; readonly endsOn: CivilDate };
  'PER-03': { readonly field: DateField; readonly date: CivilDate; readonly creditYear: number };
  /** `known`: the row names an EJ, but nobody committed it; otherwise it names none and `raw` is empty. */
  'EJ-01': { readonly raw: string; readonly known: boolean; readonly cp: number };
  'EJ-02': { readonly ej: string; readonly committed: number; readonly paid: number; readonly over: number };
  'EJ-03': { readonly raw: string };
  /** `raw` is empty for a commitment without any date: a warning, since it counts all the same. */
  'DON-01': { readonly field: LedgerField; readonly raw: string; readonly what: 'amount' | 'date' };
  'DON-02': { readonly field: LedgerField; readonly raw: string; readonly what: 'amount' | 'date' };
  'DON-03': { readonly firstRow: RowKey };
  'DON-04': { readonly field: 'ae' | 'cp'; readonly cents: number };
  'DON-05': { readonly field: 'ae' | 'cp'; readonly shown: number; readonly sum: number };
  'DON-06': { readonly field: LedgerField; readonly raw: string };
}

interface CeilingDetails {
  readonly envelope: string;
  readonly ceiling: number;
  readonly total: number;
  readonly over: number;
  readonly date: CivilDate | null;
  /** True on the row that crosses; false on a later row that adds to the excess. */
  readonly crosses: boolean;
}

/** The stable code of a control (product contract §5). */
export type RuleCode = keyof Details;

interface Common {
  readonly severity: Severity;
  readonly place: Place;
  readonly repair: Repair | null;
}

/** A finding of one rule. */
export type FindingOf<C extends RuleCode> = { readonly [K in C]: Common & { readonly rule: K; readonly details: Details[K] } }[C];

/** Any finding; narrow it by `rule`. */
export type Finding = FindingOf<RuleCode>;
