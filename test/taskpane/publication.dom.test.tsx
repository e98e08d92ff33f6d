/** « Jeu de données à publier »: made in the pane as by the command line, checked before, downloaded or copied. */
import { TextDecoder, TextEncoder } from 'node:util';
import { act, screen, within } from '@testing-library/react';
import { unzipSync } from 'fflate';
import { faultsOf as faultsOfPackage } from '../support/readers/frictionless';
import { keptConvention } from '../support/conventions';
import { ledgerWorkbook } from '../support/ledgers/ledger-workbook';
import {
  documentsCompared,
  faultsOf,
  openDocuments,
  openPane,
  pack,
  plain,
  type OpenedPane,
} from '../support/excel/pane';

Object.assign(globalThis, { TextDecoder, TextEncoder }); // every browser has them, jsdom has not

const HEADINGS =
  "Axe ministériel 2 | Poste de dépense | Activité | N° EJ | Date d'engagement | Montant AE | Titulaire | Objet";
const ROWS = [
  'PDE | Frais annexes | 010300000104 | 1400000001 | 15/02/2023 | 1000 | Dupont SARL | Formation',
  'Inconnu | Frais annexes | 010300000104 | 1400000002 | 15/02/2023 | 7 | Martin | =1+1',
];

/** The blobs that have a URL, in place of the browser's. */
const blobs = new Map<string, Blob>();
let made = 0;
beforeEach(() => {
  blobs.clear();
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      made += 1;
      blobs.set(`blob:${made}`, blob);
      return `blob:${made}`;
    },
    revokeObjectURL: (address: string) => blobs.delete(address),
  });
});

async function openedSection(): Promise<OpenedPane> {
  const convention = { ...keptConvention('activity', 'ministerialAxis2') };
  const duties = convention.duties.map((duty) => (duty.type === 'publication' ? { ...duty, doneOn: null } : duty));
  const pane = await openPane(ledgerWorkbook({ ...convention, duties }, [HEADINGS, ...ROWS].join('\n')));
  await openDocuments(pane.user);
  await pane.user.click(await screen.findByRole('button', { name: /^Publication/ }));
  return pane;
}

/** Asks for the package; its link, once it is made of the workbook as it is now and the documents are compared with it. */
async function prepared(user: OpenedPane['user']): Promise<HTMLElement> {
  await user.click(screen.getByRole('button', { name: 'Préparer le jeu de données' }));
  const link = await screen.findByRole('link', { name: /^Télécharger \(\.zip/ });
  await documentsCompared();
  return link;
}

function bytesOf(blob: Blob | undefined): Promise<Uint8Array> {
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(new Uint8Array(reader.result as ArrayBuffer));
    if (blob) reader.readAsArrayBuffer(blob);
  });
}

async function downloaded(link: HTMLElement): Promise<Uint8Array> {
  return bytesOf(blobs.get(link.getAttribute('href') ?? ''));
}

test('made, it is what the code of the command line makes, byte for byte, valid, without a name; nothing is written in the workbook', async () => {
  const { user, session, workbook, container } = await openedSection();
  expect(await faultsOf(container)).toEqual([]);
  await user.type(screen.getByLabelText('Service'), 'DGE, bureau du budget');
  await user.type(screen.getByLabelText('Adresse électronique'), 'budget@dge.gouv.fr');
  const link = await prepared(user);
  const ready = screen.getByRole('region', { name: 'Jeu de données prêt' });
  expect(plain(ready.textContent)).toContain('execution-convention-ecoi2236199x-2023-12-31.zip');
  expect(plain(ready.textContent)).toContain('1 ligne est publiée comme non contrôlée, hors des totaux.');
  expect(ready.contains(link)).toBe(true);
  expect(document.activeElement).toBe(link);
  expect(link.getAttribute('download')).toBe('execution-convention-ecoi2236199x-2023-12-31.zip');
  const { phase } = session.state();
  if (phase.kind !== 'ready') throw new Error(phase.kind);
  const expected = await pack(phase.dossier, phase.report, {
    naming: [],
    contact: 'DGE, bureau du budget <budget@dge.gouv.fr>',
    confirmed: [],
    conventionText: null,
  });
  const archive = await downloaded(link);
  expect(Buffer.from(archive).equals(Buffer.from(expected.ok ? expected.value.archive : []))).toBe(true);
  const files = new Map(
    Object.entries(unzipSync(archive)).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
  );
  expect(faultsOfPackage(files)).toEqual([]);
  for (const [path, text] of files)
    if (path !== 'documents.xlsx') expect([path, /Dupont|Martin|Formation/.test(text)]).toEqual([path, false]);
  expect(workbook.calls).not.toContain('apply');
  expect(await faultsOf(container)).toEqual([]);
});

