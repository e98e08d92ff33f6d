/** CSV of the publication: a standard reader reads the same values, and no text runs as a formula. */
import fc from 'fast-check';
import { csvOf, type PublishedTable } from '../../../src/documents/publication/published-table';
import { recordsOf } from '../../support/readers/frictionless';

const TABLE: PublishedTable = {
  name: 'essai',
  title: 'Essai',
  description: '',
  primaryKey: [],
  foreignKeys: [],
  fields: [
    { name: 'texte', title: '', description: '', type: 'string' },
    { name: 'montant', title: '', description: '', type: 'number' },
  ],
  rows: [],
};

test.each`
  text                       | written
  ${'Frais annexes'}         | ${'Frais annexes'}
  ${'Un, deux'}              | ${'"Un, deux"'}
  ${'Dit « "non" »'}         | ${'"Dit « ""non"" »"'}
  ${'Sur deux\nlignes'}      | ${'"Sur deux\nlignes"'}
  ${'=HYPERLINK("http://")'} | ${'"\'=HYPERLINK(""http://"")"'}
  ${'+33 1 44 87 17 17'}     | ${"'+33 1 44 87 17 17"}
  ${'-1 contrat'}            | ${"'-1 contrat"}
  ${'@SUM(A1)'}              | ${"'@SUM(A1)"}
  ${null}                    | ${''}
`('$text is written $written', ({ text, written }: { readonly text: string | null; readonly written: string }) => {
  expect(csvOf({ ...TABLE, rows: [[text, '-5.00']] })).toBe(`texte,montant\r\n${written},-5.00\r\n`);
});

test('any text is read back unchanged, except for the apostrophe before a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.integer()), { minLength: 1 }), (rows) => {
      const written = csvOf({
        ...TABLE,
        rows: rows.map(([text, number]) => [text === '' ? null : text, String(number)]),
      });
      const [, ...read] = recordsOf(written);
      expect(read).toEqual(
        rows.map(([text, number]) => [/^[=+\-@\t\r]/.test(text) ? `'${text}` : text, String(number)]),
      );
    }),
  );
});
