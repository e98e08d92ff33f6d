/**
 * Remarks by which what a row buys is cancelled, on plain words: « Mission annulée », « Annulation du déplacement »,
 * « Le prestataire a renoncé », « Plus de besoin ». A meeting that is cancelled costs nothing, and is none of these;
 * what was cancelled, then held, is no doubt.
 */
const EVENT =
  '(?:missions?|formations?|colloques?|seminaires?|evenements?|evts?|salons?|deplacements?|stages?|etudes?|abonnements?|sessions?' +
  '|ateliers?|conferences?|congres|inscriptions?|reservations?|voyages?|interventions?|besoins?|locations?|sejours?|audits?' +
  '|enquetes?|campagnes?|conventions?|webinaires?|forums?|expositions?|traductions?|travaux|maintenances?|licences?' +
  '|livraisons?|fournitures?|subventions?|prestations?|achats?|contrats?|marches?|projets?|lots?|accompagnements?)';
const LEAD = '(?:(?:la|le|les|l|cette|ce|cet|attention|finalement|suite|a|au) )*';
const DROPPED = '(?:annul|abandonn|resili|supprim|denonc|decommand)ee?s?';
/** After it: when, why, by whom; not « en partie », « et remplacée par un point téléphonique ». */
const AFTER =
  '(?:$| (?:par (?!(?:une?|des?)\\b)|le|pour|suite|faute|cause|a cause|covid|definitivement|finalement|sans|au|depuis|en (?!partie))\\b)';
const DROPS = [
  new RegExp(
    `^${LEAD}${EVENT} (?:(?!sur\\b|partiel)[a-z0-9¤¥¬¢]{1,15} ){0,4}?(?:(?:a|ont|est|sont|ete|finalement|definitivement) )*${DROPPED}${AFTER}`,
  ),
  new RegExp(
    `^${LEAD}(?:annulation|abandon|suppression|resiliation)s? (?:(?:de|d|du|des|l|la|le|les|cette|ce) )+${EVENT}(?:$| (?:par|le|faute|suite|pour|en (?!cas|partie))\\b)`,
  ),
  new RegExp(`^${LEAD}${EVENT} (?:[a-z]{1,12} ){0,3}?(?:report|ajourn)ee?s? sine die\\b`),
  /^(?:(?:le|la|l) )*(?:prestataire|fournisseur|titulaire|intervenant|formateur|attributaire|societe)s? (?:(?:a|s|est|ont|finalement) )*(?:renonc|desist|annul|abandonn)(?:e|ee|es)?\b/,
  /^(?:(?:il|n|y|a|nous|avons) )*plus (?:de|aucun|d) besoins?$|^besoins? (?:(?:est|a) )?(?:disparu|caduc|leve)s?$/,
  /^(?:(?:est|c|devenue?s?) )*sans objet (?:desormais|maintenant|a ce jour|depuis|a present|suite)\b|^devenue?s? sans objet\b/,
  /^(?:ne |n )(?:a|ont) (?:pas|jamais) ete (?:realis|execut|effectu|command|fait|honor|tenu|organis)[a-z]{0,3}\b/,
];
const HELD_AFTERWARDS =
  /\b(?:puis|reprogramm|replanifi|reorganis|maintenue?s?\b|retablie?s?\b|nouvelles? dates?|reconfirm|retenue?\b|tenue?s?\b|decalee?s?\b|remplacee?s? par (?:une?|visio)|reportee?s? (?:au|a|en) (?!20))/;

/** True for a remark, as its clauses in plain words, by which what its row buys is cancelled for good. */
export function isDropped(clauses: readonly string[]): boolean {
  return (
    clauses.some((clause) => DROPS.some((drop) => drop.test(clause))) &&
    !clauses.some((clause) => HELD_AFTERWARDS.test(clause))
  );
}
