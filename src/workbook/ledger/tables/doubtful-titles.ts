/**
 * Titles, and names of sheets, that leave the same doubt on all of their rows as a remark does on one: « À vérifier »,
 * « Dépenses communes », « Lignes remplacées », « Factures non reçues », « Crédits 2024 ». In plain words.
 */
import { comparable } from '../../../domain/text';
import { ADMINISTRATIONS } from '../rows/marks/administrations';

/** « Liste des », « Suivi », before the words of a title. */
const LISTED =
  /^(?:liste|etat|tableau|detail|recapitulatif|recap|suivi|autres?)(?: (?:des?|du|d|les|la|l)){0,3} (?=[a-z])/;
const ROWS =
  '(?:lignes?|ej|engagements?|engagements? juridiques?|bc|bons? de commande|commandes?|marches?|contrats?|depenses?|operations?|dossiers?|factures?|paiements?|dp|montants?|imputations?|achats?|ae|cp)';
const SPENDING =
  '(?:depenses?|charges?|frais|couts?|factures?|achats?|lignes?|operations?|ej|engagements?|commandes?|montants?)';
const TO_CHECK = new RegExp(
  `^(?:${ROWS} )?(?:restent |reste )?a (?:verifier|revoir|controler|corriger|confirmer|clarifier|rectifier|redresser|regulariser|arbitrer|preciser|justifier|valider|trancher|reclasser|ajuster|recaler)(?:$| (?:avec|par|aupres|dans|avant) )`,
);
const IN_DOUBT = new RegExp(
  `^(?:${ROWS} )?(?:en |avec )?(?:doutes?|douteux|douteuses?|anomalies?|incertaine?s?|(?:non|pas) (?:verifi|confirm|justifi)ee?s?|erronee?s?|fausses?|en attente de (?:verification|confirmation|arbitrage|decision))$`,
);
const REPLACED = new RegExp(
  `^(?:${ROWS} |versions? )?(?:remplacee?s?|obsoletes?|perimee?s?)(?:$| par )|^anciennes (?:versions|lignes|saisies)$`,
);
/** « Communes » alone are towns, « Communs numériques » and « Partage de connaissances » what is bought. */
const SHARED = new RegExp(
  `^${SPENDING} (?:(?:en )?commune?s?|(?:partage|mutualise|co ?finance|refacture)e?s?)(?: |$)|` +
    '^(?:communs?|(?:partage|mutualise|cofinance|refacture)e?s?)(?:$| (?:avec|entre|par|a|au|aux) )|' +
    `^(?:${SPENDING} )?a (?:partager|repartir|ventiler|refacturer|proratiser|mutualiser)(?: |$)`,
);
/** « Rappel convention précédente », « Rappel des engagements 2022 »; « Rappel : saisir les EJ en TTC » is a note. */
const RECALLED = new RegExp(
  `^rappels?(?! (?:(?:des?|du|d|la|les|l) ){0,3}(?:conventions?|conv|credits?|budgets?)(?: 20\\d\\d)?$)(?: (?:des?|du|d|la|les|l|pour|${ROWS}|conventions?|conv|gestions?|exercices?|annees?|suivis?|tableaux?|` +
    'situations?|credits?|budgets?|rap|totaux|chiffres?|memoire|info|anterieure?s?|precedente?s?|passee?s?|deja|n 1|' +
    '20\\d\\d)){0,6}$',
);
/** « Ancien tableau », « Hypothèse 2 », « Scénario B », « Bac à sable »: « Anciens EJ » are paid, a « Variante retenue » too. */
const DRAWN_UP = [
  /^(?:anciene?s?|anciennes?|old)(?: (?:tableaux?|suivis?|onglets?|feuilles?|fichiers?|modeles?|conventions?|conv|gestions?|listes?|donnees|saisies?|tables?|ledgers?|sheets?))?(?: 20\d\d)?$/,
  /^(?:hypotheses?|scenarios?|scenarii|variantes?|alternatives?)(?: n)?(?: (?:\d{1,2}|[a-h]|bas(?:se)?|haute?|mediane?|centrale?|optimiste|pessimiste|de travail))?$/,
  /^simul(?:ations?)?(?: (?:d|de|du|des|l|pour|sur|avenants?|engagements?|depenses?|paiements?|redeploiements?|budgets?|budgetaires?|ej|ae|cp|fin|annee|gestion|n 1|20\d\d|\d{1,2}|[a-h])){0,5}$/,
  /^(?:previs?|prevs?)(?: (?:de|fin|annee|d|gestion|engagements?|paiements?|ae|cp|20\d\d|t[1-4])){0,4}$/,
  /^(?:copie|copy|sauvegardes?|backups?)(?: (?:de|du|d|of|suivi|tableau|travail|secours|securite|20\d\d|\d{1,2})){0,5}$/,
  /^(?:essai|modele|template|maquette|bac a sable|sandbox|tmp|temp|temporaires?)(?: (?:de (?:saisie|ligne|suivi|tableau)|\d{1,2}))?$/,
];
/** « Pistes », « Devis reçus », « Besoins exprimés », « Sous réserve de crédits »: « Devis signés » are orders. */
const NOT_DECIDED = [
  /^pistes?(?: (?:d|de|engagements?|depenses?|economies?|(?:a )?(?:etudier|creuser|explorer)|possibles?|20\d\d)){0,4}$/,
  /^(?:devis|quotes?|quotations?)(?: (?:recus?|demandes?|attendus?|en (?:cours|attente|instance)|non (?:signe|accepte|valide)s?|received|requested|pending|20\d\d)){0,3}$/,
  /^besoins?(?: (?:exprime|recense|identifie|remonte|formule|collecte|estime|futur|nouveau|nouvel|complementaire|supplementaire)(?:e?s?|x|le?s?))?(?: (?:t[1-4]|20\d\d|non (?:couvert|finance|satisfait)e?s?|a (?:financer|couvrir|arbitrer|satisfaire)|(?:des|de la) (?:services?|directions?|metiers?|equipes?)))?$/,
  new RegExp(`^(?:${ROWS} )?(?:(?:en|mise?s? en) )?stand by$|^(?:${ROWS} )?sous reserves?(?:$| (?:de|d|du|des) )`),
  /^on hold$|^abandons?(?: 20\d\d)?$/,
];
/** « Basculés sur le P134 », « Réimputés »: « Basculés sur 2023 » and « Basculés » alone are EJ of an earlier year. */
const MOVED = [
  new RegExp(
    `^(?:${ROWS} )?(?:bascule|transfere|reimpute|reaffecte|reventile)e?s? (?:sur|vers|a|au|aux) ` +
      '(?!(?:(?:l|la|le|les|exercice|annee|gestion|credits?|budget) ){0,3}20\\d\\d$)(?:(?:l|la|le|les) )?[a-z]',
  ),
  new RegExp(`^(?:${ROWS} )?(?:reimpute|reventile|reaffecte)e?s?$`),
];
/** « Demandes des services »: those of payment commit nothing. */
const REQUESTED =
  /^(?:demandes?|requests?|wish ?list)(?: (?:recue?s?|nouvelles?|formulee?s?|exprimee?s?|en (?:cours|attente)|(?:des|de la) (?:services?|directions?|metiers?|equipes?)|a (?:traiter|instruire|arbitrer|satisfaire)|20\d\d)){0,2}$/;
