/**
 * « Et si j'engage… »: the ledger with one more row, judged by the controls themselves. The figures before and after,
 * and the findings that the row brings, on itself or on later rows. Nothing is written.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Finding } from '../../domain/controls/findings/finding';
import { ceilingOf, WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { Convention } from '../../domain/envelopes/convention';
import { everyLineOf } from '../../domain/envelopes/envelope';
import { envelopeFieldOf, rulesNaming } from '../../domain/envelopes/envelope-field';
import type { FigureKey, MissedAmount } from '../../domain/envelopes/figures';
import type { DateReading, LedgerRow, RowKey } from '../../domain/envelopes/ledger';
import { missedBy } from '../../domain/envelopes/missed/missed-sums';
import { readCode } from '../../domain/imputation/chorus-codes';
import { IMPUTATION_FIELDS, type CodeReading, type ImputationField } from '../../domain/imputation/imputation';
import { isPattern } from '../../domain/imputation/patterns';
import { centsOf, type KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import type { Slices } from '../../domain/slices';
import { controlInSlices, dossierAt, type ControlledDossier } from '../control';
import type { ControlReport } from '../dossier';

/** A commitment (AE) or a payment (CP) that somebody thinks of. */
export interface Intent {
  readonly envelope: string;
  /** The index of a poste; null for none. */
  readonly line: number | null;
  readonly nature: Nature;
  readonly cents: number;
  readonly date: CivilDate;
}

/** The available amount, now and after. */
export interface WhatIfFigure {
  readonly key: FigureKey;
  readonly before: KnownCents;
  readonly after: KnownCents;
}

export interface WhatIf {
  readonly intent: Intent;
  /** The day of the figures: that of the report, or of the intent when later. */
  readonly asOf: CivilDate;
  /** The poste when one is given, the envelope, the whole convention. */
  readonly figures: readonly WhatIfFigure[];
  /** Ceilings, thresholds and dates that the row goes against, in the order of the controls. */
  readonly findings: readonly Finding[];
  /** The largest amount under the ceilings of the envelope and of the convention; null when it is not known. */
  readonly most: number | null;
  /** The amounts that the figures of the envelope lack: the answer is not sure with some. */
  readonly missed: readonly MissedAmount[];
  /** False when the row could not be charged to that envelope and poste: the figures are then those of today. */
  readonly isCharged: boolean;
}

/** The rules about credits and dates; the others are about cells that the intent does not have. */
const TELLING: ReadonlySet<string> = new Set(['PLA', 'PER']);

/** Judges in slices, for callers that must not block the UI. */
export function* whatIfInSlices({ dossier, report }: ControlledDossier, intent: Intent): Slices<WhatIf> {
  const asOf = intent.date > report.asOf ? intent.date : report.asOf;
  const at = dossierAt(dossier, asOf);
  const before = asOf === report.asOf ? report : (yield* controlInSlices(at, asOf)).report;
  const row = rowOfIntent(at.convention, intent, keyAfter(at.ledger.rows));
  const assigned = before.charged.assign(row);
  const isCharged =
    assigned.kind === 'assigned' &&
    assigned.envelope.code === intent.envelope &&
    (intent.line === null || assigned.line?.index === intent.line);
  const keys = keysOf(intent);
  const missed = missedBy(before.balances.missed, { envelope: intent.envelope, line: null }, intent.nature);
  if (!isCharged) {
    const figures = keys.map((key) => ({ key, ...bothOf(key, before, before, intent.nature) }));
    return { intent, asOf, figures, findings: [], most: null, missed, isCharged };
  }
  const ledger = { ...at.ledger, rows: [...at.ledger.rows, row] };
  const { report: after } = yield* controlInSlices({ ...at, ledger }, asOf);
  return {
    intent,
    asOf,
    figures: keys.map((key) => ({ key, ...bothOf(key, before, after, intent.nature) })),
    findings: newFindings(before.findings, after.findings, row.key),
    most: mostOf(at.convention, before, intent),
    missed,
    isCharged,
  };
}

function keysOf({ envelope, line }: Intent): readonly FigureKey[] {
  return [
    ...(line === null ? [] : [{ envelope, line }]),
    { envelope, line: null },
    { envelope: WHOLE_CONVENTION, line: null },
  ];
}

