/** Finding the ledger: tables, ranges under title rows, hidden sheets, our own sheets, and two that are as good. */
import { addressesOf } from '../../support/ledgers/ledger-places';
import type { CellValue } from '../../../src/workbook/cells';
import { chooseLedgers } from '../../../src/workbook/ledger/choice/choose-ledgers';
import { findLedgers } from '../../../src/workbook/ledger/find-ledger';
import { COLUMNS } from '../../../src/workbook/workbook-names';
import { workbookOf, type SheetGiven } from '../../support/ledgers/workbook-of';

const HEADINGS = [
  'Type',
  'N° EJ',
  'Objet',
  'Enveloppe (axe min. 2)',
  'Date EJ',
  'Date paiement',
  'Montant AE TTC',
  'Montant CP TTC',
];
const EJ: readonly CellValue[] = ['EJ', '1405512301', 'Développement', 'PDE', 45000, null, 1200, null];
const DP: readonly CellValue[] = ['DP', '1405512301', 'Facture 1', 'PDE', null, 45100, null, 600];

const plainSheet = (name: string, more: Partial<SheetGiven> = {}): SheetGiven => ({
  name,
  rows: [['Direction générale des entreprises'], ['Suivi des engagements'], [], HEADINGS, EJ, DP],
  ...more,
});
const tableSheet = (name: string, table: string): SheetGiven => plainSheet(name, { tables: { [table]: 'A4:H6' } });

function found(...sheets: readonly SheetGiven[]): readonly string[] {
  return findLedgers(workbookOf(...sheets)).map(({ name }) => name);
}

function chosen(sheets: readonly SheetGiven[], ...wanted: readonly string[]): unknown {
  const workbook = workbookOf(...sheets);
  const choice = chooseLedgers(workbook, findLedgers(workbook), wanted);
  if (choice.ok) return choice.value.chosen.map(({ name }) => name);
  if (choice.failure.code !== 'severalLedgers') return choice.failure;
  return {
    asked: choice.failure.candidates.map(({ name, repeats }) => (repeats ? `${name} repeats ${repeats}` : name)),
  };
}

test('a range under title rows: the heading row, the data, the columns', () => {
  const [candidate] = findLedgers(workbookOf(plainSheet('Suivi 2023')));
  expect(candidate?.blocks[0].block).toMatchObject({
    sheet: 'Suivi 2023',
    table: null,
    headingRow: 3,
    firstRow: 4,
    lastRow: 5,
  });
  expect(addressesOf(candidate)).toEqual({
    operation: 'A',
    ejNumber: 'B',
    label: 'C',
    ministerialAxis2: 'D',
    commitmentDate: 'E',
    paymentDate: 'F',
    ae: 'G',
    cp: 'H',
  });
});

test('an Excel Table, by its name', () => {
  const [candidate] = findLedgers(workbookOf(tableSheet('Suivi 2023', 'T_Suivi')));
  expect(candidate).toMatchObject({
    name: 'T_Suivi',
    blocks: [{ block: { sheet: 'Suivi 2023', table: 'T_Suivi', headingRow: 3, firstRow: 4, lastRow: 5 } }],
  });
});

test('headings are found at any depth', () => {
  const pushed = (rows: number): SheetGiven => ({
    name: 'Suivi',
    rows: [...Array.from({ length: rows }, () => ['.']), HEADINGS, EJ],
  });
  for (const rows of [29, 30, 400]) expect(found(pushed(rows))).toEqual(['Suivi']);
});

describe('tables that are not a ledger', () => {
  test.each`
    what                       | rows
    ${'nothing'}               | ${[]}
    ${'a text'}                | ${[['Bonjour']]}
    ${'a summary by envelope'} | ${[['Enveloppe', 'Montant AE', 'Montant CP'], ['PDE', 1200, 600], ['SF', 100, 100], ['Total', 1300, 700]]}
    ${'a list of suppliers'}   | ${[['N° EJ', 'Titulaire', 'Objet'], ['1405512301', 'Atelier du Code', 'Développement']]}
  `('$what', ({ rows }: { rows: CellValue[][] }) => {
    expect(found({ name: 'Feuil1', rows })).toEqual([]);
    expect(chosen([{ name: 'Feuil1', rows }])).toEqual({ code: 'noLedger' });
  });

  test('our convention tables and the sheets of our documents', () => {
    const movements = ['2023-06-01', 'virement', 'SF', 'PDE', 'CP', 7000, 'LET-1', 'DGEFP'];
    const rows = [Object.values(COLUMNS.movements).slice(0, movements.length), movements];
    expect(found({ name: 'Convention', rows, tables: { ENV_Mouvements: 'A1:H2' } })).toEqual([]);
    const workbook = workbookOf(plainSheet('Bilan financier'), plainSheet("L'annexe"), plainSheet('Suivi'));
    const names = [
      { name: 'ENV_Bilan', scope: null, refersTo: "='Bilan financier'!$A$1:$H$6" },
      { name: 'ENV_Annexe1', scope: null, refersTo: "='L''annexe'!$A$1:$H$6" },
      { name: 'Zone_Suivi', scope: null, refersTo: '=Suivi!$A$1:$H$6' },
    ];
    expect(findLedgers({ ...workbook, names }).map(({ name }) => name)).toEqual(['Suivi']);
  });
});

