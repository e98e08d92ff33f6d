/** « À traiter », by roles and names: grouped worst first, filtered, gone through by keys, corrected, kept across tabs. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { valueAt, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { faultsOf, openPane, plain, RIGHT_ROW, workbookOfRows, type OpenedPane } from '../../support/excel/pane';
import { keptConvention } from '../../support/conventions';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { sampleDossier } from '../../support/sample-dossier';

async function findings(contents: WorkbookSnapshot = sampleDossier().workbook): Promise<OpenedPane> {
  const opened = await openPane(contents);
  await opened.user.click(screen.getByRole('tab', { name: /À traiter/ }));
  await waitFor(() => expect(screen.queryByText('Lecture du classeur…')).toBeNull());
  return opened;
}

const list = () => screen.getByRole('list', { name: 'Constats par cause' });
/** The text of each row of the list. */
const shown = (): string[] =>
  within(list())
    .getAllByRole('listitem')
    .map((item) => plain(item.querySelector('button')?.textContent));
const chip = (name: RegExp) => within(screen.getByRole('group', { name: 'Filtres' })).getByRole('button', { name });
const count = () => plain(screen.getByText(/constats?( sur|,)|ne répond/).textContent);
const current = () => plain(within(list()).getByRole('button', { current: true }).textContent);
const search = () => screen.getByRole('searchbox', { name: 'Rechercher dans les constats' });

test('grouped by cause, worst first; the worst group is open', async () => {
  const { container } = await findings();
  expect(shown().slice(0, 6)).toEqual([
    'Erreurs 31',
    'Plafond dépassé 3 lignes',
    'Signaux Faibles, AE ligne 1354 000,00 €',
    'Convention, AE ligne 1412 691,00 €',
    'Signaux Faibles, CP ligne 1641 600,00 €',
    expect.stringMatching(/^Insuffisance/),
  ]);
  expect(shown()).toContain('Activité « 10300000104 » 2 lignesZéro initial perdu');
  expect(count()).toMatch(/^\d+ constats, du plus grave au moins grave$/);
  expect(await faultsOf(container)).toEqual([]);
});

test('each row has its position among all', async () => {
  await findings();
  const items = within(list()).getAllByRole('listitem');
  expect(items[2]?.getAttribute('aria-posinset')).toBe('3');
  expect(new Set(items.map((item) => item.getAttribute('aria-setsize')))).toEqual(new Set([String(items.length)]));
});

test('a finding shows its fault and the action, and leads to its cell', async () => {
  const { user, workbook } = await findings();
  await user.click(within(list()).getByRole('button', { name: /^Signaux Faibles, AE/ }));
  const [item] = within(list())
    .getAllByRole('listitem')
    .filter((one) => within(one).queryByText(/Règle/));
  expect(plain(item?.textContent)).toMatch(/104 000,00 € .*100 000,00 €.*Règle PLA-01/);
  await user.click(screen.getByRole('button', { name: 'Aller à la ligne\u00a0135' }));
  expect(workbook.shown.at(-1)).toMatchObject({ sheet: 'Suivi 2023', row: 134 });
});

test('filters show what is pressed, in words too', async () => {
  const { user } = await findings();
  await user.click(chip(/^Avertissements/));
  expect(chip(/^Avertissements/).getAttribute('aria-pressed')).toBe('true');
  await waitFor(() => expect(shown()[0]).toMatch(/^Avertissements/));
  expect(count()).toMatch(/^\d+ constats sur \d+ : avertissements$/);
  await user.click(chip(/^Avertissements/));
  await user.type(search(), 'rien de tel');
  await screen.findByText('Aucun constat ne répond à ce choix.');
  await user.clear(search());
  await user.type(search(), 'zero INITIAL');
  await waitFor(() => expect(count()).toMatch(/^2 constats sur \d+ : contenant « zero INITIAL »$/));
  expect(shown()).toHaveLength(4);
  await user.click(screen.getByRole('button', { name: 'Tout afficher' }));
  await waitFor(() => expect(count()).toMatch(/du plus grave/));
});

test('goes through by keys, and letters typed in the search are text', async () => {
  const { user, workbook } = await findings();
  await user.click(within(list()).getByRole('button', { name: /^Signaux Faibles, AE/ }));
  await user.keyboard('j');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Convention, AE'));
  expect(current()).toContain('Convention, AE');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(workbook.shown.at(-1)?.row).toBe(140));
  await user.keyboard('jj');
  await waitFor(() => expect(current()).not.toContain('Convention, AE'));
  await user.keyboard('kk');
  await waitFor(() => expect(current()).toContain('Convention, AE'));
  await user.keyboard('{ArrowLeft}');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Plafond dépassé'));
  expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false');
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true');
  await user.keyboard('/ja');
  expect(document.activeElement).toBe(search());
  expect((search() as HTMLInputElement).value).toBe('ja');
  await user.keyboard('{Escape}');
  expect((search() as HTMLInputElement).value).toBe('');
});

