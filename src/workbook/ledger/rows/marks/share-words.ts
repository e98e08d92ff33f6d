/**
 * Remarks by which a part of the amount is somebody else's, on plain words: « La moitié revient à l'autre direction »,
 * « 50 % DGEFP », « 2/3 DGE », « Notre part est de 40 % », « À répartir sur les deux enveloppes »; somebody else pays
 * the rest, or a part is paid back, « La DITP prend le solde », « 30 % refacturés », « Remboursée »; the same at the
 * end of a label, « Formation refacturée à la DITP ». The expense of a person is paid back to the person: « Note de
 * frais remboursée ».
 */
import { ARTICLES, BODY, continuesWith, NUMBER, PAYER, SPLIT } from './remark-grammar';

const END = '(?![a-z])';
const SHARE = '(?:\\d{1,2} pct|[1-4] [2-5](?! \\d)|moitie|tiers|quart|moitie moitie|50 50)';
/** The words around a share, then those by which it goes to somebody. */
const BEFORE = '(?:(?:la|une|un|l|le|autre|seule?|seulement|uniquement|deux|trois|et|environ) )*';
const GOING =
  '(?:(?:est|sont|sera|seront|doit|etre|revient|reviennent|releve|incombe|reste|appartient|a|de|du|d|pour|par|sur|au|aux|la|le|l|les|en' +
  '|avec|entre|prise?s?|charge|imputee?s?|payee?s?|financee?s?|supportee?s?|refacturer|facturer|rembourser|reverser) ){0,7}';
const ANOTHER = `(?:autres? (?:${BODY}|enveloppes?|conventions?|bop|budgets?|programmes?|axes?))`;
const SOMEBODY = `(?:[¬¤¥¢]|${PAYER}\\b|${ANOTHER})`;
const OURS = '(?:[¤¥]|conventions?|conv|delegations?|enveloppes?|perimetre)';
const TO_MOVE =
  '(?:rembourser|reverser|refacturer|facturer|imputer|deduire|retirer|basculer|transferer|recuperer|enlever|defalquer)';
const EUROS = `${NUMBER}(?<=euros?|eur)`;

const SHARES = [
  new RegExp(`^${BEFORE}${SHARE} ${GOING}${SOMEBODY}${END}`),
  new RegExp(`^${BEFORE}${SHARE} (?:est |sont |reste )?a ${TO_MOVE}\\b`),
  new RegExp(`^${BEFORE}${SHARE} (?:ne )?nous (?:concerne|revient|incombe)`),
  new RegExp(`^${BEFORE}${SHARE} (?:seulement )?(?:sur|pour) ${ARTICLES}${OURS}${END}`),
  new RegExp(
    `^(?:la |les |l )?(?:parts?|quotes? parts?|prorata|participations?|contributions?) ${ARTICLES}(?:${SOMEBODY}|autres? ${BODY}) (?:(?:est|sont|sera|soit|de|a|d) )*(?:${EUROS}|\\d{1,2} pct|${TO_MOVE})`,
  ),
  /^(?:(?:seule|uniquement) )?(?:notre|nos) (?:parts?|quotes? parts?|participations?|contributions?)(?:$| (?:(?:est|sera|soit|de|a|d|seulement|environ) )*\d)/,
  /^prise? en charge (?:(?:partielle|partiellement|seulement|uniquement|limitee?|a|hauteur|de|pour|la) ){0,4}(?:\d{1,2} pct\b|moitie\b|(?:partielle|partiellement)(?:$| par\b))/,
  new RegExp(
    `^partagee?s? (?:a|en|pour) (?:\\d{1,2} pct|moitie|deux|trois|parts egales) (?:avec|entre) ${ARTICLES}${SOMEBODY}${END}`,
  ),
  new RegExp(
    `^${ARTICLES}(?:${SOMEBODY}|autres? ${BODY}) (?:nous )?(?:doi(?:ven)?t|va|vont|devrai(?:en)?t|devra|devront) (?:(?:nous|en|y|bien|encore|aussi) )*(?:rembours|revers|particip|financ|contribu|pay|prendre|recredit)`,
  ),
  new RegExp(
    '^(?:[a-z]{1,12} ){0,2}(?:communes?|communs?|mutualisee?s?|partagee?s?|partager|partage|repartie?s?|repartir|ventilee?s?|ventiler)' +
      ` (?:(?:a|aux|au|entre|sur|avec|les|par|nos|ces) ){0,3}(?:deux|2|3|trois|plusieurs|autres) (?:autres )?(?:enveloppes|conventions|axes|bops?|budgets|programmes|${BODY})\\b`,
  ),
  new RegExp(
    `^(?:(?:la|une|partie|part|seulement|uniquement) )*[¤¥] (?:(?:uniquement|seulement|pour|de|a hauteur de) )+${EUROS}`,
  ),
  new RegExp(`^(?:seule )?(?:la |une )?(?:partie|part) [¤¥] (?:uniquement|seulement)\\b`),
  new RegExp(`^(?:concerne|comprend|couvre)(?:nt)? (?:aussi|egalement) ${ARTICLES}(?:¬|¥|${PAYER}\\b|autres? ${BODY})`),
  /^(?:facture|commande|depense|marche|bc|ej) communs?e?s? [¬¤¥] (?:et )?[¬¤¥]/,
];

