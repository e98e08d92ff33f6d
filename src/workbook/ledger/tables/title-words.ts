/**
 * The words of a title, or of the name of a sheet, that change what its rows are: « Engagements annulés », « Hors
 * convention », « Prévisions 2024 », « Retraits ». Pure words: the places of titles are in `effect-rows.ts`.
 */
import { comparable } from '../../../domain/text';
import type { KnownNames } from '../known-names';
import { namesAPlan, setsAside } from '../rows/marks/effect-headings';
import { doubtOfRemark, NO_NAMES } from '../rows/marks/free-doubts';
import { labelTakesRowOut } from '../rows/marks/remarks';
import {
  announcesRequests,
  doubtsItsRows,
  mayBeAlone,
  isOfNothingReceived,
  yearOfCredits,
  yearOfDrafts,
} from './doubtful-titles';

/** « Annulations » may be the part of the retraits. */
const CANCELLED =
  /(?<![a-z])(?:annulee?s?|abandonnee?s?|supprimee?s?|caducs?|caduques?|refusee?s?|rejetee?s?|sans suite|cancelled|rejected)(?![a-z])/;
const NOT_DONE =
  /(?<![a-z])(?:(?:non|pas encore) (?:engagee?|signee?|notifiee?|validee?)s?|a engager|a notifier|a confirmer|en projet|en attente (?:de |d )(?:signature|notification|validation|engagement)|brouillons?|drafts?|demandes? d achat)(?![a-z])/;
/** The whole title of a table that nobody means to count. */
const NOT_MEANT =
  /^(?:ne (?:pas|plus) utiliser|(?:donnees|lignes|engagements) (?:fictive?s|fictifs|d exemple|de test)|exemples?|simulations?|tests?|do not use)$/;
/** « Liste des dégagements », « Tableau de suivi des retraits ». */
const LISTED =
  '(?:(?:liste|etat|tableau|detail|recapitulatif|recap|suivi|montants?)(?: (?:des?|du|d|les|suivi|detaille?))* )?';
/** Beside the acts of a title, « Retraits d’EJ 2023 », « Avoirs et remboursements ». */
const OF_ACTS =
  '(?:[ ,/+&]+(?:partiel(?:le)?s?|d|du|des?|l|les?|la|sur|et|ou|en|ej|ae|cp|engagements?|juridiques?|commandes?|marches?|' +
  'credits?|trop|percus?|au|delegant|avances?|titulaires?|fournisseurs?|emis|recue?s?|20\\d\\d|retraits?|degagements?|' +
  'desengagements?|annulations?|diminutions?|reductions?|avoirs?|reversements?|remboursements?|restitutions?|' +
  'retablissements?|penalites?))*';
/** After « annulations », « rejets »: what was paid. */
const OF_PAYMENTS = '(?:(?:de|des|d) )*(?:demandes? de paiements?|paiements?|dp|mandats?|mandatements?|virements?)';
/**
 * A part of retraits or of money back, and of nothing else: « Engagements et retraits » is none, and « Restitution » is
 * a report of Chorus.
 */
const LOWERING = new RegExp(
  `^${LISTED}(?:annulations? ${OF_PAYMENTS}|retraits?|degagements?|desengagements?|desaffectations?|` +
    'annulations?|diminutions?|reductions?|minorations?|' +
    'extournes?|avoirs?|reversements?|penalites?|(?:restitutions?|retablissements?|remboursements?) ' +
    `(?:(?:d|de|du|des) )*(?:credits?|trop percus?|avances?))${OF_ACTS}$`,
);
/**
 * « Remboursements » may be of expenses, « Clôtures d’EJ » of those that were paid in full, « Rejets de paiement » of
 * what never was paid.
 */
const MAY_LOWER = new RegExp(
  `^${LISTED}(?:remboursements|recettes|encaissements|titres? de (?:perception|recettes?)|rabais|ristournes?|remises?|` +
    `(?:rejets?|retours?) ${OF_PAYMENTS}|` +
    `notes? de credit|trop percus?|clotures|clotures? (?:d |des |de )(?:l )?(?:ej|engagements?|commandes?))${OF_ACTS}$`,
);
/** « Tranches non affermies », « EJ à créer », « En cours de signature », « Mise en réserve », « Autres financeurs ». */
const NOT_TAKEN_UP =
  /(?<![a-z])(?:non affermie?s?|a affermir|non levees?|infructueu(?:x|ses?))(?![a-z])|^(?:tranches?|options?) (?:optionnelles?|conditionnelles?)$/;
