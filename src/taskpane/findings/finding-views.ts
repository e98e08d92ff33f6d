/**
 * The findings of a report as a list that can be filtered: the text, the place and the envelope of each. Texts are made
 * on demand: a ledger may have thousands of findings and a screen shows fifty.
 */
import type { ControlReport, Dossier } from '../../application/dossier';
import { isRepairable } from '../../application/writing/repair';
import type { Acceptance } from '../../domain/controls/findings/acceptance';
import type { Finding, RuleCode, Severity } from '../../domain/controls/findings/finding';
import { comparable } from '../../domain/text';
import { describeFinding, ruleTitle, type FindingDescription } from '../../messages/describe-finding';
import { formatAmount, formatDate } from '../../messages/format';
import type { Language } from '../../messages/language';
import { cellAddress } from '../../workbook/cells';
import type { CellPlace } from '../../workbook/ledger/ledger-source';
import { placeInWorkbook } from '../../workbook/places';
import { openFindings } from './open-findings';
import { rowOf } from '../shared/rows';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** `open`: not accepted. */
export const FOLLOW_UPS = ['all', 'open', 'accepted'] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];

export interface FindingFilter {
  readonly followUp: FollowUp;
  readonly text: string;
  readonly severities: ReadonlySet<Severity>;
  readonly rule: RuleCode | null;
  readonly envelope: string | null;
}

export const NO_FILTER: FindingFilter = {
  followUp: 'all',
  text: '',
  severities: new Set(SEVERITIES),
  rule: null,
  envelope: null,
};

/** True when the filter keeps every finding. */
export function isNoFilter({ followUp, text, severities, rule, envelope }: FindingFilter): boolean {
  return (
    followUp === 'all' &&
    text.trim() === '' &&
    severities.size === SEVERITIES.length &&
    rule === null &&
    envelope === null
  );
}

function placeKey(rule: string, address: string): string {
  return `${rule} ${address}`.toUpperCase();
}

export class FindingViews {
  private readonly described = new Map<Finding, FindingDescription>();
  /** Acceptances that match no finding, by rule and cell. */
  private readonly lapsed: ReadonlyMap<string, Acceptance>;
  /** Findings not accepted. */
  readonly open: readonly Finding[];
  /** Number of open findings by severity, without the filters. */
  readonly counts: ReadonlyMap<Severity, number>;
  /** The rules with a finding, in the order of their codes. */
  readonly rules: readonly RuleCode[];
  /** The findings that can be repaired for certain. */
  readonly repairable: readonly Finding[];

  constructor(
    private readonly dossier: Dossier,
    private readonly report: ControlReport,
    private readonly language: Language,
  ) {
    this.lapsed = new Map(
      report.unmatchedAcceptances.map((acceptance) => [
        placeKey(acceptance.rule, `${acceptance.sheet}!${acceptance.cell}`),
        acceptance,
      ]),
    );
    this.open = openFindings(report);
    this.counts = new Map(
      SEVERITIES.map((severity) => [severity, this.open.filter((finding) => finding.severity === severity).length]),
    );
    this.rules = [...new Set(report.findings.map(({ rule }) => rule))].sort();
    this.repairable = this.open.filter((finding) => isRepairable(dossier, finding));
  }

  get all(): readonly Finding[] {
    return this.report.findings;
  }

  /** The findings that a filter keeps, in the order of the report. */
  filtered(filter: FindingFilter): readonly Finding[] {
    const wanted = comparable(filter.text);
    return this.report.findings.filter(
      (finding) =>
        (filter.followUp === 'all' || (filter.followUp === 'accepted') === this.report.accepted.has(finding)) &&
        filter.severities.has(finding.severity) &&
        (filter.rule === null || finding.rule === filter.rule) &&
        (filter.envelope === null || this.envelopeOf(finding) === filter.envelope) &&
        (wanted === '' || comparable(this.textOf(finding)).includes(wanted)),
    );
  }

  /** The acceptance of a finding; null when there is none. */
  acceptanceOf(finding: Finding): Acceptance | null {
    return this.report.accepted.get(finding) ?? null;
  }

  /** The acceptance that a change of the row made invalid; null when this cell had none. */
  lapsedAcceptanceOf(finding: Finding): Acceptance | null {
    if (this.report.accepted.has(finding)) return null;
    return this.lapsed.get(placeKey(finding.rule, this.addressOf(finding))) ?? null;
  }

  describe(finding: Finding): FindingDescription {
    const known = this.described.get(finding);
    if (known) return known;
    const description = describeFinding(finding, this.dossier.convention, this.language);
    this.described.set(finding, description);
    return description;
  }

  titleOf(finding: Finding): string {
    return ruleTitle(finding.rule, this.language);
  }

  placeOf(finding: Finding): CellPlace | null {
    return placeInWorkbook(this.dossier.workbook, this.dossier.blocks, finding.place);
  }

  /** `Suivi!H42`; empty for a fault outside the workbook. */
  addressOf(finding: Finding): string {
    const place = this.placeOf(finding);
    return place ? `${place.sheet}!${cellAddress(place.row, place.column)}` : '';
  }

  /** The code of the envelope of a finding; null when it has none or when it is unknown. */
  envelopeOf(finding: Finding): string | null {
    if ('envelope' in finding.details) return finding.details.envelope;
    if (finding.place.kind !== 'row') return null;
    const row = rowOf(this.dossier.ledger.rows, finding.place.row);
    const assignment = row && this.report.charged.assign(row);
    return assignment?.kind === 'assigned' ? assignment.envelope.code : null;
  }

  /** The value of the cell after the repair; null when no repair is certain. */
  repairOf(finding: Finding): string | null {
    const { repair } = finding;
    if (!repair || !isRepairable(this.dossier, finding)) return null;
    if (repair.kind === 'text') return repair.value;
    return repair.kind === 'amount'
      ? formatAmount(repair.cents, this.language)
      : formatDate(repair.date, this.language);
  }

  private textOf(finding: Finding): string {
    return `${finding.rule} ${this.titleOf(finding)} ${this.addressOf(finding)} ${this.describe(finding).message}`;
  }
}
