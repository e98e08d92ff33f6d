/** The sentences of a finding, its cell, its correction and its acceptance. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Wrench16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Finding } from '../../domain/controls/findings/finding';
import type { UnreadAmounts } from '../../domain/envelopes/reading-facts';
import { parseArea } from '../../workbook/cells';
import { PlaceDecisions, type PlaceDecisionsProps } from '../reading/PlaceDecisions';
import { waysOutOfAmounts } from '../reading/reading-views';
import { usePane } from '../shared/pane-context';
import { useScreens } from '../shared/screens';
import { BUTTONS } from '../shared/surfaces';
import { AcceptanceLine } from './AcceptanceLine';
import type { FindingViews } from './finding-views';
import { FINDING_WORDS } from './finding-words';

const useStyles = makeStyles({
  detail: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: `0 0 ${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0, lineHeight: tokens.lineHeightBase300 },
  actions: { ...BUTTONS, columnGap: tokens.spacingHorizontalSNudge },
  action: { minWidth: 'auto', maxWidth: '100%', overflowWrap: 'anywhere', textAlign: 'left' },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

export interface FindingDetailProps {
  readonly finding: Finding;
  readonly views: FindingViews;
  readonly isBusy: boolean;
  /** Carries a decision out, after which the finding may leave the list. */
  readonly onDecide: (act: () => Promise<void>) => Promise<void>;
  readonly onAccept: () => void;
}

export function FindingDetail(props: FindingDetailProps): ReactElement {
  const styles = useStyles();
  const { finding, views } = props;
  const words = FINDING_WORDS[usePane().words.language];
  const { article, action } = views.describe(finding);
  const problem = views.problemOf(finding);
  const acceptance = views.acceptanceOf(finding);
  const lapsed = views.lapsedAcceptanceOf(finding);
  return (
    <div className={styles.detail}>
      <p className={styles.text}>{problem}</p>
      {!acceptance && <p className={styles.text}>{action}</p>}
      {acceptance && <AcceptanceLine acceptance={acceptance} isLapsed={false} />}
      {lapsed && <AcceptanceLine acceptance={lapsed} isLapsed />}
      <Actions {...props} />
      <p className={styles.small}>
        {problem.includes(article) ? '' : `${article} · `}
        {words.rule(finding.rule)}
      </p>
    </div>
  );
}

function Actions(props: FindingDetailProps): ReactElement {
  const styles = useStyles();
  const { finding, views, onDecide } = props;
  const { open } = useScreens();
  const unread = views.acceptanceOf(finding) ? null : unreadPlaceOf(finding);
  if (!unread) {
    return (
      <div className={styles.actions}>
        <Correct {...props} />
        <GoTo {...props} />
        <Accept {...props} />
      </div>
    );
  }
  return (
    <PlaceDecisions
      {...unread}
      name={views.addressOf(finding)}
      leading={
        <>
          <GoTo {...props} />
          {unread.isCounted && <Accept {...props} />}
        </>
      }
      onDecide={onDecide}
      onColumns={() => open('columns')}
    />
  );
}

function GoTo({ finding, views }: FindingDetailProps): ReactElement | null {
  const styles = useStyles();
  const { session } = usePane();
  const place = views.placeOf(finding);
  if (!place) return null;
  return (
    <Button size="small" className={styles.action} onClick={() => void session.goTo(place)}>
      {views.goToLabel(finding)}
    </Button>
  );
}

function Correct({ finding, views, isBusy, onDecide }: FindingDetailProps): ReactElement | null {
  const styles = useStyles();
  const { session, words } = usePane();
  const value = views.acceptanceOf(finding) ? null : views.repairOf(finding);
  if (value === null) return null;
  const label = FINDING_WORDS[words.language].correctTo(value);
  return (
    <Button
      size="small"
      appearance="primary"
      className={styles.action}
      icon={<Wrench16Regular />}
      disabled={isBusy}
      aria-label={`${label}, ${views.rowNameOf(finding)}`}
      onClick={() => void onDecide(() => session.findings.repair([views.seen(finding)]))}
    >
      {label}
    </Button>
  );
}

/** « Accepter… », or « Rouvrir » once it is accepted. */
function Accept({ finding, views, isBusy, onAccept, onDecide }: FindingDetailProps): ReactElement | null {
  const styles = useStyles();
  const { session, words } = usePane();
  const isAccepted = views.acceptanceOf(finding) !== null;
  if (!isAccepted && !views.placeOf(finding)) return null;
  const label = isAccepted ? words.findings.reopen : words.findings.accept;
  return (
    <Button
      size="small"
      appearance={isAccepted ? 'secondary' : 'subtle'}
      className={styles.action}
      disabled={isBusy}
      aria-label={`${label} ${views.rowNameOf(finding)}`}
      onClick={() => (isAccepted ? void onDecide(() => session.findings.reopen(views.seen(finding))) : onAccept())}
    >
      {label}
    </Button>
  );
}

type UnreadPlace = Pick<PlaceDecisionsProps, 'place' | 'ways'> & Pick<UnreadAmounts, 'isCounted'>;

/** The place of amounts that the reading left out, and its ways out; null for another finding. */
function unreadPlaceOf({ details, place }: Finding): UnreadPlace | null {
  if (place.kind !== 'area' || !('isCounted' in details)) return null;
  const { isCounted } = details;
  return { place: { sheet: place.sheet, area: parseArea(place.area) }, ways: waysOutOfAmounts(details), isCounted };
}
