/** The coverage of a reconciliation in words: the same in the pane, on the command line and in the document. */
import {
  gapsOf,
  isConclusive,
  isEnough,
  isLedgerRead,
  isNothingCompared,
  unreadableRows,
  type WhatWasCompared,
} from '../domain/reconciliation/conclusion';
import type { Coverage } from '../domain/reconciliation/coverage';
import type { ExtractRefusal } from '../domain/reconciliation/extract';
import type { Reconciliation } from '../domain/reconciliation/reconcile-extracts';
import type { ReconciliationGroup } from '../domain/reconciliation/groups';
import type { UnknownStatus } from '../domain/reconciliation/extract-reading';
import type { UnreadExtract } from '../domain/reconciliation/unread-lines';
import type { Nature } from '../domain/money/nature';
import { COVERAGE as ENGLISH } from './en/coverage';
import { COVERAGE as FRENCH } from './fr/coverage';
import { describeFailure } from './failures';
import { formatAmount, formatCount } from './format';
import { allOf } from './formatter';
import { fieldLabel } from './labels';
import type { Language } from './language';
import { quoteSheet } from '../workbook/cells';

const WORDS: Readonly<Record<Language, typeof FRENCH>> = { fr: FRENCH, en: ENGLISH };

/** One nature: its share, « 88 % » or « – » where the ledger has nothing to compare, and its sentences. */
export interface CoverageLine {
  readonly nature: Nature;
  readonly share: string;
  readonly percent: number;
  /** How much was compared. */
  readonly compared: string;
  /** The amounts that were not, and why. */
  readonly details: readonly string[];
}

/** The answer: whether the two sides agree, or what was not compared and what to do. */
export interface CoverageText {
  readonly title: string;
  /** `success` only when both sides were read to the end, enough was compared and nothing differs. */
  readonly tone: 'success' | 'warning' | 'error';
  readonly headline: string;
  readonly causes: readonly string[];
  /** A cause is in the extracts: another one may be needed. */
  readonly asksForExtract: boolean;
  readonly lines: readonly CoverageLine[];
}

/** Numbers of lines that a sentence names. */
const MOST_LINES = 10;

/** Describes the coverage of a reconciliation. */
export function describeCoverage(
  compared: WhatWasCompared & Pick<Reconciliation, 'uncomparedCodes'>,
  language: Language,
): CoverageText {
  const words = WORDS[language];
  const { coverage, groups, unread, uncomparedCodes } = compared;
  const gaps = gapsOf(groups, coverage).length;
  const isAgreed = isConclusive(compared) && gaps === 0;
  const ofExtracts = [
    ...unread.flatMap((one) => sentencesOn(one, language)),
    ...new Set(coverage.flatMap((one) => causesOf(one, language))),
  ];
  const ofCodes = uncomparedCodes.map(({ source, fields }) => {
    const names = fields.map((field) => words.column(fieldLabel(field, language)));
    return words.uncomparedCodes(source, allOf(names, language), fields.length === 1);
  });
  return {
    title: words.title,
    tone: isNothingCompared(coverage) ? 'error' : isAgreed ? 'success' : 'warning',
    headline:
      isEnough(coverage) && gaps === 0 && !isAgreed ? partOf(compared, language) : headlineOf(coverage, gaps, language),
    causes: [...ofExtracts, ...ofCodes, ...sentencesOnLedger(compared, language)],
    asksForExtract: ofExtracts.length > 0,
    lines: coverage.map((one) => lineOf(one, groups, language)),
  };
}

/** Which of the two sides was read in part. */
function partOf(compared: WhatWasCompared, language: Language): string {
  const { readInPart, ledgerReadInPart, bothReadInPart } = WORDS[language];
  if (isLedgerRead(compared)) return readInPart;
  return compared.unread.length === 0 ? ledgerReadInPart : bothReadInPart;
}

