/** The text of formulas without what Excel rewrites in it. */
import { withoutReferences } from '../../src/workbook/formula-text';

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
