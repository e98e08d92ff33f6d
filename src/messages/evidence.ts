/**
 * The evidence of each rule, without words: the value found, the value expected, the article cited. The languages hold
 * sentences only, and word a part themselves where it is no value (« une seule ligne par opération »).
 */
import type { OutsidePeriod } from '../domain/controls/findings/details/fon';
import type { Finding, FindingOf, RuleCode } from '../domain/controls/findings/finding';
import type { Movement } from '../domain/envelopes/convention';
import type { ImputationField } from '../domain/imputation/imputation';
import type { Nature } from '../domain/money/nature';
import type { Citation } from './articles';
import type { Formatter, Value } from './formatter';

/** The details of the findings of a rule. */
export type DetailsOf<C extends RuleCode> = FindingOf<C>['details'];

/** A part that is absent is worded by each language. */
interface Evidence {
  readonly found?: Value;
  readonly expected?: Value;
  readonly article: Citation;
}

const FOLLOW_UP: Citation = { clause: 'followUp' };
/** A rule that no text states: how a ledger is kept. */
const BOOKKEEPING: Citation = { law: 'bookkeeping' };
const NOT_FUNGIBLE: Citation = { clause: 'envelopes' };

const EVIDENCE = {
  'IMP-01': ({ field, expected }) => ({
    found: { text: '' },
    expected: { codes: expected, form: field },
    article: codeOf(field),
  }),
  'IMP-02': codeRefused,
  'IMP-03': codeRefused,
  'IMP-04': ({ field, raw, expected }) => ({
    found: { text: raw },
    expected: { text: expected },
    article: codeOf(field),
  }),
  'IMP-05': ({ raw }) => ({ found: { text: raw }, article: { clause: 'credits' } }),
  'IMP-06': ({ field = 'ministerialAxis2', raw, expected }) => ({
    found: { text: raw },
    expected: { names: expected, form: field },
    article: { clause: 'envelopes' },
  }),
  'IMP-07': ({ raw, expected }) => ({
    found: { text: raw },
    expected: { text: expected },
    article: { clause: 'envelopes' },
  }),
  'IMP-08': codeRefused,
  'IMP-09': ({ field, raw, expected }) => ({
    found: { text: raw },
    expected: { codes: expected, form: 'validThen' },
    article: codeOf(field),
  }),
  'PLA-01': ({ total, ceiling }) => ({
    found: { amount: total },
    expected: { atMost: ceiling },
    article: { clause: 'ceiling', law: 'lolfLimits' },
  }),
  'PLA-02': ({ total, ceiling }) => ({
    found: { amount: total },
    expected: { atMost: ceiling },
    article: { clause: 'credits', law: 'lolfLimits' },
  }),
  'PLA-03': ({ nature, total, ceiling, of }) => ({
    found: { amount: total },
    expected: { atMost: ceiling },
    article: of ? { clause: 'credits', printed: of.article } : { ...limitOf(nature), law: 'lolfLimits' },
  }),
  'PLA-04': ({ envelope, total, ceiling, isFollowUp }) => ({
    found: { amount: total },
    expected: { atMost: ceiling },
    article: isFollowUp ? { law: 'threshold' } : { clause: 'annex', envelope },
  }),
  'PLA-05': ({ paid, rap }) => ({
    found: { amount: paid },
    expected: { atMost: rap },
    article: { clause: 'credits', note: 'ofWhichRap' },
  }),
  'PLA-06': ({ total }) => ({ found: { amount: total }, article: { law: 'threshold' } }),
  'FON-01': ({ article = '' }) => ({ article: { clause: 'envelopes', printed: article } }),
  'FON-02': ({ type, outside }) => ({
    article: outside ? periodOf(outside.bound) : type === undefined ? NOT_FUNGIBLE : incompleteOf(type),
  }),
  'FON-03': ({ type, envelope, line, nature, cents, available }) => ({
    found: { amount: cents },
    expected: { atMost: Math.max(0, available) },
    article:
      line !== undefined
        ? { clause: 'annex', envelope }
        : type === 'transfer'
          ? { clause: 'envelopes' }
          : limitOf(nature),
  }),
  'FON-04': ({ line }) => ({ found: { text: line }, article: NOT_FUNGIBLE }),
  'PER-01': ({ date, signedOn }) => ({ found: { date }, expected: { from: signedOn }, article: { clause: 'period' } }),
  'PER-02': ({ date, endsOn }) => ({ found: { date }, expected: { until: endsOn }, article: { clause: 'period' } }),
  'PER-03': (details) => ({
    found: foundInAdvance(details),
    article: details.why === 'otherYear' ? { clause: 'credits' } : advanceOf(details.why),
  }),
  'PER-04': ({ date, closing }) => ({
    found: { date },
    expected: { until: closing },
    article: { law: 'closingCalendar' },
  }),
  'PER-05': ({ field, date, otherDate }) => ({
    found: { date },
    expected: field === 'receiptDate' ? { until: otherDate } : { from: otherDate },
    article: field === 'receiptDate' ? BOOKKEEPING : { law: 'gbcpOrder' },
  }),
  'PER-06': ({ date, dueOn }) => ({ found: { date }, expected: { until: dueOn }, article: { law: 'paymentDelay' } }),
  'PER-07': ({ date, contractEnd }) => ({
    found: { date },
    expected: { until: contractEnd },
    article: { clause: 'period', law: 'frameworkOrders' },
  }),
  'PER-08': ({ date }) => ({ found: { date }, article: { clause: 'termination', law: 'delegations5' } }),
  'PER-09': ({ date, effectiveOn }) => ({
    found: { date },
    expected: { until: effectiveOn },
    article: { clause: 'termination', law: 'delegations5' },
  }),
  'EJ-01': ({ raw, known }) => ({ found: { text: known ? raw : '' }, article: { law: 'gbcpPayment' } }),
  'EJ-02': ({ paid, committed }) => ({
    found: { amount: paid },
    expected: { atMost: committed },
    article: { law: 'lolf8' },
  }),
  'EJ-03': ({ raw }) => ({ found: { text: raw }, article: { law: 'chorusUse' } }),
  'EJ-04': ({ ej }) => ({ found: { text: ej }, article: { law: 'chorusUse' } }),
  'EJ-05': ({ envelope }) => ({ found: { envelope }, article: NOT_FUNGIBLE }),
  'EJ-06': ({ cents }) => ({ found: { amount: cents }, article: { law: 'gbcp160' } }),
  'EJ-07': ({ served }) => ({
    found: served === null ? { text: '' } : { date: served },
    article: { law: 'gbcpService' },
  }),
  'EJ-08': ({ ej }) => ({ found: { text: ej }, article: { law: 'gbcp160' } }),
  'EJ-09': ({ withdrawn, committed }) => ({
    found: { amount: withdrawn },
    expected: { atMost: committed },
    article: { law: 'gbcp160' },
  }),
  'CHO-01': inOneOnly,
  'CHO-02': inOneOnly,
  'CHO-03': ({ ledger, chorus, cell, unreadLine, gap }) => ({
    found: { amount: ledger },
    ...(!cell && !unreadLine && !gap && { expected: { amount: chorus } }),
    article: { law: 'chorusAccounts' },
  }),
  'CHO-04': ({ field, ledger, chorus, isUnknown, allowed }) => {
    if (field !== 'ejNumber' && field !== 'dpNumber') {
      if (allowed)
        return { found: { shares: chorus }, expected: { codes: allowed, form: field }, article: codeOf(field) };
      if (isUnknown) return { found: { shares: chorus }, expected: { shares: ledger }, article: codeOf(field) };
    }
    return { found: { shares: ledger }, expected: { shares: chorus }, article: { law: 'chorusAccounts' } };
  },
  'CHO-05': inOneOnly,
  'DON-01': cellOfLedger,
  'DON-02': cellOfLedger,
  'DON-03': () => ({ article: BOOKKEEPING }),
  'DON-04': ({ cents }) => ({ found: { amount: cents }, article: BOOKKEEPING }),
  'DON-05': (details) => ({
    found: details.shown === null ? { text: details.raw } : { amount: details.shown },
    ...(details.sum !== null && { expected: { amount: details.sum } }),
    article: BOOKKEEPING,
  }),
  'DON-06': cellOfLedger,
  'DON-07': () => ({ article: BOOKKEEPING }),
  'DON-08': () => ({ article: BOOKKEEPING }),
  'DON-09': cellOfLedger,
  'DON-10': ({ cents, raises }) => ({
    found: { amount: raises ? -cents : cents },
    expected: { amount: raises ? cents : -cents },
    article: BOOKKEEPING,
  }),
  'RAP-01': (details) => ({
    found: 'raw' in details ? { text: details.raw } : { amount: 'cents' in details ? details.cents : details.stated },
    article: BOOKKEEPING,
  }),
  'ANX-01': ({ envelope, sum, expected, isRap }) => ({
    found: { amount: sum },
    expected: isRap === true ? { atMost: expected ?? 0 } : { amount: expected ?? 0 },
    article: { clause: 'annex', envelope },
  }),
  'ANX-02': (details) => ({
    ...('sum' in details && { found: { amount: details.printed }, expected: { amount: details.sum } }),
    article: { clause: 'credits' },
  }),
  'ANX-03': ({ delegated, expected }) => ({
    found: { amount: delegated },
    expected: { amount: expected },
    article: { law: 'shareSetting' },
  }),
  'DEL-01': () => ({ article: FOLLOW_UP }),
  'DEL-02': () => ({ article: FOLLOW_UP }),
  'DEL-03': () => ({ article: { clause: 'insufficiency' } }),
  'DEL-04': () => ({ article: { clause: 'unspent' } }),
  'DEL-05': (details) => ({
    article: 'column' in details ? BOOKKEEPING : dutyArticle(details.type, details.article),
  }),
  'DEL-06': (details) => ({
    article:
      'column' in details || details.article === '' ? BOOKKEEPING : { clause: 'publication', printed: details.article },
  }),
  'LEC-01': unreadAmounts,
  'LEC-02': unreadAmounts,
  'LEC-03': unreadAmounts,
  'LEC-04': () => ({ article: BOOKKEEPING }),
  'LEC-05': ({ raw }) => ({ found: { text: raw }, article: BOOKKEEPING }),
  'LEC-06': ({ raw }) => ({ found: { text: raw }, article: BOOKKEEPING }),
  'LEC-07': ({ envelope }) => ({ found: { text: '' }, expected: { envelope }, article: BOOKKEEPING }),
} satisfies { readonly [C in RuleCode]: (details: DetailsOf<C>) => Evidence };

