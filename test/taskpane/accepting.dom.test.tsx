/** Accepting a finding: with a reason and an author, still listed, and open again once its row changes. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { faultsOf, itemsShown, openPane, plain, workbookOfRows } from '../support/excel/pane';

const BAD_EJ = 'PDE | Frais annexes | 010300000104 | 14 | 15/02/2023 | 1000';

async function oneFinding() {
  const pane = await openPane(workbookOfRows(BAD_EJ));
  await pane.user.click(screen.getByRole('tab', { name: /^À traiter/ }));
  await screen.findByRole('listitem', { name: /EJ-03/ });
  return pane;
}

function item(): HTMLElement {
  return screen.getByRole('listitem', { name: /EJ-03/ });
}

async function accept(
  user: Awaited<ReturnType<typeof oneFinding>>['user'],
  reason: string,
  author: string,
): Promise<void> {
  await user.click(within(item()).getByRole('button', { name: /^Accepter…/ }));
  if (reason !== '') await user.type(screen.getByRole('textbox', { name: /Motif/ }), reason);
  if (author !== '') await user.type(screen.getByRole('textbox', { name: /Accepté par/ }), author);
  await user.click(screen.getByRole('button', { name: 'Accepter' }));
}

test('a reason and an author are required, each fault shown at its field', async () => {
  const { user, workbook, container } = await oneFinding();
  await accept(user, '', '');
  expect(screen.getAllByText('À remplir.')).toHaveLength(2);
  expect(workbook.calls).not.toContain('apply');
  expect(await faultsOf(container)).toEqual([]);
  await user.keyboard('{Escape}');
});

test('it stays listed with who, when and why, and is no longer counted by the tab', async () => {
  const { user, container } = await oneFinding();
  const before = itemsShown();
  expect(screen.getByRole('tab', { name: /^À traiter/ }).textContent).toBe(`À traiter ${before}`);
  await accept(user, 'numéro provisoire', 'Mme Durand');
  await waitFor(() =>
    expect(plain(item().textContent)).toContain('Accepté le 31/12/2023 par Mme Durand : numéro provisoire'),
  );
  expect(itemsShown()).toBe(before);
  expect(within(item()).getByRole('img', { name: 'Accepté' })).toBeTruthy();
  expect(screen.getByRole('tab', { name: /^À traiter/ }).textContent).toBe(
    before === 1 ? 'À traiter' : `À traiter ${before - 1}`,
  );
  expect(screen.getAllByRole('status').map((one) => plain(one.textContent))).toContain(
    `${before} constat${before > 1 ? 's' : ''} (dont 1 accepté)`,
  );
  await user.selectOptions(screen.getByRole('combobox', { name: 'Suite donnée' }), 'À traiter');
  expect(itemsShown()).toBe(before - 1);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Suite donnée' }), 'Acceptés');
  expect(itemsShown()).toBe(1);
  expect(await faultsOf(container)).toEqual([]);
  await user.click(within(item()).getByRole('button', { name: /^Rouvrir/ }));
  await user.click(await screen.findByRole('button', { name: 'Tout afficher' }));
  await waitFor(() => expect(within(item()).getByRole('button', { name: /^Accepter…/ })).toBeTruthy());
  expect(plain(item().textContent)).not.toContain('Accepté le');
});

test('a change of its row opens it again, and shows it; the author is kept', async () => {
  const { user, workbook, timers, session } = await oneFinding();
  await accept(user, 'numéro provisoire', 'Mme Durand');
  await within(item()).findByRole('button', { name: /^Rouvrir/ });
  act(() => {
    workbook.edit([{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 5, cells: [[{ value: 900 }]] }]);
    timers.pass(1000);
  });
  await act(() => session.goTo({ sheet: 'Suivi', row: 0, column: 0 })); // every task asked before is done
  expect(plain(item().textContent)).toContain('par Mme Durand : numéro provisoire Rouvert : la ligne a changé depuis.');
  await user.click(within(item()).getByRole('button', { name: /^Accepter…/ }));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Accepté par/ }).value).toBe('Mme Durand');
});
