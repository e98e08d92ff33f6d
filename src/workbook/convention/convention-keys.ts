/**
 * `ENV_Convention` → the terms that a convention has once: parties, dates, delays, closing, termination, ceilings of each
 * year, articles.
 */
import { yearOf, type CivilDate } from '../../domain/calendar/civil-date';
import type { AdvanceLimit } from '../../domain/envelopes/allowances/allowances';
import type { BoundedEvent, CeilingMode, Ceilings, Convention, Party } from '../../domain/envelopes/convention';
import { correspondenceOf } from '../../domain/envelopes/correspondence';
import { CLAUSES, UNSAID, type Clause, type DelayUnit } from '../../domain/envelopes/terms';
import type { Euros } from '../../domain/money/euros';
import { comparable } from '../../domain/text';
import { noAuthorityIn } from './authority-words';
import {
  closesNothing,
  DAYS_BOUNDS,
  isAfterEnd,
  isFarFrom,
  MOST_OTHER_YEARS,
  NOTICE_MONTHS_BOUNDS,
  onlyCreditYear,
} from './convention-bounds';
import { splitList, type ConventionCells } from './convention-cells';
import { shownDay } from './convention-registers';
import { meantName } from './meant-name';
import { isOwnKey, keyOfToday, knownKeys, yearsIn } from './own-keys';
import {
  ADVANCE_BASE_WORDS,
  ANSWER_WORDS,
  EVENT_WORDS,
  NO_CEILING,
  NO_EVENT,
  UNIT_WORDS,
  ZONE_WORDS,
} from './convention-words';
import { COLUMNS, CONVENTION_KEYS, keyOfClause, keyOfYear, type ConventionKey } from '../workbook-names';
import { textOf } from '../cells';
import { isBlankText } from '../ledger/read-cells';
import type { OurRow, OurTable } from '../registers/our-tables';

type KeyRow = OurRow<'convention'>;

/** The members of a convention that other tables give. */
type OfOtherTables =
  | 'envelopes'
  | 'imputation'
  | 'movements'
  | 'fungibility'
  | 'partCeilings'
  | 'rap'
  | 'duties'
  | 'requests'
  | 'otherYears'
  | 'indicators'
  | 'milestones';

/** The content of `ENV_Convention`: the terms, and the ceilings of the whole convention in each other year. */
export interface KeysRead {
  readonly terms: Omit<Convention, OfOtherTables>;
  readonly years: ReadonlyMap<number, Ceilings>;
}

const ALL_EVENTS: readonly [BoundedEvent, ...BoundedEvent[]] = ['commitment', 'serviceCertified', 'payment'];
const CLOSINGS: readonly ConventionKey[] = ['closingCommitment', 'closingService', 'closingPayment'];
const DATES: readonly ConventionKey[] = [
  'signedOn',
  'endsOn',
  ...CLOSINGS,
  'terminationSentOn',
  'terminationReceivedOn',
];
const DEFAULT_NOTICE_MONTHS = 3;
const DEFAULT_REPLY_DAYS = 5;

/** Reads the table of keys; a key that is left out takes its default. */
export function readKeys(cells: ConventionCells, table: OurTable<'convention'>): KeysRead {
  cells.requireColumns(table, ['key', 'value']);
  const keys = new Keys(cells, table);
  keys.check();
  const signedOn = keys.someDate('signedOn');
  const endsOn = keys.someDate('endsOn');
  const creditYear = readCreditYear(cells, keys, signedOn, endsOn);
  reportDates(cells, keys, 'dateFar', DATES, creditYear, (date) => isFarFrom(creditYear, date));
  const end = keys.row('endsOn');
  if (end && endsOn < signedOn) cells.reportCell(end, 'value', 'endBeforeSignature');
  const endAppliesTo = keys.read<readonly BoundedEvent[]>('endAppliesTo', ALL_EVENTS, (row) =>
    comparable(cells.text(row, 'value')) === NO_EVENT ? [] : cells.words(row, 'value', EVENT_WORDS, ALL_EVENTS),
  );
  const replyUnit = keys.read('replyUnit', UNSAID.replyUnit, (row) =>
    cells.word(row, 'value', UNIT_WORDS, UNSAID.replyUnit),
  );
  const terms = {
    ...UNSAID,
    id: keys.text('id'),
    reference: keys.text('reference'),
    title: keys.text('title'),
    delegants: parties(keys.text('delegants'), keys.text('delegantRepresentatives'), keys.text('delegantSignatories')),
    delegates: parties(keys.text('delegates'), keys.text('delegateRepresentatives'), keys.text('delegateSignatories')),
    signedOn,
    endsOn,
    creditYear,
    noticeMonths: keys.delay('noticeMonths', NOTICE_MONTHS_BOUNDS, DEFAULT_NOTICE_MONTHS, 'months'),
    replyWorkingDays: keys.delay('replyWorkingDays', DAYS_BOUNDS, DEFAULT_REPLY_DAYS, replyUnit),
    replyUnit,
    holidayZone: keys.read('holidayZone', 'national' as const, (row) =>
      cells.word(row, 'value', ZONE_WORDS, 'national'),
    ),
    endAppliesTo,
    ceilings: keys.ceilings((key) => CONVENTION_KEYS[key]),
    ...furtherTerms(cells, keys),
  };
  const row = keys.row('creditYear');
  if (row && isAfterEnd(creditYear, { endsOn, endAppliesTo }))
    cells.reportCell(row, 'value', 'yearAfterEnd', String(yearOf(endsOn)));
  const years = otherYears(cells, keys, terms);
  const all = [creditYear, ...years.keys()];
  reportDates(cells, keys, 'closesNothing', CLOSINGS, all.join(', '), (date) => closesNothing(date, all));
  return { terms, years };
}

