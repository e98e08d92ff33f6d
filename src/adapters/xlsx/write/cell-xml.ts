/**
 * Writes a planned cell as `<c>`. A text is always an inline string, so that it never becomes a formula and no other
 * part changes.
 */
import { assert } from '../../../domain/result';
import { areaAddress, cellAddress, type CellValue } from '../../../workbook/cells';
import type { PlannedCell } from '../../../workbook/plan';
import { toFileFormula } from '../formula';
import { refuse } from '../package/refusal';
import { attributeIn, isClosedTag, openTags, withLastAttribute } from '../package/xml-scan';
import { encodeFormulaText, encodeXstring, escapeXml, textElement } from '../package/xml-text';
import type { DraftCell } from './sheet-draft';

const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

/** `style` is a cellXfs index; 0 is omitted. */
export function cellXml(prefix: string, row: number, column: number, cell: DraftCell, style: number): string {
  const address = cellAddress(row, column);
  const start = `<${prefix}c r="${address}"${style === 0 ? '' : ` s="${style}"`}`;
  if (cell.source !== undefined) return sourceXml(start, cell.source);
  if (cell.formula !== undefined) return formulaXml(prefix, start, cell.formula, cell, address);
  const { value } = cell;
  if (value === null || value === '') return `${start}/>`;
  if (typeof value === 'string') {
    checkLength(value, MAX_TEXT, address);
    return `${start} t="inlineStr"><${prefix}is>${textElement(`${prefix}t`, value)}</${prefix}is></${prefix}c>`;
  }
  return `${start}${typeOf(value)}><${prefix}v>${valueText(value)}</${prefix}v></${prefix}c>`;
}

/** The content of another cell, with its type and the index of a richer value. */
function sourceXml(start: string, source: string): string {
  const end = source.indexOf('>') + 1;
  const members = ['t', 'vm', 'ph'].map((name) => [name, attributeIn(source.slice(0, end), name)] as const);
  const kept = members.map(([name, value]) => (value === null ? '' : ` ${name}="${value}"`));
  return `${start}${kept.join('')}>${source.slice(end)}`;
}

function formulaXml(prefix: string, start: string, formula: string, cell: DraftCell, address: string): string {
  assert(formula.startsWith('='), `a formula starts with =, at ${address}`);
  const stored = toFileFormula(formula);
  checkLength(stored, MAX_FORMULA, address);
  const kind = cell.array ? ` t="array" ref="${areaAddress(cell.array)}"` : '';
  const text = `<${prefix}f${kind}>${encodeFormulaText(stored)}</${prefix}f>`;
  if (cell.value === null) return `${start}>${text}</${prefix}c>`;
  return `${start}${typeOf(cell.value)}>${text}<${prefix}v>${valueText(cell.value)}</${prefix}v></${prefix}c>`;
}

/** The XML of a cell with another result; its formula stays as it is. A cell without formula is returned unchanged. */
export function withResult(xml: string, prefix: string, value: CellValue): string {
  const [formula] = openTags(xml, [`${prefix}f`]);
  if (!formula) return xml;
  const closing = `</${prefix}f>`;
  const end = isClosedTag(formula.tag) ? formula.end : xml.indexOf(closing, formula.end) + closing.length;
  const openTag = xml.slice(0, xml.indexOf('>') + 1).replace(/\st\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  const written = value === null ? '' : `<${prefix}v>${valueText(value)}</${prefix}v>`;
  const type = value === null ? '' : typeOf(value);
  return `${openTag.slice(0, -1)}${type}>${xml.slice(formula.start, end)}${written}</${prefix}c>`;
}

/** The XML of a cell with another style. */
export function withStyle(xml: string, style: number): string {
  const end = xml.indexOf('>') + 1;
  const openTag = xml.slice(0, end);
  if (attributeIn(openTag, 's') === String(style)) return xml;
  const bare = openTag.replace(/\ss\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  return withLastAttribute(bare, 's', String(style)) + xml.slice(end);
}

function typeOf(value: NonNullable<PlannedCell['value']>): string {
  if (typeof value === 'number') return '';
  return typeof value === 'string' ? ' t="str"' : typeof value === 'boolean' ? ' t="b"' : ' t="e"';
}

function valueText(value: NonNullable<PlannedCell['value']>): string {
  if (typeof value === 'string') return encodeXstring(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'object') return escapeXml(value.error);
  assert(Number.isFinite(value), 'a cell holds a finite number');
  return String(value === 0 ? 0 : value);
}

function checkLength(text: string, limit: number, address: string): void {
  if (text.length > limit) refuse({ code: 'tooLarge', what: address, limit: String(limit) });
}
