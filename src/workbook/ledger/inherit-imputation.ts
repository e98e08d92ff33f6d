/**
 * Payments kept on a table of their own say no codes: they take those of the poste of their EJ, as in Chorus, where the
 * payment repeats the imputation of its engagement. Only for a column that their table lacks, and only where the EJ
 * says one thing: an EJ split on two envelopes gives none, and the payment stays unchecked and shown.
 */
import type { Ledger, LedgerField, LedgerRow } from '../../domain/envelopes/ledger';
import {
  IMPUTATION_FIELDS,
  type CodeReading,
  type Imputation,
  type ImputationField,
} from '../../domain/imputation/imputation';
import { placeOfRow, type LedgerBlock } from './ledger-source';

type InheritedField = ImputationField | 'budgetLine';

const FIELDS: readonly InheritedField[] = [...IMPUTATION_FIELDS, 'budgetLine'];

/** What the commitments of one EJ, or of one poste of it, say of a field; `several` when they disagree. */
type Said<T> = T | 'several';

interface Source {
  readonly codes: Map<ImputationField, Said<CodeReading>>;
  budgetLine: Said<{ readonly text: string }> | null;
}

/** The ledger with the imputation of its payments completed; the same one when there is nothing to complete. */
export function inheritImputation(ledger: Ledger, blocks: readonly LedgerBlock[]): Ledger {
  const lacking = new Map(
    blocks.map((block) => [block, FIELDS.filter((field) => lacks(block, field, ledger))] as const),
  );
  if ([...lacking.values()].every((fields) => fields.length === 0)) return ledger;
  const heirs = new Heirs(sourcesOf(ledger, blocks));
  const rows = ledger.rows.map((row) => {
    const block = placeOfRow(blocks, row.key)?.block;
    const fields = block && paysOnly(row) ? lacking.get(block) : undefined;
    return fields && fields.length > 0 ? heirs.complete(row, fields) : row;
  });
  return { ...ledger, rows };
}

/** A column that other tables of the ledger have, on a table of payments. */
function lacks(block: LedgerBlock, field: LedgerField, ledger: Ledger): boolean {
  return (
    block.columns.has('cp') && block.columns.has('ejNumber') && !block.columns.has(field) && ledger.fields.has(field)
  );
}

function paysOnly(row: LedgerRow): boolean {
  return row.cp.kind !== 'absent' && !commits(row);
}

function commits({ ae }: LedgerRow): boolean {
  return ae.kind !== 'absent' && !(ae.kind === 'amount' && ae.cents === 0);
}

/** By EJ, and by EJ and poste. A retrait or a later amount of the EJ must agree too. */
function sourcesOf(ledger: Ledger, blocks: readonly LedgerBlock[]): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  for (const row of ledger.rows) {
    const block = placeOfRow(blocks, row.key)?.block;
    if (!block || row.ej.kind !== 'ej' || !commits(row)) continue;
    const line = plainLine(row.ejLine);
    for (const key of line === '' ? [row.ej.number] : [row.ej.number, keyOf(row.ej.number, line)])
      learn(sources, key, row, block);
  }
  return sources;
}

function learn(sources: Map<string, Source>, key: string, row: LedgerRow, block: LedgerBlock): void {
  const source = sources.get(key) ?? { codes: new Map<ImputationField, Said<CodeReading>>(), budgetLine: null };
  sources.set(key, source);
  for (const field of IMPUTATION_FIELDS) {
    if (!block.columns.has(field)) continue;
    const known = source.codes.get(field);
    const said = row.imputation[field];
    source.codes.set(field, known === undefined || (known !== 'several' && isSameCode(known, said)) ? said : 'several');
  }
  if (!block.columns.has('budgetLine')) return;
  const text = row.budgetLine;
  source.budgetLine =
    source.budgetLine === null || (source.budgetLine !== 'several' && source.budgetLine.text === text)
      ? { text }
      : 'several';
}

function isSameCode(one: CodeReading, other: CodeReading): boolean {
  if (one === other) return true;
  const said = (code: CodeReading): string => ('canonical' in code ? code.canonical : 'raw' in code ? code.raw : '');
  return one.kind === other.kind && said(one) === said(other);
}

/** Completes rows; equal imputations stay one object, since the controls remember by identity. */
class Heirs {
  private readonly imputations = new Map<Imputation, Map<Source, Imputation>>();
  private readonly fieldSets = new Map<string, ReadonlySet<LedgerField>>();

  constructor(private readonly sources: ReadonlyMap<string, Source>) {}

  complete(row: LedgerRow, fields: readonly InheritedField[]): LedgerRow {
    const source = this.sourceOf(row);
    if (!source) return row;
    const given = fields.filter((field) => gives(source, field));
    if (given.length === 0) return row;
    const { budgetLine } = source;
    const line =
      given.includes('budgetLine') && budgetLine !== null && budgetLine !== 'several'
        ? budgetLine.text
        : row.budgetLine;
    return {
      ...row,
      imputation: this.imputation(row.imputation, source, given),
      budgetLine: line,
      inherited: this.setOf(given),
    };
  }

  /** The poste when the EJ has it, the whole EJ otherwise. */
  private sourceOf({ ej, ejLine }: LedgerRow): Source | undefined {
    if (ej.kind !== 'ej') return undefined;
    const line = plainLine(ejLine);
    return (line === '' ? undefined : this.sources.get(keyOf(ej.number, line))) ?? this.sources.get(ej.number);
  }

  private imputation(own: Imputation, source: Source, given: readonly InheritedField[]): Imputation {
    const known = this.imputations.get(own) ?? new Map<Source, Imputation>();
    this.imputations.set(own, known);
    const shared = known.get(source);
    if (shared) return shared;
    const completed: Record<ImputationField, CodeReading> = { ...own };
    for (const field of IMPUTATION_FIELDS) {
      const said = source.codes.get(field);
      if (given.includes(field) && said !== undefined && said !== 'several') completed[field] = said;
    }
    known.set(source, completed);
    return completed;
  }

  private setOf(fields: readonly InheritedField[]): ReadonlySet<LedgerField> {
    const key = fields.join();
    const set = this.fieldSets.get(key) ?? new Set<LedgerField>(fields);
    this.fieldSets.set(key, set);
    return set;
  }
}

function gives(source: Source, field: InheritedField): boolean {
  if (field === 'budgetLine') return source.budgetLine !== null && source.budgetLine !== 'several';
  const said = source.codes.get(field);
  return said !== undefined && said !== 'several' && said.kind !== 'absent';
}

function keyOf(ej: string, line: string): string {
  return `${ej}/${line}`;
}

/** `00010`, `10` and `10.0` are one poste. */
function plainLine(line: string): string {
  return line
    .trim()
    .replace(/^0+(?=\d)/, '')
    .replace(/[.,]0+$/, '');
}
