/** Excel's refusals, by their code in the Rich API. */

export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** `Worksheet.getRange`; empty until the dispatcher sets it. */
    readonly location = '',
  ) {
    super(message);
  }

  at(location: string): HostError {
    return this.location === '' ? new HostError(this.code, this.message, location) : this;
  }
}

export const invalidArgument = (
  message = 'The argument is invalid or missing or has an incorrect format.',
): HostError => new HostError('InvalidArgument', message);
export const itemNotFound = (): HostError => new HostError('ItemNotFound', "The requested resource doesn't exist.");
export const itemAlreadyExists = (): HostError =>
  new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
export const invalidOperation = (message: string): HostError => new HostError('InvalidOperation', message);
export const generalException = (): HostError =>
  new HostError('GeneralException', 'There was an internal error while processing the request.');
export const accessDenied = (): HostError =>
  new HostError('AccessDenied', 'You cannot perform the requested operation.');
export const mergedRangeConflict = (): HostError =>
  new HostError(
    'MergedRangeConflict',
    "Cannot complete the operation. A table can't overlap with another table, a PivotTable report, query results, merged cells, or an XML Map.",
  );
export const invalidReference = (): HostError =>
  new HostError('InvalidReference', "This reference isn't valid for the current operation.");

/** A missing member is refused by its name, so that it is not taken for an empty answer. */
export const notImplemented = (member: string): HostError =>
  new HostError('NotImplemented', `NotImplemented: ${member}`);

/** The HTTP status that Excel sends with a code. */
export function statusOf(code: string): number {
  if (code === 'ItemNotFound') return 404;
  if (code === 'AccessDenied') return 403;
  if (code === 'ItemAlreadyExists') return 409;
  if (code === 'NotImplemented') return 501;
  return code === 'GeneralException' ? 500 : 400;
}
