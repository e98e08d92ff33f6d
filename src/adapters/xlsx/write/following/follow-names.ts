/**
 * The local names by which Excel keeps the filter, the printed part and the repeated rows of a sheet: each follows the
 * rows of the document that it names. A printed area that holds the document to its end keeps its address: the writer
 * is advised.
 */
import { quoteSheet, type Area } from '../../../../workbook/cells';
import { areasFollowing, type FollowedRows } from '../../../../workbook/followed-rows';
import { fixedReference, placeOfReference } from '../../../../workbook/references';
import type { NameEntry } from '../../package/workbook-part';
import type { NameDraft, SheetDraft } from '../sheet-draft';
import { filterFollowing } from './follow-rows';

const OF_PRINT = /^_xlnm\.Print_(?:Area|Titles)$/i;
const COLUMNS = 16_384;

/** The names of a sheet to write again. */
export function namesFollowing(draft: SheetDraft, names: readonly NameEntry[]): readonly NameDraft[] {
  const { followed, present } = draft;
  if (!followed || !present) return [];
  const printed = names.filter(({ localTo, name }) => localTo === present.position && OF_PRINT.test(name));
  return [
    ...filterName(draft, followed),
    ...printed.flatMap(({ name, text }): readonly NameDraft[] => {
      const references = text.split(',');
      const moved = references.map((reference) => referenceFollowing(reference, draft.name, followed));
      return moved.join() === references.join() ? [] : [{ scope: draft, name, text: moved.join(',') }];
    }),
  ];
}

function filterName(draft: SheetDraft, followed: FollowedRows): readonly NameDraft[] {
  const filter = draft.present?.facts.filter;
  const area = filter && filterFollowing(filter, followed);
  if (!area || area === filter) return [];
  const text = fixedReference(draft.name, area);
  return [{ scope: draft, name: '_xlnm._FilterDatabase', text, visible: false }];
}

function referenceFollowing(reference: string, sheet: string, followed: FollowedRows): string {
  const place = placeOfReference(`=${reference.trim()}`);
  const to = place && rowsFollowing(place.area, followed);
  if (!to || (to.top === place.area.top && to.rows === place.area.rows)) return reference;
  const isWholeRows = to.left === 0 && to.columns === COLUMNS;
  return isWholeRows ? `${quoteSheet(sheet)}!$${to.top + 1}:$${to.top + to.rows}` : fixedReference(sheet, to);
}

/** By its rows alone: it may be wider than the document. */
function rowsFollowing(area: Area, followed: FollowedRows): Area {
  const isInside = ({ from }: FollowedRows['rows'][number]): boolean => from >= area.top && from < area.top + area.rows;
  if (followed.rows.every(isInside)) return area;
  const [to, ...others] = areasFollowing({ ...area, left: followed.left, columns: followed.columns }, followed) ?? [];
  return to && others.length === 0 ? { ...area, top: to.top, rows: to.rows } : area;
}
