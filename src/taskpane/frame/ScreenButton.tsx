/** The button of the menu of screens: the name of the one of the moment. What it opens is given by the menu around it. */
import { Button, makeStyles, tokens, type ButtonProps } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { usePane } from '../shared/pane-context';
import { useScreens } from '../shared/screens';
import { tabName, type TabCounts } from './tab-names';

const useStyles = makeStyles({
  button: { minWidth: 0, padding: `0 ${tokens.spacingHorizontalXS}`, fontWeight: tokens.fontWeightSemibold },
});

export function ScreenButton({ counts, ...menu }: ButtonProps & { readonly counts: TabCounts }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { tab } = useScreens();
  return (
    <Button
      {...menu}
      appearance="transparent"
      className={styles.button}
      icon={<ChevronDown16Regular />}
      iconPosition="after"
      aria-label={`${tabName(tab, counts, words)}, ${words.screens}`}
    >
      {words.tabs[tab]}
    </Button>
  );
}
