/** « Depuis… », folded: an earlier date or an earlier workbook, then the comparison and its document. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { BranchCompare20Regular } from '@fluentui/react-icons';
import { type FormEvent, type ReactElement } from 'react';
import type { ControlledDossier } from '../../application/control';
import { formatDate } from '../../messages/format';
import { PlanPreview } from '../documents/PlanPreview';
import { Fold } from '../shared/Fold';
import { useIsWriting, usePane } from '../shared/pane-context';
import { ComparisonResult } from './ComparisonResult';
import { SINCE_WORDS } from './since-words';
import { useComparison } from './useComparison';

const useStyles = makeStyles({
  fold: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalM },
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
  },
  text: { margin: 0 },
  input: { minWidth: 0, width: '100%' },
});

export function SinceSection({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const words = SINCE_WORDS[usePane().words.language];
  return (
    <Fold isLate className={styles.fold} label={<strong>{words.title}</strong>}>
      <SinceForm dossier={dossier} report={report} />
    </Fold>
  );
}

function SinceForm({ dossier, report }: ControlledDossier): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const isWriting = useIsWriting();
  const texts = SINCE_WORDS[words.language];
  const { typed, isWrong, comparison, earlier, type, choose, compare } = useComparison(dossier, report);
  const asOf = formatDate(report.asOf, words.language);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    compare();
  };
  return (
    <>
      <form className={styles.content} onSubmit={send} noValidate>
        <p className={styles.text}>{texts.intro(asOf)}</p>
        <Field
          label={texts.from}
          validationState={isWrong ? 'error' : 'none'}
          validationMessage={isWrong ? texts.badDate(asOf) : null}
        >
          <Input className={styles.input} value={typed} maxLength={40} onChange={(_, { value }) => type(value)} />
        </Field>
        <Field label={texts.file} hint={texts.fileHint}>
          {(props) => (
            <input
              {...props}
              className={styles.input}
              type="file"
              accept=".xlsx,.xlsm"
              onChange={(event) => void choose(event.currentTarget.files?.[0] ?? null)}
            />
          )}
        </Field>
        <Button type="submit" icon={<BranchCompare20Regular />}>
          {texts.compare}
        </Button>
      </form>
      {comparison && (
        <section className={styles.content} aria-label={texts.result}>
          <ComparisonResult comparison={comparison} />
          <PlanPreview
            busy={isWriting}
            onPrepare={() => session.documents.prepareComparison(comparison.before.report.asOf, earlier)}
          />
        </section>
      )}
    </>
  );
}
