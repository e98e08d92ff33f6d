/**
 * The numbers of a sheet that a conditional format may hide, or show otherwise. A condition on the number itself,
 * beside a constant, is decided here; of any other, each number of its area may meet it.
 */
import { columnName, type Area, type CellValue } from '../../../workbook/cells';
import { numberFormat, shownBy, type NumberFormat } from '../../../workbook/number-formats';
import { formulaKey, MOST_LISTED_CELLS, type SheetSnapshot, type Veil } from '../../../workbook/snapshot';
import { attributeOf, childOf, descendantsOf, itemsOf, type XmlElement } from '../package/xml-tree';
import { paintStyle, partOfPaint } from './look/style-looks';
import type { Colors } from './look/colors';
import { areasOf } from '../package/sheet-frame';

/** The change that a conditional format makes to a cell. */
interface Paint {
  readonly format: NumberFormat | null;
  /** White on no ground, or on white. */
  readonly isWhite: boolean;
  /** A ground or a colour of its own, on which white text may be read. */
  readonly isSeen: boolean;
}

interface Rule extends Paint {
  readonly areas: readonly Area[];
  readonly meets: (value: number) => boolean;
  /** Data bars and icons without the number. */
  readonly hidesNumber: boolean;
}

/** The paint of a rule: of an element of its own, else by its index. */
export type Paints = (own: XmlElement | undefined, index: number) => Paint;

type Test = (value: number) => boolean;

/** Cells looked at in the areas of the rules of a sheet: rules upon rules over a whole column are no work of a person. */
const MOST_LOOKED_AT = 5_000_000;
const WHITE = 'FFFFFF';
const CONSTANT = /^[+-]?\d+(?:\.\d+)?$/;
const BESIDE_CONSTANT = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(=|<>|<=|>=|<|>)([+-]?\d+(?:\.\d+)?)$/i;
const NEVER = (): boolean => false;
const ALWAYS = (): boolean => true;
/** Types of conditions that no number meets. */
const NOT_OF_NUMBERS = ['containsBlanks', 'containsErrors'];
const COMPARISONS: Readonly<Record<string, (value: number, low: number, high: number) => boolean>> = {
  lessThan: (value, limit) => value < limit,
  lessThanOrEqual: (value, limit) => value <= limit,
  equal: (value, limit) => value === limit,
  notEqual: (value, limit) => value !== limit,
  greaterThanOrEqual: (value, limit) => value >= limit,
  greaterThan: (value, limit) => value > limit,
  between: (value, low, high) => value >= Math.min(low, high) && value <= Math.max(low, high),
  notBetween: (value, low, high) => value < Math.min(low, high) || value > Math.max(low, high),
};
const OPERATORS: Readonly<Record<string, string>> = {
  '=': 'equal',
  '<>': 'notEqual',
  '<': 'lessThan',
  '<=': 'lessThanOrEqual',
  '>': 'greaterThan',
  '>=': 'greaterThanOrEqual',
};

/** Adds to the white cells of a sheet those that its rules veil, and leaves out the white ones that a rule may colour. */
export function veiledCells(
  root: XmlElement,
  { used, values }: Pick<SheetSnapshot, 'used' | 'values'>,
  white: ReadonlySet<number>,
  paints: Paints,
): Pick<SheetSnapshot, 'veiled'> {
  const veiled = new Map<number, Veil>([...white].map((key) => [key, 'white']));
  let looked = 0;
  const rules = used ? rulesOf(root, paints) : [];
  for (const rule of rules) {
    for (const { key, value } of numbersIn(rule.areas, used!, values)) {
      looked += 1;
      if (looked > MOST_LOOKED_AT) break;
      if (rule.isSeen && veiled.get(key) === 'white') veiled.delete(key);
      const veil = rule.meets(value) ? veilOf(rule, value) : null;
      if (veil !== null && veiled.size < MOST_LISTED_CELLS && !veiled.has(key)) veiled.set(key, veil);
    }
  }
  return veiled.size > 0 ? { veiled } : {};
}

/** The paints of a workbook, read when the first rule asks: of an element of its own, else by their index. */
export function paintsOf(styles: () => XmlElement | null, colors: (styles: XmlElement | null) => Colors): Paints {
  let known: { readonly listed: readonly XmlElement[]; readonly colors: Colors } | null = null;
  return (own, index) => {
    if (known === null) {
      const root = styles();
      known = { listed: root ? itemsOf(root, 'dxfs', 'dxf') : [], colors: colors(root) };
    }
    const dxf = own ?? known.listed[index];
    return dxf ? paintOf(dxf, known.colors) : NOTHING;
  };
}

