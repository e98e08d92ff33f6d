/** Lists to choose from, over the real client: over nobody's rule, undone, and removed alone. */
import type { WritePlan, WriteStep } from '../../../../src/workbook/plan';
import { startExcel, valueOf, type StartedExcel } from '../../../support/excel/excel';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedExcel;
beforeEach(() => {
  excel = startExcel(
    workbookOf([
      {
        name: 'Suivi',
        blocks: {
          A1: [
            ['Axe', 'Poste'],
            ['PDE', 'x'],
            ['SF', 'y'],
          ],
        },
      },
    ]),
  );
});
afterEach(() => excel.dispose());

const SUIVI = (): string => excel.grid.sheets()[0]?.id ?? '';
const lists = () => excel.grid.choices(SUIVI()).map(({ area: { left }, source }) => `${left} ${source}`);
const plan = (...steps: readonly WriteStep[]): WritePlan => ({ purpose: 'lists', expected: [], steps });
const list = (address: string, source: string): WriteStep => ({
  kind: 'setList',
  sheet: 'Suivi',
  area: area(address),
  source,
});
const apply = async (...steps: readonly WriteStep[]) => valueOf(await excel.workbook.apply(plan(...steps)));

test('a list is given, replaced by a newer one, and undone', async () => {
  const first = await apply(list('A2:A3', 'PDE,SF'));
  expect(lists()).toEqual(['0 "PDE,SF"']);
  const second = await apply(list('A2:A3', 'PDE,SF,SRE'));
  expect(lists()).toEqual(['0 "PDE,SF,SRE"']);
  valueOf(await excel.workbook.apply(second.undo));
  expect(lists()).toEqual(['0 "PDE,SF"']);
  valueOf(await excel.workbook.apply(first.undo));
  expect(lists()).toEqual([]);
});

test('a reference is a source too', async () => {
  await apply(list('B2:B3', '=Suivi!$B$2:$B$3'));
  expect(lists()).toEqual(['1 =Suivi!$B$2:$B$3']);
});

test('the rule of somebody over one cell is left, and the others of the column have the list', async () => {
  excel.grid.addChoice(SUIVI(), { area: area('A2'), source: '"à eux"' });
  const { undo } = await apply(list('A2:A3', 'PDE,SF'));
  expect(lists().sort()).toEqual(['0 "PDE,SF"', '0 "à eux"']);
  valueOf(await excel.workbook.apply(undo));
  expect(lists()).toEqual(['0 "à eux"']);
});

test('rows typed below the list: the whole column has it, and none once it is taken away', async () => {
  const rows = (): readonly string[] =>
    excel.grid
      .choices(SUIVI())
      .flatMap(({ area: { top, rows: count }, source }) =>
        Array.from({ length: count }, (_, row) => `${top + row} ${source}`),
      )
      .sort();
  const all = (source: string): readonly string[] => Array.from({ length: 7 }, (_, row) => `${row + 1} ${source}`);
  await apply(list('A2:A3', 'PDE,SF'));
  await apply(list('A2:A8', 'PDE,SF'));
  expect(rows()).toEqual(all('"PDE,SF"'));
  const newer = await apply(list('A2:A8', 'PDE,SF,SRE'));
  expect(rows()).toEqual(all('"PDE,SF,SRE"'));
  const { undo } = await apply({ kind: 'removeList', sheet: 'Suivi', area: area('A2:A20') });
  expect(rows()).toEqual([]);
  valueOf(await excel.workbook.apply(undo));
  valueOf(await excel.workbook.apply(newer.undo));
  expect(rows()).toEqual(all('"PDE,SF"'));
});

test.each(['A2:A3', 'A1:A9'])('the rule of somebody over %s is left, by the list and by its removal', async (where) => {
  excel.grid.addChoice(SUIVI(), { area: area(where), source: '"à eux"' });
  const { undo } = await apply(list('A2:A3', 'PDE,SF'));
  expect(lists()).toEqual(['0 "à eux"']);
  await apply({ kind: 'removeList', sheet: 'Suivi', area: area('A2:A3') });
  valueOf(await excel.workbook.apply(undo));
  expect(lists()).toEqual(['0 "à eux"']);
});

test('removed in one step, and given again by the undo', async () => {
  await apply(list('A2:A3', 'PDE,SF'), list('B2:B3', 'x,y'));
  const { undo } = await apply(
    { kind: 'removeList', sheet: 'Suivi', area: area('A2:A3') },
    { kind: 'removeList', sheet: 'Suivi', area: area('B2:B3') },
  );
  expect(lists()).toEqual([]);
  valueOf(await excel.workbook.apply(undo));
  expect(lists().sort()).toEqual(['0 "PDE,SF"', '1 "x,y"']);
});

describe('cells with an input message of the team', () => {
  const PROMPT = { title: 'Poste', message: 'Voir la note du 12/01', showPrompt: true };
  const prompt = (address: string, given = PROMPT): Promise<void> =>
    excel.run(async (context) => {
      context.workbook.worksheets.getItem('Suivi').getRange(address).dataValidation.prompt = given;
      await context.sync();
    });
  const prompts = () => excel.host.model.prompts.map(({ area: { top, rows }, message }) => [top, rows, message]);
  const OURS = [[1, 2, PROMPT.message]];

  test('keep it over « toute valeur », under our list, and once it is undone or removed', async () => {
    await prompt('A2:A3');
    const { undo } = await apply(list('A2:A3', 'PDE,SF'));
    expect([lists(), prompts()]).toEqual([['0 "PDE,SF"'], OURS]);
    valueOf(await excel.workbook.apply(undo));
    expect([lists(), prompts()]).toEqual([[], OURS]);
    await apply(list('A2:A3', 'PDE,SF'));
    await apply({ kind: 'removeList', sheet: 'Suivi', area: area('A2:A3') });
    expect([lists(), prompts()]).toEqual([[], OURS]);
  });

  test('keep the one that somebody wrote over our list', async () => {
    const { undo } = await apply(list('A2:A3', 'PDE,SF'));
    await prompt('A2:A3');
    await apply(list('A2:A3', 'PDE,SF,SRE'));
    expect([lists(), prompts()]).toEqual([['0 "PDE,SF,SRE"'], OURS]);
    valueOf(await excel.workbook.apply(undo));
    expect([lists(), prompts()]).toEqual([[], OURS]);
  });

  test('in a part of the column alone: the column is left as it is', async () => {
    await prompt('A2');
    await apply(list('A2:A3', 'PDE,SF'));
    await apply({ kind: 'removeList', sheet: 'Suivi', area: area('A2:A3') });
    expect([lists(), prompts()]).toEqual([[], [[1, 1, PROMPT.message]]]);
  });

  test('whichever action of a removal fails, the list and the message are there', async () => {
    await prompt('A2:A3');
    await apply(list('A2:A3', 'PDE,SF'));
    const removal = plan({ kind: 'removeList', sheet: 'Suivi', area: area('A2:A3') });
    excel.roundTrips();
    const { undo } = valueOf(await excel.workbook.apply(removal));
    const writing = excel.roundTrips() - 1;
    const actions = excel.host.requests.at(-1)?.actions ?? 0;
    valueOf(await excel.workbook.apply(undo));
    for (let at = 0; at < actions; at++) {
      excel.host.faults.at(writing, { kind: 'failAction', at, code: 'GeneralException' });
      expect([at, (await excel.workbook.apply(removal)).ok]).toEqual([at, false]);
      expect([at, lists(), prompts()]).toEqual([at, ['0 "PDE,SF"'], OURS]);
    }
    expect(actions).toBeGreaterThan(3);
  });
});
