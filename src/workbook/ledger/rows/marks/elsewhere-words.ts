/**
 * Remarks by which a row is not for its envelope, on plain words: « À imputer ailleurs », « Autre BOP », « Pas pour
 * nous », « Hors conv. », « Payé par un autre service », « Dépense 2022 ». A verb or a noun of charging, then
 * elsewhere, another programme, another year; or its denial, then the envelope, the convention or us.
 */
import { ACT, ANOTHER, AROUND, ARTICLES, BODY, PAYER, PLACE } from './remark-grammar';

/** The words before « ailleurs », « autre programme », « mauvais CF »: the act, its subject and small words. */
const CHARGING = new RegExp(`^(?:${ACT}|${AROUND}|n|re)$`);
const ACTING = new RegExp(`^(?:${ACT})$`);
const TOWARDS = /\b(?:par|de|d|a|au|pour|chez|avec|sur|vers)\b/;
/** Codes and pieces of which there may be a wrong one. */
const CODE =
  `(?:${PLACE}|imput[a-z]{0,6}|codes?|domaines?|activites?|postes?|exercices?|annees?|montants?|sommes?|ej|comptes?|gm` +
  '|groupes? (?:de )?marchandises?|affectations?|chiffr(?:es?|ages?)|tableaux?|onglets?|lignes?)';
const IMPUTATION =
  '(?:imputations?|enveloppes?|cf|bop|axes?(?: ministeriels?)?(?: 2)?|centres? (?:financiers?|de couts?)|domaines? fonctionnels?' +
  '|codes? (?:activite|axe|bop|cf)|activite)';
const DENIED = /\b(?:ne|n|non|pas|plus|jamais)\b/;
const DENYING =
  '(?:(?:ne|n|non|pas|plus|jamais|est|sont|sera|seront|etre|doit|doivent|devrait|devraient|aurait|auraient|du|a|ete|encore|faut' +
  '|il|surtout|donc|normalement|en|bien|cette|ligne|depense) ){1,8}';
const OURS =
  '(?:[¬¤¥]|conventions?|conv|enveloppes?|delegations?|perimetre|programmes?|bop|budgets?|projet|nous|suivi|bilan|credits?)';
/** Where a row may have to go. */
const TARGET = `(?:¬|${PAYER}|${ANOTHER}|ailleurs|p ?\\d{3}|(?:programme|bop|prog) \\d{3,4})`;
/** The agreement of somebody above the team; that of a supplier is another. */
const ABOVE =
  '(?:¢|delegants?|cbcm|cbr|dcb|cbm|hierarchie|directions?|cabinet|controleur|ministere|sg|dge[a-z]{0,3}|daf)';

