/**
 * Concepts of a heading → the fields that it may name, each with a score from 0 to 1. A rule names the concepts that
 * it needs and those that it tolerates; any other concept makes it fail, so that « Reste à payer » is never a payment.
 */
import type { LedgerField } from '../../domain/envelopes/ledger';
import { isLedgerField, type ColumnField } from './column-field';
import { wordsOfHeading, type Concept } from './heading-words';

interface Rule<F> {
  readonly field: F;
  /** Alternatives: all the concepts of one of them must be there. */
  readonly needs: readonly (readonly Concept[])[];
  readonly tolerates?: readonly Concept[];
  readonly score: number;
}

/** Acts that commit credits, and those that pay: a heading names them by any of these. */
const COMMITS: readonly Concept[] = [
  ...(['commitment', 'ej', 'ae', 'order', 'signed', 'contract', 'convention', 'chorus', 'credit'] as const),
];
const PAYS: readonly Concept[] = ['payment', 'dp', 'cp', 'credit', 'chorus', 'consumed'];
const ANY_ACT: readonly Concept[] = [
  ...COMMITS,
  ...PAYS,
  'service',
  'serviceWord',
  'done',
  'invoice',
  'expense',
  'piece',
];

const RULES: readonly Rule<LedgerField>[] = [
  {
    field: 'commitmentDate',
    needs: dated('commitment', 'ej', 'ae', 'order', 'signed'),
    tolerates: [...COMMITS, 'on', 'date', 'number', 'approval', 'agreed'],
    score: 1,
  },
  { field: 'commitmentDate', needs: [['date'], ['on']], tolerates: ['accounting', 'operation', 'piece'], score: 0.6 },
  {
    field: 'serviceDate',
    needs: [...dated('service'), ['serviceWord', 'done', 'date'], ['serviceWord', 'done', 'on']],
    tolerates: ['on', 'date', 'service', 'serviceWord', 'done', 'accounting', 'receipt'],
    score: 1,
  },
  {
    field: 'serviceDate',
    needs: [['service'], ['serviceWord', 'done']],
    tolerates: ['service', 'serviceWord', 'done'],
    score: 0.8,
  },
  { field: 'serviceDate', needs: dated('receipt'), tolerates: ['on', 'date'], score: 0.6 },
  {
    field: 'receiptDate',
    needs: [...dated('invoice'), ['receipt', 'invoice'], ['receipt', 'dp']],
    tolerates: ['on', 'date', 'receipt', 'dp', 'payment'],
    score: 0.95,
  },
  {
    field: 'paymentDate',
    needs: dated('payment', 'cp'),
    tolerates: [...PAYS, 'on', 'date', 'operation', 'number', 'invoice'],
    score: 1,
  },
  { field: 'paymentDate', needs: dated('cleared'), tolerates: ['on', 'date', 'dp', 'payment', 'bank'], score: 0.8 },
  { field: 'commitmentDate', needs: [['commitment']], score: 0.5 },
  { field: 'paymentDate', needs: [['payment']], score: 0.5 },
  { field: 'cp', needs: [['dp']], score: 0.55 },
  {
    field: 'contractEnd',
    needs: [
      ['end', 'contract'],
      ['end', 'convention'],
      ['financial', 'contract'],
    ],
    tolerates: ['date', 'order', 'end', 'financial'],
    score: 1,
  },
  {
    field: 'ae',
    needs: [['ae'], ['amount', 'commitment'], ['amount', 'ej'], ['amount', 'order'], ['credit', 'commitment']],
    tolerates: [...COMMITS.filter((concept) => concept !== 'signed'), 'amount', 'consumed', 'expense', 'cost'],
    score: 1,
  },
  { field: 'ae', needs: [['commitment']], tolerates: ['consumed', 'expense'], score: 0.75 },
  { field: 'ae', needs: ofItems('ae', 'ej', 'commitment', 'order'), tolerates: ['ej', 'commitment'], score: 1 },
  { field: 'ae', needs: [['amount', 'item']], score: 0.6 }, // as « Montant » alone
  {
    field: 'ae',
    needs: [
      ['amount', 'withoutTax', 'ae'],
      ['amount', 'withoutTax', 'commitment'],
      ['ae', 'withoutTax'],
    ],
    tolerates: COMMITS,
    score: 0.6,
  },
  {
    field: 'cp',
    needs: [['cp'], ['amount', 'payment'], ['amount', 'dp'], ['credit', 'payment'], ['amount', 'invoice', 'payment']],
    tolerates: [...PAYS, 'amount', 'request', 'expense', 'cost'],
    score: 1,
  },
  { field: 'cp', needs: [['payment']], tolerates: ['consumed', 'expense'], score: 0.75 },
  { field: 'cp', needs: ofItems('cp', 'dp', 'payment'), tolerates: ['dp', 'payment'], score: 1 },
  {
    field: 'cp',
    needs: [
      ['amount', 'withoutTax', 'cp'],
      ['amount', 'withoutTax', 'payment'],
      ['amount', 'withoutTax', 'dp'],
      ['cp', 'withoutTax'],
    ],
    tolerates: PAYS,
    score: 0.6,
  },
  {
    field: 'ejNumber',
    needs: [
      ['number', 'ej'],
      ['number', 'commitment'],
      ['number', 'order'],
      ['number', 'chorus'],
    ],
    tolerates: [...COMMITS, 'piece', 'allocated'],
    score: 1,
  },
  { field: 'ejNumber', needs: [['ej']], tolerates: ['commitment', 'chorus', 'code', 'order'], score: 1 },
  { field: 'ejNumber', needs: [['commitment'], ['order']], tolerates: ['order', 'commitment', 'piece'], score: 0.55 },
  {
    field: 'ejLine',
    needs: [
      ['item', 'ej'],
      ['item', 'commitment'],
      ['item', 'order'],
    ],
    tolerates: ['number', 'commitment', 'ej', 'order'],
    score: 1,
  },
  { field: 'ejLine', needs: [['item']], tolerates: ['number'], score: 0.6 },
  {
    field: 'dpNumber',
    needs: [
      ['number', 'dp'],
      ['number', 'payment'],
      ['request', 'payment'],
    ],
    tolerates: ['payment', 'piece', 'chorus', 'dp', 'request', 'number'],
    score: 1,
  },
  { field: 'dpNumber', needs: [['dp']], tolerates: ['payment', 'code', 'chorus'], score: 1 },
  {
    field: 'dpLine',
    needs: [
      ['item', 'dp'],
      ['item', 'payment'],
    ],
    tolerates: ['number', 'payment'],
    score: 1,
  },
  {
    field: 'supplier',
    needs: [['supplier']],
    tolerates: ['name', 'label', 'social', 'contract', 'order', 'payment'],
    score: 1,
  },
  { field: 'supplier', needs: [['beneficiary']], tolerates: ['name', 'label'], score: 0.6 },
  { field: 'supplier', needs: [['beneficiary', 'payment']], score: 0.9 },
  { field: 'label', needs: [['label']], tolerates: [...ANY_ACT, 'operation'], score: 0.9 },
  { field: 'label', needs: [['expense']], score: 0.5 },
  {
    field: 'budgetLine',
    needs: [
      ['item', 'expense'],
      ['category', 'expense'],
      ['type', 'expense'],
      ['item', 'budget'],
      ['expense', 'budget'],
    ],
    tolerates: ['item', 'category', 'label'],
    score: 1,
  },
  { field: 'budgetLine', needs: [['category'], ['item']], score: 0.6 },
  { field: 'budgetLine', needs: [['expense']], score: 0.5 },
  { field: 'status', needs: [['status']], tolerates: [...ANY_ACT, 'operation', 'item', 'number'], score: 1 },
  {
    field: 'operation',
    needs: [['operation'], ['type', 'piece'], ['category', 'piece']],
    tolerates: ['type', 'category'],
    score: 1,
  },
  { field: 'operation', needs: [['type']], score: 0.6 },
  {
    field: 'ministerialAxis2',
    needs: [['axis', 'two'], ['envelope']],
    tolerates: ['ministerial', 'axis', 'two', 'code', 'name', 'label', 'number', 'status'],
    score: 1,
  },
  { field: 'ministerialAxis2', needs: [['envelope']], tolerates: ['budget', 'credit', 'allocated'], score: 0.65 },
  { field: 'ministerialAxis2', needs: [['beneficiary', 'funding']], tolerates: ['envelope'], score: 0.9 },
  {
    field: 'ministerialAxis2',
    needs: [['axis'], ['beneficiary'], ['project']],
    tolerates: ['ministerial', 'code', 'name'],
    score: 0.55,
  },
  { field: 'ministerialAxis1', needs: [['axis', 'one']], tolerates: ['ministerial', 'code', 'number'], score: 1 },
  { field: 'programme', needs: [['programme']], tolerates: ['code', 'number', 'budget'], score: 1 },
  { field: 'functionalDomain', needs: [['functional']], tolerates: ['domain', 'code'], score: 1 },
  { field: 'financialCentre', needs: [['financial', 'centre'], ['financial']], tolerates: ['code', 'unit'], score: 1 },
  { field: 'financialCentre', needs: [['unit']], tolerates: ['code'], score: 0.6 },
  { field: 'activity', needs: [['activity'], ['referential', 'programming']], tolerates: ['code', 'number'], score: 1 },
  { field: 'costCentre', needs: [['cost', 'centre']], tolerates: ['code'], score: 1 },
  { field: 'costCentre', needs: [['cost']], tolerates: ['code'], score: 0.65 }, // « Coût » of amounts is none
];

