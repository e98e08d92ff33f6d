/**
 * Columns by which a row, or a part of it, may not count, where their values decide: a party to the convention or
 * another administration over « Oui » and « Non » or over shares, « Coefficient » over shares, « Réel/Prévu ». The same
 * headings over hours, prices, amounts or names leave no doubt.
 */
import { marksIn, marksUnder } from '../../../support/ledgers/marks-under';

type Values = readonly (string | number | null)[];

test.each<readonly [string, Values, readonly string[]]>([
  ['Réel/Prévu', ['Réel', 'Prévu', 'Réel'], ['2: Prévu']],
  ['Réalisé / Prévisionnel', ['Réalisé', 'Prévisionnel', null], ['2: Prévisionnel']],
  ['Réel ou estimé', ['Réel', 'Estimé', 'Réel'], ['2: Estimé']],
  ['R/P', ['R', 'P', 'R'], ['2: P']],
  ['Réel ?', ['O', 'N', 'O'], ['2: N']],
  ['Certain', ['Oui', 'Non', 'Oui'], ['2: Non']],
  ['Dépense certaine', ['Oui', 'Non', 'Oui'], ['2: Non']],
  ['DGEFP (O/N)', ['O', 'N', 'O'], ['2: N']],
  ['Sur crédits DGEFP', ['oui', 'non', 'oui'], ['2: non']],
  ['DGE (O/N)', ['O', 'N', 'O'], ['2: N']],
  ['DITP (O/N)', ['N', 'O', 'N'], ['2: O']],
  ['Financé par la DITP', [null, 'X', null], ['2: X']],
  ['Hors conv.', [null, 'x', null], ['2: x']],
  ['% DGEFP', [1, 0.5, 0], ['2: 50 %', '3: 0 %']],
  ['% DGE', [1, 0.5, 0], ['2: 50 %']],
  ['% DITP', [0, '30 %', 1], ['2: 30 %', '3: 100 %']],
  ['Part DGEFP', [null, '50 %', '100 %'], ['2: 50 %']],
  ['Taux DGEFP', [100, 50, 100], ['2: 50 %']],
  ['% PDE', ['100 %', '60 %', '100 %'], ['2: 60 %']],
  ['% convention', ['100 %', '80 %', '100 %'], ['2: 80 %']],
  ['Pris en compte', [1, 0.5, 1], ['2: 50 %']],
  ['À compter', ['100 %', '50 %', '100 %'], ['2: 50 %']],
  ['Hors convention', [null, '50 %', null], ['2: 50 %']],
  ['Coefficient', [1, 0.5, 1], ['2: 50 %']],
  ['Quotité', [1, 0.5, 1], ['2: 50 %']],
  ['Quotité (%)', [100, 80, 100], ['2: 80 %']],
  ['Clé de répartition', ['100 %', '60 %', '100 %'], ['2: 60 %']],
  ['Part', [1, 0.3333, 1], ['2: 33,33 %']],
])('« %s » over %j: %j', (heading, values, marks) => {
  expect(marksUnder(heading, values)).toEqual(marks);
});

test.each<readonly [string, Values, string]>([
  ['Certain', ['Martin', 'Paul', 'Anne'], 'names'],
  ['Certains lots', ['oui', 'non', null], 'other words'],
  ['Coefficient', [1, 1.2, 1.15], 'revisions of a price'],
  ['Coefficient', [1, 0.987, 1], 'revisions of a price'],
  ['Coefficient de révision', [1, 0.95, 1], 'revisions of a price'],
  ['Quotité', [35, 28, 35], 'hours'],
  ['Quotité', [7.5, 35, 15], 'hours'],
  ['Part', ['lot 1', 'lot 2', 'lot 3'], 'parts of a contract'],
  ['Part', [500, 300, 200], 'amounts'],
  ['Parts', [2, 1, 3], 'a number of parts'],
  ['Part variable', [0.5, 1, 0.2], 'a part of the price'],
  ['Taux', [0.2, 0.055, 0.2], 'a tax'],
  ['% avancement', [1, 0.5, 0.8], 'progress'],
  ['DGEFP', ['Martin', 'Paul', 'Anne'], 'names'],
  ['DGEFP', [500, 0, 300], 'amounts'],
  ['% DGEFP', [0, 0, 0], 'no share at all'],
  ['Info DGEFP', ['oui', 'non', 'oui'], 'who is informed'],
  ['Transmis à la DGEFP', ['oui', 'non', 'oui'], 'who is informed'],
  ['Référent DITP', ['oui', 'non', 'oui'], 'who is informed'],
  ['Réel', [500, 600, 700], 'amounts'],
  ['Réalisé', ['Oui', 'Non', 'Oui'], 'what is delivered'],
  ['Type de prix', ['Réel', 'Forfait', 'Réel'], 'prices'],
  ['R/P', [1, 2, 3], 'numbers'],
  ['À compter', ['oui', 'oui', 'oui'], 'all count'],
])('« %s » over %j leaves no doubt: %s', (heading, values) => {
  expect(marksUnder(heading, values)).toEqual([]);
});

/** Three rows of which the last is not paid. */
test.each<readonly [string, Values, readonly string[]]>([
  ['À payer', ['X', null, null], ['1: X']],
  ['À payer (O/N)', ['N', 'O', 'O'], ['2: O']],
  ['En attente de paiement', [null, 'x', 'x'], ['2: x']],
  ['À payer', [null, null, 'X'], []], // what is still to pay
  ['À payer', ['X', 'X', null], []], // an order to pay, which the paid rows have
  ['Solde à payer', ['X', null, null], []],
  ['À payer', [0, 50, 100], []],
  ['À payer avant le', ['X', null, null], []],
])('« %s » over %j beside payments: %j', (heading, values, marks) => {
  const headings = ['Axe ministériel 2', 'N° EJ', 'Objet', 'Date d’engagement', 'Montant AE', 'Montant CP', 'Payé le'];
  const rows = values.map((value, at) => {
    const paid = at < 2 ? [100, 45_090 + at] : [null, null];
    return ['PDE', String(1_400_000_001 + at), `Étude ${at}`, 45_000 + at, 100, ...paid, value];
  });
  const found = marksIn({ name: 'Suivi', rows: [[...headings, heading], ...rows] });
  expect(found.map(({ row, raw }) => `${row - 1}: ${raw}`)).toEqual(marks);
});
