/** The tabs as a menu, on the line of the header, where there is no room for both. Fetched when the room lacks. */
import {
  Button,
  makeStyles,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { usePane } from '../shared/pane-context';
import { TABS, useScreens } from '../shared/screens';
import { tabName, type TabCounts } from './tab-names';

const useStyles = makeStyles({
  button: { minWidth: 0, padding: `0 ${tokens.spacingHorizontalXS}`, fontWeight: tokens.fontWeightSemibold },
});

export function ScreenMenu({ counts }: { readonly counts: TabCounts }): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { tab, goTo } = useScreens();
  return (
    <Menu
      checkedValues={{ screen: [tab] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = TABS.find((name) => checkedItems.includes(name));
        if (chosen) goTo(chosen);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="transparent"
          className={styles.button}
          icon={<ChevronDown16Regular />}
          iconPosition="after"
          aria-label={`${tabName(tab, counts, words)}, ${words.screens}`}
        >
          {words.tabs[tab]}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {TABS.map((name) => (
            <MenuItemRadio key={name} name="screen" value={name} persistOnClick={false}>
              {tabName(name, counts, words)}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
