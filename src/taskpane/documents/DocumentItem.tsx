/** One document: its state in a shape and in words, its preview, and the button of the next step. */
import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { DocumentState } from '../../application/documents/document-states';
import type { DocumentFrame } from '../../documents/document';
import { describeFailure } from '../../messages/failures';
import { formatDate } from '../../messages/format';
import type { Language } from '../../messages/language';
import { useIsWriting, usePane, useSessionState } from '../shared/pane-context';
import { Shape, TONES, type ShapeKind } from '../shared/Shape';
import { DOCUMENT_LIST_WORDS } from './document-list-words';
import type { Owed } from './document-views';

/** The buttons go under the name, which has the width of the pane. */
const NARROW = '@media (max-width: 299px)';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
    padding: `${tokens.spacingVerticalSNudge} 0`,
    [NARROW]: { gridTemplateColumns: '20px minmax(0, 1fr) auto', rowGap: tokens.spacingVerticalXS },
  },
  name: { overflowWrap: 'anywhere', [NARROW]: { gridColumn: '2 / -1' } },
  preview: { [NARROW]: { gridColumn: '2', justifySelf: 'start' } },
  state: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  danger: { color: TONES.danger },
  warning: { color: TONES.warning },
  action: { minWidth: 'auto' },
});

export interface DocumentItemProps {
  readonly frame: DocumentFrame;
  /** Null while it is not compared. */
  readonly state: DocumentState | null;
  /** Why it is owed; null when it is not. */
  readonly owed: Owed | null;
  /** The envelope of an annex. */
  readonly about: string;
}

export function DocumentItem({ frame, state, owed, about }: DocumentItemProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { asOf } = useSessionState();
  const { act } = DOCUMENT_LIST_WORDS[words.language];
  const isBusy = useIsWriting();
  const shape = shapeOf(state, owed);
  const sheet = state !== null && state.kind !== 'never' ? state.sheet : null;
  const verb = state?.kind === 'outdated' ? act.update : act.generate;
  const isOpened = sheet !== null && state?.kind !== 'outdated';
  return (
    <li className={styles.item}>
      <Shape kind={shape} />
      <span className={styles.name}>
        {frame.sheet}
        <div
          className={mergeClasses(
            styles.state,
            shape === 'danger' && styles.danger,
            shape === 'warning' && styles.warning,
          )}
        >
          {[...stateTexts(state, owed, asOf, words.language), ...(about === '' ? [] : [about])].join('\u00a0· ')}
        </div>
      </span>
      <Link
        as="button"
        className={styles.preview}
        aria-label={act.about(act.preview, frame.sheet)}
        onClick={() => void session.documents.preview(frame.id)}
      >
        {act.preview}
      </Link>
      {isOpened ? (
        <Button
          size="small"
          className={styles.action}
          aria-label={act.about(act.open, frame.sheet)}
          onClick={() => void session.goTo({ sheet, row: 0, column: 0 })}
        >
          {act.open}
        </Button>
      ) : (
        <Button
          size="small"
          className={styles.action}
          appearance={shape === 'danger' ? 'primary' : 'secondary'}
          disabledFocusable={isBusy}
          aria-label={act.about(verb, frame.sheet)}
          onClick={() => void session.documents.prepare([frame.id])}
        >
          {verb}
        </Button>
      )}
    </li>
  );
}

/** A letter that is owed and is in the workbook is no longer urgent here: whether it was sent is its duty's. */
function shapeOf(state: DocumentState | null, owed: Owed | null): ShapeKind {
  if (owed && (state === null || state.kind === 'never')) return owed.isLate ? 'danger' : 'warning';
  if (state === null || state.kind === 'never') return 'unknown';
  return state.kind === 'upToDate' ? 'good' : 'warning';
}

function stateTexts(
  state: DocumentState | null,
  owed: Owed | null,
  today: number,
  language: Language,
): readonly string[] {
  const { states } = DOCUMENT_LIST_WORDS[language];
  if (owed?.due && (state === null || state.kind === 'never')) {
    const day = formatDate(owed.due, language);
    return [owed.isLate || owed.due < today ? states.expectedSince(day) : states.expectedOn(day)];
  }
  if (state === null) return [states.unknown];
  switch (state.kind) {
    case 'never':
      return [states.never];
    case 'refused':
      return [
        (state.sheet === null ? states.refusedNew : states.refused)(describeFailure(state.failure, language).sentence),
      ];
    case 'upToDate':
      if (state.asOf === null || state.asOf === today) return [states.upToDate];
      return [states.upToDateOn(formatDate(state.asOf, language))];
    case 'outdated': {
      const isOld = state.asOf !== null && state.asOf !== today;
      const first = isOld ? states.outdatedOn(formatDate(state.asOf, language)) : states.outdated;
      return state.cells === 0 ? [first] : [first, states.cells(state.cells)];
    }
  }
}
