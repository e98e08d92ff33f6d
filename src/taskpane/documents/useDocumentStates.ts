/** The states of the documents, compared one at a time between two paints; a long ledger is compared when asked. */
import { useEffect, useState } from 'react';
import type { ControlledDossier } from '../../application/control';
import type { DocumentState } from '../../application/documents/document-states';
import type { ControlReport } from '../../application/dossier';
import type { DocumentId } from '../../documents/document';
import { useKept, useScreens } from '../shared/screens';

type States = ReadonlyMap<DocumentId, DocumentState>;

/** Rows above which one comparison would be felt. */
const LARGE = 20_000;

interface Compared {
  /** The reading that all the states are of; null while they are being compared. */
  readonly report: ControlReport | null;
  readonly states: States;
}

/** Where the states are kept while another tab is shown. */
const KEY = 'documents.states';
const NOTHING: Compared = { report: null, states: new Map() };

/** The states as they were last compared; none before « Documents » was first shown. */
export function statesKept(kept: ReadonlyMap<string, unknown>): States {
  return (kept.get(KEY) as Compared | undefined)?.states ?? NOTHING.states;
}

export interface DocumentStates {
  /** Those known so far: of the reading before, until each is compared with this one. */
  readonly states: States;
  readonly isComparing: boolean;
  /** Compares a long ledger; null once it is asked, and where it is not needed. */
  readonly compare: (() => void) | null;
}

export function useDocumentStates({ dossier, report }: ControlledDossier): DocumentStates {
  const [asked, setAsked] = useState<ControlReport | null>(null);
  const [{ states, report: of }, setCompared] = useKept<Compared>(KEY, NOTHING);
  const { kept } = useScreens();
  const isKnown = of === report;
  const isWanted = !isKnown && (dossier.ledger.rows.length <= LARGE || asked === report);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isOver = false;
    void (async () => {
      const { documentStates } = await import(
        /* webpackChunkName: "documents" */ '../../application/documents/document-states'
      );
      const found = new Map(statesKept(kept)); // a start, until each is compared
      for (const stated of documentStates(dossier, report)) {
        if (stated) found.set(stated.frame.id, stated.state);
        await new Promise((painted) => setTimeout(painted));
        if (isOver) return;
        if (stated) setCompared({ report: null, states: new Map(found) });
      }
      setCompared({ report, states: found });
    })();
    return () => {
      isOver = true;
    };
  }, [isWanted, dossier, report, kept, setCompared]);
  return { states, isComparing: isWanted, compare: isKnown || isWanted ? null : () => setAsked(report) };
}
