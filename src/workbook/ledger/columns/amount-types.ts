/**
 * Types de montant of Chorus, codes with or without their leading zero, or their labels: « 0100 Original », 150,
 * « Réduction ». In a ledger, the rows of some are no commitments: 200 mirrors a payment, 350 carries an EJ over.
 */
import { comparable } from '../../../domain/text';
import type { CellValue } from '../../cells';
import { isFilled } from '../sheet-rows';

const LABELS: readonly (readonly [RegExp, number])[] = [
  [/^original|^initial/, 100],
  [/^modif/, 150],
  [/^reduc/, 200],
  [/^paye comp/, 260],
  [/^paye/, 250],
  [/^report.*(precedent|anterieur)/, 300],
  [/^report/, 350],
  [/^ajust/, 500],
  [/^(chang|modif).*emett|^reimputation emett/, 600],
  [/^(chang|modif).*recep|^reimputation recep/, 650],
  [/^chang/, 600],
  [/^decompte/, 700],
];
/** Of a commitment or of an invoice, and of what changes it. */
const OF_OPERATIONS: ReadonlySet<number> = new Set([100, 150, 220, 500]);
const OF_PAYMENTS: ReadonlySet<number> = new Set([250, 260, 270]);
const OF_OTHERS: ReadonlySet<number> = new Set([200, 210, 300, 350, 351, 352, 360, 400, 600, 650, 700, 750]);
const HEADING =
  /^(?:codes? |libelles? |lib )?(?:du |de )?typ(?:es?)?[ _.-]{0,2}(?:du |de |d )?(?:montants?|mtants?|mnt|mt)\b/;
const LONGEST_HEADING = 60;

/** The code of a type de montant cell; null when it is none. */
export function amountTypeOf(cell: CellValue): number | null {
  return codeOfType(cell, LABELS);
}

/** The code of a cell, which begins with it or with one of some labels; null when it has none. */
export function codeOfType(cell: CellValue, labels: readonly (readonly [RegExp, number])[]): number | null {
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell : null;
  if (typeof cell !== 'string') return null;
  const text = comparable(cell.slice(0, 100));
  const digits = /^0*(\d{2,3})(?:[.,]0)?(?:\s|$)/.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  return labels.find(([label]) => label.test(text))?.[1] ?? null;
}

/** True for « Type de montant », « TypeMtant », « Code type montant ». */
export function headsAmountTypes(heading: string): boolean {
  return HEADING.test(comparable(heading.slice(0, LONGEST_HEADING)));
}

/** True for « Type de montant », « TypeMtant », over types of Chorus alone: a team may have « AE » or « HT » there. */
export function holdsAmountTypes(heading: string, values: () => readonly CellValue[]): boolean {
  if (!headsAmountTypes(heading)) return false;
  const filled = values().filter(isFilled);
  return filled.length > 0 && filled.every((value) => isKnown(amountTypeOf(value) ?? 0));
}

function isKnown(type: number): boolean {
  return OF_OPERATIONS.has(type) || OF_PAYMENTS.has(type) || OF_OTHERS.has(type);
}

/** True for a type by which an amount is no operation of its own. `commits`: the amount is of AE. */
export function isNoOperation(cell: CellValue, commits: boolean): boolean {
  const type = amountTypeOf(cell);
  return type !== null && !OF_OPERATIONS.has(type) && (commits || !OF_PAYMENTS.has(type));
}
