/** The text of `check`: the figures, the rows not checked, the findings by envelope and by rule, and a line of totals. */
import type { ControlReport, Dossier } from '../application/dossier';
import { replacedRegisters } from '../application/replaced-convention';
import { fieldOfUnchecked } from '../application/unchecked-field';
import type { Finding } from '../domain/controls/findings/finding';
import { WHOLE_CONVENTION } from '../domain/envelopes/ceilings';
import type { Figures } from '../domain/envelopes/figures';
import { lackedBy, sumOfMissed } from '../domain/envelopes/missed/missed-sums';
import type { LedgerRow, RowKey } from '../domain/envelopes/ledger';
import { type Nature, NATURES } from '../domain/money/nature';
import { ruleTitle } from '../messages/describe-finding';
import { formatAmount, formatCount, formatDate, formatFigure, formatFigureOf, formatRateOf } from '../messages/format';
import { fieldLabel, ignoredLabel, noFindingLabel, nothingCheckedLabel, uncheckedLabel } from '../messages/labels';
import type { Language } from '../messages/language';
import { withoutMissed } from '../messages/missed-words';
import { cellAddress } from '../workbook/cells';
import { convertedColumns, placeOfRow } from '../workbook/ledger/ledger-source';
import { placeInWorkbook } from '../workbook/places';
import { countLines, findingLines, unmatchedSections } from './text-findings';
import { idleLines, readingLines } from './text-reading';
import { inColumns, wrapped } from './text-layout';
import { type TotalCounts, cliWords } from './cli-words';
import { groupedBy } from '../domain/grouped';

/** Longest list; the other items are only counted, since a person reads the first and a program asks for JSON. */
const LISTED = 50;
/** Findings printed in full per rule; further ones show only their cells. */
const IN_FULL = 5;
/** Longest line under a title. */
const RULE = 100;

export function textReport(dossier: Dossier, report: ControlReport, file: string, language: Language): string {
  const words = cliWords(language);
  const { convention } = dossier;
  const title = `${file} — ${words.situation(convention.reference || convention.id, formatDate(report.asOf, language))}`;
  const sections = [
    [title, '='.repeat(Math.min(title.length, RULE)), ...replacedLines(dossier, language)],
    ...convention.envelopes.map(({ code, label }) =>
      balanceLines(dossier, report, code, code === label ? code : `${code} — ${label}`, language),
    ),
    balanceLines(dossier, report, WHOLE_CONVENTION, words.total, language),
    rowLines(dossier, report, language),
    readingLines(dossier, language),
    ...sectionOf(idleLines(dossier, language)),
    ...findingSections(dossier, report, language),
    [words.totals(countsOf(report))],
  ];
  return sections.map((lines) => lines.join('\n')).join('\n\n');
}

/** The sentence about the convention of the workbook, where another one was named. */
function replacedLines(dossier: Dossier, language: Language): string[] {
  const registers = replacedRegisters(dossier);
  if (registers === null) return [];
  const listed = registers.map(({ table, rows }) => `${table}\u00a0: ${formatCount(rows, language)}`).join(', ');
  return wrapped(cliWords(language).replaced(listed), 0);
}

function sectionOf(lines: string[]): string[][] {
  return lines.length === 0 ? [] : [lines];
}

function countsOf({ findings, rows }: ControlReport): TotalCounts {
  const of = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    read: rows.read,
    checked: rows.checked,
    errors: of('error'),
    warnings: of('warning'),
    infos: of('info'),
  };
}

function balanceLines(
  dossier: Dossier,
  { balances }: ControlReport,
  envelope: string,
  title: string,
  language: Language,
): string[] {
  const words = cliWords(language);
  const headings = ['', ...AMOUNTS.map((name) => words[name]), words.rate];
  const rows = NATURES.map((nature) =>
    figureCells(nature, balances.figures({ envelope, line: null }, nature), language),
  );
  const missed = lackedBy(balances, { envelope, line: null });
  const without = withoutMissed(sumOfMissed(missed), language, formatAmount);
  const figures = [...inColumns([headings, ...rows], 2), ...(without === '' ? [] : [`      ${without}`])];
  if (envelope === WHOLE_CONVENTION) return [title, ...figures];
  const opening = dossier.convention.envelopes.find(({ code }) => code === envelope)?.openingRap.cents ?? 0;
  const paid = formatFigure(balances.rapPaid(envelope), language);
  const rap = opening === 0 ? [] : [`      ${words.ofWhichRap(formatAmount(opening, language), paid)}`];
  return [
    title,
    ...figures,
    ...rap,
    `      ${words.outstanding} ${formatFigure(balances.outstanding(envelope), language)}`,
  ];
}

const AMOUNTS = ['allocated', 'consumed', 'reserved', 'remaining', 'available'] as const;

function figureCells(nature: Nature, figures: Figures, language: Language): string[] {
  return [nature, ...AMOUNTS.map((name) => formatFigureOf(figures, name, language)), formatRateOf(figures, language)];
}

