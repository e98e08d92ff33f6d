/** The sentences that commands share; those of one command are in its file, those of findings and failures in `messages/`. */
import type { RowCounts } from '../application/dossier';
import { formatCount } from '../messages/format';
import { counted } from '../messages/french-count';
import { en, fr } from '../messages/typography';
import type { Language } from '../messages/language';

/** The counts of a last line. */
export interface TotalCounts {
  readonly read: number;
  readonly checked: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

const french = (count: number): string => formatCount(count, 'fr');
const english = (count: number): string => formatCount(count, 'en');
const countOf = (count: number, one: string, many: string): string => `${english(count)} ${count === 1 ? one : many}`;
const englishFindings = (errors: number, warnings: number, infos: number): string =>
  `${countOf(errors, 'error', 'errors')}, ${countOf(warnings, 'warning', 'warnings')}, ${english(infos)} for information`;

function findings(errors: number, warnings: number, infos: number): string {
  return [
    counted(errors, 'erreur', 'erreurs'),
    counted(warnings, 'avertissement', 'avertissements'),
    counted(infos, 'information', 'informations'),
  ].join(', ');
}

const FRENCH = {
  product: fr`enveloppe : contrôle des crédits d'une convention de délégation de gestion, sur le classeur de l'équipe.`,
  commonOptions: fr`Options communes`,
  exitCodes: fr`Code de retour : 0 sans erreur, 1 avec au moins une erreur constatée, 2 quand un classeur ou la commande ne peut pas être utilisé.`,
  noCommand: fr`aucune commande`,
  unknownCommand: (command: string) => fr`la commande « ${command} » n'existe pas`,
  unknownOption: (name: string, command: string) => fr`l'option ${name} n'existe pas pour ${command}`,
  ignoredOption: (name: string, other: string) => fr`l'option --${name} ne sert à rien avec --${other}`,
  uselessOption: (name: string, other: string) => fr`l'option --${name} ne sert à rien sans --${other}`,
  noValue: (name: string) => fr`l'option ${name} attend une valeur`,
  givenTwice: (name: string) => fr`l'option ${name} est donnée deux fois`,
  badDate: (text: string) => fr`« ${text} » n'est pas une date (AAAA-MM-JJ)`,
  badChoice: (name: string, value: string, choices: string) =>
    fr`« ${value} » n'est pas une valeur de ${name} (${choices})`,
  badMapping: (option: string) => fr`--map attend EN-TÊTE=CHAMP, et non « ${option} »`,
  unknownField: (word: string) =>
    fr`« ${word} » n'est pas un champ du suivi, comme « Montant AE », « N° EJ » ou « Date de paiement »`,
  headingNotFound: (heading: string) =>
    fr`--map : aucun tableau du suivi ne lit ainsi une colonne « ${heading} » ; elle n'y est pas, ou une autre y a ce champ`,
  noFile: fr`indiquez au moins un classeur`,
  oneFile: fr`indiquez un seul classeur pour cette commande`,
  otherExtension: (extension: string) => fr`la copie doit avoir la même extension que le classeur (${extension})`,
  notJson: (path: string) => fr`« ${path} » n'est pas un fichier JSON`,
  allocated: 'dotation',
  consumed: 'consommé',
  reserved: 'en attente',
  remaining: 'non consommé',
  available: 'disponible',
  rate: 'taux',
  ofWhichRap: (opening: string, paid: string) => fr`dont RAP ${opening}, payés ${paid}`,
  outstanding: fr`restes à payer`,
  total: fr`Ensemble de la convention`,
  situation: (convention: string, date: string) => fr`convention ${convention}, situation au ${date}`,
  rows: ({ read, checked, unchecked, ignored }: RowCounts) => {
    const parts = [
      counted(read, 'lue', 'lues'),
      counted(checked, 'contrôlée', 'contrôlées'),
      counted(unchecked, 'non contrôlée', 'non contrôlées'),
      counted(ignored, 'ignorée', 'ignorées'),
    ];
    return fr`Lignes : ${parts.join(', ')}`;
  },
  unchecked: fr`Non contrôlées`,
  ignored: fr`Ignorées`,
  row: (sheet: string, row: string) => fr`${sheet}, ligne ${row}`,
  unit: (sheet: string, heading: string, unit: string) =>
    fr`${sheet}, colonne « ${heading} » : lue en ${unit} et convertie en euros.`,
  counts: (errors: number, warnings: number, infos: number) => fr`Constats : ${findings(errors, warnings, infos)}`,
  noFinding: fr`Aucun constat.`,
  ofWhichAccepted: (count: number) => fr`dont ${counted(count, 'accepté', 'acceptés')} avec un motif`,
  accepted: (author: string, date: string, reason: string) =>
    fr`Accepté par ${author}${date === '' ? '' : fr` le ${date}`} : ${reason}`,
  unmatched: (count: number) =>
    fr`${counted(count, 'acceptation ne correspond', 'acceptations ne correspondent')} plus à aucun constat : la ligne a changé ou le constat a disparu.`,
  elsewhere: fr`Hors enveloppe`,
  alsoIn: (cells: string) => fr`Aussi en ${cells}`,
  totals: ({ read, checked, errors, warnings, infos }: TotalCounts) =>
    fr`Total : ${counted(checked, 'ligne contrôlée', 'lignes contrôlées')} sur ${counted(read, 'lue', 'lues')} ; ${findings(errors, warnings, infos)}`,
  filesTotal: (read: number, files: number, { errors, warnings, infos }: TotalCounts) =>
    fr`Ensemble : ${counted(read, 'classeur contrôlé', 'classeurs contrôlés')} sur ${french(files)} ; ${findings(errors, warnings, infos)}`,
  more: (count: number) => fr`… et ${counted(count, 'autre', 'autres')} : --format json les donne tous`,
  uncalculated: (count: number, first: string) =>
    fr`${counted(count, 'formule', 'formules')} sans résultat enregistré (la première : ${first}) ; ouvrez le classeur dans Excel et enregistrez-le.`,
  replaced: (registers: string) =>
    registers === ''
      ? fr`La convention du classeur n'est pas utilisée : --convention la remplace.`
      : fr`La convention du classeur n'est pas utilisée : --convention la remplace, et les lignes de ses tables ne comptent pas (${registers}).`,
  pending: fr`ce classeur doit être recalculé dans Excel : les résultats de ses formules peuvent être plus anciens que ses données.`,
  written: (path: string, sheets: string) => fr`Écrit : ${path} (${sheets})`,
  colon: '\u00a0: ',
  semicolon: ' ; ',
};

const ENGLISH: typeof FRENCH = {
  product: en`enveloppe: checks the credits of a delegation convention on the team's own workbook.`,
  commonOptions: en`Common options`,
  exitCodes: en`Exit code: 0 without error, 1 with at least one error found, 2 when a workbook or the command cannot be used.`,
  noCommand: en`no command`,
  unknownCommand: (command) => en`there is no command “${command}”`,
  unknownOption: (name, command) => en`there is no option ${name} for ${command}`,
  ignoredOption: (name, other) => en`the option --${name} has no use with --${other}`,
  uselessOption: (name, other) => en`the option --${name} has no use without --${other}`,
  noValue: (name) => en`option ${name} needs a value`,
  givenTwice: (name) => en`option ${name} is given twice`,
  badDate: (text) => en`“${text}” is not a date (YYYY-MM-DD)`,
  badChoice: (name, value, choices) => en`“${value}” is not a value of ${name} (${choices})`,
  badMapping: (option) => en`--map needs HEADING=FIELD, not “${option}”`,
  unknownField: (word) =>
    en`“${word}” is not a field of the ledger, such as “AE amount”, “EJ number” or “Payment date”`,
  headingNotFound: (heading) =>
    en`--map: no table of the ledger reads a column “${heading}” so; it has none, or another one has that field`,
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
  rows: ({ read, checked, unchecked, ignored }) =>
    en`Rows: ${english(read)} read, ${english(checked)} checked, ${english(unchecked)} unchecked, ${english(ignored)} ignored`,
  unchecked: en`Unchecked`,
  ignored: en`Ignored`,
  row: (sheet, row) => en`${sheet}, row ${row}`,
  unit: (sheet, heading, unit) => en`${sheet}, column “${heading}”: read in ${unit} and converted into euros.`,
  counts: (errors, warnings, infos) => en`Findings: ${englishFindings(errors, warnings, infos)}`,
  noFinding: en`No finding.`,
  ofWhichAccepted: (count) => en`of which ${english(count)} accepted with a reason`,
  accepted: (author, date, reason) => en`Accepted by ${author}${date === '' ? '' : en` on ${date}`}: ${reason}`,
  unmatched: (count) =>
    en`${countOf(count, 'acceptance matches', 'acceptances match')} no finding any more: the row changed or the finding is gone.`,
  elsewhere: en`Outside any envelope`,
  alsoIn: (cells) => en`Also in ${cells}`,
  totals: ({ read, checked, errors, warnings, infos }) =>
    en`Total: ${countOf(checked, 'row', 'rows')} checked of ${english(read)} read; ${englishFindings(errors, warnings, infos)}`,
  filesTotal: (read, files, { errors, warnings, infos }) =>
    en`Together: ${countOf(read, 'workbook', 'workbooks')} checked of ${english(files)}; ${englishFindings(errors, warnings, infos)}`,
  more: (count) => en`… and ${english(count)} more: --format json gives them all`,
  uncalculated: (count, first) =>
    en`${countOf(count, 'formula', 'formulas')} without a stored result (the first: ${first}) read as #CALC!; open the workbook in Excel and save it.`,
  replaced: (registers) =>
    registers === ''
      ? en`The convention of the workbook is not used: --convention replaces it.`
      : en`The convention of the workbook is not used: --convention replaces it, and the rows of its tables do not count (${registers}).`,
  pending: en`the workbook asks to be computed again: results of its formulas may be older than its data.`,
  written: (path, sheets) => en`Written: ${path} (${sheets})`,
  colon: ': ',
  semicolon: '; ',
};

const WORDS: Readonly<Record<Language, typeof FRENCH>> = { fr: FRENCH, en: ENGLISH };

/** The sentences in a language. */
export function cliWords(language: Language): typeof FRENCH {
  return WORDS[language];
}
