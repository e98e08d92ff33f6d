/**
 * Remarks by which a bill is of several administrations, or somebody pays a part of it back: the amount of the row may
 * not be what its envelope owes (LEC-05). Ordinary remarks with the same words are not reported.
 */
import { silentAmong, textsIn } from '../../../../support/ledgers/silent-words';

const DOUBTFUL: Readonly<Record<string, string>> = {
  'a bill of several': `
    facture scindée avec la DGFiP | facture partagée avec la DITP | la DINUM nous rembourse la moitié | moitié à
    notre charge, moitié DITP | facturation conjointe avec la DGFiP | commande groupée avec l’Insee | cofacturé
    avec le SGG | facture commune DGE / DGFiP | paiement partagé avec la région | partage des frais avec la
    DGFiP | frais partagés avec le SGMAP | coût réparti entre trois ministères | la DGFiP paie l’autre moitié |
    la région nous rembourse 50 % | en partage avec la DGFiP | scindée entre la DGE et la DGFiP | facture
    divisée en deux avec le SG | à partager avec la DINUM | facture ventilée entre DGE et DITP | facture à
    diviser avec la DGFiP | Fact. scindée DGFiP / DGE | dépense partagée avec le SG | Facture partagée entre 2
    directions | Partage 60/40 avec la DINUM | facture à scinder avec l’Anssi | division de la facture avec la
    DITP | prorata DGFiP à déduire | la facture a été scindée avec le SG | frais de salle partagés avec la
    DGCCRF | salle louée en commun avec la DITP | traiteur partagé avec le ministère de la Culture | le
    ministère du Travail paie la moitié | l’autre moitié est payée par l’Insee | co-paiement avec la DITP |
    co-payé avec le SG | cofinancé avec l’Insee | deux factures : une pour nous, une pour la DITP | facture 50 %
    DGFiP | payé à moitié par la DGCCRF`,
  'paid back': `
    le fournisseur nous rembourse | le titulaire doit nous rembourser 200 € | le prestataire rembourse le
    trop-perçu | nous serons remboursés par l’Insee | l’agence nous reverse sa part | remboursement du
    fournisseur en cours | le fournisseur va rembourser | trop-perçu à récupérer | l’hôtel nous a remboursés |
    remboursé par l’assurance | l’assurance prend en charge une partie | la DITP participe à hauteur de 300 € |
    une partie payée par la DITP | fournisseur : remboursement de 150 € reçu | la SNCF nous rembourse le billet
    | le ministère de la Justice paie sa part | la DGFiP nous doit 400 € | nous avançons pour la DITP | avance
    faite pour le compte de l’Insee | facture réglée pour partie par l’Insee | le SG nous remboursera sa
    quote-part | remboursement par la DITP prévu en janvier | l’UGAP doit nous faire un avoir | UGAP nous fait
    un avoir de 120 € | le titulaire nous doit un avoir | un avoir nous est dû | on doit être remboursé | en
    attente du remboursement du fournisseur | reversement de la DITP attendu | la Région Occitanie participe à
    hauteur de 20 % | participation de la région de 500 € | le prestataire nous a remboursé 50 € | remboursement
    obtenu du fournisseur | La SNCF a remboursé | billet remboursé par la SNCF | nous avons été remboursés | la
    caution nous sera rendue | nous sera remboursé | sera remboursé par le titulaire | Orange nous a crédité 30
    € | remboursement partiel reçu le 12/06 | rétrocédé à la DGFiP | un avoir de 300 € sera émis | paiement
    partagé DITP | indemnité d’assurance à recevoir | recette à percevoir | subvention à recevoir de la Région |
    reversement demandé au bénéficiaire | trop-perçu : 300 € | avoir n° A123 du 12/06 à déduire | le
    fournisseur doit émettre un avoir | avoir reçu le 12/06 pour 300 € | geste commercial à venir | réfaction de
    300 € | surfacturation de 300 € | montant contesté | pénalités de 500 € à recouvrer | remise de fin d’année
    à recevoir | caution de 500 € à récupérer | restitution de 300 € en cours | somme à recouvrer auprès du
    titulaire | à rétrocéder à la DITP | rétrocession de 500 € à la DGFiP | partagé à 50 % avec la DITP | prise
    en charge partielle par la DITP | subvention reçue 500 € | indemnité de 500 € reçue | remb. DITP | titre émis
    contre la DITP | FDC attendu | attribution de produits à venir | RC demandé`,
  'in English': `
    bill split with DGFiP | supplier pays us back | invoice shared with DITP | the supplier is refunding us |
    the vendor will reimburse us | DINUM pays half | half paid by DITP | cost shared with another ministry |
    joint invoice with DGFiP | to be shared with the region | supplier owes us 200 € | refund from supplier
    expected | the hotel refunded us | we will be reimbursed by Insee | split between DGE and DGFiP | joint
    order with DITP | the insurance covers part of it | paid back by the supplier | DITP contributes 300 € | we
    paid on behalf of DITP | Bill split 50/50 with Insee | The invoice is divided between three ministries |
    Half of this bill goes to DITP | The other half is paid by Insee | Supplier will refund us in January |
    Supplier to refund 50 € | credit note to come from supplier | Cost split with DITP | Shared invoice with
    DITP | DITP will pay its share | DINUM reimburses us | Reimbursed by the insurance | partially reimbursed by
    DITP | Recharged to Insee | we will recharge half to DITP | awaiting refund | ministry of Labour pays half |
    overpayment to be recovered | money back from supplier | Orange credited us 30 € | Partially refunded in June
    | Credit note | Credit note received | Refund | Grant to be received | Subsidy expected | Insurance
    compensation expected`,
};

