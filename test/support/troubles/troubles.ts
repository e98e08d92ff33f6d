/**
 * Every trouble of a workbook, and its outcome for a document: written, unchanged, or a failure code. One table for the
 * tests in memory, on files and in the simulated Excel.
 */
import type { DocumentFrame } from '../../../src/documents/document';
import type { Convention, Envelope } from '../../../src/domain/envelopes/convention';
import { Euros } from '../../../src/domain/money/euros';
import { columnName } from '../../../src/workbook/cells';
import { ledgerWorkbook } from '../ledgers/ledger-workbook';
import { areaNamed, columnsInserted, pasted, rowsDeleted, rowsInserted, type Move } from './moves';
import {
  areaOf,
  cellOf,
  changed,
  changeSheet,
  changeTable,
  cleared,
  CONVENTION,
  copied,
  documented,
  HEADINGS,
  LEDGER,
  looksLike,
  protectedSheet,
  refersTo,
  renamed,
  sceneOf,
  sceneOfConvention,
  START,
  typed,
  withMoved,
  withoutSheet,
  withSheet,
  withSteps,
  type Scene,
} from './scene';

/** `done` is the workbook with the document in it. */
export type MakeTrouble = (frame: DocumentFrame, done: Scene) => Scene;

/** A trouble that a snapshot does not show has no effect in memory. */
export type Outcome = string | { readonly inMemory: string; readonly otherwise: string };

export type Trouble = readonly [name: string, make: MakeTrouble, expected: Outcome];

/** Changes of the document itself. */
const SPOILT: readonly Trouble[] = [
  ['two rows of it were emptied', ({ sheet }, done) => cleared(done, sheet, 2, 2), 'written'],
  ['everything in it was emptied but its range', ({ sheet }, done) => cleared(done, sheet, 0, 500), 'documentAltered'],
  ['a row of it was deleted', ({ sheet }, done) => withMoved(done, rowsDeleted(sheet, 9, 1)), 'documentAltered'],
  ['a row was added in it', ({ sheet }, done) => withMoved(done, rowsInserted(sheet, 9, 1)), 'documentAltered'],
  [
    'a row was added in it, and filled',
    ({ sheet }, done) => typed(withMoved(done, rowsInserted(sheet, 9, 1)), sheet, 'A10', 'à nous'),
    'documentAltered',
  ],
  ['a column was added in it', ({ sheet }, done) => withMoved(done, columnsInserted(sheet, 1, 1)), 'documentAltered'],
  ['it was sorted', sorted, 'documentAltered'],
  ['its title was lost', ({ sheet }, done) => typed(done, sheet, 'A1', 'Brouillon'), 'written'],
  ['its title holds an error', ({ sheet }, done) => typed(done, sheet, 'A1', { error: '#REF!' }), 'written'],
];

