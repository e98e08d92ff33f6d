/**
 * Each figure of the ledger as a sum of SUMIFS over the columns of the team. The rules (credit year, undated rows,
 * decommitments, earlier EJ, art. 160 of the GBCP) become conditions that a reader of the formula can follow.
 */
import type { Convention, Envelope } from '../../domain/envelopes/convention';
import type { LedgerField } from '../../domain/envelopes/ledger';
import type { Nature } from '../../domain/money/nature';
import type { NativeColumn } from './column';
import { isPlainCriterion, type FormulaNumber, type Criterion, type ReferencedCells } from './criteria';
import { OUR_PREFIX } from '../../workbook/workbook-names';
import { computedOnce } from './figure-memory';
import type { LedgerFigure, Scope } from './ledger-figure';
import type { LedgerColumns, TableColumns } from './sources';
import type { Spellings } from './spellings';
import { scopeWord, type HelperNames } from './helper-names';
import type { Either, SumTerm, Test } from './sums';

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

const BLANK: Criterion = { kind: 'equals', text: '' };

/** A condition before the block is known: null when every row of the block meets it, `impossible` when none can. */
type Condition = (columns: LedgerColumns) => Test | null | 'impossible';

/** The rows of an envelope or of a budget line in a block: those that pass the tests and one of the groups. */
type Selection = Pick<SumTerm, 'either' | 'tests'>;

export class LedgerSums {
  constructor(
    private readonly convention: Convention,
    private readonly blocks: readonly LedgerColumns[],
    private readonly spellings: Spellings,
    private readonly rap: TableColumns<'rap'> | null,
    private readonly bounds: DateBounds,
    private readonly names: HelperNames,
  ) {}

