/** The year of an envelope as a drawing and in words: nothing is computed before it is shown. */
import { screen, within } from '@testing-library/react';
import { monthlyViews } from '../../src/taskpane/situation/monthly-view';
import { movementOf } from '../domain/envelopes/builders';
import { conventionNamed } from '../support/conventions';
import { controlled, ledgerWorkbook } from '../support/ledgers/ledger-workbook';
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

test('of a convention of several years, the years since its beginning, with what each exceeds', async () => {
  const convention = conventionNamed('dgefp-dgtresor-cis');
  const ledger = `
    Centre financier | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
    0305-CDGT-C001   | 1400000001 | 15/10/2021        | 310000.50  | 10/11/2021       | 100000
    0305-CDGT-C001   | 1400000002 | 15/02/2022        | 40000      | 10/05/2022       | 25000`;
  const { user } = await openPane(ledgerWorkbook(convention, ledger));
  const name = 'Stratégies économiques';
  const envelope = screen.getByRole('region', { name: new RegExp(name) });
  await user.click(within(envelope).getByRole('button', { name }));
  await user.click(await within(envelope).findByText('Depuis le début de la convention'));
  const table = within(envelope).getByRole('table', { name: /^Depuis le début.*engagement/ });
  expect(
    within(table)
      .getAllByRole('row')
      .map((row) => plain(row.textContent)),
  ).toEqual([
    'AE · ExerciceDotationConsommé',
    '2021300 000,00 €310 000,50 €dépassé de 10 000,50 €',
    '202250 000,00 €40 000,00 €',
    'Ensemble350 000,00 €350 000,50 €dépassé de 0,50 €',
  ]);
});

test('credits carried over to the next year are a row before the sum, which has them once', async () => {
  const report = { type: 'carryOver', to: 'P305', nature: 'CP', date: '2022-03-01', cents: 30_000_00 } as const;
  const convention = { ...conventionNamed('dgefp-dgtresor-cis'), movements: [movementOf(report)] };
  const ledger = `
    Centre financier | N° EJ      | Date d'engagement | Montant AE | Date de paiement | Montant CP
    0305-CDGT-C001   | 1400000001 | 15/02/2021        | 90000      | 10/05/2021       | 60000`;
  const { user } = await openPane(ledgerWorkbook(convention, ledger));
  const name = 'Stratégies économiques';
  const envelope = screen.getByRole('region', { name: new RegExp(name) });
  await user.click(within(envelope).getByRole('button', { name }));
  await user.click(await within(envelope).findByText('Depuis le début de la convention'));
  const table = within(envelope).getByRole('table', { name: /^Depuis le début.*paiement/ });
  const rows = within(table).getAllByRole('row');
  expect(rows.slice(1).map((row) => plain(row.textContent))).toEqual([
    '2021100 000,00 €60 000,00 €',
    '2022230 000,00 €0,00 €',
    'Reports d’un exercice sur l’autre−30 000,00 €',
    'Ensemble300 000,00 €60 000,00 €',
  ]);
});

test('a month that is not over is realised in part: the sentence gives what is consumed, the line is dashed from the month before', async () => {
  const { report } = controlled(workbookOfRows(RIGHT_ROW), '2023-06-15');
  const [ae] = monthlyViews(report, 'PDE');
  if (!ae || ae.cumulated === null) throw new Error('AE is calculable');
  expect([ae.consumed, ae.realised]).toEqual([100_000, 5]);
  expect(ae.cumulated[5]).toBeGreaterThan(100_000);
});