const OF_ANOTHER = new RegExp(`^${ANOTHER}\\b(?! (?:consult|demand|interrog|inform|sollicit|contact))`);
const OF_ANOTHER_BODY = new RegExp(`^autres? ${BODY}\\b`);
const WRONG = new RegExp(`^(?:mauvaise?s?|pas (?:(?:sur|dans|a|au) )?l[ea] bon(?:ne)?|pas au bon) ${CODE}\\b`);
const ELSEWHERE = [
  new RegExp(
    `^(?:concerne(?:nt)?|releve(?:nt)?|depend(?:ent)?) ${ARTICLES}(?:autres? ${BODY}\\b|¬|${PAYER}\\b|\\d{3}$)`,
  ),
  new RegExp(
    `^(?:attention |grosse |petite )?(?:erreurs?|err) (?:(?:de|d|du|des|sur|dans|a|l|la|le) )*(?:${CODE}|saisie|frappe)\\b`,
  ),
  new RegExp(
    `^(?:(?:l|la|le|les) )*${IMPUTATION} (?:(?:est|sont|semble|parait) )?(?:erron+ee?s?|faux|fausses?|incorrecte?s?|inexacte?s?|ko|nok` +
      '|pas (?:bon(?:ne)?|ok)|a (?:changer|modifier|corriger|reprendre|refaire|revoir))\\b',
  ),
  new RegExp(
    `^a (?:prendre|compter|porter|mettre|recharger|charger|deplacer|affecter|reaffecter|inscrire|engager|declarer|financer|facturer|ventiler)(?: en (?:charge|compte))? (?:sur|par|a|au|vers|dans|en) ${ARTICLES}${TARGET}(?![a-z])`,
  ),
  new RegExp(
    `^(?:re ?imputer|re ?affecter|re ?ventiler|imputer|basculer|transferer|facturer|recharger|rattacher) (?:sur|a|au|vers|dans) ${ARTICLES}${TARGET}(?![a-z])`,
  ),
  new RegExp(
    `^(?:(?:re ?)?imputee?s?|re ?(?:affect|ventil)ee?s?|engagee?s?|saisie?s?|comptee?s?|bascul(?:ee?s?|e)|(?:doit|devrait|aurait du) (?:bien )?etre (?:imputee?|pris|sur|financee?|comptee?)) (?:imputee? )?(?:sur|a|au|dans|vers) ${ARTICLES}(?:¬|${ANOTHER}|(?:programme|bop|prog) \\d{3,4})`,
  ),
  new RegExp(`^(?:c est|en fait|plutot|normalement|en realite) (?:(?:pour|sur|a|de|du|la|le|l) )*¬`),
  /^(?:pour |sur )?(?:(?:la|le|l) )?¬ (?:et|mais) (?:non|pas)\b|^(?:pour|sur) ¬ pas [¤¥]/,
];
/** An act that was done, rather than one to do. */
const TO_MOVE = new RegExp(
  `^(?:demandes? (?:de |d )?)?(?:(?:re ?imputations?|re ?affectations?|re ?ventilations?)(?:$| (?:a|au|sur|vers|en|demandee?|prevue?|budgetaire|comptable|de la depense|de l ej)\\b)|(?:changements?|changer|modifications?|modifier|corrections?|corriger|rectifications?|rectifier) ` +
    `(?:(?:de|d|du|l|la|le) )*${IMPUTATION}\\b|(?:virements?(?: internes?)?|transferts?|bascules?) (?:a faire |a prevoir |demandee? )?(?:vers|sur) ${ARTICLES}${TARGET})`,
);
const MOVED = /\b(?:effectuee?s?|realisee?s?|faite?s?|passee?s?|terminee?s?|ok|validee?s?)\b/;
const NOT_OURS = [
  /^(?:depenses?|factures?|commandes?|ej|prestations?) ¬$/,
  new RegExp(
    `^(?:(?:n|ne|c|ce|est|sont|imputee?s?) )*(?:pas|plus|non|jamais) (?:imputee?s? |eligible |prevue? )?(?:sur|dans|pour|a|au|de) ${ARTICLES}${OURS}(?![a-z])`,
  ),
  /^(?:(?:ce|c|n|ne|est|sont) )*(?:pas|plus) (?:(?:pour|a|de|par) )?(?:nous$|nous\b(?! )|(?:notre|nos) (?:ressort|perimetre|competence|convention|budget|enveloppe|ligne|projet|service|charge|programme|bop|delegation))/,
  /^(?:non|pas) (?:(?:la|le|l|du|de la) )?[¤¥]$/,
  /^(?:n )?(?:a |ont )?rien a (?:voir|faire) (?:avec|ici|sur|dans|la)\b/,
  new RegExp(
    `^(?:sans|aucun|pas de) (?:lien|rapport) avec ${ARTICLES}(?:[¬¤¥]|conventions?|projet|enveloppe|delegation|objet|perimetre|programme)(?![a-z])`,
  ),
  /^(?:ne |n )?(?:nous|me) (?:concerne|regarde)(?:nt)? pas\b/,
  /^hors (?:(?:de|la|le|l|notre|du) )*(?:conv|convention|dg|delegation|perimetre|programmes?|bops?|budgets?|enveloppes?|[¬¤¥])(?![a-z])/,
  new RegExp(
    `^(?:sortir|retirer|enlever|exclure|oter) (?:de|du|des) ${ARTICLES}(?:[¬¤¥]|conventions?|conv|perimetre|suivi|tableau|bilan|enveloppe|calcul|total|delegation)(?![a-z])`,
  ),
  /^suivie?s? (?:(?:dans|sur|par|en) )?(?:un |une )?autres? (?:tableaux?|fichiers?|onglets?|feuilles?|suivis?|classeurs?)\b/,
];
const NOT_CHARGED = new RegExp(
  `^${DENYING}(?:imput(?:er|ee?s?|ables?)|rattach(?:er|ee?s?|ables?)|financ(?:er|ee?s?|ables?)|pris(?:e|es)? en (?:charge|compte)|prendre en (?:charge|compte)` +
    '|compt(?:er|ee?s?|abilis[a-z]{1,3})|compte(?:nt)?|retenir|retenue?s?)\\b',
);
const PAID_BY_OTHERS = [
  new RegExp(
    `^(?:(?:ej|marche|commande|facture|depense|est|sera|a|ete|deja|prestation|cout|montant) ){0,5}(?:pay|regl|financ|support|assum|avanc|acquitt|port)ee?s? (?:directement |integralement )?(?:par|sur) ${ARTICLES}(?!dgfip\\b)(?:${PAYER}|credits (?!${PLACE}|deleg)[a-z]+)\\b`,
  ),
  new RegExp(
    `^(?:prise? en charge|financements?|credits|charges?|depenses?|budgets?|participation|contribution|subvention|paiements?) (?:par )?${ARTICLES}(?:${PAYER})\\b`,
  ),
  new RegExp(`^a (?:la )?charge (?:de |du |d )?${ARTICLES}${PAYER}\\b`),
  new RegExp(
    `^(?:c est )?${ARTICLES}${PAYER} (?:qui )?(?:paie|paye|paiera|payera|prend en charge|prendra en charge|finance|financera|rembourse|remboursera|assume|supporte|avance|regle|reglera)\\b`,
  ),
  new RegExp(`^(?:[a-z]{1,12} ){0,3}pour le compte ${ARTICLES}(?:${PAYER}|autres? ${BODY})\\b`),
  /^(?:co)?financements? (?:exterieur|externe|tiers|autre|propre|croise|partage|conjoint|europeen)s?\b/,
  /^(?:refacturations?|remboursements?) (?:(?:par|de|a|au|la|le|l|du) )*(?:ditp|dinum|dge|dgefp|ministere)\b/,
];
/** The words of « Dépense 2022 », « À imputer sur l’exercice précédent », before the year. */
const YEAR_WORD = new RegExp(
  '^(?:sur|de|du|d|en|a|au|pour|l|la|le|une?|exercices?|gestions?|anticipee?s?|annees?|budgets?|credits?|ae|cp|rap|' +
    'depenses?|charges?|factures?|rattach(?:ements?|er|ee?s?)|regul(?:arisation)?s?|imputee?s?|imputer|' +
    'imputation|releve(?:nt)?|concerne(?:nt)?|engagements?|engagee?s?|ej|commandes?|correspond|' +
    'prestations?|comptabilisee?s?|prise?s?|compte)$',
);
const YEAR_BEFORE =
  /^(?:exercices?|gestions?|annees?|an) (?:anterieure?s?|precedente?s?|suivante?s?|prochaine?s?|derniere?s?|passee?s?)$/;
