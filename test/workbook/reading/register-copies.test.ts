/** A copied sheet of the convention: Excel renames its tables, and the finding names the one that is read (LEC-01). */
import { describeFinding } from '../../../src/messages/describe-finding';
import type { CellValue } from '../../../src/workbook/cells';
import { findSheet, findTable, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { TABLES, type TableId } from '../../../src/workbook/workbook-names';
import { convention2023 } from '../../support/conventions';
import { INITIALISED, withCell, withKey } from '../../support/edited-convention';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { sampleDossier } from '../../support/sample-dossier';
import { workbookOf } from '../../support/ledgers/workbook-of';

const LEDGER = workbookOf({
  name: 'Suivi',
  rows: [
    ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE'],
    ['PDE', '1405510001', 45_000, 1_000],
  ],
});

/** The workbook with its ledger, and a copy of the sheet of a table, whose tables have a number. */
function withSheetCopied(id: TableId, copied = INITIALISED): WorkbookSnapshot {
  const sheet = findSheet(copied, findTable(copied, TABLES[id])!.sheet)!;
  const name = `${sheet.name} (2)`;
  const tables = copied.tables.filter((table) => table.sheet === sheet.name);
  return {
    ...INITIALISED,
    sheets: [...INITIALISED.sheets, ...LEDGER.sheets, { ...sheet, name }],
    tables: [...INITIALISED.tables, ...tables.map((one) => ({ ...one, name: `${one.name}2`, sheet: name }))],
  };
}

function reported(workbook: WorkbookSnapshot): readonly string[] {
  return controlled(workbook, '2023-12-31').report.findings.flatMap((finding) =>
    finding.rule === 'LEC-01' ? [describeFinding(finding, convention2023(), 'fr').message.replace(/\s/g, ' ')] : [],
  );
}

const other = (heading: string, value: CellValue) => withCell(INITIALISED, 'envelopes', 0, heading, value);

test.each`
  copy                                                         | expected                                                                                                                                                  | why
  ${withSheetCopied('convention')}                             | ${'600 000,00 € d’AE et 673 032,00 € de CP ne sont pas lues, dans une copie d’une table de la convention (seule ENV_Convention est lue)'}                 | ${'the same terms'}
  ${withSheetCopied('convention', withKey('ae', 700_000))}     | ${'700 000,00 € d’AE et 673 032,00 € de CP ne sont pas lues, dans une copie d’une table de la convention, qui en diffère (seule ENV_Convention est lue)'} | ${'another ceiling'}
  ${withSheetCopied('convention', withKey('noticeMonths', 6))} | ${'600 000,00 € d’AE et 673 032,00 € de CP ne sont pas lues, dans une copie d’une table de la convention, qui en diffère (seule ENV_Convention est lue)'} | ${'another term'}
  ${withSheetCopied('envelopes')}                              | ${'600 000,00 € d’AE et 673 032,00 € de CP ne sont pas lues, dans une copie d’une table de la convention (seule ENV_Enveloppes est lue)'}                 | ${'the same envelopes'}
  ${withSheetCopied('envelopes', other('AE', 700_000))}        | ${'800 000,00 € d’AE et 673 032,00 € de CP ne sont pas lues, dans une copie d’une table de la convention, qui en diffère (seule ENV_Enveloppes est lue)'} | ${'another ceiling'}
`('a copy with $why', ({ copy, expected }) => {
  const found = reported(copy as WorkbookSnapshot);
  expect(found.some((one) => one.includes(expected as string)) ? [expected] : found).toEqual([expected]);
});

/** A copy of the sheet of a table where one cell of it is another. */
const copyWith = (id: TableId, heading: string, value: CellValue) =>
  withSheetCopied(id, withCell(INITIALISED, id, 0, heading, value));

test.each`
  copy                                                    | expected                                                                                                           | why
  ${copyWith('imputations', 'Valeur', '0103-02-02')}      | ${'ne sont pas lues, dans une copie d’une table de la convention, qui en diffère (seule ENV_Imputations est lue)'} | ${'another code'}
  ${copyWith('requests', 'Objet', 'Bilan à transmettre')} | ${'n’est pas lue, dans une copie d’une table de la convention, qui en diffère (seule ENV_Demandes est lue)'}       | ${'another request'}
  ${copyWith('duties', 'Objet', 'Bilan à transmettre')}   | ${'ne sont pas lues, dans une copie d’une table de la convention, qui en diffère (seule ENV_Obligations est lue)'} | ${'another duty'}
`('a copy without amounts, with $why: a warning without a sum', ({ copy, expected }) => {
  const found = reported(copy as WorkbookSnapshot);
  expect(found).toEqual([expect.stringContaining(expected as string)]);
  expect(found[0]).not.toContain('€');
});

test.each(['imputations', 'requests', 'indicators'] as const)('a copy of %s that is the same is silent', (id) => {
  expect(reported(withSheetCopied(id))).toEqual([]);
});

test('a copy that was set aside is silent', () => {
  const copy = copyWith('imputations', 'Valeur', '0103-02-02');
  const { sheet } = findTable(copy, 'ENV_Imputations2')!;
  const aside = { Feuille: sheet, Décision: 'Mis de côté', Motif: 'Codes de 2022' };
  const decided = Object.entries(aside).reduce(
    (all, [heading, value]) => withCell(all, 'reading', 0, heading, value),
    copy,
  );
  expect(reported(decided)).toEqual([]);
});

test('in a whole workbook, where the rows of the copy may be taken for operations', () => {
  const { workbook } = sampleDossier();
  const sheet = findSheet(workbook, findTable(workbook, TABLES.envelopes)!.sheet)!;
  const tables = workbook.tables.filter((table) => table.sheet === sheet.name);
  const copied = {
    ...workbook,
    sheets: [...workbook.sheets, { ...sheet, name: 'Copie' }],
    tables: [...workbook.tables, ...tables.map((one) => ({ ...one, name: `${one.name}2`, sheet: 'Copie' }))],
  };
  const found = reported(copied).filter((sentence) => sentence.includes('« Copie »'));
  expect(found).toEqual([
    expect.stringContaining('dans une copie d’une table de la convention (seule ENV_Enveloppes est lue)'),
    expect.stringContaining('dans une copie d’une table de la convention (seule ENV_Postes est lue)'),
  ]);
});

test('without a copy, nothing', () => {
  expect(reported({ ...INITIALISED, sheets: [...INITIALISED.sheets, ...LEDGER.sheets] })).toEqual([]);
});