const IN_PREPARATION = new RegExp(
  `^${LISTED}(?:(?:ej|engagements?|commandes?|marches?|bc|contrats?|lots?) )?(?:a (?:creer|lancer|passer|signer|commander|preparer)|` +
    'en (?:preparation|instance|attente)|en attente (?:de |d )?(?:visa|accord|passation)|' +
    'en cours (?:de |d )?(?:signature|validation|visa|passation|notification|preparation))$|' +
    `^${LISTED}(?:ej|engagements?|commandes?|marches?|bc|contrats?) en attente$`,
);
const SET_ASIDE =
  /^(?:provisions?|reserves?|mises? en reserve|gels?|credits geles|marges?|aleas?|enveloppe de secours|besoins?(?: t[1-4])?|rejets?|ineligibles?|pm|pour info(?:rmation)?|corbeille|poubelle|archives?|autres? financeurs?|(?:co|auto)[ -]?finance(?:ments?|urs?)(?: (?:par |de )?(?:(?:la|l|le|du) )?[a-z]{2,8})?|fonds de concours|part (?:de la |du |de l |des )?(?:regions?|europe|ue|feder|fse|departements?))$/;
/** « EJ suspendus », « Gelés », « Commandes bloquées »; « Factures suspendues » are payments. */
const HALTED = new RegExp(
  `^${LISTED}(?:(?:ej|engagements?|commandes?|marches?|bc|contrats?|lots?|operations?|lignes?|depenses?|projets?) )?` +
    '(?:(?:suspend|gel|bloqu|stopp|ajourn|differ|interromp|archiv)(?:ue?s?|ee?s?)|en (?:suspens|pause|sommeil|stand ?by))$',
);
/** Credits of the staff, which no convention lends; « T2 » alone is also a quarter. */
const OF_STAFF =
  /^(?:(?:depenses?|credits?|ae|cp|personnel|masse salariale|remunerations?) ?(?:[-:–] ?)?(?:de |du |en |sur |sous )?)?(?:\(?(?:titre ?(?:2|ii)|t2)\)?)(?:[ :–(-]{1,3}(?:(?:depenses?|charges?|frais|credits?) de )?(?:personnel|masse salariale)\)?)?$/;
const STAFF_OR_QUARTER = /^(?:(depenses?|credits?|ae|cp) ?(?:[-:–] ?)?)?t2$/;
const QUARTERS =
  /^(?:(?:depenses?|credits?|ae|cp) ?(?:[-:–] ?)?)?(?:t[134]|[1-4](?:er|e|eme) trimestre|trimestre [1-4])$/;
/** « Projets », « Projets d'EJ »; « Projets numériques » are what is bought. */
const DRAFTS = /^projets?(?: (?:d |de )?(?:ej|engagements?(?: juridiques?)?|commandes?|bc|marches?))?$/;
/** Of the amounts of the whole table, or of its parts, which other rules read. */
const OF_THE_TABLE =
  /(?<![a-z])(?:ht|ttc|k ?€|keur|euros?|montants?|retraits?|avoirs?|degagements?|annulations?|bascules?|reports?)(?![a-z])/;
/** Concerns what is paid: « À payer » over commitments is no doubt. */
const NOT_PAID_FOR_SURE = new RegExp(
  `^${LISTED}(?:contentieux|litiges?|charges? a payer|cap|rejets?(?: (?:comptables?|bancaires?|de dp|dp))?|` +
    '(?:factures?|dp|paiements?) (?:en (?:cours|litige|suspens|instance)|litigieuses?|(?:contest|bloqu)ee?s?|suspendue?s?|a faire)|' +
    '(?:a payer|payee?s?|paiements?) en 20\\d\\d|services? faits? a (?:constater|certifier))(?: (?:en |au |fin )?20\\d\\d)?$',
);
/** The name of a sheet of what may not be paid; the others keep their sheet out of the ledger. */
const DISPUTED = /^(?:(?:factures?|dp|paiements?) )?(?:en )?(?:contentieux|litiges?|litigieuses?)$/;
const PAYMENTS =
  '(?:factures?|dp|cp|demandes? de paiements?|credits? de paiements?|paiements?|versements?|acomptes?|avances?|virements?|decaissements?|reglements?|mandatements?|soldes?)';
