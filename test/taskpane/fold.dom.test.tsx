/** Folded content has a button that a keyboard reaches in Excel, where `<summary>` is not in the order of Office.js. */
import { screen, within } from '@testing-library/react';
import { openPane, workbookOfRows } from '../support/excel/pane';
import { readSources } from '../support/tidy/sources';

test('months of an envelope: a button with its state and its envelope; Escape folds it and keeps the focus', async () => {
  const { user } = await openPane(
    workbookOfRows('PDE | Frais annexes | 010300000104 | 1400000001 | 15/02/2023 | 1000'),
  );
  const card = screen.getByRole('region', { name: /^Place des entreprises/ });
  await user.click(within(card).getByRole('button', { name: 'Place des entreprises' }));
  const months = await within(card).findByRole('button', { name: 'Mois par mois, Place des entreprises' });
  expect(months.getAttribute('aria-expanded')).toBe('false');
  months.focus();
  await user.keyboard('{Enter}');
  expect(months.getAttribute('aria-expanded')).toBe('true');
  await user.keyboard('{Escape}');
  expect([months.getAttribute('aria-expanded'), document.activeElement]).toEqual(['false', months]);
});

test('no screen of the pane folds with <details>, whose <summary> Office.js skips', () => {
  const folding = readSources('src/taskpane').filter(({ text }) => text.includes('<details'));
  expect(folding.map(({ path }) => path)).toEqual([]);
});
