/** A place set aside follows its cells: rows and columns come and go around it, and its sheet is renamed. */
import { planSetAside, type PlaceDecided } from '../../../../src/application/writing/set-aside';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { areaAddress, MOST_ROWS, type Area } from '../../../../src/workbook/cells';
import type { WritePlan } from '../../../../src/workbook/plan';
import { readReadingChoices } from '../../../../src/workbook/registers/reading-choices';
import { convention2023 } from '../../../support/conventions';
import { startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

const DAY = 45_000;
/** The last row repeats the first one: the user sets it aside. */
const ROWS = [
  ['N° EJ', 'Objet', 'Axe ministériel 2', "Date d'engagement", 'Montant AE'],
  ['1405512301', 'Marché 1', 'PDE', DAY, 100],
  ['1405512302', 'Marché 2', 'PDE', DAY + 3, 200],
  ['1405512303', 'Marché 3', 'PDE', DAY + 9, 400],
  ['1405512301', 'Marché 1, saisi deux fois', 'PDE', DAY, 100],
];
const COUNTED = 700;

let excel: StartedExcel;
beforeEach(() => {
  excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: ROWS } }, { name: 'Notes' }]));
});
afterEach(() => excel.dispose());

const idOf = (name: string): string => excel.grid.sheets().find((sheet) => sheet.name === name)?.id ?? '';

async function setAside(place: { readonly sheet: string; readonly area: Area | null }): Promise<WritePlan> {
  const decided: PlaceDecided = {
    ...{ ...place, decision: 'setAside', reason: 'Saisi deux fois', by: 'Zoé' },
    on: isoDate('2023-11-02'),
  };
  const plan = planSetAside(await excel.read(), decided);
  if (!plan.ok) throw new Error(plan.failure.code);
  return valueOf(await excel.workbook.apply(plan.value)).undo;
}

async function placesSetAside(): Promise<readonly string[]> {
  const choices = readReadingChoices(await excel.read());
  if (!choices.ok) throw new Error(choices.failure.code);
  return choices.value.map((choice) => `${choice.sheet} ${choice.area ? areaAddress(choice.area) : 'entière'}`);
}

/** The AE that count, in euros. */
async function counted(): Promise<number> {
  const opened = openDossier(await excel.read(), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value.ledger.rows.reduce((sum, { ae }) => sum + (ae.kind === 'amount' ? ae.cents / 100 : 0), 0);
}

test.each<readonly [what: string, act: () => void, place: string, more: number]>([
  ['nothing', () => undefined, 'Suivi A5:E5', 0],
  ['a row inserted above, blank', () => excel.grid.insertRows(idOf('Suivi'), 1, 1), 'Suivi A6:E6', 0],
  [
    'an operation typed in a row inserted above',
    () => {
      excel.grid.insertRows(idOf('Suivi'), 4, 1);
      const cells = ['1405512304', 'Marché 4', 'PDE', DAY + 12, 50].map((value) => ({ value }));
      excel.grid.writeCells(idOf('Suivi'), 4, 0, [cells]);
    },
    'Suivi A6:E6',
    50,
  ],
  ['a column inserted on its left', () => excel.grid.insertColumns(idOf('Suivi'), 0, 1), 'Suivi B5:F5', 0],
  ['a row deleted above', () => excel.grid.deleteRows(idOf('Suivi'), 1, 1), 'Suivi A4:E4', -100],
  ['its sheet renamed', () => excel.grid.changeSheet(idOf('Suivi'), { name: 'Suivi 2023' }), 'Suivi 2023 A5:E5', 0],
])('%s: the same cells are set aside', async (_, act, place, more) => {
  await setAside({ sheet: 'Suivi', area: area('A5:E5') });
  act();
  expect(await placesSetAside()).toEqual([place]);
  expect(await counted()).toBe(COUNTED + more);
});

test('cells that are deleted are set aside no more, and those that took their place count', async () => {
  await setAside({ sheet: 'Suivi', area: area('A3:E3') });
  expect(await counted()).toBe(600);
  excel.grid.deleteRows(idOf('Suivi'), 2, 1);
  expect(await placesSetAside()).toEqual([]);
  expect(await counted()).toBe(600);
});

test('a second place at the address that the first one had', async () => {
  await setAside({ sheet: 'Suivi', area: area('A2:E2') });
  excel.grid.insertRows(idOf('Suivi'), 1, 1);
  await setAside({ sheet: 'Suivi', area: area('A2:E2') });
  excel.grid.insertRows(idOf('Suivi'), 1, 1);
  expect(await placesSetAside()).toEqual(['Suivi A4:E4', 'Suivi A3:E3']);
});

test('whole columns, and a column inserted on their left', async () => {
  await setAside({ sheet: 'Suivi', area: { top: 0, left: 3, rows: MOST_ROWS, columns: 2 } });
  excel.grid.insertColumns(idOf('Suivi'), 1, 1);
  expect(await placesSetAside()).toEqual(['Suivi E1:F1048576']);
});

test('a whole sheet, renamed since', async () => {
  await setAside({ sheet: 'Notes', area: null });
  excel.grid.changeSheet(idOf('Notes'), { name: 'Archives' });
  expect(await placesSetAside()).toEqual(['Archives entière']);
});

test('its undo takes the name away', async () => {
  const before = (await excel.read()).names;
  const undo = await setAside({ sheet: 'Suivi', area: area('A5:E5') });
  expect((await excel.read()).names).not.toEqual(before);
  valueOf(await excel.workbook.apply(undo));
  expect((await excel.read()).names).toEqual(before);
  expect(await placesSetAside()).toEqual([]);
});
