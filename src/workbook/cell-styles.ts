/** The format behind each style name. Number formats are invariant; Excel shows them in the user's language. */
import type { StyleName } from './plan';

export interface CellStyle {
  readonly numberFormat?: string;
  readonly bold?: true;
  readonly italic?: true;
  /** Points; 11 when absent. */
  readonly size?: number;
  /** `RRGGBB`. */
  readonly color?: string;
  readonly fill?: string;
  readonly borders?: true;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: true;
}

const AMOUNT = '#,##0.00\\ "€"';
/** In documents, with the minus sign of printed texts and not a hyphen. */
const PRINTED_AMOUNT = `${AMOUNT};"\u2212"${AMOUNT}`;
/** A no-break space before the sign, as in every French text; outside the quotes, `%` still multiplies by a hundred. */
const PRINTED_RATE = '0.00"\u00a0"%';
const RATE = `${PRINTED_RATE};"\u2212"${PRINTED_RATE}`;

export const STYLES: Readonly<Record<StyleName, CellStyle>> = {
  title: { bold: true, size: 14, color: '000091' },
  subtitle: { color: '3A3A3A', italic: true },
  heading: { bold: true, color: 'FFFFFF', fill: '000091', borders: true, align: 'center', wrap: true },
  label: { borders: true, wrap: true },
  text: { borders: true, wrap: true },
  code: { numberFormat: '@', borders: true, wrap: true },
  amount: { numberFormat: PRINTED_AMOUNT, borders: true, align: 'right' },
  rate: { numberFormat: RATE, borders: true, align: 'right' },
  date: { numberFormat: 'dd/mm/yyyy', borders: true, align: 'center' },
  year: { numberFormat: '0', borders: true, align: 'center' },
  totalLabel: { bold: true, fill: 'E3E3FD', borders: true, wrap: true },
  totalAmount: { bold: true, numberFormat: PRINTED_AMOUNT, fill: 'E3E3FD', borders: true, align: 'right' },
  totalRate: { bold: true, numberFormat: RATE, fill: 'E3E3FD', borders: true, align: 'right' },
  paragraph: {},
  note: { italic: true, color: '3A3A3A', wrap: true },
  controlLabel: { italic: true, color: '3A3A3A', fill: 'F6F6F6', borders: true, wrap: true },
  controlAmount: {
    italic: true,
    numberFormat: PRINTED_AMOUNT,
    color: '3A3A3A',
    fill: 'F6F6F6',
    borders: true,
    align: 'right',
  },
  controlText: { italic: true, color: '3A3A3A', fill: 'F6F6F6', borders: true, align: 'center' },
  repairedText: { numberFormat: '@' },
  repairedAmount: { numberFormat: AMOUNT },
  repairedDate: { numberFormat: 'dd/mm/yyyy' },
  inputText: { borders: true, fill: 'FFFBE6', wrap: true },
};
