/** The one place for messages: what Excel is doing, the outcome of the last action, and manual calculation. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useMemo, type ReactElement } from 'react';
import { workbookOf, type Notice } from '../../application/session/session-state';
import { countBroken } from '../../application/writing/our-formulas';
import { describeFailure } from '../../messages/failures';
import type { PaneWords } from './pane-fr';
import { usePane, useSessionState } from './pane-context';
import { HIDDEN } from './surfaces';

const useStyles = makeStyles({
  messages: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  activity: HIDDEN,
});

const INTENTS = {
  failed: 'error',
  written: 'success',
  interrupted: 'warning',
  nothingToWrite: 'info',
  preparedAgain: 'warning',
} as const satisfies Record<Notice['kind'], string>;

export function PaneMessages(): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { activity, notice, calculatesOnDemand, progress } = useSessionState();
  return (
    <div className={styles.messages}>
      <div role="status" className={styles.activity}>
        {activity === 'idle' ? '' : words.activity[activity]}
      </div>
      {activity === 'waiting' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.activity.waiting}</MessageBarBody>
        </MessageBar>
      )}
      {progress && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.activity.progress(progress.done, progress.total)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => session.stopWriting()}>
              {words.activity.stop}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {calculatesOnDemand && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.onDemand}</MessageBarBody>
        </MessageBar>
      )}
      <BrokenFormulas />
      <div>
        <div role="status">{notice?.kind !== 'failed' && <NoticeBar />}</div>
        <div role="alert">{notice?.kind === 'failed' && <NoticeBar />}</div>
      </div>
    </div>
  );
}

/** The outcome of the last action. */
function NoticeBar(): ReactElement | null {
  const { session, words } = usePane();
  const { notice } = useSessionState();
  if (!notice) return null;
  const isUsed = notice.kind === 'failed' && notice.failure.code === 'sheetReferenced';
  return (
    <MessageBar intent={INTENTS[notice.kind]} layout="multiline">
      <MessageBarBody>{textOf(notice, words)}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<Dismiss20Regular />}
            aria-label={words.dismiss}
            onClick={() => session.dismissNotice()}
          />
        }
      >
        {isUsed &&
          (['keep', 'delete'] as const).map((used) => (
            <Button key={used} size="small" onClick={() => void session.undo(used)}>
              {words.undoUsed[used]}
            </Button>
          ))}
      </MessageBarActions>
    </MessageBar>
  );
}

/** Formulas of ours that Excel left at `#NAME?`, with the button that enters them again. */
function BrokenFormulas(): ReactElement | null {
  const { session, words } = usePane();
  const { activity, phase } = useSessionState();
  const workbook = workbookOf(phase);
  const broken = useMemo(() => (workbook ? countBroken(workbook) : 0), [workbook]);
  if (broken === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{words.formulas.broken(broken)}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabled={activity !== 'idle'} onClick={() => void session.formulas.correct()}>
          {words.formulas.correct}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function textOf(notice: Notice, words: PaneWords): string {
  switch (notice.kind) {
    case 'failed': {
      const { sentence, remedy } = describeFailure(notice.failure, words.language);
      return `${sentence} ${remedy}`;
    }
    case 'written': {
      const { sheetsAdded, sheetsChanged, cells } = notice.summary;
      const done = words.notices.written[notice.purpose](cells, [...sheetsAdded, ...sheetsChanged].join(', '));
      const page = notice.undressed.length === 0 ? [] : [words.notices.undressed(notice.undressed.join(', '))];
      return [done, ...page, ...(notice.isUndoKept ? [] : [words.notices.undoneHereOnly])].join(' ');
    }
    case 'interrupted':
      return words.notices.interrupted(words.documents.undo[notice.purpose]);
    case 'nothingToWrite':
      return words.notices.nothing[notice.purpose];
    case 'preparedAgain':
      return words.notices.preparedAgain;
  }
}