/** Columns that are no field by themselves. « Nature » is only one when its values are AE or CP. */
const OTHER_RULES: readonly Rule<Exclude<ColumnField, LedgerField>>[] = [
  {
    field: 'amount',
    needs: [['amount'], ['amount', 'ae', 'cp'], ['amount', 'ej', 'dp'], ['amount', 'commitment', 'payment']],
    tolerates: ['piece', 'operation', 'total', 'credit', 'expense'],
    score: 0.9,
  },
  { field: 'amount', needs: [['amount', 'withoutTax']], tolerates: ['operation', 'total', 'expense'], score: 0.5 },
  {
    field: 'date',
    needs: [['date'], ['on'], ['date', 'ej', 'dp'], ['date', 'ae', 'cp'], ['date', 'commitment', 'payment']],
    tolerates: ['accounting', 'operation', 'piece'],
    score: 0.9,
  },
  {
    field: 'nature',
    needs: [
      ['ae', 'cp'],
      ['ej', 'dp'],
      ['commitment', 'payment'],
    ],
    tolerates: ['category', 'type', 'operation', 'piece', 'credit'],
    score: 1,
  },
  {
    field: 'nature',
    needs: [['category'], ['type'], ['operation'], ['credit']],
    tolerates: ['credit', 'piece'],
    score: 0.6,
  },
  { field: 'creditYear', needs: [['year']], tolerates: ['budget', 'credit', 'accounting'], score: 1 },
  { field: 'conventionName', needs: [['convention']], tolerates: ['number', 'label', 'code', 'name'], score: 1 },
  { field: 'conventionName', needs: [['delegant']], tolerates: ['label', 'code', 'name'], score: 0.8 },
];

