/** « Colonnes non utilisées »: the columns of the ledger that no figure uses, with what they hold, the rarest first. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useMemo, type ReactElement } from 'react';
import { idleColumnName, idleValueWords, readingWords } from '../../messages/reading-words';
import { idleColumnsOf, type IdleColumn } from '../../workbook/reading/idle-columns';
import { Fold } from '../shared/Fold';
import { usePane, useSessionState } from '../shared/pane-context';
import { CARD, LIST } from '../shared/surfaces';
import { READING_PANEL_WORDS } from './reading-panel-words';

const MOST_COLUMNS = 100;
const MOST_VALUES = 50;
/** More are folded. */
const FEW_VALUES = 5;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0, fontSize: tokens.fontSizeBase200 },
  list: LIST,
  item: { ...CARD, contentVisibility: 'auto', containIntrinsicSize: 'auto 96px' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  values: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  action: { minWidth: 'auto' },
});

export function IdleColumns(): ReactElement | null {
  const styles = useStyles();
  const headingId = useId();
  const { language } = usePane().words;
  const { phase } = useSessionState();
  const dossier = phase.kind === 'ready' ? phase.dossier : null;
  const columns = useMemo(() => (dossier ? idleColumnsOf(dossier) : []), [dossier]);
  if (columns.length === 0) return null;
  const { idle } = readingWords(language);
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {idle.title}
      </h2>
      <p className={styles.text}>{idle.intro}</p>
      <ul className={styles.list}>
        {columns.slice(0, MOST_COLUMNS).map((column) => (
          <IdleColumnItem key={`${column.place.sheet}!${column.place.found.column}`} column={column} />
        ))}
      </ul>
      {columns.length > MOST_COLUMNS && (
        <p className={styles.text}>{idle.moreColumns(columns.length - MOST_COLUMNS)}</p>
      )}
    </section>
  );
}

function IdleColumnItem({ column }: { readonly column: IdleColumn }): ReactElement {
  const styles = useStyles();
  const titleId = useId();
  const { session, words } = usePane();
  const { idle } = readingWords(words.language);
  const texts = READING_PANEL_WORDS[words.language];
  const { rows, values, first } = column;
  const name = idleColumnName(column, words.language);
  return (
    <li className={styles.item} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.name}>
        {name}
      </h3>
      <p className={styles.text}>{idle.extent(rows, values.length)}</p>
      {values.length > 0 && values.length <= FEW_VALUES && <Values column={column} />}
      {values.length > FEW_VALUES && (
        <Fold label={idle.show} name={texts.at(idle.show, name)} isLate>
          <Values column={column} />
        </Fold>
      )}
      <div>
        <Button
          size="small"
          className={styles.action}
          aria-label={texts.at(texts.goTo, name)}
          onClick={() => void session.goTo({ ...first, column: column.place.found.column })}
        >
          {texts.goTo}
        </Button>
      </div>
    </li>
  );
}

function Values({ column: { values, sheets } }: { readonly column: IdleColumn }): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const shown = values.slice(0, MOST_VALUES);
  return (
    <ul className={styles.values}>
      {shown.map((value) => (
        <li key={value.text}>{idleValueWords(value, language, sheets > 1)}</li>
      ))}
      {values.length > shown.length && <li>{readingWords(language).idle.more(values.length - shown.length)}</li>}
    </ul>
  );
}
