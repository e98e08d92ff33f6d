/** The state of « Et si j'engage… »: what is typed, and the answer once it is judged, in slices on a long ledger. */
import { useEffect, useState } from 'react';
import type { ControlledDossier } from '../../application/control';
import type { FigureSubject } from '../../application/figures/explain-figure';
import { whatIfInSlices, type Intent, type WhatIf } from '../../application/figures/what-if';
import { parseDateText } from '../../domain/calendar/date-text';
import { readAmountText } from '../../domain/money/amount-text';
import type { Slices } from '../../domain/slices';
import { formatDate } from '../../messages/format';
import { usePane } from '../shared/pane-context';

export interface WhatIfState {
  readonly amount: string;
  readonly date: string;
  readonly line: number | null;
  /** A field that was left wrong when an answer was asked for. */
  readonly isAmountWrong: boolean;
  readonly isDateWrong: boolean;
  readonly answer: WhatIf | null;
  setAmount(text: string): void;
  setDate(text: string): void;
  setLine(line: number | null): void;
  ask(): void;
  clear(): void;
}

export function useWhatIf({ dossier, report }: ControlledDossier, subject: FigureSubject): WhatIfState {
  const { language } = usePane().words;
  const [amount, setAmount] = useState('');
  const [date, setDate] = useState(formatDate(report.asOf, language));
  const [line, setLine] = useState(subject.line);
  const [wrong, setWrong] = useState({ amount: false, date: false });
  const [intent, setIntent] = useState<Intent | null>(null);
  const answer = useAnswer({ dossier, report }, intent);
  /** An answer is about what is typed: a change takes it away. */
  const changed = <T>(set: (value: T) => void) => {
    return (value: T): void => {
      set(value);
      setIntent(null);
    };
  };
  const ask = (): void => {
    const read = readAmountText(amount);
    const day = parseDateText(date) ?? (date === formatDate(report.asOf, language) ? report.asOf : null);
    const cents = read !== null && read.cents > 0 ? read.cents : null;
    setWrong({ amount: cents === null, date: day === null });
    const { envelope, nature } = subject;
    setIntent(cents === null || day === null ? null : { envelope, nature, line, cents, date: day });
  };
  const clear = (): void => {
    setAmount('');
    setIntent(null);
    setWrong({ amount: false, date: false });
  };
  const setters = { setAmount: changed(setAmount), setDate: changed(setDate), setLine: changed(setLine) };
  return { amount, date, line, isAmountWrong: wrong.amount, isDateWrong: wrong.date, answer, ...setters, ask, clear };
}

/** It follows the workbook; a newer question abandons the run under way. */
function useAnswer({ dossier, report }: ControlledDossier, intent: Intent | null): WhatIf | null {
  const [judged, setJudged] = useState<WhatIf | null>(null);
  useEffect(() => {
    if (intent === null) return;
    return runInSlices(whatIfInSlices({ dossier, report }, intent), setJudged);
  }, [dossier, report, intent]);
  return intent !== null && judged?.intent === intent ? judged : null;
}

/** Runs slice after slice, letting the page answer in between; the returned function abandons the run. */
function runInSlices<T>(slices: Slices<T>, show: (value: T) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const next = (): void => {
    const end = performance.now() + LONGEST_TASK;
    do {
      const slice = slices.next();
      if (slice.done) return show(slice.value);
    } while (performance.now() < end);
    timer = setTimeout(next, 0);
  };
  timer = setTimeout(next, 0);
  return () => clearTimeout(timer);
}

/** Milliseconds. */
const LONGEST_TASK = 30;
