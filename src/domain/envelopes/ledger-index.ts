/**
 * The balances of a ledger at a date. Nothing is kept per row but the rows that could not be counted: an index over a
 * million rows weighs as much as over ten.
 */
import type { CivilDate } from '../calendar/civil-date';
import { Euros } from '../money/euros';
import type { Nature } from '../money/nature';
import { rateOf } from '../money/rate';
import { assert } from '../result';
import { drain, visitInSlices, type Slices } from '../slices';
import type { Assignment } from './assignment';
import { lineAllocatedCents } from './allowances/line-amounts';
import { allocatedCents, WHOLE_CONVENTION } from './ceilings';
import type { ChargedLedger } from './charged-ledger';
import type { Convention } from './convention';
import { boundedCents, FigureSums } from './figure-sums';
import type {
  Balances,
  CalculatedFigures,
  FigureKey,
  Figures,
  MissedAmount,
  UncheckedRow,
  UnknownFigures,
} from './figures';
import type { LedgerField, LedgerRow } from './ledger';
import { OutsideRows } from './missed/missed-amounts';
import type { MissingColumns } from './missing-columns';
import { OutstandingBook } from './outstanding/outstanding-book';
import type { OutstandingByEj } from './outstanding/outstanding-by-ej';

/** An envelope, a poste or the whole convention, with its sums. */
interface Account {
  readonly allocated: Readonly<Record<Nature, number>>;
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
    this.outside = new OutsideRows(charged);
    for (const { code, lines } of convention.envelopes) {
      this.ofEnvelope.set(code, openAccount(convention, code, asOf));
      for (const line of lines) {
        const allocated = {
          AE: boundedCents(lineAllocatedCents(convention, line, 'AE', asOf) ?? 0),
          CP: boundedCents(lineAllocatedCents(convention, line, 'CP', asOf) ?? 0),
        };
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
      ? figuresOf(allocated.AE, sums.aeConsumed, sums.aeReserved)
      : figuresOf(allocated.CP, sums.cpConsumed, sums.cpReserved);
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
    if (effect.unreadable) {
      this.outside.add(row, 'amountUnreadable');
      return;
    }
    const { ofEnvelope, ofLine } = this.accountsOf(assignment);
    this.countedRows++;
    this.whole.sums.add(effect);
    ofEnvelope.add(effect);
    ofLine?.addToLine(effect);
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
  const allocatedOf = (nature: Nature): number => boundedCents(allocatedCents(convention, envelope, nature, asOf));
  return {
    allocated: { AE: allocatedOf('AE'), CP: allocatedOf('CP') },
    sums: new FigureSums(),
  };
}

function unknownFigures(allocated: number, missing: LedgerField): UnknownFigures {
  const none = { consumed: null, reserved: null, remaining: null, available: null, rate: null };
  return { allocated: Euros.fromCents(allocated), ...none, missing };
}

function figuresOf(allocated: number, consumedSum: number, reservedSum: number): CalculatedFigures {
  const [consumed, reserved] = [boundedCents(consumedSum), boundedCents(reservedSum)];
  return {
    allocated: Euros.fromCents(allocated),
    consumed: Euros.fromCents(consumed),
    reserved: Euros.fromCents(reserved),
    remaining: Euros.fromCents(allocated - consumed),
    available: Euros.fromCents(allocated - consumed - reserved),
    rate: rateOf(consumed, allocated),
    missing: null,
  };
}
