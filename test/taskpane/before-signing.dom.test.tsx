/** The preview of a letter has the advice to its writer, which is in no cell; the registers of an earlier version move. */
import { act, screen, within } from '@testing-library/react';
import { planInitialise } from '../../src/application/writing/initialise';
import { registersAway } from '../../src/workbook/registers/registers-away';
import { applyPlan, emptyWorkbook } from '../support/apply-plan';
import { keptConvention } from '../support/conventions';
import { faultsOf, openPane, plain, RIGHT_ROW, workbookOfRows } from '../support/excel/pane';
import { ONE_SHEET, registersOnOneSheet } from '../support/ledgers/registers-on-one-sheet';

test('« Avant de signer » in the preview of a letter that nothing justifies; its page states nothing of it', async () => {
  const { user, session, workbook, container } = await openPane(workbookOfRows(RIGHT_ROW));
  await user.click(screen.getByRole('tab', { name: 'Documents' }));
  await act(() => session.documents.prepare(['insuffisance', 'reference']));
  const advice = await screen.findByRole('group', { name: 'Avant de signer' });
  expect(
    within(advice)
      .getAllByRole('listitem')
      .map((item) => plain(item.textContent)),
  ).toEqual([
    'Insuffisance de crédits – Aucune insuffisance au 31/12/2023 : ce courrier n’est pas justifié par ces chiffres.',
  ]);
  expect(await faultsOf(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Générer' }));
  await screen.findByText(/^Documents générés/);
  const letter = workbook.workbook.sheets.find(({ name }) => name === 'Insuffisance de crédits');
  expect(letter?.values.flat().filter((cell) => /justifié/.test(String(cell)))).toEqual([]);
});

test('« Répartir les registres » is offered where they share a sheet, moves them, and is undone', async () => {
  const convention = keptConvention('activity', 'ministerialAxis2');
  const fresh = planInitialise(emptyWorkbook(), convention);
  if (!fresh.ok) throw new Error(JSON.stringify(fresh.failure));
  const given = workbookOfRows(RIGHT_ROW);
  const registers = new Set(fresh.value.steps.flatMap((step) => (step.kind === 'addSheet' ? [step.sheet] : [])));
  const ledger = {
    ...given,
    sheets: given.sheets.filter(({ name }) => !registers.has(name)),
    tables: given.tables.filter(({ sheet }) => !registers.has(sheet)),
  };
  const old = applyPlan(ledger, { purpose: 'initialise', expected: [], steps: registersOnOneSheet(convention) });
  const { user, workbook } = await openPane(old);
  await user.click(screen.getByRole('tab', { name: 'Documents' }));
  await user.click(await screen.findByRole('button', { name: 'Répartir les registres' }));
  expect(plain((await screen.findByText(/^Registres répartis/)).textContent)).toContain('Enveloppes et postes');
  expect(registersAway(workbook.workbook)).toEqual([]);
  expect(screen.queryByRole('button', { name: 'Répartir les registres' })).toBeNull();
  expect(workbook.workbook.tables.find(({ name }) => name === 'ENV_Convention')?.sheet).toBe(ONE_SHEET);
});