/** A bill, an order or a cost. A market that is common to several administrations is ordinary: each orders on it. */
const PIECE =
  '(?:fact(?:ur(?:es?|ations?))?|commandes?|bc|ej|engagements?|depenses?|frais|couts?|charges?|montants?|sommes?|prix|paiements?|reglements?|achats?|prestations?|lignes?|dp|avoirs?)';
const OF_A_PIECE = `(?:(?:${PIECE}|la|le|l|les|cette|ce|une?|des?|du|d|est|sont|a|ont|ete|sera|seront|etre|en) ){0,6}`;
/** « Facture scindée », « Partage des frais », « Commande conjointe », « Salle louée en commun », « Co-paiement ». */
const SPLITS = [
  new RegExp(`^${OF_A_PIECE}${SPLIT} (?:en |${PIECE} |des |de |la |du ){0,3}`),
  new RegExp(
    `^${OF_A_PIECE}${PIECE} (?:(?:est|sont) )?(?:groupee?s?|conjointe?s?|communs?|communes?|(?:en )?partage) (?=avec |entre )`,
  ),
  /\b(?:lou|achet|command|pay|acquis|pris|financ|regl)(?:ee?s?)? en commun (?=avec )/,
  /^co ?(?:paiements?|pay(?:ee?s?|er)|regl(?:ee?s?|ements?)) (?=avec |entre |par )/,
];
const WITH_SOMEBODY = new RegExp(
  `^(?:(?:deux|trois|parts?|egales?|moitie|pct|\\d{1,2}) ){0,4}(?:avec|entre|sur|par) (?:(?:la|le|l|les|un|une|nous et|celle|celui|du|de) ){0,3}(?:${SOMEBODY}|regions?|(?:autres?|deux|2|trois|3|plusieurs|differente?s?) ${BODY})${END}`,
);
/** « Facture commune DGE / DGFiP », « Facture 50 % DGFiP », « L'une pour la DITP ». */
const OF_BOTH = [
  new RegExp(
    `^${OF_A_PIECE}(?:communs?|communes?|conjointe?s?|${SPLIT}) (?:[¬¤¥¢]|${PAYER}) (?:et )?(?:[¬¤¥¢]|${PAYER})${END}`,
  ),
  new RegExp(`^(?:la |une )?${PIECE} (?:(?:est|sont) )?(?:partag|mutualis|scind|cofinanc)ee?s? (?:[¬¤¥¢]|${PAYER})$`),
  new RegExp(`^(?:la |une )?${PIECE} ${SHARE} (?:(?:a|pour|par|de|la|le|l|charge|du) ){0,4}${SOMEBODY}${END}`),
  new RegExp(`^(?:une|un|l une|l un|l autre) (?:pour|a) ${ARTICLES}(?:¬|${PAYER})$`),
];

/** True for a clause, in plain words, by which a part of its amount is of somebody else. */
export function isShared(clause: string): boolean {
  if (continuesWith(clause, SPLITS, WITH_SOMEBODY)) return true;
  return SHARES.some((share) => share.test(clause)) || OF_BOTH.some((both) => both.test(clause));
}

const REST = '(?:soldes?|restes?|restants?|reliquats?|differences?|complements?|surplus|surcouts?)';
/** Another envelope than that of the row, or an administration; a party may also be who has to pay. */
const ELSE = `(?:[¬¥]|${PAYER})`;
const ANYBODY = `(?:[¬¥¢]|${PAYER})`;
const TAKES =
  '(?:prend|prendra|prendrait|prennent|prendront|assume(?:ra)?|supporte(?:ra)?|couvre|couvrira|finance(?:ra)?)';
