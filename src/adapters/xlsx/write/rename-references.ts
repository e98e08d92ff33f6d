/**
 * Gives every reference to a renamed sheet its new name, in formulas, names, rules, tables, charts, pivot tables and
 * links, as Excel does. A part that does not name the sheet keeps its bytes.
 */
import { withRenamedSheet } from '../../../workbook/formula-text';
import type { XlsxPackage } from '../package/package';
import { attributeIn, isClosedTag, localNameOf, openTagsAmong } from '../package/xml-scan';
import { decodePart, decodeText, encodeAttribute, encodeFormulaText } from '../package/xml-text';

/** Elements whose text is a formula or a reference, whatever their namespace. */
const FORMULAS: ReadonlySet<string> = new Set([
  ...['f', 'formula', 'formula1', 'formula2', 'definedName', 'calculatedColumnFormula', 'totalsRowFormula'],
]);
/** Attributes that name a sheet, or a place in one. */
const ATTRIBUTES: ReadonlyMap<string, readonly [name: string, holds: 'sheet' | 'place']> = new Map([
  ['worksheetSource', ['sheet', 'sheet']],
  ['rangeSet', ['sheet', 'sheet']],
  ['hyperlink', ['location', 'place']],
]);
const PLACES: ReadonlySet<string> = new Set([...FORMULAS, ...ATTRIBUTES.keys()]);
const LARGE_TEXTS = /sharedStrings|styles|theme\//;

export function renameReferences(parts: XlsxPackage, from: string, to: string): void {
  const needle = encodeAttribute(from.replaceAll("'", "''"));
  for (const path of parts.paths()) {
    if (!/^xl\/.*\.xml$/i.test(path) || LARGE_TEXTS.test(path)) continue;
    const text = decodePart(parts.content(path));
    const folded = text.toLowerCase();
    if (!folded.includes(needle.toLowerCase()) && !folded.includes(encodeAttribute(from).toLowerCase())) continue;
    const renamed = renamedIn(text, from, to);
    if (renamed !== text) parts.set(path, renamed);
  }
}

function renamedIn(text: string, from: string, to: string): string {
  const pieces: string[] = [];
  let copied = 0;
  const put = (start: number, end: number, xml: string): void => {
    pieces.push(text.slice(copied, start), xml);
    copied = end;
  };
  for (const { tag, start, end } of openTagsAmong(text, PLACES)) {
    const local = localNameOf(tag);
    if (FORMULAS.has(local) && !isClosedTag(tag)) {
      const close = text.indexOf('<', end);
      const stored = decodeText(text.slice(end, close));
      const renamed = withRenamedSheet(stored, from, to);
      if (renamed !== stored) put(end, close, encodeFormulaText(renamed));
    }
    const [name, holds] = ATTRIBUTES.get(local) ?? [];
    const value = name === undefined ? null : attributeIn(tag, name);
    if (name === undefined || value === null) continue;
    const stored = decodeText(value);
    const isNamed = stored.toLowerCase() === from.toLowerCase();
    const renamed = holds === 'place' ? withRenamedSheet(stored, from, to) : isNamed ? to : stored;
    if (renamed !== stored)
      put(
        start,
        end,
        tag.replace(value, () => encodeAttribute(renamed)),
      );
  }
  return copied === 0 ? text : pieces.join('') + text.slice(copied);
}
