/**
 * Decides for each figure whether a formula may show it: only when Excel's sum over the raw cells is the product's
 * figure, to the cent. Otherwise the value is written, and a note gives the reason and the rows.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { commitmentDay, creditDaysOf, isOfCredits } from '../../domain/envelopes/commitment-year';
import type { Convention, Envelope } from '../../domain/envelopes/convention';
import type { LedgerRow, RowKey } from '../../domain/envelopes/ledger';
import { lessKnown, type KnownCents } from '../../domain/money/known-cents';
import type { Nature } from '../../domain/money/nature';
import type { NamedRows, ValueReason } from '../../messages/documents/documents-fr';
import { blockOfRow, rowKey, sheetRow } from '../../workbook/ledger/ledger-source';
import { describeOtherwise } from '../../messages/documents/movements-fr';
import { reasonOtherwise } from './ceiling-sums';
import type { LedgerFigure, Scope } from './ledger-figure';
import { refusalOf } from './criteria';
import { LedgerSums, type DateBounds } from './ledger-sums';
import { formulaLength, LONGEST_FORMULA } from './formula-length';
import { amountsByRow, keyOfTerms, oneByOne, printSum, simulateSum, type SumTerm } from './sums';
import { computedOnce, type Cause } from './figure-memory';
import { namedRows } from './rows-in-words';
import type { DocumentSource } from '../input';
import { eachAmountOfColumn } from './not-counted';

/** A figure as its cell holds it. */
export interface Decided {
  /** Null: not calculable; then without a formula. */
  readonly cents: KnownCents;
  /** Absent: a value. */
  readonly formula: string | undefined;
}

/** Why some figures are values. */
export interface ValueNote {
  readonly figures: readonly string[];
  readonly reason: ValueReason;
  readonly rows: readonly NamedRows[];
  /** The text that no formula can look for; empty for another reason. */
  readonly text: string;
}

/** The movements of a figure. */
interface MovementScope {
  /** Null for all. */
  readonly envelope: Envelope | null;
  readonly nature: Nature;
  /** The last day on which they count. */
  readonly asOf: CivilDate;
}

/** Half a hundred-thousandth of a cent: the noise of binary fractions. NaN is never below it. */
const NO_GAP = 1e-6;

/** Visits rows with the cents that the product counts of each. */
type EachRow = (add: (row: RowKey, cents: number) => void) => void;

/** A formula over the workbook as it is. */
interface Weighed {
  readonly formula: string;
  /** The key of its terms. */
  readonly key: string;
  readonly isTooLong: boolean;
  /** True when Excel would show the wanted figure. */
  readonly isRight: boolean;
}

const UNKNOWN: Decided = { cents: null, formula: undefined };
const TOO_LONG: Cause = { reason: 'formulaTooLong', keys: [], text: '' };

export class FigureDesk {
  private readonly causes = new Map<string, Cause & { readonly figures: string[] }>();
  private plain = false;
  private readsLedger = false;
  private refused = 0;
  readonly sums: LedgerSums;

  constructor(
    private readonly source: DocumentSource,
    bounds: DateBounds,
  ) {
    this.sums = new LedgerSums(source.convention, source.columns, source.spellings, source.rap, bounds, source.names);
  }

  /** A figure of the ledger; `name` is its name in notes. */
  ofLedger(name: string, figure: LedgerFigure, scope: Scope, labelCell: string | null = null): Decided {
    this.readsLedger = true;
    const cents = this.source.own.cents(figure, scope);
    if (cents === null) return UNKNOWN;
    if (this.sums.isUnreadable(scope)) return this.refuse(name, cents, [TOO_LONG]);
    const byBlock = this.sums.termsByBlock(figure, scope, labelCell);
    return this.decide(name, byBlock.flat(), cents, () => this.causesInLedger(figure, scope, byBlock));
  }

  /** A figure with terms of its own, such as a month. */
  ofTerms(name: string, terms: readonly SumTerm[], cents: KnownCents): Decided {
    if (cents === null) return UNKNOWN;
    return this.decide(name, terms, cents, () => [{ reason: 'other', keys: [], text: '' }]);
  }

  /** A formula when one gives the figure; otherwise a plain value, which is not counted as one to repair. */
  liveOrValue(terms: readonly SumTerm[], cents: KnownCents): Decided {
    if (cents === null) return UNKNOWN;
    const { formula, isRight } = this.weigh(terms, cents);
    this.plain ||= !isRight;
    return isRight ? this.shown(cents, formula) : { cents, formula: undefined };
  }

  /** True when a figure of `liveOrValue` is a plain value. */
  get hasPlainValue(): boolean {
    return this.plain;
  }

  /** An amount of the convention tables; a plain value when the workbook has none. */
  ofTables(name: string, terms: readonly SumTerm[], cents: number): Decided {
    if (!this.source.ceilings.hasTables) return { cents, formula: undefined };
    return this.decide(name, terms, cents, () => [{ reason: 'conventionTable', keys: [], text: '' }]);
  }

