/** Finds the shared strings of a workbook; a workbook may well have none. */
import type { XlsxPackage } from './package';
import { readSharedStrings } from './shared-strings';

export function readSharedStringsOf(parts: XlsxPackage, workbookPath: string): readonly string[] {
  const path = parts.relationships(workbookPath).find((relationship) => relationship.kind === 'sharedStrings')?.target;
  return path && parts.has(path) ? readSharedStrings(parts.content(path), path) : [];
}
