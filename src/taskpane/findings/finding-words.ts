/** Words of the list of findings, fetched with it. The sentences of findings are in `messages`. */
import { formatCount } from '../../messages/format';
import { plural } from '../../messages/french-count';
import type { Language } from '../../messages/language';
import { en, fr } from '../../messages/typography';
import type { Section } from './finding-entries';

const f = (number: number): string => formatCount(number, 'fr');
const e = (number: number): string => formatCount(number, 'en');
const es = (number: number): string => (number === 1 ? '' : 's');
const findings = (number: number): string => fr`${f(number)} ${plural(number, 'constat', 'constats')}`;
const cells = (number: number): string => fr`${f(number)} ${plural(number, 'cellule', 'cellules')}`;

const FR = {
  ceilings: fr`Plafond dépassé`,
  convention: fr`Convention`,
  threshold: (share: string) => fr`Seuil de suivi de ${share} atteint`,
  blank: (field: string) => fr`${field} absent`,
  quoted: (text: string) => fr`« ${text} »`,
  row: (number: string) => fr`ligne ${number}`,
  sections: {
    error: 'Erreurs',
    warning: 'Avertissements',
    info: 'Informations',
    accepted: 'Acceptés',
  } satisfies Record<Section, string>,
  number: f,
  certain: 'Corrections certaines',
  filters: 'Filtres',
  filter: 'Filtrer',
  search: 'Rechercher dans les constats',
  clearSearch: 'Effacer la recherche',
  searchExample: fr`Rechercher : EJ, objet, code, montant`,
  none: fr`Aucun constat : toutes les lignes contrôlées sont conformes.`,
  noneLeft: fr`Aucun constat ne répond à ce choix.`,
  all: (number: number) => fr`${findings(number)}, du plus grave au moins grave`,
  some: (shown: number, all: number, what: string) => fr`${findings(shown)} sur ${f(all)} : ${what}`,
  containing: (text: string) => fr`contenant « ${text} »`,
  ofWhichAccepted: (number: number) => fr`(dont ${f(number)} ${plural(number, 'accepté', 'acceptés')})`,
  searching: fr`Recherche en cours…`,
  gathering: fr`Classement des constats…`,
  clear: 'Tout afficher',
  unfoldAll: 'Tout déplier',
  foldAll: 'Tout replier',
  previous: 'Constat précédent (k)',
  next: 'Constat suivant (j)',
  list: 'Constats par cause',
  /** The number of findings of a group, beside its title. */
  count: (number: number, areRows: boolean) =>
    areRows ? fr`${f(number)} ${plural(number, 'ligne', 'lignes')}` : findings(number),
  worst: fr`montant le plus élevé :`,
  goTo: (place: string) => fr`Aller à la ${place}`,
  goToCell: (place: string) => fr`Aller à ${place}`,
  correctTo: (value: string) => fr`Corriger : ${value}`,
  seeCorrections: (number: number) => (number === 1 ? fr`Voir la correction` : fr`Voir les ${f(number)} corrections`),
  acceptGroup: (number: number) => fr`Accepter les ${f(number)} constats…`,
  rule: (code: string) => fr`Règle ${code}`,
  keys: fr`Clavier : ↓ et ↑ d’une ligne à l’autre, j et k d’un constat à l’autre, → et ← pour déplier et replier, Entrée pour aller à la cellule, a pour accepter, / pour rechercher.`,
  correcting: {
    title: (number: number) => (number === 0 ? fr`Corriger` : fr`Corriger ${cells(number)}`),
    intro: fr`Voici, cellule par cellule, ce qui sera écrit. Rien d’autre ne change dans le classeur.`,
    choose: 'Choisir',
    row: 'Ligne',
    before: 'Avant',
    after: 'Après',
    chooseRow: (place: string) => fr`Corriger la ${place}`,
    chooseAll: 'Tout choisir',
    asText: (text: string) => fr`texte ${text}`,
    now: (number: number) => fr`Corriger ${cells(number)}`,
    noneChosen: fr`Aucune cellule n’est choisie.`,
    changed: fr`(modifiée depuis)`,
  },
  accepting: {
    title: 'Accepter ce constat',
    titleOfGroup: (number: number) => fr`Accepter ${findings(number)}`,
    reason: 'Motif',
    reasonMissing: fr`Saisissez le motif : il sera lu lors d’un contrôle.`,
    author: 'Votre nom',
    authorMissing: fr`Saisissez votre nom.`,
    kept: fr`Conservé sur ce poste pour la prochaine fois.`,
    extent: 'Étendue',
    one: 'Ce constat seul',
    group: (number: number, title: string) => fr`Les ${f(number)} constats « ${title} »`,
    after: fr`Un constat accepté reste dans la liste, avec le motif, le nom et la date. Si la ligne change, il revient à traiter.`,
    now: (number: number) => (number === 1 ? fr`Accepter le constat` : fr`Accepter les ${f(number)} constats`),
    changed: (number: number, isGroup: boolean) => {
      if (!isGroup) return fr`Ce constat a changé depuis l’ouverture de ce formulaire : le voici à présent.`;
      return number === 1
        ? fr`Un constat a changé depuis l’ouverture de ce formulaire : vérifiez-le dans la liste.`
        : fr`${f(number)} constats ont changé depuis l’ouverture de ce formulaire : vérifiez-les dans la liste.`;
    },
    gone: (number: number, isGroup: boolean) => {
      if (!isGroup) return fr`Ce constat n’est plus à accepter ici : il a été corrigé, déplacé ou déjà accepté.`;
      return number === 1
        ? fr`Un constat n’est plus à accepter ici : il a été corrigé, déplacé ou déjà accepté.`
        : fr`${f(number)} constats ne sont plus à accepter ici : ils ont été corrigés, déplacés ou déjà acceptés.`;
    },
    nothingLeft: fr`Rien ne sera écrit.`,
  },
  aids: {
    title: 'Aides à la saisie',
    lists: fr`Des listes de choix dans les colonnes du suivi : enveloppes, postes de dépense et codes de la convention. Toute autre valeur reste possible ; les cellules qui ont déjà leur règle gardent la leur.`,
    addLists: 'Ajouter les listes de choix',
    removeLists: 'Retirer les listes de choix',
    column: fr`Une colonne à droite du suivi, calculée par Excel : « Conforme », ou les constats de la ligne.`,
    addColumn: 'Ajouter la colonne de contrôle',
    completeColumn: 'Compléter la colonne de contrôle',
    removeColumn: 'Retirer la colonne de contrôle',
  },
};

