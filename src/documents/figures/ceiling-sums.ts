/**
 * Ceilings, movements and budget lines as SUMIFS over the convention tables of the workbook, so that documents follow
 * the tables. A convention of several credit years has values instead: its tables hold every year, and an empty
 * « Exercice » is one of them.
 */
import type { CivilDate } from '../../domain/calendar/civil-date';
import { fungibleTransfer, isBetweenLines } from '../../domain/envelopes/allowances/free-transfers';
import {
  contradictionOf,
  isHeldBack,
  isOfTwoEnvelopes,
  isRefused,
} from '../../domain/envelopes/allowances/movement-effect';
import type { BudgetLine, Convention, Envelope, Movement } from '../../domain/envelopes/convention';
import { findEnvelope } from '../../domain/envelopes/names';
import type { Nature } from '../../domain/money/nature';
import { comparable } from '../../domain/text';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { MOVEMENT_WORDS, movementMeaning } from '../../workbook/convention/convention-words';
import { CONVENTION_KEYS, OUR_PREFIX } from '../../workbook/workbook-names';
import type { NativeColumn } from './column';
import { isPlainCriterion, type FormulaNumber, type Criterion } from './criteria';
import type { Otherwise } from '../../messages/documents/movements-fr';
import { TableColumns } from './sources';
import { scopeWord, type HelperNames } from './helper-names';
import type { Either, SumTerm, Test } from './sums';

type MovementColumns = Readonly<Record<'amount' | 'type' | 'nature' | 'date' | 'from' | 'to', NativeColumn>>;

/** The types that a formula counts apart. */
type Listed = 'transfer' | 'freeze';

export class CeilingSums {
  private readonly keys: TableColumns<'convention'> | null;
  private readonly envelopes: TableColumns<'envelopes'> | null;
  private readonly lines: TableColumns<'lines'> | null;
  private readonly movements: TableColumns<'movements'> | null;

  constructor(
    private readonly convention: Convention,
    workbook: WorkbookSnapshot,
    private readonly helpers: HelperNames,
  ) {
    const isSummable = convention.otherYears.length === 0;
    this.keys = isSummable ? TableColumns.find(workbook, 'convention') : null;
    this.envelopes = isSummable ? TableColumns.find(workbook, 'envelopes') : null;
    this.lines = isSummable ? TableColumns.find(workbook, 'lines') : null;
    this.movements = isSummable ? TableColumns.find(workbook, 'movements') : null;
  }

  /** True when the workbook has the convention tables, so that a formula can refer to them. */
  get hasTables(): boolean {
    return this.envelopes !== null;
  }

  /** The ceiling of an envelope as signed, or its opening RAP. No term when the workbook lacks the table. */
  ofEnvelope(envelope: Envelope, what: 'ae' | 'cp' | 'rap'): readonly SumTerm[] {
    const code = this.envelopes?.column('code') ?? null;
    return sum(
      this.envelopes?.column(what) ?? null,
      code && [equals(code, textIn(code, (text) => text === envelope.code) ?? envelope.code)],
    );
  }

  /**
   * The amount of a budget line; `ae` and `cp` are its own ceilings by nature. `labelCell` is a cell of the document
   * with its label.
   */
  ofLine(
    envelope: Envelope,
    line: BudgetLine,
    what: 'delegated' | 'total' | 'ae' | 'cp',
    labelCell: string,
  ): readonly SumTerm[] {
    const owner = this.lines?.column('envelope') ?? null;
    const label = this.lines?.column('label') ?? null;
    if (!owner || !label) return [];
    const spelt = this.namesIn(owner, envelope)[0] ?? envelope.code;
    return sum(this.lines?.column(what) ?? null, [
      equals(owner, spelt),
      equals(label, line.label, isPlainCriterion(line.label) ? labelCell : undefined),
    ]);
  }

  /** The ceiling of the convention as signed. */
  ofConvention(nature: Nature): readonly SumTerm[] {
    const key = this.keys?.column('key') ?? null;
    const wanted = CONVENTION_KEYS[nature === 'AE' ? 'ae' : 'cp'];
    return sum(
      this.keys?.column('value') ?? null,
      key && [equals(key, textIn(key, (text) => comparable(text) === comparable(wanted)) ?? wanted)],
    );
  }

  /** The net of amendments, authorised transfers, carry-overs, freezes and restorations before the bound. */
  moved(envelope: Envelope, nature: Nature, asOfEnd: FormulaNumber): readonly SumTerm[] {
    const columns = this.movementColumns();
    if (!columns) return [];
    const { amount, type, from, to } = columns;
    const common = movementTests(columns, nature, asOfEnd);
    const others = [...common, ...notOfType(type, 'transfer')];
    const transfers = [...common, this.ofType(type, 'transfer'), ...this.authorisation(asOfEnd)];
    const ends = [
      { column: to, sign: 1 as const, word: 'Vers' },
      { column: from, sign: -1 as const, word: 'De' },
    ];
    return ends.flatMap(({ column, sign, word }) => {
      const found = this.namesIn(column, envelope);
      const [only = envelope.code, ...more] = found;
      const either: Either | undefined =
        more.length === 0
          ? undefined
          : {
              groups: found.map((name) => [equals(column, name)]),
              lists: [
                this.helpers.list(
                  `${OUR_PREFIX}${word}_${scopeWord(this.convention, envelope, null)}`,
                  found,
                  'across',
                ),
              ],
            };
      return [others, transfers].map((tests): SumTerm => ({
        sign,
        amounts: amount,
        either,
        tests: either ? tests : [equals(column, only), ...tests],
      }));
    });
  }

