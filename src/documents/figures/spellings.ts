/**
 * The spellings that a SUMIFS must look for: every text really present on axe 2 that the product assigns to an
 * envelope, every text of the poste column that it takes for a poste, the states that do not count. Case aside, since
 * SUMIFS does not see it.
 */
import type { BudgetLine, Convention, Envelope } from '../../domain/envelopes/convention';
import type { Ledger, RowStatus } from '../../domain/envelopes/ledger';
import { envelopeFieldOf, rulesNaming } from '../../domain/envelopes/envelope-field';
import { findEnvelope } from '../../domain/envelopes/names';
import type { ImputationField } from '../../domain/imputation/imputation';
import { isPattern } from '../../domain/imputation/patterns';
import { isCellError, type CellValue } from '../../workbook/cells';
import type { IgnoredRow } from '../../workbook/ledger/ledger-source';
import { textOf } from '../../workbook/ledger/read-cells';
import type { Charged, ChargedRows } from './charged-rows';
import type { RowCells } from './sources';

/** Written in the formulas even when no row has them yet, so that the first one to come is not counted. */
const USUAL_WORDS: Readonly<Record<Exclude<RowStatus, 'firm'>, string>> = { project: 'Projet', cancelled: 'Annulé' };

export class Spellings {
  private readonly axes = new Map<string, Set<string>>();
  private readonly lines = new Map<number, Set<string>>();
  private readonly strays = new Map<string, Set<string>>();
  /** Texts of the poste column seen with each text of axe 2. */
  private readonly together = new Map<string, Set<string>>();
  private readonly remembered = new Map<string, readonly string[]>();
  private readonly states: Readonly<Record<Exclude<RowStatus, 'firm'>, Set<string>>> = {
    project: new Set([USUAL_WORDS.project]),
    cancelled: new Set([USUAL_WORDS.cancelled]),
  };
  /** A convention of one envelope without a rule on axe 2: every row is charged on it. */
  readonly axisIsFree: boolean;

  /** The column that names the envelopes: axe 2, or another code. */
  readonly field: ImputationField;

  constructor(
    convention: Convention,
    charged: ChargedRows,
    ledger: Ledger,
    ignored: readonly IgnoredRow[],
    cells: RowCells,
  ) {
    this.field = envelopeFieldOf(convention);
    const rules = rulesNaming(convention, this.field);
    this.axisIsFree = convention.envelopes.length === 1 && rules.length === 0;
    for (const envelope of convention.envelopes) {
      const rule = rules.find((candidate) => findEnvelope(convention, candidate.envelope ?? '') === envelope);
      const axes = setOf(this.axes, envelope.code);
      const name = rule?.value ?? envelope.code;
      if (!isPattern(name)) axes.add(name); // no cell holds a pattern: the codes of its form are those of the rows
      for (const line of envelope.lines) setOf(this.lines, line.index).add(line.label);
      setOf(this.strays, envelope.code).add('');
    }
    this.observeRows(charged, ledger, cells);
    for (const { row, reason } of ignored)
      if (reason === 'cancelled') this.addState('cancelled', cells.at(row, 'status'));
  }

  /** Texts of axe 2 that stand for an envelope; the convention's first, unless it is a pattern. */
  ofEnvelope(envelope: Envelope): readonly string[] {
    return this.remember(envelope.code, () => distinct(this.axes.get(envelope.code)));
  }

  /**
   * Texts that stand for a poste, its label first, or for no poste of the envelope, the empty one first. With another
   * name of the envelope than the convention's, only those seen with it: such rows are to be mended, and a formula must
   * stay readable.
   */
  ofLine(envelope: Envelope, line: BudgetLine | 'none', axis: string | null): readonly string[] {
    const key = `${envelope.code}\n${line === 'none' ? line : line.index}`;
    const texts = this.remember(key, () =>
      distinct(line === 'none' ? this.strays.get(envelope.code) : this.lines.get(line.index)),
    );
    if (axis === null || axis === this.ofEnvelope(envelope)[0]) return texts;
    const wanted = axis.toLowerCase();
    return this.remember(`${key}\n${axis}`, () => {
      const seen = new Set(
        [...this.together]
          .filter(([text]) => text.toLowerCase() === wanted)
          .flatMap(([, postes]) => [...postes].map((text) => text.toLowerCase())),
      );
      return texts.filter((text) => seen.has(text.toLowerCase()));
    });
  }

  /** States of the rows that do not count. */
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
        const [axis, poste] = [cells.at(row.key, this.field), cells.at(row.key, 'budgetLine')];
        const postes = setOf(seen, axis);
        if (postes.has(poste)) continue;
        postes.add(poste);
        this.observe(assignment, axis, poste);
      }
    }
  }

  private observe({ envelope, line }: Charged, axis: CellValue, poste: CellValue): void {
    if (!isCellError(axis)) setOf(this.axes, envelope.code).add(textOf(axis));
    if (!isCellError(poste))
      (line ? setOf(this.lines, line.index) : setOf(this.strays, envelope.code)).add(textOf(poste));
    setOf(this.together, textOf(axis)).add(textOf(poste));
  }

  private remember(key: string, find: () => readonly string[]): readonly string[] {
    let texts = this.remembered.get(key);
    if (!texts) this.remembered.set(key, (texts = find()));
    return texts;
  }

  private addState(status: Exclude<RowStatus, 'firm'>, cell: CellValue): void {
    const text = textOf(cell);
    if (text.trim() !== '') this.states[status].add(text);
  }
}

function setOf<K, V>(sets: Map<K, Set<V>>, key: K): Set<V> {
  let set = sets.get(key);
  if (!set) sets.set(key, (set = new Set()));
  return set;
}

/** One spelling of each, case aside: the first known, then the others in a fixed order. */
function distinct(texts: ReadonlySet<string> | undefined): readonly string[] {
  const [first, ...others] = texts ?? [];
  if (first === undefined) return [];
  const seen = new Map<string, string>([[first.toLowerCase(), first]]);
  for (const text of others.sort()) if (!seen.has(text.toLowerCase())) seen.set(text.toLowerCase(), text);
  return [...seen.values()];
}
