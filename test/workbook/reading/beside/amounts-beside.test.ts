/**
 * Amounts typed on the rows of the ledger, on the right of its table, are in no figure: a column by its heading
 * (LEC-03), a warning without one (LEC-01); nothing for balances, plans, prices, counts, sums and small summaries.
 */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { describeFinding } from '../../../../src/messages/describe-finding';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const DAY = 45_000;
const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', 'Montant CP', 'Date de paiement'];
const ROWS: readonly (readonly CellValue[])[] = [
  ['PDE', '1400000001', DAY, 50_000, 10_000, DAY + 50],
  ['PDE', '1400000002', DAY + 1, 40_000, null, null],
  ['SF', '1400000003', DAY + 2, 20_000, 5_000, DAY + 60],
];

/** Whether the ledger is an Excel Table, which the cells touch, or a range with a blank column before them. */
type Kind = 'Table' | 'range';

/** The findings on what is not read, for such cells beside the headings and the three rows: « row ; row ». */
function reported(kind: Kind, beside: string, language: 'fr' | 'en' = 'fr'): readonly string[] {
  const cells = beside.split(' ; ').map((row) => row.split('|').map((cell) => valueOf(cell.trim())));
  const rows = [HEADINGS, ...ROWS].map((row, index) => [
    ...row,
    ...(kind === 'range' ? [null] : []),
    ...(cells[index] ?? []),
  ]);
  const table = kind === 'Table' ? { tables: { Operations: 'A1:F4' } } : {};
  const opened = openDossier(workbookOf({ name: 'Suivi', rows, ...table }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  return report.findings.flatMap((finding) => {
    if (finding.rule !== 'LEC-01' && finding.rule !== 'LEC-03') return [];
    const { message } = describeFinding(finding, dossier.convention, language);
    return [`${finding.severity} ${finding.rule} ${message.replaceAll(/\s/g, ' ')}`];
  });
}

function valueOf(text: string): CellValue {
  if (text === '') return null;
  return /^-?[\d.]+$/.test(text) ? Number(text) : text;
}

test.each`
  heading                   | beside
  ${'2e versement'}         | ${'2e versement ; 15000 ; 20000.5'}
  ${'Payé sous-traitant'}   | ${'Payé sous-traitant ; 3000'}
  ${'CP complémentaire'}    | ${'CP complémentaire ; 5000'}
  ${'AE avenant'}           | ${'AE avenant ; 5000'}
  ${'CP'}                   | ${'CP ;  ; 5000'}
  ${'€'}                    | ${`Date | € ; ${String(DAY + 90)} | 4000 ; ${String(DAY + 95)} | 3000`}
  ${'Facturé'}              | ${'Facturé ; 777 ; 888'}
  ${'Avoir'}                | ${'Avoir ; -500'}
  ${'Reliquat payé en déc'} | ${'Reliquat payé en déc ; 4000'}
`('a column « $heading » beside a range: LEC-03', ({ heading, beside }) => {
  expect(reported('range', beside as string)).toEqual([
    expect.stringContaining(`error LEC-03 Colonne « ${String(heading)} » :`),
  ]);
});

test('a column that touches an Excel Table: LEC-03', () => {
  expect(reported('Table', '2e versement ; 15000 ; 20000.5')).toEqual([
    expect.stringContaining('Colonne « 2e versement » : 35 000,50 €'),
  ]);
  expect(reported('Table', '2e versement ; 15000 ; 20000.5', 'en')).toEqual([
    expect.stringContaining('Column “2e versement”: €35,000.50'),
  ]);
});

test.each`
  sum           | beside
  ${'7 000,00'} | ${' ; 3000 ; 2000 ; 2000'}
  ${'3 000,00'} | ${' ; 3000'}
  ${'3 000,00'} | ${' ; + 2e facture payée | 3000'}
  ${'5 200,50'} | ${' ; payé en plus | 4000.5 ; facture 3 | 1200'}
`('without a heading of amounts, a warning with their sum: $beside', ({ sum, beside }) => {
  expect(reported('range', beside as string)).toEqual([
    expect.stringMatching(
      new RegExp(`^warning LEC-01 .* ${String(sum)} € ne sont pas lues, à côté des lignes du suivi`),
    ),
  ]);
});

test.each([
  'Reste ; 40001 ; 40002',
  'Téléphone ; 612345678',
  'Budget ; 80000',
  'CP prévus ; 12000 ; 13000',
  'Devis ; 51000 ; 22000',
  'Nb jours ; 12 ; 8.5',
  'TJM ; 850 ; 650.5',
  '% ; 20 ; 55',
  'SIRET ; 41816609600036',
  'Total payé ; 10000 ;  ; 5000',
  'Service | AE ; DSI | 55000 ; DAF | 55000',
  ' ; PDE | 90000 ; SF | 20000',
  'Légende |  ; Budget | 500000 ; Disponible | 430000',
  ' ;  ; 90000 ; 20000',
  ' ; vu le 3 | 12',
  'CP T1 | CP T2 ; 4000 | 6000 ;  ; 1000 | 4000',
  'Facture 1 | Facture 2 ; 4000 | 6000 ;  ; 1000 | 4000',
  'AE initiale | AE avenant ; 30000 | 20000 ; 25000 | 15000 ; 20000',
  'Montant initial | Avenant ; 30000 | 20000 ; 40000 ; 20000',
  'CP 2024 | CP 2025 ; 30000 | 10000 ;  ; 10000 | 5000',
  'CP à payer ; 1000 ; 2000',
  ' ; 230145 ; 230146 ; 230147',
  'Payé HT ; 8333.33 ;  ; 4166.67',
])('nothing for « %s »', (beside) => {
  expect(reported('range', beside)).toEqual([]);
});
