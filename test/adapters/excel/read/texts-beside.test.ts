/** Texts beside the cells, in Excel as in files: comments, notes, page headers and footers, text boxes. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { cellAddress, parseArea } from '../../../../src/workbook/cells';
import type { WorkbookSnapshot } from '../../../../src/workbook/snapshot';
import type { ShapeFacts } from '../../../../workbench/host/rich-api/beside-facts';
import { convention2023 } from '../../../support/conventions';
import { startExcel, valueOf, type ExcelOptions, type StartedExcel } from '../../../support/excel/excel';
import { workbookOf } from '../../../support/excel/grid-workbook';

const LEDGER = [
  ['N° EJ', 'Date EJ', 'Axe ministériel 2', 'Montant AE'],
  ['1400000001', 45_000, 'PDE', 1000],
  ['1400000002', 45_010, 'SF', 2000],
];
const BOOK = workbookOf([{ name: 'Suivi', blocks: { A1: LEDGER } }, { name: 'Lisez-moi' }]);

let excel: StartedExcel;
afterEach(() => excel.dispose());

function start(options: ExcelOptions = { givesNotes: true }): void {
  excel = startExcel(BOOK, options);
}

const sheetId = (name = 'Suivi'): string => excel.grid.sheets().find((sheet) => sheet.name === name)!.id;

const cell = (address: string) => {
  const { top: row, left: column } = parseArea(address)!;
  return { sheetId: sheetId(), row, column };
};

const comment = (address: string, content: string, more = {}): void => {
  const { model } = excel.host;
  model.comments.push({ id: `c${model.comments.length + 1}`, ...cell(address), content, ...more });
};
const note = (address: string, content: string, authorName = ''): void =>
  void excel.host.model.notes.push({ ...cell(address), content, authorName });
const header = (place: string, text: string): void =>
  void excel.host.model.pageTexts.set(`${sheetId()} ${place}`, text);
const shape = (facts: Partial<ShapeFacts>, sheet = 'Suivi'): void => {
  const { shapes } = excel.host.model;
  shapes.push({ id: `s${shapes.length + 1}`, sheetId: sheetId(sheet), type: 'GeometricShape', ...facts });
};

function shown(workbook: WorkbookSnapshot, sheet = 'Suivi'): readonly string[] {
  const { textsBeside = [] } = workbook.sheets.find(({ name }) => name === sheet)!;
  return textsBeside.map(({ on, at, text }) => `${at ? cellAddress(at.row, at.column) : on}: ${text}`);
}

function found(workbook: WorkbookSnapshot): readonly string[] {
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  return controlledAt(opened.value, isoDate('2023-12-31')).report.findings.flatMap((finding) => {
    if (finding.rule === 'DON-07') return ['DON-07'];
    if (finding.rule !== 'LEC-05') return [];
    return [`LEC-05 ${finding.details.beside}: ${finding.details.raw}`];
  });
}

describe('a text that changes what amounts mean is reported in the pane', () => {
  test.each<[string, () => void, string]>([
    ['a note on the heading of the amounts', () => note('D1', 'Léa:\nEn k€', 'Léa'), 'LEC-05 heading: En k€'],
    ['a comment on an operation', () => comment('A2', 'EJ annulé'), 'LEC-05 row: EJ annulé'],
    [
      'an answer to a comment',
      () => comment('A2', 'Suite ?', { replies: ['EJ annulé'] }),
      'LEC-05 row: Suite ? EJ annulé',
    ],
    ['the header of all pages', () => header('DefaultForAllPages CenterHeader', '&C&12Montants HT'), 'DON-07'],
    [
      'the footer of first pages',
      () => header('FirstPage LeftFooter', 'Montants en k€'),
      'LEC-05 page: Montants en k€',
    ],
    [
      'the header of even pages',
      () => header('EvenPages RightHeader', 'Ne pas utiliser'),
      'LEC-05 page: Ne pas utiliser',
    ],
    ['a text box', () => shape({ text: 'Montants\ren k€' }), 'LEC-05 shape: en k€'],
    [
      'a text box in a group',
      () => shape({ type: 'Group', members: [{ id: 'm1', sheetId: '', type: 'GeometricShape', text: 'En k€' }] }),
      'LEC-05 shape: En k€',
    ],
    [
      'a text box on a sheet of notes, without a cell',
      () => shape({ text: 'Montants en k€' }, 'Lisez-moi'),
      'LEC-05 undefined: Montants en k€',
    ],
  ])('%s', async (_, put, expected) => {
    start();
    expect(found(await excel.read())).toEqual([]);
    put();
    const workbook = await excel.read();
    expect(found(workbook)).toEqual([expected]);
    expect(workbook.besideUnread).toBeUndefined();
  });

  test('a thread that is resolved, a picture, an empty shape and a text of another kind: nothing', async () => {
    start();
    comment('A2', 'EJ annulé', { resolved: true });
    for (const type of ['Image', 'Line', 'Unsupported', 'GeometricShape'] as const) shape({ type });
    shape({ text: '  ' });
    const workbook = await excel.read();
    expect(shown(workbook)).toEqual([]);
    expect(workbook.besideUnread).toBeUndefined();
  });
});

describe('what the reading costs', () => {
  test.each<[string, () => void, number]>([
    ['a workbook without any text', () => undefined, 3],
    [
      'comments, notes and headers',
      () => {
        comment('D1', 'Vu');
        note('A3', 'Vu');
        header('DefaultForAllPages LeftHeader', 'DGE');
      },
      3,
    ],
    ['text boxes', () => shape({ text: 'Vu' }), 4],
    [
      'groups',
      () => shape({ type: 'Group', members: [{ id: 'm', sheetId: '', type: 'GeometricShape', text: 'Vu' }] }),
      5,
    ],
  ])('%s', async (_, put, roundTrips) => {
    start();
    put();
    excel.roundTrips();
    await excel.read();
    expect(excel.roundTrips()).toBe(roundTrips);
  });

  test('after an edit: comments and notes alone are read again, in the round trips of the cells', async () => {
    start();
    valueOf(await excel.workbook.watch(() => undefined));
    comment('D1', 'Vu');
    shape({ text: 'En k€' });
    header('DefaultForAllPages LeftHeader', 'DGE');
    await excel.read();
    excel.roundTrips();
    excel.grid.actingAs('user', () => excel.grid.writeCells(sheetId(), 1, 3, [[{ value: 1500 }]]));
    await excel.host.settled();
    expect(shown(valueOf(await excel.workbook.reread()))).toEqual(['page: DGE', 'D1: Vu', 'shape: En k€']);
    expect(excel.roundTrips()).toBe(3);
  });
});

describe('what changes', () => {
  let changes = 0;
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn++) {
      await excel.host.settled();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  beforeEach(async () => {
    start();
    changes = 0;
    valueOf(await excel.workbook.watch(() => (changes += 1)));
    comment('A2', 'Vu');
    await excel.read();
  });
  const facts = () => excel.host.model.comments[0]!;

  test.each<[string, () => void, readonly string[]]>([
    [
      'added',
      () => excel.host.comment('added', { id: 'c2', sheetId: sheetId() }, () => comment('D1', 'En k€')),
      ['A2: Vu', 'D1: En k€'],
    ],
    ['changed', () => excel.host.comment('changed', facts(), () => (facts().content = 'EJ annulé')), ['A2: EJ annulé']],
    ['deleted', () => excel.host.comment('deleted', facts(), (all) => all.splice(0)), []],
  ])('a comment that is %s is announced by Excel', async (_, act, expected) => {
    act();
    await settle();
    expect(changes).toBe(1);
    expect(shown(valueOf(await excel.workbook.reread()))).toEqual(expected);
  });

  test('a note, of which Excel announces nothing, is found by the next regular check', async () => {
    excel.tick();
    await settle();
    expect(changes).toBe(0);
    note('D1', 'En k€');
    excel.tick();
    await settle();
    expect(changes).toBe(1);
    expect(found(valueOf(await excel.workbook.reread()))).toEqual(['LEC-05 heading: En k€']);
  });

  test('inserted rows move the texts on cells', async () => {
    excel.grid.actingAs('user', () => excel.grid.insertRows(sheetId(), 1, 2));
    await settle();
    expect(shown(valueOf(await excel.workbook.reread()))).toEqual(['A4: Vu']);
  });

  test('a header and a text box: found once the window of the workbook is active again', async () => {
    header('DefaultForAllPages LeftHeader', 'Montants en k€');
    excel.host.activate();
    await settle();
    expect(changes).toBe(1);
    expect(found(valueOf(await excel.workbook.reread()))).toEqual(['LEC-05 page: Montants en k€']);
  });
});

describe('what is not read is named, and the rest is read', () => {
  const put = (): void => {
    comment('A2', 'EJ annulé');
    note('A3', 'EJ annulé');
    header('DefaultForAllPages LeftHeader', 'En k€');
    shape({ text: 'HT' });
  };

  test('an Excel without notes: LTSC 2021', async () => {
    start({ apiSets: { ExcelApi: '1.14', SharedRuntime: '1.1' } });
    put();
    const workbook = await excel.read();
    expect(shown(workbook)).toEqual(['page: En k€', 'A2: EJ annulé', 'shape: HT']);
    expect(workbook.besideUnread).toEqual([{ what: 'notes', why: 'notGiven' }]);
  });

  test.each([
    ['refusesComments', 'comments', ['page: En k€', 'A3: EJ annulé', 'shape: HT']],
    ['refusesHeaders', 'pages', ['A3: EJ annulé', 'A2: EJ annulé', 'shape: HT']],
  ] as const)('%s', async (weakness, what, expected) => {
    start();
    put();
    excel.host.model.weaknesses.add(weakness);
    const workbook = await excel.read();
    expect(shown(workbook)).toEqual(expected);
    expect(workbook.sheets[0]!.values[1]).toEqual(LEDGER[1]);
    expect(workbook.besideUnread).toEqual([{ what, why: 'refused' }]);
  });

  test('what is refused is not asked for again after an edit, and is at the next full reading', async () => {
    start();
    put();
    valueOf(await excel.workbook.watch(() => undefined));
    excel.host.model.weaknesses.add('refusesComments');
    await excel.read();
    excel.roundTrips();
    const workbook = valueOf(await excel.workbook.reread());
    expect(excel.roundTrips()).toBe(2);
    expect(workbook.besideUnread).toEqual([{ what: 'comments', why: 'refused' }]);
    excel.host.model.weaknesses.clear();
    expect(shown(await excel.read())).toContain('A2: EJ annulé');
  });

  test('the events of comments are refused: the workbook is watched all the same', async () => {
    start();
    excel.host.faults.at(1, { kind: 'failAction', at: 0, code: 'GeneralException' });
    let changes = 0;
    valueOf(await excel.workbook.watch(() => (changes += 1)));
    await excel.read();
    excel.grid.actingAs('user', () => excel.grid.writeCells(sheetId(), 1, 3, [[{ value: 1500 }]]));
    await excel.host.settled();
    expect(changes).toBe(1);
  });

  test.each([0, 1, 2])('a request refused once, at %i: everything is read', async (at) => {
    start();
    put();
    excel.host.faults.at(at, { kind: 'failAction', at: 0, code: 'GeneralException' });
    const workbook = await excel.read();
    expect(shown(workbook)).toHaveLength(4);
    expect(workbook.besideUnread).toBeUndefined();
  });

  test('thousands of pictures and hundreds of empty boxes hide no text', async () => {
    start();
    for (let index = 0; index < 3000; index++) shape({ type: 'Image' });
    for (let index = 0; index < 900; index++) shape({});
    shape({ text: 'En k€' });
    const workbook = await excel.read();
    expect(shown(workbook)).toEqual(['shape: En k€']);
    expect(workbook.besideUnread).toBeUndefined();
  });

  test('500 comments, 500 notes and 300 shapes with a text are read, and no more', async () => {
    start();
    for (let index = 0; index < 501; index++) comment('A2', `c${index}`);
    for (let index = 0; index < 501; index++) note('A3', `n${index}`);
    for (let index = 0; index < 301; index++) shape({ text: `s${index}` });
    const workbook = await excel.read();
    expect(shown(workbook)).toHaveLength(500 + 500 + 300);
    expect(workbook.besideUnread).toEqual(
      expect.arrayContaining(['comments', 'notes', 'shapes'].map((what) => ({ what, why: 'tooMany' }))),
    );
    expect(Math.max(...shown(workbook).map(({ length }) => length))).toBeLessThan(1010);
  });

  test('a long text is cut as that of a file', async () => {
    start();
    comment('A2', 'x'.repeat(32_000));
    expect(shown(await excel.read())).toEqual([`A2: ${'x'.repeat(1000)}`]);
  });
});
