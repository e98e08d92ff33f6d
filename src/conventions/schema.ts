/**
 * A convention file (JSON) → Convention. Total: any JSON is either read or refused with the path of the first fault.
 * A file can state all that the tables of the workbook can.
 */
import type {
  BoundedEvent,
  Convention,
  Envelope,
  HolidayZone,
  ImputationRule,
  Movement,
  MovementType,
  Party,
} from '../domain/envelopes/convention';
import { codesIn, faultOfCode, otherFieldOf } from '../domain/imputation/code-cells';
import { IMPUTATION_FIELDS } from '../domain/imputation/imputation';
import type { Nature } from '../domain/money/nature';
import { failure, success, type Result } from '../domain/result';
import { comparable } from '../domain/text';
import {
  DAYS_BOUNDS,
  MOST_OTHER_YEARS,
  NOTICE_MONTHS_BOUNDS,
  YEAR_BOUNDS,
  closesNothing,
  isAfterEnd,
  isFarFrom,
} from '../workbook/convention/convention-bounds';
import { notNamedIn } from '../workbook/convention/authority-words';
import type { BadConvention } from '../workbook/failure';
import { toIso, yearOf as civilYearOf } from '../domain/calendar/civil-date';
import { WHOLE_CONVENTION } from '../domain/envelopes/ceilings';
import { creditYearsOf } from '../domain/envelopes/credit-years';
import { matchLine } from '../domain/envelopes/names';
import { unknownParts } from '../domain/envelopes/allowances/known-parts';
import { sharedCodes } from '../domain/envelopes/naming/shared-codes';
import { join, JsonChecker } from './json-checker';
import { allowancesOf } from './schema-allowances';
import { aliasesOf, ceilingsOf, envelopeOf, rapOf, yearOf } from './schema-envelopes';
import { TERM_MEMBERS, termsOf } from './schema-terms';

const EVENTS: readonly [BoundedEvent, ...BoundedEvent[]] = ['commitment', 'serviceCertified', 'payment'];
const ZONES: readonly [HolidayZone, ...HolidayZone[]] = ['national', 'alsace-moselle'];
const MOVEMENTS: readonly [MovementType, ...MovementType[]] = [
  'amendment',
  'transfer',
  'carryOver',
  'freeze',
  'restoration',
];
const NATURES: readonly [Nature, ...Nature[]] = ['AE', 'CP'];

/** Reads a convention file. `file` is what a refusal calls it. */
export function readConventionJson(json: unknown, file: string): Result<Convention, BadConvention> {
  const { convention, check } = checked(json, file);
  return check.fault ? failure(check.fault) : success(convention);
}

/** Everything that is wrong with a convention, in the order of its members; empty when it can be read. */
export function faultsOfConventionJson(json: unknown, file: string): readonly BadConvention[] {
  return checked(json, file).check.faults;
}

function checked(json: unknown, file: string): { readonly convention: Convention; readonly check: JsonChecker } {
  const check = new JsonChecker(file);
  const convention = conventionOf(check, json);
  checkDates(check, convention);
  checkNames(check, convention);
  checkEnvelopeReferences(check, convention);
  checkCodes(check, convention);
  checkParts(check, convention);
  return { convention, check };
}

