/**
 * Edits `workbook.xml` in place: sheets appended last so that positions keep their meaning, names, and the request to
 * recalculate.
 */
import { withoutSheet } from '../../../workbook/formula-text';
import type { XlsxPackage } from '../package/package';
import type { WorkbookPart } from '../package/workbook-part';
import { attributesXml, TextSplice } from '../package/xml-splice';
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
import type { NameDraft, WorkbookNames } from './sheet-draft';

/** The local name by which Excel stores the repeated rows of a sheet. */
const PRINT_TITLES = '_xlnm.Print_Titles';

/** Changes to the workbook part. */
export interface WorkbookChanges {
  /** The sheets of the new file, in order; `position` is that in the present file, null for a new one. */
  readonly sheets: readonly {
    readonly position: number | null;
    readonly name: string;
    readonly visibility?: 'visible' | 'hidden' | 'veryHidden';
  }[];
  readonly addedSheets: readonly { readonly name: string; readonly sheetId: number; readonly relationship: string }[];
  /** New name of a sheet by its present position. */
  readonly renamedSheets: ReadonlyMap<number, string>;
  readonly names: WorkbookNames;
  /** Names to write or to delete; `position` is that of a sheet in the new file, null for the workbook. */
  readonly scopedNames: readonly (Omit<NameDraft, 'scope'> & { readonly position: number | null })[];
  /** Rows repeated at the top of each page, by the future position of the sheet; existing ones are kept. */
  readonly printTitles: readonly { readonly position: number; readonly text: string }[];
  readonly recalculates: boolean;
}

/** The changes, with what follows from them. */
interface Known extends WorkbookChanges {
  readonly deletedSheets: ReadonlySet<number>;
  /** Future position of each sheet that stays. */
  readonly positions: ReadonlyMap<number, number>;
}

function known(workbook: WorkbookPart, changes: WorkbookChanges): Known {
  const positions = new Map(
    changes.sheets.flatMap(({ position }, future) => (position === null ? [] : [[position, future] as const])),
  );
  const all = workbook.sheets.map((_, position) => position);
  return { ...changes, positions, deletedSheets: new Set(all.filter((position) => !positions.has(position))) };
}

/** Applies the changes; without any, the part stays identical. */
export function editWorkbook(parts: XlsxPackage, workbook: WorkbookPart, given: WorkbookChanges): void {
  const changes = known(workbook, given);
  const { text, root } = parts.tree(workbook.path);
  const splice = new TextSplice(text);
  editSheets(splice, root, workbook, changes, text);
  editNames(splice, root, workbook, changes);
  editViews(splice, root, workbook, changes);
  if (changes.recalculates) {
    const calculation = childOf(root, 'calcPr');
    if (!calculation)
      insertInOrder(splice, root, WORKBOOK_ORDER, 'calcPr', `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>`);
    else if (!workbook.recalculatesOnLoad) splice.setAttributes(calculation, { fullCalcOnLoad: '1' });
  }
  if (!splice.isUntouched) parts.set(workbook.path, splice.toString());
}

function editSheets(splice: TextSplice, root: XmlElement, workbook: WorkbookPart, changes: Known, text: string): void {
  const list = childOf(root, 'sheets')!;
  const p = prefixOf(list);
  const elements = childrenOf(list, 'sheet');
  const added = new Map(
    changes.addedSheets.map((sheet) => {
      const reference = referenceAttribute(root, workbook.dialect.reference, sheet.relationship);
      const state = stateXml(changes.sheets.find(({ name }) => name === sheet.name)?.visibility);
      const name = encodeAttribute(sheet.name);
      return [sheet.name, `<${p}sheet name="${name}" sheetId="${sheet.sheetId}"${state} ${reference}/>`] as const;
    }),
  );
  if (!isInOrder(changes)) {
    const ordered = changes.sheets.map((sheet) => {
      const element = sheet.position === null ? undefined : elements[sheet.position];
      return element ? editedText(text, element, attributesOf(sheet, changes)) : (added.get(sheet.name) ?? '');
    });
    return splice.replace(elements[0]!.start, elements.at(-1)!.end, ordered.join(''));
  }
  elements.forEach((element, position) => {
    if (changes.deletedSheets.has(position)) splice.remove(element);
  });
  for (const sheet of changes.sheets) {
    const element = sheet.position === null ? undefined : elements[sheet.position];
    if (element) splice.setAttributes(element, attributesOf(sheet, changes));
  }
  if (added.size > 0) splice.append(list, [...added.values()].join(''));
}

/** The attributes that change of the entry of a sheet. */
function attributesOf({ position, visibility }: Known['sheets'][number], { renamedSheets }: Known) {
  const name = position === null ? undefined : renamedSheets.get(position);
  return {
    ...(name !== undefined && { name }),
    ...(visibility !== undefined && { state: visibility === 'visible' ? null : visibility }),
  };
}

/** The text of an element with other attributes. */
function editedText(text: string, element: XmlElement, attributes: Readonly<Record<string, string | null>>): string {
  const splice = new TextSplice(text);
  splice.setAttributes(element, attributes);
  const edited = splice.toString();
  return edited.slice(element.start, edited.length - (text.length - element.end));
}

const stateXml = (visibility: string | undefined): string =>
  visibility === undefined || visibility === 'visible' ? '' : ` state="${visibility}"`;

/** True when the sheets that stay keep their order, before the new ones. */
function isInOrder({ sheets }: Known): boolean {
  const ranks = sheets.map(({ position }) => position ?? Infinity);
  return ranks.every((rank, index) => index === 0 || ranks[index - 1]! <= rank);
}

