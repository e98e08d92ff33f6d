/** The first screen before it is read: still shapes of the same heights, so that nothing moves when the figures come. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, type ReactElement } from 'react';
import { usePane } from '../shared/pane-context';
import { GUTTER, HIDDEN } from '../shared/surfaces';
import { roles } from '../shared/theme';
import { CRAMPED, useMedia } from '../shared/useMedia';
import { fetchScreenMenu } from './ScreenChoice';

const useStyles = makeStyles({
  screen: { flexGrow: 1, overflow: 'hidden' },
  hidden: HIDDEN,
  header: { ...GUTTER, height: '76px', boxSizing: 'border-box', paddingTop: tokens.spacingVerticalM },
  line: { height: '40px' },
  verdict: {
    ...GUTTER,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    backgroundColor: roles.bandUnknown,
  },
  section: { ...GUTTER, paddingTop: tokens.spacingVerticalL },
  block: {
    height: '14px',
    marginBottom: tokens.spacingVerticalMNudge,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    '@media (forced-colors: active)': { border: '1px solid GrayText' },
  },
  tall: { height: '28px' },
});

/** The widths of the shapes, in per cent: a verdict, then envelopes of three lines. */
const VERDICT = [72, 94, 60] as const;
const ENVELOPES = [46, 100, 100, 46, 100, 100, 46, 100, 100] as const;

export function LoadingScreen(): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const isCramped = useMedia(CRAMPED);
  useEffect(() => {
    if (isCramped) void fetchScreenMenu();
  }, [isCramped]);
  const block = (width: number, index: number): ReactElement => (
    <div key={index} className={styles.block} style={{ width: `${String(width)}%` }} />
  );
  return (
    <main aria-busy className={styles.screen}>
      <p role="status" className={styles.hidden}>
        {words.welcome.loading}
      </p>
      <div className={mergeClasses(styles.header, isCramped && styles.line)}>{block(55, 0)}</div>
      <div className={styles.verdict}>
        {VERDICT.map(block)}
        <div className={mergeClasses(styles.block, styles.tall)} style={{ width: '40%' }} />
      </div>
      <div className={styles.section}>{ENVELOPES.map(block)}</div>
    </main>
  );
}
