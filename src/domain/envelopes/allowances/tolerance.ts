/** The excess over a ceiling that the convention tolerates. */
import { centsWithin } from '../../money/rate';
import type { Tolerance } from '../envelope';

/**
 * Cents tolerated above a ceiling; 0 without a tolerance.
 * @example toleratedCents({ share: 0.05 }, 100_000_00) // 5_000_00
 */
export function toleratedCents(tolerance: Tolerance | undefined, ceiling: number): number {
  if (tolerance === undefined) return 0;
  return 'share' in tolerance ? centsWithin(ceiling, tolerance.share) : Math.max(0, tolerance.cents);
}
