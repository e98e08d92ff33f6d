/** The text of `compare`: the bridge of each figure, the rows that differ, the findings that came and went. */
import type { DossierComparison } from '../application/comparison/compare-dossiers';
import { otherConventions } from '../application/comparison/other-conventions';
import type { ControlledDossier } from '../application/control';
import { isNullWhenNotGiven, type Bridge } from '../domain/comparison/bridges';
import type { ChangedFinding } from '../domain/comparison/compare-findings';
import type { RowChange } from '../domain/comparison/compare-states';
import { movedPostes } from '../domain/comparison/poste-bridges';
import { rowValue } from '../domain/comparison/row-value';
import type { Finding } from '../domain/controls/findings/finding';
import { WHOLE_CONVENTION } from '../domain/envelopes/ceilings';
import type { LedgerRow } from '../domain/envelopes/ledger';
import type { KnownCents } from '../domain/money/known-cents';
import {
  causeLabel,
  cellOfRow,
  comparisonWords,
  describeTerm,
  formatChange,
  formerlyFound,
} from '../messages/comparison-words';
import { formatAmount, formatCount, formatDate, notCalculableLabel } from '../messages/format';
import { fieldLabel, NOT_GIVEN_LABEL } from '../messages/labels';
import type { Language } from '../messages/language';
import { shorten } from '../messages/typography';
import { placeOfRow } from '../workbook/ledger/ledger-source';
import { cliWords } from './cli-words';
import { findingLines } from './text-findings';
import { inColumns, wrapped } from './text-layout';

/** Longest list; the other items are only counted. */
const LISTED = 50;
/** Longest line under a title. */
const RULE = 100;

export function textComparison(
  comparison: DossierComparison,
  files: { readonly before: string; readonly after: string },
  language: Language,
): string {
  const { before, after, rows, findings } = comparison;
  const words = comparisonWords(language);
  const dated = (file: string, { report }: ControlledDossier): string =>
    `${file}, ${formatDate(report.asOf, language)}`;
  const title = `${dated(files.before, before)} → ${dated(files.after, after)}`;
  const count = (value: number): string => formatCount(value, language);
  const ofKind = (kind: RowChange['kind']): string => count(rows.filter((change) => change.kind === kind).length);
  const kinds = {
    added: ofKind('added'),
    removed: ofKind('removed'),
    changed: ofKind('changed'),
    dated: ofKind('dated'),
    unchanged: count(comparison.unchanged),
  };
  const listed = (heading: string, found: readonly Finding[], of: ControlledDossier): string[][] =>
    found.length === 0 ? [] : [[heading, ...firstOf(found, (one) => linesOfFinding(of, one, language), language)]];
  const others = otherConventions(before, after);
  const sections = [
    [title, '='.repeat(Math.min(title.length, RULE))],
    ...(others === null ? [] : [wrapped(words.otherConvention(...others), 0, 2)]),
    ...bridgeSections(comparison, language),
    [words.rows(kinds), ...firstOf(rows, (change) => linesOfChange(before, after, change, language), language)],
    ...(comparison.terms.length === 0
      ? []
      : [[words.terms, ...firstOf(comparison.terms, (one) => wrapped(describeTerm(one, language), 2, 6), language)]]),
    [
      words.findings({
        came: count(findings.came.length),
        went: count(findings.went.length),
        changed: count(findings.changed.length),
        kept: count(findings.kept),
      }),
    ],
    ...listed(words.came, findings.came, after),
    ...listed(words.went, findings.went, before),
    ...(findings.changed.length === 0
      ? []
      : [[words.changed, ...firstOf(findings.changed, (pair) => linesOfPair(comparison, pair, language), language)]]),
  ];
  return sections.map((lines) => lines.join('\n')).join('\n\n');
}

