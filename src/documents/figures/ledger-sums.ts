/**
 * Each figure of the ledger as a sum of SUMIFS over the columns of the team. The rules (credit year, undated rows,
 * decommitments, earlier EJ, art. 160 of the GBCP) become conditions that a reader of the formula can follow.
 */
import type { Convention, Envelope } from '../../domain/envelopes/convention';
import type { LedgerField } from '../../domain/envelopes/ledger';
import type { Nature } from '../../domain/money/nature';
import type { NativeColumn } from './column';
import { isPlainCriterion, type FormulaNumber, type Criterion } from './criteria';
import type { LedgerFigure, Scope } from './ledger-figure';
import type { LedgerColumns, TableColumns } from './sources';
import type { Spellings } from './spellings';
import type { SumTerm, Test } from './sums';

/** Dates as formulas over the cells of the document. */
export interface DateBounds {
  readonly yearStart: FormulaNumber;
  /** The day after the last that counts in the year: the as-of date, or the end of the year if earlier. */
  readonly countedEnd: FormulaNumber;
  /** The day after the as-of date. */
  readonly asOfEnd: FormulaNumber;
}

/** More texts than this make a formula longer than Excel accepts. */
const MOST_TEXTS = 30;

/** A condition before the block is known: null when every row of the block meets it, `impossible` when none can. */
type Condition = (columns: LedgerColumns) => Test | null | 'impossible';

export class LedgerSums {
  constructor(
    private readonly convention: Convention,
    private readonly blocks: readonly LedgerColumns[],
    private readonly spellings: Spellings,
    private readonly rap: TableColumns<'rap'> | null,
    private readonly bounds: DateBounds,
  ) {}

  /** True when the formula would have to look for too many texts. */
  isUnreadable({ envelope, line }: Scope): boolean {
    if (this.blocks.some(({ block }) => block.paidOn !== undefined)) return true; // no cell holds the dates
    const axes = this.axesOf(envelope);
    const texts =
      line === null
        ? axes.length
        : axes.reduce((count, axis) => count + this.spellings.ofLine(envelope, line, axis).length, 0);
    return texts > MOST_TEXTS;
  }

  /** The terms of each block. `labelCell` is a cell of the document that holds the label of the budget line. */
  termsByBlock(figure: LedgerFigure, scope: Scope, labelCell: string | null): readonly (readonly SumTerm[])[] {
    return this.blocks.map((columns) => this.terms(columns, figure, scope, labelCell));
  }

  /** Consumption from a day to before another, net of decommitments; undated rows are left out. */
  termsBetween(nature: Nature, { envelope }: Scope, from: FormulaNumber, until: FormulaNumber): readonly SumTerm[] {
    const dated = nature === 'AE' ? 'commitmentDate' : 'paymentDate';
    return this.blocks.flatMap((columns) =>
      this.axesOf(envelope).flatMap((axis) => {
        const conditions: readonly Condition[] = [
          ...(axis === null ? [] : [where(this.spellings.field, { kind: 'equals', text: axis })]),
          ...this.statusConditions(nature === 'AE' ? ['project', 'cancelled'] : ['cancelled']),
          where(dated, { kind: 'from', bound: from }),
          where(dated, { kind: 'below', bound: until }),
        ];
        const all = term(columns, nature === 'AE' ? 'ae' : 'cp', conditions, 1);
        if (nature === 'CP') return all;
        return [
          ...all,
          ...this.onlyEarlier(columns, term(columns, 'ae', [...conditions, where('ae', { kind: 'negative' })], -1)),
        ];
      }),
    );
  }

  /**
   * CP not paid whose announced payment is in `paid`, or, without one, whose service date is in `due`. Each is a first
   * day and the day after the last, null for no end.
   */
  termsDue(
    envelope: Envelope,
    paid: readonly [FormulaNumber, FormulaNumber | null],
    due: readonly [FormulaNumber, FormulaNumber | null],
  ): readonly SumTerm[] {
    const within = (
      field: LedgerField,
      [from, below]: readonly [FormulaNumber, FormulaNumber | null],
    ): readonly Condition[] => [
      where(field, { kind: 'from', bound: from }),
      ...(below ? [where(field, { kind: 'below', bound: below })] : []),
    ];
    return this.blocks.flatMap((columns) =>
      this.axesOf(envelope).flatMap((axis) => {
        const common: readonly Condition[] = [
          ...(axis === null ? [] : [where(this.spellings.field, { kind: 'equals', text: axis })]),
          ...this.statusConditions(['project', 'cancelled']),
        ];
        const unpaid = whereIfAny('paymentDate', { kind: 'equals', text: '' });
        const announced = term(columns, 'cp', [...common, ...within('paymentDate', paid)], 1);
        return [...announced, ...term(columns, 'cp', [...common, unpaid, ...within('serviceDate', due)], 1)];
      }),
    );
  }

  private terms(
    columns: LedgerColumns,
    figure: LedgerFigure,
    scope: Scope,
    labelCell: string | null,
  ): readonly SumTerm[] {
    return this.axesOf(scope.envelope).flatMap((axis) => {
      const onAxis = axis === null ? [] : [where(this.spellings.field, { kind: 'equals', text: axis })];
      const lines = this.lineConditions(scope, axis, labelCell);
      return lines.flatMap((line) => this.figureTerms(columns, figure, [...onAxis, ...line], scope.line !== null));
    });
  }

