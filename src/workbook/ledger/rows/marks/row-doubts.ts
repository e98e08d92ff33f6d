/**
 * Words of the team that leave a doubt about a whole row: a question, « À vérifier », « Pas validé par la DGE »,
 * « Gelé », « Financé sur crédits DNUM », « Devrait être sur SF ». The row counts as it is typed.
 */
import { comparable } from '../../../../domain/text';
import { mayHold } from './marking-words';

const LONGEST = 500;
const LONGEST_CLAUSE = 80;
const MOST_CLAUSES = 12;
const CLAUSE = /[;:()\n\r]+|\.(?=\s|$)|,(?!\d)|\s[-–—/]\s/;
/** The subjects of a remark about its row. */
const ROW =
  'ej|engagements?(?: juridiques?)?|commandes?|bc|bons?(?: de commande)?|lignes?|marches?|dossiers?|operations?|contrats?|depenses?|conventions?|projets?|acquisitions?|prestations?|achats?';
const PLACE =
  'imputations?|enveloppes?|axes?(?: ministeriels?)?(?: \\d)?|postes?|codes?|centres? (?:financiers?|de couts?)|domaines?(?: fonctionnels?)?|activites?|saisies?|dates?(?: (?:d |de |du )?(?:ej|paiement|sf|engagement|l ej))?|exercices?|annees?|statuts?|nature|affectations?|tranches?';
const SMALL_WORDS =
  'l|le|la|les|cet?|cette|ces|de|du|d|a ete|ete|est|sont|reste|encore|toujours|actuellement|c|n|ne|finalement';
const LEAD = new RegExp(`^(?:(?:${SMALL_WORDS}|${ROW}|${PLACE}|tout|semble|parait)\\b\\W{0,3})*`);

const TO_CHECK = new RegExp(
  '^a (?:verifier|revoir|corriger|confirmer|preciser|clarifier|rectifier|controler|arbitrer|redresser|regulariser' +
    '|reclasser|rattacher|changer|cloturer)(?:$| (?:avec|aupres|dans|sur|par|vers|en|au|aux|a|svp|absolument|urgent|!))',
);
const WRONG = new RegExp(
  '^(?:faux|fausse|errone|incorrect|inexact|incoherent|inconnu|introuvable|mauvais(?!e?s? (?:adresse|rib|contact|destinataire|temps|etat|qualite|reception))|absente? (?:de|dans) chorus' +
    '|pas (?:bon|correct|a jour|la bonne|le bon))e?s?\\b',
);
/** Qualities of an operation that counts. */
const VALID =
  'd accord|valide|valable|conforme|eligible|autorise|agree|concerne|couvert|retenu|imputable' +
  '|prevue? (?:a|dans|par) (?:la |l )?(?:convention|delegation|accord)' +
  '|trouve|present|visible|connu|cree|saisi|enregistre|existant';
