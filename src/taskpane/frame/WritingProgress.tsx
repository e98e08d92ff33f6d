/** A writing that lasts: how far it is, and the button that stops it. A short one shows nothing. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import { usePane, useSessionState } from '../shared/pane-context';

/** Milliseconds after which a writing is long enough to be shown. */
const LASTING = 500;

const useStyles = makeStyles({
  note: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export function WritingProgress(): ReactElement | null {
  const styles = useStyles();
  const { session, words } = usePane();
  const { activity, progress } = useSessionState();
  const isWriting = activity === 'writing';
  const [isLasting, setLasting] = useState(false);
  const [isStopping, setStopping] = useState(false);
  useEffect(() => {
    if (!isWriting) return undefined;
    const timer = setTimeout(() => setLasting(true), LASTING);
    return () => {
      clearTimeout(timer);
      setLasting(false);
      setStopping(false);
    };
  }, [isWriting]);
  if (!isWriting || !isLasting) return null;
  const stop = (): void => {
    session.stopWriting();
    setStopping(true);
  };
  const text = progress ? words.activity.progress(progress.done, progress.total) : words.activity.writing;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        {text}
        <span className={styles.note}>{words.activity.stopNote}</span>
        <ProgressBar aria-label={text} {...(progress && { value: progress.done, max: progress.total })} />
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabledFocusable={isStopping} onClick={stop}>
          {isStopping ? words.activity.stopping : words.activity.stop}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
