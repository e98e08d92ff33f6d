/**
 * The custom functions as Excel knows them. Each docstring is the help that Excel shows, in French; `help-en.json`
 * holds the English. A signature is never changed in place: Excel keeps the old one for a day. The build registers each
 * function by its id.
 */
import { streams } from './streams';

/**
 * Crédits ouverts d’une enveloppe ou d’un poste, en euros : dotation, avenants, virements autorisés, reports et gels.
 * @customfunction ALLOCATED
 * @param envelope Enveloppe : son code, son libellé ou un alias ; "*" pour toute la convention.
 * @param nature "AE" ou "CP".
 * @param [poste] Poste de dépense de l’enveloppe.
 * @param [asOf] Date d’arrêté ; aujourd’hui par défaut.
 * @streaming
 */
export function allocated(
  envelope: string,
  nature: string,
  poste: string,
  asOf: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | string>,
): void {
  streams.open('ALLOCATED', [envelope, nature, poste, asOf], invocation);
}

/**
 * Montant consommé, en euros : engagé dans l’exercice pour les AE, payé pour les CP.
 * @customfunction CONSUMED
 * @param envelope Enveloppe : son code, son libellé ou un alias ; "*" pour toute la convention.
 * @param nature "AE" ou "CP".
 * @param [poste] Poste de dépense de l’enveloppe.
 * @param [asOf] Date d’arrêté ; aujourd’hui par défaut.
 * @streaming
 */
export function consumed(
  envelope: string,
  nature: string,
  poste: string,
  asOf: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | string>,
): void {
  streams.open('CONSUMED', [envelope, nature, poste, asOf], invocation);
}

/**
 * Montant réservé, en euros : engagements en projet pour les AE ; dépenses certifiées ou émises et non payées pour les CP.
 * @customfunction RESERVED
 * @param envelope Enveloppe : son code, son libellé ou un alias ; "*" pour toute la convention.
 * @param nature "AE" ou "CP".
 * @param [poste] Poste de dépense de l’enveloppe.
 * @param [asOf] Date d’arrêté ; aujourd’hui par défaut.
 * @streaming
 */
export function reserved(
  envelope: string,
  nature: string,
  poste: string,
  asOf: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | string>,
): void {
  streams.open('RESERVED', [envelope, nature, poste, asOf], invocation);
}

/**
 * Reste : crédits ouverts moins consommé, en euros ; négatif quand le plafond est dépassé.
 * @customfunction REMAINING
 * @param envelope Enveloppe : son code, son libellé ou un alias ; "*" pour toute la convention.
 * @param nature "AE" ou "CP".
 * @param [poste] Poste de dépense de l’enveloppe.
 * @param [asOf] Date d’arrêté ; aujourd’hui par défaut.
 * @streaming
 */
export function remaining(
  envelope: string,
  nature: string,
  poste: string,
  asOf: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | string>,
): void {
  streams.open('REMAINING', [envelope, nature, poste, asOf], invocation);
}

/**
 * Disponible : reste moins réservé, en euros.
 * @customfunction AVAILABLE
 * @param envelope Enveloppe : son code, son libellé ou un alias ; "*" pour toute la convention.
 * @param nature "AE" ou "CP".
 * @param [poste] Poste de dépense de l’enveloppe.
 * @param [asOf] Date d’arrêté ; aujourd’hui par défaut.
 * @streaming
 */
export function available(
  envelope: string,
  nature: string,
  poste: string,
  asOf: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | string>,
): void {
  streams.open('AVAILABLE', [envelope, nature, poste, asOf], invocation);
}

/**
 * Taux de consommation : consommé rapporté aux crédits ouverts (0,85 pour 85 %) ; "s.o." quand rien n’est ouvert.
 * @customfunction RATE
 * @param envelope Enveloppe : son code, son libellé ou un alias ; "*" pour toute la convention.
 * @param nature "AE" ou "CP".
 * @param [poste] Poste de dépense de l’enveloppe.
 * @param [asOf] Date d’arrêté ; aujourd’hui par défaut.
 * @streaming
 */
export function rate(
  envelope: string,
  nature: string,
  poste: string,
  asOf: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | string>,
): void {
  streams.open('RATE', [envelope, nature, poste, asOf], invocation);
}

/**
 * Restes à payer, en euros : RAP d’ouverture plus AE consommées, moins retraits sur EJ antérieurs, moins CP payés.
 * @customfunction OUTSTANDING
 * @param envelope Enveloppe : son code, son libellé ou un alias ; "*" pour toute la convention.
 * @param [asOf] Date d’arrêté ; aujourd’hui par défaut.
 * @streaming
 */
