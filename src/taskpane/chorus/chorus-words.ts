/** Words of the tab of Chorus, fetched with it. States and reasons are in `messages/reconciliation-words`. */
import { formatCount } from '../../messages/format';
import type { Language } from '../../messages/language';
import { en, fr } from '../../messages/typography';

const f = (number: number): string => formatCount(number, 'fr');
const e = (number: number): string => formatCount(number, 'en');
const s = (number: number): string => (number < 2 ? '' : 's');
const es = (number: number): string => (number === 1 ? '' : 's');

const FR = {
  intro: fr`Comparez le suivi avec un ou plusieurs extraits de Chorus. Rien n'est écrit sans que vous le demandiez ; rien ne sort du classeur.`,
  drop: fr`Déposez ici un extrait (CSV, Excel)`,
  chooseFile: 'Choisir un fichier…',
  paste: 'Coller un texte…',
  pasteHere: fr`Collez ici les cellules de l'extrait, en-têtes compris`,
  pasted: (number: number) => fr`Texte collé ${f(number)}`,
  read: 'Lire',
  cancel: 'Fermer',
  sheet: 'Feuille du classeur',
  chooseSheet: fr`Choisir une feuille…`,
  extracts: 'Extraits lus',
  lines: (number: number, shape: string) => fr`${shape} ; ${f(number)} ligne${s(number)}`,
  remove: (source: string) => fr`Retirer ${source}`,
  ignored: (number: number) => fr`${f(number)} ligne${s(number)} ignorée${s(number)}`,
  ignoredLine: (line: number, reason: string, raw: string) =>
    fr`ligne ${String(line)} : ${reason}${raw === '' ? '' : fr` (${raw})`}`,
  more: (number: number) => fr`et ${f(number)} autre${s(number)}`,
  lacks: (what: string) => fr`Absent de l'extrait, donc non comparé : ${what}`,
  repairs: (what: string) => fr`Lu avec réserve : ${what}`,
  shownTotal: (amount: string, agrees: boolean, measure: string) =>
    fr`Total affiché ${measure === '' ? '' : fr`de « ${measure} » : `}${amount}, ${agrees ? fr`égal à` : fr`différent de`} la somme des lignes`,
  totals: 'Totaux par enveloppe',
  ledger: 'Suivi',
  chorus: 'Chorus',
  gap: 'Écart',
  noEnvelope: 'Sans enveloppe',
  balance: 'Ce que sont devenues les lignes',
  proven: (rows: number, lines: number) =>
    fr`Chaque montant du suivi (${f(rows)}) et chaque ligne des extraits (${f(lines)}) est compté une seule fois.`,
  document: 'Document du rapprochement',
  aboutDocument: fr`Ces totaux et ces écarts, sur une feuille de ce classeur : à joindre au suivi, ou à envoyer.`,
  notGiven: fr`— : l'extrait ne le contient pas.`,
  groups: 'Écarts et détail',
  /** Where nothing was compared. */
  detail: fr`Lignes du suivi et de l'extrait`,
  show: 'Afficher',
  toLookAt: (number: number) => fr`Écarts, du plus grand au plus petit (${f(number)})`,
  status: (name: string, number: number) => fr`${name} (${f(number)})`,
  none: fr`Aucun écart : tout ce qui a été comparé concorde.`,
  noneCompared: fr`Aucun écart dans ce qui a été comparé ; le reste est sans contrôle.`,
  inLedger: 'Dans le suivi',
  inChorus: 'Dans Chorus',
  line: (source: string, line: number) => fr`${source}, ligne ${String(line)}`,
  goTo: (sheet: string, row: number) => fr`Aller à ${sheet}, ligne ${String(row)}`,
  row: (row: number) => fr`ligne ${String(row)}`,
  noEj: fr`Sans N° EJ`,
  addExtract: 'Ajouter un extrait…',
  otherExtract: 'Choisir un autre extrait…',
  showMore: (number: number) => fr`Afficher ${f(number)} de plus`,
};

const EN: typeof FR = {
  intro:
    'Compare the ledger with one or several Chorus extracts. Nothing is written unless you ask; nothing leaves the workbook.',
  drop: 'Drop an extract here (CSV, Excel)',
  chooseFile: 'Choose a file…',
  paste: 'Paste text…',
  pasteHere: 'Paste the cells of the extract here, headings included',
  pasted: (number) => `Pasted text ${e(number)}`,
  read: 'Read',
  cancel: 'Close',
  sheet: 'Sheet of the workbook',
  chooseSheet: 'Choose a sheet…',
  extracts: 'Extracts read',
  lines: (number, shape) => `${shape}; ${e(number)} line${es(number)}`,
  remove: (source) => `Remove ${source}`,
  ignored: (number) => `${e(number)} line${es(number)} ignored`,
  ignoredLine: (line, reason, raw) => `line ${line}: ${reason}${raw === '' ? '' : ` (${raw})`}`,
  more: (number) => `and ${e(number)} more`,
  lacks: (what) => `Not in the extract, so not compared: ${what}`,
  repairs: (what) => `Read with reserve: ${what}`,
  shownTotal: (amount, agrees, measure) =>
    `Total shown${measure === '' ? '' : ` of “${measure}”`}: ${amount}, ${agrees ? 'equal to' : 'different from'} the sum of the lines`,
  totals: 'Totals by envelope',
  ledger: 'Ledger',
  chorus: 'Chorus',
  gap: 'Gap',
  noEnvelope: 'No envelope',
  balance: 'What became of the lines',
  proven: (rows, lines) =>
    `Each amount of the ledger (${e(rows)}) and each line of the extracts (${e(lines)}) is counted once.`,
  document: 'Document of the reconciliation',
  aboutDocument: 'These totals and gaps, on a sheet of this workbook: to keep with the ledger, or to send.',
  notGiven: en`—: not in the extract.`,
  groups: 'Gaps and detail',
  detail: 'Rows of the ledger and lines of the extract',
  show: 'Show',
  toLookAt: (number) => `Gaps, largest first (${e(number)})`,
  status: (name, number) => `${name} (${e(number)})`,
  none: en`No gap: all that was compared agrees.`,
  noneCompared: en`No gap in what was compared; the rest is not checked.`,
  inLedger: 'In the ledger',
  inChorus: 'In Chorus',
  line: (source, line) => `${source}, line ${line}`,
  goTo: (sheet, row) => en`Go to ${sheet}, row ${String(row)}`,
  row: (row) => en`row ${String(row)}`,
  noEj: 'Without EJ number',
  addExtract: 'Add an extract…',
  otherExtract: 'Choose another extract…',
  showMore: (number) => `Show ${e(number)} more`,
};

/** By language: a sentence that lacks its English does not compile. */
export const CHORUS_WORDS: Readonly<Record<Language, typeof FR>> = { fr: FR, en: EN };
