/** « Ce qui a été lu »: what is unread, its ways out, and the headings that the user points at; by roles and names. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import type { CellValue } from '../../../src/workbook/cells';
import type { WriteStep } from '../../../src/workbook/plan';
import { readReadingChoices } from '../../../src/workbook/registers/reading-choices';
import { findTable, valueAt, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { convention2023 } from '../../support/conventions';
import {
  faultsOf,
  openPane,
  plain,
  RIGHT_ROW,
  workbookOfRows,
  ledgerShown,
  unfoldHeader,
  shownFinding,
} from '../../support/excel/pane';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';
import { monthlyWorkbook } from '../../support/ledgers/monthly-workbook';

/** Rows with an EJ and an amount under headings that mean nothing. */
const ROWS: readonly (readonly CellValue[])[] = [
  ['Dossier', 'Bidule', 'Truc'],
  ['1400000007', 'SF', 2500.5],
  ['1400000008', 'SF', 400],
];

function withSheets(workbook: WorkbookSnapshot, ...names: readonly string[]): WorkbookSnapshot {
  return names.reduce((given, sheet) => withSheet(given, sheet, ROWS), workbook);
}

function withSheet(workbook: WorkbookSnapshot, sheet: string, rows: typeof ROWS): WorkbookSnapshot {
  const steps: readonly WriteStep[] = [
    { kind: 'addSheet', sheet },
    { kind: 'setCells', sheet, top: 2, left: 1, cells: rows.map((row) => row.map((value) => ({ value }))) },
  ];
  return applyPlan(workbook, { purpose: 'repair', expected: [], steps });
}

const unreadSheets = (...names: readonly string[]): WorkbookSnapshot => withSheets(workbookOfRows(RIGHT_ROW), ...names);

const NO_LEDGER = withSheets(ledgerWorkbook(convention2023(), 'Mois | Total\n janvier | 1'), 'Autres');

/** The rows of `ENV_Lecture`: sheet, range, decision, reason, by. */
function decisions(workbook: WorkbookSnapshot): readonly string[] {
  const table = findTable(workbook, 'ENV_Lecture');
  const sheet = workbook.sheets.find(({ name }) => name === table?.sheet);
  if (!table || !sheet) return [];
  const { top, left, rows } = table.area;
  const all = Array.from({ length: rows - 1 }, (_, row) =>
    [0, 1, 2, 3, 5].map((column) => valueAt(sheet, top + 1 + row, left + column) ?? '').join(' | '),
  );
  return all.filter((row) => /\w/.test(row));
}

async function reading(contents: WorkbookSnapshot) {
  const pane = await openPane(contents);
  await unfoldHeader(pane.user);
  const [first] = screen.getAllByRole('button', { name: /non lue|Ce qui a été lu/ }); // Situation leads there too
  await pane.user.click(first as HTMLElement);
  await screen.findByRole('heading', { name: 'Ce qui a été lu' });
  return pane;
}

const place = (name: RegExp): HTMLElement => screen.getByRole('listitem', { name });

