/** The first minutes: what was read and what was not, the example, and a convention that nobody chose in advance. */
import { screen, within } from '@testing-library/react';
import { applyPlan } from '../../support/apply-plan';
import { EXAMPLE, faultsOf, openPane, plain, RIGHT_ROW, workbookOfRows } from '../../support/excel/pane';

/** A team's own layout, without a convention. */
function ownLayout() {
  const kept = workbookOfRows(RIGHT_ROW, RIGHT_ROW.replace('1400000001', '1400000002'));
  const bare = {
    ...kept,
    sheets: kept.sheets.filter(({ name }) => name === 'Suivi'),
    tables: kept.tables.filter(({ name }) => !name.startsWith('ENV_')),
    names: [],
  };
  return applyPlan(bare, {
    purpose: 'repair',
    expected: [],
    steps: [
      { kind: 'addSheet', sheet: 'Notes' },
      { kind: 'setCells', sheet: 'Notes', top: 0, left: 0, cells: [[{ value: 'À rappeler' }]] },
    ],
  });
}

test('the pane lists the tables and sheets that it found, preselects no convention, and controls the ledger once one is chosen', async () => {
  const { user, workbook, container } = await openPane(ownLayout());
  await screen.findByRole('heading', { name: 'Voici ce que contient ce classeur' });
  const columns = screen.getByRole('table', { name: /^Colonnes de/ });
  expect(plain(columns.textContent)).toMatch(/Axe ministériel 2.*Montant AE/);
  expect(plain(screen.getByText(/En-têtes en ligne/).textContent)).toBe('En-têtes en ligne 1');
  expect(plain(screen.getByRole('region', { name: 'Notes' }).textContent)).toBe(
    'NotesNon lue : aucune colonne de montant.',
  );
  const control = screen.getByRole('button', { name: 'Contrôler le suivi' });
  expect(control.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(false);
  expect(await faultsOf(container)).toEqual([]);
  expect(workbook.calls).not.toContain('apply');
  await user.click(screen.getByRole('radio', { name: /DGEFP – DGE/ }));
  await user.click(control);
  await screen.findByText(/La convention est dans le classeur/);
  expect(workbook.workbook.sheets.map(({ name }) => name)).toContain('Convention');
});

test('where the team has a sheet Convention, the message names the sheet that was added', async () => {
  const own = applyPlan(ownLayout(), {
    purpose: 'repair',
    expected: [],
    steps: [
      { kind: 'addSheet', sheet: 'Convention' },
      { kind: 'setCells', sheet: 'Convention', top: 0, left: 0, cells: [[{ value: 'Le texte signé' }]] },
    ],
  });
  const { user } = await openPane(own);
  await user.click(await screen.findByRole('radio', { name: /DGEFP – DGE/ }));
  await user.click(screen.getByRole('button', { name: 'Contrôler le suivi' }));
  expect(plain((await screen.findByText(/La convention est dans le classeur/)).textContent)).toBe(
    'La convention est dans le classeur : vérifiez la feuille Convention (2).',
  );
});

test('an example opens as a workbook of its own, in one click', async () => {
  const { user, workbook } = await openPane(ownLayout());
  await user.click(await screen.findByRole('button', { name: 'Ouvrir un exemple dans un nouveau classeur' }));
  expect(workbook.opened).toEqual([EXAMPLE]);
  expect(workbook.calls).not.toContain('apply');
});

test('the headings are shown by the user from here', async () => {
  await openPane(ownLayout());
  const headings = await screen.findByRole('region', { name: 'En-têtes' });
  expect(within(headings).getByRole('button')).toBeTruthy();
});
