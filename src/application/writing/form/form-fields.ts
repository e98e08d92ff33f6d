/**
 * The fields of « Nouvelle convention » that are one text or one choice each, as data: the form shows them from these
 * lists, and the same lists make the members of a convention file. A key is the path of the member.
 */
import type { AdvanceBase, CeilingPart } from '../../../domain/envelopes/allowances/allowances';
import type { CeilingMode, HolidayZone, MovementType } from '../../../domain/envelopes/convention';
import {
  CLAUSES,
  type ApprovalKind,
  type DelayUnit,
  type DutyType,
  type Recurrence,
} from '../../../domain/envelopes/terms';
import type { Nature } from '../../../domain/money/nature';
import { comparable } from '../../../domain/text';
import { amountOf, dateOf, isBlank, namesOf, numberOf, shareOf } from './form-values';

/** How a text becomes a member. `freeShare`: a share, or « aucune » for none at all. A list: the choices. */
export type FieldKind =
  'text' | 'amount' | 'date' | 'number' | 'share' | 'freeShare' | 'tolerance' | 'names' | 'flag' | readonly string[];

/** A field of the form. */
export interface FormField {
  readonly key: string;
  readonly kind: FieldKind;
  /** The schema asks for it: its text is passed on though it is blank. */
  readonly isRequired?: true;
  /** Left out when the text of this key is blank. */
  readonly with?: string;
  /** A date that may be years away from the convention. */
  readonly isAnyDay?: true;
}

/** The typed texts, by key. */
export type FieldsDraft = Readonly<Record<string, string>>;

const NATURES = ['AE', 'CP'] as const satisfies readonly Nature[];
const UNITS = ['calendar', 'working', 'workable', 'clear', 'months'] as const satisfies readonly DelayUnit[];
const MODES = ['blocking', 'warning', 'information'] as const satisfies readonly CeilingMode[];
const MOVEMENTS = [
  'amendment',
  'transfer',
  'carryOver',
  'freeze',
  'restoration',
] as const satisfies readonly MovementType[];
const DUTIES = [
  ...(['yearlyReport', 'finalReport', 'insufficiency', 'unspent', 'approvalBeforeCommitment'] as const),
  ...([
    'approvalOfService',
    'publication',
    'copyToComptrollers',
    'authorisations',
    'creditsAvailable',
    'other',
  ] as const),
] as const satisfies readonly DutyType[];
const RECURRENCES = ['month', 'quarter', 'halfYear', 'year'] as const satisfies readonly Recurrence[];
const APPROVALS = ['simple', 'binding'] as const satisfies readonly ApprovalKind[];
const PARTS = ['programme', 'titre'] as const satisfies readonly CeilingPart[];
const BASES = ['envelope', 'convention', 'currentYear'] as const satisfies readonly AdvanceBase[];
const ZONES = ['national', 'alsace-moselle'] as const satisfies readonly HolidayZone[];
/** A choice that may be left open. */
const orNone = (choices: readonly string[]): readonly string[] => ['', ...choices];
const texts = (...keys: readonly string[]): readonly FormField[] => keys.map((key) => ({ key, kind: 'text' }));
const THRESHOLDS: readonly FormField[] = [
  { key: 'thresholds.information', kind: 'share' },
  { key: 'thresholds.warning', kind: 'share' },
];
const CEILINGS: readonly FormField[] = [
  { key: 'ceilings.AE.amount', kind: 'amount' },
  { key: 'ceilings.CP.amount', kind: 'amount' },
];

/** The lists of a convention, by member; each item is typed in these fields. */
export const LISTS = {
  movements: [
    { key: 'date', kind: 'date' },
    { key: 'type', kind: MOVEMENTS, isRequired: true },
    ...texts('from', 'to', 'fromLine', 'toLine'),
    { key: 'nature', kind: NATURES, isRequired: true },
    { key: 'amount', kind: 'amount', isRequired: true },
    ...texts('reference', 'authorisedBy'),
    { key: 'authorisedOn', kind: 'date' },
  ],
  rap: [
    { key: 'ej', kind: 'text', isRequired: true },
    { key: 'amount', kind: 'amount', isRequired: true },
  ],
  fungibility: [
    ...texts('from', 'to'),
    { key: 'nature', kind: orNone(NATURES) },
    { key: 'share', kind: 'share' },
    { key: 'amount', kind: 'amount' },
    ...texts('article'),
  ],
  partCeilings: [
    { key: 'part', kind: PARTS, isRequired: true },
    { key: 'value', kind: 'text', isRequired: true },
    ...CEILINGS,
    { key: 'mode', kind: MODES },
    { key: 'year', kind: 'number' },
    ...texts('article'),
  ],
  duties: [
    { key: 'type', kind: DUTIES, isRequired: true },
    { key: 'label', kind: 'text', isRequired: true },
    { key: 'party', kind: ['delegate', 'delegant'] },
    { key: 'every', kind: orNone(RECURRENCES) },
    { key: 'delay.count', kind: 'number' },
    { key: 'delay.unit', kind: UNITS, with: 'delay.count' },
    { key: 'dueOn', kind: 'date' },
    { key: 'doneOn', kind: 'date' },
    { key: 'approval', kind: orNone(APPROVALS) },
    ...texts('addressee', 'article'),
  ],
  requests: [
    { key: 'receivedOn', kind: 'date' },
    { key: 'subject', kind: 'text', isRequired: true },
    { key: 'answeredOn', kind: 'date' },
  ],
  indicators: [
    { key: 'theme', kind: 'text', isRequired: true },
    { key: 'indicator', kind: 'text', isRequired: true },
    ...texts('unit', 'period'),
  ],
  milestones: [
    { key: 'envelope', kind: 'text', isRequired: true },
    { key: 'milestone', kind: 'text', isRequired: true },
    { key: 'plannedOn', kind: 'date' },
  ],
} as const satisfies Readonly<Record<string, readonly FormField[]>>;

