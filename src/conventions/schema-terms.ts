/**
 * The terms of a convention file besides credits and codes: duties, requests, closing, termination, articles. All are
 * optional.
 */
import type { Convention } from '../domain/envelopes/convention';
import {
  type ApprovalKind,
  CLAUSES,
  type ClosingDates,
  type Delay,
  type DelayUnit,
  type Duty,
  type DutyType,
  type ExpectedIndicator,
  type ExpectedMilestone,
  type FurtherTerms,
  type InformationRequest,
  type Recurrence,
  type Termination,
  UNSAID,
} from '../domain/envelopes/terms';
import { CORRESPONDENCE_KEYS, correspondenceOf, type Correspondence } from '../domain/envelopes/correspondence';
import type { CivilDate } from '../domain/calendar/civil-date';
import type { Allowances } from '../domain/envelopes/allowances/allowances';
import { DAYS_BOUNDS, DELAY_BOUNDS } from '../workbook/convention/convention-bounds';
import { join, type JsonChecker, type JsonObject } from './json-checker';
import { ALLOWANCE_MEMBERS } from './schema-allowances';

const UNITS: readonly [DelayUnit, ...DelayUnit[]] = ['working', 'workable', 'clear', 'calendar', 'months'];
const APPROVALS: readonly [ApprovalKind, ...ApprovalKind[]] = ['simple', 'binding'];
const DUTIES: readonly [DutyType, ...DutyType[]] = [
  'yearlyReport',
  'finalReport',
  'insufficiency',
  'unspent',
  'approvalBeforeCommitment',
  'approvalOfService',
  'publication',
  'copyToComptrollers',
  'authorisations',
  'creditsAvailable',
  'other',
];
const RECURRENCES: readonly [Recurrence, ...Recurrence[]] = ['month', 'quarter', 'halfYear', 'year'];
const PARTIES = ['delegate', 'delegant'] as const;

/** The members that `termsOf` reads. */
export const TERM_MEMBERS: readonly (keyof FurtherTerms)[] = [
  ...ALLOWANCE_MEMBERS,
  'replyUnit',
  'duties',
  'requests',
  'closing',
  'termination',
  'paymentDays',
  'recyclingBasis',
  'otherYears',
  'articles',
  'indicators',
  'milestones',
  'correspondence',
];

/** All the further terms but the credits of other years. */
export function termsOf(check: JsonChecker, of: JsonObject): Omit<FurtherTerms, 'otherYears' | keyof Allowances> {
  return {
    replyUnit: check.word(of.get('replyUnit') ?? UNSAID.replyUnit, 'replyUnit', UNITS),
    duties: check.list(of.get('duties') ?? [], 'duties', (value, path, index) => dutyOf(check, value, path, index)),
    requests: check.list(of.get('requests') ?? [], 'requests', (value, path, index) =>
      requestOf(check, value, path, index),
    ),
    closing: closingOf(check, of.get('closing') ?? {}, 'closing'),
    termination: check.optional(of.get('termination'), 'termination', (value, path) =>
      terminationOf(check, value, path),
    ),
    paymentDays: check.integer(of.get('paymentDays') ?? UNSAID.paymentDays, 'paymentDays', ...DAYS_BOUNDS),
    recyclingBasis: check.text(of.get('recyclingBasis') ?? '', 'recyclingBasis'),
    articles: articlesOf(check, of.get('articles') ?? {}, 'articles'),
    indicators: check.list(of.get('indicators') ?? [], 'indicators', (value, path) => indicatorOf(check, value, path)),
    milestones: check.list(of.get('milestones') ?? [], 'milestones', (value, path) => milestoneOf(check, value, path)),
    correspondence: textsOf(check, of.get('correspondence') ?? {}, 'correspondence'),
  };
}

