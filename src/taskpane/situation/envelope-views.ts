/** The envelopes as the pane shows them: one view each, then the whole convention. No words and no layout here. */
import type { ControlReport, Dossier } from '../../application/dossier';
import { WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { Thresholds } from '../../domain/envelopes/convention';
import type { Balances, CalculatedFigures, Figures } from '../../domain/envelopes/figures';
import { statusOf, type EnvelopeStatus } from '../../domain/envelopes/status';
import { centsOf, type KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';

export interface LineView {
  readonly index: number;
  readonly label: string;
  readonly figures: Readonly<Record<Nature, Figures>>;
}

export interface EnvelopeView {
  /** `'*'` for the whole convention. */
  readonly code: string;
  readonly label: string;
  /** `unknown`: its figures are not calculable. Null for the whole convention. */
  readonly status: EnvelopeStatus | 'unknown' | null;
  readonly figures: Readonly<Record<Nature, Figures>>;
  readonly thresholds: Thresholds;
  /** Cents. */
  readonly openingRap: number;
  readonly rapPaid: KnownCents;
  readonly outstanding: KnownCents;
  readonly lines: readonly LineView[];
}

/** The views of a report. Of several envelopes the whole convention is first when it is exceeded, last otherwise. */
export function envelopeViews({ convention }: Dossier, { balances }: ControlReport): readonly EnvelopeView[] {
  const views = convention.envelopes.map((envelope): EnvelopeView => ({
    code: envelope.code,
    label: envelope.label,
    status: statusOf(envelope, convention, balances) ?? 'unknown',
    figures: figuresOf(balances, envelope.code, null),
    thresholds: envelope.thresholds,
    openingRap: envelope.openingRap.cents,
    rapPaid: centsOf(balances.rapPaid(envelope.code)),
    outstanding: centsOf(balances.outstanding(envelope.code)),
    lines: envelope.lines.map(({ index, label }) => ({
      index,
      label,
      figures: figuresOf(balances, envelope.code, index),
    })),
  }));
  if (views.length < 2) return views;
  const whole = wholeView(views, balances);
  const isExceeded = [whole.figures.AE, whole.figures.CP].some(({ remaining }) => remaining?.isNegative);
  return isExceeded ? [whole, ...views] : [...views, whole];
}

/** The whole convention warns as early as its envelope with the lowest thresholds. */
function wholeView(views: readonly EnvelopeView[], balances: Balances): EnvelopeView {
  return {
    code: WHOLE_CONVENTION,
    label: '',
    status: null,
    figures: figuresOf(balances, WHOLE_CONVENTION, null),
    thresholds: {
      information: Math.min(...views.map(({ thresholds }) => thresholds.information)),
      warning: Math.min(...views.map(({ thresholds }) => thresholds.warning)),
    },
    openingRap: views.reduce((sum, { openingRap }) => sum + openingRap, 0),
    rapPaid: centsOf(balances.rapPaid(WHOLE_CONVENTION)),
    outstanding: centsOf(balances.outstanding(WHOLE_CONVENTION)),
    lines: [],
  };
}

function figuresOf(balances: Balances, envelope: string, line: number | null): Readonly<Record<Nature, Figures>> {
  return { AE: balances.figures({ envelope, line }, 'AE'), CP: balances.figures({ envelope, line }, 'CP') };
}

/** How close to its ceiling a figure is; colours and words depend on it. */
export type Closeness = 'calm' | 'noticed' | 'close' | 'full' | 'exceeded';

/** Exactly 100 % is `full`, not `exceeded`; a threshold is reached when equalled. */
export function closenessOf({ allocated, consumed, remaining }: CalculatedFigures, thresholds: Thresholds): Closeness {
  if (remaining.isNegative) return 'exceeded';
  if (allocated.isZero) return 'calm';
  if (remaining.isZero) return 'full';
  const share = consumed.cents / allocated.cents;
  if (share >= thresholds.warning) return 'close';
  return share >= thresholds.information ? 'noticed' : 'calm';
}
