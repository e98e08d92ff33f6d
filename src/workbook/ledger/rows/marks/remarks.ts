/**
 * Remarks of the team on a row, in free words. Only those by which the operation itself is no more, or has to go, are
 * understood, « EJ annulé le 3 mars », « Voir mail : commande abandonnée », « Devenu sans objet », and short ones that
 * set it aside, « Hors convention ».
 */
import { comparable } from '../../../../domain/text';
import { setsAside } from './effect-headings';
import { mayHold } from './marking-words';
import { DROPPING } from '../status-roles';
import { isStatusAlone, namesItsAct, statusOfWords } from '../status-words';

const LONGEST = 500;
const LONGEST_STATUS = 120;
const LONGEST_ASIDE = 60;
const MOST_CLAUSES = 12;
const HEADING = /^(?:observ|comment|remark|remarqu|notes?(?! de )\b|precision|informations?$)/;
const CLAUSE = /[.;:,()\n\r]+|\s[-–—/]\s/;
const FIRST_WORD = /^[^\p{L}\d]{0,5}[\p{L}\d]{1,30}/u;
const ROW =
  'ej|engagements?|juridiques?|commandes?|bc|bons?|lignes?|marches?|dossiers?|operations?|contrats?|depenses?|prestations?|achats?|acquisitions?|projets?';
const PAID = 'dp|demandes?|paiements?|virements?|mandats?';
const SMALL_WORDS =
  'l|le|la|les|cet?|cette|ces|d|du|de|a|ete|est|sont|visa|classee?|finalement|definitivement|totalement';
const SUBJECT = leading(ROW);
/** Before the act, in a clause: the row, who decided and when, and what is still to do. */
const LEAD = leading(
  'avis|cbcm|cbr|cbm|dcb|procedures?|consultations?|declaree?s?|jugee?s?|devenue?s?|etre|faire|demander|en attente|n|no|' +
    String.raw`numero|\d{1,12}|${ROW}|${PAID}`,
);
const CANCELLED =
  /^(?:annul(?:ee?s?|ation)\b|abandon(?:nee?s?|s)?\b|caduc|supprimee?s?\b|sans suite|refusee?s?\b|rejetee?s?\b|cancell?ed\b)/;
const ENDED = new RegExp(
  `^(?:(?:${DROPPING.join('|')})[a-z]{0,8}\\b|(?:decommand|denonc|desactiv)ee?s?\\b|deleted\\b|sans suite\\b)`,
);
const ENDED_ROW = new RegExp(
  `\\b(?:${ROW}|${PAID})(?: juridiques?)?(?: (?:a|ont) ete| est| sont)?(?: finalement| definitivement)? ` +
    `(?:(?:annul|abandonn|supprim|refus|rejet)ee?s?\\b|caduc|sans (?:suite|objet)\\b)`,
);
/** « Remplacé par EJ 1400000003 », « Saisi deux fois », « Compris dans la ligne 3 »: the row is another one's. */
const OF_ANOTHER =
  /^(?:annulee?s? (?:et|puis) remplacee?s? par\b|annulee(?:s)? (?:et|puis) remplacees?\b|(?:remplac|substitu)ee?s? par (?:l )?(?:ej|engagement|bc|commande|\d{10})|en double\b(?! (?:exemplaire|page|face|ecran|vitrage))|double saisie\b|(?:saisie?|engagee?|comptee?|payee?|imputee?|creee?|passee?|emise?|commandee?|enregistree?|facturee?|mandatee?|reglee?|versee?)s? (?:deux fois|2 fois|en double(?! (?:exemplaire|page|face))|a tort|par erreur)\b|deja (?:comptee?|engagee?|saisie?|incluse?|prise? en compte)s?\b|(?:incluse?|comprise?|comptee?)s? (?:dans|avec) (?:la |l )?(?:lignes?|ej|engagement|bc|commande|marche|\d{10})\b|somme des lignes\b|erreur de saisie\b)/;
