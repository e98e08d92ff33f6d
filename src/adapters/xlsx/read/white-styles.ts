/** The cell styles whose text is white on a white ground: what such a cell holds is not seen. */
import type { XlsxPackage } from '../package/package';
import { isUtf8Part } from '../package/xml-text';
import { attributeOf, childOf } from '../package/xml-tree';
import { parseArea, type Area } from '../../../workbook/cells';
import { elementsIn, tagsIn, valueIn } from './style-lists';

const COLOR = /<(?:[\w.-]{1,20}:)?color\s[^<>]{0,200}>/;
const FILL = /<(?:[\w.-]{1,20}:)?patternFill\s[^<>]{0,200}>/;
const FRONT = /<(?:[\w.-]{1,20}:)?fgColor\s[^<>]{0,200}>/;
const GRADIENT = /<(?:[\w.-]{1,20}:)?gradientFill[\s>]/;
/** Those of a format replace that of the font: `[Red]`. */
const OWN_COLOR = /\[(?:black|blue|cyan|green|magenta|red|yellow|color ?\d+)\]/i;
/** The places of white in the old palette, which begins with eight colours twice. */
const WHITE_PLACES = ['1', '9'];

/** Their cellXfs indices; null when there is none: the styles of the cells are then not looked at. */
export function whiteStylesOf(parts: XlsxPackage, workbookPath: string): ReadonlySet<number> | null {
  const path = parts.related(workbookPath, 'styles');
  const bytes = path === null ? null : parts.content(path);
  if (!bytes || !isUtf8Part(bytes)) return null;
  const fonts = elementsIn(bytes, 'fonts', 'font').map((font) => isWhite(COLOR.exec(font)?.[0]));
  if (!fonts.includes(true)) return null;
  const grounds = elementsIn(bytes, 'fills', 'fill').map(isWhiteGround);
  const formats = tagsIn(bytes, 'numFmts', 'numFmt').filter((tag) => OWN_COLOR.test(valueIn(tag, 'formatCode') ?? ''));
  const colored = new Set(formats.map((tag) => valueIn(tag, 'numFmtId')));
  const styles = tagsIn(bytes, 'cellXfs', 'xf').flatMap((tag, index) => {
    const isUnseen = fonts[indexIn(tag, 'fontId')] === true && grounds[indexIn(tag, 'fillId')] !== false;
    return isUnseen && !colored.has(valueIn(tag, 'numFmtId')) ? [index] : [];
  });
  return styles.length > 0 ? new Set(styles) : null;
}

/** The Excel Tables of a sheet whose style may have a dark ground: those that Excel calls so, and those of the team. */
export function darkTablesOn(parts: XlsxPackage, sheetPath: string): readonly Area[] {
  const tables = parts.relationships(sheetPath).filter(({ kind, target }) => kind === 'table' && target !== null);
  return tables.flatMap(({ target }) => {
    const { root } = parts.tree(target!);
    const info = childOf(root, 'tableStyleInfo');
    const style = (info && attributeOf(info, 'name')) ?? LIGHT;
    return LIGHT_STYLES.test(style) ? [] : (parseArea(attributeOf(root, 'ref') ?? '') ?? []);
  });
}

const LIGHT = 'TableStyleLight1';
const LIGHT_STYLES = /^TableStyle(?:Light|Medium)\d+$/;

function indexIn(tag: string, attribute: 'fontId' | 'fillId'): number {
  return Number(valueIn(tag, attribute) ?? 0);
}

/** True for `<color …>` of white: as such, by its place in the old palette, or the ground of the theme. */
function isWhite(tag: string | undefined): boolean {
  if (tag === undefined || Number(valueIn(tag, 'tint') ?? 0) !== 0) return false;
  const theme = valueIn(tag, 'theme');
  return (
    theme === '0' ||
    /^(?:[\da-f]{2})?ffffff$/i.test(valueIn(tag, 'rgb') ?? '') ||
    WHITE_PLACES.includes(valueIn(tag, 'indexed') ?? '')
  );
}

/** True for a fill that is none, or white. */
function isWhiteGround(fill: string): boolean {
  if (GRADIENT.test(fill)) return false;
  const kind = valueIn(FILL.exec(fill)?.[0] ?? '', 'patternType') ?? 'none';
  return kind === 'none' || (kind === 'solid' && isWhite(FRONT.exec(fill)?.[0]));
}
