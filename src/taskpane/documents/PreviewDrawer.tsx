/**
 * The preview of a command on documents, over the screen where it was asked, from the ribbon too: the pages, then
 * the changes of the workbook, and the buttons that write them or leave. Nothing is written before.
 */
import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Prepared } from '../../application/session/session-state';
import { documentsOf } from '../../documents/document';
import { isEmptyPlan } from '../../workbook/plan';
import { Drawer } from '../shared/Drawer';
import { useIsWriting, usePane, useSessionState } from '../shared/pane-context';
import { useScreens } from '../shared/screens';
import { Shape } from '../shared/Shape';
import { GUTTER, LIST } from '../shared/surfaces';
import { AdviceToWriter } from './AdviceToWriter';
import { DOCUMENT_LIST_WORDS, type DocumentListWords } from './document-list-words';
import { Paper } from './Paper';
import { statesKept } from './useDocumentStates';

const useStyles = makeStyles({
  choice: { ...GUTTER, paddingTop: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalS },
  changes: {
    ...GUTTER,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { ...LIST, rowGap: tokens.spacingVerticalXS },
  line: { display: 'flex', columnGap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  shape: { marginTop: '2px' },
});

/** Absent while nothing was prepared. */
export function PreviewDrawer(): ReactElement | null {
  const { prepared } = useSessionState();
  return prepared && <Preview prepared={prepared} />;
}

function Preview({ prepared }: { readonly prepared: Prepared }): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const texts = DOCUMENT_LIST_WORDS[words.language];
  const [chosen, setChosen] = useState('');
  const { pages, plan } = prepared;
  const page = pages.find(({ sheet }) => sheet === chosen) ?? pages[0];
  const isDone = isEmptyPlan(plan);
  const isBusy = useIsWriting();
  const close = (): void => session.documents.discardPrepared();
  return (
    <Drawer
      title={pages.length === 1 && page ? page.sheet : texts.pages(pages.length)}
      onClose={close}
      footer={
        <>
          {isDone ? (
            <Button
              appearance="primary"
              onClick={() => page && void session.goTo({ sheet: page.sheet, row: 0, column: 0 })}
            >
              {words.notices.openSheet}
            </Button>
          ) : (
            <Button
              appearance="primary"
              disabledFocusable={isBusy}
              onClick={() => void session.documents.writePrepared()}
            >
              {texts.write[actionOf(prepared)]}
            </Button>
          )}
          <Button onClick={close}>{isDone ? words.close : words.documents.cancel}</Button>
        </>
      }
    >
      {pages.length > 1 && page && (
        <Field className={styles.choice} label={texts.shownPage} size="small">
          <Select size="small" value={page.sheet} onChange={(_, { value }) => setChosen(value)}>
            {pages.map(({ sheet }) => (
              <option key={sheet}>{sheet}</option>
            ))}
          </Select>
        </Field>
      )}
      {page && <Paper page={page} />}
      <AdviceToWriter advice={plan.advice ?? []} />
      <Changes prepared={prepared} />
    </Drawer>
  );
}

/** The sheets that are added or updated, and how many cells. */
function Changes({ prepared }: { readonly prepared: Prepared }): ReactElement {
  const styles = useStyles();
  const texts = DOCUMENT_LIST_WORDS[usePane().words.language];
  const leftOut = useLeftOut(prepared);
  return (
    <section className={styles.changes}>
      <h2 className={styles.heading}>{texts.changes}</h2>
      <ul className={styles.list}>
        {changesOf(prepared, texts).map((change) => (
          <li key={change} className={styles.line}>
            <Shape kind={isEmptyPlan(prepared.plan) ? 'good' : 'info'} className={styles.shape} />
            <span>{change}</span>
          </li>
        ))}
        {leftOut.length > 0 && (
          <li className={styles.line}>
            <Shape kind="warning" className={styles.shape} />
            <span>{texts.leftOut(leftOut)}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

/** The documents that a writing of several leaves out, since they cannot be written. */
function useLeftOut({ plan, pages }: Prepared): readonly string[] {
  const { kept } = useScreens();
  const { phase } = useSessionState();
  if (plan.purpose !== 'documents' || pages.length < 2 || phase.kind !== 'ready') return [];
  const states = statesKept(kept);
  return documentsOf(phase.dossier.convention)
    .filter(({ id, onDemand }) => !onDemand && states.get(id)?.kind === 'refused')
    .map(({ sheet }) => sheet);
}

/** The verb of the button. */
function actionOf({ plan, summary }: Prepared): keyof DocumentListWords['write'] {
  if (plan.purpose === 'copies') return 'copy';
  return summary.sheetsAdded.length === 0 ? 'update' : 'generate';
}

function changesOf({ plan, summary, pages }: Prepared, texts: DocumentListWords): readonly string[] {
  if (isEmptyPlan(plan)) return [texts.nothing];
  const { sheetsAdded, sheetsChanged, cells } = summary;
  const added = pages.filter(({ sheet }) => sheetsAdded.includes(sheet));
  const ofNew = added.reduce((sum, { rows }) => sum + rows.flat().filter((cell) => cell !== null).length, 0);
  return [
    ...(sheetsAdded.length > 0 ? [texts.added(sheetsAdded)] : []),
    ...(sheetsChanged.length > 0 ? [texts.changed(sheetsChanged, Math.max(0, cells - ofNew))] : [texts.untouched]),
  ];
}
