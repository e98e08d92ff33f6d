/**
 * The findings of one report as the list shows them: its groups, and the texts, the place and the repair of each
 * finding. Texts are made on demand: a ledger may have tens of thousands of findings and a screen shows twenty.
 */
import type { ControlReport, Dossier } from '../../application/dossier';
import type { SeenFinding, SeenReading } from '../../application/writing/findings-after';
import { isRepairable } from '../../application/writing/repair';
import type { Acceptance } from '../../domain/controls/findings/acceptance';
import { missingColumnOf, subjectOf, unknownWordsOf, valueOf } from '../../domain/controls/findings/finding-subject';
import type { Finding, Repair } from '../../domain/controls/findings/finding';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { LedgerRow } from '../../domain/envelopes/ledger';
import type { Slices } from '../../domain/slices';
import { describeFinding, ruleTitle, type FindingDescription } from '../../messages/describe-finding';
import { formatAmount, formatDate, formatShare } from '../../messages/format';
import { fieldLabel } from '../../messages/labels';
import type { Language } from '../../messages/language';
import { shorten } from '../../messages/typography';
import { cellAddress } from '../../workbook/cells';
import type { CellPlace } from '../../workbook/ledger/ledger-source';
import { placeInWorkbook } from '../../workbook/places';
import { hasSeveralSheets, rowOf } from '../shared/rows';
import { causeOf, makeEntries, SECTIONS, type Entry, type Section } from './finding-entries';
import { groupsOf, type Group } from './finding-groups';
import { FINDING_WORDS, type FindingWords } from './finding-words';

function placeOfRule(rule: string, address: string): string {
  return `${rule} ${address}`.toUpperCase();
}

/** As a person types it: « 4000,00 ». */
function plainAmount(cents: number): string {
  return (cents / 100).toFixed(2).replace('.', ',');
}

export class FindingViews {
  /** In the order of the report. */
  readonly entries: readonly Entry[];
  /** All of them, worst first. */
  readonly groups: readonly Group[];
  /** How many findings each section has, without the filters. */
  readonly counts: Readonly<Record<Section, number>>;
  /** The findings that can be corrected for certain, in the order of the report. */
  readonly certain: readonly Entry[];
  private readonly words: FindingWords;
  private readonly described = new Map<Finding, FindingDescription>();
  /** Acceptances that match no finding, by rule and cell. */
  private readonly lapsed: ReadonlyMap<string, Acceptance>;
  private readonly hasSeveralSheets: boolean;
  private readonly ofRows = new WeakMap<Group, boolean>();

  private constructor(
    private readonly dossier: Dossier,
    private readonly report: ControlReport,
    readonly language: Language,
    entries: readonly Entry[],
  ) {
    this.words = FINDING_WORDS[language];
    this.entries = entries;
    this.groups = groupsOf(entries);
    this.certain = entries.filter(({ isCertain }) => isCertain);
    const counts = { error: 0, warning: 0, info: 0, accepted: 0 };
    for (const { section } of entries) counts[section]++;
    this.counts = counts;
    this.lapsed = new Map(
      report.unmatchedAcceptances.map((acceptance) => [
        placeOfRule(acceptance.rule, `${acceptance.sheet}!${acceptance.cell}`),
        acceptance,
      ]),
    );
    this.hasSeveralSheets = hasSeveralSheets(dossier);
  }

  /** Makes the views of a report, yielding between slices. */
  static *make(dossier: Dossier, report: ControlReport, language: Language): Slices<FindingViews> {
    const entries = yield* makeEntries(dossier, report);
    return new FindingViews(dossier, report, language, entries);
  }

  /** The reading that the views are of. */
  get reading(): SeenReading {
    return { dossier: this.dossier, report: this.report };
  }

  /** A finding of this report, as the user sees it. */
  seen(finding: Finding): SeenFinding {
    return { finding, reading: this.reading };
  }

  /** The number of findings that nobody accepted. */
  get open(): number {
    return SECTIONS.reduce((sum, section) => (section === 'accepted' ? sum : sum + this.counts[section]), 0);
  }

  /** The acceptance of a finding; null when there is none. */
  acceptanceOf(finding: Finding): Acceptance | null {
    return this.report.accepted.get(finding) ?? null;
  }

  /** The acceptance that a change of the row made invalid; null when this cell had none. */
  lapsedAcceptanceOf(finding: Finding): Acceptance | null {
    if (this.lapsed.size === 0 || this.report.accepted.has(finding)) return null;
    return this.lapsed.get(placeOfRule(finding.rule, this.addressOf(finding))) ?? null;
  }

  describe(finding: Finding): FindingDescription {
    const known = this.described.get(finding);
    if (known) return known;
    const description = describeFinding(finding, this.dossier.convention, this.language);
    this.described.set(finding, description);
    return description;
  }

  ruleTitleOf({ rule }: Finding): string {
    return ruleTitle(rule, this.language);
  }

  /** The fault, without the action. */
  problemOf(finding: Finding): string {
    const { message, action } = this.describe(finding);
    return message.endsWith(action) ? message.slice(0, message.length - action.length).trimEnd() : message;
  }

  /** « Centre de coûts EMPEF00057 » where one value explains the group, else the name of its rule. */
  titleOf({ entries: [first], sharesValue }: Group): string {
    if (!first) return '';
    const { finding } = first;
    const value = sharesValue ? valueOf(finding) : null;
    if (!value) return causeOf(finding) === 'PLA-01' ? this.words.ceilings : ruleTitle(finding.rule, this.language);
    if (value.share !== undefined) return this.words.threshold(formatShare(value.share, this.language));
    const field = value.field === null ? '' : fieldLabel(value.field, this.language);
    return value.text === '' ? this.words.blank(field) : `${field} ${this.quoted(value.text)}`;
  }