  private figureTerms(
    columns: LedgerColumns,
    figure: LedgerFigure,
    scope: readonly Condition[],
    insideLines: boolean,
  ): readonly SumTerm[] {
    const { yearStart, countedEnd, asOfEnd } = this.bounds;
    const commitments = (sign: 'positive' | 'negative'): readonly Condition[] => [
      ...scope,
      ...this.statusConditions(['project', 'cancelled']),
      where('ae', { kind: sign }),
    ];
    const payments = [...scope, ...this.statusConditions(['cancelled'])];
    const paid = [
      ...payments,
      where('paymentDate', { kind: 'from', bound: yearStart }),
      where('paymentDate', { kind: 'below', bound: countedEnd }),
    ];
    const certified = [...payments, where('serviceDate', { kind: 'below', bound: asOfEnd })];
    const certifiedAndPaid = [...certified, where('paymentDate', { kind: 'below', bound: asOfEnd })];
    switch (figure) {
      case 'committed':
        return this.ofTheYear(columns, commitments('positive'), 1);
      case 'decommitted':
        return this.exceptEarlier(columns, this.ofTheYear(columns, commitments('negative'), -1));
      case 'decommittedEarlier':
        return this.onlyEarlier(columns, this.ofTheYear(columns, commitments('negative'), -1));
      case 'paid':
        return insideLines ? this.exceptEarlier(columns, term(columns, 'cp', paid, 1)) : term(columns, 'cp', paid, 1);
      case 'paidEarlier':
        return this.onlyEarlier(columns, term(columns, 'cp', paid, 1));
      case 'serviceNotPaid': {
        const both = [
          ...term(columns, 'cp', certified, 1),
          ...(columns.column('paymentDate') ? term(columns, 'cp', certifiedAndPaid, -1) : []),
        ];
        return insideLines ? this.exceptEarlier(columns, both) : both;
      }
    }
  }

  /** All, less what is dated before the year and after it: an undated commitment counts, out of prudence. */
  private ofTheYear(columns: LedgerColumns, conditions: readonly Condition[], sign: 1 | -1): readonly SumTerm[] {
    const all = term(columns, 'ae', conditions, sign);
    if (!columns.column('commitmentDate')) return all;
    const { yearStart, countedEnd } = this.bounds;
    const before = [...conditions, where('commitmentDate', { kind: 'below', bound: yearStart })];
    const after = [...conditions, where('commitmentDate', { kind: 'from', bound: countedEnd })];
    return [...all, ...term(columns, 'ae', before, opposite(sign)), ...term(columns, 'ae', after, opposite(sign))];
  }

  private onlyEarlier(columns: LedgerColumns, terms: readonly SumTerm[]): readonly SumTerm[] {
    const tests = this.earlierTests(columns);
    return terms.flatMap((one) => tests.map((test) => ({ ...one, tests: [...one.tests, test] })));
  }

  private exceptEarlier(columns: LedgerColumns, terms: readonly SumTerm[]): readonly SumTerm[] {
    return [...terms, ...this.onlyEarlier(columns, terms).map((one) => ({ ...one, sign: opposite(one.sign) }))];
  }

  /** Over the table of earlier EJ, so that adding one there is enough; over their numbers without such a table. */
  private earlierTests(columns: LedgerColumns): readonly Test[] {
    const column = columns.column('ejNumber');
    if (!column) return [];
    const list = this.rap?.column('ej');
    if (list) return [{ column, criterion: { kind: 'listed', list } }];
    return this.convention.rap.map(({ ej }) => ({ column, criterion: { kind: 'equals', text: ej } }));
  }

  private axesOf(envelope: Envelope): readonly (string | null)[] {
    return this.spellings.axisIsFree ? [null] : this.spellings.ofEnvelope(envelope);
  }

  private lineConditions(
    { envelope, line }: Scope,
    axis: string | null,
    labelCell: string | null,
  ): readonly (readonly Condition[])[] {
    if (line === null) return [[]];
    return this.spellings.ofLine(envelope, line, axis).map((text) => {
      if (line === 'none')
        return [
          text === ''
            ? whereIfAny('budgetLine', { kind: 'equals', text })
            : where('budgetLine', { kind: 'equals', text }),
        ];
      const isLabel = labelCell !== null && text === line.label && isPlainCriterion(text);
      return [where('budgetLine', isLabel ? { kind: 'equals', text, at: labelCell } : { kind: 'equals', text })];
    });
  }

  private statusConditions(states: readonly ('project' | 'cancelled')[]): readonly Condition[] {
    const texts = new Set(states.flatMap((state) => this.spellings.ofStatus(state)));
    return [...texts].map((text) => whereIfAny('status', { kind: 'differs', text }));
  }
}

/** The term over a block; none when the block lacks a column. */
function term(
  columns: LedgerColumns,
  amounts: 'ae' | 'cp',
  conditions: readonly Condition[],
  sign: 1 | -1,
): readonly SumTerm[] {
  const column = columns.column(amounts);
  const tests = conditions.map((condition) => condition(columns));
  if (!column || tests.includes('impossible')) return [];
  const others = columns.otherNatures(amounts === 'ae' ? 'AE' : 'CP');
  const ofNature = others
    ? others.words.map((text): Test => ({ column: others.column, criterion: { kind: 'differs', text } }))
    : [];
  const known = tests.filter((test): test is Test => test !== null && test !== 'impossible');
  return [{ sign, amounts: column, tests: [...known, ...ofNature] }];
}

/** No row of a block without the column can meet it. */
function where(field: LedgerField, criterion: Criterion): Condition {
  return (columns) => testOn(columns.column(field), criterion) ?? 'impossible';
}

/** Every row of a block without the column meets it. */
function whereIfAny(field: LedgerField, criterion: Criterion): Condition {
  return (columns) => testOn(columns.column(field), criterion);
}

function testOn(column: NativeColumn | null, criterion: Criterion): Test | null {
  return column && { column, criterion };
}

function opposite(sign: 1 | -1): 1 | -1 {
  return sign === 1 ? -1 : 1;
}
