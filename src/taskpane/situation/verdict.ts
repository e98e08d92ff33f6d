/**
 * « Are we all right? », as data: one headline, the facts that complete it, and the row to look at. Green only when
 * everything was read, checked and found right. No words and no layout here.
 */
import type { ControlReport, Dossier } from '../../application/dossier';
import { partCeilingsOf, partValue } from '../../domain/envelopes/allowances/part-ceilings';
import { toleratedCents } from '../../domain/envelopes/allowances/tolerance';
import type { CeilingOfPart } from '../../domain/controls/findings/details/pla';
import { ceilingOf, WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Ceiling, CeilingMode, Convention, Tolerance } from '../../domain/envelopes/convention';
import { sumOfMissed, type MissedSums } from '../../domain/envelopes/missed/missed-sums';
import { areCalculated, type Figures } from '../../domain/envelopes/figures';
import { lastDayOf } from '../../domain/envelopes/termination';
import type { LedgerField, RowKey } from '../../domain/envelopes/ledger';
import type { Severity } from '../../domain/controls/findings/finding';
import { reachesShare } from '../../domain/money/rate';
import { NATURES, type Nature } from '../../domain/money/nature';
import type { BesideUnread } from '../../workbook/snapshot';
import { openFindings } from '../findings/open-findings';
import { placesWithoutOperations, unreadPlacesOf, unreadSumsOf, type UnreadSums } from './unread-places';

/** `info`: nothing to do, and nothing to be proud of; `unknown`: not everything could be checked. */
export type VerdictTone = 'danger' | 'warning' | 'info' | 'unknown' | 'good';

/** Credits that do not suffice; amounts in cents. */
export interface Excess {
  /** `'*'` for the whole convention, and for a programme or a titre of it. */
  readonly code: string;
  readonly of?: CeilingOfPart;
  readonly nature: Nature;
  /** Consumed above the ceiling; 0 when only what is reserved does not fit. */
  readonly over: number;
  readonly reserved: number;
  /** The amount missing once the reserved amounts are counted. */
  readonly lacking: number;
  /** The day on which the ceiling was crossed; null when it is not, or by a row without a date. */
  readonly since: CivilDate | null;
  /** The row that crosses. */
  readonly row: RowKey | null;
  readonly mode: CeilingMode;
  readonly isTolerated: boolean;
}

/** Payments on earlier EJ above the part of the CP meant for them. */
interface OpeningRapFact {
  readonly kind: 'openingRap';
  readonly code: string;
  readonly over: number;
}

export type Headline =
  | { readonly kind: 'nothingChecked' }
  | { readonly kind: 'exceeded' | 'lacking'; readonly excess: Excess }
  | OpeningRapFact
  /** Nothing wrong in what was read, and not everything was. */
  | { readonly kind: 'incomplete' | 'notExceeded' | 'expired' | 'inOrder' };

export type Fact =
  | { readonly kind: 'withReserved' | 'exceeded' | 'lacking'; readonly excess: Excess }
  | { readonly kind: 'notInformed' }
  | { readonly kind: 'threshold'; readonly nature: Nature; readonly share: number; readonly codes: readonly string[] }
  | OpeningRapFact
  | { readonly kind: 'notCalculable'; readonly nature: Nature; readonly missing: LedgerField }
  /** Rows that no figure counts, and the amounts that figures lack because of them: none, for rows without effect. */
  | { readonly kind: 'unchecked'; readonly rows: number; readonly missed: MissedSums }
  /** Payments whose date cannot be read: reserved, and perhaps paid. */
  | { readonly kind: 'undated'; readonly rows: number; readonly cents: number }
  | ({ readonly kind: 'unread' | 'withoutOperations' } & UnreadSums)
  | ({ readonly kind: 'besideUnread' } & BesideUnread)
  | { readonly kind: 'findings'; readonly errors: number; readonly warnings: number; readonly infos: number }
  | { readonly kind: 'ended'; readonly on: CivilDate };

export interface Verdict {
  readonly tone: VerdictTone;
  readonly headline: Headline;
  readonly facts: readonly Fact[];
  /** The row that the headline is about. */
  readonly row: RowKey | null;
  /** A letter to the délégant is owed. */
  readonly isNoticeDue: boolean;
}