/**
 * Amounts and dates make the figures: a word that is not understood forbids them (« Délai de paiement », « Montant
 * Signaux Faibles »), since asking costs a minute and a wrong column costs the report.
 */
const MAKE_FIGURES: ReadonlySet<LedgerField> = new Set<LedgerField>([
  ...(['ae', 'cp', 'commitmentDate', 'serviceDate', 'receiptDate', 'paymentDate', 'contractEnd'] as const),
]);
/** Each word that no rule explains makes the reading of another field less sure. */
const SHARE_OF_AN_UNKNOWN_WORD = 0.85;
const MOST_UNKNOWN_WORDS = 3;

/** The fields that the words of a heading may name; empty when they name none, or something that no figure uses. */
export function meaningOfWords(heading: string): ReadonlyMap<LedgerField, number> {
  const meaning = meaningBy(RULES, heading);
  if (!meaning.has('budgetLine') || !namesWhatWasBought(heading)) return meaning;
  return new Map([...meaning, ['budgetLine', BY_VALUES], ['label', WHAT_WAS_BOUGHT]]);
}

/** The values decide: below half of them, the column is no poste. */
const BY_VALUES = 0.5;
const WHAT_WAS_BOUGHT = 0.4;

/** « Nature de la prestation » names what was bought; « Nature de la dépense », the line of the budget. */
function namesWhatWasBought(heading: string): boolean {
  const { concepts } = wordsOfHeading(heading);
  const isKind = concepts.has('category') || concepts.has('type');
  return isKind && /\bprestations?\b/i.test(heading) && !/d[ée]pense|charges?\b|frais|poste|budg/i.test(heading);
}

