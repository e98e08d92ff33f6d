/** The state of « Depuis… »: what is typed, the earlier workbook, and the comparison once it is made. */
import { useEffect, useState } from 'react';
import type { DossierComparison } from '../../application/comparison/compare-dossiers';
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
  compare(): void;
}

/** A comparison, with what it was made of: an edit of the workbook makes another. */
interface Made {
  readonly of: ControlReport;
  readonly from: CivilDate;
  readonly made: DossierComparison;
}

export function useComparison(dossier: Dossier, report: ControlReport): SinceState {
  const { session } = usePane();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [earlier, setEarlier] = useState<Dossier | null>(null);
  const [asked, setAsked] = useState<CivilDate | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const choose = async (file: File | null): Promise<void> => {
    setAsked(null);
    setEarlier(null);
    if (!file) return;
    try {
      setEarlier(await session.documents.openEarlier(file.name, new Uint8Array(await file.arrayBuffer())));
    } catch (problem) {
      if (!(problem instanceof DOMException)) throw problem;
      session.reportFailure({ code: 'fileMissing', path: file.name });
    }
  };
  const compare = (): void => {
    const isSameDay = typed.trim() === '' && earlier !== null;
    const from = isSameDay ? report.asOf : parseDateText(typed);
    const isUsable = from !== null && from <= report.asOf;
    setWrong(!isUsable);
    if (!isUsable) return setAsked(null);
    setAsked(from);
  };
  const type = (text: string): void => {
    setAsked(null);
    setTyped(text);
  };
  useEffect(() => {
    if (asked === null || asked > report.asOf) return undefined;
    const { documents } = session;
    void documents.compare({ dossier, report }, asked, earlier, (made) => setMade({ of: report, from: asked, made }));
    return () => documents.stopComparing();
  }, [session, asked, dossier, report, earlier]);
  const isOfToday = made !== null && made.of === report && made.from === asked;
  const comparison = isOfToday ? made.made : null;
  return { typed, isWrong, comparison, earlier, type, choose, compare };
}
