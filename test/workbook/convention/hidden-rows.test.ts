/** Rows of the convention's tables that are hidden or filtered out count like the others, and are reported (DON-07). */
import { describeFinding } from '../../../src/messages/describe-finding';
import { findTable, type WorkbookSnapshot } from '../../../src/workbook/snapshot';
import { TABLES, type TableId } from '../../../src/workbook/workbook-names';
import { convention2023 } from '../../support/conventions';
import { INITIALISED, withCell } from '../../support/edited-convention';
import { controlled } from '../../support/ledgers/ledger-workbook';
import { workbookOf } from '../../support/ledgers/workbook-of';

const LEDGER = workbookOf({
  name: 'Suivi',
  rows: [
    ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE'],
    ['PDE', '1405510001', 45_000, 1_000],
  ],
});

const WITH_RAP = withCell(withCell(INITIALISED, 'rap', 0, 'EJ', '1305510001'), 'rap', 0, 'Montant', 73_032);
const AMENDED = (
  [
    ['Date', 45_000],
    ['Type', 'Avenant'],
    ['Vers', 'PDE'],
    ['Nature', 'AE'],
    ['Montant', 50_000],
    ['Référence', 'Avenant n° 1'],
  ] as const
).reduce((workbook, [heading, value]) => withCell(workbook, 'movements', 0, heading, value), INITIALISED);

/** The workbook where rows of a table are hidden: those of the sheet, as Excel hides them. */
function hiding(id: TableId, rows: readonly number[], workbook = INITIALISED): WorkbookSnapshot {
  const table = findTable(workbook, TABLES[id])!;
  const hiddenRows = new Set(rows.map((row) => table.area.top + 1 + row));
  const sheets = workbook.sheets.map((sheet) => (sheet.name === table.sheet ? { ...sheet, hiddenRows } : sheet));
  return { ...workbook, sheets };
}

function reported(workbook: WorkbookSnapshot): readonly string[] {
  const full = { ...workbook, sheets: [...workbook.sheets, ...LEDGER.sheets] };
  return controlled(full, '2023-12-31').report.findings.flatMap((finding) => {
    if (finding.rule !== 'DON-07') return [];
    const { message } = describeFinding(finding, convention2023(), 'fr');
    return [`${finding.severity} ${message.replace(/\s/g, ' ').split(' ; attendu')[0] ?? ''}`];
  });
}

const about = (words: string): RegExp => new RegExp(`^info ${words} sans être visibles?$`);

test.each`
  workbook                               | expected
  ${hiding('movements', [0], AMENDED)}   | ${'ENV_Mouvements, 1 ligne masquée ou filtrée : « Avenant n° 1 » est comptée'}
  ${hiding('rap', [0], WITH_RAP)}        | ${'ENV_RAP, 1 ligne masquée ou filtrée : « 1305510001 » est comptée'}
  ${hiding('imputations', [4])}          | ${'ENV_Imputations, 1 ligne masquée ou filtrée : « EMPEF00075 » est comptée'}
  ${hiding('lines', [0, 1, 2, 3, 4, 5])} | ${'ENV_Postes, 6 lignes masquées ou filtrées : .* et 3 autres sont comptées'}
`('$expected', ({ workbook, expected }) => {
  const found = reported(workbook as WorkbookSnapshot);
  expect(found).toContainEqual(expect.stringMatching(about(expected as string)));
});

test('a filter on one table hides the rows of the tables beside it: each is named', () => {
  expect(reported(hiding('envelopes', [1])).map((message) => /ENV_\w+/.exec(message)?.[0])).toEqual([
    'ENV_Enveloppes',
    'ENV_Postes',
  ]);
});

test.each`
  workbook                                  | why
  ${INITIALISED}                            | ${'every row is seen'}
  ${hiding('convention', [900])}            | ${'rows below the tables'}
  ${hiding('requests', [0, 1, 2, 3, 4, 5])} | ${'requests and duties that are done are filtered out, and give no amount'}
`('none: $why', ({ workbook }) => {
  expect(reported(workbook as WorkbookSnapshot)).toEqual([]);
});