const NOTHING: Paint = { format: null, isWhite: false, isSeen: false };

function paintOf(dxf: XmlElement, colors: Colors): Paint {
  const [font, format] = [partOfPaint(dxf, 'font'), partOfPaint(dxf, 'numFmt')];
  const color = font ? colors.of(childOf(font, 'color')) : null;
  const { fill } = paintStyle(dxf, colors);
  const isOnWhite = fill === undefined || fill === WHITE;
  return {
    format: format ? numberFormat(attributeOf(format, 'formatCode') ?? '') : null,
    isWhite: color === WHITE && isOnWhite,
    isSeen: !isOnWhite || (color !== null && color !== WHITE),
  };
}

function veilOf({ format, isWhite, hidesNumber }: Rule, value: number): Veil | null {
  if (value === 0) return null;
  if (isWhite || hidesNumber) return 'hiddenByRule';
  const shown = shownBy(format, value);
  return shown === null ? null : shown.kind === 'unseen' ? 'hiddenByRule' : 'otherByRule';
}

/** The rules of a sheet that change how a number is seen. */
function rulesOf(root: XmlElement, paints: Paints): readonly Rule[] {
  const extended = childOf(root, 'extLst');
  const groups = [root, ...(extended ? descendantsOf(extended) : [])].flatMap(({ children }) =>
    children.filter(({ local }) => local === 'conditionalFormatting'),
  );
  return groups.flatMap((group) => {
    const sqref = attributeOf(group, 'sqref') ?? group.children.find(({ local }) => local === 'sqref')?.text;
    const areas = areasOf(sqref?.trim());
    const [first] = areas;
    const rules = first ? group.children.filter(({ local }) => local === 'cfRule') : [];
    return rules.map((rule) => {
      const own = childOf(rule, 'dxf');
      const paint = paints(own, Number(attributeOf(rule, 'dxfId') ?? 'NaN'));
      const isShownAsColor = rule.children.some(({ local }) => local === 'colorScale');
      return {
        ...paint,
        isSeen: paint.isSeen || isShownAsColor,
        areas,
        meets: testOf(rule, first!),
        hidesNumber: rule.children.some((child) => attributeOf(child, 'showValue') === '0'),
      };
    });
  });
}

/** The condition of a rule over areas that begin with this one; a formula that is not decided here is met. */
function testOf(rule: XmlElement, { top, left, columns }: Area): Test {
  const type = attributeOf(rule, 'type') ?? '';
  if (NOT_OF_NUMBERS.includes(type)) return NEVER;
  const formulas = rule.children
    .filter(({ local }) => local === 'formula' || local === 'f')
    .map(({ text }) => text.trim());
  if (type === 'cellIs') {
    const compare = COMPARISONS[attributeOf(rule, 'operator') ?? ''];
    const [low = '', high = low] = formulas;
    if (!compare || !CONSTANT.test(low) || !CONSTANT.test(high)) return ALWAYS;
    return (value) => compare(value, Number(low), Number(high));
  }
  if (type !== 'expression') return ALWAYS;
  const [, fixedColumn, column, fixedRow, row, operator, constant] = BESIDE_CONSTANT.exec(formulas[0] ?? '') ?? [];
  const isOwn =
    column?.toUpperCase() === columnName(left) &&
    Number(row) === top + 1 &&
    fixedRow === '' &&
    (fixedColumn === '' || columns === 1);
  const compare = isOwn ? COMPARISONS[OPERATORS[operator ?? ''] ?? ''] : undefined;
  return compare ? (value) => compare(value, Number(constant), Number(constant)) : ALWAYS;
}

/** The numbers of some areas of a sheet. */
function* numbersIn(
  areas: readonly Area[],
  used: Area,
  values: readonly (readonly CellValue[])[],
): Iterable<{ readonly key: number; readonly value: number }> {
  for (const area of areas) {
    const last = Math.min(area.top + area.rows, used.top + used.rows);
    const right = Math.min(area.left + area.columns, used.left + used.columns);
    for (let row = Math.max(area.top, used.top); row < last; row++) {
      for (let column = Math.max(area.left, used.left); column < right; column++) {
        const value = values[row - used.top]?.[column - used.left];
        if (typeof value === 'number') yield { key: formulaKey(row, column), value };
      }
    }
  }
}