  /** The name of the rule, under a title that is a value; empty under any other. */
  subtitleOf(group: Group): string {
    const [first] = group.entries;
    const value = first && group.sharesValue ? valueOf(first.finding) : null;
    return first && value && value.share === undefined ? ruleTitle(first.finding.rule, this.language) : '';
  }

  /** The name that distinguishes a finding from the others of its group. */
  nameOf({ finding }: Entry, group: Group): string {
    const subject = subjectOf(finding);
    if (subject) {
      const envelope = this.envelopeLabel(subject.envelope);
      return [subject.line ?? envelope, ...(subject.nature ? [subject.nature] : [])].join(', ');
    }
    const column = missingColumnOf(finding);
    if (column !== null) return this.quoted(fieldLabel(column, this.language));
    const value = valueOf(finding);
    if (value && !group.sharesValue && value.text !== '') return this.quoted(value.text);
    const row = this.rowOf(finding);
    const named = row ? [row.label, row.supplier, row.ej.kind === 'ej' ? `EJ\u00a0${row.ej.number}` : ''] : [];
    const own =
      'subject' in finding.details ? finding.details.subject : 'label' in finding.details ? finding.details.label : '';
    const name = [own, ...named].find((text) => text !== '') ?? ruleTitle(finding.rule, this.language);
    const words = unknownWordsOf(finding);
    return words === null || words === name ? shorten(name) : `${this.quoted(words)}, ${shorten(name)}`;
  }

  /** True when each finding is about a row of its own, so that their number is a number of rows. */
  areRows(group: Group): boolean {
    const known = this.ofRows.get(group);
    if (known !== undefined) return known;
    const rows = new Set(
      group.entries.flatMap(({ finding }) =>
        finding.place.kind === 'row' && missingColumnOf(finding) === null ? finding.place.row : [],
      ),
    );
    const are = rows.size === group.entries.length;
    this.ofRows.set(group, are);
    return are;
  }

  /** « ligne 135 », with its sheet where the ledger has several; a cell of a register by its sheet. */
  rowNameOf(finding: Finding): string {
    const place = this.placeOf(finding);
    return place ? this.rowNameAt(finding, place) : '';
  }

  /** The same for a row that is elsewhere in a later reading. */
  rowNameAt({ place: { kind } }: Finding, { sheet, row }: CellPlace): string {
    const name = this.words.row(String(row + 1));
    return kind === 'row' && !this.hasSeveralSheets ? name : `${sheet}, ${name}`;
  }

  /** « Aller à la ligne 135 ». */
  goToLabel(finding: Finding): string {
    const name = this.rowNameOf(finding);
    return finding.place.kind === 'row' && !this.hasSeveralSheets ? this.words.goTo(name) : this.words.goToCell(name);
  }

  placeOf(finding: Finding): CellPlace | null {
    return placeInWorkbook(this.dossier.workbook, this.dossier.blocks, finding.place);
  }

  /** `Suivi!H42`; empty for a fault outside the workbook. */
  addressOf(finding: Finding): string {
    const place = this.placeOf(finding);
    return place ? `${place.sheet}!${cellAddress(place.row, place.column)}` : '';
  }

  /** The value of the cell after the repair; null when no repair is certain. */
  repairOf(finding: Finding): string | null {
    return finding.repair && isRepairable(this.dossier, finding) ? this.textOfRepair(finding.repair) : null;
  }

  textOfRepair(repair: Repair): string {
    if (repair.kind === 'text') return repair.value;
    return repair.kind === 'amount'
      ? formatAmount(repair.cents, this.language)
      : formatDate(repair.date, this.language);
  }

  /** Every word by which a person may look for a finding. */
  textOf({ finding, amount }: Entry): string {
    const row = this.rowOf(finding);
    const envelope = this.envelopeOf(finding, row);
    const texts = [
      finding.rule,
      ruleTitle(finding.rule, this.language),
      this.addressOf(finding),
      this.rowNameOf(finding),
      envelope,
      envelope === '' ? '' : this.envelopeLabel(envelope),
      this.describe(finding).message,
      ...(row
        ? [row.label, row.supplier, row.budgetLine, row.ej.kind === 'ej' ? row.ej.number : '', row.dpNumber]
        : []),
      amount === null ? '' : plainAmount(amount),
      ...(row ? [row.ae, row.cp] : []).flatMap((reading) =>
        reading.kind === 'amount' ? [formatAmount(reading.cents, this.language), plainAmount(reading.cents)] : [],
      ),
    ];
    this.described.delete(finding); // the texts of tens of thousands of findings are not kept twice
    return texts.join(' ');
  }

  /** The code of the envelope of a finding; empty when it has none or when it is unknown. */
  private envelopeOf({ details }: Finding, row: LedgerRow | null): string {
    if ('envelope' in details) return details.envelope;
    const assignment = row && this.report.charged.assign(row);
    return assignment?.kind === 'assigned' ? assignment.envelope.code : '';
  }

  private envelopeLabel(code: string): string {
    if (code === WHOLE_CONVENTION) return this.words.convention;
    return this.dossier.convention.envelopes.find((envelope) => envelope.code === code)?.label ?? code;
  }

  private rowOf({ place }: Finding): LedgerRow | null {
    return place.kind === 'row' ? rowOf(this.dossier.ledger.rows, place.row) : null;
  }

  private quoted(text: string): string {
    return this.words.quoted(shorten(text));
  }
}
