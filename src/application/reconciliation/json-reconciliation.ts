/**
 * The object that `enveloppe reconcile --format json` prints: extracts, totals by envelope, balance, groups and
 * findings. Amounts as decimal strings with two digits, ISO dates, rows of the workbook, lines of the extract. A public
 * contract: members are never renamed.
 */
import { toIso } from '../../domain/calendar/civil-date';
import { Euros } from '../../domain/money/euros';
import type { Nature } from '../../domain/money/nature';
import type { ChorusAmount, LedgerAmount } from '../../domain/reconciliation/amounts';
import type { Count, ReconciliationBalance } from '../../domain/reconciliation/balance';
import type { Coverage } from '../../domain/reconciliation/coverage';
import type { ChorusExtract, ExtractRefusal, ShownTotal } from '../../domain/reconciliation/extract';
import type {
  AnnouncedPart,
  UnheadedColumn,
  UnknownStatus,
  UnreadYears,
  UncountedColumn,
} from '../../domain/reconciliation/extract-reading';
import type { CodeShare, GroupNote, ReconciliationGroup } from '../../domain/reconciliation/groups';
import { placeOfRow } from '../../workbook/ledger/ledger-source';
import { dossierAt } from '../control';
import type { Dossier } from '../dossier';
import { jsonFinding, type Describe, type JsonFinding } from '../json-report';
import type { ReconciliationReport } from './reconcile-dossier';

/** Amounts listed in a group that is not compared, which may be a whole ministry's extract; the others are counted. */
const MOST_LISTED = 100;

interface JsonCount {
  readonly count: number;
  readonly amount: string;
}

interface JsonBalance {
  readonly workbook: Readonly<Record<Nature, JsonCount>>;
  readonly chorus: Readonly<Record<Nature, JsonCount>>;
  readonly statuses: readonly {
    readonly status: string;
    readonly nature: Nature;
    readonly groups: number;
    readonly workbook: JsonCount;
    readonly chorus: JsonCount;
  }[];
}

/** `measure` is null where the extract has only one. */
interface JsonShownTotal {
  readonly measure: string | null;
  readonly amount: string;
  readonly agrees: boolean;
}

interface JsonExtract {
  readonly source: string;
  readonly shape: string;
  readonly lines: number;
  readonly ignored: readonly { readonly line: number; readonly reason: string }[];
  readonly repairs: readonly { readonly kind: string; readonly line: number; readonly count: number }[];
  /** The fields that it lacks, which are therefore not compared. */
  readonly lacks: readonly string[];
  /** The totals that it shows, one for each measure. */
  readonly totals: readonly JsonShownTotal[];
  /** Why a sheet that looks like an extract is not read; null for one that is. */
  readonly refusal: ExtractRefusal | null;
}

interface JsonShare {
  /** Empty for rows that give none. */
  readonly code: string;
  readonly amount: string;
}

interface JsonGroup {
  readonly nature: Nature;
  readonly status: string;
  /** The key that matched both sides; null when none did. */
  readonly by: string | null;
  /** Why it is not compared; null when it is. */
  readonly reason: string | null;
  readonly workbook: string;
  readonly chorus: string;
  /** Workbook − Chorus. */
  readonly gap: string;
  /** Opening amount of ENV_RAP beside a carry-over; null elsewhere. */
  readonly rap: string | null;
  readonly rows: readonly { readonly sheet: string; readonly row: number; readonly amount: string }[];
  /** Position of the extract in `extracts`, from 0; number of its line, from 1. */
  readonly lines: readonly {
    readonly extract: number;
    readonly line: number;
    readonly ej: string;
    readonly dp: string;
    readonly amount: string;
  }[];
  /** Rows and lines counted in the amounts and not listed. */
  readonly unlisted: number;
  readonly codes: readonly {
    readonly field: string;
    readonly workbook: readonly JsonShare[];
    readonly chorus: readonly JsonShare[];
  }[];
  readonly notes: readonly Readonly<Record<string, string | number>>[];
}

interface JsonTotal {
  readonly envelope: string | null;
  readonly nature: Nature;
  readonly workbook: string;
  /** Null, as `gap`, where no extract can be compared. */
  readonly chorus: string | null;
  readonly gap: string | null;
}

