/**
 * What each custom function answers, purely: name, arguments and state in, a value or an error with its sentence out.
 * Amounts are euros; a date left out is today; `"*"` is the whole convention.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { addDelay, replyDelayOf } from '../../domain/calendar/delays';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { Convention, Envelope, ImputationRule } from '../../domain/envelopes/convention';
import { conventionAt } from '../../domain/envelopes/credit-years';
import type { Balances, Figures } from '../../domain/envelopes/figures';
import { statusOf, type EnvelopeStatus } from '../../domain/envelopes/status';
import type { Delay } from '../../domain/envelopes/terms';
import { isPattern } from '../../domain/imputation/patterns';
import { failure, success, type Result } from '../../domain/result';
import { serialOfDate } from '../../workbook/serials';
import {
  readAmount,
  readDate,
  readDays,
  readEnvelope,
  readField,
  readHeadingRows,
  readKey,
  readNature,
  readRow,
  readSeverity,
  type FunctionArgument,
} from './function-arguments';
import type { RowCheck } from './function-check';
import type { FunctionLedger } from './function-ledger';
import type { FunctionProblem } from './function-problem';
import type { FunctionState } from './function-state';
import { findingsTable, NOT_APPLICABLE, summaryTable, type FunctionTable, type FunctionValue } from './function-tables';
import type { FunctionWords } from './function-words';

/** The functions of the ENVELOPE namespace. */
export const FUNCTION_NAMES = [
  'ALLOCATED',
  'CONSUMED',
  'RESERVED',
  'REMAINING',
  'AVAILABLE',
  'RATE',
  'OUTSTANDING',
  'CODE',
  'DEADLINE',
  'STATUS',
  'WHATIF',
  'FORECAST',
  'CHECK',
  'SUMMARY',
  'FINDINGS',
] as const;

export type FunctionName = (typeof FUNCTION_NAMES)[number];

export type FunctionResult =
  | { readonly kind: 'value'; readonly value: FunctionValue | FunctionTable }
  | { readonly kind: 'error'; readonly code: '#N/A' | '#VALUE!'; readonly message: string };

type Answer = Result<FunctionValue | FunctionTable, FunctionProblem>;
type Evaluate = (args: readonly FunctionArgument[], state: FunctionState, words: FunctionWords) => Answer;

/** What CHECK says of a row where nothing is wrong: the same in every language, since formulas compare it. */
const RIGHT = 'Conforme';
/** Excel takes no longer text in a cell; a reader takes far less. */
const LONGEST_CHECK = 8000;

/** The words of STATUS: part of the contract, the same in every language, since formulas compare them. */
const STATUS_WORDS: Readonly<Record<EnvelopeStatus, string>> = {
  open: 'Ouverte',
  alert: 'Alerte',
  exhausted: 'Épuisée',
  suspended: 'Suspendue',
  expired: 'Échue',
};
const FROM_BEST_TO_WORST: readonly EnvelopeStatus[] = ['open', 'alert', 'exhausted', 'suspended', 'expired'];

const WITHOUT_CONVENTION: Pick<Convention, 'holidayZone' | 'replyWorkingDays' | 'replyUnit'> = {
  holidayZone: 'national',
  replyWorkingDays: 5,
  replyUnit: 'working',
};

/** What is absent or unknown is `#N/A`; what is malformed is `#VALUE!`. */
const MALFORMED: ReadonlySet<FunctionProblem['problem']> = new Set([
  'badNature',
  'badDate',
  'badDays',
  'dateOutOfRange',
  'noEnvelope',
  'lineOfWhole',
  'codeOfWhichEnvelope',
  'badAmount',
  'badSeverity',
  'badRow',
  'rowAndHeadings',
  'unknownHeadings',
]);

/** Evaluates one call. */
export function evaluateFunction(
  name: FunctionName,
  args: readonly FunctionArgument[],
  state: FunctionState,
  words: FunctionWords,
): FunctionResult {
  const answer = EVALUATE[name](args, state, words);
  if (answer.ok) return { kind: 'value', value: answer.value };
  const { failure: problem } = answer;
  return { kind: 'error', code: MALFORMED.has(problem.problem) ? '#VALUE!' : '#N/A', message: words.problem(problem) };
}

