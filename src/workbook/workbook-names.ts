/**
 * The names of every table, column, sheet and named range that the product writes or looks for. They are in French,
 * since the team reads them. No other file repeats them.
 */
import type { CorrespondenceKey } from '../domain/envelopes/correspondence';
import type { LedgerField } from '../domain/envelopes/ledger';
import type { Clause } from '../domain/envelopes/terms';
import { comparable } from '../domain/text';

/** The prefix of every table and named range of the product. A team may use it too: it does not make a name ours. */
export const OUR_PREFIX = 'ENV_';

/** The prefix of every chart of the product. */
export const CHART_PREFIX = `${OUR_PREFIX}Graphique_`;

/** The sheets of our registers, as we name them when we add them; a register may be on any other sheet. */
export const SHEETS = {
  convention: 'Convention',
  envelopes: 'Enveloppes et postes',
  movements: 'Imputations et mouvements',
  duties: 'Demandes et obligations',
  indicators: 'Indicateurs et jalons',
  settings: 'Réglages',
} as const;

/** The sheet and the table of a new ledger; a ledger of the team may have any name. */
export const LEDGER_NAME = 'Suivi';

/** The sheet, the table and the columns of the journal. Not in `TABLES`: it does not belong to a convention. */
export const JOURNAL = {
  sheet: 'Journal',
  /** The name of the sheet when the team already has a « Journal ». */
  otherSheet: 'Journal Enveloppe',
  table: 'ENV_Journal',
  columns: { date: 'Date', action: 'Action', author: 'Auteur', range: 'Plage', detail: 'Détail' },
} as const;

/** The very hidden sheet that holds the undo of the last writing. */
export const UNDO_SHEET = 'ENV_Annulation';

/** The convention tables, in the order of the sheet. */
export const TABLES = {
  convention: 'ENV_Convention',
  envelopes: 'ENV_Enveloppes',
  lines: 'ENV_Postes',
  imputations: 'ENV_Imputations',
  movements: 'ENV_Mouvements',
  fungibility: 'ENV_Fongibilite',
  partCeilings: 'ENV_Plafonds',
  rap: 'ENV_RAP',
  requests: 'ENV_Demandes',
  duties: 'ENV_Obligations',
  indicators: 'ENV_Indicateurs',
  milestones: 'ENV_Jalons',
  acceptances: 'ENV_Acceptations',
  columns: 'ENV_Colonnes',
  reading: 'ENV_Lecture',
} as const;

export type TableId = keyof typeof TABLES;

/** The register that a table is, by its name; null for the journal. */
export function registerNamed(name: string): TableId | null {
  const ids = Object.keys(TABLES) as TableId[];
  return ids.find((id) => TABLES[id].toLowerCase() === name.toLowerCase()) ?? null;
}

/** The registers of the convention that hold amounts of credits. */
export const CREDIT_REGISTERS = [
  ...(['convention', 'envelopes', 'lines', 'movements', 'fungibility', 'partCeilings', 'rap'] as const),
] satisfies readonly TableId[];

/**
 * The headings of each table, in the order in which we write them; found by name in any order, accents and case aside.
 */
