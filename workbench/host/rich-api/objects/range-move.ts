/**
 * `Range.moveTo`, which is cut and paste: contents, formats and whole tables move, and the references to the cells that
 * moved follow them, in formulas and in defined names.
 */
import { columnNumber, contains, localAddress, overlap, parseLocalAddress, quoteSheetName } from '../../address';
import type { GridArea, GridCellChange } from '../../grid';
import { invalidArgument, invalidOperation } from '../errors';
import type { Model } from '../model';
import type { RangeState } from './range-state';

const REFERENCE =
  /(?<![\p{L}\p{N}_.$!'\]])(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_(![])/giu;

/** Moves the cells of a range so that its first cell comes to the first one of `to`. */
export function moveCells(from: RangeState, to: RangeState, model: Model): void {
  const target: RangeState = { ...to, area: { ...from.area, top: to.area.top, left: to.area.left } };
  model.guardSheet(from.sheetId);
  model.guardSheet(to.sheetId);
  const { grid } = model;
  const isSame = from.sheetId === to.sheetId;
  if (isSame && overlap(from.area, target.area)) throw invalidArgument();
  for (const { sheetId, area } of [from, target])
    if (grid.merges(sheetId).some((merged) => overlap(merged, area)))
      throw invalidOperation('Moving merged cells is not possible in this host.');
  const touched = ({ sheetId, area }: RangeState) =>
    grid.tables().filter((table) => table.sheetId === sheetId && overlap(table.area, area));
  const tables = touched(from);
  if (tables.some((table) => !contains(from.area, table.area)) || touched(target).length > 0)
    throw invalidOperation('This would cut a table.');
  const cells = cellsOf(from, model);
  tables.forEach(({ id }) => grid.deleteTable(id));
  grid.clearArea(from.sheetId, from.area, 'all');
  grid.writeCells(target.sheetId, target.area.top, target.area.left, cells);
  rewriteReferences(from, target, model);
  for (const { name, area, hasTotalsRow, style } of tables) {
    const moved = shifted(area, from.area, target.area);
    grid.addTable({ name, hasTotalsRow, style, sheetId: target.sheetId, area: moved });
  }
}

function cellsOf({ sheetId, area }: RangeState, { grid }: Model): GridCellChange[][] {
  const values = grid.readValues(sheetId, area);
  const formulas = grid.readFormulas(sheetId, area);
  const formats = grid.readNumberFormats(sheetId, area);
  return values.map((row, r) =>
    row.map((value, c) => {
      const formula = formulas[r]?.[c] ?? null;
      const look = {
        numberFormat: formats[r]?.[c] ?? 'General',
        style: grid.readStyle(sheetId, area.top + r, area.left + c),
      };
      return formula === null ? { value, ...look } : { formula, ...look };
    }),
  );
}

function shifted(area: GridArea, from: GridArea, to: GridArea): GridArea {
  return { ...area, top: area.top + to.top - from.top, left: area.left + to.left - from.left };
}

function rewriteReferences(from: RangeState, to: RangeState, model: Model): void {
  const { grid } = model;
  for (const sheet of grid.sheets()) {
    const used = grid.usedArea(sheet.id, 'values');
    if (!used) continue;
    grid.readFormulas(sheet.id, used).forEach((row, r) =>
      row.forEach((formula, c) => {
        if (formula === null) return;
        const [top, left] = [used.top + r, used.left + c];
        const isMoved = sheet.id === to.sheetId && contains(to.area, { top, left, rows: 1, columns: 1 });
        const rewritten = withoutTexts(formula, (part) =>
          part.replace(REFERENCE, (reference, named: string | undefined, local: string) =>
            movedReference(
              reference,
              { named, local, writtenOn: isMoved ? from.sheetId : sheet.id, isMoved },
              from,
              to,
              model,
            ),
          ),
        );
        if (rewritten !== formula) grid.writeCells(sheet.id, top, left, [[{ formula: rewritten }]]);
      }),
    );
  }
  for (const name of grid.names()) {
    const refersTo = name.refersTo.replace(REFERENCE, (reference, named: string | undefined, local: string) =>
      named === undefined
        ? reference
        : movedReference(reference, { named, local, writtenOn: from.sheetId, isMoved: false }, from, to, model),
    );
    if (refersTo !== name.refersTo) grid.setName({ ...name, refersTo });
  }
}

interface Reference {
  readonly named: string | undefined;
  readonly local: string;
  /** The sheet of the formula, before the move. */
  readonly writtenOn: string;
  readonly isMoved: boolean;
}

function movedReference(
  reference: string,
  { named, local, writtenOn, isMoved }: Reference,
  from: RangeState,
  to: RangeState,
  model: Model,
): string {
  const plain = named?.startsWith("'") ? named.slice(1, -1).replaceAll("''", "'") : named;
  const sheetId =
    plain === undefined
      ? writtenOn
      : model.grid.sheets().find(({ name }) => name.toLowerCase() === plain.toLowerCase())?.id;
  const area = parseLocalAddress(local);
  if (sheetId === undefined || !area) return reference;
  const isInside = sheetId === from.sheetId && contains(from.area, area);
  const onSheet = isInside ? to.sheetId : sheetId;
  const holder = isMoved ? to.sheetId : writtenOn;
  const address = isInside ? likeWritten(local, shifted(area, from.area, to.area)) : local;
  if (onSheet === holder && named === undefined) return address;
  return `${quoteSheetName(model.sheetName(onSheet))}!${address}`;
}

/** The address of an area with the dollars of another. */
function likeWritten(written: string, area: GridArea): string {
  const cells = localAddress(area).split(':');
  return written
    .split(':')
    .map((one, index) => {
      const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cells[index] ?? cells[0] ?? '') ?? [];
      const hasColumn = one.startsWith('$');
      const hasRow = one.slice(1).includes('$');
      return columnNumber(column) < 0 ? one : `${hasColumn ? '$' : ''}${column}${hasRow ? '$' : ''}${row}`;
    })
    .join(':');
}

function withoutTexts(formula: string, change: (part: string) => string): string {
  return formula
    .split('"')
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('"');
}