function codeRefused({ field, raw, expected }: DetailsOf<'IMP-02' | 'IMP-03' | 'IMP-08'>) {
  return { found: { text: raw }, expected: { codes: expected, form: field }, article: codeOf(field) };
}

/** The programme is in the clause of the credits; every other code is in the Chorus reference (2023 convention, art. 1.2 and 3). */
function codeOf(field: ImputationField): Citation {
  return field === 'programme' ? { clause: 'credits' } : { clause: 'chorusReference' };
}

/** The clause that bounds a nature: what may be committed (2023 convention, art. 3), what is there to be paid (art. 1.2). */
function limitOf(nature: Nature): Citation {
  return { clause: nature === 'AE' ? 'ceiling' : 'credits' };
}

/** Only an avenant is a matter of the convention; the other movements are decisions that no article of it states. */
function incompleteOf(type: Movement['type']): Citation {
  return type === 'amendment' ? { clause: 'amendment' } : BOOKKEEPING;
}

/** The period of the convention, or the years of its credits. */
function periodOf(bound: OutsidePeriod['bound']): Citation {
  return { clause: bound === 'creditYear' ? 'credits' : 'period' };
}

function foundInAdvance(details: DetailsOf<'PER-03'>): Value {
  if ('cents' in details) return { amount: details.cents };
  return details.why === 'aboveShare' ? { amount: details.total } : { date: details.date };
}

