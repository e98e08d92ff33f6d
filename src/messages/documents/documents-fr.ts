/**
 * The French words of the documents. A document is signed: its words are those of the convention and of public
 * accounting.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Convention, Party } from '../../domain/envelopes/convention';
import type { Nature } from '../../domain/money/nature';
import type { AccountSummary } from '../../workbook/reading/account-summary';
import { formatAmount, formatCount, formatDate } from '../format';
import { fr, shorten } from '../typography';

/** Why a figure is a value and not a formula. */
export type ValueReason =
  | 'amountAsText'
  | 'dateAsText'
  | 'unreadable'
  | 'cellError'
  | 'decimals'
  | 'rowIgnored'
  | 'ejNumber'
  | 'spelling'
  | 'formulaTooLong'
  | 'conventionTable'
  | 'earlierYear'
  | 'signAgainst'
  | 'freesNothing'
  | 'other';

/** Rows of a ledger, numbered from 1 as in Excel. */
export interface NamedRows {
  /** Null when the ledger is on one sheet. */
  readonly sheet: string | null;
  readonly numbers: readonly number[];
}

const NOR = /^[A-Z]{4}\d{7}[A-Z]$/;
const MOST_ROWS_NAMED = 12;
const MOST_FIGURES_NAMED = 6;

/** Words of several documents. */
export const DOCUMENT_WORDS = {
  annexTitle: (number: number, parties: string, envelope: string, year: number): string =>
    fr`Annexe n° ${String(number)} : Répartition budgétaire ${parties} « ${envelope} » (${String(year)})`,
  repartitionTitle: (year: number): string =>
    fr`Répartition des financements entre les enveloppes pour ${String(year)}`,
  frozenOn: (date: string): string => fr`Copie figée le ${date}`,
  bilanTitle: (year: number): string => fr`Bilan financier annuel ${String(year)}`,

  reference: (convention: Convention): string => {
    const kind = NOR.test(convention.reference) ? fr`NOR : ` : fr`Référence : `;
    return fr`${kind + convention.reference}, signée le ${formatDate(convention.signedOn, 'fr')}, jusqu'au ${formatDate(convention.endsOn, 'fr')}`;
  },
  delegants: (parties: readonly Party[]): string =>
    (parties.length > 1 ? fr`Délégants : ` : fr`Délégant : `) + namesOf(parties),
  delegates: (parties: readonly Party[]): string =>
    (parties.length > 1 ? fr`Délégataires : ` : fr`Délégataire : `) + namesOf(parties),
  creditYear: fr`Exercice`,
  asOf: fr`Situation arrêtée au`,
  controls: (errors: number, unchecked: number, reading: AccountSummary): string => {
    const rows = counted(reading.rows, 'ligne lue', 'lignes lues');
    const checked = fr`${counted(unchecked, 'ligne non contrôlée', 'lignes non contrôlées')} sur ${rows}`;
    return (
      fr`État des contrôles : ${counted(errors, 'erreur', 'erreurs')}, ` +
      fr`${reading.rows === 0 ? fr`aucune ligne lue` : checked}, ${notRead(reading)}`
    );
  },

  lineHeading: fr`Répartition par poste de dépenses`,
  delegatedHeading: (parties: string): string => fr`Montant ${parties}`,
  totalHeading: fr`Montant TOTAL`,
  total: fr`TOTAL`,
  envelopeHeading: fr`Enveloppe`,
  ofWhichRap: fr`dont RAP`,
  sum: fr`Total`,

  envelope: (label: string, code: string): string =>
    label === code ? fr`Enveloppe « ${label} »` : fr`Enveloppe « ${label} » (${code})`,
  wholeConvention: fr`Ensemble de la convention`,
  natureHeading: { AE: fr`Autorisations d'engagement (AE)`, CP: fr`Crédits de paiement (CP)` } satisfies Record<
    Nature,
    string
  >,
  openedInitially: { AE: fr`Ouvertes (initial)`, CP: fr`Ouverts (initial)` } satisfies Record<Nature, string>,
  moved: fr`Avenants et transferts`,
  openedInAll: { AE: fr`Ouvertes (total)`, CP: fr`Ouverts (total)` } satisfies Record<Nature, string>,
  committed: fr`Engagées`,
  decommitted: fr`Retraits de l'année`,
  remaining: { AE: fr`Restantes`, CP: fr`Restants` } satisfies Record<Nature, string>,
  paid: fr`Payés`,
  paidEarlier: fr`dont sur RAP antérieur`,
  rate: fr`Taux`,
  noRate: fr`s.o.`,
  comments: fr`Commentaires`,
  withoutLine: fr`Sans poste (à rattacher)`,
  earlierRap: fr`RAP antérieur (sans poste)`,
  totalOf: (name: string): string => fr`Total ${name}`,
  rapHeading: fr`Restes à payer (RAP)`,
  rapAtStart: (year: number): string => fr`RAP au 01/01/${String(year)}`,
  rapAt: (date: CivilDate): string => fr`RAP au ${formatDate(date, 'fr')}`,
  rapPrefix: fr`RAP au `,
  committedInYear: fr`+ AE engagées`,
  decommittedInYear: fr`− Retraits de l'année`,
  decommittedEarlier: fr`− Retraits sur EJ antérieurs`,
  paidInYear: fr`− CP payés`,
  serviceNotPaid: fr`Service fait non payé`,
  scheduleHeading: fr`Échéancier des CP`,
  toPay: fr`Reste à payer`,
  payableIn: (year: number, andAfter: boolean): string =>
    andAfter ? fr`${String(year)} et après` : fr`À payer en ${String(year)}`,
  undatedToPay: fr`Sans échéance connue`,
  scheduleNote: (days: number): string =>
    fr`Échéancier des CP : date de paiement annoncée au suivi ; à défaut, service fait (ou réception de la facture, si elle est postérieure) plus ` +
    fr`${String(days)} jours. Ce qui est échu est à payer dès le lendemain de la date d'arrêté. ` +
    fr`« Sans échéance connue » négatif : les paiements annoncés dépassent ce qui reste à payer sur les engagements.`,
  signedFor: (delegates: readonly Party[]): string =>
    delegates.length > 1
      ? fr`Pour les délégataires (${shortNames(delegates)})`
      : fr`Pour le délégataire (${shortNames(delegates)})`,
  signature: [fr`Fait à :`, fr`Le :`, fr`Nom et qualité :`, fr`Signature :`],

  cannotBeSigned: fr`Ne peut pas être signé : au moins un chiffre de ce document n'est pas calculable.`,

  controlsHeading: fr`Contrôles`,
  documentAmount: fr`Ce document`,
  notCounted: fr`Non compté`,
  referenceAmount: fr`Référence`,
  gap: fr`Écart`,
  state: fr`État`,
  right: fr`OK`,
  wrong: fr`Écart`,
  toRepair: fr`À réparer`,
  linesMakeEnvelope: {
    AE: fr`AE ouvertes : postes = enveloppe`,
    CP: fr`CP ouverts : postes + RAP = enveloppe`,
  } satisfies Record<Nature, string>,
  delegatedMakesEnvelope: fr`Somme des postes = enveloppe`,
  linesMakeCommitted: fr`AE engagées : postes = enveloppe`,
  linesMakeDecommitted: fr`Retraits : postes = enveloppe`,
  linesMakePaid: fr`CP payés : postes + RAP = enveloppe`,
  envelopesMakeConvention: {
    AE: fr`AE : enveloppes = convention`,
    CP: fr`CP : enveloppes = convention`,
  } satisfies Record<Nature, string>,
  listMakesDocument: { AE: fr`Liste des EJ = AE du document`, CP: fr`Liste des DP = CP du document` } satisfies Record<
    Nature,
    string
  >,
  sameAsProduct: fr`Total lu par Enveloppe`,
  sameFigure: (name: string): string => fr`${name} : document = Enveloppe`,
  prefixed: (envelope: string, name: string): string => fr`${envelope} – ${name}`,
  asValues: fr`Chiffres écrits en valeurs (voir les notes)`,
  productFigures: fr`Comparaison avec les chiffres d'Enveloppe`,
  gapsOf: (name: string): string => fr`Écarts : ${shorten(name)}`,
  gapsPrefix: fr`Écarts`,
  gapCommitted: fr`Écart AE engagées`,
  gapDecommitted: fr`Écart retraits`,
  gapPaid: fr`Écart CP payés`,
  ownCommitted: fr`AE engagées (Enveloppe)`,
  ownDecommitted: fr`Retraits (Enveloppe)`,
  ownPaid: fr`CP payés (Enveloppe)`,
  differences: fr`Nombre d'écarts avec Enveloppe`,

  notesHeading: fr`Notes`,
  figure: {
    committed: fr`AE engagées`,
    decommitted: fr`retraits`,
    decommittedEarlier: fr`retraits sur EJ antérieurs`,
    paid: fr`CP payés`,
    paidEarlier: fr`CP payés sur RAP`,
    serviceNotPaid: fr`service fait non payé`,
    outstanding: fr`restes à payer`,
    list: fr`total de la liste`,
    ceiling: fr`montants ouverts`,
    moved: fr`avenants et transferts`,
  },
  inside: (envelope: string, line: string): string => fr`${envelope}, ${shorten(line)}`,
  figureOf: (figure: string, scope: string): string => fr`${figure} (${shorten(scope)})`,
  notCountedNote: {
    AE: (parts: readonly string[]): string => fr`AE du suivi non comptées : ${joined(parts)}.`,
    CP: (parts: readonly string[]): string => fr`CP du suivi non comptés : ${joined(parts)}.`,
  } satisfies Record<Nature, (parts: readonly string[]) => string>,
  notCountedPart: {
    cancelled: (amount: string): string => fr`lignes annulées ${amount}`,
    project: (amount: string): string => fr`projets ${amount}`,
    otherPeriod: (amount: string): string => fr`hors exercice ou après la date d'arrêté ${amount}`,
    otherConvention: (amount: string): string => fr`d'une autre convention ${amount}`,
    notPaid: (amount: string): string => fr`non payés à la date d'arrêté ${amount}`,
    earlier: (amount: string): string => fr`retraits sur EJ antérieurs ${amount}`,
    freesNothing: (amount: string): string => fr`retraits au-delà de l'EJ ${amount}`,
    unchecked: (amount: string): string => fr`lignes non contrôlées ${amount}`,
    totals: (amount: string): string => fr`lignes de total ${amount}`,
  },
  missingColumn: (field: string): string =>
    fr`Le suivi n'a pas de colonne « ${field} » : les chiffres qui en dépendent ne sont pas calculables.`,
  plainRange: (sheet: string, row: number): string =>
    fr`Le suivi est une plage simple de la feuille « ${sheet} » : après un ajout sous la ligne ${String(row)}, régénérez ce document.`,
  severalYears: fr`La convention couvre plusieurs exercices : les montants ouverts sont des valeurs ; régénérez ce document quand ils changent.`,
  noTables: fr`Ce classeur n'a pas de tables de la convention : les montants ouverts sont des valeurs.`,
  valueNote: (figures: readonly string[], reason: ValueReason, rows: readonly NamedRows[], text: string): string => {
    const named =
      figures.slice(0, MOST_FIGURES_NAMED).join(fr` ; `) +
      (figures.length > MOST_FIGURES_NAMED ? fr` ; et ${String(figures.length - MOST_FIGURES_NAMED)} autres` : '');
    return fr`Valeur et non formule : ${named}. ${whyValue(reason, rows, text)}`;
  },
  footer: (rows: number, columns: number): string =>
    fr`Document produit par Enveloppe : ${String(rows)} lignes, ${String(columns)} colonnes. Les commentaires et les formats saisis ici sont conservés.`,
} as const;

