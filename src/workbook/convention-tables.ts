/**
 * The convention tables of the workbook → Convention. Tolerant where a person works by hand (columns in any order, extra columns, blank
 * rows, optional columns left out), precise where money or dates are at stake: the first wrong cell is named, and nothing is guessed.
 */
import { yearOf, type CivilDate } from '../domain/calendar/civil-date';
import type { BoundedEvent, BudgetLine, CeilingMode, Ceilings, Convention, Envelope, ImputationRule } from '../domain/envelopes/convention';
import type { Movement, Party, RapEntry, Thresholds } from '../domain/envelopes/convention';
import { UNSAID } from '../domain/envelopes/terms';
import { readCode } from '../domain/imputation/codes';
import { IMPUTATION_FIELDS, type ImputationField } from '../domain/imputation/imputation';
import { Euros } from '../domain/money/euros';
import type { Nature } from '../domain/money/nature';
import { failure, success, type Result } from '../domain/result';
import { comparable } from '../domain/text';
import { ConventionCells, readShare, splitList } from './convention-cells';
import { EVENT_WORDS, MODE_WORDS, MOVEMENT_WORDS, ZONE_WORDS } from './convention-words';
import type { Failure } from './failure';
import { fieldOfName } from './headings';
import { CONVENTION_KEYS, FIELD_NAMES, TABLES, type ConventionKey } from './names';
import { OurTable, type ColumnOf, type OurRow } from './our-tables';
import type { WorkbookSnapshot } from './snapshot';

/** What an envelope without thresholds of its own takes. */
export const DEFAULT_THRESHOLDS: Thresholds = { information: 0.7, warning: 0.85 };

const ALL_EVENTS: readonly [BoundedEvent, ...BoundedEvent[]] = ['commitment', 'serviceCertified', 'payment'];
const NATURE_WORDS: Readonly<Record<Nature, string>> = { AE: 'AE', CP: 'CP' };
const DEFAULT_NOTICE_MONTHS = 3;
const DEFAULT_REPLY_DAYS = 5;

/** Reads the convention of a workbook; null when it has no convention table at all. Refuses at the first cell that is wrong. */
export function readConventionTables(workbook: WorkbookSnapshot): Result<Convention | null, Failure> {
  const keys = OurTable.find(workbook, 'convention');
  const envelopes = OurTable.find(workbook, 'envelopes');
  if (!keys && !envelopes) return success(null);
  const cells = new ConventionCells(workbook.uses1904Dates);
  if (!keys) cells.report(TABLES.convention, null, 'tableMissing', '', TABLES.convention);
  if (!envelopes) cells.report(TABLES.envelopes, null, 'tableMissing', '', TABLES.envelopes);
  if (!keys || !envelopes) return failure(cells.fault as Failure);
  const convention = readConvention(workbook, cells, keys, envelopes);
  return cells.fault ? failure(cells.fault) : success(convention);
}

function readConvention(
  workbook: WorkbookSnapshot,
  cells: ConventionCells,
  keys: OurTable<'convention'>,
  table: OurTable<'envelopes'>,
): Convention {
  const { directory, envelopes } = readEnvelopes(cells, table, OurTable.find(workbook, 'lines'));
  return {
    ...readKeys(cells, keys),
    envelopes,
    imputation: rowsOf(workbook, 'imputations').map((row) => readRule(cells, row, directory)),
    movements: rowsOf(workbook, 'movements').map((row) => readMovement(cells, row, directory)),
    rap: rowsOf(workbook, 'rap').map((row) => readRap(cells, row)),
  };
}

function rowsOf<T extends 'imputations' | 'movements' | 'rap'>(workbook: WorkbookSnapshot, id: T): readonly OurRow<T>[] {
  return OurTable.find(workbook, id)?.rows() ?? [];
}

type Keys = Omit<Convention, 'envelopes' | 'imputation' | 'movements' | 'rap'>;

