/**
 * Titles, and names of sheets, that leave the same doubt on all of their rows as a remark does on one: « À vérifier »,
 * « Dépenses communes », « Lignes remplacées », « Factures non reçues », « Crédits 2024 ». In plain words.
 */
import { comparable } from '../../../domain/text';
import { ADMINISTRATIONS } from '../rows/marks/administrations';

/** « Liste des », « Suivi », before the words of a title. */
const LISTED =
  /^(?:liste|etat|tableau|detail|recapitulatif|recap|suivi|autres?)(?: (?:des?|du|d|les|la|l)){0,3} (?=[a-z])/;
const ROWS =
  '(?:lignes?|ej|engagements?|engagements? juridiques?|bc|bons? de commande|commandes?|marches?|contrats?|depenses?|operations?|dossiers?|factures?|paiements?|dp|montants?|imputations?|achats?|ae|cp)';
const SPENDING =
  '(?:depenses?|charges?|frais|couts?|factures?|achats?|lignes?|operations?|ej|engagements?|commandes?|montants?)';
const TO_CHECK = new RegExp(
  `^(?:${ROWS} )?(?:restent |reste )?a (?:verifier|revoir|controler|corriger|confirmer|clarifier|rectifier|redresser|regulariser|arbitrer|preciser|justifier|valider|trancher|reclasser|ajuster|recaler)(?:$| (?:avec|par|aupres|dans|avant) )`,
);
const IN_DOUBT = new RegExp(
  `^(?:${ROWS} )?(?:en |avec )?(?:doutes?|douteux|douteuses?|anomalies?|incertaine?s?|(?:non|pas) (?:verifi|confirm|justifi)ee?s?|erronee?s?|fausses?|en attente de (?:verification|confirmation|arbitrage|decision))$`,
);
const REPLACED = new RegExp(
  `^(?:${ROWS} |versions? )?(?:remplacee?s?|obsoletes?|perimee?s?)(?:$| par )|^anciennes (?:versions|lignes|saisies)$`,
);
/** « Communes » alone are towns, « Communs numériques » and « Partage de connaissances » what is bought. */
const SHARED = new RegExp(
  `^${SPENDING} (?:(?:en )?commune?s?|(?:partage|mutualise|co ?finance|refacture)e?s?)(?: |$)|` +
    '^(?:communs?|(?:partage|mutualise|cofinance|refacture)e?s?)(?:$| (?:avec|entre|par|a|au|aux) )|' +
    `^(?:${SPENDING} )?a (?:partager|repartir|ventiler|refacturer|proratiser|mutualiser)(?: |$)`,
);
/** « FNP », « SF non faits »: what is paid under it is not due. */
const NOT_RECEIVED = new RegExp(
  '^(?:fnp|factures? (?:a recevoir|attendues?|manquantes?)|' +
    '(?:(?:factures?|marchandises?|livraisons?|prestations?|commandes?|sf|services?|services? faits?|livrables?|pieces?) )?' +
    '(?:non|pas|jamais|pas encore|non encore) (?:recue?s?|parvenue?s?|livree?s?|faite?s?|rendue?s?|arrivee?s?|realisee?s?|certifiee?s?|constatee?s?))$',
);
/** « Crédits 2024 », « Dépenses sur crédits 2022 ». */
const OF_CREDITS =
  /^(?:(?:depenses?|ej|engagements?|paiements?) )?(?:(?:imputee?s?|a imputer) )?(?:sur )?(?:(?:les|des|du|de|l|la|le) )?(?:credits?|budget|gestion|ae)(?: et cp)?(?: (?:de|d|du|exercice|annee|l exercice|l annee|gestion))? (20\d\d)$/;

/** « Subventions », « Reliquats 2022 », « Marchés », « DITP »: amounts of another thing than what the convention pays. */
const OF_ANOTHER_THING = new RegExp(
  '^(?:subventions?|reliquats?|recettes?|titres? de (?:perception|recettes?)|(?:autres? )?conventions?(?: [a-z]{2,10})?|' +
    'rap|restes? a (?:payer|realiser|engager|consommer)|paies?|salaires?|(?:retenues? de )?garanties?|cautions?|devis|historiques?|' +
    'rattachements?|marches?|contrats?|accords? cadres?|dons?|mecenat|re ?facturations?|(?:co ?)?financements?|' +
    '(?:exercices?|annees?|gestions?) (?:anterieur|precedent)e?s?|' +
    `(?:(?:credits?|budgets?|part) )?(?:${ADMINISTRATIONS.join('|')}))(?: 20\\d\\d)?$`,
);

/** True for the name of a sheet, or a title, of amounts that are perhaps no spending of the convention. */
export function isOfAnotherThing(title: string): boolean {
  return OF_ANOTHER_THING.test(plain(title));
}

/** True for a title whose rows are all in doubt. */
export function doubtsItsRows(title: string): boolean {
  const words = plain(title);
  return [TO_CHECK, IN_DOUBT, REPLACED, SHARED].some((doubt) => doubt.test(words));
}

/** True for a title of what was not received, or not done: its payments are in doubt. */
export function isOfNothingReceived(title: string): boolean {
  return NOT_RECEIVED.test(plain(title));
}

/** The year of the credits that a title names: « Crédits 2024 »; null without one. */
export function yearOfCredits(title: string): number | null {
  const year = OF_CREDITS.exec(plain(title))?.[1];
  return year === undefined ? null : Number(year);
}

function plain(title: string): string {
  return comparable(title)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(' ')
    .replace(LISTED, '');
}