  /**
   * Movements of the convention tables, and credits with them, until a day, of an envelope or of all. A note names
   * those that no formula follows.
   */
  ofMovements(
    name: string,
    terms: readonly SumTerm[],
    cents: number,
    { envelope, nature, asOf }: MovementScope,
  ): Decided {
    const { ceilings, convention } = this.source;
    if (!ceilings.hasTables) return { cents, formula: undefined };
    return this.decide(name, terms, cents, () => {
      const otherwise = ceilings.countedOtherwise(envelope, nature, asOf);
      if (otherwise.length === 0) return [{ reason: 'conventionTable', keys: [], text: '' }];
      return otherwise.map((movement): Cause => ({
        reason: 'movement',
        keys: [],
        text: describeOtherwise(movement, reasonOtherwise(convention, movement) ?? 'against'),
      }));
    });
  }

  /** The sum of a whole column of the ledger, ignored rows included. */
  ofColumn(name: string, nature: Nature, cents: KnownCents): Decided {
    if (cents === null) return UNKNOWN;
    const byBlock = this.source.columns.map((columns): readonly SumTerm[] => {
      const amounts = columns.column(nature === 'AE' ? 'ae' : 'cp');
      return amounts ? [{ sign: 1, amounts, tests: [] }] : [];
    });
    const eachRow: EachRow = (add) => eachAmountOfColumn(this.source, nature, add);
    return this.decide(name, byBlock.flat(), cents, () => this.causesByRow(eachRow, byBlock, nature === 'AE'));
  }

  /** AE committed less the decommitments of the year, in one formula; a value when either is one. */
  ofNet(scope: Scope, nameOf: (figure: LedgerFigure) => string): Decided {
    const [name, committed] = [nameOf('committed'), this.ofLedger(nameOf('committed'), 'committed', scope)];
    const decommitted = this.ofLedger(nameOf('decommitted'), 'decommitted', scope);
    const cents = lessKnown(committed.cents, decommitted.cents);
    if (cents === null) return UNKNOWN;
    if (committed.formula === undefined || (decommitted.formula === undefined && decommitted.cents !== 0))
      return { cents, formula: undefined };
    return this.ofTerms(name, this.sums.termsOfNet(scope), cents);
  }

  /**
   * A live count of the amounts that are typed as texts after the document is written, which no sum sees: 0 now. The
   * empty texts of formulas, which COUNTA counts and COUNTBLANK too, are left out; COUNTIF with « ?* » would count the
   * numbers too in LibreOffice. Null without a column of amounts, or without a figure of the ledger.
   */
  get laterTexts(): { readonly value: number; readonly formula: string } | null {
    const all = this.source.columns.flatMap((block) => [block.column('ae') ?? [], block.column('cp') ?? []].flat());
    const columns = new Map(all.map((column) => [column.reference, column]));
    const counts = [...columns.keys()].map(
      (of) => `SUMPRODUCT(ISTEXT(${of})*1)+ROWS(${of})-COUNTA(${of})-COUNTBLANK(${of})`,
    );
    const known = [...columns.values()].reduce((sum, { texts }) => sum + texts, 0);
    const formula = `=${counts.join('+')}-${known}`;
    if (!this.readsLedger || counts.length === 0 || formulaLength(formula) > LONGEST_FORMULA) return null;
    this.source.names.use(formula);
    return { value: 0, formula };
  }

  /** The count of figures that are values where a formula was wanted. */
  get valueCount(): number {
    return this.refused;
  }

  /** Their reasons; figures with the same reason and the same rows share a note. */
  notes(): readonly ValueNote[] {
    return [...this.causes.values()].map(({ figures, reason, keys, text }) => ({
      figures,
      reason,
      text,
      rows: namedRows(this.source, keys),
    }));
  }

  private decide(name: string, terms: readonly SumTerm[], cents: number, explain: () => readonly Cause[]): Decided {
    if (terms.length === 0 && cents === 0) return { cents, formula: undefined };
    const { formula, key, isTooLong, isRight } = this.weigh(terms, cents);
    if (isRight) return this.shown(cents, formula);
    const text = textWithoutFormula(terms);
    if (text !== null) return this.refuse(name, cents, [{ reason: 'spelling', keys: [], text }]);
    return this.refuse(
      name,
      cents,
      isTooLong ? [TOO_LONG] : computedOnce(this.source.causes, `${cents}\n${key}`, explain),
    );
  }

  private shown(cents: number, formula: string): Decided {
    this.source.names.use(formula);
    return { cents, formula };
  }

