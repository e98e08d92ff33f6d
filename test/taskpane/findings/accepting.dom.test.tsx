/** Accepting findings: with a reason and a name, one or a group, still listed, and open again once the row changes. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { faultsOf, openPane, plain, shownFinding, workbookOfRows } from '../../support/excel/pane';

const bad = (ej: string): string => `PDE | Frais annexes | 010300000104 | ${ej} | 15/02/2023 | 1000`;

async function pane(...rows: readonly string[]) {
  window.localStorage.clear();
  const opened = await openPane(workbookOfRows(...rows));
  await opened.user.click(screen.getByRole('tab', { name: /À traiter/ }));
  await shownFinding(opened.user, 'EJ-03');
  return opened;
}
type User = Awaited<ReturnType<typeof pane>>['user'];

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

test('a finding whose row changed while its form was filled in is not accepted, in a typeset sentence', async () => {
  const { user, workbook, timers, session } = await pane(bad('14'), bad('15'));
  await accept(user, 'numéro provisoire', 'Mme Durand');
  act(() => {
    workbook.edit([{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 5, cells: [[{ value: 900 }]] }]);
    timers.pass(1000);
  });
  await act(() => session.goTo({ sheet: 'Suivi', row: 0, column: 0 })); // every task asked before is done
  await user.click(screen.getByRole('button', { name: 'Accepter le constat' }));
  expect(await screen.findByText(/^1 constat a changé depuis et n’est pas accepté\.$/)).toBeTruthy();
});