const COPY = /^(?:copie|copy) (?:de|du|of) /;
const HISTORY = /^(?:historiques?|history)$/;
/** « Projets 2024 ». */
const DRAFTS_OF_YEAR = /^projets? (?:(?:d |de )?(?:ej|engagements?|commandes?|depenses?) )?(?:(?:pour|en) )?(20\d\d)$/;
/** After the name of another sheet: « Suivi (2) », « Suivi V1 », « Suivi bis », « Suivi - copie ». */
const VERSION = /^[ _-]{0,3}(?:\(\d{1,2}\)|v(?:ersion)?[ .]?\d{1,2}(?:\.\d)?|copie|copy|old|ancien(?:ne)?|sauvegarde)$/;
/** « FNP », « SF non faits »: what is paid under it is not due. */
const NOT_RECEIVED = new RegExp(
  '^(?:fnp|factures? (?:a recevoir|attendues?|manquantes?)|' +
    '(?:(?:factures?|marchandises?|livraisons?|prestations?|commandes?|sf|services?|services? faits?|livrables?|pieces?) )?' +
    '(?:non|pas|jamais|pas encore|non encore) (?:recue?s?|parvenue?s?|livree?s?|faite?s?|rendue?s?|arrivee?s?|realisee?s?|certifiee?s?|constatee?s?))$',
);
/** « Crédits 2024 », « Dépenses sur crédits 2022 ». */
const OF_CREDITS =
  /^(?:(?:depenses?|ej|engagements?|paiements?) )?(?:(?:imputee?s?|a imputer) )?(?:sur )?(?:(?:les|des|du|de|l|la|le) )?(?:credits?|budget|gestion|ae)(?: et cp)?(?: (?:de|d|du|exercice|annee|l exercice|l annee|gestion))? (20\d\d)$/;