/** Changes of its range or of its sheet. */
const MISPLACED: readonly Trouble[] = [
  ['its range is broken, its sheet still there', (frame, done) => refersTo(done, frame, '=#REF!'), 'sheetTaken'],
  ['its sheet was deleted', (frame, done) => withoutSheet(done, frame), 'written'],
  [
    'its sheet was deleted, and the structure is protected',
    (frame, done) => locked(withoutSheet(done, frame)),
    'structureProtected',
  ],
  ['its range was given to a formula', (frame, done) => refersTo(done, frame, '=SUM(1,2)'), 'nameTaken'],
  ['its range was given to a constant', (frame, done) => refersTo(done, frame, '=0.2'), 'nameTaken'],
  ['its range was given to two areas', (frame, done) => refersTo(done, frame, '=Suivi!$A$1,Suivi!$C$1'), 'nameTaken'],
  ['its range was given to a whole column', (frame, done) => refersTo(done, frame, '=Suivi!$A:$A'), 'nameTaken'],
  ['its range was given to the ledger', (frame, done) => refersTo(done, frame, '=Suivi!$A$1:$H$4'), 'documentAltered'],
  [
    'its range is that of another workbook',
    (frame, done) => refersTo(done, frame, "='[Suivi 2022.xlsx]Annexe'!$A$1:$F$9"),
    'sheetTaken',
  ],
  ['its range is a name of its sheet alone', localOnly, 'sheetTaken'],
  ['its sheet was copied', (frame, done) => copied(done, frame), 'unchanged'],
  [
    'its sheet was copied, and the original deleted',
    (frame, done) => withoutSheet(copied(done, frame), frame),
    'written',
  ],
  ['its sheet is hidden', ({ sheet }, done) => hidden(done, sheet), 'unchanged'],
  [
    'its sheet is very hidden',
    ({ sheet }, done) => changeSheet(done, sheet, (of) => ({ ...of, visibility: 'veryHidden' })),
    'unchanged',
  ],
  ['its sheet is protected, and it is right', ({ sheet }, done) => protectedSheet(done, sheet), 'unchanged'],
  [
    'its sheet is protected, and its title was lost',
    ({ sheet }, done) => protectedSheet(typed(done, sheet, 'A1', 'Brouillon'), sheet),
    'sheetProtected',
  ],
  ['its sheet was renamed', ({ sheet }, done) => renamed(done, sheet, "L'envoi d'été"), 'unchanged'],
  ['its sheet was moved first', movedFirst, 'unchanged'],
  ['rows were inserted above it', ({ sheet }, done) => withMoved(done, rowsInserted(sheet, 0, 3)), 'unchanged'],
  ['columns were inserted before it', ({ sheet }, done) => withMoved(done, columnsInserted(sheet, 0, 2)), 'unchanged'],
  ['it was cut and pasted on another sheet', cutAndPasted, 'unchanged'],
  [
    'its panes are frozen elsewhere',
    ({ sheet }, done) => looksLike(done, sheet, { frozen: { rows: 7, columns: 2 } }),
    'unchanged',
  ],
];

/** A sheet of its name exists before it. */
const TAKEN: readonly Trouble[] = [
  [
    'a sheet of its name holds a note',
    ({ sheet }) => typed(withSheet(START, sheet), sheet, 'C7', 'note'),
    'sheetTaken',
  ],
  ['a sheet of its name, in capitals, holds a formula', inCapitals, 'sheetTaken'],
  [
    'a sheet of its name holds a table without rows',
    ({ sheet }) => noted(withSheet(START, sheet), sheet, 'T_Notes'),
    'sheetTaken',
  ],
  ['a sheet of its name is empty', ({ sheet }) => withSheet(START, sheet), 'written'],
  ['a sheet of its name is empty and hidden', ({ sheet }) => hidden(withSheet(START, sheet), sheet), 'sheetHidden'],
  [
    'a sheet of its name is empty and very hidden',
    ({ sheet }) => changeSheet(withSheet(START, sheet), sheet, (of) => ({ ...of, visibility: 'veryHidden' })),
    'sheetHidden',
  ],
  [
    'a sheet of its name is empty and protected',
    ({ sheet }) => protectedSheet(withSheet(START, sheet), sheet),
    'sheetProtected',
  ],
  [
    'a sheet of its name is empty, its cells merged',
    ({ sheet }) => looksLike(withSheet(START, sheet), sheet, { merges: [areaOf('A1:B9')] }),
    {
      inMemory: 'written',
      otherwise: 'mergedCells',
    },
  ],
  [
    'a table of the user bears the name of its range',
    ({ range }) => noted(withSheet(START, 'Notes'), 'Notes', range),
    'nameTaken',
  ],
  ['the structure is protected', () => locked(START), 'structureProtected'],
];

/** Cells and sheets that the user added or copied. */
const INHABITED: readonly Trouble[] = [
  ['a note stands beside it', beside('à vérifier'), 'unchanged'],
  [
    'a formula of the user refers to it',
    (frame, done) => typed(withSheet(done, 'Notes'), 'Notes', 'B2', 'x', `='${frame.sheet}'!A1&""`),
    'unchanged',
  ],
  [
    'its title is merged over blank cells',
    ({ sheet }, done) => looksLike(done, sheet, { merges: [areaOf('A1:B1')] }),
    'unchanged',
  ],
  [
    'its title is merged with the row below, whose text was lost',
    mergedOver,
    { inMemory: 'written', otherwise: 'mergedCells' },
  ],
  ['another document stands under it', twoOnOneSheet, 'unchanged'],
];

