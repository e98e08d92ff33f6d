/** « Accepter… »: a finding stays with a reason, given by somebody. */
import type { ReactElement } from 'react';
import type { Finding } from '../../domain/controls/findings/finding';
import { usePane } from '../shared/pane-context';
import { ReasonForm } from '../shared/forms/ReasonForm';

export interface AcceptFormProps {
  readonly finding: Finding;
  readonly busy: boolean;
  readonly onClose: () => void;
}

export function AcceptForm({ finding, busy, onClose }: AcceptFormProps): ReactElement {
  const { session, words } = usePane();
  return (
    <ReasonForm
      title={words.findings.accept}
      decision={JSON.stringify([finding.rule, finding.place])}
      authorLabel={words.findings.author}
      confirmLabel={words.findings.acceptNow}
      busy={busy}
      onClose={onClose}
      onGiven={(given) => session.findings.acceptGap(finding, given)}
    />
  );
}