describe('the account', () => {
  test('a place that is not read is reported under the figures of the whole convention, and one click away', async () => {
    const { user } = await openPane(unreadSheets('Autres'));
    const [link, ...others] = screen.getAllByRole('button', { name: /Calculé sans/ });
    expect(plain(link?.textContent)).toBe('Calculé sans 1 plage non lue (2 900,50 € de nature inconnue) : voir');
    expect(others).toEqual([]);
    if (link) await user.click(link);
    expect(await screen.findByRole('region', { name: '1 plage non lue' })).toBeTruthy();
  });

  test('what is unread is first, with its rows and sums; the roles make the whole workbook', async () => {
    const { container } = await reading(unreadSheets('Autres'));
    const unread = screen.getByRole('region', { name: '1 plage non lue' });
    expect(plain(unread.textContent)).toMatch(/2 lignes avec montant, autres montants 2 900,50 €/);
    expect(plain(within(unread).getByRole('listitem').textContent)).toMatch(
      /^Feuille « Autres », lignes \d+ à 5, colonnes? .*Non lu – opérations que le suivi ne reprend pas/,
    );
    expect(plain(screen.getByRole('region', { name: /Feuille «\sSuivi\s»/ }).textContent)).toMatch(
      /Tableau T_Suivi.*Lu comme suivi – tableau du suivi1 ligne avec montant, AE 1 000,00 €/,
    );
    const totals = screen.getByRole('region', { name: 'Total du classeur' });
    expect(plain(totals.textContent)).toMatch(/Non lu \(1\).*Lu comme suivi \(1\).*Table de la convention \(\d\)/);
    expect(await faultsOf(container)).toEqual([]);
  });

  test('operations whose amounts are words: in the verdict, beside the figures and in the account', async () => {
    const rows: typeof ROWS = [
      ['N° EJ', 'Titulaire', 'Somme'],
      ['1400000007', 'Hermine', 'à préciser'],
      ['1400000008', 'Ondine', 'voir devis'],
    ];
    await reading(withSheet(workbookOfRows(RIGHT_ROW), 'Autres', rows));
    const unread = screen.getByRole('region', { name: '1 plage non lue' });
    expect(plain(unread.textContent)).toMatch(/^1 plage non lue2 lignes, 2 montants illisibles/);
    const totals = screen.getByRole('region', { name: 'Total du classeur' });
    expect(plain(totals.textContent)).toMatch(/Non lu \(1\)2 lignes, 2 montants illisibles/);
    cleanup();
    await openPane(withSheet(workbookOfRows(RIGHT_ROW), 'Autres', rows));
    const verdict = screen.getByRole('region', { name: 'Aucun dépassement dans ce qui a été lu' });
    expect(plain(within(verdict).getAllByRole('listitem')[0]?.textContent)).toBe(
      '1 plage non lue : 2 montants illisibles.',
    );
    const [link] = screen.getAllByRole('button', { name: /Calculé sans/ });
    expect(plain(link?.textContent)).toBe('Calculé sans 1 plage non lue (2 montants illisibles) : voir');
  });

  test('a workbook without anything unread states it', async () => {
    await reading(workbookOfRows(RIGHT_ROW));
    expect(screen.getByRole('heading', { name: /Chaque montant du classeur est lu/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Mettre de côté/ })).toBeNull();
  });

  test('a list without any known operation is no « montant calculé »', async () => {
    const list: typeof ROWS = [
      ['Prestation', 'Montant'],
      ['Journée de conseil', 120_000],
    ];
    await reading(withSheet(workbookOfRows(RIGHT_ROW), 'Prestations', list));
    expect(plain(screen.getByRole('heading', { name: /^Chaque montant du classeur/ }).textContent)).toBe(
      'Chaque montant du classeur est lu, calculé ou mis de côté, sauf 1 plage sans opération reconnue, qui n’entre dans aucun chiffre.',
    );
    expect(plain(screen.getByRole('region', { name: /Prestations/ }).textContent)).toContain(
      'Hors du suivi – aucune opération : ni EJ, ni code Chorus, ni date, ni enveloppe',
    );
  });

  test('an amount that cannot be read is never « lu »', async () => {
    await reading(workbookOfRows(RIGHT_ROW, RIGHT_ROW.replace('1000', 'environ 20')));
    expect(screen.getByRole('heading', { name: /1 montant du suivi est illisible/ })).toBeTruthy();
    expect(screen.queryByText(/Chaque montant du classeur est lu/)).toBeNull();
  });

  test('it goes to a place, and gives the focus back to its button once closed', async () => {
    const { user, workbook } = await reading(unreadSheets('Autres'));
    expect(document.activeElement?.textContent).toBe('Ce qui a été lu');
    await user.click(screen.getByRole('button', { name: /^Aller à\s: Feuille «\sAutres\s»/ }));
    await waitFor(() => expect(workbook.shown[0]?.sheet).toBe('Autres'));
    await user.click(screen.getByRole('button', { name: 'Fermer' }));
    expect(document.activeElement?.textContent).toBe('1 plage non lue');
  });

  test('Escape closes the step of the headings alone, then the screen', async () => {
    const { user } = await reading(unreadSheets('Autres'));
    await user.click(screen.getAllByRole('button', { name: /^Indiquer la ligne d.en-têtes…$/ })[0] ?? document.body);
    await screen.findByRole('region', { name: /^Ligne d.en-têtes$/ });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: /^Ligne d.en-têtes$/ })).toBeNull();
    expect(screen.getByRole('heading', { level: 1, name: 'Ce qui a été lu' })).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('heading', { name: 'Ce qui a été lu' })).toBeNull();
    expect(document.activeElement?.textContent).toBe('1 plage non lue');
  });

  test('in English too', async () => {
    const { user, container } = await openPane(unreadSheets('Autres'), 'en');
    await unfoldHeader(user);
    await user.click(screen.getByRole('button', { name: '1 place not read' }));
    const unread = await screen.findByRole('region', { name: '1 place not read' });
    expect(unread.textContent).toMatch(/Sheet “Autres”, rows\s\d+ to 5.*Not read – /);
    await user.click(within(unread).getByRole('button', { name: /^Set aside…/ }));
    expect(await faultsOf(container)).toEqual([]);
  });
});

