/**
 * The spellings that a SUMIFS must look for: the texts of the ledger that mean an envelope, a budget line, or a status
 * that does not count. Case is ignored, as SUMIFS does.
 */
import type { BudgetLine, Convention, Envelope } from '../../domain/envelopes/convention';
import { everyLineOf } from '../../domain/envelopes/envelope';
import type { Ledger, RowStatus } from '../../domain/envelopes/ledger';
import { envelopeFieldOf, rulesNaming } from '../../domain/envelopes/envelope-field';
import { findEnvelope } from '../../domain/envelopes/names';
import type { ImputationField } from '../../domain/imputation/imputation';
import { isPattern } from '../../domain/imputation/patterns';
import { isCellError, textOf, type CellValue } from '../../workbook/cells';
import type { IgnoredRow } from '../../workbook/ledger/ledger-source';
import type { Charged, ChargedRows } from './charged-rows';
import { refusalOf } from './criteria';
import { computedOnce } from './figure-memory';
import type { RowCells } from './sources';

/** Always in the formulas, so that the first row with such a status is left out too. */
const USUAL_WORDS: Readonly<Record<Exclude<RowStatus, 'firm'>, string>> = { project: 'Projet', cancelled: 'Annulé' };

export class Spellings {
  private readonly axes = new Map<string, Set<string>>();
  private readonly lines = new Map<number, Set<string>>();
  /** Texts of the budget-line column that match no line of the envelope. */
  private readonly unmatched = new Map<string, Set<string>>();
  /** Texts of the budget-line column found with each text of the envelope column. */
  private readonly together = new Map<string, Set<string>>();
  private readonly remembered = new Map<string, readonly string[]>();
  private readonly states: Readonly<Record<Exclude<RowStatus, 'firm'>, Set<string>>> = {
    project: new Set([USUAL_WORDS.project]),
    cancelled: new Set([USUAL_WORDS.cancelled]),
  };
  /** True for one envelope without a rule on its column: every row is charged to it. */
  readonly axisIsFree: boolean;

  constructor(
    convention: Convention,
    charged: ChargedRows,
    ledger: Ledger,
    ignored: readonly IgnoredRow[],
    cells: RowCells,
  ) {
    const isRuled = rulesNaming(convention, envelopeFieldOf(convention)).length > 0;
    this.axisIsFree = convention.envelopes.length === 1 && !isRuled;
    for (const envelope of convention.envelopes) {
      const axes = setOf(this.axes, envelope.code);
      for (const field of cells.namings) {
        const name = nameIn(convention, field, envelope);
        if (name !== null) axes.add(name);
      }
      for (const line of everyLineOf(envelope)) setOf(this.lines, line.index).add(line.label);
      setOf(this.unmatched, envelope.code).add('');
    }
    this.observeRows(charged, ledger, cells);
    for (const { row, reason } of ignored)
      if (reason === 'cancelled') this.addState('cancelled', cells.at(row, 'status'));
  }

  /** Texts that mean an envelope, that of the convention first unless it is a pattern. */
  ofEnvelope(envelope: Envelope): readonly string[] {
    return computedOnce(this.remembered, envelope.code, () => distinct(this.axes.get(envelope.code)));
  }

  /**
   * Texts that mean a budget line, its label first, or no line of the envelope, the empty text first. Under another
   * name of the envelope than the first, only those found with it, to keep the formula short.
   */
  ofLine(envelope: Envelope, line: BudgetLine | 'none', axis: string | null): readonly string[] {
    const key = `${envelope.code}\n${line === 'none' ? line : line.index}`;
    const texts = computedOnce(this.remembered, key, () =>
      distinct(line === 'none' ? this.unmatched.get(envelope.code) : this.lines.get(line.index)),
    );
    if (axis === null || axis === this.ofEnvelope(envelope)[0]) return texts;
    const wanted = axis.toLowerCase();
    return computedOnce(this.remembered, `${key}\n${axis}`, () => {
      const seen = new Set(
        [...this.together]
          .filter(([text]) => text.toLowerCase() === wanted)
          .flatMap(([, postes]) => [...postes].map((text) => text.toLowerCase())),
      );
      return texts.filter((text) => seen.has(text.toLowerCase()));
    });
  }

  /** Words for a status that does not count. */
  ofStatus(status: Exclude<RowStatus, 'firm'>): readonly string[] {
    return distinct(this.states[status]);
  }

  private observeRows({ byAssignment }: ChargedRows, { rows }: Ledger, cells: RowCells): void {
    for (const row of rows) if (row.status !== 'firm') this.addState(row.status, cells.at(row.key, 'status'));
    for (const [assignment, positions] of byAssignment) {
      const seen = new Map<CellValue, Set<CellValue>>();
      for (const at of positions) {
        const row = rows[at];
        if (!row) continue;
        const [axis, line] = [cells.nameAt(row.key), cells.at(row.key, 'budgetLine')];
        const lines = setOf(seen, axis);
        if (lines.has(line)) continue;
        lines.add(line);
        this.observe(assignment, axis, line);
      }
    }
  }

  private observe({ envelope, line }: Charged, axis: CellValue, text: CellValue): void {
    if (!isCellError(axis)) setOf(this.axes, envelope.code).add(textOf(axis));
    if (!isCellError(text))
      (line ? setOf(this.lines, line.index) : setOf(this.unmatched, envelope.code)).add(textOf(text));
    setOf(this.together, textOf(axis)).add(textOf(text));
  }

  private addState(status: Exclude<RowStatus, 'firm'>, cell: CellValue): void {
    const text = textOf(cell);
    if (text.trim() !== '') this.states[status].add(text);
  }
}

/**
 * The name of an envelope in a column, so that the first row with it is counted too. None for a pattern, which is in no
 * cell, nor for a text that no formula can look for (« 0102 »): the cells may hold another form of it.
 */
function nameIn(convention: Convention, field: ImputationField, envelope: Envelope): string | null {
  const rules = rulesNaming(convention, field);
  const rule = rules.find((candidate) => findEnvelope(convention, candidate.envelope ?? '') === envelope);
  const name = rule?.value ?? envelope.code;
  return isPattern(name) || refusalOf(name) !== null ? null : name;
}

function setOf<K, V>(sets: Map<K, Set<V>>, key: K): Set<V> {
  return computedOnce(sets, key, () => new Set<V>());
}

/** One spelling of each text, ignoring case: the first known, then the others in alphabetical order. */
function distinct(texts: ReadonlySet<string> | undefined): readonly string[] {
  const [first, ...others] = texts ?? [];
  if (first === undefined) return [];
  const seen = new Map<string, string>([[first.toLowerCase(), first]]);
  for (const text of others.sort()) if (!seen.has(text.toLowerCase())) seen.set(text.toLowerCase(), text);
  return [...seen.values()];
}
