/** The figures of the letters: what is left or lacks by envelope, and the transfers that cover a lack. */
import type { CivilDate } from '../../../domain/calendar/civil-date';
import type { NamedPart } from '../../../domain/envelopes/allowances/allowances';
import { withProposed, type FungibleTransfer } from '../../../domain/envelopes/allowances/free-transfers';
import { isBlocked } from '../../../domain/envelopes/allowances/tolerance';
import { mayBeUnder, partCeilingsOf, partValue } from '../../../domain/envelopes/allowances/part-ceilings';
import { ceilingOf, naturesOf, WHOLE_CONVENTION } from '../../../domain/envelopes/ceilings';
import type { BudgetLine, Ceiling, Convention, Envelope, Tolerance } from '../../../domain/envelopes/convention';
import { areCalculated, type CalculatedFigures, type Figures } from '../../../domain/envelopes/figures';
import { Euros } from '../../../domain/money/euros';
import { NATURES, type Nature } from '../../../domain/money/nature';
import { assert } from '../../../domain/result';
import type { Lack } from '../../../workbook/writer-advice';
import { balancesByYear } from '../../figures/year-balances';
import type { DocumentInput } from '../../input';
import { naturesOfWhole } from '../../../domain/envelopes/allowances/whole-ceiling';

/** The credits of an envelope in a nature and what is left of them, in cents. */
export interface Left {
  readonly allocated: number;
  readonly remaining: number;
  readonly available: number;
  /** By more than the convention tolerates above a blocking ceiling: what is consumed; what is consumed and waiting. */
  readonly isBlocked: { readonly remaining: boolean; readonly available: boolean };
  /** Nothing may be spent above the ceiling, whose excess takes from what is left below it. */
  readonly isBlocking: boolean;
}

/** The rest in each nature that has a ceiling and whose figures are calculable. */
export interface CreditsLeft extends Readonly<Partial<Record<Nature, Left>>> {
  /** Null for the whole convention, and for a programme or a titre of it. */
  readonly envelope: Envelope | null;
  readonly part?: NamedPart;
}

/** The rest of an envelope. */
export interface EnvelopeLeft extends CreditsLeft {
  readonly envelope: Envelope;
}

/** The rest under a ceiling over a programme or a titre. */
export interface PartLeft extends CreditsLeft {
  readonly part: NamedPart;
  /** The envelopes that may spend under it. */
  readonly under: readonly Envelope[];
}

/** A programme or a titre whose figures are not calculable in a nature that its ceiling bounds. */
export interface UncountedPart extends NamedPart {
  readonly nature: Nature;
}

/** The rest of every envelope. */
export function leftOf(input: DocumentInput): readonly EnvelopeLeft[] {
  const { convention } = input;
  return convention.envelopes.map((envelope): EnvelopeLeft => {
    const ceilingIn = (nature: Nature) => ceilingOf(convention, envelope, nature);
    const { code, tolerance } = envelope;
    return { envelope, ...leftBy(figuresOf(input, code), naturesOf(convention), ceilingIn, tolerance) };
  });
}

/** The rest of the whole convention, in the natures whose ceiling is not the sum of those of its envelopes. */
export function leftOfWhole(input: DocumentInput): CreditsLeft {
  return wholeIn(input, naturesOfWhole(input.convention, naturesOf(input.convention)));
}

/**
 * The rest of the whole convention as STATUS and DEL-03 judge it, by what is consumed: also under a ceiling that is the
 * sum of those of its envelopes, where none of these is blocked by itself. Each may be within its tolerance, and all
 * together above a ceiling that has none.
 */
export function judgedWhole(input: DocumentInput): CreditsLeft {
  const { convention } = input;
  const envelopes = leftOf(input);
  const own = naturesOfWhole(convention, naturesOf(convention));
  const natures = naturesOf(convention).filter(
    (nature) => own.includes(nature) || envelopes.every(({ [nature]: of }) => !of?.isBlocked.remaining),
  );
  return wholeIn(input, natures);
}

function wholeIn(input: DocumentInput, natures: readonly Nature[]): CreditsLeft {
  const ceilingIn = (nature: Nature): Ceiling<Nature> | null => input.convention.ceilings[nature];
  return { envelope: null, ...leftBy(figuresOf(input, WHOLE_CONVENTION), natures, ceilingIn) };
}

/** The rest under every ceiling over a programme or a titre, which STATUS and DEL-03 judge too. */
export function leftOfParts({ convention, balances }: DocumentInput): readonly PartLeft[] {
  return partCeilingsOf(convention).map((ceiling): PartLeft => {
    const figuresIn = (nature: Nature): Figures => balances.parts.figures(ceiling, nature);
    const part = { part: ceiling.part, value: partValue(ceiling) };
    const under = convention.envelopes.filter((envelope) => mayBeUnder(convention, ceiling, envelope));
    return { envelope: null, part, under, ...leftBy(figuresIn, NATURES, (nature) => ceiling.ceilings[nature]) };
  });
}

