/** `ENV_Lecture`: what the user decided about places; a row that cannot be read is refused at its cell. */
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { areaAddress, type CellValue } from '../../../src/workbook/cells';
import { readReadingChoices } from '../../../src/workbook/registers/reading-choices';
import { workbookOf } from '../../support/ledgers/workbook-of';

const HEADINGS = ['Feuille', 'Plage', 'Décision', 'Motif', 'Le', 'Par'];

function read(rows: readonly (readonly CellValue[])[], headings: readonly string[] = HEADINGS) {
  const last = String.fromCharCode(64 + headings.length);
  return readReadingChoices(
    workbookOf({
      name: 'Convention',
      rows: [headings, ...rows],
      tables: { ENV_Lecture: `A1:${last}${rows.length + 1}` },
    }),
  );
}

test('a workbook without the table has no choice, nor has one whose rows are blank', () => {
  expect(readReadingChoices(workbookOf({ name: 'Suivi', rows: [['N° EJ']] }))).toEqual({ ok: true, value: [] });
  expect(read([[null, null, null, null, null, null]])).toEqual({ ok: true, value: [] });
});

test('a place set aside has its reason, its day and its author', () => {
  expect(read([['Archives 2022', 'B2:F30', 'mis de côté', 'Exercice clos', 45231, 'Zoé']])).toEqual({
    ok: true,
    value: [
      {
        sheet: 'Archives 2022',
        area: { top: 1, left: 1, rows: 29, columns: 5 },
        decision: 'setAside',
        reason: 'Exercice clos',
        on: isoDate('2023-11-01'),
        by: 'Zoé',
      },
    ],
  });
});

test.each`
  place         | address
  ${'B2'}       | ${'B2'}
  ${'$B$2:$C9'} | ${'B2:C9'}
  ${'h:h'}      | ${'H1:H1048576'}
  ${'F:H'}      | ${'F1:H1048576'}
  ${null}       | ${null}
`('the place $place', ({ place, address }: { place: string | null; address: string | null }) => {
  const choices = read([['Suivi', place, 'suivi', null, null, null]]);
  if (!choices.ok) throw new Error(choices.failure.code);
  expect(choices.value.map(({ area }) => area && areaAddress(area))).toEqual([address]);
});

describe('a place that a name follows', () => {
  const FOLLOWED = ['Feuille', 'Plage', 'Décision', 'Motif', 'Repère'];

  function placeOf(row: readonly CellValue[], refersTo: string | null): string {
    const workbook = workbookOf(
      { name: 'Réglages', rows: [FOLLOWED, row], tables: { ENV_Lecture: 'A1:E2' } },
      { name: 'Suivi', rows: [] },
      { name: 'Autre', rows: [] },
    );
    const names = refersTo === null ? [] : [{ name: 'ENV_Lecture_B12_F30', scope: null, refersTo }];
    const choices = readReadingChoices({ ...workbook, names });
    if (!choices.ok) throw new Error(choices.failure.code);
    return choices.value.map(({ sheet, area }) => `${sheet} ${area ? areaAddress(area) : 'entière'}`).join();
  }

  test.each`
    what                                  | sheet       | place        | marker                   | refersTo                     | found
    ${'where it was'}                     | ${'Suivi'}  | ${'B12:F30'} | ${'ENV_Lecture_B12_F30'} | ${'=Suivi!$B$12:$F$30'}      | ${'Suivi B12:F30'}
    ${'moved with its cells'}             | ${'Suivi'}  | ${'B12:F30'} | ${'env_lecture_b12_f30'} | ${'=Suivi!$B$15:$F$33'}      | ${'Suivi B15:F33'}
    ${'on a sheet that was renamed'}      | ${'Ancien'} | ${'B12:F30'} | ${'ENV_Lecture_B12_F30'} | ${'=Suivi!$B$12:$F$30'}      | ${'Suivi B12:F30'}
    ${'deleted with its cells'}           | ${'Suivi'}  | ${'B12:F30'} | ${'ENV_Lecture_B12_F30'} | ${'=Suivi!#REF!'}            | ${''}
    ${'whose sheet was deleted'}          | ${'Clos'}   | ${'B12:F30'} | ${'ENV_Lecture_B12_F30'} | ${'=#REF!$B$12:$F$30'}       | ${''}
    ${'typed anew by a person'}           | ${'Suivi'}  | ${'B13:F31'} | ${'ENV_Lecture_B12_F30'} | ${'=Suivi!$B$15:$F$33'}      | ${'Suivi B13:F31'}
    ${'given another sheet by a person'}  | ${'Autre'}  | ${'B12:F30'} | ${'ENV_Lecture_B12_F30'} | ${'=Suivi!$B$15:$F$33'}      | ${'Autre B12:F30'}
    ${'without a name in the register'}   | ${'Suivi'}  | ${'B12:F30'} | ${null}                  | ${'=Suivi!$B$15:$F$33'}      | ${'Suivi B12:F30'}
    ${'whose name was deleted'}           | ${'Suivi'}  | ${'B12:F30'} | ${'ENV_Lecture_B12_F30'} | ${null}                      | ${'Suivi B12:F30'}
    ${'whose name became something else'} | ${'Suivi'}  | ${'B12:F30'} | ${'ENV_Lecture_B12_F30'} | ${'=SUM(Suivi!$B$1:$B$9)+1'} | ${'Suivi B12:F30'}
    ${'with the name of somebody else'}   | ${'Suivi'}  | ${'B12:F30'} | ${'ENV_AE'}              | ${'=Suivi!$B$15:$F$33'}      | ${'Suivi B12:F30'}
  `('$what: « $found »', ({ sheet, place, marker, refersTo, found }: Record<string, string | null>) => {
    expect(placeOf([sheet ?? null, place ?? null, 'mis de côté', 'Clos', marker ?? null], refersTo ?? null)).toBe(
      found,
    );
  });
});

