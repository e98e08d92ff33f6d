/** Lists of allowed values through the real client. */
import { startHost, type StartedHost } from '../../../support/excel/office-js';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

let excel: StartedHost;
let sheetId: string;

beforeEach(() => {
  excel = startHost(workbookOf([{ name: 'Suivi', blocks: { A1: [['Axe'], ['PDE'], ['SF']] } }]));
  sheetId = excel.grid.sheets()[0]?.id ?? '';
});

afterEach(() => excel.dispose());

const rangeAt = (context: Excel.RequestContext, address: string): Excel.Range =>
  context.workbook.worksheets.getItem('Suivi').getRange(address);

test.each(['PDE,SF', '=Suivi!$A$2:$A$3'])('a list of %s is set, read back and cleared', async (source) => {
  await excel.run(async (context) => {
    const { dataValidation } = rangeAt(context, 'A2:A3');
    dataValidation.load('type');
    await context.sync();
    expect(dataValidation.type).toBe('None');
    dataValidation.rule = { list: { inCellDropDown: true, source } };
    dataValidation.errorAlert = { title: 'Choix', message: 'Choix', showAlert: false, style: 'Information' };
    dataValidation.load('type,rule,errorAlert');
    const part = rangeAt(context, 'A1:A2').dataValidation;
    part.load('type');
    await context.sync();
    expect([dataValidation.type, dataValidation.rule.list?.source]).toEqual(['List', source]);
    expect(dataValidation.errorAlert).toMatchObject({ title: 'Choix', showAlert: false });
    expect(part.type).toBe('MixedCriteria');
    expect(excel.grid.choices(sheetId)).toMatchObject([{ area: area('A2:A3'), title: 'Choix' }]);
    dataValidation.clear();
    await context.sync();
    expect(excel.grid.choices(sheetId)).toEqual([]);
  });
});

const PROMPT = { title: 'Poste', message: 'Voir la note du 12/01', showPrompt: true };

test('an input message is set over any rule or none, read back and cleared', async () => {
  await excel.run(async (context) => {
    const { dataValidation } = rangeAt(context, 'A2:A3');
    dataValidation.load('prompt');
    await context.sync();
    expect(dataValidation.prompt).toEqual({ title: '', message: '', showPrompt: true });
    dataValidation.prompt = PROMPT;
    const [whole, part] = [rangeAt(context, 'A2').dataValidation, rangeAt(context, 'A1:A2').dataValidation];
    whole.load('type,prompt');
    part.load('type,prompt');
    await context.sync();
    expect([whole.type, whole.prompt]).toEqual(['None', PROMPT]);
    expect([part.type, part.prompt]).toEqual(['MixedCriteria', null]);
    dataValidation.rule = { list: { inCellDropDown: true, source: 'PDE,SF' } };
    dataValidation.load('type,prompt');
    await context.sync();
    expect([dataValidation.type, dataValidation.prompt]).toEqual(['List', PROMPT]);
    dataValidation.clear();
    dataValidation.load('type,prompt');
    await context.sync();
    expect([dataValidation.type, dataValidation.prompt.message]).toEqual(['None', '']);
  });
});

test.each([
  { ...PROMPT, title: 'x'.repeat(33) },
  { ...PROMPT, message: 'x'.repeat(256) },
])('an input message that is too long is refused', async (prompt) => {
  const refused = excel.run(async (context) => {
    rangeAt(context, 'A2').dataValidation.prompt = prompt;
    await context.sync();
  });
  await expect(refused).rejects.toMatchObject({ code: 'InvalidArgument' });
});

test('cells with one list and several input messages have no one type', async () => {
  await excel.run(async (context) => {
    const { dataValidation } = rangeAt(context, 'A2:A3');
    dataValidation.rule = { list: { inCellDropDown: true, source: 'PDE,SF' } };
    rangeAt(context, 'A2').dataValidation.prompt = PROMPT;
    dataValidation.load('type,prompt');
    await context.sync();
    expect([dataValidation.type, dataValidation.prompt]).toEqual(['Inconsistent', null]);
  });
});

test('another rule is refused by name', async () => {
  const refused = excel.run(async (context) => {
    rangeAt(context, 'A2').dataValidation.rule = { wholeNumber: { formula1: 1, operator: 'GreaterThan' } };
    await context.sync();
  });
  await expect(refused).rejects.toMatchObject({ code: 'NotImplemented' });
});
