/**
 * Conventions and ledger rows in a few words, for the tests of balances. Amounts are in cents, dates in ISO, as in
 * their tables.
 */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type {
  BudgetLine,
  Convention,
  Envelope,
  ImputationRule,
  Movement,
} from '../../../src/domain/envelopes/convention';
import type {
  AmountReading,
  DateReading,
  EjReading,
  Ledger,
  LedgerField,
  LedgerRow,
  RowKey,
  RowStatus,
} from '../../../src/domain/envelopes/ledger';
import { readCode } from '../../../src/domain/imputation/chorus-codes';
import { readEj } from '../../../src/domain/imputation/ej-number';
import { type CodeReading, IMPUTATION_FIELDS } from '../../../src/domain/imputation/imputation';
import { UNSAID } from '../../../src/domain/envelopes/terms';
import { Euros } from '../../../src/domain/money/euros';

const ABSENT = { kind: 'absent' } as const;

/** A row in words; a cell left out is absent. */
export interface RowSpec {
  readonly axis2?: string;
  readonly poste?: string;
  readonly ej?: string;
  readonly operation?: string;
  readonly status?: RowStatus;
  readonly ae?: number | string | null;
  readonly cp?: number | string | null;
  readonly committed?: string | null;
  readonly service?: string | null;
  readonly receipt?: string | null;
  readonly paid?: string | null;
}

/** The row of a specification: a text in the place of an amount or of a date is unreadable; `#REF!` is a cell error. */
export function rowOf(spec: RowSpec, key = 0): LedgerRow {
  return {
    key: key as RowKey,
    imputation: {
      programme: ABSENT,
      functionalDomain: ABSENT,
      financialCentre: ABSENT,
      activity: ABSENT,
      costCentre: ABSENT,
      ministerialAxis1: ABSENT,
      ministerialAxis2: axisOf(spec.axis2 ?? ''),
    },
    budgetLine: spec.poste ?? '',
    status: spec.status ?? 'firm',
    operation: spec.operation ?? '',
    ej: ejOf(spec.ej ?? ''),
    ejLine: '',
    dpNumber: '',
    dpLine: '',
    supplier: '',
    label: '',
    commitmentDate: dateOf(spec.committed),
    serviceDate: dateOf(spec.service),
    receiptDate: dateOf(spec.receipt),
    paymentDate: dateOf(spec.paid),
    contractEnd: ABSENT,
    ae: amountOf(spec.ae),
    cp: amountOf(spec.cp),
  };
}

/** The columns that make figures. */
const COLUMNS: readonly LedgerField[] = [
  ...IMPUTATION_FIELDS,
  'budgetLine',
  'ejNumber',
  'commitmentDate',
  'serviceDate',
  'paymentDate',
  'ae',
  'cp',
];

/** A ledger of these rows, keyed from 0, with every column that makes a figure but those left out. */
export function ledgerOf(rows: readonly LedgerRow[], without: readonly LedgerField[] = []): Ledger {
  const fields = new Set(COLUMNS.filter((field) => !without.includes(field)));
  return { rows, totals: [], fields, headings: [], hidden: [] };
}

/** An envelope; lines are given as `[label, cents, ...aliases]` and numbered by `conventionOf`. */
export interface EnvelopeSpec {
  readonly code: string;
  readonly label?: string;
  readonly aliases?: readonly string[];
  readonly ae?: number | null;
  readonly cp?: number | null;
  readonly rap?: number;
  readonly mode?: 'blocking' | 'warning' | 'information';
  readonly lines?: readonly (readonly [label: string, cents: number, ...aliases: string[]])[];
}