const ORDINARY = `
    facture scindée en deux paiements | facture envoyée à la DGFiP | transmis à la DGFiP pour paiement | le
    fournisseur nous livre en mars | le fournisseur nous relance | le prestataire a été relancé | payé par la
    DGFiP | visa CBCM obtenu | partage de documents avec la DITP | réunion commune avec la DITP | réunion avec
    la DGFiP le 3 mai | remise de 5 % obtenue | dossier partagé sur Osmose | formation partagée en deux sessions
    | paiement en deux fois | commande groupée de fournitures | marché UGAP | marché interministériel de la DAE
    | conforme au devis | remboursement de frais de mission | remboursement billet de train | remboursement des
    frais de M. Durand | facture reçue le 12/04 | facture dématérialisée Chorus Pro | PV de réception signé |
    livraison partielle le 12/05 | avance forfaitaire de 20 % | solde du marché | acompte n° 2 | reconduction du
    marché | groupement de commandes | titulaire : groupement conjoint Sopra / Inop | co-traitance avec
    Capgemini | la DGFiP valide le service fait | le SFACT paie sous 30 jours | le comptable demande une pièce |
    demande de la DITP | le fournisseur nous a envoyé la facture corrigée | le titulaire nous remet un rapport |
    lot 2 divisé en deux phases | partage du temps de parole avec la DITP | lot partagé en deux tranches |
    répartition des tâches avec le titulaire | ventilation analytique faite | groupe de travail avec la DGFiP |
    copie adressée à la DITP | réunion de partage avec l’Insee | atelier commun avec le SG | convention signée
    avec l’Insee | données partagées avec l’Insee | étude conjointe avec la DITP | étude commune avec l’Insee |
    enquête menée avec la DARES | formation ouverte à la DITP | le fournisseur nous facture les frais de port |
    le fournisseur nous offre la livraison | le titulaire nous accorde un délai | le titulaire nous doit le
    rapport final | le prestataire rend le rapport en juin | le fournisseur a rendu les clés | l’hôtel nous
    attend le 12 | le titulaire participe à la réunion | la DITP participe au comité | la région participe au
    salon | la DITP contribue à la rédaction | le titulaire prend en charge la livraison | paiement réparti sur
    deux mois | facture en deux exemplaires | règlement en deux échéances | facture répartie sur deux EJ |
    commande divisée en trois lots | achat groupé UGAP | frais de port inclus | coût unitaire 12 € | prix
    négocié avec le fournisseur | facture n° 12 avec bon de livraison | DP validée par la DGFiP | dossier avec
    le SG en cours de signature | vu avec la DGFiP | accord avec l’Insee signé | échanges avec la DINUM | marché
    passé avec l’UGAP | nous avons relancé le fournisseur | nous avons reçu la facture | on avance bien | nous
    payons à 30 jours | avance versée au titulaire | avance de 20 % payée | payé pour solde | commande pour le
    séminaire | marché commun avec la DITP | le titulaire nous rend le rapport
    | le titulaire nous reverse la licence | prise en charge par le CBCM le 12/03 | facture partagée entre les
    cotraitants | livrable partagé avec la DITP | locaux partagés avec la DITP | avance remboursée par
    précompte | trop-perçu : néant | avoir reçu le 12/06 | recette technique du lot 2 | recette attendue en juin |
    VSR : recette à venir | participation des agents attendue | contribution de l’expert attendue |
    indemnités de stage | remise du rapport le 12/06 | caution bancaire reçue | titre du rapport | avoir accès au
    portail | prise en charge par le service facturier
    | invoice split into two payments | invoice sent to DGFiP | supplier will call us back | the supplier sent us
    the report | joint meeting with DITP | shared drive folder created | paid by DGFiP | order placed with UGAP
    | training shared over two days | travel refund for staff | expenses reimbursed to the agent | half day of
    training | second half of the year | split in two lots | supplier owes us a report | joint venture Sopra /
    Inop | shared office space | delivered to the hotel | insurance certificate received | contract renewed |
    waiting for delivery note | final invoice | first instalment | invoice received | the supplier pays its
    subcontractor | Meeting shared with DITP | Data shared with Insee | report shared with DITP | supplier sends
    us reports | supplier paid us a visit | joint study with Insee | work split between two teams | divided into
    three lots | paid by bank transfer | order split in two deliveries | paid on time | agreed with DITP | call
    with the supplier | hotel covers breakfast | company takes part in the project`;

test.each(Object.entries(DOUBTFUL))('%s: each remark is reported', (_, remarks) => {
  expect(silentAmong('Observations', textsIn(remarks))).toEqual([]);
});

test('ordinary remarks are not reported', () => {
  const remarks = textsIn(ORDINARY);
  const silent = new Set(silentAmong('Observations', remarks));
  expect(remarks.filter((remark) => !silent.has(remark))).toEqual([]);
});
