/** Columns beside an Excel Table, or that it does not name, are called by the heading that the sheet gives them. */
import { marksIn, marksUnder } from '../../../support/ledgers/marks-under';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', 'Objet', 'Date d’engagement', 'Montant AE'];
const ROW = ['PDE', '1400000001', 'Étude', 45_000, 100];
const REMARK = 'à imputer ailleurs';

test.each`
  place                             | above                                          | headings                         | table      | heading
  ${'right of the Table'}           | ${null}                                        | ${[...HEADINGS, 'Observations']} | ${'A1:E2'} | ${'Observations'}
  ${'right, above the headings'}    | ${[null, null, null, null, null, 'Contrôle']}  | ${HEADINGS}                      | ${'A2:E3'} | ${'Contrôle'}
  ${'in the Table, named by Excel'} | ${[null, null, null, null, null, 'Remarques']} | ${[...HEADINGS, 'Colonne1']}     | ${'A2:F3'} | ${'Remarques'}
  ${'without any heading'}          | ${null}                                        | ${HEADINGS}                      | ${'A1:E2'} | ${'F'}
`('$place: « $heading »', ({ above, headings, table, heading }) => {
  const rows = [...(above ? [above] : []), headings, [...ROW, REMARK]];
  const found = marksIn({ name: 'Suivi', rows, tables: { Suivi: table } });
  expect(found).toEqual([{ row: rows.length, heading, raw: REMARK }]);
});

test('its heading gives the meaning of its marks', () => {
  const rows = [
    [...HEADINGS, 'Hors convention'],
    [...ROW, 'X'],
  ];
  const found = marksIn({ name: 'Suivi', rows, tables: { Suivi: 'A1:E2' } });
  expect(found).toEqual([{ row: 2, heading: 'Hors convention', raw: 'X' }]);
});

test.each<[string, readonly string[], readonly string[]]>([
  ['Archivé', ['OK', 'KO'], []],
  ['Pièce jointe', ['KO', 'Oui'], []],
  ['Scanné (O/N)', ['KO', 'O'], []],
  ['Archivé', ['OK', 'À revoir'], ['2: À revoir']],
  ['Contrôle', ['OK', 'KO'], ['2: KO']],
])('the answers of a column about files, « %s », %j', (heading, values, marks) => {
  expect(marksUnder(heading, values)).toEqual(marks);
});
