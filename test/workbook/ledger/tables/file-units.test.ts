/** A unit in the name of the file: the amounts are uncertain where nothing in the workbook gives their unit. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { namesOtherUnit } from '../../../../src/workbook/ledger/tables/file-units';
import { convention2023 } from '../../../support/conventions';
import { workbookOf, type SheetGiven } from '../../../support/ledgers/workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', 'Date engagement', 'AE', 'Date de paiement', 'CP'];
const IN_EUROS = ['Axe ministériel 2', 'N° EJ', 'Date engagement', 'AE (€)', 'Date de paiement', 'CP (€)'];
const ORDER = ['PDE', '1400000001', 45_000, 20, null, null];
const PAYMENT = ['PDE', '1400000001', null, null, 45_010, 5];
const SILENT: SheetGiven = { name: 'Suivi', rows: [HEADINGS, ORDER, PAYMENT] };

/** The AE of PDE in euros, and the values that DON-01 shows. */
function read(name: string, sheet: SheetGiven): readonly [ae: number, unread: readonly string[]] {
  const opened = openDossier({ ...workbookOf(sheet), name }, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { balances, findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  const unread = findings.flatMap(({ rule, details }) => (rule === 'DON-01' && 'raw' in details ? [details.raw] : []));
  return [(balances.figures({ envelope: 'PDE', line: null }, 'AE').consumed?.cents ?? NaN) / 100, unread];
}

test.each(['Suivi 2023 k€.xlsx', "suivi (en milliers d'euros).xlsx", 'Suivi_k€_PDE_v2.xlsm', 'Suivi k€ ou €.xlsx'])(
  '« %s » over sheets that give no unit: no amount is counted, and DON-01 shows each with the name',
  (name) => {
    expect(read(name, SILENT)).toEqual([0, [`20 (${name})`, `5 (${name})`]]);
  },
);

test('DON-01 asks for the unit of a column whose file alone gives one', () => {
  const workbook = { ...workbookOf(SILENT), name: 'Suivi (k€).xlsx' };
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  const whats = findings.flatMap(({ rule, details }) => (rule === 'DON-01' && 'what' in details ? [details.what] : []));
  expect(whats).toEqual(['unitForAmount', 'unitForAmount']);
});

test.each(['Suivi 2023.xlsx', 'Suivi en euros.xlsx', 'Marché de 500 k€.xlsx', 'suivi_2023_000.xlsx', 'T1 000.xlsx'])(
  '« %s »: euros',
  (name) => {
    expect(read(name, SILENT)).toEqual([20, []]);
  },
);

test.each<[string, SheetGiven, number]>([
  ['the title', { name: 'Suivi', rows: [['Montants en euros'], [], ...SILENT.rows] }, 20],
  ['the title, in thousands', { name: 'Suivi', rows: [['Montants en k€'], [], ...SILENT.rows] }, 20_000],
  ['the name of the sheet', { name: 'Suivi (€)', rows: SILENT.rows }, 20],
  ['the headings', { name: 'Suivi', rows: [IN_EUROS, ORDER, PAYMENT] }, 20],
  ['the format of the cells', { name: 'Suivi', rows: SILENT.rows, formats: { D2: '# ##0 "€"', F3: '# ##0 "€"' } }, 20],
])('where %s gives the unit, the name of the file changes nothing', (_, sheet, ae) => {
  expect(read('Suivi 2023 k€.xlsx', sheet)).toEqual([ae, []]);
});

test.each([
  ['Suivi 2023 k€', true],
  ['Suivi k€ (1)', true],
  ['Suivi 2023 k€ - Copie', true],
  ['suivi-2023-keuros', true],
  ['Suivi k-euros', true],
  ['Suivi $', true],
  ['JP57_dollars', true],
  ['Suivi (milliers d’€)', true],
  ['k', false],
  ['Budget 500 k€', false],
  ['Suivi euros', false],
  ['Suivi PDE v2', false],
  ['000', false],
  ['suivi_2023_000', false],
  ['T1 000', false],
  ['Suivi (x 1000)', false],
  ['Lot par 1000', false],
  ['Situation base 100', false],
  ['Suivi 1 = 1000 €', false],
  ['moqueur', false],
  ['Suivi_Markeur', false],
  ['suivi_2023_keur', true],
  ['Suivi 000 en milliers d’euros', true],
])('the name « %s » gives another unit than euros: %s', (title, isOther) => {
  expect(namesOtherUnit(title)).toBe(isOther);
});
