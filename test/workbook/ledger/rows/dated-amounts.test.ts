/** A date in the place of an amount: the row is unchecked and reported (DON-01), its serial number is never counted. */
import { openDossier } from '../../../../src/application/open-dossier';
import { controlledAt } from '../../../../src/application/control';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { describeFinding } from '../../../../src/messages/describe-finding';
import { cellAddress, type CellValue } from '../../../../src/workbook/cells';
import { placeInWorkbook } from '../../../../src/workbook/places';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', 'Date de paiement', 'CP'];
const MAY_12 = 45_058;
const ROWS: readonly (readonly CellValue[])[] = [
  HEADINGS,
  ['PDE', '1400000001', 45_000, MAY_12, null, null],
  ['PDE', '1400000002', 45_001, 2000, null, null],
  ['PDE', '1400000002', null, null, 45_050, MAY_12],
  ['PDE', '1400000003', 45_002, '12/05/2023', null, null],
];

/** The DON-01 findings, the rows not checked and the AE consumed, when these cells are shown as dates. */
function read(dated: readonly string[]): { found: readonly string[]; unchecked: number; consumed: number | undefined } {
  const opened = openDossier(workbookOf({ name: 'Suivi', rows: ROWS, dated }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { dossier, report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const found = report.findings.flatMap((finding) => {
    if (finding.rule !== 'DON-01') return [];
    const cell = placeInWorkbook(dossier.workbook, dossier.blocks, finding.place);
    const { message } = describeFinding(finding, dossier.convention, 'fr');
    return [`${cell ? cellAddress(cell.row, cell.column) : 'nowhere'} ${message.replaceAll(/\s/g, ' ')}`];
  });
  const { consumed } = report.balances.figures({ envelope: 'PDE', line: null }, 'AE');
  return { found, unchecked: report.rows.unchecked, consumed: consumed?.cents };
}

const AS_TEXT = expect.stringMatching(/^D5 Montant AE « 12\/05\/2023 » : date à la place d.un montant/);

test('45 058 is an amount where its cell shows a number', () => {
  expect(read([])).toEqual({ found: [AS_TEXT], unchecked: 1, consumed: 45_058_00 + 2000_00 });
});

test('it is none where its cell shows a date, of an AE or of a CP', () => {
  const isDate = (cell: string) => expect.stringMatching(new RegExp(`^${cell} .*« 12/05/2023 » : date à la place`));
  expect(read(['D2', 'F4'])).toEqual({ found: [isDate('D2'), isDate('F4'), AS_TEXT], unchecked: 3, consumed: 2000_00 });
});

test('a date in its own column stays one', () => {
  expect(read(['C2', 'C3', 'E4'])).toEqual(read([]));
});

test.each([
  ['on a day of payment: perhaps a payment', [null, null, null, null, 45_100, 10_000], 'warning', '10000.00'],
  ['without a day: a total', [null, null, null, null, null, 10_000], 'info', '10000.00'],
  ['« Fin juin », on its day: a total', [null, 'Fin juin', null, null, 45_100, 10_000], 'info', '10000.00'],
  ['with its EJ: a payment', ['PDE', '1400000001', null, null, 45_100, 10_000], undefined, '20000.00'],
] as const)('an amount that is the sum of others, %s', (_, last, severity, paid) => {
  const rows: readonly (readonly CellValue[])[] = [
    HEADINGS,
    ['PDE', '1400000001', 45_000, 50_000, null, null],
    ['PDE', '1400000001', null, null, 45_050, 5000],
    ['PDE', '1400000001', null, null, 45_060, 5000],
    last,
  ];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  expect(report.findings.find(({ rule }) => rule === 'DON-05')?.severity).toBe(severity);
  const { consumed } = report.balances.figures({ envelope: 'PDE', line: null }, 'CP');
  expect(((consumed?.cents ?? NaN) / 100).toFixed(2)).toBe(paid);
});
