/** The pane when the workbook cannot be controlled yet: why, and the next step. */
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { Failure, LedgerRival } from '../../workbook/failure';
import { describeFailure, describeRival } from '../../messages/failures';
import { placesOfFailure, type RefusedPlace } from '../../workbook/places';
import { usePane, useSessionState } from '../shared/pane-context';
import { PlaceButton } from '../shared/PlaceButton';
import { BUTTONS, LIST, PANEL } from '../shared/surfaces';
import { FirstRun } from './FirstRun';
import { LedgerWays } from './LedgerWays';

/** Refusals for which the user may show where the ledger is. */
const WITHOUT_LEDGER: ReadonlySet<Failure['code']> = new Set<Failure['code']>([
  'noLedger',
  'turnedLedger',
  'mappingOutdated',
]);

const useStyles = makeStyles({
  welcome: { ...PANEL, alignItems: 'flex-start' },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { margin: 0 },
  choice: { display: 'flex' },
  cells: { ...LIST, ...BUTTONS, flexDirection: 'row' },
});

export interface WelcomeProps {
  readonly failure: Failure;
  readonly onColumns: () => void;
}

export function Welcome({ failure, onColumns }: WelcomeProps): ReactElement {
  if (failure.code === 'noConvention') return <FirstRun />;
  if (failure.code === 'severalLedgers') return <ChooseLedger candidates={failure.candidates} onColumns={onColumns} />;
  return <Refusal failure={failure} onColumns={onColumns} />;
}

function Step({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.welcome}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{text}</p>
      {children}
    </div>
  );
}

function ChooseLedger({
  candidates,
  onColumns,
}: Pick<WelcomeProps, 'onColumns'> & { readonly candidates: readonly LedgerRival[] }): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    candidates.filter(({ repeats }) => repeats === null).map(({ name }) => name),
  );
  return (
    <Step title={words.welcome.chooseTitle} text={words.welcome.choose}>
      <div role="group" aria-label={words.welcome.chooseTitle}>
        {candidates.map((candidate) => (
          <Checkbox
            key={candidate.name}
            className={styles.choice}
            label={describeRival(candidate, words.language)}
            checked={chosen.includes(candidate.name)}
            onChange={(_, { checked }) =>
              setChosen(
                checked === true ? [...chosen, candidate.name] : chosen.filter((name) => name !== candidate.name),
              )
            }
          />
        ))}
      </div>
      <Button appearance="primary" disabled={chosen.length === 0} onClick={() => session.chooseLedger(chosen)}>
        {words.welcome.chooseThis}
      </Button>
      <LedgerWays mayStart={false} onColumns={onColumns} />
    </Step>
  );
}

function Refusal({ failure, onColumns }: WelcomeProps): ReactElement {
  const { session, words } = usePane();
  const { activity, ledger } = useSessionState();
  const { sentence, remedy } = describeFailure(failure, words.language);
  const isLedgerMissing = WITHOUT_LEDGER.has(failure.code);
  const places = placesOfFailure(failure);
  return (
    <Step title={sentence} text={isLedgerMissing ? words.welcome.showLedger : remedy}>
      {places.length > 0 && <RefusedCells places={places} isNextStep={!isLedgerMissing} />}
      {failure.code !== 'excelTooOld' && (
        <Button
          appearance={isLedgerMissing || places.length > 0 ? 'secondary' : 'primary'}
          disabled={activity !== 'idle'}
          onClick={() => void session.refresh()}
        >
          {words.welcome.retry}
        </Button>
      )}
      {ledger !== null && <Button onClick={() => session.chooseLedger(null)}>{words.welcome.chooseAgain}</Button>}
      {isLedgerMissing && <LedgerWays mayStart onColumns={onColumns} />}
    </Step>
  );
}

/** The way to each cell that the refusal names; to correct it is the next step, except where another screen does. */
function RefusedCells({
  places,
  isNextStep,
}: {
  readonly places: readonly RefusedPlace[];
  readonly isNextStep: boolean;
}): ReactElement {
  const styles = useStyles();
  return (
    <ul className={styles.cells}>
      {places.map((refused, index) => (
        <li key={refused.name}>
          <PlaceButton refused={refused} appearance={isNextStep && index === 0 ? 'primary' : 'secondary'} />
        </li>
      ))}
    </ul>
  );
}