/** The ledger changed. */
const LEDGERS: readonly Trouble[] = [
  ['the table of the ledger was renamed in Excel', (_, done) => tableRenamed(done, true), 'unchanged'],
  [
    'the table of the ledger was renamed by a program that left the formulas',
    (_, done) => tableRenamed(done, false),
    'maybe',
  ],
  [
    'a column was inserted in the ledger',
    (_, done) => typed(withMoved(done, columnsInserted('Suivi', 2, 1)), 'Suivi', 'C1', 'Colonne3'),
    'unchanged',
  ],
  ['rows were inserted above the ledger', (_, done) => withMoved(done, rowsInserted('Suivi', 0, 4)), 'unchanged'],
  ['the sheet of the ledger is protected', (_, done) => protectedSheet(done, 'Suivi'), 'unchanged'],
  [
    'rows of the ledger are filtered out',
    (_, done) => changeSheet(done, 'Suivi', (sheet) => ({ ...sheet, hiddenRows: new Set([2]) })),
    'unchanged',
  ],
  [
    'the sheet of the ledger is hidden',
    (_, done) => changeSheet(done, 'Suivi', (sheet) => ({ ...sheet, visibility: 'hidden' })),
    'maybe',
  ],
  ['the sheet of the ledger was renamed', (_, done) => renamed(done, 'Suivi', "Suivi de l'été"), 'unchanged'],
];

export const TROUBLES: readonly Trouble[] = [...SPOILT, ...MISPLACED, ...TAKEN, ...INHABITED, ...LEDGERS];

function hidden(scene: Scene, sheet: string): Scene {
  return changeSheet(scene, sheet, (of) => ({ ...of, visibility: 'hidden' }));
}

function locked(scene: Scene): Scene {
  return changed(scene, (workbook) => ({ ...workbook, structureProtected: true }));
}

function inCapitals({ sheet }: DocumentFrame): Scene {
  return typed(withSheet(START, sheet.toUpperCase()), sheet.toUpperCase(), 'B2', 2, '=1+1');
}

function movedFirst({ sheet }: DocumentFrame, done: Scene): Scene {
  return changed(done, (workbook) => ({
    ...workbook,
    sheets: [...workbook.sheets].sort((one) => (one.name === sheet ? -1 : 0)),
  }));
}

/** All its rows but the first, last one first. */
function sorted({ sheet, range }: DocumentFrame, done: Scene): Scene {
  const { area } = areaNamed(done.workbook, range);
  const move: Move = (spot) =>
    spot.sheet === sheet && spot.row > 0 && spot.row < area.rows ? { ...spot, row: area.rows - spot.row } : spot;
  const turned = withMoved(done, move);
  return changed(turned, (workbook) => ({ ...workbook, names: done.workbook.names }));
}

function localOnly({ sheet, range }: DocumentFrame, done: Scene): Scene {
  return changed(done, (workbook) => ({
    ...workbook,
    names: workbook.names.map((name) => (name.name === range ? { ...name, scope: sheet } : name)),
  }));
}

function cutAndPasted({ sheet, range }: DocumentFrame, done: Scene): Scene {
  const cut = withMoved(
    withSheet(done, 'Classement'),
    pasted(areaNamed(done.workbook, range), { sheet: 'Classement', row: 4, column: 1 }),
  );
  return changed(cut, (workbook) => {
    const charts = workbook.sheets.find(({ name }) => name === sheet)?.charts;
    return {
      ...workbook,
      sheets: workbook.sheets.map((one) => (one.name === 'Classement' && charts ? { ...one, charts } : one)),
    };
  });
}

