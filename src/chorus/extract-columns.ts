/**
 * The headings of the known extracts and the field of each. A heading is matched whole, or by its beginning where
 * SAP cuts it at forty letters: « Domaine fonctionnel - Texte de longueur moyenne » begins like a code and is a label.
 */
import { remembering } from '../domain/remembering';
import type { ImputationField } from '../domain/imputation/imputation';
import { comparable } from '../domain/text';
import type { CellValue } from '../workbook/cells';
import { normaliseHeading } from '../workbook/ledger/headings';
import { isNotInEuros } from './extract-units';

/**
 * Amounts, each a stage of the expenditure. `received` overlaps the others and is not read; `bare` names no stage.
 */
export type AmountField =
  | 'engaged'
  | 'engagedOfYear'
  | 'carriedOver'
  | 'received'
  | 'certified'
  | 'preRecorded'
  | 'invoiced'
  | 'paid'
  | 'journalAmount'
  | 'jp51Amount'
  | 'jp57Amount'
  | 'bare';

/** Other contents of a column. `referred` is the EJ in jp51 and another document in jp57. */
export type KeyField =
  | 'ej'
  | 'previous'
  | 'referred'
  | 'ejLine'
  | 'previousLine'
  | 'referredLine'
  | 'dp'
  | 'dpLine'
  | 'company'
  | 'exercise'
  | 'supplier'
  | 'commitmentDate'
  | 'changeDate'
  | 'accountingDate'
  | 'paymentDate'
  | 'baseDate'
  | 'serviceDate'
  | 'amountType'
  | 'valueType';

export type ExtractField = ImputationField | AmountField | KeyField;

const AMOUNT_FIELDS: ReadonlySet<ExtractField> = new Set<AmountField>([
  ...(['engaged', 'engagedOfYear', 'carriedOver', 'received', 'certified', 'preRecorded', 'invoiced', 'paid'] as const),
  ...(['journalAmount', 'jp51Amount', 'jp57Amount', 'bare'] as const),
]);

/** True for the field of a column of amounts. */
export function isAmountField(field: ExtractField): boolean {
  return AMOUNT_FIELDS.has(field);
}

/** The best heading of each field first. */
const HEADINGS: Readonly<Record<ExtractField, readonly string[]>> = {
  programme: ['Programme', 'Centre financier - Programme (Clé)', 'Code programme', 'prog', 'N°Programme'],
  functionalDomain: ['Domaine fonctionnel', 'Dom. fonc.', 'Code domaine fonctionnel', 'func_area'],
  financialCentre: ['Centre financier', 'cfund_ctr'],
  activity: ['Référentiel de programmation', 'Activité', 'Code activité', 'cfmrefprg', 'Ref Programmation'],
  costCentre: ['Centre de coûts', 'Centre de coût', 'Centre de coûts (P)', 'Code centre coûts', 'costcenter'],
  ministerialAxis1: ['Axe ministériel 1', 'Axe min. 1', 'cfmaxmin1'],
  ministerialAxis2: ['Axe ministériel 2', 'Axe min. 2', 'cfmaxmin2'],
  ej: [
    'N° EJ',
    'N°EJ (Bon de commande / Marché / Convention / Subvention...)',
    'Nº pce réf',
    'bbp_po_id',
    'Numéro EJ',
    'N° engagement juridique',
    'Engagement juridique',
  ],
  previous: ['Numéro de la pièce précédente'],
  referred: ['Numéro de pièce de la pièce de référence'],
  ejLine: ['N° poste EJ', 'Pos.r', 'Poste EJ'],
  previousLine: ['Poste de pièce précédente'],
  referredLine: ['Numéro de poste de la pièce de référence'],
  dp: ['N° DP', 'Nº pièce de paiement', 'Numéro DP'],
  dpLine: ['N° poste DP', 'Poste DP'],
  company: ['Société'],
  exercise: ['Exercice comptable', 'Année Exercice comptable', 'Année exercie comptable'],
  supplier: ['Nom 1', 'Fournisseur titulaire principal (EJ)', 'Fournisseur payé (DP)', 'Bénéficiaire', 'Fournisseur'],
  commitmentDate: ['N° EJ - Date de réplication (Clé)', 'Date de réplication', 'Date création EJ'],
  changeDate: ["Date de dernière modif. de l'EJ", 'Date modification EJ'],
  accountingDate: ['Date comptable', 'CB dteComp', 'Date de mise à jour Comptabilité budgétaire', 'Saisie le'],
  paymentDate: ['Date de dernière opération sur la DP', 'Date dernier paiement'],
  baseDate: ['Date de base de la DP', "Date de base pour le calcul de l'échéance"],
  serviceDate: ['Date comptable du SF'],
  amountType: ['TypeMtant', 'Type de montant'],
  valueType: ['TV', 'Type de valeur', 'Texte type val.'],
  engaged: ['Montant engagé (EUR)', 'Montant TOTAL engagé (b)', 'fm_amount1'],
  engagedOfYear: ['Montant EJ engagés Année en cours (= b - a)', 'Montant engagé - Bascule des EJ non soldés'],
  carriedOver: ['Bascule des EJ non soldés (EJ années antérieures) (a)'],
  received: ['Montant réceptionné'],
  certified: ['Montant certifié non soldé'],
  preRecorded: ['Montant pré-enregistré', 'Montant préenregistré'],
  invoiced: ['Montant facturé (Fact. validée par le comptable mais non échue)'],
  paid: ['Montant payé (EUR)'],
  journalAmount: ['Mont.DT'],
  jp51Amount: ['Montant à contrôler en dev. transaction'],
  jp57Amount: ['Montant à contrôler en devise trans. avec signe'],
  bare: ['Montant'],
};