const EN: typeof FR = {
  ceilings: 'Ceiling exceeded',
  convention: 'Convention',
  threshold: (share) => en`Follow-up threshold of ${share} reached`,
  blank: (field) => en`${field} missing`,
  quoted: (text) => en`“${text}”`,
  row: (number) => en`row ${number}`,
  sections: { error: 'Errors', warning: 'Warnings', info: 'Information', accepted: 'Accepted' },
  number: e,
  certain: 'Certain corrections',
  filters: 'Filters',
  filter: 'Filter',
  search: 'Search the findings',
  clearSearch: 'Clear the search',
  searchExample: en`Search: EJ, subject, code, amount`,
  none: 'No finding: all the rows that were checked are right.',
  noneLeft: 'No finding matches this choice.',
  all: (number) => en`${e(number)} finding${es(number)}, most serious first`,
  some: (shown, all, what) => en`${e(shown)} of ${e(all)} findings: ${what}`,
  containing: (text) => en`containing “${text}”`,
  ofWhichAccepted: (number) => en`(${e(number)} accepted)`,
  searching: 'Searching…',
  gathering: 'Sorting the findings…',
  clear: 'Show all',
  unfoldAll: 'Unfold all',
  foldAll: 'Fold all',
  previous: 'Previous finding (k)',
  next: 'Next finding (j)',
  list: 'Findings by cause',
  count: (number, areRows) => en`${e(number)} ${areRows ? 'row' : 'finding'}${es(number)}`,
  worst: en`largest amount:`,
  goTo: (place) => en`Go to ${place}`,
  goToCell: (place) => en`Go to ${place}`,
  correctTo: (value) => en`Correct: ${value}`,
  seeCorrections: (number) => (number === 1 ? 'See the correction' : en`See the ${e(number)} corrections`),
  acceptGroup: (number) => en`Accept the ${e(number)} findings…`,
  rule: (code) => en`Rule ${code}`,
  keys: en`Keyboard: ↓ and ↑ from row to row, j and k from finding to finding, → and ← to unfold and fold, Enter to go to the cell, a to accept, / to search.`,
  correcting: {
    title: (number) => (number === 0 ? 'Correct' : en`Correct ${e(number)} cell${es(number)}`),
    intro: 'This is what will be written, cell by cell. Nothing else changes in the workbook.',
    choose: 'Choose',
    row: 'Row',
    before: 'Before',
    after: 'After',
    chooseRow: (place) => en`Correct ${place}`,
    chooseAll: 'Choose all',
    asText: (text) => en`text ${text}`,
    now: (number) => en`Correct ${e(number)} cell${es(number)}`,
    noneChosen: 'No cell is chosen.',
    changed: '(changed since)',
  },
  accepting: {
    title: 'Accept this finding',
    titleOfGroup: (number) => en`Accept ${e(number)} finding${es(number)}`,
    reason: 'Reason',
    reasonMissing: 'Give the reason: an auditor will read it.',
    author: 'Your name',
    authorMissing: 'Give your name.',
    kept: 'Kept on this computer for the next time.',
    extent: 'Extent',
    one: 'This finding alone',
    group: (number, title) => en`The ${e(number)} findings “${title}”`,
    after:
      'An accepted finding stays in the list, with the reason, the name and the date. If the row changes, it is open again.',
    now: (number) => (number === 1 ? 'Accept the finding' : en`Accept the ${e(number)} findings`),
    changed: (number, isGroup) => {
      if (!isGroup) return en`This finding changed after this form was opened: this is how it is now.`;
      return en`${e(number)} finding${es(number)} changed after this form was opened: check ${number === 1 ? 'it' : 'them'} in the list.`;
    },
    gone: (number, isGroup) => {
      if (!isGroup) return en`This finding is no longer here to accept: it was corrected, moved or already accepted.`;
      return en`${e(number)} finding${es(number)} can no longer be accepted here: corrected, moved or already accepted.`;
    },
    nothingLeft: 'Nothing will be written.',
  },
  aids: {
    title: 'Help with typing',
    lists:
      'Drop-down lists in the columns of the ledger: envelopes, budget lines and codes of the convention. Any other value can still be typed; cells that have a rule of their own keep it.',
    addLists: 'Add the drop-down lists',
    removeLists: 'Remove the drop-down lists',
    column: 'A column at the right of the ledger, computed by Excel: “Conforme”, or the findings of the row.',
    addColumn: 'Add the check column',
    completeColumn: 'Complete the check column',
    removeColumn: 'Remove the check column',
  },
};

export type FindingWords = typeof FR;

export const FINDING_WORDS: Readonly<Record<Language, FindingWords>> = { fr: FR, en: EN };
