/**
 * The reconciliation as the pane shows it: what to look at first, each group with its cells, its lines and the text of
 * its finding. No layout.
 */
import type { Dossier } from '../../application/dossier';
import type { ReconciliationReport } from '../../application/reconciliation/reconcile-dossier';
import type { Acceptance } from '../../domain/controls/findings/acceptance';
import type { Finding, Place, RuleCode } from '../../domain/controls/findings/finding';
import type { RowKey } from '../../domain/envelopes/ledger';
import { shownDp } from '../../domain/reconciliation/amounts';
import { gapsOf, isNatureCompared } from '../../domain/reconciliation/conclusion';
import {
  GROUP_STATUSES,
  type GroupStatus,
  largestFirst,
  type ReconciliationGroup,
} from '../../domain/reconciliation/groups';
import { type Nature, NATURES } from '../../domain/money/nature';
import { describeFinding } from '../../messages/describe-finding';
import { formatDate } from '../../messages/format';
import type { Language } from '../../messages/language';
import { placeOfCell, type CellPlace } from '../../workbook/ledger/ledger-source';

/** `toLookAt`: the gaps. */
export type GroupChoice = GroupStatus | 'toLookAt';

export interface CellView {
  readonly place: CellPlace;
  readonly cents: number;
}

export interface LineOfChorusView {
  readonly source: string;
  readonly line: number;
  /** EJ, DP, date and supplier, when given. */
  readonly what: string;
  readonly cents: number;
}

/** Both totals of an envelope, AE then CP. */
export interface TotalView {
  /** Null: amounts charged to no known envelope. */
  readonly label: string | null;
  readonly natures: readonly {
    readonly nature: Nature;
    readonly ledger: number;
    /** Null, as `gap`, where no extract can be compared. */
    readonly chorus: number | null;
    readonly gap: number | null;
  }[];
}

export class ReconciliationViews {
  private readonly findings = new Map<string, Finding>();
  /** Statuses of at least one group, with the number of groups. */
  readonly statuses: readonly { readonly status: GroupStatus; readonly count: number }[];

  constructor(
    private readonly dossier: Dossier,
    readonly report: ReconciliationReport,
    private readonly language: Language,
  ) {
    for (const finding of report.findings) {
      const key = keyOf(finding);
      if (!this.findings.has(key)) this.findings.set(key, finding);
    }
    this.statuses = GROUP_STATUSES.map((status) => ({
      status,
      count: report.groups.filter((group) => group.status === status).length,
    })).filter(({ count }) => count > 0);
  }

  groups(choice: GroupChoice): readonly ReconciliationGroup[] {
    const { groups, coverage } = this.report;
    return largestFirst(
      choice === 'toLookAt' ? gapsOf(groups, coverage) : groups.filter((group) => group.status === choice),
    );
  }

  /** False for the groups of a nature of which nothing was compared: they are no gaps. */
  isCompared({ nature }: ReconciliationGroup): boolean {
    return isNatureCompared(this.report.coverage, nature);
  }

  /** The message of the finding of a group; empty when it has none. */
  messageOf(group: ReconciliationGroup): string {
    const finding = this.findingOf(group);
    return finding ? describeFinding(finding, this.dossier.convention, this.language).message : '';
  }

  /** The acceptance of a finding; null when there is none. */
  acceptanceOf(finding: Finding): Acceptance | null {
    return this.report.accepted.get(finding) ?? null;
  }

