/** « Depuis… »: what changed since another date or another workbook, and the document of the comparison. */
import { act, screen, within } from '@testing-library/react';
import { isoDate } from '../../src/domain/calendar/civil-date';
import { faultsOf, openPane, plain, RIGHT_ROW, workbookOfRows, type OpenedPane } from '../support/excel/pane';

/** The row was committed before this day. */
const BEFORE = '01/01/2023';

async function openedSection(): Promise<OpenedPane> {
  const pane = await openPane(workbookOfRows(RIGHT_ROW));
  await pane.user.click(await screen.findByText('Depuis…'));
  return pane;
}

test('since a date: the bridge of each figure that moved, then the document in place', async () => {
  const { user, workbook, container } = await openedSection();
  await user.type(screen.getByLabelText('Depuis le'), BEFORE);
  await user.click(screen.getByRole('button', { name: 'Comparer' }));
  const result = await screen.findByRole('region', { name: 'Comparaison' });
  const whole = plain(within(result).getByRole('group', { name: 'Ensemble de la convention' }).textContent);
  expect(whole).toMatch(/AE – Consommé : 0,00 € → .*opérations entre les deux dates/);
  const envelope = within(result).getByRole('group', { name: 'Place des entreprises' });
  await user.click(within(envelope).getByRole('button', { name: 'Par poste' }));
  expect(plain(within(envelope).getByRole('group', { name: 'Frais annexes' }).textContent)).toMatch(
    /AE – Consommé : 0,00 € → .*1 000,00 €/,
  );
  expect(await faultsOf(container)).toEqual([]);
  await user.click(within(result).getByRole('button', { name: 'Aperçu' }));
  await user.click(await screen.findByRole('button', { name: 'Générer' }));
  expect(plain((await screen.findByText(/^Comparaison générée/)).textContent)).toContain('Comparaison');
  expect(workbook.workbook.sheets.map(({ name }) => name)).toContain('Comparaison');
  expect(screen.getByRole('button', { name: 'Annuler la dernière comparaison écrite' })).toBeTruthy();
});

test('what the figures lack is given for each of both days', async () => {
  const of = (axis: string, ej: string) => RIGHT_ROW.replace('PDE', axis).replace('1400000001', ej);
  const pane = await openPane(workbookOfRows(RIGHT_ROW, of('Plateforme', '1400000002')));
  await pane.user.click(await screen.findByText('Depuis…'));
  await pane.user.type(screen.getByLabelText('Depuis le'), BEFORE);
  await pane.user.click(screen.getByRole('button', { name: 'Comparer' }));
  const result = await screen.findByRole('region', { name: 'Comparaison' });
  const lines = within(result).getAllByText(/hors des totaux/);
  expect(lines.map((line) => plain(line.textContent))).toEqual([
    'Au 31/12/2023 : 1 ligne non contrôlée, hors des totaux : 1 000,00 € d’AE.',
  ]);
});

test.each(['', 'hier', '01/01/2024'])('the date « %s » is refused at its field', async (typed) => {
  const { user } = await openedSection();
  if (typed !== '') await user.type(screen.getByLabelText('Depuis le'), typed);
  await user.click(screen.getByRole('button', { name: 'Comparer' }));
  expect(plain((await screen.findByText(/au plus tard le/)).textContent)).toBe(
    'Indiquez une date, au plus tard le 31/12/2023.',
  );
  expect(screen.queryByRole('region', { name: 'Comparaison' })).toBeNull();
});

test('the comparison follows the date of the pane, and disappears before its own', async () => {
  const { user, session } = await openedSection();
  await user.type(screen.getByLabelText('Depuis le'), BEFORE);
  await user.click(screen.getByRole('button', { name: 'Comparer' }));
  await screen.findByRole('region', { name: 'Comparaison' });
  await act(() => session.chooseAsOf(isoDate('2023-01-31')));
  const result = await screen.findByRole('region', { name: 'Comparaison' });
  expect(plain(result.textContent)).toContain('Aucun chiffre n’a changé.');
  await act(() => session.chooseAsOf(isoDate('2022-12-31')));
  expect(screen.queryByRole('region', { name: 'Comparaison' })).toBeNull();
});
