/**
 * The transfers that need no authorisation: those between two postes of one envelope, and those that the convention
 * allows without prior consent within a share or an amount. Transfers are taken in the order of their dates; one that
 * no longer fits counts for nothing until it is authorised, and a later, smaller one may still fit.
 */
import type { Nature } from '../../money/nature';
import { centsWithin } from '../../money/rate';
import type { AuthorityPart, Convention, Movement } from '../convention';
import { creditYearAt } from '../credit-years';
import { findEnvelope } from '../names';
import type { Fungibility } from './allowances';
import { isHeldBack, isRefused } from './movement-effect';

/** A transfer under a rule of fungibility. */
export interface FungibleTransfer {
  readonly rule: Fungibility;
  /** Within its limits. */
  readonly isFree: boolean;
  /** Cents that the earlier transfers leave to this one; null without a limit. */
  readonly left: number | null;
}

type FungibleTransfers = ReadonlyMap<Movement, FungibleTransfer>;

/** Those already found; a convention is never changed in place. */
const known = new WeakMap<Convention, FungibleTransfers>();

/** A transfer is authorised when it has an author, a day and a reference of authorisation (FON-01, FON-02). */
export function isAuthorised(movement: Movement): boolean {
  return movement.authorisedOn !== null && isNamed(movement, 'authorisedBy') && isNamed(movement, 'reference');
}

/** True when a movement names its author or its reference: « Refusé », « En attente » and « Néant » name none. */
export function isNamed(movement: Movement, part: AuthorityPart): boolean {
  return movement[part].trim() !== '' && movement.notNamed?.[part] === undefined;
}

/** The rule of fungibility that a transfer falls under; null when none, or when it is authorised in any case. */
export function fungibleTransfer(convention: Convention, movement: Movement): FungibleTransfer | null {
  if (convention.fungibility.length === 0) return null;
  let found = known.get(convention);
  if (!found) known.set(convention, (found = findAll(convention)));
  return found.get(movement) ?? null;
}

/** A transfer between two envelopes that is in no register yet. */
export type ProposedTransfer = Pick<Movement, 'date' | 'from' | 'to' | 'nature' | 'amount'>;

/** The convention with a proposed transfer, which nobody authorised, and the rule of fungibility that it falls under. */
export function withProposed(
  convention: Convention,
  proposed: ProposedTransfer,
): { readonly convention: Convention; readonly fungible: FungibleTransfer | null } {
  const none = { reference: '', authorisedBy: '', authorisedOn: null };
  const movement: Movement = { ...proposed, ...none, index: convention.movements.length, type: 'transfer' };
  const after = { ...convention, movements: [...convention.movements, movement] };
  return { convention: after, fungible: fungibleTransfer(after, movement) };
}

/** True for a transfer between two postes of one envelope, which changes no envelope. */
export function isBetweenLines({ type, from, to, fromLine, toLine }: Movement): boolean {
  return type === 'transfer' && from !== null && from === to && Boolean(fromLine && toLine) && fromLine !== toLine;
}

/** The first rule for these ends, whatever its limits; `nature` left out asks for either. */
export function fungibilityBetween(
  { fungibility }: Convention,
  from: string,
  to: string,
  nature?: Nature,
): Fungibility | null {
  const holds = (wanted: string | null, given: string | undefined): boolean =>
    wanted === null || given === undefined || wanted === given;
  return fungibility.find((rule) => holds(rule.from, from) && holds(rule.to, to) && holds(rule.nature, nature)) ?? null;
}

function findAll(convention: Convention): FungibleTransfers {
  const used = new Map<string, number>();
  const found = new Map<Movement, FungibleTransfer>();
  for (const movement of convention.movements.filter(isCandidate).sort(inOrderOfTime)) {
    const { nature, amount, date } = movement;
    const [from, to] = [codeOf(convention, movement.from), codeOf(convention, movement.to)];
    const rule = from !== null && to !== null && from !== to ? fungibilityBetween(convention, from, to, nature) : null;
    if (rule === null || from === null || date === null) continue;
    const year = creditYearAt(convention, date);
    const key = `${convention.fungibility.indexOf(rule)} ${year} ${nature} ${from}`;
    const before = used.get(key) ?? 0;
    const limit = limitOf(rule, printedIn(convention, year, from, nature));
    const isFree = limit === null || before + amount.cents <= limit;
    if (isFree) used.set(key, before + amount.cents);
    found.set(movement, { rule, isFree, left: limit === null ? null : limit - before });
  }
  return found;
}

function isCandidate(movement: Movement): boolean {
  const { type, date, amount } = movement;
  const mayCount = type === 'transfer' && date !== null && amount.cents > 0 && !isHeldBack(movement);
  return mayCount && !isRefused(movement) && !isAuthorised(movement);
}

function inOrderOfTime(one: Movement, other: Movement): number {
  return (one.date ?? 0) - (other.date ?? 0) || one.index - other.index;
}

function codeOf(convention: Convention, name: string | null): string | null {
  return name === null ? null : (findEnvelope(convention, name)?.code ?? null);
}

/** Cents that one rule allows out of one envelope; null when it sets no limit. */
function limitOf({ share, amount }: Fungibility, printed: number): number | null {
  const limits = [...(share === null ? [] : [centsWithin(printed, share)]), ...(amount === null ? [] : [amount.cents])];
  return limits.length === 0 ? null : Math.min(...limits);
}

/** The ceiling of an envelope as the convention prints it for a year; 0 when it prints none. */
function printedIn(convention: Convention, year: number, code: string, nature: Nature): number {
  const terms = year === convention.creditYear ? convention : convention.otherYears.find((one) => one.year === year);
  return terms?.envelopes.find((envelope) => envelope.code === code)?.ceilings[nature]?.amount.cents ?? 0;
}
