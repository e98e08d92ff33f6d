/**
 * The object that `enveloppe compare --format json` prints: amounts as decimal strings with two digits, or null where
 * not calculable; ISO dates; rows and cells of the files. A public contract: members are never renamed.
 */
import { toIso } from '../../domain/calendar/civil-date';
import { BRIDGED_FIGURES, type Bridge, type BridgedFigure, type BridgeCause } from '../../domain/comparison/bridges';
import type { RowChange } from '../../domain/comparison/compare-states';
import { byPoste } from '../../domain/comparison/poste-bridges';
import { rowValue, type ComparedField } from '../../domain/comparison/row-value';
import type { Finding } from '../../domain/controls/findings/finding';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { Convention } from '../../domain/envelopes/convention';
import type { LedgerRow } from '../../domain/envelopes/ledger';
import { Euros } from '../../domain/money/euros';
import type { KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import type { ChangedTerm, TermValue } from '../../workbook/convention/changed-terms';
import { TABLES } from '../../workbook/workbook-names';
import { placeOfRow } from '../../workbook/ledger/ledger-source';
import type { ControlledDossier } from '../control';
import { jsonFinding, type DescribedFinding, type JsonFinding } from '../json-report';
import type { DossierComparison } from './compare-dossiers';
import { otherConventions } from './other-conventions';

/** A figure before and after; `before` and the amounts of `terms` add up to `after`. */
export interface JsonBridge {
  readonly before: string | null;
  readonly after: string | null;
  /** Null when one of them is. */
  readonly terms:
    readonly { readonly cause: BridgeCause; readonly amount: string; readonly rows: number | null }[] | null;
}

export type JsonBridges = Readonly<Record<Exclude<BridgedFigure, 'outstanding'>, JsonBridge>>;

export interface JsonComparedEnvelope {
  readonly AE: JsonBridges;
  readonly CP: JsonBridges;
  readonly outstanding: JsonBridge;
}

/** The figures of a poste; `poste` is null for what has none. They add up to those of the envelope. */
export interface JsonComparedPoste {
  readonly envelope: string;
  readonly poste: string | null;
  readonly AE: JsonBridges;
  readonly CP: JsonBridges;
}

interface JsonRowPlace {
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
}

export interface JsonRowChange {
  readonly kind: RowChange['kind'];
  readonly before: JsonRowPlace | null;
  readonly after: JsonRowPlace | null;
  readonly ej: string | null;
  readonly dp: string | null;
  readonly cells: readonly {
    readonly field: ComparedField;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly effects: readonly {
    readonly envelope: string;
    readonly nature: Nature;
    readonly figure: 'consumed' | 'reserved';
    readonly cause: BridgeCause;
    readonly amount: string;
  }[];
}

/** A term of the convention: the cell of its table, or all the filled cells of a row that one convention has. */
export interface JsonTerm {
  /** `ENV_Enveloppes`. */
  readonly table: string;
  readonly row: string;
  /** Null on the side of the convention that has no such row. */
  readonly before: Readonly<Record<string, string | null>> | null;
  readonly after: Readonly<Record<string, string | null>> | null;
}

export interface JsonComparison {
  readonly convention: string;
  /** The names of the two conventions where they differ: the differences are not those of one. Null for one. */
  readonly otherConventions: { readonly before: string; readonly after: string } | null;
  readonly before: { readonly file: string; readonly asOf: string };
  readonly after: { readonly file: string; readonly asOf: string };
  readonly envelopes: readonly ({ readonly code: string } & JsonComparedEnvelope)[];
  readonly total: JsonComparedEnvelope;
  readonly postes: readonly JsonComparedPoste[];
  readonly rows: { readonly unchanged: number; readonly changes: readonly JsonRowChange[] };
  readonly terms: readonly JsonTerm[];
  readonly findings: {
    readonly kept: number;
    readonly came: readonly JsonFinding[];
    readonly went: readonly JsonFinding[];
    /** Those that found something else at the same place; not in `kept`. */
    readonly changed: readonly { readonly before: JsonFinding; readonly after: JsonFinding }[];
  };
}

/** The comparison of two files, which may be one. */
export function jsonComparison(
  comparison: DossierComparison,
  files: { readonly before: string; readonly after: string },
  describe: (finding: Finding, convention: Convention) => DescribedFinding,
): JsonComparison {
  const { before, after, bridges, findings } = comparison;
  const { convention } = after.dossier;
  const others = otherConventions(before, after);
  const described = ({ dossier }: ControlledDossier, finding: Finding): JsonFinding =>
    jsonFinding(dossier, finding, describe(finding, dossier.convention));
  const codes = [...new Set(bridges.map(({ envelope }) => envelope))].filter((code) => code !== WHOLE_CONVENTION);
  return {
    convention: convention.id === '' ? convention.reference : convention.id,
    otherConventions: others && { before: others[0], after: others[1] },
    before: { file: files.before, asOf: toIso(before.report.asOf) },
    after: { file: files.after, asOf: toIso(after.report.asOf) },
    envelopes: codes.map((code) => ({ code, ...jsonEnvelope(bridges, code) })),
    total: jsonEnvelope(bridges, WHOLE_CONVENTION),
    postes: byPoste(comparison.posteBridges).map(({ envelope, poste, bridges: own }) => ({
      envelope,
      poste,
      AE: jsonNature(own, envelope, 'AE'),
      CP: jsonNature(own, envelope, 'CP'),
    })),
    rows: {
      unchanged: comparison.unchanged,
      changes: comparison.rows.map((change) => jsonRowChange(before, after, change)),
    },
    terms: comparison.terms.map(jsonTerm),
    findings: {
      kept: findings.kept,
      came: findings.came.map((finding) => described(after, finding)),
      went: findings.went.map((finding) => described(before, finding)),
      changed: findings.changed.map((pair) => ({
        before: described(before, pair.before),
        after: described(after, pair.after),
      })),
    },
  };
}

function jsonTerm({ table, name, before, after }: ChangedTerm): JsonTerm {
  const cells = (of: ChangedTerm['after']): JsonTerm['after'] =>
    of && Object.fromEntries(of.map(({ heading, value }) => [heading, termText(value)]));
  const row = name.flatMap((value) => termText(value) ?? []).join(' ');
  return { table: TABLES[table], row, before: cells(before), after: cells(after) };
}

/** Null for a blank cell. */
function termText(value: TermValue): string | null {
  if (value === null) return null;
  if ('amount' in value) return decimal(value.amount);
  return 'date' in value ? toIso(value.date) : value.text;
}

function jsonEnvelope(bridges: readonly Bridge[], code: string): JsonComparedEnvelope {
  return {
    AE: jsonNature(bridges, code, 'AE'),
    CP: jsonNature(bridges, code, 'CP'),
    outstanding: jsonBridge(bridges, code, null, 'outstanding'),
  };
}

function jsonNature(bridges: readonly Bridge[], code: string, nature: Nature): JsonBridges {
  const own = BRIDGED_FIGURES.map((figure) => [figure, jsonBridge(bridges, code, nature, figure)] as const);
  return Object.fromEntries(own.filter(([figure]) => figure !== 'outstanding')) as JsonBridges;
}

function jsonBridge(
  bridges: readonly Bridge[],
  envelope: string,
  nature: Nature | null,
  figure: BridgedFigure,
): JsonBridge {
  const found = bridges.find((one) => one.envelope === envelope && one.nature === nature && one.figure === figure);
  const terms = found?.terms?.map(({ cause, cents, rows }) => ({ cause, amount: decimal(cents), rows })) ?? null;
  return { before: decimal(found?.before ?? null), after: decimal(found?.after ?? null), terms };
}

function jsonRowChange(before: ControlledDossier, after: ControlledDossier, change: RowChange): JsonRowChange {
  const shown = change.after ?? change.before;
  return {
    kind: change.kind,
    before: placeOf(before, change.before),
    after: placeOf(after, change.after),
    ej: shown ? valueText(shown, 'ejNumber') : null,
    dp: shown ? valueText(shown, 'dpNumber') : null,
    cells: change.fields.map((field) => ({
      field,
      before: change.before && valueText(change.before, field, change.after),
      after: change.after && valueText(change.after, field, change.before),
    })),
    effects: change.shares.map(({ cents, ...share }) => ({ ...share, amount: decimal(cents) })),
  };
}

function placeOf({ dossier }: ControlledDossier, row: LedgerRow | null): JsonRowPlace | null {
  const place = row && placeOfRow(dossier.blocks, row.key);
  return place && { sheet: place.block.sheet, row: place.row + 1 };
}

/** Null for an empty cell. A status is its meaning, or its words where it means the same in the `other` state. */
function valueText(row: LedgerRow, field: ComparedField, other: LedgerRow | null = null): string | null {
  const value = rowValue(row, field);
  if ('amount' in value) return decimal(value.amount);
  if ('date' in value) return toIso(value.date);
  const text = 'status' in value ? (row.status === other?.status ? value.typed : value.status) : value.text;
  return text === '' ? null : text;
}

function decimal(cents: number): string;
function decimal(cents: KnownCents): string | null;
function decimal(cents: KnownCents): string | null {
  return cents === null ? null : Euros.fromCents(cents).toDecimalString();
}
