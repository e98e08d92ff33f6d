/**
 * The French words of the documents. A document is signed: its words are those of the convention and of public
 * accounting.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Convention, Party } from '../../domain/envelopes/convention';
import type { Nature } from '../../domain/money/nature';
import { formatAmount, formatDate } from '../format';
import { allOf } from '../formatter';
import { counted } from '../french-count';
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
  | 'movement'
  | 'earlierYear'
  | 'inAdvance'
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
  /** `article` of the report at the end of the convention, once it has ended; null before. */
  bilanTitle: (year: number, article: string | null): string => {
    const title = fr`Bilan financier annuel ${String(year)}`;
    if (article === null) return title;
    return fr`${title} et compte rendu au terme de la convention` + (article === '' ? '' : fr` (${article})`);
  },

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
  lineHeading: fr`Répartition par poste de dépenses`,
  delegatedHeading: (parties: string): string => fr`Montant ${parties}`,
  totalHeading: fr`Montant TOTAL`,
  total: fr`TOTAL`,
  envelopeHeading: fr`Enveloppe`,
  ofWhichRap: fr`dont RAP`,
  sum: fr`Total`,

  envelope: (label: string, code: string): string =>
    label === code ? fr`Enveloppe « ${label} »` : fr`Enveloppe « ${label} » (${code})`,
  /** A section of a document that is signed. */
  numbered: (number: number, title: string): string => fr`${String(number)}. ${title}`,
  synthesis: fr`Synthèse`,
  gapAnalysis: fr`Analyse des écarts`,
  wholeConvention: fr`Ensemble de la convention`,
  sinceStart: fr`Depuis le début de la convention`,
  sinceStartHeadings: [
    fr`Enveloppe`,
    fr`Exercice`,
    fr`Nature`,
    fr`Dotation`,
    fr`Consommé`,
    fr`Non consommé`,
    fr`Taux de consommation`,
  ],
  allYears: fr`Tous exercices`,
  /** Credits that two years have by a report, less which the years add up to the row « Tous exercices ». */
  carriedOver: (envelope: string, nature: Nature): string =>
    fr`Reports d'un exercice sur l'autre (${envelope}, ${nature})`,
  /** Under the table of the years: a report above what the year leaves. */
  carriedAbove: (envelope: string, nature: Nature, year: number, cents: number): string =>
    fr`${envelope}, ${nature} : les reports dépassent de ${formatAmount(cents, 'fr')} ce que ${String(year)} laisse ; ce montant s'ajoute à la dotation de tous les exercices. ` +
    fr`Vérifiez ces reports dans ENV_Mouvements.`,
  /** Under the table of the years, for an envelope and a nature whose credits do not add up to a sum. */
  yearsWithoutCredits: (envelope: string, nature: Nature, years: readonly number[]): string =>
    fr`${envelope}, ${nature} : la dotation de tous les exercices n'est pas calculable, car des ${nature} sont ${nature === 'AE' ? 'engagées' : 'payés'} sans dotation en ${allOf(years.map(String), 'fr')}. ` +
    fr`Si la convention donne un montant à cette enveloppe, saisissez-le dans ENV_Enveloppes.`,
  rapByEjHeadings: [
    fr`Restes à payer par EJ`,
    fr`RAP d'ouverture et AE engagées`,
    fr`Retraits`,
    fr`CP payés`,
    fr`Restes à payer`,
  ],
  withoutEj: fr`Sans numéro d'EJ`,
  otherEjs: (count: number): string => counted(count, 'autre EJ', 'autres EJ'),
  rapByEjIsRap: fr`liste des restes à payer par EJ`,
  scheduled: fr`échéancier des CP`,
  /** Words of earlier versions, by those that take their place. */
  earlier: {
    comments: [fr`Commentaires`, fr`À compléter`],
    withoutLine: fr`Sans poste (à rattacher)`,
    earlierRap: fr`RAP antérieur (sans poste)`,
  },
  natureHeading: { AE: fr`Autorisations d'engagement (AE)`, CP: fr`Crédits de paiement (CP)` } satisfies Record<
    Nature,
    string
  >,
  initialAllocation: fr`Dotation initiale`,
  moved: fr`Avenants et redéploiements`,
  allocation: fr`Dotation actualisée`,
  committed: fr`AE engagées (brut)`,
  decommitted: fr`Retraits de l'année`,
  remaining: { AE: fr`AE non engagées`, CP: fr`CP non payés` } satisfies Record<Nature, string>,
  paid: fr`CP payés`,
  paidEarlier: fr`dont sur restes à payer antérieurs`,
  rate: fr`Taux de consommation`,
  noRate: fr`s.o.`,
  comments: fr`Observations`,
  withoutLine: fr`Sans poste`,
  earlierRap: fr`Restes à payer antérieurs (sans poste)`,
  totalOf: (name: string): string => fr`Total ${name}`,
  rapHeading: fr`Restes à payer (RAP)`,
  rapAtStart: (year: number): string => fr`RAP au 1er janvier ${String(year)}`,
  rapAt: (date: CivilDate): string => fr`RAP au ${formatDate(date, 'fr')}`,
  rapPrefix: fr`RAP au `,
  committedInYear: fr`+ AE engagées (brut)`,
  decommittedInYear: fr`− Retraits de l'année`,
  decommittedEarlier: fr`− Retraits sur EJ antérieurs`,
  paidInYear: fr`− CP payés`,
  serviceNotPaid: fr`dont service fait non payé`,
  /** An amount that the convention does not give. */
  notGiven: '–',
  /** Under the block of the RAP, whose payments then differ from those of the block above; no rows where none are known. */
  withoutCommitment: (
    amounts: Readonly<Record<'paid' | 'unexplained', number>>,
    rows: readonly NamedRows[],
  ): string => {
    const shown = (cents: number): string => formatAmount(cents, 'fr');
    const where = rows.length === 0 ? '' : fr` (${rows.map(bareRows).join(fr` ; `)})`;
    return (
      fr`CP payés : ${shown(amounts.paid)}, dont ${shown(amounts.unexplained)} sans engagement connu du suivi${where}. ` +
      fr`Seuls les CP payés sur un engagement connu, soit ${shown(amounts.paid - amounts.unexplained)}, diminuent les restes à payer.`
    );
  },
  /** Cents of retraits that no amount to withdraw explains. */
  idleRetraits: (cents: number): string =>
    fr`Retraits de l'année : ${formatAmount(cents, 'fr')} sans montant engagé connu du suivi ; ils ne diminuent pas les restes à payer.`,
  /** Cents. */
  onOtherCredits: (
    amounts: Readonly<Record<'committed' | 'decommitted' | 'paid', number>>,
    year: number,
    asOf: CivilDate,
  ): string => {
    const shown = (cents: number): string => formatAmount(cents, 'fr');
    const parts = [
      ...(amounts.committed === 0 ? [] : [fr`${shown(amounts.committed)} d'AE engagées`]),
      ...(amounts.decommitted === 0 ? [] : [fr`${shown(amounts.decommitted)} de retraits`]),
      ...(amounts.paid === 0 ? [] : [fr`${shown(amounts.paid)} de CP payés`]),
    ];
    return fr`Restes à payer au ${formatDate(asOf, 'fr')} : ils comptent aussi, hors des crédits de ${String(year)}, ${parts.join(', ')}.`;
  },
  scheduleHeading: fr`Échéancier des CP`,
  toPay: fr`Restes à payer`,
  payableIn: (year: number, andAfter: boolean): string =>
    andAfter ? fr`${String(year)} et après` : fr`À payer en ${String(year)}`,
  undatedToPay: fr`Sans échéance connue`,
  announcedAbove: fr`Paiements prévus au-delà des EJ`,
  scheduleIsValues: fr`L'échéancier a des montants en valeurs à la date d'arrêté : mettez à jour ce document quand une date change.`,
  rapByEjIsValues: fr`Les restes à payer par EJ sont des valeurs à la date d'arrêté.`,
  /** Cents. */
  natureNotGiven: (nature: Nature, consumed: number, reserved: number): string => {
    const used = { AE: fr`d'AE consommées`, CP: fr`de CP consommés` }[nature];
    const parts = [
      ...(consumed === 0 ? [] : [`${formatAmount(consumed, 'fr')} ${used}`]),
      ...(reserved === 0 ? [] : [fr`${formatAmount(reserved, 'fr')} en attente`]),
    ];
    const without = { AE: fr`d'AE`, CP: fr`de CP` }[nature];
    return fr`La convention ne donne pas ${without} : les tableaux ne comprennent pas ceux du suivi, soit ${parts.join(fr` et `)}.`;
  },
  scheduleNote: (days: number): string =>
    fr`Échéancier des CP : date de paiement annoncée au suivi ; à défaut, service fait (ou réception de la facture, si elle est postérieure) plus ` +
    fr`${String(days)} jours. Ce qui est échu est à payer dès le lendemain de la date d'arrêté. ` +
    fr`« Paiements prévus au-delà des EJ » : montants à payer, saisis dans le suivi, qui dépassent les restes à payer de leur EJ, ou dont l'EJ n'est pas ` +
    fr`encore engagé à cette date ; ils ne sont dans aucune autre colonne.`,
  controlsHeading: fr`Contrôles`,
  documentAmount: fr`Ce document`,
  notCounted: fr`Hors du document`,
  referenceAmount: fr`Référence`,
  gap: fr`Écart`,
  state: fr`État`,
  right: fr`Conforme`,
  wrong: fr`Écart`,
  toRepair: fr`À corriger`,
  toVerify: fr`À vérifier`,
  linesMakeEnvelope: {
    AE: fr`Dotation d'AE : postes = enveloppe`,
    CP: fr`Dotation de CP : postes + restes à payer antérieurs = enveloppe`,
  } satisfies Record<Nature, string>,
  delegatedMakesEnvelope: fr`Somme des postes = enveloppe`,
  linesMakeCommitted: fr`AE engagées : postes = enveloppe`,
  linesMakeDecommitted: fr`Retraits : postes = enveloppe`,
  linesMakePaid: fr`CP payés : postes + restes à payer antérieurs = enveloppe`,
  envelopesMakeConvention: {
    AE: fr`AE : enveloppes = convention`,
    CP: fr`CP : enveloppes = convention`,
  } satisfies Record<Nature, string>,
  movementsMakeDocument: {
    AE: fr`AE : mouvements de la table = avenants et redéploiements du document`,
    CP: fr`CP : mouvements de la table = avenants et redéploiements du document`,
  } satisfies Record<Nature, string>,
  listMakesDocument: { AE: fr`Liste des EJ = AE du document`, CP: fr`Liste des DP = CP du document` } satisfies Record<
    Nature,
    string
  >,
  sameAsProduct: fr`Document = complément`,
  sameFigure: (name: string): string => fr`${name} : document = complément`,
  prefixed: (envelope: string, name: string): string => fr`${envelope} – ${name}`,
  asValues: fr`Chiffres écrits en valeurs (voir les notes)`,
  laterTexts: fr`Montants du suivi saisis en texte depuis ce document`,
  productFigures: fr`Comparaison avec les chiffres du complément`,
  gapsOf: (name: string): string => fr`Écarts : ${shorten(name)}`,
  gapsPrefix: fr`Écarts`,
  gapCommitted: fr`Écart AE engagées`,
  gapDecommitted: fr`Écart retraits`,
  gapPaid: fr`Écart CP payés`,
  ownCommitted: fr`AE engagées (complément)`,
  ownDecommitted: fr`Retraits (complément)`,
  ownPaid: fr`CP payés (complément)`,
  differences: fr`Nombre d'écarts avec le complément`,

  notesHeading: fr`Notes`,
  figure: {
    committed: fr`AE engagées`,
    decommitted: fr`retraits`,
    decommittedEarlier: fr`retraits sur EJ antérieurs`,
    paid: fr`CP payés`,
    paidEarlier: fr`CP payés sur restes à payer antérieurs`,
    serviceNotPaid: fr`service fait non payé`,
    outstanding: fr`restes à payer`,
    list: fr`total de la liste`,
    ceiling: fr`dotation`,
    moved: fr`avenants et redéploiements`,
  },
  inside: (envelope: string, line: string): string => fr`${envelope}, ${shorten(line)}`,
  figureOf: (figure: string, scope: string): string => fr`${figure} (${shorten(scope)})`,
  notCountedHeading: fr`Du suivi au document`,
  wholeColumn: fr`Total des colonnes du suivi`,
  notCountedPart: {
    cancelled: fr`− lignes annulées`,
    project: fr`− projets d'engagement (en attente)`,
    otherPeriod: fr`− hors de l'exercice, ou après la date d'arrêté`,
    otherConvention: fr`− autre convention`,
    notPaid: fr`− non payés à la date d'arrêté`,
    earlier: fr`− retraits sur EJ antérieurs, qui ne libèrent pas d'AE`,
    freesNothing: fr`− retraits au-delà de l'EJ`,
    unchecked: fr`− lignes non contrôlées`,
    totals: fr`− lignes de total`,
  },
  countedHere: fr`Compté dans ce document`,
  missingColumn: (field: string): string =>
    fr`Aucune colonne du suivi ne correspond à « ${field} » : les chiffres qui en dépendent ne sont pas calculables.`,
  plainRange: (sheet: string, row: number): string =>
    fr`Le suivi est une plage simple de la feuille « ${sheet} » : après un ajout sous la ligne ${String(row)}, mettez à jour ce document.`,
  severalYears: fr`La convention couvre plusieurs exercices : les dotations sont des valeurs ; mettez à jour ce document quand elles changent.`,
  noTables: fr`Ce classeur n'a pas de tables de la convention : les dotations sont des valeurs.`,
  valueNote: (figures: readonly string[], reason: ValueReason, rows: readonly NamedRows[], text: string): string => {
    const named =
      figures.slice(0, MOST_FIGURES_NAMED).join(fr` ; `) +
      (figures.length > MOST_FIGURES_NAMED ? fr` ; et ${String(figures.length - MOST_FIGURES_NAMED)} autres` : '');
    return fr`Valeur et non formule : ${named}. ${whyValue(reason, rows, text)}`;
  },
  footer: (rows: number, columns: number): string =>
    fr`Document produit par le complément : ${String(rows)} lignes, ${String(columns)} colonnes. Les observations et les formats saisis ici sont conservés.`,
} as const;

