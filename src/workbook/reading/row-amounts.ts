/**
 * The amounts that the ledger counts on each row of a sheet, over the blocks of that row, to recognise a typed column
 * that repeats them: « Total payé » beside the payments of each month.
 */
import type { LedgerRow } from '../../domain/envelopes/ledger';
import { comparable } from '../../domain/text';
import { mayRecall } from '../ledger/choice/recalled-amounts';
import { isInstalment } from '../ledger/heading-ranks';
import { wordsOfHeading, type Concept, type HeadingWords } from '../ledger/heading-words';
import { meaningOf } from '../ledger/headings';
import { blockOfRow, sheetRow } from '../ledger/ledger-source';
import { centsOf } from '../ledger/read-cells';
import type { AreaColumn } from './amount-columns';
import { isNumberedPart } from './other-amounts';
import { PlaceSums } from './place-sums';

/** Cents. */
export interface RowAmounts {
  ae: number;
  cp: number;
}

const NOTHING: RowAmounts = { ae: 0, cp: 0 };
/** One row may agree by chance. */
const FEWEST_ROWS = 2;
const ALMOST_ALL = 0.8;

/** « Montant EJ », « AE », « Total payé »: of a whole EJ, which may have several rows. */
const OF_AN_EJ: readonly Concept[] = ['ej', 'ae', 'cp', 'order', 'commitment', 'total'];

/** The ways in which a column may repeat what its rows count: paid, committed, not paid yet. */
const REPEATS: readonly ((row: RowAmounts) => number)[] = [({ cp }) => cp, ({ ae }) => ae, ({ ae, cp }) => ae - cp];
/** « CP 2 » and « CP 3 » may be the parts of what is paid, or of what is to be; what they add to it is paid as well. */
const REPEATS_OF_PAYMENTS = REPEATS.slice(0, 2);
const PAYS: readonly Concept[] = ['cp', 'payment', 'dp', 'instalment'];
const NOT_PAID: readonly Concept[] = ['remaining', 'toCome', 'allocated', 'undone'];
const TO_COME = /(?<![a-z])(?:a venir|echeanc(?:es?|ier)|futurs?|to come)(?![a-z])/;
/** « Autres paiements », « Paiement complémentaire »: other ones than those of the CP. */
const OTHER_PAYMENTS = /(?<![a-z])(?:autres?|supplementaires?|complementaires?|suivante?s?|suite)(?![a-z])/;
/** « Dernier paiement » may be the whole of it, and is no rest. */
const LAST_PAYMENT = /(?<![a-z])(?:dern(?:iers?|ieres?)|fina(?:ls?|les?|ux))(?![a-z])/;
/** « Facture 2 », « Montant 3 »: a second one is of a payment after the CP; « Facture 1 » may be that of the CP. */
const PAID_BY_PARTS: readonly Concept[] = ['invoice', 'amount'];
const DAYS: readonly Concept[] = ['date', 'on'];
/** « CP suite »: what was paid after the CP. « CP complémentaires » may be credits. */
const FURTHER_CP = /^(?:cp|credits? de paiement) suite$/;

/** Concepts of the total of what is committed, or paid. */
const TOTALS: readonly Concept[] = [
  ...(['total', 'amount', 'ae', 'cp', 'ej', 'commitment', 'payment', 'order', 'contract', 'credit'] as const),
];

/** The nature that « Montant total », « Total payé » sums by its words; null for any other heading. */
function natureOfTotal(concepts: ReadonlySet<Concept>): keyof RowAmounts | null {
  if (!concepts.has('total') || ![...concepts].every((concept) => TOTALS.includes(concept))) return null;
  return concepts.has('cp') || concepts.has('payment') ? 'cp' : 'ae';
}

