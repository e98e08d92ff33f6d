/**
 * « Situation », the first screen: are we all right, the available amounts of each envelope in AE and in CP, what waits
 * for the user; and what changed since another day.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useMemo, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import { naturesOf } from '../../domain/envelopes/ceilings';
import { centsOf } from '../../domain/money/known-cents';
import { areWhole, formatAmount, formatWholeAmount, notCalculableLabel } from '../../messages/format';
import { usePane } from '../shared/pane-context';
import { GUTTER, WIDE } from '../shared/surfaces';
import { BarLegend } from './BarLegend';
import { envelopeViews } from './envelope-views';
import { EnvelopeRow } from './EnvelopeRow';
import { ExplainCell } from './ExplainCell';
import { Verdict } from './Verdict';

const useStyles = makeStyles({
  columns: {
    paddingBottom: tokens.spacingVerticalL,
    [WIDE]: { display: 'grid', gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)', alignItems: 'start' },
  },
  verdict: { gridColumn: '1 / -1' },
  section: { ...GUTTER, paddingTop: tokens.spacingVerticalL },
});

/** Fetched after the envelopes, so that the pane opens sooner. */
const Awaits = lazy(async () => ({
  default: (await import(/* webpackChunkName: "awaits" */ './Awaits')).Awaits,
}));
const SinceSection = lazy(async () => ({
  default: (await import(/* webpackChunkName: "since" */ '../since/SinceSection')).SinceSection,
}));

export function SituationPanel({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { language } = words;
  const views = useMemo(() => envelopeViews(dossier, report), [dossier, report]);
  const natures = naturesOf(dossier.convention);
  const amounts = views.flatMap(({ figures }) => natures.map((nature) => centsOf(figures[nature].available)));
  const isWhole = areWhole(amounts);
  const format = isWhole ? formatWholeAmount : formatAmount;
  const texts = amounts.map((cents) => (cents === null ? notCalculableLabel(language) : format(cents, language)));
  const characters = Math.max(...texts.map(({ length }) => length));
  return (
    <div className={styles.columns}>
      <div className={styles.verdict}>
        <Verdict dossier={dossier} report={report} />
      </div>
      <section className={styles.section} aria-label={words.situation.available}>
        <BarLegend characters={characters} />
        {views.map((view) => (
          <EnvelopeRow
            key={view.code}
            dossier={dossier}
            view={view}
            natures={natures}
            isWhole={isWhole}
            characters={characters}
          />
        ))}
        <ExplainCell dossier={dossier} report={report} />
      </section>
      <div className={styles.section}>
        <Suspense fallback={null}>
          <Awaits dossier={dossier} report={report} />
        </Suspense>
      </div>
      <div className={mergeClasses(styles.section, styles.verdict)}>
        <Suspense fallback={null}>
          <SinceSection dossier={dossier} report={report} />
        </Suspense>
      </div>
    </div>
  );
}
