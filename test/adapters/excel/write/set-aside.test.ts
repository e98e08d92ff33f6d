/** A place set aside follows its cells: rows and columns come and go around it, and its sheet is renamed. */
import { planSetAside, type PlaceDecided } from '../../../../src/application/writing/set-aside';
import type { Dossier } from '../../../../src/application/dossier';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { areaAddress, MOST_ROWS, type Area } from '../../../../src/workbook/cells';
import type { WritePlan } from '../../../../src/workbook/plan';
import { readReadingChoices, type ReadingDecision } from '../../../../src/workbook/registers/reading-choices';
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

async function setAside(
  place: { readonly sheet: string; readonly area: Area | null },
  decision: ReadingDecision = 'setAside',
): Promise<WritePlan> {
  const decided: PlaceDecided = {
    ...{ ...place, decision, reason: 'Saisi deux fois', by: 'Zoé' },
    on: isoDate('2023-11-02'),
  };
  const read = await dossier();
  const plan = planSetAside(read.workbook, decided, read);
  if (!plan.ok) throw new Error(plan.failure.code);
  return valueOf(await excel.workbook.apply(plan.value)).undo;
}

async function placesSetAside(): Promise<readonly string[]> {
  const choices = readReadingChoices(await excel.read());
  if (!choices.ok) throw new Error(choices.failure.code);
  return choices.value.map((choice) => `${choice.sheet} ${choice.area ? areaAddress(choice.area) : 'entière'}`);
}