function readKeys(cells: ConventionCells, table: OurTable<'convention'>): Keys {
  cells.requireColumns(table, ['key', 'value']);
  const rows = new Map(table.rows().map((row) => [comparable(table.text(row, 'key')), row]));
  const rowOf = (key: ConventionKey): OurRow<'convention'> | null => rows.get(comparable(CONVENTION_KEYS[key])) ?? null;
  const text = (key: ConventionKey): string => read(rowOf(key), '', (row) => cells.text(row, 'value'));
  const date = (key: ConventionKey): CivilDate => {
    const row = rowOf(key);
    const value = row && cells.date(row, 'value');
    if (row && value === null) cells.reportCell(row, 'value', 'valueMissing', CONVENTION_KEYS[key]);
    if (!row) cells.report(table.name, table.address(null, 'key'), 'valueMissing', '', CONVENTION_KEYS[key]);
    return value ?? (0 as CivilDate);
  };
  const integer = (key: ConventionKey, least: number, most: number, fallback: number): number =>
    read(rowOf(key), fallback, (row) => cells.integer(row, 'value', least, most, fallback));
  const signedOn = date('signedOn');
  const endsOn = date('endsOn');
  const end = rowOf('endsOn');
  if (end && endsOn < signedOn) cells.reportCell(end, 'value', 'endBeforeSignature');
  return {
    ...UNSAID,
    id: text('id'),
    reference: text('reference'),
    title: text('title'),
    delegants: parties(text('delegants'), text('delegantRepresentatives'), text('delegantSignatories')),
    delegates: parties(text('delegates'), text('delegateRepresentatives'), text('delegateSignatories')),
    signedOn,
    endsOn,
    creditYear: integer('creditYear', 1900, 9999, yearOf(endsOn)),
    noticeMonths: integer('noticeMonths', 0, 120, DEFAULT_NOTICE_MONTHS),
    replyWorkingDays: integer('replyWorkingDays', 0, 366, DEFAULT_REPLY_DAYS),
    holidayZone: read(rowOf('holidayZone'), 'national' as const, (row) => cells.word(row, 'value', ZONE_WORDS, 'national')),
    endAppliesTo: read(rowOf('endAppliesTo'), ALL_EVENTS, (row) => cells.words(row, 'value', EVENT_WORDS, ALL_EVENTS)),
    ceilings: conventionCeilings(cells, rowOf),
  };
}

function read<T>(row: OurRow<'convention'> | null, fallback: T, of: (row: OurRow<'convention'>) => T): T {
  return row ? of(row) : fallback;
}

function parties(names: string, representatives: string, signatories: string): readonly Party[] {
  const [represented, signed] = [splitList(representatives), splitList(signatories)];
  return splitList(names).map((name, index) => ({ name, representative: represented[index] ?? '', signatory: signed[index] ?? '' }));
}

function conventionCeilings(cells: ConventionCells, rowOf: (key: ConventionKey) => OurRow<'convention'> | null): Ceilings {
  const mode = rowOf('mode');
  const modes = mode ? cells.words(mode, 'value', MODE_WORDS, ['blocking']) : (['blocking'] as const);
  const amount = <N extends Nature>(key: 'ae' | 'cp') => read(rowOf(key), null, (row) => cells.amount<N, 'convention'>(row, 'value'));
  return ceilings(amount<'AE'>('ae'), amount<'CP'>('cp'), modes);
}

/** One mode for both natures, or « AE; CP ». */
function ceilings(ae: Euros<'AE'> | null, cp: Euros<'CP'> | null, modes: readonly [CeilingMode, ...CeilingMode[]]): Ceilings {
  return { AE: ae && { amount: ae, mode: modes[0] }, CP: cp && { amount: cp, mode: modes[1] ?? modes[0] } };
}

/** Every name of an envelope → its code. */
type Directory = ReadonlyMap<string, string>;

function readEnvelopes(
  cells: ConventionCells,
  table: OurTable<'envelopes'>,
  lines: OurTable<'lines'> | null,
): { readonly directory: Directory; readonly envelopes: readonly Envelope[] } {
  cells.requireColumns(table, ['code', 'ae', 'cp']);
  const directory = new Map<string, string>();
  const withoutLines = table.rows().map((row) => {
    const envelope = readEnvelope(cells, row);
    for (const name of new Set([envelope.code, envelope.label, ...envelope.aliases].map(comparable))) {
      if (directory.has(name)) cells.reportCell(row, 'code', 'nameRepeated');
      directory.set(name, envelope.code);
    }
    return envelope;
  });
  if (lines) cells.requireColumns(lines, ['envelope', 'label', 'delegated']);
  const allLines = lines?.rows().map((row) => readLine(cells, row, directory)) ?? [];
  const envelopes = withoutLines.map((envelope) => ({ ...envelope, lines: allLines.filter((line) => line.envelope === envelope.code) }));
  return { directory, envelopes };
}

