/** « Colonnes du suivi »: the field of each column, changed, confirmed and kept; by roles and names. */
import { screen, waitFor, within } from '@testing-library/react';
import type { CellValue } from '../../src/workbook/cells';
import { findTable, valueAt, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { applyPlan } from '../support/apply-plan';
import { convention2023 } from '../support/conventions';
import { ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { faultsOf, openPane, plain, ledgerShown, unfoldHeader } from '../support/excel/pane';

const LEDGER = `
  Axe ministériel 2 | Poste de dépense | Activité     | N° EJ      | Date d'engagement | Montant AE | Remarques
  PDE               | Frais annexes    | 010300000104 | 1400000001 | 15/02/2023        | 1000       | vu
  PDE               | Prestations      | 010300000104 | 1400000002 | 01/03/2023        | 2000,5     |
  Total             |                  |              |            |                   | 3000,5     |
`;

async function columns(contents: WorkbookSnapshot = ledgerWorkbook(convention2023(), LEDGER)) {
  const pane = await openPane(contents);
  await unfoldHeader(pane.user);
  const [first] = screen.getAllByRole('button', { name: /^Colonnes/ }); // in the header, and where Situation leads to it
  await pane.user.click(first as HTMLElement);
  await screen.findByRole('heading', { name: 'Colonnes du suivi' });
  return pane;
}

function kept(workbook: WorkbookSnapshot): readonly string[] {
  const table = findTable(workbook, 'ENV_Colonnes');
  const sheet = workbook.sheets.find(({ name }) => name === table?.sheet);
  if (!table || !sheet) return [];
  const { top, left, rows } = table.area;
  return Array.from({ length: rows - 1 }, (_, row) =>
    [0, 1, 2].map((column) => valueAt(sheet, top + 1 + row, left + column) ?? '').join(' | '),
  );
}

test('each column has its field, its confidence and its examples; rows that do not count and what cannot be checked are listed', async () => {
  const { container } = await columns();
  const source = screen.getByRole('region', { name: 'T_Suivi' });
  const amount = within(source).getByRole<HTMLSelectElement>('combobox', { name: /Colonne F\s: Montant AE/ });
  expect(amount.selectedOptions[0]?.textContent).toBe('Montant AE');
  const row = amount.closest('li');
  expect(plain(row?.textContent)).toMatch(/(Sûr|Probable) \d+ %/);
  expect(plain(row?.textContent)).toContain('Exemples : 1 000 · 2 000,5');
  const dates = within(source)
    .getByRole('combobox', { name: /Date d.engagement/ })
    .closest('li');
  expect(plain(dates?.textContent)).toContain('Exemples : 15/02/2023 · 01/03/2023');
  const remarks = within(source).getByRole<HTMLSelectElement>('combobox', { name: /Remarques/ });
  expect(remarks.selectedOptions[0]?.textContent).toBe('Non utilisée');
  expect(plain(source.textContent)).toMatch(/1 ligne ignorée.*ligne 4 : ligne de total/);
  expect(screen.getByRole('heading', { name: /Non contrôlable/ }).parentElement?.textContent).toMatch(
    /Montant CP\s: .*PLA-02/,
  );
  expect(await faultsOf(container)).toEqual([]);
});

test('two columns cannot be one field', async () => {
  const { user } = await columns();
  await user.selectOptions(screen.getByRole('combobox', { name: /Remarques/ }), 'Montant AE');
  expect(plain(screen.getByText(/Déjà donné par/).textContent)).toBe('Déjà donné par « Montant AE ».');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Confirmer' }).disabled).toBe(true);
});

test('a change is confirmed, kept in ENV_Colonnes, and not asked again', async () => {
  const { user, workbook } = await columns();
  await user.selectOptions(screen.getByRole('combobox', { name: /Remarques/ }), 'Objet');
  await user.click(screen.getByRole('button', { name: 'Confirmer' }));
  await screen.findByText('Colonnes confirmées.');
  expect(kept(workbook.workbook)).toContain('T_Suivi | Remarques | Objet');
  expect(screen.getByRole('tab', { name: 'Situation' })).toBeTruthy();
  await unfoldHeader(user);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Colonnes à confirmer' })).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Colonnes du suivi' }));
  const remarks = await screen.findByRole('combobox', { name: /Remarques/ });
  expect(plain(remarks.closest('li')?.textContent)).toContain('Confirmé');
});

test('one ledger among several is chosen by its columns, and is controlled from then on', async () => {
  const one = ledgerWorkbook(convention2023(), LEDGER);
  const [sheet] = one.sheets;
  const [table] = one.tables;
  if (!sheet || !table) throw new Error('no ledger');
  const two = {
    ...one,
    sheets: [...one.sheets, { ...sheet, id: 'bis', name: 'Bis' }],
    tables: [...one.tables, { ...table, name: 'T_Bis', sheet: 'Bis' }],
  };
  const { user } = await columns(two);
  const bis = screen.getByRole('region', { name: 'T_Bis' });
  for (const box of screen.getAllByRole<HTMLInputElement>('checkbox')) if (box.checked) await user.click(box);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Confirmer' }).disabled).toBe(true);
  await user.click(within(bis).getByRole('checkbox'));
  await user.click(screen.getByRole('button', { name: 'Confirmer' }));
  expect(await ledgerShown(user)).toBe('T_Bis');
});

test('a workbook without any ledger shows it', async () => {
  const { user, container } = await openPane(ledgerWorkbook(convention2023(), 'Mois | Total\n janvier | 1'));
  await user.click(screen.getByRole('button', { name: 'Colonnes du suivi' }));
  await screen.findByText('Aucun tableau de ce classeur ne ressemble à un suivi.');
  expect(await faultsOf(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Fermer' }));
  expect(screen.getByRole('heading', { name: /Aucun tableau de suivi/ })).toBeTruthy();
});

test('a table in which no ledger is recognised is mapped, and read as a part of the ledger', async () => {
  const rows: readonly (readonly CellValue[])[] = [
    ['Dossier', 'Zone', 'Bidule', 'Truc'],
    ['1400000003', 'Étude', 2500.5, 'PDE'],
    ['1400000004', 'Étude', 400, 'PDE'],
  ];
  const contents = applyPlan(ledgerWorkbook(convention2023(), LEDGER), {
    purpose: 'repair',
    expected: [],
    steps: [
      { kind: 'addSheet', sheet: 'Autres' },
      { kind: 'setCells', sheet: 'Autres', top: 0, left: 0, cells: rows.map((row) => row.map((value) => ({ value }))) },
    ],
  });
  const { user } = await columns(contents);
  const autres = screen.getByRole('region', { name: 'Autres' });
  expect(within(autres).queryByRole('combobox')).toBeNull();
  await user.click(within(autres).getByRole('checkbox'));
  const fields = { Dossier: 'N° EJ', Zone: 'Objet', Bidule: 'Montant AE', Truc: 'Axe ministériel 2' };
  for (const [heading, field] of Object.entries(fields)) {
    await user.selectOptions(within(autres).getByRole('combobox', { name: new RegExp(`: ${heading}$`) }), field);
  }
  await user.click(screen.getByRole('button', { name: 'Confirmer' }));
  await screen.findByText('Colonnes confirmées.');
  expect(await ledgerShown(user)).toBe('2 feuilles, 4 lignes');
});
