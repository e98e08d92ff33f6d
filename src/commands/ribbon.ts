/**
 * The ribbon buttons that act without the pane. They are associated while the page loads, since Excel drops the click
 * on a button that has no code yet; a click then waits for the session. Excel blocks a button until `completed` is
 * called, which happens whatever the outcome; the pane is then shown, with the message.
 */
import { onRibbonCommand, showPane, type RibbonEvent } from '../adapters/excel/office';
import type { Session } from '../application/session/session';

/** The names of the manifest's actions. */
export const COMMANDS = {
  control: (session: Session) => session.refresh(),
  /** Shown in the pane before they are written, as when the pane asks for them. */
  generateDocuments: (session: Session) => session.documents.prepare(),
  undoLastWrite: (session: Session) => session.undo(),
} as const satisfies Readonly<Record<string, (session: Session) => Promise<void>>>;

export class RibbonCommands {
  private give: (session: Session | Promise<Session>) => void = () => undefined;
  private readonly session = new Promise<Session>((resolve) => (this.give = resolve));

  /** Associates the buttons with their commands; at once, before Office is ready. */
  associate(): void {
    for (const [id, act] of Object.entries(COMMANDS))
      onRibbonCommand(id, (event) => void carryOutCommand(event, async () => act(await this.session)));
  }

  /** Gives the session that the buttons act on. When it cannot start, each click is released and does nothing. */
  connect(session: Promise<Session>): void {
    this.give(session);
  }
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

/** The buttons of this runtime; a module-level object, since Excel calls them by name. */
export const ribbon = new RibbonCommands();
