/**
 * Remarks by which a part of the amount is somebody else's, on plain words: « La moitié revient à l'autre direction »,
 * « 50 % DGEFP », « 2/3 DGE », « Notre part est de 40 % », « À répartir sur les deux enveloppes »; somebody else pays
 * the rest, or a part is paid back, « La DITP prend le solde », « 30 % refacturés », « Remboursée »; the same at the
 * end of a label, « Formation refacturée à la DITP ». The expense of a person is paid back to the person: « Note de
 * frais remboursée ».
 */
import { ARTICLES, BODY, NUMBER, PAYER } from './remark-grammar';

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
    `^(?:la |les |l )?(?:parts?|quotes? parts?|participations?|contributions?) ${ARTICLES}(?:${SOMEBODY}|autres? ${BODY}) (?:(?:est|sont|sera|soit|de|a|d) )*(?:${EUROS}|\\d{1,2} pct|${TO_MOVE})`,
  ),
  /^(?:(?:seule|uniquement) )?(?:notre|nos) (?:parts?|quotes? parts?|participations?|contributions?)(?:$| (?:(?:est|sera|soit|de|a|d|seulement|environ) )*\d)/,
  /^prise? en charge (?:(?:partielle|partiellement|seulement|uniquement|limitee?|a|hauteur|de|pour|la) ){0,4}(?:\d{1,2} pct\b|moitie\b|partielle$|partiellement$)/,
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

/** True for a clause, in plain words, by which a part of its amount is of somebody else. */
export function isShared(clause: string): boolean {
  return SHARES.some((share) => share.test(clause));
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
  /^(?!(?:[a-z0-9]{1,12} ){0,4}(?:non|pas|jamais|plus|couts|tarifs|modalites|titulaire|fournisseur|prestataire|societe) )(?:[a-z0-9]{1,14} ){0,4}(?:re ?factur|revers)ee?s?(?:$| (?!par\b|de nouveau|a nouveau|chorus|le \d|en \d{4}))/;
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
    `^(?:[a-z]{1,14} ){1,4}rembours(?:ee?s?) par ${ARTICLES}(?!virements?|mandats?|cheques?|chorus|regie|cartes?|dgfip|nous|¢)`,
  ),
];
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
  if (INVOICED_ON.test(clause)) return !REVERSED_ALONE.test(clause) || TO_SOMEBODY.test(clause);
  if (isOfAPerson(clause) && !BY_ANOTHER.test(clause)) return false;
  return RETURNS.some((returns) => returns.test(clause));
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
