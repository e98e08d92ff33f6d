/** The selected row of the ledger at the top of Situation, and « Nouvelle ligne ». */
import { act, screen, waitFor, within } from '@testing-library/react';
import { findSheet, valueAt } from '../../../src/workbook/snapshot';
import { faultsOf, openPane, plain, workbookOfRows, RIGHT_ROW } from '../../support/excel/pane';
import { keptConvention } from '../../support/conventions';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { sampleDossier } from '../../support/sample-dossier';

const SHEET = 'Suivi 2023';
const cell = (row: number, column = 4) => ({
  sheet: SHEET,
  area: { top: row - 1, left: column, rows: 1, columns: 1 },
});
const row = () => screen.findByRole('region', { name: /^Ligne \d+ sélectionnée/ });

async function selected(at: number) {
  const pane = await openPane(sampleDossier().workbook);
  await screen.findByRole('button', { name: 'Nouvelle ligne' });
  act(() => pane.workbook.select(cell(at)));
  return pane;
}

test('its findings, its chain and its effect; the focus stays where it was', async () => {
  const before = document.activeElement;
  const { container } = await selected(135);
  const region = await row();
  const text = plain(region.textContent);
  expect(text).toContain('Ligne 135 sélectionnée dans « Suivi 2023 »');
  expect(text).toContain('Contre-visite de l');
  expect(text).toMatch(/Sentinelle Écureuil · EJ 1405640310/);
  expect(text).toMatch(/\d constats/);
  expect(text).toMatch(/reste à payer : 0,00 €/);
  expect(text).toMatch(/EJ20\/11\/2023 cette ligne4 800,00 €/);
  expect(text).toMatch(/DPpayée le 29\/12\/2023 ligne 1644 800,00 €/);
  const effect = within(region).getByRole('row', { name: /^Signaux Faibles 800,00/ });
  expect(plain(effect.textContent)).toBe('Signaux Faibles800,00 €−4 000,00 €');
  expect(document.activeElement).toBe(before);
  expect(await faultsOf(container)).toEqual([]);
});

test('another row of its chain is reached, and the row is left by ×, or by a cell elsewhere', async () => {
  const { user, workbook } = await selected(135);
  await user.click(within(await row()).getAllByRole('button', { name: /ligne\s164/ })[0] as HTMLElement);
  expect(workbook.shown.at(-1)).toMatchObject({ sheet: SHEET, row: 163 });
  await user.click(screen.getByRole('button', { name: /^Revenir à la situation/ }));
  expect(screen.queryByRole('region', { name: /sélectionnée/ })).toBeNull();
  act(() => workbook.select(cell(141)));
  await row();
  act(() => workbook.select({ sheet: 'Convention', area: { top: 1, left: 1, rows: 1, columns: 1 } }));
  expect(screen.queryByRole('region', { name: /sélectionnée/ })).toBeNull();
});

test('a finding of the row leads to the list', async () => {
  const { user } = await selected(135);
  await user.click(within(await row()).getAllByRole('button', { name: /^Voir dans la liste/ })[0] as HTMLElement);
  expect(screen.getByRole('tab', { name: /À traiter/ }).getAttribute('aria-selected')).toBe('true');
  expect(await screen.findByRole('list', { name: 'Constats par cause' })).toBeTruthy();
});

test('a row that is being typed is named with its findings, although the cursor is already below', async () => {
  const { workbook, timers } = await openPane(workbookOfRows(RIGHT_ROW));
  await screen.findByRole('button', { name: 'Nouvelle ligne' });
  act(() => workbook.select({ sheet: 'Suivi', area: { top: 2, left: 0, rows: 1, columns: 1 } }));
  await act(async () => {
    const typed = ['PDE', 'Frais annexes', '010300000104', '14', null, 50].map((value) => ({ value }));
    workbook.edit([
      { kind: 'setCells', sheet: 'Suivi', top: 2, left: 0, cells: [typed] },
      {
        ...({ kind: 'resizeTable', sheet: 'Suivi', name: 'T_Suivi' } as const),
        ...{ area: { top: 0, left: 0, rows: 3, columns: 9 }, from: { top: 0, left: 0, rows: 2, columns: 9 } },
      },
    ]);
    workbook.select({ sheet: 'Suivi', area: { top: 3, left: 0, rows: 1, columns: 1 } });
    timers.pass(1000);
    await Promise.resolve();
  });
  await waitFor(() => expect(plain(document.body.textContent)).toContain('Nouvelle ligne 3 dans « Suivi »'));
  expect(plain(document.body.textContent)).toMatch(/N° EJ « 14 »/);
});

