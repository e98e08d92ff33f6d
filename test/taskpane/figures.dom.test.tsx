/** From a figure to its rows, and « Et si j'engage… », by roles, names and keys. */
import { screen, waitFor, within } from '@testing-library/react';
import type { WorkbookSnapshot } from '../../src/workbook/snapshot';
import { faultsOf, openPane, plain, RIGHT_ROW, workbookOfRows, type OpenedPane } from '../support/excel/pane';
import { sampleDossier } from '../support/sample-dossier';

async function opened(
  contents: WorkbookSnapshot,
  figure: RegExp,
): Promise<OpenedPane & { readonly drawer: HTMLElement }> {
  const pane = await openPane(contents);
  await pane.user.click(screen.getByRole('button', { name: figure }));
  return { ...pane, drawer: await screen.findByRole('dialog') };
}

const textOf = (element: HTMLElement): string => plain(element.textContent);

describe('the drawer of a figure', () => {
  test('gives its terms, the rows of each, and a sum shown equal to it', async () => {
    const { drawer, container } = await opened(sampleDossier().workbook, /^Disponible en AE, Signaux Faibles/);
    expect(document.activeElement?.textContent).toBe('Signaux Faibles · AE');
    expect(textOf(drawer)).toContain('Plafond dépassé depuis le 20/11/2023');
    const terms = within(drawer)
      .getAllByRole('button', { expanded: false })
      .concat(within(drawer).getAllByRole('button', { expanded: true }))
      .map(textOf);
    expect(terms).toEqual(['Dotation 100 000,00 €', '−En attente 0 ligne0,00 €', '−Consommé 6 lignes104 000,00 €']);
    const rows = within(within(drawer).getByRole('table')).getAllByRole('row').map(textOf);
    expect(rows).toHaveLength(7);
    expect(rows[0]).toContain('33 600,00 €');
    expect(rows[5]).toMatch(/20\/11\/2023 · EJ 1405640310Franchit le plafond4 800,00 €ligne 135$/);
    expect(rows[6]).toBe('Somme, égale au chiffre104 000,00 €');
    expect(textOf(drawer)).toContain('=ENVELOPE.AVAILABLE("SF";"AE")');
    expect(await faultsOf(container)).toEqual([]);
  });

  test('each row is one click away; Escape closes and gives the focus back to the figure', async () => {
    const { user, workbook, drawer } = await opened(sampleDossier().workbook, /^Disponible en AE, Signaux Faibles/);
    await user.click(within(drawer).getByRole('button', { name: /^Trier\s: plus récentes d’abord$/ }));
    const [first] = within(drawer).getAllByRole('button', { name: /^Aller à la ligne/ });
    if (!first) throw new Error('no row');
    expect(first.getAttribute('aria-label')).toMatch(/^Aller à la ligne\s135, /);
    await user.click(first);
    expect(workbook.shown.map(({ row }) => row)).toEqual([134]);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Disponible en AE, Signaux Faibles/);
  });

  test('the allocation unfolds to the printed amount', async () => {
    const { user, drawer } = await opened(sampleDossier().workbook, /^Disponible en AE, Place/);
    await user.click(within(drawer).getByRole('button', { name: /^Dotation/ }));
    expect(textOf(within(drawer).getByRole('table', { name: /Dotation$/ }))).toBe(
      'Dotation initiale500 000,00 €Somme, égale au chiffre500 000,00 €',
    );
  });
});

describe('the selected cell', () => {
  const explain = async (formula?: { readonly invariant: string; readonly local: string }) => {
    const pane = await openPane(sampleDossier().workbook);
    pane.workbook.selected = {
      sheet: 'Synthèse',
      area: { top: 4, left: 2, rows: 1, columns: 1 },
      ...(formula && { formula }),
    };
    await pane.user.click(screen.getByRole('button', { name: 'Expliquer la cellule sélectionnée' }));
  };

  test('opens the rows of its formula, whose text is that of the user’s Excel', async () => {
    await explain({
      invariant: '=ENVELOPE.CONSUMED("SF","AE","","2023-06-30")',
      local: '=ENVELOPE.CONSUMED("SF";"AE";"";"2023-06-30")',
    });
    const drawer = await screen.findByRole('dialog', { name: 'Signaux Faibles · AE' });
    expect(textOf(drawer)).toContain('Consommé en AE au 30/06/2023');
    expect(textOf(drawer)).toContain('Somme, égale au chiffre90 000,00 €');
    expect(textOf(drawer)).toContain('=ENVELOPE.CONSUMED("SF";"AE";"";"2023-06-30")');
  });

  test.each([undefined, { invariant: '=SUM(1,2)', local: '=SOMME(1;2)' }])(
    'of %j: the pane answers why not',
    async (formula) => {
      await explain(formula);
      await screen.findByText(/ne contient pas de formule ENVELOPE/);
      expect(screen.queryByRole('dialog')).toBeNull();
    },
  );
});