/** Those whose rest is not known, in the natures that are calculable for the whole convention. */
export function unknownParts({ convention, balances }: DocumentInput): readonly UncountedPart[] {
  return partCeilingsOf(convention).flatMap((ceiling) =>
    NATURES.filter(
      (nature) =>
        ceiling.ceilings[nature] !== null &&
        balances.missing[nature] === null &&
        !areCalculated(balances.parts.figures(ceiling, nature)),
    ).map((nature) => ({ part: ceiling.part, value: partValue(ceiling), nature })),
  );
}

function figuresOf({ balances }: DocumentInput, code: string): (nature: Nature) => Figures {
  return (nature) => balances.figures({ envelope: code, line: null }, nature);
}

function leftBy(
  figuresIn: (nature: Nature) => Figures,
  natures: readonly Nature[],
  ceilingIn: (nature: Nature) => Ceiling<Nature> | null,
  tolerance?: Tolerance,
): Partial<Record<Nature, Left>> {
  const known = natures.flatMap((nature): readonly (readonly [Nature, Left])[] => {
    const figures = figuresIn(nature);
    return areCalculated(figures) ? [[nature, leftIn(figures, ceilingIn(nature), tolerance)]] : [];
  });
  return Object.fromEntries(known);
}

function leftIn(figures: CalculatedFigures, ceiling: Ceiling<Nature> | null, tolerance: Tolerance | undefined): Left {
  const { cents: allocated } = figures.allocated;
  const { cents: remaining } = figures.remaining;
  const { cents: available } = figures.available;
  const isAbove = (left: number): boolean => isBlocked(ceiling, tolerance, allocated, left);
  return {
    allocated,
    remaining,
    available,
    isBlocked: { remaining: isAbove(remaining), available: isAbove(available) },
    isBlocking: ceiling?.mode === 'blocking',
  };
}

/** A transfer to ask for, in cents. */
export interface TransferAsked {
  readonly giver: Envelope;
  readonly receiver: Envelope;
  readonly amounts: Readonly<Record<Nature, number>>;
  /** The amounts that the convention allows without prior consent, and that the transfer exceeds. */
  readonly allowed: readonly AllowedPart[];
}

/** The amount that a rule of fungibility still allows in a nature, in cents. */
export interface AllowedPart {
  readonly nature: Nature;
  readonly left: number;
  /** Empty when unknown. */
  readonly article: string;
}

/** A transfer that the convention allows without prior consent, in cents. */
export interface FreeTransfer extends Omit<Lack, 'envelope'> {
  readonly giver: string;
  readonly receiver: string;
  /** Empty when unknown. */
  readonly article: string;
}

/** The transfers that cover what lacks, and the lacks that none covers. */
export interface TransferPlan {
  readonly asked: readonly TransferAsked[];
  readonly free: readonly FreeTransfer[];
  readonly uncovered: readonly Lack[];
}

/**
 * For each lack, in the order of the convention, the first envelope that can cover all of it with what the lacks before
 * leave it: no more is taken from an envelope than it has available (FON-03). One that may give without prior consent
 * (FON-01) comes before the others. Both natures of a pair are one transfer to ask for.
 */
export function planTransfers(input: DocumentInput): TransferPlan {
  const left = leftOf(input);
  const plan = new PlannedTransfers(input);
  for (const receiver of left) {
    for (const nature of NATURES) {
      const cents = lackOf(receiver, nature);
      if (cents === 0) continue;
      const able = left.filter((one) => one !== receiver && plan.leftAfter(one, nature) >= cents);
      plan.cover({ envelope: receiver.envelope, nature, cents }, able);
    }
  }
  return plan;
}

/** A lack with the envelope that has it. */
interface LackOf extends Omit<Lack, 'envelope'> {
  readonly envelope: Envelope;
}

/** Transfers as they are added, and what they leave to the envelopes that give. */
class PlannedTransfers implements TransferPlan {
  readonly free: FreeTransfer[] = [];
  readonly uncovered: Lack[] = [];
  private readonly byPair = new Map<string, TransferAsked>();
  private readonly given = new Map<string, number>();
  /** With the free transfers: what they use of a limit, the next ones lack. */
  private convention: Convention;
  private readonly day: CivilDate;

  constructor({ convention, balances }: DocumentInput) {
    this.convention = convention;
    this.day = balances.asOf;
  }

  get asked(): readonly TransferAsked[] {
    return [...this.byPair.values()];
  }

  /** Cents available in an envelope once it has given; 0 where they are not known. */
  leftAfter(giver: EnvelopeLeft, nature: Nature): number {
    return (giver[nature]?.available ?? 0) - (this.given.get(`${giver.envelope.code}\n${nature}`) ?? 0);
  }