/** The places of the workbook that were not read, with their sums, and the amounts of the ledger that cannot be. */
function sentencesOnLedger({ unreadInWorkbook: places, groups }: WhatWasCompared, language: Language): string[] {
  const words = WORDS[language];
  const count = (value: number): string => formatCount(value, language);
  const sum = (of: 'ae' | 'cp' | 'other' | 'unreadable'): number =>
    places.reduce((total, place) => total + (place[of] ?? 0), 0);
  const [ae, cp, other, unreadable] = [sum('ae'), sum('cp'), sum('other'), sum('unreadable')];
  const amounts = [
    ...(ae === 0 ? [] : [words.ofNature(formatAmount(ae, language), 'AE')]),
    ...(cp === 0 ? [] : [words.ofNature(formatAmount(cp, language), 'CP')]),
    ...(other === 0 && (ae !== 0 || cp !== 0 || unreadable > 0) ? [] : [formatAmount(other, language)]),
    ...(unreadable === 0 ? [] : [words.unreadable(count(unreadable), unreadable === 1)]),
  ];
  const left = places.length - MOST_LINES;
  const shown = places.slice(0, MOST_LINES).map(({ sheet, area }) => `${quoteSheet(sheet)}!${area}`);
  const named = left > 0 ? [...shown, words.moreLines(count(left))] : shown;
  const rows = unreadableRows(groups);
  const isOne = places.length === 1;
  const sums = allOf(amounts, language);
  return [
    ...(places.length === 0 ? [] : [words.unreadPlaces(count(places.length), isOne, allOf(named, language), sums)]),
    ...(rows === 0 ? [] : [words.unreadableRows(count(rows), rows === 1)]),
  ];
}

function headlineOf(coverage: readonly Coverage[], gaps: number, language: Language): string {
  const words = WORDS[language];
  if (isNothingCompared(coverage)) return words.nothingCompared;
  if (coverage.every(({ state }) => state === 'nothing'))
    return gaps === 0 ? words.nothingComparable : words.gaps(formatCount(gaps, language), words.isOne(gaps));
  if (isEnough(coverage)) return gaps === 0 ? words.agree : words.gaps(formatCount(gaps, language), words.isOne(gaps));
  return coverage
    .filter(({ state }) => state !== 'nothing')
    .map((one) => words.states[one.nature][one.state](shareOf(one, language)))
    .join(', ');
}

function sentencesOn(unread: UnreadExtract, language: Language): readonly string[] {
  const { source, lines, cents, otherTotals, unheaded, unused, statuses, years, part, refusal } = unread;
  const words = WORDS[language];
  const left = lines.length - MOST_LINES;
  const shown = lines.slice(0, MOST_LINES).map(String);
  const numbers = allOf(left > 0 ? [...shown, words.moreLines(formatCount(left, language))] : shown, language);
  const sum = cents === null ? null : formatAmount(cents, language);
  return [
    ...(refusal === null ? [] : [refusalSentence(refusal, language)]),
    ...(lines.length === 0 ? [] : [words.unreadLines(source, numbers, lines.length === 1, sum)]),
    ...unheaded.map(({ beside, count }) => words.unheaded(source, beside, formatCount(count, language), count === 1)),
    ...unused.map((one) => {
      const count = formatCount(one.count, language);
      return words.unused(source, one.heading, count, one.count === 1, formatAmount(one.cents, language));
    }),
    ...statusSentences(source, statuses, language),
    ...years.map((one) => words.years(source, one.kind, one.heading, placesOf(one, language))),
    ...(part === null ? [] : [words.part(source, String(part.line), part.words)]),
    ...otherTotals.map((total) => words.otherTotal(source, formatAmount(total.cents, language), total.measure)),
  ];
}

/** One for each column of status, and one for the lines that are crossed out. */
function statusSentences(source: string, statuses: readonly UnknownStatus[], language: Language): readonly string[] {
  const words = WORDS[language];
  const isOne = (ones: readonly UnknownStatus[]): boolean => ones.reduce((count, one) => count + one.count, 0) === 1;
  const [struck, written] = [statuses.filter((one) => one.isStruck), statuses.filter((one) => !one.isStruck)];
  return [
    ...[...new Set(written.map(({ heading }) => heading))].map((heading) => {
      const ones = written.filter((one) => one.heading === heading);
      return words.statuses(source, heading, statusList(ones, language), isOne(ones));
    }),
    ...(struck.length === 0 ? [] : [words.struck(source, statusList(struck, language), isOne(struck))]),
  ];
}

