/** A sheet of payments that has its headings alone: CP of 0,00, unless the ledger states that something was paid. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

/** The cents of CP that are paid, and whether an error is reported. */
function read(
  remark: string,
  label = 'Hébergement',
  supplier: string | null = null,
): readonly (number | boolean | null)[] {
  const workbook = workbookOf(
    {
      name: 'Engagements',
      rows: [
        ['N° EJ', 'Objet', 'Enveloppe', 'Date EJ', 'Montant AE', 'Observations', 'Fournisseur'],
        ['1405135458', label, 'PDE', 45_019, 50_000, remark, supplier],
        ['1405135459', 'Licences', 'SF', 45_020, 9000, null, null],
      ],
    },
    { name: 'Paiements', rows: [['N° EJ', 'Date de paiement', 'Montant CP']] },
  );
  const opened = openDossier(workbook, { convention: convention2023() });
  if (!opened.ok) return [null, true];
  const { report } = controlledAt(opened.value, isoDate('2023-12-31'));
  const paid = report.balances.figures({ envelope: '*', line: null }, 'CP').consumed?.cents ?? null;
  return [paid, report.findings.some(({ severity }) => severity === 'error')];
}

test.each([
  'payé 10 000 €',
  'réglé le 12/03',
  'Facture payée',
  'Payé',
  'DP mandatée le 03/05',
  'payée en totalité',
  'soldé le 12/03',
  'virement de 10 000 € effectué le 12/03',
  'Virement effectué',
  'Versé le 12/03/2023',
  'versée en mars',
  '10 000 € versés',
  'acompte versé',
  'liquidé en totalité',
  'liquidée le 12/03',
  'viré 10 k€ le 5 mars',
  'Paiement n° 1 fait',
  'Versement du 12/03/2023',
  'mis en paiement le 12/03',
  'DP n° 100123456',
  'a été mandaté',
  'déjà remboursé à hauteur de 30 %',
  'paid on 12/03',
  'payé le 12/01, solde à venir',
  'payé 10 000 € le 12/01, reste à payer en attente',
  'payé le 12/01 après service fait',
  'acompte payé le 12/01, solde en attente',
  'payé le 12/01 ; 2e acompte sera versé en juin',
  'payé le 12/01, comme prévu au marché',
  'réglé le 12/01 (facture attendue)',
  'payé en totalité, PV attendu',
  'pas de facture en attente, payé le 12/01',
  'acompte payé le 12/01 ; solde non payé',
  'virement bancaire effectué le 12/01',
  "paiement de l'acompte effectué",
  'Facture n°12 payée',
  'Facture 12 réglée',
  'ok, payé',
  'Payé OK',
  'facturé et payé',
  'payé par le CSP',
  'Mandat émis le 14/03',
  'réglé par virement',
  'DP validée et mise en paiement',
  '1er versement : 10 000 € le 12/03/2023',
  'la première tranche a été livrée et payée',
  'payé (12/01)',
  'payé: 12/01/2023',
  'virement 12/01',
  'acquitté le 12/01',
  'ordonnancé le 12/01',
  '10 k€ payés',
  '50 % payés',
  'DP: 100123456',
  'demande de paiement n° 100123456',
])('« %s »: the CP are not known, and an error', (remark) => {
  expect(read(remark)).toEqual([null, true]);
});

test.each([
  'à payer en 2024',
  'pas encore payé',
  'non réglée',
  'marché en cours',
  'sera payé le 12/03',
  'congés payés',
  'solde le plus ancien',
  'Prestation payée au forfait',
  'Règle 30 cm',
  'livré vers le 12/03',
  'paiement prévu le 12/03',
  'virement à effectuer',
  'paiement après service fait',
  'versement attendu en mars',
  'non versé à ce jour',
  'ne sera pas liquidé en 2023',
  'Hydrogène liquide 10 000 m3',
  'solde de 10 000 € à verser',
  'paiement non effectué',
  'règlement du 03/02/2016',
  'paiement validé par le CBCM',
  'le paiement est effectué à 30 jours',
  'le prestataire est payé à 30 jours',
  'règlement par virement effectué à 30 jours',
  'Paiement du 1/3 à la commande',
  '10 000 € payés à la livraison',
  'versement unique effectué à la remise du rapport',
  'les sommes sont versées en totalité à la signature',
  'maintenance payée en janvier de chaque année',
  'virement du 12/03 à prévoir',
  'crédits versés en janvier par le délégant',
  'virement reçu le 02/01',
  'DP 100123456 rejetée',
  'DP 100123456 en cours de validation',
  'aucune DP 100123456',
  'virement émis rejeté',
  'to be paid on 15/02',
  'Congés payés en juillet',
  'Hydrogène liquide',
  'mandat à émettre',
  'délai de mise en paiement',
  'versement : 10 000 € à la livraison',
  'solde impayé',
  'to be paid in 2024',
])('« %s »: nothing is paid yet', (remark) => {
  expect(read(remark)).toEqual([0, false]);
});

test.each([
  'Étude des aides versées en 2022',
  'Évaluation des subventions versées en totalité',
  'Contrôle des paiements effectués',
  'Suivi des virements émis',
  'Détection de faillites : liquidations passées',
  'Règlement fait par décret',
])('the object « %s » states no payment', (label) => {
  expect(read('', label)).toEqual([0, false]);
});

test('the object « Hébergement, payé le 12/01 » states one', () => {
  expect(read('', 'Hébergement, payé le 12/01')).toEqual([null, true]);
});

test.each(['Société Liquide 10 000 €', 'SAS Paid 2023'])('the supplier « %s » states no payment', (supplier) => {
  expect(read('', 'Hébergement', supplier)).toEqual([0, false]);
});
