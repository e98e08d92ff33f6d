/** The envelopes as the pane shows them: one view each, then the whole convention. No words and no layout here. */
import type { ControlReport, Dossier } from '../../application/dossier';
import { naturesOf, WHOLE_CONVENTION } from '../../domain/envelopes/ceilings';
import type { Convention, Envelope, Thresholds } from '../../domain/envelopes/convention';
import { shownLines, type Balances, type Figures, type MissedAmount } from '../../domain/envelopes/figures';
import { lackedBy } from '../../domain/envelopes/missed/missed-sums';
import { statusOf, thresholdsOfConvention, type EnvelopeStatus } from '../../domain/envelopes/status';
import { centsOf, type KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import { openFindings } from '../findings/open-findings';
import type { ReadingEntry } from '../../workbook/reading/account';
import { unreadPlacesOf } from './unread-places';

export interface LineView {
  readonly index: number;
  readonly label: string;
  readonly figures: Readonly<Record<Nature, Figures>>;
}

export interface EnvelopeView {
  /** `'*'` for the whole convention. */
  readonly code: string;
  readonly label: string;
  /**
   * `unknown`: its figures are not calculable; `exceeded`: its ceiling is, and the délégant was not informed, without
   * which nothing is suspended (2023 convention, art. 3). The whole convention is `exceeded`, `alert` when what is
   * reserved no longer fits, or null.
   */
  readonly status: EnvelopeStatus | 'unknown' | 'exceeded' | null;
  readonly figures: Readonly<Record<Nature, Figures>>;
  readonly thresholds: Thresholds;
  /** Cents. */
  readonly openingRap: number;
  readonly rapPaid: KnownCents;
  readonly outstanding: KnownCents;
  /** The convention sets no ceiling of its own for the whole: it is never exceeded. */
  readonly isUnbounded: boolean;
  readonly lines: readonly LineView[];
  /** The amounts that its available credits lack. */
  readonly missed: readonly MissedAmount[];
  /** The places of the workbook whose amounts are in no figure; of the whole convention, or of the only envelope. */
  readonly unreadPlaces: readonly ReadingEntry[];
}

/** The views of a report. Of several envelopes the whole convention is first when it is exceeded, last otherwise. */
export function envelopeViews({ convention, account }: Dossier, report: ControlReport): readonly EnvelopeView[] {
  const { balances } = report;
  const unreadPlaces = unreadPlacesOf(account);
  const isOnly = convention.envelopes.length === 1;
  const views = convention.envelopes.map((envelope): EnvelopeView => ({
    code: envelope.code,
    label: envelope.label,
    status: shownStatus(envelope, convention, report),
    figures: figuresOf(balances, envelope.code, null),
    thresholds: envelope.thresholds,
    openingRap: envelope.openingRap.cents,
    rapPaid: centsOf(balances.rapPaid(envelope.code)),
    outstanding: centsOf(balances.outstanding(envelope.code)),
    isUnbounded: false,
    lines: shownLines(envelope, balances).map((line) => ({
      index: line.index,
      label: line.label,
      figures: figuresOf(balances, envelope.code, line.index),
    })),
    missed: missedOf(convention, balances, isOnly ? WHOLE_CONVENTION : envelope.code),
    unreadPlaces: isOnly ? unreadPlaces : [],
  }));
  if (views.length < 2) return views;
  const whole = { ...wholeView(views, convention, balances), unreadPlaces };
  return isOver(whole, 'remaining') ? [whole, ...views] : [...views, whole];
}

function shownStatus(envelope: Envelope, convention: Convention, report: ControlReport): EnvelopeView['status'] {
  const status = statusOf(envelope, convention, report.balances) ?? 'unknown';
  if (status !== 'suspended') return status;
  const isToInform = openFindings(report).some(
    ({ rule, details }) =>
      rule === 'DEL-03' && details.formerYear === undefined && details.envelope === envelope.code && details.isExceeded,
  );
  return isToInform ? 'exceeded' : status;
}

function isOver({ figures: { AE, CP } }: Pick<EnvelopeView, 'figures'>, figure: 'remaining' | 'available'): boolean {
  return [AE, CP].some((of) => of[figure]?.isNegative);
}

function wholeStatus(whole: Pick<EnvelopeView, 'figures' | 'isUnbounded'>): EnvelopeView['status'] {
  if (whole.isUnbounded) return null;
  if (isOver(whole, 'remaining')) return 'exceeded';
  return isOver(whole, 'available') ? 'alert' : null;
}

function wholeView(views: readonly EnvelopeView[], convention: Convention, balances: Balances): EnvelopeView {
  const figures = figuresOf(balances, WHOLE_CONVENTION, null);
  const isUnbounded = convention.ceilings.AE === null && convention.ceilings.CP === null;
  return {
    code: WHOLE_CONVENTION,
    label: '',
    status: wholeStatus({ figures, isUnbounded }),
    figures,
    thresholds: thresholdsOfConvention(convention),
    openingRap: views.reduce((sum, { openingRap }) => sum + openingRap, 0),
    rapPaid: centsOf(balances.rapPaid(WHOLE_CONVENTION)),
    outstanding: centsOf(balances.outstanding(WHOLE_CONVENTION)),
    isUnbounded,
    lines: [],
    missed: missedOf(convention, balances, WHOLE_CONVENTION),
    unreadPlaces: [],
  };
}

/** In the natures whose figures are calculated: the others are shown as not calculable. */
function missedOf(convention: Convention, balances: Balances, envelope: string): readonly MissedAmount[] {
  const natures = naturesOf(convention).filter((nature) => balances.missing[nature] === null);
  return lackedBy(balances, { envelope, line: null }, natures);
}

function figuresOf(balances: Balances, envelope: string, line: number | null): Readonly<Record<Nature, Figures>> {
  return { AE: balances.figures({ envelope, line }, 'AE'), CP: balances.figures({ envelope, line }, 'CP') };
}
