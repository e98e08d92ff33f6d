/**
 * « Désignation | Prix » as a list of purchases: under a title of spending, beside « Achat », or with a total of its
 * prices. A price is that of one unit anywhere else: a price list, a catalogue.
 */
import { comparable } from '../../../domain/text';
import type { Area } from '../../cells';
import type { Concept } from '../../ledger/heading-words';
import type { TotalWords } from '../../ledger/rows/total-words';
import { valueAt, type SheetSnapshot } from '../../snapshot';
import type { AreaColumn, AreaColumns } from '../amount-columns';
import { centsAt } from '../amount-cells';
import { footOf } from '../derived-cells';
import { titlesAbove } from './titles-above';

const PRICE =
  /^prix(?: (?:ttc|totaux|total|global|paye|facture|d'achat|en|eur|euros?|de|net))*(?: ?\(?(?:en )?€\)?)?(?: ttc)?$/;
/** The name of a sheet, a title, or a heading, of what was bought. */
const SPENDING =
  /(?<![a-z])(?:achats?|depenses?|frais|paiements?|factures?|commandes?|carte|missions?|deplacements?|formations?|abonnements?|fournitures?|licences?|receptions?|traiteurs?)(?![a-z])/;
const MONEY: ReadonlySet<Concept> = new Set(['amount']);

/** The columns of a rectangle with its prices as amounts, where they are those of purchases. */
export function withPrices(sheet: SheetSnapshot, area: Area, found: AreaColumns, words: TotalWords): AreaColumns {
  const prices = found.columns.filter(({ heading }) => PRICE.test(comparable(heading)));
  const [price, ...others] = prices;
  if (!price || others.length > 0 || found.columns.some((one) => one !== price && isCounted(one))) return found;
  if (!holdsNumbers(sheet, area, found, price)) return found;
  const titles = [sheet.name, ...titlesAbove(sheet, area, found), ...found.columns.map(({ heading }) => heading)];
  if (!titles.some(namesSpending) && !isTotalled(sheet, area, found, price, words)) return found;
  const amounts: AreaColumn = { ...price, kind: 'amounts', concepts: MONEY, isOther: false };
  return { ...found, columns: found.columns.map((column) => (column === price ? amounts : column)) };
}

/** True for a title or a heading of what was bought: « Petits achats », « Mission ». */
export function namesSpending(title: string): boolean {
  return SPENDING.test(comparable(title));
}

/** « Quantité » makes a price that of one unit; another amount is the one that counts. */
function isCounted({ kind, concepts }: AreaColumn): boolean {
  return kind === 'amounts' || concepts.has('quantity');
}

function holdsNumbers(
  sheet: SheetSnapshot,
  { top, rows }: Area,
  { firstRow }: AreaColumns,
  price: AreaColumn,
): boolean {
  for (let row = firstRow; row < top + rows; row++)
    if (typeof valueAt(sheet, row, price.column) === 'number') return true;
  return false;
}

/** True for a last row « Total » with the sum of the prices. */
function isTotalled(
  sheet: SheetSnapshot,
  { top, rows }: Area,
  { firstRow, columns }: AreaColumns,
  price: AreaColumn,
  words: TotalWords,
): boolean {
  const last = top + rows - 1;
  if (last <= firstRow || footOf(sheet, columns, last, words) !== 'total') return false;
  const centsIn = (row: number): number => {
    const cents = centsAt(sheet, row, price);
    return typeof cents === 'number' ? cents : 0;
  };
  let sum = 0;
  for (let row = firstRow; row < last; row++) sum += centsIn(row);
  return sum !== 0 && sum === centsIn(last);
}
