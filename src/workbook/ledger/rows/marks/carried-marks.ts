/**
 * Marks of EJ of earlier years that are entered again: a title over them, « RAP 2022 », the kind of the operation,
 * « Report », « Année EJ » 2022, « EJ antérieur » oui, a remark, a label. The row counts as its date has it, and is
 * reported where that is a new commitment (LEC-05).
 */
import type { LedgerRow } from '../../../../domain/envelopes/ledger';
import { remembering } from '../../../../domain/remembering';
import { comparable } from '../../../../domain/text';
import { textOf, type CellValue } from '../../../cells';
import { titleOver, type EffectRow } from '../../tables/effect-rows';
import { announcesCarried, headsYearOfEj, type CarriedNames } from './carried-words';
import { isTicked } from './effect-headings';
import { mayHold } from './marking-words';
import { isOwnVerdict } from './own-verdicts';

/** A column of the sheet whose cells may announce such an EJ. `flags`: « Oui », or a cross. */
export interface CarriedColumn {
  readonly column: number;
  readonly heading: string;
  readonly holds: 'years' | 'flags' | 'operations' | 'words';
}

/** The columns and the titles of a table that may announce such EJ, with the words of the convention. */
export interface CarriedOfTable {
  readonly columns: readonly CarriedColumn[];
  readonly titles: readonly EffectRow[];
  readonly names: CarriedNames;
}

/** A column by its place on the sheet. */
interface Placed {
  readonly column: number;
  readonly heading: string;
}

/** Those of a table; null when nothing in it may announce such EJ. `unused`: the columns that nothing reads. */
export function carriedOf(
  { creditYears, isEnvelope, envelopeOf, isParty }: { readonly [K in keyof CarriedNames]?: CarriedNames[K] },
  columns: Readonly<Record<'unused' | 'labels' | 'operations', readonly Placed[]>>,
  titles: readonly EffectRow[],
): CarriedOfTable | null {
  if (creditYears === undefined || isEnvelope === undefined) return null;
  const names = { creditYears, isEnvelope, ...(envelopeOf && { envelopeOf }), ...(isParty && { isParty }) };
  const own: readonly CarriedColumn[] = [
    ...columns.operations.map((one) => ({ ...one, holds: 'operations' as const })),
    ...columns.unused.map((one) => ({ ...one, holds: carriedIn(one.heading, names) })),
    ...columns.labels.map((one) => ({ ...one, holds: 'words' as const })),
  ];
  return own.length + titles.length === 0 ? null : { columns: own, titles, names };
}

const YEAR = /^20\d\d$/;
const LONGEST_MARK = 120;
/** A cross under « Reste à payer » is about what is left of the EJ, of any year; « RAP », « RAP 2022 » are tables. */
const TO_BE_PAID = /^restes? (?:a|du) (?:payer|regler|solder|mandater)$/;

/** The contents of a column that nothing reads, by its heading. */
function carriedIn(heading: string, names: CarriedNames): CarriedColumn['holds'] {
  if (headsYearOfEj(heading)) return 'years';
  const isRest = TO_BE_PAID.test(comparable(heading).trim());
  return announcesCarried(heading, 'operation', names) && !isRest ? 'flags' : 'words';
}

/** Reads these marks on the rows of one table. */
export class CarriedMarks {
  private readonly isAnnounced: (text: string) => boolean;

  /** `left`: the column of the sheet from which cells are counted. */
  constructor(
    private readonly table: CarriedOfTable,
    private readonly left: number,
  ) {
    this.isAnnounced = remembering((text) => announcesCarried(text, 'words', table.names));
  }

  /** The first mark of a row, or the title that it is under; null without any. */
  at(sheetRow: number, cells: readonly CellValue[]): LedgerRow['mark'] | null {
    for (const { column, heading, holds } of this.table.columns) {
      const value = cells[column - this.left] ?? null;
      if (value !== null && this.isMark(value, holds))
        return { heading, raw: textOf(value).trim().slice(0, LONGEST_MARK), about: 'earlier' };
    }
    const title = titleOver(this.table.titles, sheetRow)?.title ?? null;
    return title === null ? null : { heading: '', raw: title, about: 'earlier' };
  }

  private isMark(value: CellValue, holds: CarriedColumn['holds']): boolean {
    if (holds === 'years') {
      const text = textOf(value).trim();
      return YEAR.test(text) || (typeof value === 'string' && this.isAnnounced(text));
    }
    if (holds === 'flags' && value === true) return true;
    if (typeof value !== 'string' || value.length > LONGEST_MARK) return false;
    if (holds === 'flags' && isTicked(comparable(value).trim())) return true;
    if (holds === 'operations') return announcesCarried(value, 'operation', this.table.names);
    return mayHold('earlier', value) && !isOwnVerdict(value) && this.isAnnounced(value);
  }
}
