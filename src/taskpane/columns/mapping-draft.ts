/**
 * The user's choice of columns before it is confirmed: which tables are the ledger, and the field of each heading. No
 * words and no layout. A heading counts once for its source, even when several stacked tables repeat it, as in
 * `ENV_Colonnes`.
 */
import type { ColumnProposal, MappingProposal, SourceProposal } from '../../application/writing/mapping-proposal';
import { CONTROLS } from '../../domain/controls/registry';
import type { LedgerField } from '../../domain/envelopes/ledger';
import { comparable } from '../../domain/text';
import type { ColumnChoice } from '../../workbook/registers/column-choices';
import { isLedgerField, type ColumnField } from '../../workbook/ledger/column-field';
import { COLUMN_FIELD_NAMES } from '../../workbook/field-names';

/** The fields that a column may be, in the order of the ledger. */
export const FIELDS = Object.keys(COLUMN_FIELD_NAMES) as readonly ColumnField[];

/** Fields without which most controls cannot run. */
const ESSENTIAL: readonly LedgerField[] = [
  'ministerialAxis2',
  'budgetLine',
  'activity',
  'ejNumber',
  'commitmentDate',
  'ae',
  'serviceDate',
  'paymentDate',
  'cp',
];

export interface MappingDraft {
  /** Names of the sources that are the ledger. */
  readonly sources: ReadonlySet<string>;
  /** Field by source and heading; null: not used. */
  readonly fields: ReadonlyMap<string, ColumnField | null>;
}

/** A field that no column has, and the rules that need it. */
export interface Uncheckable {
  readonly field: LedgerField;
  readonly rules: readonly string[];
}

/** The draft that matches the proposal. When the workbook does not decide, the best source is the ledger. */
export function draftOf({ sources }: MappingProposal): MappingDraft {
  const read = sources.filter(({ isRead, isConfirmed }) => isRead || isConfirmed);
  const chosen = read.length > 0 ? read : sources.slice(0, 1);
  const fields = sources.flatMap((source) =>
    columnsOf(source).map(({ heading, field }) => [keyOf(source.name, heading), field] as const),
  );
  return { sources: new Set(chosen.map(({ name }) => name)), fields: new Map(fields) };
}

export function keyOf(source: string, heading: string): string {
  return `${source}\n${comparable(heading)}`;
}

/** Headings that share a field with an earlier column of the same table. */
export function conflictsOf({ sources }: MappingProposal, draft: MappingDraft): ReadonlyMap<string, string> {
  const conflicts = new Map<string, string>();
  for (const source of sources) {
    if (!draft.sources.has(source.name)) continue;
    for (const { columns } of source.tables) {
      const taken = new Map<ColumnField, ColumnProposal>();
      for (const column of columns) {
        const key = keyOf(source.name, column.heading);
        const field = column.heading === '' ? column.field : (draft.fields.get(key) ?? null);
        if (field === null) continue;
        const other = taken.get(field);
        if (other && keyOf(source.name, other.heading) !== key) conflicts.set(key, other.heading || other.column);
        else taken.set(field, column);
      }
    }
  }
  return conflicts;
}

/** The rows of `ENV_Colonnes`: every heading of the chosen sources. */
export function choicesOf({ sources }: MappingProposal, draft: MappingDraft): readonly ColumnChoice[] {
  return sources
    .filter(({ name }) => draft.sources.has(name))
    .flatMap((source) =>
      columnsOf(source)
        .filter(({ heading }) => heading !== '')
        .map(({ heading }) => ({
          source: source.name,
          heading,
          field: draft.fields.get(keyOf(source.name, heading)) ?? null,
        })),
    );
}

/** The missing fields: the essential ones, and those that the controls already report. */
export function uncheckableOf(
  proposal: MappingProposal,
  draft: MappingDraft,
  missed: readonly Uncheckable[],
): readonly Uncheckable[] {
  const mapped = new Set(choicesOf(proposal, draft).flatMap(({ field }) => givenBy(field)));
  for (const source of proposal.sources) {
    if (draft.sources.has(source.name))
      for (const { heading, field } of columnsOf(source))
        if (heading === '') givenBy(field).forEach((given) => mapped.add(given));
  }
  const known = missed.filter(({ field }) => !mapped.has(field));
  const others = ESSENTIAL.filter((field) => !mapped.has(field) && !known.some((one) => one.field === field));
  return [...known, ...others.map((field) => ({ field, rules: rulesReading(field) }))];
}

/** The fields of the ledger that a column gives: one amount is AE or CP by its row. */
function givenBy(field: ColumnField | null): readonly LedgerField[] {
  if (field === 'amount') return ['ae', 'cp'];
  if (field === 'date') return ['commitmentDate', 'paymentDate'];
  return field !== null && isLedgerField(field) ? [field] : [];
}

function rulesReading(field: LedgerField): readonly string[] {
  const reading = CONTROLS.filter(
    (control) => control.needs.includes(field) || (control.scope === 'row' && control.judges?.includes(field)),
  );
  return [...new Set(reading.map(({ rule }) => rule))].sort();
}

function columnsOf({ tables }: SourceProposal): readonly ColumnProposal[] {
  return tables.filter(({ isPart }) => isPart).flatMap(({ columns }) => columns);
}