export const COLUMNS = {
  convention: { key: 'Clé', value: 'Valeur' },
  envelopes: {
    code: 'Code',
    label: 'Libellé',
    aliases: 'Alias',
    ae: 'AE',
    cp: 'CP',
    rap: 'dont RAP',
    mode: 'Mode',
    thresholds: 'Seuils',
    share: 'Part',
    year: 'Exercice',
    annexTitle: "Titre de l'annexe",
    amountHeading: 'En-tête du montant',
    tolerance: 'Tolérance',
    titre: 'Titre',
  },
  lines: {
    envelope: 'Enveloppe',
    label: 'Poste',
    delegated: 'Montant délégué',
    total: 'Montant total',
    mode: 'Mode',
    aliases: 'Alias',
    ae: 'AE',
    cp: 'CP',
    thresholds: 'Seuils',
    year: 'Exercice',
    tolerance: 'Tolérance',
    titre: 'Titre',
  },
  imputations: {
    field: 'Champ',
    value: 'Valeur',
    aliases: 'Alias',
    envelope: 'Enveloppe',
    from: 'Du',
    until: 'Au',
    label: 'Libellé',
  },
  movements: {
    date: 'Date',
    type: 'Type',
    from: 'De',
    to: 'Vers',
    nature: 'Nature',
    amount: 'Montant',
    reference: 'Référence',
    authorisedBy: 'Autorisé par',
    authorisedOn: "Date d'autorisation",
    fromLine: 'Poste (de)',
    toLine: 'Poste (vers)',
  },
  fungibility: { from: 'De', to: 'Vers', nature: 'Nature', share: 'Part', amount: 'Montant', article: 'Article' },
  partCeilings: {
    part: 'Champ',
    value: 'Valeur',
    ae: 'AE',
    cp: 'CP',
    mode: 'Mode',
    year: 'Exercice',
    article: 'Article',
  },
  rap: { ej: 'EJ', amount: 'Montant', year: 'Exercice' },
  requests: { receivedOn: 'Reçue le', subject: 'Objet', answeredOn: 'Répondue le' },
  duties: {
    type: 'Type',
    label: 'Objet',
    count: 'Délai',
    unit: 'Unité',
    dueOn: 'Échéance',
    doneOn: 'Fait le',
    addressee: 'Destinataire',
    approval: 'Avis',
    article: 'Article',
    every: 'Périodicité',
    party: 'À la charge de',
  },
  indicators: { theme: 'Thème', indicator: 'Indicateur', value: 'Valeur', unit: 'Unité', period: 'Période' },
  milestones: { envelope: 'Enveloppe', milestone: 'Jalon', planned: 'Prévu', done: 'Réalisé', comment: 'Commentaire' },
  acceptances: {
    rule: 'Règle',
    sheet: 'Feuille',
    cell: 'Cellule',
    digest: 'Empreinte',
    reason: 'Motif',
    author: 'Auteur',
    date: 'Date',
  },
  columns: { source: 'Source', heading: 'En-tête', field: 'Champ' },
  reading: {
    sheet: 'Feuille',
    area: 'Plage',
    decision: 'Décision',
    reason: 'Motif',
    on: 'Le',
    by: 'Par',
    marker: 'Repère',
    seen: 'Empreinte',
  },
} as const satisfies Readonly<Record<TableId, Readonly<Record<string, string>>>>;

/** Each register and the journal, by its name in lower case, with its headings. */
const OUR_HEADINGS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    { name: JOURNAL.table, headings: JOURNAL.columns },
    ...(Object.keys(TABLES) as TableId[]).map((id) => ({ name: TABLES[id], headings: COLUMNS[id] })),
  ].map(({ name, headings }) => [name.toLowerCase(), new Set(Object.values<string>(headings).map(comparable))]),
);

/** The name and the headings of an Excel Table. */
interface NamedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * True for a register or the journal: it has the name of one, case-insensitive as in Excel, and half of its headings or
 * half of its own are those of one. `ENV_Depenses`, `ENV_Mouvements2` and a ledger named `ENV_Journal` are the team's.
 */
export function isOurTable({ name, columns }: NamedTable): boolean {
  const headings = OUR_HEADINGS.get(name.toLowerCase());
  return headings !== undefined && 2 * sharedBy(columns, headings) >= Math.min(columns.length, headings.size);
}

/** Of the headings of both, for a table of another name than its register: columns may be added, or left out. */
const SHARED = 0.7;
/** The headings of a small register (« EJ », « Montant ») are those of many tables. */
const FEWEST_SHARED = 5;

/**
 * True for a table of the team that has the headings of a register and another name: a copy, which Excel names
 * `ENV_Mouvements2`, or `ENV_Virements`. Its amounts are no operations of the ledger, and nothing reads them.
 */
export function isLikeOurTable(table: NamedTable): boolean {
  const { name, columns } = table;
  if (!name.toUpperCase().startsWith(OUR_PREFIX) || isOurTable(table)) return false;
  const original = OUR_HEADINGS.get(name.toLowerCase().replace(/_?\d{1,4}$/, ''));
  if (original && 2 * sharedBy(columns, original) >= Math.max(columns.length, original.size)) return true;
  return [...OUR_HEADINGS.values()].some((headings) => {
    const shared = sharedBy(columns, headings);
    const isMost = shared >= SHARED * Math.max(columns.length, headings.size);
    return shared >= FEWEST_SHARED && (isMost || shared === columns.length);
  });
}

function sharedBy(columns: readonly string[], headings: ReadonlySet<string>): number {
  return new Set(columns.map(comparable).filter((heading) => headings.has(heading))).size;
}

