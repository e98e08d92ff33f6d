/**
 * The tables of a convention that grow by the row: codes, movements, EJ of the RAP, obligations, requests of the
 * délégant.
 */
import { toIso, type CivilDate } from '../../domain/calendar/civil-date';
import type { Convention, ImputationRule, Movement, RapEntry, UnreadCode } from '../../domain/envelopes/convention';
import type {
  Delay,
  Duty,
  ExpectedIndicator,
  ExpectedMilestone,
  InformationRequest,
} from '../../domain/envelopes/terms';
import { sharedCodes } from '../../domain/envelopes/naming/shared-codes';
import type { UnreadCell } from '../../domain/unread-cells';
import { codeAmongWords, codesIn, faultOfCode, otherFieldOf } from '../../domain/imputation/code-cells';
import { readCode } from '../../domain/imputation/chorus-codes';
import { ejNumberOf } from '../../domain/imputation/ej-number';
import { IMPUTATION_FIELDS, type ImputationField } from '../../domain/imputation/imputation';
import { comparable } from '../../domain/text';
import { notNamedIn } from './authority-words';
import { DELAY_BOUNDS, isFarFrom } from './convention-bounds';
import { aliasesIn, meansNone, type ConventionCells } from './convention-cells';
import {
  APPROVAL_WORDS,
  DUTY_WORDS,
  MOVEMENT_WORDS,
  movementMeaning,
  PARTY_WORDS,
  RECURRENCE_WORDS,
  UNIT_WORDS,
} from './convention-words';
import { fieldOfName } from '../ledger/headings';
import { FIELD_NAMES } from '../field-names';
import { headingOf, type ColumnOf, type OurRow } from '../registers/our-tables';
import { CellReader } from '../ledger/read-cells';

/** Every name of an envelope → its code. */
export type Directory = ReadonlyMap<string, string>;

/** An entry of the RAP list, and the credit year in which its EJ is an earlier one. */
export interface RapOfYear {
  readonly year: number;
  readonly entry: RapEntry;
}

/** In the place of a number of days: the convention fixes none. */
const NO_DELAY: ReadonlySet<string> = new Set(['sans delai', 'dans les meilleurs delais', 'non fixe']);

/** The rows of `ENV_Imputations`, and that of each rule. */
export interface CodesRead {
  readonly codes: Pick<Convention, 'imputation' | 'unreadCodes'>;
  readonly rowOf: ReadonlyMap<ImputationRule, OurRow<'imputations'>>;
}

/** The cells without which a row is no rule, by their headings. */
const MAKES_A_RULE: ReadonlySet<string> = new Set(
  (['field', 'value', 'aliases', 'envelope'] as const).map((column) => headingOf('imputations', column)),
);

/** The codes of the convention; those of a row with a wrong cell are kept apart, for the controls to report. */
export function readCodes(
  cells: ConventionCells,
  rows: readonly OurRow<'imputations'>[],
  directory: Directory,
): CodesRead {
  const rowOf = new Map<ImputationRule, OurRow<'imputations'>>();
  const unreadCodes: UnreadCode[] = [];
  for (const row of rows) {
    const { value: rule, unread } = cells.readRow(() => readRule(cells, row, directory));
    if (unread.length === 0) rowOf.set(rule, row);
    else if (unread.some(({ column }) => MAKES_A_RULE.has(column))) unreadCodes.push(unreadCode(row, rule, unread));
    else rowOf.set({ ...rule, unread: { index: row.index, cells: unread } }, row);
  }
  return { codes: { imputation: [...rowOf.keys()], ...(unreadCodes.length > 0 && { unreadCodes }) }, rowOf };
}

/** Refuses a code that names the envelope of a row, and is of two: the order of the rows would decide. */
export function checkCodes(cells: ConventionCells, rowOf: CodesRead['rowOf'], convention: Convention): void {
  for (const { rule, alias, text, envelopes } of sharedCodes(convention)) {
    const row = rowOf.get(rule);
    if (row) cells.reportCell(row, alias === null ? 'value' : 'aliases', 'codeShared', envelopes.join(', '), text);
  }
}

function unreadCode(row: OurRow<'imputations'>, rule: ImputationRule, cells: readonly UnreadCell[]): UnreadCode {
  const isFieldKnown = !cells.some(({ column }) => column === headingOf('imputations', 'field'));
  const envelope = rule.envelope ?? row.table.text(row, 'envelope');
  return {
    ...rule,
    field: isFieldKnown ? rule.field : null,
    value: isFieldKnown ? rule.value : row.table.text(row, 'value'),
    aliases: isFieldKnown ? rule.aliases : aliasesIn(row.table.text(row, 'aliases')),
    envelope: envelope === '' ? null : envelope,
    unread: { index: row.index, cells },
  };
}