function rowLines(dossier: Dossier, report: ControlReport, language: Language): string[] {
  const words = cliWords(language);
  const nothing = nothingCheckedLabel(report, language);
  const placed = (row: RowKey): string => {
    const place = placeOfRow(dossier.blocks, row);
    return place ? words.row(place.block.sheet, String(place.row + 1)) : '';
  };
  const list = <T extends { readonly row: RowKey }>(
    title: string,
    items: readonly T[],
    why: (item: T) => string,
  ): string[] =>
    items.length === 0
      ? []
      : [
          `  ${title}${words.colon.trimEnd()}`,
          ...firstOf(items, (item) => `${placed(item.row)} (${why(item)})`, language),
        ];
  return [
    ...(report.rows.read === 0 ? [] : [words.rows(report.rows)]),
    ...(nothing === null ? [] : [nothing]),
    ...unitLines(dossier, language),
    ...list(words.unchecked, report.unchecked, (one) =>
      uncheckedLabel(one.reason, fieldOfUnchecked(dossier, one), language),
    ),
    ...list(
      words.ignored,
      dossier.ignored.filter(({ reason }) => reason !== 'empty'),
      ({ reason }) => ignoredLabel(reason, language),
    ),
  ];
}

/** Columns that are not in euros: the reader must know that an amount was multiplied. */
function unitLines({ blocks }: Dossier, language: Language): string[] {
  const words = cliWords(language);
  return blocks.flatMap((block) =>
    convertedColumns(block).map(
      ({ field, heading, unit }) =>
        `  ${words.unit(block.sheet, heading.replace(/\s+/g, ' ').trim() || fieldLabel(field, language), unit)}`,
    ),
  );
}

/** The first items, one a line, then the number of the others. */
function firstOf<T>(items: readonly T[], lineOf: (item: T) => string, language: Language): string[] {
  const lines = items.slice(0, LISTED).map((item) => `    ${lineOf(item)}`);
  const left = items.length - lines.length;
  return left === 0 ? lines : [...lines, `    ${cliWords(language).more(left)}`];
}

function findingSections(dossier: Dossier, report: ControlReport, language: Language): string[][] {
  const words = cliWords(language);
  const { findings } = report;
  const unmatched = unmatchedSections(report, language);
  if (findings.length === 0)
    return [...(nothingCheckedLabel(report, language) ? [] : [[noFindingLabel(report, language)]]), ...unmatched];
  const envelopeOf = envelopeFinder(report);
  const groups = groupedBy(findings, (finding) => envelopeOf(finding) ?? words.elsewhere);
  const order = [...dossier.convention.envelopes.map(({ code }) => code), words.elsewhere];
  const sections = order.flatMap((envelope) => {
    const group = groups.get(envelope);
    return group ? [[envelope, ...ruleLines(dossier, report, group, language)]] : [];
  });
  return [countLines(report, language), ...unmatched, ...sections];
}

function ruleLines(
  dossier: Dossier,
  { accepted }: ControlReport,
  findings: readonly Finding[],
  language: Language,
): string[] {
  const byRule = [...groupedBy(findings, ({ rule }) => rule)].sort(([a], [b]) => (a < b ? -1 : 1));
  return byRule.flatMap(([rule, group]) => [
    `  ${rule} ${ruleTitle(rule, language)} (${formatCount(group.length, language)})`,
    ...listFindings(dossier, accepted, group, language),
  ]);
}

/** The first findings in full, then the cells of some more, then the number of the others. */
function listFindings(
  dossier: Dossier,
  accepted: ControlReport['accepted'],
  findings: readonly Finding[],
  language: Language,
): string[] {
  const words = cliWords(language);
  const full = findings
    .slice(0, IN_FULL)
    .flatMap((finding) =>
      findingLines(dossier, finding, accepted.get(finding), language).flatMap((line, index) =>
        wrapped(line, index === 0 ? 4 : 6, 6),
      ),
    );
  const others = findings.slice(IN_FULL, IN_FULL + LISTED);
  const left = findings.length - IN_FULL - others.length;
  const cells = others.length === 0 ? [] : wrapped(words.alsoIn(addressesOf(dossier, others)), 4, 6);
  return [...full, ...cells, ...(left > 0 ? [`    ${words.more(left)}`] : [])];
}

/** `Suivi!K57, K58, Marchés!B2`: the sheet is repeated only when it changes. */
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

/** The envelope of a finding: its own, or that of its row. */
function envelopeFinder({ charged, findings }: ControlReport): (finding: Finding) => string | null {
  const { ledger, convention, assign } = charged;
  const found = new Set(findings.map(({ place }) => (place.kind === 'row' ? place.row : null)));
  const rows = new Map<RowKey, LedgerRow>(); // of the rows with a finding: a ledger may have a million
  for (const row of ledger.rows) if (found.has(row.key)) rows.set(row.key, row);
  const codes = new Set(convention.envelopes.map(({ code }) => code));
  return ({ details, place }) => {
    if ('envelope' in details && codes.has(details.envelope)) return details.envelope;
    const row = place.kind === 'row' ? rows.get(place.row) : undefined;
    const assignment = row && assign(row);
    return assignment?.kind === 'assigned' ? assignment.envelope.code : null;
  };
}