function readEnvelope(cells: ConventionCells, row: OurRow<'envelopes'>): Omit<Envelope, 'lines'> {
  const code = cells.name(row, 'code');
  const modes = cells.words(row, 'mode', MODE_WORDS, ['blocking']);
  return {
    code,
    label: cells.text(row, 'label') || code,
    aliases: cells.list(row, 'aliases'),
    ceilings: ceilings(cells.amount<'AE', 'envelopes'>(row, 'ae'), cells.amount<'CP', 'envelopes'>(row, 'cp'), modes),
    openingRap: cells.amount<'CP', 'envelopes'>(row, 'rap') ?? Euros.zero<'CP'>(),
    thresholds: readThresholds(cells, row),
    share: null,
  };
}

function readThresholds(cells: ConventionCells, row: OurRow<'envelopes'>): Thresholds {
  const shares = cells.list(row, 'thresholds').map((text) => {
    const share = readShare(text);
    if (share === null) cells.reportCell(row, 'thresholds', 'numberUnreadable', '70 %; 85 %');
    return share ?? 1;
  });
  const [information = DEFAULT_THRESHOLDS.information, warning = DEFAULT_THRESHOLDS.warning] = shares;
  return { information, warning };
}

function readLine(cells: ConventionCells, row: OurRow<'lines'>, directory: Directory): BudgetLine {
  return {
    index: row.index,
    envelope: envelopeOf(cells, row, 'envelope', directory) ?? '',
    label: cells.name(row, 'label'),
    aliases: cells.list(row, 'aliases'),
    delegated: cells.someAmount<'AE', 'lines'>(row, 'delegated'),
    total: cells.amount(row, 'total'),
    mode: cells.word(row, 'mode', MODE_WORDS, 'warning'),
    ceilings: null,
    thresholds: null,
  };
}

function readRule(cells: ConventionCells, row: OurRow<'imputations'>, directory: Directory): ImputationRule {
  const field = imputationField(cells, row);
  const value = cells.name(row, 'value');
  const reading = readCode(field, value, typeof row.table.value(row, 'value') === 'number');
  // A code that the sheet kept as a number has lost its zero here too: it is put back, and the shorter spelling becomes an alias.
  const restored = reading.kind === 'zeroLost' ? reading.canonical : null;
  return {
    field,
    value: restored ?? value,
    aliases: [...(restored ? [value] : []), ...cells.list(row, 'aliases')],
    envelope: cells.text(row, 'envelope') === '' ? null : envelopeOf(cells, row, 'envelope', directory),
    from: cells.date(row, 'from'),
    until: cells.date(row, 'until'),
  };
}

function imputationField(cells: ConventionCells, row: OurRow<'imputations'>): ImputationField {
  const named = fieldOfName(cells.name(row, 'field'));
  const field = IMPUTATION_FIELDS.find((known) => known === named);
  if (!field) cells.reportCell(row, 'field', 'wordUnknown', IMPUTATION_FIELDS.map((known) => FIELD_NAMES[known]).join(', '));
  return field ?? 'programme';
}

function readMovement(cells: ConventionCells, row: OurRow<'movements'>, directory: Directory): Movement {
  const end = (column: 'from' | 'to') => (cells.text(row, column) === '' ? null : envelopeOf(cells, row, column, directory));
  cells.name(row, 'type');
  cells.name(row, 'nature');
  return {
    index: row.index,
    date: cells.date(row, 'date'),
    type: cells.word(row, 'type', MOVEMENT_WORDS, 'amendment'),
    from: end('from'),
    to: end('to'),
    nature: cells.word(row, 'nature', NATURE_WORDS, 'AE'),
    amount: cells.someAmount(row, 'amount'),
    reference: cells.text(row, 'reference'),
    authorisedBy: cells.text(row, 'authorisedBy'),
    authorisedOn: cells.date(row, 'authorisedOn'),
  };
}

function readRap(cells: ConventionCells, row: OurRow<'rap'>): RapEntry {
  return { ej: cells.name(row, 'ej').replace(/\s/g, ''), amount: cells.someAmount<'CP', 'rap'>(row, 'amount') };
}

function envelopeOf<T extends 'lines' | 'imputations' | 'movements'>(
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
