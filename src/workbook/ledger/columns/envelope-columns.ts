/**
 * Amounts of several envelopes side by side, on the rows of one EJ: « AE PDE | CP PDE | AE SF | CP SF », « AE | CP » under
 * « PDE » and « SF », or « PDE | SF » under « AE » and « CP ». A column is of its envelope where the same heading comes
 * under another one too; every other column is of them all. None beside an amount without an envelope, unless it is
 * their total by its words or by its values, nor beside a column that names the envelope of each row.
 */
import type { LedgerField } from '../../../domain/envelopes/ledger';
import { groupedBy } from '../../../domain/grouped';
import { comparable } from '../../../domain/text';
import { textOf, type CellValue } from '../../cells';
import { wordsOfHeading } from '../heading-words';
import type { HeadingMeaning } from '../headings';
import type { KnownNames } from '../known-names';
import { withoutUnit } from '../units';

/** The envelope of a column, by its code, and the words or the title that name it. */
export interface HeadedEnvelope {
  readonly code: string;
  readonly text: string;
}

/** The words of a column of one envelope, without its name, and their meaning. */
interface OfEnvelope {
  readonly envelope: HeadedEnvelope;
  readonly words: string;
  readonly meaning: HeadingMeaning;
}

export type NamesOfEnvelopes = Pick<KnownNames, 'envelopeOf' | 'envelopesIn' | 'envelopeFields'>;

interface Given {
  /** The row of group titles; null when there is one row of headings. */
  readonly upper: readonly CellValue[] | null;
  readonly lower: readonly CellValue[];
  readonly names: NamesOfEnvelopes;
  /** The meaning of words under a title; both may be empty. */
  readonly meaningUnder: (title: string, words: string) => HeadingMeaning;
  /** Some rows below the headings; none where they are not known. */
  readonly samples: () => readonly (readonly CellValue[])[];
}

/** A column with the title over it, and the envelope that its words or the title name; null for neither. */
interface Column {
  readonly position: number;
  readonly words: string;
  readonly meaning: HeadingMeaning;
  readonly named:
    (HeadedEnvelope & { readonly base: string; readonly rest: string; readonly isByWords: boolean }) | null;
}

/** The columns of one envelope, and those of the total of all, by their position. */
export interface EnvelopeColumns {
  readonly columns: ReadonlyMap<number, OfEnvelope>;
  readonly totals: ReadonlySet<number>;
}

const AMOUNTS: readonly LedgerField[] = ['ae', 'cp'];
/** The confidence of a heading that names neither AE nor CP. */
const UNSPECIFIC = 0.6;
const HALF_A_CENT = 0.005;
const AMOUNT = 'montant';
const LONGEST = 120;
const BETWEEN_NAMES = /[()–—:/]/;
/** « A.E. », « C.P. », without their full stops. */
const INITIALS = /(?<!\S)([ac]) ([ep])(?!\S)/g;
const BEFORE_A_NAME = /^enveloppes?\s/i;
const NONE: EnvelopeColumns = { columns: new Map(), totals: new Set() };

/** The columns of amounts by envelope under rows of headings; none in most tables. */
export function envelopeColumns(given: Given): EnvelopeColumns {
  const all = columnsOf(given);
  if (repeatedOver(all).length === 0) return NONE;
  const first = all.find((column) => namesEach(column, given))?.position ?? Infinity;
  const before = tablesIn(all).filter((table) => (table.at(-1)?.position ?? 0) < first);
  const found = before.map((table) => columnsOfTable(table, given));
  return {
    columns: new Map(found.flatMap(({ columns }) => [...columns])),
    totals: new Set(found.flatMap(({ totals }) => [...totals])),
  };
}

/** The columns between blank ones, where a summary may be; those of an envelope are of the table before them. */
function tablesIn(columns: readonly Column[]): readonly (readonly Column[])[] {
  const segments: Column[][] = [];
  for (const column of columns) {
    const segment = segments.at(-1);
    if (segment?.at(-1)?.position === column.position - 1) segment.push(column);
    else segments.push([column]);
  }
  const tables: Column[][] = [];
  for (const segment of segments) {
    const amounts = segment.filter(isAmount);
    const isOfEnvelopes = amounts.length > 0 && amounts.every(({ named }) => named !== null);
    if (isOfEnvelopes) tables.at(-1)?.push(...segment);
    if (!isOfEnvelopes || tables.length === 0) tables.push(segment);
  }
  return tables;
}

function columnsOfTable(all: readonly Column[], given: Given): EnvelopeColumns {
  const repeated = new Set(repeatedOver(all));
  const codes = new Set([...repeated].map(({ named }) => named?.code));
  const isAlone = (column: Column): boolean =>
    column.named?.isByWords === true && codes.has(column.named.code) && isAmount(column);
  const isOwn = (column: Column): boolean => repeated.has(column) || isAlone(column);
  const [own, others] = [all.filter(isOwn), all.filter((column) => !isOwn(column))];
  const areBare = own.some(isBareAmount) && !others.some(isBareAmount); // « Montant PDE | Montant SF », of one nature
  if (!(own.some(isAmount) || areBare) || own.some(({ meaning }) => isOf(meaning, 'ejNumber'))) return NONE;
  const totals = others.filter(isAmount);
  if (!totals.every((column) => isTotal(column, own, given))) return NONE;
  return {
    columns: new Map(
      own.flatMap(({ position, meaning, named }) =>
        named ? [[position, { envelope: { code: named.code, text: named.text }, words: named.rest, meaning }]] : [],
      ),
    ),
    totals: new Set(totals.map(({ position }) => position)),
  };
}

