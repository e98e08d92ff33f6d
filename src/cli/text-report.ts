/**
 * What `check` prints for a person: the figures, what was not checked, the findings by envelope and by rule, and one
 * line of totals.
 */
import type { ControlReport, Dossier } from '../application/dossier';
import type { Acceptance } from '../domain/controls/findings/acceptance';
import type { Finding } from '../domain/controls/findings/finding';
import { WHOLE_CONVENTION } from '../domain/envelopes/ceilings';
import { createAssigner } from '../domain/envelopes/assignment';
import type { Figures } from '../domain/envelopes/figures';
import type { LedgerRow, RowKey } from '../domain/envelopes/ledger';
import { type Nature, NATURES } from '../domain/money/nature';
import { describeFinding, ruleTitle } from '../messages/describe-finding';
import { formatAmount, formatCount, formatDate, formatRate } from '../messages/format';
import { fieldLabel, ignoredLabel, severityLabel, uncheckedLabel } from '../messages/labels';
import type { Language } from '../messages/language';
import { cellAddress } from '../workbook/cells';
import { placeOfRow } from '../workbook/ledger/ledger-source';
import { shorten } from '../messages/typography';
import { placeInWorkbook } from '../workbook/places';
import { inColumns, wrapped } from './text-layout';
import { type TotalCounts, wordsOf } from './words';

/** Beyond, a list is counted: a person reads the first, a program asks for JSON. */
const SHOWN = 50;
/** So many findings of a rule are told whole; of the next ones, the cells alone. */
const TOLD = 5;
const RULE = 100;

export function textReport(dossier: Dossier, report: ControlReport, file: string, language: Language): string {
  const words = wordsOf(language);
  const { convention } = dossier;
  const title = `${file} — ${words.situation(convention.reference || convention.id, formatDate(report.asOf, language))}`;
  const sections = [
    [title, '='.repeat(Math.min(title.length, RULE))],
    ...convention.envelopes.map(({ code, label }) =>
      balanceLines(dossier, report, code, code === label ? code : `${code} — ${label}`, language),
    ),
    balanceLines(dossier, report, WHOLE_CONVENTION, words.total, language),
    rowLines(dossier, report, language),
    ...findingSections(dossier, report, language),
    [words.totals(countsOf([report], language))],
  ];
  return sections.map((lines) => lines.join('\n')).join('\n\n');
}

/** The last line, over several workbooks: how many could be read, and what was found in them. */
export function totalOfFiles(reports: readonly ControlReport[], files: number, language: Language): string {
  const count = (value: number): string => formatCount(value, language);
  return wordsOf(language).filesTotal(count(reports.length), count(files), countsOf(reports, language));
}

function countsOf(reports: readonly ControlReport[], language: Language): TotalCounts {
  const of = (severity: Finding['severity']): number =>
    reports.reduce(
      (total, { findings }) => total + findings.filter((finding) => finding.severity === severity).length,
      0,
    );
  const rows = (which: 'read' | 'checked'): number => reports.reduce((total, report) => total + report.rows[which], 0);
  const count = (value: number): string => formatCount(value, language);
  return {
    read: count(rows('read')),
    checked: count(rows('checked')),
    errors: count(of('error')),
    warnings: count(of('warning')),
    infos: count(of('info')),
  };
}

function balanceLines(
  dossier: Dossier,
  { balances }: ControlReport,
  envelope: string,
  title: string,
  language: Language,
): string[] {
  const words = wordsOf(language);
  const headings = ['', ...AMOUNTS.map((name) => words[name]), words.rate];
  const rows = NATURES.map((nature) =>
    figureCells(nature, balances.figures({ envelope, line: null }, nature), language),
  );
  const figures = inColumns([headings, ...rows], 2);
  if (envelope === WHOLE_CONVENTION) return [title, ...figures];
  const opening = dossier.convention.envelopes.find(({ code }) => code === envelope)?.openingRap.cents ?? 0;
  const paid = balances.rapPaid(envelope).cents;
  const rap =
    opening === 0 ? [] : [`      ${words.ofWhichRap(formatAmount(opening, language), formatAmount(paid, language))}`];
  return [
    title,
    ...figures,
    ...rap,
    `      ${words.outstanding} ${formatAmount(balances.outstanding(envelope).cents, language)}`,
  ];
}

const AMOUNTS = ['allocated', 'consumed', 'reserved', 'remaining', 'available'] as const;

function figureCells(nature: Nature, figures: Figures, language: Language): string[] {
  return [
    nature,
    ...AMOUNTS.map((name) => formatAmount(figures[name].cents, language)),
    formatRate(figures.rate, language),
  ];
}

function rowLines(dossier: Dossier, report: ControlReport, language: Language): string[] {
  const words = wordsOf(language);
  const count = (value: number): string => formatCount(value, language);
  const { read, checked, unchecked, ignored } = report.rows;
  const placed = (row: RowKey): string => {
    const place = placeOfRow(dossier.blocks, row);
    return place ? words.row(place.block.sheet, String(place.row + 1)) : '';
  };
  const list = (title: string, items: readonly { readonly row: RowKey; readonly why: string }[]): string[] =>
    items.length === 0
      ? []
      : [
          `  ${title}${words.colon.trimEnd()}`,
          ...firstOf(items, ({ row, why }) => `${placed(row)} (${why})`, language),
        ];
  return [
    words.rows(count(read), count(checked), count(unchecked), count(ignored)),
    ...unitLines(dossier, language),
    ...list(
      words.unchecked,
      report.unchecked.map(({ row, reason }) => ({ row, why: uncheckedLabel(reason, language) })),
    ),
    ...list(
      words.ignored,
      dossier.ignored
        .filter(({ reason }) => reason !== 'empty')
        .map(({ row, reason }) => ({ row, why: ignoredLabel(reason, language) })),
    ),
  ];
}

