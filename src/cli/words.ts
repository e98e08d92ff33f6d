/** The words of the command line alone; those of findings and failures are in `messages/`. */
import { KNOWN_CONVENTIONS } from '../conventions/index';
import { en, fr } from '../messages/typography';
import type { Language } from '../messages/language';

/** The last line's counts, already formatted. */
export interface TotalCounts {
  readonly read: string;
  readonly checked: string;
  readonly errors: string;
  readonly warnings: string;
  readonly infos: string;
}

export interface CliWords {
  readonly help: string;
  readonly noCommand: string;
  readonly unknownCommand: (command: string) => string;
  readonly unknownOption: (name: string, command: string) => string;
  readonly noValue: (name: string) => string;
  readonly badDate: (text: string) => string;
  readonly badChoice: (name: string, value: string, choices: string) => string;
  readonly noFile: string;
  readonly oneFile: string;
  readonly noOutput: string;
  readonly noExtract: string;
  readonly noFolder: string;
  readonly noWorkbookWanted: string;
  readonly noConvention: string;
  readonly noNewWorkbook: string;
  readonly otherExtension: (extension: string) => string;
  readonly unknownDocument: (name: string) => string;
  readonly notJson: (path: string) => string;
  readonly allocated: string;
  readonly consumed: string;
  readonly reserved: string;
  readonly remaining: string;
  readonly available: string;
  readonly rate: string;
  readonly ofWhichRap: (opening: string, paid: string) => string;
  readonly outstanding: string;
  readonly total: string;
  readonly situation: (convention: string, date: string) => string;
  readonly rows: (read: string, checked: string, unchecked: string, ignored: string) => string;
  readonly unchecked: string;
  readonly ignored: string;
  readonly row: (sheet: string, row: string) => string;
  readonly unit: (sheet: string, heading: string, unit: string) => string;
  readonly counts: (errors: string, warnings: string, infos: string) => string;
  readonly noFinding: string;
  readonly ofWhichAccepted: (count: string) => string;
  readonly accepted: (author: string, date: string, reason: string) => string;
  readonly unmatched: (count: string) => string;
  readonly elsewhere: string;
  readonly more: (count: string) => string;
  readonly alsoIn: (cells: string) => string;
  readonly totals: (counts: TotalCounts) => string;
  readonly filesTotal: (read: string, files: string, counts: TotalCounts) => string;
  readonly uncalculated: (count: string, first: string) => string;
  readonly pending: string;
  readonly written: (path: string, sheets: string) => string;
  readonly nothingToWrite: (path: string) => string;
  readonly published: (folder: string, files: string) => string;
  readonly colon: string;
}

const KNOWN = KNOWN_CONVENTIONS.join(', ');

const HELP_FR = fr`enveloppe : contrôle des crédits d'une convention de délégation de gestion, sur le classeur de l'équipe.

  enveloppe check  CLASSEUR.xlsx… [options]                     contrôle chaque classeur et liste les constats
  enveloppe report CLASSEUR.xlsx --output COPIE.xlsx [options]  ajoute les documents à une copie du classeur
  enveloppe reconcile CLASSEUR.xlsx --chorus EXTRAIT…           rapproche le suivi d'extraits de Chorus (.csv ou .xlsx)
  enveloppe publish CLASSEUR.xlsx --output DOSSIER [options]    écrit le jeu de données à publier (CSV, schémas, documents)
  enveloppe init --convention ID --output NOUVEAU.xlsx          crée un classeur : tables de la convention et suivi vide

Options communes
  --convention ID|FICHIER.json  convention à appliquer ; sinon celle du classeur (tables ENV_…)
  --as-of AAAA-MM-JJ            date de la situation ; sinon aujourd'hui
  --ledger NOM                  table ou feuille du suivi, quand plusieurs conviennent (répétable)
  --lang fr|en                  langue des phrases

check
  --format text|json            texte à lire, ou un objet JSON par classeur et par ligne sur la sortie standard

report
  --output COPIE.xlsx           fichier à créer : ni le classeur ni un fichier existant ne sont jamais remplacés
  --only NOM,…                  documents voulus : annexes (ou annexe1, annexe2…), repartition, reference, bilan, qualitatif, etat ;
                                sinon tous ceux-là ; et les avis, à la demande seulement : insuffisance, suspension,
                                non-consommes, fongibilite, avenant, resiliation
  --freeze                      copies figées : les valeurs seules, datées, sur des feuilles que rien ne réécrit
  --author NOM                  auteur à inscrire au journal (aussi pour reconcile et init)

reconcile
  --chorus EXTRAIT…             extraits de Chorus : INF-BUD-53, journal des pièces, JP51, JP57, extraits nationaux
  --format text|json            texte à lire, ou un objet JSON sur la sortie standard
  --output COPIE.xlsx           écrit aussi le document « Rapprochement Chorus » dans une copie du classeur

publish
  --output DOSSIER              dossier à créer, qui ne doit rien contenir ; ou une archive à créer, jeu.zip
  --with titulaire,objet        publie aussi ces colonnes, laissées de côté sinon
  --contact TEXTE               service et adresse à qui écrire

init
  --convention ID|FICHIER.json  ${KNOWN}
  --output NOUVEAU.xlsx         classeur à créer

Code de retour : 0 sans erreur, 1 avec au moins une erreur constatée, 2 quand un classeur ou la commande ne peut pas être utilisé.
`;

