/**
 * The frame of a drawer, and of a screen that takes the whole pane: the title and the button that closes it above, the
 * buttons that stay in view below, and between them the content, which scrolls. Escape closes it.
 */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactElement, type ReactNode, type RefObject } from 'react';
import { usePane } from './pane-context';
import { FOCUS_RING, GUTTER } from './surfaces';

/** Pixels kept around a focused field: those of its label, and of its message. */
const ROOM = 28;

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', height: '100%' },
  head: {
    ...GUTTER,
    display: 'flex',
    alignItems: 'center',
    minHeight: '40px',
    boxSizing: 'border-box',
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalXS, // the ring of a title on two lines is whole
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
  body: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden', scrollPaddingBlock: `${ROOM}px` },
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

export interface FrameProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Buttons that stay in view. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

interface PlacedFrameProps extends FrameProps {
  readonly role: 'dialog' | 'region';
  readonly className?: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

export function Frame(props: PlacedFrameProps): ReactElement {
  const { title, onClose, footer, children, role, className, heading } = props;
  const styles = useStyles();
  const { words } = usePane();
  const titleId = useId();
  const body = useRef<HTMLDivElement>(null);
  useFocusInView(body);
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <section
      role={role}
      aria-labelledby={titleId}
      className={mergeClasses(styles.frame, className)}
      onKeyDown={closeOnEscape}
    >
      <div className={styles.head}>
        <h1 id={titleId} ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        <Button appearance="subtle" icon={<Dismiss20Regular />} aria-label={words.close} onClick={onClose} />
      </div>
      <div ref={body} className={styles.body}>
        {children}
      </div>
      {footer && <div className={styles.foot}>{footer}</div>}
    </section>
  );
}

/** A screen that takes the whole pane. Its title takes the focus, since the button that was pressed is gone. */
export function Screen(props: FrameProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return <Frame {...props} role="region" heading={heading} />;
}

/**
 * The foot may grow while one types, with an answer: the field that has the focus then stays in sight. The content
 * alone scrolls: `scrollIntoView` would move the page of Excel too.
 */
function useFocusInView(body: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = body.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      const { activeElement } = document;
      if (activeElement?.matches(FIELDS) && element.contains(activeElement))
        element.scrollTop += overflowOf(activeElement.getBoundingClientRect(), element.getBoundingClientRect());
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [body]);
}

const FIELDS = 'input, select, textarea';

/** Pixels by which a field and its room are below the frame; negative when they are above it. */
function overflowOf(field: DOMRect, frame: DOMRect): number {
  return Math.max(0, field.bottom + ROOM - frame.bottom) - Math.max(0, frame.top + ROOM - field.top);
}
