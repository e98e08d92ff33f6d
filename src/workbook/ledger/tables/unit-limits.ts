/**
 * Words that keep a unit to some amounts only: « en k€ à partir de mars », « certains montants sont en k€ », « lignes 3
 * à 10 en k€ ». Which rows they are of is not known, so that the unit is not clear. Words about the table itself are
 * none: « Situation au 31 décembre (k€) », « en k€ pour l'exercice 2023 ».
 */
import { OF_EUROS } from '../units';

const UNIT = String.raw`(?:k ?€|m ?€|€|k ?eur(?:os?)?|m ?eur(?:os?)?|euros?|(?:milliers?|thousands?)${OF_EUROS}|millions?${OF_EUROS})(?: (?:ttc|ht))?`;
const MONTHS =
  'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|mois|trimestre|semestre|ligne|lignes|colonne|lot|bascule';
/** A date, a number or a place, two words further on at most. */
const A_MOMENT = String.raw`(?:[a-z]{1,12} ){0,2}(?:\d|(?:${MONTHS})(?![a-z]))`;
const FROM_OR_UNTIL = String.raw`(?:(?:a partir|a compter|depuis|jusqu|avant|apres|au dela|au dessus|au dessous|en dessous) ${A_MOMENT}|des (?:le )?(?:1er |\d|(?:${MONTHS})(?![a-z])))`;
const IN_SOME_CASES = String.raw`(?:if|when|unless|selon|suivant|si|quand|lorsqu|sous reserve)(?![a-z])`;
/** « Pour le lot 2 »; not « pour l'exercice 2023 », nor « pour information ». */
const FOR_SOME = String.raw`pour (?!(?:(?:l|la|le|les|tous|toutes?|tout) ){0,2}(?:exercices?|annees?|gestion|ensemble|conventions?|information|memoire|suivi|totalite|montants|budget|programme|delegation|20\d\d)(?![a-z\d]))`;
const AFTER_THE_UNIT = new RegExp(
  String.raw`(?<![a-z\d€])${UNIT}[ ,;:()\[\]–—-]{1,6}(?:${FROM_OR_UNTIL}|${IN_SOME_CASES}|${FOR_SOME})`,
);
const FIRST = new RegExp(String.raw`^${FROM_OR_UNTIL}[^,:]{0,40}[,:]`);
const ONLY_SOME =
  /(?<![a-z])(?:seul(?:s|e|es|ement)?|uniquement|only|sometimes|partly|some (?:amounts|rows|lines|columns)|exclusivement|parfois|souvent|partiellement|en partie|la plupart|une partie|(?:certain(?:s|es)|quelques) (?:montants|sommes|lignes|colonnes|chiffres|valeurs|depenses|engagements|paiements|ae|cp))(?![a-z])/;
const NUMBERED =
  /(?<![a-z])(?:lignes?|colonnes?|cellules?) (?:\d|(?!(?:ae|cp|en|et|a|ou)(?![a-z]))[a-z]{1,2}(?![a-z]))/;
/** « Les montants de 2022 sont en k€ ». */
const OF_A_YEAR = new RegExp(
  String.raw`(?<![a-z])(?:de|d|du|avant|apres|anterieure?s?|posterieure?s?) (?:[a-z]{1,12} ){0,2}(?:20\d\d|${MONTHS})(?: [a-z\d]{1,12}){0,2} (?:sont|restent|etaient)(?![a-z])`,
);

/** Rounded amounts may be written in euros all the same. */
const ROUNDED = /(?<![a-z])arrondi(?:s|e|es)? (?:au|aux|a la|a l|par) /;

/** True for the words, as `comparable` gives them, of a text whose unit is that of some amounts only, or of their rounding. */
export function keepsUnitToSome(words: string): boolean {
  return [AFTER_THE_UNIT, FIRST, ONLY_SOME, NUMBERED, OF_A_YEAR, ROUNDED].some((pattern) => pattern.test(words));
}
