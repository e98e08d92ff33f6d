/** Rows of the ledger whose amount is crossed out: they count, and each is reported (LEC-05). */
import { openDossier } from '../../../../src/application/open-dossier';
import { controlledAt } from '../../../../src/application/control';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { cellAddress, parseArea, type CellValue } from '../../../../src/workbook/cells';
import { placeInWorkbook } from '../../../../src/workbook/places';
import { formulaKey } from '../../../../src/workbook/snapshot';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const HEADINGS = [
  ...['Axe ministériel 2', 'État', 'N° EJ', "Date d'engagement", 'Montant AE', 'Date de paiement', 'CP', 'Objet'],
];
const ROWS: readonly (readonly CellValue[])[] = [
  HEADINGS,
  ['PDE', 'Notifié', '1400000001', 45_000, 1000, null, null, 'Étude'],
  ['PDE', 'Projet', '1400000002', 45_001, 2000, null, null],
  ['PDE', 'Annulé', '1400000003', 45_002, 4000, null, null],
  ['PDE', 'Payé', '1400000001', null, null, 45_050, 500],
];

/** The LEC-05 findings of the ledger with these cells crossed out, and the number of its rows that count. */
function read(struck: readonly string[]): { readonly found: readonly string[]; readonly rows: number } {
  const book = workbookOf({ name: 'Suivi', rows: ROWS });
  const keys = struck.map((address) => {
    const cell = parseArea(address);
    if (!cell) throw new Error(`${address} is no cell`);
    return formulaKey(cell.top, cell.left);
  });
  const sheets = book.sheets.map((sheet) => ({ ...sheet, ...(keys.length > 0 && { struck: new Set(keys) }) }));
  const opened = openDossier({ ...book, sheets }, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const found = report.findings.flatMap((finding) => {
    if (finding.rule !== 'LEC-05') return [];
    const cell = placeInWorkbook(dossier.workbook, dossier.blocks, finding.place);
    const address = cell ? cellAddress(cell.row, cell.column) : 'nowhere';
    return [`${finding.severity} ${address} ${finding.details.heading ?? 'look'} as ${finding.details.countedAs}`];
  });
  return { found, rows: dossier.ledger.rows.length };
}

test.each`
  struck                | found                                                                                   | why
  ${[]}                 | ${[]}                                                                                   | ${'nothing is crossed out'}
  ${['A2', 'C2', 'E2']} | ${['warning E2 look as firm']}                                                          | ${'a row that may be cancelled'}
  ${['E3']}             | ${['warning E3 look as project']}                                                       | ${'a draft'}
  ${['E4']}             | ${[]}                                                                                   | ${'the status confirms it'}
  ${['G5']}             | ${['warning G5 look as firm']}                                                          | ${'a payment'}
  ${['A2', 'B3']}       | ${[]}                                                                                   | ${'neither amounts nor pieces'}
  ${['C2', 'H2']}       | ${['warning C2 N° EJ as firm']}                                                         | ${'the EJ of a row'}
  ${['H2']}             | ${['warning H2 Objet as firm']}                                                         | ${'its label'}
  ${['H3', 'C4']}       | ${[]}                                                                                   | ${'a blank label, a cancelled row'}
  ${['E1', 'G2']}       | ${[]}                                                                                   | ${'a heading and an empty cell'}
  ${['E2', 'E3', 'G5']} | ${['warning E2 look as firm', 'warning E3 look as project', 'warning G5 look as firm']} | ${'each row is a decision'}
`('$struck crossed out: $why', ({ struck, found }: { struck: string[]; found: string[] }) => {
  expect(read(struck)).toEqual({ found, rows: 3 });
});