function noted(scene: Scene, sheet: string, table: string): Scene {
  return withSteps(
    scene,
    { kind: 'setCells', sheet, top: 2, left: 1, cells: [[{ value: 'Poste' }, { value: 'Montant' }]] },
    { kind: 'addTable', sheet, name: table, area: areaOf('B3:C4') },
  );
}

function beside(note: string): MakeTrouble {
  return ({ sheet, range }, done) => {
    const { area } = areaNamed(done.workbook, range);
    return typed(done, sheet, `${columnName(area.left + area.columns + 1)}3`, note);
  };
}

function mergedOver({ sheet, range }: DocumentFrame, done: Scene): Scene {
  const { area } = areaNamed(done.workbook, range);
  return looksLike(cleared(done, sheet, 1, 1), sheet, { merges: [areaOf(`A1:${cellOf(area, 1, 0)}`)] });
}

/** A document of another kind, pasted three rows under this one. */
function twoOnOneSheet({ sheet, range }: DocumentFrame, done: Scene): Scene {
  const { area } = areaNamed(done.workbook, range);
  const other = done.workbook.names.find(({ name }) => name.startsWith('ENV_Doc_') && name !== range);
  const both = other ? done : typed(done, sheet, cellOf(area, area.rows + 2, 0), 'Une autre annexe');
  return other
    ? withMoved(both, pasted(areaNamed(done.workbook, other.name), { sheet, row: area.top + area.rows + 3, column: 0 }))
    : both;
}

function tableRenamed(done: Scene, follows: boolean): Scene {
  const renamedTable = changeTable(done, 'T_Suivi', (table) => ({ ...table, name: 'Depenses' }));
  if (!follows) return renamedTable;
  const followed = (formula: string): string => formula.replaceAll('T_Suivi[', 'Depenses[');
  return changed(renamedTable, (workbook) => ({
    ...workbook,
    names: workbook.names.map((name) => ({ ...name, refersTo: followed(name.refersTo) })),
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      formulas: new Map([...sheet.formulas].map(([key, formula]) => [key, followed(formula)])),
    })),
  }));
}

const [pde, sf] = CONVENTION.envelopes as readonly [Envelope, Envelope];

function withEnvelopes(...envelopes: readonly Envelope[]): Convention {
  return {
    ...CONVENTION,
    envelopes,
    imputation: CONVENTION.imputation.filter(
      ({ envelope }) => envelope === null || envelopes.some(({ code }) => code === envelope),
    ),
    milestones: [],
  };
}

const nothing = { amount: Euros.zero<'AE'>(), mode: 'blocking' } as const;
const sixty = Array.from({ length: 60 }, (_, at): Envelope => {
  const code = `E${at}`;
  return {
    ...sf,
    code,
    label: `Enveloppe ${at}`,
    lines: sf.lines.slice(0, 1).map((line) => ({ ...line, index: at, envelope: code })),
  };
});

/** The first envelope under another code, in the convention and in the ledger. */
function called(code: string): readonly [Convention, string] {
  const convention = withEnvelopes(
    { ...pde, code, label: code, lines: pde.lines.map((line) => ({ ...line, envelope: code })) },
    sf,
  );
  return [convention, LEDGER.replaceAll(/PDE {13}/g, code)];
}

/** A budget line under another label, in the convention and in the ledger. */
function labelled(label: string): readonly [Convention, string] {
  const lines = pde.lines.map((line) => (line.label === 'Frais annexes' ? { ...line, label } : line));
  return [withEnvelopes({ ...pde, lines }, sf), LEDGER.replaceAll('Frais annexes    ', label)];
}

const LONG = 'Prestations intellectuelles, développements et accompagnement '.repeat(5).slice(0, 300);

