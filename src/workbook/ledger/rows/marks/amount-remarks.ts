/**
 * Remarks of the team by which the amount of a row may not be what it owes to its envelope: without tax, in another
 * unit, to be confirmed, shared with other credits, already reduced. The amount counts as it is typed.
 */
import { comparable } from '../../../../domain/text';
import { NAMED_SHARE, sharesAmount } from './amount-shares';
import { mayHold } from './marking-words';

const LONGEST = 500;
const LONGEST_CLAUSE = 80;
const MOST_CLAUSES = 12;
const CLAUSE = /[;:()\n\r]+|\.(?=\s|$)|,(?!\d)|\s[-–—]\s/;
const AMOUNT = '(?:montants?|sommes?|prix|chiffr(?:es?|ages?)|ae|cp)';
const BETWEEN =
  '(?: (?:ae|cp|de l ae|du cp|total|engage|est|sont|saisie?s?|indiquee?s?|exprimee?s?|donnee?s?|en|de la ligne))*';
const EUROS = String.raw`\d[\d ,.]{0,15}(?: ?(?:k?€|euros?|k?eur))?`;
const PERCENT = String.raw`\d{1,2}(?:[.,]\d{1,2})? ?%`;
const TAX = new RegExp(
  `^(?:(?:${AMOUNT}${BETWEEN}|factures?|commandes?|bc|marche|ej) )?(?:ht|h\\.? ?t\\.?|htva|hors (?:la )?(?:taxes?|tva))$` +
    `|^(?:tva|taxes?)(?: (?:a )?${PERCENT})? (?:(?:due |a payer |a regler )?(?:a ajouter|en sus|en plus)|non (?:comprise?|incluse?|comptee?)s?)\\b|^sans (?:la )?tva$` +
    `|^(?:\\+ ?|plus )(?:la )?(?:(?:tva|taxes?)(?: (?:a )?${PERCENT})?|${PERCENT} (?:de )?tva)$`,
);
const UNIT = new RegExp(
  `^(?:${AMOUNT}${BETWEEN} )?(?:en )?(?:k ?€|keur|k ?euros?|m ?€|milliers?(?: d euros?| d €)?|millions?(?: d euros?| d €)?|usd|dollars?(?: us| canadiens?)?|gbp|livres? sterling|chf|francs?(?: suisses?| cfp)?)$`,
);
const UNSURE = new RegExp(
  `^(?:attention )?${AMOUNT}${BETWEEN} (?:mensuel|unitaire|journalier|par (?:mois|jour|unite)\\b)(?! ?:? ?\\d)|^${AMOUNT}${BETWEEN} (?:(?:reste )?a (?:confirmer|verifier|revoir|corriger|preciser|ajuster|completer|definir|rectifier|modifier|ventiler|repartir|partager|negocier|discuter|fixer|arreter|determiner|valider)\\b` +
    `|(?:estim|approximat|erron|fau(?:x|sse)|inexact|incorrect|incertain|incomplet|inconnu|provisoire|previsionnel|indicati|arrondi)[a-z]{0,6}\\b|(?:(?:max|min)(?:i|imum|imale?)?|plafond|plancher)$)` +
    '|^hors (?:frais|port|livraison|transport|installation|revisions?|options?|avenants?|actualisation)\\b',
);
const WRONG = new RegExp(
  `^erreur (?:de |du |sur (?:le |les |l )?)${AMOUNT}\\b|^(?:en fait|en realite|plutot) (?:de )?${EUROS}$`,
);
const PART = new RegExp(
  `\\bdont ${EUROS} (?:sur|imputee?s?|a imputer|hors|annulee?s?|a annuler|retiree?s?|a retirer|abandonnee?s?|en trop|rembourse[a-z]{0,3}|a la charge|finance[a-z]{0,3} par)\\b`,
);
/** « Montant pour 2 ans », « AE pour 24 mois », « Montant pluriannuel »: more than the credits of the year perhaps. */
const OF_YEARS_TO_COME = new RegExp(
  `^${AMOUNT}${BETWEEN} (?:(?:pour|sur) (?:les )?(?:(?:[2-9]|deux|trois|quatre|cinq) (?:prochaines? )?(?:ans|annees|exercices)|(?:1[3-9]|[2-6]\\d) mois)\\b|` +
    '(?:biennal|biannuel|triennal|trisannuel|pluriannuel)\\b)',
);
/** « Dont 50 % en 2024 »; « dont 50 % payés en 2024 » is a schedule. */
const PART_OF_YEAR = new RegExp(
  `^dont (?:\\d{1,3} ?%|(?:la )?moitie|(?:un |deux )?tiers|(?:un |trois )?quarts?|${EUROS}) (?:en|sur|pour|au titre de) (?:(?:l )?(?:exercice|annee|gestion) )?20\\d\\d$`,
);
/** « 50 % sur SF »; not « 30 % sur facture ». */
const ON_ANOTHER =
  '(?:sur (?!\\d|(?:la |le |les |l )?(?:factures?|devis|commandes?|place|livraison|presentation|duree|prix|montants?|ensemble|annee))|a la charge|imputee?s?|prise?s? en charge|financ[a-z]{0,3} par|pay[a-z]{0,3} par)';
