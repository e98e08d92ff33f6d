/** Accepting findings: with a reason and a name, one or a group, still listed, and open again once the row changes. */
import { act, screen, waitFor, within } from '@testing-library/react';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { faultsOf, openPane, plain, shownFinding, workbookOfRows } from '../../support/excel/pane';
import { withStoppedWriting } from '../../support/excel/stopped-writing';

const bad = (ej: string): string => `PDE | Frais annexes | 010300000104 | ${ej} | 15/02/2023 | 1000`;

function pane(...rows: readonly string[]) {
  return paneOver(workbookOfRows(...rows));
}

async function paneOver(workbook: WorkbookSnapshot) {
  window.localStorage.clear();
  const opened = await openPane(workbook);
  await opened.user.click(screen.getByRole('tab', { name: /À traiter/ }));
  await shownFinding(opened.user, 'EJ-03');
  return opened;
}
type Opened = Awaited<ReturnType<typeof pane>>;
type User = Opened['user'];

const list = () => screen.getByRole('list', { name: 'Constats par cause' });
const badEj = () => within(list()).getAllByTitle(/^EJ-03, /);
const drawer = () => screen.getByRole('dialog');

async function accept(user: User, reason: string, author: string): Promise<void> {
  await user.click(badEj()[0] as HTMLElement);
  await user.click(screen.getByRole('button', { name: /^Accepter… ligne/ }));
  if (reason !== '') await user.type(screen.getByRole('textbox', { name: /Motif/ }), reason);
  if (author !== '') await user.type(screen.getByRole('textbox', { name: /Votre nom/ }), author);
}

test('a reason and a name are required: the first missing one takes the focus', async () => {
  const { user, workbook, container } = await pane(bad('14'));
  await accept(user, '', '');
  await user.click(screen.getByRole('button', { name: 'Accepter le constat' }));
  expect(plain(drawer().textContent)).toContain('Saisissez le motif : il sera lu lors d’un contrôle.');
  expect(plain(drawer().textContent)).toContain('Saisissez votre nom.');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Motif/ }));
  expect(workbook.calls).not.toContain('apply');
  expect(await faultsOf(container)).toEqual([]);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('it stays listed apart with who, when and why, no longer counted by the tab; the name is kept', async () => {
  const { user } = await pane(bad('14'));
  await accept(user, 'numéro provisoire', 'Mme Durand');
  await user.click(screen.getByRole('button', { name: 'Accepter le constat' }));
  await screen.findByRole('button', { name: /^Acceptés 1/, pressed: false });
  expect(screen.getByRole('tab', { name: /À traiter/ }).textContent).not.toMatch(/1/);
  await user.click(badEj()[0] as HTMLElement);
  expect(plain(list().textContent)).toContain('Accepté le 31/12/2023 par Mme Durand : numéro provisoire');
  expect(window.localStorage.getItem('enveloppe.author')).toBe('Mme Durand');
  await user.click(screen.getByRole('button', { name: /^Rouvrir/ }));
  await waitFor(() => expect(within(list()).queryByRole('button', { name: /^Acceptés/ })).toBeNull());
});

test('a group is accepted at once, for one reason', async () => {
  const { user, session } = await pane(bad('14'), bad('15'), bad('16'));
  await user.click(badEj()[0] as HTMLElement);
  await user.keyboard('a');
  await user.type(screen.getByRole('textbox', { name: /Motif/ }), 'numéros provisoires');
  await user.type(screen.getByRole('textbox', { name: /Votre nom/ }), 'A. Martin');
  await user.click(screen.getByRole('radio', { name: /Les 3 constats/ }));
  await user.click(screen.getByRole('button', { name: 'Accepter les 3 constats' }));
  await waitFor(() => {
    const { phase } = session.state();
    expect(phase.kind === 'ready' && phase.report.accepted.size).toBe(3);
  });
});

