/** How a formula refers to the team's columns: by their heading in a table, by their cells otherwise. */
import { LedgerColumns, TableColumns } from '../../../src/documents/figures/sources';
import type { LedgerBlock } from '../../../src/workbook/ledger/ledger-source';
import type { WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { applyPlan, emptyWorkbook } from '../../support/apply-plan';
import { workbookOf } from '../../support/ledgers/workbook-of';

function workbookWith(heading: string, sheet = 'Suivi 2023'): WorkbookSnapshot {
  const cells = [
    [{ value: 'N° EJ' }, { value: heading }],
    [{ value: '1405610188' }, { value: 640 }],
    [{ value: '1405610189' }, { value: 20 }],
  ];
  const area = { top: 2, left: 1, rows: 3, columns: 2 };
  return applyPlan(emptyWorkbook(sheet), {
    purpose: 'initialise',
    expected: [],
    steps: [
      { kind: 'setCells', sheet, top: 2, left: 1, cells },
      { kind: 'addTable', sheet, name: 'T_Suivi', area },
    ],
  });
}

const block = (part: Partial<LedgerBlock> = {}): LedgerBlock => ({
  sheet: 'Suivi 2023',
  table: 'T_Suivi',
  left: 1,
  topRow: 2,
  headingRow: 2,
  firstRow: 3,
  lastRow: 4,
  columns: new Map([['ae', { field: 'ae', column: 2, heading: 'Montant AE' }]]),
  ...part,
});

const referenceTo = (heading: string, part: Partial<LedgerBlock> = {}): string | undefined =>
  new LedgerColumns(workbookWith(heading, part.sheet), block(part)).column('ae')?.reference;

describe('a column of a table', () => {
  test.each([
    ['Montant AE TTC', 'T_Suivi[Montant AE TTC]'],
    ['Montant AE (€)', 'T_Suivi[Montant AE (€)]'],
    ["Montant d'engagement", "T_Suivi[Montant d''engagement]"],
    ['Montant [TTC] n° #1', "T_Suivi[Montant '[TTC'] n° '#1]"],
    ['AE/CP - dép.', 'T_Suivi[AE/CP - dép.]'],
  ])('« %s » is written %s', (heading, reference) => expect(referenceTo(heading)).toBe(reference));

  test.each([['Montant\nAE'], ['Montant, TTC'], ['Montant : AE'], ['Montant "AE"'], ['Montant @AE'], ['Montant {AE}']])(
    '« %s » is not read alike by every engine: by its cells',
    (heading) => expect(referenceTo(heading)).toBe("'Suivi 2023'!$C$4:$C$5"),
  );

  test('a table that is not exactly the ledger: by its cells', () =>
    expect(referenceTo('Montant AE', { lastRow: 3 })).toBe("'Suivi 2023'!$C$4"));
});

describe('a column of a range', () => {
  test('by its cells, absolute', () =>
    expect(referenceTo('Montant AE', { table: null })).toBe("'Suivi 2023'!$C$4:$C$5"));
  test('the name of the sheet is quoted where Excel requires it', () => {
    expect(referenceTo('Montant AE', { table: null, sheet: 'Suivi' })).toBe('Suivi!$C$4:$C$5');
    expect(referenceTo('Montant AE', { table: null, sheet: "L'année" })).toBe("'L''année'!$C$4:$C$5");
  });
});

test('a column that the team does not have, or a ledger without rows, gives none', () => {
  const columns = new LedgerColumns(workbookWith('Montant AE'), block());
  expect(columns.column('cp')).toBeNull();
  expect(new LedgerColumns(workbookWith('Montant AE'), block({ lastRow: 2 })).column('ae')).toBeNull();
});

test('the cells are those of the rows alone', () => {
  expect(new LedgerColumns(workbookWith('Montant AE'), block()).column('ae')?.cells).toEqual([640, 20]);
});

test('no table of the convention, no reference', () => {
  expect(TableColumns.find(workbookWith('Montant AE'), 'rap')).toBeNull();
});

describe('one amount for AE and CP', () => {
  const workbook = workbookOf({
    name: 'Suivi',
    rows: [
      ['AE/CP', 'Montant'],
      ['AE', 1],
      ['CP', 2],
      ['à voir', 3],
      [null, 4],
    ],
  });
  const [ae, cp] = (['ae', 'cp'] as const).map((field) => ({ field, column: 1, heading: 'Montant' }));
  const natured = (part: Partial<LedgerBlock>): LedgerColumns => {
    const place = { sheet: 'Suivi', table: null, left: 0, topRow: 0, headingRow: 0, firstRow: 1, lastRow: 4 };
    return new LedgerColumns(workbook, block({ ...place, ...part }));
  };

  test('the words that do not give a nature are excluded from its sums', () => {
    const columns = natured({
      natureColumn: 0,
      columns: new Map([
        ['ae', ae!],
        ['cp', cp!],
      ]),
    });
    expect(columns.otherNatures('AE')?.words).toEqual(['CP', 'à voir']);
    expect(columns.otherNatures('CP')?.words).toEqual(['AE', 'à voir']);
    expect(columns.otherNatures('AE')?.column.reference).toBe('Suivi!$A$2:$A$5');
  });

  test('columns of their own need no words', () => {
    expect(natured({ columns: new Map([['ae', ae!]]) }).otherNatures('AE')).toBeNull();
  });
});