/** True for a column of payments of its own, by its words: « CP 2 », « Acompte »; not « Reste sur acompte ». */
export function isOwnPayment({ heading, concepts }: Pick<AreaColumn, 'heading' | 'concepts'>): boolean {
  const words = comparable(heading).trim();
  if (FURTHER_CP.test(words) || isNumberedPart(heading)) return true;
  if (NOT_PAID.some((one) => concepts.has(one)) || TO_COME.test(words)) return false;
  const { rank } = wordsOfHeading(heading);
  const isNumbered = rank !== null && !/[+/]/.test(heading); // « CP N+1 », « CP au 31/12 »
  if (PAYS.some((one) => concepts.has(one)))
    return isInstalment(heading) || isNumbered || (!concepts.has('cp') && OTHER_PAYMENTS.test(words));
  const isPart = [...concepts].every((one) => PAID_BY_PARTS.includes(one)) && concepts.size > 0;
  return isNumbered && rank > 1 && isPart;
}

/** True for amounts that no word titles, « € » or nothing, with the days on which they are paid beside them. */
export function hasOwnDays({ heading, concepts }: AreaColumn, beside: readonly AreaColumn[]): boolean {
  const isOf = (names: HeadingWords['concepts'], words: string, known: readonly Concept[]): boolean =>
    wordsOfHeading(words).unknown === 0 && [...names].every((one) => known.includes(one));
  const isDay = (one: AreaColumn): boolean =>
    one.kind === 'dates' && (isOf(one.concepts, one.heading, DAYS) || meaningOf(one.heading).has('paymentDate'));
  return isOf(concepts, heading, ['amount']) && beside.some(isDay);
}

/** The ways in which a column with this heading may repeat what its rows count. */
function repeatsOf(found: Pick<AreaColumn, 'heading' | 'concepts'>): typeof REPEATS {
  if (isOwnPayment(found)) return [];
  const isLast = LAST_PAYMENT.test(comparable(found.heading)) && PAYS.some((one) => found.concepts.has(one));
  return isLast ? REPEATS_OF_PAYMENTS : REPEATS;
}

/** A column of amounts that no field takes, with the cents of its typed amounts by row of the sheet. */
interface UnusedColumn {
  readonly found: Pick<AreaColumn, 'heading' | 'concepts'>;
  readonly typed: ReadonlyMap<number, number>;
  readonly isPayment: boolean;
}

function isEvery(
  column: ReadonlyMap<number, number>,
  amountsOf: (row: number) => RowAmounts,
  repeat: (row: RowAmounts) => number,
): boolean {
  return [...column].every(([row, cents]) => repeat(amountsOf(row)) === cents);
}

/** The amounts of the rows of a ledger. */
export class CountedAmounts {
  private blocks: readonly ReadonlyMap<number, RowAmounts>[] | null = null;

  constructor(
    private readonly rows: readonly LedgerRow[],
    private readonly numberOfBlocks: number,
  ) {}

  /**
   * True for a column whose every amount is the same function of what these blocks count on its row: two at least, or
   * one under a heading that names that total. « CP 2 » and « Acompte » are payments of their own, of the same sum or
   * not.
   */
  areRepeatedBy(
    column: ReadonlyMap<number, number>,
    blocks: readonly number[],
    { heading, concepts }: Pick<AreaColumn, 'heading' | 'concepts'> = { heading: '', concepts: new Set() },
  ): boolean {
    const ways = repeatsOf({ heading, concepts });
    if (ways.length === 0) return false;
    const amountsOf = this.amountsOn(blocks);
    const filled = [...column.values()].filter((cents) => cents !== 0).length;
    const total = filled === 1 ? natureOfTotal(concepts) : null;
    if (total !== null) return [...column].every(([row, cents]) => amountsOf(row)[total] === cents);
    return filled >= FEWEST_ROWS && ways.some((repeat) => isEvery(column, amountsOf, repeat));
  }

  /** The same for the sum of columns, « Initial » and « Avenant »: with payments of their own, for what is paid alone. */
  areRepeatedByParts(parts: readonly UnusedColumn[], blocks: readonly number[]): boolean {
    const sums = new Map<number, number>();
    for (const { typed } of parts) for (const [row, cents] of typed) sums.set(row, (sums.get(row) ?? 0) + cents);
    const filled = [...sums.values()].filter((cents) => cents !== 0).length;
    const arePayments = parts.some(({ found, isPayment }) => isPayment || repeatsOf(found) !== REPEATS);
    const ways = arePayments ? REPEATS_OF_PAYMENTS : REPEATS;
    return filled >= FEWEST_ROWS && ways.some((repeat) => isEvery(sums, this.amountsOn(blocks), repeat));
  }

