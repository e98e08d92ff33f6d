/** French words of the pane. */
import { formatCount } from '../../messages/format';
import { plural } from '../../messages/french-count';
import { fr } from '../../messages/typography';
import type { Language } from '../../messages/language';
import { SITUATION_FR } from '../situation/situation-fr';

function count(number: number): string {
  return formatCount(number, 'fr');
}

function twoDigits(minutes: number): string {
  return String(minutes).padStart(2, '0');
}

export const PANE_FR = {
  language: 'fr' as Language,
  tabs: {
    situation: 'Situation',
    findings: 'À traiter',
    chorus: 'Chorus',
    documents: 'Documents',
    duties: 'Échéances',
  },
  /** The accessible name of the list of tabs. */
  screens: 'Écrans du complément',
  close: 'Fermer',
  /** The accessible name of the tab of Chorus, in full. */
  chorusTab: 'Rapprochement Chorus',
  header: {
    reference: 'NOR',
    asOf: fr`Situation au`,
    today: fr`Revenir à aujourd'hui`,
    notADate: fr`Saisissez une date, par exemple 31/12/2023.`,
    refresh: 'Relire et contrôler de nouveau',
    read: 'Lecture',
    readAt: (hours: number, minutes: number) => fr`à ${String(hours)} h ${twoDigits(minutes)}`,
    on: (date: string) => fr`au ${date}`,
    toCheck: fr`un point de la lecture est à vérifier`,
    ledgerOf: 'Suivi',
    signed: (reference: string, date: string) => fr`${reference}, signée le ${date}`,
    end: 'Fin',
    sheets: (number: number) => fr`${count(number)} feuilles`,
    tables: (number: number) => fr`${count(number)} tableaux`,
    rows: (number: number) => fr`${count(number)} ${plural(number, 'ligne', 'lignes')}`,
    reading: 'Ce qui a été lu',
    unread: (number: number) => fr`${count(number)} ${plural(number, 'plage non lue', 'plages non lues')}`,
    columns: 'Colonnes du suivi',
    help: 'Aide',
    columnsToConfirm: 'Colonnes à confirmer',
  },
  activity: {
    reading: 'Lecture du classeur…',
    writing: 'Écriture dans le classeur…',
    progress: (done: number, total: number) => fr`Écriture dans le classeur : ${count(done)} sur ${count(total)}.`,
    stop: 'Arrêter',
    stopping: 'Arrêt demandé…',
    stopNote: fr`Si vous arrêtez, ce qui vient d'être écrit est retiré.`,
    waiting: fr`Excel n'a pas encore répondu. Si une cellule est en cours de saisie, terminez-la (Entrée) ; sinon, attendez : tout continue seul.`,
  },
  onDemand: fr`Le calcul du classeur est manuel : les formules ENVELOPE ne suivent que lorsque vous lancez le calcul (F9).`,
  formulas: {
    broken: (number: number) =>
      fr`${count(number)} ${plural(number, 'formule ENVELOPE affiche ou cache', 'formules ENVELOPE affichent ou cachent')} #NOM? : ` +
      fr`Excel les a lues sans le complément.`,
    correct: 'Corriger les formules',
    title: 'Formules ENVELOPE',
    freeze: (number: number) =>
      fr`Remplacer ${count(number)} ${plural(number, 'formule par sa valeur', 'formules par leur valeur')}`,
    freezeHint: fr`Pour un lecteur qui n'a pas le complément. L'annulation rétablit les formules.`,
    left: (number: number) =>
      fr`${count(number)} ${plural(number, 'formule reste', 'formules restent')} en place ` +
      fr`(sur plusieurs cellules, en erreur ou qui peut en cacher une, ou pas encore de valeur).`,
  },
  dismiss: 'Fermer le message',
  undoUsed: { keep: 'Annuler en gardant la feuille', delete: 'Supprimer quand même' },
  figures: {
    natures: { AE: fr`Autorisations d'engagement`, CP: 'Crédits de paiement' },
    whole: 'Ensemble de la convention',
    allocated: 'Dotation',
    consumed: 'Consommé',
    reserved: 'En attente',
    remaining: 'Non consommé',
    available: 'Disponible',
    rapOpening: fr`dont part destinée aux restes à payer`,
    rapPaid: 'dont payé sur restes à payer antérieurs',
    outstanding: 'Restes à payer',
    bar: (nature: string, rate: string, thresholds: readonly string[]) =>
      fr`${nature} : taux de consommation ${rate} ; seuils ${thresholds.join(', ')}`,
    lines: (number: number) => fr`${count(number)} ${plural(number, 'poste', 'postes')}`,
  },
  situation: SITUATION_FR,
  rows: {
    counts: (read: number, checked: number, ignored: number) =>
      fr`${count(read)} ${plural(read, 'ligne lue', 'lignes lues')}, ${count(checked)} ${plural(checked, 'contrôlée', 'contrôlées')}, ${count(ignored)} ${plural(ignored, 'ignorée', 'ignorées')}.`,
    unchecked: (number: number, shown: string) =>
      fr`${shown} ${plural(number, 'ligne non contrôlée', 'lignes non contrôlées')}, hors des totaux`,
    uncheckedRow: (sheet: string, row: number, reason: string) => fr`${sheet}, ligne ${String(row)} : ${reason}`,
    allChecked: 'Toutes les lignes sont contrôlées.',
    more: (number: number) => fr`et ${count(number)} ${plural(number, 'autre', 'autres')}`,
  },
  findings: {
    count: (shown: number, all: number) =>
      shown === all
        ? fr`${count(all)} ${plural(all, 'constat', 'constats')}`
        : fr`${count(shown)} sur ${count(all)} constats`,
    goTo: (place: string) => fr`Aller à ${place}`,
    accept: 'Accepter…',
    acceptNow: 'Accepter',
    reason: 'Motif',
    author: 'Accepté par',
    required: 'À remplir.',
    reopen: 'Rouvrir',
    accepted: (on: string | null, author: string, reason: string) =>
      fr`Accepté${on === null ? '' : fr` le ${on}`} par ${author} : ${reason}`,
    lapsed: fr`Rouvert : la ligne a changé depuis.`,
  },
  documents: {
    prepare: 'Aperçu',
    beforeSigning: 'Avant de signer',
    registers: {
      intro: (count: number) =>
        fr`${plural(count, 'Un registre partage', 'Des registres partagent')} la feuille d'un autre usage (${String(count)}). Leur répartition sur des feuilles par usage garde les saisies, les formats et les formules, et s'annule.`,
      move: 'Répartir les registres',
    },
    cancel: 'Fermer sans écrire',
    undo: {
      documents: 'Annuler la dernière génération',
      initialise: fr`Annuler l'ajout de la convention`,
      ledger: 'Annuler la création du suivi',
      repair: 'Annuler la dernière correction',
      mapping: 'Annuler le dernier choix de colonnes',
      acceptance: 'Annuler la dernière acceptation',
      reading: 'Annuler le dernier choix de lecture',
      copies: 'Annuler la dernière copie figée',
      reconciliation: 'Annuler le dernier rapprochement',
      formulas: 'Annuler la correction des formules',
      values: 'Rétablir les formules figées',
      comparison: 'Annuler la dernière comparaison écrite',
      extension: fr`Annuler l'extension du tableau`,
      request: 'Annuler la dernière inscription',
      duty: fr`Annuler la dernière date inscrite`,
      formula: 'Annuler la dernière formule insérée',
      row: fr`Annuler l'ajout de la ligne`,
      statusColumn: fr`Annuler la colonne de contrôle`,
      lists: fr`Annuler les listes de choix`,
      registers: fr`Annuler la répartition des registres`,
      undo: 'Annuler la dernière écriture',
      keep: 'Annuler la dernière écriture',
    },
    freeze: 'Figer une copie',
    /** Asked once: Excel does not give the user's name to an add-in. */
    author: 'Votre nom, pour le journal du classeur',
  },
  notices: {
    written: {
      documents: (_: number, sheets: string) => fr`Documents générés : ${sheets}.`,
      initialise: (_: number, __: string, first: string) =>
        fr`La convention est dans le classeur : vérifiez la feuille ${first}.`,
      ledger: () => fr`Le tableau Suivi est dans le classeur : saisissez-y les opérations.`,
      repair: (cells: number) => fr`${count(cells)} ${plural(cells, 'cellule corrigée', 'cellules corrigées')}.`,
      mapping: () => 'Colonnes confirmées.',
      acceptance: () => 'Registre des constats acceptés mis à jour.',
      reading: () => 'Choix de lecture enregistré.',
      copies: (_: number, sheets: string) => fr`Copie figée : ${sheets}.`,
      reconciliation: (_: number, sheets: string) => fr`Rapprochement généré : ${sheets}.`,
      formulas: (cells: number) => fr`Formules corrigées : ${count(cells)} ${plural(cells, 'cellule', 'cellules')}.`,
      values: (cells: number) =>
        fr`Formules remplacées par leur valeur : ${count(cells)} ${plural(cells, 'cellule', 'cellules')}.`,
      comparison: (_: number, sheets: string) => fr`Comparaison générée : ${sheets}.`,
      extension: () => 'Tableau étendu.',
      request: () => 'Demande inscrite.',
      duty: () => 'Date inscrite au registre.',
      formula: () => 'Formule insérée.',
      row: () => 'Ligne écrite.',
      statusColumn: () => 'Colonne de contrôle à jour.',
      lists: () => 'Listes de choix à jour.',
      registers: (_: number, sheets: string) => fr`Registres répartis : ${sheets}.`,
      undo: () => 'Chaque cellule est de nouveau comme avant.',
      keep: () => fr`Les cellules restent telles quelles ; l'écriture arrêtée n'a plus d'annulation.`,
    },
    leftAlone: {
      cells: (cells: number) =>
        fr`${count(cells)} ${plural(cells, 'cellule a changé depuis et reste telle quelle', 'cellules ont changé depuis et restent telles quelles')}.`,
      findings: (findings: number) =>
        fr`${count(findings)} ${plural(findings, 'constat a changé depuis et n’est pas accepté', 'constats ont changé depuis et ne sont pas acceptés')}.`,
    },
    undressed: (sheets: string) =>
      fr`Excel a refusé la mise en page (${sheets}) : les chiffres sont écrits ; réglez la page avant d'imprimer.`,
    kept: (sheet: string, cells: string, others: number) =>
      fr`La feuille « ${sheet} » est conservée avec ce qui venait d'y être saisi : ${cells}${others === 0 ? '' : fr` et ${count(others)} ${plural(others, 'autre cellule', 'autres cellules')}`}.`,
    keptAsText: (sheet: string, cells: string, others: number) =>
      fr`Le type de données ou l'image qui venait d'y être mis n'a pu être gardé qu'en texte, feuille « ${sheet} » : ${cells}${others === 0 ? '' : fr` et ${count(others)} ${plural(others, 'autre cellule', 'autres cellules')}`}. Saisissez-le de nouveau, ou reprenez-le dans l'historique des versions.`,
    left: (sheet: string, cells: string, others: number) =>
      fr`Feuille « ${sheet} », ce que quelqu'un a changé ou déplacé depuis reste tel quel : ${cells}${others === 0 ? '' : fr` et ${count(others)} ${plural(others, 'autre cellule', 'autres cellules')}`}.`,
    othersUndone: 'Les autres cellules sont de nouveau comme avant.',
    undoneHereOnly: fr`Trop volumineux pour que l'annulation soit gardée dans le classeur : elle n'est possible que tant que le volet reste ouvert.`,
    interrupted: (undo: string) =>
      fr`La dernière écriture s'est arrêtée avant la fin, ou est encore en cours chez un collègue : attendez alors qu'elle se termine, puis relisez le classeur. Sinon, « ${undo} » remet tout comme avant.`,
    illegible: fr`La dernière écriture s'est arrêtée avant la fin, et ce qui permettait de l'annuler ne peut plus être lu : quelqu'un l'a modifié. Comparez le classeur avec une version antérieure et le journal des écritures, corrigez ce qui manque, puis choisissez « Garder tel quel ».`,
    heldBack: fr`Rien n'est écrit : l'écriture précédente s'est arrêtée avant la fin, ou est encore en cours chez un collègue : attendez alors qu'elle se termine. Sinon, annulez-la d'abord, ou gardez-la telle quelle, sans annulation possible.`,
    keepAsIs: 'Garder tel quel',
    pageMissing: (sheets: string, undo: string) =>
      fr`La dernière écriture s'est arrêtée avant la mise en page (${sheets}) ; tout le reste est écrit. Choisissez « ${undo} », puis recommencez, ou réglez la page avant d'imprimer.`,
    pageSeenTo: 'Ne plus signaler',
    pageNotRestored: (sheets: string) =>
      fr`La dernière annulation s'est arrêtée avant de rétablir la mise en page (${sheets}) ; tout le reste est annulé. Vérifiez les sauts de page, les volets figés et le format avant d'imprimer.`,
    openSheet: 'Ouvrir la feuille',
    preparedAgain: fr`Le classeur a changé depuis l'aperçu. Voici le nouvel aperçu : vérifiez-le, puis écrivez.`,
    previewOvertaken: fr`L'aperçu n'est plus à jour : il est fermé, et rien n'a été écrit. Demandez un nouvel aperçu.`,
    notRead: fr`C'est écrit, mais Excel n'a pas permis de relire le classeur ensuite : ce que le volet affiche date d'avant l'écriture. Ne la recommencez pas ; relisez le classeur.`,
    stopTooLate: fr`Trop tard pour arrêter : l'écriture est allée à son terme.`,
    previewClosed: fr`L'aperçu qui était ouvert n'est plus à jour : il est fermé.`,
    nothing: {
      documents: fr`Les documents sont déjà à jour : rien n'a été écrit.`,
      initialise: 'La convention est déjà dans le classeur.',
      ledger: 'Le tableau Suivi est déjà dans le classeur.',
      repair: 'Aucune correction certaine.',
      mapping: 'Les colonnes sont déjà choisies ainsi.',
      acceptance: 'Le registre des constats acceptés est déjà ainsi.',
      reading: 'Ce choix de lecture est déjà enregistré.',
      copies: 'Aucun document à copier.',
      reconciliation: fr`Le rapprochement est déjà à jour : rien n'a été écrit.`,
      formulas: 'Aucune formule à corriger.',
      values: 'Aucune formule à figer.',
      comparison: fr`La comparaison est déjà à jour : rien à écrire.`,
      extension: 'Le tableau contient déjà ces lignes.',
      request: fr`Aucune demande à inscrire.`,
      duty: 'Le registre contient déjà cette date.',
      formula: 'Aucune formule à insérer.',
      row: 'Aucune ligne à écrire.',
      statusColumn: 'La colonne de contrôle est déjà à jour.',
      lists: 'Les listes de choix sont déjà à jour.',
      registers: 'Les registres sont déjà répartis.',
      undo: 'Rien à annuler.',
      keep: 'Aucune écriture arrêtée à garder.',
    },
  },
  welcome: {
    add: 'Ajouter les feuilles de la convention',
    chooseTitle: 'Choisir le suivi',
    choose: fr`Plusieurs tableaux de ce classeur peuvent être le suivi de l'équipe. Lesquels contrôler ?`,
    chooseThis: 'Contrôler ces tableaux',
    chooseAgain: 'Changer',
    /** For a workbook in which the ledger is not found. */
    showLedger: fr`Indiquez la ligne d'en-têtes du suivi ou le contenu de ses colonnes, ou créez un tableau Suivi. Voici ce que contient le classeur.`,
    startLedger: 'Créer un tableau Suivi',
    retry: 'Relire le classeur',
    loading: 'Lecture du classeur…',
  },
  broken: {
    title: fr`Une erreur interne a interrompu le volet.`,
    remedy: fr`Rechargez le volet : il relit le classeur. Si cela se répète, signalez ce que vous faisiez.`,
    draft: {
      kept: fr`Ce que vous saisissiez est gardé : vous le retrouverez en rouvrant le formulaire.`,
      lost: fr`Ce que vous saisissiez dans le formulaire est perdu.`,
    },
    reload: 'Recharger le volet',
  },
};

export type PaneWords = typeof PANE_FR;