/** A convention of these envelopes for the credits of 2023, ended by 31 December 2023. */
export function conventionOf(envelopes: readonly EnvelopeSpec[], rest: Partial<Convention> = {}): Convention {
  let index = 0;
  const lineOf = (envelope: string, label: string, cents: number, aliases: readonly string[]): BudgetLine => ({
    index: index++,
    envelope,
    label,
    aliases,
    delegated: Euros.fromCents(cents),
    total: null,
    mode: 'warning',
    ceilings: null,
    thresholds: null,
  });
  return {
    ...UNSAID,
    id: 'test',
    reference: 'TEST0000000X',
    title: 'Convention of the tests',
    delegants: [],
    delegates: [],
    signedOn: isoDate('2022-12-13'),
    endsOn: isoDate('2023-12-31'),
    creditYear: 2023,
    noticeMonths: 3,
    replyWorkingDays: 5,
    holidayZone: 'national',
    endAppliesTo: ['commitment', 'serviceCertified', 'payment'],
    ceilings: { AE: null, CP: null },
    envelopes: envelopes.map((spec) =>
      envelopeOf(spec, (label, cents, aliases) => lineOf(spec.code, label, cents, aliases)),
    ),
    imputation: [],
    movements: [],
    rap: [],
    ...rest,
  };
}

function envelopeOf(
  spec: EnvelopeSpec,
  lineOf: (label: string, cents: number, aliases: readonly string[]) => BudgetLine,
): Envelope {
  const mode = spec.mode ?? 'blocking';
  return {
    code: spec.code,
    label: spec.label ?? '',
    aliases: spec.aliases ?? [],
    ceilings: {
      AE: spec.ae === null ? null : { amount: Euros.fromCents(spec.ae ?? 0), mode },
      CP: spec.cp === null ? null : { amount: Euros.fromCents(spec.cp ?? 0), mode },
    },
    openingRap: Euros.fromCents(spec.rap ?? 0),
    thresholds: { information: 0.7, warning: 0.85 },
    share: null,
    annex: { title: '', amountHeading: '' },
    lines: (spec.lines ?? []).map(([label, cents, ...aliases]) => lineOf(label, cents, aliases)),
  };
}

/** A rule of axe ministériel 2. */
export function axisRule(envelope: string, value: string, ...aliases: string[]): ImputationRule {
  return { field: 'ministerialAxis2', label: '', value, aliases, envelope, from: null, until: null };
}

/** A movement; authorised on its own day unless given otherwise. */
export function movementOf(
  spec: Partial<Omit<Movement, 'date' | 'authorisedOn' | 'amount'>> & {
    readonly date?: string | null;
    readonly authorisedOn?: string | null;
    readonly cents: number;
  },
): Movement {
  const { date = '2023-06-01', authorisedOn = date, cents, ...rest } = spec;
  return {
    index: 0,
    type: 'transfer',
    from: null,
    to: null,
    nature: 'AE',
    reference: 'Courrier n° 1',
    authorisedBy: 'DGEFP',
    ...rest,
    amount: Euros.fromCents(cents),
    date: date === null ? null : isoDate(date),
    authorisedOn: authorisedOn === null ? null : isoDate(authorisedOn),
  };
}

function axisOf(raw: string): CodeReading {
  return raw === '#REF!' ? { kind: 'cellError', raw } : readCode('ministerialAxis2', raw, false);
}

function ejOf(raw: string): EjReading {
  return raw === '#REF!' ? { kind: 'cellError', raw } : readEj(raw, false);
}

function amountOf(value: number | string | null | undefined): AmountReading {
  if (value === null || value === undefined) return ABSENT;
  if (typeof value === 'number')
    return { kind: 'amount', cents: value, asText: false, rounded: false, raw: String(value / 100) };
  return { kind: value.startsWith('#') ? 'cellError' : 'unreadable', raw: value };
}

function dateOf(value: string | null | undefined): DateReading {
  if (value === null || value === undefined) return ABSENT;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { kind: 'date', date: isoDate(value), asText: false, raw: value };
  return { kind: value.startsWith('#') ? 'cellError' : 'unreadable', raw: value };
}
