/** Structured references as in Excel, one row per case. */
import {
  withoutStructuredReferences,
  type ReferencedTable,
  type ReferenceScope,
} from '../../../../workbench/host/univer/structured-references';

const LEDGER: ReferencedTable = {
  name: 'T_Suivi',
  sheetName: 'Suivi 2023',
  area: { top: 3, left: 1, rows: 6, columns: 4 }, // B4:E9, totals in row 9
  columns: ['Axe 2', 'Montant AE (TTC)', "N° d'EJ", 'x[y]'],
  hasTotalsRow: true,
};

const scope: ReferenceScope = {
  table: (name) => (name.toLowerCase() === 't_suivi' ? LEDGER : undefined),
  tableAt: (sheetName, row, column) =>
    sheetName === 'Suivi 2023' && row >= 3 && row < 9 && column >= 1 && column < 5 ? LEDGER : undefined,
  name: (name) => (name === 'MONTANTS' ? 'T_Suivi[Montant AE (TTC)]' : undefined),
};

const HERE = { sheetName: 'Suivi 2023', row: 5, column: 4 };

test.each`
  formula                                                | range
  ${'=SUM(T_Suivi[Montant AE (TTC)])'}                   | ${"=SUM('Suivi 2023'!$C$5:$C$8)"}
  ${'=SUM(t_suivi[montant ae (ttc)])'}                   | ${"=SUM('Suivi 2023'!$C$5:$C$8)"}
  ${'=ROWS(T_Suivi)'}                                    | ${"=ROWS('Suivi 2023'!$B$5:$E$8)"}
  ${'=ROWS(T_Suivi[])'}                                  | ${"=ROWS('Suivi 2023'!$B$5:$E$8)"}
  ${'=ROWS(T_Suivi[#All])'}                              | ${"=ROWS('Suivi 2023'!$B$4:$E$9)"}
  ${'=COUNTA(T_Suivi[#Headers])'}                        | ${"=COUNTA('Suivi 2023'!$B$4:$E$4)"}
  ${'=T_Suivi[[#Totals],[Montant AE (TTC)]]'}            | ${"='Suivi 2023'!$C$9"}
  ${'=SUM(T_Suivi[[#Data],[Axe 2]:[Montant AE (TTC)]])'} | ${"=SUM('Suivi 2023'!$B$5:$C$8)"}
  ${'=SUM(T_Suivi[[Axe 2]:[Montant AE (TTC)]])'}         | ${"=SUM('Suivi 2023'!$B$5:$C$8)"}
  ${'=ROWS(T_Suivi[[#Headers],[#Data],[Axe 2]])'}        | ${"=ROWS('Suivi 2023'!$B$4:$B$8)"}
  ${'=ROWS(T_Suivi[[#Data],[#Totals]])'}                 | ${"=ROWS('Suivi 2023'!$B$5:$E$9)"}
  ${"=COUNTA(T_Suivi[N° d''EJ])"}                        | ${"=COUNTA('Suivi 2023'!$D$5:$D$8)"}
  ${"=COUNTA(T_Suivi[x'[y']])"}                          | ${"=COUNTA('Suivi 2023'!$E$5:$E$8)"}
  ${'=T_Suivi[@[Montant AE (TTC)]]*2'}                   | ${"='Suivi 2023'!$C6*2"}
  ${'=T_Suivi[[#This Row],[Axe 2]]'}                     | ${"='Suivi 2023'!$B6"}
  ${'=[@[Axe 2]]&"x"'}                                   | ${'=\'Suivi 2023\'!$B6&"x"'}
  ${'=SUM(T_Suivi[@[Axe 2]:[Montant AE (TTC)]])'}        | ${"=SUM('Suivi 2023'!$B6:$C6)"}
  ${'=SUM(MONTANTS)'}                                    | ${"=SUM('Suivi 2023'!$C$5:$C$8)"}
  ${'=SUM(T_Suivi[Absente])'}                            | ${'=SUM(#REF!)'}
  ${'="T_Suivi[Axe 2]"&A1'}                              | ${'="T_Suivi[Axe 2]"&A1'}
  ${"='T_Suivi'!A1+T_Suivi!A1"}                          | ${"='T_Suivi'!A1+T_Suivi!A1"}
  ${'=SUMIFS(Autre[x],B1:B2,1E+3)'}                      | ${'=SUMIFS(Autre[x],B1:B2,1E+3)'}
`('$formula is $range', ({ formula, range }: { formula: string; range: string }) => {
  expect(withoutStructuredReferences(formula, scope, HERE)).toBe(range);
});

test('this row outside the data rows is #VALUE!', () => {
  expect(withoutStructuredReferences('=T_Suivi[@[Axe 2]]', scope, { ...HERE, row: 20 })).toBe('=#VALUE!');
});

test('totals of a table without a totals row are #REF!', () => {
  const bare: ReferenceScope = { ...scope, table: () => ({ ...LEDGER, hasTotalsRow: false }) };
  expect(withoutStructuredReferences('=T_Suivi[#Totals]', bare, HERE)).toBe('=#REF!');
});
