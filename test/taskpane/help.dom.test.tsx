/** « Aide »: functions inserted in the selected cell, rules with their page, documents with their preview. */
import { screen, within } from '@testing-library/react';
import { ruleCodes } from '../../src/messages/describe-finding';
import { formulaKey } from '../../src/workbook/snapshot';
import { faultsOf, openPane, plain, RIGHT_ROW, workbookOfRows, type OpenedPane } from '../support/excel/pane';

async function help(): Promise<OpenedPane & { readonly drawer: HTMLElement }> {
  const pane = await openPane(workbookOfRows(RIGHT_ROW));
  const header = document.querySelector<HTMLElement>('[aria-controls="header-details"]');
  if (!header) throw new Error('no header');
  await pane.user.click(header);
  await pane.user.click(await screen.findByRole('button', { name: 'Aide' }));
  return { ...pane, drawer: await screen.findByRole('dialog', { name: 'Aide' }) };
}

test('« Insérer » writes the formula in the selected cell when it is empty, and is undone', async () => {
  const { user, workbook, drawer, container } = await help();
  workbook.selected = { sheet: 'Suivi', area: { top: 20, left: 12, rows: 1, columns: 1 } };
  expect(await faultsOf(container)).toEqual([]);
  await user.click(within(drawer).getByRole('button', { name: /^Insérer\s: AVAILABLE$/ }));
  await screen.findByText('Formule insérée.');
  const formulaOf = () =>
    workbook.workbook.sheets.find(({ name }) => name === 'Suivi')?.formulas.get(formulaKey(20, 12));
  expect(formulaOf()).toBe('=ENVELOPE.AVAILABLE("PDE","AE")');
  await user.click(screen.getByRole('button', { name: 'Annuler la dernière formule insérée' }));
  await screen.findByText('Chaque cellule est de nouveau comme avant.');
  expect(formulaOf()).toBeUndefined();
});

test('a cell that is filled is never covered', async () => {
  const { user, workbook, drawer } = await help();
  await user.click(within(drawer).getByRole('button', { name: /^Insérer\s: STATUS$/ }));
  expect(plain((await screen.findByText(/contient déjà autre chose/)).textContent)).toContain('A1');
  expect(workbook.calls).not.toContain('apply');
});

test('each rule leads to its page; a search keeps what answers it', async () => {
  const { user, drawer } = await help();
  const links = within(drawer)
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'));
  expect(links).toEqual(['guide/index.html', 'help.html', ...ruleCodes().map((rule) => `help.html#${rule}`)]);
  await user.type(within(drawer).getByRole('searchbox'), 'plafond');
  expect(
    within(drawer)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(expect.arrayContaining(['PLA-01', 'PLA-02', 'PLA-03']));
  expect(within(drawer).queryByRole('link', { name: 'IMP-04' })).toBeNull();
});
