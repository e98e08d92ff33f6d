/**
 * The defined names that follow the places of `ENV_Lecture`: when rows are inserted above a place, Excel moves the name
 * with its cells. A name states the address of the day of the decision: `ENV_Lecture_B12_F30`, then
 * `ENV_Lecture_B12_F30_2` for another place that was once there; `ENV_Lecture_Feuille` is a whole sheet.
 */
import { placeAddress, type Area } from '../cells';
import { fixedReference, placeOfReference } from '../references';
import { findSheet, type WorkbookSnapshot } from '../snapshot';
import { PLACE_PREFIX } from '../workbook-names';

/** A place of the register. */
export interface RegisteredPlace {
  readonly sheet: string;
  /** Null: the whole sheet. */
  readonly area: Area | null;
}

const WHOLE_SHEET = 'Feuille';
/** Of a whole sheet, which is followed for its name. */
const FIRST_CELL: Area = { top: 0, left: 0, rows: 1, columns: 1 };

/** Where a place is now. */
export interface PresentPlace extends RegisteredPlace {
  /** False when a person wrote another sheet or another address after the decision. */
  readonly isAsDecided: boolean;
}

/**
 * Where a place is now; null when its cells were deleted. `marker` is its name, empty without one. A place is at its
 * written address without a name, or when a person wrote another sheet or another address since.
 */
export function presentPlace(
  workbook: WorkbookSnapshot,
  written: RegisteredPlace,
  marker: string,
): PresentPlace | null {
  if (!isNameOf(written.area, marker)) return { ...written, isAsDecided: false };
  const name = workbook.names.find((one) => one.scope === null && one.name.toLowerCase() === marker.toLowerCase());
  const place = name ? placeOfReference(name.refersTo) : null;
  if (!place) {
    const isDeleted = written.area !== null && name?.refersTo.includes('#REF!') === true;
    return isDeleted ? null : { ...written, isAsDecided: true };
  }
  const isHere = place.sheet.toLowerCase() === written.sheet.toLowerCase();
  if (!isHere && findSheet(workbook, written.sheet)) return { ...written, isAsDecided: false };
  return { sheet: place.sheet, area: written.area === null ? null : place.area, isAsDecided: true };
}

/** A name that is free, and its definition. Null when the sheet of the place is not there. */
export function newMarker(
  workbook: WorkbookSnapshot,
  { sheet, area }: RegisteredPlace,
): { readonly name: string; readonly formula: string } | null {
  const present = findSheet(workbook, sheet);
  if (!present) return null;
  const taken = new Set([...workbook.names, ...workbook.tables].map(({ name }) => name.toLowerCase()));
  const formula = `=${fixedReference(present.name, area ?? FIRST_CELL)}`;
  for (let count = 1; ; count++) {
    const name = count === 1 ? firstName(area) : `${firstName(area)}_${count}`;
    if (!taken.has(name.toLowerCase())) return { name, formula };
  }
}

function firstName(area: Area | null): string {
  return `${PLACE_PREFIX}${area === null ? WHOLE_SHEET : placeAddress(area).replace(':', '_')}`;
}

/** True when the name was given to a place at that address. */
function isNameOf(area: Area | null, marker: string): boolean {
  const first = firstName(area).toLowerCase();
  const rest = marker.toLowerCase().startsWith(first) ? marker.slice(first.length) : null;
  return rest === '' || (rest !== null && /^_\d{1,6}$/.test(rest));
}