/** A clause that is nothing else: « Maintenance (annulé) », « ANNULÉ LE 3 MARS - Maintenance ». */
const ENDED_ALONE =
  /^(?:(?:annul|abandonn|supprim|refus|rejet|resili)ee?s?|(?:declaree?s? )?(?:sans suite|infructueu(?:x|ses?))|caducs?|caduques?)(?: (?:le|en|au|par|depuis) .{1,40})?$/;
/** « Transféré à la DGFiP », « À réimputer », « Imputé à tort »: the row is to be charged elsewhere. */
const ELSEWHERE =
  /^(?:(?:retir|transfer|bascul)ee?s?$|retiree?s? d|sortie?s? d[eu] (?:la )?(?:convention|suivi|perimetre)\b|reportee?s? (?:en|sur|a l)\b|pour memoire\b|(?:transferee?|basculee?)s? (?:a|au|aux|sur|vers|en)\b(?! (?:(?:la|le|l|les|un|une) )?(?:csp|cpfi|sfact|services?|equipes?|titulaire|fournisseur|m|mme|prod|production|nouve[a-z]{1,4}|serveurs?|cloud|interne)\b)|a (?:transferer|basculer|reimputer|reventiler|reaffecter|defalquer|deduire|imputer sur)\b|refacturee?s? (?:a|au|aux)\b|imputee?s? (?:a tort|par erreur)\b|imputation (?:erronee|fausse|a corriger)\b|(?:a )?report(?:ee?s?|er)?(?: (?:a|au|en|sur|l|de|des|du|exercice|gestion|annee|budget|credits?|ae|cp))*(?:$| n ?\+?\d| 20\d\d\b| (?:suivant|prochain|precedent|anterieur))|(?:mauvaise|erreur d[e ] ?) ?(?:enveloppe|imputation|convention)\b)/;
/** « TO1 non affermie », « Tranche à affermir », « Non affermissement »: an option that is not taken up. */
const NOT_FIRM =
  /\b(?:non|pas|jamais)(?: encore)?(?: ete)? affermi(?:e?s?|ssements?)\b|\ba affermir\b|^sous reserve d affermissement\b/;
/** « Engagement conditionnel »; « Tranche conditionnelle » may be one that was taken up. */
const CONDITIONAL =
  /^(?:(?:ej|engagements?|commandes?) (?:optionnel|conditionnel)(?:s|les?)?|(?:optionnel|conditionnel)s?)$/;
/** « Prescrit », « Tombé à l'eau », « N'a pas eu lieu », « Ne sera pas réalisé »; « Prescrit par la DGE » is an order. */
const FORECLOSED =
  /^(?:prescri(?:te?s?|ption)|perimee?s?|forclose?s?|substituee?s?|renonc(?:ee?s?|iation)|desistement|retractation)\b(?! par)|^tombee?s? a l eau\b/;
const NOT_HELD = /\b(?:n a|n ont|n ayant|n aura|n auront) (?:pas|jamais|finalement pas) eu lieu\b/;
const NEVER_DONE = [
  FORECLOSED,
  NOT_HELD,
  /\bne (?:se fera|se feront|sera|seront) (?:pas|plus|jamais|finalement pas)(?: (?:execut|realis|effectu|engag|notifi|sign|command|lanc|men|conclu|renouvel|reconduit|poursuiv|fait|pass|emis|honor|pris|rattach|impute)[a-z]{0,4})?(?:$| (?:en|sur|par|a|au|cette|faute|pour))/,
  /\b(?:non|jamais)(?: ete)? (?:execut|realis|effectu|honor)ee?s?\b/,
  /^pas (?:execut|realis|effectu)ee?s?\b/,
  /\b(?:sans|pas d|aucune) ?(?:execution|realisation)\b/,
  /\b(?:fournisseur|titulaire|societe|prestataire|entreprise) (?:est |mise? )?en (?:liquidation|faillite)\b/,
];
/** The only words of a row that is no operation. */
const FICTIVE =
  /^(?:(?:ligne |pour )?(?:tests?|exemples?|essais?|fictif|fictive)|(?:ligne d )?(?:exemples?|modeles?) (?:de |d )(?:saisie|ligne|remplissage|engagement|paiement)|(?:sample|example) (?:row|line|entry)|a titre (?:d exemple|indicatif)|hypotheses?|simulations?)$/;
