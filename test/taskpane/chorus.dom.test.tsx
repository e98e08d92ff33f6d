/**
 * « Rapprochement Chorus »: extracts given in each way, how they were read, the totals and the groups; by roles and
 * names.
 */
import { TextDecoder } from 'node:util';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { createElement } from 'react';
import { Shape } from '../../src/taskpane/shared/Shape';
import { faultsOf, openPane, plain, workbookOfRows } from '../support/excel/pane';

Object.assign(globalThis, { TextDecoder }); // every browser has it, jsdom has not

const ROWS = [
  'PDE | Frais annexes | 010300000104 | 1400000001 | 15/02/2023 | 1000 | 01/03/2023 | 10/03/2023 | 600',
  'PDE | Frais annexes | 010300000104 | 1400000002 | 16/02/2023 | 50',
];

/** INF-BUD-53: the first EJ agrees, the second is 10 € more, the third is unknown to the ledger. */
const EXTRACT = [
  'Programme;Domaine fonctionnel;Centre financier;Activité;Axe ministériel 2;N° EJ;N° poste EJ;Exercice;Date comptable;Montant engagé;Montant bascule',
  '0103;0103-01-01;0103-CEFP-C002;010300000104;PDE;1400000001;1;2023;15/02/2023;1 000,00;0,00',
  '0103;0103-01-01;0103-CEFP-C002;010300000104;PDE;1400000002;1;2023;16/02/2023;60,00;0,00',
  '0103;0103-01-01;0103-CEFP-C002;010300000104;PDE;1400000009;1;2023;17/02/2023;5,00;0,00',
  '0103;0103-01-01;0103-CEFP-C002;010300000104;PDE;1400000010;1;2023;17/02/2023;illisible;0,00',
].join('\n');

async function chorus() {
  const pane = await openPane(workbookOfRows(...ROWS));
  await pane.user.click(screen.getByRole('tab', { name: 'Rapprochement Chorus' }));
  await screen.findByText(/Comparez le suivi/);
  return pane;
}

async function paste(user: Awaited<ReturnType<typeof chorus>>['user'], text: string): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Coller un texte…' }));
  fireEvent.change(screen.getByRole('textbox', { name: /Collez ici/ }), { target: { value: text } });
  await user.click(screen.getByRole('button', { name: 'Lire' }));
}

test('a pasted extract: what was read and left out, the totals, the groups to look at with their cells and lines', async () => {
  const { user, workbook, container } = await chorus();
  await paste(user, EXTRACT);
  const read = await screen.findByRole('region', { name: 'Extraits lus' });
  expect(plain(read.textContent)).toMatch(/Texte collé 1.*3 lignes.*1 ligne ignorée.*ligne 5 : montant illisible/);
  const totals = screen.getByRole('table', { name: 'Totaux par enveloppe' });
  expect(
    within(totals)
      .getAllByRole('row')
      .map((row) => plain(row.textContent)),
  ).toContain('AE1 050,00 €1 065,00 €−15,00 €');
  const balance = screen.getByRole('region', { name: 'Ce que sont devenues les lignes' });
  expect(plain(balance.textContent)).toMatch(/chaque ligne des extraits \(3\) est compté une seule fois/);
  const detail = screen.getByRole('region', { name: 'Écarts et détail' });
  expect(
    within(detail)
      .getAllByRole('heading', { level: 3 })
      .map((heading) => plain(heading.textContent)),
  ).toEqual(['EJ 1400000002Écart de montant · AE · ligne 3−10,00 €', 'EJ 1400000009Absent du suivi · AE−5,00 €']);
  await user.click(within(detail).getByRole('button', { name: /^EJ.1400000009/ }));
  expect(plain(detail.textContent)).toContain('Texte collé 1, ligne 4EJ 1400000009');
  await user.click(within(detail).getByRole('button', { name: /^EJ.1400000002/ }));
  await user.click(within(detail).getByRole('button', { name: /^Aller à Suivi, ligne.3$/ }));
  expect(workbook.shown).toEqual([{ sheet: 'Suivi', row: 2, column: 5 }]);
  await user.selectOptions(within(detail).getByRole('combobox', { name: 'Afficher' }), 'Rapproché (1)');
  await user.click(within(detail).getByRole('button', { name: /^EJ.1400000001/ }));
  expect(within(detail).getByRole('button', { name: /^Aller à Suivi, ligne.2$/ })).toBeTruthy();
  expect(workbook.calls).not.toContain('apply');
  expect(await faultsOf(container)).toEqual([]);
});

