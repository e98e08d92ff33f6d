/** The cell styles whose font is crossed out. Teams cross out the operations that they cancel. */
import type { XlsxPackage } from '../package/package';
import { indexOfText } from '../package/xml-bytes';
import { isUtf8Part } from '../package/xml-text';
import { attributeOf, childOf, isTrue, itemsOf } from '../package/xml-tree';

/** Their cellXfs indices; null when there is none: the styles of the cells are then not looked at. */
export function struckStylesOf(parts: XlsxPackage, workbookPath: string): ReadonlySet<number> | null {
  const path = parts.related(workbookPath, 'styles');
  if (path === null) return null;
  const bytes = parts.content(path);
  if (isUtf8Part(bytes) && indexOfText(bytes, 'strike', 0, bytes.length) < 0) return null; // no tree for most files
  const { root } = parts.tree(path);
  const isStruck = itemsOf(root, 'fonts', 'font').map((font) => {
    const strike = childOf(font, 'strike');
    return strike !== undefined && isTrue(attributeOf(strike, 'val') ?? '1');
  });
  const styles = itemsOf(root, 'cellXfs', 'xf').flatMap((xf, index) =>
    isStruck[Number(attributeOf(xf, 'fontId') ?? '0')] ? [index] : [],
  );
  return styles.length > 0 ? new Set(styles) : null;
}
