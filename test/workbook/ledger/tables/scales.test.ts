/** A scale in a heading or above a table: thousands and millions are read; under any other, no amount is, and DON-01 shows the scale. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import type { CellValue } from '../../../../src/workbook/cells';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const HEADINGS = ['Axe ministériel 2', 'N° EJ', 'Date engagement', 'AE'];
const ORDER = ['PDE', '1400000001', 45_000, 20];

/** The AE of PDE in euros under this title, and the value that DON-01 shows. */
function under(...title: readonly CellValue[]): readonly [ae: number, unread: readonly string[]] {
  const [ae, unread] = read([title, [], HEADINGS, ORDER]);
  return [ae ?? NaN, unread];
}

/** The AE of PDE in euros where this is the heading of its column, null when not calculable. */
function headed(heading: string): number | null {
  return read([[...HEADINGS.slice(0, -1), heading, 'CP'], ORDER])[0];
}

function read(rows: readonly (readonly CellValue[])[]): readonly [ae: number | null, unread: readonly string[]] {
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { balances, findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  const unread = findings.flatMap(({ rule, details }) => (rule === 'DON-01' && 'raw' in details ? [details.raw] : []));
  const { consumed } = balances.figures({ envelope: 'PDE', line: null }, 'AE');
  return [consumed === null ? null : consumed.cents / 100, unread];
}

test.each<[string, readonly CellValue[]]>([
  ['Facteur 100', ['Facteur', 100]],
  ['Échelle 1/10', ['Échelle', '1/10']],
  ['Multiplicateur 10 000', ['Multiplicateur', '10 000']],
  ['Coefficient 0.5', ['Coefficient', 0.5]],
  ['Facteur d’échelle cent', ['Facteur d’échelle', 'cent']],
  ['Facteur : 100 000', ['Facteur : 100 000']],
  ['Montants divisés par 100', ['Montants divisés par 100']],
  ['Montants à multiplier par 10', ['Montants à multiplier par 10']],
  ['Montants x 100', ['Montants x 100']],
  ['1 unité = 100 €', ['1 unité = 100 €']],
  ['Suivi (÷100)', ['Suivi (÷100)']],
  ['Suivi (1000 = 1 €)', ['Suivi (1000 = 1 €)']],
  ['Suivi (base 100)', ['Suivi (base 100)']],
])('« %s »: no amount is counted, and each shows the scale', (scale, title) => {
  expect(under(...title)).toEqual([0, [`20 (${scale})`]]);
});

test.each<[string, readonly CellValue[], number]>([
  ['Facteur | 1000', ['Facteur', 1000], 20_000],
  ['Multiplicateur | 1 000 000', ['Multiplicateur', '1 000 000'], 20_000_000],
  ['Suivi 2023 (1 = 1000 €)', ['Suivi 2023 (1 = 1000 €)'], 20_000],
  ['Suivi des dépenses (x 1 000)', ['Suivi des dépenses (x 1 000)'], 20_000],
  ['Suivi, facteur 1000', ['Suivi, facteur 1000'], 20_000],
  ['(10³ €)', ['(10³ €)'], 20_000],
  ['Unité | 1000 €', ['Unité', '1000 €'], 20_000],
  ['Unité de compte | 1 000 euros', ['Unité de compte', '1 000 euros'], 20_000],
  ['Facteur | 1', ['Facteur', 1], 20],
  ['Échelle : 1', ['Échelle : 1'], 20],
])('« %s » is read', (_, title, ae) => {
  expect(under(...title)).toEqual([ae, []]);
});

test.each<readonly CellValue[][]>([
  [['Coefficient de TVA', 1.2]],
  [['Échelle des salaires 2023']],
  [['Facteur de charge du lot 3']],
  [['Unité', 3]],
  [['Exercice 2023']],
  [['Suivi au 31/12/2023']],
  [['Plafond : 500 000 €']],
  [['Lot 1 : 1000 €']],
  [['Suivi (1/10)']],
  [['Suivi (base 2023)']],
  [['Base 12 mois']],
])('%j is no scale of the amounts', (title) => {
  expect(under(...title)).toEqual([20, []]);
});

test('a scale below a table is that of the table too', () => {
  const rows = [HEADINGS, ORDER, [], ['Facteur', 1000]];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  expect(opened.ok && opened.value.blocks[0]?.columns.get('ae')?.unit).toBe('k€');
});

test.each([
  'Montant AE (1 = 1000 €)',
  'Montant AE (1€=1k€)',
  'AE (1 unité = 1 000 €)',
  'AE : 1 = 1 k€',
  'AE (1 pour 1 000)',
  'AE (unité : 1000 euros)',
  'AE (x 1 000)',
  'AE x1000',
  'AE ×1 000',
  'AE (* 1000)',
  'AE (÷1000)',
  'AE (en /1000)',
  'AE / 1 000',
  'AE (par 1000)',
  'AE [facteur 1000]',
  'AE (coeff. 1000)',
  'AE à multiplier par 1 000',
  'AE (divisé par 1000)',
  'AE (10^3 €)',
  'AE en 10³ €',
  'AE (000)',
  'AE (€000)',
  'AE (EUR ’000)',
  'AE (x 1000, TTC)',
])('the heading « %s » is in thousands of euros', (heading) => {
  expect(headed(heading)).toBe(20_000);
});

test.each(['AE (1 = 1 M€)', 'AE (x 1 000 000)', 'AE (10^6 €)'])('« %s » is in millions of euros', (heading) => {
  expect(headed(heading)).toBe(20_000_000);
});

test.each([
  'AE (x 100)',
  'AE ÷ 100',
  'AE (/12)',
  'AE (1 = 100 €)',
  'AE (1000 = 1)',
  'AE (facteur 0,001)',
  'AE (échelle 1/1000)',
  'AE (1000)',
  'AE (base 1000)',
  'AE base 1 000',
  'AE (base 100 en 2020)',
])('« %s » is a scale that is not understood: the column is in no figure', (heading) => {
  expect(headed(heading)).toBeNull();
});

test.each(['AE (1)', 'AE (* 2)', 'AE/2023', 'AE (x1)', 'AE (1 = 1 €)'])('« %s » is in euros', (heading) => {
  expect(headed(heading)).toBe(20);
});
