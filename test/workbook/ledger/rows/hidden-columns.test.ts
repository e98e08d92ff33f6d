/** Amounts in a hidden column are counted, and reported once for the column with their sum (DON-07). */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { describeFinding } from '../../../../src/messages/describe-finding';
import type { Language } from '../../../../src/messages/language';
import { cellAddress, type CellValue } from '../../../../src/workbook/cells';
import { placeInWorkbook } from '../../../../src/workbook/places';
import { convention2023 } from '../../../support/conventions';
import { workbookOf, type SheetGiven } from '../../../support/ledgers/workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', 'Date de paiement', 'CP'];
const row = (ej: number, ae: number | null, cp: number | null): CellValue[] => [
  'PDE',
  `140000000${ej}`,
  45_000,
  ae,
  cp === null ? null : 45_010,
  cp,
];
const ROWS = [HEADINGS, row(1, 100, null), row(2, 250, null), row(1, null, 40)];

/** The DON-07 findings with their cells. */
function hiddenIn(language: Language, ...sheets: readonly SheetGiven[]): readonly string[] {
  const opened = openDossier(workbookOf(...sheets), {
    convention: convention2023(),
    ledger: sheets.map(({ name }) => name),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  expect(report.balances.figures({ envelope: 'PDE', line: null }, 'AE').consumed?.cents).toBe(350_00 * sheets.length);
  return report.findings.flatMap((finding) => {
    if (finding.rule !== 'DON-07') return [];
    const cell = placeInWorkbook(dossier.workbook, dossier.blocks, finding.place);
    const { message } = describeFinding(finding, dossier.convention, language);
    return [`${cell?.sheet}!${cellAddress(cell?.row ?? 0, cell?.column ?? 0)} ${message.replaceAll(/\s/g, ' ')}`];
  });
}

test.each`
  what                                                 | hiddenColumns   | places
  ${'no hidden column'}                                | ${[]}           | ${[]}
  ${'a hidden column of AE: its first amount'}         | ${[3]}          | ${['Suivi!D2 2 350']}
  ${'a hidden column of CP: its first amount'}         | ${[5]}          | ${['Suivi!F4 1 40']}
  ${'both: two findings, whatever the number of rows'} | ${[3, 5]}       | ${['Suivi!D2 2 350', 'Suivi!F4 1 40']}
  ${'a hidden column without amounts hides none'}      | ${[0, 1, 2, 4]} | ${[]}
  ${'a hidden column beside the table hides none'}     | ${[6, 40]}      | ${[]}
`('$what', ({ hiddenColumns, places }: { hiddenColumns: number[]; places: string[] }) => {
  const found = hiddenIn('fr', { name: 'Suivi', rows: ROWS, hiddenColumns });
  const short = found.map((text) =>
    text.replace(/^(\S+) .* contient (\d+) montants? : (.*) d.AE et (.*) de CP .*$/, shorten),
  );
  expect(short).toEqual(places);
});

function shorten(_: string, place: string, count: string, ae: string, cp: string): string {
  const [sum] = [ae, cp].filter((amount) => !amount.startsWith('0,'));
  return `${place} ${count} ${sum?.replace(',00 €', '')}`;
}

test('the sentence gives the sums, the rule and the remedy, in both languages', () => {
  const sheet = { name: 'Suivi', rows: ROWS, hiddenColumns: [3] };
  expect(hiddenIn('fr', sheet)).toEqual([
    'Suivi!D2 La colonne est masquée et contient 2 montants : 350,00 € d’AE et 0,00 € de CP sont comptés sans être ' +
      'visibles ; attendu : une colonne visible (règle de tenue du suivi). Affichez la colonne, ou associez-en une autre ' +
      'si ses montants ne doivent pas compter.',
  ]);
  expect(hiddenIn('en', sheet)).toEqual([
    'Suivi!D2 The column is hidden and holds 2 amounts: €350.00 of AE and €0.00 of CP are counted and not seen; ' +
      'expected: a column that is seen (rule of the ledger). Show the column, or map another one if its amounts must not count.',
  ]);
});

test('a column hidden on a hidden sheet is reported with the sheet', () => {
  const found = hiddenIn('fr', { name: 'Suivi', rows: ROWS, hidden: true, hiddenColumns: [3] });
  expect(found).toEqual([expect.stringContaining('La feuille est masquée et contient 3 lignes du suivi')]);
});

test('one finding for each sheet of the ledger that hides its column', () => {
  const sheets = ['Janvier', 'Février'].map((name, at) => ({
    name,
    rows: [
      HEADINGS,
      ...ROWS.slice(1).map(([axis, ej, ...rest]) => [axis ?? null, `${String(ej)}${at}`.slice(1), ...rest]),
    ],
    hiddenColumns: [3],
  }));
  expect(hiddenIn('fr', ...sheets).map((text) => text.split(' ')[0])).toEqual(['Janvier!D2', 'Février!D2']);
});