const PAYS = '(?:paie|paye|paiera|payera|regle(?:ra)?|rembourse(?:ra)?|verse(?:ra)?)';
const ITS_PART = `(?:(?:(?:en|a sa|a son) charge|tout) )?(?:(?:le|la|l|les|un|une) )*${REST}`;
/** « Prise en charge du », « Le paiement du ». */
const PAYING = '(?:(?:le|la|l|les|un|une|et|prise|en charge|paiement|financement|reglement|du|de) ){0,5}';
const DONE =
  '(?:(?:est|sont|sera|seront|etre|reste|restera|entierement|integralement|imputee?s?|payee?s?|reglee?s?|financee?s?' +
  '|pris(?:es?)?|en charge|supportee?s?|assumee?s?|facturee?s?|a facturer|a imputer|a prendre|a payer) ){0,4}';
const RESTS = [
  new RegExp(`^${ARTICLES}${ANYBODY} (?:nous )?${TAKES} ${ITS_PART}\\b`),
  new RegExp(`^${ARTICLES}${ELSE} (?:nous )?${PAYS} ${ITS_PART}\\b`),
  new RegExp(
    `^${ARTICLES}${ANYBODY} (?:complete|completera)(?:$| (?:(?:le|la|l) )?(?:financement|budget|montant|enveloppe)\\b)`,
  ),
  new RegExp(
    `^${PAYING}${REST} ${DONE}(?:pour|par|sur|avec) (?:(?:les )?(?:credits|budget|bop|enveloppe) )?${ARTICLES}${ELSE}${END}`,
  ),
  new RegExp(`^${PAYING}${REST} ${DONE}(?:(?:a la |a |en )?charge) ${ARTICLES}${ANYBODY}${END}`),
  new RegExp(
    `^${PAYING}${REST} (?:qui )?(?:revien[a-z]{1,3}|incomb[a-z]{1,3}|appart[a-z]{3,5}|relev[a-z]{1,3}) ${ARTICLES}${ANYBODY}${END}`,
  ),
];

const PARTLY = new RegExp(
  `^(?:[a-z]{1,14} ){0,2}(?:pay|financ|regl|support|assum|couvert|pris|prise)(?:ee?s?|es)? (?:en charge )?(?:(?:en|pour|a|la|une|grande) ){0,3}(?:partie|moitie|tiers|quart|\\d{1,2} pct) par ${ARTICLES}${ANYBODY}${END}`,
);

const A_SHARE = '(?:\\d{1,2} pct|[1-4] [2-5]|moitie|tiers|quart|partie)';
const BEING = '(?:(?:est|sont|sera|seront|a|ont|ete|etre|doit|doivent|deja|nous) ){0,3}';
const PART = `(?:(?:a hauteur|en|de|d|a|pour|par|la|une|un) ){0,4}(?:${A_SHARE}|${NUMBER}(?: euros?| eur)|partiellement)`;
/** « Refacturée par le titulaire » is an invoice that came again. */
const INVOICED_ON =
  /^(?!(?:[a-z0-9]{1,12} ){0,4}(?:non|pas|jamais|plus|couts|tarifs|modalites|titulaire|fournisseur|prestataire|societe) )(?:[a-z0-9]{1,14} ){0,4}(?:re ?factur|revers|retroced)ee?s?(?:$| (?!par\b|de nouveau|a nouveau|chorus|le \d|en \d{4}))/;