test('columns that name people are added only when ticked; a later choice asks for another package', async () => {
  const { user } = await openedSection();
  const first = await prepared(user);
  await user.click(screen.getByRole('checkbox', { name: 'Les titulaires' }));
  expect(plain(screen.getByText(/ne se reprend pas/).textContent)).toMatch(/nomme une personne/);
  expect([first.isConnected, blobs.size]).toEqual([false, 0]);
  const files = unzipSync(await downloaded(await prepared(user)));
  const operations = new TextDecoder().decode(files['operations.csv']);
  expect([operations.includes('Dupont SARL'), operations.includes('Formation')]).toEqual([false, false]);
});

test('each free text is listed, and leaves only once it is ticked', async () => {
  const { user, container } = await openedSection();
  await user.click(screen.getByRole('checkbox', { name: 'Les titulaires' }));
  await prepared(user);
  const texts = screen.getByRole('region', { name: 'Textes publiés' });
  expect(within(texts).getByText(/^Textes de la convention, publiés/)).toBeTruthy();
  expect(within(texts).getByRole('checkbox', { name: /^Signature : Par délégation, / })).toBeTruthy();
  expect(await faultsOf(container)).toEqual([]);
  await user.click(within(texts).getByRole('checkbox', { name: 'Titulaire : Dupont SARL' }));
  expect(screen.queryByRole('link', { name: /^Télécharger/ })).toBeNull();
  const files = unzipSync(await downloaded(await prepared(user)));
  const operations = new TextDecoder().decode(files['operations.csv']);
  expect([operations.includes('Dupont SARL'), operations.includes('Martin')]).toEqual([true, false]);
});

test('the text of the convention has its place in the package', async () => {
  const { user } = await openedSection();
  const signed = new TextEncoder().encode('signée');
  const file = Object.assign(new File([signed], 'Convention.PDF'), { arrayBuffer: async () => signed.buffer });
  await user.upload(screen.getByLabelText(/^Texte de la convention/), file);
  await screen.findByText('Convention.PDF');
  const files = unzipSync(await downloaded(await prepared(user)));
  expect(new TextDecoder().decode(files['convention.pdf'])).toBe('signée');
});

test('an invalid contact is reported at its field, and nothing is made; the typed text survives the tab', async () => {
  const { user } = await openedSection();
  await user.type(screen.getByLabelText('Adresse électronique'), 'budget');
  await user.click(screen.getByRole('button', { name: 'Préparer le jeu de données' }));
  expect(plain((await screen.findByText(/Une seule adresse/)).textContent)).toMatch(/service@ministere\.gouv\.fr/);
  expect(screen.getByLabelText('Adresse électronique').getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(screen.getByLabelText('Adresse électronique'));
  expect(screen.queryByRole('region', { name: 'Jeu de données prêt' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Fermer' }));
  await user.click(screen.getByRole('tab', { name: 'Situation' }));
  await user.click(screen.getByRole('tab', { name: 'Documents' }));
  await user.click(await screen.findByRole('button', { name: /^Publication/ }));
  expect((screen.getByLabelText('Adresse électronique') as HTMLInputElement).value).toBe('budget');
});

test('where nothing downloads, each text is copied, or shown when the clipboard is refused; the register of the duty is one click away', async () => {
  const { user, workbook } = await openedSection();
  await prepared(user);
  await user.click(screen.getByText(/Rien ne se télécharge/));
  await user.click(screen.getByRole('button', { name: 'Copier LISEZMOI.txt' }));
  await screen.findByText('Copié');
  expect(plain(await navigator.clipboard.readText())).toContain('Licence Ouverte 2.0');
  jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('refused', 'NotAllowedError'));
  await user.click(screen.getByRole('button', { name: 'Copier postes.csv' }));
  expect(plain((screen.getByRole('textbox', { name: 'postes.csv' }) as HTMLTextAreaElement).value)).toMatch(
    /^identifiant,enveloppe,type,poste,/,
  );
  await user.click(screen.getByRole('button', { name: 'Ouvrir dans un nouveau classeur' }));
  expect(Object.keys(unzipSync(workbook.opened[0] ?? new Uint8Array()))).toContain('xl/workbook.xml');
  await user.click(screen.getByRole('button', { name: 'Aller au registre' }));
  expect(workbook.shown.map(({ sheet }) => sheet)).toEqual(['Demandes et obligations']);
});

test('a package that the workbook has outgrown is no longer offered', async () => {
  const { user, workbook, timers, session } = await openedSection();
  await prepared(user);
  act(() => {
    workbook.edit([{ kind: 'setCells', sheet: 'Suivi', top: 1, left: 5, cells: [[{ value: 2000 }]] }]);
    timers.pass(1000);
  });
  await act(() => session.goTo({ sheet: 'Suivi', row: 0, column: 0 }));
  expect(screen.queryByRole('link', { name: /^Télécharger/ })).toBeNull();
  expect(screen.getByRole('button', { name: 'Préparer le jeu de données' })).toBeTruthy();
});
