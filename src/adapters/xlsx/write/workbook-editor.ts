/**
 * Edits `workbook.xml` in place: sheets appended last so that positions keep their meaning, names, and the request to
 * recalculate.
 */
import { withoutSheet } from '../formula';
import type { XlsxPackage } from '../package/package';
import type { WorkbookPart } from '../package/workbook-part';
import { TextSplice } from '../package/xml-splice';
import { encodeAttribute, encodeFormulaText } from '../package/xml-text';
import {
  attributeOf,
  childOf,
  childrenOf,
  isSelfClosed,
  itemsOf,
  prefixOf,
  referenceAttribute,
  type XmlElement,
} from '../package/xml-tree';
import { insertInOrder, WORKBOOK_ORDER } from './element-order';
import type { WorkbookNames } from './sheet-draft';

/** The local name by which Excel stores the repeated rows of a sheet. */
const PRINT_TITLES = '_xlnm.Print_Titles';

/** Changes to the workbook part. */
export interface WorkbookChanges {
  readonly addedSheets: readonly { readonly name: string; readonly sheetId: number; readonly relationship: string }[];
  /** Positions of deleted sheets, among those of the file. */
  readonly deletedSheets: ReadonlySet<number>;
  /** New name of a sheet by its position: only the placeholder of an empty workbook is ever renamed. */
  readonly renamedSheets: ReadonlyMap<number, string>;
  readonly names: WorkbookNames;
  /** Rows repeated at the top of each page, by the future position of the sheet; existing ones are kept. */
  readonly printTitles: readonly { readonly position: number; readonly text: string }[];
  readonly recalculates: boolean;
}

/** Applies the changes; without any, the part stays identical. */
export function editWorkbook(parts: XlsxPackage, workbook: WorkbookPart, changes: WorkbookChanges): void {
  const { text, root } = parts.tree(workbook.path);
  const splice = new TextSplice(text);
  editSheets(splice, root, workbook, changes);
  editNames(splice, root, workbook, changes);
  if (changes.deletedSheets.size > 0) editViews(splice, root, workbook, changes.deletedSheets);
  if (changes.recalculates) {
    const calculation = childOf(root, 'calcPr');
    if (!calculation)
      insertInOrder(splice, root, WORKBOOK_ORDER, 'calcPr', `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>`);
    else if (!workbook.recalculatesOnLoad) splice.setAttributes(calculation, { fullCalcOnLoad: '1' });
  }
  if (!splice.isUntouched) parts.set(workbook.path, splice.toString());
}

function editSheets(splice: TextSplice, root: XmlElement, workbook: WorkbookPart, changes: WorkbookChanges): void {
  const list = childOf(root, 'sheets')!;
  childrenOf(list, 'sheet').forEach((element, position) => {
    const name = changes.renamedSheets.get(position);
    if (changes.deletedSheets.has(position)) splice.remove(element);
    else if (name !== undefined) splice.setAttributes(element, { name });
  });
  const p = prefixOf(list);
  for (const sheet of changes.addedSheets) {
    const reference = referenceAttribute(root, workbook.dialect.reference, sheet.relationship);
    splice.append(list, `<${p}sheet name="${encodeAttribute(sheet.name)}" sheetId="${sheet.sheetId}" ${reference}/>`);
  }
}

/** Position of a sheet after the deletion of others; null when it is deleted itself. */
function shiftedPosition(position: number, deleted: ReadonlySet<number>): number | null {
  if (deleted.has(position)) return null;
  return position - [...deleted].filter((other) => other < position).length;
}

function editNames(splice: TextSplice, root: XmlElement, workbook: WorkbookPart, changes: WorkbookChanges): void {
  const list = childOf(root, 'definedNames');
  const p = prefixOf(root);
  const waiting = new Map(changes.names);
  const kept = itemsOf(root, 'definedNames', 'definedName').filter(
    (element) => !editName(splice, element, workbook, changes, waiting),
  );
  const named = [...waiting.values()].flatMap((wanted) => {
    return wanted
      ? [`<${p}definedName name="${encodeAttribute(wanted.name)}">${encodeFormulaText(wanted.text)}</${p}definedName>`]
      : [];
  });
  const ownTitles = kept.filter((element) => attributeOf(element, 'name') === PRINT_TITLES);
  const hasTitles = new Set(
    ownTitles.map((element) => shiftedPosition(Number(attributeOf(element, 'localSheetId')), changes.deletedSheets)),
  );
  const titles = changes.printTitles.flatMap(({ position, text }) =>
    hasTitles.has(position)
      ? []
      : [
          `<${p}definedName name="${PRINT_TITLES}" localSheetId="${position}">${encodeFormulaText(text)}</${p}definedName>`,
        ],
  );
  const added = [...titles, ...named];
  if (list && kept.length === 0 && added.length === 0) return dropList(splice, list);
  if (added.length === 0) return;
  if (list) splice.append(list, added.join(''));
  else
    insertInOrder(
      splice,
      root,
      WORKBOOK_ORDER,
      'definedNames',
      `<${p}definedNames>${added.join('')}</${p}definedNames>`,
    );
}

/** Edits one name; true when it is deleted. */
function editName(
  splice: TextSplice,
  element: XmlElement,
  workbook: WorkbookPart,
  changes: WorkbookChanges,
  waiting: Map<string, { readonly name: string; readonly text: string } | null>,
): boolean {
  const local = attributeOf(element, 'localSheetId');
  if (local !== undefined) {
    const position = shiftedPosition(Number(local), changes.deletedSheets);
    if (position === null) splice.remove(element);
    else if (position !== Number(local)) splice.setAttributes(element, { localSheetId: String(position) });
    return position === null;
  }
  const key = (attributeOf(element, 'name') ?? '').toLowerCase();
  const wanted = waiting.get(key);
  waiting.delete(key);
  if (wanted === null) splice.remove(element);
  else if (wanted !== undefined && !isSelfClosed(element))
    splice.replace(element.openEnd, element.closeStart, encodeFormulaText(wanted.text));
  else if (wanted === undefined) loseDeletedSheets(splice, element, workbook, changes.deletedSheets);
  return wanted === null;
}

/** References to a deleted sheet become `#REF!`, as in Excel. */
function loseDeletedSheets(
  splice: TextSplice,
  element: XmlElement,
  workbook: WorkbookPart,
  deleted: ReadonlySet<number>,
): void {
  let text = element.text;
  for (const position of deleted) text = withoutSheet(text, workbook.sheets[position]!.name);
  if (text !== element.text) splice.replace(element.openEnd, element.closeStart, encodeFormulaText(text));
}

function dropList(splice: TextSplice, list: XmlElement): void {
  if (list.children.length > 0) splice.remove(list);
}

/** The active tab must exist. */
function editViews(splice: TextSplice, root: XmlElement, workbook: WorkbookPart, deleted: ReadonlySet<number>): void {
  const firstVisible = workbook.sheets.findIndex(
    (sheet, position) => sheet.visibility === 'visible' && !deleted.has(position),
  );
  for (const view of itemsOf(root, 'bookViews', 'workbookView')) {
    const active = Number(attributeOf(view, 'activeTab') ?? '0');
    const shifted = shiftedPosition(active, deleted) ?? shiftedPosition(Math.max(firstVisible, 0), deleted) ?? 0;
    if (shifted !== active) splice.setAttributes(view, { activeTab: String(shifted) });
    if (attributeOf(view, 'firstSheet') !== undefined) splice.setAttributes(view, { firstSheet: null });
  }
}