function bridgeSections({ before, after, bridges, posteBridges }: DossierComparison, language: Language): string[][] {
  const labels = [after, before].flatMap(({ dossier }) => dossier.convention.envelopes);
  const titleOf = (code: string): string => {
    if (code === WHOLE_CONVENTION) return cliWords(language).total;
    const label = labels.find((envelope) => envelope.code === code)?.label ?? code;
    return label === code ? code : `${code} — ${label}`;
  };
  const codes = [...new Set(bridges.map(({ envelope }) => envelope))];
  return codes.map((code) => {
    const own = bridges.filter(({ envelope }) => envelope === code);
    return [
      titleOf(code),
      ...inColumns(
        own.flatMap((bridge) => bridgeRows(bridge, language)),
        2,
      ),
      ...movedPostes(posteBridges, code).flatMap(({ poste, bridges: moved }) => [
        `  ${poste === null ? comparisonWords(language).noPoste : shorten(poste)}`,
        ...inColumns(
          moved.flatMap((bridge) => bridgeRows(bridge, language)),
          4,
        ),
      ]),
    ];
  });
}

/** The figure before and after, then one row for each term. */
function bridgeRows(bridge: Bridge, language: Language): string[][] {
  const { nature, figure, before, after, terms } = bridge;
  const words = comparisonWords(language);
  const unknown = isNullWhenNotGiven(bridge) ? NOT_GIVEN_LABEL : notCalculableLabel(language);
  const shown = (cents: KnownCents): string => (cents === null ? unknown : formatAmount(cents, language));
  const gap = before === null || after === null ? '' : formatChange(after - before, language);
  const name = nature === null ? words.figures[figure] : `${nature} ${words.figures[figure]}`;
  const steps = (terms ?? []).map(({ cause, cents }) => [
    `    ${causeLabel(cause, cents, language)}`,
    '',
    formatChange(cents, language),
    '',
  ]);
  return [[name, shown(before), gap, shown(after)], ...steps];
}

function linesOfChange(
  before: ControlledDossier,
  after: ControlledDossier,
  change: RowChange,
  language: Language,
): string[] {
  const words = comparisonWords(language);
  const [of, row] = change.after ? [after, change.after] : [before, change.before];
  if (!row) return [];
  const place = placeOfRow(of.dossier.blocks, row.key);
  const where = place ? cliWords(language).row(place.block.sheet, String(place.row + 1)) : '';
  const cells = change.fields.map((field) => {
    const [old, current] = [change.before, change.after].map((one) => (one ? cellOfRow(one, field, language) : ''));
    return `${fieldLabel(field, language)} ${old ?? ''} → ${current ?? ''}`;
  });
  const effects = change.shares.map(
    ({ envelope, nature, figure, cents }) =>
      `${envelope} ${nature} ${words.figures[figure].toLowerCase()} ${formatChange(cents, language)}`,
  );
  const parts = [numbersOf(row), cells.join(', '), effects.join(', ')].filter((part) => part !== '');
  return wrapped(`${where} [${words.kinds[change.kind]}] ${parts.join(cliWords(language).semicolon)}`, 2, 6);
}

function numbersOf(row: LedgerRow): string {
  const text = (field: 'ejNumber' | 'dpNumber', name: string): string => {
    const value = rowValue(row, field);
    return 'text' in value && value.text !== '' ? `${name} ${value.text}` : '';
  };
  return [text('ejNumber', 'EJ'), text('dpNumber', 'DP')].filter((part) => part !== '').join(' ');
}

function linesOfFinding({ dossier, report }: ControlledDossier, finding: Finding, language: Language): string[] {
  return findingLines(dossier, finding, report.accepted.get(finding), language).flatMap((line, index) =>
    wrapped(line, index === 0 ? 2 : 6, 6),
  );
}

/** The finding as it is, then what it was. */
function linesOfPair({ before, after }: DossierComparison, pair: ChangedFinding, language: Language): string[] {
  const conventions = { before: before.dossier.convention, after: after.dossier.convention };
  return [...linesOfFinding(after, pair.after, language), ...wrapped(formerlyFound(pair, conventions, language), 6, 6)];
}

/** The first items, then the number of the others. */
function firstOf<T>(items: readonly T[], linesOf: (item: T) => readonly string[], language: Language): string[] {
  const lines = items.slice(0, LISTED).flatMap(linesOf);
  const left = items.length - LISTED;
  return left > 0 ? [...lines, `  ${cliWords(language).more(left)}`] : lines;
}