/** A row of `ENV_Imputations`. */
function readRule(cells: ConventionCells, row: OurRow<'imputations'>, directory: Directory): ImputationRule {
  const field = imputationField(cells, row);
  const value = cells.name(row, 'value');
  if (value !== '' && meansNone(value))
    cells.reportCell(row, 'value', 'valueMissing', headingOf('imputations', 'value'));
  const reading = readCode(field, value, typeof row.table.value(row, 'value') === 'number');
  if (fieldOfName(row.table.text(row, 'field')) === field) reportFaults(cells, row, field);
  const days = { from: cells.date(row, 'from'), until: cells.date(row, 'until') };
  const areReversed = days.from !== null && days.until !== null && days.until < days.from;
  if (areReversed) cells.reportCell(row, 'until', 'untilBeforeFrom', '', shownDay(days.until));
  // A code that the sheet kept as a number has lost its zero here too: it is put back, and the shorter spelling becomes
  // an alias. So does a code typed behind the word of its field, or with spaces.
  const restored = reading.kind === 'zeroLost' ? reading.canonical : codeAmongWords(field, value);
  return {
    field,
    label: cells.freeText(row, 'label'),
    value: restored ?? value,
    aliases: [...(restored ? [value] : []), ...cells.aliases(row)],
    envelope: cells.text(row, 'envelope') === '' ? null : envelopeNamed(cells, row, 'envelope', directory),
    ...(areReversed ? { from: null, until: null } : days),
  };
}

/** « 31/12/2023 ». */
export function shownDay(day: CivilDate | null): string {
  return day === null ? '' : toIso(day).split('-').reverse().join('/');
}

/** One code a row, whole: no row of the ledger may be judged by another text. */
function reportFaults(cells: ConventionCells, row: OurRow<'imputations'>, field: ImputationField): void {
  const isNumber = typeof row.table.value(row, 'value') === 'number';
  const value = row.table.text(row, 'value');
  const ofValue = faultOfCode(field, value, isNumber);
  if (ofValue) cells.reportCell(row, 'value', ofValue);
  const other = ofValue === null ? otherFieldOf(field, value, isNumber) : null;
  if (other) cells.reportCell(row, 'field', 'otherField', FIELD_NAMES[other]);
  const several = cells.aliases(row).find((alias) => codesIn(field, alias).length > 1);
  if (several !== undefined) cells.reportCell(row, 'aliases', 'severalCodes', '', several);
}

function imputationField(cells: ConventionCells, row: OurRow<'imputations'>): ImputationField {
  const named = fieldOfName(cells.name(row, 'field'));
  const field = IMPUTATION_FIELDS.find((known) => known === named);
  const expected = IMPUTATION_FIELDS.map((known) => FIELD_NAMES[known]).join(', ');
  if (!field) cells.reportCell(row, 'field', 'wordUnknown', expected);
  return field ?? 'programme';
}

/** A row of `ENV_Mouvements`. An authorisation of another century is a slip; its own date is a control's (FON-02). */
export function readMovement(
  cells: ConventionCells,
  row: OurRow<'movements'>,
  directory: Directory,
  creditYear: number,
): Movement {
  const end = (column: 'from' | 'to') =>
    cells.text(row, column) === '' ? null : envelopeNamed(cells, row, column, directory);
  cells.name(row, 'type');
  cells.name(row, 'nature');
  const amount = cells.someAmount(row, 'amount');
  const authorisedOn = cells.date(row, 'authorisedOn');
  if (authorisedOn !== null && isFarFrom(creditYear, authorisedOn))
    cells.reportCell(row, 'authorisedOn', 'dateFar', String(creditYear), shownDay(authorisedOn));
  const authority = { reference: cells.text(row, 'reference'), authorisedBy: cells.text(row, 'authorisedBy') };
  return {
    index: row.index,
    date: cells.date(row, 'date'),
    ...typeOfMovement(cells.text(row, 'type'), amount.cents),
    from: end('from'),
    to: end('to'),
    nature: cells.nature(row, 'AE'),
    amount,
    ...authority,
    authorisedOn,
    ...notNamedIn(authority),
    ...lineEnds(cells, row),
  };
}

/** A word that means no movement is no fault of the convention: it counts for nothing, and is reported (FON-02). */
function typeOfMovement(text: string, cents: number): Pick<Movement, 'type' | 'word' | 'isUnknown' | 'lifted'> {
  const meaning = movementMeaning(text);
  if (meaning === null) return { type: 'amendment', ...(text !== '' && { word: text, isUnknown: true }) };
  const isOwn = comparable(text) === comparable(MOVEMENT_WORDS[meaning.type]);
  return { type: meaning.type, ...(!isOwn && { word: text }), ...(meaning.lifts && { lifted: cents }) };
}

function lineEnds(cells: ConventionCells, row: OurRow<'movements'>): Pick<Movement, 'fromLine' | 'toLine'> {
  const [fromLine, toLine] = [cells.freeText(row, 'fromLine'), cells.freeText(row, 'toLine')];
  return { ...(fromLine !== '' && { fromLine }), ...(toLine !== '' && { toLine }) };
}