const HELP_EN = en`enveloppe: checks the credits of a delegation convention on the team's own workbook.

  enveloppe check  WORKBOOK.xlsx… [options]                    checks each workbook and lists the findings
  enveloppe report WORKBOOK.xlsx --output COPY.xlsx [options]  adds the documents to a copy of the workbook
  enveloppe reconcile WORKBOOK.xlsx --chorus EXTRACT…          reconciles the ledger with Chorus extracts (.csv or .xlsx)
  enveloppe publish WORKBOOK.xlsx --output FOLDER [options]    writes the data set to publish (CSV, schemas, documents)
  enveloppe init --convention ID --output NEW.xlsx             creates a workbook: the convention's tables and an empty ledger

Common options
  --convention ID|FILE.json  convention to apply; otherwise the workbook's own (ENV_… tables)
  --as-of YYYY-MM-DD         date of the situation; otherwise today
  --ledger NAME              table or sheet of the ledger, when several could be it (repeatable)
  --lang fr|en               language of the sentences

check
  --format text|json         text to read, or one JSON object per workbook, one a line, on standard output

report
  --output COPY.xlsx         file to create: neither the workbook nor an existing file is ever replaced
  --only NAME,…              documents wanted: annexes (or annexe1, annexe2…), repartition, reference, bilan, qualitatif, etat;
                             otherwise all of these; and the notices, only when asked for: insuffisance, suspension,
                             non-consommes, fongibilite, avenant, resiliation
  --freeze                   frozen copies: values only, dated, on sheets that nothing rewrites
  --author NAME              author to write in the journal (for reconcile and init too)

reconcile
  --chorus EXTRACT…          Chorus extracts: INF-BUD-53, journal des pièces, JP51, JP57, national extracts
  --format text|json         text to read, or one JSON object on standard output
  --output COPY.xlsx         also writes the document “Rapprochement Chorus” in a copy of the workbook

publish
  --output FOLDER            folder to create, which must hold nothing; or an archive to create, set.zip
  --with titulaire,objet     publishes these columns too, left out otherwise
  --contact TEXT             service and address to write to

init
  --convention ID|FILE.json  ${KNOWN}
  --output NEW.xlsx          workbook to create

Exit code: 0 without error, 1 with at least one error found, 2 when a workbook or the command cannot be used.
`;

