/** The frame of the pane: header, tabs, messages and drawers, by roles, names and keys. */
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { Session } from '../../src/application/session/session';
import { success } from '../../src/domain/result';
import { Drafts } from '../../src/taskpane/shared/forms/drafts';
import { conventionName } from '../../src/taskpane/frame/convention-name';
import { Stage } from '../../src/taskpane/frame/Stage';
import { Drawer } from '../../src/taskpane/shared/Drawer';
import { PaneContext } from '../../src/taskpane/shared/pane-context';
import { paneWords } from '../../src/taskpane/shared/pane-words';
import { emptyWorkbook } from '../support/apply-plan';
import { convention2023 } from '../support/conventions';
import { generate } from '../support/excel/generate';
import { HandClock, HandTimers, MemoryWorkbook, noFiles } from '../support/excel/memory-workbook';
import { faultsOf, openPane, anExample, pack, plain, unfoldHeader } from '../support/excel/pane';
import { sampleDossier } from '../support/sample-dossier';

const party = (name: string) => ({ name, representative: '', signatory: '' });

test.each`
  delegant                                | delegate                                    | shown
  ${'Délégation générale (DGEFP)'}        | ${'Direction générale (DGE)'}               | ${'DGEFP – DGE 2023'}
  ${'SGA'}                                | ${'Institut national (de la) stat (INSEE)'} | ${'SGA – INSEE 2023'}
  ${'Délégation générale à l’emploi'}     | ${'Direction générale (DGE)'}               | ${'Titre'}
  ${'Une direction (au nom bien long ✓)'} | ${'Direction générale (DGE)'}               | ${'Titre'}
`('the convention of « $delegant » is named « $shown »', ({ delegant, delegate, shown }: Record<string, string>) => {
  const convention = {
    ...convention2023(),
    title: 'Titre',
    delegants: [party(delegant ?? '')],
    delegates: [party(delegate ?? '')],
  };
  expect(conventionName(convention)).toBe(shown);
});

describe('the header', () => {
  test('is one line that unfolds; Escape folds it and the button keeps the focus', async () => {
    const { user, container } = await openPane(sampleDossier().workbook);
    const button = screen.getByRole('button', { name: /^DGEFP – DGE 2023, au 31\/12\/2023/ });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await unfoldHeader(user);
    expect(plain(screen.getByText(/ECOI2236199X/).textContent)).toBe('ECOI2236199X, signée le 13/12/2022');
    expect(await faultsOf(container)).toEqual([]);
    await user.keyboard('{Escape}');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(button);
  });
});

test.each([
  [
    'fr',
    'Situation au',
    '31/12/2099',
    'Cette date suit de plus d’un an la fin de la convention (31/12/2023). Vérifiez-la.',
  ],
  ['fr', 'Situation au', '31/12/2013', 'Cette date précède la signature de la convention (13/12/2022). Vérifiez-la.'],
  [
    'en',
    'As of',
    '31/12/2099',
    'This date is more than a year after the end of the convention (31 Dec 2023). Check it.',
  ],
  ['fr', 'Situation au', '30/06/2023', null],
] as const)('in %s, « %s » %s: %s', async (language, label, day, doubt) => {
  const { user } = await openPane(sampleDossier().workbook, language);
  await unfoldHeader(user);
  const field = screen.getByLabelText(label);
  await user.clear(field);
  await user.type(field, `${day}{Enter}`);
  expect(plain(field.closest('.fui-Field')?.textContent)).toBe(`${label}${doubt ?? ''}`);
});

describe('the tabs', () => {
  test.each`
    keys                          | tab
    ${'{ArrowRight}'}             | ${'À traiter'}
    ${'{ArrowRight}{ArrowRight}'} | ${'Chorus'}
    ${'{ArrowLeft}'}              | ${'Échéances'}
    ${'{End}{Home}'}              | ${'Situation'}
  `('$keys leads to $tab, which alone is reached by Tab', async ({ keys, tab }: { keys: string; tab: string }) => {
    const { user } = await openPane(sampleDossier().workbook);
    act(() => screen.getByRole('tab', { name: 'Situation' }).focus());
    await user.keyboard(keys);
    const chosen = screen.getByRole('tab', { selected: true });
    expect(chosen.textContent).toMatch(new RegExp(`^${tab}`));
    expect(document.activeElement).toBe(chosen);
    expect(screen.getAllByRole('tab').filter(({ tabIndex }) => tabIndex === 0)).toEqual([chosen]);
  });

  test('a screen is found again where it was left', async () => {
    const { user } = await openPane(sampleDossier().workbook);
    const panel = screen.getByRole('tabpanel');
    panel.scrollTop = 120;
    panel.dispatchEvent(new Event('scroll'));
    await user.click(screen.getByRole('tab', { name: 'Documents' }));
    expect(panel.scrollTop).toBe(0);
    await user.click(screen.getByRole('tab', { name: 'Situation' }));
    expect(panel.scrollTop).toBe(120);
  });
});

test('a message takes a lost focus to the sheet that was written, else to « Fermer », never to the undo', async () => {
  const { session } = await openPane(sampleDossier().workbook);
  const focused = (): string | null | undefined =>
    document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
  await act(() => session.findings.repairAll());
  expect(focused()).toBe('Fermer le message');
  (document.activeElement as HTMLElement).blur();
  await act(() => generate(session, ['annexe1']));
  expect(focused()).toBe('Ouvrir la feuille');
});