/** Reports each of these dates that is wrong. */
function reportDates(
  cells: ConventionCells,
  keys: Keys,
  problem: 'dateFar' | 'closesNothing',
  dates: readonly ConventionKey[],
  expected: number | string,
  isWrong: (date: CivilDate) => boolean,
): void {
  for (const key of dates) {
    const [row, date] = [keys.row(key), keys.date(key)];
    if (row && date !== null && isWrong(date))
      cells.reportCell(row, 'value', problem, String(expected), shownDay(date));
  }
}

/** The credit year; it may be left out where the term has one only. */
function readCreditYear(cells: ConventionCells, keys: Keys, signedOn: CivilDate, endsOn: CivilDate): number {
  const only = onlyCreditYear(signedOn, endsOn) ?? 0;
  const year = keys.read('creditYear', only, (row) => cells.year(row, 'value', only));
  return year === 0 ? keys.missing('creditYear', yearOf(endsOn)) : year;
}

type TermsOfKeys =
  | 'advances'
  | 'followsLineCp'
  | 'closing'
  | 'termination'
  | 'paymentDays'
  | 'recyclingBasis'
  | 'articles'
  | 'correspondence';

function furtherTerms(cells: ConventionCells, keys: Keys): Pick<Convention, TermsOfKeys> {
  const [sentOn, receivedOn] = [keys.date('terminationSentOn'), keys.date('terminationReceivedOn')];
  return {
    closing: {
      commitment: keys.date('closingCommitment'),
      serviceCertified: keys.date('closingService'),
      payment: keys.date('closingPayment'),
    },
    termination: sentOn === null && receivedOn === null ? null : { sentOn, receivedOn },
    paymentDays: keys.delay('paymentDays', DAYS_BOUNDS, UNSAID.paymentDays, 'calendar'),
    recyclingBasis: basisOf(keys.text('recyclingBasis')),
    advances: advancesOf(cells, keys),
    followsLineCp: keys.read('followsLineCp', UNSAID.followsLineCp, (row) => {
      return cells.word<keyof typeof ANSWER_WORDS, 'convention'>(row, 'value', ANSWER_WORDS, 'no') === 'yes';
    }),
    correspondence: correspondenceOf((key) => keys.text(key)),
    articles: Object.fromEntries(
      CLAUSES.map((clause): readonly [Clause, string] => [clause, keys.textOf(keyOfClause(clause))]).filter(
        ([, article]) => article !== '',
      ),
    ),
  };
}

/** An arrêté that is awaited, « En attente », « À demander », frees no AE of earlier years (GBCP, art. 160). */
function basisOf(text: string): string {
  return noAuthorityIn(text, 'reference') === null ? text : '';
}

/** « aucun » follows no share of commitments in advance; an empty cell is the usual one. */
function advancesOf(cells: ConventionCells, keys: Keys): AdvanceLimit {
  const { share, base } = UNSAID.advances;
  return {
    share: keys.read('advanceShare', share, (row) =>
      cells.saysNone(row, 'value') ? null : (cells.share(row, 'value', `25 %; ${NO_CEILING}`) ?? share),
    ),
    base: keys.read('advanceBase', base, (row) => cells.word(row, 'value', ADVANCE_BASE_WORDS, base)),
  };
}

/** The years of « Autres exercices », ascending, each with the ceilings of its own keys (« Plafond AE 2024 »). */
function otherYears(cells: ConventionCells, keys: Keys, terms: KeysRead['terms']): ReadonlyMap<number, Ceilings> {
  const row = keys.row('otherYears');
  const typed = row ? yearsIn(cells.text(row, 'value')) : [];
  const years = typed.filter((year) => year !== null);
  if (row && (typed.length > MOST_OTHER_YEARS || years.length < typed.length))
    cells.reportCell(row, 'value', 'numberUnreadable', '2024; 2025');
  if (row && new Set([terms.creditYear, ...years]).size !== years.length + 1)
    cells.reportCell(row, 'value', 'nameRepeated');
  const late = years.find((year) => isAfterEnd(year, terms));
  if (row && late !== undefined)
    cells.reportCell(row, 'value', 'yearAfterEnd', String(yearOf(terms.endsOn)), String(late));
  const sorted = years.slice(0, MOST_OTHER_YEARS).sort((first, second) => first - second);
  return new Map(sorted.map((year) => [year, keys.ceilings((key) => keyOfYear(key, year))]));
}