describe('columns that no figure uses', () => {
  const HEADINGS = "Axe ministériel 2 | N° EJ | Date d'engagement | Montant AE | Contrôle | Observations";
  const rows = (count: number): string[] =>
    Array.from({ length: count }, (_, row) => {
      const piece = String(1_400_000_001 + row);
      return `PDE | ${piece} | 15/02/2023 | ${1000 + row} | ${row === 2 ? 'KO' : 'OK'} | Reçu le ${row + 1}`;
    });
  const withRows = (count: number): WorkbookSnapshot =>
    ledgerWorkbook(convention2023(), [HEADINGS, ...rows(count)].join('\n'));

  test('a few values are shown with their rows, the rarest first; more of them unfold', async () => {
    const { user, workbook, container } = await reading(withRows(60));
    const section = screen.getByRole('region', { name: 'Colonnes non utilisées' });
    const [control, remarks] = within(section).getAllByRole('listitem', { name: /colonne/ });
    if (!control || !remarks) throw new Error('two columns are expected');
    expect(plain(control.textContent)).toMatch(
      /60 lignes, 2 valeurs différentes« KO », ligne \d+« OK », 59 lignes, dont la/,
    );
    expect(plain(remarks.textContent)).toMatch(/60 lignes, 60 valeurs différentesVoir les valeurs/);
    expect(within(remarks).queryByText(/Reçu le 1 »/)).toBeNull();
    await user.click(within(remarks).getByRole('button', { name: /^Voir les valeurs/ }));
    expect(within(remarks).getByText(/Reçu le 1 »/)).toBeTruthy();
    expect(plain(within(remarks).getAllByRole('listitem').at(-1)?.textContent)).toBe('et 10 autres');
    expect(await faultsOf(container)).toEqual([]);
    await user.click(within(control).getByRole('button', { name: /^Aller à/ }));
    await waitFor(() => expect(workbook.shown).toHaveLength(1));
  });

  test('a ledger whose columns are all used has no such section', async () => {
    await reading(workbookOfRows(RIGHT_ROW));
    expect(screen.queryByRole('region', { name: 'Colonnes non utilisées' })).toBeNull();
  });
});

test('a ledger in several sheets states how many, and is restricted to one of them by a click', async () => {
  const { user } = await reading(monthlyWorkbook(1000));
  await user.click(screen.getByRole('button', { name: /^Ne lire que celui-ci\s: Feuille «\sFévrier\s»/ }));
  expect(plain(screen.getByRole('region', { name: '1 plage non lue' }).textContent)).toMatch(/Janvier.*AE 1 500,00 €/);
  await user.click(screen.getByRole('button', { name: 'Fermer' }));
  expect(await ledgerShown(user)).toBe('Février');
  await user.click(screen.getByRole('button', { name: 'Changer' }));
  expect(await ledgerShown(user)).toBe('2 feuilles, 4 lignes');
});

