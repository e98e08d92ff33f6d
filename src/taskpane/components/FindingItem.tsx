/** One finding: what is wrong and what to do, where, and the ways to its cell and to its repair. */
import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { Wrench16Regular } from '@fluentui/react-icons';
import { useId, type ReactElement } from 'react';
import type { Finding } from '../../domain/controls/finding';
import type { FindingViews } from '../store/finding-views';
import { usePane } from './pane-context';
import { SeverityIcon } from './SeverityIcon';

const useStyles = makeStyles({
  item: {
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 120px',
  },
  title: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  rule: { flexShrink: 0, whiteSpace: 'nowrap' },
  name: { flexGrow: 1, overflowWrap: 'anywhere' },
  message: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXS, rowGap: tokens.spacingVerticalXS },
  action: { minWidth: 'auto', overflowWrap: 'anywhere', textAlign: 'left' },
});

export interface FindingItemProps {
  readonly finding: Finding;
  readonly views: FindingViews;
  readonly busy: boolean;
}

export function FindingItem({ finding, views, busy }: FindingItemProps): ReactElement {
  const styles = useStyles();
  const titleId = useId();
  const { session, words } = usePane();
  const place = views.placeOf(finding);
  const repair = views.repairOf(finding);
  return (
    <li className={styles.item} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        <SeverityIcon severity={finding.severity} />
        <span className={styles.name}>{views.titleOf(finding)}</span>
        <Badge appearance="outline" color="informative" size="small" className={styles.rule}>
          {finding.rule}
        </Badge>
      </h2>
      <p className={styles.message}>{views.describe(finding).message}</p>
      <div className={styles.actions}>
        {place && (
          <Button size="small" className={styles.action} onClick={() => void session.goTo(place)}>
            {words.findings.goTo(views.addressOf(finding))}
          </Button>
        )}
        {repair !== null && (
          <Button
            size="small"
            appearance="primary"
            className={styles.action}
            icon={<Wrench16Regular />}
            disabled={busy}
            onClick={() => void session.repair([finding])}
          >
            {words.findings.repairTo(repair)}
          </Button>
        )}
      </div>
    </li>
  );
}