/** A row of `ENV_RAP`. */
export function readRap(
  cells: ConventionCells,
  row: OurRow<'rap'>,
  creditYear: number,
  otherYears: readonly number[],
): RapOfYear {
  const entry = { ej: ejNumberOf(cells.name(row, 'ej')), amount: cells.someAmount<'CP', 'rap'>(row, 'amount') };
  return { year: yearOfRow(cells, row, creditYear, otherYears), entry };
}

/** A row of `ENV_Obligations`; its wrong cells are reported by the controls. */
export function readDuty(cells: ConventionCells, row: OurRow<'duties'>): Duty {
  const { value: duty, unread } = cells.readRow(() => dutyOf(cells, row));
  return unread.length === 0 ? duty : { ...duty, unread };
}

function dutyOf(cells: ConventionCells, row: OurRow<'duties'>): Duty {
  if (cells.text(row, 'type') === '')
    cells.reportCell(row, 'type', 'valueMissing', Object.values(DUTY_WORDS).join(', '));
  return {
    index: row.index,
    type: cells.word(row, 'type', DUTY_WORDS, 'other'),
    label: cells.freeText(row, 'label'),
    delay: readDelay(cells, row),
    dueOn: cells.date(row, 'dueOn'),
    doneOn: cells.date(row, 'doneOn'),
    addressee: cells.freeText(row, 'addressee'),
    approval: cells.freeText(row, 'approval') === '' ? null : cells.word(row, 'approval', APPROVAL_WORDS, 'simple'),
    article: cells.freeText(row, 'article'),
    ...(cells.freeText(row, 'every') !== '' && { every: cells.word(row, 'every', RECURRENCE_WORDS, 'year') }),
    ...(partyOf(cells, row) === 'delegant' && { isOfDelegant: true }),
  };
}

function partyOf(cells: ConventionCells, row: OurRow<'duties'>): keyof typeof PARTY_WORDS {
  return cells.word(row, 'party', PARTY_WORDS, 'delegate');
}

function readDelay(cells: ConventionCells, row: OurRow<'duties'>): Delay | null {
  const unit = cells.word(row, 'unit', UNIT_WORDS, 'working');
  const text = cells.text(row, 'count');
  if (text === '' && cells.text(row, 'unit') !== '') {
    cells.reportCell(row, 'count', 'valueMissing', '5');
    return { count: 0, unit };
  }
  if (text === '' || NO_DELAY.has(comparable(text))) return null;
  return { count: cells.delay(row, 'count', DELAY_BOUNDS, 0, unit), unit };
}

/** A row of `ENV_Demandes`. */
export function readRequest(cells: ConventionCells, row: OurRow<'requests'>): InformationRequest {
  return {
    index: row.index,
    subject: cells.text(row, 'subject'),
    ...cells.days(row, 'receivedOn', 'answeredOn'),
  };
}

/** A row of `ENV_Indicateurs`: the team writes what it likes there. */
export function readIndicator(row: OurRow<'indicators'>): ExpectedIndicator {
  const text = (column: ColumnOf<'indicators'>): string => row.table.text(row, column);
  return { theme: text('theme'), indicator: text('indicator'), unit: text('unit'), period: text('period') };
}

/** A row of `ENV_Jalons`; a date that cannot be read is none. */
export function readMilestone(row: OurRow<'milestones'>, directory: Directory, uses1904: boolean): ExpectedMilestone {
  const envelope = row.table.text(row, 'envelope');
  const planned = new CellReader(uses1904).date(row.table.value(row, 'planned'));
  return {
    envelope: directory.get(comparable(envelope)) ?? envelope,
    milestone: row.table.text(row, 'milestone'),
    plannedOn: planned.kind === 'date' ? planned.date : null,
  };
}

/** The code of the envelope that a cell names; a name that no envelope bears is a fault. */
export function envelopeNamed<T extends 'lines' | 'imputations' | 'movements' | 'fungibility'>(
  cells: ConventionCells,
  row: OurRow<T>,
  column: ColumnOf<T>,
  directory: Directory,
): string | null {
  const name = cells.name(row, column);
  const code = directory.get(comparable(name));
  if (code === undefined) cells.reportCell(row, column, 'envelopeUnknown', [...new Set(directory.values())].join(', '));
  return code ?? null;
}

/**
 * The credit year of a row: its « Exercice », or that of the convention; one that the convention does not cover is a
 * fault.
 */
export function yearOfRow<T extends 'envelopes' | 'lines' | 'rap' | 'partCeilings'>(
  cells: ConventionCells,
  row: OurRow<T>,
  creditYear: number,
  otherYears: readonly number[],
): number {
  const column = 'year' as ColumnOf<T>;
  const years = [creditYear, ...otherYears];
  const year = cells.year(row, column, creditYear, years.join(', '));
  if (!years.includes(year)) cells.reportCell(row, column, 'numberUnreadable', years.join(', '));
  return year;
}