/** The verdict of a report. */
export function verdictOf(dossier: Dossier, report: ControlReport): Verdict {
  const excesses = excessesOf(dossier, report);
  const worst = worstOf(excesses);
  const isNoticeDue = openFindings(report).some(
    ({ rule, details }) => rule === 'DEL-03' && details.formerYear === undefined,
  );
  const doubts = doubtsOf(dossier, report);
  const lastDay = lastDayOf(dossier.convention);
  const rest: readonly Fact[] = [
    ...(isNoticeDue ? [{ kind: 'notInformed' } as const] : []),
    ...openingRapOf(report),
    ...(worst === null ? thresholdsOf(dossier, report) : []),
    ...doubts,
    ...withoutEffectOf(report),
    ...withoutOperationsOf(dossier),
    ...findingsOf(report),
    ...textsNotGiven(dossier),
    ...(report.asOf > lastDay ? [{ kind: 'ended', on: lastDay } as const] : []),
  ];
  const headline = headlineOf(dossier, report, worst, rest, doubts.length > 0);
  // Beside an excess: the others, and what is pending above the other nature of the same credits or of the whole.
  const isShown = (one: Excess, than: Excess): boolean =>
    than.over === 0 || one.over > 0 || one.code === than.code || one.code === WHOLE_CONVENTION;
  const others = excesses.filter((one) => one !== worst && (worst === null || isShown(one, worst)));
  const facts: readonly Fact[] = [
    ...(worst && worst.over > 0 && worst.lacking !== worst.over
      ? [{ kind: 'withReserved', excess: worst } as const]
      : []),
    ...others.map((excess): Fact => ({ kind: excess.over > 0 ? 'exceeded' : 'lacking', excess })),
    ...(worst === null ? rest.filter((fact) => fact !== headline) : rest.filter(isBesideExcess)),
  ];
  return { tone: toneOf(headline, rest), headline, facts, row: worst?.row ?? null, isNoticeDue };
}

function headlineOf(
  dossier: Dossier,
  report: ControlReport,
  worst: Excess | null,
  rest: readonly Fact[],
  isIncomplete: boolean,
): Headline {
  if (report.rows.checked === 0 || !report.hasAmounts) return { kind: 'nothingChecked' };
  if (worst) return { kind: worst.over > 0 ? 'exceeded' : 'lacking', excess: worst };
  const ofRap = rest.flatMap((fact) => (fact.kind === 'openingRap' ? [fact] : []));
  const [largest] = ofRap.sort((one, other) => other.over - one.over);
  if (largest) return largest;
  if (isIncomplete) return { kind: 'incomplete' };
  if (rest.some(isWarning) || report.unchecked.length > 0) return { kind: 'notExceeded' };
  return { kind: report.asOf > lastDayOf(dossier.convention) ? 'expired' : 'inOrder' };
}

function toneOf(headline: Headline, rest: readonly Fact[]): VerdictTone {
  switch (headline.kind) {
    case 'exceeded': {
      const { mode, isTolerated } = headline.excess;
      return isTolerated || mode === 'information' ? 'info' : mode === 'warning' ? 'warning' : 'danger';
    }
    case 'lacking':
      return headline.excess.mode === 'information' ? 'info' : 'warning';
    case 'openingRap':
      return 'warning';
    case 'nothingChecked':
      return 'unknown';
    case 'incomplete':
      return rest.some((fact) => fact.kind !== 'findings' && isWarning(fact)) ? 'warning' : 'unknown';
    case 'notExceeded':
      return rest.some(isWarning) ? 'warning' : 'info';
    case 'expired':
      return 'info';
    case 'inOrder':
      return 'good';
  }
}

/** The facts given beside an excess: the others are in the list of what waits, below. */
function isBesideExcess(fact: Fact): boolean {
  if (fact.kind === 'unchecked') return fact.missed.rows > 0;
  if (fact.kind === 'besideUnread') return fact.why !== 'notGiven';
  return ['notInformed', 'openingRap', 'notCalculable', 'undated', 'unread', 'ended'].includes(fact.kind);
}

