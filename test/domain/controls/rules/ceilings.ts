/**
 * The setting of the tests of the PLA controls: the 2023 convention without its thresholds, and the findings on a
 * ceiling.
 */
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { Finding, Severity } from '../../../../src/domain/controls/findings/finding';
import type { CeilingMode, Convention, Envelope } from '../../../../src/domain/envelopes/convention';
import type { Nature } from '../../../../src/domain/money/nature';
import { found } from '../../../support/controls';
import { convention2023 } from '../../../support/conventions';

/** Thresholds above the ceiling: PLA-06 never speaks before PLA-01 and PLA-02. */
const UNREACHABLE = { information: 2, warning: 2 };

/** The 2023 convention with each envelope changed. */
export function withEnvelopes(
  change: (envelope: Envelope) => Envelope,
  base: Convention = convention2023(),
): Convention {
  return { ...base, envelopes: base.envelopes.map(change) };
}

/**
 * PDE: AE 500 000, CP 573 032 of which RAP 73 032. SF: AE and CP 100 000. Together: AE 600 000, CP 673 032. No
 * thresholds.
 */
export const CONVENTION = withEnvelopes((envelope) => ({ ...envelope, thresholds: UNREACHABLE }));

/** The same with another mode on every ceiling. */
export function withMode(mode: CeilingMode): Convention {
  return withEnvelopes(
    (envelope) => ({
      ...envelope,
      ceilings: {
        AE: envelope.ceilings.AE && { ...envelope.ceilings.AE, mode },
        CP: envelope.ceilings.CP && { ...envelope.ceilings.CP, mode },
      },
      lines: envelope.lines.map((line) => ({ ...line, mode })),
    }),
    CONVENTION,
  );
}

/** The details of a ceiling finding, amounts in euros. */
export interface Above {
  readonly line: number;
  readonly nature: Nature;
  readonly envelope: string;
  readonly ceiling: number;
  readonly total: number;
  readonly date: string | null;
  readonly crosses: boolean;
  readonly severity?: Severity;
}

function cents(euros: number): number {
  return Math.round(euros * 100);
}

/** The details that PLA-01 to PLA-04 have in common. */
export function detailsOf({ envelope, ceiling, total, date, crosses }: Above) {
  return {
    envelope,
    ceiling: cents(ceiling),
    total: cents(total),
    over: cents(total) - cents(ceiling),
    date: date === null ? null : isoDate(date),
    crosses,
  };
}

/** PLA-01 or PLA-02, by nature. */
export function aboveEnvelope(above: Above): Finding {
  const severity = above.severity ?? 'error';
  if (above.nature === 'AE') return found('PLA-01', severity, above.line, 'ae', { ...detailsOf(above), nature: 'AE' });
  return found('PLA-02', severity, above.line, 'cp', { ...detailsOf(above), nature: 'CP' });
}

/** PLA-03. */
export function aboveConvention(above: Omit<Above, 'envelope'>): Finding {
  const details = { ...detailsOf({ ...above, envelope: '*' }), nature: above.nature };
  return found('PLA-03', above.severity ?? 'error', above.line, above.nature === 'AE' ? 'ae' : 'cp', details);
}

/** PLA-04. */
export function aboveLine(above: Above & { readonly poste: string }): Finding {
  const details = { ...detailsOf(above), nature: above.nature, line: above.poste };
  return found('PLA-04', above.severity ?? 'warning', above.line, above.nature === 'AE' ? 'ae' : 'cp', details);
}
