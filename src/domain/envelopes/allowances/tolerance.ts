/** The excess over a ceiling that the convention tolerates. */
import { centsWithin } from '../../money/rate';
import type { CeilingMode, Tolerance } from '../envelope';

/**
 * Cents tolerated above a ceiling; 0 without a tolerance.
 * @example toleratedCents({ share: 0.05 }, 100_000_00) // 5_000_00
 */
export function toleratedCents(tolerance: Tolerance | undefined, ceiling: number): number {
  if (tolerance === undefined) return 0;
  return 'share' in tolerance ? centsWithin(ceiling, tolerance.share) : Math.max(0, tolerance.cents);
}

/**
 * True when credits are exceeded so that execution stops until the délégant adjusts them (2023 convention, art. 3):
 * above a blocking ceiling, by more than the convention tolerates. `left` is in cents, negative above the ceiling.
 * @example isBlocked({ amount, mode: 'blocking' }, { share: 0.05 }, 100_000_00, -5_000_00) // false
 */
export function isBlocked(
  ceiling: { readonly mode: CeilingMode } | null,
  tolerance: Tolerance | undefined,
  allocated: number,
  left: number,
): boolean {
  return ceiling?.mode === 'blocking' && -left > toleratedCents(tolerance, allocated);
}
