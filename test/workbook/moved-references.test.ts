/** The references of a formula that is restored after rows have moved: those that Excel gives a formula that stayed. */
import { isFilledDown, withRowsMoved } from '../../src/workbook/moved-references';

/** Two rows inserted above row 5 of « Suivi »; row 9 is not known any more. */
const INSERTED = (sheet: string): ((row: number) => number | null) | null =>
  ['suivi', "l'an 2023"].includes(sheet.toLowerCase()) ? (row) => (row === 8 ? null : row < 4 ? row : row + 2) : null;

test.each([
  ['=C5*2', '=C7*2'],
  ['=C4*2', '=C4*2'],
  ['=SUM(C2:C6)', '=SUM(C2:C8)'],
  ['=SUM($C$2:$C$6)', '=SUM($C$2:$C$8)'],
  ['=ENVELOPE.CHECK(A5:H5,$A$1:$H$1)', '=ENVELOPE.CHECK(A7:H7,$A$1:$H$1)'],
  ['=SUM(5:6)', '=SUM(7:8)'],
  ['=SUM(C:C)', '=SUM(C:C)'],
  ['=C5&"C5"', '=C7&"C5"'],
  ["='Autre'!C5+Suivi!C5+'Suivi'!C5", "='Autre'!C5+Suivi!C7+'Suivi'!C7"],
  ["=SUM('L''an 2023'!C2:C6)", "=SUM('L''an 2023'!C2:C8)"],
  ['=Autre!C5:C6', '=Autre!C5:C6'],
  ['=[2]Suivi!C5', '=[2]Suivi!C5'],
  ["='[2]Suivi'!C5", "='[2]Suivi'!C5"],
  ['=LOG10(C5)', '=LOG10(C7)'],
  ['=XYZ5+A.5', '=XYZ5+A.5'],
  ['=XFD5', '=XFD7'],
  ['=SUM(T_Suivi[Montant 5])', '=SUM(T_Suivi[Montant 5])'],
  ['=C5:C6 C6', '=C7:C8 C8'],
  ['=IF(C5>1000,5,10)', '=IF(C7>1000,5,10)'],
  ['=C5#', '=C7#'],
  ['=#REF!+C5', '=#REF!+C7'],
  ['=C9', null],
  ['=SUM(C2:C9)', null],
  ['=Autre!C9', '=Autre!C9'],
])('%s → %s', (formula, expected) => {
  expect(withRowsMoved(formula, 'Suivi', INSERTED)).toBe(expected);
});

test('rows that changed their order: the ends of an area may no longer be its ends', () => {
  const swapped = (): ((row: number) => number) => (row) => (row === 1 ? 5 : row === 5 ? 1 : row);
  expect(withRowsMoved('=SUM(C2:C6)', 'Suivi', swapped)).toBeNull();
});

test.each([
  ['=[@AE]-[@CP]', 1, '=[@AE]-[@CP]', true],
  ['=C4*2', 1, '=C5*2', true],
  ['=C4*2', 3, '=c7 * 2', true],
  ['=C4*$B$1+C$2', 1, '=C5*$B$1+C$2', true],
  ["=SUM(C$2:C4)&\"C4\"+'L''an'!C4", 1, "=SUM(C$2:C5)&\"C4\"+'L''an'!C5", true],
  ['=SUM(4:4)+$4:4', 2, '=SUM(6:6)+$4:6', true],
  ['=C4*2', 1, '=C4*2.0', false],
  ['=C4*$B$1', 1, '=C5*$B$2', false],
  ['=C4*2', 1, '=C5*3', false],
])('%s filled %s lower is %s: %s', (above, down, formula, expected) => {
  expect(isFilledDown(above, down, formula)).toBe(expected);
});
