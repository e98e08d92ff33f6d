/**
 * The first minutes: the content of the workbook as it was read, where the headings are, then the convention to apply,
 * none of which is proposed. Nothing is written before the last button.
 */
import { Button, Link, makeStyles, Radio, RadioGroup, Spinner, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useMemo, useState, type ReactElement } from 'react';
import { workbookOf } from '../../application/session/session-state';
import { proposeMapping } from '../../application/writing/propose-mapping';
import { KNOWN_CONVENTIONS, loadConvention } from '../../conventions/index';
import { HeadingsStep } from '../reading/HeadingsStep';
import { useOpenForm } from '../shared/forms/useDraft';
import { usePane, useSessionState } from '../shared/pane-context';
import { GUTTER } from '../shared/surfaces';
import { FIRST_RUN_WORDS } from './first-run-words';
import { FoundTable } from './FoundTable';
import { foundIn, type Found } from './found-views';
import { useReading } from '../reading/useReading';

/** Fetched when asked for. */
const ConventionForm = lazy(async () => ({
  default: (await import(/* webpackChunkName: "convention-form" */ './ConventionForm')).ConventionForm,
}));

/** In the place of a convention of the list. */
const OTHER = 'other';

const useStyles = makeStyles({
  screen: {
    ...GUTTER,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  example: { alignSelf: 'flex-start', textAlign: 'left' },
  last: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

export function FirstRun(): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const texts = FIRST_RUN_WORDS[words.language];
  const found = useFound();
  const [isNew, setNew] = useOpenForm('convention');
  if (isNew) {
    return (
      <Suspense fallback={<Spinner label={words.welcome.loading} labelPosition="below" />}>
        <ConventionForm onClose={() => setNew(false)} />
      </Suspense>
    );
  }
  return (
    <div className={styles.screen}>
      <div>
        <h1 className={styles.title}>{found.isEmpty ? texts.emptyTitle : texts.title}</h1>
        <p className={styles.text}>{texts.untouched}</p>
      </div>
      <ExampleButton />
      {found.tables.map((table) => (
        <FoundTable key={`${table.sheet} ${table.headingRow}`} table={table} />
      ))}
      {found.others.map(({ sheet, why }) => (
        <section key={sheet} aria-label={sheet}>
          <h2 className={styles.heading}>{sheet}</h2>
          <p className={styles.quiet}>{texts.notRead(texts.why[why])}</p>
        </section>
      ))}
      {!found.isEmpty && (
        <section aria-label={texts.headings}>
          <p className={styles.text}>{found.tables.length === 0 ? texts.noTable : texts.otherHeadings}</p>
          <HeadingsStep />
        </section>
      )}
      <ConventionChoice hasLedger={found.tables.length > 0} onNew={() => setNew(true)} />
    </div>
  );
}

/** The tables that look like a ledger, and the sheets that do not. */
function useFound(): Found {
  const { phase } = useSessionState();
  const entries = useReading();
  return useMemo(() => {
    const workbook = workbookOf(phase);
    const proposal = workbook && proposeMapping(workbook);
    return foundIn(workbook, proposal?.ok ? proposal.value : null, entries ?? []);
  }, [phase, entries]);
}

function ExampleButton(): ReactElement {
  const styles = useStyles();
  const { session, words, fetchExample } = usePane();
  const { activity } = useSessionState();
  const open = async (): Promise<void> => {
    const example = await fetchExample();
    if (example.ok) await session.openNew(example.value);
    else session.reportFailure(example.failure);
  };
  return (
    <Link as="button" className={styles.example} disabledFocusable={activity === 'writing'} onClick={() => void open()}>
      {FIRST_RUN_WORDS[words.language].example}
    </Link>
  );
}

interface ConventionChoiceProps {
  readonly hasLedger: boolean;
  readonly onNew: () => void;
}

/** The conventions of the product, and any other; none is chosen for the user. */
function ConventionChoice({ hasLedger, onNew }: ConventionChoiceProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { activity } = useSessionState();
  const texts = FIRST_RUN_WORDS[words.language];
  const [chosen, setChosen] = useState('');
  const apply = (): void => {
    if (chosen === OTHER) onNew();
    else if (chosen !== '') void session.convention.initialise(chosen);
  };
  return (
    <section aria-label={texts.which}>
      <h2 className={styles.heading}>{texts.which}</h2>
      <RadioGroup aria-label={texts.which} value={chosen} onChange={(_, { value }) => setChosen(value)}>
        {KNOWN_CONVENTIONS.map((id) => (
          <Radio key={id} value={id} label={titleOf(id)} />
        ))}
        <Radio value={OTHER} label={texts.other} />
      </RadioGroup>
      <div className={styles.last}>
        <Button appearance="primary" disabledFocusable={activity !== 'idle' || chosen === ''} onClick={apply}>
          {chosen === OTHER ? texts.describe : hasLedger ? texts.control : words.welcome.add}
        </Button>
        <span className={styles.quiet}>{chosen === '' ? texts.chooseFirst : texts.whatIsAdded}</span>
      </div>
    </section>
  );
}

function titleOf(id: string): string {
  const convention = loadConvention(id);
  return convention.ok ? convention.value.title : id;
}
