/** « Accepter… »: a reason and a name, for one finding or for its group. */
import { Button, Field, Input, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactElement } from 'react';
import { Drawer } from '../shared/Drawer';
import { faultOf } from '../shared/forms/field-state';
import { usePane, useSessionState } from '../shared/pane-context';
import { Shape } from '../shared/Shape';
import { GUTTER } from '../shared/surfaces';
import type { Entry } from './finding-entries';
import type { Group } from './finding-groups';
import type { FindingViews } from './finding-views';
import { FINDING_WORDS } from './finding-words';
import { rememberedName, rememberName } from './remembered-name';

const LONGEST_REASON = 1000;
const LONGEST_NAME = 120;

const useStyles = makeStyles({
  form: {
    ...GUTTER,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
  finding: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, overflowWrap: 'anywhere' },
  place: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    '::first-letter': { textTransform: 'uppercase' },
  },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

const SHAPES = { error: 'danger', warning: 'warning', info: 'info' } as const;

export interface AcceptDrawerProps {
  readonly entry: Entry;
  readonly group: Group;
  readonly isWholeFirst: boolean;
  readonly views: FindingViews;
  readonly onClose: () => void;
  readonly onDecide: (act: () => Promise<void>) => Promise<void>;
}

export function AcceptDrawer(props: AcceptDrawerProps): ReactElement {
  const styles = useStyles();
  const { group, views, onClose } = props;
  const words = FINDING_WORDS[views.language].accepting;
  const { words: paneWords } = usePane();
  const form = useAcceptance(props);
  const { count, isWhole, setWhole, reason, setReason, author, setAuthor, missing, isBusy } = form;
  const isGroup = group.entries.length > 1;
  const title = views.titleOf(group);
  return (
    <Drawer
      title={isWhole ? words.titleOfGroup(count) : words.title}
      onClose={onClose}
      footer={
        <>
          <Button appearance="primary" disabled={isBusy} onClick={form.submit}>
            {words.now(count)}
          </Button>
          <Button onClick={onClose}>{paneWords.documents.cancel}</Button>
        </>
      }
    >
      <div className={styles.form}>
        <Accepted {...props} isWhole={isWhole} />
        <Field label={words.reason} required {...faultOf(missing.has('reason'), words.reasonMissing)}>
          <Textarea
            textarea={{ ref: form.reasonField }}
            resize="vertical"
            maxLength={LONGEST_REASON}
            value={reason}
            onChange={(_, { value }) => setReason(value)}
          />
        </Field>
        <Field label={words.author} required hint={words.kept} {...faultOf(missing.has('author'), words.authorMissing)}>
          <Input
            input={{ ref: form.authorField }}
            maxLength={LONGEST_NAME}
            value={author}
            onChange={(_, { value }) => setAuthor(value)}
          />
        </Field>
        {isGroup && (
          <Field label={words.extent}>
            <RadioGroup value={isWhole ? 'group' : 'one'} onChange={(_, { value }) => setWhole(value === 'group')}>
              <Radio value="one" label={words.one} />
              <Radio value="group" label={words.group(group.entries.length, title)} />
            </RadioGroup>
          </Field>
        )}
        <p className={styles.small}>{words.after}</p>
      </div>
    </Drawer>
  );
}

/** The finding that is accepted, or the title of its group. */
function Accepted({ entry, group, views, isWhole }: AcceptDrawerProps & { readonly isWhole: boolean }): ReactElement {
  const styles = useStyles();
  const { finding } = entry;
  return (
    <div className={styles.finding}>
      <Shape kind={SHAPES[finding.severity]} />
      <div>
        <h2 className={styles.title}>{views.titleOf(group)}</h2>
        {!isWhole && (
          <>
            <p className={styles.text}>{views.problemOf(finding)}</p>
            <p className={styles.place}>{views.rowNameOf(finding)}</p>
          </>
        )}
      </div>
    </div>
  );
}

function useAcceptance({ entry, group, isWholeFirst, onClose, onDecide }: AcceptDrawerProps) {
  const { session } = usePane();
  const state = useSessionState();
  const [reason, setReason] = useState('');
  const [author, setAuthor] = useState(state.author === '' ? rememberedName() : state.author);
  const [isWhole, setWhole] = useState(isWholeFirst);
  const [isTried, setTried] = useState(false);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const authorField = useRef<HTMLInputElement>(null);
  const lacking = [...(reason.trim() === '' ? ['reason'] : []), ...(author.trim() === '' ? ['author'] : [])];
  const missing: ReadonlySet<string> = new Set(isTried ? lacking : []);
  const seen = isWhole ? group.entries : [entry];
  const submit = (): void => {
    setTried(true);
    const [first] = lacking;
    if (first !== undefined) return (first === 'reason' ? reasonField.current : authorField.current)?.focus();
    rememberName(author);
    void onDecide(async () => {
      await session.findings.accept(seen, { reason, author });
      if (session.state().notice?.kind !== 'failed') onClose();
    });
  };
  const isBusy = state.activity === 'writing';
  const fields = { reason, setReason, reasonField, author, setAuthor, authorField, isWhole, setWhole };
  return { ...fields, missing, count: seen.length, submit, isBusy };
}