const REPLACED = /^(?:remplac|substitu)ee?s? par\b/;
const NOT_DELIVERED =
  /\b(?:non|pas|jamais)(?: ete)? (?:execut|realis|effectu|honor|livr|fourni|consomm|utilis|affermi|fait)[a-z]{0,3}\b/;
const LABEL_ENDS = [
  NOT_FIRM,
  CONDITIONAL,
  FORECLOSED,
  NOT_HELD,
  ENDED_ALONE,
  ENDED_ROW,
  OF_ANOTHER,
  ELSEWHERE,
  /^(?:doublons?|hors (?:convention|perimetre|enveloppe|budget|delegation|dispositif)|ne pas (?:en )?(?:tenir compte|compter|imputer|retenir|prendre en compte))\b/,
  /^(?:a (?:supprimer|retirer|annuler|exclure|ignorer)|non retenue?|test|exemple|simulation|erreur|refacturee?|fictifs?|fictives?|provisoire|a titre (?:indicatif|d exemple)|hypothese|(?:ligne )?(?:de )?test(?: a supprimer)?|(?:ligne d )?(?:exemples?|modeles?) (?:de |d )(?:saisie|ligne|remplissage))$/,
  /^a (?:retirer|sortir|enlever|exclure|oter) (?:du|de la|de l|des)\b|^(?:non|pas|jamais)(?: ete)? (?:execut|realis|effectu|honor)ee?s?\b|^(?:visas?|avis) (?:(?:du |de la )?(?:cbcm|cbr|dcb|cbm) )?(?:refus|defavorabl|negati)[a-z]{1,2}s?$/,
];
const WITHOUT_END = /^\W*(?:classee?s? )?sans suite\W*$/;
const MAY_AWAIT =
  /[aà] |non|pas(?: |$)|jamais|en |attente|pending|brouil|draft|simul|envisag|estim|planif|pr[ée]|pro[jv]|(?:er|re)\s*$/i;
const PLAN =
  /^(?:previsi|prevue?s?\b|a venir\b|a engager\b|projections?\b|provisions?\b|estimations?\b|(?:(?:divers (?:et |ou )?)?(?:aleas?|imprevus?)(?: (?:et|ou) (?:aleas?|imprevus?))?|(?:frais|depenses?) imprevue?s?)$)/;
/** A clause of what is not engaged: « projet », « prév. », « budgété », « devis en attente », « à valider par la SD ». */
const NOT_ENGAGED = [
  /^(?:(?:en|au stade(?: de| du)?) )?projets?(?: d (?:ej|engagement|commande|achat))?$/,
  /^(?:en |pour )?(?:prev|previsions?|previsionnel(?:le)?s?|prevue?s?|provisions?|estimations?|estimee?s?|estimatif|simulations?)$/,
  /^(?:(?:non )?(?:budget|programm)ee?s?|a (?:budgeter|programmer)|forecast|planned|budgeted|tbc|tbd)$/,
  /^(?:en |a l )?(?:attente|pending|awaiting)(?: (?:de|du|d|d un|un|une|le|la|des|retour)){0,3} (?:devis|offres?|quotes?|quotations?)$/,
  /^(?:devis|quotes?|quotations?) (?:en (?:attente|cours)|demandee?s?|recus?|a (?:demander|recevoir|valider|signer|venir|accepter)|attendus?|relances?|(?:non|pas)(?: encore)? (?:recu|signe|valide|accepte)s?|pending|requested|awaited|received)$/,
  /^(?:a (?:valider|arbitrer|approuver|signer|engager|commander|lancer|notifier|contractualiser)|to be (?:approved|signed|confirmed|ordered|committed)) (?:par|avec|en|au|avant|apres|des|d ici|by|with|in|before|after)(?: [a-z0-9]{1,20}){1,6}$/,
];
/** The beginnings of the texts below: a quick test. */
const MAY_FORESEE =
  /^\W*(?:pr[ée]v|pour pr[ée]v|estim|proje|atterr|forecast|landing|provis|r[ée]serv|mises? en r|al[ée]as?|marge)/i;
