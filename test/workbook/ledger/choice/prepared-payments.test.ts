/** A sheet of payments that has its headings alone: CP of 0,00, unless the ledger states that something was paid. */
import { controlledAt } from '../../../../src/application/control';
import { openDossier } from '../../../../src/application/open-dossier';
import { isoDate } from '../../../../src/domain/calendar/civil-date';
import { convention2023 } from '../../../support/conventions';
import { workbookOf } from '../../../support/ledgers/workbook-of';

/** The cents of CP that are paid, and whether an error is reported. */
function read(remark: string): readonly (number | boolean | null)[] {
  const workbook = workbookOf(
    {
      name: 'Engagements',
      rows: [
        ['N° EJ', 'Objet', 'Enveloppe', 'Date EJ', 'Montant AE', 'Observations'],
        ['1405135458', 'Hébergement', 'PDE', 45_019, 50_000, remark],
        ['1405135459', 'Licences', 'SF', 45_020, 9000, null],
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
  'to be paid in 2024',
])('« %s »: nothing is paid yet', (remark) => {
  expect(read(remark)).toEqual([0, false]);
});
