/** The text of formulas without what Excel rewrites in it. */
import { areaAddress } from '../../src/workbook/cells';
import {
  cellsUsed,
  codeOf,
  sameFormula,
  withRenamedSheet,
  withoutReferences,
  withoutSheet,
} from '../../src/workbook/formula-text';

test.each`
  formula                                  | moved                                    | why
  ${'=SUM(Suivi!$H$5:$H$160)'}             | ${'=SUM(Suivi!$H$6:$H$161)'}             | ${'a row inserted above'}
  ${'=A4+B4'}                              | ${'=A5+B5'}                              | ${'a row inserted above, on the same sheet'}
  ${"=SUM('Suivi 2023'!H5)"}               | ${"=SUM('Suivi 2024'!H5)"}               | ${'a sheet renamed'}
  ${'=Suivi!A2'}                           | ${'=Suivi!#REF!'}                        | ${'a row deleted'}
  ${"='Suivi 2023'!A2*2"}                  | ${"='Suivi 2023'!#REF!*2"}               | ${'a row deleted, the sheet between quotes'}
  ${'=Bilan!A2'}                           | ${'=#REF!A2'}                            | ${'a sheet deleted'}
  ${'=IF(A2="A3","B4",ENVELOPE.RATE(C5))'} | ${'=IF(A9="A3","B4",ENVELOPE.RATE(C9))'} | ${'texts are not cells'}
`('$formula is as $moved: $why', ({ formula, moved }: Record<string, string>) => {
  expect(withoutReferences(formula ?? '')).toBe(withoutReferences(moved ?? ''));
});

test.each`
  formula          | other
  ${'=SUM(A1:A9)'} | ${'=MAX(A1:A9)'}
  ${'=A1*2'}       | ${'=A1*3'}
  ${'="A1"&B2'}    | ${'="A2"&B2'}
  ${'=LOG10(B2)'}  | ${'=LOG(B2)'}
  ${'=TVA_2023'}   | ${'=TVA_2024'}
`('$formula is not as $other', ({ formula, other }: Record<string, string>) => {
  expect(withoutReferences(formula ?? '')).not.toBe(withoutReferences(other ?? ''));
});

test.each`
  formula                                     | isOwn    | cells
  ${"='Bilan 2023'!B114"}                     | ${false} | ${'B114'}
  ${"=SUM('Bilan 2023'!$B$2:$C$9,D4)"}        | ${false} | ${'B2:C9'}
  ${"=SUM('Bilan 2023'!B2,D4)"}               | ${true}  | ${'B2 D4'}
  ${'="Bilan 2023!B2"&B4'}                    | ${false} | ${''}
  ${"='[Autre.xlsx]Bilan 2023'!B2+Suivi!B4"}  | ${true}  | ${''}
  ${'=LOG10(B2)+Total_2023+Suivi[AE1]*AB12'}  | ${true}  | ${'B2 AB12'}
  ${"='Bilan 2023'!B2+'bilan 2023'!B3+B4:B6"} | ${true}  | ${'B2 B3 B4:B6'}
`('$formula, on the sheet « Bilan 2023 » itself: $isOwn, uses its cells $cells', ({ formula, isOwn, cells }) => {
  const used = cellsUsed(String(formula), 'Bilan 2023', Boolean(isOwn));
  expect(used.map(areaAddress).join(' ')).toBe(cells);
});

test('the cells of a sheet whose name needs no apostrophes', () => {
  const used = cellsUsed('=Bilan!B2+Mon.Bilan!B3+[2]Bilan!B4+Bilan!$C$5:$D$6', 'Bilan', false);
  expect(used.map(areaAddress)).toEqual(['B2', 'C5:D6']);
});