test('the focus is never lost: on the result once read, on the first words once removed, on the button once closed', async () => {
  const { user } = await chorus();
  const focused = (): string => plain(document.activeElement?.textContent);
  await user.click(screen.getByRole('button', { name: 'Coller un texte…' }));
  await user.click(screen.getByRole('button', { name: 'Fermer' }));
  await waitFor(() => expect(focused()).toBe('Coller un texte…'));
  await paste(user, EXTRACT);
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H2'));
  expect(focused()).toMatch(/^AE comparées/);
  await user.click(screen.getByRole('button', { name: 'Retirer Texte collé 1' }));
  await waitFor(() => expect(focused()).toMatch(/^Comparez le suivi/));
});

test('the announcement of a result is made of whole sentences', async () => {
  const { user } = await chorus();
  await paste(user, EXTRACT.split('\n')[0] ?? '');
  await screen.findByRole('heading', { name: /Rien n.a pu être comparé/ });
  const announced = screen.getAllByRole('status').map((one) => plain(one.textContent));
  expect(announced).toContainEqual(
    'Rien n’a pu être comparé. L’extrait ne contient aucune ligne. Vérifiez les filtres de la requête.',
  );
  expect(announced.join(' ')).not.toContain('..');
});

test('nothing compared is no success: the cause is announced first, what Chorus lacks is « — », and no text is green', async () => {
  const { user, container } = await chorus();
  const [headings = '', line = ''] = EXTRACT.split('\n');
  const without = (text: string): string =>
    text
      .split(';')
      .filter((_, at) => at !== 5 && at !== 6)
      .join(';');
  await paste(user, [headings, line].map(without).join('\n'));
  await screen.findByRole('heading', { name: /Rien n.a pu être comparé/ });
  const status = screen
    .getAllByRole('status')
    .map((one) => plain(one.textContent))
    .join(' ');
  expect(status).toMatch(/Rien n.a pu être comparé.*La colonne « N° EJ » est absente/);
  const share = screen.getByRole('region', { name: 'Part du suivi comparée' });
  expect(plain(share.textContent)).toMatch(/AE0 %0 ligne sur 2 à comparer : 1 050,00 € d.AE sans contrôle/);
  const totals = screen.getByRole('table', { name: 'Totaux par enveloppe' });
  expect(plain(totals.textContent)).toContain('AE1 050,00 €——');
  expect(container.textContent).not.toMatch(/Rien à regarder|concorde/);
  expect(await faultsOf(container)).toEqual([]);
});

test('an extract of other operations: nothing was compared, so no line is a gap, and each is still listed by status', async () => {
  const { user, container } = await chorus();
  const lines = EXTRACT.split('\n');
  await paste(user, lines.map((line) => line.replace(/140000000/g, '140000009')).join('\n'));
  await screen.findByRole('heading', { name: /Rien n.a pu être comparé/ });
  expect(screen.queryByRole('region', { name: 'Écarts et détail' })).toBeNull();
  const detail = screen.getByRole('region', { name: 'Lignes du suivi et de l’extrait' });
  const choices = within(detail)
    .getAllByRole('option')
    .map((option) => plain(option.textContent));
  expect(choices).toEqual(expect.arrayContaining([expect.stringMatching(/^Absent de Chorus/)]));
  expect(choices.filter((choice) => choice.startsWith('Écarts'))).toEqual([]);
  expect(within(detail).getAllByRole('listitem').length).toBeGreaterThan(0);
  const { container: danger } = render(createElement(Shape, { kind: 'danger' }));
  expect(detail.innerHTML).not.toContain(danger.querySelector('path')?.outerHTML ?? 'no shape');
  expect(detail.textContent).not.toContain('−');
  expect(await faultsOf(container)).toEqual([]);
});

test('a gap that can be explained is accepted with a reason, for this extract and the next, and reopened', async () => {
  const { user, session } = await chorus();
  await paste(user, EXTRACT);
  const item = async (): Promise<HTMLElement> => screen.findByRole('listitem', { name: /Absent du suivi/ });
  await user.click(within(await item()).getByRole('button', { name: /^EJ/ }));
  await user.click(within(await item()).getByRole('button', { name: 'Accepter…' }));
  await user.keyboard('{Escape}'); // closes the form, and its button has the focus again
  expect(document.activeElement?.textContent).toBe('Accepter…');
  await user.keyboard('{Enter}');
  await user.type(screen.getByRole('textbox', { name: /Motif/ }), 'EJ d’une autre convention');
  await user.type(screen.getByRole('textbox', { name: /Accepté par/ }), 'Mme Durand');
  await user.click(screen.getByRole('button', { name: 'Accepter' }));
  const said = 'Accepté le 31/12/2023 par Mme Durand : EJ d’une autre convention';
  await waitFor(async () => expect(plain((await item()).textContent)).toContain(said));
  const { phase } = session.state();
  expect(phase.kind === 'ready' && phase.report.unmatchedAcceptances).toEqual([]); // not counted by the controls
  await user.click(screen.getByRole('button', { name: 'Retirer Texte collé 1' }));
  await paste(user, EXTRACT.replace('60,00', '61,00'));
  if (within(await item()).queryByRole('button', { expanded: true }) === null)
    await user.click(within(await item()).getByRole('button', { name: /^EJ/ }));
  await waitFor(async () => expect(plain((await item()).textContent)).toContain(said));
  await user.click(within(await item()).getByRole('button', { name: 'Rouvrir' }));
  await waitFor(async () => expect(within(await item()).getByRole('button', { name: 'Accepter…' })).toBeTruthy());
});