describe('a place that is unread', () => {
  test('is set aside with a reason and a name; the focus is on the next one, then on the heading', async () => {
    const { user, workbook, container } = await reading(unreadSheets('Autres', 'Divers'));
    await user.click(within(place(/Autres/)).getByRole('button', { name: /^Mettre de côté…/ }));
    const form = screen.getByRole('form', { name: /^Mettre de côté\s: Feuille «\sAutres\s»/ });
    await user.click(within(form).getByRole('button', { name: 'Mettre de côté' }));
    expect(screen.getAllByText('À remplir.')).toHaveLength(2);
    expect(document.activeElement).toBe(within(form).getByRole('textbox', { name: /Motif/ }));
    expect(await faultsOf(container)).toEqual([]);
    await user.type(within(form).getByRole('textbox', { name: /Motif/ }), 'crédits du programme 134');
    await user.type(within(form).getByRole('textbox', { name: /Mis de côté par/ }), 'Mme Durand');
    await user.click(within(form).getByRole('button', { name: 'Mettre de côté' }));
    await screen.findByRole('region', { name: '1 plage non lue' });
    expect(decisions(workbook.workbook)).toEqual([
      expect.stringMatching(/^Autres \| [A-Z]\d:[A-Z]5 \| mis de côté \| crédits du programme 134 \| Mme Durand$/),
    ]);
    expect(document.activeElement).toBe(place(/Divers/));
    expect(plain(screen.getByRole('region', { name: /^Feuille «\sAutres\s»$/ }).textContent)).toContain(
      'Mis de côté – motif : crédits du programme 134',
    );
    await user.click(within(place(/Divers/)).getByRole('button', { name: /^Mettre de côté…/ }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Mis de côté par/ }).value).toBe('Mme Durand');
    await user.type(screen.getByRole('textbox', { name: /Motif/ }), 'copie');
    await user.click(screen.getByRole('button', { name: 'Mettre de côté' }));
    const done = await screen.findByRole('heading', { name: /Chaque montant du classeur est lu/ });
    expect(document.activeElement).toBe(done);
    await user.click(screen.getByRole('button', { name: 'Annuler le dernier choix de lecture' }));
    await screen.findByRole('region', { name: '1 plage non lue' });
  });

  test('is added to the ledger by one click', async () => {
    const { user, workbook } = await reading(unreadSheets('Autres'));
    await user.click(within(place(/Autres/)).getByRole('button', { name: /^Rattacher au suivi/ }));
    await waitFor(() => expect(decisions(workbook.workbook)).toHaveLength(1));
    expect(decisions(workbook.workbook)[0]).toMatch(/^Autres \| [A-Z]\d:[A-Z]5 \| suivi \| {2}\| $/);
  });

  test('the form that is closed gives the focus back to its button', async () => {
    const { user } = await reading(unreadSheets('Autres'));
    const setAside = () => within(place(/Autres/)).getByRole('button', { name: /^Mettre de côté…/ });
    await user.click(setAside());
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(setAside());
  });

  test('a refusal leaves the form open and the focus where it is', async () => {
    const { user, workbook } = await reading(unreadSheets('Autres'));
    await user.click(within(place(/Autres/)).getByRole('button', { name: /^Mettre de côté…/ }));
    await user.type(screen.getByRole('textbox', { name: /Motif/ }), 'copie');
    await user.type(screen.getByRole('textbox', { name: /Mis de côté par/ }), 'Mme Durand');
    workbook.refuseNext({ code: 'cellBeingEdited' });
    await user.click(screen.getByRole('button', { name: 'Mettre de côté' }));
    await screen.findByText(/cellule est en cours de saisie|saisie/);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Motif/ }).value).toBe('copie');
    expect(decisions(workbook.workbook)).toEqual([]);
  });

  test('is a finding with the same ways out, which leaves the list once decided', async () => {
    const { user, workbook, container } = await openPane(unreadSheets('Autres'));
    await user.click(screen.getByRole('tab', { name: /^À traiter/ }));
    const item = await shownFinding(user, 'LEC-01');
    expect(within(item).queryByRole('button', { name: 'Accepter…' })).toBeNull();
    expect(within(item).getByRole('button', { name: /^Rattacher au suivi/ })).toBeTruthy();
    await user.click(within(item).getByRole('button', { name: /^Mettre de côté…/ }));
    expect(await faultsOf(container)).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: /Motif/ }), 'crédits du programme 134');
    await user.type(screen.getByRole('textbox', { name: /Mis de côté par/ }), 'Mme Durand');
    await user.click(screen.getByRole('button', { name: 'Mettre de côté' }));
    await waitFor(() => expect(screen.queryByTitle(/^LEC-01, /)).toBeNull());
    expect(decisions(workbook.workbook)).toHaveLength(1);
  });
});

