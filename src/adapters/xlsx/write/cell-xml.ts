/**
 * Writes a planned cell as `<c>`. A text is always an inline string, so that it never becomes a formula and no other
 * part changes.
 */
import { assert } from '../../../domain/result';
import { cellAddress } from '../../../workbook/cells';
import type { PlannedCell } from '../../../workbook/plan';
import { toFileFormula } from '../formula';
import { refuse } from '../package/refusal';
import { encodeFormulaText, encodeXstring, escapeXml, textElement } from '../package/xml-text';

const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

/** `style` is a cellXfs index; 0 is omitted. */
export function cellXml(prefix: string, row: number, column: number, cell: PlannedCell, style: number): string {
  const address = cellAddress(row, column);
  const start = `<${prefix}c r="${address}"${style === 0 ? '' : ` s="${style}"`}`;
  if (cell.formula !== undefined) return formulaXml(prefix, start, cell.formula, cell, address);
  const { value } = cell;
  if (value === null || value === '') return `${start}/>`;
  if (typeof value === 'string') {
    checkLength(value, MAX_TEXT, address);
    return `${start} t="inlineStr"><${prefix}is>${textElement(`${prefix}t`, value)}</${prefix}is></${prefix}c>`;
  }
  return `${start}${typeOf(value)}><${prefix}v>${valueText(value)}</${prefix}v></${prefix}c>`;
}

function formulaXml(prefix: string, start: string, formula: string, cell: PlannedCell, address: string): string {
  assert(formula.startsWith('='), `a formula starts with =, at ${address}`);
  const stored = toFileFormula(formula);
  checkLength(stored, MAX_FORMULA, address);
  const text = `<${prefix}f>${encodeFormulaText(stored)}</${prefix}f>`;
  if (cell.value === null) return `${start}>${text}</${prefix}c>`;
  return `${start}${typeOf(cell.value)}>${text}<${prefix}v>${valueText(cell.value)}</${prefix}v></${prefix}c>`;
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
