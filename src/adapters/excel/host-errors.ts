/** Maps Excel's errors to our failures, in one place. An error that is not Excel's is a bug, and is rethrown. */
import type { Failure } from '../../workbook/failure';
import { failure, success, type Result } from '../../domain/result';

/**
 * A reading waits until the user leaves the cell being edited; a writing is refused at once, since the edit would
 * overwrite it.
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

/** Refusals before anything of a request is done. */
const NOTHING_DONE = new Set([
  'ActivityLimitReached',
  'DialogAlreadyOpened',
  'InvalidOperationInCellEditMode',
  'RequestPayloadSizeLimitExceeded',
  'WriteNotSupportedWhenModalDialogOpen',
]);

/** Failures after which a request may have been carried out completely, or not at all. */
const ANSWER_LOST = new Set([
  'ConnectionFailure',
  'InvalidOrTimedOutSession',
  'RequestAborted',
  'ResponsePayloadSizeLimitExceeded',
  'ServiceNotAvailable',
  'Timeout',
]);

/** The most that Excel on the web takes in a request or gives in an answer. */
const PAYLOAD_LIMIT = '5 Mo';

/** The failure for an error of Excel; null when the error is not Excel's. */
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

/** The failure of a writing that is neither whole nor rolled back, with the refusal that stopped it. */
export function halfWritten(sheets: readonly string[], cause: Failure): Failure {
  const words =
    cause.code === 'hostRefused'
      ? { hostCode: cause.hostCode, message: cause.message }
      : { hostCode: cause.code, message: '' };
  return { code: 'halfWritten', sheets, ...words };
}

/** True when an answer of Excel exceeded its size limit, so that a smaller request is worth trying. */
export function isResponseTooLarge(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && error.code === 'ResponsePayloadSizeLimitExceeded';
}

/**
 * True when nothing of the request was done. `AccessDenied` is not one of these: it also occurs in the middle of a batch, when
 * somebody has just protected a sheet.
 */
export function isNothingDone(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && NOTHING_DONE.has(error.code);
}

/** True when the outcome of a request is not known: it has to be looked up in the workbook. */
export function isAnswerLost(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && ANSWER_LOST.has(error.code);
}

/** Runs a batch and returns Excel's refusals as values. */
export function attempt<T>(
  run: ExcelRun,
  options: { readonly delayForCellEdit: boolean },
  batch: (context: Excel.RequestContext) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  return answered(() => run(options, batch));
}

/** As `attempt`, for a call that makes its own batch. */
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

/** True for an answer of Excel that another request may not get: neither busy nor in a cell edit. */
export function isRefusal(error: unknown): boolean {
  const code = failureOfHost(error)?.code;
  return code === 'hostRefused' || code === 'noPermission' || code === 'tooLarge';
}
