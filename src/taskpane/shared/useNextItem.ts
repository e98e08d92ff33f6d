/**
 * The focus after a decision that removes an item of a list (the next item, or the heading once the list is empty), and
 * after a form in the place of a button is closed (that button).
 */
import { useEffect, useRef, type MouseEvent, type RefObject } from 'react';
import { isRefused } from './forms/is-refused';
import { usePane } from './pane-context';

export interface NextItem<L extends HTMLElement> {
  /** For the list, whose items take the focus. */
  readonly list: RefObject<L | null>;
  /** For the heading, which takes the focus. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Carries out a decision on the item at this position. */
  readonly decide: (index: number, act: () => Promise<void>) => Promise<void>;
}

/**
 * `items` is another object once the decision is carried out; it may change before, when the workbook is read again: the
 * focus waits until the item is gone. An item that stays takes the focus itself where the button pressed is gone.
 */
export function useNextItem<L extends HTMLElement>(items: unknown): NextItem<L> {
  const { session } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<L>(null);
  const left = useRef<{ readonly index: number; readonly item: Element | undefined } | null>(null);
  useEffect(() => {
    if (left.current === null || left.current.item?.isConnected) return;
    const next = list.current?.children[left.current.index];
    (next instanceof HTMLElement ? next : heading.current)?.focus();
    left.current = null;
  }, [items]);
  const decide = async (index: number, act: () => Promise<void>): Promise<void> => {
    left.current = { index, item: list.current?.children[index] };
    await act();
    const isLost = document.activeElement === null || document.activeElement === document.body;
    const { item } = left.current ?? {};
    if (isLost && item instanceof HTMLElement && item.isConnected) item.focus();
    if (isRefused(session.state().notice)) left.current = null;
  };
  return { list, heading, decide };
}

export interface FormOpener<E extends HTMLElement> {
  /** For the element that holds the buttons, each time it is there. */
  readonly ref: RefObject<E | null>;
  readonly onClickCapture: (event: MouseEvent<E>) => void;
}

/** The button that a form replaced, or put out of use, has the focus again once the form is closed. */
export function useFormOpener<E extends HTMLElement>(isOpen: boolean): FormOpener<E> {
  const ref = useRef<E>(null);
  const pressed = useRef(-1);
  useEffect(() => {
    if (isOpen || document.activeElement !== document.body) return;
    buttonsOf(ref.current)[pressed.current]?.focus();
  }, [isOpen]);
  const onClickCapture = ({ target, currentTarget }: MouseEvent<E>): void => {
    pressed.current = buttonsOf(currentTarget).findIndex((button) => target instanceof Node && button.contains(target));
  };
  return { ref, onClickCapture };
}

function buttonsOf(place: HTMLElement | null): readonly HTMLElement[] {
  return [...(place?.querySelectorAll('button') ?? [])];
}
