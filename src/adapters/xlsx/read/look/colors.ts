/** Resolves the colours of files (RGB, theme with tint, old palette) to `RRGGBB`. */
import type { XlsxPackage } from '../../package/package';
import { attributeOf, descendantsOf, type XmlElement } from '../../package/xml-tree';

/** The theme entry of each theme number: light and dark are exchanged (ECMA-376 part 1, 18.8.3). */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];
const OFFICE_THEME = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
  '0563C1',
  '954F72',
];
const BASE_PALETTE = ['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF'];
const PALETTE = [
  ...BASE_PALETTE,
  ...BASE_PALETTE,
  ...(
    '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 ' +
    '00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 ' +
    '666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
  ).split(' '),
];

export class Colors {
  private constructor(
    private readonly theme: readonly string[],
    private readonly palette: readonly string[],
  ) {}

  /** The colours of a workbook; `styles` may have its own palette. */
  static of(parts: XlsxPackage, workbookPath: string, styles: XmlElement | null): Colors {
    const themePath = parts.related(workbookPath, 'theme');
    const theme = themePath === null ? OFFICE_THEME : readTheme(parts.tree(themePath).root);
    const own = styles
      ? descendantOf(styles, 'indexedColors')?.children.map((child) => rgbOf(attributeOf(child, 'rgb')))
      : undefined;
    return new Colors(
      theme,
      PALETTE.map((color, index) => own?.[index] ?? color),
    );
  }

  /** The colour of `<color …/>`, `<fgColor …/>`; null when it is automatic or absent. */
  of(element: XmlElement | undefined): string | null {
    if (!element) return null;
    const rgb = rgbOf(attributeOf(element, 'rgb'));
    const themed = attributeOf(element, 'theme');
    const indexed = attributeOf(element, 'indexed');
    const color =
      rgb ??
      (themed === undefined ? undefined : this.theme[Number(themed)]) ??
      (indexed === undefined ? undefined : this.palette[Number(indexed)]);
    return color === undefined ? null : tinted(color, Number(attributeOf(element, 'tint') ?? '0'));
  }
}

function readTheme(root: XmlElement): readonly string[] {
  const scheme = descendantOf(root, 'clrScheme');
  return THEME_ORDER.map((name, index) => {
    const shade = scheme?.children.find((child) => child.local === name)?.children[0];
    return rgbOf(shade && (attributeOf(shade, 'lastClr') ?? attributeOf(shade, 'val'))) ?? OFFICE_THEME[index]!;
  });
}

function descendantOf(root: XmlElement, local: string): XmlElement | undefined {
  return descendantsOf(root).find((element) => element.local === local);
}

/** `RRGGBB` of `AARRGGBB` or `RRGGBB`. */
function rgbOf(value: string | undefined): string | undefined {
  return value !== undefined && /^([0-9a-f]{2})?[0-9a-f]{6}$/i.test(value) ? value.slice(-6).toUpperCase() : undefined;
}

/** Lightens (tint above 0) or darkens a colour, in luminance as Excel does. */
function tinted(color: string, tint: number): string {
  if (!Number.isFinite(tint) || tint === 0) return color;
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const [high, low] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const light = (high + low) / 2;
  const moved = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const spread = high - low;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * light - 1));
  const newSpread = saturation * (1 - Math.abs(2 * moved - 1));
  return [red, green, blue]
    .map((channel) => (spread === 0 ? moved : moved + ((channel - light) / spread) * newSpread))
    .map((channel) =>
      Math.round(Math.min(1, Math.max(0, channel)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
}