const NOT_VALID = [
  new RegExp(`^(?:pas|non|ne|n)(?: (?:encore|pas|est|ete|a|plus))* (?:${VALID})e?s?\\b`),
  /^(?:ineligible|irreguli(?:er|ere))s?\b/,
  /^(?:sans|pas d|absence d|defaut d|absence de|defaut de) (?:accord|validation|autorisation|base|fondement)\b/,
  /^(?:accord|validation|autorisation)s?\b[^,;]{0,25} (?:non|pas) (?:encore )?(?:obtenu|donne|recu|signe)e?s?\b/,
  /^(?:ne |n )?(?:correspond|releve|concerne|rentre|entre|existe|apparait|figure)(?:nt)? (?:pas|plus)\b/,
  /^(?:ne |n )?(?:passera|passeront|entrera|entreront|rentrera|rentreront|sera impute|sera pris)(?:e|es|s)? (?:pas|plus)\b|^(?:ne |n )(?:sera|seront) (?:pas|plus) (?:imput|finance|pris|rattach)/,
  /^sous reserve(?: (?:de|d)(?: (?:la|l|le))?(?: (?:validation|accord|visa|signature|confirmation|notification|disponibilite)[a-z ]{0,40})?)?$/,
  /^hors (?:objet|champ)\b|^(?:pas|non saisie?|non creee?) (?:dans|sur|sous|en) chorus\b/,
];
/** « Incertain », « Pas sûr », « KO »; an order that never left, never came or came to nothing. */
const UNSURE = [
  /^(?:ko|nok|incertaine?s?|hypothetiques?|doute(?:ux|uses?)|(?:pas|peu) (?:encore )?(?:certaine?s?|sure?s?|acquise?s?))$/,
  /^(?:ne |n )?(?:sera |est |a )?(?:pas|jamais)(?: encore)?(?: ete)? (?:parti|envoye|transmis|lance|passe)e?s?(?:$| (?:au|chez le) (?:fournisseur|prestataire|titulaire)$)/,
  /^(?:(?:la|le) )?(?:commandes?|bc|bons? de commande) non(?: encore)? (?:parti|envoye|transmis|lance|passe)e?s?(?:$| (?:au|chez le) (?:fournisseur|prestataire|titulaire)$)/,
  /^(?:(?:ne|n|est|a|ete) )*jamais (?:ete )?(?:livre|arrive|recu|honore)e?s?$/,
  /^(?:rest|demeur|laiss)ee?s? sans (?:suite|effet)$/,
  /^(?:a |ont )?(?:pas|jamais) (?:abouti|debouche)$/,
];
const WARNED = [
  /^(?:attention )?(?:double paiement|paiement en double)\b/,
  /^ne pas payer\b/,
  /^en trop$/,
  /^voir si /,
];
const HALTED = [
  /^(?:suspendu|gele|bloque|ajourne|differe|retoque|resilie|interrompu|stoppe|depriorise)e?s?(?:$|[^a-z ]| (?:le|en|au|par|depuis|jusqu|faute|pour|dans|cause|suite|a)\b)/,
  /^(?:mis(?:e|es)? )?en (?:suspens|pause|sommeil|sursis|stand ?by)\b|^stand ?by\b/,
  /^(?:(?:le|la|l) )?(?:projets?|marches?|operations?|prestations?|contrats?|commandes?) (?:est |sont |a ete |ont ete )?arretee?s?$/,
  /^(?:a l )?arret (?:du |de la |de l |d )?(?:$|projet|marche|operation|prestation)/,
  /^(?:suspension|gel|resiliation|report|blocage|ajournement)(?: (?:du|de la|de l|des|d) (?:ej|engagement|commande|bc|ligne|marche|dossier|operation|contrat|depense|projet|credit)s?)?$/,
];
/** Where a thing that is not the row may have to go: « À passer sur Chorus ». */
const ANOTHER_PLACE =
  '(?:le |la |l |les )?(?:chorus|site|intranet|internet|place|serveur|drive|sharepoint|osmose|commandes?|factures?|devis|' +
  'reseau|agenda|ordre|liste|suivi)';
const MOVED =
  '(?:a (?:passer|mettre|decaler|deplacer|rattacher|reclasser)|(?:pass|decal|reclass|deplac|rattach|gliss)ee?s?)';