/** The size of a document when it was written, read from its last row; null for any other row. */
export function sizeInFooter(text: string): { readonly rows: number; readonly columns: number } | null {
  const match = /^Document produit par (?:Enveloppe|le complément)\s:\s(\d{1,7})\slignes,\s(\d{1,5})\scolonnes\./.exec(
    text,
  );
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

/** The cause of a value in a note: the rows, the rule, what to do. */
function whyValue(reason: ValueReason, rows: readonly NamedRows[], text: string): string {
  const isOne = rows.reduce((count, { numbers }) => count + numbers.length, 0) === 1;
  const where = rows.map(nameRows).join(fr` ; `);
  const start = where.charAt(0).toUpperCase() + where.slice(1);
  switch (reason) {
    case 'amountAsText':
      return fr`${start} ${isOne ? 'contient un montant' : 'contiennent un montant'} en texte (DON-02) ; corrigez, puis mettez à jour le document.`;
    case 'dateAsText':
      return fr`${start} ${isOne ? 'contient une date' : 'contiennent une date'} en texte (DON-02) ; corrigez, puis mettez à jour le document.`;
    case 'unreadable':
      return fr`${start} ${isOne ? 'a un montant illisible' : 'ont un montant illisible'} (DON-01) ; corrigez, puis mettez à jour le document.`;
    case 'cellError':
      return fr`${start} ${isOne ? 'contient' : 'contiennent'} une erreur de cellule (DON-06) ; corrigez, puis mettez à jour le document.`;
    case 'decimals':
      return fr`${start} ${isOne ? 'a plus' : 'ont plus'} de deux décimales (DON-09) ; arrondissez, puis mettez à jour le document.`;
    case 'rowIgnored':
      return fr`${start} ${isOne ? 'est une ligne' : 'sont des lignes'} de total ou de titre au milieu des données (DON-05) ; déplacez, puis mettez à jour le document.`;
    case 'ejNumber':
      return fr`${start} ${isOne ? 'écrit' : 'écrivent'} un numéro d'EJ antérieur autrement que la table ; corrigez, puis mettez à jour le document.`;
    case 'spelling':
      return fr`Une formule ne peut pas chercher le texte « ${shorten(text)} » ; corrigez-le, puis mettez à jour le document.`;
    case 'formulaTooLong':
      return fr`Trop d'orthographes différentes pour une formule ; corrigez les axes et les postes, puis mettez à jour le document.`;
    case 'conventionTable':
      return fr`Les tables de la convention de ce classeur ne donnent pas ce montant à une formule.`;
    case 'movement':
      return text;
    case 'earlierYear':
      return (
        fr`${start} ${isOne ? 'retire' : 'retirent'} un engagement d'un exercice antérieur, qui ne libère pas d'AE ` +
        fr`(GBCP, art. 160) : aucune formule ne peut le calculer.`
      );
    case 'inAdvance':
      return fr`${start} ${isOne ? 'relève' : 'relèvent'} d'un engagement par anticipation (LOLF, art. 9) : aucune formule ne peut le calculer.`;
    case 'signAgainst':
      return fr`${start} ${isOne ? 'a' : 'ont'} un signe contraire à l'opération (DON-10) ; corrigez, puis mettez à jour le document.`;
    case 'freesNothing':
      return fr`${start} ${isOne ? 'retire' : 'retirent'} plus que l'EJ n'engage (EJ-08, EJ-09) : aucune formule ne peut le calculer.`;
    case 'other':
      return where === ''
        ? fr`Une formule ne donnerait pas le même montant.`
        : fr`${start} : une formule ne donnerait pas le même montant.`;
  }
}

function nameRows(rows: NamedRows): string {
  return (rows.numbers.length > 1 ? 'les ' : 'la ') + bareRows(rows);
}

/** `lignes 65 et 80 de « Suivi »`, without an article. */
function bareRows({ sheet, numbers }: NamedRows): string {
  const shown = numbers.slice(0, MOST_ROWS_NAMED).map(String);
  const rest = numbers.length - shown.length;
  const last = rest > 0 ? fr`${String(rest)} autres` : (shown.pop() ?? '');
  const list = shown.length === 0 ? last : fr`${shown.join(', ')} et ${last}`;
  return (numbers.length > 1 ? fr`lignes ${list}` : fr`ligne ${list}`) + (sheet === null ? '' : fr` de « ${sheet} »`);
}
