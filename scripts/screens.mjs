// The screens and drawers of the pane, in the order in which `npm run screenshots` shows them, one after the other in the
// same pane; `leave` goes back to the screen behind.
/** A tab of the pane, or its entry in the menu that replaces the tabs when there is little room. */
const tab = (index) => async (pane) => {
  if ((await pane.getByRole('tab').count()) > 0) return pane.getByRole('tab').nth(index).click();
  await pane.locator('[aria-haspopup="menu"]').first().click();
  await pane.getByRole('menuitemradio').nth(index).click();
};
const button = (pane, name) => pane.getByRole('button', { name });
const figure = (pane) => button(pane, /^(Disponible|Available)/);

export const SCREENS = [
  { name: 'situation', show: async () => undefined },
  {
    name: 'header',
    show: async (pane) => {
      await pane.locator('header [aria-controls="header-details"]').click();
      await pane.locator('#header-details').getByRole('button').first().waitFor();
    },
    leave: (pane) => pane.locator('header [aria-controls="header-details"]').click(),
  },
  {
    name: 'figure',
    show: async (pane) => {
      await figure(pane).first().click();
      await pane.getByRole('dialog').waitFor();
    },
    leave: closeDrawer,
  },
  {
    name: 'what-if',
    show: async (pane) => {
      await figure(pane).nth(2).click(); // an envelope: the whole convention has no such form
      await pane.getByRole('button', { name: /^(Et si|What if)/ }).click();
      await pane.getByRole('textbox').first().fill('12000');
      await pane.getByRole('button', { name: /^(Calculer|Calculate|Compute)/ }).click();
    },
    leave: closeDrawer,
  },
  {
    name: 'since',
    show: async (pane) => {
      await button(pane, /^(Depuis|Since)…/).click();
      await pane.getByRole('textbox', { name: /^(Depuis|Since)/ }).fill('30/06/2023');
      await button(pane, /^(Comparer|Compare)$/).click();
      const result = pane.getByRole('region', { name: /^(Comparaison|Comparison)/ });
      await result.waitFor();
      await result.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    },
    leave: (pane) => button(pane, /^(Depuis|Since)…/).click(),
  },
  {
    name: 'new-row',
    show: async (pane) => {
      await button(pane, /^(Nouvelle ligne|New row)/).click();
      const drawer = pane.getByRole('dialog');
      await drawer.getByRole('combobox').first().selectOption({ index: 1 });
      await drawer.getByRole('combobox').nth(1).selectOption({ index: 1 });
      await drawer.getByRole('textbox', { name: /^(Montant AE|AE)/ }).fill('1440');
      await drawer
        .getByText(/^(Cette ligne|This row)/)
        .first()
        .waitFor();
    },
    leave: closeDrawer,
  },
  { name: 'to-do', show: tab(1) },
  {
    name: 'finding',
    show: async (pane) => {
      await pane.locator('li[data-index] button[title]').first().click();
      await button(pane, /^(Accepter|Accept)…/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'accept',
    show: async (pane) => {
      await button(pane, /^(Accepter|Accept)…/)
        .first()
        .click();
      await pane.getByRole('dialog').waitFor();
    },
    leave: closeDrawer,
  },
  {
    name: 'corrections',
    show: async (pane) => {
      const filters = button(pane, /^(Filtrer|Filter)$/);
      if (await filters.isVisible()) await filters.click();
      await button(pane, /^(Corrections certaines|Certain corrections)/).click();
      await button(pane, /^(Voir les|See the)\s.*corrections/)
        .last()
        .click();
      await pane.getByRole('dialog').waitFor();
    },
    leave: async (pane) => {
      await closeDrawer(pane);
      await button(pane, /^(Tout afficher|Show all)/).click();
    },
  },
  { name: 'chorus', show: tab(2) },
  {
    name: 'gaps',
    show: async (pane) => {
      await button(pane, /^(Coller|Paste)/).click();
      await pane.getByRole('textbox').first().fill(EXTRACT);
      await button(pane, /^(Lire|Read)$/).click();
      await pane.getByRole('region', { name: /^(Extraits lus|Extracts)/ }).waitFor();
      await pane.locator('#panel').evaluate((panel) => panel.scrollTo(0, 0));
    },
  },
  { name: 'documents', show: tab(3) },
  {
    name: 'preview',
    show: async (pane) => {
      await button(pane, /^(Aperçu|Preview)\s?: Bilan financier/).click();
      await pane.getByRole('dialog').waitFor();
    },
    leave: closeDrawer,
  },
  { name: 'deadlines', show: tab(4) },
  {
    name: 'request',
    show: async (pane) => {
      await button(pane, /^(Inscrire une demande|Enter a request)/).click();
      await pane.getByRole('dialog').getByRole('textbox').nth(1).fill('Prévision de fin de gestion');
    },
    leave: closeDrawer,
  },
  {
    name: 'help',
    show: async (pane) => {
      await unfoldHeader(pane);
      await button(pane, /^(Aide|Help)$/).click();
      await pane.getByRole('dialog').waitFor();
    },
    leave: closeDrawer,
  },
  {
    name: 'columns',
    show: (pane) => button(pane, /^(Colonnes|Columns)/).click(),
    leave: (pane) =>
      button(pane, /^(Fermer|Close)/)
        .first()
        .click(),
  },
  {
    name: 'reading',
    show: (pane) =>
      button(pane, /^(Ce qui a été lu|Account of reading|Lecture)/)
        .first()
        .click(),
    leave: (pane) =>
      button(pane, /^(Fermer|Close)/)
        .first()
        .click(),
  },
];

const EXTRACT = [
  'Programme\tDomaine fonctionnel\tCentre financier\tActivité\tAxe ministériel 2\tN° EJ\tN° poste EJ\tExercice\tDate comptable\tMontant engagé',
  '0103\t0103-01-01\t0103-CEFP-C002\t010300000104\tPDE\t1405612345\t1\t2023\t31/03/2023\t1 200,00',
].join('\n');

async function unfoldHeader(pane) {
  const header = pane.locator('header [aria-controls="header-details"]');
  if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
}

async function closeDrawer(pane) {
  await pane.getByRole('dialog').press('Escape');
  await pane.getByRole('dialog').waitFor({ state: 'detached' });
  // The screen below is in sight again one frame later.
  await pane.locator('[role="tab"], [aria-haspopup="menu"]').first().waitFor();
}