test('a change of its row opens it again, and shows it', async () => {
  const { user, workbook, timers, session } = await pane(bad('14'));
  await accept(user, 'numéro provisoire', 'Mme Durand');
  await user.click(screen.getByRole('button', { name: 'Accepter le constat' }));
  await screen.findByRole('button', { name: /^Acceptés 1/, pressed: false });
  act(() => {
    workbook.edit([{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 5, cells: [[{ value: 900 }]] }]);
    timers.pass(1000);
  });
  await act(() => session.goTo({ sheet: 'Suivi', row: 0, column: 0 })); // every task asked before is done
  await user.click(badEj()[0] as HTMLElement);
  expect(plain(list().textContent)).toContain('par Mme Durand : numéro provisoire Rouvert : la ligne a changé depuis.');
});

/** The EJ of the first row, as somebody else types it; `isAnnounced`: Excel has announced the edit. */
async function editEj({ workbook, timers, session }: Opened, ej: string, isAnnounced = true): Promise<void> {
  act(() => {
    workbook.edit([{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 3, cells: [[{ value: ej }]] }]);
    if (isAnnounced) timers.pass(1000);
  });
  if (isAnnounced) await act(() => session.goTo({ sheet: 'Suivi', row: 0, column: 0 })); // every task asked before is done
}

const reason = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Motif/ }).value;
const acceptNow = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Accepter le constat' });

test('a finding that changes while its form is filled in is shown as it is now, and accepted so', async () => {
  const opened = await pane(bad('14'), bad('15'));
  await accept(opened.user, 'numéro provisoire', 'Mme Durand');
  await editEj(opened, '16');
  expect(plain(drawer().textContent)).toMatch(/« 16 ».*Ce constat a changé depuis l’ouverture de ce formulaire/);
  expect(reason()).toBe('numéro provisoire');
  await opened.user.click(acceptNow());
  await screen.findByRole('button', { name: /^Acceptés 1/, pressed: false });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('one that changed and was not announced is not accepted: its form stays, with the reason and the finding of now', async () => {
  const opened = await pane(bad('14'), bad('15'));
  await accept(opened.user, 'numéro provisoire', 'Mme Durand');
  await editEj(opened, '16', false);
  await opened.user.click(acceptNow());
  expect(await screen.findByText(/^1 constat a changé depuis et n’est pas accepté\.$/)).toBeTruthy();
  expect(plain(drawer().textContent)).toMatch(/« 16 ».*Ce constat a changé/);
  expect(reason()).toBe('numéro provisoire');
});

test('one that somebody corrected has nothing left to accept', async () => {
  const opened = await pane(bad('14'), bad('15'));
  await accept(opened.user, 'numéro provisoire', 'Mme Durand');
  await editEj(opened, '1400000001');
  expect(plain(drawer().textContent)).toContain(
    'Ce constat n’est plus à accepter ici : il a été corrigé, déplacé ou déjà accepté. Rien ne sera écrit.',
  );
  expect(acceptNow().disabled).toBe(true);
  expect(reason()).toBe('numéro provisoire');
});

test('the reason of a form that was closed is given back for the same finding alone', async () => {
  const { user } = await pane(bad('14'), bad('15'));
  await accept(user, 'numéro provisoire', '');
  await user.keyboard('{Escape}');
  await user.click(badEj()[1] as HTMLElement);
  await user.click(screen.getByRole('button', { name: /^Accepter… ligne/ }));
  expect(reason()).toBe('');
  await user.keyboard('{Escape}');
  await accept(user, '', '');
  expect(reason()).toBe('numéro provisoire');
});

test('nothing is written while an interrupted writing waits: the form stays open with its reason', async () => {
  const { user } = await paneOver(withStoppedWriting(workbookOfRows(bad('14'))));
  await accept(user, 'numéro provisoire', 'Mme Durand');
  await user.click(acceptNow());
  await screen.findByText(/^Rien n’est écrit/);
  expect(reason()).toBe('numéro provisoire');
});
