/**
 * The credits of several lines of the synthesis: their sum, or the ceiling of the whole convention where a workbook has
 * one of its own, as `check` gives them.
 */
import { groupedBy } from '../../domain/grouped';
import { type KnownCents, sumOfKnown } from '../../domain/money/known-cents';

/** A nature in the names of the columns of the lake. */
export type ColumnNature = 'ae' | 'cp';

/** The credits of one nature; `allocated` is null without a ceiling. */
export interface Credits {
  readonly allocated: KnownCents;
  readonly consumed: KnownCents;
  readonly reserved: KnownCents;
  readonly available: KnownCents;
}

/** An envelope of a workbook. */
export interface SituationLine {
  readonly file: string;
  readonly ae: Credits;
  readonly cp: Credits;
  readonly outstanding: KnownCents;
  /** The ceilings of its whole convention; null where it has none of its own. */
  readonly whole: Readonly<Record<ColumnNature, KnownCents>>;
}

export interface TotalCredits extends Credits {
  /**
   * True where a line consumes without any ceiling and another has one: the ceilings of the others do not bound their
   * consumption together, and what they have available is not that of all.
   */
  readonly isPartlyBounded: boolean;
  /** False where the ceiling of a whole convention gives other credits than the sum of its envelopes. */
  readonly isSum: boolean;
}

/** The credits of lines together. */
export function totalCredits(lines: readonly SituationLine[], nature: ColumnNature): TotalCredits {
  const byFile = [...groupedBy(lines, ({ file }) => file).values()];
  const total = sumOfCredits(byFile.flatMap((ofFile) => boundedTogether(ofFile, nature)));
  const ofLines = sumOfCredits(lines.map((line) => line[nature]));
  const isSum =
    total.allocated === ofLines.allocated &&
    total.available === ofLines.available &&
    total.isPartlyBounded === ofLines.isPartlyBounded;
  return { ...total, isSum };
}

/** The lines of one workbook as one where a ceiling bounds them together, else as they are. */
function boundedTogether(lines: readonly SituationLine[], nature: ColumnNature): readonly Credits[] {
  const credits = lines.map((line) => line[nature]);
  const allocated = lines[0]?.whole[nature] ?? null;
  if (allocated === null) return credits;
  const consumed = sumOfKnown(credits.map((of) => of.consumed));
  const reserved = sumOfKnown(credits.map((of) => of.reserved));
  const available = consumed === null || reserved === null ? null : allocated - consumed - reserved;
  return [{ allocated, consumed, reserved, available }];
}

function sumOfCredits(credits: readonly Credits[]): Omit<TotalCredits, 'isSum'> {
  const given = credits.filter(({ allocated }) => allocated !== null);
  const sumOfGiven = (figure: 'allocated' | 'available'): KnownCents =>
    given.length === 0 ? null : sumOfKnown(given.map((of) => of[figure]));
  return {
    allocated: sumOfGiven('allocated'),
    consumed: sumOfKnown(credits.map(({ consumed }) => consumed)),
    reserved: sumOfKnown(credits.map(({ reserved }) => reserved)),
    available: sumOfGiven('available'),
    isPartlyBounded: given.length > 0 && credits.some((of) => of.allocated === null && of.consumed !== 0),
  };
}
