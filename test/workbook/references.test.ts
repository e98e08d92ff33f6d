/** References of defined names: written for a place, and read back. */
import fc from 'fast-check';
import { fixedReference, placeOfReference, sameReference } from '../../src/workbook/references';
import { areaAddress, MOST_ROWS, quoteSheet } from '../../src/workbook/cells';

test('a place converts to a reference and back', () => {
  const sheet = fc.stringMatching(/^[A-Za-zé' ]{1,12}$/).filter((name) => !name.startsWith("'") && !name.endsWith("'"));
  const anyArea = fc.record({
    top: fc.nat(9999),
    left: fc.nat(700),
    rows: fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constant(MOST_ROWS)),
    columns: fc.integer({ min: 1, max: 99 }),
  });
  fc.assert(
    fc.property(sheet, anyArea, (name, drawn) => {
      const place = drawn.rows === MOST_ROWS ? { ...drawn, top: 0 } : drawn;
      expect(placeOfReference(`=${fixedReference(name, place)}`)).toEqual({ sheet: name, area: place });
    }),
  );
});

test.each`
  reference                  | sheet         | address
  ${"='Annexe 1'!$A$1:$D$9"} | ${'Annexe 1'} | ${'A1:D9'}
  ${"='L''été'!$B$2"}        | ${"L'été"}    | ${'B2'}
  ${'=A!$F:$H'}              | ${'A'}        | ${'F1:H1048576'}
  ${'=A!$5:$7'}              | ${'A'}        | ${'A5:XFD7'}
`('$reference is $address of « $sheet »', ({ reference, sheet, address }: Record<string, string>) => {
  const place = placeOfReference(reference ?? '');
  expect(place && [place.sheet, areaAddress(place.area)]).toEqual([sheet, address]);
});

test.each(['=0.2', '=#REF!', '=A!#REF!', '=#REF!$A$1', '=SUM(A!$A$1)+1', '=$A$1'])('%s is no place', (formula) =>
  expect(placeOfReference(formula)).toBeNull(),
);

const AMBIGUOUS = [
  ...['R1C1', 'r2c3', 'R1C', 'RC1', 'RC', 'R', 'c', 'C3', 'R2023', 'R1C1_suite', 'C1.bis', 'R[1]C'],
  ...['L1C1', 'LC', 'L', 'l2', 'LC3'],
  ...['AB12', 'XFD1048576', 'XYZ5', 'a1', 'A1.B2', 'A1..B2'],
  ...['2023', '1er trimestre', '.a', 'TRUE', 'false', 'Vrai', 'FAUX'],
  ...['a!b', 'a b', 'a-b', 'a×b', "L'été", '😀', 'e\u0301te', ''],
];
test.each(AMBIGUOUS)('the sheet « %s » needs quotes', (name) => {
  const quoted = `'${name.replaceAll("'", "''")}'`;
  expect(quoteSheet(name)).toBe(quoted);
  expect(placeOfReference(`=${quoted}!$A$1`)?.sheet).toBe(name);
});

test.each(['Suivi', 'Suivi_2023', 'Été.2023', 'SF', 'Lots1', 'Carte', 'Rc_x', 'VRAIS', 'ABCD12', '_R1', 'Cp'])(
  'the sheet « %s » needs none',
  (name) => expect(quoteSheet(name)).toBe(name),
);

test.each`
  one               | other            | same
  ${"='VRAI'!$A$1"} | ${'=VRAI!$A$1'}  | ${true}
  ${"='L2'!$A$1"}   | ${'=l2!$a$1'}    | ${true}
  ${"='L2'!$A$1"}   | ${'=L3!$A$1'}    | ${false}
  ${"='L2'!$A$1"}   | ${'=L2!$A$2'}    | ${false}
  ${"='L2'!$A$1"}   | ${'=L2!A1'}      | ${false}
  ${"='a b'!$A$1"}  | ${'=ab!$A$1'}    | ${false}
  ${"='L2'!$A$1"}   | ${"='L2'!#REF!"} | ${false}
  ${'=0.2'}         | ${'=0.2'}        | ${true}
`('$one and $other are one place: $same', ({ one, other, same }: Record<string, unknown>) => {
  expect(sameReference(String(one), String(other))).toBe(same);
});
