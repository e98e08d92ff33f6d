/**
 * Decides what a copy of the opened file must change: compares the workbook as it was opened with the workbook
 * now, both as the grid holds them, so that what the grid itself normalises is never taken for an edit. Writes nothing.
 */
import { withRenamedSheet } from '../../../src/workbook/formula-text';
import type { FilePlan, FileStep } from '../../../src/adapters/xlsx/write/file-steps';
import type { WriteStep } from '../../../src/workbook/plan';
import type { GridSheetContents } from '../../host/grid';
import type { MeasureText } from '../row-heights';
import { compareCells } from './cell-differences';
import { compareCharts } from './chart-differences';
import { idOf, type CopyState, type FormulaResults } from './copy-state';
import type { CopyRefusal, Omission } from './omission';
import { compareSheet } from './sheet-differences';
import { compareNames, compareTables } from './table-differences';

type Step = WriteStep | FileStep;

/** The plan of a copy, or why there is none. */
export type CopyDecision =
  | { readonly kind: 'unchanged'; readonly omissions: readonly Omission[] }
  | { readonly kind: 'plan'; readonly plan: FilePlan; readonly omissions: readonly Omission[] }
  | { readonly kind: 'refused'; readonly refusal: CopyRefusal };

export interface CopyFacts {
  /** The ids of the sheets where whole rows or columns were inserted or deleted. */
  readonly moved: ReadonlySet<string>;
  /** The sheets of the file, by their names there, that hold things tied to cells which the grid does not move. */
  readonly anchored: () => ReadonlySet<string>;
  readonly measure: MeasureText;
  /** The results of the formulas before the first edit; a sheet may be missing. */
  readonly calculated: FormulaResults;
}

export function planCopy(before: CopyState, now: CopyState, facts: CopyFacts): CopyDecision {
  const comparison = new Comparison(before, now, facts);
  return comparison.refusal() ?? comparison.decision();
}

class Comparison {
  private readonly known: ReadonlyMap<string, GridSheetContents>;
  private readonly present: ReadonlyMap<string, GridSheetContents>;
  private readonly renames: readonly (readonly [from: string, to: string])[];
  private readonly tables: ReturnType<typeof compareTables>;
  private readonly sheets: readonly ReturnType<Comparison['compare']>[];

  constructor(
    private readonly before: CopyState,
    private readonly now: CopyState,
    private readonly facts: CopyFacts,
  ) {
    this.known = new Map(before.contents.sheets.map((sheet) => [idOf(sheet), sheet]));
    this.present = new Map(now.contents.sheets.map((sheet) => [idOf(sheet), sheet]));
    this.renames = [...this.known].flatMap(([id, { name }]) => {
      const after = this.present.get(id)?.name;
      return after === undefined || after === name ? [] : [[name, after] as const];
    });
    this.tables = compareTables(
      before.contents.tables.flatMap((table) => {
        const sheet = this.presentName(table.sheet);
        return sheet === null ? [] : [{ ...table, sheet }];
      }),
      now.contents.tables,
    );
    this.sheets = now.contents.sheets.map((sheet) => this.compare(sheet));
  }

  refusal(): CopyDecision | null {
    if (this.tables.refusal) return { kind: 'refused', refusal: this.tables.refusal };
    for (const id of this.facts.moved) {
      const [old, sheet] = [this.known.get(id), this.present.get(id)];
      if (old && sheet && this.facts.anchored().has(old.name))
        return { kind: 'refused', refusal: { why: 'movedLines', sheet: sheet.name } };
    }
    return null;
  }

  decision(): CopyDecision {
    const charts = compareCharts(this.before.charts, this.now.charts, (id) => this.present.get(id)?.name);
    const omissions = [...this.sheets.flatMap((sheet) => sheet.omissions), ...charts.omissions, ...this.protection()];
    const edits: readonly Step[] = [
      ...this.structure(),
      ...this.sheets.flatMap(({ steps }) => steps.first),
      ...this.tables.first,
      ...this.sheets.flatMap(({ cells }) => [...cells.cells, ...cells.looks]),
      ...this.tables.last,
      ...this.sheets.flatMap(({ steps }) => steps.last),
      ...compareNames(this.namesBefore(), this.now.contents.names),
      ...charts.steps,
      ...this.order(),
    ];
    if (edits.length === 0) return { kind: 'unchanged', omissions };
    const results = this.sheets.flatMap(({ cells }) => cells.results);
    return { kind: 'plan', plan: { purpose: 'values', expected: [], steps: [...edits, ...results] }, omissions };
  }

