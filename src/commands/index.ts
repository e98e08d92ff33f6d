/**
 * The ribbon buttons that act without the pane. Excel blocks a button until `completed` is called, which happens
 * whatever the outcome; the pane is then shown, with the message.
 */
import { onRibbonCommand, showPane, type RibbonEvent } from '../adapters/excel/office';
import type { Session } from '../application/session/session';

/** The names of the manifest's actions. */
export const COMMANDS = {
  control: (session: Session) => session.refresh(),
  generateDocuments: (session: Session) => session.documents.generate(),
  undoLastWrite: (session: Session) => session.undo(),
} as const satisfies Readonly<Record<string, (session: Session) => Promise<void>>>;

/** Binds the buttons to the session. */
export function associateCommands(session: Session): void {
  for (const [id, act] of Object.entries(COMMANDS))
    onRibbonCommand(id, (event) => void carryOutCommand(event, () => act(session)));
}

/** Runs the command of one press of a button. */
export async function carryOutCommand(event: RibbonEvent, act: () => Promise<void>): Promise<void> {
  try {
    await act();
    await showPane();
  } finally {
    event.completed();
  }
}
