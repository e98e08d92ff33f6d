/** The sentences that commands share; those of one command are in its file, those of findings and failures in `messages/`. */
import { en, fr } from '../messages/typography';
import type { Language } from '../messages/language';

/** The counts of a last line, already formatted. */
export interface TotalCounts {
  readonly read: string;
  readonly checked: string;
  readonly errors: string;
  readonly warnings: string;
  readonly infos: string;
}

const FRENCH = {
  product: fr`enveloppe : contrôle des crédits d'une convention de délégation de gestion, sur le classeur de l'équipe.`,
  commonOptions: fr`Options communes`,
  exitCodes: fr`Code de retour : 0 sans erreur, 1 avec au moins une erreur constatée, 2 quand un classeur ou la commande ne peut pas être utilisé.`,
  noCommand: fr`aucune commande`,
  unknownCommand: (command: string) => fr`la commande « ${command} » n'existe pas`,
  unknownOption: (name: string, command: string) => fr`l'option ${name} n'existe pas pour ${command}`,
  noValue: (name: string) => fr`l'option ${name} attend une valeur`,
  badDate: (text: string) => fr`« ${text} » n'est pas une date (AAAA-MM-JJ)`,
  badChoice: (name: string, value: string, choices: string) =>
    fr`« ${value} » n'est pas une valeur de ${name} (${choices})`,
  badMapping: (option: string) => fr`--map attend EN-TÊTE=CHAMP, et non « ${option} »`,
  unknownField: (word: string) => fr`« ${word} » n'est pas un champ du suivi (Montant AE, N° EJ, Date de paiement…)`,
  headingNotFound: (heading: string) => fr`--map : aucune colonne « ${heading} » dans les tableaux du suivi`,
  noFile: fr`aucun classeur n'est nommé`,
  oneFile: fr`cette commande prend un seul classeur`,
  otherExtension: (extension: string) => fr`la copie doit avoir la même extension que le classeur (${extension})`,
  notJson: (path: string) => fr`« ${path} » n'est pas un fichier JSON`,
  allocated: 'alloué',
  consumed: 'consommé',
  reserved: 'réservé',
  remaining: 'restant',
  available: 'disponible',
  rate: 'taux',
  ofWhichRap: (opening: string, paid: string) => fr`dont RAP ${opening}, payés ${paid}`,
  outstanding: fr`restes à payer`,
  total: fr`Ensemble de la convention`,
  situation: (convention: string, date: string) => fr`convention ${convention}, situation au ${date}`,
  rows: (read: string, checked: string, unchecked: string, ignored: string) =>
    fr`Lignes : ${read} lues, ${checked} contrôlées, ${unchecked} non contrôlées, ${ignored} ignorées`,
  unchecked: fr`Non contrôlées`,
  ignored: fr`Ignorées`,
  row: (sheet: string, row: string) => fr`${sheet}, ligne ${row}`,
  unit: (sheet: string, heading: string, unit: string) =>
    fr`${sheet}, colonne « ${heading} » : lue en ${unit} et convertie en euros.`,
  counts: (errors: string, warnings: string, infos: string) =>
    fr`Constats : ${errors} erreur(s), ${warnings} avertissement(s), ${infos} information(s)`,
  noFinding: fr`Aucun constat.`,
  ofWhichAccepted: (count: string) => fr`dont ${count} accepté(s) avec un motif`,
  accepted: (author: string, date: string, reason: string) =>
    fr`Accepté par ${author}${date === '' ? '' : fr` le ${date}`} : ${reason}`,
  unmatched: (count: string) =>
    fr`${count} acceptation(s) ne répond(ent) plus à aucun constat : la ligne a changé ou le constat a disparu.`,
  elsewhere: fr`Hors enveloppe`,
  alsoIn: (cells: string) => fr`Aussi en ${cells}`,
  totals: ({ read, checked, errors, warnings, infos }: TotalCounts) =>
    fr`Total : ${checked} lignes contrôlées sur ${read} ; ${errors} erreur(s), ${warnings} avertissement(s), ${infos} information(s)`,
  filesTotal: (read: string, files: string, { errors, warnings, infos }: TotalCounts) =>
    fr`Ensemble : ${read} classeurs contrôlés sur ${files} ; ${errors} erreur(s), ${warnings} avertissement(s), ${infos} information(s)`,
  more: (count: string) => fr`… et ${count} autre(s) : --format json les donne tous`,
  uncalculated: (count: string, first: string) =>
    fr`${count} formule(s) sans résultat enregistré (la première : ${first}) se lisent #CALC! ; ouvrez le classeur dans Excel et enregistrez-le.`,
  pending: fr`le classeur demande à être recalculé : les résultats de ses formules peuvent être plus anciens que ses données.`,
  written: (path: string, sheets: string) => fr`Écrit : ${path} (${sheets})`,
  colon: '\u00a0: ',
};

