/**
 * The buttons of the ribbon that act without the pane. Excel waits for `completed` before it lets the user press again,
 * so it is told whatever happens; the outcome is a message in the pane, which is shown.
 */
import { onRibbonCommand, showPane, type RibbonEvent } from '../adapters/excel/office';
import type { Session } from '../application/session/session';

/** The names of the manifest's actions. */
export const COMMANDS = {
  control: (session: Session) => session.refresh(),
  generateDocuments: (session: Session) => session.documents.generate(),
  undoLastWrite: (session: Session) => session.undo(),
} as const satisfies Readonly<Record<string, (session: Session) => Promise<void>>>;

/** Ties the buttons to the session. */
export function associateCommands(session: Session): void {
  for (const [id, act] of Object.entries(COMMANDS))
    onRibbonCommand(id, (event) => void carryOutCommand(event, () => act(session)));
}

/** Carries out one press of a button. */
export async function carryOutCommand(event: RibbonEvent, act: () => Promise<void>): Promise<void> {
  try {
    await act();
    await showPane();
  } finally {
    event.completed();
  }
}