test('only the row of the user is reached by the key Tab', async () => {
  await findings();
  const rows = within(list())
    .getAllByRole('listitem')
    .map((item) => item.querySelector('button')?.tabIndex);
  expect(rows.filter((index) => index === 0)).toHaveLength(1);
});

test('is found again as it was left, after another tab', async () => {
  const { user } = await findings();
  await user.click(chip(/^Erreurs/));
  await user.click(within(list()).getByRole('button', { name: /^Plafond dépassé/ }));
  const before = await waitFor(() => {
    expect(shown()).not.toContain('Signaux Faibles, AE ligne 1354 000,00 €');
    return shown();
  });
  await user.click(screen.getByRole('tab', { name: 'Documents' }));
  await user.click(screen.getByRole('tab', { name: /À traiter/ }));
  expect(shown()).toEqual(before);
  expect(chip(/^Erreurs/).getAttribute('aria-pressed')).toBe('true');
});

test('what is shown and certain is corrected, cell by cell, after a look at each', async () => {
  const { user, session, container } = await findings();
  await user.click(chip(/^Corrections certaines/));
  const all = Number(/^(\d+) constats sur/.exec(await waitFor(() => (expect(count()).toMatch(/ sur /), count())))?.[1]);
  await user.click(screen.getByRole('button', { name: `Voir les ${all} corrections` }));
  const drawer = screen.getByRole('dialog', { name: `Corriger ${all} cellules` });
  const lines = within(drawer).getAllByRole('checkbox');
  expect(lines).toHaveLength(all);
  expect(plain(drawer.textContent)).toContain('10300000104010300000104');
  expect(await faultsOf(container)).toEqual([]);
  await user.click(lines[0] as HTMLElement);
  await user.click(within(drawer).getByRole('button', { name: `Corriger ${all - 1} cellules` }));
  await screen.findByText(`${all - 1} cellules corrigées.`);
  expect(screen.queryByRole('dialog')).toBeNull();
  await waitFor(() => expect(count()).toMatch(/^1 constat sur/));
  await act(() => session.undo());
  await waitFor(() => expect(count()).toMatch(new RegExp(`^${all} constats sur`)));
});

test('a cell in which somebody wrote since the list was opened is marked, left out, and keeps her words', async () => {
  const { user, session, workbook } = await findings();
  await user.click(chip(/^Corrections certaines/));
  await user.click(await screen.findByRole('button', { name: 'Voir les 7 corrections' }));
  const drawer = await screen.findByRole('dialog', { name: /^Corriger \d+ cellules/ });
  const all = within(drawer).getAllByRole('checkbox').length;
  const theirs = { kind: 'setCells', sheet: 'Suivi 2023', top: 56, left: 10, cells: [[{ value: 'à voir' }]] } as const;
  workbook.editUnannounced([theirs]);
  await act(() => session.refresh());
  expect(plain(drawer.textContent)).toContain('10300000104 (modifiée depuis)');
  expect(within(drawer).getAllByRole('checkbox', { checked: true })).toHaveLength(all - 1);
  await user.click(within(drawer).getByRole('button', { name: `Corriger ${all - 1} cellules` }));
  await screen.findByText(`${all - 1} cellules corrigées.`);
  expect(valueAt(workbook.workbook.sheets[0]!, 56, 10)).toBe('à voir');
});

test('a row inserted above moves the corrections: none is marked, and each is written in its own row', async () => {
  const rows = [12, 13, 14].map((n) => `PDE | Poste ${n} | 10300000104 | 14000000${n} | 15/02/2023 | 10${n}`);
  const { user, session, workbook } = await findings(workbookOfRows(...rows));
  await user.click(chip(/^Corrections certaines/));
  await user.click(await screen.findByRole('button', { name: 'Voir les 3 corrections' }));
  const drawer = await screen.findByRole('dialog', { name: 'Corriger 3 cellules' });
  expect(rowsIn(drawer)).toEqual(['2', '3', '4']);
  insertRow(workbook, 2);
  await act(() => session.refresh());
  await waitFor(() => expect(rowsIn(drawer)).toEqual(['2', '4', '5']));
  expect(plain(drawer.textContent)).not.toContain('modifiée depuis');
  await user.click(within(drawer).getByRole('checkbox', { name: 'Corriger la ligne\u00a04' }));
  await user.click(within(drawer).getByRole('button', { name: 'Corriger 2 cellules' }));
  await screen.findByText('2 cellules corrigées.');
  const [sheet] = workbook.workbook.sheets;
  const activities = [1, 2, 3, 4].map((row) => sheet && valueAt(sheet, row, 2));
  expect(activities).toEqual(['010300000104', null, '10300000104', '010300000104']);
});

/** The rows of the sheet that the drawer leads to. */
const rowsIn = (drawer: HTMLElement): readonly (string | null)[] =>
  within(drawer)
    .getAllByRole('button', { name: /^Aller à/ })
    .map(({ textContent }) => textContent);

