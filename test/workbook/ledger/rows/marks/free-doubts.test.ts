/**
 * Remarks in free words, as people type them: those by which the amount of a row should not be counted as it is are
 * reported (LEC-05), and the ordinary ones are not. One row with each, as it is read from a workbook.
 */
import { silentAmong, textsIn } from '../../../../support/ledgers/silent-words';

const DOUBTFUL: Readonly<Record<string, string>> = {
  'charged elsewhere': `
    Imputer ailleurs | Réimputation à faire | réimputation en cours | imput. autre BOP | imput autre prog |
    Imputé ailleurs | err. imputation | n’est pas sur la bonne enveloppe | pas sur la bonne convention | hors
    conv. | hors DG | hors programme | hors BOP 134 | pas pour nous | Pas pour PDE | pas de notre ressort | ce
    n’est pas pour nous | ne nous concerne pas | ne doit pas être imputé ici | n’a rien à faire ici | rien à
    voir avec PDE | sans rapport avec PDE | non imputé sur la convention | autre programme | autre enveloppe |
    changement d’imputation demandé | changer l’imputation | imputation à modifier | imputation erronnée |
    imputation KO | virement interne à faire vers SF | à recharger sur DITP | à prendre sur une autre enveloppe
    | non PDE | pour SF et non PDE | SF et pas PDE | à compter ailleurs | compté ailleurs`,
  'paid by others': `
    prise en charge DINUM | payé par un autre service | financé par le FTAP | financement FTAP | financement
    extérieur | financement plan de relance | financé sur le plan de relance | crédits plan de relance | charge
    DITP | avancé pour le compte de la DITP | pour le compte de la DITP | payé pour le compte d’un autre
    ministère | c’est la DITP qui paie | la DITP prend en charge | EJ porté par la DITP | marché payé par le
    ministère de l’intérieur`,
  shared: `
    à partager 50/50 | partage avec DITP | à ventiler PDE / SF | répartition PDE/SF à faire | ventilation à
    faire | commun PDE et SF | cofinancée à 50 % | dont 1 500 € SF | dont 20% pour SF | dont la moitié pour SF |
    inclut 3 000 € pour la DITP | montant total PDE et SF | PDE + SF | part SF à déduire | y compris part DITP |
    comprend aussi la part SF`,
  'shared between administrations': `
    La moitié revient à l’autre direction | 50 % DGEFP / 50 % DGE | 50/50 DGE-DGEFP | 2/3 DGEFP, 1/3 DGE | 1/3 à la
    charge de la DGE | 30% à refacturer à la DITP | Part de l’autre direction à déduire | La DGE doit nous rembourser la
    moitié | Pris en charge à hauteur de 60 % | PARTICIPATION DGE DE 300 € | Quote-part DGEFP 400 € | dépense commune
    aux deux enveloppes | à répartir sur les 2 enveloppes | Partie PDE uniquement : 700 € | PDE pour 600 € seulement |
    Notre part : 600 € | seule la moitié nous concerne | Seulement 50% pour la convention | Concerne aussi SF`,
  'the rest is paid by others': `
    La DITP prend le solde | Solde à la charge de la DITP | Le SGAE prend le reste | DINUM assume la différence | Reliquat
    à la charge de la DINUM | Reste à charge DITP | Le complément est payé par le SGAE | Prise en charge du solde par la
    DITP | Le solde revient à la DITP | Le reste sur SF | Solde imputé sur SF | La Région prend le solde | La DITP
    complète | Payé en partie par la DITP | Financé pour moitié par le SGAE | SGAE 30 %`,
  'paid back in part': `
    refacturé 30 % au SGAE | 30 % refacturés | 30 % seront refacturés | Refacturé à 40 % | Partiellement refacturé |
    moitié refacturée | Refacturée à une autre direction | Refacturation de 30 % | refacturation partielle | reversé 30 %
    au SGAE | 300 € remboursés | Remboursé 300 € | moitié remboursée | Remboursé en partie | Coût remboursé par la DITP`,
  'another amount': `
    Réellement payé 480 € | Payé en réalité 480 € | Montant réellement payé : 480 € | Montant payé 480 € | FACTURE
    SEULEMENT 480 € | Facturé 480 € seulement | Finalement 480 € | Au final 480,50 € | Payé 480 € au lieu de 1 016 € |
    coût réel 480 € | Coût final : 480 euros | Moins cher que prévu | Surcoût de 200 € non saisi | Pénalités à déduire |
    Montant à mettre à jour | Montant en cours de négociation`,
  'near those of an amount': `
    + TVA | plus TVA | TVA à 20 % en sus | + 20 % de TVA | Facture HT | Solde à dégager | À dégager 150 € | Reliquat à
    désengager | Clôturé pour 850 € | Ordre de reversement émis | p.m. | Réimputé sur SF le 12/06 | Réimputé sur le BOP
    134 | Extourné`,
  'what is bought is cancelled': `
    Mission annulée | Formation annulée | Colloque annulé | Évènement annulé | DEPLACEMENT ANNULE | Abonnement résilié |
    Étude abandonnée | Session de mars annulée par le prestataire | Mission reportée sine die | Annulation de la mission
    | N’a pas été réalisée | Le prestataire a renoncé | Le fournisseur s’est désisté | Plus de besoin | Besoin disparu |
    Sans objet désormais`,
  'not due, or paid already': `
    Facture non reçue | Facture jamais reçue | FNP | Service non fait | Non livré | Marchandise non reçue |
    Facture payée deux fois | Déjà payé sur DP 0100200300 | Déjà réglé par la DP précédente | même facture`,
  'given back': `
    remboursement DITP attendu | à se faire rembourser | remboursement demandé au titulaire | avoir à recevoir |
    avoir demandé | titre de perception à émettre | à récupérer auprès de la DITP | rétablissement de crédits
    attendu | fonds de concours attendu`,
  amount: `
    montant pas définitif | erreur montant | à chiffrer | chiffrage en cours | ancien montant | montant obsolète
    | montant initial, avant avenant | montant hors options | en HT | saisi en HT | saisi HT au lieu de TTC |
    attention HT | montant ne correspond pas | montant différent dans Chorus | écart avec Chorus | écart de 200
    € avec Chorus | montant annuel à proratiser | environ | environ 5 000 € | c’est 5 000 € et non 8 000 € | le
    bon montant est 5 000 € | à réduire de 2 000 € | zéro en trop | il manque un zéro | erreur de frappe |
    montant saisi deux fois | Montant cumulé | Cumul depuis janvier | Partiellement annulé | Commande annulée
    partiellement | Retrait AE de 200 € à faire | Reversé par le fournisseur | Double commande | TO1 non levée |
    Option non levée | Dépense SF | Gestion anticipée 2024`,
  'counted twice': `
    double | déjà imputé | déjà imputé ailleurs | fait double emploi | voir ligne 12 (même dépense) | même
    facture que ligne 12 | repris ligne 15 | repris dans l’EJ 1400000009 | recopie de la ligne 3`,
  'cancelled or waiting': `
    en cours d’annulation | en attente de décision | en attente arbitrage | contentieux | contentieux en cours |
    contesté | liquidation judiciaire du fournisseur | report sine die`,
  'another year': `
    sur exercice 2022 | crédits 2024 | relève de 2022 | charge 2022 | rattachement 2022 | régularisation 2022 |
    régul 2022 | régul N-1 | régul. exercice antérieur | EJ ancien | exercice antérieur | exercice précédent |
    gestion 2022 | gestion précédente`,
  'not eligible': `
    éligibilité à vérifier | éligibilité à confirmer | pas sûr que ce soit éligible | poste non prévu`,
  'no operation': `
    ligne de test | ligne d’exemple | PM | à titre d’information`,
  'to delete': `
    A SUPPR | à suppr. | retirer cette ligne | erreur | ligne inutile`,
  replaced: `
    remplacé par ligne 12 | remplacée par la ligne suivante | remplacé | annulé et remplacé | annulé et remplacé
    par la ligne 14 | voir nouvelle ligne | nouvel EJ ligne 20 | obsolète`,
  'in English': `
    50% charged to SF | half charged to Signaux Faibles | partially cancelled: 300 € released | overpaid by 100 €
    | PO not sent | purchase order not yet signed | supplier bankrupt | awaiting signature | credit note of 200 €
    expected | charged elsewhere | charge to another programme | charged to another budget | charged to the wrong envelope
    | wrong programme | wrong code | amount tbc | TBC | to be confirmed | provisional amount | estimated amount
    | excl. VAT | ex VAT | net of VAT | outside the agreement | outside scope | not ours | not for us | not
    covered by the agreement | not PDE | paid by DITP | funded by another ministry | funded elsewhere | to be
    split | to be re-invoiced | already counted | counted twice | double entry | to be cancelled | dropped | on
    hold | not to be paid | do not pay | do not count | delete | to be removed | remove | example | replaced by
    line 12 | superseded | superseded by EJ 1400000009 | last year | previous year | carried over from 2022 |
    postponed to 2024 | moved to 2024 | deferred to 2024 | belongs to 2024 | not eligible | dispute | in dispute
    | under litigation | mistake | to be checked | to check | to be corrected | to be moved to SF | move to SF |
    should be on SF | transferred to SF`,
  'any other': `
    à passer sur le BOP du SG | imputé au mauvais endroit | à rebasculer sur l’autre convention | à sortir de
    notre suivi | n’appartient pas à la convention | pas à notre charge | moitié pour la DITP | 60/40 avec SF |
    attention : contient la part SF | 1 000 € sont pour SF | ne prendre que la moitié | ne compter que 50 % | à
    compter pour moitié | compter seulement 2 000 € | seuls 2 000 € sont à compter | montant à la louche | ordre
    de grandeur | montant max | montant à actualiser | sans la TVA | TVA en plus | saisir le TTC | HT!! |
    attention k€ | faute sur le montant | c’est faux | interverti avec ligne 4 | déjà comptabilisé sur SF | à
    dédoublonner | en trop | ligne obsolète | ne sert plus | plus valable | non valable | n’existe plus | on
    abandonne | abandonné par la DGE | projet gelé | annulation en vue | probablement annulé | à désengager |
    retirée du suivi | supprimée | poubelle | à jeter | saisie provisoire | sous réserve de crédits | sous
    réserve d’accord | délégant pas d’accord | DGEFP dit non | non admis | à justifier | non justifié | pas
    clair | à discuter | à arbitrer | voir si à garder | charge à payer 2022 | à cheval sur 2022 et 2023 | pour
    2024`,
};