const NOT_PAID = new RegExp(
  `^${LISTED}(?:(?:${PAYMENTS}|depenses?|services? faits?) )?` +
    '(?:a (?:payer|mandater|liquider|regler|verser|mettre en paiement|venir)|en attente(?: de paiement)?|' +
    'a (?:faire|traiter|deposer)|rejetee?s?|refusee?s?|suspendue?s?|(?:recue?s? )?en (?:instance|litige|suspens)|' +
    'en cours de paiement|(?:recue?s? )?(?:non|pas encore) (?:payee?|mandatee?|reglee?|versee?|parvenue?)s?|impayee?s?)$',
);
/** « DP à émettre », « CP restants », « Échéancier CP », « Prochains paiements ». */
const TO_COME = new RegExp(
  `^${LISTED}(?:${PAYMENTS} (?:a (?:emettre|saisir|creer|recevoir)|restante?s?|attendue?s?|future?s?|prochaine?s?)|` +
    `(?:echeances|echeanciers?|calendriers?|plannings?|plans?) (?:(?:de|des|d) )?${PAYMENTS}|(?:prochaine?|future?)s? ${PAYMENTS}|` +
    'echeances)$',
);
const SCHEDULE =
  /(?<![a-z])(?:echeanciers?|echeances?|calendriers?|(?:retro ?)?plannings?|plans?|agendas?|chronogrammes?|schedules?)(?![a-z])/;
/** Amounts that may be paid or not, committed or not: « Services faits », « Liquidations », « Intérêts moratoires ». */
const OF_NO_NATURE = new RegExp(
  `^${LISTED}(?:services? faits?|liquidations?|interets? moratoires?|retenues?(?: de garanties?)?|soldes|` +
    'regularisations?|reimputations?|ecarts|ajustements?|corrections?)(?: 20\\d\\d)?$',
);
/** « CP 2024 », « Paiements 2024 »: those that are paid in another year are not what the title means. */
const YEAR_OF_PAYMENTS = new RegExp(
  `^${LISTED}${PAYMENTS}(?: (?:payee?s?|mandatee?s?|en|de|d|exercice|gestion|annee))* (20\\d\\d)$`,
);
/** « 2022 », « Exercice 2022 », « EJ 2022 »: commitments without a date may be of that year. */
const YEAR_ALONE =
  /^(?:(?:suivi|ej|engagements?|engagee?s?|exercices?|gestion|annee|credits?|ae|depenses?|commandes?|marches?|bc|des?|du|l|la) ){0,4}(20\d\d)$/;
/** « Suivi et prévision », « Exécution et programmation ». */
const DONE = /(?<![a-z])(?:suivi|execut|realis|consomm|engagee?s? et |tracking)/;

/** True for a title of what lowers amounts, and of nothing else. */
export function lowers(title: string): boolean {
  return LOWERING.test(comparable(title));
}

/** « Dépenses totales (part DGEFP : 50 %) »: the amounts are those that several pay. */
const SHARED =
  /(?<![a-z])(?:parts?|quote parts?|participations?|prises? en charge|cofinancements?|financements?)(?![a-z])[^%\d]{0,30}\d{1,2}(?:[.,]\d{1,2})? ?%/;

function takesOut(title: string): boolean {
  const words = comparable(title);
  if (CANCELLED.test(words) || NOT_DONE.test(words) || NOT_MEANT.test(words.trim()) || setsAside(title)) return true;
  if (isUndone(words) || doubtsItsRows(title) || isRemark(title)) return true;
  return namesAPlan(title) && !DONE.test(words);
}

/** « Dépenses imputées à tort », « Payé par le SG »: a remark on all of its rows. */
function isRemark(title: string): boolean {
  if (OF_THE_TABLE.test(comparable(title))) return false;
  return labelTakesRowOut(title, true) || doubtOfRemark(title, NO_NAMES) === 'row';
}

function isUndone(words: string): boolean {
  const title = words.trim();
  if (STAFF_OR_QUARTER.test(title)) return false;
  return [NOT_TAKEN_UP, IN_PREPARATION, SET_ASIDE, HALTED, OF_STAFF, DRAFTS].some((pattern) => pattern.test(title));
}