describe('several candidates', () => {
  test('a table before a range, a visible sheet before a hidden one', () => {
    expect(found(plainSheet('Brouillon'), tableSheet('Suivi', 'T_Suivi'))[0]).toBe('T_Suivi');
    expect(chosen([plainSheet('Brouillon'), tableSheet('Suivi', 'T_Suivi')])).toEqual(['T_Suivi']);
    expect(chosen([{ ...tableSheet('Ancien', 'T_Ancien'), hidden: true }, plainSheet('Suivi')])).toEqual(['Suivi']);
  });

  test('a hidden ledger is used when it is the only one', () => {
    expect(chosen([plainSheet('Suivi', { hidden: true })])).toEqual(['Suivi']);
  });

  test('two as good: the user chooses, by table or by sheet, even both', () => {
    const sheets = [tableSheet('Suivi 2022', 'T_2022'), tableSheet('Suivi 2023', 'T_2023')];
    expect(chosen(sheets)).toEqual({ asked: ['T_2022', 'T_2023 repeats T_2022'] });
    expect(chosen(sheets, 't_2023')).toEqual(['T_2023']);
    expect(chosen(sheets, 'Suivi 2022')).toEqual(['T_2022']);
    expect(chosen(sheets, 'T_2022', 'T_2023')).toEqual(['T_2022', 'T_2023']);
    expect(chosen(sheets, 'T_2024')).toEqual({ asked: ['T_2022', 'T_2023'] });
  });

  test('a table of the same EJ and amounts is a copy, whatever its columns', () => {
    const poor: SheetGiven = {
      name: 'Commandes',
      rows: [
        ['N° EJ', 'Montant AE', 'Objet'],
        ['1405512301', 1200, 'Audit'],
      ],
    };
    expect(chosen([plainSheet('Suivi'), poor])).toEqual(['Suivi']);
    expect(chosen([poor])).toEqual(['Commandes']);
  });

  test('commitments on one sheet, payments on another: both', () => {
    const commitments = [
      ['N° EJ', 'Objet', 'Titulaire', 'Date EJ', 'Montant AE'],
      ['1405512301', 'Audit', 'Clairvoix', 45000, 1200],
    ];
    const ej: SheetGiven = { name: 'Engagements', rows: commitments };
    const dp: SheetGiven = {
      name: 'Paiements',
      rows: [
        ['N° EJ', 'Date paiement', 'Montant payé'],
        ['1405512301', 45100, 600],
      ],
    };
    expect(chosen([ej, dp])).toEqual(['Engagements', 'Paiements']);
    const asked = ['Engagements', 'Paiements', 'Paiements 2022 repeats Paiements'];
    expect(chosen([ej, dp, { ...dp, name: 'Paiements 2022' }])).toEqual({ asked });
  });

  test('one column of amounts for both EJ and DP is not read as AE where nothing beside it names its nature', () => {
    const rows: readonly (readonly CellValue[])[] = [
      ['N° EJ', 'N° DP', 'Date EJ', 'Montant TTC'],
      ['1405512301', null, 45000, 1200],
      ['1405512301', '100050001', 45100, 600],
    ];
    expect(found({ name: 'Suivi', rows })).toEqual([]);
    const commitments = rows.map(([ej, , date, amount]): readonly CellValue[] => [
      ej ?? null,
      'x',
      date ?? null,
      amount ?? null,
    ]);
    expect(
      found({ name: 'Suivi', rows: [['N° EJ', 'Ville', 'Date EJ', 'Montant TTC'], ...commitments.slice(1)] }),
    ).toEqual(['Suivi']);
  });

  test('a range beside a table is read without the cells of the table', () => {
    const rows = [
      [...HEADINGS, null, 'Fournisseur', 'Ville', 'Pays'],
      [...EJ, null, 'Atelier du Code', 'Paris', 'France'],
    ];
    const [candidate, ...others] = findLedgers(workbookOf({ name: 'Suivi', rows, tables: { T_Suivi: 'A1:H2' } }));
    expect(candidate?.name).toBe('T_Suivi');
    expect(others).toEqual([]);
  });
});

test('a value on the last row of a sheet does not make the search slow', () => {
  const workbook = workbookOf({ name: 'Suivi', rows: [HEADINGS, EJ] });
  const [sheet] = workbook.sheets;
  if (!sheet?.used) throw new Error('no sheet');
  const tall = { ...sheet, used: { ...sheet.used, rows: 1_048_576 } };
  expect(findLedgers({ ...workbook, sheets: [tall] })[0]?.blocks[0].block.lastRow).toBe(1_048_575);
});
