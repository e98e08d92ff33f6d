/** The pane over a workbook in memory, as a user opens it. */
import { webcrypto } from 'node:crypto';
import { act, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import type { PackPublication } from '../../../src/application/documents/publication';
import { Session } from '../../../src/application/session/session';
import { success } from '../../../src/domain/result';
import type { Language } from '../../../src/messages/language';
import { App } from '../../../src/taskpane/App';
import { Drafts } from '../../../src/taskpane/shared/forms/drafts';
import type { Pane } from '../../../src/taskpane/shared/pane-context';
import { paneWords } from '../../../src/taskpane/shared/pane-words';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { keptConvention } from '../conventions';
import { ledgerWorkbook } from '../ledgers/ledger-workbook';
import { HandClock, HandTimers, MemoryWorkbook, noFiles } from './memory-workbook';

/** jsdom lays nothing out. */
class NoResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver = NoResizeObserver;
/** jsdom draws nothing either, and would print an error each time axe asks for it. */
HTMLCanvasElement.prototype.getContext = () => null;
/** The list of findings draws the rows in view: a view of 600 lines of 32 pixels here. */
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 32 * 600 });
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { get: () => 32 });
/**
 * No style rule reaches jsdom, which would match each of Fluent's rules against each element that is looked up by role:
 * half of the time of these tests. What is hidden here is hidden by an attribute.
 */
CSSStyleSheet.prototype.insertRule = () => 0;
/**
 * Fluent moves the mark of the chosen tab on the next frame, long after the click of the test: a frame is wrapped in
 * React's `act`, as an event is.
 */
const nextFrame = globalThis.requestAnimationFrame;
globalThis.requestAnimationFrame = (callback) => nextFrame((time) => act(() => callback(time)));

/** Looking by role over a long list takes a while on a busy machine. */
configure({ asyncUtilTimeout: 120_000 }); // as long as a busy machine needs

export interface OpenedPane {
  readonly session: Session;
  readonly workbook: MemoryWorkbook;
  readonly timers: HandTimers;
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly container: HTMLElement;
}

/** The package is made by the code of the command line, in the pane as here. */
export const pack: PackPublication = async (dossier, report, choices) => {
  const files = await import('../../../src/adapters/xlsx/publication-files');
  return files.packPublication(
    dossier,
    report,
    { ...choices, created: '2024-01-15T09:30:00.000Z' },
    undefined,
    async (bytes) => webcrypto.subtle.digest('SHA-256', Buffer.from(bytes)),
  );
};

/** The example of the add-in, in the place of its bytes. */
export const EXAMPLE = new Uint8Array([0x50, 0x4b]);
export const anExample: Pane['fetchExample'] = () => Promise.resolve(success(EXAMPLE));

/** The parts of the pane that are fetched when they are first looked at. */
const LATER = [
  import('../../../src/taskpane/documents/DocumentsPanel'),
  import('../../../src/taskpane/documents/PreviewDrawer'),
  import('../../../src/taskpane/help/HelpDrawer'),
  import('../../../src/application/documents/document-states'),
  import('../../../src/taskpane/duties/DutiesPanel'),
  import('../../../src/taskpane/findings/FindingsPanel'),
  import('../../../src/taskpane/figures/FigureDrawer'),
  import('../../../src/taskpane/frame/HeaderDetails'),
  import('../../../src/taskpane/frame/PaneMessages'),
  import('../../../src/taskpane/situation/Awaits'),
  import('../../../src/taskpane/situation/EnvelopeDetail'),
  import('../../../src/taskpane/welcome/Welcome'),
];

/** Opens the pane on the last day of the convention of 2023. */
export async function openPane(
  contents: WorkbookSnapshot,
  language: Language = 'fr',
  drafts = new Drafts(),
): Promise<OpenedPane> {
  // Fetched once, as after the first look at each: a test then waits for nothing that a user would not.
  await Promise.all(LATER);
  const workbook = new MemoryWorkbook(contents);
  const timers = new HandTimers();
  const session = new Session(workbook, new HandClock('2023-12-31'), timers, noFiles);
  const words = await paneWords(language);
  const { container } = render(
    <App pane={{ session, words, drafts, packPublication: pack, fetchExample: anExample }} isDark={false} />,
  );
  await act(() => session.start());
  return { session, workbook, timers, user: userEvent.setup(), container };
}

/** A workbook with the convention of 2023, kept well, and these rows of a ledger. */
export function workbookOfRows(...rows: readonly string[]): WorkbookSnapshot {
  const headings =
    "Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date d'engagement | Montant AE | Date de service fait | Date de paiement | Montant CP";
  return ledgerWorkbook(keptConvention('activity', 'ministerialAxis2'), [headings, ...rows].join('\n'));
}

export const RIGHT_ROW = 'PDE | Frais annexes | 010300000104 | 1400000001 | 15/02/2023 | 1000';

/** Unfolds the header, where the date, the ledger, the columns and the reading are; the first steps have none. */
export async function unfoldHeader(user: OpenedPane['user']): Promise<void> {
  const button = screen.getAllByRole('button').find((one) => one.getAttribute('aria-controls') === 'header-details');
  if (!button) return;
  if (button.getAttribute('aria-expanded') === 'false') await user.click(button);
  await screen.findByLabelText(/^(Situation au|As of)$/);
}

/** Shows « Documents », once each document has been compared with the ledger. */
export async function openDocuments(user: OpenedPane['user']): Promise<void> {
  await user.click(screen.getByRole('tab', { name: 'Documents' }));
  await documentsCompared();
}

/** Waits until each document has been compared with the ledger as it is now; in French. */
export async function documentsCompared(): Promise<void> {
  await screen.findByText(/^\d+ à jour/);
}

/** The ledger that the unfolded header names. */
export async function ledgerShown(user: OpenedPane['user']): Promise<string> {
  await unfoldHeader(user);
  return plain((await screen.findByText(/^(Suivi|Ledger)$/, { selector: 'dt' })).nextElementSibling?.textContent);
}

/** No-break spaces as ordinary ones. */
export const plain = (text: string | null | undefined): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

/** The row of the first finding of a rule, with every group unfolded and its own sentences shown. */
export async function shownFinding(user: OpenedPane['user'], rule: string): Promise<HTMLElement> {
  await screen.findByRole('list', { name: 'Constats par cause' });
  const unfold = screen.queryByRole('button', { name: 'Tout déplier' });
  if (unfold) await user.click(unfold);
  const [button] = screen.getAllByTitle(new RegExp(`^${rule}, `));
  await user.click(button as HTMLElement);
  return (button as HTMLElement).closest('li') as HTMLElement;
}

/**
 * Faults that axe finds in the pane as it is when asked: what it draws meanwhile waits. Contrast needs a layout, which
 * jsdom lacks; landmarks belong to the page.
 */
export async function faultsOf(container: HTMLElement): Promise<string[]> {
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
  const { violations } = await act<axe.AxeResults>(async () => axe.run(container, { rules }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