function conventionOf(check: JsonChecker, json: unknown): Convention {
  const required = [
    'id',
    'reference',
    'title',
    'delegants',
    'delegates',
    'signedOn',
    'endsOn',
    'endAppliesTo',
    'creditYear',
    'noticeMonths',
    'replyWorkingDays',
    'holidayZone',
    'ceilings',
    'envelopes',
    'imputation',
  ];
  const of = check.object(json, '', required, ['movements', 'rap', ...TERM_MEMBERS]);
  const counter = { lines: 0 };
  const first = {
    id: check.text(of.get('id'), 'id'),
    reference: check.text(of.get('reference'), 'reference'),
    title: check.text(of.get('title'), 'title'),
    delegants: check.list(of.get('delegants'), 'delegants', (value, path) => partyOf(check, value, path)),
    delegates: check.list(of.get('delegates'), 'delegates', (value, path) => partyOf(check, value, path)),
    signedOn: check.date(of.get('signedOn'), 'signedOn'),
    endsOn: check.date(of.get('endsOn'), 'endsOn'),
    endAppliesTo: check.list(of.get('endAppliesTo'), 'endAppliesTo', (value, path) => check.word(value, path, EVENTS)),
    creditYear: check.integer(of.get('creditYear'), 'creditYear', ...YEAR_BOUNDS),
  };
  return {
    ...first,
    noticeMonths: check.integer(of.get('noticeMonths'), 'noticeMonths', ...NOTICE_MONTHS_BOUNDS),
    replyWorkingDays: check.integer(of.get('replyWorkingDays'), 'replyWorkingDays', ...DAYS_BOUNDS),
    holidayZone: check.word(of.get('holidayZone'), 'holidayZone', ZONES),
    ceilings: ceilingsOf(check, of.get('ceilings'), 'ceilings'),
    envelopes: check.list(of.get('envelopes'), 'envelopes', (value, path) => envelopeOf(check, value, path, counter)),
    imputation: check.list(of.get('imputation'), 'imputation', (value, path) => ruleOf(check, value, path)),
    movements: check.list(of.get('movements') ?? [], 'movements', (value, path, index) =>
      movementOf(check, value, path, index),
    ),
    rap: check.list(of.get('rap') ?? [], 'rap', (value, path) => rapOf(check, value, path)),
    ...termsOf(check, of),
    ...allowancesOf(check, of, first.creditYear),
    otherYears: check.list(of.get('otherYears') ?? [], 'otherYears', (value, path) =>
      yearOf(check, value, path, counter),
    ),
  };
}

function partyOf(check: JsonChecker, value: unknown, path: string): Party {
  const of = check.object(value, path, ['name'], ['representative', 'signatory']);
  return {
    name: check.name(of.get('name'), join(path, 'name')),
    representative: check.text(of.get('representative') ?? '', join(path, 'representative')),
    signatory: check.text(of.get('signatory') ?? '', join(path, 'signatory')),
  };
}

function ruleOf(check: JsonChecker, given: unknown, path: string): ImputationRule {
  const of = check.object(given, path, ['field', 'value'], ['label', 'aliases', 'envelope', 'from', 'until']);
  const date = (name: string) =>
    check.optional(of.get(name), join(path, name), (entry, place) => check.date(entry, place));
  const field = check.word(of.get('field'), join(path, 'field'), IMPUTATION_FIELDS);
  const value = check.name(of.get('value'), join(path, 'value'));
  const aliases = aliasesOf(check, of.get('aliases'), path);
  const fault = faultOfCode(field, value, false);
  if (fault) check.report(join(path, 'value'), fault, value, '');
  const other = fault === null ? otherFieldOf(field, value, false) : null;
  if (other) check.report(join(path, 'field'), 'otherField', field, other);
  aliases.forEach((alias, index) => {
    if (codesIn(field, alias).length > 1) check.report(join(path, `aliases[${index}]`), 'severalCodes', alias, '');
  });
  const days = { from: date('from'), until: date('until') };
  if (days.from !== null && days.until !== null && days.until < days.from)
    check.report(join(path, 'until'), 'untilBeforeFrom', toIso(days.until), '');
  return {
    field,
    label: check.text(of.get('label') ?? '', join(path, 'label')),
    value,
    aliases,
    envelope: check.optional(of.get('envelope'), join(path, 'envelope'), (entry, place) => check.name(entry, place)),
    ...days,
  };
}

