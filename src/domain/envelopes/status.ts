/** The state of an envelope in one word, for STATUS and for the pane: the worst of what holds wins. */
import { reachesShare } from '../money/rate';
import { NATURES } from '../money/nature';
import { toleratedCents } from './allowances/tolerance';
import type { Convention, Envelope, Tolerance } from './convention';
import { ceilingOf } from './ceilings';
import { areCalculated, type Balances, type CalculatedFigures, type Figures } from './figures';

/** « Ouverte », « Alerte », « Épuisée », « Suspendue », « Échue ». */
export type EnvelopeStatus = 'open' | 'alert' | 'exhausted' | 'suspended' | 'expired';

/**
 * The state of an envelope at the date of the balances:
 * - `expired`: the convention has ended (art. 5);
 * - `suspended`: a blocking ceiling is exceeded, so execution stops until the délégant adjusts it (art. 3);
 * - `exhausted`: one of the two natures is consumed to the cent: exactly 100 % is not exceeded;
 * - `alert`: the warning threshold is reached, or what is reserved no longer fits;
 * - `open`: none of these;
 * - null: the figures of a nature are not calculable, or no row is counted, and neither of the first two is sure.
 * @example statusOf(envelope, convention, balances) // 'open'
 */
export function statusOf(envelope: Envelope, convention: Convention, balances: Balances): EnvelopeStatus | null {
  if (balances.asOf > convention.endsOn) return 'expired';
  const natures = NATURES.flatMap((nature) => {
    const ceiling = ceilingOf(convention, envelope, nature);
    return ceiling
      ? [{ mode: ceiling.mode, figures: balances.figures({ envelope: envelope.code, line: null }, nature) }]
      : [];
  });
  if (natures.some(({ mode, figures }) => mode === 'blocking' && isExceeded(figures, envelope.tolerance)))
    return 'suspended';
  const known = natures.map(({ figures }) => figures).filter(areCalculated);
  if (known.length < natures.length || balances.counted === 0) return null;
  if (known.some((figures) => isExhausted(figures))) return 'exhausted';
  if (known.some((figures) => isClose(figures, envelope.thresholds.warning))) return 'alert';
  return 'open';
}

/** Above the ceiling and what the convention tolerates over it. */
function isExceeded(figures: Figures, tolerance: Tolerance | undefined): boolean {
  return areCalculated(figures) && -figures.remaining.cents > toleratedCents(tolerance, figures.allocated.cents);
}

/** Nothing is left of something: an envelope that was given no AE is not exhausted. */
function isExhausted({ allocated, remaining }: CalculatedFigures): boolean {
  return allocated.cents > 0 && remaining.cents <= 0;
}

function isClose({ allocated, consumed, available }: CalculatedFigures, warning: number): boolean {
  return available.isNegative || reachesShare(consumed.cents, allocated.cents, warning);
}