const FORESEEN =
  'previsions?|previsionnel(?:le)?s?|prev|estimations?|estimatifs?|projections?|atterrissages?|forecasts?|landing';
const KEPT =
  'provisions?(?: (?:pour )?(?:aleas?|imprevus?|risques?))?|(?:mises? en )?reserves?(?: de (?:precaution|gestion)| (?:pour )?(?:aleas?|imprevus?))?|aleas?(?: et imprevus?)?|marges?(?: de (?:manoeuvre|securite))?';
const OF_A_YEAR =
  '(?: (?:de|d|du|des|la|l|pour|en|a|au|fin|gestion|annee|exercice|consommations?|engagements?|depenses?|credits?|ae|cp|atterrissage|20\\d\\d|[st][1-4]|(?:1er|2e|2eme|3e|4e) (?:semestre|trimestre)|decembre|novembre)){0,8}';
/** « Prévision fin de gestion », « Atterrissage 2023 », « Réserve »: « Provision pour révision de prix » is of an EJ. */
const FORECAST_ALONE = new RegExp(`^(?:${FORESEEN}|${KEPT})${OF_A_YEAR}$`);
/** In a remark, « Réserve » may be one of a reception. */
const FORECAST_REMARK = new RegExp(`^(?:${FORESEEN}|provisions?)${OF_A_YEAR}$`);
/** « (annulé ?) » casts as much doubt as « (annulé) ». */
const QUESTION = /[\s?]{1,9}$/;
const BRACKETS = /[\][()]/;
const OPENING_BRACKET = /^\s*[[(]/;
const PARTS = /[\][(){}.;:,\n\r]+|\s[-–—/]\s/;
/** « PREV Étude »: « Prév. incendie » is what is bought. */
const TAGGED = /^\s*(?:PR[EÉ]V|PROJ|FORECAST)(?:\.|:|\s)/;
/** « Prévu à la convention », which provides for it; « Achat sans mise en concurrence », « Projet lancé ». */
const PROVIDED =
  /^prevue?s? (?:a|au|dans|par) (?:la |l |le )?(?:conventions?|annexes?|marches?|contrats?|delegation)\b|^achats? sans (?:mise en concurrence|procedure|publicite)\b|^projets? lancee?s?$|^(?:devis|offres?|quotes?|quotations?) (?!(?:non|pas) )(?!(?:en |a )?(?:attente|demand|recevoir|venir|cours|relanc))/;
/** « EJ » in « commande sans objet »; « sans objet » alone means that there is nothing to remark. */
const POINTLESS = /^sans objet\b/;
/** « Annule et remplace » is on the row that stays; « annulation partielle » leaves an amount. */
const OF_SOMETHING_ELSE =
  /^annule et remplace\b(?! par\b)|^annule (?:l|la(?! semaine)|les|ej|bc)\b|\bparti(?:el|ell)|\b(?:sans frais|possible)\b|\b(?:retrait|avoir|penalite|visite|reunion|mission|facture)|\b(?:premier|ancien|precedent|initial|autre)/;
/** « Suppression des doublons de la base », « Effacer les données », « Exclusion de garantie ». */
const OF_THINGS =
  /\b(?:donnees|de la base|de base|garanties?|devis|cles?|fichiers?)\b|^(?:de ?duplication|dedoublonnage)/;
const RESUMED = /\b(?:puis|accept|obtenu)/;

/** Any of these words, and small ones, at the beginning of a clause. */
function leading(words: string): RegExp {
  return new RegExp(String.raw`^(?:(?:${SMALL_WORDS}|${words})\b\W{0,3})*`);
}

/** True for « Observations », « Commentaire DGE », « Notes ». */
export function headsRemarks(heading: string): boolean {
  return HEADING.test(comparable(heading.slice(0, LONGEST_STATUS)));
}

/** True for a remark that may take its row out of the figures, in one of its clauses. */
export function takesRowOut(remark: string): boolean {
  const isMaybeCancelled = mayHold('cancelled', remark);
  if (mayHold('undone', remark) && isUndone(remark)) return true;
  if (!isMaybeCancelled && !mayHold('aside', remark)) return false;
  const clauses = remark.slice(0, LONGEST).split(CLAUSE, MOST_CLAUSES);
  if (clauses.some((clause) => clause.length <= LONGEST_ASIDE && setsAside(clause) && !isOfThings(clause))) return true;
  const all = clauses.map(comparable);
  if (all.some((words) => isOfElsewhere(words) || isOfElsewhere(words.replace(SUBJECT, '')))) return true;
  if (!isMaybeCancelled) return false;
  return !all.some((words) => RESUMED.test(words)) && all.some((words, at) => endsRow(words, all[at - 1] ?? ''));
}

/** True for the label of an operation that is no more, « Maintenance (annulé) », or without EJ of one still to come. */
export function labelTakesRowOut(label: string, hasEj: boolean): boolean {
  if (!hasEj && mayHold('planned', label) && PLAN.test(comparable(label.slice(0, LONGEST_ASIDE)))) return true;
  if (!mayHold('cancelled', label) && !mayHold('aside', label) && !mayHold('undone', label)) return false;
  return label
    .slice(0, LONGEST)
    .split(CLAUSE, MOST_CLAUSES)
    .map((clause) => comparable(clause).replace(QUESTION, ''))
    .filter((words) => !OF_SOMETHING_ELSE.test(words))
    .some((words) => OF_ANOTHER.test(words.replace(LEAD, '')) || LABEL_ENDS.some((end) => end.test(words.trim())));
}

/**
 * True for words under a heading that is not about the row, « Décision », that take it out of the figures: « Refus »,
 * « Commande annulée », or those of an EJ that is still to come: « À signer ». « Projet » there is a name.
 */
export function wordsTakeRowOut(words: string, hasEj: boolean): boolean {
  if (labelTakesRowOut(words, hasEj)) return true;
  if (words.length > LONGEST_ASIDE || !(mayHold('cancelled', words) || MAY_AWAIT.test(words))) return false;
  const { status } = statusOfWords(words);
  if (!isStatusAlone(words) && !WITHOUT_END.test(comparable(words))) return false;
  return status === 'cancelled' || (status === 'project' && namesItsAct(words));
}

/** True for a label by which its commitment is still to come, after its name: « Étude (à signer) », « Étude - brouillon ». */
export function labelAnnouncesProject(label: string): boolean {
  const clauses = label.slice(0, LONGEST_STATUS).split(CLAUSE, MOST_CLAUSES).slice(1);
  return clauses.some(
    (clause) =>
      MAY_AWAIT.test(clause) &&
      isStatusAlone(clause) &&
      statusOfWords(clause).status === 'project' &&
      namesItsAct(clause) &&
      !PROVIDED.test(comparable(clause)),
  );
}

const ENGAGED =
  /(?<!\b(?:non|pas|jamais|sera|etre|encore) )\b(?:signee?s?|notifiee?s?|commandee?s?|envoyee?s?|engagee?s?|emise?s?|transmise?s?|payee?s?|livree?s?)\b/;

/**
 * True for the label of a row without an EJ by which nothing is engaged yet, after its name or in a tag before it:
 * « Audit (projet) », « [PREV] Étude », « Formation - devis en attente ». In a remark, its first clause is enough. Not
 * where another clause has the act: « Devis reçu ; BC signé le 10/01 ».
 */
export function isNotEngaged(text: string, isRemark: boolean): boolean {
  if (!mayHold('planned', text)) return false;
  const start = text.slice(0, LONGEST_STATUS);
  if (ENGAGED.test(plainWords(text.slice(0, LONGEST)))) return false;
  if (!isRemark && TAGGED.test(start)) return true;
  const clauses = start.split(PARTS, MOST_CLAUSES).filter((clause) => clause.trim() !== '');
  const isAlone = clauses.length === 1 && !BRACKETS.test(start);
  const ofIts = isRemark || OPENING_BRACKET.test(start) ? clauses : clauses.slice(1);
  return (isRemark || !isAlone) && ofIts.map(plainWords).some((clause) => NOT_ENGAGED.some((one) => one.test(clause)));
}

/** True for a text that is, as a whole, a forecast or credits that are kept: no EJ is signed for those. */
export function isForecastAlone(text: string, isRemark: boolean): boolean {
  if (!MAY_FORESEE.test(text) || text.length > LONGEST_ASIDE) return false;
  return (isRemark ? FORECAST_REMARK : FORECAST_ALONE).test(plainWords(text));
}

/** True for the name of an operation that is an option, or one that is not taken up: « Engagement conditionnel ». */
export function isOptional(operation: string): boolean {
  const words = operation.length > LONGEST_STATUS ? '' : plainWords(operation);
  return CONDITIONAL.test(words) || NOT_FIRM.test(words);
}

/** True for a remark on an operation that was not, or is not yet, taken up: in one of its clauses, or as a whole. */
function isUndone(remark: string): boolean {
  const all = plainWords(remark.slice(0, LONGEST));
  if (FICTIVE.test(all) || CONDITIONAL.test(all)) return true;
  if (RESUMED.test(all)) return false;
  return remark
    .slice(0, LONGEST)
    .split(CLAUSE, MOST_CLAUSES)
    .map(plainWords)
    .some((words) =>
      [words, words.replace(SUBJECT, '')].some((one) => [NOT_FIRM, ...NEVER_DONE].some((end) => end.test(one))),
    );
}

function isOfThings(clause: string): boolean {
  return OF_THINGS.test(comparable(clause));
}

function plainWords(text: string): string {
  return comparable(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(' ');
}

function isOfElsewhere(clause: string): boolean {
  return ELSEWHERE.test(clause) || OF_ANOTHER.test(clause);
}

/** True for a remark that begins with a status of what is not engaged: « Pas encore engagé », « EJ à créer, voir devis ». */
export function announcesProject(remark: string): boolean {
  if (!isStatusAlone(FIRST_WORD.exec(remark.slice(0, LONGEST_STATUS))?.[0] ?? '')) return false; // most remarks
  const [first = ''] = remark.slice(0, LONGEST_STATUS).split(CLAUSE, 1);
  return isStatusAlone(first) && statusOfWords(first).status === 'project' && !PROVIDED.test(comparable(first));
}

/** A clause without a subject has that of the clause before it: « Facture du 3 mars : annulée ». */
function endsRow(words: string, before: string): boolean {
  const act = words.replace(LEAD, '');
  const hasSubject = act !== words;
  if (OF_SOMETHING_ELSE.test(hasSubject ? words : `${words} ${before}`) || OF_THINGS.test(words)) return false;
  return ENDED.test(act) || OF_ANOTHER.test(act) || (hasSubject && POINTLESS.test(act)) || ENDED_ROW.test(words);
}

/**
 * True for a remark that may be why an amount is lowered: « Prestation non réalisée », « Remplacé par l'EJ … »;
 * « Non réalisé », « Annulé » may be about the row that lowers it.
 */
export function isWhyLowered(remark: string): boolean {
  const words = plainWords(remark.slice(0, LONGEST));
  return REPLACED.test(words) || (NOT_DELIVERED.exec(words)?.index ?? 0) > 0;
}

/** True for a remark that is, as a whole, a status: the operation of its row is no more. */
export function isOfCancelledRow(remark: string): boolean {
  if (!mayHold('cancelled', remark)) return false;
  const words = comparable(remark.slice(0, LONGEST_STATUS)).trim();
  return CANCELLED.test(words.replace(SUBJECT, '')) && !OF_SOMETHING_ELSE.test(words) && !RESUMED.test(words);
}
