/** A row that is being typed, judged as if it were written: a moment after the last key, between the tasks of the page. */
import { useEffect, useRef, useState } from 'react';
import type { Dossier } from '../../../application/dossier';
import { judgeNewRow, newRowReader, type JudgedRow, type NewRow } from '../../../application/writing/new-row';
import type { Result } from '../../../domain/result';
import type { Failure } from '../../../workbook/failure';
import { useSessionState } from '../../shared/pane-context';
import { runInSlices } from '../../shared/run-slices';

/** Milliseconds without a key. */
const QUIET = 400;

/** Null while there is nothing to judge, `pending` until it is judged. */
export type Judgement = Result<JudgedRow, Failure> | 'pending' | null;

export function useJudgedRow(dossier: Dossier, newRow: NewRow | null): Judgement {
  const { asOf, ledger } = useSessionState();
  const reader = useRef(newRowReader());
  const [judged, setJudged] = useState<{
    readonly of: NewRow;
    readonly dossier: Dossier;
    readonly is: Result<JudgedRow, Failure>;
  } | null>(null);
  useEffect(() => {
    if (!newRow) return undefined;
    let abandon = (): void => undefined;
    const timer = setTimeout(() => {
      const options = ledger === null ? {} : { ledger };
      const slices = judgeNewRow(dossier, newRow, asOf, options, reader.current);
      abandon = runInSlices(slices, (is) => setJudged({ of: newRow, dossier, is }));
    }, QUIET);
    return () => {
      clearTimeout(timer);
      abandon();
    };
  }, [dossier, newRow, asOf, ledger]);
  if (!newRow) return null;
  return judged?.of === newRow && judged.dossier === dossier ? judged.is : 'pending';
}
