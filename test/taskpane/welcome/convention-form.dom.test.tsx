/** « Nouvelle convention »: the form, its faults at their fields, and the sheet that it adds; by roles and names. */
import { act, screen, within } from '@testing-library/react';
import { readConventionTables } from '../../../src/workbook/convention/convention-tables';
import { emptyWorkbook } from '../../support/apply-plan';
import { faultsOf, openPane, plain } from '../../support/excel/pane';

async function form() {
  const pane = await openPane(emptyWorkbook('Feuil1'));
  await pane.user.click(screen.getByRole('radio', { name: 'Une autre convention…' }));
  await pane.user.click(screen.getByRole('button', { name: 'Décrire la convention…' }));
  await screen.findByRole('heading', { name: 'Nouvelle convention' });
  return pane;
}

const field = (name: RegExp, group?: RegExp): HTMLElement =>
  (group === undefined ? screen : within(screen.getByRole('group', { name: group }))).getByRole('textbox', { name });

test('a field that is missing or unreadable is reported in place, and the first one gets the focus', async () => {
  const { user, workbook, container } = await form();
  await user.type(field(/Signée le/), 'hier');
  await user.type(field(/AE/, /^Enveloppe\s1$/), 'beaucoup');
  await user.click(screen.getByRole('button', { name: 'Ajouter les feuilles de la convention' }));
  expect(document.activeElement).toBe(field(/^Nom/, /^Délégant\s1$/));
  expect(plain(field(/Signée le/).closest('.fui-Field')?.textContent)).toContain('« hier » n’est pas une date');
  expect(plain(field(/AE/, /^Enveloppe\s1$/).closest('.fui-Field')?.textContent)).toContain(
    '« beaucoup » n’est pas un montant',
  );
  expect(plain(field(/Exercice/).closest('.fui-Field')?.textContent)).toContain('une valeur manque');
  expect(workbook.calls).not.toContain('apply');
  expect(await faultsOf(container)).toEqual([]);
});

test('a whole convention is typed and pasted, and the sheet Convention holds the same', async () => {
  const { user, workbook, session } = await form();
  /** Key by key, or pasted whole, which the form sees as one change. */
  const enter = async (how: 'type' | 'paste', name: RegExp, text: string, group?: RegExp): Promise<void> => {
    const input = field(name, group);
    await user.clear(input);
    await (how === 'type' ? user.type(input, text) : user.paste(text));
  };
  const type = enter.bind(null, 'type');
  const paste = enter.bind(null, 'paste');
  await paste(/^Intitulé/, 'Délégation d’essai');
  await paste(/^Nom/, 'DGEFP', /^Délégant\s1$/);
  await type(/^Nom/, 'DGE', /^Délégataire\s1$/);
  await type(/Signée le/, '02/01/2024');
  await paste(/Prend fin/, '31/12/2024');
  await paste(/Exercice/, '2024');
  await type(/^Code/, 'A', /^Enveloppe\s1$/);
  await paste(/^Libellé/, 'Actions', /^Enveloppe\s1$/);
  await type(/^AE/, '1 000,50', /^Enveloppe\s1$/);
  await paste(/^CP/, '1200', /^Enveloppe\s1$/);
  await paste(/RAP/, '199,50', /^Enveloppe\s1$/);
  await user.click(screen.getByRole('button', { name: 'Ajouter un poste' }));
  await paste(/^Libellé/, 'Études', /^Poste\s1$/);
  await paste(/Montant délégué/, '1000,50', /^Poste\s1$/);
  await user.click(screen.getByRole('button', { name: 'Ajouter un code' }));
  await paste(/^Valeur/, '012900001234', /^Code\s1$/);
  await user.click(screen.getByRole('button', { name: 'Ajouter les feuilles de la convention' }));
  await screen.findByText(/Aucun tableau de suivi/); // the next step
  const read = readConventionTables(workbook.workbook);
  if (!read.ok || !read.value) throw new Error('no convention');
  expect(read.value).toMatchObject({
    title: 'Délégation d’essai',
    creditYear: 2024,
    noticeMonths: 3,
    replyWorkingDays: 5,
  });
  const [envelope] = read.value.envelopes;
  const { AE, CP } = envelope?.ceilings ?? {};
  expect([envelope?.code, AE?.amount.cents, CP?.amount.cents, envelope?.openingRap.cents]).toEqual([
    'A',
    100_050,
    120_000,
    19_950,
  ]);
  expect(envelope?.lines.map(({ label, delegated }) => [label, delegated.cents])).toEqual([['Études', 100_050]]);
  expect(read.value.imputation.map(({ field: code, value }) => [code, value])).toEqual([['activity', '012900001234']]);
  await act(() => session.undo());
  // The journal keeps what was written and undone.
  expect(workbook.workbook.sheets.map(({ name }) => name)).toEqual(['Feuil1', 'Journal']);
});

test('a movement, a duty of the délégant and a setting are typed in their folded parts', async () => {
  const { user } = await form();
  await user.click(screen.getByRole('button', { name: 'Avenants, redéploiements et restes à payer' }));
  await user.click(screen.getByRole('button', { name: 'Ajouter un mouvement' }));
  const movement = screen.getByRole('group', { name: /^Mouvement\s1$/ });
  await user.selectOptions(within(movement).getByRole('combobox', { name: 'Type' }), 'redéploiement');
  await user.type(within(movement).getByRole('textbox', { name: /^Montant/ }), 'beaucoup');
  await user.click(screen.getByRole('button', { name: 'Réglages' }));
  await user.click(screen.getByRole('checkbox', { name: /CP par poste/ }));
  await user.click(screen.getByRole('button', { name: 'Ajouter les feuilles de la convention' }));
  expect(plain(movement.textContent)).toContain('« beaucoup » n’est pas un montant');
});

test('can be given up; every known convention is offered by its title', async () => {
  const { user } = await form();
  await user.click(screen.getByRole('button', { name: 'Fermer sans écrire' }));
  expect(screen.getAllByRole('radio').map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent)).toEqual([
    expect.stringMatching(/DGEFP – DGE/),
    expect.stringMatching(/INSEE/i),
    expect.stringMatching(/Trésor/),
    expect.stringMatching(/MILDECA/),
    'Une autre convention…',
  ]);
});

test('a date that is years away from the convention is doubted at its field, and so is a term of a century', async () => {
  const { user } = await form();
  const typed = async (name: RegExp, text: string, group?: RegExp): Promise<string> => {
    await user.clear(field(name, group));
    await user.type(field(name, group), text);
    return plain(field(name, group).closest('.fui-Field')?.textContent);
  };
  await typed(/Signée le/, '02/01/2024');
  expect(await typed(/Prend fin/, '31/12/2124')).toContain('La convention durerait plus de dix ans.');
  expect(await typed(/Prend fin/, '31/12/2024')).not.toContain('Vérifiez');
  await user.click(screen.getByRole('button', { name: /^Obligations/ }));
  await user.click(screen.getByRole('button', { name: /Ajouter une demande/ }));
  const received = field(/Reçue le/);
  await user.type(received, '05/02/2099');
  expect(plain(received.closest('.fui-Field')?.textContent)).toContain(
    'Cette date suit de plus d’un an la fin de la convention (31/12/2024). Vérifiez-la.',
  );
  await user.clear(received);
  await user.type(received, '05/02/2024');
  expect(plain(received.closest('.fui-Field')?.textContent)).not.toContain('Vérifiez');
});