const ORDINARY = `
    Imputé PDE | imputation OK | imputation vérifiée | sans objet | facture de solde | marché n° 2021-045 | BC
    n° 3 du marché 2021-045 | devis reçu le 3 mars | acompte 30 %, solde à la livraison | solde | solde 2023 |
    solde versé en décembre | paiement en deux fois | payé le 3 avril 2023 | SF certifié | engagé | engagement
    initial | visa CBCM obtenu | validé par la DGE | accord DGE | exercice 2023 | 1er trimestre | réunion de
    lancement | lot n° 3 | tranche ferme | prolongation jusqu’en décembre | licences 12 mois | montant définitif
    | TVA comprise | prioritaire | archivé | PV reçu | RIB à vérifier | SIRET à jour | tests utilisateurs |
    développement d’un simulateur | phase 1 | prestation réalisée en juin | terminé | accord-cadre 2022 | salon
    VivaTech | rapport final attendu en décembre | autoliquidation | ne pas relancer avant mai | ne pas hésiter
    à relancer | à reconduire | avoir reçu et déduit | suite à la réunion du 3 | art. 2.2 | PCE 6228 | bascule
    vers le nouveau serveur | reprise de données | comme en 2022 | moitié en juin, moitié en décembre | payé à
    50 % | ligne budgétaire 12 | chargé d’études | cofinancement des PME | appui DITP | marché DITP | marché AMI
    DITP | changement de titulaire | saisi dans Chorus le 12/03 | indicatif 01 | hors site | hors Île-de-France
    | astreinte hors heures ouvrées | concours de fonds | fonds de carte | prise en main | sur enveloppe PDE |
    financé par le délégant | inclut 3 jours de formation | a été relancé | autres pièces à venir | autres
    livrables en mai | mise à disposition | mis à jour | engagé le 12/05 sur PDE | transféré au service
    juridique | passé par UGAP | basculé en production | charge affaire : M. Petit | factures mensuelles |
    facturé au réel | facturé au prorata | facturé en deux fois | régularisation charges locatives | reste 3
    jours | environ 3 mois | à augmenter : nombre de licences | total HT + TVA | commune de Lyon | deux sites |
    doubles fenêtres | voir ligne 3 du devis | déjà livré | repris le 3 mars | inclus dans le forfait | report
    d’échéance | nouveau titulaire | en attente PV de recette | en attente retour titulaire | en attente de
    réception | eligible au FCTVA | pas de retard | pas de problème | jamais relancé | aucun retard | aucune
    réserve | sur marché UGAP | surcoût accepté | pour M. le directeur | report au 15 mars | suppression de la
    prestation 2 non facturée | mauvaise adresse | suivi DINUM | ministère de l’économie | projet
    interministériel | annexe convention | budget validé | budget : 5 000 € | centre financier OK | axe 2
    renseigné | code projet 12 | codes transmis | activités du trimestre | tableau de bord | tableaux
    d’affichage | marché 2022 | échéance 2024 | fin en 2024 | livraison 2024 | données N-1 | comparaison N-1 |
    changement d’interlocuteur | en ligne | saisi par Mme Petit | concerne le lot 2 | dépend du titulaire |
    assumé | financement participatif | crédit temps | crédits disponibles | prise en charge à 100 % | prise en
    charge OPCO | a charge du titulaire | sera relancé | seront livrés | n’est pas urgent | charged to PDE |
    second instalment | see with Ms Martin | approved | agreed | signed | signed on 3 April | closed | checked
    in Chorus | booked in Chorus | réunion annulée puis tenue | Réunion annulée, reprogrammée le 12 avril | Formation
    annulée, reprogrammée en juin | Visio annulée et remplacée par un point téléphonique | Attestation
    de non-paiement des charges jointe | Assurance annulation comprise | Annulation sans frais possible jusqu’au 3 mai |
    Facture en double exemplaire | 50 % réalisés | 80 % d’avancement | Moitié de l’équipe formée | Tiers de confiance | Acompte 1/3 | Prix
    unitaire 45 € | Prix HT 846,67 € | Solde 700 € | Acompte 300 € | Seuil de 40 000 € non atteint | Réellement payé 100
    € | Montant facturé : 100,00 € | Participation de la DGE au jury | Comité DGE / DGEFP | Achat sans mise en
    concurrence | Projet lancé | Séminaire reporté au 12 juin | Facture non soumise à retenue | Besoin exprimé
    par la DGE | including VAT | of which 3,000 for hardware | test environment | user testing
    | half of the team trained | part of lot 2 | PO sent on 3 April | over 40 people trained | 50% charged to PDE
    | supplier visit | paid on 12 March 2023 | renewal | contract 2022-12 | new contact | workshop with DITP | to be invoiced quarterly | to be delivered
    in June | postponed meeting | shared drive | shared on Teams | Q1 2023 | lot 1`;

