/**
 * Remarks by which the amount of a row may not be right, or not whole for its envelope, on plain words: « Saisi en
 * HT », « Écart de 200 € avec Chorus », « Zéro en trop », « Dont 3 000 € pour la DITP », « PDE + SF », « Remboursement
 * attendu ».
 */
import { ARTICLES, NUMBER, PAYER } from './remark-grammar';

const AMOUNT = '(?:montants?|sommes?|prix|chiffr(?:es?|ages?)|ae|cp|total)';
const NAME = `(?:[¬¥]|${PAYER})`;
const END = '(?![a-z])';
const WRONG = [
  new RegExp(
    `^(?:(?:le|ce|l|les|attention) )*${AMOUNT} (?:(?:ae|cp|total|engage|est|semble|saisi|indique|a|ete) )*(?:(?:pas|non|plus) (?:encore )?(?:a jour|definiti[a-z]{1,3}|confirme|valide|bon|exact|correct|connu|fixe|arrete|stabilise)` +
      '|obsolete|perime|depasse|gonfle|double|(?:sur|sous) ?(?:estim|evalu)|different|divergent|theorique|saisi (?:deux|2) fois|(?:deux|2) fois|avant |sans (?:la |les |l )?(?:remise|rabais|avenant|option|frais|revision)|hors (?:options?|avenants?|frais|remises?|revisions?|port)|inferieur|superieur a l)',
  ),
  new RegExp(
    `^${AMOUNT} (?:definitif|exact|reel|final)s? (?:(?:est|reste) )?(?:a (?:venir|confirmer|preciser|recevoir|saisir)|en attente|inconnu|non|pas)\\b`,
  ),
  new RegExp(`^(?:(?:c|est|le|l) )*(?:anciens?|mauvais|faux) (?:montants?|chiffr(?:es?|ages?)|ae|cp)\\b`),
  new RegExp(
    `^(?:(?:c|est|le) )*(?:vrai|nouveau|juste) ${AMOUNT}$|^(?:(?:c|est|le) )*(?:vrai|bon|nouveau|juste) ${AMOUNT} (?:(?:est|sera|de|serait) )*\\d`,
  ),
  /^avant (?:avenants?|remises?|revisions?|negociations?|indexation)$/,
  new RegExp(
    `^(?:erreurs?|err|fautes?) (?:(?:de|d|du|sur|dans|l|la|le) )*(?:${AMOUNT}|frappe|calcul|unite|decimales?|virgule|conversion)\\b`,
  ),
  /^(?:(?:il|un|1|y|a) )*(?:zeros? (?:en (?:trop|moins)|manquants?|oublie)|manque (?:un |1 )?(?:zero|chiffre|virgule)|virgule (?:mal|decal|oubli)|inversion (?:de |des |du )?chiffres?)/,
  new RegExp(
    `^(?:ecarts?|differences?|delta) (?:[a-z0-9]{1,12} ){0,5}(?:avec|entre|par rapport|sur|vs) (?:(?:le|la|les|l) )?(?:chorus|ej|facture|devis|commande|bc|montant|restitution|bon|ae|cp)\\b`,
  ),
  new RegExp(`^(?:(?:le|l|la|ca|cela|${AMOUNT}|ej) )*(?:ne |n )?(?:colle|correspond|concorde|cadre)(?:nt)? pas\\b`),
  /^(?:sur|sous) ?(?:estim|evalu)ee?s?\b/,
  new RegExp(`^(?:(?:c|est|soit|et|non|${AMOUNT}) )*${NUMBER} (?:au lieu de|et (?:non|pas)(?: de)?|et non pas) \\d`),
  new RegExp(
    `^(?:environ|env|approximativement|a peu pres|autour de) (?:de )?(?:\\d{1,3}(?: \\d{3}){1,3}|\\d{4,9}|${'\\d{1,9}(?: \\d{3})*(?: k)? euros?'}|\\d{1,4} ?k)$|^environ$`,
  ),
  /^(?:(?:le|la|l|est) )*(?:(?:ae|cp|montant|ej|engagement) )?a (?:ramener|reduire|diminuer|augmenter|majorer|minorer|baisser|ajuster|reevaluer|recalculer|rehausser) (?:a|de|d|au) (?:\d|environ|hauteur)/,
  /^(?:reste )?a (?:chiffrer|estimer|evaluer|proratiser|recalculer)$|^(?:montant|somme) (?:annuel(?:le)?|total) a proratiser\b|^au prorata$/,
  /^chiffrages?(?: (?:en cours|a (?:faire|venir|affiner|revoir|confirmer|valider)|provisoire|estimatif|definitif|non definitif))?$|^(?:en )?attente (?:(?:de|du|d|la|le|l) )*(?:chiffrage|montant)\b/,
  /^(?:grosse |premiere |simple )?estimations?(?: (?:a affiner|a revoir|a confirmer|provisoire|haute|basse|grossiere|seulement|initiale))?$/,
  /^(?:(?:attention|montants?|prix|saisie?s?|indiquee?s?|en|est|exprimee?s?) ){1,4}ht(?:$| et non| et pas| au lieu| pas ttc| a (?:corriger|convertir|passer))/,
  /^ht (?:et (?:non|pas)|au lieu|pas ttc|a (?:corriger|convertir|passer|mettre|revoir))/,
  /^(?:(?:attention|montants?|saisie?s?|indiquee?s?|en|est|sont|exprimee?s?|a|ete|le) )*en (?:k(?: ?euros?)?|keur|k eur|m euros|milliers?(?: d euros?)?|millions?(?: d euros?)?|dollars?|usd)$/,
  /^(?:ne )?(?:garder|prendre|compter|retenir|imputer) (?:que|seulement) (?:la moitie|\d)|^a compter (?:pour|a) (?:moitie|la moitie|\d)|^seuls? \d[\d ]{0,12} euros\b/,
  /^(?:(?:montant|prix) )?(?:trop (?:eleve|haut|bas|faible)|a la louche)$|^ordre de grandeur$|^fourchette (?:haute|basse)$|^facteur 10{1,3}\b/,
  /^(?:montant|chiffre|donnee) (?:non|pas|peu) fiable\b|^montant (?:ttc )?a (?:fiabiliser|actualiser|justifier|recalculer)\b/,
  /^couts? (?:reel|final|effectif)(?:le)?s? (?:(?:est|sera) )?(?:inferieur|superieur|moindre|different)|^(?:(?:finalement|bien) )?(?:moins|plus) cher que (?:prevu|le devis|l ej)\b/,
  /^(?:surcouts?|supplements?|complements?|depassements?) (?:[a-z0-9]{1,12} ){0,4}(?:non|pas)(?: encore)? (?:saisi|engag|compris|compt|inclus|pris)[a-z]{0,3}\b/,
  /^(?:montants?|prix|tarifs?|devis) (?:(?:est|ttc|ht) )*(?:(?:non|pas)(?: encore)? (?:actualis|revis)ee?s?\b|a (?:mettre a jour|actualiser|verifier|confirmer|renegocier)\b|en cours (?:de |d )(?:negociation|revision|actualisation|validation)\b)/,
  /^manque la tva$|^tva (?:manquante|oubliee)\b|^saisir (?:le |en )?ttc$|^(?:euros )?ht$|^attention k euros$/,
];
/** « Montant cumulé », « Partiellement annulé », « Retrait AE de 200 € à faire ». */
const NOT_ITS_OWN = [
  /^(?:(?:montants?|sommes?|ae|cp|chiffres?) )?cumul(?:ee?s?|atifs?)?(?:$| (?:depuis|au|de l|annuel)\b)/,
  /\bannulee?s? (?:en partie|partiel(?:le|lement|les)?)\b|^partiellement (?:annul|abandonn|supprim)ee?s?\b/,
  /^(?:retraits?|degagements?|desengagements?) (?:[a-z0-9]{1,12} ){0,6}(?:a (?:faire|prevoir|venir)|demandee?s?|en (?:cours|attente))$/,
];
/** « Dont 3 000 € pour la DITP », « Comprend aussi la part SF ». */
const INCLUDING = /\b(?:dont|inclu(?:t|s|ant|e)?|comprend|comprenant|y compris|contient|comporte|comprise?) /;
const OF_A_NAME = new RegExp(`^${NAME}${END}`);
/** Between both. */
const PARTS: ReadonlySet<string> = new Set(
  (
    'aussi egalement la un une l le part partie quote moitie tiers quart k euro euros pct pour de du d sur au titre a charge ' +
    'frais depense depenses'
  ).split(' '),
);
const DIGITS = /^\d{1,9}$/;
const SHARED = [
  new RegExp(`^une partie (?:pour |sur |de )?${NAME}${END}`),
  new RegExp(
    `^(?:(?:${AMOUNT}|global|commune?s?|mutualisee?s?|mixte|partagee?s?|pour|moitie|concerne|inclut|repartition|ventilation|sur|partie|depense|ligne|ej|a|partager|repartir|ventiler|entre|facture) )*[¬¤¥] (?:et |ou )?(?:(?:moitie|la|le|pour|sur|de|partie) )*[¬¤¥](?! (?:et|pas|non))`,
  ),
  /^(?:repartitions?|ventilations?|quotes? parts?|proratisation|prorata|cle)s? (?:[a-z¬¤¥¢]+ ){0,6}?a (?:faire|determiner|definir|preciser|confirmer|calculer|revoir|prevoir|appliquer|valider)\b/,
  /^a (?:partager|repartir|ventiler|proratiser|diviser) ?(?:\d{2} |moitie|[¬¤¥])/,
  new RegExp(
    `^(?:partagee?s?|mutualis(?:ee?s?|ations?)|co ?financ(?:ee?s?|ements?)|commune?s?) (?:(?:avec|entre|par|de|du|d|la|le|l|les|a|au) ){0,3}${NAME}${END}`,
  ),
  /^co ?financ(?:ee?s?|ements?)(?:$| (?:a |prevu|attendu|a venir|par|avec|\d))/,
  new RegExp(
    `^(?:\\d{1,2} pct|moitie|(?:un )?tiers|(?:un )?quart) (?:(?:pour|de|a|la|charge|sur|du|au|le|l) ){0,4}${NAME}$`,
  ),
  new RegExp(`^(?:parts?|quotes? parts?|participation) ${ARTICLES}(?:[¬¥]|${PAYER})${END}`),
  new RegExp(
    `^(?:dont )?${NUMBER} (?:(?:sont|est|reste|restent) )?(?:a (?:imputer|prendre|mettre|passer|deduire|retirer|enlever|oter|soustraire|basculer|refacturer|reverser|rembourser)|en trop|de trop|a tort|pour (?:la |le |l )?${NAME}|sur (?:la |le |l )?${NAME})${END}`,
  ),
];
const GIVEN_BACK = [
  /^(?:un |l )?avoirs? (?:[a-z0-9]{1,12} ){0,5}(?:(?:sera|seront|va|doit|est|a|reste) ){1,2}(?:etre )?(?:emis|etabli|recu|envoye|adresse|transmis|emettre|etablir|recevoir|venir|demander)/,
  /^(?:rembours|revers|restitu|recredit)ee?s? par\b/,
  new RegExp(
    `^refacturations?(?:$| (?:(?:a|au|aux|en|la|interne|partielle|totale) ){0,3}(?:faire|venir|prevue?s?|demandee?s?|cours|${PAYER})\\b)`,
  ),
  new RegExp(
    `^(?:sera|seront|a|doit|doivent|en cours d)(?: (?:ete|etre))? (?:refactur|rembours|restitu|revers)(?:ee?s?|er)(?: (?:par|a|au|aux)\\b|$)`,
  ),
  new RegExp(
    `^remboursements? (?:[a-z]{1,12} ){0,4}(?:attendue?s?|a (?:venir|demander|recevoir|obtenir|faire)|demandee?s?|prevue?s?|en (?:cours|attente))\\b`,
  ),
  new RegExp(`^remboursements? (?:(?:par|de|la|le|l|du) ){0,3}${PAYER}\\b|^(?:a )?se faire rembourser\\b`),
  new RegExp(
    `^(?:a |reste a )recuperer (?:aupres|sur|de|chez|par)\\b|^(?:a |reste a )(?:rembourser|refacturer)(?:$| (?:par|a|au|aux)\\b)`,
  ),
  /^(?:penalites?|remises?|rabais|retenues?) (?:[a-z0-9]{1,12} ){0,4}(?:a (?:deduire|appliquer|retenir|recuperer)|(?:(?:non|pas)(?: encore)? (?:dedui|retenu)|(?:non|pas) encore appliqu)[a-z]{1,3})\b/,
  /^avoirs? (?:[a-z0-9]{1,12} ){0,4}(?:a (?:recevoir|venir|demander|obtenir|deduire)|demandee?s?|attendus?|en attente|en cours|non recus?|pas (?:encore )?recus?)\b/,
  new RegExp(
    `^avoirs? (?:n |no |numero )?(?:[a-z0-9]{1,12} ){0,6}(?:a deduire|${NUMBER}(?<=euros?|eur))\\b|^${ARTICLES}(?:fournisseur|titulaire|prestataire|societe) (?:doit|va|devra) (?:nous )?(?:emettre|etablir|envoyer|faire) (?:un |l )?avoir\\b`,
  ),
  new RegExp(
    `^(?:surfacturations?|trop factures?|penalites?|refactions?|reductions?|remises?|rabais|gestes? commerciaux?|gestes? commercial|cautions?|depots? de garantie|restitutions?|retrocessions?|sommes?|indemnites?|subventions?|contributions?|participations?) (?:[a-z0-9]{1,12} ){0,5}(?:de ${NUMBER}(?<=euros?|eur)|a (?:recouvrer|recuperer|recevoir|percevoir|encaisser)|recue?s? (?:de )?${NUMBER}(?<=euros?|eur)|de ${NUMBER}(?<=euros?|eur) recue?s?)(?:$| )`,
  ),
  /^gestes? commercia(?:l|ux) (?:a venir|attendus?|obtenus?|demandes?|accordes?)\b|^montants? contestee?s?\b/,
  new RegExp(`^(?:a |reste a )retroceder(?:$| (?:a|au|aux)\\b)|^rembt?s?(?:$| (?:par |de |la )*${PAYER}\\b)`),
  /^ordres? de reversement(?:s)? (?:(?:a ete |est |n |no |numero )*)(?:\d{1,10}|emise?s?|a (?:emettre|venir|recevoir)|recue?s?|en cours|demandee?s?|envoyee?s?|adressee?s?|notifiee?s?)\b/,
  new RegExp(`^titres? (?:de perception )?(?:emis|emise|a emettre) (?:contre|a l encontre)\\b`),
  /^(?:fdc|fonds de concours|attributions? de produits?|retablissements? de credits?|rc) (?:attendue?s?|demandee?s?|a venir|a recevoir|recue?s?)\b/,
  /^(?:titres? de (?:perception|recettes?)|retablissements? de credits?|fonds de concours)\b/,
];
/** « ~ 5 000 € », as it is typed. */
const ABOUT = /^\s*[~≈±]\s?\d/;

/** True for a clause, in plain words, by which its amount may not be what the row owes to its envelope. */
export function isOfWrongAmount(clause: string): boolean {
  return (
    [...WRONG, ...NOT_ITS_OWN].some((doubt) => doubt.test(clause)) ||
    SHARED.some((doubt) => doubt.test(clause)) ||
    includesPart(clause)
  );
}

function includesPart(clause: string): boolean {
  const found = INCLUDING.exec(clause);
  if (found === null) return false;
  const words = clause.slice(found.index + found[0].length).split(' ');
  const first = words.findIndex((word) => !PARTS.has(word) && !DIGITS.test(word));
  return first >= 0 && OF_A_NAME.test(words.slice(first).join(' '));
}

/** True for a clause, in plain words, by which a part of the amount comes back, or has to. */
export function isGivenBack(clause: string): boolean {
  return GIVEN_BACK.some((doubt) => doubt.test(clause));
}

/** True for a remark that gives an amount as nearly so. */
export function isNearly(remark: string): boolean {
  return ABOUT.test(remark);
}