  /** The formula, and whether Excel would show the figure with it. */
  private weigh(terms: readonly SumTerm[], cents: number): Weighed {
    const [formula, key] = [printSum(terms), keyOfTerms(terms)];
    const isTooLong = formulaLength(formula) > LONGEST_FORMULA;
    const simulated = computedOnce(this.source.simulated, key, () => simulateSum(terms));
    return {
      formula,
      key,
      isTooLong,
      isRight: terms.length > 0 && !isTooLong && simulated.kind === 'amount' && simulated.cents === cents,
    };
  }

  private refuse(name: string, cents: number, causes: readonly Cause[]): Decided {
    this.refused++;
    for (const cause of causes) this.remember(name, cause);
    return { cents, formula: undefined };
  }

  private remember(name: string, cause: Cause): void {
    const key = `${cause.reason}\n${cause.text}\n${cause.keys.join(' ')}`;
    const known = this.causes.get(key);
    if (known) known.figures.push(name);
    else this.causes.set(key, { ...cause, figures: [name] });
  }

  private causesInLedger(
    figure: LedgerFigure,
    scope: Scope,
    byBlock: readonly (readonly SumTerm[])[],
  ): readonly Cause[] {
    const isCommitment = figure === 'committed' || figure === 'decommitted' || figure === 'decommittedEarlier';
    return this.causesByRow((add) => this.source.own.eachRow(figure, scope, add), byBlock, isCommitment);
  }

  /** The rows that Excel and the product count differently, by cause. */
  private causesByRow(
    eachRow: EachRow,
    byBlock: readonly (readonly SumTerm[])[],
    isCommitment: boolean,
  ): readonly Cause[] {
    const { blocks } = this.source.input;
    const gaps = blocks.map(({ firstRow, lastRow }, index) =>
      amountsByRow(byBlock[index] ?? [], Math.max(0, lastRow - firstRow + 1)),
    );
    eachRow((key, cents) => {
      const index = blockOfRow(key);
      const gap = gaps[index];
      const position = sheetRow(key) - (blocks[index]?.firstRow ?? 0);
      if (gap) gap[position] = (gap[position] ?? 0) - cents;
    });
    const byReason = new Map<ValueReason, RowKey[]>();
    gaps.forEach((gap, index) => {
      gap.forEach((cents, position) => {
        if (Math.abs(cents) < NO_GAP) return;
        const key = rowKey(index, (blocks[index]?.firstRow ?? 0) + position);
        const reason = this.reasonOf(key, isCommitment);
        const keys = byReason.get(reason);
        if (keys) keys.push(key);
        else byReason.set(reason, [key]);
      });
    });
    if (byReason.size === 0) return [{ reason: 'other', keys: [], text: '' }];
    return [...byReason].map(([reason, keys]) => ({ reason, keys, text: '' }));
  }

  private reasonOf(key: RowKey, isCommitment: boolean): ValueReason {
    const at = this.source.charged.positionOf(key);
    const row = this.source.input.ledger.rows[at];
    if (!row) return 'rowIgnored';
    const amount = isCommitment ? row.ae : row.cp;
    if (amount.kind === 'amount' && amount.against && (amount.cents < 0 || amount.against.raises)) return 'signAgainst';
    if (isCommitment && this.source.charged.uncounted.has(at)) return 'freesNothing';
    if (row.ae.kind === 'cellError' || row.cp.kind === 'cellError') return 'cellError';
    if (row.ae.kind === 'unreadable' || row.cp.kind === 'unreadable') return 'unreadable';
    if (amount.kind === 'amount' && amount.asText) return 'amountAsText';
    const dates = isCommitment ? [row.commitmentDate] : [row.paymentDate, row.serviceDate];
    if (dates.some((date) => date.kind === 'date' && date.asText)) return 'dateAsText';
    if (amount.kind === 'amount' && amount.rounded) return 'decimals';
    const isEarlier =
      row.ej.kind === 'ej' && this.source.convention.rap.some(({ ej }) => row.ej.kind === 'ej' && ej === row.ej.number);
    if (isEarlier) return 'ejNumber';
    if (isCommitment && isInAdvance(row, this.source.convention)) return 'inAdvance';
    const isOnEarlier = isCommitment && (this.source.charged.adds.decommittedEarlier[at] ?? 0) !== 0;
    return isOnEarlier ? 'earlierYear' : 'other';
  }
}

/** True for a commitment in advance, or its retrait, that is on other credits than those of the year of its date. */
function isInAdvance(row: LedgerRow, convention: Convention): boolean {
  const [day, days] = [commitmentDay(row), creditDaysOf(convention)];
  return day !== null && isOfCredits(row, day, days) !== (day >= days.from && day <= days.until);
}

function textWithoutFormula(terms: readonly SumTerm[]): string | null {
  for (const { tests } of oneByOne(terms)) {
    for (const { criterion } of tests) {
      if (
        (criterion.kind === 'equals' || criterion.kind === 'differs') &&
        criterion.text !== '' &&
        refusalOf(criterion.text) !== null
      )
        return criterion.text;
    }
  }
  return null;
}