const OF_ANOTHER_YEAR = [
  /^(?:(?:n|est|a) )*(?:pas|non|plus) (?:imputee?s? )?(?:sur|en|pour|au titre de) (?:l )?(?:(?:exercice|annee|gestion|credits?|budget) )?(?:20\d\d|cette annee|cet exercice|l annee)$/,
  /^regul(?:arisation)?s?\b.{0,40}(?:¶|anterieure?s?\b|precedente?s?\b|passee?s?\b)/,
  /^(?:[a-z]{1,14} ){0,3}(?:report|decal|bascul)ee?s? (?:(?:en|a|sur|au|l|la|exercice|gestion|annee) ){1,4}¶$/,
  /^(?:dont|concerne aussi) (?:\d{1,2} mois (?:sur|en) )?¶$/,
  /^(?:ej|engagements?|commandes?) anciens?$|^anciens? (?:ej|engagements?|commandes?)$/,
];
const NOT_ELIGIBLE = [
  /^eligib(?:ilites?|les?) (?:(?:est|reste) )?(?:a (?:verifier|confirmer|voir|preciser|valider|etudier)|douteuse|incertaine|non|pas)\b/,
  /^(?:pas|peu|non) (?:sure?s?|certaine?s?) (?:que|qu|si|de l)\b/,
  /^(?:postes?|depenses?|achats?|prestations?) (?:non|pas) (?:prevue?|eligible|conventionnee?)s?\b/,
];
const AGREEMENT = [
  new RegExp(
    `^(?:mise? )?(?:en )?attente (?:(?:de|d|du|la|l|le|une?) )*(?:decisions?|arbitrages?|validations?|accords?|confirmations?|avis|visas?|retours?|reponses?|feu vert)(?:$| (?:(?:par|de|du|d|la|le|l|des) )*(?:${ABOVE}|budgetaire|politique)(?![a-z]))`,
  ),
  new RegExp(
    `^(?:accords?|visas?|autorisations?|avis)(?: (?:de|du|d|la|le|l|des|${ABOVE}))* a (?:obtenir|demander|solliciter|recueillir|confirmer|venir)\\b`,
  ),
  new RegExp(`^a (?:faire )?valider (?:par|avec|aupres) (?:(?:de|du|la|le|l) )*${ABOVE}(?![a-z])`),
];