  private compare(sheet: GridSheetContents) {
    const id = idOf(sheet);
    const before = this.known.get(id) ?? null;
    const steps = compareSheet(sheet.name, before, sheet, this.facts.measure);
    const cells = compareCells({
      name: sheet.name,
      before,
      now: sheet,
      spillsBefore: this.before.spills.get(id) ?? [],
      spills: this.now.spills.get(id) ?? [],
      calculated: this.facts.calculated.get(id) ?? null,
      presentFormula: (formula) => this.presentFormula(formula),
      texts: this.tables.headings.get(sheet.name) ?? new Map<number, string>(),
    });
    const others = (this.before.otherRules.get(id) ?? 0) !== (this.now.otherRules.get(id) ?? 0);
    const omissions: Omission[] = others ? [{ what: 'otherRules', sheet: sheet.name }] : [];
    return { steps, cells, omissions: [...steps.omissions, ...omissions] };
  }

  /** The formula with the present names of the sheets. */
  private presentFormula(formula: string): string {
    return this.renames.reduce((text, [from, to]) => withRenamedSheet(text, from, to), formula);
  }

  /** The present name of a sheet of before; null when it is gone. */
  private presentName(name: string): string | null {
    const id = [...this.known].find(([, sheet]) => sheet.name === name)?.[0];
    return (id !== undefined && this.present.get(id)?.name) || null;
  }

  private namesBefore() {
    return this.before.contents.names.flatMap((name) => {
      const scope = name.scope === null ? null : this.presentName(name.scope);
      if (name.scope !== null && scope === null) return [];
      return [{ ...name, scope, refersTo: this.presentFormula(name.refersTo) }];
    });
  }

  private protection(): readonly Omission[] {
    const [before, now] = [this.before.contents.structureProtected, this.now.contents.structureProtected];
    return before === now ? [] : [{ what: 'workbookProtection' }];
  }

  /** Sheets that go, that have another name, that come. A workbook keeps a sheet at every moment. */
  private structure(): readonly Step[] {
    const gone = [...this.known].filter(([id]) => !this.present.has(id)).map(([, { name }]) => name);
    const added = [...this.present].filter(([id]) => !this.known.has(id)).map(([, { name }]) => name);
    const deletions = gone.map((sheet): Step => ({ kind: 'deleteSheet', sheet }));
    const additions = added.map((sheet): Step => ({ kind: 'addSheet', sheet }));
    const isAllNew = gone.length === this.known.size;
    return isAllNew ? [...additions, ...deletions] : [...deletions, ...this.renaming(), ...additions];
  }

  /** By way of other names when one takes the name of another. */
  private renaming(): readonly Step[] {
    const taken = new Set(this.renames.map(([from]) => from.toLowerCase()));
    const meets = this.renames.some(
      ([from, to]) => taken.has(to.toLowerCase()) && from.toLowerCase() !== to.toLowerCase(),
    );
    const rename = (sheet: string, name: string): Step => ({ kind: 'renameSheet', sheet, name });
    if (!meets) return this.renames.map(([from, to]) => rename(from, to));
    const passing = (index: number): string => `_${index}_`;
    return [
      ...this.renames.map(([from], index) => rename(from, passing(index))),
      ...this.renames.map(([, to], index) => rename(passing(index), to)),
    ];
  }

  /** Sheets that come are last, unless a step orders them. */
  private order(): readonly Step[] {
    const names = [...this.present.values()].map(({ name }) => name);
    const kept = [...this.known].flatMap(([id]) => this.present.get(id)?.name ?? []);
    const added = [...this.present].filter(([id]) => !this.known.has(id)).map(([, { name }]) => name);
    const isUsual = added.length === 0 && names.join('\n') === kept.join('\n');
    return isUsual ? [] : [{ kind: 'orderSheets', sheets: names }];
  }
}
