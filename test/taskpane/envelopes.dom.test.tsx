/** The envelopes and the date of the figures, by roles and names. */
import { act, cleanup, screen, within } from '@testing-library/react';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { convention2023 } from '../support/conventions';
import { openPane, plain, RIGHT_ROW, unfoldHeader, workbookOfRows } from '../support/excel/pane';
import { ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { sampleDossier } from '../support/sample-dossier';

function ledgerWithoutCp(): WorkbookSnapshot {
  return ledgerWorkbook(
    convention2023(),
    `Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE
     PDE | Frais annexes | 1400000001 | 15/02/2023 | 1000`,
  );
}

describe('envelopes', () => {
  test('each with its status, AE and CP side by side, and a meter for each with the same rate', async () => {
    await openPane(sampleDossier().workbook);
    const pde = screen.getByRole('region', { name: /Place des entreprises/ });
    expect(within(pde).getByText('Alerte')).toBeTruthy();
    const table = within(pde).getByRole('table');
    const row = (name: string): string[] =>
      within(within(table).getByRole('row', { name: new RegExp(`^${name}`) }))
        .getAllByRole('cell')
        .map((cell) => plain(cell.textContent));
    expect(row('Dotation')).toEqual(['500 000,00 €', '573 032,00 €']);
    expect(row('dont part destinée')).toEqual(['', '73 032,00 €']);
    const meters = within(pde).getAllByRole('meter').slice(0, 2);
    expect(meters.map((meter) => plain(meter.getAttribute('aria-valuetext')))).toEqual([
      expect.stringMatching(/^Autorisations d’engagement : taux de consommation 99,\d\d % ; seuils 70 %, 85 %$/),
      expect.stringMatching(/^Crédits de paiement : taux de consommation 98,\d\d %/),
    ]);
    expect(screen.getByRole('region', { name: 'Ensemble de la convention' })).toBeTruthy();
  });

  test('rows that no total counts are reported, named, and one click away', async () => {
    const { user, workbook } = await openPane(sampleDossier().workbook);
    await user.click(screen.getByText(/lignes non contrôlées, hors des totaux/));
    const [first] = screen.getAllByRole('button', { name: /Suivi 2023, ligne \d+\s: / });
    if (!first) throw new Error('no unchecked row');
    await user.click(first);
    const row = Number(/ligne (\d+)/.exec(first.textContent ?? '')?.[1]);
    expect(workbook.shown[0]).toMatchObject({ sheet: 'Suivi 2023', row: row - 1 });
  });

  test('when every row is checked, the pane shows it', async () => {
    await openPane(workbookOfRows(RIGHT_ROW));
    expect(screen.getByText(/Toutes les lignes sont contrôlées/)).toBeTruthy();
  });

  test('a figure that the ledger does not make is written so, and has no meter', async () => {
    await openPane(ledgerWithoutCp());
    const pde = screen.getByRole('region', { name: /Place des entreprises/ });
    expect(within(pde).getAllByText('non calculable').length).toBeGreaterThan(5);
    const consumed = within(pde).getByRole('row', { name: /^Consommé/ });
    expect(
      within(consumed)
        .getAllByRole('cell')
        .map((cell) => plain(cell.textContent)),
    ).toEqual(['1 000,00 €', 'non calculable']);
    expect(within(pde).queryByRole('meter', { name: 'Crédits de paiement' })).toBeNull();
    expect(within(pde).getByRole('meter', { name: 'Autorisations d’engagement' })).toBeTruthy();
  });

  test('a ledger without rows is not one whose rows are all checked', async () => {
    await openPane(workbookOfRows());
    expect(screen.queryByText(/Toutes les lignes sont contrôlées/)).toBeNull();
    expect(screen.getByText(/Aucune ligne lue/)).toBeTruthy();
  });

  test('an edit in the workbook changes the figures', async () => {
    const { session, workbook, timers } = await openPane(workbookOfRows(RIGHT_ROW));
    const pde = screen.getByRole('region', { name: /Place des entreprises/ });
    expect(plain(within(pde).getByRole('row', { name: /^Consommé/ }).textContent)).toContain('1 000,00 €');
    await act(async () => {
      workbook.edit([{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 5, cells: [[{ value: 2500.5 }]] }]);
      timers.pass(1000);
      await session.goTo({ sheet: 'Suivi', row: 0, column: 0 });
    });
    expect(plain(within(pde).getByRole('row', { name: /^Consommé/ }).textContent)).toContain('2 500,50 €');
  });
});

test('the date is typed as people write it; what is not a date is refused beside the field', async () => {
  const { user, session } = await openPane(sampleDossier().workbook);
  await unfoldHeader(user);
  const field = screen.getByLabelText<HTMLInputElement>('Situation au');
  expect(field.value).toBe('31/12/2023');
  await user.clear(field);
  await user.type(field, '31/02/2023{Enter}');
  expect(plain(screen.getByText(/Saisissez une date/).textContent)).toContain('31/12/2023');
  expect(session.state().isAsOfChosen).toBe(false);
  await user.clear(field);
  await user.type(field, '30.06.2023{Enter}');
  expect(field.value).toBe('30/06/2023');
  await user.click(screen.getByRole('button', { name: 'Revenir à aujourd’hui' }));
  expect(field.value).toBe('31/12/2023');
  await user.type(field, 'x{Escape}');
  expect(field.value).toBe('31/12/2023');
});

test('the whole convention comes first when it is exceeded, last otherwise', async () => {
  const titles = (): string[] => screen.getAllByRole('heading', { level: 2 }).map((one) => plain(one.textContent));
  await openPane(workbookOfRows('PDE | Frais annexes | 010300000104 | 1400000001 | 15/02/2023 | 600000'));
  expect(titles().at(-1)).toMatch(/^Ensemble de la convention/);
  cleanup();
  await openPane(workbookOfRows('PDE | Frais annexes | 010300000104 | 1400000001 | 15/02/2023 | 600001'));
  expect(titles()[0]).toMatch(/^Ensemble de la convention/);
});
