/**
 * « Rapprochement Chorus »: the extracts to compare with the ledger, how they were read, and the result. Fetched when
 * first shown.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, type DragEvent, type ReactElement, type RefObject } from 'react';
import type { ControlledDossier } from '../../application/control';
import { reconcileDossier } from '../../application/reconciliation/reconcile-dossier';
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import { ReconciliationViews } from './reconciliation-views';
import { CHORUS_WORDS } from './chorus-words';
import { ExtractIntake } from './ExtractIntake';
import { ExtractList } from './ExtractList';
import { usePane, useSessionState } from '../shared/pane-context';
import { CoverageVerdict, useCoverage } from './CoverageVerdict';
import { ReconciliationGaps } from './ReconciliationGaps';
import { ReconciliationResult } from './ReconciliationResult';
import { HIDDEN } from '../shared/surfaces';
import { useFiles } from './useFiles';

const useStyles = makeStyles({
  panel: {
    minHeight: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
  held: {
    outline: `2px dashed ${tokens.colorBrandStroke1}`,
    outlineOffset: tokens.spacingVerticalXS,
    borderRadius: tokens.borderRadiusMedium,
  },
  text: { margin: 0 },
  hidden: HIDDEN,
});

export function ChorusPanel({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { extracts } = useSessionState();
  const { language } = words;
  const readFiles = useFiles();
  const picker = useRef<HTMLInputElement>(null);
  const [isHeld, setHeld] = useState(false);
  const views = useMemo(
    () =>
      extracts.length === 0
        ? null
        : new ReconciliationViews(dossier, reconcileDossier(dossier, report, extracts), language),
    [dossier, report, extracts, language],
  );
  const coverage = useCoverage(views);
  const answer = useAnswerFocus<HTMLParagraphElement & HTMLHeadingElement>(extracts);
  const hold = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setHeld(true);
  };
  return (
    <div
      className={mergeClasses(styles.panel, isHeld && styles.held)}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setHeld(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setHeld(false);
        void readFiles([...event.dataTransfer.files]);
      }}
    >
      {coverage ? (
        <CoverageVerdict text={coverage} headline={answer} onAdd={() => picker.current?.click()} />
      ) : (
        <p ref={answer} tabIndex={-1} className={styles.text}>
          {CHORUS_WORDS[language].intro}
        </p>
      )}
      <div role="status" className={styles.hidden}>
        {coverage && [`${coverage.headline}.`, ...coverage.causes].join(' ')}
      </div>
      {views && coverage && <ReconciliationGaps views={views} tone={coverage.tone} />}
      {extracts.length > 0 && <ExtractList extracts={extracts} />}
      <ExtractIntake dossier={dossier} picker={picker} onRead={() => answer.current?.focus()} />
      {views && <ReconciliationResult views={views} />}
    </div>
  );
}

/** The first words of the screen take the focus when the extract that had the button pressed is removed. */
function useAnswerFocus<E extends HTMLElement>(extracts: readonly ChorusExtract[]): RefObject<E | null> {
  const answer = useRef<E>(null);
  const before = useRef(extracts);
  useEffect(() => {
    if (before.current !== extracts && document.activeElement === document.body) answer.current?.focus();
    before.current = extracts;
  }, [extracts]);
  return answer;
}
