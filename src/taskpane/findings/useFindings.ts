/** The state of the list of findings: the filter, the findings that it keeps, and how many are shown. */
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { ControlReport, Dossier } from '../../application/dossier';
import type { Finding, Severity } from '../../domain/controls/findings/finding';
import { FindingViews, NO_FILTER, type FindingFilter } from './finding-views';
import { usePane } from '../shared/pane-context';

export const PAGE = 50;

export interface Findings {
  readonly views: FindingViews;
  readonly filter: FindingFilter;
  /** The findings that the filter keeps. */
  readonly found: readonly Finding[];
  /** The first of them. */
  readonly shown: readonly Finding[];
  change(change: Partial<FindingFilter>): void;
  toggle(severity: Severity): void;
  clear(): void;
  showMore(): void;
}

export function useFindings(dossier: Dossier, report: ControlReport): Findings {
  const { words } = usePane();
  const views = useMemo(() => new FindingViews(dossier, report, words.language), [dossier, report, words.language]);
  const [filter, setFilter] = useState<FindingFilter>(NO_FILTER);
  const [most, setMost] = useState(PAGE);
  const calmFilter = useDeferredValue(filter); // keeps typing responsive over thousands of findings
  const found = useMemo(() => views.filtered(calmFilter), [views, calmFilter]);

  const change = useCallback((part: Partial<FindingFilter>) => {
    setFilter((before) => ({ ...before, ...part }));
    setMost(PAGE);
  }, []);
  const toggle = useCallback((severity: Severity) => {
    setFilter((before) => {
      const severities = new Set(before.severities);
      if (!severities.delete(severity)) severities.add(severity);
      return { ...before, severities };
    });
    setMost(PAGE);
  }, []);
  const clear = useCallback(() => change(NO_FILTER), [change]);
  const showMore = useCallback(() => setMost((before) => before + PAGE), []);
  return { views, filter, found, shown: found.slice(0, most), change, toggle, clear, showMore };
}