/** A list of a convention. */
export type ListName = keyof typeof LISTS;

/** The fields of the convention itself that most leave as they are. */
export const SETTINGS: readonly FormField[] = [
  { key: 'replyUnit', kind: ['working', ...UNITS.filter((unit) => unit !== 'working')] },
  { key: 'holidayZone', kind: ZONES, isRequired: true },
  { key: 'paymentDays', kind: 'number' },
  { key: 'advances.share', kind: 'freeShare' },
  { key: 'advances.base', kind: BASES, with: 'advances.share' },
  { key: 'followsLineCp', kind: 'flag' },
  { key: 'recyclingBasis', kind: 'text' },
  ...['closing.commitment', 'closing.serviceCertified', 'closing.payment'].map(
    (key) => ({ key, kind: 'date' }) as const,
  ),
  ...['termination.sentOn', 'termination.receivedOn'].map((key) => ({ key, kind: 'date' }) as const),
];

/** The articles that the findings and the letters cite. */
export const ARTICLES: readonly FormField[] = texts(...CLAUSES.map((clause) => `articles.${clause}`));

/** Further fields of an envelope, of a poste and of a code. */
export const FURTHER = {
  envelope: [
    { key: 'mode', kind: MODES },
    { key: 'tolerance', kind: 'tolerance' },
    ...texts('titre'),
    { key: 'share', kind: 'share' },
    ...THRESHOLDS,
    ...texts('annex.title', 'annex.amountHeading'),
  ],
  line: [
    { key: 'aliases', kind: 'names' },
    ...CEILINGS,
    { key: 'mode', kind: ['warning', 'blocking', 'information'] },
    { key: 'tolerance', kind: 'tolerance' },
    ...texts('titre'),
    ...THRESHOLDS,
  ],
  code: [
    ...texts('label'),
    { key: 'from', kind: 'date', isAnyDay: true },
    { key: 'until', kind: 'date', isAnyDay: true },
  ],
} as const satisfies Readonly<Record<string, readonly FormField[]>>;

/** The draft of an item that nobody filled in: the first of each choice. */
export function blankOf(fields: readonly FormField[]): FieldsDraft {
  return Object.fromEntries(fields.map(({ key, kind }) => [key, Array.isArray(kind) ? String(kind[0] ?? '') : '']));
}

/** The members of a convention file. Blank ones are left out, so that the schema gives them their usual value. */
export function jsonOfFields(fields: readonly FormField[], draft: FieldsDraft): object {
  const json: Record<string, unknown> = {};
  for (const { key, kind, isRequired, with: other } of fields) {
    const text = draft[key] ?? '';
    if (isBlank(text) && isRequired !== true) continue;
    if (other !== undefined && isBlank(draft[other] ?? '')) continue;
    if (key === 'mode' || key.startsWith('ceilings.')) continue; // with their ceilings
    put(json, key.split('.'), memberOf(kind, text));
  }
  return { ...json, ...ceilingsOfFields(fields, draft) };
}

/** Both natures have one mode, as in the tables; a poste without ceilings of its own keeps the mode alone. */
function ceilingsOfFields(fields: readonly FormField[], draft: FieldsDraft): object {
  const has = (key: string): boolean => fields.some((field) => field.key === key);
  const mode = draft['mode'] || 'blocking';
  if (!has('ceilings.AE.amount')) return {};
  const [ae, cp] = [draft['ceilings.AE.amount'] ?? '', draft['ceilings.CP.amount'] ?? ''];
  const isPoste = fields === FURTHER.line;
  if (isPoste && isBlank(ae) && isBlank(cp)) return { mode };
  return { ceilings: ceilingsOf({ ae, cp }, mode), ...(isPoste && { mode }) };
}

/** Ceilings by nature; a blank one is none. */
export function ceilingsOf(texts: { readonly ae: string; readonly cp: string }, mode = 'blocking'): unknown {
  const ceiling = (text: string): unknown => (isBlank(text) ? null : { amount: amountOf(text), mode });
  return { AE: ceiling(texts.ae), CP: ceiling(texts.cp) };
}

function put(json: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    json[first] = value;
    return;
  }
  const inner = (json[first] ??= {}) as Record<string, unknown>;
  put(inner, rest, value);
}

function memberOf(kind: FieldKind, text: string): unknown {
  switch (kind) {
    case 'amount':
      return amountOf(text);
    case 'date':
      return dateOf(text);
    case 'number':
      return numberOf(text);
    case 'share':
      return shareOf(text);
    case 'freeShare':
      return /^(?:aucune?|none)$/.test(comparable(text)) ? null : shareOf(text);
    case 'tolerance':
      return toleranceOf(text);
    case 'names':
      return namesOf(text);
    case 'flag':
      return text !== '';
    default:
      return text.trim();
  }
}

/** `5 %` or an amount; null for an empty text. */
function toleranceOf(text: string): unknown {
  const share = shareOf(text);
  if (share === null) return null;
  return typeof share === 'number' ? { share } : { amount: amountOf(text) };
}