/** The size of a document when it was written, read from its last row; null for any other row. */
export function sizeInFooter(text: string): { readonly rows: number; readonly columns: number } | null {
  const match = /^Document produit par Enveloppe\s:\s(\d{1,7})\slignes,\s(\d{1,5})\scolonnes\./.exec(text);
  return match ? { rows: Number(match[1]), columns: Number(match[2]) } : null;
}

/** The short name between brackets at the end of a party's name (« DGEFP »), otherwise the whole name. */
export function shortNames(parties: readonly Party[]): string {
  const names = parties.map(({ name }) => /\(([^()]+)\)\s*$/.exec(name)?.[1]?.trim() ?? name);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : fr`${names.join(', ')} et ${last}`;
}

function namesOf(parties: readonly Party[]): string {
  return parties.map(({ name }) => name).join(fr` ; `);
}

function counted(count: number, one: string, many: string): string {
  return `${formatCount(count, 'fr')}\u00a0${count < 2 ? one : many}`;
}

function notRead({ places, cents }: AccountSummary): string {
  if (places === 0) return fr`aucun montant non lu`;
  return fr`${formatAmount(cents, 'fr')} non lus (${counted(places, 'endroit', 'endroits')})`;
}

function joined(parts: readonly string[]): string {
  return parts.length === 0 ? fr`rien` : parts.join(', ');
}

