/** Formulas left at `#NAME?`: found, corrected from the message; formulas replaced by their values in the documents. */
import { screen } from '@testing-library/react';
import { formulaKey, type SheetSnapshot, type WorkbookSnapshot } from '../../src/workbook/snapshot';
import { openPane, plain } from '../support/excel/pane';
import { sampleDossier } from '../support/sample-dossier';

/** The sample, which has 55 of our formulas, with a sheet of three more: two broken, one with its value. */
function withFormulas(): WorkbookSnapshot {
  const { workbook } = sampleDossier();
  const [first] = workbook.sheets;
  if (!first) throw new Error('no sheet');
  const sheet = {
    ...first,
    id: 'board',
    name: 'Tableau de bord',
    used: { top: 0, left: 0, rows: 3, columns: 1 },
    values: [[{ error: '#NAME?' }], [{ error: '#NAME?' }], [0.5]],
    formulas: new Map([
      [formulaKey(0, 0), '=_xldudf_ENVELOPE_REMAINING("PDE","CP")'],
      [formulaKey(1, 0), '=ENVELOPE.STATUS("PDE")'],
      [formulaKey(2, 0), '=1-ENVELOPE.RATE("PDE","AE")'],
    ]),
  };
  return { ...workbook, sheets: [...workbook.sheets.map(onTheDay), sheet] };
}

/** The statuses of the sample, which is saved on another day, as Excel shows them on 31 December 2023. */
function onTheDay(sheet: SheetSnapshot): SheetSnapshot {
  const now: Record<string, string> = { '"PDE"': 'Alerte', '"Signaux Faibles"': 'Suspendue', '"*"': 'Suspendue' };
  const statusAt = (row: number, column: number): string | undefined => {
    const [, envelope = ''] =
      /^=ENVELOPE\.STATUS\((.*)\)$/.exec(sheet.formulas.get(formulaKey(row, column)) ?? '') ?? [];
    return now[envelope];
  };
  const { top = 0, left = 0 } = sheet.used ?? {};
  const values = sheet.values.map((row, r) => row.map((value, c) => statusAt(top + r, left + c) ?? value));
  return { ...sheet, values };
}

test('the message counts the broken formulas, and its button enters them again', async () => {
  const { user, workbook } = await openPane(withFormulas());
  expect(plain((await screen.findByText(/formules ENVELOPE affichent ou cachent/)).textContent)).toMatch(
    /^2 formules .*#NOM\?/,
  );
  await user.click(screen.getByRole('button', { name: 'Corriger les formules' }));
  expect(plain((await screen.findByText(/Formules corrigées/)).textContent)).toBe('Formules corrigées : 2 cellules.');
  const board = workbook.workbook.sheets.find(({ name }) => name === 'Tableau de bord');
  expect(board?.formulas.get(formulaKey(0, 0))).toBe('=ENVELOPE.REMAINING("PDE","CP")');
});

test('formulas are replaced by their values; those without one stay, and are counted', async () => {
  const { user, workbook } = await openPane(withFormulas());
  await user.click(screen.getByRole('tab', { name: 'Documents' }));
  await user.click(await screen.findByRole('button', { name: 'Copies figées et réglages' }));
  expect(plain((await screen.findByText(/restent en place/)).textContent)).toMatch(/^2 formules restent/);
  await user.click(screen.getByRole('button', { name: /^Remplacer.56.formules par leur valeur$/ }));
  await screen.findByText(/Formules remplacées par leur valeur/);
  const board = workbook.workbook.sheets.find(({ name }) => name === 'Tableau de bord');
  expect([board?.formulas.has(formulaKey(2, 0)), board?.values[2]?.[0]]).toEqual([false, 0.5]);
});