async function dossier(): Promise<Dossier> {
  const opened = openDossier(await excel.read(), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

/** The AE that count, in euros. */
async function counted(): Promise<number> {
  const { ledger } = await dossier();
  return ledger.rows.reduce((sum, { ae }) => sum + (ae.kind === 'amount' ? ae.cents / 100 : 0), 0);
}

/** The places without a role in the figures for which the user has to decide: address, why, euros. */
async function unread(): Promise<readonly string[]> {
  const { account } = await dossier();
  const left = account.filter(({ role }) => role === 'unread');
  return left.map(({ area: address, reason, sums }) => `${address} ${reason} ${sums.ae / 100}`);
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

test.each([0, 1, 2])(
  'its sheet renamed under request %i of the writing: the same cells are set aside',
  async (trip) => {
    const read = await dossier();
    const place = { sheet: 'Suivi', area: area('A5:E5'), decision: 'setAside', reason: 'Double', by: 'Zoé' } as const;
    const plan = planSetAside(read.workbook, { ...place, on: isoDate('2023-11-02') }, read);
    if (!plan.ok) throw new Error(plan.failure.code);
    excel.host.faults.at(trip, { kind: 'renameSheet', sheet: 'Suivi', to: 'Suivi 2023' });
    const written = await excel.workbook.apply(plan.value);
    expect(await placesSetAside()).toEqual(written.ok ? ['Suivi 2023 A5:E5'] : []);
    expect(await counted()).toBe(written.ok ? COUNTED : COUNTED + 100);
  },
);

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

describe('rows 3 to 5 are set aside; then', () => {
  const NEW = ['1405512304', 'Marché 4', 'PDE', DAY + 12, 50];
  const write = (row: number, ...rows: readonly (readonly (string | number)[])[]): void => {
    excel.grid.writeCells(
      idOf('Suivi'),
      row - 1,
      0,
      rows.map((cells) => cells.map((value) => ({ value }))),
    );
  };
  const insert = (row: number): void => excel.grid.insertRows(idOf('Suivi'), row - 1, 1);
  const at = (row: number): readonly (string | number)[] => ROWS[row - 1] ?? [];

  test.each<readonly [what: string, act: () => void, left: readonly string[], ae: number]>([
    ['nothing', () => undefined, [], 100],
    ['a blank row comes among them', () => insert(4), [], 100],
    ['an operation comes among them', () => (insert(4), write(4, NEW)), ['A4:E4 amongAside 50'], 100],
    ['one of them comes once more', () => (insert(4), write(4, at(3))), ['A4:E4 amongAside 200'], 100],
    ['two, apart', () => (insert(4), write(4, NEW), write(6, NEW)), ['A4:E6 amongAside 100'], 100],
    ['the label of one changes', () => write(4, ['1405512303', 'Marché 3 bis']), [], 100],
    ['the amount of one changes', () => write(4, at(4).slice(0, 4).concat(450)), ['A4:E4 amongAside 450'], 100],
    ['its EJ changes', () => write(4, ['1405512309']), ['A4:E4 amongAside 400'], 100],
    ['they are sorted', () => write(3, at(5), at(4), at(3)), [], 100],
    [
      'a sort exchanges the first one and row 2, which equals the last one',
      () => write(2, at(3), at(2)),
      ['A5:E5 amongAside 100'],
      200,
    ],
    ['an operation comes above them', () => (insert(3), write(3, NEW)), [], 150],
    ['one is deleted', () => excel.grid.deleteRows(idOf('Suivi'), 3, 1), [], 100],
  ])('%s', async (_, act, left, ae) => {
    await setAside({ sheet: 'Suivi', area: area('A3:E5') });
    act();
    expect(await unread()).toEqual(left);
    expect(await counted()).toBe(ae);
  });

  test('an operation that came among them is set aside with them, or counts', async () => {
    await setAside({ sheet: 'Suivi', area: area('A3:E5') });
    insert(4);
    write(4, NEW);
    insert(5);
    write(5, ['1405512305', 'Marché 5', 'PDE', DAY + 13, 7]);
    expect(await unread()).toEqual(['A4:E5 amongAside 57']);
    await setAside({ sheet: 'Suivi', area: area('A4:E4') });
    expect(await unread()).toEqual(['A5:E5 amongAside 7']);
    await setAside({ sheet: 'Suivi', area: area('A5:E5') }, 'ledger');
    expect(await unread()).toEqual([]);
    expect(await counted()).toBe(107);
  });
});

describe('the column « Indemnités » of the ledger is set aside, 30 €; then', () => {
  const HEADINGS = [...(ROWS[0] ?? []), 'Indemnités'];
  const operation = (ej: string, amount: number): readonly (string | number)[] => [
    ...[ej, 'Marché', 'PDE', DAY, 100],
    amount,
  ];
  const LEDGER = [HEADINGS, operation('1405512301', 10), operation('1405512302', 20)];
  const write = (row: number, ...rows: readonly (readonly (string | number)[])[]): void => {
    const cells = rows.map((values) => values.map((value) => ({ value })));
    excel.grid.writeCells(idOf('Suivi'), row - 1, 0, cells);
  };

  beforeEach(() => {
    excel.dispose();
    excel = startExcel(workbookOf([{ name: 'Suivi', blocks: { A1: LEDGER } }]));
  });

  /** The sums of the places of a role, by address. */
  async function sumsOf(role: 'setAside' | 'unread'): Promise<readonly string[]> {
    const { account } = await dossier();
    const own = account.filter((entry) => entry.role === role);
    return own.map(({ area: address, sums: { ae, cp, other } }) => `${address} ${(ae + cp + other) / 100}`);
  }

  test.each<readonly [what: string, act: () => void, aside: readonly string[], left: readonly string[]]>([
    ['nothing', () => undefined, ['F2:F3 30'], []],
    ['an operation is typed below', () => write(4, operation('1405512303', 40)), ['F2:F4 70'], []],
    [
      'an operation is typed above, in a row inserted there',
      () => (excel.grid.insertRows(idOf('Suivi'), 1, 1), write(2, operation('1405512303', 40))),
      ['F2:F4 70'],
      [],
    ],
    [
      'a column comes on its left, and an operation below',
      () => {
        excel.grid.insertColumns(idOf('Suivi'), 1, 1);
        write(4, ['1405512303', 'x', 'Marché', 'PDE', DAY, 100, 40]);
      },
      ['G2:G4 70'],
      [],
    ],
    [
      'its heading becomes that of another column, and an operation comes below',
      () => (write(1, [...HEADINGS.slice(0, 5), 'Montant facturé']), write(4, operation('1405512303', 40))),
      ['F2:F3 30'],
      ['F4 40'],
    ],
    [
      'another table of the ledger comes below, with the same headings',
      () => write(8, HEADINGS, operation('1405512303', 40), operation('1405512304', 50)),
      ['F2:F3 30'],
      ['F9:F10 90'],
    ],
    [
      'a table of something else comes just below, under its own headings',
      () => write(4, ['Payé à', 'Le', '', '', '', 'Somme'], ['Hermine', DAY, '', '', '', 1_200]),
      ['F2:F3 30'],
      ['F5 1200'],
    ],
    [
      'a table of something else comes farther below',
      () =>
        write(
          8,
          ['Payé à', 'Le', '', '', '', 'Somme'],
          ['Hermine', DAY, '', '', '', 1_200],
          ['Ondine', DAY, '', '', '', 7],
        ),
      ['F2:F3 30'],
      ['F9:F10 1207'],
    ],
    [
      'its rows are deleted, and an operation comes',
      () => (excel.grid.deleteRows(idOf('Suivi'), 1, 2), write(2, operation('1405512303', 40))),
      [],
      ['F2 40'],
    ],
  ])('%s', async (_, act, aside, left) => {
    await setAside({ sheet: 'Suivi', area: area('F2:F3') });
    act();
    expect([await sumsOf('setAside'), await sumsOf('unread')]).toEqual([aside, left]);
  });

  test('cells of the column alone, set aside by the user, are not the column', async () => {
    await setAside({ sheet: 'Suivi', area: area('F2') });
    expect([await sumsOf('setAside'), await sumsOf('unread')]).toEqual([['F2 10'], ['F3 20']]);
    await setAside({ sheet: 'Suivi', area: area('F3') });
    write(4, operation('1405512303', 40));
    expect([await sumsOf('setAside'), await sumsOf('unread')]).toEqual([['F2:F4 70'], []]);
  });

  test('an address that a person wrote in the register since is that of cells', async () => {
    await setAside({ sheet: 'Suivi', area: area('F2:F3') });
    const register = (await excel.read()).tables.find(({ name }) => name === 'ENV_Lecture');
    if (!register) throw new Error('no register');
    const { top, left } = register.area;
    const column = left + register.columns.indexOf('Plage');
    excel.grid.writeCells(idOf(register.sheet), top + 1, column, [[{ value: 'F2' }]]);
    expect([await sumsOf('setAside'), await sumsOf('unread')]).toEqual([['F2 10'], ['F3 20']]);
  });
});