const FR: CliWords = {
  help: HELP_FR,
  noCommand: fr`aucune commande`,
  unknownCommand: (command) => fr`la commande « ${command} » n'existe pas`,
  unknownOption: (name, command) => fr`l'option ${name} n'existe pas pour ${command}`,
  noValue: (name) => fr`l'option ${name} attend une valeur`,
  badDate: (text) => fr`« ${text} » n'est pas une date (AAAA-MM-JJ)`,
  badChoice: (name, value, choices) => fr`« ${value} » n'est pas une valeur de ${name} (${choices})`,
  noFile: fr`aucun classeur n'est nommé`,
  oneFile: fr`cette commande prend un seul classeur`,
  noOutput: fr`report attend --output et le nom de la copie`,
  noExtract: fr`reconcile attend --chorus et au moins un extrait de Chorus`,
  noFolder: fr`publish attend --output et le nom du dossier ou de l'archive .zip à créer`,
  noWorkbookWanted: fr`init crée un classeur et n'en lit aucun`,
  noConvention: fr`init attend --convention et un nom ou un fichier JSON`,
  noNewWorkbook: fr`init attend --output et le nom d'un classeur .xlsx à créer`,
  otherExtension: (extension) => fr`la copie doit avoir la même extension que le classeur (${extension})`,
  unknownDocument: (name) => fr`document « ${name} » inconnu (annexes, repartition, reference, bilan…)`,
  notJson: (path) => fr`« ${path} » n'est pas un fichier JSON`,
  allocated: 'alloué',
  consumed: 'consommé',
  reserved: 'réservé',
  remaining: 'restant',
  available: 'disponible',
  rate: 'taux',
  ofWhichRap: (opening, paid) => fr`dont RAP ${opening}, payés ${paid}`,
  outstanding: fr`restes à payer`,
  total: fr`Ensemble de la convention`,
  situation: (convention, date) => fr`convention ${convention}, situation au ${date}`,
  rows: (read, checked, unchecked, ignored) =>
    fr`Lignes : ${read} lues, ${checked} contrôlées, ${unchecked} non contrôlées, ${ignored} ignorées`,
  unchecked: fr`Non contrôlées`,
  ignored: fr`Ignorées`,
  row: (sheet, row) => fr`${sheet}, ligne ${row}`,
  unit: (sheet, heading, unit) => fr`${sheet}, colonne « ${heading} » : lue en ${unit} et convertie en euros.`,
  counts: (errors, warnings, infos) =>
    fr`Constats : ${errors} erreur(s), ${warnings} avertissement(s), ${infos} information(s)`,
  noFinding: fr`Aucun constat.`,
  ofWhichAccepted: (count) => fr`dont ${count} accepté(s) avec un motif`,
  accepted: (author, date, reason) => fr`Accepté par ${author}${date === '' ? '' : fr` le ${date}`} : ${reason}`,
  unmatched: (count) =>
    fr`${count} acceptation(s) ne répond(ent) plus à aucun constat : la ligne a changé ou le constat a disparu.`,
  elsewhere: fr`Hors enveloppe`,
  alsoIn: (cells) => fr`Aussi en ${cells}`,
  totals: ({ read, checked, errors, warnings, infos }) =>
    fr`Total : ${checked} lignes contrôlées sur ${read} ; ${errors} erreur(s), ${warnings} avertissement(s), ${infos} information(s)`,
  filesTotal: (read, files, { errors, warnings, infos }) =>
    fr`Ensemble : ${read} classeurs contrôlés sur ${files} ; ${errors} erreur(s), ${warnings} avertissement(s), ${infos} information(s)`,
  more: (count) => fr`… et ${count} autre(s) : --format json les donne tous`,
  uncalculated: (count, first) =>
    fr`${count} formule(s) sans résultat enregistré (la première : ${first}) se lisent #CALC! ; ouvrez le classeur dans Excel et enregistrez-le.`,
  pending: fr`le classeur demande à être recalculé : les résultats de ses formules peuvent être plus anciens que ses données.`,
  written: (path, sheets) => fr`Écrit : ${path} (${sheets})`,
  nothingToWrite: (path) => fr`Écrit : ${path}, sans changement : les documents étaient à jour`,
  published: (folder, files) => fr`Écrit dans ${folder} : ${files}`,
  colon: '\u00a0: ',
};

const EN: CliWords = {
  help: HELP_EN,
  noCommand: en`no command`,
  unknownCommand: (command) => en`there is no command “${command}”`,
  unknownOption: (name, command) => en`there is no option ${name} for ${command}`,
  noValue: (name) => en`option ${name} needs a value`,
  badDate: (text) => en`“${text}” is not a date (YYYY-MM-DD)`,
  badChoice: (name, value, choices) => en`“${value}” is not a value of ${name} (${choices})`,
  noFile: en`no workbook is named`,
  oneFile: en`report takes one workbook`,
  noOutput: en`report needs --output and the name of the copy`,
  noExtract: en`reconcile needs --chorus and at least one Chorus extract`,
  noFolder: en`publish needs --output and the name of the folder or of the .zip archive to create`,
  noWorkbookWanted: en`init creates a workbook and reads none`,
  noConvention: en`init needs --convention and a name or a JSON file`,
  noNewWorkbook: en`init needs --output and the name of an .xlsx workbook to create`,
  otherExtension: (extension) => en`the copy must have the same extension as the workbook (${extension})`,
  unknownDocument: (name) => en`unknown document “${name}” (annexes, repartition, reference, bilan…)`,
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
  nothingToWrite: (path) => en`Written: ${path}, unchanged: the documents were up to date`,
  published: (folder, files) => en`Written in ${folder}: ${files}`,
  colon: ': ',
};

export function wordsOf(language: Language): CliWords {
  return language === 'fr' ? FR : EN;
}
