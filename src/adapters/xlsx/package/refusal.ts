/**
 * Inside this room a refusal travels as a throw, so that twenty small readers need not hand a Result to each other;
 * `guarded` turns it into a value at the room's edge, once. Any other throw is a bug and goes through.
 */
import type { Failure } from '../../../workbook/failure';
import { failure, type Result, success } from '../../../domain/result';

class Refusal extends Error {
  constructor(readonly reason: Failure) {
    super(`refused: ${reason.code}`);
  }
}

/** Gives up with an expected failure. */
export function refuse(reason: Failure): never {
  throw new Refusal(reason);
}

/** Gives up because a part of the file does not hold together. */
export function damaged(part: string): never {
  return refuse({ code: 'damagedFile', part });
}

/** Runs a reader or a writer; a refusal becomes the failure of the result. */
export function guarded<T>(work: () => T): Result<T, Failure> {
  try {
    return success(work());
  } catch (thrown) {
    if (thrown instanceof Refusal) return failure(thrown.reason);
    throw thrown;
  }
}
