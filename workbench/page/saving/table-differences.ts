/** The differences between the tables and the names of a workbook at two moments, as steps of a plan for its file. */
import type { FileStep, TableChange } from '../../../src/adapters/xlsx/write/file-steps';
import type { WriteStep } from '../../../src/workbook/plan';
import type { GridArea, GridName, GridWorkbook } from '../../host/grid';
import { cellKey } from './copy-state';
import type { CopyRefusal } from './omission';

type Table = GridWorkbook['tables'][number];

export interface TableSteps {
  /** Before the cells: a heading is the name of its column. */
  readonly first: readonly (WriteStep | FileStep)[];
  readonly last: readonly (WriteStep | FileStep)[];
  /** By sheet, then by `cellKey`: the headings that cells must have. */
  readonly headings: ReadonlyMap<string, ReadonlyMap<number, string>>;
  readonly refusal: CopyRefusal | null;
}

/** `before` has the present names of the sheets, and no table of a deleted one. */
export function compareTables(before: readonly Table[], now: readonly Table[]): TableSteps {
  const first: (WriteStep | FileStep)[] = [];
  const last: (WriteStep | FileStep)[] = [];
  const written: Table[] = [];
  const known = new Map(before.map((table) => [keyOf(table.name), table]));
  const present = new Set(now.map(({ name }) => keyOf(name)));
  const gone = before.filter(({ name }) => !present.has(keyOf(name)));
  for (const table of now) {
    const old = known.get(keyOf(table.name)) ?? takeRenamed(gone, table);
    const isElsewhere = old !== undefined && old.sheet !== table.sheet;
    if (isElsewhere) first.push({ kind: 'deleteTable', name: old.name });
    if (old === undefined || isElsewhere) {
      last.push(...added(table));
      written.push(table);
      continue;
    }
    const change = changeOf(old, table);
    if (Object.keys(change).length === 0) continue;
    first.push({ kind: 'changeTable', name: old.name, ...change });
    written.push(table);
  }
  first.unshift(...gone.map(({ name }) => ({ kind: 'deleteTable', name }) as const));
  const wrong = written.find(({ columns }) => new Set(columns.map(keyOf)).size < columns.length);
  return {
    first,
    last,
    headings: headingsOf(written),
    refusal: wrong ? { why: 'sameHeadings', sheet: wrong.sheet, table: wrong.name } : null,
  };
}

const keyOf = (name: string): string => name.toLowerCase();

/** The table that has another name since: at the same place, with the same columns. */
function takeRenamed(gone: Table[], table: Table): Table | undefined {
  const at = gone.findIndex(
    (old) =>
      old.sheet === table.sheet &&
      old.area.top === table.area.top &&
      old.area.left === table.area.left &&
      old.columns.join('\n') === table.columns.join('\n'),
  );
  return at < 0 ? undefined : gone.splice(at, 1)[0];
}

function added({ name, sheet, area, hasTotalsRow, style }: Table): (WriteStep | FileStep)[] {
  return [
    { kind: 'addTable', sheet, name, area },
    { kind: 'changeTable', name, style, hasTotalsRow },
  ];
}

function changeOf(old: Table, now: Table): TableChange {
  return {
    ...(now.name !== old.name && { newName: now.name }),
    ...(!isSameArea(now.area, old.area) && { area: now.area }),
    ...(now.columns.join('\n') !== old.columns.join('\n') && { columns: now.columns }),
    ...(now.hasTotalsRow !== old.hasTotalsRow && { hasTotalsRow: now.hasTotalsRow }),
    ...(now.style !== old.style && { style: now.style }),
  };
}

function isSameArea(one: GridArea, other: GridArea): boolean {
  return one.top === other.top && one.left === other.left && one.rows === other.rows && one.columns === other.columns;
}

function headingsOf(tables: readonly Table[]): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const headings = new Map<string, Map<number, string>>();
  for (const { sheet, area, columns } of tables) {
    const texts = headings.get(sheet) ?? new Map<number, string>();
    columns.forEach((column, index) => texts.set(cellKey(area.top, area.left + index), column));
    headings.set(sheet, texts);
  }
  return headings;
}

/** `before` has the present names of the sheets, and no name of a deleted one. */
export function compareNames(before: readonly GridName[], now: readonly GridName[]): readonly FileStep[] {
  const idOf = ({ name, scope }: GridName): string => `${scope ?? ''}\n${name.toLowerCase()}`;
  const known = new Map(before.map((name) => [idOf(name), name]));
  const present = new Set(now.map(idOf));
  const dropped = before.filter((name) => !present.has(idOf(name)));
  return [
    ...dropped.map(({ name, scope }): FileStep => ({ kind: 'dropName', name, scope })),
    ...now.flatMap((name): FileStep[] => {
      const old = known.get(idOf(name));
      const { refersTo, visible, comment } = name;
      const isSeenAnew = visible !== (old?.visible ?? true);
      const isCommentedAnew = comment !== (old?.comment ?? '');
      if (old && old.refersTo === refersTo && !isSeenAnew && !isCommentedAnew) return [];
      const looks = { ...(isSeenAnew && { visible }), ...(isCommentedAnew && { comment }) };
      return [{ kind: 'putName', name: name.name, scope: name.scope, refersTo, ...looks }];
    }),
  ];
}
