/**
 * The answer of each custom function: name, arguments and state in, a value or an error with its sentence out. Amounts
 * are in euros; a date left out is today; `"*"` is the whole convention.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { addDelay, replyDelayOf } from '../../domain/calendar/delays';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { Convention, Envelope, ImputationRule } from '../../domain/envelopes/convention';
import { conventionAt } from '../../domain/envelopes/credit-years';
import type { Balances, Figures } from '../../domain/envelopes/figures';
import { statusOf, statusOfConvention, unboundedNature, type EnvelopeStatus } from '../../domain/envelopes/status';
import type { Delay } from '../../domain/envelopes/terms';
import type { LedgerField } from '../../domain/envelopes/ledger';
import { Euros } from '../../domain/money/euros';
import type { ImputationField } from '../../domain/imputation/imputation';
import { isPattern } from '../../domain/imputation/patterns';
import { failure, success, type Result } from '../../domain/result';
import type { UnreadCell } from '../../domain/unread-cells';
import { serialOfDate } from '../../workbook/serials';
import { COLUMNS } from '../../workbook/workbook-names';
import {
  readAmount,
  readDate,
  readDays,
  readEnvelope,
  readHeadingRows,
  readKey,
  readNature,
  readRow,
  readSeverity,
  singleValues,
  textOf,
  type FunctionArgument,
} from './function-arguments';
import type { RowCheck } from './function-check';
import type { FunctionLedger } from './function-ledger';
import { codeField } from './code-field';
import type { FunctionState } from './function-state';
import { exactRate, findingsTable, summaryTable, type FunctionTable, type FunctionValue } from './function-tables';
import type { FunctionProblem, FunctionWords, UnknownFigure } from './function-words';

export type FunctionResult =
  | { readonly kind: 'value'; readonly value: FunctionValue | FunctionTable }
  | { readonly kind: 'error'; readonly code: '#N/A' | '#VALUE!'; readonly message: string };

type Answer = Result<FunctionValue | FunctionTable, FunctionProblem>;
type Arguments = readonly FunctionArgument[];
type Evaluate = (args: Arguments, state: FunctionState, words: FunctionWords) => Answer;
/** An answer that is the same in every language. */
type EvaluateFigure = (args: Arguments, state: FunctionState) => Answer;
/** Evaluates on a workbook whose convention and ledger are read. */
type EvaluateOnLedger = (args: Arguments, book: ReadBook, words: FunctionWords) => Answer;
type EvaluateFigureOnLedger = (args: Arguments, book: ReadBook) => Answer;

/** The answer of CHECK for a row without a finding: the same in every language, since formulas compare it. */
const COMPLIANT = 'Conforme';
/** In characters; a cell of Excel holds 32,767. */
const LONGEST_CHECK = 8000;

/** The answers of STATUS: the same in every language, since formulas compare them. */
const STATUS_WORDS: Readonly<Record<EnvelopeStatus, string>> = {
  open: 'Ouverte',
  alert: 'Alerte',
  exhausted: 'Épuisée',
  suspended: 'Suspendue',
  expired: 'Échue',
};

const WITHOUT_CONVENTION: Pick<Convention, 'holidayZone' | 'replyWorkingDays' | 'replyUnit'> = {
  holidayZone: 'national',
  replyWorkingDays: 5,
  replyUnit: 'working',
};

/** Problems shown as `#VALUE!`; the others, of something absent or unknown, are `#N/A`. */
const MALFORMED: ReadonlySet<FunctionProblem['problem']> = new Set([
  'badNature',
  'badDate',
  'badDays',
  'dateOutOfRange',
  'noEnvelope',
  'lineOfWhole',
  'dateAsLine',
  'codeOfWhichEnvelope',
  'badAmount',
  'badSeverity',
  'badRow',
  'severalCells',
  'errorGiven',
  'rowAndHeadings',
  'unknownHeadings',
]);

/** A figure that depends on what the convention gives. */
const OF_A_CEILING = true;

