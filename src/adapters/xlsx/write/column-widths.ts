/**
 * Edits `<cols>`, the runs of columns with a width and a style. A width set on one column of a run splits the run, and
 * keeps the rest of it.
 */
import type { SheetFrame } from '../package/sheet-frame';
import { pairsXml, type TextSplice } from '../package/xml-splice';
import { attributeOf, itemsOf, prefixOf } from '../package/xml-tree';
import { putInOrder, WORKSHEET_ORDER } from './element-order';

interface Run {
  readonly first: number;
  readonly last: number;
  /** Every attribute but `min` and `max`. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Excel keeps the width of the text plus 5 pixels of padding, counted in characters of 7 pixels. */
const PADDING = 0.7109375;
/** Excel's own width, which a hidden column needs too. */
const USUAL_WIDTH = '9.140625';

function runsOf(frame: SheetFrame): Run[] {
  const runs = itemsOf(frame.root, 'cols', 'col').map((element) => ({
    first: Number(attributeOf(element, 'min')) - 1,
    last: Number(attributeOf(element, 'max')) - 1,
    attributes: new Map(
      [...element.attributes].filter(([name]) => !name.startsWith('{') && name !== 'min' && name !== 'max'),
    ),
  }));
  return runs.filter(({ first, last }) => Number.isInteger(first) && Number.isInteger(last));
}

/** The style of absent cells, by column. */
export function columnStyles(frame: SheetFrame): (column: number) => number {
  const runs = runsOf(frame).filter((run) => run.attributes.has('style'));
  return (column) =>
    Number(runs.find((run) => run.first <= column && column <= run.last)?.attributes.get('style') ?? '0');
}

/** Sets widths, in characters, and visibility by column. */
export function editColumns(
  splice: TextSplice,
  frame: SheetFrame,
  widths: ReadonlyMap<number, number>,
  hidden: ReadonlyMap<number, boolean>,
): void {
  if (widths.size + hidden.size === 0) return;
  let runs = runsOf(frame);
  for (const column of [...new Set([...widths.keys(), ...hidden.keys()])].sort((a, b) => a - b)) {
    const covering = runs.find((run) => run.first <= column && column <= run.last);
    const width = widths.get(column);
    const isHidden = hidden.get(column);
    const attributes = new Map([
      ...(covering?.attributes ?? [['width', USUAL_WIDTH] as const]),
      ...(width === undefined ? [] : [['width', String(width + PADDING)] as const, ['customWidth', '1'] as const]),
      ...(isHidden === true ? [['hidden', '1'] as const] : []),
    ]);
    if (isHidden === false) attributes.delete('hidden');
    runs = [
      ...runs.filter((run) => run !== covering),
      ...around(covering, column),
      { first: column, last: column, attributes },
    ];
  }
  runs.sort((a, b) => a.first - b.first);
  const p = prefixOf(frame.root);
  const xml = runs
    .map((run) => `<${p}col${pairsXml([['min', run.first + 1], ['max', run.last + 1], ...run.attributes])}/>`)
    .join('');
  putInOrder(splice, frame.root, WORKSHEET_ORDER, 'cols', `<${p}cols>${xml}</${p}cols>`);
}

function around(run: Run | undefined, column: number): Run[] {
  if (!run) return [];
  return [
    ...(run.first < column ? [{ ...run, last: column - 1 }] : []),
    ...(run.last > column ? [{ ...run, first: column + 1 }] : []),
  ];
}
