/**
 * Remarks by which a row is not to be counted at all, on plain words: « Retirer cette ligne », « Ligne inutile »,
 * « Déjà dans la ligne 12 », « Remplacé par la ligne suivante », « N'est plus d'actualité », « Ligne de test ».
 */
const ROWS = '(?:lignes?|ej|engagements?|bc|commandes?|onglets?|feuilles?|tableaux?)';
const IN_ROW = `(?:(?:a|en|dans|sur|la|l|le|les|de|avec|par|au|une?|cette|nouve[a-z]{1,4}|autre|n|numero|avant) )*(?:${ROWS}\\b|\\d{10}\\b)`;
const ASIDE = [
  /^double (?:commande|engagement|paiement|facturation|saisie)s?$/,
  /^(?:to ?\d{0,2}|tranches?|options?)(?: (?:optionnel(?:le)?s?|conditionnel(?:le)?s?|\d{1,2})){0,2} (?:non|pas)(?: encore)? (?:levee?|affermie?|activee?)s?$/,
  /^(?:a )?(?:suppr|supprimer|retirer|enlever|effacer|oter|exclure|ignorer|neutraliser|barrer)(?:$| (?:cette |la |ces )?ligne\b)/,
  /^lignes? (?:inutiles?|fausses?|parasites?|fantomes?|en trop|erronn?ee?s?|(?:de |d )?(?:tests?|exemples?|essais?)|en double|a (?:suppr|supprimer|retirer|enlever|ignorer|effacer))\b/,
  /^a ne (?:pas|plus) (?:(?:en|y) )?(?:payer|compter|prendre|comptabiliser|imputer|engager|retenir|reprendre|mandater|regler|inclure|tenir)\b/,
  /^(?:fait |c est |il y a )?(?:un )?(?:double emploi|redondante?s?|doublons?)(?: avec\b.*)?$/,
  new RegExp(`^deja ${IN_ROW}`),
  new RegExp(`^(?:repris|recopi|deplac|inclu|transfer|compt|refait|report)(?:e|es|s|ee|ees)? ${IN_ROW}`),
  new RegExp(`^(?:remplac|substitu)(?:e|es|ee|ees)? par ${IN_ROW}`),
  /^deja (?:imput|financ|declar|refactur|comptabilis)ee?s?\b/,
  /^deja (?:pay|regl|mandat|liquid|vers)ee?s? (?:(?:sur|par|avec|dans|via|en|la|le|l|une?|n) )*(?:dp|demande de paiement|mandat|ej|engagement|lignes?|bc|commande|facture|autre|\d{10}|¶)(?![a-z])/,
  /^(?:factures?|dp|mandats?|depenses?|lignes?|ej|prestations?|acomptes?|soldes?) (?:(?:a|ete|est|n|\d{1,9}) )*(?:pay|regl|mandat|vers|saisi|compt|factur|liquid|imput|engag)[a-z]{0,3} (?:deux|2|trois|3) fois\b/,
  /^memes? (?:depenses?|factures?|ej|operations?|engagements?) (?:que|qu)\b|^memes? (?:depenses?|engagements?|factures?)$/,
  new RegExp(`^recopies? (?:de )?${IN_ROW}`),
  /^(?:voir|cf) (?:la )?nouve(?:l|lle|au) (?:ej|lignes?|engagements?|bc|commandes?)\b|^nouve(?:l|lle) (?:ej|engagement|ligne) (?:en |a la |voir )?ligne\b/,
  /^(?:anciennes? (?:versions?|lignes?|imputations?)|obsoletes?|(?:(?:n|c|est|ne|sont) )*(?:pas|plus) d actualite|version (?:precedente|anterieure|obsolete))\b/,
  /^(?:reports?|reportee?s?|ajourn[a-z]{1,6}) sine die\b|^(?:liquidation|redressement) judiciaire\b|^en cours d (?:annulation|abandon)\b/,
  /^(?:(?:reunion|formation|salon|evenement|mission) )?(?:n|ne) aur(?:a|ont) pas lieu\b/,
  /^(?:(?:est|a ete) )?mal (?:imputee?s?|saisie?s?|ventilee?s?|affectee?s?|codee?s?)\b|^(?:imputee?s?|saisie?s?) au mauvais endroit\b/,
  /^(?:n )?appartien(?:t|nent) (?:pas|plus)\b|^on (?:ne )?(?:le |la )?(?:fait|fera|paie|paiera|prend) (?:pas|plus)\b|^on abandonne\b/,
  /^(?:ligne )?(?:dupliquee?s?|redondante?s?|bidon|morte|obsolete|provisoire)$|^saisie provisoire$|^(?:ligne pour|donnees? de) tests?\b/,
  /^ne (?:plus|pas) utiliser\b|^ne sert (?:plus|a rien)\b|^(?:n est )?plus valable\b/,
  /^(?:sera|seront|va etre|probablement|surement|sans doute|risque d) (?:annul|abandonn|supprim)/,
  /^(?:prise?s?|comptee?s?) en double\b|^meme chose que (?:la )?ligne\b|^(?:2e|2eme|deuxieme|seconde) saisie\b|^(?:ressaisi|interverti|inverse)[a-z]{0,2} (?:avec )?(?:la )?ligne\b/,
  /^(?:(?:la|le|l) )?(?:¢|delegant) (?:(?:n est )?pas d accord|refuse|dit non|ne veut pas)\b|^sous reserve (?:de |d )?(?:la |l )?(?:credits?|budget|disponibilite)\b/,
];
/** The only words of a remark by which its row is no operation. */
const ALONE =
  /^(?:pm|p m|pour info(?:rmation)?s?|a titre d info(?:rmation)?|erreurs?|remplacee?s?|doubles?|inutile|mistake|error|dummy|tests? (?:row|line|entry)|examples?(?: (?:row|line))?|delete|remove|to delete|to remove|ignore|poubelle|douteux|douteuse|pas clair|pas fiable|non (?:fiable|justifiee?|admise?)|coquille|a completer|a (?:jeter|dedoublonner|resilier|fiabiliser|actualiser|justifier|creuser|trancher|discuter|diminuer|augmenter|reduire|majorer|minorer|ajuster|recalculer|reevaluer))$/;
/** « Annulé et remplacé »; « annule et remplace » is on the row that remains. */
const REPLACED = /^\W*annul[ée]+s? et remplac(?:ée?s?(?!\p{L})|e(?:e?s?) par(?!\p{L}))/iu;

/** True for a clause, in plain words, by which its row is not to be counted. */
export function isAside(clause: string): boolean {
  return ASIDE.some((pattern) => pattern.test(clause));
}

/** True for a remark that is such words alone; `plain`: its only clause. */
export function isAsideAlone(remark: string, plain: string): boolean {
  return ALONE.test(plain) || REPLACED.test(remark);
}
