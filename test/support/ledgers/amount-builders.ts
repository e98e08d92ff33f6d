/** Amounts of both sides in a few words, for the tests of one step of the reconciliation. Amounts in cents. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { type ChorusAmount, type LedgerAmount, NO_DAY } from '../../../src/domain/reconciliation/amounts';
import type { Codes } from '../../../src/domain/reconciliation/codes/comparable-codes';
import type { ChorusLine } from '../../../src/domain/reconciliation/extract';
import { rowOf } from '../../domain/envelopes/builders';

/** Codes of the programme, of the domaine and of the envelope; a field left out is unknown. */
export interface CodeSpec {
  readonly programme?: string;
  readonly domain?: string;
  readonly envelope?: string;
  /** A text of axe ministériel 2 that names no envelope. */
  readonly typed?: string;
}

const known = new Map<string, Codes>();

/** The codes of a specification: equal ones are one object, as the reader of codes gives them. */
export function codesOf({ programme, domain, envelope, typed: text2 }: CodeSpec = {}): Codes {
  const values = [programme ?? null, domain ?? null, null, null, null, null, envelope ?? null];
  const text = values.map((value) => value ?? '').join(' | ');
  const typed = values.map((_, at) => (at === values.length - 1 ? (text2 ?? null) : null));
  const codes = known.get(text + typed.join()) ?? { values, typed, text };
  known.set(text + typed.join(), codes);
  return codes;
}

interface Numbers {
  readonly day?: string | null;
  readonly ej?: string;
  readonly ejLine?: string;
  readonly dp?: string;
  readonly dpLine?: string;
  readonly codes?: Codes;
}

/** Members of a row; the row is dated and charged to PDE unless given otherwise. */
export type RowAmountSpec = Numbers & Partial<Pick<LedgerAmount, 'nature' | 'otherDps'>> & { readonly key?: number };

/** Members of a line of an extract. */
export type LineSpec = Numbers &
  Partial<Pick<ChorusAmount, 'extract' | 'foreign'>> &
  Partial<Omit<ChorusLine, 'cents' | 'ej' | 'ejLine' | 'dp' | 'dpLine' | 'date'>>;

const PDE = codesOf({ envelope: 'PDE' });

/** A row of the ledger. */
export function rowAmount(cents: number, spec: RowAmountSpec = {}): LedgerAmount {
  const { key = 0, nature = 'AE', otherDps = [] } = spec;
  return { ...numbersOf(cents, spec), row: rowOf({}, key), nature, otherDps };
}

/** A line of an extract. */
export function lineAmount(cents: number, spec: LineSpec = {}): ChorusAmount {
  const { day, ej = '', ejLine = '', dp = '', dpLine = '', extract = 0, foreign = [], ...rest } = spec;
  const date = day === null ? null : isoDate(day ?? '2023-03-15');
  const line: ChorusLine = {
    ...{ line: 1, movement: 'commitment', nature: 'AE', company: 'ADCE', exercise: 2023, supplier: '' },
    ...{ ej, ejLine, dp, dpLine, date, cents, imputation: rowOf({}).imputation },
    ...rest,
  };
  return { ...numbersOf(cents, spec), extract, line, foreign };
}

function numbersOf(cents: number, { day, ej = '', ejLine = '', dp = '', dpLine = '', codes = PDE }: Numbers) {
  return { cents, day: day === null ? NO_DAY : isoDate(day ?? '2023-03-15'), ej, ejLine, dp, dpLine, codes };
}
