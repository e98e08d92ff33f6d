/** Native formulas over the team's table, computed by the headless grid, compared with known sums. */
import type { Grid, GridValue } from '../../../../workbench/host/grid';
import { createHeadlessGrid } from '../../../../workbench/host/univer/headless';
import { isTooLarge } from '../../../../workbench/host/univer/large-formulas';
import { area, workbookOf } from '../../../support/excel/grid-workbook';

const JAN_15_2023 = 44_941;
const MAR_01_2023 = 44_986;
const JUN_30_2023 = 45_107;

const LEDGER = [
  ['Axe 2', 'Poste', 'Montant AE (TTC)', 'Date'],
  ['PDE', 'Études', 1000.25, JAN_15_2023],
  ['SF', 'Études', 20, MAR_01_2023],
  ['PDE', 'Communication', 300, MAR_01_2023],
  ['pde', 'Études-bis', 4000, JUN_30_2023],
  ['PDE', 'Études', '50', JUN_30_2023], // text: not summed
  ['', 'Études', 60000, JUN_30_2023],
];

let grid: Grid;
let ledger: string;
let report: string;

beforeEach(() => {
  grid = createHeadlessGrid(
    workbookOf(
      [
        { name: 'Suivi 2023', blocks: { A1: LEDGER } },
        { name: 'Bilan', blocks: { F1: [['PDE'], ['Études']] } },
      ],
      [{ name: 'T_Suivi', sheet: 'Suivi 2023', area: 'A1:D7' }],
      [{ name: 'ENV_MONTANTS', refersTo: "='Suivi 2023'!$C$2:$C$4" }],
    ),
  );
  [ledger = '', report = ''] = grid.sheets().map((sheet) => sheet.id);
});

afterEach(() => grid.dispose());

async function computed(formula: string): Promise<GridValue> {
  grid.writeCells(report, 0, 0, [[{ formula }]]);
  await grid.calculated();
  return grid.readValues(report, area('A1'))[0]?.[0] ?? null;
}

test.each`
  formula                                                                                                                                                       | expected
  ${'=SUM(T_Suivi[Montant AE (TTC)])'}                                                                                                                          | ${65320.25}
  ${'=SUMIFS(T_Suivi[Montant AE (TTC)],T_Suivi[Axe 2],"PDE")'}                                                                                                  | ${5300.25}
  ${'=SUMIFS(T_Suivi[Montant AE (TTC)],T_Suivi[Axe 2],F1)'}                                                                                                     | ${5300.25}
  ${'=SUMIFS(T_Suivi[Montant AE (TTC)],T_Suivi[Axe 2],"<>PDE")'}                                                                                                | ${60020}
  ${'=SUMIFS(T_Suivi[Montant AE (TTC)],T_Suivi[Axe 2],"P*")'}                                                                                                   | ${5300.25}
  ${'=SUMIFS(T_Suivi[Montant AE (TTC)],T_Suivi[Axe 2],F1,T_Suivi[Poste],"Études*")'}                                                                            | ${5000.25}
  ${'=SUMIFS(T_Suivi[Montant AE (TTC)],T_Suivi[Axe 2],F1,T_Suivi[Poste],F2)'}                                                                                   | ${1000.25}
  ${'=SUMIFS(T_Suivi[Montant AE (TTC)],T_Suivi[Date],"<="&DATE(2023,3,1))'}                                                                                     | ${1320.25}
  ${'=SUMIFS(T_Suivi[Montant AE (TTC)],T_Suivi[Date],">="&DATE(2023,1,1),T_Suivi[Date],"<"&DATE(2023,3,1))'}                                                    | ${1000.25}
  ${'=SUMIFS(T_Suivi[Montant AE (TTC)],T_Suivi[Axe 2],"pde")'}                                                                                                  | ${5300.25}
  ${'=SUMIFS(T_Suivi[Montant AE (TTC)],T_Suivi[Axe 2],"<>P*")'}                                                                                                 | ${60020}
  ${'=SUMPRODUCT(ISTEXT(T_Suivi[Montant AE (TTC)])*1)+ROWS(T_Suivi[Montant AE (TTC)])-COUNTA(T_Suivi[Montant AE (TTC)])-COUNTBLANK(T_Suivi[Montant AE (TTC)])'} | ${1}
  ${'=SUMPRODUCT(ISTEXT(T_Suivi[Axe 2])*1)+ROWS(T_Suivi[Axe 2])-COUNTA(T_Suivi[Axe 2])-COUNTBLANK(T_Suivi[Axe 2])'}                                             | ${5}
  ${'=COUNTIFS(T_Suivi[Poste],"?tudes")'}                                                                                                                       | ${4}
  ${'=COUNTIFS(T_Suivi[Poste],"É~*")'}                                                                                                                          | ${0}
  ${'=COUNTIFS(T_Suivi[Poste],"études*",T_Suivi[Axe 2],"<>"&F1)'}                                                                                               | ${2}
  ${'=COUNTIFS(T_Suivi[Montant AE (TTC)],">"&20,T_Suivi[Date],DATE(2023,3,1))'}                                                                                 | ${1}
  ${'=COUNTIFS(T_Suivi[Axe 2],"PDE")'}                                                                                                                          | ${4}
  ${'=SUMPRODUCT((T_Suivi[Axe 2]="PDE")*(T_Suivi[Date]>=DATE(2023,3,1)))'}                                                                                      | ${3}
  ${'=SUMPRODUCT((T_Suivi[Axe 2]="SF")*T_Suivi[Montant AE (TTC)])'}                                                                                             | ${20}
  ${'=ROWS(T_Suivi)'}                                                                                                                                           | ${6}
  ${'=T_Suivi[[#Headers],[Poste]]'}                                                                                                                             | ${'Poste'}
  ${'=SUM(ENV_MONTANTS)'}                                                                                                                                       | ${1320.25}
  ${'=XLOOKUP("SF",T_Suivi[Axe 2],T_Suivi[Montant AE (TTC)])'}                                                                                                  | ${20}
  ${'=_xlfn.XLOOKUP("SF",T_Suivi[Axe 2],T_Suivi[Montant AE (TTC)])'}                                                                                            | ${20}
  ${'=IFERROR(1/0,"s.o.")'}                                                                                                                                     | ${'s.o.'}
  ${'=ROUND(SUMIFS(T_Suivi[Montant AE (TTC)],T_Suivi[Axe 2],"PDE")/3,2)'}                                                                                       | ${1766.75}
  ${'=SUM(T_Suivi[Absente])'}                                                                                                                                   | ${{ error: '#REF!' }}
  ${'=1/0'}                                                                                                                                                     | ${{ error: '#DIV/0!' }}
  ${'=LET(x,SUM(ENV_MONTANTS),x*2)'}                                                                                                                            | ${2640.5}
`('$formula gives $expected', async ({ formula, expected }: { formula: string; expected: GridValue }) => {
  expect(await computed(formula)).toEqual(expected);
});

