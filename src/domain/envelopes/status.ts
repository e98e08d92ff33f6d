/**
 * The state of an envelope, or of the whole convention, in one word, for STATUS, SUMMARY and the pane: the worst of
 * what holds wins.
 */
import { reachesShare } from '../money/rate';
import { NATURES, type Nature } from '../money/nature';
import { partCeilingsOf } from './allowances/part-ceilings';
import { isBlocked } from './allowances/tolerance';
import type { Ceiling, Convention, Envelope, Thresholds, Tolerance } from './convention';
import { ceilingOf, isUnbounded, WHOLE_CONVENTION } from './ceilings';
import { lastDayOf } from './termination';
import { areCalculated, type Balances, type CalculatedFigures, type Figures } from './figures';

/** « Ouverte », « Alerte », « Épuisée », « Suspendue », « Échue ». */
export type EnvelopeStatus = 'open' | 'alert' | 'exhausted' | 'suspended' | 'expired';

/**
 * The state of an envelope at the date of the balances:
 * - `expired`: the convention has ended, at its term or by a termination (art. 5);
 * - `suspended`: a blocking ceiling is exceeded, so execution stops until the délégant adjusts it (art. 3);
 * - `exhausted`: one of the two natures is consumed to the cent: exactly 100 % is not exceeded;
 * - `alert`: the warning threshold is reached, or what is reserved no longer fits;
 * - `open`: none of these;
 * - null: the figures of a nature are not calculable, or no row is counted, or nothing bounds a nature that the
 *   convention gives (`unboundedNature`), and neither of the first two is sure.
 * @example statusOf(envelope, convention, balances) // 'open'
 */
export function statusOf(envelope: Envelope, convention: Convention, balances: Balances): EnvelopeStatus | null {
  const { code, thresholds, tolerance } = envelope;
  const ceilingIn = (nature: Nature): Ceiling<Nature> | null => ceilingOf(convention, envelope, nature);
  const figuresIn = (nature: Nature): Figures => balances.figures({ envelope: code, line: null }, nature);
  const isUnknown = unboundedNature(envelope, convention) !== null;
  return statusOfCredits(
    { ceilingIn, figuresIn, warning: thresholds.warning, tolerance, isUnknown },
    convention,
    balances,
  );
}

/**
 * The first nature that the convention gives and that nothing bounds in this envelope, which has no ceiling at all: in
 * a credit year without amounts. Null when there is none, or when its other nature has a ceiling: it gives its state.
 */
export function unboundedNature(envelope: Envelope, convention: Convention): Nature | null {
  if (NATURES.some((nature) => ceilingOf(convention, envelope, nature) !== null)) return null;
  return NATURES.find((nature) => isUnbounded(convention, envelope, nature)) ?? null;
}

/**
 * The state of the whole convention: the worst of its envelopes and of the ceilings of its own, which bound all of them
 * together (art. 1.2 and 3), or what they spend on a programme or a titre; null when one of these is not known and no
 * other is `suspended` or `expired`.
 * @example statusOfConvention(convention, balances) // 'suspended': 310 000 € of AE for 300 000 €, whatever the envelope
 */
export function statusOfConvention(convention: Convention, balances: Balances): EnvelopeStatus | null {
  const { warning } = thresholdsOfConvention(convention);
  const own: JudgedCredits = {
    ceilingIn: (nature) => convention.ceilings[nature],
    figuresIn: (nature) => balances.figures({ envelope: WHOLE_CONVENTION, line: null }, nature),
    warning,
  };
  const ofParts = partCeilingsOf(convention).map((ceiling): JudgedCredits => ({
    ceilingIn: (nature) => ceiling.ceilings[nature],
    figuresIn: (nature) => balances.parts.figures(ceiling, nature),
    warning,
  }));
  const statuses = [
    ...convention.envelopes.map((envelope) => statusOf(envelope, convention, balances)),
    ...[own, ...ofParts].map((credits) => statusOfCredits(credits, convention, balances)),
  ];
  const worst = FROM_WORST_TO_BEST.find((status) => statuses.includes(status)) ?? null;
  const isSure = !statuses.includes(null) || worst === 'suspended' || worst === 'expired';
  return isSure ? worst : null;
}

/** The whole convention, which has no thresholds of its own, warns as early as its envelope with the lowest ones. */
export function thresholdsOfConvention({ envelopes }: Convention): Thresholds {
  return {
    information: Math.min(...envelopes.map(({ thresholds }) => thresholds.information)),
    warning: Math.min(...envelopes.map(({ thresholds }) => thresholds.warning)),
  };
}

const FROM_WORST_TO_BEST: readonly EnvelopeStatus[] = ['expired', 'suspended', 'exhausted', 'alert', 'open'];

/** Credits that ceilings bound: of an envelope, of the whole convention, or of a programme or a titre of it. */
interface JudgedCredits {
  readonly figuresIn: (nature: Nature) => Figures;
  readonly ceilingIn: (nature: Nature) => Ceiling<Nature> | null;
  readonly warning: number;
  readonly tolerance?: Tolerance | undefined;
  /** True when nothing bounds some of what is spent. */
  readonly isUnknown?: boolean;
}

function statusOfCredits(
  { ceilingIn, figuresIn, warning, tolerance, isUnknown = false }: JudgedCredits,
  convention: Convention,
  balances: Balances,
): EnvelopeStatus | null {
  if (balances.asOf > lastDayOf(convention)) return 'expired';
  const natures = NATURES.flatMap((nature) => {
    const ceiling = ceilingIn(nature);
    return ceiling ? [{ ceiling, figures: figuresIn(nature) }] : [];
  });
  if (natures.some(({ ceiling, figures }) => isSuspending(ceiling, figures, tolerance))) return 'suspended';
  const known = natures.map(({ figures }) => figures).filter(areCalculated);
  if (isUnknown || known.length < natures.length || balances.counted === 0) return null;
  if (known.some((figures) => isExhausted(figures))) return 'exhausted';
  if (known.some((figures) => isClose(figures, warning))) return 'alert';
  return 'open';
}

function isSuspending(ceiling: Ceiling<Nature>, figures: Figures, tolerance: Tolerance | undefined): boolean {
  return areCalculated(figures) && isBlocked(ceiling, tolerance, figures.allocated.cents, figures.remaining.cents);
}

/** Nothing is left of something: an envelope that was given no AE is not exhausted. */
function isExhausted({ allocated, remaining }: CalculatedFigures): boolean {
  return allocated.cents > 0 && remaining.cents <= 0;
}

function isClose({ allocated, consumed, available }: CalculatedFigures, warning: number): boolean {
  return available.isNegative || reachesShare(consumed.cents, allocated.cents, warning);
}
