/**
 * The coverage of the reconciliation, before any gap: the answer in words, the share of each nature, and what to do
 * when nothing was compared. A success is shown only over a comparison that is wide enough.
 */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, RefObject } from 'react';
import { describeCoverage, type CoverageLine, type CoverageText } from '../../messages/describe-coverage';
import { usePane } from '../shared/pane-context';
import { CHORUS_WORDS } from './chorus-words';
import { Shape, type ShapeKind } from '../shared/Shape';
import { EDGE_TO_EDGE } from '../shared/surfaces';
import { roles } from '../shared/theme';
import type { ReconciliationViews } from './reconciliation-views';

const useStyles = makeStyles({
  band: {
    ...EDGE_TO_EDGE,
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    marginTop: `calc(-1 * ${tokens.spacingVerticalM})`,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    '@media (forced-colors: active)': { borderBottom: '1px solid CanvasText' },
  },
  success: { backgroundColor: roles.bandGood },
  warning: { backgroundColor: roles.bandWarning },
  error: { backgroundColor: roles.bandDanger },
  add: { alignSelf: 'flex-start' },
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

const SHAPES = { success: 'good', warning: 'warning', error: 'danger' } as const satisfies Record<
  CoverageText['tone'],
  ShapeKind
>;

/** The text of the verdict, for the live region of the panel too. */
export function useCoverage(views: ReconciliationViews | null): CoverageText | null {
  const { language } = usePane().words;
  return views && describeCoverage(views.report, language);
}

interface CoverageVerdictProps {
  readonly text: CoverageText;
  readonly headline: RefObject<HTMLHeadingElement | null>;
  /** Chooses an extract. */
  readonly onAdd: () => void;
}

export function CoverageVerdict({ text, headline, onAdd }: CoverageVerdictProps): ReactElement {
  const styles = useStyles();
  const words = CHORUS_WORDS[usePane().words.language];
  return (
    <>
      <div className={mergeClasses(styles.band, styles[text.tone])}>
        <Shape kind={SHAPES[text.tone]} size={20} />
        <div className={styles.words}>
          <h2 ref={headline} tabIndex={-1} className={styles.headline}>
            {text.headline}
          </h2>
          {text.causes.map((cause) => (
            <p key={cause} className={styles.text}>
              {cause}
            </p>
          ))}
          {text.asksForExtract && (
            <Button className={styles.add} appearance="primary" onClick={onAdd}>
              {text.tone === 'error' ? words.otherExtract : words.addExtract}
            </Button>
          )}
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
