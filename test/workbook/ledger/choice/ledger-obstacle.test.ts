/** A refused account book: the column that the remedy names is that of what is spent. */
import { nearestObstacle } from '../../../../src/workbook/ledger/choice/ledger-obstacle';
import { workbookOf } from '../../../support/ledgers/workbook-of';

const DAY = 45_000;

test.each([
  ['Crédits | Dépenses | Solde', 'Dépenses'],
  ['Crédit | Débit | Solde', 'Débit'],
  ['Entrées | Sorties | Solde', 'Sorties'],
  ['Recettes | Dépenses | Solde', 'Dépenses'],
  ['Dépenses | Crédits | Solde', 'Dépenses'],
  ['Crédits | Solde', null],
  ['Coût | Solde', 'Coût'],
])('« %s »: the remedy names %s', (amounts, expected) => {
  const headings = ['Date', 'N° EJ', 'Axe ministériel 2', 'Libellé', ...amounts.split(' | ')];
  const of = amounts.split(' | ').map((_, at) => 1000 + at);
  const rows = [1, 2, 3].map((at) => [DAY + at, `140570000${at}`, 'PDE', 'Étude', ...of]);
  expect(nearestObstacle(workbookOf({ name: 'Suivi', rows: [headings, ...rows] }), [])?.unread ?? null).toBe(expected);
});
