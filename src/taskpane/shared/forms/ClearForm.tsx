/** « Vider le formulaire »: a form that gives back its draft also starts again. */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Language } from '../../../messages/language';
import { usePane } from '../pane-context';

const CLEAR: Readonly<Record<Language, string>> = { fr: 'Vider le formulaire', en: 'Clear the form' };

export interface ClearFormProps {
  readonly className?: string;
  readonly onClear: () => void;
}

export function ClearForm({ className, onClear }: ClearFormProps): ReactElement {
  const { language } = usePane().words;
  return (
    <Button className={className} appearance="subtle" size="small" onClick={onClear}>
      {CLEAR[language]}
    </Button>
  );
}