/** The cause of a value in a note: the rows, the rule, what to do. */
function whyValue(reason: ValueReason, rows: readonly NamedRows[], text: string): string {
  const isOne = rows.reduce((count, { numbers }) => count + numbers.length, 0) === 1;
  const where = rows.map(nameRows).join(fr` ; `);
  const start = where.charAt(0).toUpperCase() + where.slice(1);
  switch (reason) {
    case 'amountAsText':
      return fr`${start} ${isOne ? 'garde son montant' : 'gardent leur montant'} en texte (DON-02) ; réparez puis régénérez.`;
    case 'dateAsText':
      return fr`${start} ${isOne ? 'garde une date' : 'gardent une date'} en texte (DON-02) ; réparez puis régénérez.`;
    case 'unreadable':
      return fr`${start} ${isOne ? 'a un montant illisible' : 'ont un montant illisible'} (DON-01) ; corrigez puis régénérez.`;
    case 'cellError':
      return fr`${start} ${isOne ? 'contient' : 'contiennent'} une erreur de cellule (DON-06) ; corrigez puis régénérez.`;
    case 'decimals':
      return fr`${start} ${isOne ? 'a plus' : 'ont plus'} de deux décimales (DON-09) ; arrondissez puis régénérez.`;
    case 'rowIgnored':
      return fr`${start} ${isOne ? 'est une ligne' : 'sont des lignes'} de total ou de titre au milieu des données (DON-05) ; déplacez puis régénérez.`;
    case 'ejNumber':
      return fr`${start} ${isOne ? 'écrit' : 'écrivent'} un numéro d'EJ antérieur autrement que la table ; corrigez puis régénérez.`;
    case 'spelling':
      return fr`Une formule ne peut pas chercher le texte « ${shorten(text)} » ; corrigez-le puis régénérez.`;
    case 'formulaTooLong':
      return fr`Trop d'orthographes différentes pour une formule ; réparez les axes et les postes puis régénérez.`;
    case 'conventionTable':
      return fr`Les tables de la convention de ce classeur ne donnent pas ce montant à une formule.`;
    case 'earlierYear':
      return (
        fr`${start} ${isOne ? 'retire' : 'retirent'} un engagement d'un exercice antérieur, qui ne libère pas d'AE ` +
        fr`(GBCP, art. 160) : aucune formule ne le sait.`
      );
    case 'signAgainst':
      return fr`${start} ${isOne ? 'a' : 'ont'} un signe contraire à l'opération (DON-10) ; corrigez puis régénérez.`;
    case 'freesNothing':
      return fr`${start} ${isOne ? 'retire' : 'retirent'} plus que l'EJ n'engage (EJ-08, EJ-09) : aucune formule ne le sait.`;
    case 'other':
      return where === ''
        ? fr`Une formule ne donnerait pas le même montant.`
        : fr`${start} : une formule ne donnerait pas le même montant.`;
  }
}

function nameRows({ sheet, numbers }: NamedRows): string {
  const shown = numbers.slice(0, MOST_ROWS_NAMED).map(String);
  const rest = numbers.length - shown.length;
  const last = rest > 0 ? fr`${String(rest)} autres` : (shown.pop() ?? '');
  const list = shown.length === 0 ? last : fr`${shown.join(', ')} et ${last}`;
  return (
    (numbers.length > 1 ? fr`les lignes ${list}` : fr`la ligne ${list}`) + (sheet === null ? '' : fr` de « ${sheet} »`)
  );
}
