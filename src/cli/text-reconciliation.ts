/**
 * What `reconcile` prints for a person: the extracts, the totals, what became of every line, then the findings by rule.
 */
import { dossierAt } from '../application/control';
import type { Dossier } from '../application/dossier';
import type { ReconciliationReport } from '../application/reconciliation/reconcile-dossier';
import type { Acceptance } from '../domain/controls/findings/acceptance';
import type { Finding } from '../domain/controls/findings/finding';
import type { ChorusExtract } from '../domain/reconciliation/extract';
import type { GroupNote, ReconciliationGroup } from '../domain/reconciliation/groups';
import { describeFinding, ruleTitle } from '../messages/describe-finding';
import { formatAmount, formatCount, formatDate } from '../messages/format';
import { severityLabel } from '../messages/labels';
import type { Language } from '../messages/language';
import { reconciliationWords } from '../messages/reconciliation-words';
import { cellAddress } from '../workbook/cells';
import { placeInWorkbook } from '../workbook/places';
import { inColumns } from './text-layout';
import { reconcileWordsOf } from './reconcile-words';
import { acceptanceLine } from './text-report';
import { wordsOf } from './words';

/** Beyond, a list is counted: a person reads the first, a program asks for JSON. */
const SHOWN = 50;

/** Rows of a file that nobody takes for a line: said in the JSON alone. */
const NOT_LINES: readonly string[] = ['empty', 'preamble'];

export function textReconciliation(
  given: Dossier,
  report: ReconciliationReport,
  file: string,
  language: Language,
): string {
  const words = wordsOf(language);
  const dossier = dossierAt(given, report.asOf);
  const { convention } = dossier;
  const title = `${file} — ${words.situation(convention.reference || convention.id, formatDate(report.asOf, language))}`;
  const sections = [
    [title, '='.repeat(title.length)],
    [reconcileWordsOf(language).extracts, ...report.extracts.flatMap((extract) => extractLines(extract, language))],
    totalLines(dossier, report, language),
    balanceLines(report, language),
    ...findingSections(dossier, report, language),
  ];
  return sections.map((lines) => lines.join('\n')).join('\n\n');
}

function extractLines(
  { source, shape, lines, ignored, lacks, repairs, shownTotal }: ChorusExtract,
  language: Language,
): string[] {
  const [words, labels, { colon }] = [reconcileWordsOf(language), reconciliationWords(language), wordsOf(language)];
  const count = (value: number): string => formatCount(value, language);
  const counted = <K extends string>(kinds: readonly K[], labelOf: Readonly<Record<K, string>>): string =>
    [...new Set(kinds)]
      .map((kind) => `${labelOf[kind]} (${count(kinds.filter((one) => one === kind).length)})`)
      .join(', ');
  const reasons = ignored.map(({ reason }) => reason).filter((reason) => !NOT_LINES.includes(reason));
  const mended = repairs.map(({ kind, count: times }) => `${labels.repairs[kind]} (${count(times)})`).join(', ');
  return [
    `  ${words.extract(source, labels.shapes[shape], count(lines.length))}`,
    ...(reasons.length === 0 ? [] : [`    ${words.ignored}${colon}${counted(reasons, labels.ignored)}`]),
    ...(lacks.length === 0 ? [] : [`    ${words.lacks}${colon}${lacks.map((lack) => labels.lacks[lack]).join(', ')}`]),
    ...(mended === '' ? [] : [`    ${words.repairs}${colon}${mended}`]),
    ...(shownTotal === null
      ? []
      : [`    ${words.shownTotal(formatAmount(shownTotal.cents, language), shownTotal.agrees)}`]),
  ];
}

function totalLines({ convention }: Dossier, { totals }: ReconciliationReport, language: Language): string[] {
  const words = reconcileWordsOf(language);
  const money = (cents: number): string => formatAmount(cents, language);
  const nameOf = (code: string | null): string =>
    convention.envelopes.find((envelope) => envelope.code === code)?.label ?? code ?? words.noEnvelope;
  const rows = totals.map(({ envelope, nature, ledger, chorus, gap }) => [
    nameOf(envelope),
    nature,
    money(ledger),
    money(chorus),
    money(gap),
  ]);
  return [words.totals, ...inColumns([['', '', ...words.totalHeadings], ...rows], 2)];
}

