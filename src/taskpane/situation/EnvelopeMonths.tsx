/** « Mois par mois », folded: its drawings are fetched and computed when first shown. */
import { lazy, Suspense, type ReactElement } from 'react';
import type { Language } from '../../messages/language';
import { Fold } from '../shared/Fold';
import { usePane, useSessionState } from '../shared/pane-context';

const MonthlyCharts = lazy(async () => ({
  default: (await import(/* webpackChunkName: "months" */ './MonthlyCharts')).MonthlyCharts,
}));

const LABEL: Readonly<Record<Language, string>> = { fr: 'Mois par mois', en: 'Month by month' };

interface EnvelopeMonthsProps {
  readonly code: string;
  /** The name of the envelope, for people. */
  readonly envelope: string;
}

export function EnvelopeMonths({ code, envelope }: EnvelopeMonthsProps): ReactElement | null {
  const { words } = usePane();
  const { phase } = useSessionState();
  if (phase.kind !== 'ready') return null;
  return (
    <Fold isLate label={LABEL[words.language]} name={`${LABEL[words.language]}, ${envelope}`}>
      <Suspense fallback={null}>
        <MonthlyCharts report={phase.report} code={code} />
      </Suspense>
    </Fold>
  );
}
