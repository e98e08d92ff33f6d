/**
 * The one place for messages, at the bottom, so that they move nothing: what Excel is doing, the outcome of the last
 * action, and the way to undo the last writing, which stays until the next one.
 */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import { ArrowUndo16Regular, Dismiss20Regular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { workbookOf, type Notice, type Purpose } from '../../application/session/session-state';
import { countBroken } from '../../application/writing/our-formulas';
import { describeFailure } from '../../messages/failures';
import { placesOf, placesOfFailure, type RefusedPlace } from '../../workbook/places';
import type { KeptCell } from '../../workbook/registers/undo-of-ours';
import { findSheet, type WorkbookSnapshot } from '../../workbook/snapshot';
import { useIsWriting, usePane, useSessionState } from '../shared/pane-context';
import type { PaneWords } from '../shared/pane-fr';
import { PlaceButton } from '../shared/PlaceButton';
import { HIDDEN } from '../shared/surfaces';
import { WritingProgress } from './WritingProgress';

const useStyles = makeStyles({
  slot: { flexShrink: 0, maxHeight: '45%', overflowY: 'auto', boxSizing: 'border-box' },
  messages: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalXS,
    '&:not(:has(.fui-MessageBar))': { padding: 0, rowGap: 0 },
  },
  undo: {
    display: 'flex',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
  },
  undoButton: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  activity: HIDDEN,
});

const INTENTS = {
  failed: 'error',
  written: 'success',
  interrupted: 'warning',
  undressed: 'warning',
  nothingToWrite: 'info',
  preparedAgain: 'warning',
  previewOvertaken: 'warning',
} as const satisfies Record<Notice['kind'], string>;

export function PaneMessages(): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const { activity, notice, calculatesOnDemand, undoable } = useSessionState();
  return (
    <div className={styles.slot}>
      <div role="status" className={styles.activity}>
        {activity === 'idle' ? '' : words.activity[activity]}
      </div>
      <div className={styles.messages}>
        {activity === 'waiting' && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{words.activity.waiting}</MessageBarBody>
          </MessageBar>
        )}
        <WritingProgress />
        {calculatesOnDemand && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{words.onDemand}</MessageBarBody>
          </MessageBar>
        )}
        <BrokenFormulas />
        <div role="status">{notice?.kind !== 'failed' && <NoticeBar />}</div>
        <div role="alert">{notice?.kind === 'failed' && <NoticeBar />}</div>
      </div>
      {undoable !== null && !offersUndo(notice) && (
        <div className={styles.undo}>
          <UndoButton isQuiet />
        </div>
      )}
    </div>
  );
}

/** Messages about a writing have the button that undoes it. */
function offersUndo(notice: Notice | null): boolean {
  if (notice?.kind === 'undressed' || (notice?.kind === 'interrupted' && notice.purpose !== null)) return true;
  return notice?.kind === 'written' && notice.purpose !== 'undo' && notice.purpose !== 'keep';
}

/** « Annuler la dernière correction ». */
function UndoButton({ isQuiet = false }: { readonly isQuiet?: boolean }): ReactElement | null {
  const styles = useStyles();
  const { session, words } = usePane();
  const { undoable } = useSessionState();
  const isWriting = useIsWriting();
  if (undoable === null) return null;
  return (
    <Button
      size="small"
      disabledFocusable={isWriting}
      {...(isQuiet && {
        appearance: 'transparent',
        icon: <ArrowUndo16Regular />,
        className: styles.undoButton,
      })}
      onClick={() => void session.undo()}
    >
      {words.documents.undo[undoable]}
    </Button>
  );
}

/**
 * The outcome of the last action. Where the button pressed is gone, the focus goes to what the message offers to do
 * next, else to « Fermer »: never to the button that undoes it, which a second Enter would press.
 */
function NoticeBar(): ReactElement | null {
  const { session, words } = usePane();
  const { notice, phase } = useSessionState();
  const bar = useRef<HTMLDivElement>(null);
  const isUsed = notice?.kind === 'failed' && notice.failure.code === 'sheetReferenced';
  const sheet = notice && sheetToOpen(notice, workbookOf(phase));
  const places = notice ? placesNamed(notice) : [];
  const leads = isUsed || sheet !== null || places.length > 0;
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    const [close, next] = bar.current?.querySelectorAll('button') ?? [];
    (leads ? next : close)?.focus();
  }, [notice, leads]);
  if (!notice) return null;
  return (
    <div ref={bar}>
      <MessageBar intent={intentOf(notice)} layout="multiline">
        <MessageBarBody>{textOf(notice, words)}</MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              icon={<Dismiss20Regular />}
              aria-label={words.dismiss}
              onClick={() => session.dismissNotice()}
            />
          }
        >
          {sheet !== null && (
            <Button size="small" onClick={() => void session.goTo({ sheet, row: 0, column: 0 })}>
              {words.notices.openSheet}
            </Button>
          )}
          {places.map((refused) => (
            <PlaceButton key={refused.name} refused={refused} size="small" />
          ))}
          {offersUndo(notice) && <UndoButton />}
          {notice.kind === 'interrupted' && (
            <Button size="small" onClick={() => void session.keepInterrupted()}>
              {words.notices.keepAsIs}
            </Button>
          )}
          {notice.kind === 'undressed' && (
            <Button size="small" onClick={() => void session.forgetMissingPage()}>
              {words.notices.pageSeenTo}
            </Button>
          )}
          {isUsed &&
            (['keep', 'delete'] as const).map((used) => (
              <Button key={used} size="small" onClick={() => void session.undo(used)}>
                {words.undoUsed[used]}
              </Button>
            ))}
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}

