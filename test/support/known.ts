/** Figures that a test knows to be calculable; any other is a mistake of the test. */
import { areCalculated, type CalculatedFigures, type Figures } from '../../src/domain/envelopes/figures';
import type { Nature } from '../../src/domain/money/nature';

/** An amount, a status or a forecast that is not null. */
export function known<T>(figure: T | null | undefined): T {
  if (figure === null || figure === undefined) throw new Error('the figure is not calculable');
  return figure;
}

/** Figures without a missing column, of a subject that has a ceiling. */
export function calculated<N extends Nature>(figures: Figures<N>): CalculatedFigures<N> {
  if (areCalculated(figures)) return figures;
  throw new Error(figures.missing === null ? 'no ceiling' : `not calculable without ${figures.missing}`);
}
