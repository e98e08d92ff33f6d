/**
 * Payments and retraits on a table of their own, without codes, take those of their EJ line, as in Chorus, where a
 * payment repeats the imputation of its commitment. Only for a column that their table lacks, and only where the EJ has
 * one value: an EJ split on two envelopes provides none, and the payment stays unchecked. A payment that names its
 * envelope by itself takes no code that names one.
 */
import type { Ledger, LedgerField, LedgerRow } from '../../domain/envelopes/ledger';
import {
  IMPUTATION_FIELDS,
  type CodeReading,
  type Imputation,
  type ImputationField,
} from '../../domain/imputation/imputation';
import { rememberingEach } from '../../domain/remembering';
import type { KnownNames } from './known-names';
import { placeOfRow, type LedgerBlock } from './ledger-source';

type InheritedField = ImputationField | 'budgetLine';

const FIELDS: readonly InheritedField[] = [...IMPUTATION_FIELDS, 'budgetLine'];

/** The value of a field in the commitments of one EJ, or of one line of it; `several` when they differ. */
type SharedValue<T> = T | 'several';

interface Source {
  readonly codes: Map<ImputationField, SharedValue<CodeReading>>;
  budgetLine: SharedValue<{ readonly text: string }> | null;
}

/** The ledger with the imputation of its payments completed; the same one when there is nothing to complete. */
export function inheritImputation(ledger: Ledger, blocks: readonly LedgerBlock[], names: KnownNames): Ledger {
  if (blocks.every((block) => lackedBy(block, ledger).length === 0)) return ledger;
  const complete = inheritanceIn(ledger, blocks, names);
  const rows = ledger.rows.map((row) => {
    const block = placeOfRow(blocks, row.key)?.block;
    return block ? complete(row, block) : row;
  });
  return { ...ledger, rows };
}

/** Completes a row of a block with what the commitments of a ledger give it. */
export function inheritanceIn(
  ledger: Ledger,
  blocks: readonly LedgerBlock[],
  names: KnownNames,
): (row: LedgerRow, block: LedgerBlock) => LedgerRow {
  const completer = new RowCompleter(sourcesOf(ledger, blocks));
  const lackedOnce = rememberingEach((block: LedgerBlock) => lackedBy(block, ledger));
  return (row, block) => {
    const fields = paysOnly(row) || withdraws(row) ? lackedOnce(block) : [];
    if (fields.length === 0) return row;
    const isNamed = names.namedBy(row.imputation) !== null;
    return completer.complete(row, isNamed ? fields.filter((field) => !isOf(names.envelopeFields, field)) : fields);
  };
}

function lackedBy(block: LedgerBlock, ledger: Ledger): readonly InheritedField[] {
  return FIELDS.filter((field) => lacks(block, field, ledger));
}

/**
 * True when a table of payments, or of retraits, lacks a column that other tables of the ledger have. The envelope that
 * its title or its sheet names is its own.
 */
function lacks(block: LedgerBlock, field: LedgerField, ledger: Ledger): boolean {
  return (
    (block.columns.has('cp') || block.columns.has('ae')) &&
    block.columns.has('ejNumber') &&
    !block.columns.has(field) &&
    block.envelope?.field !== field &&
    ledger.fields.has(field)
  );
}

function isOf(fields: readonly ImputationField[], field: InheritedField): boolean {
  return fields.some((one) => one === field);
}

function paysOnly(row: LedgerRow): boolean {
  return row.cp.kind !== 'absent' && !commits(row);
}

function withdraws({ ae, cp }: LedgerRow): boolean {
  return ae.kind === 'amount' && ae.cents < 0 && cp.kind === 'absent';
}

function commits({ ae }: LedgerRow): boolean {
  return ae.kind !== 'absent' && !(ae.kind === 'amount' && ae.cents === 0);
}

/** By EJ, and by EJ and line. A decommitment or a later amount of the EJ must have the same values. */
function sourcesOf(ledger: Ledger, blocks: readonly LedgerBlock[]): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  for (const row of ledger.rows) {
    const block = placeOfRow(blocks, row.key)?.block;
    if (!block || row.ej.kind !== 'ej' || !commits(row)) continue;
    const line = plainLine(row.ejLine);
    for (const key of line === '' ? [row.ej.number] : [row.ej.number, keyOf(row.ej.number, line)])
      addToSource(sources, key, row, block);
  }
  return sources;
}

function addToSource(sources: Map<string, Source>, key: string, row: LedgerRow, block: LedgerBlock): void {
  const source = sources.get(key) ?? { codes: new Map<ImputationField, SharedValue<CodeReading>>(), budgetLine: null };
  sources.set(key, source);
  for (const field of IMPUTATION_FIELDS) {
    if (!block.columns.has(field) && block.envelope?.field !== field) continue;
    const known = source.codes.get(field);
    const code = row.imputation[field];
    source.codes.set(field, known === undefined || (known !== 'several' && isSameCode(known, code)) ? code : 'several');
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
  const textOf = (code: CodeReading): string => ('canonical' in code ? code.canonical : 'raw' in code ? code.raw : '');
  return one.kind === other.kind && textOf(one) === textOf(other);
}

/** Completes rows; equal imputations stay one object, since the controls compare them by identity. */
class RowCompleter {
  private readonly imputations = new Map<Imputation, Map<Source, Imputation>>();
  private readonly fieldSets = new Map<string, ReadonlySet<LedgerField>>();

  constructor(private readonly sources: ReadonlyMap<string, Source>) {}

  complete(row: LedgerRow, fields: readonly InheritedField[]): LedgerRow {
    const source = this.sourceOf(row);
    if (!source) return row;
    const given = fields.filter((field) => provides(source, field));
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
      inherited: this.setOf([...(row.inherited ?? []), ...given]),
    };
  }

  /** The EJ line when it is known, the whole EJ otherwise. */
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
      const code = source.codes.get(field);
      if (given.includes(field) && code !== undefined && code !== 'several') completed[field] = code;
    }
    known.set(source, completed);
    return completed;
  }

  private setOf(fields: readonly LedgerField[]): ReadonlySet<LedgerField> {
    const key = fields.join();
    const set = this.fieldSets.get(key) ?? new Set<LedgerField>(fields);
    this.fieldSets.set(key, set);
    return set;
  }
}

function provides(source: Source, field: InheritedField): boolean {
  if (field === 'budgetLine') return source.budgetLine !== null && source.budgetLine !== 'several';
  const code = source.codes.get(field);
  return code !== undefined && code !== 'several' && code.kind !== 'absent';
}

function keyOf(ej: string, line: string): string {
  return `${ej}/${line}`;
}

/** `00010`, `10` and `10.0` are the same line. */
function plainLine(line: string): string {
  return line
    .trim()
    .replace(/^0+(?=\d)/, '')
    .replace(/[.,]0+$/, '');
}