/** The columns that are no field by themselves and that the words of a heading may name. */
export function otherMeaningOf(heading: string): ReadonlyMap<ColumnField, number> {
  return meaningBy<ColumnField>(OTHER_RULES, heading);
}

function meaningBy<F extends ColumnField>(rules: readonly Rule<F>[], heading: string): ReadonlyMap<F, number> {
  const { concepts, unknown } = wordsOfHeading(heading);
  const meanings = new Map<F, number>();
  if (concepts.size === 0 || unknown > MOST_UNKNOWN_WORDS) return meanings;
  const sureness = SHARE_OF_AN_UNKNOWN_WORD ** unknown;
  for (const rule of rules) {
    if (!isMet(rule, concepts) || (unknown > 0 && makesFigures(rule.field))) continue;
    meanings.set(rule.field, Math.max(meanings.get(rule.field) ?? 0, rule.score * sureness));
  }
  return meanings;
}

function makesFigures(field: ColumnField): boolean {
  return !isLedgerField(field) || MAKE_FIGURES.has(field);
}

function isMet({ needs, tolerates = [] }: Rule<ColumnField>, concepts: ReadonlySet<Concept>): boolean {
  return needs.some((alternative) => {
    if (!alternative.every((concept) => concepts.has(concept))) return false;
    return [...concepts].every((concept) => alternative.includes(concept) || tolerates.includes(concept));
  });
}

/** « Date de paiement » and « Payé le ». */
function dated(...acts: readonly Concept[]): readonly (readonly Concept[])[] {
  return acts.flatMap((act): Concept[][] => [
    ['date', act],
    [act, 'on'],
  ]);
}

/** « Montant du poste d'EJ », « AE de la ligne »: of an item of an EJ, or of a DP. */
function ofItems(...acts: readonly Concept[]): readonly (readonly Concept[])[] {
  return acts.flatMap((act): Concept[][] => [
    ['amount', 'item', act],
    ...(act === 'ae' || act === 'cp' ? [['item', act] as Concept[]] : []),
  ]);
}

/** Amounts that no figure uses: what is left, open, cumulated, taxes, quantities. */
const OTHER_AMOUNTS: readonly Concept[] = ['remaining', 'cumulative', 'allocated', 'tax', 'quantity'];

/** True when a heading, or the group above headings, names amounts that are neither committed nor paid. */
export function namesOtherAmounts(heading: string): boolean {
  const { concepts } = wordsOfHeading(heading);
  if (OTHER_AMOUNTS.some((concept) => concepts.has(concept))) return true;
  const isGiven = concepts.has('signed') && !concepts.has('date') && !concepts.has('on'); // « AE notifiées »
  return isGiven && (concepts.has('ae') || concepts.has('cp') || concepts.has('credit'));
}

const DUE: readonly Concept[] = ['agreed', 'limit', 'end'];

/** True for « Date de paiement contractuelle », « Date de paiement au plus tard »: when it is due, and not done. */
export function namesDueDay(heading: string): boolean {
  const { concepts } = wordsOfHeading(heading);
  return (concepts.has('date') || concepts.has('on')) && DUE.some((concept) => concepts.has(concept));
}

/** Pieces whose state leaves the EJ as it is. */
const OTHER_PIECES: readonly Concept[] = [
  ...(['payment', 'dp', 'cp', 'invoice', 'service', 'serviceWord', 'receipt', 'amendment'] as const),
];
/** « Prochaine étape », « Étape suivante », « État du livrable ». */
const OF_NO_ROW = /(?<!\p{L})(?:prochain|suivant|next|livrable)(?:e?s?)(?!\p{L})/iu;

/** True for « Statut DP », « Statut SF », « Prochaine étape »: the state of another piece, or what comes next. */
export function isStateOfOthers(heading: string): boolean {
  const { concepts } = wordsOfHeading(heading);
  const names = (acts: readonly Concept[]): boolean => acts.some((one) => concepts.has(one));
  if (!concepts.has('status') || names(COMMITS)) return false;
  return names(OTHER_PIECES) || OF_NO_ROW.test(heading);
}