/** Inserts a blank row in the first sheet, as Excel does. */
function insertRow(workbook: OpenedPane['workbook'], top: number): void {
  const [sheet] = workbook.workbook.sheets;
  if (!sheet?.used) throw new Error('an empty sheet');
  const { left, columns, rows } = sheet.used;
  const across = Array.from({ length: columns }, (_, column) => left + column);
  const below = Array.from({ length: sheet.used.top + rows - top }, (_, row) =>
    across.map((column) => ({ value: valueAt(sheet, top + row, column) })),
  );
  const blank = across.map(() => ({ value: null }));
  workbook.editUnannounced([{ kind: 'setCells', sheet: sheet.name, top, left, cells: [blank, ...below] }]);
}

test('the first screen leads to the certain corrections, cell by cell, once', async () => {
  const { user } = await openPane(sampleDossier().workbook);
  await user.click(await screen.findByRole('button', { name: /^Corrections certaines/ }));
  const drawer = await screen.findByRole('dialog', { name: /^Corriger \d+ cellules$/ });
  expect(within(drawer).getAllByRole('checkbox').length).toBeGreaterThan(3);
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('tab', { name: 'Documents' }));
  await user.click(screen.getByRole('tab', { name: /À traiter/ }));
  await screen.findByRole('list', { name: 'Constats par cause' });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('after a correction the focus goes to the next finding', async () => {
  const { user } = await findings();
  await user.type(search(), 'zero initial');
  await user.click(await screen.findByRole('button', { name: /ligne\s57/ }));
  await user.click(screen.getByRole('button', { name: /^Corriger/ }));
  await screen.findByText('1 cellule corrigée.');
  await waitFor(() => expect(plain(document.activeElement?.textContent)).toMatch(/ligne 89/));
});

test('thousands of findings of one value are one line', async () => {
  const rows = Array.from(
    { length: 3333 },
    (_, row) => `PDE | Frais annexes | 010300000108 | ${1_400_000_001 + row} | 15/02/2023 | 1`,
  );
  await findings(workbookOfRows(...rows));
  await screen.findByRole('list', { name: 'Constats par cause' });
  expect(shown()).toContain('Activité « 010300000108 » 3 333 lignesCode étranger à la convention');
  expect(shown().length).toBeLessThan(10);
});

test('a column that is missing is named, and is no row of the ledger', async () => {
  const bare = `
    Axe ministériel 2 | Date d'engagement | Montant AE
    PDE               | 15/02/2023        | 1000
  `;
  const { user } = await findings(ledgerWorkbook(keptConvention(), bare));
  await user.click(screen.getByRole('button', { name: 'Tout déplier' }));
  expect(shown()).toContain('Chiffre non calculable 1 constat');
  const counts = shown().flatMap(
    (text) => /^Colonne absente, ou codes non contrôlés (\d+) constats?$/.exec(text)?.[1] ?? [],
  );
  const missing = counts.reduce((sum, count) => sum + Number(count), 0);
  expect(missing).toBeGreaterThan(1);
  const named = shown().filter((text) => / ligne 1$/.test(text));
  expect(named).toContainEqual(expect.stringMatching(/^« Montant CP »/));
  expect(named.every((text) => /^« .+ »/.test(text))).toBe(true);
  expect(new Set(named).size).toBe(missing + 1);
});

test('several findings on one row are findings, not rows', async () => {
  await findings(workbookOfRows('PDE | Frais annexes | 010300000104 | 1400000001 | hier | beaucoup'));
  expect(shown()).toContainEqual(expect.stringMatching(/^Montant ou date absents ou illisibles 2 constats/));
});

test('the button that clears the search has a French name', async () => {
  const { user, container } = await findings();
  await user.type(search(), 'audit');
  const names = [...container.querySelectorAll('[role="search"] [aria-label]')].map((one) =>
    one.getAttribute('aria-label'),
  );
  expect(names).toContain('Effacer la recherche');
  expect(names).not.toContain('clear');
});

test('none when all is well', async () => {
  await findings(workbookOfRows(RIGHT_ROW));
  expect(plain(screen.getByText(/Aucun constat/).textContent)).toBe(
    'Aucun constat : toutes les lignes contrôlées sont conformes.',
  );
});

test('a text of the workbook is text: it never becomes a part of the page', async () => {
  const evil = '<img src=x onerror=alert(1)>';
  const { user } = await findings(
    workbookOfRows(RIGHT_ROW, `${evil} | Frais annexes | ${evil} | 1400000002 | 15/02/2023 | 1`),
  );
  await user.click(screen.getByRole('button', { name: 'Tout déplier' }));
  expect(screen.getAllByText(new RegExp('<img src=x')).length).toBeGreaterThan(0);
  expect(document.querySelector('img')).toBeNull();
});
