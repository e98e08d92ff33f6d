/** The form « Accepter… »: what is typed in it, and the findings that it accepts, as they are in the last reading. */
import { useMemo, useRef, useState } from 'react';
import type { Notice } from '../../application/session/session-state';
import { followedFindings, type SeenFinding } from '../../application/writing/findings-after';
import { isRefused } from '../shared/forms/is-refused';
import { useReasonDraft } from '../shared/forms/useReasonDraft';
import { usePane, useSessionState } from '../shared/pane-context';
import type { Entry } from './finding-entries';
import type { Group } from './finding-groups';
import type { FindingViews } from './finding-views';
import { rememberedName, rememberName } from './remembered-name';

/** The findings of a form, some time after it was opened. */
export interface ToAccept {
  /** Those that can be accepted, as they are now. */
  readonly seen: readonly SeenFinding[];
  /** How many of them have other contents behind. */
  readonly changed: number;
  /** How many are corrected, moved and changed at once, or accepted by somebody else. */
  readonly gone: number;
}

/** A row that moved keeps its finding; one that changed in its place has the finding of the same rule there. */
function toAccept(entries: readonly Entry[], views: FindingViews): ToAccept {
  const now = views.reading;
  const [first] = entries;
  if (!first || first.reading.report === now.report) return { seen: entries, changed: 0, gone: 0 };
  const isSameWorkbook = first.reading.dossier === now.dossier; // another date
  const before = entries.map(({ finding }) => finding);
  const followed = isSameWorkbook ? new Map() : followedFindings(before, first.reading, now);
  const taken = new Set(followed.values());
  const byPlace = new Map(views.entries.map((entry) => [placeOf(entry), entry.finding]));
  const seen: SeenFinding[] = [];
  let changed = 0;
  for (const entry of entries) {
    const same = followed.get(entry.finding) ?? null;
    const there = byPlace.get(placeOf(entry));
    const found = same ?? (there && !taken.has(there) ? there : null);
    if (found === null || views.acceptanceOf(found)) continue;
    seen.push({ finding: found, reading: now });
    if (same === null && !isSameWorkbook) changed++;
  }
  return { seen, changed, gone: entries.length - seen.length };
}

/** The place of an entry, whatever its section. */
function placeOf({ key, section }: Entry): string {
  return key.slice(section.length + 1);
}

export interface AcceptanceAsked {
  readonly entry: Entry;
  readonly group: Group;
  readonly isWholeFirst: boolean;
  readonly views: FindingViews;
  readonly onClose: () => void;
  readonly onDecide: (act: () => Promise<void>) => Promise<void>;
}

export function useAcceptance({ entry, group, isWholeFirst, views, onClose, onDecide }: AcceptanceAsked) {
  const { session } = usePane();
  const state = useSessionState();
  const [reason, setReason] = useReasonDraft(entry.key);
  const [author, setAuthor] = useState(state.author === '' ? rememberedName() : state.author);
  const [isWhole, setWhole] = useState(isWholeFirst);
  const [isTried, setTried] = useState(false);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const authorField = useRef<HTMLInputElement>(null);
  const lacking = [...(reason.trim() === '' ? ['reason'] : []), ...(author.trim() === '' ? ['author'] : [])];
  const missing: ReadonlySet<string> = new Set(isTried ? lacking : []);
  const now = useMemo(() => toAccept(isWhole ? group.entries : [entry], views), [isWhole, group, entry, views]);
  const submit = (): void => {
    setTried(true);
    const [first] = lacking;
    if (first !== undefined) return (first === 'reason' ? reasonField.current : authorField.current)?.focus();
    rememberName(author);
    void onDecide(async () => {
      await session.findings.accept(now.seen, { reason, author });
      const { notice } = session.state();
      if (isRefused(notice) || leavesSome(notice)) return;
      setReason('');
      onClose();
    });
  };
  const isBusy = state.activity === 'writing';
  const fields = { reason, setReason, reasonField, author, setAuthor, authorField, isWhole, setWhole };
  return { ...fields, now, missing, submit, isBusy };
}

/** True when a finding changed between the reading of the form and that of the writing: it is shown as it is now. */
function leavesSome(notice: Notice | null): boolean {
  const leftAlone = notice?.kind === 'written' ? notice.summary.leftAlone : null;
  return (leftAlone ?? (notice?.kind === 'nothingToWrite' ? notice.leftAlone : null) ?? 0) > 0;
}
