/** The reason of a decision while it is being typed. */
import { useDraft } from './useDraft';

interface ReasonDraft {
  /** The decision that the reason is for. */
  readonly of: string;
  readonly reason: string;
}

const EMPTY: ReasonDraft = { of: '', reason: '' };

/** As `useState`, for the reason of one decision: it is given back when the form of that decision is opened again. */
export function useReasonDraft(decision: string): readonly [string, (reason: string) => void] {
  const [draft, setDraft] = useDraft<ReasonDraft>('reason', EMPTY);
  const change = (reason: string): void => setDraft(reason === '' ? EMPTY : { of: decision, reason });
  return [draft.of === decision ? draft.reason : '', change];
}