/** Something that the user has to look at, known for certain. */
function isWarning(fact: Fact): boolean {
  if (fact.kind === 'findings') return fact.errors + fact.warnings > 0;
  return fact.kind === 'threshold' || fact.kind === 'openingRap' || fact.kind === 'notInformed';
}

/**
 * The ceilings that do not suffice: the whole convention, its programmes and titres, then its envelopes in order, AE
 * before CP.
 */
function excessesOf({ convention }: Dossier, report: ControlReport): readonly Excess[] {
  const ofCode = (code: string): readonly Excess[] =>
    NATURES.flatMap((nature) => excessOf(convention, report, code, nature) ?? []);
  const ofParts = partCeilingsOf(convention).flatMap((part) =>
    NATURES.flatMap((nature) => {
      const of = { part: part.part, value: partValue(part), article: part.article };
      const figures = report.balances.parts.figures(part, nature);
      return lackOf(report, { code: WHOLE_CONVENTION, of, nature }, part.ceilings[nature], figures) ?? [];
    }),
  );
  return [...ofCode(WHOLE_CONVENTION), ...ofParts, ...convention.envelopes.flatMap(({ code }) => ofCode(code))];
}

/** How much an envelope (or `'*'`) lacks; null when it lacks nothing, has no ceiling, or is not known. */
export function excessOf(
  convention: Convention,
  report: Pick<ControlReport, 'balances' | 'findings'>,
  code: string,
  nature: Nature,
): Excess | null {
  const envelope = convention.envelopes.find((one) => one.code === code);
  const ceiling = envelope ? ceilingOf(convention, envelope, nature) : convention.ceilings[nature];
  const figures = report.balances.figures({ envelope: code, line: null }, nature);
  return lackOf(report, { code, nature }, ceiling, figures, envelope?.tolerance);
}

/** The credits that a ceiling bounds, in a nature. */
type Subject = Pick<Excess, 'code' | 'of' | 'nature'>;

function lackOf(
  report: Pick<ControlReport, 'findings'>,
  subject: Subject,
  ceiling: Ceiling<Nature> | null,
  figures: Figures,
  tolerance?: Tolerance,
): Excess | null {
  if (ceiling === null || !areCalculated(figures) || !figures.available.isNegative) return null;
  const over = Math.max(0, -figures.remaining.cents);
  const lacking = -figures.available.cents;
  return {
    ...subject,
    over,
    reserved: figures.reserved.cents,
    lacking,
    ...(over > 0 ? crossingOf(report, subject) : { since: null, row: null }),
    mode: ceiling.mode,
    isTolerated: lacking <= toleratedCents(tolerance, figures.allocated.cents),
  };
}

/** The last crossing of a ceiling that the controls report. */
function crossingOf(
  { findings }: Pick<ControlReport, 'findings'>,
  { code, of, nature }: Subject,
): { readonly since: CivilDate | null; readonly row: RowKey | null } {
  let last: { since: CivilDate | null; row: RowKey | null } = { since: null, row: null };
  for (const finding of findings) {
    if (finding.rule !== 'PLA-01' && finding.rule !== 'PLA-02' && finding.rule !== 'PLA-03') continue;
    const { details, place } = finding;
    if (details.envelope !== code || details.nature !== nature || !details.crosses || place.kind !== 'row') continue;
    const found = 'of' in details ? details.of : undefined;
    if (found?.part !== of?.part || found?.value !== of?.value || details.formerYear !== undefined) continue;
    if (last.row === null || (details.date ?? 0) >= (last.since ?? 0)) last = { since: details.date, row: place.row };
  }
  return last;
}

/** Exceeded ceilings before reserved amounts that do not fit, blocking ceilings first, the whole convention before its envelopes. */
function worstOf(excesses: readonly Excess[]): Excess | null {
  const rank = ({ mode, over, isTolerated, code }: Excess): number =>
    (isTolerated ? 0 : mode === 'blocking' ? 800 : mode === 'warning' ? 400 : 200) +
    (over > 0 ? 100 : 0) +
    (code === WHOLE_CONVENTION ? 10 : 0);
  return [...excesses].sort((one, other) => rank(other) - rank(one) || other.lacking - one.lacking)[0] ?? null;
}

