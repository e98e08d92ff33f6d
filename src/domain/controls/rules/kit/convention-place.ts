/** Cells of the convention tables where findings on the convention itself are corrected, by their French headings. */
import type { Convention, Envelope } from '../../../envelopes/convention';
import type { Duty, DutyType, YearTerms } from '../../../envelopes/terms';
import { NATURES, type Nature } from '../../../money/nature';
import type { Place } from '../../findings/finding';

/** The ceiling of an envelope, in the credit year of the convention. */
export function envelopeCell({ envelopes, creditYear }: Convention, envelope: Envelope, nature: Nature): Place {
  return {
    kind: 'convention',
    table: 'ENV_Enveloppes',
    row: envelopes.indexOf(envelope),
    column: nature,
    key: envelope.code,
    year: creditYear,
  };
}

/** The opening restes à payer of an envelope, in the credit year of the convention. */
export function openingRapCell({ envelopes, creditYear }: Convention, envelope: Envelope): Place {
  return openingRapCellOf({ envelopes, year: creditYear }, envelope);
}

/** The same, in any credit year. */
export function openingRapCellOf(
  { envelopes, year }: Pick<YearTerms, 'envelopes' | 'year'>,
  envelope: Envelope,
): Place {
  const row = envelopes.indexOf(envelope);
  return { kind: 'convention', table: 'ENV_Enveloppes', row, column: 'dont RAP', key: envelope.code, year };
}

/** The cell of an earlier EJ in the list of restes à payer of one year. */
export function rapCell(year: number, row: number, ej: string, column: 'EJ' | 'Montant'): Place {
  return { kind: 'convention', table: 'ENV_RAP', row, column, key: ej, year };
}

/** The printed ceiling of the whole convention; keys are in one column and their values in another. */
export function ceilingCell({ creditYear }: Convention, nature: Nature): Place {
  const row = NATURES.indexOf(nature);
  return {
    kind: 'convention',
    table: 'ENV_Convention',
    row,
    column: 'Valeur',
    key: `Plafond ${nature}`,
    year: creditYear,
  };
}

/** The value of a key of `ENV_Convention`, by its French name. */
export function keyCell(key: string): Place {
  return { kind: 'convention', table: 'ENV_Convention', row: 0, column: 'Valeur', key };
}

/** The cell that records that a duty is done, or another of its row. */
export function dutyCell({ index }: Duty, column = 'Fait le'): Place {
  return { kind: 'convention', table: 'ENV_Obligations', row: index, column };
}

/**
 * The duty of a type, as the convention states it. Undefined when the register has no such row, or may have it under a
 * type that cannot be read; null when the convention lists duties of others types only, so that this one is not its
 * own.
 */
export function dutyOf({ duties }: Convention, type: DutyType): Duty | null | undefined {
  const isUnknown = ({ unread }: Duty): boolean => unread?.some(({ column }) => column === 'Type') ?? false;
  const found = duties.find((duty) => duty.type === type && !isUnknown(duty));
  return found ?? (duties.length === 0 || duties.some(isUnknown) ? undefined : null);
}
