/** Words apart from the ledger that are about all its rows: a unit on a sheet of notes, a legend of colours. */
import { controlledAt } from '../../../../../src/application/control';
import { openDossier } from '../../../../../src/application/open-dossier';
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import { cellAddress, type CellValue } from '../../../../../src/workbook/cells';
import { convention2023 } from '../../../../support/conventions';
import { ledgerWorkbook } from '../../../../support/ledgers/ledger-workbook';
import { typed } from '../../../../support/ledgers/typing';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

type Rows = readonly (readonly CellValue[])[];
const HEADINGS = ['N° EJ', 'Date EJ', 'Axe ministériel 2', 'Montant AE'];
const ORDERS: Rows = [
  ['1400000001', 45_000, 'PDE', 1000],
  ['1400000002', 45_010, 'SF', 2000],
];

/** The texts of LEC-05 under « Texte », with what they are about. */
function doubts(ledger: Rows, notes: Rows = []) {
  const sheets = [
    { name: 'Suivi', rows: ledger.map((row) => [...row]) },
    ...(notes.length > 0 ? [{ name: 'Lisez-moi', rows: notes.map((row) => [...row]) }] : []),
  ];
  const opened = openDossier(workbookOf(...sheets), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  return findings.flatMap(({ rule, details }) =>
    rule === 'LEC-05' && details.heading === '' ? [`${details.raw}: ${details.about}`] : [],
  );
}

describe('a unit on a sheet of notes', () => {
  test.each([
    'Tous les montants sont en k€',
    'Les montants du suivi sont exprimés en milliers d’euros',
    'Montants en k€',
    'Tableau en M€',
    'Montants en dollars',
    'Unité : k€',
    'En milliers d’euros',
    '(en k€)',
    'AE et CP en k€',
    'en keuros',
  ])('%s', (text) => {
    expect(doubts([HEADINGS, ...ORDERS], [['Exercice', 2023], [text]])).toEqual([`${text}: amount`]);
  });

  test('a setting of two cells, beside numbers too', () => {
    const settings = [
      ['Paramètre', 'Valeur'],
      ['Unité des montants', 'k€'],
    ];
    expect(doubts([HEADINGS, ...ORDERS], settings)).toEqual(['Unité des montants k€: amount']);
    expect(doubts([HEADINGS, ...ORDERS], [...settings, ['Seuil', 40_000]])).toEqual(['Unité des montants k€: amount']);
  });

  test.each<[string, Rows, Rows]>([
    ['what is not so', [HEADINGS, ...ORDERS], [['Les montants ne sont pas en k€']]],
    ['another table', [HEADINGS, ...ORDERS], [['Le tableau de synthèse est en k€ mais le suivi en €']]],
    ['the convention', [HEADINGS, ...ORDERS], [['Les montants des annexes de la convention sont exprimés en k€']]],
    ['a rule of entry', [HEADINGS, ...ORDERS], [['Ne jamais saisir de montants en k€']]],
    ['the amounts of thresholds', [HEADINGS, ...ORDERS], [['Montants des seuils en k€']]],
    ['euros', [HEADINGS, ...ORDERS], [['Tous les montants sont en euros']]],
    ['the cost of a project', [HEADINGS, ...ORDERS], [['Coût complet du projet : 3 M€']]],
    ['a sheet with numbers of its own', [HEADINGS, ...ORDERS], [['Montants en k€'], ['Budget', 600]]],
    ['a heading with its unit', [[...HEADINGS.slice(0, 3), 'Montant AE (€)'], ...ORDERS], [['Montants en k€']]],
  ])('%s: nothing', (_, ledger, notes) => {
    expect(doubts(ledger, notes)).toEqual([]);
  });
});

describe('a legend of colours', () => {
  test.each([
    'rouge : annulé',
    'En jaune : lignes hors convention',
    'Lignes grisées = abandonnées',
    'Vert : à engager',
  ])('%s, under the ledger or on a sheet of notes', (text) => {
    expect(doubts([HEADINGS, ...ORDERS, [], ['Légende'], [text]])).toEqual([`${text}: row`]);
    expect(doubts([HEADINGS, ...ORDERS], [[text]])).toEqual([`${text}: row`]);
  });

  test.each<[string, Rows]>([
    ['colours of persons', [HEADINGS, ...ORDERS, [], ['Bleu : saisi par Mme Durand']]],
    [
      'a status for each row',
      [[...HEADINGS, 'État'], ...ORDERS.map((row) => [...row, 'Notifié']), [], ['Rouge : annulé']],
    ],
    [
      'an order of furniture',
      [[...HEADINGS, 'Objet'], ...ORDERS.map((row) => [...row, 'Fauteuil rouge, modèle abandonné'])],
    ],
  ])('%s: nothing', (_, ledger) => {
    expect(doubts(ledger)).toEqual([]);
  });
});

test('both, on two rows', () => {
  const notes = [['Montants en k€'], ['Rouge : annulé']];
  expect(doubts([HEADINGS, ...ORDERS], notes)).toEqual(['Montants en k€: amount', 'Rouge : annulé: row']);
});

test.each([
  ['ENV_Jalons', 1, 'Montants en k€'],
  ['ENV_Jalons', 1, 'Montants hors taxes'],
  ['ENV_Indicateurs', 3, 'k€'],
])('a cell of our register %s is about the convention: column %i, « %s »', (name, column, typedText) => {
  const workbook = ledgerWorkbook(convention2023(), [HEADINGS, ...ORDERS]);
  const table = workbook.tables.find((one) => one.name === name);
  if (!table) throw new Error(name);
  const { sheet, area } = table;
  const address = cellAddress(area.top + 1, area.left + column);
  const opened = openDossier(typed(workbook, sheet, { [address]: typedText }));
  if (!opened.ok) throw new Error(opened.failure.code);
  const { findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
  expect(findings.filter(({ rule }) => ['LEC-05', 'DON-01'].includes(rule))).toEqual([]);
});
