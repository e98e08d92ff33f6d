/** Who accepted a finding, when and why; and whether the row changed since. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Acceptance } from '../../domain/controls/findings/acceptance';
import { formatDate } from '../../messages/format';
import { usePane } from '../shared/pane-context';

const useStyles = makeStyles({
  acceptance: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

export interface AcceptanceLineProps {
  readonly acceptance: Acceptance;
  readonly isLapsed: boolean;
}

export function AcceptanceLine({ acceptance, isLapsed }: AcceptanceLineProps): ReactElement {
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
