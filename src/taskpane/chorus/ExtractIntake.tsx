/** The ways to give an extract: drop, choose, paste, or a sheet of the workbook. */
import { Button, Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { ClipboardPaste16Regular, DocumentArrowUp20Regular } from '@fluentui/react-icons';
import { useRef, useState, type ReactElement, type RefObject } from 'react';
import type { Dossier } from '../../application/dossier';
import { ourAreas } from '../../workbook/reading/our-areas';
import { isUndoSheet } from '../../workbook/registers/record-sheet';
import { CHORUS_WORDS } from './chorus-words';
import { usePane, useSessionState } from '../shared/pane-context';
import { useFiles } from './useFiles';
import { BUTTONS } from '../shared/surfaces';

const useStyles = makeStyles({
  intake: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  drop: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  row: BUTTONS,
  paste: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
});

const KINDS = '.csv,.txt,.tsv,.xlsx,.xlsm';

interface ExtractIntakeProps {
  readonly dossier: Dossier;
  /** For the button of the verdict, which chooses a file too. */
  readonly picker: RefObject<HTMLInputElement | null>;
  /** A pasted text was read, and its form is gone. */
  readonly onRead: () => void;
}

export function ExtractIntake({ dossier, picker, onRead }: ExtractIntakeProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const texts = CHORUS_WORDS[words.language];
  const readFiles = useFiles();
  const [isPasting, setPasting] = useState(false);
  const ways = useRef<HTMLDivElement>(null);
  const close = (focusNext: () => void): void => {
    setPasting(false);
    focusNext();
  };
  return (
    <section className={styles.intake} aria-label={texts.drop}>
      <div className={styles.drop}>
        <DocumentArrowUp20Regular aria-hidden />
        {texts.drop}
      </div>
      <div ref={ways} className={styles.row}>
        <input
          ref={picker}
          type="file"
          hidden
          multiple
          accept={KINDS}
          aria-label={texts.chooseFile}
          onChange={({ currentTarget }) => {
            void readFiles([...(currentTarget.files ?? [])]);
            currentTarget.value = ''; // lets the same file be chosen again once it is corrected
          }}
        />
        <Button size="small" onClick={() => picker.current?.click()}>
          {texts.chooseFile}
        </Button>
        <Button
          size="small"
          icon={<ClipboardPaste16Regular />}
          aria-expanded={isPasting}
          onClick={() => setPasting(!isPasting)}
        >
          {texts.paste}
        </Button>
      </div>
      {isPasting && (
        <Paste
          onRead={() => close(onRead)}
          onClose={() => close(() => ways.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus())}
        />
      )}
      <SheetChoice dossier={dossier} />
    </section>
  );
}

interface PasteProps {
  readonly onRead: () => void;
  readonly onClose: () => void;
}

function Paste({ onRead, onClose }: PasteProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { extracts } = useSessionState();
  const texts = CHORUS_WORDS[words.language];
  const [text, setText] = useState('');
  const read = async (): Promise<void> => {
    let number = 1;
    while (extracts.some(({ source }) => source === texts.pasted(number))) number++;
    await session.extracts.add([{ name: texts.pasted(number), text }]);
    if (session.state().notice?.kind !== 'failed') onRead();
  };
  return (
    <div className={styles.paste}>
      <Field label={texts.pasteHere} size="small">
        <Textarea
          size="small"
          resize="vertical"
          autoFocus
          rows={4}
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <div className={styles.row}>
        <Button size="small" appearance="primary" disabled={text.trim() === ''} onClick={() => void read()}>
          {texts.read}
        </Button>
        <Button size="small" onClick={onClose}>
          {texts.cancel}
        </Button>
      </div>
    </div>
  );
}

/** The sheets of the workbook, without those of the ledger and those that the add-in wrote. */
function SheetChoice({ dossier }: { readonly dossier: Dossier }): ReactElement | null {
  const { session, words } = usePane();
  const texts = CHORUS_WORDS[words.language];
  const ofLedger = new Set(dossier.blocks.map(({ sheet }) => sheet));
  const { workbook } = dossier;
  const sheets = workbook.sheets.filter(
    (sheet) =>
      sheet.used !== null && !ofLedger.has(sheet.name) && !isUndoSheet(sheet) && ourAreas(workbook, sheet).length === 0,
  );
  if (sheets.length === 0) return null;
  return (
    <Select
      size="small"
      aria-label={texts.sheet}
      value=""
      onChange={(_, { value }) => {
        if (value !== '') void session.extracts.add([{ sheet: value }]);
      }}
    >
      <option value="">{texts.chooseSheet}</option>
      {sheets.map(({ id, name }) => (
        <option key={id} value={name}>
          {name}
        </option>
      ))}
    </Select>
  );
}
