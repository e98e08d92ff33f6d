/** Reads the print settings of a sheet: orientation, scale or fit, repeated rows, footer, manual page breaks. */
import { decodeXstring } from '../package/xml-text';
import { attributeOf, childAt, childOf, isTrue, itemsOf, type XmlElement } from '../package/xml-tree';

export interface PrintLook {
  readonly orientation: 'portrait' | 'landscape';
  /** Per cent; null when the sheet is fitted to pages. */
  readonly scale: number | null;
  readonly pagesWide: number | null;
  readonly pagesTall: number | null;
  /** `$1:$3`, or null. */
  readonly titleRows: string | null;
  /** `$A$1:$F$40`, or null. */
  readonly printArea: string | null;
  /** Left, centre and right, in Excel's codes. */
  readonly footer: readonly [left: string, centre: string, right: string];
  /** Rows at which a page begins. */
  readonly breaks: readonly number[];
}

/** A name local to a sheet, such as its print area. */
interface LocalName {
  readonly name: string;
  readonly text: string;
}

/** The settings of a sheet, from its root without rows and its local names. */
export function printLook(root: XmlElement, names: readonly LocalName[]): PrintLook {
  const setup = childOf(root, 'pageSetup');
  const fit = childAt(root, 'sheetPr', 'pageSetUpPr');
  const isFitted = fit !== undefined && isTrue(attributeOf(fit, 'fitToPage'));
  const pages = (name: string): number | null => {
    const count = Number((setup && attributeOf(setup, name)) ?? '1');
    return isFitted && count > 0 ? count : null;
  };
  return {
    orientation: setup && attributeOf(setup, 'orientation') === 'landscape' ? 'landscape' : 'portrait',
    scale: isFitted ? null : Number((setup && attributeOf(setup, 'scale')) ?? '100'),
    pagesWide: pages('fitToWidth'),
    pagesTall: pages('fitToHeight'),
    titleRows: /!(\$\d+:\$\d+)(?:,|$)/.exec(textOf(names, '_xlnm.Print_Titles'))?.[1] ?? null,
    printArea: /!(\$[A-Z]+\$\d+:\$[A-Z]+\$\d+)$/.exec(textOf(names, '_xlnm.Print_Area'))?.[1] ?? null,
    footer: footerOf(root),
    breaks: breaksOf(root),
  };
}

function textOf(names: readonly LocalName[], name: string): string {
  return names.find((one) => one.name.toLowerCase() === name.toLowerCase())?.text ?? '';
}

/** `&L…&C…&R…`; text before any code is in the centre. */
function footerOf(root: XmlElement): PrintLook['footer'] {
  const text = decodeXstring(childAt(root, 'headerFooter', 'oddFooter')?.text ?? '');
  const part = (code: string): string =>
    new RegExp(`&${code}((?:(?!&[LCR])[^])*)`).exec(/^&[LCR]/.test(text) ? text : `&C${text}`)?.[1] ?? '';
  return [part('L'), part('C'), part('R')];
}

/** A break is stored as the number of the row above it, from 1. */
function breaksOf(root: XmlElement): readonly number[] {
  const rows = itemsOf(root, 'rowBreaks', 'brk').map((one) => Number(attributeOf(one, 'id')));
  return rows.filter((row) => Number.isSafeInteger(row) && row > 0).sort((one, other) => one - other);
}
