/** Amounts that the totals of the synthesis leave out: rows without an envelope, amounts and places that were not read. */
import { SYNTHESE_WORDS as words } from '../../messages/documents/synthese-fr';
import type { AnswerValue, LakeAnswer } from './lake-answer';
import { centsOf } from './synthesis-cells';

export interface OutsideTotals {
  /** The workbooks that were not read. */
  readonly workbooks: number;
  /** In words, with their sums; none when everything is counted. */
  readonly parts: readonly string[];
}

/** Counts the answer of `non-lus`. The amounts of a row with an illegible one are counted, but for that one. */
export function outsideTotals({ columns, rows }: LakeAnswer): OutsideTotals {
  const at = new Map(columns.map(({ name }, index) => [name, index]));
  const valueOf = (row: readonly AnswerValue[], name: string): AnswerValue => row[at.get(name) ?? -1] ?? null;
  const sumOf = (some: readonly (readonly AnswerValue[])[], name: string): number =>
    some.reduce((sum, row) => sum + (centsOf(valueOf(row, name)) ?? 0), 0);
  const rowsIn = (some: readonly (readonly AnswerValue[])[]): number =>
    some.reduce((sum, row) => sum + Number(valueOf(row, 'row_count') ?? 0), 0);
  const amountsOf = (some: readonly (readonly AnswerValue[])[]): readonly string[] => {
    const [ae, cp] = [sumOf(some, 'ae'), sumOf(some, 'cp')];
    return [...(ae === 0 ? [] : [words.ofAe(ae)]), ...(cp === 0 ? [] : [words.ofCp(cp)])];
  };
  const ofKind = (kind: string) => rows.filter((row) => valueOf(row, 'kind') === kind);
  const isUnreadable = (row: readonly AnswerValue[]): boolean => valueOf(row, 'reason') === 'amountUnreadable';
  const unread = ofKind('rows').filter(isUnreadable);
  const unnamed = ofKind('rows').filter((row) => !isUnreadable(row));
  const places = ofKind('place');
  const others = sumOf(places, 'other');
  const ofPlaces = [...amountsOf(places), ...(others === 0 ? [] : [words.ofOther(others)])];
  return {
    workbooks: ofKind('workbook').length,
    parts: [
      ...(unnamed.length === 0 ? [] : [words.outsideRows(rowsIn(unnamed), amountsOf(unnamed))]),
      ...(unread.length === 0 ? [] : [words.outsideUnreadable(rowsIn(unread))]),
      ...(places.length === 0 ? [] : [words.outsidePlaces(places.length, ofPlaces)]),
    ],
  };
}
