/** Headings that an officer reads without hesitating, in the words of any team: what each names, or that it names no amount of the ledger. */
import { readHeadings } from '../../../src/workbook/ledger/heading-rows';
import { meaningOf } from '../../../src/workbook/ledger/headings';

function bestOf(heading: string): string | null {
  const [best] = [...meaningOf(heading)].sort((one, other) => other[1] - one[1]);
  return best && best[1] >= 0.35 ? best[0] : null;
}

test.each`
  field                 | headings
  ${'ae'}               | ${'Engagé | Engagés | Montant de l’engagement | MONTANT ENGAGE | Mt engagé | Mt eng. | Montant engag. | Mnt engagé TTC | A.E. | AE (en €) | Engagé 2023 | AE HT2 | Montant AE (HT2) | AE hors T2 | AE hors titre 2 | Exécution AE | Dépenses AE | Autorisations d’engagement | Montant de la commande | Montant du BC'}
  ${'cp'}               | ${'Payé | Payée | Montant du paiement | Montant réglé | Mandaté | Crédits de paiement | C.P. | CP HT2 | CP hors titre 2 | CP exécutés | Dépenses CP | Montant DP | DP TTC | Paiement 2 | Montant CP n° 3'}
  ${'commitmentDate'}   | ${'Date de l’EJ | Date d’engagement juridique | Engagée le | Signé le | Notifié le | Date du bon de commande | DATE ENGAGEMENT | Dt engagement | Date eng. | Date d’engagement contractuelle'}
  ${'paymentDate'}      | ${'Payée le | Réglé le | Date règlement | Date de mandatement | Dt paiement | Date du paiment'}
  ${'serviceDate'}      | ${'Service fait le | Date du service fait | Constaté le | Date de livraison | Certifié le'}
  ${'receiptDate'}      | ${'Facture reçue le | Date réception facture | Date de la facture'}
  ${'ejNumber'}         | ${'N° d’EJ | Num. EJ | EJ n° | Réf. EJ Chorus | Numéro d’engagement | N° commande | n°EJ | N° EJ provisoire'}
  ${'dpNumber'}         | ${'N° de DP | DP n° | Numéro de demande de paiement | N° mandat'}
  ${'supplier'}         | ${'Fournisseurs | Nom du prestataire | Société | Attributaire'}
  ${'label'}            | ${'Objet de la commande | Libellé de la dépense | Désignation | Intitulé'}
  ${'budgetLine'}       | ${'Postes de dépenses | Nature de la dépense | Type de dépense | Rubrique'}
  ${'status'}           | ${'Statut | Etat d’avancement | État de l’engagement'}
  ${'operation'}        | ${'Nature de l’opération | Mouvement | Type d’opération'}
  ${'ministerialAxis2'} | ${'Enveloppes | AXE MIN 2 | Axe minist. 2 | Axe ministériel n° 2 | Start-up d’État'}
  ${'costCentre'}       | ${'Centre de cout | CENTRES DE COÛTS | Centre coûts'}
  ${'functionalDomain'} | ${'Domaine fonct | Domaine foncitonnel | Domaines fonctionnels'}
  ${'contractEnd'}      | ${'Échéance marché | Fin du contrat'}
`('$field: $headings', ({ field, headings }: { field: string; headings: string }) => {
  const read = headings.split(' | ').map((heading) => [heading, bestOf(heading)]);
  expect(read).toEqual(read.map(([heading]) => [heading, field]));
});

test.each(
  [
    ...['Reste à payer', 'Reste à engager', 'AE ouvertes', 'CP disponibles', 'Cumul AE', 'Cumul engagé', 'Solde'],
    ...['AE P103', 'AE (programme 103)', 'AE titre 3', 'AE LFI 2023', "Date d'exécution", 'TJM', 'PU'],
    ...['TVA', 'Taux de TVA', 'Prix unitaire', 'Quantité', 'Montant facturé', 'Montant HT', 'Montant prévisionnel'],
    ...[
      'Délai de paiement',
      'Mode de paiement',
      'Version',
      'Comptable payeur',
      'Payeur',
      'Mandataire',
      'Réglementation',
    ],
    ...['Montant Signaux Faibles', 'Montant du marché', 'Montant demandé', 'AE notifiés', 'Montant désengagé'],
    ...['Date limite de paiement', 'Date de la demande de paiement', 'Date DP', 'Date prévue de paiement'],
    ...['Échéance de paiement', 'Récurrence', 'Compte de paiement', 'Nombre de paiements'],
    ...['Observations', 'Gestionnaire', 'Exercice', 'Mois', 'AE/CP', 'N° de facture'],
  ].map((heading) => [heading]),
)('%s names no field of the ledger', (heading) => {
  expect(bestOf(heading)).toBeNull();
});

test('the amount without tax is less sure than the amount with it', () => {
  expect(meaningOf('Montant DP HT').get('cp')).toBeLessThan(meaningOf('Montant DP TTC').get('cp') ?? 0);
});

test('a bare noun leaves several fields to the values below it', () => {
  expect([...meaningOf('Engagement').keys()].sort()).toEqual(['ae', 'commitmentDate', 'ejNumber']);
  expect([...meaningOf('Bénéficiaire').keys()].sort()).toEqual(['ministerialAxis2', 'supplier']);
});

test('an amount by years, in several columns, is not read from the first', () => {
  const lower = ['N° EJ', 'Engagé', 'Payé 2022', 'Payé 2023'];
  const read = readHeadings({ lower, upper: null, subject: null, left: 0 });
  expect(read.flatMap(({ meaning }) => [...meaning.keys()]).filter((field) => field === 'cp')).toEqual([]);
});