const OF_ITS_CREDITS = [...ELSEWHERE, ...NOT_OURS, ...PAID_BY_OTHERS, ...NOT_ELIGIBLE];

/** True for a clause, in plain words, by which its row is not, or may not be, for its envelope. */
export function isForOthers(clause: string): boolean {
  const notCharged = NOT_CHARGED.exec(clause);
  if (notCharged && DENIED.test(notCharged[0])) return true;
  if (TO_MOVE.test(clause)) return !MOVED.test(clause);
  return isElsewhere(clause) || OF_ITS_CREDITS.some((pattern) => pattern.test(clause));
}

/** « Imputer ailleurs », « À basculer sur un autre BOP », « Payé par un autre service », « Saisi sur le mauvais CF ». */
function isElsewhere(clause: string): boolean {
  const words = clause.split(' ');
  const first = words.findIndex((word) => !CHARGING.test(word));
  if (first < 0) return false;
  const [before, place] = [words.slice(0, first), words.slice(first).join(' ')];
  if (place === 'ailleurs') return clause !== 'par ailleurs';
  if (OF_ANOTHER.test(place) || WRONG.test(place)) return true;
  const isBy = ACTING.test(before[0] ?? '') && !/^suivi/.test(before[0] ?? '') && TOWARDS.test(before.join(' '));
  return isBy && OF_ANOTHER_BODY.test(place);
}

/** True for a clause, in plain words, by which its row is of the credits of another year. */
export function isOfAnotherYear(clause: string): boolean {
  const words = clause.split(' ');
  const areOfAYear = (before: readonly string[]): boolean => before.every((word) => YEAR_WORD.test(word));
  if (words.at(-1) === '¶') return areOfAYear(words.slice(0, -1)) || OF_ANOTHER_YEAR.some((one) => one.test(clause));
  if (YEAR_BEFORE.test(words.slice(-2).join(' '))) return areOfAYear(words.slice(0, -2));
  return OF_ANOTHER_YEAR.some((pattern) => pattern.test(clause));
}

/** True for a clause, in plain words, by which an agreement is still to come: « En attente de décision ». */
export function awaitsAgreement(clause: string): boolean {
  return AGREEMENT.some((pattern) => pattern.test(clause));
}