function bothOf(
  key: FigureKey,
  before: ControlReport,
  after: ControlReport,
  nature: Nature,
): { readonly before: KnownCents; readonly after: KnownCents } {
  const available = ({ balances }: ControlReport): KnownCents => centsOf(balances.figures(key, nature).available);
  return { before: available(before), after: available(after) };
}

/** On the row, or on a later row that crosses a ceiling because of it. */
function newFindings(before: readonly Finding[], after: readonly Finding[], row: RowKey): readonly Finding[] {
  const known = new Set(before.map(identity));
  return after.filter((finding) => {
    if (!TELLING.has(finding.rule.slice(0, 3))) return false;
    if (finding.place.kind === 'row' && finding.place.row === row) return true;
    return 'crosses' in finding.details && finding.details.crosses && !known.has(identity(finding));
  });
}

/** The rule, the place and whether the row crosses; amounts differ because of the new row. */
function identity({ rule, place, details }: Finding): string {
  const where = place.kind === 'row' ? `${place.row} ${place.field}` : JSON.stringify(place);
  return `${rule} ${where} ${'crosses' in details && details.crosses ? 'crosses' : ''}`;
}

function mostOf(convention: Convention, { balances }: ControlReport, intent: Intent): number | null {
  const bounded = [
    { code: WHOLE_CONVENTION, ceiling: convention.ceilings[intent.nature] },
    ...convention.envelopes
      .filter(({ code }) => code === intent.envelope)
      .map((envelope) => ({ code: envelope.code, ceiling: ceilingOf(convention, envelope, intent.nature) })),
  ].filter(({ ceiling }) => ceiling !== null);
  const left = bounded.map(({ code }) =>
    centsOf(balances.figures({ envelope: code, line: null }, intent.nature).available),
  );
  if (left.length === 0 || left.includes(null)) return null;
  return Math.max(0, Math.min(...left.map((cents) => cents ?? 0)));
}

/** After every row of the ledger. */
function keyAfter(rows: readonly LedgerRow[]): RowKey {
  return ((rows.at(-1)?.key ?? 0) + 1) as RowKey;
}

const ABSENT = { kind: 'absent' } as const;

/** A firm row with the codes that name the envelope; its other cells are empty. */
function rowOfIntent(convention: Convention, intent: Intent, key: RowKey): LedgerRow {
  const { nature, cents, date, line } = intent;
  const lines = convention.envelopes.flatMap(everyLineOf);
  const day: DateReading = { kind: 'date', date, asText: false, raw: '' };
  const amount = { kind: 'amount', cents, asText: false, rounded: false, raw: '' } as const;
  const isCommitment = nature === 'AE';
  return {
    key,
    imputation: imputationOf(convention, intent.envelope),
    budgetLine: lines.find(({ index }) => index === line)?.label ?? '',
    status: 'firm',
    operation: '',
    ej: ABSENT,
    ejLine: '',
    dpNumber: '',
    dpLine: '',
    supplier: '',
    label: '',
    commitmentDate: isCommitment ? day : ABSENT,
    serviceDate: isCommitment ? ABSENT : day,
    receiptDate: ABSENT,
    paymentDate: isCommitment ? ABSENT : day,
    contractEnd: ABSENT,
    ae: isCommitment ? amount : ABSENT,
    cp: isCommitment ? ABSENT : amount,
  };
}

function imputationOf(convention: Convention, envelope: string): LedgerRow['imputation'] {
  const deciding = envelopeFieldOf(convention);
  const rules = rulesNaming(convention, deciding).filter((rule) => rule.envelope === envelope);
  const own = rules.flatMap(({ value, aliases }) => [value, ...aliases]).find((value) => !isPattern(value));
  const [field, code] = own === undefined ? (['ministerialAxis2', envelope] as const) : ([deciding, own] as const);
  const entries = IMPUTATION_FIELDS.map((one): readonly [ImputationField, CodeReading] => [
    one,
    one === field ? readCode(field, code, false) : ABSENT,
  ]);
  return Object.fromEntries(entries) as LedgerRow['imputation'];
}
