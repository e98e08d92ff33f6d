/** How the rows of two states are recognised: the passes of the matching, from the surest, and how alike two rows are. */
import type { LedgerRow } from '../envelopes/ledger';
import { comparable } from '../text';
import { COMPARED_FIELDS, type ComparedField } from './row-value';

/** A row with its values, by field and all together. */
export interface Candidate {
  readonly row: LedgerRow;
  readonly values: Readonly<Record<ComparedField, string>>;
  readonly content: string;
}

/** Rows with equal keys are matched when they are also alike; a row without a key is left for the next pass. */
export interface Pass {
  readonly keyOf: (values: Candidate['values']) => string | null;
  readonly isAlike: (one: Candidate['values'], other: Candidate['values']) => boolean;
}

const DATES = ['commitmentDate', 'serviceDate', 'receiptDate', 'paymentDate'] as const;
const AMOUNTS = ['ae', 'cp'] as const;

/** In the order in which they are made. */
export const PASSES: readonly Pass[] = [
  {
    keyOf: ({ ejNumber, ejLine, dpNumber, dpLine }) =>
      ejNumber === '' && dpNumber === '' ? null : joined([ejNumber, ejLine, dpNumber, dpLine]),
    isAlike: sharesNature,
  },
  {
    keyOf: ({ ejNumber }) => ejNumber || null,
    isAlike: (one, other) =>
      sharesNature(one, other) &&
      (['ejLine', 'dpNumber', 'dpLine'] as const).every((field) => agrees(one[field], other[field])),
  },
  { keyOf: ({ dpNumber }) => dpNumber || null, isAlike: sharesNature },
  {
    keyOf: ({ supplier, label }) => textsKey(supplier, label),
    isAlike: (one, other) => sharesNature(one, other) && (isEqual(one, other, AMOUNTS) || isEqual(one, other, DATES)),
  },
  {
    keyOf: (values) => joined([...AMOUNTS, ...DATES, 'budgetLine' as const].map((field) => values[field])),
    isAlike: (one, other) =>
      AMOUNTS.some((field) => one[field] !== '') && [one, other].some(({ supplier, label }) => supplier + label === ''),
  },
];

/** A field that identifies a piece counts more than one that many rows share. */
const WEIGHTS: Readonly<Partial<Record<ComparedField, number>>> = {
  dpNumber: 8,
  ejLine: 4,
  dpLine: 4,
  ae: 3,
  cp: 3,
  commitmentDate: 2,
  paymentDate: 2,
  budgetLine: 2,
};

/** Both commit, or both pay, or one has no amount yet. */
function sharesNature(one: Candidate['values'], other: Candidate['values']): boolean {
  const isEmpty = (values: Candidate['values']): boolean => AMOUNTS.every((field) => values[field] === '');
  return isEmpty(one) || isEmpty(other) || AMOUNTS.some((field) => one[field] !== '' && other[field] !== '');
}

/** Equal, or one of them not typed. */
function agrees(one: string, other: string): boolean {
  return one === other || one === '' || other === '';
}

function isEqual(one: Candidate['values'], other: Candidate['values'], fields: readonly ComparedField[]): boolean {
  return fields.every((field) => one[field] === other[field]);
}

/** The more they have in common, the higher. */
export function scoreOf(one: Candidate['values'], other: Candidate['values']): number {
  return COMPARED_FIELDS.reduce(
    (score, field) => (one[field] !== '' && one[field] === other[field] ? score + (WEIGHTS[field] ?? 1) : score),
    0,
  );
}

function textsKey(supplier: string, label: string): string | null {
  return supplier + label === '' ? null : joined([comparable(supplier), comparable(label)]);
}

/** A key of several values. */
export function joined(values: readonly string[]): string {
  return values.join('\u0000');
}