test('the last writing can be undone from the message, and below it once it is closed', async () => {
  const { user, session } = await openPane(sampleDossier().workbook);
  expect(screen.queryByRole('button', { name: /^Annuler/ })).toBeNull();
  await act(() => session.findings.repairAll());
  const undo = (): HTMLElement => screen.getByRole('button', { name: 'Annuler la dernière correction' });
  expect(undo().closest('.fui-MessageBar')).not.toBeNull();
  await user.click(screen.getByRole('button', { name: 'Fermer le message' }));
  expect(undo().closest('.fui-MessageBar')).toBeNull();
  await user.click(undo());
  await screen.findByText('Chaque cellule est de nouveau comme avant.');
  expect(screen.queryByRole('button', { name: /^Annuler/ })).toBeNull();
});

test.each`
  language | kept                                    | shown
  ${'fr'}  | ${'Annexe 1!E4'}                        | ${'La feuille « Annexe 1 » est conservée avec ce qui venait d’y être saisi : E4.'}
  ${'en'}  | ${'Annexe 1!E4'}                        | ${'Sheet “Annexe 1” is kept with what had just been typed there: E4.'}
  ${'fr'}  | ${'A!E4 A!E5 B!C1'}                     | ${'La feuille « A » est conservée avec ce qui venait d’y être saisi : E4, E5. La feuille « B » est conservée avec ce qui venait d’y être saisi : C1.'}
  ${'fr'}  | ${'A!E1 A!E2 A!E3 A!E4 A!E5 A!E6'}      | ${'La feuille « A » est conservée avec ce qui venait d’y être saisi : E1, E2, E3, E4, E5 et 1 autre cellule.'}
  ${'en'}  | ${'A!E1 A!E2 A!E3 A!E4 A!E5 A!E6 A!E7'} | ${'Sheet “A” is kept with what had just been typed there: E1, E2, E3, E4, E5 and 2 other cells.'}
  ${'fr'}  | ${'A!E4 A!E5*'}                         | ${'La feuille « A » est conservée avec ce qui venait d’y être saisi : E4, E5. Le type de données ou l’image qui venait d’y être mis n’a pu être gardé qu’en texte, feuille « A » : E5. Saisissez-le de nouveau, ou reprenez-le dans l’historique des versions.'}
  ${'en'}  | ${'A!E5*'}                              | ${'Sheet “A” is kept with what had just been typed there: E5. The data type or the image that had just been put there could be kept as text only, on sheet “A”: E5. Enter it again, or take it from the version history.'}
`('an undo that keeps $kept reports it ($language)', async ({ language, kept, shown }: Record<string, string>) => {
  const cells = (kept ?? '').split(/ (?=[AB]!)/).map((place) => {
    const [sheet = '', cell = ''] = place.split('!');
    return { sheet, cell: cell.replace('*', ''), ...(cell.endsWith('*') && { isTextOnly: true as const }) };
  });
  const { session, workbook } = await openPane(sampleDossier().workbook, language === 'en' ? 'en' : 'fr');
  await act(() => session.findings.repairAll());
  const apply = workbook.apply.bind(workbook);
  workbook.apply = async (plan) => {
    const applied = await apply(plan);
    return applied.ok ? success({ ...applied.value, kept: cells }) : applied;
  };
  await act(() => session.undo());
  const [status = ''] = screen
    .getAllByRole('status')
    .map(({ textContent }) => plain(textContent))
    .filter(Boolean);
  expect(status).toContain(` ${shown}`);
});

test('a writing after which Excel refuses the workbook is reported, with a warning', async () => {
  const { session, workbook } = await openPane(sampleDossier().workbook, 'fr');
  workbook.refuseNext({ code: 'busy' }, 'reread');
  await act(() => session.findings.repairAll());
  const texts = screen.getAllByRole('status').map(({ textContent }) => plain(textContent));
  expect(texts.join()).toContain('C’est écrit, mais Excel n’a pas permis de relire le classeur ensuite');
  expect(screen.getByRole('button', { name: 'Annuler la dernière correction' })).toBeTruthy();
});

describe('a drawer', () => {
  function Example(): ReactElement {
    const [isOpen, setOpen] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          4 000 €
        </button>
        {isOpen && (
          <Drawer title="Disponible" onClose={() => setOpen(false)} footer={<button type="button">Copier</button>}>
            <p>Dotation</p>
          </Drawer>
        )}
      </>
    );
  }

  async function opened() {
    const user = userEvent.setup();
    const session = new Session(
      new MemoryWorkbook(emptyWorkbook('A')),
      new HandClock('2023-12-31'),
      new HandTimers(),
      noFiles,
    );
    render(
      <PaneContext.Provider
        value={{
          session,
          words: await paneWords('fr'),
          drafts: new Drafts(),
          packPublication: pack,
          fetchExample: anExample,
        }}
      >
        <Stage>
          <Example />
        </Stage>
      </PaneContext.Provider>,
    );
    const figure = screen.getByRole('button', { name: '4 000 €' });
    await user.click(figure);
    return { user, figure };
  }

  test.each(['{Escape}', '{Tab}{Enter}'])('has the focus on its title; %s gives it back', async (keys) => {
    const { user, figure } = await opened();
    expect(screen.getByRole('dialog', { name: 'Disponible' })).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Disponible');
    await user.keyboard(keys);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(figure);
  });
});
