/**
 * The documents, one row per kind in reading order. The key is the only identifier of a document: `--only`, its named
 * range, its charts, its words and its file in `documents/kinds` carry it. Workbooks and scripts of users hold it, so it
 * never changes.
 */
import { NATURES, type Nature } from '../domain/money/nature';
import { CHART_PREFIX, namesTeamCells, OUR_PREFIX } from './workbook-names';

interface DocumentRow {
  /** The sheet of a new document. */
  readonly sheet: string;
  /** The sheet carries the credit year. */
  readonly isYearly?: true;
  /** `byDefault`: when no document is named; `onDemand`: only when named; `withExtracts`: with extracts of Chorus; `withStates`: with two states. */
  readonly issue: 'byDefault' | 'onDemand' | 'withExtracts' | 'withStates';
}

export const DOCUMENTS = {
  /** One per envelope; its number, from 1, follows the identifier and the sheet. */
  annexe: { sheet: 'Annexe', issue: 'byDefault' },
  repartition: { sheet: 'Répartition AE-CP', issue: 'byDefault' },
  reference: { sheet: 'Référence Chorus', issue: 'byDefault' },
  bilan: { sheet: 'Bilan financier', isYearly: true, issue: 'byDefault' },
  qualitatif: { sheet: 'Bilan qualitatif', isYearly: true, issue: 'byDefault' },
  etat: { sheet: 'État de prévision', isYearly: true, issue: 'byDefault' },
  rapprochement: { sheet: 'Rapprochement Chorus', isYearly: true, issue: 'withExtracts' },
  comparaison: { sheet: 'Comparaison', issue: 'withStates' },
  insuffisance: { sheet: 'Insuffisance de crédits', issue: 'onDemand' },
  suspension: { sheet: 'Suspension', issue: 'onDemand' },
  'non-consommes': { sheet: 'Crédits non consommés', issue: 'onDemand' },
  fongibilite: { sheet: 'Demande redéploiement', issue: 'onDemand' },
  avenant: { sheet: 'Transmission avenant', issue: 'onDemand' },
  resiliation: { sheet: 'Résiliation', issue: 'onDemand' },
} as const satisfies Readonly<Record<string, DocumentRow>>;

export type DocumentKind = keyof typeof DOCUMENTS;

export const DOCUMENT_KINDS = Object.keys(DOCUMENTS) as readonly DocumentKind[];

/** The letters to the délégant and to the comptrollers. */
export type NoticeKind = {
  [K in DocumentKind]: (typeof DOCUMENTS)[K]['issue'] extends 'onDemand' ? K : never;
}[DocumentKind];

/** A document of a convention: `annexe1`, `bilan`. */
export type DocumentId = `annexe${number}` | Exclude<DocumentKind, 'annexe'>;

const DOCUMENT_PREFIX = `${OUR_PREFIX}Doc_`;

/** True for the name of the range of a document. */
export function isDocumentRange(name: string): boolean {
  return name.startsWith(DOCUMENT_PREFIX);
}

/**
 * `ENV_Doc_Bilan`; a convention of several credit years has one range per year. A letter has another range than in
 * earlier versions, whose letters were written and sent: they stay as they are.
 */
export function documentRange(id: DocumentId, year: number | null): string {
  const isLetter = id in DOCUMENTS && DOCUMENTS[id as DocumentKind].issue === 'onDemand';
  return `${DOCUMENT_PREFIX}${isLetter ? 'Courrier' : ''}${wordOf(id)}${year === null ? '' : `_${year}`}`;
}

/** `NonConsommes` */
function wordOf(id: string): string {
  const words = id.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join('');
}

const MARKS_PREFIX = `${OUR_PREFIX}Marques`;
const MARKS = new RegExp(`^${MARKS_PREFIX}\\d{1,3}_`, 'i');

/** `ENV_Marques1_Bilan`: the nth name, from 1, that keeps what the document of a range held once written. */
export function marksName(range: string, number: number): string {
  return `${MARKS_PREFIX}${number}_${range.slice(DOCUMENT_PREFIX.length)}`;
}

/** The named range of the nth frozen copy of the workbook, from 1. */
export function copyRange(number: number): string {
  return `${OUR_PREFIX}Copie_${number}`;
}

const DOCUMENT = String.raw`Doc_(?:Courrier)?(?:Annexe\d{1,3}|${DOCUMENT_KINDS.map(wordOf).join('|')})(?:_\d{4})?`;
/** Documents of the first versions. */
const FIRST_DOCUMENTS = String.raw`Annexe\d{1,3}|Bilan|Repartition`;
/** A copy, and the column of controls beside a table of the ledger. */
const BESIDE_DOCUMENTS = String.raw`Copie_\d{1,6}|Controle_\d{1,3}`;
const OUR_RANGE = new RegExp(`^${OUR_PREFIX}(?:${DOCUMENT}|${FIRST_DOCUMENTS}|${BESIDE_DOCUMENTS})$`, 'i');

/** True for the name of cells that the product wrote: a document, a copy, a column of controls. */
export function namesOurCells(name: string): boolean {
  return OUR_RANGE.test(name);
}

/** True for a name of the product; one of the team may begin with `ENV_` too. */
export function isOurName(name: string): boolean {
  return namesOurCells(name) || namesTeamCells(name) || MARKS.test(name);
}

/** The parts of a chart name. */
export interface NamedChart {
  readonly name: string;
  /** The name without its rows: it stays the same wherever the chart is. */
  readonly subject: string;
  /** The subject without its nature: the charts of one envelope are side by side. */
  readonly group: string;
  readonly nature: Nature;
  /** The row of the page where the chart begins, from 0. */
  readonly row: number;
  /** The row of the drawn document, from 0, under the blocks that the chart draws. */
  readonly sourceRow: number;
}

/** `ENV_Graphique_bilan_PDE_AE_12_30`: document, envelope, nature, row of the chart, row of the document drawn. */
export function chartName(
  id: DocumentId,
  envelope: string,
  nature: Nature,
  rows: readonly (number | string)[],
): string {
  return [`${CHART_PREFIX}${id}`, envelope, nature, ...rows].join('_');
}

/** Reads the name of a chart of that document; null for any other name. */
export function namedChart(id: DocumentId, name: string): NamedChart | null {
  if (!name.startsWith(`${CHART_PREFIX}${id}_`)) return null;
  const [, group, code, row, sourceRow] = /^(.+)_([A-Z]{2})_(\d{1,7})(?:_(\d{1,7}))?$/.exec(name) ?? [];
  const nature = NATURES.find((one) => one === code);
  if (group === undefined || !nature || row === undefined) return null;
  return { name, subject: `${group}_${nature}`, group, nature, row: Number(row), sourceRow: Number(sourceRow ?? row) };
}
