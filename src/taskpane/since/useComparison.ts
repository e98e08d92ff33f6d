/** The state of « Depuis… »: what is typed, the earlier workbook, and the comparison once it is made. */
import { useMemo, useState } from 'react';
import type { compareSince, DossierComparison } from '../../application/comparison/compare-dossiers';
import type { ControlReport, Dossier } from '../../application/dossier';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { parseDateText } from '../../domain/calendar/date-text';
import { usePane } from '../shared/pane-context';

export interface SinceState {
  readonly typed: string;
  /** True once a date that cannot be used was asked for. */
  readonly isWrong: boolean;
  /** It follows the workbook; null when there is none. */
  readonly comparison: DossierComparison | null;
  /** The earlier workbook; null for this one. */
  readonly earlier: Dossier | null;
  type(text: string): void;
  choose(file: File | null): Promise<void>;
  compare(): Promise<void>;
}

/** A comparison that was asked for, with its code, fetched then. */
interface Asked {
  readonly from: CivilDate;
  readonly compareSince: typeof compareSince;
}

export function useComparison(dossier: Dossier, report: ControlReport): SinceState {
  const { session } = usePane();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [earlier, setEarlier] = useState<Dossier | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const choose = async (file: File | null): Promise<void> => {
    setAsked(null);
    setEarlier(null);
    if (!file) return;
    try {
      setEarlier(await session.documents.openEarlier(new Uint8Array(await file.arrayBuffer())));
    } catch (problem) {
      if (!(problem instanceof DOMException)) throw problem;
      session.reportFailure({ code: 'fileMissing', path: file.name });
    }
  };
  const compare = async (): Promise<void> => {
    const isSameDay = typed.trim() === '' && earlier !== null;
    const from = isSameDay ? report.asOf : parseDateText(typed);
    const isUsable = from !== null && from <= report.asOf;
    setWrong(!isUsable);
    if (!isUsable) return setAsked(null);
    const code = await import(/* webpackChunkName: "comparison" */ '../../application/comparison/compare-dossiers');
    setAsked({ from, compareSince: code.compareSince });
  };
  const type = (text: string): void => {
    setAsked(null);
    setTyped(text);
  };
  const comparison = useMemo(() => {
    if (asked === null || asked.from > report.asOf) return null;
    return asked.compareSince({ dossier, report }, earlier, asked.from);
  }, [asked, dossier, report, earlier]);
  return { typed, isWrong, comparison, earlier, type, choose, compare };
}
