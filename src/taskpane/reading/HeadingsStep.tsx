/** « Indiquer la ligne d'en-têtes »: the rows that are selected in Excel become the headings of a table of the ledger. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { workbookOf } from '../../application/session/session-state';
import {
  MOST_HEADING_ROWS,
  selectedHeadings,
  type SelectedHeadings,
} from '../../application/writing/selected-headings';
import { formatNumberText } from '../../messages/format';
import { shorten } from '../../messages/typography';
import { isRefused } from '../shared/forms/is-refused';
import { usePane, useSessionState } from '../shared/pane-context';
import { BUTTONS, WELL } from '../shared/surfaces';
import { READING_PANEL_WORDS } from './reading-panel-words';

const MOST_SHOWN = 20;

const useStyles = makeStyles({
  step: { ...WELL, alignSelf: 'stretch', flexBasis: '100%', boxSizing: 'border-box' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, overflowWrap: 'anywhere' },
  list: { margin: 0, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  buttons: BUTTONS,
});

export interface HeadingsStepProps {
  /** The place whose headings are meant, in a list of places. */
  readonly name?: string;
  readonly isDisabled?: boolean;
  /** Carries the decision out. */
  readonly onDecide?: (act: () => Promise<void>) => Promise<void>;
}

export function HeadingsStep({ name, isDisabled = false, onDecide }: HeadingsStepProps): ReactElement {
  const { words } = usePane();
  const texts = READING_PANEL_WORDS[words.language];
  const [isOpen, setOpen] = useState<boolean | null>(null);
  const { selected, read } = useSelectedHeadings();
  const start = (): void => {
    setOpen(true);
    void read();
  };
  if (isOpen)
    return (
      <HeadingsForm
        selected={selected}
        onRead={() => void read()}
        onClose={() => setOpen(false)}
        onDecide={onDecide ?? ((act) => act())}
      />
    );
  return (
    <Button
      size={name === undefined ? 'medium' : 'small'}
      disabled={isDisabled}
      autoFocus={isOpen === false} // the focused button of the form is gone
      {...(name !== undefined && { 'aria-label': texts.at(texts.headings.start, name) })}
      onClick={start}
    >
      {texts.headings.start}
    </Button>
  );
}

function useSelectedHeadings(): { readonly selected: SelectedHeadings | null; readonly read: () => Promise<void> } {
  const { session } = usePane();
  const [selected, setSelected] = useState<SelectedHeadings | null>(null);
  const read = async (): Promise<void> => {
    const range = await session.reading.selection();
    const workbook = workbookOf(session.state().phase);
    setSelected(range && workbook && selectedHeadings(workbook, range));
  };
  return { selected, read };
}

interface HeadingsFormProps {
  readonly selected: SelectedHeadings | null;
  readonly onRead: () => void;
  readonly onClose: () => void;
  readonly onDecide: (act: () => Promise<void>) => Promise<void>;
}

function HeadingsForm({ selected, onRead, onClose, onDecide }: HeadingsFormProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const busy = useSessionState().activity === 'writing';
  const texts = READING_PANEL_WORDS[words.language].headings;
  const isFound = selected?.kind === 'headings';
  const confirm = async (): Promise<void> => {
    if (!isFound) return;
    await onDecide(() => session.reading.nameHeadings({ sheet: selected.sheet, area: selected.area }));
    if (!isRefused(session.state().notice)) onClose();
  };
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault(); // the screen around it stays open
    onClose();
  };
  return (
    <section className={styles.step} aria-label={texts.title} onKeyDown={closeOnEscape}>
      <h2 className={styles.title}>{texts.title}</h2>
      <p className={styles.text}>{texts.intro}</p>
      <div role="status">{selected && <Selected selected={selected} />}</div>
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={busy || !isFound} onClick={() => void confirm()}>
          {texts.confirm}
        </Button>
        <Button autoFocus onClick={onRead}>
          {texts.read}
        </Button>
        <Button onClick={onClose}>{words.documents.cancel}</Button>
      </div>
    </section>
  );
}

function Selected({ selected }: { readonly selected: SelectedHeadings }): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const texts = READING_PANEL_WORDS[language];
  const { blank, tooManyRows, selected: place, found, firstRow, noRow } = texts.headings;
  if (selected.kind === 'blank') return <p className={styles.text}>{blank(selected.sheet)}</p>;
  if (selected.kind === 'tooManyRows') return <p className={styles.text}>{tooManyRows(MOST_HEADING_ROWS)}</p>;
  const examples = selected.examples.map((example) => formatNumberText(example, language, false));
  return (
    <>
      <p className={styles.text}>{place(selected.sheet, texts.area(selected.area))}</p>
      <p className={styles.list}>
        <strong>{found(selected.headings.length)}</strong> – {someOf(selected.headings)}
      </p>
      <p className={styles.list}>
        <strong>{firstRow}</strong> – {examples.length === 0 ? noRow : someOf(examples)}
      </p>
    </>
  );
}

function someOf(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_SHOWN).map(shorten).join(', ');
  return texts.length > MOST_SHOWN ? `${shown}…` : shown;
}
