/**
 * Reconciles the ledger with extracts of Chorus (convention, art. 2.2: the follow-up owed to the délégant; GBCP: Chorus
 * is the accounts). AE and CP apart, to the cent. The result accounts for every row and every line.
 */
import type { ChargedLedger } from '../envelopes/charged-ledger';
import type { UnreadAmounts } from '../envelopes/reading-facts';
import { type Nature, NATURES } from '../money/nature';
import type { Finding } from '../controls/findings/finding';
import type { LedgerAmount, NotCompared } from './amounts';
import { proveBalance, type ReconciliationBalance } from './balance';
import { chorusSideOf, type ChorusSide } from './chorus-side';
import { uncomparedCodesOf, type UncomparedCodes } from './code-differences';
import { CodeReader } from './codes/comparable-codes';
import { type Coverage, coverageOf } from './coverage';
import { outsideOf } from './counterparts';
import type { ChorusExtract } from './extract';
import { findingsOfGroups } from './findings/findings';
import { givesNature, takeWithoutNumber } from './given-natures';
import { groupOf, type ReconciliationGroup } from './groups';
import { carryOverGroups, groupsAside, progressGroups } from './groups-aside';
import { groupsOfOutcome } from './groups-of-outcome';
import { creditYearOf, ledgerSideOf, type LedgerSide } from './ledger-side';
import { matchCommitments, matchPayments } from './matching/match';
import { totalsOf, type EnvelopeTotal } from './envelope-totals';
import { rolledRestsOf, type RolledRest } from '../envelopes/outstanding/rolled-rests';
import { unreadOf, type UnreadExtract } from './unread-lines';

/** The two sides, the convention and the day. */
export interface ReconciliationInput {
  readonly charged: ChargedLedger;
  readonly extracts: readonly ChorusExtract[];
}

/** The result of a reconciliation. */
export interface Reconciliation {
  /** In the reading order of the ledger; then what only Chorus has, in the order of its lines. */
  readonly groups: readonly ReconciliationGroup[];
  readonly findings: readonly Finding[];
  /** AE, then CP. */
  readonly coverage: readonly Coverage[];
  readonly unread: readonly UnreadExtract[];
  /** Operations that the workbook holds beside the ledger, and that no figure counts. */
  readonly unreadInWorkbook: readonly UnreadAmounts[];
  /** Columns of codes that were filled and could not be compared, by extract. */
  readonly uncomparedCodes: readonly UncomparedCodes[];
  readonly balance: ReconciliationBalance;
  readonly totals: readonly EnvelopeTotal[];
}

/** Reconciles. The result depends on the content of both sides; the order of rows, lines and extracts only sorts it. */
export function reconcile({ charged, extracts }: ReconciliationInput): Reconciliation {
  const { convention, ledger, asOf, assign } = charged;
  const codes = new CodeReader(convention, assign);
  const year = creditYearOf(convention);
  const ours = comparableOnly(ledgerSideOf(ledger, codes, year, asOf), extracts);
  const uncompared = uncomparedCodesOf(extracts, codes);
  const rapEjs = new Set(convention.rap.map(({ ej }) => ej));
  const theirs = chorusSideOf(extracts, { codes, uncompared, year, asOf, known: ours, rapEjs });
  const groups = inOrder(allGroups(ours, theirs, extracts, charged));
  const balance = proveBalance(groups, ledger, extracts);
  return {
    groups,
    findings: findingsOfGroups(groups, extracts, year),
    coverage: coverageOf(groups, extracts),
    unread: unreadOf(extracts, groups, year.year),
    unreadInWorkbook: (ledger.reading?.unread ?? []).filter(({ isCounted }) => !isCounted),
    uncomparedCodes: uncompared.filter(({ fields }) => fields.length > 0),
    balance,
    totals: totalsOf(groups, extracts, convention, assign),
  };
}

const NO_REST: ReadonlyMap<string, RolledRest> = new Map();

function allGroups(
  ours: LedgerSide,
  theirs: ChorusSide,
  extracts: readonly ChorusExtract[],
  charged: ChargedLedger,
): ReconciliationGroup[] {
  const isIncluded = extracts.filter((one) => givesNature(one, 'AE')).every(({ lacks }) => lacks.includes('carryOver'));
  const rolled =
    theirs.carryOvers.length === 0 && !isIncluded
      ? NO_REST
      : rolledRestsOf(charged, creditYearOf(charged.convention).first, ours.anticipatedEjs);
  const outcomes = {
    AE: matchCommitments(ours.commitments, theirs.commitments),
    CP: matchPayments(ours.payments, theirs.payments),
  };
  const nameless = NATURES.map((nature) => takeWithoutNumber(outcomes[nature], extracts, nature));
  const outsideRows = outsideOf(charged.ledger.reading?.outside, extracts);
  const compared = groupsOfOutcome(outcomes, ours, theirs, outsideRows, isIncluded ? rolled : NO_REST);
  const outside = [...theirs.outsideConvention, ...NATURES.flatMap((nature) => outcomes[nature].foreign)];
  return [
    ...compared.groups,
    ...progressGroups(ours.reserved, theirs.stages),
    ...carryOverGroups(theirs.carryOvers, charged.convention, rolled),
    ...groupsAside(
      [...ours.notCompared, ...nameless.flatMap(({ rows }) => rows.map(keyNotGiven))],
      [...theirs.notCompared, ...nameless.flatMap(({ lines }) => lines.map(keyNotGiven))],
      compared.taken,
    ),
    ...NATURES.flatMap((nature) => {
      const lines = outside.filter(({ line }) => line.nature === nature);
      return lines.length === 0 ? [] : [groupOf(nature, 'outsideConvention', [], lines)];
    }),
  ];
}

function keyNotGiven<A>(amount: A): { readonly amount: A; readonly why: NotCompared } {
  return { amount, why: 'keyNotGiven' };
}

/** Sets aside the rows that no extract could show: of another nature, or without the number that extracts have. */
function comparableOnly(side: LedgerSide, extracts: readonly ChorusExtract[]): LedgerSide {
  const notCompared = [...side.notCompared];
  const keep = (amounts: readonly LedgerAmount[], nature: Nature): readonly LedgerAmount[] => {
    const giving = extracts.filter((extract) => givesNature(extract, nature));
    const givesEj = giving.some(({ lacks }) => !lacks.includes('ej'));
    const givesDp = nature === 'CP' && giving.some(({ lacks }) => !lacks.includes('dp'));
    const why = ({ ej, dp }: LedgerAmount): NotCompared | null => {
      if (giving.length === 0) return 'natureNotGiven';
      return (givesEj && (ej !== '' || dp === '')) || (givesDp && dp !== '') || (ej === '' && dp === '')
        ? null
        : 'keyNotGiven';
    };
    return amounts.filter((amount) => {
      const reason = why(amount);
      if (reason !== null) notCompared.push({ amount, why: reason });
      return reason === null;
    });
  };
  const [commitments, payments] = [keep(side.commitments, 'AE'), keep(side.payments, 'CP')];
  return { ...side, commitments, payments, notCompared };
}

function inOrder(groups: readonly ReconciliationGroup[]): readonly ReconciliationGroup[] {
  const placed = groups.map((group) => {
    const row = group.rows[0]?.row.key ?? Number.MAX_SAFE_INTEGER;
    const first = group.lines[0];
    return { group, row, extract: first?.extract ?? -1, line: first?.line.line ?? -1 };
  });
  placed.sort((one, other) => one.row - other.row || one.extract - other.extract || one.line - other.line);
  return placed.map(({ group }) => group);
}
