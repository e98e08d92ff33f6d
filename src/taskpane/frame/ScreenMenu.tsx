/** The tabs as a menu: its entries, opened from their button on the line of the header. Fetched when the room lacks. */
import { Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../shared/pane-context';
import { TABS, useScreens } from '../shared/screens';
import { ScreenButton } from './ScreenButton';
import { tabName, type TabCounts } from './tab-names';

interface ScreenMenuProps {
  readonly counts: TabCounts;
  /** The button was pressed before the entries were there. */
  readonly isOpenFirst: boolean;
}

export function ScreenMenu({ counts, isOpenFirst }: ScreenMenuProps): ReactElement {
  const { words } = usePane();
  const { tab, goTo } = useScreens();
  return (
    <Menu
      defaultOpen={isOpenFirst}
      checkedValues={{ screen: [tab] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = TABS.find((name) => checkedItems.includes(name));
        if (chosen) goTo(chosen);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <ScreenButton counts={counts} />
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
