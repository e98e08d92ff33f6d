/** The year of an envelope as a drawing and in words: nothing is computed before it is shown. */
import { screen, within } from '@testing-library/react';
import { monthlyViews } from '../../src/taskpane/situation/monthly-view';
import { controlled } from '../support/ledgers/ledger-workbook';
import { openPane, plain, RIGHT_ROW, workbookOfRows, unfoldHeader } from '../support/excel/pane';

const FEBRUARY = 1;

test('a drawing for AE and one for CP, each with its sentence and its table', async () => {
  const { user } = await openPane(workbookOfRows(RIGHT_ROW));
  const pde = screen.getByRole('region', { name: /Place des entreprises/ });
  await user.click(within(pde).getByRole('button', { name: 'Place des entreprises' }));
  expect(within(pde).queryAllByRole('img', { name: /cumul/ })).toEqual([]);
  await user.click(await within(pde).findByText('Mois par mois'));
  const [ae, cp, ...others] = await within(pde).findAllByRole('img', { name: /cumul/ });
  expect(others).toEqual([]);
  expect(plain(ae?.getAttribute('aria-label'))).toBe(
    'Autorisations d’engagement, cumul : 1 000,00 € réalisés, 1 000,00 € prévus au 31 décembre, pour une dotation de 500 000,00 €.',
  );
  expect(plain(cp?.getAttribute('aria-label'))).toMatch(/^Crédits de paiement, cumul : 0,00 € réalisés/);
  const table = within(pde).getByRole('table', { name: 'AE' });
  const rows = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => plain(cell.textContent)),
    );
  expect(rows).toHaveLength(12);
  expect(rows[0]).toEqual(['0,00 €', '', '500 000,00 €']);
  expect(rows[FEBRUARY]).toEqual(['1 000,00 €', '', '500 000,00 €']);
});

test('what is expected is dashed, from the month of the date; nothing is drawn for the whole convention', async () => {
  const { user, session } = await openPane(workbookOfRows(RIGHT_ROW));
  await unfoldHeader(user);
  const field = screen.getByLabelText('Situation au');
  await user.clear(field);
  await user.type(field, '30/06/2023{Enter}');
  await session.goTo({ sheet: 'Suivi', row: 0, column: 0 });
  const whole = screen.getByRole('region', { name: 'Ensemble de la convention' });
  await user.click(within(whole).getByRole('button', { name: 'Ensemble de la convention' }));
  await within(whole).findByRole('table');
  expect(within(whole).queryByText('Mois par mois')).toBeNull();
  const pde = screen.getByRole('region', { name: /Place des entreprises/ });
  await user.click(within(pde).getByRole('button', { name: 'Place des entreprises' }));
  await user.click(await within(pde).findByText('Mois par mois'));
  const [ae] = await within(pde).findAllByRole('img', { name: /cumul/ });
  const lines = [...(ae?.querySelectorAll('polyline') ?? [])].map(
    (line) => line.getAttribute('points')?.split(' ').length,
  );
  expect(lines).toEqual([12, 6, 7]); // ceiling, January to June, June to December
});

test('a month that is not over is realised in part: the sentence gives what is consumed, the line is dashed from the month before', async () => {
  const { report } = controlled(workbookOfRows(RIGHT_ROW), '2023-06-15');
  const [ae] = monthlyViews(report, 'PDE');
  if (!ae || ae.cumulated === null) throw new Error('AE is calculable');
  expect([ae.consumed, ae.realised]).toEqual([100_000, 5]);
  expect(ae.cumulated[5]).toBeGreaterThan(100_000);
});
