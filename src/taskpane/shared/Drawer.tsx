/**
 * A drawer over the screens: the whole pane where it is narrow, the right half of a wide one. Its title takes the
 * focus, Escape closes it, and the focus returns to where it was. It may be rendered anywhere below the frame.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useContext, useEffect, useId, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { DrawersContext, type Drawers } from './drawers';
import { usePane } from './pane-context';
import { FOCUS_RING, GUTTER, WIDE } from './surfaces';

const useStyles = makeStyles({
  drawer: {
    position: 'absolute',
    inset: 0,
    zIndex: 1,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    [WIDE]: { left: '50%', borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  head: {
    ...GUTTER,
    display: 'flex',
    alignItems: 'center',
    minHeight: '40px',
    boxSizing: 'border-box',
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    flexGrow: 1,
    minWidth: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    ...FOCUS_RING,
  },
  body: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden', scrollPaddingBottom: '40px' },
  foot: {
    ...GUTTER,
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

export interface DrawerProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Buttons that stay in view. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

export function Drawer({ title, onClose, footer, children }: DrawerProps): ReactElement | null {
  const styles = useStyles();
  const { words } = usePane();
  const drawers = useContext(DrawersContext);
  const { outlet } = drawers;
  const titleId = useId();
  const heading = useFocusInside(drawers);
  if (outlet === null) return null;
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return createPortal(
    <section role="dialog" aria-labelledby={titleId} className={styles.drawer} onKeyDown={closeOnEscape}>
      <div className={styles.head}>
        <h1 id={titleId} ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        <Button appearance="subtle" icon={<Dismiss20Regular />} aria-label={words.close} onClick={onClose} />
      </div>
      <div className={styles.body}>{children}</div>
      {footer && <div className={styles.foot}>{footer}</div>}
    </section>,
    outlet,
  );
}

/** The title takes the focus once it is drawn; what had it before takes it again at the end. */
function useFocusInside({ outlet, enter }: Drawers) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return enter(before);
  }, [outlet, enter]);
  return heading;
}