  /** The finding of a group; null when it has none. */
  findingOf({ nature, status, rows, lines, counterpart, listed }: ReconciliationGroup): Finding | null {
    const rule = RULES.get(status);
    if (rule === undefined) return null;
    const keys = [
      ...rows.map(({ row }) => rowKey(row.key)),
      ...(counterpart ? [counterpart.row] : []).flatMap((row) => (row === null ? [] : [rowKey(row)])),
      ...(counterpart?.place ? [placeKey({ kind: 'area', ...counterpart.place.row })] : []),
      ...lines.map(({ extract, line }) =>
        placeKey({ kind: 'extract', source: this.report.extracts[extract]?.source ?? '', line: line.line }),
      ),
      ...(listed === null ? [] : ['row' in listed ? rowKey(listed.row) : `ENV_RAP ${listed.index}`]),
    ];
    // one wrong code of the AE and of the CP of a row is one finding
    const natures = rule === 'CHO-04' ? [nature, ...NATURES.filter((other) => other !== nature)] : [nature];
    for (const of of natures) {
      for (const key of keys) {
        const finding = this.findings.get(`${rule} ${of} ${key}`);
        if (finding) return finding;
      }
    }
    return null;
  }

  /** The EJ of a group, or its DP without one; null when it has neither. */
  nameOf({ rows, lines }: ReconciliationGroup): string | null {
    for (const { row } of rows) if (row.ej.kind === 'ej') return `EJ\u00a0${row.ej.number}`;
    for (const { line } of lines) if (line.ej) return `EJ\u00a0${line.ej}`;
    const dp = rows[0]?.row.dpNumber || shownDp(lines[0]?.line.dp ?? '');
    return dp ? `DP\u00a0${dp}` : null;
  }

  /** The row of the ledger of a group that has only one: its number, as a person calls it. */
  rowOf({ rows }: ReconciliationGroup): number | null {
    const [only, ...others] = rows;
    const place = only && others.length === 0 ? placeOfCell(this.dossier.blocks, only.row.key, 'ae') : null;
    return place ? place.row + 1 : null;
  }

  /** The first cells of a group: one that is not compared may have thousands. */
  cellsOf({ rows, nature }: ReconciliationGroup, most: number): readonly CellView[] {
    return rows.slice(0, most).flatMap(({ row, cents }) => {
      const place = placeOfCell(this.dossier.blocks, row.key, nature === 'AE' ? 'ae' : 'cp');
      return place ? [{ place, cents }] : [];
    });
  }

  /** The first lines of a group. */
  linesOf({ lines }: ReconciliationGroup, most: number): readonly LineOfChorusView[] {
    return lines.slice(0, most).map(({ extract, line, cents }) => {
      const { ej, dp, date, supplier } = line;
      const parts = [
        ej && `EJ\u00a0${ej}`,
        dp && `DP\u00a0${shownDp(dp)}`,
        date === null ? '' : formatDate(date, this.language),
        supplier,
      ];
      return {
        source: this.report.extracts[extract]?.source ?? '',
        line: line.line,
        what: parts.filter((part) => part !== '').join(', '),
        cents,
      };
    });
  }

  totals(): readonly TotalView[] {
    const { totals } = this.report;
    return [...new Set(totals.map(({ envelope }) => envelope))].map((code) => ({
      label:
        code === null
          ? null
          : (this.dossier.convention.envelopes.find((envelope) => envelope.code === code)?.label ?? code),
      natures: totals.filter(({ envelope }) => envelope === code),
    }));
  }
}

/** The rule that reports a status. */
const RULES: ReadonlyMap<GroupStatus, RuleCode> = new Map<GroupStatus, RuleCode>([
  ['notInChorus', 'CHO-01'],
  ['notInLedger', 'CHO-02'],
  ['amountDiffers', 'CHO-03'],
  ['codesDiffer', 'CHO-04'],
  ['twiceInChorus', 'CHO-05'],
]);

function keyOf({ rule, details, place }: Finding): string {
  return `${rule} ${'nature' in details ? details.nature : ''} ${placeKey(place)}`;
}

function placeKey(place: Place): string {
  if (place.kind === 'row') return `row ${place.row}`;
  if (place.kind === 'area') return `area ${place.sheet} ${place.area}`;
  return place.kind === 'extract' ? `extract ${place.source} ${place.line}` : `${place.table} ${place.row}`;
}

function rowKey(row: RowKey): string {
  return placeKey({ kind: 'row', row, field: 'ae' });
}