const EVALUATE: Readonly<Record<FunctionName, Evaluate>> = {
  ALLOCATED: (args, state) => figure(args, state, ({ allocated }) => allocated.cents / 100),
  CONSUMED: (args, state) => figure(args, state, ({ consumed }) => consumed.cents / 100),
  RESERVED: (args, state) => figure(args, state, ({ reserved }) => reserved.cents / 100),
  REMAINING: (args, state) => figure(args, state, ({ remaining }) => remaining.cents / 100),
  AVAILABLE: (args, state) => figure(args, state, ({ available }) => available.cents / 100),
  RATE: (args, state) => figure(args, state, ({ rate }) => (rate === null ? NOT_APPLICABLE : Number(rate))),
  OUTSTANDING: outstanding,
  CODE: code,
  DEADLINE: deadline,
  STATUS: status,
  WHATIF: whatIf,
  FORECAST: forecast,
  CHECK: check,
  SUMMARY: summary,
  FINDINGS: findings,
};

/** `(envelope, nature, [poste], [asOf])`. */
function figure(
  [envelope, nature, line, asOf]: readonly FunctionArgument[],
  state: FunctionState,
  pick: (figures: Figures) => FunctionValue,
): Answer {
  const open = openState(state);
  if (!open.ok) return open;
  const date = readDate(asOf, state.uses1904Dates);
  const day = (date.ok ? date.value : null) ?? state.today;
  const key = readKey(envelope, line, open.value.conventionAt(day));
  if (!key.ok) return key;
  const which = readNature(nature);
  if (!which.ok) return which;
  if (!date.ok) return date;
  return success(pick(open.value.ledger.balancesAt(day).figures(key.value, which.value)));
}

/** `(envelope, [asOf])`. */
function outstanding([envelope, asOf]: readonly FunctionArgument[], state: FunctionState): Answer {
  const open = openState(state);
  if (!open.ok) return open;
  const date = readDate(asOf, state.uses1904Dates);
  const day = (date.ok ? date.value : null) ?? state.today;
  const read = readEnvelope(envelope, open.value.conventionAt(day));
  if (!read.ok) return read;
  if (!date.ok) return date;
  return success(open.value.ledger.balancesAt(day).outstanding(read.value?.code ?? WHOLE_CONVENTION).cents / 100);
}

/** `(envelope)`; of the whole convention, the worst of its envelopes. */
function status([envelope]: readonly FunctionArgument[], state: FunctionState): Answer {
  const open = openState(state);
  if (!open.ok) return open;
  const convention = open.value.conventionAt(state.today);
  const read = readEnvelope(envelope, convention);
  if (!read.ok) return read;
  const balances = open.value.ledger.balancesAt(state.today);
  return success(statusWord(read.value ? [read.value] : convention.envelopes, convention, balances));
}

/** The worst of them. */
function statusWord(asked: readonly Envelope[], convention: Convention, balances: Balances): string {
  const ranks = asked.map((one) => FROM_BEST_TO_WORST.indexOf(statusOf(one, convention, balances)));
  return STATUS_WORDS[FROM_BEST_TO_WORST[Math.max(0, ...ranks)] ?? 'open'];
}

/** `(envelope, nature, amount, [poste], [asOf])`: what remains after that amount; negative when it does not fit. */
function whatIf([envelope, nature, amount, line, asOf]: readonly FunctionArgument[], state: FunctionState): Answer {
  const open = openState(state);
  if (!open.ok) return open;
  const cents = readAmount(amount);
  if (!cents.ok) return cents;
  return figure([envelope, nature, line, asOf], state, ({ remaining }) => (remaining.cents - cents.value) / 100);
}

/** `(envelope, nature, [asOf])`: the landing at the end of the credit year, as `domain/envelopes/forecast.ts` says. */
function forecast([envelope, nature, asOf]: readonly FunctionArgument[], state: FunctionState): Answer {
  const open = openState(state);
  if (!open.ok) return open;
  const date = readDate(asOf, state.uses1904Dates);
  const day = (date.ok ? date.value : null) ?? state.today;
  const read = readEnvelope(envelope, open.value.conventionAt(day));
  if (!read.ok) return read;
  const which = readNature(nature);
  if (!which.ok) return which;
  if (!date.ok) return date;
  const forecasts = open.value.ledger.forecastsAt(day).get(read.value?.code ?? WHOLE_CONVENTION);
  return success((forecasts?.[which.value].landing.cents ?? 0) / 100);
}

/** `(row, headers)`: as of today. */
function check([row, headers]: readonly FunctionArgument[], state: FunctionState, words: FunctionWords): Answer {
  const open = openState(state);
  if (!open.ok) return open;
  const cells = readRow(row);
  if (!cells.ok) return cells;
  const headings = readHeadingRows(headers, cells.value.length);
  if (!headings.ok) return headings;
  const checked = open.value.ledger.check(cells.value, headings.value);
  if (checked.kind === 'unknownHeadings') return failure({ problem: 'unknownHeadings' });
  return success(checkWords(checked, open.value.conventionAt(state.today), words).slice(0, LONGEST_CHECK));
}