/** The texts of documents and letters, besides the parties. */
const CORRESPONDENCE_NAMES = {
  ministry: 'Ministère',
  delegantMinistry: 'Ministère du délégant',
  service: 'Service',
  mailbox: 'Boîte fonctionnelle',
  town: 'Ville',
  greeting: 'Appel',
  mandate: 'Mention de signature',
  signatoryName: 'Nom du signataire',
  delegantComptroller: 'CBCM du délégant',
  delegateComptroller: 'CBCM du délégataire',
} as const satisfies Readonly<Record<CorrespondenceKey, string>>;

/** The keys of `ENV_Convention`, in the order in which we write them. */
export const CONVENTION_KEYS = {
  id: 'Identifiant',
  reference: 'Référence',
  title: 'Intitulé',
  delegants: 'Délégant',
  delegantRepresentatives: 'Représentant du délégant',
  delegantSignatories: 'Signataire du délégant',
  delegates: 'Délégataire',
  delegateRepresentatives: 'Représentant du délégataire',
  delegateSignatories: 'Signataire du délégataire',
  signedOn: 'Date de signature',
  endsOn: 'Date de fin',
  endAppliesTo: "La fin s'applique à",
  creditYear: 'Exercice',
  noticeMonths: 'Préavis (mois)',
  replyWorkingDays: 'Délai de réponse',
  replyUnit: 'Unité du délai de réponse',
  holidayZone: 'Jours fériés',
  ae: 'Plafond AE',
  cp: 'Plafond CP',
  mode: 'Mode du plafond',
  otherYears: 'Autres exercices',
  closingCommitment: "Date limite d'engagement",
  closingService: 'Date limite de service fait',
  closingPayment: 'Date limite de paiement',
  terminationSentOn: 'Résiliation envoyée le',
  terminationReceivedOn: 'Résiliation reçue le',
  paymentDays: 'Délai de paiement (jours)',
  recyclingBasis: "Base du recyclage d'AE",
  advanceShare: 'Part des engagements par anticipation',
  advanceBase: 'Assiette des engagements par anticipation',
  followsLineCp: 'Suivi des CP par poste',
  ...CORRESPONDENCE_NAMES,
} as const;

export type ConventionKey = keyof typeof CONVENTION_KEYS;

/** Keys written by earlier versions of the product; still read. */
export const EARLIER_KEYS: Readonly<Partial<Record<ConventionKey, string>>> = {
  replyWorkingDays: 'Délai de réponse (jours ouvrés)',
};

/** The key of a ceiling of another credit year: `Plafond AE 2024`. */
export function keyOfYear(key: 'ae' | 'cp' | 'mode', year: number): string {
  return `${CONVENTION_KEYS[key]} ${year}`;
}

/** The key of the article that states a clause: `Article : publication`. */
export function keyOfClause(clause: Clause): string {
  return `Article : ${CLAUSE_NAMES[clause]}`;
}

/** The name of each clause in `ENV_Convention`. */
export const CLAUSE_NAMES: Readonly<Record<Clause, string>> = {
  envelopes: 'enveloppes',
  credits: 'crédits',
  chorusReference: 'référence Chorus',
  ceiling: 'limite du montant alloué',
  period: 'durée',
  followUp: 'suivi',
  annex: 'annexes',
  amendment: 'avenant',
  insufficiency: 'insuffisance',
  unspent: 'crédits non consommés',
  yearlyReport: 'bilan annuel',
  termination: 'résiliation',
  publication: 'publication',
};

/** The columns of the ledger in formulas of documents: `ENV_AE`, and `ENV_AE_2` for the second table of the ledger. */
export const FORMULA_COLUMNS: Readonly<Partial<Record<LedgerField | 'envelope' | 'nature', string>>> = {
  envelope: 'Enveloppe',
  nature: 'Nature',
  budgetLine: 'Poste',
  status: 'Etat',
  ejNumber: 'EJ',
  commitmentDate: 'DateEJ',
  serviceDate: 'DateSF',
  paymentDate: 'DatePaiement',
  ae: 'AE',
  cp: 'CP',
};

/** The prefix of the names that follow the places of `ENV_Lecture`. */
export const PLACE_PREFIX = `${TABLES.reading}_`;

const FORMULA_COLUMN = new RegExp(`^${OUR_PREFIX}(?:${Object.values(FORMULA_COLUMNS).join('|')})(?:_\\d{1,4})?$`, 'i');

/** True for a name of ours whose cells are the team's: a column of the ledger in formulas, a place of `ENV_Lecture`. */
export function namesTeamCells(name: string): boolean {
  return FORMULA_COLUMN.test(name) || name.toUpperCase().startsWith(PLACE_PREFIX.toUpperCase());
}

/** Separates several values in one cell. */
export const LIST_SEPARATOR = ';';