  cover(lack: LackOf, able: readonly EnvelopeLeft[]): void {
    const { envelope: receiver, nature, cents } = lack;
    const amount = Euros.fromCents(cents);
    const tried = able.map(({ envelope: giver }) => {
      const ends = { from: giver.code, to: receiver.code };
      return { giver, ...withProposed(this.convention, { ...ends, nature, amount, date: this.day }) };
    });
    const chosen = tried.find(({ fungible }) => fungible?.isFree) ?? tried[0];
    if (!chosen) {
      this.uncovered.push({ envelope: receiver.label, nature, cents });
      return;
    }
    const { giver, fungible } = chosen;
    const account = `${giver.code}\n${nature}`;
    this.given.set(account, (this.given.get(account) ?? 0) + cents);
    if (!fungible?.isFree) {
      this.ask(giver, lack, fungible);
      return;
    }
    this.convention = chosen.convention;
    const { article } = fungible.rule;
    this.free.push({ giver: giver.label, receiver: receiver.label, nature, cents, article });
  }

  private ask(giver: Envelope, { envelope: receiver, nature, cents }: LackOf, fungible: FungibleTransfer | null): void {
    const key = `${giver.code}\n${receiver.code}`;
    const known = this.byPair.get(key) ?? { giver, receiver, amounts: { AE: 0, CP: 0 }, allowed: [] };
    const allowed = fungible && { nature, left: fungible.left ?? 0, article: fungible.rule.article };
    this.byPair.set(key, {
      ...known,
      amounts: { ...known.amounts, [nature]: cents },
      allowed: [...known.allowed, ...(allowed ? [allowed] : [])],
    });
  }
}

/** Cents by which what is committed, paid and waiting exceeds the credits; 0 when it does not, or is not known. */
export function lackOf(of: CreditsLeft, nature: Nature): number {
  return Math.max(0, -(of[nature]?.available ?? 0));
}

/** The amounts below zero of some credits, each nature apart. */
export function excessesIn(of: readonly CreditsLeft[], pick: (left: Left | undefined) => number): readonly Lack[] {
  return of.flatMap((one) =>
    NATURES.filter((nature) => pick(one[nature]) < 0).map((nature) => ({
      envelope: one.envelope?.label ?? null,
      ...(one.part && { part: one.part }),
      nature,
      cents: -pick(one[nature]),
    })),
  );
}

/** The lacks of a former credit year, on its last day. */
export interface FormerLacks {
  readonly year: number;
  readonly lacks: readonly Lack[];
}

/**
 * The lacks of the former credit years, as DEL-03 judges them: above a blocking ceiling, by more than the convention
 * tolerates; those of the whole where no envelope has any, of a programme or a titre where neither has.
 */
export function formerLacks(input: DocumentInput): readonly FormerLacks[] {
  const former = balancesByYear(input.charged, input.balances).slice(0, -1);
  return former.flatMap(({ year, convention, balances }): readonly FormerLacks[] => {
    const ofYear = { ...input, convention, balances };
    const levels = [leftOf(ofYear), [wholeIn(ofYear, naturesOf(convention))], leftOfParts(ofYear)];
    const lacks = NATURES.flatMap((nature) => {
      const isLacking = (of: CreditsLeft): boolean => of[nature]?.isBlocked.remaining ?? false;
      const found = levels.map((level) => level.filter(isLacking)).find(({ length }) => length > 0) ?? [];
      return excessesIn(found, (left) => left?.remaining ?? 0).filter((lack) => lack.nature === nature);
    });
    return lacks.length === 0 ? [] : [{ year, lacks }];
  });
}

/** The change of the credits of an envelope, or of one of its postes, in a nature; cents. */
export interface CreditChange {
  readonly envelope: Envelope;
  /** Null for the whole envelope. */
  readonly line: BudgetLine | null;
  readonly nature: Nature;
  readonly before: number;
  readonly change: number;
  /** Available after the change; null when not asked or not calculable. */
  readonly available: number | null;
  /** The day of the change, where an amendment changes credits on several. */
  readonly from?: CivilDate;
}

/** The credits of both envelopes of each transfer asked, before and after it. */
export function changesOf(input: DocumentInput, transfers: readonly TransferAsked[]): readonly CreditChange[] {
  const left = leftOf(input);
  const totals = new Map<string, CreditChange>();
  const add = (envelope: Envelope, nature: Nature, change: number): void => {
    const key = `${envelope.code}\n${nature}`;
    const credits = left.find((one) => one.envelope === envelope)?.[nature];
    assert(credits, `a transfer of ${nature} is between envelopes whose credits are known`);
    const { allocated: before, available } = credits;
    const known = totals.get(key) ?? { envelope, line: null, nature, before, change: 0, available };
    totals.set(key, {
      ...known,
      change: known.change + change,
      available: known.available === null ? null : known.available + change,
    });
  };
  for (const { giver, receiver, amounts } of transfers) {
    for (const nature of NATURES) {
      if (amounts[nature] === 0) continue;
      add(giver, nature, -amounts[nature]);
      add(receiver, nature, amounts[nature]);
    }
  }
  return [...totals.values()];
}
