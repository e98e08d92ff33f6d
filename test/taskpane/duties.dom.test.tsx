/** « Échéances »: the duties, shown and linked to their registers, in both languages. */
import { screen, within } from '@testing-library/react';
import { isoDate } from '../../src/domain/calendar/civil-date';
import type { Language } from '../../src/messages/language';
import { keptConvention } from '../support/conventions';
import { ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import { faultsOf, openPane, plain, RIGHT_ROW, workbookOfRows, type OpenedPane } from '../support/excel/pane';

const HEADINGS = "Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date d'engagement | Montant AE";

/**
 * The last day of 2023: a request is late, another due that day, the yearly report is done and the others have no day.
 */
function register() {
  const convention = keptConvention('activity', 'ministerialAxis2');
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

async function opened(language: Language): Promise<OpenedPane> {
  const pane = await openPane(register(), language);
  await pane.user.click(screen.getByRole('tab', { name: language === 'fr' ? 'Échéances' : 'Deadlines' }));
  await screen.findByRole('region', { name: language === 'fr' ? 'En retard' : 'Late' });
  return pane;
}

test('late ones first, then what is due soon; each leads to the cell that records it as done', async () => {
  const { user, workbook, container } = await opened('fr');
  const [late, soon] = ['En retard', 'Bientôt'].map((name) => screen.getByRole('region', { name }));
  expect(plain(late?.textContent)).toBe(
    'En retard26/12/2023Prévision de fin de gestiondepuis 5 jours · demande reçue le 18/12/2023',
  );
  expect(plain(soon?.textContent)).toContain('03/01/2024<b>Suivi</b>dans 3 jours');
  const done = screen.getByRole('region', { name: 'Fait' });
  expect(within(done).getAllByRole('listitem')).toHaveLength(10);
  expect(plain(done.textContent)).toContain(
    '10/07/2023Bilan du 1er semestrerépondue le 05/07/2023 · demande reçue le 03/07/2023',
  );
  await user.click(screen.getByRole('button', { name: 'Prévision de fin de gestion' }));
  expect(workbook.shown.map(({ sheet }) => sheet)).toEqual(['Demandes et obligations']);
  expect(await faultsOf(container)).toEqual([]);
});

test('late duties are reported above the envelopes, with a link to the list; nothing is shown when none is late', async () => {
  const { user, container } = await openPane(register());
  expect(plain((await screen.findByText(/À faire pour le délégant/)).textContent)).toContain('1 en retard, 1 bientôt.');
  expect(await faultsOf(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Voir les échéances' }));
  expect(screen.getByRole('tab', { name: 'Échéances' }).getAttribute('aria-selected')).toBe('true');
  expect(document.activeElement?.id).toBe('panel');
  await screen.findByRole('region', { name: 'En retard' });
});

test('in English too', async () => {
  await opened('en');
  expect(plain(screen.getByRole('region', { name: 'Late' }).textContent)).toBe(
    'Late26 Dec 2023Prévision de fin de gestion5 days ago · request received on 18 Dec 2023',
  );
});

test('a register without a request explains where to write them', async () => {
  const { user } = await openPane(workbookOfRows(RIGHT_ROW));
  expect(screen.queryByText(/À faire pour le délégant/)).toBeNull();
  await user.click(screen.getByRole('tab', { name: 'Échéances' }));
  expect(plain((await screen.findByText(/ENV_Demandes/)).textContent)).toMatch(/^Portez chaque demande du délégant/);
  expect(screen.queryByRole('region', { name: 'En retard' })).toBeNull();
});