  /** The sums of a column, those that recall the amounts of their EJ apart; null unless almost all do. */
  recallsIn(
    { column, heading, nature, concepts }: AreaColumn,
    typed: ReadonlyMap<number, number>,
    blocks: readonly number[],
  ): { readonly recalled: PlaceSums; readonly others: PlaceSums } | null {
    const isOfEj = OF_AN_EJ.some((concept) => concepts.has(concept));
    const rows = mayRecall(heading)
      ? (this.recallingRows(typed, blocks, 'elsewhere', natureOfTotal(concepts)) ??
        (isOfEj ? this.recallingRows(typed, blocks, 'everywhere') : null))
      : null;
    if (rows === null) return null;
    const [recalled, others] = [new PlaceSums(), new PlaceSums()];
    for (const [row, cents] of typed)
      (rows.has(row) || cents === 0 ? recalled : others).add(row, column, nature, cents);
    return { recalled, others };
  }

  /**
   * The rows of a column that recall what the ledger counts for their EJ: in other tables, as « Montant EJ » beside the
   * payments and « Total payé » beside the commitments, or on all its rows, some of several, as « Montant EJ ».
   * Null unless almost all do. One row is enough for the `total` that its heading names.
   */
  private recallingRows(
    column: ReadonlyMap<number, number>,
    blocks: readonly number[],
    where: 'elsewhere' | 'everywhere',
    total: keyof RowAmounts | null = null,
  ): ReadonlySet<number> | null {
    const own = new Set(blocks);
    const ejs = new Map<number, string>();
    const sums = new Map<string, RowAmounts>();
    for (const { key, ej, ae, cp } of this.rows) {
      if (ej.kind !== 'ej') continue;
      const isOwn = own.has(blockOfRow(key));
      if (isOwn) ejs.set(sheetRow(key), ej.number);
      if (isOwn && where === 'elsewhere') continue;
      const known = sums.get(ej.number) ?? NOTHING;
      sums.set(ej.number, { ae: known.ae + centsOf(ae), cp: known.cp + centsOf(cp) });
    }
    if (sums.size === 0) return null;
    const filled = [...column].filter(([, cents]) => cents !== 0);
    const amountsOf = this.amountsOn(blocks);
    if (total !== null && filled.length === 1) {
      const isTotal = filled.every(([row, cents]) => sums.get(ejs.get(row) ?? '')?.[total] === cents);
      return isTotal ? new Set(filled.map(([row]) => row)) : null;
    }
    for (const repeat of REPEATS) {
      const rows = filled.filter(([row, cents]) => repeat(sums.get(ejs.get(row) ?? '') ?? NOTHING) === cents);
      const isOfRows = where === 'everywhere' && rows.every(([row, cents]) => repeat(amountsOf(row)) === cents);
      if (!isOfRows && rows.length >= FEWEST_ROWS && rows.length >= ALMOST_ALL * filled.length)
        return new Set(rows.map(([row]) => row));
    }
    return null;
  }

  /** The amounts that these blocks count on a row of the sheet. */
  amountsOn(blocks: readonly number[]): (row: number) => RowAmounts {
    this.blocks ??= this.byBlock();
    const counted = blocks.flatMap((index) => this.blocks?.[index] ?? []);
    return (row) =>
      counted.reduce((sum, rows) => {
        const { ae, cp } = rows.get(row) ?? NOTHING;
        return { ae: sum.ae + ae, cp: sum.cp + cp };
      }, NOTHING);
  }

  private byBlock(): readonly ReadonlyMap<number, RowAmounts>[] {
    const blocks = Array.from({ length: this.numberOfBlocks }, () => new Map<number, RowAmounts>());
    for (const { key, ae, cp } of this.rows) {
      blocks[blockOfRow(key)]?.set(sheetRow(key), { ae: centsOf(ae), cp: centsOf(cp) });
    }
    return blocks;
  }
}
