/** « Mois par mois », folded: its drawings are fetched and computed when first shown. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import type { Language } from '../../messages/language';
import { usePane, useSessionState } from '../shared/pane-context';

const MonthlyCharts = lazy(async () => ({
  default: (await import(/* webpackChunkName: "months" */ './MonthlyCharts')).MonthlyCharts,
}));

const LABEL: Readonly<Record<Language, string>> = { fr: 'Mois par mois', en: 'Month by month' };

const useStyles = makeStyles({
  summary: {
    cursor: 'pointer',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusMedium,
  },
});

export function EnvelopeMonths({ code }: { readonly code: string }): ReactElement | null {
  const styles = useStyles();
  const { words } = usePane();
  const { phase } = useSessionState();
  const [isOpen, setIsOpen] = useState(false);
  if (phase.kind !== 'ready') return null;
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{LABEL[words.language]}</summary>
      {isOpen && (
        <Suspense fallback={null}>
          <MonthlyCharts report={phase.report} code={code} />
        </Suspense>
      )}
    </details>
  );
}
