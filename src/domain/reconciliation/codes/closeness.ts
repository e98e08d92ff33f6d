/** How close the codes of two amounts are: amounts that may answer each other are tried in that order. */
import { AXIS, type Codes } from './comparable-codes';

/** Whether two tuples of codes are close enough to be tried. */
export type Closeness = (one: Codes, other: Codes) => boolean;

/** No code contradicts another; then no envelope, the part that moves credits; then any codes. */
export const CLOSEST_FIRST: readonly Closeness[] = [areAlike, areOfOneEnvelope, () => true];

function areAlike(one: Codes, other: Codes): boolean {
  return one === other || one.values.every((_, at) => mayBeSame(one, other, at));
}

function areOfOneEnvelope(one: Codes, other: Codes): boolean {
  return one === other || mayBeSame(one, other, AXIS);
}

/** A text that is not recognised is the same as itself alone; an absent code may be any. */
function mayBeSame(one: Codes, other: Codes, at: number): boolean {
  const [code, another] = [codeAt(one, at), codeAt(other, at)];
  return code === null || another === null || code === another;
}

/** How many codes are filled: the amount with most of them may answer the fewest others, and goes first. */
export function precisionOf(codes: Codes): number {
  return codes.values.filter((_, at) => codeAt(codes, at) !== null).length;
}

/** How many filled codes are the same on both sides. */
export function likeness(one: Codes, other: Codes): number {
  return one.values.filter((_, at) => codeAt(one, at) !== null && codeAt(one, at) === codeAt(other, at)).length;
}

function codeAt({ values, typed }: Codes, at: number): string | null {
  return values[at] ?? typed[at] ?? null;
}