export function outstanding(
  envelope: string,
  asOf: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | string>,
): void {
  streams.open('OUTSTANDING', [envelope, asOf], invocation);
}

/**
 * Code d’imputation à utiliser selon la convention, par exemple =ENVELOPE.CODE("activité").
 * @customfunction CODE
 * @param field Champ : programme, domaine fonctionnel, centre financier, activité, centre de coûts, axe ministériel 1 ou 2.
 * @param [envelope] Enveloppe, quand le code en dépend.
 * @streaming
 */
export function code(
  field: string,
  envelope: string,
  invocation: CustomFunctions.StreamingInvocation<number | string>,
): void {
  streams.open('CODE', [field, envelope], invocation);
}

/**
 * Date limite après un nombre de jours ouvrés, jours fériés déduits ; le jour de départ ne compte pas.
 * @customfunction DEADLINE
 * @param start Date de départ.
 * @param [workingDays] Nombre de jours ouvrés ; celui de la convention par défaut (cinq à l’article 2.2).
 * @streaming
 */
export function deadline(
  start: unknown,
  workingDays: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | string>,
): void {
  streams.open('DEADLINE', [start, workingDays], invocation);
}

/**
 * État d’une enveloppe : Ouverte, Alerte, Épuisée, Suspendue ou Échue.
 * @customfunction STATUS
 * @param envelope Enveloppe : son code, son libellé ou un alias ; "*" pour la pire de la convention.
 * @streaming
 */
export function status(envelope: string, invocation: CustomFunctions.StreamingInvocation<number | string>): void {
  streams.open('STATUS', [envelope], invocation);
}

/**
 * Reste après un montant, en euros ; négatif quand il ne tient pas dans les crédits.
 * @customfunction WHATIF
 * @param envelope Enveloppe : son code, son libellé ou un alias ; "*" pour toute la convention.
 * @param nature "AE" ou "CP".
 * @param amount Montant à engager ou à payer, en euros : nombre ou texte ("1 234,56").
 * @param [poste] Poste de dépense de l’enveloppe.
 * @param [asOf] Date d’arrêté ; aujourd’hui par défaut.
 * @streaming
 */
export function whatif(
  envelope: string,
  nature: string,
  amount: unknown,
  poste: string,
  asOf: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | string>,
): void {
  streams.open('WHATIF', [envelope, nature, amount, poste, asOf], invocation);
}

/**
 * Atterrissage : consommation prévue à la fin de l’exercice, en euros ; réalisé, plus ce qui est connu, plus la moyenne mensuelle.
 * @customfunction FORECAST
 * @param envelope Enveloppe : son code, son libellé ou un alias ; "*" pour toute la convention.
 * @param nature "AE" ou "CP".
 * @param [asOf] Date d’arrêté ; aujourd’hui par défaut.
 * @streaming
 */
export function forecast(
  envelope: string,
  nature: string,
  asOf: unknown,
  invocation: CustomFunctions.StreamingInvocation<number | string>,
): void {
  streams.open('FORECAST', [envelope, nature, asOf], invocation);
}

/**
 * Contrôle d’une ligne : "Conforme", ou les codes et les raisons de ce qui n’y va pas, ou ce qui n’a pas pu être contrôlé.
 * @customfunction CHECK
 * @param row Cellules de la ligne, sans celle de la formule.
 * @param headers Intitulés des mêmes colonnes, sur une ou deux lignes.
 * @streaming
 */
export function check(
  row: unknown[][],
  headers: unknown[][],
  invocation: CustomFunctions.StreamingInvocation<string>,
): void {
  streams.open('CHECK', [row, headers], invocation);
}

/**
 * Tableau de synthèse : une ligne par enveloppe et l’ensemble, avec crédits, consommation, reste, disponible, taux, RAP et état.
 * @customfunction SUMMARY
 * @param [asOf] Date d’arrêté ; aujourd’hui par défaut.
 * @streaming
 */
export function summary(asOf: unknown, invocation: CustomFunctions.StreamingInvocation<unknown[][]>): void {
  streams.open('SUMMARY', [asOf], invocation);
}

/**
 * Tableau des constats, à ce jour : gravité, code, feuille, cellule et constat ; mille lignes au plus.
 * @customfunction FINDINGS
 * @param [severity] "erreur", "avertissement" ou "information" ; tous par défaut.
 * @streaming
 */
export function findings(severity: string, invocation: CustomFunctions.StreamingInvocation<unknown[][]>): void {
  streams.open('FINDINGS', [severity], invocation);
}
