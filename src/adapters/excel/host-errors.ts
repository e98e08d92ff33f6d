/**
 * Excel's refusals, mapped once to our own failures. Anything that Excel did not say is a bug of ours, and is thrown
 * on.
 */
import type { Failure } from '../../workbook/failure';
import { failure, success, type Result } from '../../domain/result';

/**
 * A reading waits for the user to leave the cell being edited; a writing is refused at once, since the edit would win
 * over it.
 */
export const READING = { delayForCellEdit: true };
/** See `READING`. */
export const WRITING = { delayForCellEdit: false };

/** Runs a batch; `Excel.run` in the add-in. */
export type ExcelRun = <T>(
  options: { readonly delayForCellEdit: boolean },
  batch: (context: Excel.RequestContext) => Promise<T>,
) => Promise<T>;

const BUSY = new Set([
  'ActivityLimitReached',
  'ConnectionFailure',
  'InvalidOrTimedOutSession',
  'RequestAborted',
  'ServiceNotAvailable',
  'Timeout',
  'WriteNotSupportedWhenModalDialogOpen',
  'DialogAlreadyOpened',
]);

/** Excel on the web refuses a request or an answer above this. */
const PAYLOAD_LIMIT = '5 Mo';

/** The failure behind an error of Excel; null when the error is not Excel's. */
export function failureOfHost(error: unknown): Failure | null {
  if (!(error instanceof OfficeExtension.Error)) return null;
  const { code, message } = error;
  if (code === 'InvalidOperationInCellEditMode') return { code: 'cellBeingEdited' };
  if (code === 'AccessDenied') return { code: 'noPermission' };
  if (code === 'RequestPayloadSizeLimitExceeded') return { code: 'tooLarge', what: 'request', limit: PAYLOAD_LIMIT };
  if (code === 'ResponsePayloadSizeLimitExceeded') return { code: 'tooLarge', what: 'response', limit: PAYLOAD_LIMIT };
  if (BUSY.has(code)) return { code: 'busy' };
  return { code: 'hostRefused', hostCode: code, message };
}

/** True when Excel answered more than it may, so that asking for less is worth trying. */
export function isResponseTooLarge(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && error.code === 'ResponsePayloadSizeLimitExceeded';
}

/** Runs a batch whose refusals by Excel are values. */
export function attempt<T>(
  run: ExcelRun,
  options: { readonly delayForCellEdit: boolean },
  batch: (context: Excel.RequestContext) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  return answered(() => run(options, batch));
}

/** The same for a call that makes its own batch. */
export async function answered<T>(call: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  try {
    return await call();
  } catch (error) {
    const known = failureOfHost(error);
    if (known) return failure(known);
    throw error;
  }
}

/** A success that carries nothing. */
export const DONE: Result<null, Failure> = success(null);
