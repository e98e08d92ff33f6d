/** The icon of a severity: its shape differs as well as its colour, for users who do not distinguish colours. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircle16Filled, Info16Filled, Warning16Filled } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Severity } from '../../domain/controls/findings/finding';
import { severityLabel } from '../../messages/labels';
import { usePane } from '../shared/pane-context';

const ICONS = { error: ErrorCircle16Filled, warning: Warning16Filled, info: Info16Filled } as const;

const useStyles = makeStyles({
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
});

export function SeverityIcon({ severity }: { readonly severity: Severity }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const Icon = ICONS[severity];
  return <Icon className={styles[severity]} aria-label={severityLabel(severity, words.language)} role="img" />;
}