/** « Bloquée » (ligne 4 et 2 autres) et « Gelée » (ligne 9). */
function statusList(statuses: readonly UnknownStatus[], language: Language): string {
  const { moreLines } = WORDS[language];
  const left = statuses.length - MOST_LINES;
  const shown = statuses.slice(0, MOST_LINES).map((one) => placesOf(one, language));
  return allOf(left > 0 ? [...shown, moreLines(formatCount(left, language))] : shown, language);
}

/** « 2022-2023 » (ligne 4 et 2 autres). */
function placesOf({ words, line, count }: Pick<UnknownStatus, 'words' | 'line' | 'count'>, language: Language): string {
  return WORDS[language].status(words, String(line), count - 1, formatCount(count - 1, language));
}

/** The reason and the remedy of an extract that is not read. */
export function refusalSentence(refusal: ExtractRefusal, language: Language): string {
  const { sentence, remedy } = describeFailure(refusal, language);
  return `${sentence} ${remedy}`;
}

function causesOf({ nature, causes, lines }: Coverage, language: Language): readonly string[] {
  const words = WORDS[language];
  return causes.map((cause) => words.causes[cause](nature, formatCount(lines, language), words.isOne(lines)));
}

/** Matches without a number, and lines of Chorus that cancel each other: no other sentence gives them. */
function weakMatches(groups: readonly ReconciliationGroup[], language: Language): readonly string[] {
  const words = WORDS[language];
  const alone = groups.filter(({ by }) => by === 'amountAndDate').flatMap(({ rows }) => rows);
  const cancelled = groups.filter(({ by }) => by === 'netZero').flatMap(({ lines }) => lines);
  const moved = cancelled.reduce((cents, line) => cents + Math.max(0, line.cents), 0);
  const matched = alone.reduce((total, { cents }) => total + cents, 0);
  const [count, money] = [
    (value: number): string => formatCount(value, language),
    (cents: number): string => formatAmount(cents, language),
  ];
  return [
    ...(alone.length === 0
      ? []
      : [words.byAmountAlone(count(alone.length), words.isOne(alone.length), money(matched))]),
    ...(cancelled.length === 0 ? [] : [words.netZero(count(cancelled.length), money(moved))]),
  ];
}

function lineOf(coverage: Coverage, groups: readonly ReconciliationGroup[], language: Language): CoverageLine {
  const words = WORDS[language];
  const { nature, state, comparable, compared, uncompared, leftOut, nameless, contested } = coverage;
  const [count, money] = [
    (value: number): string => formatCount(value, language),
    (cents: number): string => formatAmount(cents, language),
  ];
  const listed = (counts: readonly Coverage['leftOut' | 'uncompared'][number][]): string =>
    counts
      .map(({ why, count: many, cents }) => {
        const amount = why === 'amountUnreadable' ? null : money(cents); // not read, so not known
        return words.counted(words.reasons[why], count(many), words.isOne(many), amount);
      })
      .join(', ');
  return {
    nature,
    share: shareOf(coverage, language),
    percent: coverage.percent ?? 0,
    compared:
      state === 'nothing'
        ? words.nothing(nature)
        : state === 'none'
          ? words.none(nature, count(comparable.count), words.isOne(comparable.count), money(comparable.cents))
          : words.compared(
              nature,
              count(compared.count),
              count(comparable.count),
              words.isOne(compared.count),
              money(compared.cents),
              money(comparable.cents),
            ),
    details: [
      ...(state === 'none' || uncompared.length === 0 ? [] : [words.uncompared(listed(uncompared))]),
      ...(nameless.count === 0
        ? []
        : [words.nameless(count(nameless.count), words.isOne(nameless.count), money(nameless.cents))]),
      ...(contested.count === 0
        ? []
        : [words.contested(count(contested.count), words.isOne(contested.count), money(contested.cents))]),
      ...weakMatches(
        groups.filter((group) => group.nature === nature),
        language,
      ),
      ...(leftOut.length === 0 ? [] : [words.leftOut(listed(leftOut))]),
    ],
  };
}

function shareOf({ percent, compared }: Coverage, language: Language): string {
  return percent === null ? '–' : WORDS[language].percent(percent, compared.count > 0);
}