/** The keys of the table, each found by its words. */
class Keys {
  private readonly rows = new Map<string, KeyRow>();
  private readonly repeated = new Set<number>();

  constructor(
    private readonly cells: ConventionCells,
    private readonly table: OurTable<'convention'>,
  ) {
    for (const row of table.rows()) {
      const key = this.keyOf(row);
      const isFirst = !this.rows.has(key) || this.isBlank(this.rows.get(key));
      if (isFirst) this.rows.set(key, row);
      else if (!this.isBlank(row)) this.repeated.add(row.index);
    }
  }

  /** Reports a value that nothing reads: its key is misspelt, missing, or given twice. One of the team is left aside. */
  check(): void {
    const { cells, table } = this;
    const years = this.row('otherYears');
    const known = knownKeys(years ? table.text(years, 'value') : '');
    const read = new Set(known.map(comparable));
    const missing = known.filter((key) => this.isBlank(this.rowOf(key) ?? undefined));
    for (const row of table.rows()) {
      if (this.isBlank(row)) continue;
      const words = table.text(row, 'key');
      if (words === '') cells.reportCell(row, 'key', 'valueMissing', COLUMNS.convention.key);
      else if (!read.has(this.keyOf(row))) {
        if (!isOwnKey(words, table.value(row, 'value'), cells.uses1904))
          cells.reportCell(row, 'key', 'memberUnknown', meantName(words, missing) ?? '');
      } else if (this.repeated.has(row.index)) cells.reportCell(row, 'key', 'memberRepeated');
    }
  }

  row(key: ConventionKey): KeyRow | null {
    return this.rowOf(CONVENTION_KEYS[key]);
  }

  read<T>(key: ConventionKey, fallback: T, of: (row: KeyRow) => T): T {
    const row = this.row(key);
    return row ? of(row) : fallback;
  }

  text(key: ConventionKey): string {
    return this.read(key, '', (row) => this.cells.freeText(row, 'value'));
  }

  textOf(words: string): string {
    const row = this.rowOf(words);
    return row ? this.cells.freeText(row, 'value') : '';
  }

  delay(key: ConventionKey, bounds: readonly [number, number], fallback: number, unit: DelayUnit): number {
    return this.read(key, fallback, (row) => this.cells.delay(row, 'value', bounds, fallback, unit));
  }

  date(key: ConventionKey): CivilDate | null {
    return this.read(key, null, (row) => this.cells.date(row, 'value'));
  }

  /** A date that must be there. */
  someDate(key: ConventionKey): CivilDate {
    return this.date(key) ?? this.missing(key, 0 as CivilDate);
  }

  /** Reports a key without a value, at its row or else at the headings. */
  missing<T>(key: ConventionKey, instead: T): T {
    const { cells, table } = this;
    const row = this.row(key);
    if (row) cells.reportCell(row, 'value', 'valueMissing', CONVENTION_KEYS[key]);
    else cells.report(table.name, table.address(null, 'key'), 'valueMissing', '', CONVENTION_KEYS[key]);
    return instead;
  }

  /** The ceilings that three keys give: AE, CP, and their mode. */
  ceilings(wordsOf: (key: 'ae' | 'cp' | 'mode') => string): Ceilings {
    const { cells } = this;
    const [ae, cp, mode] = [this.rowOf(wordsOf('ae')), this.rowOf(wordsOf('cp')), this.rowOf(wordsOf('mode'))];
    const amounts = [
      ae && cells.ceiling<'AE', 'convention'>(ae, 'value'),
      cp && cells.ceiling<'CP', 'convention'>(cp, 'value'),
    ] as const;
    return ceilingsOf(...amounts, mode ? cells.modes(mode, 'value', amounts, ['blocking']) : ['blocking']);
  }

  private rowOf(words: string): KeyRow | null {
    return this.rows.get(comparable(words)) ?? null;
  }

  /** The words of the key of today, comparable. */
  private keyOf(row: KeyRow): string {
    return keyOfToday(this.table.text(row, 'key'));
  }

  private isBlank(row: KeyRow | undefined): boolean {
    return row === undefined || isBlankText(textOf(row.table.value(row, 'value')));
  }
}

/** One mode for both natures, or « AE; CP ». */
export function ceilingsOf(
  ae: Euros<'AE'> | null,
  cp: Euros<'CP'> | null,
  modes: readonly [CeilingMode, ...CeilingMode[]],
): Ceilings {
  return { AE: ae && { amount: ae, mode: modes[0] }, CP: cp && { amount: cp, mode: modes[1] ?? modes[0] } };
}

function parties(names: string, representatives: string, signatories: string): readonly Party[] {
  const [represented, signed] = [splitList(representatives), splitList(signatories)];
  return splitList(names).map((name, index) => ({
    name,
    representative: represented[index] ?? '',
    signatory: signed[index] ?? '',
  }));
}
