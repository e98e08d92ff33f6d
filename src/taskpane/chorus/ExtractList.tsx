/**
 * The extracts read: the shape of each, its repairs, its ignored lines and the fields that it lacks. Nothing is dropped
 * silently.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { ChorusExtract } from '../../domain/reconciliation/extract';
import { refusalSentence } from '../../messages/describe-coverage';
import { formatAmount, formatCount } from '../../messages/format';
import { reconciliationWords } from '../../messages/reconciliation-words';
import { CHORUS_WORDS } from './chorus-words';
import { Fold } from '../shared/Fold';
import { usePane } from '../shared/pane-context';
import { LIST } from '../shared/surfaces';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: LIST,
  item: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  title: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  name: { flexGrow: 1, minWidth: 0, fontWeight: tokens.fontWeightSemibold },
  lines: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

const MOST_SHOWN = 50;

export function ExtractList({ extracts }: { readonly extracts: readonly ChorusExtract[] }): ReactElement {
  const styles = useStyles();
  const texts = CHORUS_WORDS[usePane().words.language];
  return (
    <section className={styles.section} aria-label={texts.extracts}>
      <h2 className={styles.heading}>{texts.extracts}</h2>
      <ul className={styles.list}>
        {extracts.map((extract) => (
          <ExtractItem key={extract.source} extract={extract} />
        ))}
      </ul>
    </section>
  );
}

function ExtractItem({ extract }: { readonly extract: ChorusExtract }): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { language } = words;
  const [texts, labels] = [CHORUS_WORDS[language], reconciliationWords(language)];
  const { source, shape, lines, lacks, repairs, shownTotals, refusal } = extract;
  const repaired = repairs
    .map(({ kind, count }) => `${labels.repairs[kind]} (${formatCount(count, language)})`)
    .join(', ');
  return (
    <li className={styles.item}>
      <div className={styles.title}>
        <span className={styles.name}>{source}</span>
        <Button
          size="small"
          appearance="subtle"
          icon={<Dismiss16Regular />}
          aria-label={texts.remove(source)}
          title={texts.remove(source)}
          onClick={() => session.extracts.remove(source)}
        />
      </div>
      <div>{refusal ? refusalSentence(refusal, language) : texts.lines(lines.length, labels.shapes[shape])}</div>
      {shownTotals.map(({ measure, cents, agrees }) => (
        <div key={measure}>{texts.shownTotal(formatAmount(cents, language), agrees, measure)}</div>
      ))}
      {lacks.length > 0 && <div>{texts.lacks(lacks.map((lack) => labels.lacks[lack]).join(', '))}</div>}
      {repaired !== '' && <div>{texts.repairs(repaired)}</div>}
      <IgnoredLines extract={extract} />
    </li>
  );
}

function IgnoredLines({ extract: { ignored, source } }: { readonly extract: ChorusExtract }): ReactElement | null {
  const styles = useStyles();
  const { language } = usePane().words;
  const [texts, labels] = [CHORUS_WORDS[language], reconciliationWords(language)];
  const notBlank = ignored.filter(({ reason }) => reason !== 'empty');
  if (notBlank.length === 0) return null;
  return (
    <Fold label={texts.ignored(notBlank.length)} name={`${texts.ignored(notBlank.length)}, ${source}`}>
      <ul className={styles.lines}>
        {notBlank.slice(0, MOST_SHOWN).map(({ line, reason, raw }) => (
          <li key={line}>{texts.ignoredLine(line, labels.ignored[reason], raw.slice(0, 120))}</li>
        ))}
        {notBlank.length > MOST_SHOWN && <li>{texts.more(notBlank.length - MOST_SHOWN)}</li>}
      </ul>
    </Fold>
  );
}
