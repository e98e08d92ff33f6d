/** What the pane shows when the workbook cannot be controlled yet: why, and the one next step. */
import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState, type ReactElement, type ReactNode } from 'react';
import { KNOWN_CONVENTIONS, loadConvention } from '../../conventions/index';
import type { Failure } from '../../workbook/failure';
import { describeFailure } from '../../messages/failures';
import { usePane, useSessionState } from './pane-context';

const useStyles = makeStyles({
  welcome: { padding: tokens.spacingHorizontalM, display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { margin: 0 },
});

export function Welcome({ failure }: { readonly failure: Failure }): ReactElement {
  if (failure.code === 'noConvention') return <AddConvention />;
  if (failure.code === 'severalLedgers') return <ChooseLedger candidates={failure.candidates} />;
  return <Refusal failure={failure} />;
}

function Step({ title, text, children }: { readonly title: string; readonly text: string; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.welcome}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{text}</p>
      {children}
    </div>
  );
}

function AddConvention(): ReactElement {
  const { session, words } = usePane();
  const busy = useSessionState().activity !== 'idle';
  const [chosen, setChosen] = useState(KNOWN_CONVENTIONS[0] ?? '');
  return (
    <Step title={words.welcome.initialiseTitle} text={words.welcome.initialise}>
      <RadioGroup aria-label={words.welcome.template} value={chosen} onChange={(_, { value }) => setChosen(value)}>
        {KNOWN_CONVENTIONS.map((id) => (
          <Radio key={id} value={id} label={titleOf(id)} />
        ))}
      </RadioGroup>
      <Button appearance="primary" disabled={busy || chosen === ''} onClick={() => void session.initialise(chosen)}>
        {words.welcome.add}
      </Button>
    </Step>
  );
}

function titleOf(id: string): string {
  const convention = loadConvention(id);
  return convention.ok ? convention.value.title : id;
}

function ChooseLedger({ candidates }: { readonly candidates: readonly string[] }): ReactElement {
  const { session, words } = usePane();
  const [chosen, setChosen] = useState(candidates[0] ?? '');
  return (
    <Step title={words.welcome.chooseTitle} text={words.welcome.choose}>
      <RadioGroup aria-label={words.welcome.chooseTitle} value={chosen} onChange={(_, { value }) => setChosen(value)}>
        {candidates.map((name) => (
          <Radio key={name} value={name} label={name} />
        ))}
      </RadioGroup>
      <Button appearance="primary" onClick={() => session.chooseLedger(chosen)}>
        {words.welcome.chooseThis}
      </Button>
    </Step>
  );
}

function Refusal({ failure }: { readonly failure: Failure }): ReactElement {
  const { session, words } = usePane();
  const { activity, ledger } = useSessionState();
  const { sentence, remedy } = describeFailure(failure, words.language);
  return (
    <Step title={sentence} text={remedy}>
      {failure.code !== 'excelTooOld' && (
        <Button appearance="primary" disabled={activity !== 'idle'} onClick={() => void session.refresh()}>
          {words.welcome.retry}
        </Button>
      )}
      {ledger !== null && <Button onClick={() => session.chooseLedger(null)}>{words.welcome.chooseAgain}</Button>}
    </Step>
  );
}
