/** References of defined names: written for a place, and read back. */
import fc from 'fast-check';
import { fixedReference, placeOfReference } from '../../src/workbook/references';
import { areaAddress, MOST_ROWS } from '../../src/workbook/cells';

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
