/** Parts of the patterns of remarks, on plain words: what is done with an amount, on which credits, and by whom. */
import { ADMINISTRATIONS } from './administrations';

export const ARTICLES = '(?:(?:l|la|le|les|un|une|d|de|du|des|a|au|aux|notre|cette|ce|cet|nos|leur|leurs) ){0,4}';
/** Acts on an operation or its amount, done or still to do, and the pieces that they are done with. */
export const ACT =
  '(?:re ?)?imput[a-z]{0,6}|imp|(?:re ?)?affect(?:er|ee?s?|ations?)|rattach(?:er|ee?s?|ements?)|transfer(?:er|ee?s?|ts?)' +
  '|bascul(?:er|ee?s?|es?|ements?)|(?:re ?)?ventil(?:er|ee?s?|ations?)|port(?:er|ee?s?)|prendre|pris(?:e|es)?|mettre' +
  '|mis(?:e|es)?|pass(?:er|ee?s?)|(?:re ?)?charg(?:er|ee?s?)|compt(?:er|ee?s?|abilis[a-z]{1,3})|pay(?:er|ee?s?)|paiements?' +
  '|regl(?:er|ee?s?)|financ(?:er|ee?s?|ements?)|engag(?:er|ee?s?|ements?)|saisi(?:r|e|es|s)?|suivi(?:e|es|s)?|suivre' +
  '|(?:re ?)?factur(?:er|ee?s?|ations?)|deplac(?:er|ee?s?|ements?)|re ?class(?:er|ee?s?|ements?)|vir(?:er|ee?s?)' +
  '|virements?|inscrire|inscrit(?:e|es|s)?|relev(?:er|e|ent|ant)|concern(?:e|ent|er|ant)|depend(?:ent)?|appartien(?:t|nent)' +
  '|correspond(?:ent)?|support(?:er|ee?s?)|assum(?:er|ee?s?)|couvert(?:e|es|s)?|couts?|depenses?|charges?|frais|credits?' +
  '|factures?|ej|dp|commandes?|lignes?|operations?|avanc(?:er|ee?s?)|budget(?:er|ee?s?)';
export const AROUND =
  'a|est|sont|ete|etre|sera|seront|doit|doivent|devrait|devraient|aurait|auraient|du|bien|en|fait|faire|plutot|deja' +
  '|normalement|finalement|svp|attention|cette|la|le|l|les|c|ce|sur|dans|par|pour|vers|au|aux|de|d|des|un|une|avec|sous' +
  '|compte|partie|tort|erreur|demande|voir|si';
export const PLACE =
  '(?:conventions?|conv|enveloppes?|programmes?|prog|bops?|budgets?|ministeres?|cf|ua|centres? (?:financiers?|de couts?)|axes?' +
  '|credits?|lignes? (?:budgetaires?|de credits?)|delegations?|financements?|financeurs?)';
export const BODY =
  '(?:services?|directions?|administrations?|entites?|organismes?|structures?|operateurs?|departements?|poles?|bureaux?' +
  '|ministeres?|partenaires?|projets?)';
/** « Un autre programme », as the end of « par un autre », « sur une autre ». */
export const ANOTHER = `(?:autres?|differente?s?) ${PLACE}`;
const OF_FUNDS =
  'ftap|feder|fse|regions?|sg|secretariat general|ministeres? d(?:e|u|es)? [a-z]+|autre ministere|autres ministeres' +
  '|plan (?:de )?relance|france (?:relance|2030)|union europeenne|ue|fonds de concours|europe';
/** Somebody whose credits are not those of the convention, after an article. */
export const PAYER = `(?:${[...ADMINISTRATIONS, OF_FUNDS].join('|')})`;
export const NUMBER = String.raw`\d{1,9}(?: \d{1,9}){0,4}(?: ?k)?(?: euros?| eur)?`;
/** Done to a bill, or still to do, so that several pay it. */
export const SPLIT =
  '(?:(?:scind|partag|divis|repart|ventil|fractionn|decoup|co ?factur|mutualis)(?:ee?s?|er|i(?:es?|s|r|t)?|es?)|partages?|repartitions?|ventilations?|scissions?|divisions?|mutualisations?)';

/** True for a clause that holds one of these acts, with its end right after: one pattern of both is too long to judge. */
export function continuesWith(clause: string, acts: readonly RegExp[], end: RegExp): boolean {
  return acts.some((act) => {
    const found = act.exec(clause);
    return found !== null && end.test(clause.slice(found.index + found[0].length));
  });
}