const SHARE = new RegExp(
  `^(?:\\d{1,3} ?%|(?:la )?moitie|(?:un |deux )?tiers|(?:un |trois )?quarts?|(?:une |en )?partie) ${ON_ANOTHER}` +
    '|^(?:a (?:partager|repartir|ventiler)|partagees?|repartie?s?|ventilee?s?) (?:avec|entre|sur)\\b',
);
const TWO_SHARES = /^[a-z ]{1,30}\d{1,3} ?%[^%]{1,30}\d{1,3} ?%/;
/** « 50 % SF »: a share of something that has initials, and that is no tax nor another part of the same amount. */
const SHARE_OF_INITIALS =
  /^\s*(?!100)\d{1,2}\s?%\s(?:de\s|pour\s)?(?!(?:TVA|TTC|HT|AE|CP|EJ|DP|TF|TO\d?|TJM|ETP|RTT|OK)(?!\p{L}))\p{Lu}{2,8}\s*$/u;
/** « Partagé avec la DGE »; without its accent, it is the name of a sharing. A deliverable or a place may be shared. */
const SHARED =
  /(?<!\b(?:livrables?|rendus?|comptes?[- ]rendus?|plannings?|locaux|outils?|documents?|fichiers?|agendas?|espaces?|drives?|dossiers?|codes?|retours?|calendriers?|rapports?|diagnostics?|supports?|contenus?|serveurs?|bureaux?) )(?<=^|[\s(])partagés? (?:avec|entre)(?!\p{L})/iu;
const OF_PAYMENTS = /acompte|avance|solde|pai?e|livr|commande|remise|tva|realis|execut|reception|service/;
/** « 5 000 € non consommés, rendus ». */
const UNUSED = '(?:d ae |de cp )?(?:(?:non|pas) (?:consomm|utilis|depens|employ|realis)ee?s? )?';
const GIVEN_BACK = '(?:desengagee?s?|degagee?s?|restituee?s?|rendue?s?|reversee?s?|liberee?s?)';
const TO_GIVE_BACK = 'a (?:desengager|degager|retirer|annuler|restituer|rendre|reverser|deduire|liberer)';
/** « Le solde est rendu à la DGEFP »: an amount that no one wrote. */
const REST =
  '(?:(?:le |l |un |du |les )?(?:reste|solde|reliquat|surplus|excedent|difference|inutilise|(?:ae |cp |credits? |montants? |part )?(?:non|pas) (?:consomm|utilis|depens|employ)ee?s?)' +
  '(?: (?:non|pas) (?:consomm|utilis|depens|employ)ee?s?)?(?: (?:de (?:l )?(?:ej|ae|engagement|commande|marche)|d ae|des (?:ae|credits)|du marche))?)';
const CHANGED = new RegExp(
  `^(?:${AMOUNT}|ej|engagement|commande)(?: (?:est|sera|a ete|doit etre|reste))? (?:a )?(?:reduire|diminuer|augmenter|majorer|minorer|baisser|ramener|reduite?|diminuee?|augmentee?|majoree?|minoree?|ramenee?)\\b` +
    `|^(?:reduite?|ramenee?|diminuee?|augmentee?|majoree?|minoree?|portee?)s? (?:a|de) ${EUROS}` +
    `|^(?:retrait|annulation|diminution|complement|augmentation|degagement)(?: partiel(?:le)?)? (?:de |d )?${EUROS} (?:reste )?a (?:saisir|faire|passer|enregistrer|engager)\\b` +
    `|^(?:dont |(?:reste|solde|reliquat)(?: de)? )?${EUROS} ${UNUSED}(?:reste )?(?:(?:sont |ont ete |est |a ete |restent )?(?:${TO_GIVE_BACK}|${GIVEN_BACK}))\\b` +
    `|^${REST} (?:(?:est|sera|a ete|doit etre|sont|seront|ont ete) |reste(?:nt)? )?(?:${TO_GIVE_BACK}|${GIVEN_BACK})\\b` +
    `|^(?:reste )?a (?:desengager|degager)(?: (?:de |pour )?${EUROS})?$` +
    `|^(?:remise|rabais|penalites?|avoir) (?:de )?(?:\\d{1,2} ?%|${EUROS}) a (?:appliquer|deduire)\\b` +
    `|^(?:avenant|complement|retrait|avoir|degagement|penalites?|remise)(?: [^;]{0,40})? (?:non|pas)(?: encore)? (?:saisi|enregistr|comptabilis|inclus|compris|compt|integr|dedui|pris)[a-z]{0,4}\\b` +
    `|^avoir (?:de )?${EUROS} (?:a (?:venir|recevoir|deduire|demander)|attendu|demande|en attente)\\b` +
    '|^a rembourser(?: par\\b|$)|^remboursee?s? par (?:la |le |l |les )?(?:fournisseur|titulaire|prestataire|societe)\\b' +
    `|^(?:trop|sur|sous)[ -]?(?:engagee?s?|payee?s?|percus?)\\b`,
);
/** « Montant réel : 1 500 € », as a whole. */
const OTHER_AMOUNT = new RegExp(`^${AMOUNT} (?:reel|exact|definitif|corrige|final)e?s?(?: ?:| de)? ?${EUROS}`);
/** « Quotité : 80 % », « Montant TTC ou HT ? ». */
const QUOTA =
  /^(?:quotite|quote part|prorata|part)(?: (?:de|a|est|finale|imputee?|pde|sf))* ?:? ?\d{1,3}(?:[.,]\d{1,2})? ?%/;
const ASKED = new RegExp(`^(?:quel(?:le)? (?:est )?(?:le |la )?)?(?:${AMOUNT}|ht|ttc|tva)\\b[^?]{0,60}\\?`);
const OF_WHOLE = [
  NAMED_SHARE,
  OTHER_AMOUNT,
  QUOTA,
  ASKED,
  /^(?:ej |marche |commande |contrat |bc )?a cheval (?:sur|entre|20\d\d)\b/,
];
/** « AE 2023 : 800 ; AE 2024 : 1200 »: a schedule of payments is none of these. */
const OF_YEAR = /\b20\d\d ?[:=] ?\d|\d ?(?:k?€|euros?|eur)?(?: d ae| ht| ttc)? (?:en|sur|pour|au titre de) 20\d\d\b/g;
const SCHEDULE = /\bcp\b|pai|paye|acompte|fact|solde|verse|annuit|echean|livr|loyer/;
const DOUBTS = [TAX, UNIT, UNSURE, WRONG, PART, PART_OF_YEAR, OF_YEARS_TO_COME, SHARE, CHANGED];

const NOT_OVERPAID = /\btrop[ -]per[cç]u\s{0,3}:?\s{0,3}(?:n[ée]ant|aucun|non|ras|0)(?![\p{L}\d])/giu;

/** True for a remark that casts doubt on the amount of its row, in one of its clauses. */
export function doubtsAmount(remark: string): boolean {
  if (!mayHold('amount', remark)) return false;
  if (
    SHARED.test(remark.slice(0, LONGEST)) ||
    SHARE_OF_INITIALS.test(remark.slice(0, LONGEST_CLAUSE)) ||
    isOfWhole(comparable(remark.slice(0, LONGEST_CLAUSE)))
  )
    return true;
  return remark
    .slice(0, LONGEST)
    .replace(NOT_OVERPAID, '')
    .split(CLAUSE, MOST_CLAUSES)
    .filter((clause) => clause.length <= LONGEST_CLAUSE)
    .map((clause) => comparable(clause).trim())
    .some((clause) => DOUBTS.some((doubt) => doubt.test(clause)) || isShared(clause) || sharesAmount(clause));
}

function isOfWhole(words: string): boolean {
  if (OF_WHOLE.some((doubt) => doubt.test(words))) return true;
  return (words.match(OF_YEAR)?.length ?? 0) > 1 && !SCHEDULE.test(words);
}

/** « PDE 60 %, SF 40 % », and not « acompte 30 %, solde 70 % ». */
function isShared(clause: string): boolean {
  return TWO_SHARES.test(clause) && !OF_PAYMENTS.test(clause);
}
