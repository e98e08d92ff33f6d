/**
 * A row among the operations that gives a unit: the amounts below it may be in that unit. Where it is not the unit of
 * their columns they are in no figure, and DON-01 shows each with the words of the row.
 */
import { controlledAt } from '../../../src/application/control';
import { openDossier } from '../../../src/application/open-dossier';
import { isoDate } from '../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../src/workbook/cells';
import { LedgerReader, readLedger } from '../../../src/workbook/ledger/read-ledger';
import { convention2023 } from '../../support/conventions';
import { workbookOf } from '../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];

const HEADINGS = ['Axe ministériel 2', 'N° EJ', 'Objet', 'Date engagement', 'AE', 'Date de paiement', 'CP'];
const ABOVE = ['PDE', '1400000001', 'Étude', 45_000, 100, 45_010, 50];
const BELOW = ['PDE', '1400000002', 'Salon', 45_020, 3, 45_030, 2];

function opened(rows: Rows) {
  const dossier = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!dossier.ok) throw new Error(dossier.failure.code);
  return dossier.value;
}

/** The AE and the CP of PDE in euros, and what DON-01 shows. */
function read(rows: Rows): readonly [ae: number, cp: number, shown: readonly string[]] {
  const { balances, findings } = controlledAt(opened(rows), isoDate('2023-12-31')).report;
  const euros = (nature: 'AE' | 'CP'): number =>
    (balances.figures({ envelope: 'PDE', line: null }, nature).consumed?.cents ?? NaN) / 100;
  const shown = findings.flatMap(({ rule, details }) => (rule === 'DON-01' && 'raw' in details ? [details.raw] : []));
  return [euros('AE'), euros('CP'), shown];
}

test.each<[string, readonly CellValue[], string]>([
  ['k€', ['k€'], 'k€'],
  ['en milliers d’euros', ['en milliers d’euros'], 'en milliers d’euros'],
  ['$', ['$'], '$'],
  ['a scale', [null, null, null, null, '(1 = 1000 €)'], '(1 = 1000 €)'],
  ['the factor of BW', [null, null, null, null, '* 1.000 EUR', null, '* 1.000 EUR'], '* 1.000 EUR'],
  ['the title of a part', [null, null, 'Suite (en k€)'], 'Suite (en k€)'],
  ['a sentence', ['Montants en k€ ci-dessous'], 'Montants en k€ ci-dessous'],
  ['a label and a unit', ['Unité :', 'k€'], 'k€'],
  ['a unit under each heading', [null, null, null, null, 'k€', null, 'k€'], 'k€'],
])('below %s, no amount in euros is counted', (_, row, words) => {
  expect(read([HEADINGS, ABOVE, row, BELOW])).toEqual([100, 50, [`3 (${words})`, `2 (${words})`]]);
});

test.each<[string, readonly CellValue[]]>([
  ['EUR', ['EUR']],
  ['en euros', [null, null, 'Suite (en euros)']],
  ['the title of a part', ['Marchés de 2023']],
  ['a sentence on something else', [null, null, 'Note : le budget est de 500 k€']],
  ['an operation without amounts', ['PDE', null, 'Abonnement en $']],
])('below %s, amounts in euros are counted', (_, row) => {
  expect(read([HEADINGS, ABOVE, row, BELOW])).toEqual([103, 52, []]);
});

test('a row that gives the unit of the columns again ends the doubt', () => {
  const again = ['PDE', '1400000003', 'Audit', 45_040, 7, null, null];
  expect(read([HEADINGS, ABOVE, ['k€'], BELOW, ['€'], again])).toEqual([107, 50, ['3 (k€)', '2 (k€)']]);
});

test('in a table in k€, « k€ » again is counted and « € » is not', () => {
  const title = ['Montants en k€'];
  expect(read([title, HEADINGS, ABOVE, ['k€'], BELOW])).toEqual([103_000, 52_000, []]);
  expect(read([title, HEADINGS, ABOVE, ['€'], BELOW])).toEqual([100_000, 50_000, ['3 (€)', '2 (€)']]);
});

test('a unit under one heading is of its column, and a second payment follows its own', () => {
  const headings = [...HEADINGS, 'Date de paiement 2', 'CP 2'];
  const units = [null, null, null, null, '€', null, 'k€', null, '€'];
  expect(read([headings, ABOVE, units, [...BELOW, 45_040, 1]])).toEqual([103, 51, ['2 (k€)']]);
});

test('a row of units that is typed, then removed, changes the reading of the rows below it', () => {
  const reader = new LedgerReader();
  const [plain, marked] = [
    [HEADINGS, ABOVE, [null], BELOW],
    [HEADINGS, ABOVE, ['k€'], BELOW],
  ].map(opened);
  if (!plain || !marked) throw new Error('two readings');
  for (const { workbook, blocks } of [plain, marked, plain])
    expect(reader.read(workbook, blocks)).toEqual(readLedger(workbook, blocks));
});

test('the currency of a row is that of its second payment too', () => {
  const headings = [...HEADINGS, 'Devise', 'Date de paiement 2', 'CP 2'];
  const row = ['PDE', '1400000001', 'Étude', 45_000, 100, 45_010, 50, 'USD', 45_020, 5];
  expect(read([headings, row])).toEqual([0, 0, ['100 USD', '50 USD', '5 USD']]);
});

test('below it, the amounts of a column that no figure uses have no sum in the unit of the column', () => {
  const rows = [[...HEADINGS, 'Montant facturé'], [...ABOVE, 5], ['k€'], [...BELOW, 6]];
  const { findings } = controlledAt(opened(rows), isoDate('2023-12-31')).report;
  const unused = findings.flatMap(({ rule, details }) =>
    rule === 'LEC-03' && 'unreadable' in details ? [[details.other, details.unreadable]] : [],
  );
  expect(unused).toEqual([[500, 1]]);
});
