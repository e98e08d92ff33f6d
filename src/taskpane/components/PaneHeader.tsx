/** The top of the pane: which convention, which ledger, at which date, and what Excel is doing. */
import { Button, Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Dossier } from '../../application/dossier';
import { parseDateText } from '../../domain/calendar/date-text';
import { toIso } from '../../domain/calendar/civil-date';
import { usePane, useSessionState } from './pane-context';

const useStyles = makeStyles({
  header: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  subtitle: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  row: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalXS },
  date: { flexGrow: 1 },
  activity: { minHeight: tokens.lineHeightBase200, fontSize: tokens.fontSizeBase200 },
});

export function PaneHeader({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { activity, ledger } = useSessionState();
  const { convention, blocks } = dossier;
  const ledgerName = blocks.map(({ table, sheet }) => table ?? sheet).join(', ');
  return (
    <header className={styles.header}>
      <div className={styles.row}>
        <h1 className={styles.title} style={{ flexGrow: 1 }}>
          {words.header.reference} {convention.reference}
        </h1>
        <Button
          appearance="subtle"
          icon={activity === 'idle' ? <ArrowSync20Regular /> : <Spinner size="tiny" />}
          disabled={activity !== 'idle'}
          aria-label={words.header.refresh}
          title={words.header.refresh}
          onClick={() => void session.refresh()}
        />
      </div>
      <p className={styles.subtitle}>{convention.title}</p>
      <AsOf />
      <div className={styles.row}>
        <span className={styles.subtitle}>{words.header.ledger(ledgerName)}</span>
        {ledger !== null && (
          <Button size="small" appearance="subtle" onClick={() => session.chooseLedger(null)}>
            {words.welcome.chooseAgain}
          </Button>
        )}
      </div>
    </header>
  );
}

function AsOf(): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { asOf, isAsOfChosen } = useSessionState();
  const iso = toIso(asOf);
  return (
    <div className={styles.row}>
      <Field label={words.header.asOf} orientation="horizontal" size="small" className={styles.date}>
        <Input
          key={iso} // the field shows the date in force, even after a date that was not one
          type="date"
          size="small"
          defaultValue={iso}
          onChange={(_, { value }) => {
            const date = parseDateText(value);
            if (date !== null && value.length === iso.length && !value.startsWith('0')) session.chooseAsOf(date);
          }}
        />
      </Field>
      {isAsOfChosen && (
        <Button size="small" appearance="subtle" onClick={() => session.chooseAsOf(null)}>
          {words.header.today}
        </Button>
      )}
    </div>
  );
}