function editNames(splice: TextSplice, root: XmlElement, workbook: WorkbookPart, changes: Known): void {
  const list = childOf(root, 'definedNames');
  const p = prefixOf(root);
  const waiting: Waiting = {
    names: new Map(changes.names),
    scoped: new Map(changes.scopedNames.map((one) => [scopedKey(one.name, one.position), one])),
  };
  const kept = itemsOf(root, 'definedNames', 'definedName').filter(
    (element) => !editName(splice, element, workbook, changes, waiting),
  );
  const named = [...waiting.names.values()].flatMap((wanted) => {
    return wanted
      ? [`<${p}definedName name="${encodeAttribute(wanted.name)}">${encodeFormulaText(wanted.text)}</${p}definedName>`]
      : [];
  });
  const scoped = [...waiting.scoped.values()].flatMap((wanted) => scopedXml(p, wanted));
  const ownTitles = kept.filter((element) => attributeOf(element, 'name') === PRINT_TITLES);
  const hasTitles = new Set(
    ownTitles.map((element) => changes.positions.get(Number(attributeOf(element, 'localSheetId')))),
  );
  const titles = changes.printTitles.flatMap(({ position, text }) =>
    hasTitles.has(position)
      ? []
      : [
          `<${p}definedName name="${PRINT_TITLES}" localSheetId="${position}">${encodeFormulaText(text)}</${p}definedName>`,
        ],
  );
  const added = [...titles, ...named, ...scoped];
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

type ScopedChange = WorkbookChanges['scopedNames'][number];

/** The names to write that the file does not have yet. */
interface Waiting {
  readonly names: Map<string, { readonly name: string; readonly text: string } | null>;
  readonly scoped: Map<string, ScopedChange>;
}

const scopedKey = (name: string, position: number | null): string => `${position ?? ''} ${name.toLowerCase()}`;

function scopedXml(p: string, { name, text, position, visible, comment }: ScopedChange): readonly string[] {
  if (text === null) return [];
  const attributes = attributesXml({
    name,
    ...(position !== null && { localSheetId: position }),
    ...(visible === false && { hidden: 1 }),
    ...(comment && { comment }),
  });
  return [`<${p}definedName${attributes}>${encodeFormulaText(text)}</${p}definedName>`];
}

/** Edits one name; true when it is deleted. */
function editName(
  splice: TextSplice,
  element: XmlElement,
  workbook: WorkbookPart,
  changes: Known,
  waiting: Waiting,
): boolean {
  const local = attributeOf(element, 'localSheetId');
  const position = local === undefined ? null : changes.positions.get(Number(local));
  if (position === undefined) {
    splice.remove(element);
    return true;
  }
  const key = (attributeOf(element, 'name') ?? '').toLowerCase();
  const scoped = waiting.scoped.get(scopedKey(key, position));
  if (scoped) {
    waiting.scoped.delete(scopedKey(key, position));
    return editScoped(splice, element, scoped);
  }
  if (position !== null) {
    if (position !== Number(local)) splice.setAttributes(element, { localSheetId: String(position) });
    return false;
  }
  const wanted = waiting.names.get(key);
  waiting.names.delete(key);
  if (wanted === null) splice.remove(element);
  else if (wanted !== undefined && !isSelfClosed(element))
    splice.replace(element.openEnd, element.closeStart, encodeFormulaText(wanted.text));
  else if (wanted === undefined) loseDeletedSheets(splice, element, workbook, changes.deletedSheets);
  return wanted === null;
}

/** Repeated columns, which no step sets. */
const TITLE_COLUMNS = /(?:^|,)([^,]*!\$[A-Z]+:\$[A-Z]+)(?=,|$)/;

function editScoped(splice: TextSplice, element: XmlElement, wanted: ScopedChange): boolean {
  const columns = wanted.name === PRINT_TITLES ? TITLE_COLUMNS.exec(element.text)?.[1] : undefined;
  const text = [columns, wanted.text].filter((piece) => piece !== undefined && piece !== null).join(',');
  if (text === '' || isSelfClosed(element)) {
    splice.remove(element);
    return true;
  }
  splice.replace(element.openEnd, element.closeStart, encodeFormulaText(text));
  const { position, visible, comment } = wanted;
  splice.setAttributes(element, {
    ...(position !== null && { localSheetId: String(position) }),
    ...(visible !== undefined && { hidden: visible ? null : '1' }),
    ...(comment !== undefined && { comment: comment === '' ? null : comment }),
  });
  return false;
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

/** The active tab must exist, and stay the same sheet. */
function editViews(splice: TextSplice, root: XmlElement, workbook: WorkbookPart, changes: Known): void {
  const { positions, deletedSheets } = changes;
  const isMoved = [...positions].some(([position, future]) => position !== future);
  if (deletedSheets.size === 0 && !isMoved) return;
  const firstVisible = workbook.sheets.findIndex(
    (sheet, position) => sheet.visibility === 'visible' && !deletedSheets.has(position),
  );
  for (const view of itemsOf(root, 'bookViews', 'workbookView')) {
    const active = Number(attributeOf(view, 'activeTab') ?? '0');
    const shifted = positions.get(active) ?? positions.get(Math.max(firstVisible, 0)) ?? 0;
    if (shifted !== active) splice.setAttributes(view, { activeTab: String(shifted) });
    if (attributeOf(view, 'firstSheet') !== undefined) splice.setAttributes(view, { firstSheet: null });
  }
}