function checkWords(
  checked: Exclude<RowCheck, { readonly kind: 'unknownHeadings' }>,
  convention: Convention,
  words: FunctionWords,
): string {
  if (checked.kind === 'notJudged') return words.notJudged(checked.why);
  const reasons = checked.findings.map((finding) => words.reason(finding, convention));
  const unchecked = checked.missing.length === 0 ? [] : [words.unchecked(checked.missing, checked.ambiguous)];
  return [...reasons, ...unchecked].join(' ; ') || RIGHT;
}

/** `([asOf])`. */
function summary([asOf]: readonly FunctionArgument[], state: FunctionState): Answer {
  const open = openState(state);
  if (!open.ok) return open;
  const read = readDate(asOf, state.uses1904Dates);
  if (!read.ok) return read;
  const day = read.value ?? state.today;
  const convention = open.value.conventionAt(day);
  const balances = open.value.ledger.balancesAt(day);
  const asked = (code: string): readonly Envelope[] =>
    convention.envelopes.filter((one) => code === WHOLE_CONVENTION || one.code === code);
  return success(summaryTable(convention, balances, (code) => statusWord(asked(code), convention, balances)));
}

/** `([severity])`: as of today. */
function findings([severity]: readonly FunctionArgument[], state: FunctionState, words: FunctionWords): Answer {
  const open = openState(state);
  if (!open.ok) return open;
  const wanted = readSeverity(severity);
  if (!wanted.ok) return wanted;
  return success(
    findingsTable(open.value.ledger.findings(), wanted.value, open.value.conventionAt(state.today), words),
  );
}

/** `(field, [envelope])`: the code to use today; its other spellings are accepted by the controls, and not given. */
function code([fieldName, envelopeName]: readonly FunctionArgument[], state: FunctionState): Answer {
  if (!state.convention) return failure(missing(state));
  const convention = conventionAt(state.convention, state.today);
  const field = readField(fieldName);
  if (!field.ok) return field;
  const isForAll = envelopeName === null || envelopeName === undefined || envelopeName === '' || envelopeName === 0;
  const read = isForAll ? success(null) : readEnvelope(envelopeName, convention);
  if (!read.ok) return read;
  const envelope = read.value;
  const rules = convention.imputation.filter((rule) => rule.field === field.value && isInForce(rule, state.today));
  const mine = rules.filter((rule) => rule.envelope === null || (envelope !== null && rule.envelope === envelope.code));
  const [first] = mine
    .filter(({ value }) => !isPattern(value))
    .sort((one, other) => Number(one.envelope === null) - Number(other.envelope === null));
  if (first) return success(first.value);
  if (mine.length > 0)
    return failure({ problem: 'codeOfForm', field: field.value, forms: mine.map(({ value }) => value) });
  const others = rules.flatMap((rule) => rule.envelope ?? []);
  if (!envelope && others.length > 0)
    return failure({ problem: 'codeOfWhichEnvelope', field: field.value, envelopes: [...new Set(others)] });
  return failure({ problem: 'noCode', field: field.value, envelope: envelope?.label ?? null });
}

function isInForce({ from, until }: ImputationRule, today: CivilDate): boolean {
  return (from === null || from <= today) && (until === null || today <= until);
}

/**
 * `(start, [workingDays])`: works in any workbook; a convention only says how long its delay is, in its own unit, and
 * which holidays.
 */
function deadline([start, workingDays]: readonly FunctionArgument[], state: FunctionState): Answer {
  const convention = state.convention ?? WITHOUT_CONVENTION;
  const date = readDate(start, state.uses1904Dates);
  if (!date.ok) return date;
  if (date.value === null) return failure({ problem: 'badDate', raw: '' });
  const days = readDays(workingDays);
  if (!days.ok) return days;
  const delay: Delay = days.value === null ? replyDelayOf(convention) : { count: days.value, unit: 'working' };
  const serial = serialOfDate(addDelay(date.value, delay, convention.holidayZone), state.uses1904Dates);
  return serial === null ? failure({ problem: 'dateOutOfRange' }) : success(serial);
}

interface OpenState {
  /**
   * The convention of the credit year of a date: its envelopes and postes are those that the balances of that date
   * know.
   */
  readonly conventionAt: (asOf: CivilDate) => Convention;
  readonly ledger: FunctionLedger;
}

function openState(state: FunctionState): Result<OpenState, FunctionProblem> {
  const { convention, ledger } = state;
  return convention && ledger
    ? success({ conventionAt: (asOf) => conventionAt(convention, asOf), ledger })
    : failure(missing(state));
}

function missing(state: FunctionState): FunctionProblem {
  return { problem: 'workbook', failure: state.failure ?? { code: 'noConvention' } };
}
