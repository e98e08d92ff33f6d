/**
 * Reads the merged areas of the sheets, by blocks of rows: Excel gives those of a range whose first cell is in it
 * (office-js #3611), and refuses more than 512 in one answer. A block that is refused is asked for again by halves.
 */
import { parseArea, type Area } from '../../../workbook/cells';
import type { SheetSnapshot } from '../../../workbook/snapshot';
import { areaOfRange, intersection, rangeOf, sameArea } from '../excel-ranges';
import type { SheetChanges } from './change-log';

/** Rows of a block: one merge in each of them is below the limit of an answer. */
const BLOCK_ROWS = 400;
/** Blocks of one request: a few hundred kilobytes. */
const MOST_BLOCKS = 500;
/** Requests for blocks that were refused, before the others are given up. */
const MOST_REQUESTS = 60;

/** The rows of a sheet of which the merges were read, or could not be. */
export interface MergesOfSheet {
  readonly sheetId: string;
  /** Null for the whole sheet. */
  readonly rows: readonly Area[] | null;
  readonly merges: readonly Area[];
}

export interface FoundMerges {
  readonly sheets: readonly MergesOfSheet[];
  /** True when some merges may not be read. */
  readonly isCut: boolean;
}

/** A sheet that was read before, and what changed in it since. */
export type ChangedSheet = (sheetId: string) => SheetChanges;

/** Steps that add their loads to a request, and end when the next ones need its answer, or its refusal. */
type MergeSteps<T> = Generator<undefined, T, undefined>;

interface Block {
  readonly sheet: Excel.Worksheet;
  readonly sheetId: string;
  readonly area: Area;
}

/** `sheets`: once they are listed; `isRefusal`: an error thrown into the steps that smaller blocks may not get. */
export function* readMerges(
  sheets: () => readonly Excel.Worksheet[],
  changesOf: ChangedSheet,
  isRefusal: (error: unknown) => boolean,
): MergeSteps<FoundMerges> {
  yield; // the first request lists the sheets
  const asked = sheets()
    .map((sheet) => ({ sheet, changes: changesOf(sheet.id) }))
    .filter(({ changes }) => changes === 'whole' || changes.length > 0)
    .map(({ sheet, changes }) => ({ sheet, changes, used: usedOf(sheet) }));
  if (asked.length === 0) return { sheets: [], isCut: false };
  yield;
  const places = asked.map(({ sheet, changes, used }) => {
    const area = used.isNullObject ? null : areaOfRange(used);
    const rows = changes === 'whole' ? null : changes.map((changed) => rowsOf(changed));
    return { sheet, sheetId: sheet.id, area, rows };
  });
  const blocks = places.flatMap(({ sheet, sheetId, area, rows }) =>
    area ? blocksOf(area, rows).map((block): Block => ({ sheet, sheetId, area: block })) : [],
  );
  const found = new Map<string, Area[]>(places.map(({ sheetId }) => [sheetId, []]));
  const isCut = yield* readGroups(blocks, found, isRefusal);
  return {
    sheets: places.map(({ sheetId, rows }) => ({ sheetId, rows, merges: found.get(sheetId) ?? [] })),
    isCut,
  };
}

function usedOf(sheet: Excel.Worksheet): Excel.Range {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  return used;
}

/** The rows of an edited area, over all columns. */
function rowsOf({ top, rows }: Area): Area {
  return { top, rows, left: 0, columns: Number.MAX_SAFE_INTEGER };
}

function blocksOf(used: Area, rows: readonly Area[] | null): readonly Area[] {
  const areas = rows === null ? [used] : rows.flatMap((area) => intersection(used, area) ?? []);
  return areas.flatMap((area) =>
    Array.from({ length: Math.ceil(area.rows / BLOCK_ROWS) }, (_, index) => {
      const top = area.top + index * BLOCK_ROWS;
      return { ...area, top, rows: Math.min(BLOCK_ROWS, area.top + area.rows - top) };
    }),
  );
}

/** Reads all the blocks; a group that is refused is read by halves. True when some are given up. */
function* readGroups(
  blocks: readonly Block[],
  found: Map<string, Area[]>,
  isRefusal: (error: unknown) => boolean,
): MergeSteps<boolean> {
  const groups: (readonly Block[])[] = [];
  for (let at = 0; at < blocks.length; at += MOST_BLOCKS) groups.push(blocks.slice(at, at + MOST_BLOCKS));
  let [isCut, isAny] = [false, false];
  for (let requests = 0; groups.length > 0; requests++) {
    if (requests >= MOST_REQUESTS + blocks.length / MOST_BLOCKS) return true;
    const group = groups.shift() ?? [];
    const answers = group.map(loadMerged);
    let isAnswered = true;
    try {
      yield;
    } catch (error) {
      if (!isRefusal(error) || (isSmallest(group) && !isAny)) throw error; // any request for merges would be refused
      isAnswered = false;
    }
    isAny ||= isAnswered;
    if (isAnswered && answers.every((answer) => answer.isWhole()))
      for (const { block, merged } of answers) found.get(block.sheetId)?.push(...merged());
    else if (isSmallest(group)) isCut = true;
    else groups.unshift(...halvesOf(group));
  }
  return isCut;
}

function loadMerged(block: Block) {
  const merged = rangeOf(block.sheet, block.area).getMergedAreasOrNullObject();
  merged.load('address,areaCount');
  const areas = (): readonly Area[] =>
    merged.isNullObject ? [] : merged.address.split(',').flatMap((address) => parseArea(address) ?? []);
  // a list of addresses that Excel cut is not whole
  return { block, merged: areas, isWhole: () => merged.isNullObject || areas().length === merged.areaCount };
}

function isSmallest([first, ...others]: readonly Block[]): boolean {
  return others.length === 0 && (first?.area.rows ?? 1) <= 1;
}

function halvesOf(group: readonly Block[]): readonly (readonly Block[])[] {
  const [first] = group;
  if (group.length > 1 || !first) {
    const middle = Math.ceil(group.length / 2);
    return [group.slice(0, middle), group.slice(middle)];
  }
  const { area } = first;
  const rows = Math.ceil(area.rows / 2);
  return [
    [{ ...first, area: { ...area, rows } }],
    [{ ...first, area: { ...area, top: area.top + rows, rows: area.rows - rows } }],
  ];
}

/** The merges of a sheet from those read and those known before, from the top; the same object when none changed. */
export function mergesNow(
  found: MergesOfSheet | undefined,
  known: SheetSnapshot | undefined,
): Pick<SheetSnapshot, 'merges'> {
  const before = known?.merges ?? [];
  const kept = found ? before.filter(({ top }) => found.rows?.every((rows) => !holdsRow(rows, top)) === true) : before;
  const sorted = [...kept, ...(found?.merges ?? [])].sort((one, other) => one.top - other.top || one.left - other.left);
  // rows may be read twice
  const now = sorted.filter((area, index) => index === 0 || !sameArea(area, sorted[index - 1] ?? null));
  const isSame = now.length === before.length && now.every((area, index) => sameArea(area, before[index] ?? null));
  return now.length === 0 ? {} : { merges: isSame ? before : now };
}

function holdsRow({ top, rows }: Area, row: number): boolean {
  return row >= top && row < top + rows;
}