/**
 * A writing that the user meant to stop is no plain success, nor is an undo that leaves cells, or of which only a text
 * could be kept, nor one that nothing shows yet.
 */
function intentOf(notice: Notice): (typeof INTENTS)[Notice['kind']] {
  if (notice.kind !== 'written') return INTENTS[notice.kind];
  const { isStopTooLate, isNotRead, left, kept } = notice;
  const isPlain = !isStopTooLate && !isNotRead && left.length === 0 && !kept.some(({ isTextOnly }) => isTextOnly);
  return isPlain ? INTENTS.written : 'warning';
}

/** The first sheet that a writing of documents made or changed, and that nobody deleted since. */
function sheetToOpen(notice: Notice, workbook: WorkbookSnapshot | null): string | null {
  if (notice.kind !== 'written' || !['documents', 'copies', 'reconciliation', 'comparison'].includes(notice.purpose))
    return null;
  const { sheetsAdded, sheetsChanged } = notice.summary;
  const sheets = [...sheetsAdded, ...sheetsChanged];
  return sheets.find((name) => workbook === null || findSheet(workbook, name)) ?? null;
}

/** The cells and sheets that a message names for something to do there. */
function placesNamed(notice: Notice): readonly RefusedPlace[] {
  switch (notice.kind) {
    case 'failed':
      return placesOfFailure(notice.failure);
    case 'written':
      return placesOf([...notice.kept, ...notice.left, ...notice.undressed.map((sheet) => ({ sheet }))]);
    case 'undressed':
      return placesOf(notice.sheets.map((sheet) => ({ sheet })));
    default:
      return [];
  }
}

/** Formulas of ours that Excel left at `#NAME?`, with the button that enters them again. */
function BrokenFormulas(): ReactElement | null {
  const { session, words } = usePane();
  const { activity, phase } = useSessionState();
  const workbook = workbookOf(phase);
  const broken = useMemo(() => (workbook ? countBroken(workbook) : 0), [workbook]);
  if (broken === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{words.formulas.broken(broken)}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabled={activity !== 'idle'} onClick={() => void session.formulas.correct()}>
          {words.formulas.correct}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function leftAloneText(purpose: Purpose, count: number, { notices: { leftAlone } }: PaneWords): string {
  return purpose === 'acceptance' ? leftAlone.findings(count) : leftAlone.cells(count);
}

/** Cells of a sheet that a sentence names. */
const MOST_CELLS = 5;

/** A sentence for each sheet in which an undo keeps what somebody typed, or leaves it. */
function placesTexts(places: readonly KeptCell[], sentence: PaneWords['notices']['kept']): readonly string[] {
  return [...new Set(places.map(({ sheet }) => sheet))].map((sheet) => {
    const cells = places.filter((one) => one.sheet === sheet).map(({ cell }) => cell);
    return sentence(sheet, cells.slice(0, MOST_CELLS).join(', '), Math.max(0, cells.length - MOST_CELLS));
  });
}

function textOf(notice: Notice, words: PaneWords): string {
  switch (notice.kind) {
    case 'failed': {
      const { sentence, remedy } = describeFailure(notice.failure, words.language);
      return `${sentence} ${remedy}`;
    }
    case 'written': {
      const { notices } = words;
      const { sheetsAdded, sheetsChanged, cells, leftAlone } = notice.summary;
      const sheets = [...sheetsAdded, ...sheetsChanged];
      const done = notices.written[notice.purpose](cells, sheets.join(', '), sheets[0] ?? '');
      const left = leftAlone === undefined ? [] : [leftAloneText(notice.purpose, leftAlone, words)];
      const page = notice.undressed.length === 0 ? [] : [words.notices.undressed(notice.undressed.join(', '))];
      return [
        ...(notice.isStopTooLate ? [words.notices.stopTooLate] : []),
        ...(notice.left.length > 0 ? [...placesTexts(notice.left, notices.left), notices.othersUndone] : [done]),
        ...left,
        ...page,
        ...placesTexts(notice.kept, notices.kept),
        ...placesTexts(
          notice.kept.filter(({ isTextOnly }) => isTextOnly),
          notices.keptAsText,
        ),
        ...(notice.closesPreview ? [words.notices.previewClosed] : []),
        ...(notice.isUndoKept ? [] : [words.notices.undoneHereOnly]),
        ...(notice.isNotRead ? [words.notices.notRead] : []),
      ].join(' ');
    }
    case 'interrupted':
      if (notice.isRefusal) return words.notices.heldBack;
      return notice.purpose === null
        ? words.notices.illegible
        : words.notices.interrupted(words.documents.undo[notice.purpose]);
    case 'undressed':
      if (notice.purpose === 'undo') return words.notices.pageNotRestored(notice.sheets.join(', '));
      return words.notices.pageMissing(notice.sheets.join(', '), words.documents.undo[notice.purpose]);
    case 'nothingToWrite':
      return notice.leftAlone === undefined
        ? words.notices.nothing[notice.purpose]
        : leftAloneText(notice.purpose, notice.leftAlone, words);
    case 'preparedAgain':
      return words.notices.preparedAgain;
    case 'previewOvertaken':
      return words.notices.previewOvertaken;
  }
}