const RETURNS = [
  new RegExp(
    `^(?:refacturations?|reversements?) (?:${PART}|(?:partielle|totale|integrale|interne|faite|effectuee|realisee|emise|envoyee|transmise)s?$|${ARTICLES}${ANYBODY}${END})`,
  ),
  new RegExp(`^(?:(?:la|une|un|le) )*(?:${A_SHARE}|${NUMBER}(?: euros?| eur)) ${BEING}rembours(?:ee?s?|er)\\b`),
  new RegExp(`^(?:[a-z]{1,14} ){0,3}rembours(?:ee?s?|er) ${PART}\\b`),
  new RegExp(`^remboursements? (?:partiels?|de ${PART}) (?:de |par )${ARTICLES}${ANYBODY}${END}`),
  new RegExp(`^(?:a |reste a )(?:refacturer|reverser|recuperer) ${PART}\\b`),
  /^(?:(?:partiellement|integralement|totalement|deja|etre|ete|est|sera|a) )*rembours(?:ee?s?)(?: (?:partiellement|integralement|totalement|depuis|en \d{4}|le \d.*))?$/,
  new RegExp(
    `^(?:[a-z]{1,14} ){1,4}rembours(?:ee?s?) par ${ARTICLES}(?!precomptes?|compensation|imputation|retenues?|virements?|mandats?|cheques?|chorus|regie|cartes?|dgfip|nous|¢)`,
  ),
];
/** « Le fournisseur », « la SNCF », before « nous rembourse ». */
const ANY_SUBJECT = '(?:[a-z0-9¬¤¥¢]{1,20} ){1,6}?';
const WILL = '(?:(?:a|ont|va|vont|doit|doivent|devra|devront|devrait|accepte d(?:e)?|s engage a) )?';
const TO_PAY_BACK = '(?:rembours|revers|restitu|recredit|retrocede|re ?pay)(?:ee?s?|er|ent|era|eront|e)?';
const SELLER =
  '(?:fournisseurs?|titulaires?|prestataires?|societe|entreprise|vendeur|hotel|transporteur|compagnie|agence|organisateur|assur(?:ance|eur)|mutuelle|caisse|banque)';
const AMOUNT_OWED = `(?:${NUMBER}(?: euros?| eur)|(?:(?:le|la|l|les|un|une|encore|toujours) ){0,3}(?:avoirs?|remboursements?|moitie|tiers|quart|difference|trop percu|part|penalites?))`;
/** « Le fournisseur nous rembourse », « La DGFiP nous doit 400 € », « L'assurance prend en charge une partie ». */
const PAID_BACK = [
  new RegExp(
    `^${ANY_SUBJECT}(?:${WILL}nous ${WILL}(?:${TO_PAY_BACK}|credit(?:ee?s?|er|era)?))${END}(?! (?:la |le |l |les |ses |son |sa )?(?:licences?|codes?|donnees|sources?|livrables?|materiels?|droits?|fichiers?))`,
  ),
  new RegExp(
    `^${ANY_SUBJECT}nous (?:(?:doit|doivent|devra)(?: encore| toujours)?|fait|fera|faire|consent|emet|emettra|emettre|enverra|envoyer|etablir|etablira|adresser|adressera) ${AMOUNT_OWED}${END}`,
  ),
  new RegExp(`^${ARTICLES}${SELLER} ${WILL}${TO_PAY_BACK}${END}`),
  new RegExp(
    `^(?:nous|on) (?:(?:allons|va|sommes|serons|sera|avons|a|ete|etre|etait|doit|devons|devrions|devrait) ){0,3}rembours(?:ee?s?)${END}`,
  ),
  /^remboursements? (?:[a-z0-9]{1,12} ){0,5}(?:recue?s?|percue?s?|encaissee?s?|obtenue?s?)(?:$| (?:de|du|d|par|le|en|depuis) )/,
  /^(?:recettes?|participations?|contributions?|subventions?|indemnites?|indemnisations?|dedommagements?|ristournes?) (?:[a-z0-9]{1,12} ){0,4}a (?:recevoir|percevoir|encaisser|recouvrer)(?:$| (?:de|du|d|par|en|au) )/,
  /^(?:indemnites?|indemnisations?|dedommagements?|ristournes?|subventions?) (?:[a-z0-9]{1,12} ){0,4}(?:a venir|attendue?s?)(?:$| (?:de|du|d|par|en|au) )/,
  /^reversements? (?:[a-z]{1,12} ){0,3}(?:demandee?s?|attendue?s?|a (?:venir|demander|recevoir|obtenir)|en (?:cours|attente))\b/,
  /^(?:un |une |l |le |la )?(?:avoirs?|remboursements?|cautions?|depots?|trop percus?) nous (?:est|sont|sera|seront|a ete) (?:du|dus|due|rend|restitu|revers|vers|rembours|accord)/,
  /^(?:en )?attente (?:(?:de|du|d|un|l|le) )*(?:remboursements?|avoirs?|reversements?)\b/,
  /^(?:la|le|l|les) [a-z0-9]{2,20} (?:a|ont|va|vont|doit|doivent) (?:(?:bien|deja|tout|partiellement|integralement) ){0,2}rembours(?:ee?s?|er)$/,
  new RegExp(
    `^(?:nous |on )?(?:avancons|payons|reglons|avanc(?:ee?s?|e)|(?:avons|a) (?:avance|paye|regle)|avances?) (?:(?:les|la|le|l|frais|facture|faite?s?|depenses?|montants?|somme|tout|fonds|tresorerie) ){0,4}(?:pour|au nom d(?:e|u)) ${ARTICLES}(?:¬|${PAYER}|autres? ${BODY})${END}`,
  ),
];
/** « participe à hauteur de 300 € », « paie sa part »: after who does. */
const PAYS_A_PART = new RegExp(
  ` (?:y )?(?:(?:participe|contribue|abonde)(?:ra)? (?:(?:a hauteur de|pour|de|a|la|un) ){1,3}(?:${A_SHARE}|${NUMBER}|(?:frais|couts?|financement|depenses?|paiement|facture)${END})` +
    `|(?:paie(?:ra)?|paye(?:ra)?|regle(?:ra)?|verse(?:ra)?|finance(?:ra)?|couvre|couvrira|supporte(?:ra)?|pren(?:d|dra) en charge|assume(?:ra)?) (?:(?:sa|leur|une?|la|l|le|autre|propre|quote) ){1,3}(?:parts?|parties?|moitie|tiers|quart)${END})`,
);
const WHO_PAYS = new RegExp(`^${ARTICLES}(?:${ANYBODY}|${SELLER}|(?:regions?|ministeres?)(?: [a-z]{1,20}){0,4})$`);
const REVERSED_ALONE = /^(?:[a-z]{1,14} ){0,3}revers/;
const TO_SOMEBODY = new RegExp(`revers(?:ee?s?) (?:${PART}|${ARTICLES}(?:tresor|${ANYBODY})${END})`);

