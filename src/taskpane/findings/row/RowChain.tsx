/** From the commitment to the payment: the steps of an EJ, done or not, and what is left to pay. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Dossier } from '../../../application/dossier';
import type { RowSituation } from '../../../application/row-situation';
import type { ChainStep, EjChain } from '../../../domain/envelopes/outstanding/ej-chain';
import { formatAmount, formatDate } from '../../../messages/format';
import { placeOfCell, rowNumber } from '../../../workbook/ledger/ledger-source';
import { usePane } from '../../shared/pane-context';
import { ROW_WORDS, type RowWords } from './row-words';
import type { Language } from '../../../messages/language';

/** Steps shown; an EJ may have hundreds of payments. */
const MOST = 12;

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
  heading: { margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  meta: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  steps: { listStyleType: 'none', margin: 0, padding: 0 },
  step: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '16px minmax(28px, max-content) minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    minHeight: '32px',
  },
  /** The line from one step to the next. */
  linked: {
    '::before': {
      content: '""',
      position: 'absolute',
      left: '7px',
      top: '-11px',
      height: '22px',
      borderLeft: `2px solid ${tokens.colorNeutralForeground4}`,
    },
  },
  dot: {
    width: '10px',
    height: '10px',
    marginLeft: '1px',
    borderRadius: '50%',
    border: `2px solid ${tokens.colorNeutralForeground4}`,
    boxSizing: 'content-box',
    backgroundColor: tokens.colorNeutralBackground1,
    zIndex: 1,
  },
  done: {
    backgroundColor: tokens.colorNeutralForeground4,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  where: { minWidth: 0, overflowWrap: 'anywhere' },
  row: { minWidth: 'auto', padding: 0, fontSize: tokens.fontSizeBase200 },
  amount: { whiteSpace: 'nowrap' },
});

export interface RowChainProps {
  readonly dossier: Dossier;
  readonly row: RowSituation;
  readonly chain: EjChain;
}

export function RowChain({ dossier, row, chain }: RowChainProps): ReactElement {
  const styles = useStyles();
  const { language } = usePane().words;
  const words = ROW_WORDS[language];
  const shown = chain.steps.length > MOST ? chain.steps.slice(0, MOST) : chain.steps;
  return (
    <div>
      <div className={styles.head}>
        <h3 className={styles.heading}>{words.chain}</h3>
        <span className={styles.meta}>
          {chain.sums ? words.left(formatAmount(chain.sums.left, language)) : words.leftUnknown}
        </span>
      </div>
      <ol className={styles.steps}>
        {shown.map((step, position) => (
          <Step key={`${step.kind} ${step.row}`} step={step} isFirst={position === 0} dossier={dossier} row={row} />
        ))}
      </ol>
      {chain.steps.length > shown.length && (
        <span className={styles.meta}>{words.otherSteps(chain.steps.length - shown.length)}</span>
      )}
    </div>
  );
}

interface StepProps extends Pick<RowChainProps, 'dossier' | 'row'> {
  readonly step: ChainStep;
  readonly isFirst: boolean;
}

function Step({ step, isFirst, dossier, row }: StepProps): ReactElement {
  const styles = useStyles();
  const { session, words: paneWords } = usePane();
  const { language } = paneWords;
  const words = ROW_WORDS[language];
  const isHere = row.rows.some(({ key }) => key === step.row);
  const place = placeOfCell(dossier.blocks, step.row, step.kind === 'payment' ? 'cp' : 'ae');
  return (
    <li className={mergeClasses(styles.step, !isFirst && styles.linked)}>
      <span className={mergeClasses(styles.dot, step.isDone && styles.done)} aria-hidden />
      <abbr className={styles.name} title={words.stepNames[step.kind]} style={{ textDecoration: 'none' }}>
        {words.steps[step.kind]}
      </abbr>
      <span className={styles.where}>
        {dayOf(step, words, language)}{' '}
        {isHere || !place ? (
          <span className={styles.meta}>{isHere ? words.thisRow : ''}</span>
        ) : (
          <Button
            size="small"
            appearance="transparent"
            className={styles.row}
            aria-label={`${paneWords.findings.goTo(words.row(rowNumber(step.row)))}`}
            onClick={() => void session.goTo(place)}
          >
            {words.row(rowNumber(step.row))}
          </Button>
        )}
      </span>
      <span className={styles.amount}>
        {step.cents === null ? words.unreadable : formatAmount(step.cents, language)}
      </span>
    </li>
  );
}

function dayOf({ kind, date, isDone }: ChainStep, words: RowWords, language: Language): string {
  if (kind === 'payment') {
    if (date === null) return words.notPaid;
    return (isDone ? words.paidOn : words.toBePaidOn)(formatDate(date, language));
  }
  if (date === null) return words.undated;
  return isDone || kind === 'project' ? formatDate(date, language) : words.expected(formatDate(date, language));
}
