/**
 * The focus in the list: on the row that the user moves to and, after a decision that removes a finding, on the next
 * one, else on the heading.
 */
import { useEffect, useRef, useState, type RefObject } from 'react';
import { isRefused } from '../shared/forms/is-refused';
import { usePane } from '../shared/pane-context';
import { rowAfter, type ListRow } from './finding-list';

export interface RowFocus {
  /** For the element that contains the list. */
  readonly container: RefObject<HTMLDivElement | null>;
  /** For the heading that takes the focus when no row is left. */
  readonly heading: RefObject<HTMLParagraphElement | null>;
  /** Moves to a row, with the focus. */
  readonly moveTo: (row: ListRow | null) => void;
  /** Carries a decision on a row out, then moves on. */
  readonly decide: (row: ListRow | null, act: () => Promise<void>) => Promise<void>;
}

interface Decision {
  readonly before: readonly ListRow[];
  readonly decided: string;
  readonly isDone: boolean;
}

/** `isStale`: the rows are those before the decision, and others are being made. */
export function useRowFocus(
  rows: readonly ListRow[],
  isStale: boolean,
  setCurrent: (key: string | null) => void,
): RowFocus {
  const { session } = usePane();
  const container = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLParagraphElement>(null);
  const [wanted, setWanted] = useState<{ readonly key: string | null } | null>(null);
  const [decision, setDecision] = useState<Decision | null>(null);

  useEffect(() => {
    if (!wanted) return undefined;
    // A drawer that closes gives the focus back to where it was; this comes after.
    const timer = setTimeout(() => {
      const row = wanted.key === null ? null : rowElement(container.current, rows, wanted.key);
      (row ?? heading.current)?.focus({ preventScroll: row !== null });
      setWanted(null);
    }, 0);
    return () => clearTimeout(timer);
  }, [wanted, rows]);

  useEffect(() => {
    if (!decision?.isDone || isStale) return undefined;
    const timer = setTimeout(() => {
      setDecision(null);
      const next = rowAfter(decision.before, decision.decided, rows);
      setCurrent(next?.key ?? null);
      setWanted({ key: next?.key ?? null });
    }, 0);
    return () => clearTimeout(timer);
  }, [decision, rows, isStale, setCurrent]);

  const moveTo = (row: ListRow | null): void => {
    if (!row) return;
    setCurrent(row.key);
    setWanted({ key: row.key });
  };
  const decide = async (row: ListRow | null, act: () => Promise<void>): Promise<void> => {
    const asked = { before: rows, decided: row?.key ?? '', isDone: false };
    await act();
    const isWritten = !isRefused(session.state().notice);
    if (isWritten) setDecision({ ...asked, isDone: true });
  };
  return { container, heading, moveTo, decide };
}

function rowElement(
  container: HTMLElement | null,
  rows: readonly ListRow[],
  key: string,
): HTMLElement | null | undefined {
  const position = rows.findIndex((row) => row.key === key);
  return container?.querySelector<HTMLElement>(`[data-index="${position}"] button`);
}
