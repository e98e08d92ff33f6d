/** The AE of an EJ again on the row of its service fait, or of its payment: it counts, and is reported (LEC-05). */
import type { CellValue } from '../../../../../../src/workbook/cells';
import { describeFinding } from '../../../../../../src/messages/describe-finding';
import { convention2023 } from '../../../../../support/conventions';
import { controlled } from '../../../../../support/ledgers/ledger-workbook';
import { workbookOf } from '../../../../../support/ledgers/workbook-of';

const [JANUARY, MARCH, APRIL] = [44_941, 45_000, 45_031];

/** Stage, label, day, AE, CP. */
type Operation = readonly [stage: string, label: string, day: number, ae: CellValue, cp?: CellValue];

function findingsOf(heading: string, rows: readonly Operation[], amount = 'AE') {
  const headings = ['Axe 2', 'N° EJ', 'Objet', heading, 'Date', amount, 'CP'];
  const cells = rows.map(([stage, label, day, ae, cp = null]) => ['PDE', '1405700001', label, stage, day, ae, cp]);
  const workbook = workbookOf({ name: 'Suivi', rows: [headings, ...cells] });
  const { report } = controlled(workbook, '2023-12-31', convention2023());
  return report.findings.filter(({ rule, details }) => rule === 'LEC-05' && 'about' in details);
}

/** The rows that are reported. */
function reported(heading: string, rows: readonly Operation[], amount?: string): readonly number[] {
  return findingsOf(heading, rows, amount).flatMap(({ place }) => (place.kind === 'row' ? [place.row] : []));
}

const ORDER: Operation = ['Engagement', '', JANUARY, 20_000];
const PAYMENT: Operation = ['Paiement', '', APRIL, null, 20_000];

test.each([
  ['Étape', 'Service fait'],
  ['Type', 'SF'],
  ['Phase', 'Liquidation'],
  ['Opération', 'Facture'],
  ['Statut', 'Certification SF'],
])('under « %s », « %s » with the AE again', (heading, stage) => {
  expect(reported(heading, [ORDER, [stage, '', MARCH, 20_000], PAYMENT])).toEqual([2]);
});

test('the finding names the word, and what to do', () => {
  const [finding] = findingsOf('Étape', [ORDER, ['Service fait', '', MARCH, 20_000], PAYMENT]);
  const message = finding && describeFinding(finding, convention2023(), 'fr').message.replace(/[\u00a0\u202f]/g, ' ');
  expect(message).toContain('Colonne « Étape » : « Service fait » suit l’engagement, déjà compté sur une autre ligne');
  expect(message).toContain('1 ligne comptée comme autre engagement');
  expect(message).toContain('Effacez l’AE de cette ligne, qui n’engage rien');
});

test.each<readonly [string, string, readonly Operation[], readonly number[]]>([
  ['a part of the AE, on the service fait', 'Étape', [ORDER, ['Service fait', '', MARCH, 12_000], PAYMENT], [2]],
  ['a part, for an invoice', 'Étape', [ORDER, ['Service fait', 'Fact. 1', MARCH, 12_000]], [2]],
  ['an AE beside the CP of the payment', 'Étape', [ORDER, ['Paiement', '', APRIL, 20_000, 20_000]], [2]],
  [
    'the same lot by its state',
    'Statut',
    [
      ['Engagé', 'UX', JANUARY, 20_000],
      ['Service fait', 'UX', MARCH, 20_000],
    ],
    [2],
  ],
  [
    'the label itself',
    'Commentaire',
    [
      ['', 'Engagement', JANUARY, 20_000],
      ['', 'Service fait', MARCH, 20_000],
    ],
    [2],
  ],
])('%s', (_, heading, rows, expected) => {
  expect(reported(heading, rows)).toEqual(expected);
});

test.each<readonly [string, string, readonly Operation[]]>([
  ['one row of AE', 'Étape', [ORDER, ['Service fait', '', MARCH, null], PAYMENT]],
  ['an amendment', 'Étape', [ORDER, ['Avenant', '', MARCH, 5000], PAYMENT]],
  [
    'lots, each in its own state',
    'Statut',
    [
      ['Payé', 'Lot 1', JANUARY, 20_000],
      ['Engagé', 'Lot 2', MARCH, 20_000],
      ['Service fait', 'Lot 3', APRIL, 20_000],
    ],
  ],
  [
    'a lot that is received before another is ordered',
    'Étape',
    [
      ['Service fait', 'UX', JANUARY, 20_000],
      ['Engagement', 'Data', MARCH, 20_000],
    ],
  ],
  ['a lot of another subject and amount', 'Étape', [ORDER, ['Service fait', 'Maintenance', MARCH, 700]]],
])('%s: nothing is reported', (_, heading, rows) => {
  expect(reported(heading, rows)).toEqual([]);
});

test.each(['Service fait', 'SF n° 1', 'Réception du lot 1', 'Livraison partielle', 'Certification du SF', 'Livré'])(
  '« %s » is a stage, and nothing else',
  (stage) => {
    expect(reported('Étape', [ORDER, [stage, '', MARCH, 20_000]])).toEqual([2]);
  },
);

test.each([
  ...['Livraison express', 'Livraison et installation', 'Certification ISO', 'Réception des invités'],
  ...['Réception et vérification', 'Livraison complémentaire', 'Constatation de dégâts'],
])('« %s » is what is bought, under « Étape » or as the label', (words) => {
  expect(reported('Étape', [ORDER, [words, '', MARCH, 500]])).toEqual([]);
  expect(
    reported('Commentaire', [
      ['', 'Bon de commande n° 1', JANUARY, 20_000],
      ['', words, MARCH, 500],
    ]),
  ).toEqual([]);
});

test.each<readonly [string, number, readonly number[]]>([
  ['Livraison', 500, []],
  ['Livraison', 20_000, [2]],
  ['Service fait', 500, [2]],
])('the label « %s » for %d: of another amount, a delivery may be bought', (label, ae, expected) => {
  expect(
    reported('Commentaire', [
      ['', 'Engagement', JANUARY, 20_000],
      ['', label, MARCH, ae],
    ]),
  ).toEqual(expected);
});

test('« Montant de la ligne » is of its row', () => {
  expect(reported('Étape', [ORDER, ['Service fait', '', MARCH, 20_000]], 'Montant de la ligne')).toEqual([]);
});