interface JsonCoverage {
  readonly nature: Nature;
  /** `nothing` to compare in the workbook, `none` compared, `partial`, or `enough`. */
  readonly state: string;
  /** Whole percent of what is comparable, rounded down; null when nothing is. */
  readonly percent: number | null;
  readonly comparable: JsonCount;
  readonly compared: JsonCount;
  readonly uncompared: readonly (JsonCount & { readonly reason: string })[];
  readonly leftOut: readonly (JsonCount & { readonly reason: string })[];
  /** Lines of the extracts, and those of them that have no number to be looked for by. */
  readonly lines: number;
  readonly withoutNumber: JsonCount;
  /** Lines whose number another extract gives with another amount: not compared, so that nothing agrees. */
  readonly contested: JsonCount;
  /** Why nothing was compared; empty when something was. */
  readonly causes: readonly string[];
}

interface JsonReconciliation {
  readonly file: string;
  readonly convention: string;
  readonly asOf: string;
  readonly extracts: readonly JsonExtract[];
  /** How much of the workbook was compared, AE then CP: to read before the gaps. */
  readonly coverage: readonly JsonCoverage[];
  /**
   * Extracts that are not read, with lines that may hold an amount and were not read, or that do not add up to the
   * total shown: with any, the two sides are not known to agree.
   */
  readonly unread: readonly {
    readonly extract: string;
    readonly lines: readonly number[];
    /** The sum of those lines; null when some of their amounts are not known. */
    readonly amount: string | null;
    readonly otherTotals: readonly JsonShownTotal[];
    /** Columns of amounts without a heading, by the nearest heading. */
    readonly unheaded: readonly UnheadedColumn[];
    /** Columns of amounts that no line counts, with their sums. */
    readonly unused: readonly { readonly heading: string; readonly count: number; readonly amount: string }[];
    /** Words of a status that are not known; their lines count. */
    readonly statuses: readonly UnknownStatus[];
    /** Years and dates that are not read; their lines count, and may be of another year. */
    readonly years: readonly UnreadYears[];
    /** Its words, when they announce that it is not whole. */
    readonly part: Pick<AnnouncedPart, 'line' | 'words'> | null;
  }[];
  /** Places of the workbook whose amounts no figure counts, as in `reading` of `check`: with any, nothing agrees. */
  readonly unreadInWorkbook: readonly {
    readonly sheet: string;
    readonly place: string;
    readonly rows: number;
    readonly sums: Readonly<Record<Nature | 'other', string>>;
    /** Amounts that cannot be read: in no sum. */
    readonly unreadable: number;
  }[];
  /** Columns of codes that are filled, without a known code, and are not compared. */
  readonly uncomparedCodes: readonly { readonly extract: string; readonly fields: readonly string[] }[];
  /** `envelope` is null for amounts that neither side charges to a known one. */
  readonly totals: readonly JsonTotal[];
  readonly balance: JsonBalance;
  readonly groups: readonly JsonGroup[];
  /** As in `check`; `extract` and `line` give the place of what the workbook lacks. */
  readonly findings: readonly (JsonFinding & { readonly extract: string | null; readonly line: number | null })[];
}

/** The report of one workbook. */
export function jsonReconciliation(
  given: Dossier,
  report: ReconciliationReport,
  file: string,
  describe: Describe,
): JsonReconciliation {
  const dossier = dossierAt(given, report.asOf);
  const { convention } = dossier;
  return {
    file,
    convention: convention.id === '' ? convention.reference : convention.id,
    asOf: toIso(report.asOf),
    extracts: report.extracts.map(jsonExtract),
    coverage: report.coverage.map(jsonCoverage),
    unread: report.unread.map(({ source, lines, cents, otherTotals, unheaded, unused, statuses, years, part }) => {
      const announced = part && { line: part.line, words: part.words };
      return {
        extract: source,
        lines,
        amount: knownAmount(cents),
        otherTotals: otherTotals.map(jsonShownTotal),
        unheaded,
        unused: unused.map(jsonUnused),
        statuses,
        years,
        part: announced,
      };
    }),
    unreadInWorkbook: report.unreadInWorkbook.map(({ sheet, area, rows, ae, cp, other, unreadable = 0 }) => {
      const sums = { AE: amount(ae), CP: amount(cp), other: amount(other) };
      return { sheet, place: area, rows, sums, unreadable };
    }),
    uncomparedCodes: report.uncomparedCodes.map(({ source, fields }) => ({ extract: source, fields })),
    totals: report.totals.map(({ envelope, nature, ledger, chorus, gap }) => {
      return { envelope, nature, workbook: amount(ledger), chorus: knownAmount(chorus), gap: knownAmount(gap) };
    }),
    balance: jsonBalance(report.balance),
    groups: report.groups.map((group) => jsonGroup(dossier, group)),
    findings: report.findings.map((finding) => {
      const { place } = finding;
      const where =
        place.kind === 'extract' ? { extract: place.source, line: place.line } : { extract: null, line: null };
      return { ...jsonFinding(dossier, finding, describe(finding), report.accepted.get(finding)), ...where };
    }),
  };
}

