/** One finding: what is wrong and what to do, its cell, its repair and its acceptance. */
import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular, Wrench16Regular } from '@fluentui/react-icons';
import { useId, useState, type ReactElement } from 'react';
import type { Acceptance } from '../../domain/controls/findings/acceptance';
import type { Finding } from '../../domain/controls/findings/finding';
import type { UnreadAmounts } from '../../domain/envelopes/reading-facts';
import { parseArea } from '../../workbook/cells';
import { formatDate } from '../../messages/format';
import type { FindingViews } from './finding-views';
import { AcceptForm } from './AcceptForm';
import { PlaceDecisions, type PlaceDecisionsProps } from '../reading/PlaceDecisions';
import { waysOutOfAmounts } from '../reading/reading-views';
import { usePane } from '../shared/pane-context';
import { SeverityIcon } from './SeverityIcon';
import { BUTTONS, CARD } from '../shared/surfaces';

const useStyles = makeStyles({
  item: {
    ...CARD,
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
  message: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  actions: { ...BUTTONS, columnGap: tokens.spacingHorizontalXS },
  acceptance: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  accepted: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  action: { minWidth: 'auto', overflowWrap: 'anywhere', textAlign: 'left' },
});

export interface FindingItemProps {
  readonly finding: Finding;
  readonly views: FindingViews;
  readonly busy: boolean;
  /** Carries a decision on the place of a finding out: the finding may then leave the list. */
  readonly onDecide: (act: () => Promise<void>) => Promise<void>;
  readonly onColumns: () => void;
}

export function FindingItem(props: FindingItemProps): ReactElement {
  const styles = useStyles();
  const { finding, views, busy } = props;
  const titleId = useId();
  const { words } = usePane();
  const acceptance = views.acceptanceOf(finding);
  const lapsed = views.lapsedAcceptanceOf(finding);
  const [isAccepting, setAccepting] = useState(false);
  return (
    <li className={styles.item} aria-labelledby={titleId} tabIndex={-1}>
      <h2 id={titleId} className={styles.title}>
        {acceptance ? (
          <CheckmarkCircle16Regular className={styles.accepted} aria-label={words.findings.acceptedSign} role="img" />
        ) : (
          <SeverityIcon severity={finding.severity} />
        )}
        <span className={styles.name}>{views.titleOf(finding)}</span>
        <Badge appearance="outline" color="informative" size="small" className={styles.rule}>
          {finding.rule}
        </Badge>
      </h2>
      <p className={styles.message}>{views.describe(finding).message}</p>
      {acceptance && <AcceptanceLine acceptance={acceptance} isLapsed={false} />}
      {lapsed && <AcceptanceLine acceptance={lapsed} isLapsed />}
      <Actions {...props} busy={busy || isAccepting} onAccept={() => setAccepting(true)} />
      {isAccepting && !acceptance && (
        <AcceptForm
          finding={finding}
          busy={busy}
          onClose={() => void props.onDecide(() => Promise.resolve(setAccepting(false)))}
        />
      )}
    </li>
  );
}

export function AcceptanceLine({
  acceptance,
  isLapsed,
}: {
  readonly acceptance: Acceptance;
  readonly isLapsed: boolean;
}): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const on = acceptance.on === null ? null : formatDate(acceptance.on, words.language);
  return (
    <p className={styles.acceptance}>
      {words.findings.accepted(on, acceptance.author, acceptance.reason)}{' '}
      {isLapsed && <strong>{words.findings.lapsed}</strong>}
    </p>
  );
}

type ActionsProps = FindingItemProps & { readonly onAccept: () => void };

function Actions(props: ActionsProps): ReactElement {
  const styles = useStyles();
  const { finding, views } = props;
  const unread = views.acceptanceOf(finding) ? null : unreadPlaceOf(finding);
  if (!unread) {
    return (
      <div className={styles.actions}>
        <GoTo {...props} />
        <Repair {...props} />
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
      onDecide={props.onDecide}
      onColumns={props.onColumns}
    />
  );
}

function GoTo({ finding, views }: ActionsProps): ReactElement | null {
  const styles = useStyles();
  const { session, words } = usePane();
  const place = views.placeOf(finding);
  if (!place) return null;
  return (
    <Button size="small" className={styles.action} onClick={() => void session.goTo(place)}>
      {words.findings.goTo(views.addressOf(finding))}
    </Button>
  );
}

function Repair({ finding, views, busy, onDecide }: ActionsProps): ReactElement | null {
  const styles = useStyles();
  const { session, words } = usePane();
  const repair = views.repairOf(finding);
  if (repair === null || views.acceptanceOf(finding)) return null;
  return (
    <Button
      size="small"
      appearance="primary"
      className={styles.action}
      icon={<Wrench16Regular />}
      disabled={busy}
      aria-label={`${words.findings.repairTo(repair)}, ${views.addressOf(finding)}`}
      onClick={() => void onDecide(() => session.findings.repair([finding]))}
    >
      {words.findings.repairTo(repair)}
    </Button>
  );
}

/** « Accepter… », or « Rouvrir » once it is accepted. */
function Accept({ finding, views, busy, onAccept, onDecide }: ActionsProps): ReactElement | null {
  const styles = useStyles();
  const { session, words } = usePane();
  if (views.acceptanceOf(finding)) {
    return (
      <Button
        size="small"
        className={styles.action}
        disabled={busy}
        aria-label={`${words.findings.reopen}, ${views.addressOf(finding)}`}
        onClick={() => void onDecide(() => session.findings.reopen(finding))}
      >
        {words.findings.reopen}
      </Button>
    );
  }
  if (!views.placeOf(finding)) return null;
  return (
    <Button
      size="small"
      appearance="subtle"
      className={styles.action}
      disabled={busy}
      aria-label={`${words.findings.accept} ${views.addressOf(finding)}`}
      onClick={onAccept}
    >
      {words.findings.accept}
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