test('the formula is kept as it was written', async () => {
  await computed('=SUMIFS(T_Suivi[Montant AE (TTC)],T_Suivi[Axe 2],F1)');
  expect(grid.readFormulas(report, area('A1'))).toEqual([['=SUMIFS(T_Suivi[Montant AE (TTC)],T_Suivi[Axe 2],F1)']]);
});

test('an edited amount reaches the formulas that depend on it', async () => {
  await computed('=SUM(T_Suivi[Montant AE (TTC)])');
  grid.writeCells(ledger, 1, 2, [[{ value: 2000.25 }]]);
  await grid.calculated();
  expect(grid.readValues(report, area('A1'))).toEqual([[66320.25]]);
});

test('a row written under the table joins it', async () => {
  await computed('=SUM(T_Suivi[Montant AE (TTC)])');
  grid.writeCells(ledger, 7, 0, [[{ value: 'PDE' }, { value: 'Études' }, { value: 5 }, { value: JUN_30_2023 }]]);
  await grid.calculated();
  expect(grid.tables()[0]?.area).toEqual(area('A1:D8'));
  expect(grid.readValues(report, area('A1'))).toEqual([[65325.25]]);
});

test('a renamed column is followed where the formula text still names it', async () => {
  await computed('=SUM(T_Suivi[TTC])');
  expect(grid.readValues(report, area('A1'))).toEqual([[{ error: '#REF!' }]]);
  grid.writeCells(ledger, 0, 2, [[{ value: 'TTC' }]]);
  await grid.calculated();
  expect(grid.readValues(report, area('A1'))).toEqual([[65320.25]]);
});

test('rows inserted inside the table and above the formula move both, and the text stays', async () => {
  grid.writeCells(report, 0, 0, [[{ formula: '=SUMIFS(T_Suivi[Montant AE (TTC)],T_Suivi[Axe 2],F1)' }]]);
  await grid.calculated();
  grid.insertRows(ledger, 2, 2);
  grid.writeCells(ledger, 2, 0, [[{ value: 'PDE' }, { value: 'x' }, { value: 7 }]]);
  grid.insertRows(report, 0, 1);
  await grid.calculated();
  expect(grid.tables()[0]?.area).toEqual(area('A1:D9'));
  expect(grid.readFormulas(report, area('A2'))).toEqual([['=SUMIFS(T_Suivi[Montant AE (TTC)],T_Suivi[Axe 2],F2)']]);
  expect(grid.readValues(report, area('A2'))).toEqual([[5307.25]]);
});

test('a renamed sheet is followed', async () => {
  await computed("=SUM('Suivi 2023'!C2:C4)+SUM(T_Suivi[Montant AE (TTC)])");
  grid.changeSheet(ledger, { name: "L'année" });
  grid.writeCells(ledger, 1, 2, [[{ value: 0.25 }]]);
  await grid.calculated();
  expect(grid.readFormulas(report, area('A1'))).toEqual([["=SUM('L''année'!C2:C4)+SUM(T_Suivi[Montant AE (TTC)])"]]);
  expect(grid.readValues(report, area('A1'))).toEqual([[320.25 + 64320.25]]);
});