function movementOf(check: JsonChecker, value: unknown, path: string, index: number): Movement {
  const of = check.object(
    value,
    path,
    ['type', 'nature', 'amount'],
    ['date', 'from', 'to', 'reference', 'authorisedBy', 'authorisedOn', 'fromLine', 'toLine'],
  );
  const date = (name: string) =>
    check.optional(of.get(name), join(path, name), (entry, place) => check.date(entry, place));
  const name = (member: string) =>
    check.optional(of.get(member), join(path, member), (entry, place) => check.name(entry, place));
  const authority = {
    reference: check.text(of.get('reference') ?? '', join(path, 'reference')),
    authorisedBy: check.text(of.get('authorisedBy') ?? '', join(path, 'authorisedBy')),
  };
  return {
    index,
    date: date('date'),
    type: check.word(of.get('type'), join(path, 'type'), MOVEMENTS),
    from: name('from'),
    to: name('to'),
    nature: check.word(of.get('nature'), join(path, 'nature'), NATURES),
    amount: check.amount(of.get('amount'), join(path, 'amount')),
    ...authority,
    authorisedOn: date('authorisedOn'),
    ...notNamedIn(authority),
    ...(of.has('fromLine') && { fromLine: check.name(of.get('fromLine'), join(path, 'fromLine')) }),
    ...(of.has('toLine') && { toLine: check.name(of.get('toLine'), join(path, 'toLine')) }),
  };
}

function checkDates(check: JsonChecker, convention: Convention): void {
  const { signedOn, endsOn, creditYear, otherYears } = convention;
  reportDates(check, convention);
  if (endsOn < signedOn) check.report('endsOn', 'endBeforeSignature', '', '');
  if (isAfterEnd(creditYear, convention))
    check.report('creditYear', 'yearAfterEnd', creditYear, String(civilYearOf(endsOn)));
  if (otherYears.length > MOST_OTHER_YEARS)
    check.report('otherYears', 'numberUnreadable', otherYears.length, `0…${MOST_OTHER_YEARS}`);
  otherYears.forEach(({ year }, index) => {
    const isAscending = index === 0 || year > (otherYears[index - 1]?.year ?? 0);
    if (year === creditYear || !isAscending) check.report(`otherYears[${index}].year`, 'nameRepeated', year, '');
    if (isAfterEnd(year, convention))
      check.report(`otherYears[${index}].year`, 'yearAfterEnd', year, String(civilYearOf(endsOn)));
  });
}

/**
 * A date of another century than the credit year, or a closing date that closes none of the years; not of a date, nor
 * against a year, that is wrong itself.
 */
function reportDates(check: JsonChecker, convention: Convention): void {
  const { signedOn, endsOn, creditYear, closing, termination } = convention;
  const wrong = new Set(check.faults.map(({ cell }) => cell));
  if (wrong.has('creditYear')) return;
  const closings = Object.entries(closing).map(([name, date]) => [`closing.${name}`, date] as const);
  const sent = Object.entries(termination ?? {}).map(([name, date]) => [`termination.${name}`, date] as const);
  for (const [path, date] of [['signedOn', signedOn] as const, ['endsOn', endsOn] as const, ...closings, ...sent])
    if (date !== null && !wrong.has(path) && isFarFrom(creditYear, date))
      check.report(path, 'dateFar', toIso(date), String(creditYear));
  const years = creditYearsOf(convention);
  for (const [path, date] of closings)
    if (date !== null && !wrong.has(path) && closesNothing(date, years))
      check.report(path, 'closesNothing', toIso(date), years.join(', '));
}

/** A ceiling over a part, or of a year, that the convention does not have would bound nothing. */
function checkParts(check: JsonChecker, convention: Convention): void {
  const years = [convention.creditYear, ...convention.otherYears.map(({ year }) => year)];
  convention.partCeilings.forEach(({ year }, index) => {
    if (!years.includes(year)) check.report(`partCeilings[${index}].year`, 'numberUnreadable', year, years.join(', '));
  });
  for (const { position, value, meant } of unknownParts(convention))
    check.report(`partCeilings[${position}].value`, 'partUnknown', value, meant);
}