const FIGURES = {
  ALLOCATED: figure(({ allocated }) => euros(allocated), OF_A_CEILING),
  CONSUMED: figure(({ consumed }) => euros(consumed)),
  RESERVED: figure(({ reserved }) => euros(reserved)),
  REMAINING: figure(({ remaining }) => euros(remaining), OF_A_CEILING),
  AVAILABLE: figure(({ available }) => euros(available), OF_A_CEILING),
  RATE: figure(exactRate, OF_A_CEILING),
  OUTSTANDING: onLedger(outstanding),
  CODE: code,
  DEADLINE: deadline,
  STATUS: onLedger(status),
  WHATIF: onLedger(whatIf),
  FORECAST: onLedger(forecast),
} satisfies Readonly<Record<string, EvaluateFigure>>;

/** The functions of the ENVELOPE namespace and their answers; `functions/function-help.ts` has the help of each. */
const ANSWERS = {
  ...FIGURES,
  CHECK: inWords(check),
  SUMMARY: inWords(summary),
  FINDINGS: inWords(findings),
} satisfies Readonly<Record<string, Evaluate>>;

export type FunctionName = keyof typeof ANSWERS;

/** In the order in which they are registered. */
export const FUNCTION_NAMES = Object.keys(ANSWERS) as readonly FunctionName[];

/** Functions whose arguments are ranges. */
const OF_RANGES: ReadonlySet<FunctionName> = new Set(['CHECK']);

/** Evaluates one call. */
export function evaluateFunction(
  name: FunctionName,
  args: Arguments,
  state: FunctionState,
  words: FunctionWords,
): FunctionResult {
  const given = OF_RANGES.has(name) ? success(args) : singleValues(args);
  const answer = given.ok ? ANSWERS[name](given.value, state, words) : given;
  if (answer.ok) return { kind: 'value', value: answer.value };
  const { failure: problem } = answer;
  return { kind: 'error', code: MALFORMED.has(problem.problem) ? '#VALUE!' : '#N/A', message: words.problem(problem) };
}

/**
 * The answer of a function whose answers are the same in every language; null when it is an error, undefined for any
 * other name.
 */
export function figureOfCall(name: string, args: Arguments, state: FunctionState): FunctionValue | null | undefined {
  if (!Object.hasOwn(FIGURES, name)) return undefined;
  const answer = FIGURES[name as keyof typeof FIGURES](args, state);
  return answer.ok && typeof answer.value !== 'object' ? answer.value : null;
}

interface ReadBook extends Pick<FunctionState, 'today' | 'uses1904Dates'> {
  readonly ledger: FunctionLedger;
  /** The convention of the credit year of a date: the envelopes and budget lines in the balances of that date. */
  readonly conventionAt: (asOf: CivilDate) => Convention;
}

function onLedger(evaluate: EvaluateFigureOnLedger): EvaluateFigure {
  return (args, state) => {
    const book = bookOf(state);
    return book.ok ? evaluate(args, book.value) : book;
  };
}

function inWords(evaluate: EvaluateOnLedger): Evaluate {
  return (args, state, words) => {
    const book = bookOf(state);
    return book.ok ? evaluate(args, book.value, words) : book;
  };
}

/** Refuses when the workbook has no convention or no ledger. */
function bookOf(state: FunctionState): Result<ReadBook, FunctionProblem> {
  const { convention, ledger } = state;
  if (!convention || !ledger) return failure(notReadable(state));
  return success({ ...state, ledger, conventionAt: (asOf) => conventionAt(convention, asOf) });
}

function notReadable(state: FunctionState): FunctionProblem {
  return { problem: 'workbook', failure: state.failure ?? { code: 'noConvention' } };
}

/** The day to answer for. An unreadable date counts as today here: it is refused after the arguments before it are read. */
function dayOf(date: Result<CivilDate | null, FunctionProblem>, { today }: ReadBook): CivilDate {
  return (date.ok ? date.value : null) ?? today;
}

function euros(amount: Euros | null): number | null {
  return amount === null ? null : amount.cents / 100;
}

/** `pick` gives null for a figure that is not calculable. */
function figure(pick: (figures: Figures) => FunctionValue | null, isOfCeiling = false): EvaluateFigure {
  return onLedger((args, book) => figureOf(args, book, pick, isOfCeiling));
}

