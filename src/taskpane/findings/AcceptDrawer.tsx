/** « Accepter… »: a reason and a name, for one finding or for its group. */
import { Button, Field, Input, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Drawer } from '../shared/Drawer';
import { faultOf } from '../shared/forms/field-state';
import { usePane } from '../shared/pane-context';
import { Shape } from '../shared/Shape';
import { GUTTER } from '../shared/surfaces';
import { FINDING_WORDS } from './finding-words';
import { useAcceptance, type AcceptanceAsked, type ToAccept } from './useAcceptance';

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

export function AcceptDrawer(props: AcceptanceAsked): ReactElement {
  const styles = useStyles();
  const { group, views, onClose } = props;
  const words = FINDING_WORDS[views.language].accepting;
  const { words: paneWords } = usePane();
  const form = useAcceptance(props);
  const { now, isWhole, setWhole, reason, setReason, author, setAuthor, missing, isBusy } = form;
  const count = now.seen.length;
  const isGroup = group.entries.length > 1;
  const title = views.titleOf(group);
  return (
    <Drawer
      title={isWhole ? words.titleOfGroup(count) : words.title}
      onClose={onClose}
      footer={
        <>
          <Button appearance="primary" disabled={isBusy || count === 0} onClick={form.submit}>
            {words.now(isWhole ? count : 1)}
          </Button>
          <Button onClick={onClose}>{paneWords.documents.cancel}</Button>
        </>
      }
    >
      <div className={styles.form}>
        <Accepted {...props} isWhole={isWhole} now={now} />
        <Changes now={now} isWhole={isWhole} />
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

interface ShownProps {
  readonly isWhole: boolean;
  readonly now: ToAccept;
}

/** The finding that is accepted, as it is now, or the title of its group. */
function Accepted({ entry, group, views, isWhole, now }: AcceptanceAsked & ShownProps): ReactElement {
  const styles = useStyles();
  const finding = now.seen[0]?.finding ?? entry.finding;
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

/** The edits of others since the form was opened. */
function Changes({ isWhole, now: { seen, changed, gone } }: ShownProps): ReactElement {
  const styles = useStyles();
  const words = FINDING_WORDS[usePane().words.language].accepting;
  const texts = [
    ...(changed > 0 ? [words.changed(changed, isWhole)] : []),
    ...(gone > 0 ? [words.gone(gone, isWhole)] : []),
    ...(seen.length === 0 ? [words.nothingLeft] : []),
  ];
  return (
    <div role="status">
      {texts.length > 0 && (
        <div className={styles.finding}>
          <Shape kind="warning" />
          <p className={styles.text}>{texts.join(' ')}</p>
        </div>
      )}
    </div>
  );
}
