/** « Échéances »: the duties, shown and linked to their registers, in both languages. */
import { screen, within } from '@testing-library/react';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Convention } from '../../src/domain/envelopes/convention';
import type { Language } from '../../src/messages/language';
import { keptConvention } from '../support/conventions';
import { ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { faultsOf, openPane, plain, RIGHT_ROW, workbookOfRows, type OpenedPane } from '../support/excel/pane';

const HEADINGS = "Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date d'engagement | Montant AE";

/**
 * The last day of 2023: a request is late, another due that day, the yearly report is done and the others have no day.
 */
function register(change: Partial<Convention> = {}) {
  const convention = { ...keptConvention('activity', 'ministerialAxis2'), ...change };
  const requests = [
    { index: 0, subject: 'Prévision de fin de gestion', receivedOn: isoDate('2023-12-18'), answeredOn: null },
    { index: 1, subject: '<b>Suivi</b>', receivedOn: isoDate('2023-12-26'), answeredOn: null },
    {
      index: 2,
      subject: 'Bilan du 1er semestre',
      receivedOn: isoDate('2023-07-03'),
      answeredOn: isoDate('2023-07-05'),
    },
  ];
  return ledgerWorkbook({ ...convention, requests }, `${HEADINGS}\n${RIGHT_ROW}`);
}

async function opened(language: Language, change: Partial<Convention> = {}): Promise<OpenedPane> {
  const pane = await openPane(register(change), language);
  await pane.user.click(screen.getByRole('tab', { name: language === 'fr' ? 'Échéances' : 'Deadlines' }));
  await screen.findByRole('region', { name: language === 'fr' ? 'En retard' : 'Late' });
  return pane;
}

test('late ones first, then what is due soon; each leads to the cell that records it as done', async () => {
  const { user, workbook, container } = await opened('fr');
  const [late, soon] = ['En retard', 'Bientôt'].map((name) => screen.getByRole('region', { name }));
  expect(plain(late?.textContent)).toContain(
    'En retardPrévision de fin de gestionReçue le 18/12/2023 · réponse due le 26/12/2023 · 5 jours de retard',
  );
  expect(plain(soon?.textContent)).toContain(
    '<b>Suivi</b>Reçue le 26/12/2023 · réponse due le 03/01/2024 · dans 3 jours',
  );
  await user.click(screen.getByRole('button', { name: /^Fait \(\d+\)$/ }));
  const done = screen.getByRole('region', { name: 'Fait' });
  expect(within(done).getAllByRole('listitem')).toHaveLength(10);
  expect(plain(done.textContent)).toContain('Bilan du 1er semestreRéponse le 05/07/2023 · reçue le 03/07/2023');
  await user.click(screen.getByRole('button', { name: 'Prévision de fin de gestion' }));
  expect(workbook.shown.map(({ sheet }) => sheet)).toEqual(['Demandes et obligations']);
  expect(await faultsOf(container)).toEqual([]);
});

test('« Répondu aujourd’hui » writes the date of the pane, and is undone', async () => {
  const { user, session } = await opened('fr');
  const requests = () => {
    const { phase } = session.state();
    return phase.kind === 'ready' ? phase.dossier.convention.requests.map(({ answeredOn }) => answeredOn) : [];
  };
  await user.click(screen.getByRole('button', { name: /^Répondu aujourd’hui\s: Prévision de fin de gestion$/ }));
  await screen.findByText('Date inscrite au registre.');
  expect(requests()).toEqual([isoDate('2023-12-31'), null, isoDate('2023-07-05')]);
  expect(screen.queryByRole('region', { name: 'En retard' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Annuler la dernière date inscrite' }));
  await screen.findByText('Chaque cellule est de nouveau comme avant.');
  expect(requests()).toEqual([null, null, isoDate('2023-07-05')]);
});

test('« Autre date… » asks for it, and refuses what is no date', async () => {
  const { user, session } = await opened('fr');
  await user.click(screen.getByRole('button', { name: /^Autre date…\s: Prévision/ }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Réponse le/ }));
  await user.keyboard('{Escape}'); // closes the form, and its button has the focus again
  expect(document.activeElement?.textContent).toBe('Autre date…');
  await user.keyboard('{Enter}');
  const field = screen.getByRole('textbox', { name: /Réponse le/ });
  await user.clear(field);
  await user.type(field, 'demain');
  await user.click(screen.getByRole('button', { name: 'Inscrire la date' }));
  expect(document.activeElement).toBe(field);
  expect(plain(screen.getByText(/Saisissez une date/).textContent)).toBe('Saisissez une date, par exemple 31/12/2023.');
  await user.clear(field);
  await user.type(field, '29/12/2023{Enter}');
  await screen.findByText('Date inscrite au registre.');
  const { phase } = session.state();
  expect(phase.kind === 'ready' && phase.dossier.convention.requests[0]?.answeredOn).toBe(isoDate('2023-12-29'));
});

test.each`
  language | enter                     | receipt           | due                                   | reason
  ${'fr'}  | ${'Inscrire une demande'} | ${/^Reçue le/}    | ${'Réponse due lemardi 26/12/2023'}   | ${'Le dernier jour n’est pas un jour ouvré : la date est reportée au jour ouvré qui suit.'}
  ${'en'}  | ${'Enter a request'}      | ${/^Received on/} | ${'Answer due onTuesday 26 Dec 2023'} | ${'The last day is not a working day: the date moves to the next working day.'}
`('$language: when the fifth jour ouvrable is a Saturday, the due date has the reason of its move', async (given) => {
  const { language, enter, receipt, due, reason } = given as Record<'enter' | 'due' | 'reason', string> & {
    readonly language: Language;
    readonly receipt: RegExp;
  };
  const { user } = await opened(language, { replyUnit: 'workable' });
  await user.click(screen.getByRole('button', { name: enter }));
  const drawer = await screen.findByRole('dialog', { name: enter });
  const received = within(drawer).getByRole('textbox', { name: receipt });
  await user.clear(received);
  await user.type(received, '18/12/2023');
  expect(plain(drawer.textContent)).toContain(due);
  expect(plain(drawer.textContent)).toContain(reason);
});

test('a request is entered by a form that explains its due date, day by day', async () => {
  const { user, session, container } = await opened('fr');
  await user.click(screen.getByRole('button', { name: 'Inscrire une demande' }));
  const drawer = await screen.findByRole('dialog', { name: 'Inscrire une demande' });
  const received = within(drawer).getByRole('textbox', { name: /Reçue le/ });
  await user.clear(received);
  await user.type(received, '22/12/2023');
  const due = within(drawer).getByRole('region', { name: 'Réponse due le' });
  expect(plain(due.textContent)).toContain('mardi 02/01/2024');
  expect(plain(due.textContent)).toContain(
    '5 jours ouvrés après la réception (convention, art. 2.2). ' +
      'Le jour de réception ne compte pas ; ni le samedi, ni le dimanche, ni le 1er janvier, ni Noël.',
  );
  expect(within(within(drawer).getByRole('list', { name: 'Jours comptés' })).getAllByRole('listitem')).toHaveLength(12);
  await within(due).findByText('Réponse due le mardi 02/01/2024'); // read aloud, once nobody types
  expect(await faultsOf(container)).toEqual([]);
  await user.click(within(drawer).getByRole('button', { name: 'Inscrire la demande' }));
  const subject = within(drawer).getByRole('textbox', { name: /Objet/ });
  expect(document.activeElement).toBe(subject); // the first field with a fault
  await user.type(subject, 'Prévision d’atterrissage');
  await user.click(within(drawer).getByRole('button', { name: 'Inscrire la demande' }));
  await screen.findByText('Demande inscrite.');
  expect(screen.queryByRole('dialog')).toBeNull();
  const { phase } = session.state();
  expect(phase.kind === 'ready' && phase.dossier.convention.requests.at(-1)).toEqual({
    index: 3,
    subject: 'Prévision d’atterrissage',
    receivedOn: isoDate('2023-12-22'),
    answeredOn: null,
  });
});

test('late duties, then those due soon, are reported under the envelopes, each with a link to the list', async () => {
  const { user, container } = await openPane(register());
  const late = await screen.findByRole('button', { name: /^Prévision de fin de gestion/ });
  expect(plain(late.textContent)).toBe('Prévision de fin de gestion5 jours de retard');
  expect(plain(screen.getByRole('button', { name: /^<b>Suivi/ }).textContent)).toBe('<b>Suivi</b>dans 3 jours');
  expect(await faultsOf(container)).toEqual([]);
  await user.click(late);
  expect(screen.getByRole('tab', { name: 'Échéances' }).getAttribute('aria-selected')).toBe('true');
  expect(document.activeElement?.id).toBe('panel');
  await screen.findByRole('region', { name: 'En retard' });
});

test('in English too', async () => {
  await opened('en');
  expect(plain(screen.getByRole('region', { name: 'Late' }).textContent)).toContain(
    'LatePrévision de fin de gestionReceived on 18 Dec 2023 · answer due on 26 Dec 2023 · 5 days late',
  );
});

test('a register without a request explains what entering one gives', async () => {
  const { user } = await openPane(workbookOfRows(RIGHT_ROW));
  expect(screen.queryByText(/À faire pour le délégant/)).toBeNull();
  await user.click(screen.getByRole('tab', { name: 'Échéances' }));
  expect(plain(screen.getByText(/sa date limite de réponse/).textContent)).toMatch(/^Inscrivez chaque demande/);
  expect(screen.queryByRole('region', { name: 'En retard' })).toBeNull();
});

describe.each([
  {
    language: 'fr',
    enter: 'Inscrire une demande',
    received: /Reçue le/,
    other: /^Autre date…\s: Prévision/,
    answered: /Réponse le/,
    sentences: {
      early: 'Cette date précède la signature de la convention (13/12/2022). Vérifiez-la.',
      toCome: 'Cette date est encore à venir. Vérifiez-la.',
      beforeReceipt: 'Cette date précède la réception de la demande (18/12/2023). Vérifiez-la.',
    },
  },
  {
    language: 'en',
    enter: 'Enter a request',
    received: /Received on/,
    other: /^Another date…: Prévision/,
    answered: /Answered on/,
    sentences: {
      early: 'This date is before the signature of the convention (13 Dec 2022). Check it.',
      toCome: 'This date is still to come. Check it.',
      beforeReceipt: 'This date is before the receipt of the request (18 Dec 2023). Check it.',
    },
  },
] as const)(
  'a date that cannot be right, in $language',
  ({ language, enter, received, other, answered, sentences }) => {
    const typed = async (user: OpenedPane['user'], name: RegExp, text: string): Promise<string> => {
      const field = screen.getByRole('textbox', { name });
      await user.clear(field);
      await user.type(field, text);
      return plain(field.closest('.fui-Field')?.textContent);
    };

    test('is doubted as it is typed: a request of 2099, one before the convention', async () => {
      const { user, container } = await opened(language);
      await user.click(screen.getByRole('button', { name: enter }));
      expect(await typed(user, received, '22/12/2099')).toContain(sentences.toCome);
      expect(await faultsOf(container)).toEqual([]);
      expect(await typed(user, received, '22/12/2013')).toContain(sentences.early);
      expect(await typed(user, received, '22/12/2023')).not.toMatch(/Vérifiez|Check it/);
    });

    test('an answer before its request, or still to come, is doubted too, and can be entered', async () => {
      const { user, session } = await opened(language);
      await user.click(screen.getByRole('button', { name: other }));
      expect(await typed(user, answered, '29/12/2024')).toContain(sentences.toCome);
      expect(await typed(user, answered, '17/12/2023')).toContain(sentences.beforeReceipt);
      await user.keyboard('{Enter}');
      await screen.findByText(/^(Date inscrite au registre|Date entered in the register)\.$/);
      const { phase } = session.state();
      expect(phase.kind === 'ready' && phase.dossier.convention.requests[0]?.answeredOn).toBe(isoDate('2023-12-17'));
    });
  },
);