/** `(envelope, nature, [poste], [asOf])`. */
function figureOf(
  [envelope, nature, line, asOf]: Arguments,
  book: ReadBook,
  pick: (figures: Figures) => FunctionValue | null,
  isOfCeiling: boolean,
): Answer {
  const date = readDate(asOf, book.uses1904Dates);
  const day = dayOf(date, book);
  const convention = book.conventionAt(day);
  const key = readKey(envelope, line, convention, book.uses1904Dates);
  if (!key.ok) return key;
  const which = readNature(nature);
  if (!which.ok) return which;
  if (!date.ok) return date;
  const figures = book.ledger.balancesAt(day).figures(key.value, which.value);
  if (isOfCeiling && figures.allocated === null)
    return failure({ problem: 'noCeiling', key: key.value, nature: which.value });
  return known(which.value, pick(figures), figures.missing);
}

/** The value of a figure; a refusal that names the missing column when there is none. */
function known(figure: UnknownFigure, value: FunctionValue | null | undefined, missing: LedgerField | null): Answer {
  if (value !== null && value !== undefined) return success(value);
  return failure({ problem: 'notCalculable', figure, missing });
}

/** `(envelope, [asOf])`. */
function outstanding([envelope, asOf]: Arguments, book: ReadBook): Answer {
  const date = readDate(asOf, book.uses1904Dates);
  const day = dayOf(date, book);
  const read = readEnvelope(envelope, book.conventionAt(day));
  if (!read.ok) return read;
  if (!date.ok) return date;
  const balances = book.ledger.balancesAt(day);
  const amount = balances.outstanding(read.value?.code ?? WHOLE_CONVENTION);
  return known('outstanding', euros(amount), balances.missing.outstanding);
}

/** `(envelope, [asOf])`. */
function status([envelope, asOf]: Arguments, book: ReadBook): Answer {
  const date = readDate(asOf, book.uses1904Dates);
  const day = dayOf(date, book);
  const convention = book.conventionAt(day);
  const read = readEnvelope(envelope, convention);
  if (!read.ok) return read;
  if (!date.ok) return date;
  const balances = book.ledger.balancesAt(day);
  const word = statusWord(read.value, convention, balances);
  const missing = balances.missing.AE ?? balances.missing.CP;
  if (word === null && missing === null && balances.counted > 0) {
    for (const envelope of read.value ? [read.value] : convention.envelopes) {
      const nature = unboundedNature(envelope, convention);
      if (nature) return failure({ problem: 'noCeiling', key: { envelope: envelope.code, line: null }, nature });
    }
  }
  return known('status', word, missing);
}

/** The word for an envelope, or for the whole convention (null); null when it is not known. */
function statusWord(envelope: Envelope | null, convention: Convention, balances: Balances): string | null {
  const status = envelope ? statusOf(envelope, convention, balances) : statusOfConvention(convention, balances);
  return status && STATUS_WORDS[status];
}

/** `(envelope, nature, amount, [poste], [asOf])`: the available after that amount; negative when it does not fit. */
function whatIf([envelope, nature, amount, line, asOf]: Arguments, book: ReadBook): Answer {
  const cents = readAmount(amount);
  if (!cents.ok) return cents;
  return figureOf(
    [envelope, nature, line, asOf],
    book,
    ({ available }) => euros(available && available.minus(Euros.fromCents(cents.value))),
    OF_A_CEILING,
  );
}

/** `(envelope, nature, [asOf])`: the consumption expected at the end of the credit year. */
function forecast([envelope, nature, asOf]: Arguments, book: ReadBook): Answer {
  const date = readDate(asOf, book.uses1904Dates);
  const day = dayOf(date, book);
  const read = readEnvelope(envelope, book.conventionAt(day));
  if (!read.ok) return read;
  const which = readNature(nature);
  if (!which.ok) return which;
  if (!date.ok) return date;
  const forecasts = book.ledger.forecastsAt(day).get(read.value?.code ?? WHOLE_CONVENTION);
  const landing = forecasts?.[which.value]?.landing ?? null;
  return known(which.value, euros(landing), book.ledger.balancesAt(day).missing[which.value]);
}