/** Columns that are not in euros: a figure multiplied a thousand times is said. */
function unitLines({ blocks }: Dossier, language: Language): string[] {
  const words = wordsOf(language);
  return blocks.flatMap(({ sheet, columns }) =>
    [...columns.values()].flatMap(({ field, heading, unit }) =>
      unit === undefined
        ? []
        : [`  ${words.unit(sheet, heading.replace(/\s+/g, ' ').trim() || fieldLabel(field, language), unit)}`],
    ),
  );
}

/** The first items, one a line, and how many are left. */
function firstOf<T>(items: readonly T[], lineOf: (item: T) => string, language: Language): string[] {
  const lines = items.slice(0, SHOWN).map((item) => `    ${lineOf(item)}`);
  const left = items.length - lines.length;
  return left === 0 ? lines : [...lines, `    ${wordsOf(language).more(formatCount(left, language))}`];
}

function findingSections(dossier: Dossier, report: ControlReport, language: Language): string[][] {
  const words = wordsOf(language);
  const { findings, accepted, unmatchedAcceptances } = report;
  const outdated =
    unmatchedAcceptances.length === 0 ? [] : [[words.unmatched(formatCount(unmatchedAcceptances.length, language))]];
  if (findings.length === 0) return [[words.noFinding], ...outdated];
  const bySeverity = groupBy(findings, ({ severity }) => severity);
  const count = (severity: Finding['severity']): string => formatCount(bySeverity.get(severity)?.length ?? 0, language);
  const envelopeOf = envelopeFinder(dossier);
  const groups = groupBy(findings, (finding) => envelopeOf(finding) ?? words.elsewhere);
  const order = [...dossier.convention.envelopes.map(({ code }) => code), words.elsewhere];
  const sections = order.flatMap((envelope) => {
    const group = groups.get(envelope);
    return group ? [[envelope, ...ruleLines(dossier, report, group, language)]] : [];
  });
  const counts = words.counts(count('error'), count('warning'), count('info'));
  const ofWhich = accepted.size === 0 ? [] : [words.ofWhichAccepted(formatCount(accepted.size, language))];
  return [[counts, ...ofWhich], ...outdated, ...sections];
}

function ruleLines(
  dossier: Dossier,
  { accepted }: ControlReport,
  findings: readonly Finding[],
  language: Language,
): string[] {
  const byRule = [...groupBy(findings, ({ rule }) => rule)].sort(([a], [b]) => (a < b ? -1 : 1));
  return byRule.flatMap(([rule, group]) => [
    `  ${rule} ${ruleTitle(rule, language)} (${formatCount(group.length, language)})`,
    ...toldFindings(
      dossier,
      group,
      (finding) => findingLine(dossier, finding, accepted.get(finding), language),
      language,
    ),
  ]);
}

/** The first findings whole, then the cells of some more, then how many are left. */
function toldFindings(
  dossier: Dossier,
  findings: readonly Finding[],
  lineOf: (finding: Finding) => string,
  language: Language,
): string[] {
  const words = wordsOf(language);
  const told = findings.slice(0, TOLD).flatMap((finding) =>
    lineOf(finding)
      .split('\n')
      .flatMap((part, index) => wrapped(part, index === 0 ? 4 : 6, 6)),
  );
  const others = findings.slice(TOLD, TOLD + SHOWN);
  const left = findings.length - TOLD - others.length;
  const cells = others.length === 0 ? [] : wrapped(words.alsoIn(addressesOf(dossier, others)), 4, 6);
  return [...told, ...cells, ...(left > 0 ? [`    ${words.more(formatCount(left, language))}`] : [])];
}

/** `Suivi!K57, K58, Marchés!B2`: the sheet is said when it changes. */
function addressesOf(dossier: Dossier, findings: readonly Finding[]): string {
  let sheet = '';
  const addresses = findings.flatMap((finding) => {
    const place = placeInWorkbook(dossier.workbook, dossier.blocks, finding.place);
    if (!place) return [];
    const before = place.sheet === sheet ? '' : `${place.sheet}!`;
    sheet = place.sheet;
    return [before + cellAddress(place.row, place.column)];
  });
  return addresses.join(', ');
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function findingLine(
  dossier: Dossier,
  finding: Finding,
  acceptance: Acceptance | undefined,
  language: Language,
): string {
  const place = placeInWorkbook(dossier.workbook, dossier.blocks, finding.place);
  const where = place ? `${place.sheet}!${cellAddress(place.row, place.column)} ` : '';
  const said = `${where}[${severityLabel(finding.severity, language)}] ${describeFinding(finding, dossier.convention, language).message}`;
  return acceptance ? `${said}\n${acceptanceLine(acceptance, language)}` : said;
}

/** Who accepted a finding, when and why. */
export function acceptanceLine({ author, on, reason }: Acceptance, language: Language): string {
  return wordsOf(language).accepted(shorten(author), on === null ? '' : formatDate(on, language), shorten(reason));
}

/** The envelope that a finding speaks of: its own, or that of its row. */
function envelopeFinder({ ledger, convention }: Dossier): (finding: Finding) => string | null {
  const assign = createAssigner(convention);
  const rows = new Map<RowKey, LedgerRow>(ledger.rows.map((row) => [row.key, row]));
  const codes = new Set(convention.envelopes.map(({ code }) => code));
  return ({ details, place }) => {
    if ('envelope' in details && codes.has(details.envelope)) return details.envelope;
    const row = place.kind === 'row' ? rows.get(place.row) : undefined;
    const assignment = row && assign(row);
    return assignment?.kind === 'assigned' ? assignment.envelope.code : null;
  };
}