/** The share of its AE or CP that an envelope has reached, where the team wants a warning. */
function thresholdsOf({ convention }: Dossier, { balances }: ControlReport): readonly Fact[] {
  return NATURES.flatMap((nature): readonly Fact[] => {
    const reached = convention.envelopes.filter(({ code, thresholds }) => {
      const figures = balances.figures({ envelope: code, line: null }, nature);
      if (!areCalculated(figures)) return false;
      return reachesShare(figures.consumed.cents, figures.allocated.cents, thresholds.warning);
    });
    if (reached.length === 0) return [];
    const share = Math.min(...reached.map(({ thresholds }) => thresholds.warning));
    return [{ kind: 'threshold', nature, share, codes: reached.map(({ code }) => code) }];
  });
}

/** Payments above the opening RAP, at their highest. */
function openingRapOf(report: ControlReport): readonly OpeningRapFact[] {
  const over = new Map<string, number>();
  for (const finding of openFindings(report))
    if (finding.rule === 'PLA-05' && finding.details.formerYear === undefined)
      over.set(finding.details.envelope, Math.max(finding.details.over, over.get(finding.details.envelope) ?? 0));
  return [...over].map(([code, cents]) => ({ kind: 'openingRap', code, over: cents }));
}

/** The unknowns: figures that cannot be calculated, amounts of unchecked rows that figures lack, places not read. */
function doubtsOf({ convention, account, workbook }: Dossier, report: ControlReport): readonly Fact[] {
  const notCalculable = NATURES.flatMap((nature): readonly Fact[] => {
    const missing = report.balances.missing[nature];
    const isGiven = [convention, ...convention.envelopes].some(({ ceilings }) => ceilings[nature] !== null);
    return missing !== null && isGiven ? [{ kind: 'notCalculable', nature, missing }] : [];
  });
  const missed = sumOfMissed(report.balances.missed);
  const { undated } = sumOfMissed(report.balances.undated);
  const unread = unreadSumsOf(unreadPlacesOf(account));
  return [
    ...notCalculable,
    ...(missed.rows > 0 ? [{ kind: 'unchecked', rows: report.unchecked.length, missed } as const] : []),
    ...(undated.rows > 0 ? [{ kind: 'undated', ...undated } as const] : []),
    ...(unread.places > 0 ? [{ kind: 'unread', ...unread } as const] : []),
    ...besideUnread(workbook, (why) => why !== 'notGiven'),
  ];
}

function besideUnread(
  { besideUnread: unread = [] }: Dossier['workbook'],
  isAsked: (why: BesideUnread['why']) => boolean,
): readonly Fact[] {
  return unread.flatMap((one) => (isAsked(one.why) ? [{ kind: 'besideUnread', ...one } as const] : []));
}

/** Nobody can do anything about it but look at the notes: it takes nothing from the headline. */
function textsNotGiven({ workbook }: Dossier): readonly Fact[] {
  return besideUnread(workbook, (why) => why === 'notGiven');
}

/** Unchecked rows whose amounts no figure of the day would count. */
function withoutEffectOf({ unchecked, balances }: ControlReport): readonly Fact[] {
  if (unchecked.length === 0 || balances.missed.length > 0) return [];
  return [{ kind: 'unchecked', rows: unchecked.length, missed: sumOfMissed([]) }];
}

/** Amounts that are in no figure and are no finding: the user alone knows whether they should be. */
function withoutOperationsOf({ account }: Dossier): readonly Fact[] {
  const sums = unreadSumsOf(placesWithoutOperations(account));
  return sums.places === 0 ? [] : [{ kind: 'withoutOperations', ...sums }];
}

function findingsOf(report: ControlReport): readonly Fact[] {
  const open = openFindings(report);
  if (open.length === 0) return [];
  const count = (severity: Severity): number => open.filter((one) => one.severity === severity).length;
  return [{ kind: 'findings', errors: count('error'), warnings: count('warning'), infos: count('info') }];
}
