/** Words by which a payment is not made, beside its day: the row counts as paid, and is reported (LEC-05). */
import { isoDate } from '../../../../../src/domain/calendar/civil-date';
import { controlledAt } from '../../../../../src/application/control';
import { openDossier } from '../../../../../src/application/open-dossier';
import { describeFinding } from '../../../../../src/messages/describe-finding';
import type { CellValue } from '../../../../../src/workbook/cells';
import { deniesPayment, doubtOnPayment } from '../../../../../src/workbook/ledger/rows/marks/payment-doubts';
import { convention2023 } from '../../../../support/conventions';
import { workbookOf } from '../../../../support/ledgers/workbook-of';

test.each([
  ...['DP suspendue', 'DP rejetée', 'DP bloquée', 'DP en attente', 'DP à refaire', 'DP non validée'],
  ...['Paiement suspendu', 'Paiement en cours', 'Paiement prévu', 'Virement revenu (RIB faux)', 'Virement rejeté'],
  ...['Rejet DP', 'Rejet comptable', 'Rejet bancaire', 'rejet du comptable le 12/06', 'Suspension du paiement'],
  ...['Facture contestée', 'Facture non payée', 'Facture en litige', 'En litige', 'Impayé', 'À payer'],
  ...['Pas encore payé', 'Non payé', "N'a pas été payé", 'Ne sera pas payé', 'En attente de paiement'],
  ...['Toujours impayé', 'DP en cours', 'En cours de paiement', 'Reste à mandater', 'Clôturé sans paiement'],
  ...['Service fait non constaté', 'SF à constater', 'Charge à payer 2023', 'CAP'],
  ...['Not paid yet', 'Unpaid', 'Still unpaid', 'Invoice not paid', 'Awaiting payment', 'Payment on hold'],
  ...['Payment rejected by the accountant', 'Rejected by the accountant', 'Payment pending'],
])('« %s »: the payment is not made', (remark) => {
  expect(doubtOnPayment(remark)).toEqual({ year: null });
});

test.each([
  ...[
    'Payé',
    'payé le 12/03/2023 puis 2024',
    'DP validée',
    'DP n° 5000012345',
    'Paiement effectué',
    'Paiement mensuel',
  ],
  ...['Facture validée', 'Facture en attente', 'En attente de facture', 'Paiement à 30 jours', 'Paiement partiel'],
  ...['DP rejetée puis payée', 'DP rejetée, nouvelle DP le 3 mars', 'Litige réglé', 'Suspension du délai de paiement'],
  ...['A payer avant fin mars', 'Reste à payer 500 €', 'Solde payé en 2024', 'Plateforme de paiement en ligne'],
  ...['CAP Gemini', 'Service fait constaté', 'Rejets d’eau', 'Payé par carte achat', 'Renouvellement 2024'],
  ...['Paid', 'Payment rejected then paid', 'Not paid by us', 'Payment terms 30 days', 'Payment in 3 instalments'],
])('« %s » denies no payment', (remark) => {
  expect(doubtOnPayment(remark)).toBeNull();
});

test.each([
  ['À payer en 2024', 2024],
  ['Paiement effectif janvier 2024', 2024],
  ['Payé sur 2024', 2024],
  ['Payé en janvier 2024', 2024],
  ['Paiement janvier 2024', 2024],
  ['Paiement sur CP 2024', 2024],
  ['Payé le 12/03/2023', 2023],
  ['Paid in January 2024', 2024],
  ['To be paid in 2024', 2024],
])('« %s »: the payment is of %i', (remark, year) => {
  expect(doubtOnPayment(remark)).toEqual({ year });
});

test.each([
  ['Non', true],
  ['KO', true],
  ['En instance', true],
  ['Suspendue', true],
  ['DP en attente', true],
  ['Pas encore', true],
  ['Non concerné', false],
  ['Payée', false],
  ['Mise en paiement', false],
  ['Rejetée puis payée', false],
])('« %s » under « Statut DP » denies the payment: %s', (state, denies) => {
  expect(deniesPayment(state)).toBe(denies);
});

const HEADINGS = ['Axe ministériel 2', 'N° EJ', "Date d'engagement", 'Montant AE', 'Date de paiement', 'Montant CP'];
const PAID_ON = 45_050; // 4 May 2023
const ROWS: readonly (readonly CellValue[])[] = [
  ['PDE', '1400000001', 45_000, 1000, PAID_ON, 500],
  ['PDE', '1400000002', 45_001, 2000, PAID_ON + 1, 600],
  ['PDE', '1400000003', 45_002, 4000, PAID_ON + 2, 700],
];

/** The findings of the ledger with a further column, at a day. */
function judgedWith(heading: string, cells: readonly CellValue[], asOf = '2023-12-31') {
  const rows = [[...HEADINGS, heading], ...ROWS.map((row, at) => [...row, cells[at] ?? null])];
  const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { report } = controlledAt(opened.value, isoDate(asOf));
  return report.findings;
}

