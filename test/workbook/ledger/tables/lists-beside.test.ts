/** Lists right or left of a ledger, past an empty column: they are no columns of its rows. */
import type { CellValue } from '../../../../src/workbook/cells';
import { findLedgers } from '../../../../src/workbook/ledger/find-ledger';
import { namesOf } from '../../../../src/workbook/ledger/known-names';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

type Cells = readonly CellValue[];

const NAMES = namesOf(convention2023());
const DAY = 45_000;
const HEADINGS: Cells = ['N° EJ', 'Axe ministériel 2', 'Objet', 'Date EJ', 'Montant AE'];
const operation = (rank: number): Cells => [`140513545${rank}`, 'PDE', `Lot ${rank}`, DAY + rank, 100 * rank];
const OPERATIONS = [1, 2, 3, 4, 5, 6, 7, 8].map(operation);

/** The headings of the columns that are read, and of those that are looked at, beside the ones of the operations. */
function columnsBeside(beside: readonly Cells[], side: 'left' | 'right' = 'right', operations = OPERATIONS): string {
  const width = Math.max(...beside.map((cells) => cells.length));
  const rows = Array.from({ length: Math.max(beside.length, operations.length + 1) }, (_, index): Cells => {
    const own = (index === 0 ? HEADINGS : operations[index - 1]) ?? HEADINGS.map(() => null);
    const list = Array.from({ length: width }, (__, at) => beside[index]?.[at] ?? null);
    return side === 'right' ? [...own, null, ...list] : [...list, null, ...own];
  });
  const [found] = findLedgers(workbookOf({ name: 'Suivi', rows }), [], NAMES);
  const headings = (found?.blocks ?? []).flatMap(({ block, unused }) => [
    ...[...block.columns.values()].map(({ heading }) => heading),
    ...unused.map(({ heading }) => heading),
  ]);
  return headings.filter((heading) => !HEADINGS.includes(heading)).join(', ');
}

test.each<[string, readonly Cells[]]>([
  ['states', [['Statuts'], ['Projet'], ['Annulé'], ['Notifié']]],
  [
    'envelopes and states',
    [
      ['Enveloppes', 'Statuts'],
      ['PDE', 'Projet'],
      ['SF', 'Annulé'],
      [null, 'Notifié'],
    ],
  ],
  [
    'a legend of colours',
    [
      ['Légende', null],
      ['Gris', 'Annulé'],
      ['Vert', 'Payé'],
    ],
  ],
  ['kinds of operations', [['Types'], ['Engagement'], ['Retrait'], ['Avoir'], ['Paiement']]],
])('%s', (_, beside) => {
  expect(columnsBeside(beside, 'right')).toBe('');
  expect(columnsBeside(beside, 'left')).toBe('');
});

test('a list that goes past the last operation', () => {
  const states = [['Statuts'], ['Projet'], ['Notifié'], ['Annulé'], ['Payé']];
  expect(columnsBeside(states, 'right', OPERATIONS.slice(0, 3))).toBe('');
});

test.each<[string, readonly Cells[]]>([
  ['a state on most rows', [['Statut'], ...[1, 2, 3, 4, 5, 6].map((rank) => [`État ${rank}`])]],
  ['the same state twice', [['Statut'], ['Engagé'], ['Engagé'], ['Projet']]],
  ['a state on one row', [['Statut'], ['Annulé']]],
  ['a state with blanks above it', [['Statut'], [null], ['Annulé'], ['Projet']]],
  ['remarks', [['Observations'], ['imputé sur SF'], ['en double']]],
  ['amounts', [['Facturé'], [100], [200]]],
])('%s is a column of the rows', (_, beside) => {
  expect(columnsBeside(beside)).not.toBe('');
});

test('the texts of a table beside, with headings of its own below its title, are no remarks of the rows', () => {
  const beside: readonly Cells[] = [
    ['Paiements PDE'],
    ['N° EJ', 'Objet', 'Montant CP'],
    ['1405135451', 'Report du lot 1', 40],
    ['1405135452', 'Lot 2', 50],
  ];
  const rows = [HEADINGS, ...OPERATIONS].map((own, at) => [...own, null, null, ...(beside[at] ?? [])]);
  const [found] = findLedgers(workbookOf({ name: 'Suivi', rows }), [], NAMES);
  const [block] = (found?.blocks ?? []).map((one) => one.block);
  const looked = [...(block?.effectMarks ?? []), ...(block?.tellingColumns ?? [])].map(({ column }) => column);
  expect(looked.filter((column) => column >= HEADINGS.length)).toEqual([]);
});
