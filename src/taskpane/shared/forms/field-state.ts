/** The state of a field, with its message. */

export interface FieldState {
  readonly validationState: 'none' | 'warning' | 'error';
  readonly validationMessage: string | null;
}

export const NO_FAULT: FieldState = { validationState: 'none', validationMessage: null };

/** The message while the field is wrong. */
export function faultOf(isWrong: boolean, message: string): FieldState {
  return isWrong ? { validationState: 'error', validationMessage: message } : NO_FAULT;
}
