/** The cell styles whose number format may show something else than an amount in euros. */
import { numberFormat, type NumberFormat } from '../../../workbook/number-formats';
import type { XlsxPackage } from '../package/package';
import { decodeText, isUtf8Part } from '../package/xml-text';
import { tagsIn, valueIn } from './style-lists';

/** Formats that a file does not write out, by id: those of Excel in all languages, and in those of Asia. */
const BUILT_IN = [
  [9, 10, '0%'],
  [14, 17, 'd/m/yyyy'],
  [18, 21, 'h:mm'],
  [22, 22, 'd/m/yyyy h:mm'],
  [27, 31, 'd/m/yyyy'],
  [32, 35, 'h:mm'],
  [36, 36, 'd/m/yyyy'],
  [45, 47, 'mm:ss'],
  [50, 58, 'd/m/yyyy'],
] as const;

/** For each cellXfs index, its format; null when none matters, or when the part cannot be looked through. */
export function numberStylesOf(parts: XlsxPackage, workbookPath: string): readonly (NumberFormat | null)[] | null {
  const path = parts.related(workbookPath, 'styles');
  const bytes = path === null ? null : parts.content(path);
  if (!bytes || !isUtf8Part(bytes)) return null;
  const own = new Map(
    tagsIn(bytes, 'numFmts', 'numFmt').map((tag) => [idIn(tag), decodeText(valueIn(tag, 'formatCode') ?? '')]),
  );
  const styles = tagsIn(bytes, 'cellXfs', 'xf').map((tag) => numberFormat(own.get(idIn(tag)) ?? builtIn(idIn(tag))));
  return styles.some((style) => style !== null) ? styles : null;
}

function builtIn(id: number): string {
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? '';
}

function idIn(tag: string): number {
  return Number(valueIn(tag, 'numFmtId') ?? 0);
}
