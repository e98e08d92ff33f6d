/** The account of reading of the open workbook, with or without a ledger; null when there is none. */
import { useMemo } from 'react';
import { readingOf } from '../../application/open-dossier';
import type { ReadingEntry } from '../../workbook/reading/account';
import { useSessionState } from '../shared/pane-context';

export function useReading(): readonly ReadingEntry[] | null {
  const { phase } = useSessionState();
  return useMemo(() => {
    if (phase.kind === 'ready') return phase.dossier.account;
    if (phase.kind === 'loading' || !phase.workbook) return null;
    const reading = readingOf(phase.workbook, phase.convention);
    return reading.ok ? reading.value : null;
  }, [phase]);
}
