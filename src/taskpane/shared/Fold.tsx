/**
 * Content that a button unfolds. A button, never `<summary>`: Office.js moves the focus along its own list of elements,
 * which has no `<summary>`, so that a keyboard would never reach it. Escape folds it again.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useId, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';

const useStyles = makeStyles({
  button: {
    minWidth: 0,
    maxWidth: '100%',
    padding: 0,
    justifyContent: 'flex-start',
    textAlign: 'left',
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightRegular,
  },
});

export interface FoldProps {
  readonly label: ReactNode;
  /** The accessible name where several folds of a screen have the same label; it begins with that label. */
  readonly name?: string;
  readonly className?: string;
  /** Given with `onToggle` where another component decides. */
  readonly isOpen?: boolean;
  readonly isOpenFirst?: boolean;
  readonly onToggle?: (isOpen: boolean) => void;
  /** Content that is made when first shown; it is kept afterwards, with what was typed in it. */
  readonly isLate?: boolean;
  readonly children: ReactNode;
}

export function Fold({ label, name, className, isLate = false, children, ...state }: FoldProps): ReactElement {
  const styles = useStyles();
  const contentId = useId();
  const [isUnfolded, setUnfolded] = useState(state.isOpenFirst ?? false);
  const isOpen = state.isOpen ?? isUnfolded;
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  const toggle = (): void => {
    setUnfolded(!isOpen);
    state.onToggle?.(!isOpen);
  };
  const foldOnEscape = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Escape' || !isOpen || event.defaultPrevented || isTyping(event.target)) return;
    event.preventDefault();
    toggle();
    event.currentTarget.querySelector('button')?.focus();
  };
  return (
    <div className={className} onKeyDown={foldOnEscape}>
      <Button
        size="small"
        appearance="transparent"
        className={styles.button}
        icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        aria-expanded={isOpen}
        aria-controls={contentId}
        aria-label={name}
        onClick={toggle}
      >
        {label}
      </Button>
      <div id={contentId} hidden={!isOpen}>
        {(!isLate || wasOpen) && children}
      </div>
    </div>
  );
}

/** Escape in a field is the field's own: it must not hide what is being typed. */
function isTyping(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea, select, form') !== null;
}
