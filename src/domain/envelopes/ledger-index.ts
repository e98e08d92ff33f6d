/**
 * The balances of a ledger at a date. Nothing is kept per row but the rows that could not be counted: an index over a
 * million rows weighs as much as over ten.
 */
import type { CivilDate } from '../calendar/civil-date';
import { Euros } from '../money/euros';
import type { Nature } from '../money/nature';
import { assert } from '../result';
import { drain, visitInSlices, type Slices } from '../slices';
import type { Assignment } from './assignment';
import { hasLineCeiling, lineAllocatedCents } from './allowances/line-amounts';
import { PartBook } from './allowances/part-book';
import { allocatedCents, isAllocated, WHOLE_CONVENTION } from './ceilings';
import type { ChargedLedger } from './charged-ledger';
import type { Convention } from './convention';
import { everyLineOf } from './envelope';
import { boundedCents, FigureSums } from './figure-sums';
import {
  figuresOf,
  unknownFigures,
  type Balances,
  type FigureKey,
  type Figures,
  type MissedAmount,
  type PartFigures,
  type UncheckedRow,
} from './figures';
import type { LedgerRow } from './ledger';
import { OutsideRows } from './missed/missed-amounts';
import type { MissingColumns } from './missing-columns';
import { OutstandingBook } from './outstanding/outstanding-book';
import type { OutstandingByEj } from './outstanding/outstanding-by-ej';

/** An envelope, a poste or the whole convention, with its sums. */
interface Account {
  /** Cents; null in a nature in which nothing bounds it. */
  readonly allocated: Readonly<Record<Nature, number | null>>;
  readonly sums: FigureSums;
}

/** The sums that a row adds to, besides those of the whole convention. */
interface RowAccounts {
  readonly ofEnvelope: FigureSums;
  readonly ofLine: FigureSums | null;
}

type Charged = Extract<Assignment, { readonly kind: 'assigned' }>;

/** Balances computed in one pass over the rows. */
export class LedgerIndex implements Balances {
  readonly asOf: CivilDate;
  readonly parts: PartFigures;
  private readonly whole: Account;
  private readonly ofEnvelope = new Map<string, Account>();
  private readonly ofLine = new Map<number, Account & { readonly envelope: string }>();
  private readonly remembered = new Map<Charged, RowAccounts>();
  private readonly outside: OutsideRows;
  private countedRows = 0;
  private outstandingByEj: OutstandingByEj | null = null;

  private constructor(private readonly charged: ChargedLedger) {
    const { convention, asOf } = charged;
    this.asOf = asOf;
    this.parts = new PartBook(charged);
    this.outside = new OutsideRows(charged);
    for (const envelope of convention.envelopes) {
      const { code } = envelope;
      this.ofEnvelope.set(code, openAccount(convention, code, asOf));
      for (const line of everyLineOf(envelope)) {
        const allocated = byNature((nature) =>
          hasLineCeiling(convention, envelope, line, nature)
            ? lineAllocatedCents(convention, line, nature, asOf)
            : null,
        );
        this.ofLine.set(line.index, { allocated, sums: new FigureSums(), envelope: code });
      }
    }
    this.whole = openAccount(convention, WHOLE_CONVENTION, asOf);
  }

  /** The balances of a ledger at the date of its charges. */
  static build(charged: ChargedLedger): LedgerIndex {
    return drain(LedgerIndex.buildInSlices(charged));
  }

  /** The same, yielding between slices of rows. */
  static *buildInSlices(charged: ChargedLedger): Slices<LedgerIndex> {
    const index = new LedgerIndex(charged);
    yield* visitInSlices(charged.ledger.rows, (row) => index.count(row));
    return index;
  }