test('the document of the reconciliation is previewed, written, and undone; another extract asks for another preview', async () => {
  const { user, workbook, session, container } = await chorus();
  await paste(user, EXTRACT);
  const document = await screen.findByRole('region', { name: 'Document du rapprochement' });
  await user.click(within(document).getByRole('button', { name: 'Aperçu' }));
  const preview = await screen.findByRole('dialog', { name: 'Rapprochement Chorus 2023' });
  expect(plain(preview.textContent)).toContain('Une feuille ajoutée : « Rapprochement Chorus 2023 ».');
  expect(workbook.calls).not.toContain('apply');
  expect(await faultsOf(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Retirer Texte collé 1' }));
  expect(session.state().prepared).toBeNull();
  await paste(user, EXTRACT);
  await user.click(await screen.findByRole('button', { name: 'Aperçu' }));
  await user.click(await screen.findByRole('button', { name: 'Générer' }));
  expect(plain((await screen.findByText(/^Rapprochement généré/)).textContent)).toMatch(/Rapprochement Chorus 2023/);
  const sheet = workbook.workbook.sheets.find(({ name }) => name === 'Rapprochement Chorus 2023');
  expect(sheet?.values.flat()).toEqual(expect.arrayContaining([1065, 1050]));
  await user.click(screen.getByRole('button', { name: 'Annuler le dernier rapprochement' }));
  await screen.findByText('Chaque cellule est de nouveau comme avant.');
  expect(workbook.workbook.sheets.some(({ name }) => name === 'Rapprochement Chorus 2023')).toBe(false);
});

test('files are dropped or chosen, several together, and put aside', async () => {
  const { user, container } = await chorus();
  const csv = (name: string, text: string): File =>
    Object.assign(new File([text], name), { arrayBuffer: () => Promise.resolve(bytesOf(text)) });
  const place = screen.getByRole('region', { name: /Déposez ici/ });
  const dataTransfer = { files: [csv('a.csv', EXTRACT), csv('b.csv', EXTRACT)], types: ['Files'] };
  fireEvent.dragOver(place, { dataTransfer });
  await act(async () => {
    fireEvent.drop(place, { dataTransfer });
    await Promise.resolve();
  });
  await screen.findByText('b.csv');
  expect(plain(screen.getByRole('region', { name: 'Ce que sont devenues les lignes' }).textContent)).toContain(
    'Hors comparaison',
  ); // the same lines again
  await user.click(screen.getByRole('button', { name: 'Retirer b.csv' }));
  expect(screen.queryByText('b.csv')).toBeNull();
  const picker = container.querySelector<HTMLInputElement>('input[type=file]');
  expect(picker?.multiple).toBe(true);
});

test('a file that is no extract is reported in one sentence, and the others are kept', async () => {
  const { user } = await chorus();
  await paste(user, EXTRACT);
  await screen.findByText('Texte collé 1');
  await paste(user, 'Mois;Total\njanvier;1');
  expect(plain((await screen.findByText(/ses en-têtes ne sont pas de Chorus/)).textContent)).toMatch(/Texte collé 2/);
  expect(screen.getByText('Texte collé 1')).toBeTruthy();
});

test('a sheet of the workbook may be the extract', async () => {
  const { user, workbook, timers, session } = await chorus();
  const cells = EXTRACT.split('\n').map((line) => line.split(';').map((value) => ({ value })));
  act(() => {
    workbook.edit([
      { kind: 'addSheet', sheet: 'Extraction' },
      { kind: 'setCells', sheet: 'Extraction', top: 0, left: 0, cells },
    ]);
    timers.pass(1000);
  });
  await act(() => session.goTo({ sheet: 'Suivi', row: 0, column: 0 }));
  const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Feuille du classeur' });
  // neither the ledger nor a sheet that the add-in wrote
  expect([...choice.options].map(({ text }) => plain(text))).toEqual(['Choisir une feuille…', 'Extraction']);
  await user.selectOptions(choice, 'Extraction');
  expect(plain((await screen.findByRole('region', { name: 'Extraits lus' })).textContent)).toMatch(
    /Extraction.*3 lignes/,
  );
});

function bytesOf(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, 'utf8')).buffer;
}