/** The share of advance commitments is a setting of the team. */
function advanceOf(why: Exclude<DetailsOf<'PER-03'>['why'], 'otherYear'>): Citation {
  return { law: why === 'aboveShare' ? 'threshold' : 'advance' };
}

/** The article of the register, or that of the yearly report; no other clause states reports. */
function dutyArticle(type: 'yearlyReport' | 'finalReport' | 'recurring', printed: string): Citation {
  if (printed === '' && type !== 'yearlyReport') return BOOKKEEPING;
  return { clause: 'yearlyReport', printed };
}

function cellOfLedger({ raw }: DetailsOf<'DON-01' | 'DON-02' | 'DON-06' | 'DON-09'>) {
  return { found: { text: raw }, article: BOOKKEEPING };
}

function unreadAmounts(details: DetailsOf<'LEC-01' | 'LEC-02' | 'LEC-03'>) {
  const { ae, cp, other, unreadable = 0, what, isOfRegister, area } = details;
  const amount = ae + cp + other;
  if (what === 'beside' && isOfRegister && amount === 0 && unreadable === 0)
    return { found: { text: area }, article: BOOKKEEPING };
  return { found: unreadable > 0 ? { read: amount, unreadable } : { amount }, article: BOOKKEEPING };
}

function inOneOnly({ cents }: DetailsOf<'CHO-01' | 'CHO-02' | 'CHO-05'>) {
  return { found: { amount: cents }, article: { law: 'chorusAccounts' } satisfies Citation };
}

/** The evidence of a finding. */
export function evidenceOf({ rule, details }: Finding): Evidence {
  // Each entry takes the details of its own rule, which is the rule of this finding.
  return (EVIDENCE[rule] as (details: Finding['details']) => Evidence)(details);
}

/** The first letters of a code: `IMP`. */
export type Family = RuleCode extends infer C ? (C extends `${infer F}-${string}` ? F : never) : never;
type RulesOf<F extends Family> = Extract<RuleCode, `${F}-${string}`>;

type Part = 'found' | 'expected';
type Given<C extends RuleCode> = Part & keyof ReturnType<(typeof EVIDENCE)[C]>;

/** A language writes the problem and the action, both whole sentences, and the parts that the evidence does not give. */
export type Sentences<C extends RuleCode> = Readonly<
  Record<'problem' | 'action' | Exclude<Part, Given<C>>, string> & Partial<Record<Given<C>, never>>
> & {
  /** The problem already gives what was expected: the message does not repeat it. */
  readonly stated?: true;
};

/** The words of one family of rules in one language; a rule left out does not compile. */
export interface FamilyWords<F extends Family> {
  /** Short names, for lists and filters. */
  readonly titles: Readonly<Record<RulesOf<F>, string>>;
  readonly sentences: { readonly [C in RulesOf<F>]: (details: DetailsOf<C>, format: Formatter) => Sentences<C> };
}
