/** The number of duties late or due soon, above the envelopes, with a link to the list. */
import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import { dutyViews } from './duty-views';
import { DUTY_WORDS } from './duty-words';
import { usePane } from '../shared/pane-context';

interface DutyReminderProps extends ControlledDossier {
  readonly onShow: () => void;
}

export function DutyReminder({ dossier, report, onShow }: DutyReminderProps): ReactElement | null {
  const texts = DUTY_WORDS[usePane().words.language];
  const views = useMemo(() => dutyViews(dossier, report), [dossier, report]);
  const [late, soon] = (['late', 'soon'] as const).map(
    (wanted) => views.filter(({ status }) => status === wanted).length,
  );
  if (!late && !soon) return null;
  return (
    <MessageBar intent={late ? 'error' : 'warning'} layout="multiline">
      <MessageBarBody>
        {texts.reminder(late ?? 0, soon ?? 0)}{' '}
        <Link as="button" onClick={onShow}>
          {texts.show}
        </Link>
      </MessageBarBody>
    </MessageBar>
  );
}