function jsonUnused({ heading, count, cents }: UncountedColumn): { heading: string; count: number; amount: string } {
  return { heading, count, amount: amount(cents) };
}

function jsonExtract({
  source,
  shape,
  lines,
  ignored,
  repairs,
  lacks,
  shownTotals,
  refusal,
}: ChorusExtract): JsonExtract {
  return {
    source,
    shape,
    lines: lines.length,
    ignored: ignored.map(({ line, reason }) => ({ line, reason })),
    repairs,
    lacks,
    totals: shownTotals.map(jsonShownTotal),
    refusal: refusal ?? null,
  };
}

function jsonShownTotal({ measure, cents, agrees }: ShownTotal): JsonShownTotal {
  return { measure: measure === '' ? null : measure, amount: amount(cents), agrees };
}

function jsonCoverage(coverage: Coverage): JsonCoverage {
  const { nature, state, percent, comparable, compared, uncompared, leftOut, lines, nameless, contested, causes } =
    coverage;
  const counted = ({ why, ...count }: Coverage['leftOut' | 'uncompared'][number]): JsonCoverage['leftOut'][number] => {
    return { reason: why, ...jsonCount(count) };
  };
  return {
    nature,
    state,
    percent,
    comparable: jsonCount(comparable),
    compared: jsonCount(compared),
    uncompared: uncompared.map(counted),
    leftOut: leftOut.map(counted),
    lines,
    withoutNumber: jsonCount(nameless),
    contested: jsonCount(contested),
    causes,
  };
}

function jsonBalance({ ledger, chorus, statuses }: ReconciliationBalance): JsonBalance {
  return {
    workbook: { AE: jsonCount(ledger.AE), CP: jsonCount(ledger.CP) },
    chorus: { AE: jsonCount(chorus.AE), CP: jsonCount(chorus.CP) },
    statuses: statuses.map(({ status, nature, groups, ledger: ours, chorus: theirs }) => {
      return { status, nature, groups, workbook: jsonCount(ours), chorus: jsonCount(theirs) };
    }),
  };
}

function jsonCount({ count, cents }: Count): JsonCount {
  return { count, amount: amount(cents) };
}

function jsonGroup(dossier: Dossier, group: ReconciliationGroup): JsonGroup {
  const { nature, status, by, why, rows, lines, listed, codes, notes } = group;
  const most = status === 'notCompared' || status === 'outsideConvention' ? MOST_LISTED : Number.MAX_SAFE_INTEGER;
  return {
    nature,
    status,
    by,
    reason: why,
    workbook: amount(group.ledgerCents),
    chorus: amount(group.chorusCents),
    gap: amount(group.gap),
    rap: listed && amount(listed.cents),
    rows: rows.slice(0, most).map((row) => jsonRow(dossier, row)),
    lines: lines.slice(0, most).map(jsonLine),
    unlisted: Math.max(0, rows.length - most) + Math.max(0, lines.length - most),
    codes: codes.map(({ field, ledger, chorus }) => ({
      field,
      workbook: ledger.map(jsonShare),
      chorus: chorus.map(jsonShare),
    })),
    notes: notes.map(jsonNote),
  };
}

function jsonRow({ blocks }: Dossier, { row, cents }: LedgerAmount): JsonGroup['rows'][number] {
  const place = placeOfRow(blocks, row.key);
  return { sheet: place?.block.sheet ?? '', row: (place?.row ?? -1) + 1, amount: amount(cents) };
}

function jsonLine({ extract, line, dp, cents }: ChorusAmount): JsonGroup['lines'][number] {
  return { extract, line: line.line, ej: line.ej, dp, amount: amount(cents) };
}

function jsonShare({ code, cents }: CodeShare): JsonShare {
  return { code, amount: amount(cents) };
}

function jsonNote(note: GroupNote): Readonly<Record<string, string | number>> {
  if (note.kind === 'dateShift') return { kind: note.kind, workbook: toIso(note.ledger), chorus: toIso(note.chorus) };
  if (note.kind === 'searchGaveUp') return note;
  return { kind: note.kind, workbook: note.ledger, chorus: note.chorus };
}

function knownAmount(cents: number | null): string | null {
  return cents === null ? null : amount(cents);
}

function amount(cents: number): string {
  return Euros.fromCents(cents).toDecimalString();
}