/** Its LEC-05. */
function found(...given: Parameters<typeof judgedWith>): readonly string[] {
  return judgedWith(...given)
    .filter(({ rule }) => rule === 'LEC-05')
    .map((finding) => describeFinding(finding, convention2023(), 'fr').message.replace(/\s+/g, ' '));
}

test.each<readonly [string, readonly string[]]>([
  ['Payé', ['Oui', 'Non', 'Oui']],
  ['Payé ?', ['OK', 'KO', 'OK']],
  ['Payé (O/N)', ['O', 'N', 'O']],
  ['Facture payée', ['Oui', 'Non', 'Oui']],
  ['OK paiement', ['OK', 'KO', 'OK']],
  ['Bon à payer', ['Oui', 'Non', 'Oui']],
  ['OK pour paiement', ['✓', '✗', '✓']],
  ['Réalisé', ['Oui', 'Non', 'Oui']],
  ['Réalisé (oui/non)', ['Oui', 'Non', 'Oui']],
  ['Fait ?', ['Oui', 'Non', 'Oui']],
  ['Service fait', ['Oui', 'Non', 'Oui']],
  ['SF', ['OK', 'KO', 'OK']],
  ['Statut DP', ['Payée', 'En instance', 'Payée']],
  ['État du paiement', ['Payé', 'Suspendu', 'Payé']],
  ['Type de pièce', ['DP', 'DP rejetée', 'DP']],
  ['Observations', ['RAS', 'Payé sur 2024', 'Relance']],
])('under « %s », %j: the second row is reported', (heading, cells) => {
  expect(found(heading, cells)).toEqual([
    expect.stringMatching(
      new RegExp(
        `Colonne « ${heading.replace(/[?()]/g, '\\$&')} » : « .+ » contredit la date de paiement, 1 ligne comptée comme payée`,
      ),
    ),
  ]);
});

test.each<readonly [string, readonly CellValue[]]>([
  ['Payé', ['Oui', 'Oui', 'Oui']],
  ['Payé', ['X', 'X', 'X']],
  ['Réalisé ?', ['Oui', 'Oui', 'Oui']],
  ['Service fait', ['Oui', 'X', 'OK']],
  ['Statut DP', ['Payée', 'Mise en paiement', 'Payée le 12/03']],
  ['Observations', ['RAS', 'Payé le 4 mai 2023', 'Facture reçue']],
  ['Mode de paiement', ['Virement', 'Carte achat', 'Virement']],
])('under « %s », %j: nothing', (heading, cells) => {
  expect(found(heading, cells)).toEqual([]);
});

test('a payment whose day is still to come is denied by nothing', () => {
  expect(found('Payé', ['Non', 'Non', 'Non'], '2023-04-30')).toEqual([]);
  expect(found('Payé', ['Non', 'Non', 'Oui'], '2023-05-04')).toHaveLength(1);
});

test('« OK » under « SF » is no date of a service fait, and a date badly typed is one', () => {
  const codesUnder = (cells: readonly CellValue[]) => judgedWith('SF', cells).map(({ rule }) => rule);
  expect(codesUnder(['OK', 'OK', 'KO'])).not.toContain('DON-01');
  expect(codesUnder(['OK', '31/02/2023', 'OK'])).toContain('DON-01');
});

describe('words under « N° DP »', () => {
  const ofPiece = (piece: CellValue): readonly string[] => {
    const rows = [
      ['Axe ministériel 2', 'N° EJ', 'Date EJ', 'Montant AE', 'N° DP', 'Payé le', 'Montant CP'],
      ['PDE', '1400000001', 45_000, 1000, '0100000001', 45_010, 100],
      ['PDE', '1400000001', null, null, piece, 45_020, 200],
    ];
    const opened = openDossier(workbookOf({ name: 'Suivi', rows }), { convention: convention2023() });
    if (!opened.ok) throw new Error(opened.failure.code);
    const { findings } = controlledAt(opened.value, isoDate('2023-12-31')).report;
    return findings.flatMap((finding) => (finding.rule === 'LEC-05' ? [finding.details.raw] : []));
  };

  test.each([
    'annulée',
    'Rejetée',
    'DP rejetée le 12/06/2023',
    'rejet comptable',
    'DP suspendue',
    'Refusée (RIB faux)',
  ])('« %s » contradicts the day of payment', (piece) => expect(ofPiece(piece)).toEqual([piece]));

  test.each(['0100000002', 'DP n° 0100000002', 'carte achat', 'néant', 'à venir', 'en cours', 'Annecy', null])(
    '« %s » does not',
    (piece) => expect(ofPiece(piece)).toEqual([]),
  );
});
