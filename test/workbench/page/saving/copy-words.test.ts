/** The messages of a copy: each omission and each refusal names its sheet, in both languages. */
import type { PageLocale } from '../../../../workbench/page/page-locale';
import { COPY_WORDS } from '../../../../workbench/page/saving/copy-words';
import type { CopyRefusal, Omission } from '../../../../workbench/page/saving/omission';

const SHEET = 'Suivi 2023';
const OMISSIONS: readonly Omission[] = [
  { what: 'chartAdded', sheet: SHEET, name: 'Tarte' },
  { what: 'chartChanged', sheet: SHEET, name: 'Tarte' },
  { what: 'chartDeleted', sheet: SHEET, name: 'Tarte' },
  { what: 'otherRules', sheet: SHEET },
  { what: 'protection', sheet: SHEET },
  { what: 'paper', sheet: SHEET },
];
const REFUSALS: readonly CopyRefusal[] = [
  { why: 'movedLines', sheet: SHEET },
  { why: 'sameHeadings', sheet: SHEET, table: 'T_Suivi' },
  { why: 'failure', failure: { code: 'sheetProtected', sheet: SHEET } },
];

describe.each(['fr-FR', 'en-US'] as const)('%s', (locale: PageLocale) => {
  const words = COPY_WORDS[locale];

  test.each(OMISSIONS)('$what is named', (omission) => {
    const { sentence } = words.savedWithout('Suivi - copie.xlsx', [omission]);
    expect(sentence).toContain('Suivi - copie.xlsx');
    expect(sentence).toContain(SHEET);
  });

  test.each(REFUSALS)('$why is a refusal with a remedy', (refusal) => {
    const { sentence, remedy } = words.refused(refusal);
    expect(sentence).toContain(SHEET);
    expect(sentence).toMatch(/^(Copie non enregistrée|The copy is not saved)/);
    expect(remedy).toMatch(/\.$/);
  });
});

test('French puts a no-break space before its high marks', () => {
  const { sentence } = COPY_WORDS['fr-FR'].savedWithout('a.xlsx', OMISSIONS);
  expect(sentence).not.toMatch(/[ ][;:»]|«[ ]/);
  expect(COPY_WORDS['fr-FR'].savedWithout('a.xlsx', [{ what: 'workbookProtection' }]).sentence).toMatch(
    /classeur, changée\.$/,
  );
});
