/** « Situation » and the date of the figures, by roles and names. */
import { act, cleanup, screen, within } from '@testing-library/react';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { convention2023 } from '../support/conventions';
import {
  faultsOf,
  openPane,
  plain,
  RIGHT_ROW,
  unfoldHeader,
  workbookOfRows,
  type OpenedPane,
} from '../support/excel/pane';
import { ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { sampleDossier } from '../support/sample-dossier';
import { monthlyWorkbook } from '../support/ledgers/monthly-workbook';

function ledgerWithoutCp(): WorkbookSnapshot {
  return ledgerWorkbook(
    convention2023(),
    `Axe ministériel 2 | Poste de dépense | N° EJ | Date d'engagement | Montant AE
     PDE | Frais annexes | 1400000001 | 15/02/2023 | 1000`,
  );
}

/** The region of an envelope. */
const envelope = (name: string): HTMLElement => screen.getByRole('region', { name });

/** Its table of figures, unfolded. */
async function unfolded(user: OpenedPane['user'], name: string): Promise<HTMLElement> {
  await user.click(within(envelope(name)).getByRole('button', { name }));
  return within(envelope(name)).findByRole('table', { name });
}

function cellsOf(table: HTMLElement, label: RegExp): readonly string[] {
  return within(within(table).getByRole('row', { name: label }))
    .getAllByRole('cell')
    .map((cell) => plain(cell.textContent));
}

describe('the first screen', () => {
  test('opens with its verdict, then what is available of each envelope, then what waits', async () => {
    const { container } = await openPane(sampleDossier().workbook);
    expect(plain(screen.getByRole('heading', { level: 1 }).textContent)).toMatch(
      /^La convention dépasse de 2 691 € d’AE depuis le /,
    );
    expect(within(envelope('Place des entreprises')).getByText('Alerte')).toBeTruthy();
    expect(
      within(envelope('Place des entreprises'))
        .getAllByRole('img')
        .map((bar) => plain(bar.getAttribute('aria-label'))),
    ).toEqual([
      expect.stringMatching(/^AE, Place des entreprises : 99,7\d % consommés, 0,24 % en attente$/),
      expect.stringMatching(/^CP, Place des entreprises : 98,\d\d % consommés/),
    ]);
    expect(
      within(envelope('Signaux Faibles'))
        .getAllByRole('button', { name: /voir les lignes/ })
        .map((figure) => plain(figure.getAttribute('aria-label'))),
    ).toEqual([
      'Disponible en AE, Signaux Faibles : −4 000 €, voir les lignes',
      'Disponible en CP, Signaux Faibles : −1 600 €, voir les lignes',
    ]);
    await screen.findByRole('heading', { name: 'Ce qui vous attend' });
    expect(await faultsOf(container)).toEqual([]);
  });

  test('the verdict is a title, a sentence, then one fact a line, the less urgent ones unfolded by a button', async () => {
    const { user, container } = await openPane(sampleDossier().workbook);
    const verdict = screen.getByRole('region', { name: /^La convention dépasse/ });
    const lines = (): readonly string[] =>
      within(verdict)
        .getAllByRole('listitem')
        .map((line) => plain(line.textContent));
    const first = [
      'Signaux Faibles dépasse de 4 000 € d’AE depuis le 20/11/2023 et de 1 600 € de CP depuis le 29/12/2023.',
      'Délégant non informé.',
      '4 lignes non contrôlées, hors des totaux : 2 montants non lus (1 d’AE, 1 de CP), 1 500 € d’AE et 2 400 € de CP.',
    ];
    expect(within(verdict).getByText(/^Avec\s1.200\s€ en attente, il manque/)).toBeTruthy();
    expect(lines()).toEqual(first);
    await user.click(within(verdict).getByRole('button', { name: /^2\sautres$/, expanded: false }));
    expect(lines()).toEqual([
      ...first,
      'La convention : il manque 301 € de CP, montants en attente compris.',
      'Place des entreprises : part destinée aux restes à payer dépassée de 900 € de CP.',
    ]);
    expect(await faultsOf(container)).toEqual([]);
  });

  test('an envelope unfolds to all its figures, each of which is a door', async () => {
    const { user, container } = await openPane(sampleDossier().workbook);
    const table = await unfolded(user, 'Place des entreprises');
    expect(cellsOf(table, /^Dotation/)).toEqual(['500 000,00 €', '573 032,00 €']);
    expect(cellsOf(table, /^dont part destinée/)).toEqual(['', '73 032,00 €']);
    expect(within(table).getAllByRole('button', { name: /voir les lignes$/ })).toHaveLength(10);
    expect(await faultsOf(container)).toEqual([]);
  });

  test('rows that no total counts are reported, named, and one click away', async () => {
    const { user, workbook } = await openPane(sampleDossier().workbook);
    await user.click(await screen.findByRole('button', { name: /^Lignes non contrôlées/ }));
    const drawer = screen.getByRole('dialog', { name: /lignes non contrôlées, hors des totaux/ });
    const [first] = within(drawer).getAllByRole('button', { name: /Suivi 2023, ligne\s\d+\s: / });
    if (!first) throw new Error('no unchecked row');
    await user.click(first);
    const row = Number(/ligne\s(\d+)/.exec(first.textContent ?? '')?.[1]);
    expect(workbook.shown[0]).toMatchObject({ sheet: 'Suivi 2023', row: row - 1 });
  });

  test('an envelope shows how many amounts its figures lack, and leads to their cells', async () => {
    const { user, workbook, container } = await openPane(
      workbookOfRows(
        RIGHT_ROW,
        'PDE | Frais annexes | 010300000104 | 1400000002 | 15/02/2023 | 12,5 K',
        'PDE | Frais annexes | 010300000104 | 1400000003 | 15/02/2023 | abc',
        'PDX2 | Frais annexes | 010300000104 | 1400000004 | 15/02/2023 | 1500',
      ),
    );
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(plain(screen.getByRole('heading', { level: 1 }).textContent)).toBe('Aucun dépassement dans ce qui a été lu');
    const lacks = (name: string): readonly string[] =>
      within(envelope(name))
        .queryAllByRole('button', { name: /Calculé sans/ })
        .map((one) => plain(one.textContent));
    expect(lacks('Place des entreprises')).toEqual(['Calculé sans 2 montants d’AE non lus : voir']);
    expect(lacks('Signaux Faibles')).toEqual([]);
    expect(lacks('Ensemble de la convention')).toEqual([
      'Calculé sans 2 montants d’AE non lus et 1 500 € d’AE d’une ligne non contrôlée : voir',
    ]);
    expect(await faultsOf(container)).toEqual([]);
    await user.click(
      screen.getByRole('button', { name: /^Place des entreprises, Calculé sans 2\smontants d’AE non lus\s: voir$/ }),
    );
    const drawer = await screen.findByRole('dialog', { name: 'Montants non comptés · Place des entreprises' });
    const rows = within(drawer).getAllByRole('button', { name: /ligne/ });
    expect(rows.map((one) => plain(one.textContent))).toEqual([
      'Suivi, ligne 3 : Montant AE « 12,5 K » non lu',
      'Suivi, ligne 4 : Montant AE « abc » non lu',
    ]);
    if (rows[1]) await user.click(rows[1]);
    expect(workbook.shown.at(-1)).toEqual({ sheet: 'Suivi', row: 3, column: 5 });
  });

  test('the rows of a figure show what their sum lacks', async () => {
    const { user } = await openPane(
      workbookOfRows(RIGHT_ROW, 'PDE | Frais annexes | 010300000104 | 1400000002 | 15/02/2023 | abc'),
    );
    await user.click(screen.getByRole('button', { name: /^Disponible en AE, Place des entreprises/ }));
    const drawer = await screen.findByRole('dialog');
    expect(plain(drawer.textContent)).toContain('Calculé sans 1 montant d’AE non lu.');
    cleanup();
    await openPane(workbookOfRows(RIGHT_ROW, 'PDE | Frais annexes | 010300000104 | 1400000002 | 15/02/2023 | abc'));
    await user.click(screen.getByRole('button', { name: /^Disponible en AE, Signaux Faibles/ }));
    expect(plain((await screen.findByRole('dialog')).textContent)).not.toContain('non lu');
  });

  test.each`
    button                        | screen
    ${/^\d+ erreurs/}             | ${'À traiter'}
    ${/^Aucun extrait de Chorus/} | ${'Rapprochement Chorus'}
    ${/retard/}                   | ${'Échéances'}
    ${'Préparer le courrier'}     | ${'Documents'}
  `('$button leads to $screen', async ({ button, screen: wanted }: { button: string | RegExp; screen: string }) => {
    const { user } = await openPane(sampleDossier().workbook);
    await user.click(await screen.findByRole('button', { name: button }));
    expect(screen.getByRole('tab', { selected: true }).getAttribute('aria-label')).toMatch(new RegExp(`^${wanted}`));
  });

  test('a figure that the ledger does not make is written so, and has no bar', async () => {
    const { user } = await openPane(ledgerWithoutCp());
    expect(within(envelope('Place des entreprises')).getAllByRole('img')).toHaveLength(1);
    const table = await unfolded(user, 'Place des entreprises');
    expect(cellsOf(table, /Consommé/)).toEqual(['1 000,00 €', 'non calculable']);
    await user.click(screen.getByRole('button', { name: /^Consommé en CP, Place des entreprises\s: non calculable/ }));
    expect(plain((await screen.findByRole('dialog')).textContent)).toContain(
      'Aucune colonne du suivi ne correspond à « Montant CP',
    );
  });

  test('a ledger without rows is not one in order', async () => {
    await openPane(workbookOfRows());
    expect(plain(screen.getByRole('heading', { level: 1 }).textContent)).toBe('Rien n’a été contrôlé');
    expect(screen.getByText(/Aucune ligne lue/)).toBeTruthy();
  });

  test('an edit in the workbook changes the figures', async () => {
    const { session, workbook, timers } = await openPane(workbookOfRows(RIGHT_ROW));
    const available = (): string =>
      plain(
        screen.getByRole('button', { name: /^Disponible en AE, Place des entreprises/ }).getAttribute('aria-label'),
      );
    expect(available()).toContain('499 000 €');
    await act(async () => {
      workbook.edit([{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 5, cells: [[{ value: 2500.5 }]] }]);
      timers.pass(1000);
      await session.goTo({ sheet: 'Suivi', row: 0, column: 0 });
    });
    expect(available()).toContain('497 499,50 €');
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
  const titles = (): string[] =>
    within(screen.getByRole('region', { name: 'Disponible' }))
      .getAllByRole('heading', { level: 2 })
      .map((one) => plain(one.textContent));
  await openPane(workbookOfRows('PDE | Frais annexes | 010300000104 | 1400000001 | 15/02/2023 | 600000'));
  expect(titles().at(-1)).toMatch(/^Ensemble de la convention/);
  cleanup();
  await openPane(workbookOfRows('PDE | Frais annexes | 010300000104 | 1400000001 | 15/02/2023 | 600001'));
  expect(titles()[0]).toMatch(/^Ensemble de la convention/);
});

test('the whole convention is not exceeded by what is reserved: it is in alert', async () => {
  const reserved = `
    Axe ministériel 2 | Poste de dépense | N° EJ      | Date d'engagement | Montant AE | État
    PDE               | Frais annexes    | 1400000001 | 15/02/2023        | 490000     | Notifié
    SF                | Prestations      | 1400000002 | 15/02/2023        | 99000      | Notifié
    PDE               | Frais annexes    | 1400000003 | 15/03/2023        | 20000      | Projet
  `;
  await openPane(ledgerWorkbook(convention2023(), reserved));
  const whole = envelope('Ensemble de la convention');
  expect(plain(whole.textContent)).toContain('−9 000 €');
  expect(within(whole).getByText('Alerte')).toBeTruthy();
  expect(within(whole).queryByText('Dépassée')).toBeNull();
});

test('a row has the number that Excel shows, without a space in its thousands', async () => {
  const rows = Array.from(
    { length: 1_000 },
    (_, row) => `PDE | Frais annexes | 010300000104 | 14000${String(row).padStart(5, '0')} | 15/02/2023 | 1`,
  );
  await openPane(workbookOfRows(...rows, 'PDE | Frais annexes | 010300000104 | 1400009999 | 16/02/2023 | 600000'));
  expect(plain(screen.getByRole('button', { name: /^Voir la ligne/ }).textContent)).toBe('Voir la ligne 1002');
});

test('in a ledger of several sheets, a row is named with its sheet', async () => {
  const { user } = await openPane(monthlyWorkbook(400_000));
  expect(plain(screen.getByRole('button', { name: /^Voir F/ }).textContent)).toBe('Voir Février, ligne 2');
  await user.click(screen.getByRole('button', { name: /^Disponible en AE, Place/ }));
  const rows = within(await screen.findByRole('dialog'))
    .getAllByRole('button', { name: /^Aller à/ })
    .map((link) => plain(link.getAttribute('aria-label')));
  expect(rows).toEqual(expect.arrayContaining(['Aller à Janvier, ligne 2, Étude', 'Aller à Février, ligne 2, Étude']));
});
