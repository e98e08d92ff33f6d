/**
 * The documents of the pane: frozen copies, the name for the journal, and a writing that stopped or is too large to be
 * kept.
 */
import { act, fireEvent, screen } from '@testing-library/react';
import { encodeUndo } from '../../src/workbook/registers/undo-record';
import { UNDO_SHEET } from '../../src/workbook/workbook-names';
import { applyPlan } from '../support/apply-plan';
import { faultsOf, openPane, plain, RIGHT_ROW, workbookOfRows } from '../support/excel/pane';

const WORKBOOK = workbookOfRows(RIGHT_ROW);

test('« Figer une copie » copies what is chosen, under the name that was given once', async () => {
  const { user, workbook, container } = await openPane(WORKBOOK);
  await user.click(screen.getByRole('tab', { name: 'Documents' }));
  await user.type(await screen.findByLabelText('Votre nom, pour le journal du classeur'), 'Zoé');
  const others = screen
    .getAllByRole<HTMLInputElement>('checkbox')
    .filter((box) => box.checked && box.labels?.[0]?.textContent !== 'Annexe 1');
  for (const box of others) fireEvent.click(box);
  await user.click(screen.getByRole('button', { name: 'Figer une copie' }));
  expect(plain((await screen.findByText(/^Copie figée/)).textContent)).toBe('Copie figée : Annexe 1 (2023-12-31).');
  expect(workbook.workbook.sheets.at(-1)?.values.at(-1)?.slice(1, 3)).toEqual(['Copie figée', 'Zoé']);
  expect(screen.getByRole('button', { name: 'Annuler la dernière copie figée' })).toBeTruthy();
  expect(await faultsOf(container)).toEqual([]);
});

test('an undo too large to be kept is reported with the outcome', async () => {
  const { session, workbook } = await openPane(WORKBOOK);
  workbook.keepsUndo = false;
  await act(() => session.documents.freeze(['annexe1']));
  expect(plain(screen.getByText(/^Copie figée/).textContent)).toMatch(
    /Trop volumineux pour que l’annulation soit gardée dans le classeur/,
  );
});

test('a writing that stopped is reported at the start, with the button that undoes it', async () => {
  const texts =
    encodeUndo('documents', { purpose: 'undo', expected: [], steps: [{ kind: 'deleteSheet', sheet: 'Annexe 1' }] }) ??
    [];
  const steps = [
    { kind: 'addSheet', sheet: UNDO_SHEET },
    { kind: 'setCells', sheet: UNDO_SHEET, top: 0, left: 0, cells: texts.map((value) => [{ value }]) },
  ] as const;
  const { session } = await openPane(applyPlan(WORKBOOK, { purpose: 'documents', expected: [], steps }));
  expect(session.state().undoable).toBe('documents');
  expect(plain(screen.getByText(/s’est arrêtée avant la fin/).textContent)).toContain(
    '« Annuler la dernière génération »',
  );
});