const LATER = '(?:20\\d\\d|n ?\\+ ?1|l (?:an|annee|exercice)(?! 20))';
const ELSEWHERE = [
  new RegExp(`^${MOVED} (?:sur|vers) (?!${ANOTHER_PLACE})`),
  new RegExp(`^(?:${MOVED}|a glisser|bascule|glissement|decalage) (?:en |a |sur |vers )?${LATER}`),
  /^(?:devrai(?:en)?t|doi(?:ven)?t|aurai(?:en)?t du) (?:etre )?(?:imputee?s?|sur|prise?s? en charge|a la charge|rattachee?s?|en 20)/,
  /^plutot (?:sur|en|a|au|de) |^(?:en fait|en realite) (?:c est |sur |pour |de )|^.{1,25} plutot$/,
  /^(?:sur|dans|releve d|a mettre (?:sur|dans)) (?:une |un |l )?(?:autres?|mauvaise?s?) (?:enveloppe|convention|poste|axe|budget|bop|programme)\b/,
];
/** Credits that are not those of the envelope. */
const OTHER_CREDITS = [
  /^(?:cofinance|prise? en charge|supporte|assume|couvert)e?s? (?:(?:en|pour) partie |(?:partielle|integrale|totale)ment |a \d{1,3} ?% )?(?:par|sur)\b(?! (?:la |le |l |les |un |notre )?(?:agent comptable|comptab|cbcm|cbr|dcb|tpe|csp|service facturier|centre de services|garantie|marche|contrat|assurance|maintenance|licence|forfait|windows))/,
  /^(?:a la charge|aux frais) d|^(?:depense|cout|charge)s? portee?s? par\b/,
  /^financee?s? par (?:(?:le|la|l|un|une|d|des) )*(?:autres?|plan|fonds|appel|programme|feder|fse|france|union|ue|europe|region|subvention|mecenat|banque)\b/,
  /^(?:(?:payee?s?|reglee?s?|imputee?s?|financee?s?) )?(?:sur|avec) (?:(?:le|la|les|des|d|l|un|une|nos|ses|leurs|autres?) )*(?:credits?|fonds|budget|bop|programme \d{1,4}|p ?\d{3})\b/,
];
const OUR_CREDITS = /\b(?:convention|delegat|delegu|presente?|titulaire|fournisseur|prestataire|candidat|participant)/;
/** « Bloqué puis débloqué » is a doubt no more. */
const SETTLED = /\b(?:puis|levee?s?|debloquee?s?|degelee?s?|resolue?s?|regularisee?s?|corrigee?s?|verifiee?s?|ok)\b/;
/** The operation is, wholly or not, that of another row. */
const MERGED =
  /^(?:idem|meme (?:ej|commande|bc|ligne|depense|engagement)|(?:regroupe|fusionne|integre|cumule|globalise|groupe|joint)e?s?) (?:que |qu |a |au |avec |dans |sur )?(?:(?:la|l|le|les|celle|celui) )*(?:lignes?|ej|engagements?|bc|commandes?|marches?|\d{10})\b/;
const DOUBTS = [TO_CHECK, WRONG, ...UNSURE, ...WARNED, ...NOT_VALID, ...HALTED, ...ELSEWHERE, MERGED];
/** Those that are one under any heading; « Non conforme » under « Contrôle » may be about a delivery. */
const IN_ANY_WORDS = [TO_CHECK, ...UNSURE, ...NOT_VALID, ...HALTED];
const CONFORMING = /conforme/;

/** Words that someone asks, « PDE ou SF ? », not the address of a page. */
const ASKED = /\?\s*$/;
const ADDRESS = /:\/\//;

/** True for a remark that leaves a doubt about its row, in one of its clauses. */
export function doubtsRow(remark: string): boolean {
  if (!mayHold('doubt', remark) || SETTLED.test(comparable(remark.slice(0, LONGEST)))) return false;
  return clausesOf(remark).some((clause) => (ASKED.test(clause) && !ADDRESS.test(remark)) || isDoubt(clause));
}

/** True for the label of an operation that is in doubt, after its name: « Maintenance (à vérifier) ». */
export function labelDoubtsRow(label: string): boolean {
  if (!mayHold('doubt', label)) return false;
  return clausesOf(label)
    .slice(1)
    .some((clause) => !MERGED.test(comparable(clause)) && isDoubt(clause));
}

/** True for words under a heading that is not about the row that are such a doubt alone: « Ajourné » under « Commission ». */
export function wordsDoubtRow(words: string): boolean {
  if (words.length > LONGEST_CLAUSE || !mayHold('doubt', words)) return false;
  const all = comparable(words);
  return !CONFORMING.test(all) && IN_ANY_WORDS.some((doubt) => doubt.test(all));
}

function clausesOf(text: string): readonly string[] {
  return text
    .slice(0, LONGEST)
    .split(CLAUSE, MOST_CLAUSES)
    .filter((clause) => clause.length <= LONGEST_CLAUSE);
}

function isDoubt(clause: string): boolean {
  const words = comparable(clause).trim();
  const act = words.replace(LEAD, '');
  const isOneOf = (doubts: readonly RegExp[]): boolean => doubts.some((one) => one.test(act) || one.test(words));
  return isOneOf(DOUBTS) || (isOneOf(OTHER_CREDITS) && !OUR_CREDITS.test(act));
}