/** The envelopes of each credit year, with their path in the file. */
function envelopesByYear({
  envelopes,
  otherYears,
}: Convention): readonly { readonly path: string; readonly envelopes: readonly Envelope[] }[] {
  const others = otherYears.map((of, index) => ({ path: `otherYears[${index}].envelopes`, envelopes: of.envelopes }));
  return [{ path: 'envelopes', envelopes }, ...others];
}

/** No name may mean two envelopes, in one year or from one year to another, nor two postes of one envelope. */
function checkNames(check: JsonChecker, convention: Convention): void {
  const taken = new Map<string, { readonly code: string; readonly path: string; readonly at: string }[]>();
  for (const { path, envelopes } of envelopesByYear(convention)) {
    envelopes.forEach((envelope, index) => {
      const at = `${path}[${index}]`;
      for (const name of [envelope.code, envelope.label, ...envelope.aliases]) {
        if (name.trim() === WHOLE_CONVENTION) check.report(at, 'nameReserved', name, '');
        const before = taken.get(comparable(name)) ?? [];
        const other = before.find((one) => one.at !== at && (one.path === path || one.code !== envelope.code));
        if (other) check.report(at, 'nameRepeated', name, other.at);
        taken.set(comparable(name), [...before, { code: envelope.code, path, at }]);
      }
      checkLineNames(check, envelope, at);
    });
  }
}

function checkLineNames(check: JsonChecker, envelope: Envelope, path: string): void {
  const names = new Map<string, number>();
  envelope.lines.forEach((line, position) => {
    for (const name of [line.label, ...line.aliases]) {
      const key = comparable(name);
      if ((names.get(key) ?? position) !== position)
        check.report(`${path}.lines[${position}]`, 'nameRepeated', name, `${path}.lines[${names.get(key)}]`);
      names.set(key, position);
    }
  });
}

/** No code that names the envelope of a row may be of two. */
function checkCodes(check: JsonChecker, convention: Convention): void {
  for (const { rule, alias, text, envelopes } of sharedCodes(convention)) {
    const path = `imputation[${convention.imputation.indexOf(rule)}]`;
    check.report(join(path, alias === null ? 'value' : `aliases[${alias}]`), 'codeShared', text, envelopes.join(', '));
  }
}

function checkEnvelopeReferences(check: JsonChecker, convention: Convention): void {
  const codes = [...new Set(envelopesByYear(convention).flatMap(({ envelopes }) => envelopes.map(({ code }) => code)))];
  const known = (name: string | null, path: string): void => {
    if (name !== null && !codes.includes(name)) check.report(path, 'envelopeUnknown', name, codes.join(', '));
  };
  convention.imputation.forEach((rule, index) => known(rule.envelope, `imputation[${index}].envelope`));
  convention.milestones.forEach((milestone, index) => known(milestone.envelope, `milestones[${index}].envelope`));
  convention.fungibility.forEach((rule, index) => {
    known(rule.from, `fungibility[${index}].from`);
    known(rule.to, `fungibility[${index}].to`);
  });
  convention.movements.forEach((movement, index) => {
    const { from, to, fromLine, toLine } = movement;
    known(from, `movements[${index}].from`);
    known(to, `movements[${index}].to`);
    knownLine(check, convention, from, fromLine, `movements[${index}].fromLine`);
    knownLine(check, convention, to, toLine, `movements[${index}].toLine`);
  });
}

/** A poste that a movement names is one of its envelope, in one of the credit years. */
function knownLine(
  check: JsonChecker,
  convention: Convention,
  code: string | null,
  line: string | undefined,
  path: string,
): void {
  const all = envelopesByYear(convention).flatMap(({ envelopes }) => envelopes);
  const isKnown = all.some(
    (envelope) => envelope.code === code && line !== undefined && matchLine(envelope, line).kind === 'line',
  );
  if (line !== undefined && !isKnown) check.report(path, 'lineUnknown', line, '');
}