/** Contents of the convention and of the ledger with which every document is written. */
const CONTENTS_OF: readonly (readonly [name: string, convention: Convention, ledger: string])[] = [
  [
    'nothing is allocated',
    withEnvelopes({ ...pde, ceilings: { AE: nothing, CP: { amount: Euros.zero<'CP'>(), mode: 'blocking' } } }, sf),
    LEDGER,
  ],
  ['the convention sets no ceiling', withEnvelopes({ ...pde, ceilings: { AE: null, CP: null } }), LEDGER],
  [
    'AE alone are given',
    {
      ...withEnvelopes({ ...pde, ceilings: { ...pde.ceilings, CP: null } }),
      ceilings: { ...CONVENTION.ceilings, CP: null },
    },
    LEDGER,
  ],
  ['the ledger has no row', CONVENTION, HEADINGS],
  ['the ledger has one row without amounts', CONVENTION, `${HEADINGS}\n  PDE | Frais annexes | 1405610188 | | | | |`],
  [
    'nothing of the ledger is of the year',
    CONVENTION,
    `${HEADINGS}\n  PDE | Frais annexes | 1405610188 | 20/03/2021 | 640 | | |`,
  ],
  ['no envelope has a poste', withEnvelopes({ ...pde, lines: [] }, { ...sf, lines: [] }), LEDGER],
  ['a code has quotes', ...called('P"D"E')],
  ['a code has an apostrophe', ...called("P'DE")],
  ['a code has spaces and accents', ...called('Place des entreprises d’été')],
  ['a code begins with =', ...called('=1+1')],
  ['a code is a criterion', ...called('>0*?')],
  ['a code is very long', ...called('P'.repeat(200))],
  ['a label has 300 characters', ...labelled(LONG)],
  ['a label has quotes', ...labelled('Frais « divers » "et" autres')],
  ['a label is a criterion', ...labelled('<>~*?')],
  ['a label begins with =', ...labelled('=SOMME(A1:A9)')],
  ['a label is a number', ...labelled('2023')],
  ['there are 60 envelopes', withEnvelopes(...sixty), LEDGER],
];

/** Each content with its workbook. */
export const CONTENTS: readonly (readonly [name: string, convention: Convention, scene: () => Scene])[] = [
  ...CONTENTS_OF.map(
    ([name, convention, ledger]) => [name, convention, () => sceneOfConvention(convention, ledger)] as const,
  ),
  ['the ledger is a plain range on a sheet with an apostrophe', CONVENTION, plainRange],
  ['the workbook counts its days from 1904', CONVENTION, in1904],
];

function plainRange(): Scene {
  return renamed(sceneOf(ledgerWorkbook(CONVENTION, LEDGER, { isTable: false })), 'Suivi', "L'été");
}

/** The same workbook in the 1904 date system: every date is 1462 days less. */
function in1904(): Scene {
  const day = (value: number): number => value - 1462;
  return changed(START, (workbook) => ({
    ...workbook,
    uses1904Dates: true,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      values: sheet.values.map((row) =>
        row.map((value) => (typeof value === 'number' && value > 40_000 && value < 50_000 ? day(value) : value)),
      ),
    })),
  }));
}

/** A sample of the documents: a table, codes, a letter, comments, the summary. */
export const SOME: readonly string[] = ['annexe1', 'reference', 'insuffisance', 'qualitatif', 'bilan'];

/**
 * `count` documents for the case at `index`: the next ones at each case, since every document is placed by the same
 * code. All of them when `TROUBLES=all` (`npm run explore`).
 */
export function inTurn<T>(documents: readonly T[], index: number, count: number): readonly T[] {
  const many = process.env['TROUBLES'] === 'all' ? documents.length : Math.min(count, documents.length);
  return Array.from({ length: many }, (_, next) => documents[(index * many + next) % documents.length] as T);
}

/**
 * Of cases that are all tried in memory, the half of one of two rooms, files and Excel, which share them. All of them
 * when `TROUBLES=all` (`npm run explore`).
 */
export function shareOf<T>(room: 'files' | 'excel', cases: readonly T[]): readonly T[] {
  const turn = room === 'files' ? 0 : 1;
  return cases.filter((_, index) => process.env['TROUBLES'] === 'all' || index % 2 === turn);
}

export { documented };
