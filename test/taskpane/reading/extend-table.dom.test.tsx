/** A row typed below the Table: its finding extends the Table, in the pane; the command is undone. */
import { screen, waitFor, within } from '@testing-library/react';
import { areaAddress } from '../../../src/workbook/cells';
import { findTable, valueAt, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan } from '../../support/apply-plan';
import { openPane, plain, RIGHT_ROW, workbookOfRows, shownFinding } from '../../support/excel/pane';

/** One row in the Table, and a copy of it just below with another EJ and another amount. */
function withRowBelow(): WorkbookSnapshot {
  const workbook = workbookOfRows(RIGHT_ROW);
  const table = findTable(workbook, 'T_Suivi');
  const sheet = workbook.sheets.find(({ name }) => name === table?.sheet);
  if (!table || !sheet) throw new Error('no table');
  const { top, left, rows, columns } = table.area;
  const cells = Array.from({ length: columns }, (_, column) => {
    const value = valueAt(sheet, top + 1, left + column);
    return { value: value === '1400000001' ? '1400000002' : value };
  });
  const below = { kind: 'setCells', sheet: sheet.name, top: top + rows, left, cells: [cells] } as const;
  return applyPlan(workbook, { purpose: 'repair', expected: [], steps: [below] });
}

const placeOfTable = (workbook: WorkbookSnapshot): string => {
  const table = findTable(workbook, 'T_Suivi');
  return table ? areaAddress(table.area) : 'none';
};

test('« Étendre le tableau » takes the row in; undone, the Table is as before', async () => {
  const before = withRowBelow();
  const { user, workbook } = await openPane(before);
  await user.click(screen.getByRole('tab', { name: /^À traiter/ }));
  const outside = await shownFinding(user, 'LEC-02');
  expect(plain(outside.textContent)).toMatch(/1 ligne sous le tableau : 1 000,00 € d’AE comptés/);
  await user.click(within(outside).getByRole('button', { name: /^Étendre le tableau/ }));
  await waitFor(() => expect(screen.queryByText(/sous le tableau/)).toBeNull());
  expect(placeOfTable(workbook.workbook)).not.toBe(placeOfTable(before));
  await user.click(await screen.findByRole('button', { name: /Annuler l’extension du tableau/ }));
  await waitFor(() => expect(placeOfTable(workbook.workbook)).toBe(placeOfTable(before)));
});
