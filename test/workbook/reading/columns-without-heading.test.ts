/** Amounts in a column of the ledger that has no heading are in no figure, and are reported wherever the column is. */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import { describeFinding } from '../../../src/messages/describe-finding';
import type { Language } from '../../../src/messages/language';
import type { CellValue } from '../../../src/workbook/cells';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', 'Objet'];
const ROWS = [1, 2, 3].map((ej): CellValue[] => ['PDE', `140000000${ej}`, 45_000 + ej, 100 * ej, 'Étude']);

/** The LEC-03 findings of a ledger with these cells at a position of each row. */
function unusedIn(position: number, cells: readonly CellValue[], language: Language = 'fr'): readonly string[] {
  const rows = [HEADINGS, ...ROWS].map((row, index) => [
    ...row.slice(0, position),
    index === 0 ? null : (cells[index - 1] ?? null),
    ...row.slice(position),
  ]);
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  return report.findings.flatMap((finding) =>
    finding.rule === 'LEC-03'
      ? [describeFinding(finding, dossier.convention, language).message.replaceAll(/\s/g, ' ')]
      : [],
  );
}

test.each([
  ['before the others', 0],
  ['among them', 4],
  ['after them', 5],
])('%s', (_, position) => {
  const amounts = [10.5, 20.5, 30];
  expect(unusedIn(position, amounts)).toEqual([
    expect.stringMatching(/^Colonne sans en-tête : 61,00 € n’entrent dans aucun chiffre ;/),
  ]);
  expect(unusedIn(position, amounts, 'en')).toEqual([
    expect.stringMatching(/^Column without a heading: €61\.00 are in no figure;/),
  ]);
});

test.each<[string, readonly CellValue[]]>([
  ['words', ['vu', 'à revoir', null]],
  ['one number, maybe a note', [10.5, null, null]],
  ['ranks', [1, 2, 3]],
])('%s beside the ledger are no column of it', (_, cells) => {
  expect(unusedIn(5, cells)).toEqual([]);
});