/** True for « Échéancier », « Planning des commandes », « Plan de trésorerie »: days to come, whatever they are of. */
export function namesSchedule(title: string): boolean {
  return SCHEDULE.test(comparable(title));
}

/** True for « T2 », « CP T2 », the second quarter where another one has a title: « T1 », « CP T3 », « 3e trimestre ». */
export function namesStaffOrQuarter(title: string): boolean {
  return STAFF_OR_QUARTER.test(comparable(title).trim());
}

/** True for the sheet « CP T2 », and not for « T2 » alone, which is more often a quarter. */
export function isSheetOfStaff(name: string): boolean {
  return STAFF_OR_QUARTER.exec(comparable(name).trim())?.[1] !== undefined;
}

/** True for « T1 », « CP T1 », « 3e trimestre », « Trimestre 4 ». */
export function namesQuarter(title: string): boolean {
  return QUARTERS.test(comparable(title).trim());
}

/** True for « Projets », which may be those that a team works on, and « Historique », « Copie de suivi », where no other sheet has operations. */
export function namesDrafts(title: string): boolean {
  return DRAFTS.test(comparable(title).trim()) || mayBeAlone(title);
}

type Names = Pick<KnownNames, 'namesOther' | 'creditYear'>;

/**
 * The rows that a title leaves in doubt: all of them, those that pay something, pay it in another year than that of the
 * title, commit anything, commit it without a date, have no date in the year of the credits that it names, or are typed
 * with a plus.
 */
export type Doubted = 'all' | 'payments' | 'commitments' | 'paidElsewhere' | 'undated' | 'otherCredits' | 'positive';

/** The doubt that a title leaves on its rows; null for none. `names`: those of the convention, when it is known. */
export function doubtOfTitle(title: string, names: Names | null): Doubted | null {
  if (takesOut(title) || SHARED.test(comparable(title))) return 'all';
  if (announcesRequests(title)) return 'commitments';
  return doubtOfSheet(title, names) ?? (announcesUnpaid(title) ? 'payments' : null);
}

/** True for a title of what is not paid: « Factures en attente », « DP à faire ». */
export function announcesUnpaid(title: string): boolean {
  const words = comparable(title).trim();
  return NOT_PAID.test(words) || NOT_PAID_FOR_SURE.test(words) || TO_COME.test(words);
}

/** True for a title that leaves open whether an amount without a nature is of AE, of CP, or of neither. */
export function leavesNatureOpen(title: string): boolean {
  return OF_NO_NATURE.test(comparable(title).trim());
}

/** The year in which the payments under a title are made: « Paiements 2024 »; null without one. */
export function yearOfPayments(title: string): number | null {
  const year = YEAR_OF_PAYMENTS.exec(comparable(title).trim())?.[1];
  return year === undefined ? null : Number(year);
}

/** The same for the name of a sheet, which keeps out of the ledger what announces that it is not done. */
export function doubtOfSheet(name: string, names: Names | null): Doubted | null {
  const words = comparable(name);
  if (names?.namesOther(name) === true || CANCELLED.test(words) || isUndone(words)) return 'all';
  if (doubtsItsRows(name) || isRemark(name)) return 'all';
  if (isAnotherYear(yearOfDrafts(name), names?.creditYear ?? null)) return 'all';
  if (isAnotherYear(yearOfCredits(name), names?.creditYear ?? null)) return 'otherCredits';
  if (isOfOtherYear(name, names?.creditYear ?? null)) return 'undated';
  if (DISPUTED.test(words.trim()) || isOfNothingReceived(name)) return 'payments';
  if (isAnotherYear(yearOfPayments(name), names?.creditYear ?? null)) return 'paidElsewhere';
  return MAY_LOWER.test(words) && !lowers(name) ? 'positive' : null;
}

function isOfOtherYear(title: string, creditYear: number | null): boolean {
  return isAnotherYear(yearAlone(title), creditYear);
}

/** True for a year that is not the only one of the credits. */
function isAnotherYear(year: number | null, creditYear: number | null): boolean {
  return creditYear !== null && year !== null && year !== creditYear;
}

/** The year of a title that is about nothing else: « 2025 », « Exercice 2025 »; null for any other. */
export function yearAlone(title: string): number | null {
  const year = YEAR_ALONE.exec(comparable(title))?.[1];
  return year === undefined ? null : Number(year);
}