/** « Subventions », « Reliquats 2022 », « Marchés », « DITP »: amounts of another thing than what the convention pays. */
const OF_ANOTHER_THING = new RegExp(
  '^(?:subventions?|reliquats?|recettes?|titres? de (?:perception|recettes?)|(?:autres? )?conventions?(?: [a-z]{2,10})?|' +
    'rap|restes? a (?:payer|realiser|engager|consommer)|paies?|salaires?|(?:retenues? de )?garanties?|cautions?|devis|historiques?|' +
    'rattachements?|marches?|contrats?|accords? cadres?|dons?|mecenat|re ?facturations?|(?:co ?)?financements?|' +
    '(?:exercices?|annees?|gestions?) (?:anterieur|precedent)e?s?|' +
    `(?:(?:credits?|budgets?|part) )?(?:${ADMINISTRATIONS.join('|')}))(?: 20\\d\\d)?$`,
);

/** True for the name of a sheet, or a title, of amounts that are perhaps no spending of the convention. */
export function isOfAnotherThing(title: string): boolean {
  return OF_ANOTHER_THING.test(plain(title));
}

/** True for a title whose rows are all in doubt. */
export function doubtsItsRows(title: string): boolean {
  const words = plain(title);
  const doubts = [TO_CHECK, IN_DOUBT, REPLACED, SHARED, RECALLED, ...DRAWN_UP, ...NOT_DECIDED, ...MOVED, HISTORY];
  return doubts.some((doubt) => doubt.test(words));
}

/** True for the title of what is only asked for: what it commits is in doubt. */
export function announcesRequests(title: string): boolean {
  return REQUESTED.test(plain(title));
}

/** The year of the drafts that a title names: « Projets 2024 »; null without one. */
export function yearOfDrafts(title: string): number | null {
  const year = DRAFTS_OF_YEAR.exec(plain(title))?.[1];
  return year === undefined ? null : Number(year);
}

/** True for « Historique », « Copie de suivi »: they may be all that a team has. */
export function mayBeAlone(name: string): boolean {
  const words = plain(name);
  return HISTORY.test(words) || COPY.test(words);
}

/** True for a sheet that is named as a version of another one: « Suivi (2) », « Suivi V1 » beside « Suivi ». */
export function isVersionOf(name: string, other: string): boolean {
  const [own, known] = [comparable(name).trim(), comparable(other).trim()];
  return known !== '' && own !== known && own.startsWith(known) && VERSION.test(own.slice(known.length));
}

/** True for a title of what was not received, or not done: its payments are in doubt. */
export function isOfNothingReceived(title: string): boolean {
  return NOT_RECEIVED.test(plain(title));
}

/** The year of the credits that a title names: « Crédits 2024 »; null without one. */
export function yearOfCredits(title: string): number | null {
  const year = OF_CREDITS.exec(plain(title))?.[1];
  return year === undefined ? null : Number(year);
}

function plain(title: string): string {
  return comparable(title)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(' ')
    .replace(LISTED, '');
}