function dutyOf(check: JsonChecker, value: unknown, path: string, index: number): Duty {
  const of = check.object(
    value,
    path,
    ['type', 'label'],
    ['delay', 'dueOn', 'doneOn', 'addressee', 'approval', 'article', 'every', 'party'],
  );
  return {
    index,
    type: check.word(of.get('type'), join(path, 'type'), DUTIES),
    label: check.text(of.get('label'), join(path, 'label')),
    delay: check.optional(of.get('delay'), join(path, 'delay'), (entry, place) => delayOf(check, entry, place)),
    dueOn: dateOf(check, of, path, 'dueOn'),
    doneOn: dateOf(check, of, path, 'doneOn'),
    addressee: check.text(of.get('addressee') ?? '', join(path, 'addressee')),
    approval: check.optional(of.get('approval'), join(path, 'approval'), (entry, place) =>
      check.word(entry, place, APPROVALS),
    ),
    article: check.text(of.get('article') ?? '', join(path, 'article')),
    ...(of.has('every') && { every: check.word(of.get('every'), join(path, 'every'), RECURRENCES) }),
    ...(check.word(of.get('party') ?? 'delegate', join(path, 'party'), PARTIES) === 'delegant' && {
      isOfDelegant: true,
    }),
  };
}

function delayOf(check: JsonChecker, value: unknown, path: string): Delay {
  const of = check.object(value, path, ['count', 'unit']);
  return {
    count: check.integer(of.get('count'), join(path, 'count'), ...DELAY_BOUNDS),
    unit: check.word(of.get('unit'), join(path, 'unit'), UNITS),
  };
}

function requestOf(check: JsonChecker, value: unknown, path: string, index: number): InformationRequest {
  const of = check.object(value, path, ['receivedOn', 'subject'], ['answeredOn']);
  return {
    index,
    receivedOn: dateOf(check, of, path, 'receivedOn'),
    subject: check.text(of.get('subject'), join(path, 'subject')),
    answeredOn: dateOf(check, of, path, 'answeredOn'),
  };
}

function indicatorOf(check: JsonChecker, value: unknown, path: string): ExpectedIndicator {
  const of = check.object(value, path, ['theme', 'indicator'], ['unit', 'period']);
  return {
    theme: check.name(of.get('theme'), join(path, 'theme')),
    indicator: check.name(of.get('indicator'), join(path, 'indicator')),
    unit: check.text(of.get('unit') ?? '', join(path, 'unit')),
    period: check.text(of.get('period') ?? '', join(path, 'period')),
  };
}

function milestoneOf(check: JsonChecker, value: unknown, path: string): ExpectedMilestone {
  const of = check.object(value, path, ['envelope', 'milestone'], ['plannedOn']);
  return {
    envelope: check.name(of.get('envelope'), join(path, 'envelope')),
    milestone: check.name(of.get('milestone'), join(path, 'milestone')),
    plannedOn: dateOf(check, of, path, 'plannedOn'),
  };
}

function closingOf(check: JsonChecker, value: unknown, path: string): ClosingDates {
  const of = check.object(value, path, [], ['commitment', 'serviceCertified', 'payment']);
  return {
    commitment: dateOf(check, of, path, 'commitment'),
    serviceCertified: dateOf(check, of, path, 'serviceCertified'),
    payment: dateOf(check, of, path, 'payment'),
  };
}

/** A notice that was neither sent nor received is none. */
function terminationOf(check: JsonChecker, value: unknown, path: string): Termination | null {
  const of = check.object(value, path, [], ['sentOn', 'receivedOn']);
  const [sentOn, receivedOn] = [dateOf(check, of, path, 'sentOn'), dateOf(check, of, path, 'receivedOn')];
  return sentOn === null && receivedOn === null ? null : { sentOn, receivedOn };
}

function articlesOf(check: JsonChecker, value: unknown, path: string): Convention['articles'] {
  const of = check.object(value, path, [], CLAUSES);
  const said = CLAUSES.filter((clause) => of.has(clause));
  return Object.fromEntries(said.map((clause) => [clause, check.name(of.get(clause), join(path, clause))]));
}

function textsOf(check: JsonChecker, value: unknown, path: string): Correspondence {
  const of = check.object(value, path, [], CORRESPONDENCE_KEYS);
  return correspondenceOf((key) => check.text(of.get(key) ?? '', join(path, key)));
}

function dateOf(check: JsonChecker, of: JsonObject, path: string, name: string): CivilDate | null {
  return check.optional(of.get(name), join(path, name), (entry, place) => check.date(entry, place));
}
