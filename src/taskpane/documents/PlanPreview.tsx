/** The button that prepares a document; what it would write is then shown in the drawer of the preview. */
import { Button } from '@fluentui/react-components';
import { DocumentTable20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { usePane } from '../shared/pane-context';

export interface PlanPreviewProps {
  readonly busy: boolean;
  readonly onPrepare: () => Promise<void>;
}

export function PlanPreview({ busy, onPrepare }: PlanPreviewProps): ReactElement {
  const { words } = usePane();
  return (
    <Button icon={<DocumentTable20Regular />} disabledFocusable={busy} onClick={() => void onPrepare()}>
      {words.documents.prepare}
    </Button>
  );
}