function balanceLines({ balance, groups }: ReconciliationReport, language: Language): string[] {
  const words = reconcileWordsOf(language);
  const labels = reconciliationWords(language);
  const count = (value: number): string => formatCount(value, language);
  const statuses = balance.statuses.flatMap(({ status, nature, groups: found, ledger, chorus }) => {
    const sides = words.sides(
      count(ledger.count),
      formatAmount(ledger.cents, language),
      count(chorus.count),
      formatAmount(chorus.cents, language),
    );
    const line = `  ${words.status(labels.statuses[status], nature, count(found))} ; ${sides}`;
    const ofReason =
      status !== 'notCompared' ? [] : groups.filter((group) => group.status === status && group.nature === nature);
    return [line, ...ofReason.flatMap((group) => reasonLine(group, language))];
  });
  const { ledger, chorus } = balance;
  const notes = groups.flatMap((group) => group.notes);
  return [
    words.balance,
    ...statuses,
    words.proven(count(ledger.AE.count + ledger.CP.count), count(chorus.AE.count + chorus.CP.count)),
    ...noteLines(notes, language),
  ];
}

function reasonLine({ why, rows, lines, ledgerCents, chorusCents }: ReconciliationGroup, language: Language): string[] {
  if (why === null) return [];
  const count = (value: number): string => formatCount(value, language);
  const sides = reconcileWordsOf(language).sides(
    count(rows.length),
    formatAmount(ledgerCents, language),
    count(lines.length),
    formatAmount(chorusCents, language),
  );
  return [`    ${reconciliationWords(language).reasons[why]}${wordsOf(language).colon}${sides}`];
}

function noteLines(notes: readonly GroupNote[], language: Language): string[] {
  const words = reconcileWordsOf(language);
  const shifts = notes.filter(({ kind }) => kind === 'dateShift').length;
  const gaveUp = notes.filter(({ kind }) => kind === 'searchGaveUp').length;
  const others = notes.length - shifts - gaveUp;
  return [
    ...(shifts + others === 0 ? [] : [words.notes(formatCount(shifts, language), formatCount(others, language))]),
    ...(gaveUp === 0 ? [] : [words.gaveUp(formatCount(gaveUp, language))]),
  ];
}

function findingSections(
  dossier: Dossier,
  { findings, accepted, unmatchedAcceptances }: ReconciliationReport,
  language: Language,
): string[][] {
  const words = wordsOf(language);
  const outdated =
    unmatchedAcceptances.length === 0 ? [] : [[words.unmatched(formatCount(unmatchedAcceptances.length, language))]];
  if (findings.length === 0) return [...outdated, [words.noFinding]];
  const count = (severity: Finding['severity']): string =>
    formatCount(findings.filter((one) => one.severity === severity).length, language);
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  return [
    [
      words.counts(count('error'), count('warning'), count('info')),
      ...(accepted.size === 0 ? [] : [words.ofWhichAccepted(formatCount(accepted.size, language))]),
    ],
    ...outdated,
    ...rules.map((rule) => {
      const ofRule = findings.filter((one) => one.rule === rule);
      const left = ofRule.length - SHOWN;
      return [
        `${rule} ${ruleTitle(rule, language)} (${formatCount(ofRule.length, language)})`,
        ...ofRule.slice(0, SHOWN).flatMap((finding) => findingLines(dossier, finding, accepted.get(finding), language)),
        ...(left > 0 ? [`  ${words.more(formatCount(left, language))}`] : []),
      ];
    }),
  ];
}

function findingLines(
  dossier: Dossier,
  finding: Finding,
  acceptance: Acceptance | undefined,
  language: Language,
): string[] {
  const place = placeInWorkbook(dossier.workbook, dossier.blocks, finding.place);
  const where = place ? `${place.sheet}!${cellAddress(place.row, place.column)} ` : '';
  const said = `  ${where}[${severityLabel(finding.severity, language)}] ${describeFinding(finding, dossier.convention, language).message}`;
  return acceptance ? [said, `    ${acceptanceLine(acceptance, language)}`] : [said];
}
