/** The state of « Et si j'engage… »: what is typed, and the answer once it is judged, in slices on a long ledger. */
import { useEffect, useState } from 'react';
import type { ControlledDossier } from '../../application/control';
import type { ControlReport } from '../../application/dossier';
import type { FigureSubject } from '../../application/figures/explain-figure';
import { whatIfInSlices, type Intent, type WhatIf } from '../../application/figures/what-if';
import { parseDateText } from '../../domain/calendar/date-text';
import { readAmountText } from '../../domain/money/amount-text';
import { formatDate } from '../../messages/format';
import type { Language } from '../../messages/language';
import { usePane } from '../shared/pane-context';
import { runInSlices } from '../shared/run-slices';

/** The fields of the form. */
interface Typed {
  readonly amount: string;
  readonly date: string;
  readonly line: number | null;
}

export interface WhatIfState extends Typed {
  /** The fields that were wrong when an answer was asked for; another object at each question. */
  readonly wrong: Question['wrong'];
  readonly answer: WhatIf | null;
  setAmount(text: string): void;
  setDate(text: string): void;
  setLine(line: number | null): void;
  /** Starts again, with an amount that was typed before and is judged at once; empty for none. */
  begin(first: string): void;
  ask(): void;
  clear(): void;
}

export function useWhatIf({ dossier, report }: ControlledDossier, subject: FigureSubject): WhatIfState {
  const { language } = usePane().words;
  const today = formatDate(report.asOf, language);
  const [amount, setAmount] = useState('');
  const [date, setDate] = useState(today);
  const [line, setLine] = useState(subject.line);
  const [wrong, setWrong] = useState(NOT_ASKED.wrong);
  const [intent, setIntent] = useState<Intent | null>(null);
  const answer = useAnswer({ dossier, report }, intent);
  /** An answer is about what is typed: a change takes it away. */
  const changed = <T>(set: (value: T) => void) => {
    return (value: T): void => {
      set(value);
      setIntent(null);
    };
  };
  const judge = (question: Question): void => {
    setWrong(question.wrong);
    setIntent(question.intent);
  };
  const read = (typed: Typed): Question => readQuestion(typed, subject, report, language);
  const begin = (first: string): void => {
    setAmount(first);
    setDate(today);
    setLine(subject.line);
    judge(first === '' ? NOT_ASKED : read({ amount: first, date: today, line: subject.line }));
  };
  const ask = (): void => judge(read({ amount, date, line }));
  const clear = (): void => {
    setAmount('');
    judge(NOT_ASKED);
  };
  const setters = { setAmount: changed(setAmount), setDate: changed(setDate), setLine: changed(setLine) };
  return { amount, date, line, wrong, answer, ...setters, begin, ask, clear };
}

interface Question {
  /** Null when a field is wrong. */
  readonly intent: Intent | null;
  readonly wrong: { readonly amount: boolean; readonly date: boolean };
}

const NOT_ASKED: Question = { intent: null, wrong: { amount: false, date: false } };

function readQuestion(
  { amount, date, line }: Typed,
  { envelope, nature }: FigureSubject,
  { asOf }: ControlReport,
  language: Language,
): Question {
  const read = readAmountText(amount);
  const day = parseDateText(date) ?? (date === formatDate(asOf, language) ? asOf : null);
  const cents = read !== null && read.cents > 0 ? read.cents : null;
  return {
    intent: cents === null || day === null ? null : { envelope, nature, line, cents, date: day },
    wrong: { amount: cents === null, date: day === null },
  };
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
