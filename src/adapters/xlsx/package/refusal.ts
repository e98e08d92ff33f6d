/**
 * Inside this room a refusal is thrown, so that twenty small readers need not pass a Result to each other; `guarded`
 * turns it into a value at the edge of the room. Any other throw is a bug and is not caught.
 */
import type { Failure } from '../../../workbook/failure';
import { failure, type Result, success } from '../../../domain/result';

class Refusal extends Error {
  constructor(readonly reason: Failure) {
    super(`refused: ${reason.code}`);
  }
}

/** Stops with an expected failure. */
export function refuse(reason: Failure): never {
  throw new Refusal(reason);
}

/** Stops because a part of the file is inconsistent. */
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
