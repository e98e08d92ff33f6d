/**
 * The evidence of each rule, without words: the value found, the value expected, the article cited. The languages hold
 * sentences only, and word a part themselves where it is no value (« une seule ligne par opération »).
 */
import type { Finding, FindingOf, RuleCode } from '../domain/controls/findings/finding';
import type { LedgerField } from '../domain/envelopes/ledger';
import { IMPUTATION_FIELDS } from '../domain/imputation/imputation';
import type { Citation } from './articles';
import type { Formatter, Value } from './formatter';

type DetailsOf<C extends RuleCode> = FindingOf<C>['details'];

/** A part that is absent is worded by each language. */
interface Evidence {
  readonly found?: Value;
  readonly expected?: Value;
  readonly article: Citation;
}

const IMPUTATION: Citation = { clause: 'chorusReference' };
const FOLLOW_UP: Citation = { clause: 'followUp' };
const NOT_FUNGIBLE: Citation = { clause: 'envelopes', note: 'notFungible' };

const EVIDENCE = {
  'IMP-01': ({ field, expected }) => ({
    found: { text: '' },
    expected: { codes: expected, form: field },
    article: IMPUTATION,
  }),
  'IMP-02': codeRefused,
  'IMP-03': codeRefused,
  'IMP-04': ({ raw, expected }) => ({ found: { text: raw }, expected: { text: expected }, article: IMPUTATION }),
  'IMP-05': ({ raw }) => ({ found: { text: raw }, article: IMPUTATION }),
  'IMP-06': ({ raw, expected }) => ({
    found: { text: raw },
    expected: { names: expected, form: 'ministerialAxis2' },
    article: { clause: 'envelopes' },
  }),
  'IMP-07': ({ raw, expected }) => ({
    found: { text: raw },
    expected: { text: expected },
    article: { clause: 'envelopes' },
  }),
  'IMP-08': codeRefused,
  'IMP-09': ({ raw, expected }) => ({
    found: { text: raw },
    expected: { codes: expected, form: 'validThen' },
    article: IMPUTATION,
  }),
  'PLA-01': ({ total, ceiling }) => ({
    found: { amount: total },
    expected: { atMost: ceiling },
    article: { clause: 'ceiling', law: 'lolf8' },
  }),
  'PLA-02': ({ total, ceiling }) => ({
    found: { amount: total },
    expected: { atMost: ceiling },
    article: { clause: 'credits', law: 'lolf8' },
  }),
  'PLA-03': ({ nature, total, ceiling }) => ({
    found: { amount: total },
    expected: { atMost: ceiling },
    article: { clause: nature === 'AE' ? 'ceiling' : 'credits', law: 'lolf8' },
  }),
  'PLA-04': ({ envelope, total, ceiling }) => ({
    found: { amount: total },
    expected: { atMost: ceiling },
    article: { clause: 'annex', envelope },
  }),
  'PLA-05': ({ paid, rap }) => ({
    found: { amount: paid },
    expected: { atMost: rap },
    article: { clause: 'credits', note: 'ofWhichRap' },
  }),
  'PLA-06': ({ envelope, line, total }) => ({
    found: { amount: total },
    article: line === null ? { clause: 'ceiling' } : { clause: 'annex', envelope },
  }),
  'FON-01': () => ({ article: NOT_FUNGIBLE }),
  'FON-02': ({ type }) => ({ article: type === undefined ? NOT_FUNGIBLE : { clause: 'ceiling' } }),
  'FON-03': ({ type, cents, available }) => ({
    found: { amount: cents },
    expected: { atMost: Math.max(0, available) },
    article: { clause: type === 'transfer' ? 'envelopes' : 'ceiling' },
  }),
  'FON-04': ({ line }) => ({ found: { text: line }, article: NOT_FUNGIBLE }),
  'PER-01': ({ date, signedOn }) => ({ found: { date }, expected: { from: signedOn }, article: { clause: 'period' } }),
  'PER-02': ({ date, endsOn }) => ({ found: { date }, expected: { until: endsOn }, article: { clause: 'period' } }),
  'PER-03': (details) => ({
    found: details.why === 'aboveQuarter' ? { amount: details.total } : { date: details.date },
    article: details.why === 'otherYear' ? { clause: 'credits' } : { law: 'lolf9' },
  }),
  'PER-04': ({ date, closing }) => ({
    found: { date },
    expected: { until: closing },
    article: { law: 'closingCalendar' },
  }),
  'PER-05': ({ field, date, other, otherDate }) => ({
    found: { date },
    expected: field === 'receiptDate' ? { until: otherDate } : { from: otherDate },
    article: { law: other === 'paymentDate' ? 'paymentDelay' : 'gbcp30' },
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
  'EJ-01': ({ raw, known }) => ({ found: { text: known ? raw : '' }, article: { law: 'lolf8' } }),
  'EJ-02': ({ paid, committed }) => ({
    found: { amount: paid },
    expected: { atMost: committed },
    article: { law: 'lolf8' },
  }),
  'EJ-03': ({ raw }) => ({ found: { text: raw }, article: { law: 'chorusCodes' } }),
  'EJ-04': ({ ej }) => ({ found: { text: ej }, article: { law: 'chorusCodes' } }),
  'EJ-05': ({ envelope, firstEnvelope }) => ({
    found: { envelope },
    expected: { envelope: firstEnvelope },
    article: NOT_FUNGIBLE,
  }),
  'EJ-06': ({ cents }) => ({ found: { amount: cents }, article: { law: 'gbcp160' } }),
  'EJ-07': ({ served }) => ({ found: served === null ? { text: '' } : { date: served }, article: { law: 'gbcp31' } }),
  'EJ-08': ({ ej }) => ({ found: { text: ej }, article: { law: 'gbcp160' } }),
  'EJ-09': ({ withdrawn, committed }) => ({
    found: { amount: withdrawn },
    expected: { atMost: committed },
    article: { law: 'gbcp160' },
  }),
  'CHO-01': inOneOnly,
  'CHO-02': inOneOnly,
  'CHO-03': ({ ledger, chorus }) => ({
    found: { amount: ledger },
    expected: { amount: chorus },
    article: { law: 'chorusAccounts' },
  }),
  'CHO-04': ({ ledger, chorus }) => ({
    found: { shares: ledger },
    expected: { shares: chorus },
    article: { law: 'chorusAccounts' },
  }),
  'CHO-05': inOneOnly,
  'DON-01': cellOfLedger,
  'DON-02': cellOfLedger,
  'DON-03': () => ({ article: FOLLOW_UP }),
  'DON-04': ({ field, cents }) => ({
    found: { amount: cents },
    article: field === 'ae' ? { law: 'gbcp160' } : FOLLOW_UP,
  }),
  'DON-05': (details) => ({
    found: details.shown === null ? { text: details.raw } : { amount: details.shown },
    ...(details.sum !== null && { expected: { amount: details.sum } }),
    article: FOLLOW_UP,
  }),
  'DON-06': cellOfLedger,
  'DON-07': () => ({ article: FOLLOW_UP }),
  'DON-08': ({ field }) => ({ article: isCode(field) ? IMPUTATION : FOLLOW_UP }),
  'DON-09': cellOfLedger,
  'DON-10': ({ cents }) => ({ found: { amount: cents }, expected: { amount: -cents }, article: FOLLOW_UP }),
  'RAP-01': ({ stated, rolled }) => ({
    found: { amount: stated },
    expected: { amount: rolled },
    article: { clause: 'credits', note: 'ofWhichRap' },
  }),
  'ANX-01': ({ envelope, sum, expected }) => ({
    found: { amount: sum },
    expected: { amount: expected },
    article: { clause: 'annex', envelope },
  }),
  'ANX-02': ({ sum, printed }) => ({
    found: { amount: printed },
    expected: { amount: sum },
    article: { clause: 'credits' },
  }),
  'ANX-03': ({ envelope, delegated, expected }) => ({
    found: { amount: delegated },
    expected: { amount: expected },
    article: { clause: 'annex', envelope },
  }),
  'DEL-01': () => ({ article: FOLLOW_UP }),
  'DEL-02': () => ({ article: FOLLOW_UP }),
  'DEL-03': () => ({ article: { clause: 'insufficiency' } }),
  'DEL-04': () => ({ article: { clause: 'unspent' } }),
  'DEL-05': ({ type, article }) => ({
    article: { clause: type === 'yearlyReport' ? 'yearlyReport' : 'followUp', printed: article },
  }),
  'LEC-01': unreadAmounts,
  'LEC-02': unreadAmounts,
  'LEC-03': unreadAmounts,
  'LEC-04': () => ({ article: FOLLOW_UP }),
  'LEC-05': ({ raw }) => ({ found: { text: raw }, article: FOLLOW_UP }),
  'LEC-06': ({ envelope, raw }) => ({ found: { text: raw }, article: { clause: 'annex', envelope } }),
  'LEC-07': ({ envelope }) => ({ found: { text: '' }, expected: { envelope }, article: { clause: 'envelopes' } }),
} satisfies { readonly [C in RuleCode]: (details: DetailsOf<C>) => Evidence };

function codeRefused({ field, raw, expected }: DetailsOf<'IMP-02' | 'IMP-03' | 'IMP-08'>) {
  return { found: { text: raw }, expected: { codes: expected, form: field }, article: IMPUTATION };
}

function cellOfLedger({ raw }: DetailsOf<'DON-01' | 'DON-02' | 'DON-06' | 'DON-09'>) {
  return { found: { text: raw }, article: FOLLOW_UP };
}

function unreadAmounts({ ae, cp, other }: DetailsOf<'LEC-01' | 'LEC-02' | 'LEC-03'>) {
  return { found: { amount: ae + cp + other }, article: FOLLOW_UP };
}

function inOneOnly({ cents }: DetailsOf<'CHO-01' | 'CHO-02' | 'CHO-05'>) {
  return { found: { amount: cents }, article: { law: 'chorusAccounts' } satisfies Citation };
}

function isCode(field: LedgerField): boolean {
  return IMPUTATION_FIELDS.some((code) => code === field);
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
>;

/** The words of one family of rules in one language; a rule left out does not compile. */
export interface FamilyWords<F extends Family> {
  /** Short names, for lists and filters. */
  readonly titles: Readonly<Record<RulesOf<F>, string>>;
  readonly sentences: { readonly [C in RulesOf<F>]: (details: DetailsOf<C>, format: Formatter) => Sentences<C> };
}