describe('« Et si j’engage… »', () => {
  const LEDGER = workbookOfRows(
    'PDE | Frais annexes | 010300000104 | 1400000001 | 15/02/2023 | 490000',
    'SF | Prestations | 010300000104 | 1400000002 | 15/02/2023 | 1000',
  );

  async function asked(amount: string, date = ''): Promise<OpenedPane & { readonly drawer: HTMLElement }> {
    const pane = await opened(LEDGER, /^Disponible en AE, Place/);
    const { user, drawer } = pane;
    await user.click(within(drawer).getByRole('button', { name: 'Et si j’engage…' }));
    await user.type(within(drawer).getByRole('textbox', { name: 'Montant TTC' }), amount);
    if (date !== '') {
      await user.clear(within(drawer).getByRole('textbox', { name: 'Le' }));
      await user.type(within(drawer).getByRole('textbox', { name: 'Le' }), date);
    }
    await user.click(within(drawer).getByRole('button', { name: 'Calculer' }));
    return pane;
  }

  test('an amount typed beside the figure is judged at once; a wrong one is asked again', async () => {
    const { user, drawer, container } = await opened(LEDGER, /^Disponible en AE, Place/);
    await user.type(within(drawer).getByRole('textbox', { name: 'Montant TTC' }), '12 000{Enter}');
    await within(drawer).findByRole('table');
    // Under the form, and above its buttons, which stay in view.
    expect(within(drawer).getAllByText(/^Non\s: un plafond serait dépassé/)).toHaveLength(2);
    expect(await faultsOf(container)).toEqual([]);
    await user.click(within(drawer).getByRole('button', { name: 'Voir les lignes' }));
    expect(within(drawer).queryByText(/^Non\s: /)).toBeNull();
    await user.type(within(drawer).getByRole('textbox', { name: 'Montant TTC' }), 'beaucoup{Enter}');
    expect((await within(drawer).findByRole('textbox', { name: 'Montant TTC' })).getAttribute('aria-invalid')).toBe(
      'true',
    );
  });

  test('a second wrong amount has the focus again, as the first', async () => {
    const { user, drawer } = await asked('douze');
    const amount = within(drawer).getByRole('textbox', { name: 'Montant TTC' });
    await waitFor(() => expect(document.activeElement).toBe(amount));
    await user.clear(amount);
    await user.type(amount, '-5');
    await user.click(within(drawer).getByRole('button', { name: 'Calculer' }));
    await waitFor(() => expect(document.activeElement).toBe(amount));
  });

  test('is no plain yes where an amount of the envelope was not read', async () => {
    const { user, drawer } = await opened(
      workbookOfRows(RIGHT_ROW, 'PDE | Frais annexes | 010300000104 | 1400000002 | 15/02/2023 | abc'),
      /^Disponible en AE, Place/,
    );
    await user.type(within(drawer).getByRole('textbox', { name: 'Montant TTC' }), '1 000{Enter}');
    await within(drawer).findByRole('table');
    expect(textOf(drawer)).toContain('Possible d’après ce qui est lu');
    expect(textOf(drawer)).toContain('Calculé sans 1 montant d’AE non lu.');
    expect(textOf(drawer)).not.toContain('Oui');
  });

  test.each`
    amount      | date            | answer                                  | left
    ${'1 000'}  | ${''}           | ${/Oui, mais un seuil de suivi|Oui : /} | ${'9 000,00 €'}
    ${'12 000'} | ${''}           | ${/Non : un plafond serait dépassé/}    | ${'−2 000,00 €'}
    ${'1 000'}  | ${'15/01/2024'} | ${/Non : la date ne convient pas/}      | ${/./}
  `(
    '$amount $date: $answer',
    async ({ amount, date, answer, left }: { amount: string; date: string; answer: RegExp; left: string | RegExp }) => {
      const { drawer, workbook, container } = await asked(amount, date);
      const table = await within(drawer).findByRole('table');
      expect(textOf(drawer)).toMatch(answer);
      const row = within(table).getByRole('row', { name: /^Place des entreprises/ });
      expect(plain(within(row).getAllByRole('cell')[1]?.textContent)).toMatch(left);
      expect(workbook.calls).not.toContain('apply');
      expect(await faultsOf(container)).toEqual([]);
    },
  );

  test('the words are those of the controls', async () => {
    const { drawer } = await asked('12 000');
    await within(drawer).findByRole('table');
    expect(textOf(drawer)).toMatch(/Place des entreprises : 502 000,00 € d’AE engagées au .* soit 2 000,00 € de trop/);
    expect(textOf(drawer)).toContain('Au plus : 10 000,00 €.');
  });

  test.each(['', 'douze', '-5', '0'])('the amount « %s » is refused at its field', async (typed) => {
    const { drawer } = await asked(typed === '' ? ' ' : typed);
    expect(within(drawer).getByText(/Saisissez un montant/)).toBeTruthy();
    expect(document.activeElement).toBe(within(drawer).getByRole('textbox', { name: 'Montant TTC' }));
    expect(within(drawer).queryByRole('table')).toBeNull();
  });
});