/** Where SAP cuts a heading, and from how many letters on the rest is enough to know it. */
const CUT_AT = 40;
const SHORTEST_CUT = 36;

const LABEL = /- ?(texte|designation|libelle)/;
const BANK = /\b(bancaire|banque|iban|bic|rib|r i b|domiciliation|code guichet)\b/;

/** A heading that the lists know. */
export interface Known {
  readonly field: ExtractField;
  /** 0 for the best heading of the field. */
  readonly rank: number;
}

const BY_HEADING: ReadonlyMap<string, Known> = new Map(
  (Object.entries(HEADINGS) as [ExtractField, readonly string[]][]).flatMap(([field, headings]) =>
    headings.map((heading, rank): [string, Known] => [normaliseHeading(heading), { field, rank }]),
  ),
);

/**
 * The meaning of a heading; null when the lists do not know it, or when its amounts are in thousands or in another
 * currency, which would be read wrong.
 */
export function meaningOfHeading(cell: CellValue | undefined): Known | null {
  return typeof cell !== 'string' || cell.length > 200 ? null : meaningOf(cell);
}

const meaningOf = remembering((cell): Known | null => {
  if (isNotInEuros(cell)) return null;
  if (comparable(cell.replaceAll('&#32;', ' ')) === 'eur') return { field: 'bare', rank: 0 };
  const wanted = normaliseHeading(cell);
  if (wanted === '') return null;
  const exact = BY_HEADING.get(wanted);
  if (exact) return exact;
  const letters = cell.trim().length;
  return letters >= SHORTEST_CUT && letters <= CUT_AT && !LABEL.test(comparable(cell))
    ? meaningOfBeginning(wanted)
    : null;
});

function meaningOfBeginning(wanted: string): Known | null {
  const found = [...BY_HEADING].filter(([heading]) => heading.startsWith(wanted)).map(([, known]) => known);
  return new Set(found.map(({ field }) => field)).size === 1 ? (found[0] ?? null) : null;
}

/** A column of bank details: jp57 has three. They are never read, shown or kept. */
export function isBankHeading(cell: CellValue | undefined): boolean {
  return typeof cell === 'string' && BANK.test(comparable(cell.replace(/[.,:;/()]/g, ' ')));
}

/**
 * The stage of a measure named in words, above the headings or in a column of its own: « Montant payé », « Engagement
 * ».
 */
export function measureNamed(text: string): AmountField | null {
  const words = comparable(text);
  if (/^montant (total )?engage\b|^engagements?\b/.test(words))
    return words.includes('bascule') ? 'engagedOfYear' : 'engaged';
  if (/^bascule des ej\b/.test(words)) return 'carriedOver';
  if (words.startsWith('montant receptionne')) return 'received';
  if (words.startsWith('montant certifie')) return 'certified';
  if (/^montant pre ?enregistre/.test(words)) return 'preRecorded';
  if (words.startsWith('montant facture')) return 'invoiced';
  return /^montant paye\b|^paiements?$/.test(words) ? 'paid' : null;
}