/** True for the total of the envelopes, by its words, or by its values on all the rows that are known. */
function isTotal({ position, words, meaning }: Column, own: readonly Column[], { samples }: Given): boolean {
  if (wordsOfHeading(words).concepts.has('total')) return true;
  const field = AMOUNTS.find((one) => isOf(meaning, one));
  const parts = own.filter((column) => field !== undefined && isOf(column.meaning, field));
  const amountsOf = (row: readonly CellValue[]): readonly number[] =>
    parts.map((part) => row[part.position] ?? null).flatMap((value) => (typeof value === 'number' ? value : []));
  const rows = samples().filter((row) => row[position] !== 0 && textAt(row, position) !== '');
  return (
    rows.length > 0 &&
    rows.every((row) => {
      const sum = amountsOf(row).reduce((total, amount) => total + amount, 0);
      const whole = row[position];
      return typeof whole === 'number' && Math.abs(whole - sum) < HALF_A_CENT;
    })
  );
}

function columnsOf(given: Given): readonly Column[] {
  const { upper, lower, names, meaningUnder } = given;
  const columns: Column[] = [];
  let title = '';
  for (let position = 0; position < Math.max(lower.length, upper?.length ?? 0); position++) {
    const [above, below] = [textAt(upper ?? [], position), textAt(lower, position)];
    if (above !== '') title = above;
    const words = below === '' ? above : below;
    if (words === '') title = ''; // over what is beside the table
    if (words === '') continue;
    const over = below === '' ? '' : title;
    const within = names.envelopesIn(withoutUnit(words));
    const [code, ...further] = within.codes;
    const ofTitle = envelopeOfTitle(over, names);
    if (code && further.length === 0) {
      const found = within.rest.replace(INITIALS, '$1$2');
      const isNameAlone = found === '' && over === '' && holdsAmounts(position, given);
      const rest = isNameAlone ? AMOUNT : found;
      const base = `${comparable(over)} ${rest}`;
      const named = { code, text: words, base, rest: rest === '' ? over : rest, isByWords: true };
      columns.push({ position, words, meaning: meaningUnder(over, rest), named });
    } else {
      const named =
        ofTitle === null ? null : { code: ofTitle, text: over, base: comparable(words), rest: words, isByWords: false };
      const meaning = meaningUnder(ofTitle === null ? over : '', words);
      columns.push({ position, words: `${over} ${words}`, meaning, named });
    }
  }
  return columns;
}

/** The envelope of a title that names nothing else: « Enveloppe PDE », « Signaux Faibles (SF) »; null for any other. */
function envelopeOfTitle(title: string, { envelopeOf }: NamesOfEnvelopes): string | null {
  const parts = title.split(BETWEEN_NAMES).map((name) => name.trim());
  const codes = parts.filter((name) => name !== '').map((name) => envelopeOf(name.replace(BEFORE_A_NAME, '')));
  const [code = null] = codes;
  return codes.every((one) => one === code) ? code : null;
}

/** Those whose other words come under two envelopes at least, once for each. */
function repeatedOver(columns: readonly Column[]): readonly Column[] {
  const byBase = groupedBy(
    columns.filter(({ named }) => named !== null),
    ({ named }) => named?.base ?? '',
  );
  const repeated = [...byBase.values()].filter((group) => {
    const codes = new Set(group.map(({ named }) => named?.code));
    return codes.size > 1 && codes.size === group.length;
  });
  const kept = new Set(repeated.flat());
  return columns.filter((column) => kept.has(column));
}

/** True for a column with a value that is to name the envelope of each row. */
function namesEach({ position, meaning }: Column, { names, samples }: Given): boolean {
  const fields: readonly LedgerField[] = ['ministerialAxis2', ...names.envelopeFields.slice(0, 1)];
  return fields.some((field) => isOf(meaning, field)) && samples().some((row) => textAt(row, position) !== '');
}

function isAmount({ meaning }: Column): boolean {
  return AMOUNTS.some((field) => isOf(meaning, field));
}

function isBareAmount({ meaning }: Column): boolean {
  return AMOUNTS.some((field) => meaning.has(field));
}

/** True for a column of amounts under the name of an envelope alone, which a cross may choose too. */
function holdsAmounts(position: number, { samples }: Given): boolean {
  const values = samples()
    .map((row) => row[position] ?? null)
    .filter((value) => value !== null && value !== 0);
  return values.length > 0 && values.every((value) => typeof value === 'number') && values.some((value) => value !== 1);
}

function isOf(meaning: HeadingMeaning, field: LedgerField): boolean {
  return (meaning.get(field) ?? 0) > UNSPECIFIC;
}

function textAt(row: readonly CellValue[], position: number): string {
  const value = row[position] ?? null;
  return value === null ? '' : textOf(value).slice(0, LONGEST).trim();
}
