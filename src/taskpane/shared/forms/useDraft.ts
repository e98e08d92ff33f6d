/** A form that is given back as it was left: its draft, and whether it is open. */
import { useCallback, useState } from 'react';
import { usePane } from '../pane-context';
import type { FormName } from './drafts';

/** As `useState`, for the draft of a form. Its initial value is that of the empty form, which is not kept. */
export function useDraft<T>(form: FormName, empty: T): readonly [T, (draft: T) => void] {
  const { drafts } = usePane();
  const [draft, setDraft] = useState<T>(() => (drafts.typed(form) as T | undefined) ?? empty);
  const change = useCallback(
    (next: T): void => {
      drafts.type(form, next === empty ? undefined : next);
      setDraft(next);
    },
    [drafts, form, empty],
  );
  return [draft, change];
}

/** Whether a form is open, which it is again after a reload. */
export function useOpenForm(form: FormName): readonly [boolean, (isOpen: boolean) => void] {
  const { drafts } = usePane();
  const [isOpen, setOpen] = useState(() => drafts.isOpen(form));
  const change = useCallback(
    (next: boolean): void => {
      drafts.setOpen(next ? form : null);
      setOpen(next);
    },
    [drafts, form],
  );
  return [isOpen, change];
}