test('the totals row is outside the data', async () => {
  grid.writeCells(ledger, 7, 2, [[{ value: 999 }]]);
  const table = grid.tables()[0];
  grid.changeTable(table?.id ?? '', { area: area('A1:D8'), hasTotalsRow: true });
  expect(await computed('=SUM(T_Suivi[Montant AE (TTC)])')).toBe(65320.25);
  expect(await computed('=T_Suivi[[#Totals],[Montant AE (TTC)]]')).toBe(999);
});

test('a result of several cells spills, and is read with the rest', async () => {
  grid.writeCells(report, 0, 0, [[{ formula: '=UNIQUE(T_Suivi[Poste])' }]]);
  await grid.calculated();
  expect(grid.readValues(report, area('A1:A5'))).toEqual([
    ['Études'],
    ['Communication'],
    ['Études-bis'],
    [null],
    [null],
  ]);
});

test('numbers kept as text stay text', () => {
  grid.writeCells(report, 0, 0, [[{ value: '010300000104', numberFormat: '@' }, { value: '12' }, { value: 'VRAI' }]]);
  expect(grid.readValues(report, area('A1:C1'))).toEqual([['010300000104', '12', 'VRAI']]);
});

test('a circular reference is 0 and stops nothing', async () => {
  grid.writeCells(report, 0, 0, [[{ formula: '=A1+1' }, { formula: '=SUM(T_Suivi[Montant AE (TTC)])' }]]);
  await grid.calculated();
  expect(grid.readValues(report, area('B1'))).toEqual([[65320.25]]);
});

describe('a formula over millions of cells', () => {
  const LARGE = '=SUMPRODUCT((A2:A999999)*(B2:B999999="BIO"))';
  const NOT_CALCULATED = { error: '#CALC!', message: 'This formula uses too many cells to be calculated here.' };
  let own: Grid;
  let purchases: string;

  beforeEach(async () => {
    const rows = [
      ['Montant', 'Label', { value: 7, formula: LARGE }, '=C1+A2'],
      [1, 'BIO'],
    ];
    own = createHeadlessGrid(workbookOf([{ name: 'Achats', blocks: { A1: rows } }]));
    [purchases = ''] = own.sheets().map(({ id }) => id);
    await own.calculated();
  });

  afterEach(() => own.dispose());

  const shown = (address: string): GridValue[][] => own.readValues(purchases, area(address));

  test('keeps the result of its file, which what depends on it uses', () => {
    expect(shown('C1:D1')).toEqual([[7, 8]]);
    expect(own.readFormulas(purchases, area('C1'))).toEqual([[LARGE]]);
  });

  test('shows an error once one of its cells changes, never the old result', async () => {
    own.writeCells(purchases, 99_000, 0, [[{ value: 5 }]]);
    await own.calculated();
    expect(shown('C1:D1')).toEqual([[NOT_CALCULATED, { error: '#CALC!' }]]);
    expect(own.readFormulas(purchases, area('C1'))).toEqual([[LARGE]]);
  });

  test('is not touched by a change of another cell', async () => {
    own.writeCells(purchases, 5, 6, [[{ value: 5 }]]);
    await own.calculated();
    expect(shown('C1')).toEqual([[7]]);
  });

  test.each`
    typed                                              | result
    ${'=SUM(A1:A999999)'}                              | ${NOT_CALCULATED}
    ${"=SUM('Achats'!A1:A999999)/2"}                   | ${NOT_CALCULATED}
    ${'=IF(FALSE,VLOOKUP(A1,$A$1:$G$99999,2,FALSE),)'} | ${NOT_CALCULATED}
    ${'=SUM(A1:A9)'}                                   | ${1}
  `('$typed, typed in the grid, shows $result', async ({ typed, result }: { typed: string; result: GridValue }) => {
    own.writeCells(purchases, 3, 7, [[{ formula: typed }]]);
    await own.calculated();
    expect(shown('H4')).toEqual([[result]]);
  });

  test('is calculated once it is corrected', async () => {
    own.writeCells(purchases, 3, 7, [[{ formula: '=SUM(A1:A999999)' }]]);
    await own.calculated();
    own.writeCells(purchases, 3, 7, [[{ formula: '=SUM(A1:A99)' }]]);
    await own.calculated();
    expect(shown('H4')).toEqual([[1]]);
  });
});

test.each`
  formula                                           | isLarge
  ${'=SUM(A2:A999999)'}                             | ${true}
  ${"=SUM('Avant 2023'!$A$2:$A$300000,B2:B300000)"} | ${true}
  ${'=VLOOKUP(A1,$A$1:$XFD$100,2,FALSE)'}           | ${true}
  ${'=SUMIFS(P6:P20005,G6:G20005,"PDE",A:A,"<>x")'} | ${false}
  ${'=SUM(A:A)'}                                    | ${false}
  ${'=ENVELOPE.REMAINING("PDE","AE")'}              | ${false}
`('$formula is too large to calculate: $isLarge', ({ formula, isLarge }: { formula: string; isLarge: boolean }) => {
  expect(isTooLarge(formula)).toBe(isLarge);
});