const ENGLISH: typeof FRENCH = {
  product: en`enveloppe: checks the credits of a delegation convention on the team's own workbook.`,
  commonOptions: en`Common options`,
  exitCodes: en`Exit code: 0 without error, 1 with at least one error found, 2 when a workbook or the command cannot be used.`,
  noCommand: en`no command`,
  unknownCommand: (command) => en`there is no command “${command}”`,
  unknownOption: (name, command) => en`there is no option ${name} for ${command}`,
  noValue: (name) => en`option ${name} needs a value`,
  badDate: (text) => en`“${text}” is not a date (YYYY-MM-DD)`,
  badChoice: (name, value, choices) => en`“${value}” is not a value of ${name} (${choices})`,
  badMapping: (option) => en`--map needs HEADING=FIELD, not “${option}”`,
  unknownField: (word) => en`“${word}” is not a field of the ledger (Montant AE, N° EJ, Date de paiement…)`,
  headingNotFound: (heading) => en`--map: no column “${heading}” in the tables of the ledger`,
  noFile: en`no workbook is named`,
  oneFile: en`this command takes one workbook`,
  otherExtension: (extension) => en`the copy must have the same extension as the workbook (${extension})`,
  notJson: (path) => en`“${path}” is not a JSON file`,
  allocated: 'allocated',
  consumed: 'consumed',
  reserved: 'reserved',
  remaining: 'remaining',
  available: 'available',
  rate: 'rate',
  ofWhichRap: (opening, paid) => en`of which RAP ${opening}, paid ${paid}`,
  outstanding: en`outstanding`,
  total: en`Whole convention`,
  situation: (convention, date) => en`convention ${convention}, as of ${date}`,
  rows: (read, checked, unchecked, ignored) =>
    en`Rows: ${read} read, ${checked} checked, ${unchecked} unchecked, ${ignored} ignored`,
  unchecked: en`Unchecked`,
  ignored: en`Ignored`,
  row: (sheet, row) => en`${sheet}, row ${row}`,
  unit: (sheet, heading, unit) => en`${sheet}, column “${heading}”: read in ${unit} and converted into euros.`,
  counts: (errors, warnings, infos) =>
    en`Findings: ${errors} error(s), ${warnings} warning(s), ${infos} for information`,
  noFinding: en`No finding.`,
  ofWhichAccepted: (count) => en`of which ${count} accepted with a reason`,
  accepted: (author, date, reason) => en`Accepted by ${author}${date === '' ? '' : en` on ${date}`}: ${reason}`,
  unmatched: (count) => en`${count} acceptance(s) match no finding any more: the row changed or the finding is gone.`,
  elsewhere: en`Outside any envelope`,
  alsoIn: (cells) => en`Also in ${cells}`,
  totals: ({ read, checked, errors, warnings, infos }) =>
    en`Total: ${checked} rows checked of ${read}; ${errors} error(s), ${warnings} warning(s), ${infos} for information`,
  filesTotal: (read, files, { errors, warnings, infos }) =>
    en`Together: ${read} workbooks checked of ${files}; ${errors} error(s), ${warnings} warning(s), ${infos} for information`,
  more: (count) => en`… and ${count} more: --format json gives them all`,
  uncalculated: (count, first) =>
    en`${count} formula(s) without a stored result (the first: ${first}) read as #CALC!; open the workbook in Excel and save it.`,
  pending: en`the workbook asks to be computed again: results of its formulas may be older than its data.`,
  written: (path, sheets) => en`Written: ${path} (${sheets})`,
  colon: ': ',
};

const WORDS: Readonly<Record<Language, typeof FRENCH>> = { fr: FRENCH, en: ENGLISH };

/** The sentences in a language. */
export function cliWords(language: Language): typeof FRENCH {
  return WORDS[language];
}