test('a column of the ledger is set aside with its rows to come, as the form announces', async () => {
  const headings =
    "Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date d'engagement | Montant AE | Indemnités";
  const row = (ej: string, amount: number): string =>
    `PDE | Frais annexes | 010300000104 | ${ej} | 15/02/2023 | 1000 | ${amount}`;
  const contents = ledgerWorkbook(
    convention2023(),
    [headings, row('1400000001', 50), row('1400000002', 60)].join('\n'),
  );
  const { user, workbook } = await reading(contents);
  const unread = screen.getByRole('region', { name: '1 plage non lue' });
  await user.click(within(unread).getByRole('button', { name: /^Mettre de côté…/ }));
  const reason = screen.getByRole('textbox', {
    name: /Motif/,
    description: /^Les lignes ajoutées ensuite à cette colonne/,
  });
  await user.type(reason, 'hors convention');
  await user.type(screen.getByRole('textbox', { name: /Mis de côté par/ }), 'Mme Durand');
  await user.click(screen.getByRole('button', { name: 'Mettre de côté' }));
  await waitFor(() => expect(decisions(workbook.workbook)).toHaveLength(1));
  const choices = readReadingChoices(workbook.workbook);
  expect(choices.ok && choices.value.map(({ column }) => column)).toEqual(['Indemnités']);
});

describe('the row of headings', () => {
  test('is pointed at where no ledger was found: seen first, then kept', async () => {
    const { user, workbook, container } = await openPane(NO_LEDGER);
    expect(plain(screen.getByRole('region', { name: '1 plage non lue' }).textContent)).toContain('Feuille « Autres »');
    workbook.selected = { sheet: 'Autres', area: { top: 2, left: 2, rows: 1, columns: 1 } };
    await user.click(screen.getAllByRole('button', { name: /^Indiquer la ligne d.en-têtes…$/ })[0] ?? document.body);
    const step = await screen.findByRole('region', { name: /^Ligne d.en-têtes$/ });
    await waitFor(() =>
      expect(plain(step.textContent)).toContain('Sélection : feuille « Autres », ligne 3, colonnes B à D'),
    );
    expect(plain(step.textContent)).toMatch(/3 en-têtes – Dossier, Bidule, Truc/);
    expect(plain(step.textContent)).toMatch(/Première ligne en dessous – 1400000007, SF, 2500.5/);
    expect(await faultsOf(container)).toEqual([]);
    await user.click(within(step).getByRole('button', { name: 'Ce sont les en-têtes' }));
    await waitFor(() => expect(decisions(workbook.workbook)).toEqual(['Autres | B3:D3 | en-têtes |  | ']));
  });

  test('a selection without headings, or of too many rows, is not kept', async () => {
    const { user, workbook } = await openPane(NO_LEDGER);
    workbook.selected = { sheet: 'Autres', area: { top: 40, left: 0, rows: 1, columns: 1 } };
    await user.click(screen.getAllByRole('button', { name: /^Indiquer la ligne d.en-têtes…$/ })[0] ?? document.body);
    await screen.findByText(/la sélection ne contient aucun en-tête/);
    const confirm = screen.getByRole<HTMLButtonElement>('button', { name: 'Ce sont les en-têtes' });
    expect(confirm.disabled).toBe(true);
    workbook.selected = { sheet: 'Autres', area: { top: 0, left: 0, rows: 9, columns: 4 } };
    await user.click(screen.getByRole('button', { name: 'Lire la sélection' }));
    await screen.findByText(/3 lignes au plus/);
    workbook.refuseNext({ code: 'selectionNotOne' });
    await user.click(screen.getByRole('button', { name: 'Lire la sélection' }));
    await screen.findByText(/La sélection n.est pas une seule plage/);
    expect(confirm.disabled).toBe(true);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: 'Ce sont les en-têtes' })).toBeNull();
    expect(document.activeElement?.textContent).toMatch(/^Indiquer la ligne d.en-têtes…$/);
  });
});