describe('« Nouvelle ligne »', () => {
  async function form() {
    const pane = await openPane(workbookOfRows(RIGHT_ROW));
    await pane.user.click(await screen.findByRole('button', { name: 'Nouvelle ligne' }));
    const drawer = await screen.findByRole('dialog', { name: 'Nouvelle ligne' });
    return { ...pane, drawer };
  }
  const field = (drawer: HTMLElement, name: RegExp) => within(drawer).getByRole('textbox', { name });

  test('is judged before it is written, then written under the table', async () => {
    const { user, drawer, workbook, container } = await form();
    await user.selectOptions(within(drawer).getByRole('combobox', { name: 'Enveloppe' }), 'Place des entreprises');
    await user.selectOptions(within(drawer).getByRole('combobox', { name: 'Poste de dépense' }), 'Frais annexes');
    await user.type(field(drawer, /N° EJ/), '14');
    await user.type(field(drawer, /Montant AE/), '50');
    // Under the fields, and above the buttons, which stay in view.
    expect(await within(drawer).findAllByText(/^Cette ligne aurait \d constat/)).toHaveLength(2);
    expect(plain(drawer.textContent)).toMatch(/N° EJ « 14 »/);
    expect(workbook.calls).not.toContain('apply');
    await user.clear(field(drawer, /N° EJ/));
    await user.type(field(drawer, /N° EJ/), '1400000002');
    await user.type(field(drawer, /Date d.engagement/), '16/02/2023');
    expect(await within(drawer).findAllByText(/cette ligne serait conforme/)).toHaveLength(2);
    expect(await faultsOf(container)).toEqual([]);
    await user.click(within(drawer).getByRole('button', { name: 'Écrire la ligne' }));
    await screen.findByText('Ligne écrite.');
    expect(screen.queryByRole('dialog')).toBeNull();
    const sheet = findSheet(workbook.workbook, 'Suivi');
    expect(sheet && [0, 1, 3, 5].map((column) => valueAt(sheet, 2, column))).toEqual([
      'PDE',
      'Frais annexes',
      '1400000002',
      50,
    ]);
    expect(workbook.shown.at(-1)).toMatchObject({ row: 2 });
  });

  test('a text that is no amount is shown at its field, and nothing can be written', async () => {
    const { user, drawer } = await form();
    await user.type(field(drawer, /Montant AE/), 'mille');
    await within(drawer).findByText(/^Saisissez un montant/);
    expect(within(drawer).getByRole<HTMLButtonElement>('button', { name: 'Écrire la ligne' }).disabled).toBe(true);
  });

  test('a table that takes no row is named as soon as the form is opened, and no place is promised', async () => {
    const kept = workbookOfRows(RIGHT_ROW);
    const withTotals = {
      ...kept,
      tables: kept.tables.map((table) => (table.name === 'T_Suivi' ? { ...table, hasTotalsRow: true } : table)),
    };
    const { user } = await openPane(withTotals);
    await user.click(await screen.findByRole('button', { name: 'Nouvelle ligne' }));
    const drawer = await screen.findByRole('dialog', { name: 'Nouvelle ligne' });
    expect(plain(drawer.textContent)).toMatch(/on ne peut pas y ajouter de ligne/);
    expect(plain(drawer.textContent)).not.toContain('Elle sera écrite');
    expect(within(drawer).getByRole<HTMLButtonElement>('button', { name: 'Écrire la ligne' }).disabled).toBe(true);
  });

  test('beside amounts of each envelope, nothing is written until the envelope is chosen', async () => {
    const ledger = `
      N° EJ      | Objet | Date d'engagement | AE PDE | AE SF
      1400000001 | Étude | 15/02/2023        | 1000   |
    `;
    const { user, workbook } = await openPane(ledgerWorkbook(keptConvention('ministerialAxis2'), ledger));
    await user.click(await screen.findByRole('button', { name: 'Nouvelle ligne' }));
    const drawer = await screen.findByRole('dialog', { name: 'Nouvelle ligne' });
    const write = within(drawer).getByRole<HTMLButtonElement>('button', { name: 'Écrire la ligne' });
    await user.type(field(drawer, /N° EJ/), '1400000002');
    await user.type(field(drawer, /Date d.engagement/), '16/02/2023');
    await user.type(field(drawer, /Montant AE/), '50');
    expect(write.disabled).toBe(true);
    expect(within(drawer).queryAllByText(/^Cette ligne/)).toEqual([]);
    await user.selectOptions(within(drawer).getByRole('combobox', { name: 'Enveloppe' }), 'Signaux Faibles');
    await waitFor(() => expect(write.disabled).toBe(false));
    await user.click(write);
    await screen.findByText('Ligne écrite.');
    const sheet = findSheet(workbook.workbook, 'Suivi');
    expect(sheet && [0, 3, 4].map((column) => valueAt(sheet, 2, column))).toEqual(['1400000002', null, 50]);
  });

  test('what was typed is found again after the form was closed', async () => {
    const { user, drawer } = await form();
    await user.type(field(drawer, /N° EJ/), '1400000009');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Nouvelle ligne' }));
    const again = await screen.findByRole('dialog', { name: 'Nouvelle ligne' });
    expect((field(again, /N° EJ/) as HTMLInputElement).value).toBe('1400000009');
  });
});
