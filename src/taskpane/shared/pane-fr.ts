/** French words of the pane. */
import { formatCount } from '../../messages/format';
import { fr } from '../../messages/typography';
import type { PaneWords } from './pane-words';

function count(number: number): string {
  return formatCount(number, 'fr');
}

function plural(number: number, one: string, many: string): string {
  return number < 2 ? one : many;
}

function cellsIn(cells: number, sheets: string): string {
  return fr`${count(cells)} ${plural(cells, 'cellule', 'cellules')}` + (sheets === '' ? '' : fr` (${sheets})`);
}

export const PANE_FR: PaneWords = {
  language: 'fr',
  tabs: { envelopes: 'Enveloppes', findings: 'Constats', chorus: 'Chorus', documents: 'Documents' },
  chorusTab: 'Rapprochement Chorus',
  header: {
    reference: 'NOR',
    asOf: fr`Situation au`,
    today: fr`Revenir à aujourd'hui`,
    notADate: fr`Écrivez une date, par exemple 31/12/2023.`,
    refresh: 'Relire le classeur et recontrôler',
    ledger: (name) => fr`Suivi : ${name}`,
    columns: 'Colonnes du suivi',
    columnsToConfirm: 'Colonnes à confirmer',
  },
  activity: {
    reading: 'Lecture du classeur…',
    writing: 'Écriture dans le classeur…',
    waiting: fr`Excel attend : terminez la saisie dans la cellule (Entrée), puis tout continue seul.`,
  },
  onDemand: fr`Le calcul du classeur est manuel : les formules ENVELOPE ne suivent que lorsque vous lancez le calcul (F9).`,
  dismiss: 'Fermer le message',
  figures: {
    natures: { AE: fr`Autorisations d'engagement`, CP: 'Crédits de paiement' },
    whole: 'Toute la convention',
    allocated: 'Ouvert',
    consumed: 'Consommé',
    reserved: 'Réservé',
    remaining: 'Reste',
    available: 'Disponible',
    rate: 'Taux',
    rapOpening: fr`dont RAP d'ouverture`,
    rapPaid: 'dont payé sur RAP',
    outstanding: 'Restes à payer',
    figure: 'Montant',
    bar: (nature, rate, thresholds) => fr`${nature} : ${rate} consommé ; seuils ${thresholds.join(', ')}`,
    lines: (number) => fr`${count(number)} ${plural(number, 'poste', 'postes')}`,
    line: 'Poste de dépense',
  },
  rows: {
    counts: (read, checked, ignored) => fr`${read} lignes lues, ${checked} contrôlées, ${ignored} ignorées.`,
    unchecked: (number, shown) =>
      fr`${shown} ${plural(number, 'ligne non contrôlée', 'lignes non contrôlées')}, hors des totaux`,
    uncheckedRow: (sheet, row, reason) => fr`${sheet}, ligne ${String(row)} : ${reason}`,
    allChecked: 'Toutes les lignes sont contrôlées.',
    more: (number) => fr`et ${count(number)} ${plural(number, 'autre', 'autres')}`,
  },
  findings: {
    none: 'Aucun constat : toutes les lignes contrôlées sont conformes.',
    noneLeft: 'Aucun constat ne répond à ce choix.',
    count: (shown, all) =>
      shown === all
        ? fr`${count(all)} ${plural(all, 'constat', 'constats')}`
        : fr`${count(shown)} sur ${count(all)} constats`,
    search: 'Rechercher dans les constats',
    allRules: 'Toutes les règles',
    allEnvelopes: 'Toutes les enveloppes',
    rule: 'Règle',
    envelope: 'Enveloppe',
    severities: 'Gravité',
    goTo: (place) => fr`Aller à ${place}`,
    repair: 'Réparer',
    repairTo: (value) => fr`Réparer : ${value}`,
    repairAll: (number) => fr`Réparer ce qui est certain (${count(number)})`,
    more: (number) => fr`Afficher ${count(number)} de plus`,
    clear: 'Tout afficher',
    accept: 'Accepter…',
    acceptNow: 'Accepter',
    reason: 'Motif',
    author: 'Accepté par',
    required: 'À remplir.',
    reopen: 'Rouvrir',
    acceptedSign: 'Accepté',
    accepted: (on, author, reason) => fr`Accepté${on === null ? '' : fr` le ${on}`} par ${author} : ${reason}`,
    lapsed: fr`Rouvert : la ligne a changé depuis.`,
    ofWhichAccepted: (number) => fr`(dont ${count(number)} ${plural(number, 'accepté', 'acceptés')})`,
    standing: 'Suite donnée',
    standings: { all: 'À traiter et acceptés', open: 'À traiter', accepted: 'Acceptés' },
  },
  documents: {
    intro: (date) =>
      fr`Les documents s'écrivent dans ce classeur, sur leurs propres feuilles, avec la situation au ${date}.`,
    choose: 'Documents',
    notices: 'Avis et demandes',
    prepare: fr`Voir ce qui sera écrit`,
    preview: 'Ce qui sera écrit',
    sheetsAdded: (names) => fr`Feuilles ajoutées : ${names}`,
    sheetsChanged: (names) => fr`Feuilles mises à jour : ${names}`,
    cells: (cells, formulas) =>
      fr`${count(cells)} ${plural(cells, 'cellule', 'cellules')}, dont ${count(formulas)} ${plural(formulas, 'formule native', 'formules natives')}`,
    write: 'Écrire',
    cancel: 'Renoncer',
    undo: {
      documents: 'Annuler la dernière génération',
      initialise: fr`Annuler l'ajout de la convention`,
      repair: 'Annuler la dernière réparation',
      mapping: 'Annuler le dernier choix de colonnes',
      acceptance: 'Annuler la dernière acceptation',
      copies: 'Annuler la dernière copie figée',
      reconciliation: 'Annuler le dernier rapprochement écrit',
      undo: 'Annuler la dernière écriture',
    },
    freeze: 'Figer les valeurs',
    author: 'Votre nom, pour le journal du classeur',
    nothingToUndo: 'Rien à annuler',
  },
  notices: {
    written: {
      documents: (cells, sheets) => fr`Documents écrits : ${cellsIn(cells, sheets)}.`,
      initialise: () => fr`La convention est dans le classeur : vérifiez la feuille Convention.`,
      repair: (cells) => fr`Réparé : ${cellsIn(cells, '')}.`,
      mapping: () => 'Choix des colonnes enregistré.',
      acceptance: () => 'Registre des constats acceptés mis à jour.',
      copies: (_, sheets) => fr`Copie figée : ${sheets}.`,
      reconciliation: (cells, sheets) => fr`Rapprochement écrit : ${cellsIn(cells, sheets)}.`,
      undo: () => 'Chaque cellule est de nouveau comme avant.',
    },
    undoneHereOnly: fr`Trop volumineux pour que l'annulation soit gardée dans le classeur : elle n'est possible que tant que le volet reste ouvert.`,
    interrupted: (undo) =>
      fr`La dernière écriture s'est arrêtée avant la fin. « ${undo} », sous Documents, remet tout comme avant.`,
    nothing: {
      documents: 'Les documents sont déjà à jour : rien à écrire.',
      initialise: 'La convention est déjà dans le classeur.',
      repair: 'Rien à réparer avec certitude.',
      mapping: 'Les colonnes sont déjà choisies ainsi.',
      acceptance: 'Le registre des constats acceptés est déjà ainsi.',
      copies: 'Aucun document à copier.',
      reconciliation: 'Le rapprochement est déjà à jour : rien à écrire.',
      undo: 'Rien à annuler.',
    },
  },
  welcome: {
    initialiseTitle: 'Ajouter la convention',
    initialise:
      fr`Ce classeur ne contient pas encore les données d'une convention. ` +
      fr`Une feuille Convention sera ajoutée ; aucune feuille existante n'est touchée.`,
    template: 'Modèle',
    add: 'Ajouter la feuille Convention',
    newConvention: 'Nouvelle convention…',
    or: fr`Votre convention n'est pas dans la liste ?`,
    closePanel: 'Fermer',
    chooseTitle: 'Choisir le suivi',
    choose: fr`Plusieurs tableaux de ce classeur peuvent être le suivi de l'équipe. Lequel contrôler ?`,
    chooseThis: 'Contrôler ce tableau',
    chooseAgain: 'Changer',
    retry: 'Relire le classeur',
    loading: 'Lecture du classeur…',
  },
  broken: {
    title: fr`Une erreur interne a interrompu le volet. Rien n'a été écrit dans le classeur.`,
    remedy: fr`Rechargez le volet ; si cela se répète, signalez ce que vous faisiez.`,
    reload: 'Recharger le volet',
  },
};