test.each(Object.entries(DOUBTFUL))('%s: each remark is reported', (_, remarks) => {
  expect(silentAmong('Observations', textsIn(remarks))).toEqual([]);
});

test.each`
  remark                             | ae      | cp      | isReported | why
  ${'RAP 2022'}                      | ${null} | ${400}  | ${false}   | ${'a payment of this year on an EJ of 2022'}
  ${'EJ de 2022 : ne rend pas d’AE'} | ${-50}  | ${null} | ${false}   | ${'a retrait on an EJ of 2022'}
  ${'Engagement 2022'}               | ${0}    | ${400}  | ${false}   | ${'nothing is committed'}
  ${'RAP 2022'}                      | ${400}  | ${400}  | ${true}    | ${'committed again in 2023'}
  ${'À imputer sur crédits 2024'}    | ${null} | ${400}  | ${true}    | ${'the credits are those of another year'}
`('« $remark » with AE $ae and CP $cp: $why', ({ remark, ae, cp, isReported }) => {
  expect(silentAmong('Observations', [remark as string], [ae, cp]).length === 0).toBe(isReported);
});

test('ordinary remarks are not reported', () => {
  const remarks = textsIn(ORDINARY);
  const silent = new Set(silentAmong('Observations', remarks));
  expect(remarks.filter((remark) => !silent.has(remark))).toEqual([]);
});
