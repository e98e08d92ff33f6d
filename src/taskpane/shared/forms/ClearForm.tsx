/**
 * « Vider le formulaire »: a form that gives back its draft also starts again. Its entry is one press away until
 * something else is typed.
 */
import { Button } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Language } from '../../../messages/language';
import { usePane } from '../pane-context';

const TEXTS: Readonly<Record<Language, { readonly clear: string; readonly restore: string }>> = {
  fr: { clear: 'Vider le formulaire', restore: 'Rétablir la saisie' },
  en: { clear: 'Clear the form', restore: 'Restore the entry' },
};

export interface ClearFormProps<T> {
  readonly className?: string;
  readonly draft: T;
  readonly empty: T;
  readonly onChange: (draft: T) => void;
}

/** Absent while there is nothing to clear, nor to restore. */
export function ClearForm<T>({ className, draft, empty, onChange }: ClearFormProps<T>): ReactElement | null {
  const texts = TEXTS[usePane().words.language];
  const [cleared, setCleared] = useState<T | null>(null);
  const isEmpty = draft === empty;
  if (isEmpty && cleared === null) return null;
  const press = (): void => {
    if (!isEmpty) setCleared(draft);
    onChange(isEmpty && cleared !== null ? cleared : empty);
  };
  return (
    <Button className={className} appearance="subtle" size="small" onClick={press}>
      {isEmpty ? texts.restore : texts.clear}
    </Button>
  );
}