  /** True when the formula would have to look for too many texts. */
  isUnreadable({ envelope, line }: Scope): boolean {
    if (this.blocks.some(({ block }) => block.paidIn ?? block.committedIn)) return true; // no cell holds the dates
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

  /** AE committed net of the decommitments of the year. */
  termsOfNet(scope: Scope): readonly SumTerm[] {
    return this.blocks.flatMap((columns) =>
      this.selections(columns, scope, null).flatMap((selection) => {
        const firm = this.statusConditions(['project', 'cancelled']);
        const freed = this.ofTheYear(columns, selection, [...firm, where('ae', { kind: 'negative' })], -1);
        return [...this.ofTheYear(columns, selection, firm, 1), ...this.onlyEarlier(columns, freed)];
      }),
    );
  }

  /** Consumption from a day to before another, net of decommitments; undated rows are left out. */
  termsBetween(nature: Nature, scope: Scope, from: FormulaNumber, until: FormulaNumber): readonly SumTerm[] {
    const dated = nature === 'AE' ? 'commitmentDate' : 'paymentDate';
    return this.blocks.flatMap((columns) =>
      this.selections(columns, { envelope: scope.envelope, line: null }, null).flatMap((selection) => {
        const conditions: readonly Condition[] = [
          ...this.statusConditions(nature === 'AE' ? ['project', 'cancelled'] : ['cancelled']),
          where(dated, { kind: 'from', bound: from }),
          where(dated, { kind: 'below', bound: until }),
        ];
        const all = term(columns, nature === 'AE' ? 'ae' : 'cp', selection, conditions, 1);
        if (nature === 'CP') return all;
        const freed = term(columns, 'ae', selection, [...conditions, where('ae', { kind: 'negative' })], -1);
        return [...all, ...this.onlyEarlier(columns, freed)];
      }),
    );
  }

  /**
   * CP not paid whose announced payment is in `paid`, or, without one, whose service date is in `due`. Each is a first
   * day and the day after the last, null for no end. `ejs`: only of these EJ, where a block has their numbers.
   */
  termsDue(
    envelope: Envelope,
    paid: readonly [FormulaNumber, FormulaNumber | null],
    due: readonly [FormulaNumber, FormulaNumber | null],
    ejs: ReferencedCells | null,
  ): readonly SumTerm[] {
    const within = (
      field: LedgerField,
      [from, below]: readonly [FormulaNumber, FormulaNumber | null],
    ): readonly Condition[] => [
      where(field, { kind: 'from', bound: from }),
      ...(below ? [where(field, { kind: 'below', bound: below })] : []),
    ];
    return this.blocks.flatMap((columns) =>
      this.selections(columns, { envelope, line: null }, null).flatMap((selection) => {
        const common = [
          ...this.statusConditions(['project', 'cancelled']),
          ...(ejs ? [whereIfAny('ejNumber', { kind: 'listed', list: ejs })] : []),
        ];
        const unpaid = whereIfAny('paymentDate', { kind: 'equals', text: '' });
        return [
          ...term(columns, 'cp', selection, [...common, ...within('paymentDate', paid)], 1),
          ...term(columns, 'cp', selection, [...common, unpaid, ...within('serviceDate', due)], 1),
        ];
      }),
    );
  }

  private terms(
    columns: LedgerColumns,
    figure: LedgerFigure,
    scope: Scope,
    labelCell: string | null,
  ): readonly SumTerm[] {
    return this.selections(columns, scope, labelCell).flatMap((selection) =>
      this.figureTerms(columns, figure, selection, scope.line !== null),
    );
  }

  private figureTerms(
    columns: LedgerColumns,
    figure: LedgerFigure,
    selection: Selection,
    insideLines: boolean,
  ): readonly SumTerm[] {
    const { yearStart, countedEnd, asOfEnd } = this.bounds;
    const commitments = (sign: 'positive' | 'negative'): readonly Condition[] => [
      ...this.statusConditions(['project', 'cancelled']),
      where('ae', { kind: sign }),
    ];
    const payments = this.statusConditions(['cancelled']);
    const paid = term(
      columns,
      'cp',
      selection,
      [
        ...payments,
        where('paymentDate', { kind: 'from', bound: yearStart }),
        where('paymentDate', { kind: 'below', bound: countedEnd }),
      ],
      1,
    );
    const certified = [...payments, where('serviceDate', { kind: 'below', bound: asOfEnd })];
    const certifiedAndPaid = [...certified, where('paymentDate', { kind: 'below', bound: asOfEnd })];
    switch (figure) {
      case 'committed':
        return this.ofTheYear(columns, selection, commitments('positive'), 1);
      case 'decommitted':
        return this.exceptEarlier(columns, this.ofTheYear(columns, selection, commitments('negative'), -1));
      case 'decommittedEarlier':
        return this.onlyEarlier(columns, this.ofTheYear(columns, selection, commitments('negative'), -1));
      case 'paid':
        return insideLines ? this.exceptEarlier(columns, paid) : paid;
      case 'paidEarlier':
        return this.onlyEarlier(columns, paid);
      case 'serviceNotPaid': {
        const both = [
          ...term(columns, 'cp', selection, certified, 1),
          ...(columns.column('paymentDate') ? term(columns, 'cp', selection, certifiedAndPaid, -1) : []),
        ];
        return insideLines ? this.exceptEarlier(columns, both) : both;
      }
    }
  }

  /**
   * Sums the rows dated in the year or not at all: an undated commitment counts, out of prudence. Where the column has
   * texts or errors, which are no dates either, all rows less those dated outside the year.
   */
  private ofTheYear(
    columns: LedgerColumns,
    selection: Selection,
    conditions: readonly Condition[],
    sign: 1 | -1,
  ): readonly SumTerm[] {
    const dates = columns.column('commitmentDate');
    const { yearStart, countedEnd } = this.bounds;
    const of = (sign: 1 | -1, ...dated: readonly Criterion[]): readonly SumTerm[] =>
      term(columns, 'ae', selection, [...conditions, ...dated.map((one) => where('commitmentDate', one))], sign);
    if (!dates) return of(sign);
    if (!dates.hasOthers)
      return [
        ...of(sign, { kind: 'from', bound: yearStart }, { kind: 'below', bound: countedEnd }),
        ...of(sign, BLANK),
      ];
    const less = opposite(sign);
    return [
      ...of(sign),
      ...of(less, { kind: 'below', bound: yearStart }),
      ...of(less, { kind: 'from', bound: countedEnd }),
    ];
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
    const cells = this.convention.rap.map(({ ej }) => ej);
    if (cells.length === 0) return [];
    const reference = this.names.list(`${OUR_PREFIX}EJ_anterieurs${this.yearOfNames}`, cells, 'down');
    return [{ column, criterion: { kind: 'listed', list: { reference, cells } } }];
  }

  private axesOf(envelope: Envelope): readonly (string | null)[] {
    return this.spellings.axisIsFree ? [null] : this.spellings.ofEnvelope(envelope);
  }

  /** The rows of a scope in a block: one selection for all the spellings to look for in the same columns. */
  private selections(columns: LedgerColumns, scope: Scope, labelCell: string | null): readonly Selection[] {
    const alike = new Map<string, (readonly Test[])[]>();
    for (const axis of this.axesOf(scope.envelope)) {
      const onAxis = axis === null ? [] : [whereNamed(axis)];
      for (const line of this.lineConditions(scope, axis, labelCell)) {
        const tests = [...onAxis, ...line].map((condition) => condition(columns));
        if (tests.includes('impossible')) continue;
        const group = tests.filter((test): test is Test => test !== null && test !== 'impossible');
        const key = group.map(({ column }) => column.reference).join('|');
        computedOnce(alike, key, (): (readonly Test[])[] => []).push(group);
      }
    }
    return [...alike.values()].map((groups): Selection => {
      const [only] = groups;
      return only && groups.length === 1 ? { tests: only } : { either: this.eitherOf(scope, groups), tests: [] };
    });
  }

  /** The lists of a scope are named together, with one text for each group, so that they always pair. */
  private eitherOf({ envelope, line }: Scope, groups: readonly (readonly Test[])[]): Either {
    const [first = []] = groups;
    const lineAt = this.spellings.axisIsFree ? 0 : 1;
    // A block without the column of budget lines has names of the envelope alone.
    const word =
      scopeWord(this.convention, envelope, line) + (line === 'none' && first.length === lineAt ? '_seul' : '');
    const lists = first.map((_, at) => {
      const texts = groups.map((group) => textOfCriterion(group[at]?.criterion ?? BLANK));
      return this.names.list(`${OUR_PREFIX}${at === lineAt ? 'Postes' : 'Noms'}_${word}`, texts, 'across');
    });
    return { groups, lists };
  }

  private get yearOfNames(): string {
    return this.convention.otherYears.length > 0 ? `_${this.convention.creditYear}` : '';
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
  { either, tests: selected }: Selection,
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
  return [{ sign, amounts: column, either, tests: [...selected, ...known, ...ofNature] }];
}

/** The rows that name their envelope so. */
function whereNamed(text: string): Condition {
  return (columns) => where(columns.naming, { kind: 'equals', text })(columns);
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

function textOfCriterion(criterion: Criterion): string {
  return criterion.kind === 'equals' ? criterion.text : '';
}

function opposite(sign: 1 | -1): 1 | -1 {
  return sign === 1 ? -1 : 1;
}
