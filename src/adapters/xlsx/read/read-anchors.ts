/** The anchors of what is drawn over the cells of a sheet: shapes, pictures, charts, slicers, controls. */
import type { Area } from '../../../workbook/cells';
import { CHART_PREFIX } from '../../../workbook/workbook-names';
import { attributeOf, descendantsOf, isTrue, type XmlElement } from '../package/xml-tree';

const IN_DRAWINGS: ReadonlySet<string> = new Set(['twoCellAnchor', 'oneCellAnchor']);

/** How an object follows its cells: it moves and is stretched, it only moves, or it stays where it is. */
export type Following = 'stretched' | 'moved' | 'fixed';

/** A corner of an anchor, from 0; `element` holds its row. */
export interface Corner {
  readonly row: number;
  readonly column: number;
  /** Of the corner inside its row. */
  readonly offset: number;
  readonly element: XmlElement;
}

/** The anchors of a drawing, those for later versions of Excel and for older ones alike. */
export function anchorsIn(root: XmlElement): readonly XmlElement[] {
  return descendantsOf(root).filter(({ local }) => IN_DRAWINGS.has(local));
}

/** True for the anchor of a chart of ours, alone or in a group. */
export function isOurAnchor(anchor: XmlElement): boolean {
  return descendantsOf(anchor).some(
    (element) => element.local === 'cNvPr' && (attributeOf(element, 'name') ?? '').startsWith(CHART_PREFIX),
  );
}

/** As Excel's « Déplacer et dimensionner avec les cellules » sets it. */
export function followingOf(anchor: XmlElement): Following {
  if (anchor.local === 'anchor') {
    if (!isTrue(attributeOf(anchor, 'moveWithCells'))) return 'fixed';
    return isTrue(attributeOf(anchor, 'sizeWithCells')) ? 'stretched' : 'moved';
  }
  const edit = attributeOf(anchor, 'editAs') ?? 'twoCell';
  return edit === 'absolute' ? 'fixed' : edit === 'oneCell' ? 'moved' : 'stretched';
}

export function cornerOf(anchor: XmlElement, name: 'from' | 'to'): Corner | null {
  const corner = named(anchor, name);
  const [row, column, offset] = ['row', 'col', 'rowOff'].map((member) => corner && named(corner, member));
  if (!row || !column) return null;
  const place = { row: Number(row.text), column: Number(column.text), offset: Number(offset?.text ?? 0) };
  return Number.isInteger(place.row) && Number.isInteger(place.column) ? { ...place, element: row } : null;
}

/** A control has its corner in the namespace of the sheet, and the members of it in that of drawings. */
function named(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find((child) => child.local === local);
}

/** The first cell under each thing that a team drew on a sheet and that follows its cells; `root` is the frame of its part. */
export function drawnPlaces(drawing: XmlElement | null, root: XmlElement): readonly Area[] {
  const drawn = drawing ? anchorsIn(drawing).filter((anchor) => !isOurAnchor(anchor)) : [];
  const controls = descendantsOf(root).filter(({ local }) => local === 'anchor');
  const areas = [...drawn, ...controls].flatMap((anchor): readonly Area[] => {
    const corner = followingOf(anchor) === 'fixed' ? null : cornerOf(anchor, 'from');
    return corner ? [{ top: corner.row, left: corner.column, rows: 1, columns: 1 }] : [];
  });
  return [...new Map(areas.map((area) => [`${area.top} ${area.left}`, area])).values()];
}
