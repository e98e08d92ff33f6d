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

/** Beside AE of 100, 200 and 300 € and CP of 40, 50 and 60 €: the amounts are what remains, on each row. */
test.each<[string, string, readonly CellValue[], readonly string[]]>([
  ['with days: payments', '', [45_100, 45_101, 45_102], ['450,00 €']],
  ['with days under « Payé le »: payments', 'Payé le', [45_100, 45_101, 45_102], ['450,00 €']],
  ['without days: what remains', '', [null, null, null], []],
  ['with days under « Mis à jour le »: what remains', 'Mis à jour le', [45_100, 45_101, 45_102], []],
])('amounts that remain, %s', (_, heading, days, expected) => {
  const paid: readonly CellValue[][] = [['Montant CP', 'Date de paiement'], ...[40, 50, 60].map((cp) => [cp, 45_090])];
  const rows = [HEADINGS, ...ROWS].map((row, index) => {
    const rest: readonly CellValue[] = index === 0 ? [null, heading] : [[60, 150, 240][index - 1]!, days[index - 1]!];
    return [...row, ...(paid[index] ?? []), ...rest];
  });
  const dated = days.flatMap((day, index) => (day === null ? [] : [`I${index + 2}`]));
  const opened = openDossier(workbookOf({ name: 'Suivi', rows, dated }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const unused = report.findings.filter(({ rule }) => rule === 'LEC-03');
  const found = unused.map((one) => describeFinding(one, dossier.convention, 'fr').found.replaceAll(/\s/g, ' '));
  expect(found).toEqual(expected);
});