test.each`
  what                                    | row                                                       | cell               | problem
  ${'no sheet'}                           | ${[null, 'B2', 'mis de côté', 'Clos', null, null]}        | ${'Convention!A2'} | ${'valueMissing'}
  ${'a place that is no range'}           | ${['Suivi', 'en bas', 'mis de côté', 'Clos', null, null]} | ${'Convention!B2'} | ${'areaUnreadable'}
  ${'a place outside the sheet'}          | ${['Suivi', 'A9999999', 'suivi', null, null, null]}       | ${'Convention!B2'} | ${'areaUnreadable'}
  ${'columns in the wrong order'}         | ${['Suivi', 'H:B', 'suivi', null, null, null]}            | ${'Convention!B2'} | ${'areaUnreadable'}
  ${'headings without a range'}           | ${['Suivi', null, 'en-têtes', null, null, null]}          | ${'Convention!B2'} | ${'areaUnreadable'}
  ${'no decision'}                        | ${['Suivi', 'B2', null, 'Clos', null, null]}              | ${'Convention!C2'} | ${'valueMissing'}
  ${'an unknown decision'}                | ${['Suivi', 'B2', 'à voir', 'Clos', null, null]}          | ${'Convention!C2'} | ${'wordUnknown'}
  ${'a place set aside without a reason'} | ${['Suivi', 'B2', 'Mis de cote', ' ', null, null]}        | ${'Convention!D2'} | ${'valueMissing'}
  ${'a day that is no date'}              | ${['Suivi', 'B2', 'mis de côté', 'Clos', 'hier', null]}   | ${'Convention!E2'} | ${'dateUnreadable'}
  ${'an error in a cell'}                 | ${[{ error: '#REF!' }, 'B2', 'suivi', null, null, null]}  | ${'Convention!A2'} | ${'errorInCell'}
`('$what is refused', ({ row, cell, problem }: { row: CellValue[]; cell: string; problem: string }) => {
  expect(read([row])).toMatchObject({
    ok: false,
    failure: { code: 'badConvention', table: 'ENV_Lecture', cell, problem },
  });
});

test('a table that lost a column is refused; one that lost the author and the day is read', () => {
  expect(read([['Suivi', 'B2', 'suivi']], HEADINGS.slice(0, 3))).toMatchObject({
    failure: { problem: 'columnMissing', expected: 'Motif' },
  });
  expect(read([['Suivi', 'B2', 'mis de côté', 'Clos']], HEADINGS.slice(0, 4))).toMatchObject({
    value: [{ by: '', on: null }],
  });
});
