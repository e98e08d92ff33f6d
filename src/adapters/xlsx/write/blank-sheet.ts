/** The sheet that an empty workbook must have, until a first sheet takes its place. */
import type { OpenedWorkbook, SheetFacts } from '../open';
import { attributeOf, childOf } from '../package/xml-tree';
import { frameOf } from '../package/sheet-frame';

/** Marks the placeholder; Excel shows it to nobody. */
export const PLACEHOLDER_CODE = 'EnveloppePlaceholder';
export const PLACEHOLDER_NAME = 'Feuil1';

/** True for the empty sheet of `blankXlsx`, as long as nobody renamed it or wrote on it. */
export function isPlaceholder(opened: OpenedWorkbook, facts: SheetFacts, name: string): boolean {
  const { path } = facts.entry;
  if (path === null || name !== PLACEHOLDER_NAME || opened.snapshot.sheets[0]?.used !== null) return false;
  const properties = childOf(frameOf(opened.parts.content(path), path).root, 'sheetPr');
  return properties !== undefined && attributeOf(properties, 'codeName') === PLACEHOLDER_CODE;
}
