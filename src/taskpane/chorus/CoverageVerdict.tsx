/**
 * The coverage of the reconciliation, before any gap: the answer in words, the share of each nature, and what to do
 * when nothing was compared. A success is shown only over a comparison that is wide enough.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, ErrorCircle20Filled, Warning20Filled } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { describeCoverage, type CoverageLine, type CoverageText } from '../../messages/describe-coverage';
import { usePane } from '../shared/pane-context';
import type { ReconciliationViews } from './reconciliation-views';

const useStyles = makeStyles({
  band: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { flexShrink: 0 },
  success: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  error: { color: tokens.colorStatusDangerForeground1 },
  words: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  headline: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0 },
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  nature: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr max-content',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums lining-nums',
  },
  track: {
    height: tokens.spacingVerticalS,
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  part: { height: '100%', backgroundColor: tokens.colorNeutralForeground3, forcedColorAdjust: 'none' },
  detail: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

const ICONS = { success: CheckmarkCircle20Filled, warning: Warning20Filled, error: ErrorCircle20Filled } as const;

/** The text of the verdict, for the live region of the panel too. */
export function useCoverage(views: ReconciliationViews | null): CoverageText | null {
  const { language } = usePane().words;
  return views && describeCoverage(views.report, language);
}

export function CoverageVerdict({ text }: { readonly text: CoverageText }): ReactElement {
  const styles = useStyles();
  const Icon = ICONS[text.tone];
  return (
    <>
      <div className={styles.band}>
        <Icon className={mergeClasses(styles.icon, styles[text.tone])} aria-hidden />
        <div className={styles.words}>
          <h2 className={styles.headline}>{text.headline}</h2>
          {text.causes.map((cause) => (
            <p key={cause} className={styles.text}>
              {cause}
            </p>
          ))}
        </div>
      </div>
      <section className={styles.section} aria-label={text.title}>
        <h3 className={styles.heading}>{text.title}</h3>
        {text.lines.map((line) => (
          <Share key={line.nature} line={line} />
        ))}
      </section>
    </>
  );
}

function Share({ line: { nature, share, percent, compared, details } }: { readonly line: CoverageLine }): ReactElement {
  const styles = useStyles();
  return (
    <div>
      <div className={styles.nature}>
        <span>{nature}</span>
        <div className={styles.track} aria-hidden>
          <div className={styles.part} style={{ width: `${percent}%` }} />
        </div>
        <span>{share}</span>
      </div>
      {[compared, ...details].map((sentence) => (
        <p key={sentence} className={styles.detail}>
          {sentence}
        </p>
      ))}
    </div>
  );
}