  /** The same for all the envelopes at once, whatever their names; transfers between them change nothing. */
  movedInAll(nature: Nature, asOfEnd: FormulaNumber): readonly SumTerm[] {
    const columns = this.movementColumns();
    if (!columns) return [];
    const { amount, type, from, to } = columns;
    const common = movementTests(columns, nature, asOfEnd);
    const others = [...notOfType(type, 'transfer'), ...notOfType(type, 'freeze')];
    const withEnd = (column: NativeColumn, sign: 1 | -1): SumTerm => ({
      sign,
      amounts: amount,
      tests: [{ column, criterion: { kind: 'filled' } }, ...common, ...others],
    });
    const frozen: SumTerm = { sign: -1, amounts: amount, tests: [...common, this.ofType(type, 'freeze')] };
    return [withEnd(to, 1), withEnd(from, -1), frozen];
  }

  /**
   * The movements of a nature that count until a day otherwise than their row reads, which no formula follows; of an
   * envelope, or of all.
   */
  countedOtherwise(envelope: Envelope | null, nature: Nature, asOf: CivilDate): readonly Movement[] {
    const { convention } = this;
    return convention.movements.filter((movement) => {
      const { from, to, date } = movement;
      const ends = [from, to].map((name) => name && findEnvelope(convention, name));
      return (
        movement.nature === nature &&
        (date === null || date <= asOf) &&
        (envelope === null || ends.includes(envelope)) &&
        reasonOtherwise(convention, movement) !== null
      );
    });
  }

  private ofType(column: NativeColumn, type: Listed): Test {
    const cells = wordsOfType(column, type);
    const [only, ...others] = cells;
    if (only !== undefined && others.length === 0) return equals(column, only);
    const reference = this.helpers.list(`${OUR_PREFIX}Types_${MOVEMENT_WORDS[type]}`, cells, 'down');
    return { column, criterion: { kind: 'listed', list: { reference, cells } } };
  }

  private movementColumns(): MovementColumns | null {
    const table = this.movements;
    const [amount, type, nature] = [table?.column('amount'), table?.column('type'), table?.column('nature')];
    const [date, from, to] = [table?.column('date'), table?.column('from'), table?.column('to')];
    return amount && type && nature && date && from && to ? { amount, type, nature, date, from, to } : null;
  }

  /** A transfer counts once authorised: author, date and reference are filled (art. 1.2). */
  private authorisation(asOfEnd: FormulaNumber): readonly Test[] {
    const test = (column: NativeColumn | null | undefined, criterion: Criterion): readonly Test[] =>
      column ? [{ column, criterion }] : [];
    return [
      ...test(this.movements?.column('authorisedBy'), { kind: 'filled' }),
      ...test(this.movements?.column('reference'), { kind: 'filled' }),
      ...test(this.movements?.column('authorisedOn'), { kind: 'below', bound: asOfEnd }),
    ];
  }

  /** The spellings of an envelope in a column of names. */
  private namesIn(column: NativeColumn, envelope: Envelope): readonly string[] {
    const names = new Map<string, string>();
    for (const cell of column.cells) {
      if (typeof cell !== 'string' || cell.trim() === '' || names.has(cell.toLowerCase())) continue;
      if (findEnvelope(this.convention, cell) === envelope) names.set(cell.toLowerCase(), cell);
    }
    return [...names.values()];
  }
}

/** How a movement counts otherwise than its row reads; null for one that does not. */
export function reasonOtherwise(convention: Convention, movement: Movement): Otherwise | null {
  if (movement.isUnknown) return 'unknown';
  if (isHeldBack(movement) && (movement.mark || movement.type !== 'transfer')) return 'heldBack';
  if (isOfTwoEnvelopes(movement)) return 'twoEnds';
  const against = contradictionOf(movement);
  if (against !== null) return against === 'freeze' ? 'freeze' : 'against';
  if (movement.type !== 'transfer') return null;
  if (fungibleTransfer(convention, movement)?.isFree) return 'free';
  if (isBetweenLines(movement) && !isRefused(movement)) return null;
  return movement.notNamed === undefined ? null : 'notNamed';
}

/** A word typed later for another type is counted, as it is none of these. */
function notOfType(column: NativeColumn, type: Listed): readonly Test[] {
  return wordsOfType(column, type).map((text) => ({ column, criterion: { kind: 'differs', text } }));
}

/** The product's own word for a type of movements, then each other that the column has for it. */
function wordsOfType(column: NativeColumn, type: Listed): readonly string[] {
  const found = column.cells.filter((cell) => typeof cell === 'string').filter((cell) => isOfType(cell, type));
  return [...new Map([MOVEMENT_WORDS[type], ...found].map((word) => [word.toLowerCase(), word] as const)).values()];
}

function isOfType(text: string, type: Listed): boolean {
  return movementMeaning(text)?.type === type;
}

/** The movements of a nature before the bound. */
function movementTests(columns: MovementColumns, nature: Nature, asOfEnd: FormulaNumber): readonly Test[] {
  return [equals(columns.nature, nature), { column: columns.date, criterion: { kind: 'below', bound: asOfEnd } }];
}

function sum(amounts: NativeColumn | null, tests: readonly Test[] | null): readonly SumTerm[] {
  return amounts && tests ? [{ sign: 1, amounts, tests }] : [];
}

function equals(column: NativeColumn, text: string, at?: string): Test {
  return { column, criterion: at === undefined ? { kind: 'equals', text } : { kind: 'equals', text, at } };
}

/** The wanted text as the column spells it. */
function textIn(column: NativeColumn, isWanted: (text: string) => boolean): string | null {
  for (const cell of column.cells) if (typeof cell === 'string' && isWanted(cell)) return cell;
  return null;
}
