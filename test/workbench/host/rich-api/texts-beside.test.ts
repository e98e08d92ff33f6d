/** Texts that people put beside the cells: comments, notes, shapes, page headers and footers. */
import type { StartedHost } from '../../../support/excel/office-js';
import { addNotes } from '../../../support/excel/newer-client';
import { startOnSales, ventes, vide } from '../../../support/excel/snippets';

let excel: StartedHost;
let sheetId: string;
beforeEach(() => {
  excel = startOnSales();
  addNotes(excel);
  sheetId = excel.grid.sheets()[0]!.id;
});
afterEach(() => excel.dispose());

const act = <T>(batch: (book: Excel.Workbook, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  excel.run((context) => batch(context.workbook, context));

describe('comments', () => {
  beforeEach(() => {
    const { comments } = excel.host.model;
    comments.push({ id: 'c1', sheetId, row: 1, column: 1, content: 'Sûr ?', replies: ['Oui', 'Vu'] });
    comments.push({ id: 'c2', sheetId, row: 2, column: 1, content: 'À voir', resolved: true });
    comments.push({ id: 'c3', sheetId: 'deleted', row: 2, column: 1, content: 'x' });
  });

  test('of the workbook, with their answers, in one load', async () => {
    await act(async (book, context) => {
      book.comments.load({ select: 'content,resolved,replies/items/content', top: 2 });
      const count = book.comments.getCount();
      await context.sync();
      expect(count.value).toBe(2);
      expect(
        book.comments.items.map(({ content, resolved, replies }) => [
          content,
          resolved,
          replies.items.map((one) => one.content),
        ]),
      ).toEqual([
        ['Sûr ?', false, ['Oui', 'Vu']],
        ['À voir', true, []],
      ]);
    });
  });

  test('as many as are asked for', async () => {
    await act(async (book, context) => {
      book.comments.load({ select: 'id', top: 1 });
      await context.sync();
      expect(book.comments.items.map(({ id }) => id)).toEqual(['c1']);
    });
  });

  test('follow their cells; those of a deleted row come back when the deletion is undone', async () => {
    const places = (): readonly number[] => excel.host.model.comments.slice(0, 2).map(({ row }) => row);
    excel.grid.insertRows(sheetId, 0, 3);
    expect(places()).toEqual([4, 5]);
    excel.grid.deleteRows(sheetId, 0, 3);
    expect(places()).toEqual([1, 2]);
    excel.grid.deleteRows(sheetId, 2, 1);
    expect(excel.host.model.comments.map(({ id }) => id)).toEqual(['c1', 'c3']);
    excel.grid.insertRows(sheetId, 2, 1);
    expect(excel.host.model.comments.map(({ id }) => id)).toEqual(['c1', 'c3', 'c2']);
    excel.grid.insertColumns(sheetId, 0, 1);
    expect(excel.host.model.comments[0]).toMatchObject({ row: 1, column: 2 });
  });

  test('are announced to the workbook and to their sheet', async () => {
    const heard: string[] = [];
    await act(async (book, context) => {
      const hear = async ({ type, worksheetId }: { type: string; worksheetId: string }): Promise<void> =>
        void heard.push(`${type} ${worksheetId === sheetId}`);
      book.comments.onAdded.add(hear);
      book.comments.onChanged.add(hear);
      ventes(book).load('id'); // the events of a sheet go by its id
      await context.sync();
      ventes(book).comments.onDeleted.add(hear);
      await context.sync();
    });
    const facts = { id: 'c4', sheetId, row: 3, column: 3, content: 'Vu' };
    excel.host.comment('added', facts, (all) => all.push(facts));
    excel.host.comment('changed', facts, () => (facts.content = 'Revu'));
    await excel.host.settled();
    expect(heard).toEqual(['CommentAdded true', 'CommentChanged true']);
  });

  test('may be turned off', async () => {
    excel.host.model.weaknesses.add('refusesComments');
    await act(async (book, context) => {
      book.comments.load('items/content');
      await expect(context.sync()).rejects.toMatchObject({ code: 'GeneralException' });
    });
  });
});

test('notes, with their authors and their places, of the workbook and of a sheet', async () => {
  excel.host.model.notes.push({ sheetId, row: 0, column: 1, content: 'Léa:\nEn k€', authorName: 'Léa' });
  await act(async (book, context) => {
    const [all, none] = [book.notes, vide(book).notes];
    for (const notes of [all, none]) notes.load({ select: 'content,authorName', top: 10 });
    await context.sync();
    expect(none.items).toEqual([]);
    const [note] = all.items;
    expect([note!.content, note!.authorName]).toEqual(['Léa:\nEn k€', 'Léa']);
    const [place, same] = [note!.getLocation(), book.notes.getItemAt(0).getLocation()];
    for (const range of [place, same]) range.load('address,worksheet/id');
    await context.sync();
    expect([place.address, same.address, place.worksheet.id]).toEqual(['Ventes!B1', 'Ventes!B1', sheetId]);
    book.notes.getItemAt(1).getLocation().load('address');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});

describe('shapes', () => {
  beforeEach(() => {
    const { shapes } = excel.host.model;
    shapes.push({ id: 's1', sheetId, type: 'GeometricShape', text: 'En k€' });
    shapes.push({ id: 's2', sheetId, type: 'GeometricShape' });
    shapes.push({ id: 's3', sheetId, type: 'Image' });
    const members = [{ id: 's5', sheetId, type: 'GeometricShape', text: 'HT' } as const];
    shapes.push({ id: 's4', sheetId, type: 'Group', members });
  });

  test('their kinds, and the texts of those that have one', async () => {
    await act(async (book, context) => {
      const { shapes } = ventes(book);
      shapes.load({ select: 'id,type', top: 10 });
      await context.sync();
      expect(shapes.items.map(({ id, type }) => `${id} ${type}`)).toEqual([
        's1 GeometricShape',
        's2 GeometricShape',
        's3 Image',
        's4 Group',
      ]);
      const [filled, empty, , grouped] = shapes.items;
      const { shapes: inside } = grouped!.group;
      inside.load('items/type');
      for (const shape of [filled, empty]) shape!.textFrame.load('hasText');
      filled!.textFrame.textRange.load('text');
      await context.sync();
      expect([filled, empty].map((shape) => shape!.textFrame.hasText)).toEqual([true, false]);
      expect(filled!.textFrame.textRange.text).toBe('En k€');
      const [member] = inside.items;
      member!.textFrame.textRange.load('text');
      await context.sync();
      expect(member!.textFrame.textRange.text).toBe('HT');
      const absent = shapes.getItemOrNullObject('none');
      absent.load('id');
      await context.sync();
      expect(absent.isNullObject).toBe(true);
    });
  });

  test.each<[string, string, (shape: Excel.Shape) => void, string]>([
    ['the text of a picture', 's3', ({ textFrame }) => void textFrame.load('hasText'), 'InvalidArgument'],
    ['the shapes of what is no group', 's1', ({ group }) => void group.shapes.load('items/id'), 'InvalidArgument'],
    ['the text of an empty shape', 's2', ({ textFrame }) => void textFrame.textRange.load('text'), 'InvalidOperation'],
  ])('%s is refused', async (_, id, ask, code) => {
    await act(async (book, context) => {
      const shape = ventes(book).shapes.getItemOrNullObject(id);
      ask(shape);
      await expect(context.sync()).rejects.toMatchObject({ code });
    });
  });
});

test('the headers and footers of all pages, of the first one, and of odd and even pages', async () => {
  await act(async (book, context) => {
    const { headersFooters } = ventes(book).pageLayout;
    const { defaultForAllPages, firstPage, evenPages, oddPages } = headersFooters;
    defaultForAllPages.leftHeader = 'Gauche';
    defaultForAllPages.centerHeader = '&CMilieu';
    defaultForAllPages.rightHeader = 'Droite';
    defaultForAllPages.leftFooter = 'Bas';
    firstPage.leftFooter = 'Première';
    evenPages.rightFooter = 'Paire';
    oddPages.centerHeader = 'Impaire';
    await context.sync();
    headersFooters.load(
      'defaultForAllPages/leftHeader,defaultForAllPages/centerHeader,defaultForAllPages/rightHeader,' +
        'defaultForAllPages/leftFooter,firstPage/leftFooter,evenPages/rightFooter,oddPages/centerHeader,oddPages/leftHeader',
    );
    await context.sync();
    const { leftHeader, centerHeader, rightHeader, leftFooter } = defaultForAllPages;
    expect([leftHeader, centerHeader, rightHeader, leftFooter]).toEqual(['Gauche', '&CMilieu', 'Droite', 'Bas']);
    expect([firstPage.leftFooter, evenPages.rightFooter, oddPages.centerHeader, oddPages.leftHeader]).toEqual([
      'Première',
      'Paire',
      'Impaire',
      '',
    ]);
  });
  expect(excel.grid.sheet(sheetId)?.page.footer).toEqual(['Bas', '', '']);
});

test('PivotTables and slicers are counted on their sheet', async () => {
  const { pivotTables, slicers } = excel.host.model;
  pivotTables.push({ sheetId }, { sheetId: 'deleted' });
  slicers.push({ sheetId }, { sheetId });
  await act(async (book, context) => {
    const counts = [ventes(book), vide(book)].flatMap((sheet) => [
      sheet.pivotTables.getCount(),
      sheet.slicers.getCount(),
    ]);
    await context.sync();
    expect(counts.map(({ value }) => value)).toEqual([1, 2, 0, 0]);
  });
});