  figures(key: FigureKey, nature: 'AE'): Figures<'AE'>;
  figures(key: FigureKey, nature: 'CP'): Figures<'CP'>;
  figures(key: FigureKey, nature: Nature): Figures;
  figures(key: FigureKey, nature: Nature): Figures {
    const { allocated, sums } =
      key.line === null ? this.account(key.envelope) : this.lineAccount(key.envelope, key.line);
    const missing = key.line === null ? this.missing[nature] : this.missing.lines[nature];
    if (missing !== null) return unknownFigures(allocated[nature], missing);
    return nature === 'AE'
      ? figuresOf(allocated.AE, boundedCents(sums.aeConsumed), boundedCents(sums.aeReserved))
      : figuresOf(allocated.CP, boundedCents(sums.cpConsumed), boundedCents(sums.cpReserved));
  }

  isUsed(line: number): boolean {
    const { allocated, sums } = this.lineAccount(WHOLE_CONVENTION, line);
    return sums.isUsed || (allocated.AE ?? 0) !== 0 || (allocated.CP ?? 0) !== 0;
  }

  outstanding(envelope: string): Euros | null {
    this.account(envelope);
    return this.missing.outstanding === null ? Euros.fromCents(this.byEj.of(envelope).outstanding) : null;
  }

  /** Made when first asked for: most rows of most ledgers are never asked by EJ. */
  get byEj(): OutstandingByEj {
    return (this.outstandingByEj ??= new OutstandingBook(this.charged));
  }

  rapPaid(envelope: string): Euros<'CP'> | null {
    const { sums } = this.account(envelope);
    return this.missing.rapPaid === null ? Euros.fromCents(boundedCents(sums.rapPaid)) : null;
  }

  get missing(): MissingColumns {
    return this.charged.missing;
  }

  get unchecked(): readonly UncheckedRow[] {
    return this.outside.unchecked;
  }

  get missed(): readonly MissedAmount[] {
    return this.outside.missed;
  }

  get undated(): readonly MissedAmount[] {
    return this.missing.CP === null ? this.outside.undated : [];
  }

  get counted(): number {
    return this.countedRows;
  }

  private count(row: LedgerRow): void {
    if (row.status === 'cancelled') return;
    const assignment = this.charged.assign(row);
    if (assignment.kind === 'unchecked') {
      this.outside.add(row, assignment.reason);
      return;
    }
    const effect = this.charged.effectOf(row);
    if (effect.unreadable) this.outside.add(row, 'amountUnreadable');
    else this.countedRows++;
    const { ofEnvelope, ofLine } = this.accountsOf(assignment);
    this.whole.sums.add(effect);
    ofEnvelope.add(effect);
    ofLine?.addToLine(effect);
    if (effect.cpReserved !== 0) this.outside.addIfUndated(row, assignment, effect);
  }

  /** Remembered by the assignment itself, which rows of one axe 2 and one poste share. */
  private accountsOf(assignment: Charged): RowAccounts {
    const known = this.remembered.get(assignment);
    if (known) return known;
    const { envelope, line } = assignment;
    const ofLine = line ? this.lineAccount(envelope.code, line.index).sums : null;
    const accounts = { ofEnvelope: this.account(envelope.code).sums, ofLine };
    this.remembered.set(assignment, accounts);
    return accounts;
  }

  private account(envelope: string): Account {
    const account = envelope === WHOLE_CONVENTION ? this.whole : this.ofEnvelope.get(envelope);
    assert(account, `no envelope ${envelope}`);
    return account;
  }

  private lineAccount(envelope: string, line: number): Account {
    const account = this.ofLine.get(line);
    assert(
      account && (envelope === WHOLE_CONVENTION || account.envelope === envelope),
      `no line ${line} in envelope ${envelope}`,
    );
    return account;
  }
}

function openAccount(convention: Convention, envelope: string, asOf: CivilDate): Account {
  const allocated = byNature((nature) =>
    isAllocated(convention, envelope, nature) ? allocatedCents(convention, envelope, nature, asOf) : null,
  );
  return { allocated, sums: new FigureSums() };
}

function byNature(centsOf: (nature: Nature) => number | null): Account['allocated'] {
  const bounded = (cents: number | null): number | null => (cents === null ? null : boundedCents(cents));
  return { AE: bounded(centsOf('AE')), CP: bounded(centsOf('CP')) };
}