test.each`
  formula                      | renamed                           | gone                         | why
  ${'=SUM(Suivi!A1:A9)'}       | ${"=SUM('Suivi r6'!A1:A9)"}       | ${'=SUM(#REF!A1:A9)'}        | ${'a plain name'}
  ${"='suivi'!$A$1"}           | ${"='Suivi r6'!$A$1"}             | ${'=#REF!$A$1'}              | ${'between apostrophes, in another case'}
  ${"='Suivi'!A1+Suivi!A2"}    | ${"='Suivi r6'!A1+'Suivi r6'!A2"} | ${'=#REF!A1+#REF!A2'}        | ${'both'}
  ${'=T[Suivi]+Suivi!A1'}      | ${"=T[Suivi]+'Suivi r6'!A1"}      | ${'=T[Suivi]+#REF!A1'}       | ${'a column of that name'}
  ${'="Suivi!A1"&Suivi!A1'}    | ${'="Suivi!A1"&\'Suivi r6\'!A1'}  | ${'="Suivi!A1"&#REF!A1'}     | ${'a text is no reference'}
  ${'=[1]Suivi!A1+Suivi!A1'}   | ${"=[1]Suivi!A1+'Suivi r6'!A1"}   | ${'=[1]Suivi!A1+#REF!A1'}    | ${'a sheet of another workbook'}
  ${"='[Autre.xlsx]Suivi'!A1"} | ${"='[Autre.xlsx]Suivi'!A1"}      | ${"='[Autre.xlsx]Suivi'!A1"} | ${'the same, between apostrophes'}
  ${'=LeSuivi!A1+Suivi2!A1'}   | ${'=LeSuivi!A1+Suivi2!A1'}        | ${'=LeSuivi!A1+Suivi2!A1'}   | ${'names that hold it'}
  ${'=#REF!+#NUM!+Suivi!A1'}   | ${"=#REF!+#NUM!+'Suivi r6'!A1"}   | ${'=#REF!+#NUM!+#REF!A1'}    | ${'errors are no sheets'}
`('$formula once « Suivi » is renamed or gone: $why', ({ formula, renamed, gone }: Record<string, string>) => {
  expect(withRenamedSheet(formula ?? '', 'Suivi', 'Suivi r6')).toBe(renamed);
  expect(withoutSheet(formula ?? '', 'Suivi')).toBe(gone);
});

test('an error is not the end of the name of a sheet', () => {
  for (const name of ['REF', 'NUM', '0', 'A'])
    expect(withRenamedSheet('=#REF!+#NUM!+#DIV/0!+#N/A', name, 'Suivi')).toBe('=#REF!+#NUM!+#DIV/0!+#N/A');
});

test.each`
  one                          | other                    | isSame
  ${"=SUM( A1 , 'Suivi'!B2 )"} | ${'=sum(A1,Suivi!B2)'}   | ${true}
  ${"='Suivi 2023'!A1"}        | ${"='SUIVI 2023'!A1"}    | ${true}
  ${"='Suivi 2023'!A1"}        | ${'=Suivi2023!A1'}       | ${false}
  ${'="a b"&A1'}               | ${'="ab"&A1'}            | ${false}
  ${'=@ENVELOPE.CHECK(A2)'}    | ${'=ENVELOPE.CHECK(A2)'} | ${true}
  ${'=@INDEX(@Suivi,1)'}       | ${'=INDEX(Suivi,1)'}     | ${true}
  ${'=T[@AE]'}                 | ${'=T[AE]'}              | ${false}
  ${'="@"&A1'}                 | ${'=""&A1'}              | ${false}
`(
  '$one and $other are one formula: $isSame',
  ({ one, other, isSame }: { one: string; other: string; isSame: boolean }) => {
    expect(sameFormula(one, other)).toBe(isSame);
  },
);

test.each`
  formula                                 | code
  ${'=IF(A1="x(",RATE(1),0)'}             | ${'=IF(A1=    ,RATE(1),0)'}
  ${`='12" tubes'!A1&"a"`}                | ${'=           !A1&   '}
  ${'=IF(A1="@",@RATE(T[@a]),0)'}         | ${'=IF(A1=   , RATE(T    ),0)'}
  ${'=[1]!_xldudf_ENVELOPE_RATE(T[a(b])'} | ${'=[1]!_xldudf_ENVELOPE_RATE(T     )'}
`('the code of $formula', ({ formula, code }: { formula: string; code: string }) => {
  expect(codeOf(formula)).toBe(code);
});
