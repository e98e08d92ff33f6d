/**
 * A drawer over the screens: the whole pane where it is narrow, the right half of a wide one. Its title takes the
 * focus, Escape closes it, and the focus returns to where it was. It may be rendered anywhere below the frame.
 */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useContext, useEffect, useRef, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { DrawersContext, type Drawers } from './drawers';
import { Frame, type FrameProps } from './Frame';
import { WIDE } from './surfaces';

const useStyles = makeStyles({
  drawer: {
    position: 'absolute',
    inset: 0,
    zIndex: 1,
    height: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    [WIDE]: { left: '50%', borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  },
});

export function Drawer(props: FrameProps): ReactElement | null {
  const styles = useStyles();
  const drawers = useContext(DrawersContext);
  const { outlet } = drawers;
  const heading = useFocusInside(drawers);
  if (outlet === null) return null;
  return createPortal(<Frame {...props} role="dialog" className={styles.drawer} heading={heading} />, outlet);
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
