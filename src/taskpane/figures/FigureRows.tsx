/** The rows of a term, with their sum: largest first or most recent first, fifty at a time, each one click away. */
import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import type { Dossier } from '../../application/dossier';
import type { FigureSubject, FigureTerm } from '../../application/figures/explain-figure';
import type { DayFigures } from '../../application/figures/figures-on';
import type { FigureRow } from '../../domain/envelopes/figure-rows';
import type { LedgerRow } from '../../domain/envelopes/ledger';
import { formatDate } from '../../messages/format';
import { shorten } from '../../messages/typography';
import { placeOfCell } from '../../workbook/ledger/ledger-source';
import { Amount } from '../shared/Amount';
import { usePane } from '../shared/pane-context';
import { hasSeveralSheets } from '../shared/rows';
import { excessOf } from '../situation/verdict';
import { FIGURE_TABLE } from './figure-table';
import { FIGURE_WORDS } from './figure-words';
import { SumRow } from './SumRow';

const PAGE = 50;

const useStyles = makeStyles({
  ...FIGURE_TABLE,
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    paddingLeft: '40px',
    '@media (max-width: 299px)': { paddingLeft: tokens.spacingHorizontalS },
  },
  link: { fontSize: tokens.fontSizeBase200, minHeight: '24px' },
  danger: { color: tokens.colorStatusDangerForeground1 },
  more: { marginLeft: '40px' },
});

interface FigureRowsProps {
  readonly dossier: Dossier;
  readonly figures: DayFigures;
  readonly subject: FigureSubject;
  readonly term: FigureTerm;
}

export function FigureRows({ dossier, figures, subject, term }: FigureRowsProps): ReactElement {
  const styles = useStyles();
  const { words } = usePane();
  const texts = FIGURE_WORDS[words.language];
  const [isByDate, setByDate] = useState(false);
  const [shown, setShown] = useState(PAGE);
  const { nature } = subject;
  const rows = useMemo(
    () =>
      isByDate ? [...term.rows].sort((one, other) => dayOf(other.row, nature) - dayOf(one.row, nature)) : term.rows,
    [term, isByDate, nature],
  );
  const crossing = excessOf(dossier.convention, figures, subject.envelope, nature)?.row ?? null;
  const basis = term.term === 'allocated' ? '' : texts.basis[nature][term.term];
  const left = rows.length - shown;
  return (
    <>
      <div className={styles.head}>
        <span className={styles.meta}>{basis}</span>
        {rows.length > 1 && (
          <Link as="button" className={styles.link} onClick={() => setByDate(!isByDate)}>
            {isByDate ? texts.byAmount : texts.byDate}
          </Link>
        )}
      </div>
      <table className={styles.table} aria-label={texts.rowsOf(words.figures[term.term])}>
        <tbody>
          {rows.slice(0, shown).map((one) => (
            <Row
              key={one.row.key}
              dossier={dossier}
              part={one}
              nature={nature}
              crosses={term.term === 'consumed' && one.row.key === crossing}
            />
          ))}
          <SumRow cents={term.rows.reduce((sum, { cents }) => sum + cents, 0)} expected={term.cents} />
        </tbody>
      </table>
      {left > 0 && (
        <Button size="small" className={styles.more} onClick={() => setShown(shown + PAGE)}>
          {texts.more(Math.min(PAGE, left))}
        </Button>
      )}
    </>
  );
}

interface RowProps {
  readonly dossier: Dossier;
  readonly part: FigureRow;
  readonly nature: 'AE' | 'CP';
  readonly crosses: boolean;
}

function Row({ dossier, part: { row, cents }, nature, crosses }: RowProps): ReactElement {
  const styles = useStyles();
  const { session, words } = usePane();
  const { language } = words;
  const texts = FIGURE_WORDS[language];
  const place = placeOfCell(dossier.blocks, row.key, nature === 'AE' ? 'ae' : 'cp');
  const sheet = place && hasSeveralSheets(dossier) ? place.sheet : null;
  const label = shorten(row.label || row.supplier || row.operation || row.budgetLine) || texts.unnamed;
  const date =
    nature === 'AE' ? row.commitmentDate : row.paymentDate.kind === 'date' ? row.paymentDate : row.serviceDate;
  const about = [
    ...(date.kind === 'date' ? [formatDate(date.date, language)] : []),
    ...(row.ej.kind === 'ej' ? [`EJ\u00a0${row.ej.number}`] : []),
  ];
  return (
    <tr>
      <td className={styles.cell}>
        {label}
        <div className={styles.meta}>{about.join(' · ')}</div>
        {crosses && <div className={mergeClasses(styles.meta, styles.danger)}>{texts.crosses}</div>}
      </td>
      <td className={mergeClasses(styles.cell, styles.amount)}>
        <Amount cents={cents} />
        {place && (
          <div>
            <Link
              as="button"
              className={styles.link}
              aria-label={texts.goTo(place.row + 1, sheet, label)}
              onClick={() => void session.goTo(place)}
            >
              {texts.row(place.row + 1, sheet)}
            </Link>
          </div>
        )}
      </td>
    </tr>
  );
}

/** The day by which a row counts; undated ones come last. */
function dayOf({ commitmentDate, paymentDate, serviceDate }: LedgerRow, nature: 'AE' | 'CP'): number {
  if (nature === 'AE') return commitmentDate.kind === 'date' ? commitmentDate.date : 0;
  if (paymentDate.kind === 'date') return paymentDate.date;
  return serviceDate.kind === 'date' ? serviceDate.date : 0;
}
