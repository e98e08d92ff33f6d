/** The rows of the list: the heading of a section, a group, a finding with what can be done about it. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { formatAmount } from '../../messages/format';
import { usePane } from '../shared/pane-context';
import { Shape } from '../shared/Shape';
import { BUTTONS } from '../shared/surfaces';
import type { Section } from './finding-entries';
import { worstAmountOf } from './finding-groups';
import type { FindingRow, GroupRow, ListRow, SectionRow } from './finding-list';
import { FINDING_WORDS } from './finding-words';
import { FindingDetail } from './FindingDetail';
import type { FindingActions } from './finding-actions';
import { useRowStyles } from './list-styles';

const SHAPES = { error: 'danger', warning: 'warning', info: 'info', accepted: 'good' } as const satisfies Record<
  Section,
  string
>;

const useStyles = makeStyles({
  actions: { ...BUTTONS, padding: `0 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}` },
  action: { minWidth: 'auto', maxWidth: '100%' },
});

interface RowProps<R extends ListRow> {
  readonly row: R;
  readonly isCurrent: boolean;
  readonly actions: FindingActions;
}

export function ListRowView({ row, ...props }: RowProps<ListRow>): ReactElement {
  if (row.kind === 'section') return <SectionRowView row={row} {...props} />;
  if (row.kind === 'group') return <GroupRowView row={row} {...props} />;
  return <FindingRowView row={row} {...props} />;
}

function Chevron({ isOpen }: { readonly isOpen: boolean }): ReactElement {
  return isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />;
}

function SectionRowView({ row, isCurrent, actions }: RowProps<SectionRow>): ReactElement {
  const styles = useRowStyles();
  const { language } = usePane().words;
  const words = FINDING_WORDS[language];
  return (
    <h2 className={styles.section}>
      <button
        type="button"
        className={styles.row}
        aria-expanded={row.isOpen}
        tabIndex={isCurrent ? 0 : -1}
        onFocus={() => actions.onReach(row)}
        onClick={() => actions.onToggle(row)}
      >
        <Shape kind={SHAPES[row.section]} />
        <span>
          {words.sections[row.section]} <span className={styles.quiet}>{words.number(row.count)}</span>
        </span>
        <Chevron isOpen={row.isOpen} />
      </button>
    </h2>
  );
}

function GroupRowView({ row, isCurrent, actions }: RowProps<GroupRow>): ReactElement {
  const styles = useRowStyles();
  const { language } = usePane().words;
  const words = FINDING_WORDS[language];
  const { views } = actions;
  const { group, isOpen } = row;
  const { entries } = group;
  const title = views.titleOf(group);
  const subtitle = views.subtitleOf(group);
  const amount = worstAmountOf(group);
  return (
    <>
      <h3 className={styles.group}>
        <button
          type="button"
          className={styles.row}
          aria-expanded={isOpen}
          tabIndex={isCurrent ? 0 : -1}
          onFocus={() => actions.onReach(row)}
          onClick={() => actions.onToggle(row)}
        >
          <Chevron isOpen={isOpen} />
          <span className={mergeClasses(styles.text, isOpen ? styles.bold : styles.regular)}>
            {title}
            <span className={mergeClasses(styles.quiet, styles.count)}>
              {' '}
              {words.count(entries.length, views.areRows(group))}
            </span>
            {subtitle !== '' && <span className={mergeClasses(styles.small, styles.below)}>{subtitle}</span>}
          </span>
          {amount !== null && !isOpen && (
            <span className={mergeClasses(styles.quiet, styles.amount)}>
              <span className={styles.hidden}>{words.worst} </span>
              {formatAmount(amount, language)}
            </span>
          )}
        </button>
      </h3>
      {isOpen && entries.length > 1 && group.section !== 'accepted' && <GroupActions group={group} actions={actions} />}
    </>
  );
}

/** The corrections and the acceptance of all the findings of a group. */
function GroupActions({ group, actions }: Pick<GroupRow, 'group'> & Pick<RowProps<GroupRow>, 'actions'>): ReactElement {
  const styles = useStyles();
  const { views, isBusy } = actions;
  const words = FINDING_WORDS[views.language];
  const { entries } = group;
  const title = views.titleOf(group);
  const certain = entries.filter(({ isCertain }) => isCertain);
  return (
    <div className={styles.actions}>
      {certain.length > 1 && (
        <Button
          size="small"
          className={styles.action}
          disabled={isBusy}
          aria-label={`${words.seeCorrections(certain.length)}, ${title}`}
          onClick={() => actions.onCorrect(certain)}
        >
          {words.seeCorrections(certain.length)}
        </Button>
      )}
      <Button
        size="small"
        appearance="subtle"
        className={styles.action}
        disabled={isBusy}
        aria-label={`${words.acceptGroup(entries.length)} ${title}`}
        onClick={() => actions.onAccept(entries[0], group, true)}
      >
        {words.acceptGroup(entries.length)}
      </Button>
    </div>
  );
}

function FindingRowView({ row, isCurrent, actions }: RowProps<FindingRow>): ReactElement {
  const styles = useRowStyles();
  const { language } = usePane().words;
  const { views } = actions;
  const { entry, group } = row;
  const place = views.rowNameOf(entry.finding);
  return (
    <div className={mergeClasses(isCurrent && styles.current)}>
      <button
        type="button"
        className={styles.finding}
        aria-current={isCurrent}
        title={`${entry.finding.rule}, ${views.addressOf(entry.finding)}`}
        tabIndex={isCurrent ? 0 : -1}
        onFocus={() => actions.onReach(row)}
        onClick={() => actions.onReach(row)}
        onDoubleClick={() => actions.onGo(entry.finding)}
      >
        <span className={styles.text}>
          {views.nameOf(entry, group)} <span className={styles.small}>{place}</span>
        </span>
        {entry.amount !== null && <span className={styles.amount}>{formatAmount(entry.amount, language)}</span>}
      </button>
      {isCurrent && (
        <FindingDetail
          finding={entry.finding}
          views={views}
          isBusy={actions.isBusy}
          onDecide={(act) => actions.onDecide(row, act)}
          onAccept={() => actions.onAccept(entry, group, false)}
        />
      )}
    </div>
  );
}
