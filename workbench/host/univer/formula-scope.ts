/** The tables and names that formulas may use, for the translation of formulas. */
import { overlap } from '../address';
import type { GridArea, GridTable } from '../grid';
import type { FormulaTranslation } from './calculation';
import type { UniverContext } from './univer-context';
import type { DefinedNames } from './defined-names';
import {
  mayNeedTranslation,
  withoutStructuredReferences,
  type ReferencedTable,
  type ReferenceScope,
} from './structured-references';
import type { Tables } from './univer-tables';

interface Known extends ReferenceScope {
  readonly words: RegExp | null;
}

export class FormulaScope {
  constructor(
    private readonly context: UniverContext,
    private readonly tables: Tables,
    private readonly names: DefinedNames,
  ) {}

  /** Translates with the present tables and names. */
  translation(): FormulaTranslation {
    const known = this.read();
    return (formula, sheetId, row, column) => {
      if (!mayNeedTranslation(formula, known.words)) return formula;
      return withoutStructuredReferences(formula, known, { sheetName: this.sheetName(sheetId), row, column });
    };
  }

  /** The tables with headings in a changed area: formulas with their column names change meaning. */
  tablesWithHeadingsIn(sheetId: string, area: GridArea): GridTable[] {
    return this.tables.all().filter((table) => table.sheetId === sheetId && overlap({ ...table.area, rows: 1 }, area));
  }

  private read(): Known {
    const tables = this.tables
      .all()
      .map((table): ReferencedTable => ({ ...table, sheetName: this.sheetName(table.sheetId) }));
    const byName = new Map(tables.map((table) => [table.name.toLowerCase(), table]));
    const names = this.names.all().filter(({ scope, refersTo }) => scope !== null || /\[|^=\{/.test(refersTo));
    const words = [...tables, ...names].map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return {
      words: words.length > 0 ? new RegExp(words.join('|'), 'i') : null,
      table: (name) => byName.get(name.toLowerCase()),
      tableAt: (sheetName, row, column) =>
        tables.find(
          (table) =>
            table.sheetName === sheetName && overlap(table.area, { top: row, left: column, rows: 1, columns: 1 }),
        ),
      name: (name, sheetName) => {
        const same = names.filter((entry) => entry.name.toLowerCase() === name.toLowerCase());
        const found =
          same.find(({ scope }) => scope !== null && this.sheetName(scope) === sheetName) ??
          same.find(({ scope }) => scope === null);
        return found?.refersTo.slice(1);
      },
    };
  }

  private sheetName(sheetId: string): string {
    return this.context.workbook.getSheetBySheetId(sheetId)?.getName() ?? '';
  }
}
