/** A workbook that is refused at a cell: the pane names it and leads to it, in both languages, by the keyboard too. */
import { screen } from '@testing-library/react';
import { LANGUAGES } from '../../../src/messages/language';
import { cellAddress, quoteSheet, type Area } from '../../../src/workbook/cells';
import { findTable, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { convention2023 } from '../../support/conventions';
import { faultsOf, openPane, plain, RIGHT_ROW, workbookOfRows } from '../../support/excel/pane';
import { ledgerWorkbook } from '../../support/ledgers/ledger-workbook';

const RIGHT = workbookOfRows(RIGHT_ROW);

function areaOf(table: string): Area & { readonly sheet: string } {
  const found = findTable(RIGHT, table);
  if (!found) throw new Error(`no ${table}`);
  return { ...found.area, sheet: found.sheet };
}

/** « beaucoup » in the first amount of the envelopes: no amount. */
const { sheet, top, left } = areaOf('ENV_Enveloppes');
const WRONG = { sheet, row: top + 1, column: left + 3 };
const ADDRESS = `${quoteSheet(sheet)}!${cellAddress(WRONG.row, WRONG.column)}`;

function withWrongAmount(): WorkbookSnapshot {
  const sheets = RIGHT.sheets.map((one) => {
    if (one.name !== sheet || !one.used) return one;
    const [r, c] = [WRONG.row - one.used.top, WRONG.column - one.used.left];
    const values = one.values.map((line, row) =>
      row === r ? line.map((value, column) => (column === c ? 'beaucoup' : value)) : line,
    );
    return { ...one, values };
  });
  return { ...RIGHT, sheets };
}

const GO = { fr: 'Aller à', en: 'Go to' };

describe.each(LANGUAGES)('in %s', (language) => {
  test('a wrong cell of the convention: its button is the next step, and leads to it', async () => {
    const { user, workbook, container } = await openPane(withWrongAmount(), language);
    expect(plain(screen.getByRole('heading').textContent)).toContain(ADDRESS);
    await user.tab();
    const go = screen.getByRole('button', { name: `${GO[language]} ${ADDRESS}` });
    expect(document.activeElement).toBe(go);
    await user.keyboard('{Enter}');
    expect(workbook.shown).toEqual([WRONG]);
    expect(await faultsOf(container)).toEqual([]);
  });

  test('every table lost: a button for each, with the name that it is to be given again', async () => {
    const lost = RIGHT.tables.filter(({ name }) => name.startsWith('ENV_'));
    const { user, workbook, container } = await openPane(
      { ...RIGHT, tables: RIGHT.tables.filter((table) => !lost.includes(table)) },
      language,
    );
    const ways = screen.getAllByRole('listitem').map((item) => plain(item.textContent));
    expect(new Set(ways)).toEqual(new Set(lost.map(({ name }) => `${GO[language]} ${name}`)));
    await user.click(screen.getByRole('button', { name: `${GO[language]} ENV_Mouvements` }));
    const movements = areaOf('ENV_Mouvements');
    expect(workbook.shown).toEqual([{ sheet: movements.sheet, row: movements.top, column: movements.left }]);
    expect(await faultsOf(container)).toEqual([]);
  });
});

test('the cell is corrected: the refusal and its button are gone', async () => {
  const { workbook, user } = await openPane(withWrongAmount());
  const cells = [[{ value: 500_000 }]];
  workbook.editUnannounced([{ kind: 'setCells', sheet, top: WRONG.row, left: WRONG.column, cells }]);
  await user.click(screen.getByRole('button', { name: 'Relire le classeur' }));
  await screen.findByRole('tab', { name: 'Situation' });
  expect(screen.queryByRole('button', { name: `Aller à ${ADDRESS}` })).toBeNull();
});

test('a table that is nowhere in the workbook: no cell to go to, the workbook is read again', async () => {
  await openPane({
    ...RIGHT,
    sheets: RIGHT.sheets.filter(({ name }) => name !== sheet),
    tables: RIGHT.tables.filter((table) => table.sheet !== sheet),
  });
  expect(plain(screen.getByRole('heading').textContent)).toContain('ENV_Enveloppes');
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toContain('Relire le classeur');
  expect(screen.queryByRole('list')).toBeNull();
});

test('no ledger, but headings near one: the pane leads to them too', async () => {
  const near = ledgerWorkbook(convention2023(), 'N° EJ | Objet | Date\n 1400000001 | Audit | 15/02/2023');
  const { user, workbook } = await openPane(near);
  const way = screen.getByRole('button', { name: /^Aller à Suivi!/ });
  expect(plain(screen.getByRole('heading', { level: 1 }).textContent)).toContain('le plus proche, feuille « Suivi »');
  await user.click(way);
  expect(workbook.shown).toMatchObject([{ sheet: 'Suivi' }]);
});