/** `(row, headers)`: as of today. */
function check([row, headers]: Arguments, { ledger, conventionAt, today }: ReadBook, words: FunctionWords): Answer {
  const cells = readRow(row);
  if (!cells.ok) return cells;
  const headings = readHeadingRows(headers, cells.value.length);
  if (!headings.ok) return headings;
  const checked = ledger.check(cells.value, headings.value);
  if (checked.kind === 'unknownHeadings') return failure({ problem: 'unknownHeadings' });
  return success(checkWords(checked, conventionAt(today), words).slice(0, LONGEST_CHECK));
}

function checkWords(
  checked: Exclude<RowCheck, { readonly kind: 'unknownHeadings' }>,
  convention: Convention,
  words: FunctionWords,
): string {
  if (checked.kind === 'notJudged') return words.notJudged[checked.why];
  const reasons = checked.findings.map((finding) => words.reason(finding, convention));
  const unchecked = checked.missing.length === 0 ? [] : [words.unchecked(checked.missing, checked.ambiguous)];
  const notRead = checked.notRead.length === 0 ? [] : [words.notRead(checked.notRead)];
  return [...reasons, ...unchecked, ...notRead].join(' ; ') || COMPLIANT;
}

/** `([asOf])`. */
function summary([asOf]: Arguments, book: ReadBook, words: FunctionWords): Answer {
  const date = readDate(asOf, book.uses1904Dates);
  if (!date.ok) return date;
  const day = dayOf(date, book);
  const convention = book.conventionAt(day);
  const balances = book.ledger.balancesAt(day);
  const envelopeOf = (code: string): Envelope | null => convention.envelopes.find((one) => one.code === code) ?? null;
  const stateOf = (code: string): string => statusWord(envelopeOf(code), convention, balances) ?? words.notCalculable;
  return success(summaryTable(convention, balances, stateOf, words));
}

/** `([severity])`: as of today. */
function findings([severity]: Arguments, { ledger, conventionAt, today }: ReadBook, words: FunctionWords): Answer {
  const wanted = readSeverity(severity);
  if (!wanted.ok) return wanted;
  return success(findingsTable(ledger.findings(), ledger.extent(), wanted.value, conventionAt(today), words));
}

/** `(field, [envelope])`: the code to use today; aliases are accepted by the controls, but never returned. */
function code([fieldName, envelopeName]: Arguments, state: FunctionState): Answer {
  if (!state.convention) return failure(notReadable(state));
  const convention = conventionAt(state.convention, state.today);
  const inForce = convention.imputation.filter((rule) => isInForce(rule, state.today));
  const field = codeField(textOf(fieldName), { imputation: inForce }, state.fieldNamed);
  if (!field.ok) return field;
  const isForAll = envelopeName === null || envelopeName === undefined || envelopeName === '' || envelopeName === 0;
  const read = isForAll ? success(null) : readEnvelope(envelopeName, convention);
  if (!read.ok) return read;
  const envelope = read.value;
  const unread = unreadCellOf(convention, field.value, envelope);
  if (unread) return failure({ problem: 'codeUnread', field: field.value, unread });
  const rules = inForce.filter((rule) => rule.field === field.value);
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

/** A cell that cannot be read of the rows of a field that may be for an envelope; its name for the reader aside. */
function unreadCellOf(
  { imputation, unreadCodes = [] }: Convention,
  wanted: ImputationField,
  envelope: Envelope | null,
): UnreadCell | undefined {
  const mayBeFor = (code: string | null): boolean => code === null || code === envelope?.code;
  const rules = imputation.filter((rule) => rule.field === wanted && mayBeFor(rule.envelope));
  const codes = unreadCodes.filter(({ field }) => field === wanted);
  const cells = [...rules, ...codes].flatMap(({ unread }) => unread?.cells ?? []);
  return cells.find(({ column }) => column !== COLUMNS.imputations.label);
}

function isInForce({ from, until }: ImputationRule, today: CivilDate): boolean {
  return (from === null || from <= today) && (until === null || today <= until);
}

/**
 * `(start, [workingDays])`: works without a convention, which only sets the default delay, its unit and the public
 * holidays.
 */
function deadline([start, workingDays]: Arguments, state: FunctionState): Answer {
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