/** The expenses that a person is paid back: « Note de frais », « Avance à l'agent ». */
const OF_A_PERSON =
  /\b(?:agents?|frais|avances?|notes?|ndf|deplacements?|personnels?|salaries?|stagiaires?|missions?|transports?|indemnites?|abonnements? (?:navigo|domicile))\b/;
const BY_ANOTHER = /\bpar\b/;

/** At the end of the name of an operation. */
const MAY_END = /factur|rembours|financ|charge|pay[eé]/i;
const ENDS = new RegExp(
  ` (?:(?:re ?factur|rembours)ee?(s?) (?:a|au|aux|par)|(?:co ?)?financee?(s?) (?:par|avec)|(?:payee?(s?)|prise?(s?) en charge) par) ` +
    `(?:(?:la|le|l|les|un|une) ){0,2}(?:¬|autres? (?:directions?|ministeres?|services?)|${PAYER})$| re ?facturee?(s?) (?:a|au|aux) (?:(?:la|le|l) )?¢$`,
);
/** « Étude sur le projet financé par la Région », « Analyse des frais remboursés par … » are about what is financed. */
const ABOUT_IT =
  /^(?:projets|pme|entreprises|actions|aides|operations|dispositifs)\b|\bsur (?:la|le|l|les|des|un|une)\b/;
const OF_THEM: ReadonlySet<string> = new Set(['des', 'les']);

/** True for a clause, in plain words, by which somebody else pays the rest of its operation. */
export function isRestOfOthers(clause: string): boolean {
  return PARTLY.test(clause) || RESTS.some((rest) => rest.test(clause));
}

/** True for a clause, in plain words, by which the amount, or a part of it, is paid back. */
export function isReturned(clause: string): boolean {
  if (PAID_BACK.some((back) => back.test(clause)) || isPaidInPart(clause)) return true;
  if (INVOICED_ON.test(clause)) return !REVERSED_ALONE.test(clause) || TO_SOMEBODY.test(clause);
  if (isOfAPerson(clause) && !BY_ANOTHER.test(clause)) return false;
  return RETURNS.some((returns) => returns.test(clause));
}

function isPaidInPart(clause: string): boolean {
  const act = PAYS_A_PART.exec(clause);
  return act !== null && WHO_PAYS.test(clause.slice(0, act.index));
}

/** True for words that name the expense of a person, in plain form. */
export function isOfAPerson(words: string): boolean {
  return OF_A_PERSON.test(words);
}

/** False for most labels. */
export function mayEndOnOthers(label: string): boolean {
  return MAY_END.test(label);
}

/** True for the name of an operation, in plain words, that ends with who pays for it. */
export function endsOnOthers(name: string): boolean {
  const end = ENDS.exec(name);
  if (end === null) return false;
  const before = name.slice(0, end.index);
  return !ABOUT_IT.test(before) && !(end.slice(1).includes('s') && before.split(' ').some((word) => OF_THEM.has(word)));
}
